//! Rank ranges: the places that each row may have, since a bare rank claims more than intervals allow.

use super::check::{fault, some_rows};
use super::draw_context::{DASH, DrawContext};
use super::pen::{Align, Ink, Pen};
use super::rows::{Band, Bands, Labels};
use super::scale::{Scale, count};
use crate::diag::{Diagnostic, say};
use crate::document::Picture;
use crate::document::chart::{RankRow, Ranks};

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.4;
/// Half the thickness of a range, in em.
const HALF_BAR: f64 = 0.26;
/// Radius of a single place, in em.
const RADIUS: f64 = 0.38;

/// Where places and printed ranges stand, in points.
struct Layout {
    scale: Scale,
    /// Middle of the printed ranges.
    aside: f64,
    name: Vec<String>,
    head: f64,
}

pub fn draw(ranks: &Ranks, stage: &DrawContext) -> Result<Picture, Diagnostic> {
    check(ranks)?;
    let labels = Labels::new(stage, ranks.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let layout = layout(ranks, labels.end(stage), stage);
    let bands = labels.bands(stage, layout.head, 0.0)?;
    stage.picture(bands.height, |pen| {
        draw_head(pen, stage, ranks, &layout, &bands);
        labels.write(pen, &bands.rows, stage);
        for (row, band) in ranks.rows.iter().zip(&bands.rows) {
            draw_row(pen, stage, row, *band, &layout);
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

fn layout(ranks: &Ranks, start: f64, stage: &DrawContext) -> Layout {
    let em = stage.em;
    let column =
        ranks.rows.iter().map(|row| stage.bold_width(&row.printed)).fold(stage.text_width(DASH), f64::max);
    let room = stage.width - column - 1.2 * em - start;
    let (name, _) = stage.wrap(&ranks.label, room);
    // A place is a column; half of one stands free at both ends.
    let own = room / count(ranks.places);
    let pitch = stage.shared.per_unit.map_or(own, |shared| shared.min(own));
    stage.note_unit(pitch);
    let scale = Scale::new(0.5, count(ranks.places) + 0.5, start, start + pitch * count(ranks.places));
    let head = stage.block(name.len() + 1) + 0.5 * em;
    Layout { scale, aside: stage.width - column / 2.0, name, head }
}

fn draw_head(pen: &mut Pen, stage: &DrawContext, ranks: &Ranks, layout: &Layout, bands: &Bands) {
    let muted = |align| Ink::new(stage.inks.muted, align);
    let left = layout.scale.at(0.5) + 0.1 * stage.em;
    pen.lines_centred(&layout.name, (left, stage.block(layout.name.len()) / 2.0), muted(Align::Start));
    let y = layout.head - 0.35 * stage.em - stage.line / 2.0;
    // Every second, third … number where not all have room, so that the steps stay even.
    let widest = ranks.ticks.iter().map(|label| stage.text_width(label)).fold(0.0, f64::max);
    let pitch = layout.scale.per_unit();
    let fits = |step: &usize| count(*step) * pitch >= widest + 0.4 * stage.em;
    let step = (1..=ranks.places).find(fits).unwrap_or(ranks.places);
    for (place, label) in (1usize..).zip(&ranks.ticks) {
        let x = layout.scale.at(count(place));
        pen.line((x, bands.top), (x, bands.bottom), 0.5, stage.inks.line);
        if (place - 1) % step == 0 {
            pen.text_centred(label, (x, y), muted(Align::Middle));
        }
    }
}

fn draw_row(pen: &mut Pen, stage: &DrawContext, row: &RankRow, band: Band, layout: &Layout) {
    let y = band.middle();
    let Some((best, worst)) = row.range else {
        pen.text_centred(DASH, (layout.aside, y), Ink::new(stage.inks.muted, Align::Middle));
        return;
    };
    let (from, to) = (layout.scale.at(count(best)), layout.scale.at(count(worst)));
    let colour = stage.inks.tone(row.tone).as_mark();
    let half = HALF_BAR * stage.em;
    pen.rect((from, y - half), (to, y + half), colour);
    let radius = if best == worst { RADIUS * stage.em } else { half };
    pen.dot((from, y), radius, colour);
    pen.dot((to, y), radius, colour);
    pen.text_centred(&row.printed, (layout.aside, y), Ink::bold(stage.inks.text, Align::Middle));
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{LONG, attributes, draw, texts};
    use crate::diag::Code;
    use crate::document::chart::{Chart, RankRow, Ranks, Tone};

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
