//! Figures: the chart directive's data, drawn, captioned, with notes and alt text.

use std::sync::Arc;

use super::captions::{caption_and_notes, figure_caption};
use super::charts::Bound;
use super::resolver::{Directive, Resolver};
use super::running_text::running_text;
use super::sources::Sources;
use crate::chart::{self, AltText, Canvas, Chart};
use crate::diag::{Diagnostic, say};
use crate::document::draft::{DraftBlock, DraftKind};
use crate::document::{Drawing, Figure, Inline, Inlines};
use crate::quantity::Pt;

const ATTRIBUTES: &[&str] = &["id", "data", "question", "finding", "by", "against", "item", "kind", "limit"];

/// Lines of a caption's size that a page keeps for caption and notes.
const CAPTION_ROOM: f64 = 8.0;

/// Width and height that a chart has to fill, and the size of its type, in points.
#[derive(Debug, Clone, Copy)]
pub struct ChartSpace {
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
    /// Size of type.
    pub size: Pt,
}

/// A chart with its caption; without a `space` it takes what it needs of the page's width.
pub fn figure(
    resolver: &mut Resolver<'_>,
    directive: &Directive<'_>,
    space: Option<ChartSpace>,
) -> Option<Figure> {
    resolver.known(directive, ATTRIBUTES);
    let label = resolver.required(directive, "id")?.to_owned();
    let line = directive.line;
    let caption_above = space.is_none() && resolver.sources.page_style().look.figure_captions.is_above();
    let (message, body) = message_of(directive.body);
    let message = message.filter(|_| caption_above).map(|text| running_text(resolver, line, text));
    let (caption, written) = caption_and_notes(resolver, line, say!("figure-without-caption"), body)?;
    let bound = resolver.sources.chart(directive.attributes);
    let Bound { mut chart, mut notes } = resolver.check(line, bound)?;
    chart.each_label(&mut |label| *label = resolver.sources.locale.typography(label));
    let drawings = drawings(resolver.sources, &chart, space);
    let drawings = resolver.check(line, drawings)?;
    let caption = figure_caption(resolver, directive, &label, caption);
    notes.extend(written);
    Some(Figure { label, message, caption, caption_above, drawings, notes, chart: Some(Arc::new(chart)) })
}

/// The message, a first paragraph all in bold with the caption after it, and the rest.
fn message_of(body: &[DraftBlock]) -> (Option<&Inlines>, &[DraftBlock]) {
    if let [first, rest @ ..] = body
        && !rest.is_empty()
        && let DraftKind::Paragraph(text) = &first.kind
        && let [Inline::Strong(message)] = text.as_slice()
    {
        return (Some(message), rest);
    }
    (None, body)
}

/// The chart as pictures, each with what it shows in words.
fn drawings(
    sources: &Sources<'_>,
    chart: &Chart,
    space: Option<ChartSpace>,
) -> Result<Vec<Drawing>, Diagnostic> {
    let mut style = sources.page_style().clone();
    style.sizes.chart = space.map_or(style.sizes.chart, |space| space.size);
    let style = &style;
    let breaks = |word: &str| sources.locale.breaks_anywhere(word);
    let canvas = Canvas {
        sheet: style,
        palette: &sources.theme.palette,
        faces: sources.faces,
        width: space.map_or(style.page.table_width(), |space| space.width),
        height: space.map(|space| space.height),
        page: style.page.text_height() - CAPTION_ROOM * style.sizes.caption,
        breaks: &breaks,
    };
    let pictures = chart::draw(chart, &canvas)?.into_iter();
    pictures
        .map(|part| {
            let shown = part.rows.map(|rows| chart.part(rows));
            let words = AltText { locale: sources.locale };
            let alt = words.of(shown.as_ref().unwrap_or(chart))?;
            Ok(Drawing { picture: part.picture, alt })
        })
        .collect()
}
