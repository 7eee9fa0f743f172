//! Where docx-rs departs from the schema or from Word in every element of a kind.

use crate::document::{SOFT_HYPHEN, WORD_JOINER};
use crate::opc::xml::{Element, Node};

/// Removes docx-rs's process-wide paragraph ids (Word makes its own) and mends its attributes.
pub fn mend_attributes(element: &mut Element) {
    element.attributes.retain(|(name, _)| !name.starts_with("w14:"));
    match element.name.as_str() {
        "w:instrText" => element.set("xml:space", "preserve"),
        "w:gridCol" => element.remove("w:type"),
        "w:pPr" => {
            let empty =
                |n: &Node| matches!(n, Node::Element(e) if e.name == "w:rPr" && e.children.is_empty());
            element.children.retain(|node| !empty(node));
        }
        _ => {}
    }
}

/// States the language of every run, a BCP 47 tag or empty, so that a reader's own settings cannot change the proofing.
pub fn set_language(root: &mut Element, tag: &str) {
    root.walk_mut(&mut |element| state_language(element, tag));
}

/// States the language of a run.
pub fn state_language(element: &mut Element, tag: &str) {
    if element.name != "w:r" || tag.is_empty() {
        return;
    }
    let lang = Element::new("w:lang").with("w:val", tag).with("w:eastAsia", tag);
    element.amend_child("w:rPr", |properties| {
        let other = |n: &Node| !matches!(n, Node::Element(e) if e.name == "w:lang");
        properties.children.retain(other);
        properties.children.push(Node::Element(lang));
    });
}

/// What Word calls "No-Width Non Break": its faces have it, a word joiner would be set in a face of another height.
const NO_BREAK: &str = "\u{200D}";

/// Word shows U+00AD as a hyphen wherever it stands; its own element shows at a line's end only. A hyphen at which no
/// line breaks has an element, too.
pub fn settle_breaks(root: &mut Element) {
    root.walk_mut(&mut settle_breaks_in);
}

/// The same in a run.
pub fn settle_breaks_in(element: &mut Element) {
    if element.name != "w:r" || !element.children.iter().any(|node| breaking(node).is_some()) {
        return;
    }
    let children = std::mem::take(&mut element.children);
    element.children = children.into_iter().flat_map(split_text).collect();
}

/// An element of text with breaks, and its text.
fn breaking(node: &Node) -> Option<(&Element, &str)> {
    let Node::Element(element) = node else { return None };
    match element.children.as_slice() {
        [Node::Text(text)] if element.name == "w:t" && text.contains([SOFT_HYPHEN, WORD_JOINER]) => {
            Some((element, text))
        }
        _ => None,
    }
}

fn split_text(node: Node) -> Vec<Node> {
    let Some((element, text)) = breaking(&node) else { return vec![node] };
    // A hyphen and its joiner become one sign, which stands for the element.
    let text = text.replace("-\u{2060}", "\u{2011}").replace(WORD_JOINER, NO_BREAK);
    let mut out = Vec::new();
    for piece in text.split_inclusive([SOFT_HYPHEN, '\u{2011}']) {
        let hyphen = piece.chars().next_back().and_then(|last| match last {
            SOFT_HYPHEN => Some("w:softHyphen"),
            '\u{2011}' => Some("w:noBreakHyphen"),
            _ => None,
        });
        let words = piece.trim_end_matches([SOFT_HYPHEN, '\u{2011}']);
        if !words.is_empty() {
            let attributes = element.attributes.clone();
            let whole = Element { attributes, ..Element::new("w:t") };
            out.push(Node::Element(whole.text(words)));
        }
        out.extend(hyphen.map(|name| Node::Element(Element::new(name))));
    }
    out
}
