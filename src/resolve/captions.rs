//! Captions of figures and tables, and the notes that follow them.

use super::labels::Kind;
use super::resolver::{Directive, Resolver};
use super::running_text::paragraphs;
use crate::diag::{Code, Diagnostic, Message, say};
use crate::document::draft::DraftBlock;
use crate::document::{Caption, Inlines, RunningNumber};

/// First paragraph of a figure or table: its caption; the others are notes. `absent` says that there is none.
pub fn caption_and_notes(
    resolver: &mut Resolver<'_>,
    line: u32,
    absent: Message,
    body: &[DraftBlock],
) -> Option<(Inlines, Vec<Inlines>)> {
    let mut paragraphs = paragraphs(resolver, body);
    if paragraphs.is_empty() {
        resolver.fault(line, Diagnostic::new(Code::CaptionMissing, absent).hint(say!("hint-caption")));
        return None;
    }
    let caption = paragraphs.remove(0);
    Some((caption, paragraphs))
}

/// A figure's caption with the next number, known by its label.
pub fn figure_caption(
    resolver: &mut Resolver<'_>,
    of: &Directive<'_>,
    label: &str,
    text: Inlines,
) -> Caption {
    let number = (!resolver.sources.is_paper()).then(|| resolver.numbering.figure());
    let around = resolver.sources.locale.figure_label();
    labelled(
        resolver,
        Kind::Figure,
        of,
        label,
        caption(resolver.sources.locale.caption_separator(), around, number, text),
    )
}

/// A table's caption with the next number, known by its label.
pub fn table_caption(resolver: &mut Resolver<'_>, of: &Directive<'_>, label: &str, text: Inlines) -> Caption {
    let number = (!resolver.sources.is_paper()).then(|| resolver.numbering.table());
    let around = resolver.sources.locale.table_label();
    labelled(
        resolver,
        Kind::Table,
        of,
        label,
        caption(resolver.sources.locale.caption_separator(), around, number, text),
    )
}

fn labelled(
    resolver: &mut Resolver<'_>,
    kind: Kind,
    of: &Directive<'_>,
    label: &str,
    caption: Caption,
) -> Caption {
    resolver.label(of.line, label, &caption.printed());
    resolver.labels.expect(kind, label, of.line);
    caption
}

fn caption(
    separator: &str,
    (before, after): (&str, &str),
    number: Option<RunningNumber>,
    text: Inlines,
) -> Caption {
    Caption {
        before: before.to_owned(),
        number,
        after: after.to_owned(),
        separator: separator.to_owned(),
        text,
    }
}
