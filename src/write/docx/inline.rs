//! Running text: inlines become runs, fields and links.

use docx_rs::{BreakType, Hyperlink, HyperlinkType, ParagraphChild, Run};

use super::body::Writer;
use super::controls;
use super::extras::link_anchor;
use super::fields::{field, run};
use super::links;
use super::names::Purpose;
use super::xml::illegal;
use crate::diag::{Message, say};
use crate::document::{Inline, Inlines};

/// The emphasis that encloses a piece of text.
#[derive(Debug, Clone, Copy, Default)]
struct RunStyle {
    bold: bool,
    italic: bool,
    link: bool,
}

impl RunStyle {
    fn dress(self, mut run: Run) -> Run {
        if self.link {
            run = run.style("Hyperlink");
        }
        if self.bold {
            run = run.bold();
        }
        if self.italic {
            run = run.italic();
        }
        run
    }
}

impl<'a> Writer<'a> {
    /// The children of a paragraph with this text.
    pub fn inlines(&mut self, inlines: &'a Inlines) -> Vec<ParagraphChild> {
        let mut out = Vec::new();
        self.collect(inlines, RunStyle::default(), &mut out);
        out
    }

    /// The same in bold.
    pub fn strong_inlines(&mut self, inlines: &'a Inlines) -> Vec<ParagraphChild> {
        let mut out = Vec::new();
        self.collect(inlines, RunStyle { bold: true, ..RunStyle::default() }, &mut out);
        out
    }

    fn collect(&mut self, inlines: &'a [Inline], look: RunStyle, out: &mut Vec<ParagraphChild>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) if text.is_empty() => {}
                Inline::Text(text) => out.push(run(look.dress(self.text_run(text)))),
                Inline::Datum(number) => {
                    out.push(controls::control(&number.datum, look.dress(self.text_run(&number.text))));
                }
                Inline::Strong(inner) => self.collect(inner, RunStyle { bold: true, ..look }, out),
                Inline::Emphasis(inner) => self.collect(inner, RunStyle { italic: true, ..look }, out),
                Inline::Link { text, .. } if look.link => self.collect(text, look, out),
                Inline::Link { url, text } => self.link(url, text, look, out),
                Inline::Reference { target, number } => {
                    out.extend(self.reference(target, number, look));
                }
                Inline::Footnote { number, text } => out.extend(self.footnote(*number, text)),
                Inline::LineBreak => out.push(run(Run::new().add_break(BreakType::TextWrapping))),
            }
        }
    }

    /// A run of text as it is; white space other than the space would be lost or misread.
    pub fn text_run(&mut self, text: &str) -> Run {
        if let Some(bad) = illegal(text) {
            self.fault(no_xml(bad, text));
            return Run::new();
        }
        Run::new().add_text(text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " "))
    }

    fn link(&mut self, url: &str, text: &'a [Inline], look: RunStyle, out: &mut Vec<ParagraphChild>) {
        let internal = url.strip_prefix('#').filter(|label| self.labels.contains(label));
        let anchor = match (internal, links::target(url)) {
            (Some(label), _) => self.names.get(Purpose::Whole, label),
            (None, Some(target)) => {
                self.extras.links.push(target);
                link_anchor(self.extras.links.len() - 1)
            }
            (None, None) => {
                self.fault(say!("docx-link-address", url = excerpt(url)));
                return;
            }
        };
        let mut link = Hyperlink::new(anchor, HyperlinkType::Anchor);
        self.collect(text, RunStyle { link: true, ..look }, &mut link.children);
        if !link.children.is_empty() {
            out.push(ParagraphChild::Hyperlink(link));
        }
    }

    /// A reference prints the number through REF where the bookmark there holds just that text;
    /// else it is a link, because an update of the field would print something else.
    fn reference(&mut self, target: &str, number: &str, look: RunStyle) -> Vec<ParagraphChild> {
        if !self.labels.contains(target) {
            self.fault(say!("label-unknown", label = target));
            return Vec::new();
        }
        if let Some(bad) = illegal(number) {
            self.fault(no_xml(bad, number));
        }
        if self.numbers.get(target).is_some_and(|held| held == number) {
            if self.automatic.contains(target) {
                let name = self.names.get(Purpose::Whole, target);
                return field(&format!("REF {name} \\n \\h"), number, |run| look.dress(run));
            }
            let name = self.names.get(Purpose::Number, target);
            return field(&format!("REF {name} \\h"), number, |run| look.dress(run));
        }
        let whole = self.names.get(Purpose::Whole, target);
        let mut link = Hyperlink::new(whole, HyperlinkType::Anchor);
        link.children.push(run(look.dress(Run::new().add_text(number))));
        vec![ParagraphChild::Hyperlink(link)]
    }
}

fn no_xml(bad: char, text: &str) -> Message {
    let code = format!("{:04X}", u32::from(bad));
    say!("docx-character-in-text", code = code, text = excerpt(text))
}

/// The beginning of a text, for messages.
pub fn excerpt(text: &str) -> String {
    let visible = |c: char| if c.is_control() { '\u{FFFD}' } else { c };
    text.chars().take(40).map(visible).collect()
}
