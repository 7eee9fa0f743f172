//! Blocks set apart from the running text: callouts, quotations, key numbers.

use docx_rs::{
    AlignmentType, BreakType, LineSpacing, Paragraph, ParagraphBorder, ParagraphBorderPosition as Side,
    ParagraphBorders, Run, SpecialIndentType, Tab, TabValueType,
};

use super::block_context::{BOX_LEFT, BOX_RIGHT, Base, BlockContext};
use super::body::{Child, Writer};
use super::controls::dress;
use super::fields::run;
use crate::document::{Callout, KeyNumber, Quote, plain_text};
use crate::theme::Tone;
use crate::write::units::{half_points, hex, twips};

/// How much larger than the text a key number is.
const KEY_NUMBER: f64 = 8.0;
/// Distance between a box's edge and its text, in points, as the styles have it.
const EDGE_SPACE: usize = 8;

impl<'a> Writer<'a> {
    /// A callout is paragraphs of one style, not a table: screen readers read it in order.
    pub fn callout(&mut self, callout: &'a Callout) {
        let start = self.out.len();
        self.blocks(&callout.blocks, BlockContext::of(Base::Callout(callout.tone)));
        self.keep_together(start);
        self.air(start);
    }

    /// Draws the edge of an indented paragraph in a box where the box's edge is, as far as Word's
    /// greatest distance between edge and text reaches.
    pub fn edged(&self, paragraph: Paragraph, place: BlockContext, left: i32) -> Paragraph {
        let palette = &self.theme.palette;
        let distance = EDGE_SPACE + usize::try_from((left - BOX_LEFT).max(0) / 20).unwrap_or(0);
        let Some(tone) = place.edge(self.theme).filter(|_| distance > EDGE_SPACE) else {
            return paragraph;
        };
        let side = |position, size, space, colour: &str| {
            ParagraphBorder::new(position).size(size).space(space).color(hex(colour))
        };
        let borders = ParagraphBorders::with_empty()
            .set(side(Side::Top, 4, 4, &palette.surface))
            .set(side(Side::Left, 24, distance.min(31), tone))
            .set(side(Side::Bottom, 4, 4, &palette.surface))
            .set(side(Side::Right, 4, 4, &palette.surface));
        Paragraph { property: paragraph.property.set_borders(borders), ..paragraph }
    }

    /// Sets the distances of boxed paragraphs since `start`. Word joins the shading of neighbours
    /// with equal indents only; between others any distance would show as a white stripe.
    pub fn air(&mut self, start: usize) {
        let indents: Vec<_> = self.out.iter().skip(start).map(indent).collect();
        let boxed = self.out.iter_mut().skip(start).enumerate();
        for (at, child) in boxed {
            let Child::Paragraph(paragraph) = child else { continue };
            let after = match indents.get(at + 1) {
                None => 200,
                Some(next) if *next == indents[at] => 40,
                Some(_) => 0,
            };
            let before = if at == 0 { 160 } else { 0 };
            paragraph.property.line_spacing = Some(LineSpacing::new().before(before).after(after));
        }
    }

    pub fn quote(&mut self, quote: &'a Quote) {
        let attributed = !quote.attribution.is_empty();
        for (at, text) in quote.text.iter().enumerate() {
            let keep = attributed || at + 1 < quote.text.len();
            self.text_paragraph(Paragraph::new().style("Quote").keep_next(keep), text);
        }
        let attribution = Paragraph::new().style("QuoteAttribution").align(AlignmentType::Right);
        self.text_paragraph(attribution, &quote.attribution);
    }

    /// One paragraph per number, value before label, so that the reading order is the printed one.
    pub fn key_numbers(&mut self, numbers: &'a [KeyNumber]) {
        let start = self.out.len();
        let size = self.sheet.sizes.body + KEY_NUMBER;
        let longest = numbers.iter().map(|n| plain_text(&n.value).chars().count()).max().unwrap_or(0);
        let half = self.text_width() / 2;
        let column = (twips(size * 0.55 * longest as f64) + 340).clamp(1701.min(half), half);
        for number in numbers {
            self.key_number(number, size, column);
        }
        self.keep_together(start);
        self.air(start);
    }

    fn key_number(&mut self, number: &'a KeyNumber, size: f64, column: i32) {
        let palette = &self.theme.palette;
        let ink = hex(match number.tone {
            Tone::Accent | Tone::AccentSoft => &palette.accent,
            Tone::Calm | Tone::CalmSoft => &palette.calm,
            Tone::Middle | Tone::Grey => &palette.text,
        });
        let muted = hex(&palette.muted);
        let small = half_points(self.sheet.sizes.note);
        let mut children = self.strong_inlines(&number.value);
        dress(&mut children, |run| run.color(ink.clone()).size(half_points(size)));
        children.push(run(Run::new().add_tab()));
        children.extend(self.inlines(&number.label));
        if !number.detail.is_empty() {
            children.push(run(Run::new().add_break(BreakType::TextWrapping)));
            let mut detail = self.inlines(&number.detail);
            dress(&mut detail, |run| run.size(small).color(muted.clone()));
            children.extend(detail);
        }
        let left = column + 170;
        let paragraph = Paragraph::new()
            .style("KeyNumber")
            .add_tab(Tab::new().val(TabValueType::Left).pos(left.max(0) as usize))
            .indent(Some(left), Some(SpecialIndentType::Hanging(column)), Some(BOX_RIGHT), None);
        self.push(paragraph, children);
    }
}

/// What decides whether two neighbours are one box; `None` for a table.
fn indent(child: &Child) -> Option<String> {
    match child {
        Child::Paragraph(paragraph) => Some(format!("{:?}", paragraph.property.indent)),
        Child::Table(_) => None,
    }
}
