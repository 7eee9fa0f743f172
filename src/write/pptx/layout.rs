//! The layouts of the theme: where each kind of slide has its placeholders, and how their text looks.

use super::design_context::DesignContext;
use super::header_footer;
use super::layout_kind::{LayoutKind, SOURCE};
use super::shape::{MUTED, background, el, fill, masters_colours, rectangle, root, tree, with_all};
use super::text_body::{LevelStyle, anchored, without_insets};
use crate::opc::xml::Element;
use crate::quantity::Pt;
use crate::theme::Frame;

/// Height of the rule above a tile.
const TILE_RULE: Pt = Pt(2.5);
/// Height of the band at the foot of a coloured slide.
const BAND: Pt = Pt(5.0);
/// Width of the rule beside a quotation.
const QUOTE_RULE: Pt = Pt(4.0);

/// `p:sldLayout` of a kind.
pub fn layout(context: &DesignContext<'_>, kind: LayoutKind) -> Element {
    let (key, program) = kind.names();
    let name = context.names.name(key);
    let name =
        if let LayoutKind::Tiles(count) = kind { format!("{name} ({count})") } else { name.to_owned() };
    let mut slide = el("p:cSld").with("name", name);
    if kind.is_cover() {
        slide = slide.child(background("tx2"));
    }
    let shapes = match kind {
        LayoutKind::Illustrated => illustrated(context),
        LayoutKind::Title | LayoutKind::Section | LayoutKind::Closing => cover(context, kind),
        LayoutKind::Text
        | LayoutKind::Chart
        | LayoutKind::Picture
        | LayoutKind::Columns
        | LayoutKind::Table
        | LayoutKind::Quotes
        | LayoutKind::Tiles(_) => content(context, kind),
    };
    let mut layout = root("p:sldLayout").with("preserve", "1");
    match program {
        Some(program) => layout.set("type", program),
        None => layout.set("userDrawn", "1"),
    }
    layout.child(slide.child(with_all(tree(), shapes))).child(masters_colours())
}

fn cover(context: &DesignContext<'_>, kind: LayoutKind) -> Vec<Element> {
    let (sizes, grid) = (context.style.sizes, context.style.grid);
    let is_section = kind == LayoutKind::Section;
    let [above, below] =
        if is_section { context.style.section_frames() } else { context.style.cover_frames() };
    let title = LevelStyle { size: sizes.heading1, bold: true, colour: "bg1", before: Pt(0.0) };
    let text = LevelStyle { size: sizes.body, bold: false, colour: "accent3", before: grid.paragraph_gap };
    let style = (anchored("b"), context.list_style(&[title], "+mj").element("a:lstStyle"));
    let mut shapes = vec![band(context)];
    shapes.push(context.prompt(2, "title", kind.title(), Some(above), style));
    for (id, of) in (3..).zip(kind.content()) {
        let style = (anchored("t"), context.text_style(&[text]));
        shapes.push(context.prompt(id, "text", of, Some(below), style));
    }
    shapes.extend(header_footer::drawn(context, 10, "accent3"));
    shapes
}

/// A coloured slide with a picture on a light panel.
fn illustrated(context: &DesignContext<'_>) -> Vec<Element> {
    let (sizes, grid, frames) = (context.style.sizes, context.style.grid, context.style.illustrated_frames());
    let level = |size, bold, colour, before| LevelStyle { size, bold, colour, before };
    let kind = LayoutKind::Illustrated;
    let title = [level(grid.cover_title, true, "bg1", Pt(0.0))];
    let title = (anchored("b"), context.list_style(&title, "+mj").element("a:lstStyle"));
    let text = context.text_style(&[level(sizes.body, false, "accent3", grid.paragraph_gap)]);
    let caption = context.text_style(&[level(grid.detail, true, "tx1", Pt(0.0))]);
    let note = (anchored("b"), context.text_style(&[context.note(MUTED)]));
    let own: [(&str, Frame, (Element, Element)); 3] = [
        ("text", frames.below, (anchored("t"), text)),
        ("picture", frames.picture, (el("a:bodyPr"), el("a:lstStyle"))),
        ("text", frames.caption, (anchored("t"), caption)),
    ];
    let mut shapes = vec![
        rectangle(21, context.names.name("rule"), frames.panel, fill("bg1")),
        band(context),
        context.prompt(2, "title", kind.title(), Some(frames.title), title),
    ];
    for (id, (of, (key, frame, style))) in (3..).zip(kind.content().into_iter().zip(own)) {
        shapes.push(context.prompt(id, key, of, Some(frame), style));
    }
    shapes.push(context.prompt(50, "source", SOURCE, Some(frames.source), note));
    shapes.extend(header_footer::drawn(context, 10, MUTED));
    shapes
}

/// The band at the foot of a coloured slide.
fn band(context: &DesignContext<'_>) -> Element {
    let (width, height) = context.style.slide_size();
    let band = Frame { x: Pt(0.0), y: height - BAND, width, height: BAND };
    rectangle(20, context.names.name("rule"), band, fill("accent2"))
}

fn content(context: &DesignContext<'_>, kind: LayoutKind) -> Vec<Element> {
    let style = context.style;
    // On a customer's master the message stands in the same frame as on its layouts.
    let (frame, properties) = match context.foreign_master {
        Some(_) => (Some(style.title_frame()), without_insets()),
        None => (None, el("a:bodyPr")),
    };
    let mut shapes = vec![context.prompt(2, "title", kind.title(), frame, (properties, el("a:lstStyle")))];
    let frames = match kind {
        LayoutKind::Columns => style.column_frames().to_vec(),
        LayoutKind::Tiles(count) => style.tile_frames(count),
        LayoutKind::Title
        | LayoutKind::Illustrated
        | LayoutKind::Section
        | LayoutKind::Text
        | LayoutKind::Chart
        | LayoutKind::Picture
        | LayoutKind::Table
        | LayoutKind::Quotes
        | LayoutKind::Closing => vec![style.body_frame()],
    };
    for (id, (of, frame)) in (100..).step_by(2).zip(kind.content().into_iter().zip(frames)) {
        let (rule, frame) = ruled(context, kind, frame);
        if let Some((rule, colour)) = rule {
            shapes.push(rectangle(id + 1, context.names.name("rule"), rule, fill(colour)));
        }
        let (key, body) = placeholder_style(context, kind);
        shapes.push(context.prompt(id, key, of, Some(frame), body));
    }
    shapes.push(context.source(50, SOURCE));
    let is_inherited = context.foreign_master.unwrap_or([true; 3]);
    let colours = is_inherited.map(|is_inherited| (!is_inherited).then_some(MUTED));
    shapes.extend(header_footer::each(context, 60, colours));
    shapes
}

/// The coloured rule beside or above a text, with its colour, and what it leaves of the frame.
fn ruled(
    context: &DesignContext<'_>,
    kind: LayoutKind,
    frame: Frame,
) -> (Option<(Frame, &'static str)>, Frame) {
    let grid = context.style.grid;
    let (beside, above) = (grid.quote_indent, grid.tile_head);
    match kind {
        LayoutKind::Tiles(_) => {
            let text = Frame { y: frame.y + above, height: frame.height - above, ..frame };
            (Some((Frame { height: TILE_RULE, ..frame }, "accent1")), text)
        }
        LayoutKind::Quotes => {
            let text = Frame { x: frame.x + beside, width: frame.width - beside, ..frame };
            (Some((Frame { width: QUOTE_RULE, ..frame }, "accent3")), text)
        }
        LayoutKind::Title
        | LayoutKind::Illustrated
        | LayoutKind::Section
        | LayoutKind::Text
        | LayoutKind::Chart
        | LayoutKind::Picture
        | LayoutKind::Columns
        | LayoutKind::Table
        | LayoutKind::Closing => (None, frame),
    }
}

/// Key of a placeholder's name, and its `a:bodyPr` and `a:lstStyle`.
fn placeholder_style(context: &DesignContext<'_>, kind: LayoutKind) -> (&'static str, (Element, Element)) {
    let (sizes, grid) = (context.style.sizes, context.style.grid);
    let level = |size, bold, colour, before| LevelStyle { size, bold, colour, before };
    let bare = || (el("a:bodyPr"), el("a:lstStyle"));
    match kind {
        LayoutKind::Tiles(count) => {
            let large = if count == 1 { grid.big_number } else { grid.tile_number };
            let tile = [
                level(large, true, "accent1", Pt(0.0)),
                level(sizes.body, false, "tx1", Pt(0.0)),
                level(grid.detail, false, MUTED, Pt(0.0)),
            ];
            ("number", (anchored("t"), context.text_style(&tile)))
        }
        LayoutKind::Quotes => {
            let quote = [
                level(grid.quote, false, "tx1", 2.0 * grid.paragraph_gap),
                level(grid.detail, false, MUTED, Pt(0.0)),
            ];
            ("quotes", (anchored("ctr"), context.text_style(&quote)))
        }
        LayoutKind::Chart => ("chart", bare()),
        LayoutKind::Picture => ("picture", bare()),
        LayoutKind::Table => ("table", bare()),
        LayoutKind::Title
        | LayoutKind::Illustrated
        | LayoutKind::Section
        | LayoutKind::Text
        | LayoutKind::Columns
        | LayoutKind::Closing => ("text", (anchored("ctr"), el("a:lstStyle"))),
    }
}
