//! A strip of key numbers: the number large, its interval on a line of its own, what it is below.

use super::ChartKind;
use crate::chart::alt::AltText;
use crate::chart::check::{fault, finite, some_rows};
use crate::chart::colour::{Rgb, WHITE};
use crate::chart::data::{ChartData, DataShape, Figure, Unit};
use crate::chart::draw_context::DrawContext;
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::height_for;
use crate::chart::scale::Scale;
use crate::chart::specimen::{Cases, SpecimenMaker, falling};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::quantity::whole::float;
use crate::theme::Tone;

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

/// A strip of key numbers, each with its interval on a line of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyNumbers {
    /// The numbers, in the order given.
    pub items: Vec<KeyNumber>,
}

/// A number that has a place of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyNumber {
    /// The number.
    pub value: Number,
    /// What it is.
    pub label: String,
    /// 95 % interval and the ends of the scale it is drawn on.
    pub interval: Option<((f64, f64), (f64, f64))>,
    /// Its colour.
    pub tone: Tone,
}

impl ChartKind for KeyNumbers {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.items.iter_mut().for_each(|item| visit(&mut item.label));
    }

    fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        Readout::single(self.items.iter().map(|item| {
            ReadoutRow::single(&item.label, Some(&item.value), item.interval.map(|(interval, _)| interval))
        }))
    }

    /// Numbers of different things have no largest one.
    fn message(&self, _: &AltText) -> Result<String, Diagnostic> {
        Ok(String::new())
    }

    fn draws_intervals(&self) -> bool {
        true
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Figures]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        let ChartData::Figures(figures) = data else { return None };
        let item = |figure: &Figure| KeyNumber {
            value: match figure.unit {
                Unit::Share => locale.percent_of("", figure.measure.value, locale.share_decimals()),
                Unit::Score => locale.number_of("", figure.measure.value, 1),
            },
            label: figure.label.clone(),
            interval: Some((figure.measure.interval, WHOLE)),
            tone: Tone::Calm,
        };
        Some(Ok(Self { items: figures.iter().map(item).collect() }))
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        vec![("usual", specimen(maker, 4)), ("one", specimen(maker, 1))]
    }
}

/// Shares and scores lie between these.
const WHOLE: (f64, f64) = (0.0, 100.0);

/// An item with its label in lines.
struct StripItem<'i> {
    item: &'i KeyNumber,
    lines: Vec<String>,
    size: f64,
}

fn draw(numbers: &KeyNumbers, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(numbers)?;
    let em = context.em;
    let gap = GAP * em;
    let printed = numbers.items.iter().map(|item| context.bold_width(&item.value.text));
    let widest = printed.fold(f64::MIN_POSITIVE, f64::max);
    let fitting = (1..=numbers.items.len()).rev();
    let columns =
        fitting.into_iter().find(|n| column_width(context, *n) >= widest.max(NARROWEST * em)).unwrap_or(1);
    let width = column_width(context, columns);
    // One size for all: numbers of a strip are compared.
    let size = LARGE.min(width / widest).max(1.0);
    let items: Vec<StripItem> = numbers.items.iter().map(|item| column(item, width, size, context)).collect();
    let rows: Vec<&[StripItem]> = items.chunks(columns).collect();
    let heights: Vec<f64> = rows.iter().map(|row| row_height(row, context)).collect();
    let needed: f64 = heights.iter().sum();
    let height = height_for(context, rows.len(), needed)?;
    context.picture(height, |pen| {
        let mut top = 0.0;
        for (row, height) in rows.iter().zip(&heights) {
            for (i, column) in row.iter().enumerate() {
                draw_column(pen, context, column, (float(i) * (width + gap), top), width);
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
fn column_width(context: &DrawContext, columns: usize) -> f64 {
    let gap = GAP * context.em;
    (context.width + gap) / float(columns) - gap
}

fn column<'i>(item: &'i KeyNumber, width: f64, size: f64, context: &DrawContext) -> StripItem<'i> {
    StripItem { item, lines: context.wrap(&item.label, width).0, size }
}

/// The number, its line, its label and the space below, in points.
fn row_height(row: &[StripItem], context: &DrawContext) -> f64 {
    let lines = row.iter().map(|c| c.lines.len()).max().unwrap_or_default();
    head(context) + context.block(lines) + 1.2 * context.em
}

/// From the top of a number to its label, in points.
fn head(context: &DrawContext) -> f64 {
    (LARGE + 1.1) * context.em
}

fn draw_column(pen: &mut Pen, context: &DrawContext, column: &StripItem, (x, top): (f64, f64), width: f64) {
    let (em, item) = (context.em, column.item);
    let colour = match item.tone {
        Tone::Accent | Tone::Calm => context.inks.tone(item.tone).as_mark(),
        Tone::AccentSoft | Tone::Middle | Tone::CalmSoft | Tone::Grey => context.inks.text,
    };
    let middle = top + LARGE * em / 2.0;
    pen.text_centred(&item.value.text, (x, middle), Ink::bold(colour, Align::Start).times(column.size));
    let line = top + (LARGE + 0.45) * em;
    if let Some(((low, high), (from, to))) = item.interval {
        pen.line((x, line), (x + width, line), 0.6, context.inks.line);
        let value = item.value.value;
        let (from, to) = (from.min(low).min(value), to.max(high).max(value));
        let scale = Scale::new(from, to, x + RING * em, x + width - RING * em);
        interval(pen, context, (scale.at(low), scale.at(high)), scale.at(item.value.value), (line, colour));
    }
    let label = top + head(context) + context.block(column.lines.len()) / 2.0;
    pen.lines_centred(&column.lines, (x, label), Ink::new(context.inks.muted, Align::Start));
}

/// The interval as a bar and the value as a dot, on the line of the scale.
fn interval(
    pen: &mut Pen,
    context: &DrawContext,
    (low, high): (f64, f64),
    value: f64,
    (y, colour): (f64, Rgb),
) {
    let half = HALF_BAR * context.em;
    pen.rect((low, y - half), (high, y + half), colour.palest_mark());
    pen.dot((value, y), RING * context.em, WHITE);
    pen.dot((value, y), 0.2 * context.em, colour);
}

fn specimen(maker: &SpecimenMaker, count: usize) -> KeyNumbers {
    let item = |i: usize| {
        let value = falling(i, count, 63.4, 18.0);
        let estimate = maker.share(value, 2500.0);
        KeyNumber {
            value: maker.percent(value),
            label: maker.words.name(i),
            interval: estimate.interval.map(|interval| (interval, WHOLE)),
            tone: if i == 0 { Tone::Accent } else { Tone::Calm },
        }
    };
    KeyNumbers { items: (0..count).map(item).collect() }
}

#[cfg(test)]
mod tests {
    use super::{KeyNumber, KeyNumbers};
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, draw, texts, value};
    use crate::diag::Code;
    use crate::theme::Tone;

    fn numbers(values: &[f64]) -> Chart {
        let item = |v: &f64| KeyNumber {
            value: value(*v, &format!("{v:.1}%")),
            label: LONG.into(),
            interval: Some(((v - 3.0, v + 3.0), (0.0, 100.0))),
            tone: Tone::Calm,
        };
        Chart::KeyNumbers(KeyNumbers { items: values.iter().map(item).collect() })
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
            let Chart::KeyNumbers(mut chart) = numbers(&[6.0]) else { return };
            chart.items[0].interval = Some(wrong);
            assert_eq!(draw(&Chart::KeyNumbers(chart)).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
