//! Small multiples: panels of one kind on one scale, side by side.
//!
//! Panels are drawn each for itself, to learn how wide the widest label column is and how short the shortest
//! unit, and again with those until all agree.

use std::ops::Range;

use super::bars::{self, Bar, Bars};
use super::dots::{Dots, of_score, score_frame};
use super::{Chart, ChartKind, keep};
use crate::chart::axis::Axis;
use crate::chart::check::some_rows;
use crate::chart::data::{ChartData, Crosstab, CrosstabRow, DataShape, ScorePanel};
use crate::chart::draw_context::{DrawContext, SharedScale};
use crate::chart::pen::{Align, Ink};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::height_for;
use crate::chart::specimen::{Cases, SpecimenMaker, falling, spread};
use crate::chart::{Canvas, picture};
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Pt;
use crate::quantity::whole::float;
use crate::theme::Tone;

/// The least width of a panel, in em.
const NARROWEST: f64 = 20.0;
/// The most panels side by side.
const MOST: usize = 3;
/// Between panels, in em.
const GAP: f64 = 1.6;

/// The same kind of chart several times, on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiples {
    /// The charts.
    pub panels: Vec<Panel>,
}

/// One of several charts.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What stands above it.
    pub title: String,
    /// The chart.
    pub chart: Chart,
}

impl ChartKind for Multiples {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        for panel in &mut self.panels {
            visit(&mut panel.title);
            panel.chart.each_label(visit);
        }
    }

    fn rows(&self) -> Option<usize> {
        Some(self.panels.len())
    }

    fn keep_rows(&mut self, rows: Range<usize>) {
        keep(&mut self.panels, &rows);
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    /// The panels one under another, each row with its panel's title.
    fn readout(&self) -> Readout {
        let mut all = Readout::default();
        for panel in &self.panels {
            let readout = panel.chart.readout();
            all.columns = readout.columns;
            all.rows.extend(readout.rows.into_iter().map(|row| {
                let label = if row.label.is_empty() {
                    panel.title.clone()
                } else {
                    format!("{}, {}", panel.title, row.label)
                };
                ReadoutRow { label, ..row }
            }));
        }
        all
    }

    fn shows_tones(&self) -> bool {
        true
    }

    fn draws_intervals(&self) -> bool {
        true
    }

    fn interval_decimals(&self, _: &Locale) -> u8 {
        1
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Crosstab, DataShape::ScorePanels]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Crosstab(table) = data {
            Some(Ok(of_crosstab(table, locale)))
        } else if let ChartData::ScorePanels(panels) = data {
            Some(of_scores(panels, locale))
        } else {
            None
        }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        vec![("usual", specimen(maker, 4, false)), ("long", specimen(maker, 2, true))]
    }
}

/// Bars in a panel for each group.
fn of_crosstab(table: &Crosstab, locale: &Locale) -> Multiples {
    let axis = Axis::round((0.0, table.highest), 4, locale, "");
    let panels = table.groups.iter().enumerate().map(|(g, group)| {
        let bar = |row: &CrosstabRow| {
            let measure = row.cells.get(g).copied().flatten();
            Bar {
                label: row.label.clone(),
                value: measure.map(|m| locale.percent_of("", m.value, locale.share_decimals())),
                interval: measure.map(|m| m.interval),
                tone: if row.is_nonsubstantive { Tone::Grey } else { Tone::Calm },
            }
        };
        let bars = Bars { axis: axis.clone(), bars: table.rows.iter().map(bar).collect() };
        Panel { title: group.label.clone(), chart: bars.into() }
    });
    Multiples { panels: panels.collect() }
}

/// Dots in a panel for each index.
fn of_scores(panels: &[ScorePanel], locale: &Locale) -> Result<Multiples, Diagnostic> {
    let panel = |of: &ScorePanel| -> Result<Panel, Diagnostic> {
        let rows = of.scores.rows.iter().map(|score| of_score(score, locale)).collect();
        let dots = Dots { rows, ..score_frame(&of.scores, 4, locale)? };
        Ok(Panel { title: of.title.clone(), chart: dots.into() })
    };
    Ok(Multiples { panels: panels.iter().map(panel).collect::<Result<_, _>>()? })
}

fn draw(multiples: &Multiples, context: &DrawContext) -> Result<Picture, Diagnostic> {
    some_rows(multiples.panels.len())?;
    let em = context.em;
    let gap = GAP * em;
    let most = (1..=MOST).rev().find(|n| (context.width + gap) / float(*n) - gap >= NARROWEST * em);
    let columns = most.unwrap_or(1).min(multiples.panels.len());
    let width = (context.width + gap) / float(columns) - gap;
    let canvas = Canvas { width: Pt(width), height: None, ..*context.canvas };
    let titles: Vec<Vec<String>> =
        multiples.panels.iter().map(|panel| context.wrap_bold(&panel.title, width)).collect();
    let pictures = drawn(&multiples.panels, &canvas, context.shared)?;
    let rows: Vec<usize> = (0..multiples.panels.len()).step_by(columns).collect();
    let mut tops = Vec::new();
    let mut height = 0.0;
    for first in &rows {
        let last = (first + columns).min(pictures.len());
        let head = titles[*first..last].iter().map(Vec::len).max().unwrap_or_default();
        let head = context.block(head) + 0.35 * em;
        tops.push((height, head));
        height += head + pictures[*first..last].iter().map(|p| p.height.0).fold(0.0, f64::max) + 1.1 * em;
    }
    let height = height_for(context, rows.len(), height)?;
    context.picture(height, |pen| {
        for (i, (title, picture)) in titles.iter().zip(&pictures).enumerate() {
            let (top, head) = tops.get(i / columns).copied().unwrap_or_default();
            let x = float(i % columns) * (width + gap);
            let middle = top + head - 0.35 * em - context.block(title.len()) / 2.0;
            pen.lines_centred(title, (x, middle), Ink::bold(context.inks.text, Align::Start));
            pen.inset(picture, (x, top + head));
        }
    })
}

/// All panels on the scale that suits every one of them.
fn drawn(panels: &[Panel], canvas: &Canvas, given: SharedScale) -> Result<Vec<Picture>, Diagnostic> {
    let each = |shared: SharedScale| -> Result<Vec<(Picture, SharedScale)>, Diagnostic> {
        panels.iter().map(|panel| picture(&panel.chart, canvas, shared)).collect()
    };
    let together = |all: &[(Picture, SharedScale)], given| {
        all.iter().fold(given, |shared: SharedScale, (_, used)| shared.with(*used))
    };
    let mut pictures = each(given)?;
    let mut shared = together(&pictures, given);
    // A wider label column leaves less for the values, so that the unit may have to shrink once more.
    while pictures.iter().any(|(_, used)| *used != shared) {
        pictures = each(shared)?;
        let now = together(&pictures, shared);
        if now == shared {
            break;
        }
        shared = now;
    }
    Ok(pictures.into_iter().map(|(picture, _)| picture).collect())
}

fn specimen(maker: &SpecimenMaker, count: usize, long: bool) -> Multiples {
    let panel = |p: usize| {
        let values: Vec<f64> = (0..5).map(|i| falling(i, 5, 50.0 + 14.0 * spread(p * 3 + 1), 6.0)).collect();
        let mut chart = bars::specimen(maker, &values, &[]);
        if long {
            chart.each_label(&mut |label| label.clone_from(&maker.words.long));
        }
        Panel { title: maker.filled(&maker.words.panel, float(p + 1)), chart: chart.into() }
    };
    Multiples { panels: (0..count).map(panel).collect() }
}

#[cfg(test)]
mod tests {
    use super::{Multiples, Panel};
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{attributes, bars, draw, texts};

    fn panels(count: usize) -> Multiples {
        let panel = |i: usize| {
            let mut chart = bars();
            chart.bars.truncate(2);
            chart.bars[0].label = "а".repeat(4 + 3 * i);
            Panel { title: format!("Топ {i}"), chart: Chart::Bars(chart) }
        };
        Multiples { panels: (0..count).map(panel).collect() }
    }

    #[test]
    fn equal_values_are_equally_long_in_every_panel() {
        let picture = draw(&Chart::Multiples(panels(4))).unwrap();
        let widths = attributes(picture.svg(), "rect", "width");
        let (first, rest) = widths.split_first().unwrap();
        let same = rest.iter().filter(|w| (*w - first).abs() < 0.15).count();
        assert!(same >= 3, "{widths:?}");
        assert!(texts(picture.svg()).iter().any(|t| t == "Топ 3"));
    }

    #[test]
    fn one_panel_takes_the_whole_width_and_none_is_a_fault() {
        assert!(draw(&Chart::Multiples(panels(1))).is_ok());
        assert!(draw(&Chart::Multiples(panels(0))).is_err());
    }
}
