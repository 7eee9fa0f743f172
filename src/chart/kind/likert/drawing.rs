//! The bars as drawn: one zero for all rows, names of the answers above the first, numbers in columns beside them.

use super::Likert;
use super::columns::{Columns, draw_heads, draw_numbers};
use crate::chart::answer_scale::{self, ScaleRow, fits, segment};
use crate::chart::colour::Rgb;
use crate::chart::data::Side;
use crate::chart::direct_labels::{SeriesNames, Target};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{DASH, printed};
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::rows::{Band, RowLabels};
use crate::diag::Diagnostic;
use crate::picture::Picture;
use crate::quantity::Number;

/// Shares of the width that the label column is tried in: the bars are what is looked at.
const LABEL_SHARES: [f64; 4] = [0.16, 0.19, 0.22, 0.25];
/// The lines that labels are tried in, in a report and on a slide: fewer before more.
const LABEL_LINES: [&[usize]; 2] = [&[2, 3], &[2]];
/// The same where so narrow a column makes the rows too high for a slide.
const WIDE_LABEL_SHARE: f64 = 0.34;
/// Between the heads of columns and the first row, in em.
const HEAD_GAP: f64 = 0.35;
/// The least room for bars, in em.
const LEAST_BARS: f64 = 7.0;
/// What a legend above heads needs less below it, in em.
const LEGEND_GAP: f64 = 0.5;
/// Between the end of a bar and the number of its outermost part, where that has no room inside, in em.
const OUTSIDE_GAP: f64 = 0.25;

/// Per cent left and right of zero, of one row or the most of all.
#[derive(Debug, Clone, Copy, Default)]
struct Sides {
    left: f64,
    right: f64,
}

/// Where the columns stand, and how long a per cent is. Points from the left.
struct Geometry {
    zero: f64,
    /// Left edge of the longest bar.
    left: f64,
    per_cent: f64,
    columns: Columns,
}

pub fn draw(likert: &Likert, context: &DrawContext) -> Result<Picture, Diagnostic> {
    answer_scale::check(&likert.answers, &likert.rows)?;
    let texts = likert.rows.iter().map(|row| row.label.as_str());
    let drawn = |share| {
        RowLabels::stepping_back(context, texts.clone(), share, |labels| draw_with(likert, context, labels))
    };
    drawn(label_share(likert, context)).or_else(|fault| drawn(WIDE_LABEL_SHARE).map_err(|_| fault))
}

/// The narrowest column that leaves the words whole and the labels in few lines.
fn label_share(likert: &Likert, context: &DrawContext) -> f64 {
    let lines = LABEL_LINES[usize::from(context.height.is_some())];
    let is_enough = |most: usize, share: f64| {
        let limit = share * context.width;
        let suits = |label: &str| context.widest_word(label) <= limit && context.wrap(label, limit).0.len() <= most;
        likert.rows.iter().all(|row| suits(&row.label))
    };
    let [.., widest] = LABEL_SHARES;
    let mut tried = lines.iter().flat_map(|most| LABEL_SHARES.map(|share| (*most, share)));
    tried.find(|(most, share)| is_enough(*most, *share)).map_or(widest, |(_, share)| share)
}

fn draw_with(likert: &Likert, context: &DrawContext, labels: &RowLabels) -> Result<Picture, Diagnostic> {
    let colours = answer_scale::colours(&likert.answers, &context.inks);
    let geometry = geometry(likert, labels.end(context), context)?;
    let heads = context.head_size() * context.block(geometry.columns.lines()) + HEAD_GAP * context.em;
    let heads = if geometry.columns.lines() > 0 { heads } else { 0.0 };
    let names = names(likert, &colours, &geometry, heads, context);
    // The heads' own gap parts them from the legend.
    let under = if heads > 0.0 { LEGEND_GAP * context.em } else { 0.0 };
    let top = names.top(heads, under);
    let bands = labels.bands(context, top, 0.0)?;
    let half = bands.half_bar(context.em);
    context.picture(bands.height, |pen| {
        names.draw(pen, context, top, bands.rows.first().map_or(top, |band| band.middle() - half));
        draw_heads(pen, context, &geometry.columns, top - HEAD_GAP * context.em);
        labels.write(pen, &bands.rows, context);
        if let (true, Some(first)) = (likert.is_by_groups && bands.rows.len() > 1, bands.rows.first()) {
            let y = first.top + first.height;
            pen.line((0.0, y), (context.width, y), 0.5, context.inks.line);
        }
        // Before the bars, so that it does not strike the middle answer's number through.
        pen.line((geometry.zero, bands.top), (geometry.zero, bands.bottom), 0.8, context.inks.muted);
        for (row, band) in likert.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, likert, row, &colours, &geometry, (*band, half));
        }
    })
}

/// The answers of the scale above their segments in the first row where there is room, or in a legend.
fn names(
    likert: &Likert,
    colours: &[Rgb],
    geometry: &Geometry,
    heads: f64,
    context: &DrawContext,
) -> SeriesNames {
    let entries = likert.answers.iter().zip(colours.iter().copied());
    let entries = entries.filter(|(answer, _)| answer.side != Side::Apart);
    let entries: Vec<(&str, Rgb)> = entries.map(|(answer, colour)| (answer.label.as_str(), colour)).collect();
    // The names of the rows leave the head free on the left, columns do not on either side.
    let away = 0.7 * context.em;
    let left = geometry.columns.left.iter().map(|c| c.at + c.width / 2.0 + away).fold(0.0, f64::max);
    let right = geometry.columns.right.first().map_or(context.width, |c| c.at - c.width / 2.0 - away);
    let targets = targets(likert, colours, geometry);
    SeriesNames::beside_heads(context, targets.as_deref(), (left, right), heads, &entries)
}

/// The middles of the segments of the first row.
fn targets<'l>(likert: &'l Likert, colours: &[Rgb], geometry: &Geometry) -> Option<Vec<Target<'l>>> {
    let values = likert.rows.first()?.values.as_ref()?;
    let mut x = geometry.zero - sides(likert, values).left * geometry.per_cent;
    let mut targets = Vec::new();
    for ((answer, value), colour) in likert.answers.iter().zip(values).zip(colours) {
        if answer.side == Side::Apart {
            continue;
        }
        let end = x + ScaleRow::length(value.as_ref()) * geometry.per_cent;
        targets.push(Target { name: &answer.label, colour: *colour, at: f64::midpoint(x, end) });
        x = end;
    }
    Some(targets)
}

fn sides(likert: &Likert, values: &[Option<Number>]) -> Sides {
    let lengths = values.iter().map(|value| ScaleRow::length(value.as_ref()));
    likert.answers.iter().zip(lengths).fold(Sides::default(), |s, (answer, v)| match answer.side {
        Side::Negative => Sides { left: s.left + v, ..s },
        Side::Middle => Sides { left: s.left + v / 2.0, right: s.right + v / 2.0 },
        Side::Positive => Sides { right: s.right + v, ..s },
        Side::Apart => s,
    })
}

/// The longest rows fill what the columns leave of the width.
///
/// # Errors
/// The columns leave no room for bars.
fn geometry(likert: &Likert, start: f64, context: &DrawContext) -> Result<Geometry, Diagnostic> {
    let rows = likert.rows.iter().filter_map(|row| row.values.as_deref());
    let most = rows
        .map(|values| sides(likert, values))
        .fold(Sides::default(), |a, b| Sides { left: a.left.max(b.left), right: a.right.max(b.right) });
    let (columns, (edge, end)) = Columns::place(likert, start, context);
    if end - edge < LEAST_BARS * context.em {
        return Err(context.too_narrow());
    }
    let total = most.left + most.right;
    let room = if total > 0.0 { (end - edge).max(0.0) / total } else { 0.0 };
    let (mut per_cent, mut high) = (0.0, context.shared.per_unit.map_or(room, |limit| room.min(limit)));
    for _ in 0..40 {
        let middle = if per_cent > 0.0 { f64::midpoint(per_cent, high) } else { high };
        let (left, right) = extent(likert, middle, context);
        if left + right <= end - edge + 1e-6 {
            per_cent = middle;
        } else {
            high = if per_cent > 0.0 { middle } else { 0.97 * high };
        }
    }
    if total > 0.0 {
        context.note_unit(per_cent);
    }
    let zero = edge + extent(likert, per_cent, context).0;
    Ok(Geometry { zero, left: edge, per_cent, columns })
}

/// How far the rows reach left and right of zero with their outermost numbers, where a per cent is so long. Points.
fn extent(likert: &Likert, per_cent: f64, context: &DrawContext) -> (f64, f64) {
    let rows = likert.rows.iter().filter_map(|row| row.values.as_deref());
    rows.fold((0.0_f64, 0.0_f64), |(left, right), values| {
        let sides = sides(likert, values);
        let [before, after] = outermost(likert, values);
        let text = |at: Option<usize>| outside(values, at, per_cent, context).map_or(0.0, |(_, width)| width);
        (left.max(sides.left * per_cent + text(before)), right.max(sides.right * per_cent + text(after)))
    })
}

/// The places of the first and the last part of a row's bar, where it has more than one.
fn outermost(likert: &Likert, values: &[Option<Number>]) -> [Option<usize>; 2] {
    let drawn = |(place, answer): (usize, &crate::chart::data::Answer)| {
        let length = ScaleRow::length(values.get(place).and_then(Option::as_ref));
        (answer.side != Side::Apart && length > 0.0).then_some(place)
    };
    let places: Vec<usize> = likert.answers.iter().enumerate().filter_map(drawn).collect();
    if places.len() > 1 { [places.first().copied(), places.last().copied()] } else { [None, None] }
}

/// The number of an outermost part that has no room inside, and the width that it needs beside the bar.
fn outside<'v>(
    values: &'v [Option<Number>],
    at: Option<usize>,
    per_cent: f64,
    context: &DrawContext,
) -> Option<(&'v str, f64)> {
    let value = values.get(at?)?.as_ref()?;
    let printed = printed(Some(value));
    let width = OUTSIDE_GAP * context.em + context.head_size() * context.text_width(printed);
    (!fits(context, printed, value.value * per_cent)).then_some((printed, width))
}

fn draw_row(
    pen: &mut Pen,
    context: &DrawContext,
    likert: &Likert,
    row: &ScaleRow,
    colours: &[Rgb],
    geometry: &Geometry,
    (band, half): (Band, f64),
) {
    let y = band.middle();
    draw_numbers(pen, context, &geometry.columns, row, y);
    let Some(values) = &row.values else {
        let middle = geometry.zero.max(geometry.left + context.em);
        pen.text_on_paper(DASH, (middle, y), Ink::new(context.inks.muted, Align::Middle));
        return;
    };
    let mut x = geometry.zero - sides(likert, values).left * geometry.per_cent;
    for ((answer, value), colour) in likert.answers.iter().zip(values).zip(colours) {
        if answer.side == Side::Apart {
            continue;
        }
        let end = x + ScaleRow::length(value.as_ref()) * geometry.per_cent;
        segment(pen, context, (x, end), (y, half), *colour, printed(value.as_ref()));
        x = end;
    }
    let [before, after] = outermost(likert, values);
    let start = geometry.zero - sides(likert, values).left * geometry.per_cent;
    for (at, edge, align) in [(before, start, Align::End), (after, x, Align::Start)] {
        if let Some((printed, _)) = outside(values, at, geometry.per_cent, context) {
            let away = OUTSIDE_GAP * context.em * if matches!(align, Align::End) { -1.0 } else { 1.0 };
            let ink = Ink::new(context.inks.text, align).times(context.head_size());
            pen.text_centred(printed, (edge + away, y), ink);
        }
    }
}
