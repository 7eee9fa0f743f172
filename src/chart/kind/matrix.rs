//! Counts at the crossings of rows and columns, each a dot with its number: which finding rests on which source, how
//! many acute cases are still open. A dot is the deeper the larger its count; where nothing is counted, a speck keeps the
//! crossing.

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::check::{fault, not_negative, some_rows};
use crate::chart::colour::{Rgb, WHITE};
use crate::chart::data::{ChartData, CrossingRow, Crossings, DataShape};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::Estimate;
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::{Band, RowLabels};
use crate::chart::specimen::{Cases, SpecimenMaker, spread};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::quantity::whole::{self, float};
use crate::theme::Tone;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.56;
/// What is left of it, of the width, where the columns need the room.
const LEAST_LABEL_SHARE: f64 = 0.25;
/// The widest column, in em: the eye goes from dot to dot.
const WIDEST: f64 = 13.0;
/// The least radius of a dot, in em.
const RADIUS: f64 = 0.74;
/// Radius of the speck where nothing is counted, in em.
const SPECK: f64 = 0.14;
/// Between a dot's number and its edge, in em.
const MARGIN: f64 = 0.26;
/// Between columns, in em.
const GAP: f64 = 0.5;
/// Between the heads and the first row, in em.
const HEAD_GAP: f64 = 0.35;
/// What a dot takes of its row's height in a frame of a slide, and the most by which it grows there.
const OF_ROW: f64 = 0.62;
const LARGEST: f64 = 2.4;
/// The tone's share of the colour of the smallest count.
const FAINTEST: f64 = 0.4;

/// Dots with counts in rows and columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
}

/// A row of counts.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    /// What it is.
    pub label: String,
    /// One per column.
    pub cells: Vec<Number>,
    /// Its colour.
    pub tone: Tone,
}

impl ChartKind for Matrix {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.columns.iter_mut().for_each(&mut *visit);
        self.rows.iter_mut().for_each(|row| visit(&mut row.label));
    }

    fn is_empty(&self) -> bool {
        self.rows.iter().flat_map(|row| &row.cells).all(|count| count.value <= 0.0)
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
        let row = |row: &MatrixRow| {
            let cells = row.cells.iter().map(|count| Estimate::bare(Some(count.clone())));
            ReadoutRow::new(&row.label, cells.collect())
        };
        Readout::named(&self.columns, self.rows.iter().map(row))
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Crossings]
    }

    /// (An office program has no chart of dots in rows and columns that keeps their names: the kind stays a picture
    /// there.)
    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Crossings(table) = data { Some(Ok(of_crossings(table, locale))) } else { None }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let mut long = specimen(maker, 3, 9);
        long.rows.iter_mut().for_each(|row| row.label.clone_from(&maker.words.long));
        vec![
            ("usual", specimen(maker, 6, 9)),
            ("one", specimen(maker, 1, 4)),
            ("thirty", specimen(maker, 30, 24)),
            ("extremes", specimen(maker, 4, 12_000)),
            ("long", long),
        ]
    }
}

fn of_crossings(table: &Crossings, locale: &Locale) -> Matrix {
    let row = |row: &CrossingRow| MatrixRow {
        label: row.label.clone(),
        tone: row.tone,
        cells: row.cells.iter().map(|(datum, count)| locale.number_of(datum, float(*count), 0)).collect(),
    };
    Matrix { columns: table.columns.clone(), rows: table.rows.iter().map(row).collect() }
}

/// Where the columns stand, in points.
struct Geometry {
    start: f64,
    width: f64,
    radius: f64,
    /// Of the numbers in the dots.
    growth: f64,
    most: f64,
}

impl Geometry {
    fn middle(&self, column: usize) -> f64 {
        self.start + (float(column) + 0.5) * self.width
    }
}

fn draw(matrix: &Matrix, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(matrix)?;
    let (em, size) = (context.em, head_size(context));
    let columns = float(matrix.columns.len());
    let growth = growth(matrix, context);
    let radius = growth * radius(matrix, context);
    let words = matrix.columns.iter().map(|head| size * context.widest_word(head));
    let least = words.fold(2.0 * radius, f64::max) + GAP * em;
    let share =
        ((context.width - columns * least - em) / context.width).clamp(LEAST_LABEL_SHARE, LABEL_SHARE);
    let texts = matrix.rows.iter().map(|row| row.label.as_str());
    RowLabels::stepping_back(context, texts, share, |labels| {
        draw_with(matrix, context, labels, (radius, growth, least))
    })
}

/// In a frame of a slide the dots grow with their rows, and the heads are as large as the labels.
fn growth(matrix: &Matrix, context: &DrawContext) -> f64 {
    let Some(height) = context.height else { return 1.0 };
    let row = (height - 2.0 * context.line) / float(matrix.rows.len().max(1));
    (OF_ROW * row / (2.0 * radius(matrix, context))).clamp(1.0, LARGEST)
}

fn head_size(context: &DrawContext) -> f64 {
    if context.height.is_some() { 1.0 } else { context.head_size() }
}

fn draw_with(
    matrix: &Matrix,
    context: &DrawContext,
    labels: &RowLabels,
    (radius, growth, least): (f64, f64, f64),
) -> Result<Picture, Diagnostic> {
    let (em, size) = (context.em, head_size(context));
    let columns = float(matrix.columns.len());
    let start = labels.end(context);
    let width = ((context.width - start) / columns).min((WIDEST * em).max(least));
    if width < least {
        return Err(context.too_narrow());
    }
    let counts = matrix.rows.iter().flat_map(|row| &row.cells);
    let most = counts.map(|count| count.value).fold(1.0, f64::max);
    let geometry = Geometry { start, width, radius, growth, most };
    let heads: Vec<Vec<String>> =
        matrix.columns.iter().map(|head| context.wrap_at(size, head, width - GAP * em).0).collect();
    let lines = heads.iter().map(Vec::len).max().unwrap_or_default();
    let top = size * context.block(lines) + HEAD_GAP * em;
    let bands = labels.bands_of(context, top, 0.0, 2.0 * radius + SPECK * em)?;
    context.picture(bands.height, |pen| {
        let foot = size * context.block(lines);
        for (i, head) in heads.iter().enumerate() {
            let middle = (geometry.middle(i), foot - size * context.block(head.len()) / 2.0);
            pen.lines_centred(head, middle, Ink::new(context.inks.muted, Align::Middle).times(size));
        }
        labels.write(pen, &bands.rows, context);
        for (row, band) in matrix.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, row, *band, &geometry);
        }
    })
}

fn check(matrix: &Matrix) -> Result<(), Diagnostic> {
    some_rows(matrix.rows.len().min(matrix.columns.len()))?;
    let wanted = matrix.columns.len();
    matrix.rows.iter().try_for_each(|row| {
        let found = row.cells.len();
        if found != wanted {
            let message = say!("chart-values-miscounted", label = row.label, found = found, wanted = wanted);
            return Err(fault(message));
        }
        let wrong = |value: f64| say!("chart-value-negative", label = row.label, value = value);
        row.cells.iter().try_for_each(|count| not_negative(count.value, || wrong(count.value)))
    })
}

/// The radius in which the widest number finds room, in points; the same for all.
fn radius(matrix: &Matrix, context: &DrawContext) -> f64 {
    let counts = matrix.rows.iter().flat_map(|row| &row.cells);
    let widest = counts.map(|count| context.bold_width(&count.text)).fold(0.0, f64::max);
    (widest / 2.0 + MARGIN * context.em).max(RADIUS * context.em)
}

fn draw_row(pen: &mut Pen, context: &DrawContext, row: &MatrixRow, band: Band, geometry: &Geometry) {
    let (em, y) = (context.em, band.middle());
    let last = row.cells.len().saturating_sub(1);
    pen.line((geometry.middle(0), y), (geometry.middle(last), y), 0.6, context.inks.line);
    for (i, count) in row.cells.iter().enumerate() {
        let at = (geometry.middle(i), y);
        if whole::nearest_unsigned(count.value) == 0 {
            pen.dot(at, SPECK * em, context.inks.muted);
            continue;
        }
        let fill = fill(context.inks.tone(row.tone), count.value / geometry.most);
        pen.dot(at, geometry.radius, fill.as_mark());
        pen.dot(at, geometry.radius - 0.06 * em, fill);
        pen.text_centred(&count.text, at, Ink::bold(context.inks.on(fill), Align::Middle).times(geometry.growth));
    }
}

/// The deeper the larger.
fn fill(tone: Rgb, share: f64) -> Rgb {
    WHITE.mix(tone, FAINTEST + (1.0 - FAINTEST) * share.clamp(0.0, 1.0))
}

fn specimen(maker: &SpecimenMaker, rows: usize, most: u32) -> Matrix {
    let columns = maker.words.groups.to_vec();
    let row = |i: usize| {
        let count = |g: usize| {
            let share = spread(i * columns.len() + g);
            maker.number((f64::from(most) * (1.6 * share - 0.6).max(0.0)).round(), 0)
        };
        MatrixRow {
            label: maker.words.name(i),
            cells: (0..columns.len()).map(count).collect(),
            tone: [Tone::Calm, Tone::Middle][i % 2],
        }
    };
    Matrix { rows: (0..rows).map(row).collect(), columns }
}

#[cfg(test)]
mod tests {
    use super::{Matrix, MatrixRow};
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{attributes, draw, texts, value};
    use crate::diag::Code;
    use crate::theme::Tone;

    fn matrix(rows: &[&[f64]]) -> Matrix {
        let row = |counts: &&[f64]| MatrixRow {
            label: "Ауызсу".into(),
            cells: counts.iter().map(|n| value(*n, &format!("{n:.0}"))).collect(),
            tone: Tone::Calm,
        };
        let columns = ["сауалнама", "сарапшылар", "топтар"];
        let count = rows.first().map_or(0, |row| row.len());
        Matrix {
            columns: columns.iter().take(count).map(|c| (*c).to_owned()).collect(),
            rows: rows.iter().map(row).collect(),
        }
    }

    #[test]
    fn a_crossing_of_nothing_keeps_a_speck_and_prints_no_number() {
        let svg = draw(&Chart::Matrix(matrix(&[&[3.0, 0.0, 1.0]]))).unwrap().svg().to_owned();
        let radii = attributes(&svg, "circle", "r");
        assert_eq!(radii.len(), 5, "two dots with their edges and a speck: {radii:?}");
        let told = texts(&svg);
        assert!(told.contains(&"3".to_owned()) && !told.contains(&"0".to_owned()), "{told:?}");
    }

    #[test]
    fn columns_are_evenly_apart_and_the_same_in_all_rows() {
        let svg =
            draw(&Chart::Matrix(matrix(&[&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0]]))).unwrap().svg().to_owned();
        let xs: Vec<f64> = attributes(&svg, "circle", "cx").into_iter().step_by(2).collect();
        assert!((xs[1] - xs[0] - (xs[2] - xs[1])).abs() < 0.21 && xs[3..] == xs[..3], "{xs:?}");
    }

    #[test]
    fn a_matrix_of_nothing_is_empty_and_senseless_counts_are_faults() {
        assert!(Chart::Matrix(matrix(&[&[0.0, 0.0]])).is_empty());
        let mut short = matrix(&[&[1.0, 2.0]]);
        short.rows[0].cells.pop();
        for chart in [matrix(&[]), matrix(&[&[-1.0]]), matrix(&[&[f64::NAN]]), short] {
            assert_eq!(draw(&Chart::Matrix(chart)).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
