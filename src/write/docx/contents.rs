//! The table of contents: a real TOC field whose entries are already filled in.

use docx_rs::{Hyperlink, HyperlinkType, Paragraph, ParagraphChild, Run};

use super::body::Writer;
use super::fields::{begin, end, field, run};
use super::names::Purpose;
use crate::document::{Heading, plain_text};

const CODE: &str = "TOC \\o \"1-2\" \\h \\z";

fn plain(run: Run) -> Run {
    run
}

impl<'a> Writer<'a> {
    /// The heading, then one entry per heading of the first two levels.
    pub fn contents(&mut self, heading: &'a Heading) {
        let text = self.inlines(&heading.text);
        let text = self.whole_bookmark(&heading.label, text);
        self.push(Paragraph::new().style("TOCHeading"), text);
        let listed: Vec<&Heading> = self.headings.iter().copied().filter(|h| h.level <= 2).collect();
        for (at, heading) in listed.iter().enumerate() {
            let mut children = if at == 0 { begin(CODE, &plain) } else { Vec::new() };
            children.push(self.entry(heading));
            if at + 1 == listed.len() {
                children.push(end(&plain));
            }
            let style = format!("TOC{}", heading.level.clamp(1, 2));
            self.push(Paragraph::new().style(&style), children);
        }
    }

    fn entry(&mut self, heading: &Heading) -> ParagraphChild {
        let anchor = self.names.get(Purpose::Whole, &heading.label);
        let page = self.layout.pages.get(&heading.label).map(u32::to_string).unwrap_or_default();
        let text = match heading.number.as_deref().filter(|n| !n.is_empty()) {
            Some(number) => format!("{number} {}", plain_text(&heading.text)),
            None => plain_text(&heading.text),
        };
        let mut link = Hyperlink::new(anchor.clone(), HyperlinkType::Anchor);
        link.children.push(run(self.text_run(&text)));
        link.children.push(run(Run::new().add_tab()));
        link.children.extend(field(&format!("PAGEREF {anchor} \\h"), &page, plain));
        ParagraphChild::Hyperlink(link)
    }
}
