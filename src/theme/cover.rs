//! What the picture behind a title page may be made of: plain shapes of sizes that are drawn at once. Filters, elements
//! that repeat others and entities can take for ever, pictures lie outside of the file.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::diag::{Message, say};
use crate::quantity::whole;

/// Bytes of the file.
const FILE: usize = 512 << 10;
/// Elements, and elements one inside the other.
const ELEMENTS: usize = 10_000;
const DEPTH: usize = 64;
/// The largest number in an attribute: a sheet of paper has some hundred points.
const NUMBER: f64 = 100_000.0;
/// What may stand there.
const ALLOWED: &[&str] = &[
    "svg",
    "g",
    "defs",
    "title",
    "desc",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
];

/// The first thing in an SVG that a cover may not hold, with its line.
pub fn cover_fault(svg: &str) -> Option<(u32, Message)> {
    if svg.len() > FILE {
        return Some((1, say!("cover-large", most = FILE >> 10)));
    }
    let mut reader = Reader::from_str(svg);
    let (mut elements, mut depth) = (0, 0_usize);
    loop {
        let event = reader.read_event();
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let message = match event {
            Ok(Event::Eof) => return None,
            Ok(Event::Start(element)) => {
                depth += 1;
                elements += 1;
                if depth > DEPTH { Some(say!("cover-large", most = FILE >> 10)) } else { refused(&element) }
            }
            Ok(Event::Empty(element)) => {
                elements += 1;
                refused(&element)
            }
            Ok(Event::End(_)) => {
                depth = depth.saturating_sub(1);
                None
            }
            Ok(Event::DocType(_)) => Some(say!("cover-element", name = "!DOCTYPE")),
            Ok(Event::PI(_)) => Some(say!("cover-element", name = "?")),
            Ok(
                Event::Text(_) | Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::GeneralRef(_),
            ) => None,
            Err(error) => Some(say!("cover-unread", detail = error)),
        };
        let message =
            message.or_else(|| (elements > ELEMENTS).then(|| say!("cover-large", most = FILE >> 10)));
        if let Some(message) = message {
            let before = svg.as_bytes().iter().take(at.saturating_sub(1));
            return Some((whole::count_u32(before.filter(|byte| **byte == b'\n').count() + 1), message));
        }
    }
}

fn refused(element: &BytesStart<'_>) -> Option<Message> {
    let name = element.name();
    let name = name.as_ref().to_owned();
    if !ALLOWED.contains(&name.as_str()) {
        return Some(say!("cover-element", name = name));
    }
    for attribute in element.attributes() {
        let value =
            match attribute.map(|own| own.normalized_value(XmlVersion::default()).map(|v| v.into_owned())) {
                Ok(Ok(value)) => value,
                Ok(Err(error)) => return Some(say!("cover-unread", detail = error)),
                Err(error) => return Some(say!("cover-unread", detail = error)),
            };
        let numbers =
            value.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E')));
        let large = numbers.filter_map(|n| n.parse::<f64>().ok()).find(|n| !(-NUMBER..=NUMBER).contains(n));
        if let Some(number) = large.filter(|_| !value.starts_with('#') && !value.starts_with("data:")) {
            return Some(say!("cover-number", number = format!("{number:e}"), most = NUMBER));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::cover_fault;

    #[track_caller]
    fn is(body: &str, expected: Option<(u32, &str)>) {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"595\" height=\"842\">\n{body}\n</svg>"
        );
        let found = cover_fault(&svg);
        assert_eq!(found.as_ref().map(|(line, message)| (*line, message.id())), expected, "{body}");
    }

    #[test]
    fn plain_shapes_are_a_cover_and_nothing_else() {
        is(
            "<g><rect width=\"10\" height=\"5\" fill=\"#123456\"/>\n<path d=\"M0 0L10 1e2Z\" fill=\"{cover}\"/></g>",
            None,
        );
        is("<g>\n<filter id=\"f\"/></g>", Some((3, "cover-element")));
        is("<use href=\"#a\"/>", Some((2, "cover-element")));
        is("<image href=\"https://example.kz/a.png\"/>", Some((2, "cover-element")));
        is("<rect width=\"1e30\"/>", Some((2, "cover-number")));
        is(&"<g>".repeat(100), Some((2, "cover-large")));
        is(&"<g/>".repeat(20_000), Some((2, "cover-large")));
        is("<g></a>", Some((2, "cover-unread")));
        let doctype = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>";
        assert_eq!(cover_fault(doctype).map(|(_, message)| message.id()), Some("cover-element"));
    }
}
