//! The texts of a drawn chart on its page: SVG keeps them as text, with the anchor of each.

use super::pages::{Area, TextRun};
use crate::opc::xml::{Element, Node, parse};
use crate::quantity::whole;

/// Mean width of a letter of the charts' face, in its size: places of drawn numbers are found by it.
const LETTER: f64 = 0.54;

/// The texts of a drawing that is shown in an area of the page.
pub fn drawn_texts(svg: &str, [left, top, width, height]: Area) -> Vec<TextRun> {
    let Ok(root) = parse(svg) else { return Vec::new() };
    let view: Vec<f64> = attribute(&root, "viewBox")
        .map(|all| all.split([' ', ',']).filter_map(|n| n.parse().ok()).collect())
        .unwrap_or_default();
    let [x0, y0, wide, high] = view.as_slice() else { return Vec::new() };
    if *wide <= 0.0 || *high <= 0.0 {
        return Vec::new();
    }
    let scale = (width / wide, height / high);
    let mut found = Vec::new();
    collect(&root, (-x0, -y0), &mut |text, (x, y), size, anchor| {
        let runs = run(text, (left + x * scale.0, top + y * scale.1), size * scale.1, anchor);
        found.push(runs);
    });
    found
}

fn run(text: String, (x, baseline): (f64, f64), size: f64, anchor: &str) -> TextRun {
    let letters = whole::float(text.chars().count());
    let width = letters * size * LETTER;
    let left = match anchor {
        "middle" => x - width / 2.0,
        "end" => x - width,
        _ => x,
    };
    let bytes = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
    let edges = bytes.enumerate().map(|(at, byte)| (byte, left + whole::float(at) * size * LETTER)).collect();
    TextRun { text, x: left, y: baseline - 0.8 * size, height: 1.04 * size, edges, is_artifact: false }
}

fn collect(element: &Element, (dx, dy): (f64, f64), tell: &mut impl FnMut(String, (f64, f64), f64, &str)) {
    let moved = attribute(element, "transform").and_then(translation).unwrap_or_default();
    let (dx, dy) = (dx + moved.0, dy + moved.1);
    if element.name == "text" {
        let length = |name: &str| attribute(element, name).and_then(|value| value.parse::<f64>().ok());
        let size = length("font-size").unwrap_or_default();
        let raised = attribute(element, "dy").and_then(|dy| dy.strip_suffix("em")?.parse::<f64>().ok());
        let own = element.children.iter().map(|node| match node {
            Node::Text(text) => text.to_string(),
            Node::Element(inner) => inner.own_text(),
        });
        let text: String = own.collect::<String>().trim().to_owned();
        let x = dx + length("x").unwrap_or_default();
        let y = dy + length("y").unwrap_or_default() + raised.unwrap_or_default() * size;
        tell(text, (x, y), size, attribute(element, "text-anchor").unwrap_or("start"));
        return;
    }
    element.elements().for_each(|inner| collect(inner, (dx, dy), tell));
}

fn attribute<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// The distances of `translate(x,y)`.
fn translation(transform: &str) -> Option<(f64, f64)> {
    let inner = transform.strip_prefix("translate(")?.strip_suffix(')')?;
    let (x, y) = inner.split_once(',')?;
    Some((x.trim().parse().ok()?, y.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::drawn_texts;

    #[test]
    fn texts_of_a_drawing_stand_where_it_is_shown() {
        let svg = "<svg viewBox=\"0 0 1000 500\"><text x=\"500\" y=\"100\" dy=\"0.76em\" text-anchor=\"middle\" \
                   font-size=\"100\">\n58,8\n</text><g transform=\"translate(100,50)\"><text x=\"0\" y=\"0\" \
                   font-size=\"50\">a</text></g></svg>";
        let found = drawn_texts(svg, [10.0, 20.0, 100.0, 50.0]);
        assert_eq!(found.iter().map(|run| run.text.as_str()).collect::<Vec<_>>(), ["58,8", "a"]);
        // Its middle stands at the middle of the drawing; 4 letters of 10 points.
        assert!((found[0].x + found[0].right() - 120.0).abs() < 1e-6, "{found:?}");
        assert!((found[0].y - (20.0 + 10.0 + 7.6 - 8.0)).abs() < 1e-6, "{found:?}");
        assert!((found[1].x - 20.0).abs() < 1e-6, "{found:?}");
        let [left, _, width, _] = found[0].area(0, 2);
        assert!((left - found[0].x).abs() < 1e-6 && (width - 10.8).abs() < 1e-6);
        assert!(drawn_texts("<svg/>", [0.0; 4]).is_empty());
    }
}
