//! Bodies of text in shapes (ISO/IEC 29500-1, 21.1.2): insets, level styles, plain paragraphs, fields.

use super::shape::{el, fill, with_all};
use crate::opc::xml::Element;
use crate::quantity::{CentiPt, Pt};

/// Levels of a list style (ISO/IEC 29500-1, 21.1.2.4.12).
const LEVELS: usize = 9;

/// How a level of text looks.
#[derive(Debug, Clone, Copy)]
pub struct LevelStyle {
    /// Size of its type.
    pub size: Pt,
    /// Whether it is bold.
    pub bold: bool,
    /// A colour of the theme.
    pub colour: &'static str,
    /// Space before each paragraph.
    pub before: Pt,
}

/// A list style: levels in order, the last one for all below it, in one line spacing and face of the theme.
#[derive(Debug, Clone, Copy)]
pub struct ListStyle<'s> {
    /// The levels from the first on.
    pub levels: &'s [LevelStyle],
    /// Distance of lines as a factor of the size of the type.
    pub spacing: f64,
    /// `+mj` (headings) or `+mn` (text) of the theme's faces.
    pub face: &'static str,
}

impl ListStyle<'_> {
    /// `a:lstStyle`, or a style of the master, by its name: exact line heights, no bullets.
    pub fn element(self, name: &str) -> Element {
        let levels = (1..=LEVELS).filter_map(|number| {
            let level = self.levels.get(number - 1).or(self.levels.last())?;
            Some(self.level(&format!("a:lvl{number}pPr"), *level))
        });
        with_all(el(name), levels)
    }

    fn level(self, name: &str, level: LevelStyle) -> Element {
        let run = el("a:defRPr")
            .with("sz", level.size.centipoints().to_string())
            .with("b", if level.bold { "1" } else { "0" })
            .with("kern", "1200")
            .child(fill(level.colour));
        let run =
            [("a:latin", "lt"), ("a:ea", "ea"), ("a:cs", "cs")].iter().fold(run, |run, (script, slot)| {
                run.child(el(script).with("typeface", format!("{}-{slot}", self.face)))
            });
        el(name)
            .with("marL", "0")
            .with("indent", "0")
            .with("algn", "l")
            .with("rtl", "0")
            .child(el("a:lnSpc").child(exact_spacing(level.size * self.spacing)))
            .child(el("a:spcBef").child(exact_spacing(level.before)))
            .child(el("a:buClr").child(el("a:schemeClr").with("val", "accent2")))
            .child(el("a:buNone"))
            .child(run)
    }
}

/// `a:spcPts`: a spacing that does not follow the type's size.
pub fn exact_spacing(length: Pt) -> Element {
    let length: CentiPt = length.centipoints();
    el("a:spcPts").with("val", length.to_string())
}

/// `p:txBody` with the body's properties, its list style and paragraphs.
pub fn text_body(properties: Element, style: Element, paragraphs: Vec<Element>) -> Element {
    with_all(el("p:txBody").child(properties).child(style), paragraphs)
}

/// `p:txBody` that leaves all to the layout.
pub fn inherited(paragraphs: Vec<Element>) -> Element {
    text_body(el("a:bodyPr"), el("a:lstStyle"), paragraphs)
}

/// `a:bodyPr` without insets.
pub fn without_insets() -> Element {
    let insets = ["lIns", "tIns", "rIns", "bIns"];
    insets.iter().fold(el("a:bodyPr").with("vert", "horz"), |e, name| e.with(name, "0"))
}

/// `a:bodyPr` without insets; `anchor` is `t`, `ctr` or `b` (`ST_TextAnchoringType`).
pub fn anchored(anchor: &str) -> Element {
    without_insets().with("anchor", anchor).child(el("a:noAutofit"))
}

/// A paragraph of a plain text.
pub fn plain(language: &str, text: &str) -> Element {
    let run = el("a:rPr").with("lang", language);
    el("a:p").child(el("a:r").child(run).child(el("a:t").text(text)))
}

/// A paragraph with the slide's number as a field; `shown` is its cached text.
pub fn slide_number(language: &str, shown: &str) -> Element {
    let field = el("a:fld")
        .with("id", "{E5E90000-0000-4000-8000-5E11DE000001}")
        .with("type", "slidenum")
        .child(el("a:rPr").with("lang", language))
        .child(el("a:t").text(shown));
    el("a:p").child(field)
}
