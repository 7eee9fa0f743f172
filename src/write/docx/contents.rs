//! Lists of contents: real TOC fields whose entries are already filled in, but for their pages.
//!
//! On which page a heading stands, the program decides that shows the file: its faces and its way of breaking pages are
//! not the PDF's, and a list that prints another layout's pages is wrong. So the entries are links, and the pages come
//! when the field is updated (F9 in Word), which sets the whole list anew.

use docx_rs::{Hyperlink, HyperlinkType, Paragraph, ParagraphChild, Run};

use super::block_writer::BlockWriter;
use super::bookmarks::Extent;
use super::caption::caption_text;
use super::context::Context;
use super::fields::{begin, end, run};
use super::heading::rule_above;
use crate::document::{Caption, Contents, Heading, Listed, plain_text};

/// A line of a list.
struct Entry<'a> {
    style: &'static str,
    label: &'a str,
    text: String,
}

/// Writes the heading, then one entry per heading of the first two levels, per figure or per table.
pub fn contents<'a>(writer: &mut BlockWriter<'a>, contents: &'a Contents) {
    let heading = &contents.heading;
    if contents.of == Listed::Headings && writer.context().page_style().look.sections_begin_pages {
        writer.flow.break_page();
    }
    rule_above(writer);
    let text = writer.inlines(&heading.text);
    let text = writer.enclose(&heading.label, text);
    writer.flow.push(Paragraph::new().style("TOCHeading"), text);
    let (code, entries) = entries(writer.context(), contents.of);
    let count = entries.len();
    for (at, of) in entries.into_iter().enumerate() {
        let mut children = if at == 0 { begin(code, &unstyled) } else { Vec::new() };
        children.push(entry(writer, &of));
        if at + 1 == count {
            children.push(end(&unstyled));
        }
        writer.flow.push(Paragraph::new().style(of.style), children);
    }
}

/// The field's code, and what it lists.
fn entries<'a>(context: &Context<'a>, of: Listed) -> (&'static str, Vec<Entry<'a>>) {
    let captioned = |captions: &[(&'a str, &'a Caption)]| {
        let entry = |(label, caption): &(&'a str, &'a Caption)| Entry {
            style: "TableofFigures",
            label,
            text: caption_text(caption),
        };
        captions.iter().map(entry).collect()
    };
    match of {
        Listed::Headings => {
            let listed = context.labels.headings.iter().filter(|heading| heading.level <= 2);
            let entry = |heading: &&'a Heading| Entry {
                style: if heading.level <= 1 { "TOC1" } else { "TOC2" },
                label: heading.label.as_str(),
                text: heading_text(heading),
            };
            ("TOC \\o \"1-2\" \\h \\z", listed.map(entry).collect())
        }
        Listed::Figures => ("TOC \\h \\z \\c \"Figure\"", captioned(&context.labels.figures)),
        Listed::Tables => ("TOC \\h \\z \\c \"Table\"", captioned(&context.labels.tables)),
    }
}

fn entry(writer: &mut BlockWriter<'_>, of: &Entry<'_>) -> ParagraphChild {
    let anchor = writer.inline.bookmarks.name(Extent::Whole, of.label);
    let mut link = Hyperlink::new(anchor, HyperlinkType::Anchor);
    link.children.push(run(writer.inline.text_run(&of.text)));
    ParagraphChild::Hyperlink(link)
}

fn heading_text(heading: &Heading) -> String {
    match heading.number.as_deref().filter(|n| !n.is_empty()) {
        Some(number) => format!("{number} {}", plain_text(&heading.text)),
        None => plain_text(&heading.text),
    }
}

fn unstyled(run: Run) -> Run {
    run
}
