//! What a block stands in: the running text, a callout, a speaker's notes, lists.

use crate::document::CalloutTone;
use crate::quantity::Twips;
use crate::theme::Theme;

/// The surroundings of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockContext {
    pub container: Container,
    /// How many lists enclose the block; 0–9.
    pub depth: usize,
}

/// What holds a block beside lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// The page itself.
    Text,
    Callout(CalloutTone),
    SpeakerNotes,
}

/// Right indent of everything in a panel.
pub const PANEL_RIGHT: Twips = Twips(113);
/// Left indent of the outermost paragraphs in a panel.
pub const PANEL_LEFT: Twips = Twips(170);
/// How far a list's text stands in from its marks, and a list from the one around it.
pub const LIST_STEP: Twips = Twips(482);

impl BlockContext {
    /// The running text.
    pub const TEXT: Self = Self { container: Container::Text, depth: 0 };

    /// Inside of a container, in no list.
    pub fn of(container: Container) -> Self {
        Self { container, depth: 0 }
    }

    /// Inside of one more list.
    pub fn deeper(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    /// Whether the block stands on a panel.
    pub fn is_on_panel(self) -> bool {
        match self.container {
            Container::Text => false,
            Container::Callout(_) | Container::SpeakerNotes => true,
        }
    }

    /// The style of a paragraph here.
    pub fn paragraph_style(self) -> &'static str {
        match (self.container, self.depth) {
            (Container::Text, 0) => "BodyText",
            (Container::Text, _) => "ListParagraph",
            (Container::Callout(CalloutTone::Finding), _) => "CalloutFinding",
            (Container::Callout(CalloutTone::Note), _) => "CalloutNote",
            (Container::Callout(CalloutTone::Caution), _) => "CalloutCaution",
            (Container::SpeakerNotes, _) => "SpeakerNotes",
        }
    }

    /// The colour of the panel's edge, on a panel.
    pub fn edge(self, theme: &Theme) -> Option<&str> {
        let callouts = &theme.callouts;
        match self.container {
            Container::Text => None,
            Container::Callout(CalloutTone::Finding) => Some(theme.colour(&callouts.finding)),
            Container::Callout(CalloutTone::Note) => Some(theme.colour(&callouts.note)),
            Container::Callout(CalloutTone::Caution) => Some(theme.colour(&callouts.caution)),
            Container::SpeakerNotes => Some(&theme.palette.line),
        }
    }

    /// The right indent of a list's paragraphs.
    pub fn right_indent(self) -> Twips {
        if self.is_on_panel() { PANEL_RIGHT } else { Twips(0) }
    }

    /// Where the text of a list's items begins; the marks of the outermost one stand where paragraphs begin.
    pub fn list_indent(self, theme: &Theme) -> Twips {
        let edge = if self.is_on_panel() { PANEL_LEFT } else { theme.report.sizes.first_line_indent.twips() };
        (0..self.depth).fold(edge, |left, _| left + LIST_STEP)
    }
}
