//! The title page. Its parts are set apart by spacing before them, reckoned from what they hold.

use docx_rs::{AlignmentType, FrameProperty, LineSpacing, LineSpacingType, Paragraph, Run};

use super::block_writer::BlockWriter;
use super::fields::run;
use super::figure::logo;
use super::flow::BodyChild;
use crate::document::{Inlines, TitlePage, plain_text};
use crate::quantity::{Pt, whole};

/// Shares of the page's free height before approvals, kind, details and place.
const SHARES: [f64; 4] = [0.10, 0.32, 0.14, 0.41];
/// The mean width of a letter, in em; on the wide side, so that the page never overflows.
const LETTER: f64 = 0.54;
/// White between approvals, and between kind and title.
const GAP: Pt = Pt(12.0);

/// A frame on a picture behind the page.
#[derive(Debug, Clone, Copy)]
struct Frame {
    /// Share of the page's width between margins as wide as the left one.
    width: f64,
    /// Distance from the page's top as a share of its height.
    top: f64,
}

/// Frames of organisations, title, approvals and details.
const FRAMES: [Frame; 4] = [
    Frame { width: 0.44, top: 0.12 },
    Frame { width: 0.96, top: 0.40 },
    Frame { width: 0.96, top: 0.70 },
    Frame { width: 0.96, top: 0.87 },
];

/// Writes the title page; what follows begins a new one.
pub fn title_page<'a>(writer: &mut BlockWriter<'a>, page: &'a TitlePage) {
    if writer.context().theme.cover.is_some() {
        framed_title_page(writer, page);
    } else {
        plain_title_page(writer, page);
    }
    writer.flow.break_page();
}

fn plain_title_page<'a>(writer: &mut BlockWriter<'a>, page: &'a TitlePage) {
    let text_height = writer.context().page_style().page.text_height();
    let free = (text_height - height(writer, page)).max(Pt(0.0));
    let [approvals, kind, details, place] = SHARES.map(|share| free * share);
    logos(writer, page, AlignmentType::Center);
    lines(writer, "Organisation", &page.organisation, Pt(0.0));
    for (at, approval) in page.approvals.iter().enumerate() {
        lines(writer, "Approval", approval, if at == 0 { approvals } else { GAP });
    }
    let (above, below) = if page.kind.is_empty() { (Pt(0.0), kind) } else { (kind, GAP) };
    line(writer, "DocumentKind", &page.kind, above);
    line(writer, "Title", &page.title, below);
    lines(writer, "TitleDetails", &page.details, details);
    line(writer, "Place", &page.place, place);
}

/// On a picture every part has a frame at a fixed place; the line in the flow after them holds the frames.
fn framed_title_page<'a>(writer: &mut BlockWriter<'a>, page: &'a TitlePage) {
    let [organisation, title, approvals, details] = FRAMES;
    frame(writer, organisation, |writer| lines(writer, "Organisation", &page.organisation, Pt(0.0)));
    frame(writer, title, |writer| {
        line(writer, "Title", &page.title, Pt(0.0));
        line(writer, "DocumentKind", &page.kind, GAP);
    });
    frame(writer, approvals, |writer| {
        for (at, approval) in page.approvals.iter().enumerate() {
            lines(writer, "Approval", approval, if at == 0 { Pt(0.0) } else { Pt(9.0) });
        }
    });
    frame(writer, details, |writer| {
        logos(writer, page, AlignmentType::Left);
        lines(writer, "TitleDetails", &page.details, Pt(0.0));
    });
    line(writer, "Place", &page.place, Pt(0.0));
}

/// Puts what `write` adds into one frame (ISO/IEC 29500-1, 17.3.1.11).
fn frame<'a>(writer: &mut BlockWriter<'a>, frame: Frame, write: impl FnOnce(&mut BlockWriter<'a>)) {
    let page = writer.context().page_style().page;
    let width = ((page.width - 2.0 * page.left) * frame.width).twips();
    let property = FrameProperty::new()
        .wrap("around")
        .v_anchor("page")
        .h_anchor("margin")
        .x(1)
        .y((page.height * frame.top).twips().0)
        .width(u32::try_from(width.0).unwrap_or(0));
    let start = writer.flow.len();
    write(writer);
    for child in writer.flow.since(start) {
        if let BodyChild::Paragraph(paragraph) = child {
            paragraph.property.frame_property = Some(property.clone());
        }
    }
}

/// The logos side by side.
fn logos<'a>(writer: &mut BlockWriter<'a>, page: &'a TitlePage, align: AlignmentType) {
    let mut children = Vec::new();
    for drawing in &page.logos {
        if !children.is_empty() {
            children.push(run(Run::new().add_text("    ")));
        }
        children.push(logo(writer, drawing));
    }
    let spacing = LineSpacing::new().after(120);
    writer.flow.push(Paragraph::new().style("Place").align(align).line_spacing(spacing), children);
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
    let size = style.sizes.body;
    let width = style.page.text_width();
    let lines = |text: &Inlines, size: Pt, width: Pt| {
        let length = whole::float(plain_text(text).chars().count());
        (length * LETTER * (size / width)).ceil().max(1.0) * size * 1.35 + Pt(3.0)
    };
    let logos = page.logos.iter().map(|logo| logo.picture.height + Pt(6.0)).fold(Pt(0.0), Pt::max);
    let plain = page.organisation.iter().chain(&page.details);
    let plain: Pt = plain.map(|text| lines(text, size, width)).sum();
    let approvals: Pt = page.approvals.iter().flatten().map(|text| lines(text, size, width * 0.45)).sum();
    let large = lines(&page.title, size + Pt(6.0), width) + lines(&page.kind, size + Pt(2.0), width);
    let gaps = GAP * whole::float(page.approvals.len());
    logos + plain + approvals + large + lines(&page.place, size, width) + gaps
}
