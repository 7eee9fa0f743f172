//! Running text: inlines and what can be asked of them.

use serde::Serialize;

/// A run of inline content.
pub type Inlines = Vec<Inline>;

/// Inline content of a paragraph, heading, caption or cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "kebab-case")]
pub enum Inline {
    Text(String),
    /// A number that comes from data. `fact` is the id of its datum.
    Datum {
        fact: String,
        text: String,
    },
    Strong(Inlines),
    Emphasis(Inlines),
    Link {
        url: String,
        text: Inlines,
    },
    /// A reference to a figure, table or heading; `number` is what it prints.
    Reference {
        target: String,
        number: String,
    },
    /// A footnote, its text in place.
    Footnote {
        number: u32,
        text: Inlines,
    },
    LineBreak,
}

impl Inline {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// The text a reader sees, without formatting; footnotes are left out, a line break is a space.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    collect(inlines, &mut out);
    out
}

fn collect(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Datum { text, .. } => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                collect(inner, out);
            }
            Inline::Reference { number, .. } => out.push_str(number),
            Inline::Footnote { .. } => {}
            Inline::LineBreak => out.push(' '),
        }
    }
}
