//! Tables: written by the author row by row, or built from a question (`question=…`, `by=…`).

pub mod by_groups;
mod content;
mod from_question;
mod widths;

use super::captions::{caption_and_notes, table_caption};
use super::resolver::{Directive, Resolver};
use super::running_text::running_text;
use crate::diag::{Code, Diagnostic, say};
use crate::document::draft::{DraftBlock, DraftKind};
use crate::document::{Align, Cell, Column, Inlines, Row, Table};
use crate::quantity::{Mm, Pt};

use by_groups::GroupTable;
use content::{TableContent, is_strong};
use widths::ColumnWidths;

const ATTRIBUTES: &[&str] = &["id", "question", "by", "item", "widths", "page", "height", "signs"];
/// Where the signs of a table over groups are explained, where not below it.
const SIGNS: &str = "above";
/// How a table's page may stand, for messages.
const PAGES: &str = "portrait, landscape";
/// Heights of a row that an author may ask for, in millimetres.
const ROW_HEIGHTS: std::ops::RangeInclusive<f64> = 4.0..=60.0;
/// What columns can give up of the width of their longest words when those are hyphenated.
const HYPHENATED: f64 = 0.8;

/// A table with its caption.
pub fn table(resolver: &mut Resolver<'_>, directive: &Directive<'_>) -> Option<Table> {
    resolver.known(directive, ATTRIBUTES);
    let label = resolver.required(directive, "id")?.to_owned();
    let line = directive.line;
    let (tables, text): (Vec<DraftBlock>, Vec<DraftBlock>) =
        directive.body.iter().cloned().partition(|b| matches!(b.kind, DraftKind::Table { .. }));
    let (caption, written) = caption_and_notes(resolver, line, say!("table-without-caption"), &text)?;
    let content = content(resolver, directive, &tables)?;
    if content.rows.is_empty() {
        let message = say!("table-without-rows", label = label);
        let fault = Diagnostic::new(Code::ChartWithoutData, message);
        resolver.fault(line, fault.hint(say!("hint-guard-directive")));
        return None;
    }
    let landscape = is_landscape(resolver, directive, &label, &content);
    let page = resolver.sources.page_style().page;
    let page = if landscape { page.landscape() } else { page };
    let widths = widths(resolver, directive, &content, page.table_width());
    let caption = table_caption(resolver, directive, &label, caption);
    let aligned = content.aligns.iter().zip(widths).enumerate();
    let columns = aligned.map(|(i, (align, width))| {
        let natural = if content.is_numeric(i) { Align::Right } else { Align::Left };
        Column { align: align.unwrap_or(natural), width }
    });
    let columns = columns.collect();
    let rows = content.rows.into_iter().map(|cells| Row { strong: is_strong(&cells), cells }).collect();
    let notes = content.notes.into_iter().chain(written).collect();
    let row_height = row_height(resolver, directive);
    Some(Table {
        label,
        caption,
        columns,
        head: content.head,
        rows,
        notes,
        landscape,
        whole: false,
        row_height,
    })
}

/// What stands in the table: built from a question, or as written.
fn content(
    resolver: &mut Resolver<'_>,
    directive: &Directive<'_>,
    tables: &[DraftBlock],
) -> Option<TableContent> {
    match directive.attributes.get("question") {
        Some(id) => {
            let by = directive.attributes.get("by").map(|by| GroupTable {
                by,
                item: directive.attributes.get("item"),
                is_explained: is_explained(resolver, directive),
            });
            let built = from_question::content(resolver.sources, id, by);
            resolver.check(directive.line, built).map(|content| content.set(resolver.sources.locale))
        }
        None => written(resolver, directive.line, tables),
    }
}

fn written(resolver: &mut Resolver<'_>, line: u32, tables: &[DraftBlock]) -> Option<TableContent> {
    let [DraftBlock { line, kind: DraftKind::Table { aligns, head, rows } }] = tables else {
        let fault = Diagnostic::new(Code::MarkupUnsupported, say!("table-not-one"));
        resolver.fault(line, fault.hint(say!("hint-table-one")));
        return None;
    };
    let mut cells =
        |row: &[Inlines]| row.iter().map(|cell| running_text(resolver, *line, cell)).collect::<Vec<Cell>>();
    Some(TableContent {
        aligns: aligns.clone(),
        head: cells(head),
        rows: rows.iter().map(|row| cells(row)).collect(),
        notes: Vec::new(),
    })
}

/// `signs=above`: the text above the tables says what letters mean and how groups were compared.
fn is_explained(resolver: &mut Resolver<'_>, directive: &Directive<'_>) -> bool {
    let found = directive.attributes.get("signs");
    if let Some(other) = found.filter(|found| *found != SIGNS) {
        let fault = Diagnostic::new(Code::DirectiveAttribute, say!("table-signs-unknown", name = other));
        resolver.fault(directive.line, fault.hint(say!("hint-table-signs", names = SIGNS)));
    }
    found.is_some()
}

/// `height=9`: least height of a row in millimetres; in points.
fn row_height(resolver: &mut Resolver<'_>, directive: &Directive<'_>) -> Option<f64> {
    let text = directive.attributes.get("height")?;
    let height = text.parse::<f64>().ok().filter(|height| ROW_HEIGHTS.contains(height));
    if height.is_none() {
        let (least, most) = (ROW_HEIGHTS.start(), ROW_HEIGHTS.end());
        let message = say!("row-height-wrong", found = text, least = least, most = most);
        let fault = Diagnostic::new(Code::DirectiveAttribute, message);
        resolver.fault(directive.line, fault.hint(say!("hint-row-height")));
    }
    height.map(|height| Mm(height).pt().0)
}

/// Whether the table stands on turned pages: as asked for, or where its longest words need clearly more than the page (a
/// little more is what hyphens make up for).
fn is_landscape(
    resolver: &mut Resolver<'_>,
    directive: &Directive<'_>,
    label: &str,
    content: &TableContent,
) -> bool {
    let style = resolver.sources.page_style();
    let widths = ColumnWidths::new(resolver.sources, content);
    let needed = widths.words() * HYPHENATED;
    let page = style.page;
    let most = page.table_width().max(page.landscape().table_width());
    if needed > most {
        let (needed, has) = (format!("{:.0}", needed.0), format!("{:.0}", most.0));
        let columns = content.aligns.len();
        let message = say!("table-too-wide", label = label, columns = columns, needed = needed, has = has);
        let fault = Diagnostic::new(Code::TableTooWide, message);
        resolver.fault(directive.line, fault.hint(say!("hint-table-too-wide")));
    }
    match directive.attributes.get("page") {
        // Who sets the widths has seen the page.
        None if directive.attributes.get("widths").is_some() => false,
        None => needed > page.table_width() && most > page.table_width(),
        Some("landscape") => true,
        Some("portrait") => false,
        Some(other) => {
            let fault = Diagnostic::new(Code::DirectiveAttribute, say!("table-page-unknown", name = other));
            resolver.fault(directive.line, fault.hint(say!("hint-table-page", names = PAGES)));
            false
        }
    }
}

/// Relative widths: as written, or by how much text each column holds.
fn widths(
    resolver: &mut Resolver<'_>,
    directive: &Directive<'_>,
    content: &TableContent,
    available: Pt,
) -> Vec<f64> {
    let count = content.aligns.len().max(1);
    let columns = ColumnWidths::new(resolver.sources, content);
    let written: Option<Vec<f64>> = directive
        .attributes
        .get("widths")
        .map(|w| w.split(',').filter_map(|x| x.trim().parse().ok()).filter(|x| *x > 0.0).collect());
    let widths = match written {
        Some(widths) if widths.len() == count => columns.with_room_for_words(widths, available),
        Some(_) => {
            let message = say!("widths-wrong", wanted = count);
            let fault = Diagnostic::new(Code::DirectiveAttribute, message);
            resolver.fault(directive.line, fault.hint(say!("hint-widths")));
            vec![Pt(1.0); count]
        }
        None => columns.natural(available),
    };
    let sum: Pt = widths.iter().copied().sum();
    widths.into_iter().map(|w| w / sum).collect()
}
