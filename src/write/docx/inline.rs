//! Running text: inlines become runs, fields, links, content controls and footnotes.

use docx_rs::{BreakType, Footnote, Hyperlink, HyperlinkType, Paragraph, ParagraphChild, Run};

use super::additions::{Addition, Additions, Story};
use super::bookmarks::{Bookmarks, Extent};
use super::content_control::{content_control, tag};
use super::context::Context;
use super::fields::{field, run};
use super::footnotes::{Footnotes, MARK_STYLE, TEXT_STYLE};
use crate::diag::{Code, Diagnostic, Diagnostics, Message, say};
use crate::document::{Inline, Inlines};
use crate::opc::xml::illegal;
use crate::source::address::uri;

/// The emphasis that encloses a piece of text.
#[derive(Debug, Clone, Copy, Default)]
struct RunStyle {
    bold: bool,
    italic: bool,
    link: bool,
    capitals: bool,
}

/// A run that is seen in capitals and keeps its text (ISO/IEC 29500-1, 17.3.2.5).
pub fn capitals(mut run: Run) -> Run {
    run.run_property = run.run_property.caps();
    run
}

impl RunStyle {
    fn apply(self, mut run: Run) -> Run {
        if self.link {
            run = run.style("Hyperlink");
        }
        if self.bold {
            run = run.bold();
        }
        if self.italic {
            run = run.italic();
        }
        if self.capitals {
            run = capitals(run);
        }
        run
    }
}

/// Writes running text, with what it leaves behind for the rest of the document.
#[derive(Debug)]
pub struct InlineWriter<'a> {
    pub context: &'a Context<'a>,
    pub bookmarks: Bookmarks,
    pub footnotes: Footnotes,
    pub additions: Additions,
    pub faults: Diagnostics,
}

impl<'a> InlineWriter<'a> {
    /// The children of a paragraph with this text.
    pub fn inlines(&mut self, inlines: &'a [Inline]) -> Vec<ParagraphChild> {
        let mut out = Vec::new();
        self.collect(inlines, RunStyle::default(), &mut out);
        out
    }

    /// The same in bold.
    pub fn strong_inlines(&mut self, inlines: &'a [Inline]) -> Vec<ParagraphChild> {
        let mut out = Vec::new();
        self.collect(inlines, RunStyle { bold: true, ..RunStyle::default() }, &mut out);
        out
    }

    /// The same, seen in capitals.
    pub fn capital_inlines(&mut self, inlines: &'a [Inline]) -> Vec<ParagraphChild> {
        let mut out = Vec::new();
        self.collect(inlines, RunStyle { capitals: true, ..RunStyle::default() }, &mut out);
        out
    }

    /// A run of text as it is; white space other than the space would be lost or misread.
    pub fn text_run(&mut self, text: &str) -> Run {
        if let Some(bad) = illegal(text) {
            self.fault(illegal_character(bad, text));
            return Run::new();
        }
        Run::new().add_text(text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " "))
    }

    /// Reports what cannot be written.
    pub fn fault(&mut self, message: Message) {
        self.faults.push(Diagnostic::new(Code::DocxBuild, message));
    }

    fn collect(&mut self, inlines: &'a [Inline], style: RunStyle, out: &mut Vec<ParagraphChild>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) if text.is_empty() => {}
                Inline::Text(text) => out.push(run(style.apply(self.text_run(text)))),
                Inline::Datum(number) => out.push(self.datum(&number.datum, &number.text, style)),
                Inline::Strong(inner) => self.collect(inner, RunStyle { bold: true, ..style }, out),
                Inline::Emphasis(inner) => self.collect(inner, RunStyle { italic: true, ..style }, out),
                Inline::Link { text, .. } if style.link => self.collect(text, style, out),
                Inline::Link { url, text } => self.link(url, text, style, out),
                Inline::Reference { target, number } => out.extend(self.reference(target, number, style)),
                Inline::Footnote { number, text } => out.extend(self.footnote(*number, text)),
                Inline::PageCount => {
                    let pages = self.context.options.page_count.to_string();
                    out.extend(field("NUMPAGES", &pages, |run| style.apply(run)));
                }
                Inline::LineBreak => out.push(run(Run::new().add_break(BreakType::TextWrapping))),
            }
        }
    }

    /// The part that text goes to.
    fn story(&self) -> Story {
        if self.footnotes.is_inside() { Story::Footnotes } else { Story::Body }
    }

    /// A number that comes from data, in a content control with the datum's id for its tag.
    fn datum(&mut self, fact: &str, text: &str, style: RunStyle) -> ParagraphChild {
        let number = style.apply(self.text_run(text));
        let mark = self.additions.note(self.story(), Addition::ContentControl(tag(fact)));
        content_control(mark, number)
    }

    fn link(&mut self, url: &str, text: &'a [Inline], style: RunStyle, out: &mut Vec<ParagraphChild>) {
        let label = url.strip_prefix('#').and_then(|label| self.context.labels.find(label));
        let address = uri(url);
        let inner = match (label, &address) {
            (Some(label), _) => Some(self.bookmarks.name(Extent::Whole, label)),
            (None, Some(_)) => None,
            (None, None) => {
                self.fault(say!("link-address", url = excerpt(url)));
                return;
            }
        };
        let mut children = Vec::new();
        self.collect(text, RunStyle { link: true, ..style }, &mut children);
        if children.is_empty() {
            return;
        }
        let anchor = inner.unwrap_or_else(|| {
            let address = Addition::Link(address.unwrap_or_default());
            self.additions.note(self.story(), address).to_string()
        });
        let mut link = Hyperlink::new(anchor, HyperlinkType::Anchor);
        link.children = children;
        out.push(ParagraphChild::Hyperlink(link));
    }

    /// A reference prints the number through REF where the bookmark there holds just that text;
    /// else it is a link, because an update of the field would print something else.
    fn reference(&mut self, target: &str, number: &str, style: RunStyle) -> Vec<ParagraphChild> {
        let labels = &self.context.labels;
        if labels.find(target).is_none() {
            self.fault(say!("label-unknown", label = target));
            return Vec::new();
        }
        if let Some(bad) = illegal(number) {
            self.fault(illegal_character(bad, number));
        }
        if labels.number(target).is_some_and(|held| held == number) {
            let code = if labels.is_counted_by_word(target) {
                format!("REF {} \\n \\h", self.bookmarks.name(Extent::Whole, target))
            } else {
                format!("REF {} \\h", self.bookmarks.name(Extent::Number, target))
            };
            return field(&code, number, |run| style.apply(run));
        }
        let whole = self.bookmarks.name(Extent::Whole, target);
        let mut link = Hyperlink::new(whole, HyperlinkType::Anchor);
        link.children.push(run(style.apply(Run::new().add_text(number))));
        vec![ParagraphChild::Hyperlink(link)]
    }

    /// The mark of a footnote. A number met before refers to the first note of that number.
    fn footnote(&mut self, number: u32, text: &'a Inlines) -> Vec<ParagraphChild> {
        if self.footnotes.is_inside() {
            self.fault(say!("footnote-nested", number = number));
            return Vec::new();
        }
        let name = format!("_f_{number}");
        if self.footnotes.has(number) {
            let code = format!("NOTEREF {name} \\f \\h");
            return field(&code, &number.to_string(), |run| run.style(MARK_STYLE));
        }
        let id = self.footnotes.begin(number);
        let mut content = Paragraph::new().style(TEXT_STYLE);
        content.children = self.inlines(text);
        self.footnotes.end(content);
        // The reference says nothing but the id.
        let footnote = Footnote { id, content: Vec::new() };
        let mut mark = Run::new().style(MARK_STYLE).add_footnote_reference(footnote);
        if let Some(custom) = self.footnotes.custom_mark(id) {
            mark = mark.add_text(custom);
        }
        self.bookmarks.enclose_as(name, vec![run(mark)])
    }
}

fn illegal_character(bad: char, text: &str) -> Message {
    let code = format!("{:04X}", u32::from(bad));
    say!("docx-character-in-text", code = code, text = excerpt(text))
}

/// The beginning of a text, for messages.
fn excerpt(text: &str) -> String {
    let visible = |c: char| if c.is_control() { '\u{FFFD}' } else { c };
    text.chars().take(40).map(visible).collect()
}
