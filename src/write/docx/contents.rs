//! Lists with pages: real TOC fields whose entries are already filled in.

use docx_rs::{Hyperlink, HyperlinkType, Paragraph, ParagraphChild, Run};

use super::body::Writer;
use super::fields::{begin, end, field, run};
use super::figure::caption_text;
use super::names::Purpose;
use crate::document::{Caption, Contents, Heading, Listed, plain_text};

fn plain(run: Run) -> Run {
    run
}

/// A line of a list: style, bookmark's label, text.
type Entry<'a> = (&'static str, &'a str, String);

impl<'a> Writer<'a> {
    /// The heading, then one entry per heading of the first two levels, per figure or per table.
    pub fn contents(&mut self, contents: &'a Contents) {
        let heading = &contents.heading;
        let text = self.inlines(&heading.text);
        let text = self.whole_bookmark(&heading.label, text);
        self.push(Paragraph::new().style("TOCHeading"), text);
        let (code, entries) = self.listed(contents.of);
        let count = entries.len();
        for (at, (style, label, text)) in entries.into_iter().enumerate() {
            let mut children = if at == 0 { begin(code, &plain) } else { Vec::new() };
            children.push(self.entry(label, &text));
            if at + 1 == count {
                children.push(end(&plain));
            }
            self.push(Paragraph::new().style(style), children);
        }
    }

    /// The field's code, and what it lists.
    fn listed(&self, of: Listed) -> (&'static str, Vec<Entry<'a>>) {
        let captioned = |captions: &[(&'a str, &'a Caption)]| {
            captions
                .iter()
                .map(|(label, caption)| ("TableofFigures", *label, caption_text(caption)))
                .collect()
        };
        match of {
            Listed::Headings => {
                let listed = self.headings.iter().copied().filter(|h| h.level <= 2);
                let entry = |heading: &'a Heading| {
                    let style = if heading.level <= 1 { "TOC1" } else { "TOC2" };
                    (style, heading.label.as_str(), heading_text(heading))
                };
                ("TOC \\o \"1-2\" \\h \\z", listed.map(entry).collect())
            }
            Listed::Figures => ("TOC \\h \\z \\c \"Figure\"", captioned(&self.figures)),
            Listed::Tables => ("TOC \\h \\z \\c \"Table\"", captioned(&self.tables)),
        }
    }

    fn entry(&mut self, label: &str, text: &str) -> ParagraphChild {
        let anchor = self.names.get(Purpose::Whole, label);
        let page = self.layout.pages.get(label).map(u32::to_string).unwrap_or_default();
        let mut link = Hyperlink::new(anchor.clone(), HyperlinkType::Anchor);
        link.children.push(run(self.text_run(text)));
        link.children.push(run(Run::new().add_tab()));
        link.children.extend(field(&format!("PAGEREF {anchor} \\h"), &page, plain));
        ParagraphChild::Hyperlink(link)
    }
}

fn heading_text(heading: &Heading) -> String {
    match heading.number.as_deref().filter(|n| !n.is_empty()) {
        Some(number) => format!("{number} {}", plain_text(&heading.text)),
        None => plain_text(&heading.text),
    }
}
