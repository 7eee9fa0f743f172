//! The slides of a deck: each second-level heading is a slide and states its message.

use super::blocks::Blocks;
use super::figures::ChartSpace;
use super::fit;
use super::resolver::{Directive, Resolver};
use super::running_text::{paragraphs, running_text};
use crate::diag::{Code, Diagnostic, say};
use crate::document::draft::{DraftBlock, DraftKind};
use crate::document::{Block, Inline, Layout, Slide, plain_text};
use crate::theme::PageStyle;

/// The layouts that an author may name, for messages; the blocks choose the others.
const LAYOUTS: &str = "title, section, columns, closing";

/// All slides of a draft.
pub fn slides(resolver: &mut Resolver<'_>, draft: &[DraftBlock]) -> Vec<Slide> {
    let mut slides = Vec::new();
    let mut rest = draft;
    while let Some((first, tail)) = rest.split_first() {
        let DraftKind::Heading { attributes, text, .. } = &first.kind else {
            let fault = Diagnostic::new(Code::MarkupUnsupported, say!("before-first-slide"));
            resolver.fault(first.line, fault.hint(say!("hint-slide-begins")));
            rest = tail;
            continue;
        };
        let end = tail.iter().position(|b| matches!(b.kind, DraftKind::Heading { .. })).unwrap_or(tail.len());
        let (body, next) = tail.split_at(end);
        let number = u32::try_from(slides.len() + 1).unwrap_or(u32::MAX);
        let directive = Directive { line: first.line, name: "slide", attributes, body };
        slides.push(slide(resolver, number, &directive, text));
        rest = next;
    }
    slides
}

/// What stands below a slide's message.
#[derive(Default)]
struct SlideBody {
    blocks: Vec<Block>,
    notes: Vec<Block>,
    source: Vec<Vec<Inline>>,
}

fn slide(resolver: &mut Resolver<'_>, number: u32, directive: &Directive<'_>, title: &[Inline]) -> Slide {
    resolver.known(directive, &["id", "layout", "section"]);
    let named = named_layout(resolver, directive);
    let line = directive.line;
    let label = directive.attributes.get("id").map_or_else(|| format!("slide-{number}"), str::to_owned);
    resolver.label(line, &label, &number.to_string());
    let SlideBody { blocks, notes, source } = slide_body(resolver, named, directive.body);
    let title = running_text(resolver, line, title);
    let layout = match named {
        Some(layout) => may_hold(layout, &blocks).then_some(layout),
        None => chosen_layout(&blocks),
    };
    let section = match directive.attributes.get("section") {
        Some(name) => Some(name.to_owned()),
        None => (layout == Some(Layout::Section)).then(|| plain_text(&title)),
    };
    let laid_out = layout.is_some();
    let layout = layout.unwrap_or(Layout::Text);
    let mut slide = Slide { number, layout, label, section, title, blocks, notes, source, scale: 1.0 };
    if laid_out {
        slide.scale = fit::scale(resolver.sources, &slide);
        for fault in fit::faults(resolver.sources, &slide) {
            resolver.fault(line, fault);
        }
    } else {
        let fault = Diagnostic::new(Code::MarkupUnsupported, say!("slide-without-layout"));
        resolver.fault(line, fault.hint(say!("hint-slide-one-block")));
    }
    slide
}

fn slide_body(resolver: &mut Resolver<'_>, layout: Option<Layout>, draft: &[DraftBlock]) -> SlideBody {
    let style = resolver.sources.page_style();
    let mut found = SlideBody::default();
    // A chart among what the speaker says takes the frame of what was shown last.
    let mut space = None;
    for block in draft {
        match &block.kind {
            DraftKind::Directive { name, body, .. } if name == "notes" => {
                let mut spoken = match space {
                    Some(space) => Blocks::in_frame(resolver, space),
                    None => Blocks::on_pages(resolver),
                };
                found.notes.extend(spoken.blocks(body));
            }
            DraftKind::Directive { name, body, .. } if name == "source" => {
                found.source.extend(paragraphs(resolver, body));
            }
            DraftKind::Directive { .. }
            | DraftKind::Heading { .. }
            | DraftKind::Paragraph(_)
            | DraftKind::List { .. }
            | DraftKind::Quote(_)
            | DraftKind::Table { .. }
            | DraftKind::PageBreak => {
                let frame = chart_space(style, layout, found.blocks.len());
                space = Some(frame);
                found.blocks.extend(Blocks::in_frame(resolver, frame).block(block));
            }
        }
    }
    // A slide's figure needs no caption of its own: the message is above, the source below, in one paragraph with what
    // the slide says there itself.
    for block in &mut found.blocks {
        if let Block::Figure(figure) = block {
            for note in std::mem::take(&mut figure.notes) {
                match found.source.last_mut() {
                    Some(last) => run_on(last, note),
                    None => found.source.push(note),
                }
            }
        }
    }
    found
}

/// Adds a sentence to a paragraph, which may lack the full stop of its last one.
fn run_on(paragraph: &mut Vec<Inline>, sentence: Vec<Inline>) {
    let is_ended = plain_text(paragraph).ends_with(['.', '!', '?', '…']);
    paragraph.push(Inline::text(if is_ended { " " } else { ". " }));
    paragraph.extend(sentence);
}

fn named_layout(resolver: &mut Resolver<'_>, directive: &Directive<'_>) -> Option<Layout> {
    match directive.attributes.get("layout")? {
        "title" => Some(Layout::Title),
        "section" => Some(Layout::Section),
        "columns" => Some(Layout::Columns),
        "closing" => Some(Layout::Closing),
        other => {
            let message = say!("slide-layout-unknown", name = other);
            let fault = Diagnostic::new(Code::DirectiveAttribute, message);
            resolver.fault(directive.line, fault.hint(say!("hint-slide-layouts", names = LAYOUTS)));
            None
        }
    }
}

/// Room and size of type of a chart after some other blocks.
fn chart_space(style: &PageStyle, layout: Option<Layout>, before: usize) -> ChartSpace {
    let columns = style.column_frames();
    let (frame, size) = match layout {
        Some(Layout::Columns) => (columns.get(before).copied().unwrap_or(columns[1]), style.sizes.chart),
        Some(Layout::Title | Layout::Closing) => (style.illustrated_frames().picture, style.sizes.note),
        Some(
            Layout::Section
            | Layout::Text
            | Layout::Figure
            | Layout::Number
            | Layout::Table
            | Layout::Quotes
            | Layout::Tiles,
        )
        | None => (style.body_frame(), style.sizes.chart),
    };
    ChartSpace { width: frame.width, height: frame.height, size }
}

/// The layout for a slide's blocks; `None` where they are of kinds that have none together.
fn chosen_layout(blocks: &[Block]) -> Option<Layout> {
    match blocks {
        [Block::Figure(_)] => Some(Layout::Figure),
        [Block::Table(_)] => Some(Layout::Table),
        [Block::Numbers(numbers)] if numbers.len() == 1 => Some(Layout::Number),
        [Block::Numbers(_)] => Some(Layout::Tiles),
        [Block::Quote(_), rest @ ..] => {
            rest.iter().all(|b| matches!(b, Block::Quote(_))).then_some(Layout::Quotes)
        }
        blocks => blocks.iter().all(is_text).then_some(Layout::Text),
    }
}

/// Whether a layout that the author names has a place for each of the blocks.
fn may_hold(layout: Layout, blocks: &[Block]) -> bool {
    let in_column = |block| {
        let alone = chosen_layout(std::slice::from_ref(block));
        alone.is_some_and(|layout| !matches!(layout, Layout::Number | Layout::Tiles))
    };
    if layout == Layout::Columns {
        return blocks.len() == 2 && blocks.iter().all(in_column);
    }
    match blocks {
        [text @ .., Block::Figure(_)] if layout != Layout::Section => text.iter().all(is_text),
        blocks => blocks.iter().all(is_text),
    }
}

/// Whether a block stands in a frame of text.
fn is_text(block: &Block) -> bool {
    match block {
        Block::Paragraph(_) => true,
        Block::List(list) => list.items.iter().flatten().all(is_text),
        Block::Callout(callout) => callout.blocks.iter().all(is_text),
        Block::TitlePage(_)
        | Block::Contents(_)
        | Block::Heading(_)
        | Block::Figure(_)
        | Block::Table(_)
        | Block::Quote(_)
        | Block::Numbers(_)
        | Block::Formula(_)
        | Block::Bibliography(_)
        | Block::PageBreak => false,
    }
}
