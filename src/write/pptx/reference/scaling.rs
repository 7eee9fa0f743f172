//! How much room the reference leaves, where it lies, and the size of type that goes with it.
//!
//! A message takes two lines: what a reference keeps for longer titles goes to what proves it, unless something is
//! drawn there. The type of the whole deck is then in proportion to the room, the same on every slide.

use super::layouts::{Layout, Role};
use super::placeholders::{Placeholder, drawn, on_master};
use crate::opc::xml::Element;
use crate::quantity::Pt;
use crate::theme::{Frame, Grid, Page, PageStyle, PlaceholderFrames, Sizes};

/// Lines of a message.
const MESSAGE: f64 = 2.0;
/// Share of the slide from which on what is drawn is its background.
const BACKGROUND: f64 = 0.5;
/// Share of the slide's height that the title of a coloured slide keeps free above it.
const TOP: f64 = 0.1;
/// White between what is drawn and text.
const CLEAR: Pt = Pt(3.0);
/// Edges that lie closer than this count as touching.
const TOUCHING: Pt = Pt(1.0);

/// The theme's slides in the frames of a reference, whose slides have a width and height in points; `master` is its
/// root with its placeholders.
pub fn page_style(
    own: &PageStyle,
    size: (Pt, Pt),
    master: (&Element, &[Placeholder]),
    layouts: &[Layout],
) -> PageStyle {
    let (width, height) = own.slide_size();
    let factor = (size.0 / width).min(size.1 / height);
    let first = scaled(own, size, factor);
    let placed = placed(&first, size, master, layouts);
    // The room of the theme's own slide, at the same factor.
    let wanted = own.body_frame().height * factor;
    let share = (placed.body.height / wanted).min(1.0);
    let mut style = scaled(own, size, factor * share);
    style.placeholders = Some(self::placed(&style, size, master, layouts));
    style
}

fn placed(
    style: &PageStyle,
    size: (Pt, Pt),
    (root, master): (&Element, &[Placeholder]),
    layouts: &[Layout],
) -> PlaceholderFrames {
    let of = |role: Role| layouts.iter().find(|layout| layout.role == Some(role));
    let inner = |kind: &str| on_master(master, kind).and_then(Placeholder::inner).unwrap_or_default();
    let (content, columns) = (of(Role::Content), of(Role::Columns));
    let (title, whole) = match content.map(|layout| layout.frames(Role::Content)) {
        Some((title, inner)) => (title, inner.first().copied().unwrap_or_default()),
        None => (inner("title"), inner("body")),
    };
    let columns = columns.map(|layout| layout.frames(Role::Columns));
    let other = columns.as_ref().map_or(title, |(title, _)| *title);
    let lines = MESSAGE * style.sizes.heading2 * style.sizes.line_spacing;
    let title = Frame {
        width: title.width.min(other.width),
        height: title.height.min(other.height).min(lines),
        ..title
    };
    let drawings: Vec<Frame> = drawn(root)
        .into_iter()
        .chain(content.into_iter().flat_map(|layout| drawn(&layout.part.root)))
        .collect();
    let feet = ["dt", "ftr", "sldNum"].map(|kind| on_master(master, kind).and_then(|own| own.frame));
    let whole = stretched(whole, &title, style.grid.gap, size, &drawings, &feet);
    let foot_height = style.grid.foot.min(whole.height);
    let foot = Frame { y: whole.y + whole.height - foot_height, height: foot_height, ..whole };
    let body = Frame { height: (foot.y - style.grid.gap - whole.y).max(Pt(0.0)), ..whole };
    let beside = |frame: Frame| Frame { y: body.y, height: body.height, ..frame };
    let columns = match columns.as_ref().map(|(_, frames)| frames.as_slice()) {
        Some([left, right]) => [beside(*left), beside(*right)],
        _ => style.columns_of(body),
    };
    let pair = |role: Role| match of(role) {
        Some(layout) => {
            let (title, frames) = layout.frames(role);
            [raised(title, size, &drawn(&layout.part.root)), frames.first().copied().unwrap_or_default()]
        }
        None => style.drawn_cover(),
    };
    PlaceholderFrames { title, body, foot, columns, cover: pair(Role::Cover), section: pair(Role::Section) }
}

/// The title of a coloured slide with the free room above it: topics of studies are long.
fn raised(title: Frame, size: (Pt, Pt), drawings: &[Frame]) -> Frame {
    let mut top = TOP * size.1;
    for drawing in drawings.iter().filter(|drawing| is_in_the_way(drawing, &title, size)) {
        if drawing.y + drawing.height <= title.y + TOUCHING {
            top = top.max(drawing.y + drawing.height + CLEAR);
        }
    }
    let y = top.min(title.y);
    Frame { y, height: title.y + title.height - y, ..title }
}

/// Whether something is drawn above or below a frame, and is no background.
fn is_in_the_way(drawing: &Frame, frame: &Frame, size: (Pt, Pt)) -> bool {
    let is_beside = drawing.x >= frame.x + frame.width || drawing.x + drawing.width <= frame.x;
    !is_beside && (drawing.width / size.0) * (drawing.height / size.1) < BACKGROUND
}

/// The frame of the content with the free room above it, up to the message, and below it, down to the footer.
fn stretched(
    whole: Frame,
    title: &Frame,
    gap: Pt,
    size: (Pt, Pt),
    drawings: &[Frame],
    feet: &[Option<Frame>],
) -> Frame {
    let end = whole.y + whole.height;
    let mut top = title.y + title.height + gap;
    let mut bottom = end;
    let lowest = feet.iter().flatten().map(|frame| frame.y).filter(|y| *y >= end - TOUCHING);
    if let Some(foot) = lowest.reduce(Pt::min) {
        bottom = foot;
    }
    for drawing in drawings.iter().filter(|drawing| is_in_the_way(drawing, &whole, size)) {
        let under = drawing.y + drawing.height;
        if under <= whole.y + TOUCHING {
            top = top.max(under + CLEAR);
        }
        if drawing.y >= end - TOUCHING {
            bottom = bottom.min(drawing.y - CLEAR);
        }
    }
    let (y, bottom) = (top.min(whole.y), bottom.max(end));
    Frame { y, height: bottom - y, ..whole }
}

/// Slides of another size, with measures and type of the theme's times a factor.
pub fn scaled(own: &PageStyle, (width, height): (Pt, Pt), factor: f64) -> PageStyle {
    let (sizes, grid, page) = (own.sizes, own.grid, own.page);
    PageStyle {
        sizes: Sizes {
            body: sizes.body * factor,
            heading1: sizes.heading1 * factor,
            heading2: sizes.heading2 * factor,
            heading3: sizes.heading3 * factor,
            table: sizes.table * factor,
            caption: sizes.caption * factor,
            note: sizes.note * factor,
            chart: sizes.chart * factor,
            line_spacing: sizes.line_spacing,
            first_line_indent: sizes.first_line_indent * factor,
        },
        grid: Grid {
            title: grid.title * factor,
            foot: grid.foot * factor,
            gap: grid.gap * factor,
            column_gap: grid.column_gap * factor,
            paragraph_gap: grid.paragraph_gap * factor,
            tile_number: grid.tile_number * factor,
            big_number: grid.big_number * factor,
            detail: grid.detail * factor,
            cell_padding: grid.cell_padding * factor,
            cell_margin: grid.cell_margin * factor,
            tile_head: grid.tile_head * factor,
            quote: grid.quote * factor,
            quote_indent: grid.quote_indent * factor,
            first_column: grid.first_column,
            cover_title: grid.cover_title * factor,
            panel: grid.panel,
        },
        page: Page {
            width: width.mm(),
            height: height.mm(),
            left: page.left * factor,
            right: page.right * factor,
            top: page.top * factor,
            bottom: page.bottom * factor,
            note_column: page.note_column * factor,
        },
        ..own.clone()
    }
}
