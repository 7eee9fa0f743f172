//! Footnotes: real ones, each at its place in the text.

use docx_rs::{Footnote, Paragraph, ParagraphChild, Run};

use super::body::Writer;
use super::fields::{bookmarked, field, run};
use crate::diag::say;
use crate::document::Inlines;

impl<'a> Writer<'a> {
    /// The mark of a footnote. A number met before refers to the first note of that number; one out
    /// of turn is written as it is, because Word would count on.
    pub fn footnote(&mut self, number: u32, text: &'a Inlines) -> Vec<ParagraphChild> {
        if self.in_footnote {
            self.fault(say!("docx-footnote-nested", number = number));
            return Vec::new();
        }
        let name = format!("_f_{number}");
        if self.footnotes.contains(&number) {
            let code = format!("NOTEREF {name} \\f \\h");
            return field(&code, &number.to_string(), |run| run.style("FootnoteReference"));
        }
        let counted = self.extras.footnotes.iter().filter(|mark| mark.is_none()).count();
        let own = (u32::try_from(counted + 1) != Ok(number)).then(|| number.to_string());
        self.extras.footnotes.push(own.clone());
        let id = self.extras.footnotes.len();
        self.footnotes.insert(number);
        self.in_footnote = true;
        let mut content = Paragraph::new().style("FootnoteText");
        content.children = self.inlines(text);
        self.in_footnote = false;
        let mut mark = Run::new()
            .style("FootnoteReference")
            .add_footnote_reference(Footnote { id, content: vec![content] });
        if let Some(own) = own {
            mark = mark.add_text(own);
        }
        let bookmark = self.next_bookmark();
        bookmarked(bookmark, name, vec![run(mark)])
    }
}
