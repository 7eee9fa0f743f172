//! Panels: the shaded paragraphs of callouts, speaker's notes and key numbers.
//!
//! A panel is paragraphs of one style, not a table: screen readers read it in order.

use docx_rs::{LineSpacing, Paragraph, ParagraphBorder, ParagraphBorderPosition as Side, ParagraphBorders};

use super::block_context::{BlockContext, PANEL_LEFT};
use super::flow::{BodyChild, Flow};
use crate::quantity::Twips;
use crate::theme::Theme;
use crate::write::ooxml::hex;

/// Distance between a panel's edge and its text, in points, as the styles have it.
const EDGE_SPACE: usize = 8;
/// Word's greatest distance between edge and text, in points.
const MOST_EDGE_SPACE: usize = 31;
const TWIPS_PER_PT: i32 = 20;

/// Draws the edge of an indented paragraph on a panel where the panel's edge is, as far as Word's greatest distance
/// between edge and text reaches; `left` is the paragraph's own indent.
pub fn edged(paragraph: Paragraph, within: BlockContext, left: Twips, theme: &Theme) -> Paragraph {
    let indent = (left - PANEL_LEFT).max(Twips(0)) / TWIPS_PER_PT;
    let distance = EDGE_SPACE + usize::try_from(indent.0).unwrap_or(0);
    let Some(tone) = within.edge(theme).filter(|_| distance > EDGE_SPACE) else {
        return paragraph;
    };
    let side = |position, size, space, colour: &str| {
        ParagraphBorder::new(position).size(size).space(space).color(hex(colour))
    };
    let borders = ParagraphBorders::with_empty()
        .set(side(Side::Top, 4, 4, &theme.palette.surface))
        .set(side(Side::Left, 24, distance.min(MOST_EDGE_SPACE), tone))
        .set(side(Side::Bottom, 4, 4, &theme.palette.surface))
        .set(side(Side::Right, 4, 4, &theme.palette.surface));
    Paragraph { property: paragraph.property.set_borders(borders), ..paragraph }
}

/// Sets the distances of a panel's paragraphs, those since `start`. Word joins the shading of neighbours with equal
/// indents only; between others any distance would show as a white stripe.
pub fn set_distances(flow: &mut Flow, start: usize) {
    let children = flow.since(start);
    let indents: Vec<_> = children.iter().map(indent).collect();
    let followers = indents.iter().skip(1).map(Some).chain([None]);
    let pairs = children.iter_mut().zip(indents.iter().zip(followers)).enumerate();
    for (at, (child, (own, next))) in pairs {
        let BodyChild::Paragraph(paragraph) = child else { continue };
        let after = match next {
            None => 200,
            Some(next) if next == own => 40,
            Some(_) => 0,
        };
        let before = if at == 0 { 160 } else { 0 };
        paragraph.property.line_spacing = Some(LineSpacing::new().before(before).after(after));
    }
}

/// What decides whether two neighbours are one panel; `None` for a table.
fn indent(child: &BodyChild) -> Option<String> {
    match child {
        BodyChild::Paragraph(paragraph) => Some(format!("{:?}", paragraph.property.indent)),
        BodyChild::Table(_) => None,
    }
}
