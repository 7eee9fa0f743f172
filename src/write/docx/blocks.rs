//! Blocks in document order become paragraphs and tables; those that hold blocks are walked here.

use docx_rs::{IndentLevel, NumberingId, Paragraph, SpecialIndentType};

use super::block_context::{BlockContext, Container, LIST_STEP, PANEL_RIGHT};
use super::block_writer::BlockWriter;
use super::numbering::{BULLETS, LIST_LEVELS};
use super::{
    bibliography, contents, figure, formula, heading, key_numbers, panel, quote, signature, table, title_page,
};
use crate::diag::say;
use crate::document::{Block, Callout, Inline, Inlines, List, plain_text};

/// So many blocks at the end of a paper stay together: signatures never stand alone on a page.
const CLOSING: usize = 4;

/// Writes the blocks of a report or a paper.
pub fn document<'a>(writer: &mut BlockWriter<'a>, all: &'a [Block]) {
    let is_paper = !matches!(all, [Block::TitlePage(_), ..]);
    let (text, closing) = all.split_at(if is_paper { all.len().saturating_sub(CLOSING) } else { all.len() });
    blocks(writer, text, BlockContext::TEXT);
    let start = writer.flow.len();
    blocks(writer, closing, BlockContext::TEXT);
    let end = writer.flow.len();
    writer.flow.keep_together(start, end);
}

/// Writes blocks that stand within something.
pub fn blocks<'a>(writer: &mut BlockWriter<'a>, blocks: &'a [Block], within: BlockContext) {
    for (at, one) in blocks.iter().enumerate() {
        let start = writer.flow.len();
        block(writer, one, within);
        if leads_in(one, blocks.get(at + 1)) || is_between(blocks, at) {
            writer.flow.keep_with_next(start);
        }
    }
}

/// Letters of a few lines.
const SHORT: usize = 200;
/// The most paragraphs between a heading and what it heads that end no page with it.
const FEW: usize = 2;

/// Whether a paragraph is one of a few lines between a heading and the table or figure that it heads: they do not end a
/// page alone.
fn is_between(blocks: &[Block], at: usize) -> bool {
    let is_short = |at: &usize| matches!(blocks.get(*at), Some(Block::Paragraph(text)) if plain_text(text).chars().count() < SHORT);
    let before = (0..at).rev().take_while(is_short).count();
    let lines = (at..).take_while(is_short).count();
    let heading = at.checked_sub(before + 1).and_then(|at| blocks.get(at));
    let headed = blocks.get(at + lines);
    (1..=FEW).contains(&(before + lines))
        && lines > 0
        && matches!((heading, headed), (Some(Block::Heading(_)), Some(Block::Table(_) | Block::Figure(_))))
}

/// Whether a paragraph introduces the list after it, or, all in bold, heads what follows: it does not end a page.
fn leads_in(one: &Block, next: Option<&Block>) -> bool {
    match (one, next) {
        (Block::Paragraph(text), Some(_)) if matches!(text.as_slice(), [Inline::Strong(_)]) => true,
        (Block::Paragraph(text), Some(Block::List(_))) => plain_text(text).trim_end().ends_with(':'),
        _ => false,
    }
}

fn block<'a>(writer: &mut BlockWriter<'a>, block: &'a Block, within: BlockContext) {
    match block {
        Block::TitlePage(page) => title_page::title_page(writer, page),
        Block::Contents(contents) => contents::contents(writer, contents),
        Block::Heading(heading) => heading::heading(writer, heading),
        Block::Paragraph(text) => paragraph(writer, text, within),
        Block::List(of) => list(writer, of, within),
        Block::Figure(figure) => figure::figure(writer, figure),
        Block::Table(table) => table::table(writer, table),
        Block::Callout(of) => callout(writer, of),
        Block::Quote(quote) => quote::quote(writer, quote),
        Block::Numbers(numbers) => key_numbers::key_numbers(writer, numbers),
        Block::Formula(formula) => formula::formula(writer, formula),
        Block::Bibliography(of) => bibliography::bibliography(writer, of),
        Block::PageBreak => writer.flow.break_page(),
    }
}

fn paragraph<'a>(writer: &mut BlockWriter<'a>, text: &'a Inlines, within: BlockContext) {
    let mut paragraph = Paragraph::new().style(within.paragraph_style());
    if within.depth > 0 {
        let left = within.list_indent(writer.context().theme);
        let flush = Some(SpecialIndentType::FirstLine(0));
        paragraph = paragraph.indent(Some(left.0), flush, Some(within.right_indent().0), None);
        paragraph = panel::edged(paragraph, within, left, writer.context().theme);
    }
    match signature::parts(text) {
        Some(parts) if within.depth == 0 => signature::signature(writer, paragraph, parts),
        _ => writer.push_text(paragraph, text),
    }
}

fn callout<'a>(writer: &mut BlockWriter<'a>, callout: &'a Callout) {
    let start = writer.flow.len();
    blocks(writer, &callout.blocks, BlockContext::of(Container::Callout(callout.tone)));
    let end = writer.flow.len();
    writer.flow.keep_together(start, end);
    panel::set_distances(&mut writer.flow, start);
}

/// A list with real numbering; a numbered one begins where it says.
fn list<'a>(writer: &mut BlockWriter<'a>, list: &'a List, within: BlockContext) {
    if within.depth >= LIST_LEVELS {
        writer.inline.fault(say!("docx-lists-deep", levels = LIST_LEVELS));
        return;
    }
    let numbering = if list.ordered { writer.lists.add(within.depth, list.start) } else { BULLETS };
    let inside = within.deeper();
    for (at, one) in list.items.iter().enumerate() {
        let start = writer.flow.len();
        let mut rest = one.as_slice();
        if let Some((Block::Paragraph(text), tail)) = one.split_first() {
            item(writer, text, inside, numbering);
            rest = tail;
        }
        blocks(writer, rest, inside);
        // The last item does not stand alone on a page.
        if at + 2 == list.items.len() {
            writer.flow.keep_with_next(start);
        }
    }
}

/// The first paragraph of a list's item, with its mark.
fn item<'a>(writer: &mut BlockWriter<'a>, text: &'a Inlines, within: BlockContext, numbering: usize) {
    let level = IndentLevel::new(within.depth - 1);
    let mut paragraph =
        Paragraph::new().style(within.paragraph_style()).numbering(NumberingId::new(numbering), level);
    if within.is_on_panel() {
        let left = within.list_indent(writer.context().theme);
        let hanging = Some(SpecialIndentType::Hanging(LIST_STEP.0));
        paragraph = paragraph.indent(Some(left.0), hanging, Some(PANEL_RIGHT.0), None);
        paragraph = panel::edged(paragraph, within, left - LIST_STEP, writer.context().theme);
    }
    writer.push_text(paragraph, text);
}
