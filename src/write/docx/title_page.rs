//! The title page. Its parts are set apart by spacing before them, reckoned from what they hold, or stand in rows
//! of fixed heights on the theme's cover.

use docx_rs::{
    AlignmentType, HeightRule, LineSpacing, LineSpacingType, Paragraph, Run, TableCell, TableRow, VAlignType,
};

use super::block_writer::BlockWriter;
use super::fields::run;
use super::figure::logo;
use super::side_by_side::{cell, column_widths, layout_table, part, side_by_side};
use super::table::height_in_twips;
use crate::document::{Inlines, TitlePage, plain_text};
use crate::quantity::{Mm, Pt, Twips, whole};

/// Shares of the page's free height before approvals, kind, details and place.
const SHARES: [f64; 4] = [0.08, 0.36, 0.12, 0.42];
/// The mean width of a letter, in em; on the wide side, so that the page never overflows.
const LETTER: f64 = 0.54;
/// White between kind and title.
const GAP: Pt = Pt(12.0);
/// White between approvals that stand side by side.
pub const GUTTER: Mm = Mm(10.0);
/// White above the line for a signature.
const SIGNATURE: Pt = Pt(9.0);

/// Heights of the cover's rows: organisations, title, white, approvals. The dark field of the picture ends below the
/// second; details and place stand at the foot of what is left of the page.
const ROWS: [Pt; 4] = [Pt(90.0), Pt(350.0), Pt(65.0), Pt(78.0)];
/// Room of the cover that is left free, so that the page never overflows.
const SLACK: Pt = Pt(14.0);
/// The greatest height of a logo on the cover.
const COVER_LOGO: Mm = Mm(13.0);
/// Share of the width that the details have beside the place.
const DETAILS: f64 = 0.62;

/// Writes the title page; what follows begins a new one.
pub fn title_page<'a>(writer: &mut BlockWriter<'a>, page: &'a TitlePage) {
    if writer.context().theme.cover.is_some() {
        cover(writer, page);
    } else {
        plain_title_page(writer, page);
    }
    writer.flow.break_page();
}

fn plain_title_page<'a>(writer: &mut BlockWriter<'a>, page: &'a TitlePage) {
    let text_height = writer.context().page_style().page.text_height();
    let free = (text_height - height(writer, page)).max(Pt(0.0));
    let [approvals, kind, details, place] = SHARES.map(|share| free * share);
    logos(writer, page, AlignmentType::Center, Pt(f64::INFINITY));
    lines(writer, "Organisation", &page.organisation, Pt(0.0));
    if !page.approvals.is_empty() {
        let width = writer.context().page_style().page.text_width().twips();
        self::approvals(writer, page, width, approvals);
    }
    let (above, below) = if page.kind.is_empty() { (Pt(0.0), kind) } else { (kind, GAP) };
    line(writer, "DocumentKind", &page.kind, above);
    line(writer, "Title", &page.title, below);
    lines(writer, "TitleDetails", &page.details, details);
    line(writer, "Place", &page.place, place);
}

/// Whoever approves, side by side; who is alone stands at the right (GOST R 7.0.97-2016, 5.16).
fn approvals<'a>(writer: &mut BlockWriter<'a>, page: &'a TitlePage, width: Twips, above: Pt) {
    let columns = page.approvals.len().max(2);
    let empty = columns - page.approvals.len();
    let shares = vec![1.0 / whole::float(columns); columns];
    side_by_side(writer, (width, &shares), columns, |writer, at| {
        let Some(approval) = at.checked_sub(empty).and_then(|at| page.approvals.get(at)) else { return };
        // Above the line for the signature, which the one for the date follows.
        let signature = approval.len().checked_sub(2);
        for (at, text) in approval.iter().enumerate() {
            let before = match at {
                0 => above,
                at if Some(at) == signature => SIGNATURE,
                _ => Pt(0.0),
            };
            let style = if at == 0 { "ApprovalHeading" } else { "Approval" };
            line(writer, style, text, before);
        }
    });
}

/// On a picture every part stands in a row of a fixed height.
fn cover<'a>(writer: &mut BlockWriter<'a>, page: &'a TitlePage) {
    let sheet = writer.context().page_style().page;
    let width = (sheet.width - 2.0 * sheet.left).twips();
    let widths = column_widths(width, &[DETAILS, 1.0 - DETAILS]);
    let [first, title, white, approvals] = ROWS;
    let rest = sheet.text_height() - first - title - white - approvals - SLACK;
    let whole = |writer: &mut BlockWriter<'a>, height, align, write: &dyn Fn(&mut BlockWriter<'a>)| {
        let children = part(writer, write);
        row(height, vec![cell(width, children).grid_span(2).vertical_align(align)])
    };
    let mut rows = vec![
        whole(writer, first, VAlignType::Top, &|writer| {
            lines(writer, "Organisation", &page.organisation, Pt(0.0));
        }),
        whole(writer, title, VAlignType::Bottom, &|writer| {
            line(writer, "Title", &page.title, Pt(0.0));
            line(writer, "DocumentKind", &page.kind, GAP);
        }),
        whole(writer, white, VAlignType::Top, &|_| {}),
        whole(writer, approvals, VAlignType::Top, &|writer| {
            if !page.approvals.is_empty() {
                self::approvals(writer, page, width, Pt(0.0));
            }
        }),
    ];
    let details = part(writer, |writer| {
        logos(writer, page, AlignmentType::Left, COVER_LOGO.pt());
        lines(writer, "TitleDetails", &page.details, Pt(0.0));
    });
    let place = part(writer, |writer| line(writer, "Place", &page.place, Pt(0.0)));
    let last = widths.iter().zip([details, place]);
    let last = last.map(|(width, children)| cell(*width, children).vertical_align(VAlignType::Bottom));
    rows.push(row(rest, last.collect()));
    let table = layout_table(rows, &widths);
    writer.flow.push_table(table);
    writer.flow.push_holder();
}

fn row(height: Pt, cells: Vec<TableCell>) -> TableRow {
    TableRow::new(cells).cant_split().row_height(height_in_twips(height)).height_rule(HeightRule::AtLeast)
}

/// The logos side by side.
fn logos<'a>(writer: &mut BlockWriter<'a>, page: &'a TitlePage, align: AlignmentType, most: Pt) {
    let mut children = Vec::new();
    for drawing in &page.logos {
        if !children.is_empty() {
            children.push(run(Run::new().add_text("    ")));
        }
        children.push(logo(writer, drawing, most));
    }
    let spacing = LineSpacing::new().after(200);
    writer.flow.push(Paragraph::new().style("TitleDetails").align(align).line_spacing(spacing), children);
}

fn lines<'a>(writer: &mut BlockWriter<'a>, style: &str, lines: &'a [Inlines], before: Pt) {
    for (at, text) in lines.iter().enumerate() {
        line(writer, style, text, if at == 0 { before } else { Pt(0.0) });
    }
}

fn line<'a>(writer: &mut BlockWriter<'a>, style: &str, text: &'a Inlines, before: Pt) {
    let mut paragraph = Paragraph::new().style(style);
    if before > Pt(0.0) {
        let spacing = LineSpacing::new().before(u32::try_from(before.twips().0).unwrap_or(0));
        paragraph = paragraph.line_spacing(spacing.line(240).line_rule(LineSpacingType::Auto));
    }
    writer.push_text(paragraph, text);
}

/// What the texts take.
fn height(writer: &BlockWriter<'_>, page: &TitlePage) -> Pt {
    let style = writer.context().page_style();
    let (size, set) = (style.sizes.body, style.set_off);
    let width = style.page.text_width();
    let lines = |text: &Inlines, size: Pt, width: Pt| {
        let length = whole::float(plain_text(text).chars().count());
        (length * LETTER * (size / width)).ceil().max(1.0) * size * 1.35 + Pt(3.0)
    };
    let logos = page.logos.iter().map(|logo| logo.picture.height + Pt(6.0)).fold(Pt(0.0), Pt::max);
    let organisation: Pt = page.organisation.iter().map(|text| lines(text, size, width)).sum();
    let details: Pt = page.details.iter().map(|text| lines(text, set.details, width)).sum();
    let half = width / whole::float(page.approvals.len().max(2)) - GUTTER.pt();
    let approval = |of: &Vec<Inlines>| of.iter().map(|text| lines(text, size, half)).sum::<Pt>() + SIGNATURE;
    let approvals = page.approvals.iter().map(approval).fold(Pt(0.0), Pt::max);
    let large = lines(&page.title, set.title, width) + lines(&page.kind, set.kind, width) + GAP;
    logos + organisation + details + approvals + large + lines(&page.place, size, width)
}
