//! Where docx-rs departs from the schema or from Word in every element of a kind.

use crate::document::{SOFT_HYPHEN, WORD_JOINER};
use crate::opc::xml::{Element, Node};

/// Keeps only the namespaces that are used: a shorter part, and none that a reader must know.
pub fn keep_used_namespaces(root: &mut Element) {
    const USED: &[&str] = &["xmlns:w", "xmlns:r", "xmlns:wp", "xmlns:a", "xmlns:pic"];
    root.attributes.retain(|(name, _)| USED.contains(&name.as_str()));
}

/// Removes docx-rs's process-wide paragraph ids (Word makes its own) and mends its attributes.
pub fn mend_attributes(root: &mut Element) {
    root.walk_mut(&mut |element| {
        element.attributes.retain(|(name, _)| !name.starts_with("w14:"));
        if element.name == "w:instrText" {
            element.set("xml:space", "preserve");
        }
        if element.name == "w:gridCol" {
            element.remove("w:type");
        }
        let empty = |n: &Node| matches!(n, Node::Element(e) if e.name == "w:rPr" && e.children.is_empty());
        if element.name == "w:pPr" {
            element.children.retain(|node| !empty(node));
        }
    });
}

/// States the language of every run, a BCP 47 tag or empty, so that a reader's own settings cannot change the proofing.
pub fn set_language(root: &mut Element, tag: &str) {
    if tag.is_empty() {
        return;
    }
    root.walk_mut(&mut |element| {
        if element.name == "w:r" {
            let lang = Element::new("w:lang").with("w:val", tag).with("w:eastAsia", tag);
            element.amend_child("w:rPr", |properties| {
                let other = |n: &Node| !matches!(n, Node::Element(e) if e.name == "w:lang");
                properties.children.retain(other);
                properties.children.push(Node::Element(lang));
            });
        }
    });
}

/// What Word calls "No-Width Non Break": its faces have it, a word joiner would be set in a face of another height.
const NO_BREAK: &str = "\u{200D}";

/// Word shows U+00AD as a hyphen wherever it stands; its own element shows at a line's end only. A hyphen at which no
/// line breaks has an element, too.
pub fn settle_breaks(root: &mut Element) {
    root.walk_mut(&mut |element| {
        if element.name == "w:r" {
            let children = std::mem::take(&mut element.children);
            element.children = children.into_iter().flat_map(split_text).collect();
        }
    });
}

fn split_text(node: Node) -> Vec<Node> {
    let Node::Element(element) = node else { return vec![node] };
    let text = match element.children.as_slice() {
        [Node::Text(text)] if element.name == "w:t" && text.contains([SOFT_HYPHEN, WORD_JOINER]) => {
            // A hyphen and its joiner become one sign, which stands for the element.
            text.replace("-\u{2060}", "\u{2011}").replace(WORD_JOINER, NO_BREAK)
        }
        _ => return vec![Node::Element(element)],
    };
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
