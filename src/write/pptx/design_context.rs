//! What the master, its layouts and their placeholders are drawn by.

use super::shape::{MUTED, Names, PlaceholderRef, placeholder};
use super::text_body::{LevelStyle, ListStyle, anchored, plain, text_body};
use crate::opc::xml::Element;
use crate::quantity::Pt;
use crate::theme::{Frame, PageStyle};

/// Style, names and language of a design.
#[derive(Debug, Clone, Copy)]
pub struct DesignContext<'a> {
    /// Frames and sizes of the slides.
    pub style: &'a PageStyle,
    /// Names of layouts and shapes.
    pub names: Names<'a>,
    /// BCP 47.
    pub language: &'a str,
    /// Where layouts stand below a master of a customer's: whether it has date, footer and slide number.
    pub foreign_master: Option<[bool; 3]>,
}

impl DesignContext<'_> {
    /// A placeholder with its name as the prompt; `body` is `a:bodyPr` and `a:lstStyle`.
    pub fn prompt(
        &self,
        id: usize,
        key: &str,
        of: PlaceholderRef,
        frame: Option<Frame>,
        (properties, style): (Element, Element),
    ) -> Element {
        let name = self.names.name(key);
        placeholder(id, name, of, frame, text_body(properties, style, vec![plain(self.language, name)]))
    }

    /// A list style in the line spacing of the slides and the theme's face for text.
    pub fn text_style(&self, levels: &[LevelStyle]) -> Element {
        self.list_style(levels, "+mn").element("a:lstStyle")
    }

    /// Levels in the line spacing of the slides; `face` is `+mj` or `+mn`.
    pub fn list_style<'s>(&self, levels: &'s [LevelStyle], face: &'static str) -> ListStyle<'s> {
        ListStyle { levels, spacing: self.style.sizes.line_spacing, face }
    }

    /// The style of notes: sources, date, footer, slide number.
    pub fn note(&self, colour: &'static str) -> LevelStyle {
        LevelStyle { size: self.style.sizes.note, bold: false, colour, before: Pt(0.0) }
    }

    /// The placeholder of the sources.
    pub fn source(&self, id: usize, of: PlaceholderRef) -> Element {
        let style = (anchored("b"), self.text_style(&[self.note(MUTED)]));
        self.prompt(id, "source", of, Some(self.style.foot_frame()), style)
    }
}
