//! Rank ranges: the places that each row may have, since a bare rank claims more than intervals allow.

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::alt::AltText;
use crate::chart::check::{fault, some_rows};
use crate::chart::data::{ChartData, DataShape, Score, Scores, printed_rank};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::DASH;
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::{Band, Bands, RowLabels};
use crate::chart::scale::Scale;
use crate::chart::specimen::{Cases, SpecimenMaker, tone};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::quantity::whole::float;
use crate::theme::Tone;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.4;
/// Half the thickness of a range, in em.
const HALF_BAR: f64 = 0.26;
/// Radius of a single place, in em.
const RADIUS: f64 = 0.38;

/// Places from first to last; each row covers those that it may have.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranks {
    /// How many places there are.
    pub places: usize,
    /// Name of the axis, e.g. "place".
    pub label: String,
    /// Printed number of each place.
    pub ticks: Vec<String>,
    /// The rows.
    pub rows: Vec<RankRow>,
}

/// A row with the places that it may have.
#[derive(Debug, Clone, PartialEq)]
pub struct RankRow {
    /// What is ranked.
    pub label: String,
    /// Best and worst place, from 1; `None`: the base is too small to rank.
    pub range: Option<(usize, usize)>,
    /// The places as printed.
    pub printed: String,
    /// Its colour.
    pub tone: Tone,
}

impl ChartKind for Ranks {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.rows.iter_mut().for_each(|row| visit(&mut row.label));
    }

    fn rows(&self) -> Option<usize> {
        Some(self.rows.len())
    }

    fn keep_rows(&mut self, rows: Range<usize>) {
        keep(&mut self.rows, &rows);
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        Readout::single(self.rows.iter().map(|row| {
            let text = row.printed.clone();
            let value = row.range.map(|(best, _)| Number { value: float(best), text, ..Number::default() });
            ReadoutRow::single(&row.label, value.as_ref(), None)
        }))
    }

    /// Ranges have no largest one.
    fn message(&self, _: &AltText) -> Result<String, Diagnostic> {
        Ok(String::new())
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Scores]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Scores(scores) = data { Some(of_scores(scores, locale)) } else { None }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let usual = (0..10).map(|i| Some((i.max(1), (i + 3).min(10)))).collect();
        let equal = vec![Some((1, 5)); 5];
        let missing = (0..5).map(|i: usize| (i != 3).then_some((i.max(1), i + 1))).collect();
        vec![
            ("usual", specimen(maker, usual)),
            ("equal", specimen(maker, equal)),
            ("missing", specimen(maker, missing)),
        ]
    }
}

/// The ranks of some scores, the best first where the scores have no order of their own.
fn of_scores(scores: &Scores, locale: &Locale) -> Result<Ranks, Diagnostic> {
    let mut sorted: Vec<&Score> = scores.rows.iter().collect();
    if !scores.is_in_order {
        sorted.sort_by_key(|score| score.rank);
    }
    let row = |score: &Score| RankRow {
        label: score.label.clone(),
        range: score.rank,
        printed: printed_rank(locale, score.rank),
        tone: score.tone,
    };
    let rows: Vec<RankRow> = sorted.into_iter().map(row).collect();
    let places = last_place(&rows);
    let ticks = (1..=places).map(|place| printed_rank(locale, Some((place, place)))).collect();
    Ok(Ranks { places, label: locale.word("rank")?.to_owned(), ticks, rows })
}

fn last_place(rows: &[RankRow]) -> usize {
    rows.iter().filter_map(|row| row.range).map(|range| range.1).max().unwrap_or(1)
}

/// Where places and printed ranges stand, in points.
struct Geometry {
    scale: Scale,
    /// Middle of the printed ranges.
    aside: f64,
    name: Vec<String>,
    head: f64,
}

fn draw(ranks: &Ranks, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(ranks)?;
    let labels = RowLabels::new(context, ranks.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let geometry = geometry(ranks, labels.end(context), context);
    let bands = labels.bands(context, geometry.head, 0.0)?;
    context.picture(bands.height, |pen| {
        draw_head(pen, context, ranks, &geometry, &bands);
        labels.write(pen, &bands.rows, context);
        for (row, band) in ranks.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, row, *band, &geometry);
        }
    })
}

fn check(ranks: &Ranks) -> Result<(), Diagnostic> {
    some_rows(ranks.rows.len())?;
    let (found, wanted) = (ranks.ticks.len(), ranks.places);
    if found != wanted || wanted == 0 {
        let message = say!("chart-values-miscounted", label = &ranks.label, found = found, wanted = wanted);
        return Err(fault(message));
    }
    ranks.rows.iter().try_for_each(|row| match row.range {
        Some((best, worst)) if best > worst => {
            Err(fault(say!("chart-interval-upside-down", label = &row.label)))
        }
        Some((best, worst)) if best == 0 || worst > ranks.places => {
            let (label, most) = (&row.label, ranks.places);
            Err(fault(say!("chart-place-outside", label = label, best = best, worst = worst, most = most)))
        }
        _ => Ok(()),
    })
}

fn geometry(ranks: &Ranks, start: f64, context: &DrawContext) -> Geometry {
    let em = context.em;
    let column = ranks
        .rows
        .iter()
        .map(|row| context.bold_width(&row.printed))
        .fold(context.text_width(DASH), f64::max);
    let room = context.width - column - 1.2 * em - start;
    let (name, _) = context.wrap(&ranks.label, room);
    // A place is a column; half of one stands free at both ends.
    let own = room / float(ranks.places);
    let pitch = context.shared.per_unit.map_or(own, |shared| shared.min(own));
    context.note_unit(pitch);
    let scale = Scale::new(0.5, float(ranks.places) + 0.5, start, start + pitch * float(ranks.places));
    let head = context.block(name.len() + 1) + 0.5 * em;
    Geometry { scale, aside: context.width - column / 2.0, name, head }
}

fn draw_head(pen: &mut Pen, context: &DrawContext, ranks: &Ranks, geometry: &Geometry, bands: &Bands) {
    let muted = |align| Ink::new(context.inks.muted, align);
    let left = geometry.scale.at(0.5) + 0.1 * context.em;
    pen.lines_centred(&geometry.name, (left, context.block(geometry.name.len()) / 2.0), muted(Align::Start));
    let y = geometry.head - 0.35 * context.em - context.line / 2.0;
    // Every second, third … number where not all have room, so that the steps stay even.
    let widest = ranks.ticks.iter().map(|label| context.text_width(label)).fold(0.0, f64::max);
    let pitch = geometry.scale.per_unit();
    let fits = |step: &usize| float(*step) * pitch >= widest + 0.4 * context.em;
    let step = (1..=ranks.places).find(fits).unwrap_or(ranks.places);
    for (place, label) in (1usize..).zip(&ranks.ticks) {
        let x = geometry.scale.at(float(place));
        pen.line((x, bands.top), (x, bands.bottom), 0.5, context.inks.line);
        if (place - 1) % step == 0 {
            pen.text_centred(label, (x, y), muted(Align::Middle));
        }
    }
}

fn draw_row(pen: &mut Pen, context: &DrawContext, row: &RankRow, band: Band, geometry: &Geometry) {
    let y = band.middle();
    let Some((best, worst)) = row.range else {
        pen.text_centred(DASH, (geometry.aside, y), Ink::new(context.inks.muted, Align::Middle));
        return;
    };
    let (from, to) = (geometry.scale.at(float(best)), geometry.scale.at(float(worst)));
    let colour = context.inks.tone(row.tone).as_mark();
    let half = HALF_BAR * context.em;
    pen.rect((from, y - half), (to, y + half), colour);
    let radius = if best == worst { RADIUS * context.em } else { half };
    pen.dot((from, y), radius, colour);
    pen.dot((to, y), radius, colour);
    pen.text_centred(&row.printed, (geometry.aside, y), Ink::bold(context.inks.text, Align::Middle));
}

fn specimen(maker: &SpecimenMaker, ranges: Vec<Option<(usize, usize)>>) -> Ranks {
    let row = |(i, range): (usize, Option<(usize, usize)>)| RankRow {
        label: maker.words.name(i),
        range,
        printed: match range {
            Some((a, b)) if a == b => a.to_string(),
            Some((a, b)) => format!("{a}–{b}"),
            None => DASH.to_owned(),
        },
        tone: tone(i),
    };
    let rows: Vec<RankRow> = ranges.into_iter().enumerate().map(row).collect();
    let places = last_place(&rows);
    let ticks = (1..=places).map(|place| place.to_string()).collect();
    Ranks { places, label: maker.words.rank.clone(), ticks, rows }
}

#[cfg(test)]
mod tests {
    use super::{RankRow, Ranks};
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, draw, texts};
    use crate::diag::Code;
    use crate::theme::Tone;

    fn ranks(ranges: &[Option<(usize, usize)>], places: usize) -> Chart {
        let row = |range: &Option<(usize, usize)>| RankRow {
            label: LONG.into(),
            range: *range,
            printed: range.map_or_else(|| "—".into(), |(a, b)| format!("{a}–{b}")),
            tone: Tone::Calm,
        };
        let ticks = (1..=places).map(|p| p.to_string()).collect();
        Chart::Ranks(Ranks {
            places, label: "орын".into(), ticks, rows: ranges.iter().map(row).collect()
        })
    }

    #[test]
    fn ranges_are_as_long_as_their_places() {
        let picture = draw(&ranks(&[Some((1, 3)), Some((2, 6)), Some((4, 4))], 6)).unwrap();
        let widths = attributes(picture.svg(), "rect", "width");
        assert_eq!(widths.len(), 2, "a single place is a dot");
        assert!((widths[1] / widths[0] - 2.0).abs() < 0.02, "{widths:?}");
    }

    #[test]
    fn what_is_not_ranked_is_a_dash_and_senseless_ranges_are_faults() {
        let picture = draw(&ranks(&[Some((1, 1)), None], 1)).unwrap();
        assert!(texts(picture.svg()).contains(&"—".to_owned()));
        for (range, places) in [((0, 1), 2), ((2, 1), 2), ((1, 3), 2)] {
            assert_eq!(draw(&ranks(&[Some(range)], places)).unwrap_err().code, Code::ChartDrawing);
        }
        assert!(draw(&ranks(&[], 2)).is_err() && draw(&ranks(&[None], 0)).is_err());
    }
}
