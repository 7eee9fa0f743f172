//! Small multiples: panels of one kind on one scale, side by side.
//!
//! Panels are drawn each for itself, to learn how wide the widest label column is and how short the shortest
//! unit, and again with those until all agree.

use super::check::some_rows;
use super::draw_context::{DrawContext, Shared};
use super::pen::{Align, Ink};
use super::rows::height_for;
use super::scale::count;
use super::{Canvas, picture};
use crate::diag::Diagnostic;
use crate::document::Picture;
use crate::document::chart::{Multiples, Panel};

/// The least width of a panel, in em.
const NARROWEST: f64 = 20.0;
/// The most panels side by side.
const MOST: usize = 3;
/// Between panels, in em.
const GAP: f64 = 1.6;

pub fn draw(multiples: &Multiples, stage: &DrawContext) -> Result<Picture, Diagnostic> {
    some_rows(multiples.panels.len())?;
    let em = stage.em;
    let gap = GAP * em;
    let most = (1..=MOST).rev().find(|n| (stage.width + gap) / count(*n) - gap >= NARROWEST * em);
    let columns = most.unwrap_or(1).min(multiples.panels.len());
    let width = (stage.width + gap) / count(columns) - gap;
    let canvas = Canvas { width, height: None, ..*stage.canvas };
    let titles: Vec<Vec<String>> =
        multiples.panels.iter().map(|panel| stage.wrap_bold(&panel.title, width)).collect();
    let pictures = drawn(&multiples.panels, &canvas, stage.shared)?;
    let rows: Vec<usize> = (0..multiples.panels.len()).step_by(columns).collect();
    let mut tops = Vec::new();
    let mut height = 0.0;
    for first in &rows {
        let last = (first + columns).min(pictures.len());
        let head = titles[*first..last].iter().map(Vec::len).max().unwrap_or_default();
        let head = stage.block(head) + 0.35 * em;
        tops.push((height, head));
        height += head + pictures[*first..last].iter().map(|p| p.height).fold(0.0, f64::max) + 1.1 * em;
    }
    let height = height_for(stage, rows.len(), height)?;
    stage.picture(height, |pen| {
        for (i, (title, picture)) in titles.iter().zip(&pictures).enumerate() {
            let (top, head) = tops.get(i / columns).copied().unwrap_or_default();
            let x = count(i % columns) * (width + gap);
            let middle = top + head - 0.35 * em - stage.block(title.len()) / 2.0;
            pen.lines_centred(title, (x, middle), Ink::bold(stage.inks.text, Align::Start));
            pen.inset(picture, (x, top + head));
        }
    })
}

/// All panels on the scale that suits every one of them.
fn drawn(panels: &[Panel], canvas: &Canvas, given: Shared) -> Result<Vec<Picture>, Diagnostic> {
    let each = |shared: Shared| -> Result<Vec<(Picture, Shared)>, Diagnostic> {
        panels.iter().map(|panel| picture(&panel.chart, canvas, shared)).collect()
    };
    let together = |all: &[(Picture, Shared)], given| {
        all.iter().fold(given, |shared: Shared, (_, used)| shared.with(*used))
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

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{attributes, bars, draw, texts};
    use crate::document::chart::{Chart, Multiples, Panel};

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
