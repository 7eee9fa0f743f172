//! A strip of key numbers: the number large, its interval on a line of its own, what it is below.

use super::check::{fault, finite, some_rows};
use super::colour::{Rgb, WHITE};
use super::draw_context::DrawContext;
use super::pen::{Align, Ink, Pen};
use super::rows::height_for;
use super::scale::{Scale, count};
use crate::diag::{Diagnostic, say};
use crate::document::Picture;
use crate::document::chart::{KeyNumber, KeyNumbers, Tone};

/// The least width of a column, in em.
const NARROWEST: f64 = 9.0;
/// Between columns, in em.
const GAP: f64 = 1.6;
/// Size of the numbers, in the labels' own.
const LARGE: f64 = 2.6;
/// Half the thickness of an interval, in em.
const HALF_BAR: f64 = 0.14;
/// Radius of the white ring around a value's dot, in em.
const RING: f64 = 0.26;

/// An item with its label in lines.
struct Column<'i> {
    item: &'i KeyNumber,
    lines: Vec<String>,
    size: f64,
}

pub fn draw(numbers: &KeyNumbers, stage: &DrawContext) -> Result<Picture, Diagnostic> {
    check(numbers)?;
    let em = stage.em;
    let gap = GAP * em;
    let printed = numbers.items.iter().map(|item| stage.bold_width(&item.value.printed));
    let widest = printed.fold(f64::MIN_POSITIVE, f64::max);
    let fitting = (1..=numbers.items.len()).rev();
    let columns =
        fitting.into_iter().find(|n| column_width(stage, *n) >= widest.max(NARROWEST * em)).unwrap_or(1);
    let width = column_width(stage, columns);
    // One size for all: numbers of a strip are compared.
    let size = LARGE.min(width / widest).max(1.0);
    let items: Vec<Column> = numbers.items.iter().map(|item| column(item, width, size, stage)).collect();
    let rows: Vec<&[Column]> = items.chunks(columns).collect();
    let heights: Vec<f64> = rows.iter().map(|row| row_height(row, stage)).collect();
    let needed: f64 = heights.iter().sum();
    let height = height_for(stage, rows.len(), needed)?;
    stage.picture(height, |pen| {
        let mut top = 0.0;
        for (row, height) in rows.iter().zip(&heights) {
            for (i, column) in row.iter().enumerate() {
                draw_column(pen, stage, column, (count(i) * (width + gap), top), width);
            }
            top += height;
        }
    })
}

fn check(numbers: &KeyNumbers) -> Result<(), Diagnostic> {
    some_rows(numbers.items.len())?;
    numbers.items.iter().try_for_each(|item| {
        let ends = item.interval.iter().flat_map(|((low, high), (from, to))| [*low, *high, *from, *to]);
        let all = std::iter::once(item.value.value).chain(ends);
        all.into_iter()
            .try_for_each(|v| finite(v, || say!("chart-value-not-finite", label = &item.label)))?;
        match item.interval {
            Some(((low, high), _)) if low > high => {
                Err(fault(say!("chart-interval-upside-down", label = &item.label)))
            }
            Some((_, (from, to))) if from >= to => {
                Err(fault(say!("chart-axis-without-length", min = from, max = to)))
            }
            _ => Ok(()),
        }
    })
}

/// Width of one of `columns` columns, in points.
fn column_width(stage: &DrawContext, columns: usize) -> f64 {
    let gap = GAP * stage.em;
    (stage.width + gap) / count(columns) - gap
}

fn column<'i>(item: &'i KeyNumber, width: f64, size: f64, stage: &DrawContext) -> Column<'i> {
    Column { item, lines: stage.wrap(&item.label, width).0, size }
}

/// The number, its line, its label and the space below, in points.
fn row_height(row: &[Column], stage: &DrawContext) -> f64 {
    let lines = row.iter().map(|c| c.lines.len()).max().unwrap_or_default();
    head(stage) + stage.block(lines) + 1.2 * stage.em
}

/// From the top of a number to its label, in points.
fn head(stage: &DrawContext) -> f64 {
    (LARGE + 1.1) * stage.em
}

fn draw_column(pen: &mut Pen, stage: &DrawContext, column: &Column, (x, top): (f64, f64), width: f64) {
    let (em, item) = (stage.em, column.item);
    let colour = match item.tone {
        Tone::Accent | Tone::Calm => stage.inks.tone(item.tone).as_mark(),
        _ => stage.inks.text,
    };
    let middle = top + LARGE * em / 2.0;
    pen.text_centred(&item.value.printed, (x, middle), Ink::bold(colour, Align::Start).times(column.size));
    let line = top + (LARGE + 0.45) * em;
    if let Some(((low, high), (from, to))) = item.interval {
        pen.line((x, line), (x + width, line), 0.6, stage.inks.line);
        let value = item.value.value;
        let (from, to) = (from.min(low).min(value), to.max(high).max(value));
        let scale = Scale::new(from, to, x + RING * em, x + width - RING * em);
        interval(pen, stage, (scale.at(low), scale.at(high)), scale.at(item.value.value), (line, colour));
    }
    let label = top + head(stage) + stage.block(column.lines.len()) / 2.0;
    pen.lines_centred(&column.lines, (x, label), Ink::new(stage.inks.muted, Align::Start));
}

/// The interval as a bar and the value as a dot, on the line of the scale.
fn interval(
    pen: &mut Pen,
    stage: &DrawContext,
    (low, high): (f64, f64),
    value: f64,
    (y, colour): (f64, Rgb),
) {
    let half = HALF_BAR * stage.em;
    pen.rect((low, y - half), (high, y + half), colour.palest_mark());
    pen.dot((value, y), RING * stage.em, WHITE);
    pen.dot((value, y), 0.2 * stage.em, colour);
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{LONG, attributes, draw, texts, value};
    use crate::diag::Code;
    use crate::document::chart::{Chart, KeyNumber, KeyNumbers, Tone};

    fn numbers(values: &[f64]) -> Chart {
        let item = |v: &f64| KeyNumber {
            value: value(*v, &format!("{v:.1}%")),
            label: LONG.into(),
            interval: Some(((v - 3.0, v + 3.0), (0.0, 100.0))),
            tone: Tone::Calm,
        };
        Chart::Numbers(KeyNumbers { items: values.iter().map(item).collect() })
    }

    #[test]
    fn numbers_are_large_and_labels_whole() {
        let svg = draw(&numbers(&[63.4, 21.0, 8.5])).unwrap().svg().to_owned();
        let sizes = attributes(&svg, "text", "font-size");
        assert!(sizes[0] > 2.0 * sizes[1], "{sizes:?}");
        assert_eq!(texts(&svg).join(" ").matches("қанағаттанбаушылық").count(), 3);
    }

    #[test]
    fn dots_stand_on_the_scale_and_many_numbers_make_rows() {
        let xs = attributes(draw(&numbers(&[0.0])).unwrap().svg(), "circle", "cx");
        assert!(xs[0] > 0.0 && xs[0] < 467.0 / 10.0, "near the left end, and whole: {xs:?}");
        let (few, many) = (draw(&numbers(&[50.0; 3])).unwrap(), draw(&numbers(&[50.0; 9])).unwrap());
        assert!(many.height > 1.9 * few.height);
    }

    #[test]
    fn senseless_numbers_are_faults() {
        assert!(draw(&numbers(&[])).is_err());
        assert_eq!(draw(&numbers(&[f64::NAN])).unwrap_err().code, Code::ChartDrawing);
        for wrong in [((9.0, 3.0), (0.0, 100.0)), ((3.0, 9.0), (100.0, 100.0))] {
            let Chart::Numbers(mut chart) = numbers(&[6.0]) else { return };
            chart.items[0].interval = Some(wrong);
            assert_eq!(draw(&Chart::Numbers(chart)).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
