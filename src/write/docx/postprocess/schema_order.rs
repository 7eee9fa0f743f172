//! Schema order. Most WordprocessingML property elements are sequences, and docx-rs writes their
//! children in the order of its own fields.

use crate::opc::xml::{Element, Node};

/// Sorts the children of every property element below this one.
pub fn sort(root: &mut Element) {
    root.walk_mut(&mut sort_children);
}

/// Sorts the children of a property element.
pub fn sort_children(element: &mut Element) {
    let Some(order) = sequence(&element.name) else { return };
    let place = |node: &Node| match node {
        Node::Element(child) => rank(order, &child.name),
        Node::Text(_) => order.len(),
    };
    if !element.children.is_sorted_by_key(place) {
        element.children.sort_by_cached_key(place);
    }
}

fn rank(order: &[&str], name: &str) -> usize {
    let local = name.strip_prefix("w:").unwrap_or(name);
    order.iter().position(|n| *n == local).unwrap_or(order.len())
}

/// The schema's sequence for an element, where it has one that matters here (ECMA-376-1, annex A).
pub fn sequence(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "w:pPr" => PPR,
        "w:rPr" => RPR,
        "w:tblPr" => TBL_PR,
        "w:tcPr" => TC_PR,
        "w:numPr" => &["ilvl", "numId"],
        "w:pBdr" => &["top", "left", "bottom", "right", "between", "bar"],
        "w:tblBorders" | "w:tcBorders" | "w:tblCellMar" | "w:tcMar" => SIDES,
        "w:tbl" => &["tblPr", "tblGrid", "tr"],
        "w:tr" => &["tblPrEx", "trPr", "tc"],
        _ => return None,
    })
}

const SIDES: &[&str] = &["top", "left", "start", "bottom", "right", "end", "insideH", "insideV"];

const PPR: &[&str] = &[
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
];

const RPR: &[&str] = &[
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
];

const TBL_PR: &[&str] = &[
    "tblStyle",
    "tblpPr",
    "tblOverlap",
    "bidiVisual",
    "tblStyleRowBandSize",
    "tblStyleColBandSize",
    "tblW",
    "jc",
    "tblCellSpacing",
    "tblInd",
    "tblBorders",
    "shd",
    "tblLayout",
    "tblCellMar",
    "tblLook",
    "tblCaption",
    "tblDescription",
];

const TC_PR: &[&str] = &[
    "cnfStyle",
    "tcW",
    "gridSpan",
    "hMerge",
    "vMerge",
    "tcBorders",
    "shd",
    "noWrap",
    "tcMar",
    "textDirection",
    "tcFitText",
    "vAlign",
    "hideMark",
];
