//! Inline content: text, emphasis, links, references, footnotes.

use comrak::nodes::{Node, NodeValue};

use super::bounds::NOTES;
use super::fault::Fault;
use super::reader::{MarkdownReader, line};
use crate::diag::{Code, say};
use crate::document::{Inline, Inlines, plain_text, push_text};
use crate::source::address::uri;

impl<'a> MarkdownReader<'a> {
    pub(super) fn inlines(&mut self, parent: Node<'a>) -> Inlines {
        let mut out = Inlines::new();
        for node in parent.children() {
            self.inline(node, &mut out);
        }
        self.numbers.bind(out)
    }

    fn inline(&mut self, node: Node<'a>, out: &mut Inlines) {
        let value = node.data().value.clone();
        match value {
            NodeValue::Text(text) => push_text(&text, out),
            NodeValue::SoftBreak => push_text(" ", out),
            NodeValue::LineBreak => out.push(Inline::LineBreak),
            // A cell is one line of the source and has no other way to begin a new one.
            NodeValue::HtmlInline(tag) if is_break(&tag) => out.push(Inline::LineBreak),
            NodeValue::Escaped => out.extend(self.inlines(node)),
            NodeValue::Strong => out.push(Inline::Strong(self.inlines(node))),
            NodeValue::Emph => out.push(Inline::Emphasis(self.inlines(node))),
            NodeValue::Link(link) => {
                let text = self.inlines(node);
                let url = self.numbers.printed(&link.url);
                out.push(match url.strip_prefix('#') {
                    Some(target) if text.is_empty() => {
                        Inline::Reference { target: target.to_owned(), number: String::new() }
                    }
                    Some(_) => Inline::Link { url, text },
                    None => Inline::Link { url: self.address(node, url), text },
                });
            }
            NodeValue::FootnoteReference(reference) => out.push(self.footnote(node, &reference.name)),
            other => self.unsupported(line(node.parent().unwrap_or(node)), &other),
        }
    }

    /// The address of a page as every format takes it.
    fn address(&mut self, node: Node<'a>, url: String) -> String {
        if let Some(address) = uri(&url) {
            return address;
        }
        let message = say!("link-address", url = url);
        let line = line(node.parent().unwrap_or(node));
        self.fault(Fault::new(line, Code::MarkupUnsupported, message, say!("hint-not-an-address")));
        url
    }

    /// A footnote with its text. One inside another is refused: Word knows none, and two may name each other.
    fn footnote(&mut self, node: Node<'a>, name: &str) -> Inline {
        let mut text = Inlines::new();
        let line = line(node.parent().unwrap_or(node));
        if self.in_footnote {
            let message = say!("footnote-nested", number = name);
            self.fault(Fault::new(line, Code::MarkupUnsupported, message, say!("hint-footnote-nested")));
        } else if let Some(definition) = self.footnotes.get(name).copied() {
            self.in_footnote = true;
            for paragraph in definition.children() {
                if !text.is_empty() {
                    text.push(Inline::LineBreak);
                }
                text.extend(self.inlines(paragraph));
            }
            self.in_footnote = false;
            self.noted += plain_text(&text).chars().count();
            if self.noted > NOTES {
                let message = say!("text-long", n = self.noted, most = NOTES);
                self.fault(Fault::new(line, Code::MarkupBounds, message, say!("hint-markup-bounds")));
                // What is told once is not gone on with.
                self.footnotes.clear();
            }
        }
        Inline::Footnote { number: 0, text }
    }
}

/// Whether an inline tag is the one for the end of a line.
fn is_break(tag: &str) -> bool {
    matches!(tag, "<br>" | "<br/>" | "<br />")
}
