//! Running text: footnotes get their numbers, references are noted, spaces that must not break are put in.

use super::bibliography::{PREFIX, cite};
use super::resolver::Resolver;
use crate::diag::{Code, Diagnostic, say};
use crate::document::draft::{DraftBlock, DraftKind};
use crate::document::{Inline, Inlines};

/// The text of a paragraph, heading, caption or cell.
pub fn running_text(resolver: &mut Resolver<'_>, line: u32, inlines: &[Inline]) -> Inlines {
    let mut out = Inlines::new();
    for inline in inlines {
        resolve_into(resolver, line, inline, &mut out);
    }
    for at in 1..out.len() {
        // «на рисунке 1»: the number stays with its word.
        let refers = matches!(out.get(at), Some(Inline::Reference { .. }));
        if let Some(Inline::Text(before)) = out.get_mut(at - 1).filter(|_| refers)
            && before.strip_suffix(' ').is_some_and(|word| word.ends_with(char::is_alphanumeric))
        {
            before.pop();
            before.push('\u{A0}');
        }
    }
    out
}

/// A reference to a source is set in square brackets, one to a row of tables has a dash.
fn resolve_into(resolver: &mut Resolver<'_>, line: u32, inline: &Inline, out: &mut Inlines) {
    let reference = |target: &str| Inline::Reference { target: target.to_owned(), number: String::new() };
    if let Inline::Reference { target, .. } = inline {
        if target.starts_with(PREFIX) {
            cite(resolver, target, line);
            if let Some(Inline::Text(before)) = out.last_mut()
                && before.ends_with(' ')
            {
                before.pop();
                before.push('\u{A0}');
            }
            out.extend([Inline::text("["), reference(target), Inline::text("]")]);
            return;
        }
        if let Some((first, last)) = target.split_once("..").filter(|(first, last)| first != last) {
            resolver.labels.refer_to_range(first, last, line);
            out.extend([reference(first), Inline::text("–"), reference(last)]);
            return;
        }
    }
    out.push(resolved(resolver, line, inline));
}

fn resolved(resolver: &mut Resolver<'_>, line: u32, inline: &Inline) -> Inline {
    match inline {
        Inline::Text(text) => Inline::Text(resolver.sources.locale.typography(text)),
        Inline::Datum(_) | Inline::PageCount | Inline::LineBreak => inline.clone(),
        Inline::Strong(inner) => Inline::Strong(running_text(resolver, line, inner)),
        Inline::Emphasis(inner) => Inline::Emphasis(running_text(resolver, line, inner)),
        Inline::Link { url, text } => {
            Inline::Link { url: url.clone(), text: running_text(resolver, line, text) }
        }
        Inline::Reference { target, .. } => {
            // A row of one.
            let target = target.split_once("..").map_or(target.as_str(), |(first, _)| first);
            resolver.labels.refer(target, line);
            Inline::Reference { target: target.to_owned(), number: String::new() }
        }
        Inline::Footnote { text, .. } => {
            let number = resolver.numbering.footnote();
            Inline::Footnote { number, text: running_text(resolver, line, text) }
        }
    }
}

/// The paragraphs of a body; anything else is a fault.
pub fn paragraphs(resolver: &mut Resolver<'_>, body: &[DraftBlock]) -> Vec<Inlines> {
    let mut found = Vec::new();
    for block in body {
        if let DraftKind::Paragraph(text) = &block.kind {
            found.push(running_text(resolver, block.line, text));
        } else {
            let fault = Diagnostic::new(Code::MarkupUnsupported, say!("only-paragraphs"));
            resolver.fault(block.line, fault.hint(say!("hint-paragraphs")));
        }
    }
    found
}
