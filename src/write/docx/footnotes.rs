//! Footnotes: real ones, each at its place in the text. Here is which of them are written; their part is finished in
//! [`parts::footnotes`](super::parts::footnotes).

use docx_rs::{BuildXML, Paragraph};

/// Styles of a footnote's mark and of its text.
pub const MARK_STYLE: &str = "FootnoteReference";
pub const TEXT_STYLE: &str = "FootnoteText";

/// A footnote that is written.
#[derive(Debug)]
struct Footnote {
    /// The printed number.
    number: u32,
    /// The mark, where Word's own counting would print another.
    custom_mark: Option<String>,
    text: Paragraph,
}

/// The footnotes written so far; the id of each is its place among them, from 1 on.
#[derive(Debug, Default)]
pub struct Footnotes {
    written: Vec<Footnote>,
    is_inside: bool,
}

impl Footnotes {
    /// Whether a note's own text is being written.
    pub fn is_inside(&self) -> bool {
        self.is_inside
    }

    /// Whether a note of that number is written already.
    pub fn has(&self, number: u32) -> bool {
        self.written.iter().any(|note| note.number == number)
    }

    /// Begins a note and gives its id. A number out of turn is written as it is, because Word would count on.
    pub fn begin(&mut self, number: u32) -> usize {
        let counted = self.written.iter().filter(|note| note.custom_mark.is_none()).count();
        let custom_mark = (u32::try_from(counted + 1) != Ok(number)).then(|| number.to_string());
        self.written.push(Footnote { number, custom_mark, text: Paragraph::new() });
        self.is_inside = true;
        self.written.len()
    }

    /// Ends the note that is being written, with its text.
    pub fn end(&mut self, text: Paragraph) {
        self.is_inside = false;
        if let Some(note) = self.written.last_mut() {
            note.text = text;
        }
    }

    /// The notes as docx-rs writes them, in their order.
    pub fn xml(&self) -> impl Iterator<Item = Vec<u8>> {
        let notes = self.written.iter().zip(1..);
        notes.map(|(note, id)| docx_rs::Footnote { id, content: vec![note.text.clone()] }.build())
    }

    /// Whether any mark is written out.
    pub fn have_custom_marks(&self) -> bool {
        self.written.iter().any(|note| note.custom_mark.is_some())
    }

    /// The mark of a note that is written out; `None` where Word counts to it, and where no note has the id.
    pub fn custom_mark(&self, id: usize) -> Option<&str> {
        self.written.get(id.checked_sub(1)?)?.custom_mark.as_deref()
    }
}
