//! One paragraph style, and the properties that styles are made of.

use crate::opc::xml::escaped;
use crate::quantity::{HalfPt, Pt, Twips};
use crate::theme::PageStyle;
use crate::write::ooxml::hex;

/// A paragraph style: property lists in schema order.
pub struct Style {
    pub id: &'static str,
    pub name: &'static str,
    /// Id of the style that it is based on.
    pub based: &'static str,
    /// Id of the style of the paragraph after it.
    pub next: &'static str,
    /// Children of `w:pPr`.
    pub ppr: String,
    /// Children of `w:rPr`.
    pub rpr: String,
}

/// Bold type.
pub const BOLD: &str = "<w:b/><w:bCs/>";
/// Italic type.
pub const ITALIC: &str = "<w:i/><w:iCs/>";

/// The fonts of one family for all scripts.
pub fn fonts(family: &str) -> String {
    let f = escaped(family);
    format!("<w:rFonts w:ascii='{f}' w:eastAsia='{f}' w:hAnsi='{f}' w:cs='{f}'/>")
}

/// A font size.
pub fn size(size: Pt) -> String {
    let half: HalfPt = size.half_points();
    format!("<w:sz w:val='{half}'/><w:szCs w:val='{half}'/>")
}

/// A colour of type, from `#RRGGBB`.
pub fn colour(value: &str) -> String {
    format!("<w:color w:val='{}'/>", hex(value))
}

/// Distances before and after a paragraph, and its line height as a multiple of the font's.
pub fn spacing(before: Twips, after: Twips, lines: f64) -> String {
    let line = (lines * 240.0).round();
    format!("<w:spacing w:before='{before}' w:after='{after}' w:line='{line}' w:lineRule='auto'/>")
}

/// What Word counts lines in, the height of a face, in the theme's distance of lines of its size.
const FACE: f64 = 1.2;
/// The lines that GOST 7.32-2017, 6.1.1, asks for are Word's own.
const STANDARD: f64 = 1.5;

/// Whether lines stand close: then headings and figures have less white, too.
pub fn is_close(distance: f64) -> bool {
    distance < STANDARD
}

/// The theme's distance of lines, in lines as Word counts them.
pub fn lines(distance: f64) -> f64 {
    if is_close(distance) { distance / FACE } else { distance }
}

/// How what is set off from the running text is aligned, as a value of `w:jc`.
pub fn alignment_of_set_off(page_style: &PageStyle) -> &'static str {
    if page_style.look.headings.is_centred() { "center" } else { "left" }
}
