//! Where a block stands: in the running text, a callout, a speaker's notes, inside a list.

use crate::document::CalloutTone;
use crate::theme::Theme;

/// The surroundings of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockContext {
    pub base: Base,
    /// How many lists enclose the block.
    pub depth: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    Text,
    Callout(CalloutTone),
    SpeakerNotes,
}

/// Right indent of everything in a box, in twips.
pub const BOX_RIGHT: i32 = 113;
/// Left indent of the outermost paragraphs in a box, in twips.
pub const BOX_LEFT: i32 = 170;

impl BlockContext {
    pub const TEXT: Self = Self { base: Base::Text, depth: 0 };

    pub fn of(base: Base) -> Self {
        Self { base, depth: 0 }
    }

    pub fn deeper(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    /// The style of a paragraph here.
    pub fn paragraph_style(self) -> &'static str {
        match (self.base, self.depth) {
            (Base::Text, 0) => "BodyText",
            (Base::Text, _) => "ListParagraph",
            (Base::Callout(CalloutTone::Finding), _) => "CalloutFinding",
            (Base::Callout(CalloutTone::Note), _) => "CalloutNote",
            (Base::Callout(CalloutTone::Caution), _) => "CalloutCaution",
            (Base::SpeakerNotes, _) => "SpeakerNotes",
        }
    }

    /// The colour of the box's edge, in a box.
    pub fn edge(self, theme: &Theme) -> Option<&str> {
        let callouts = &theme.callouts;
        match self.base {
            Base::Text => None,
            Base::Callout(CalloutTone::Finding) => Some(theme.colour(&callouts.finding)),
            Base::Callout(CalloutTone::Note) => Some(theme.colour(&callouts.note)),
            Base::Callout(CalloutTone::Caution) => Some(theme.colour(&callouts.caution)),
            Base::SpeakerNotes => Some(&theme.palette.line),
        }
    }

    /// The right indent of a list's paragraphs.
    pub fn right_indent(self) -> i32 {
        match self.base {
            Base::Text => 0,
            Base::Callout(_) | Base::SpeakerNotes => BOX_RIGHT,
        }
    }

    /// Where the text of a list's items begins, in twips, `depth` lists deep.
    pub fn list_indent(self) -> i32 {
        let first = match self.base {
            Base::Text => 709,
            Base::Callout(_) | Base::SpeakerNotes => BOX_LEFT + 425,
        };
        first + 425 * (self.depth.max(1) as i32 - 1)
    }
}
