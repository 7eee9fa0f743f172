//! A crosstab as a picture: the larger a value, the deeper its cell, and every value printed, because a
//! shade can be compared but not read.

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::check::{fault, finite, some_rows};
use crate::chart::colour::{Inks, Rgb, WHITE};
use crate::chart::data::{ChartData, Components, Crosstab, CrosstabRow, DataShape};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{DASH, Estimate, printed};
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::{Band, Bands, RowLabels};
use crate::chart::specimen::{Cases, SpecimenMaker, falling, spread};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::quantity::whole::float;
use crate::theme::Tone;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.4;
/// What is left of it, of the width, where the columns need the room.
const LEAST_LABEL_SHARE: f64 = 0.22;
/// The white seam between neighbouring cells, in points.
const SEAM: f64 = 0.7;
/// Kept free beside the widest number of a column, both sides together, in em.
const MARGIN: f64 = 0.3;
/// The tone's share of the colour of a cell of nothing: paper is where there is no cell.
const FAINTEST: f64 = 0.05;
/// The tone's share of the deepest colour: the theme's own text colour is still legible on it.
const DEEPEST: f64 = 0.75;
/// Between the heads and the cells, in em.
const HEAD_GAP: f64 = 0.4;
/// Between the cells and the bases, in em; the line is in the middle.
const BASE_GAP: f64 = 0.6;

/// A table of values whose cells are the darker the larger the value is.
#[derive(Debug, Clone, PartialEq)]
pub struct Heat {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<HeatRow>,
    /// Label and printed numbers of the row of bases, where there is one.
    pub base: Option<(String, Vec<String>)>,
    /// The value of the darkest cell, above zero.
    pub max: f64,
}

/// A row of cells.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatRow {
    /// What it shows.
    pub label: String,
    /// One per column; `None`: the base is too small to show.
    pub cells: Vec<Option<Number>>,
}

impl ChartKind for Heat {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.columns.iter_mut().for_each(&mut *visit);
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
        let cells = |row: &HeatRow| row.cells.iter().cloned().map(Estimate::bare).collect();
        Readout::named(&self.columns, self.rows.iter().map(|row| ReadoutRow::new(&row.label, cells(row))))
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Crosstab, DataShape::Components]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Crosstab(table) = data {
            Some(of_crosstab(table, locale))
        } else if let ChartData::Components(components) = data {
            Some(Ok(of_components(components, locale)))
        } else {
            None
        }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        vec![
            ("usual", specimen(maker, 8, &[], false)),
            ("thirty", specimen(maker, 30, &[], false)),
            ("long", specimen(maker, 3, &[], true)),
            ("missing", specimen(maker, 5, &[6, 11], false)),
        ]
    }
}

fn of_crosstab(table: &Crosstab, locale: &Locale) -> Result<Heat, Diagnostic> {
    let row = |row: &CrosstabRow| HeatRow {
        label: row.label.clone(),
        cells: row.cells.iter().map(|cell| cell.map(|m| locale.share_of("", m.value))).collect(),
    };
    let rows: Vec<HeatRow> = table.rows.iter().map(row).collect();
    let max = rows.iter().flat_map(|row| &row.cells).flatten().map(|n| n.value).fold(1.0, f64::max);
    let bases = table.groups.iter().map(|group| locale.number(f64::from(group.n), 0)).collect();
    let columns = table.groups.iter().map(|group| group.label.clone()).collect();
    Ok(Heat { columns, rows, base: Some((locale.word("base_n")?.to_owned(), bases)), max })
}

/// Scores on their whole scale.
fn of_components(components: &Components, locale: &Locale) -> Heat {
    let cell = |value: &Option<f64>| value.map(|value| locale.number_of("", value, 1));
    let row = |(label, cells): &(String, Vec<Option<f64>>)| HeatRow {
        label: label.clone(),
        cells: cells.iter().map(cell).collect(),
    };
    let rows = components.rows.iter().map(row).collect();
    Heat { columns: components.columns.clone(), rows, base: None, max: 100.0 }
}

/// Where the columns are, in points.
#[derive(Debug, Clone, Copy)]
struct Columns {
    start: f64,
    width: f64,
}

impl Columns {
    fn left(self, column: usize) -> f64 {
        self.start + float(column) * self.width
    }

    fn middle(self, column: usize) -> f64 {
        self.left(column) + self.width / 2.0
    }
}

fn draw(heat: &Heat, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(heat)?;
    let em = context.em;
    let least = narrowest(heat, context);
    let share = label_share(heat, least, context);
    let mut labels = RowLabels::new(context, heat.rows.iter().map(|row| row.label.as_str()), share);
    let base = heat.base.as_ref().map(|(label, _)| context.wrap(label, share * context.width));
    let (base, base_width) = base.unwrap_or_default();
    if base_width > 0.0 {
        labels.width = context.label_column(labels.width.max(base_width + 0.1 * em));
    }
    let columns = columns(heat, labels.end(context), least, context)?;
    let limit = columns.width - MARGIN * em;
    let heads: Vec<Vec<String>> = heat.columns.iter().map(|head| context.wrap(head, limit).0).collect();
    let most = heads.iter().map(Vec::len).max().unwrap_or_default();
    let above = if most > 0 { context.block(most) + HEAD_GAP * em } else { 0.0 };
    let foot = if heat.base.is_some() { context.block(base.len().max(1)) } else { 0.0 };
    let below = if foot > 0.0 { foot + BASE_GAP * em } else { 0.0 };
    let bands = labels.bands(context, above, below)?;
    context.picture(context.height.unwrap_or(bands.height), |pen| {
        draw_heads(pen, context, &heads, columns, above);
        labels.write(pen, &bands.rows, context);
        for (row, band) in heat.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, row, *band, columns, heat.max);
        }
        if let Some((_, printed)) = &heat.base {
            draw_bases(pen, context, (base.as_slice(), labels.width), printed, columns, &bands);
        }
    })
}

fn check(heat: &Heat) -> Result<(), Diagnostic> {
    some_rows(heat.rows.len())?;
    some_rows(heat.columns.len())?;
    finite(heat.max, || say!("chart-axis-not-finite"))?;
    if heat.max <= 0.0 {
        return Err(fault(say!("chart-axis-without-length", min = 0, max = heat.max)));
    }
    for row in &heat.rows {
        check_length(&row.label, row.cells.len(), heat)?;
        for value in row.cells.iter().flatten() {
            finite(value.value, || say!("chart-value-not-finite", label = row.label))?;
        }
    }
    heat.base.as_ref().map_or(Ok(()), |(label, printed)| check_length(label, printed.len(), heat))
}

fn check_length(label: &str, found: usize, heat: &Heat) -> Result<(), Diagnostic> {
    let wanted = heat.columns.len();
    if found == wanted {
        return Ok(());
    }
    Err(fault(say!("chart-values-miscounted", label = label, found = found, wanted = wanted)))
}

/// The least width of a column: its widest number and the margins. Points.
fn narrowest(heat: &Heat, context: &DrawContext) -> f64 {
    let cells = heat.rows.iter().flat_map(|row| &row.cells);
    let values = cells.map(|cell| printed(cell.as_ref()));
    let bases = heat.base.iter().flat_map(|(_, printed)| printed).map(String::as_str);
    let widest = values.chain(bases).map(|text| context.text_width(text)).fold(0.0, f64::max);
    widest + MARGIN * context.em
}

/// The label column's share of the width: it gives way to the numbers as far as labels can be read.
fn label_share(heat: &Heat, least: f64, context: &DrawContext) -> f64 {
    // The column is a little wider than its labels, and has a gutter.
    let left = context.width - float(heat.columns.len()) * least - context.em;
    (left / context.width).clamp(LEAST_LABEL_SHARE, LABEL_SHARE)
}

fn columns(heat: &Heat, start: f64, least: f64, context: &DrawContext) -> Result<Columns, Diagnostic> {
    let width = (context.width - start) / float(heat.columns.len());
    if width < least {
        return Err(context.too_narrow());
    }
    Ok(Columns { start, width })
}

fn draw_heads(pen: &mut Pen, context: &DrawContext, heads: &[Vec<String>], columns: Columns, above: f64) {
    let ink = Ink::new(context.inks.muted, Align::Middle);
    for (i, head) in heads.iter().enumerate() {
        let middle = above - HEAD_GAP * context.em - context.block(head.len()) / 2.0;
        pen.lines_centred(head, (columns.middle(i), middle), ink);
    }
}

fn draw_row(pen: &mut Pen, context: &DrawContext, row: &HeatRow, band: Band, columns: Columns, max: f64) {
    let half = SEAM / 2.0;
    for (i, cell) in row.cells.iter().enumerate() {
        let from = (columns.left(i) + half, band.top + half);
        let to = (columns.left(i + 1) - half, band.top + band.height - half);
        let middle = (columns.middle(i), band.middle());
        if let Some(value) = cell {
            let fill = fill(&context.inks, value.value, max);
            pen.rect(from, to, fill);
            pen.text_centred(&value.text, middle, Ink::new(context.inks.on(fill), Align::Middle));
        } else {
            pen.hatched(from, to);
            pen.text_on_paper(DASH, middle, Ink::new(context.inks.muted, Align::Middle));
        }
    }
}

/// A cell's colour: the deeper the further its value is from zero, in the accent's tone below it.
pub fn fill(inks: &Inks, value: f64, max: f64) -> Rgb {
    let tone = if value < 0.0 { Tone::Accent } else { Tone::Calm };
    let depth = (value.abs() / max).min(1.0);
    WHITE.mix(inks.tone(tone), FAINTEST + (DEEPEST - FAINTEST) * depth)
}

fn draw_bases(
    pen: &mut Pen,
    context: &DrawContext,
    (label, right): (&[String], f64),
    printed: &[String],
    columns: Columns,
    bands: &Bands,
) {
    let line = bands.bottom + BASE_GAP * context.em / 2.0;
    pen.line((0.0, line), (context.width, line), 0.6, context.inks.line);
    let foot = context.block(label.len().max(1));
    let middle = bands.bottom + BASE_GAP * context.em + foot / 2.0;
    pen.lines_centred(label, (right, middle), Ink::new(context.inks.muted, Align::End));
    for (i, base) in printed.iter().enumerate() {
        let ink = Ink::new(context.inks.muted, Align::Middle);
        pen.text_centred(base, (columns.middle(i), middle), ink);
    }
}

fn specimen(maker: &SpecimenMaker, rows: usize, hidden: &[usize], long: bool) -> Heat {
    let columns = maker.words.groups.to_vec();
    let row = |i: usize| {
        let cell = |g: usize| {
            let value = falling(i, rows, 64.0, 4.0) * (0.8 + 0.4 * spread(i * 5 + g));
            let is_shown = !hidden.contains(&(i * columns.len() + g));
            is_shown.then(|| maker.number((value * 10.0).round() / 10.0, 1))
        };
        HeatRow { label: maker.label(i, long), cells: (0..columns.len()).map(cell).collect() }
    };
    let bases = [612.0, 745.0, 688.0, 495.0].map(|n| maker.locale.number(n, 0)).to_vec();
    let rows = (0..rows).map(row).collect();
    Heat { rows, base: Some((maker.words.base.clone(), bases)), max: 75.0, columns }
}

#[cfg(test)]
mod tests {
    use super::{Heat, HeatRow};
    use crate::chart::draw_context::{DrawContext, SharedScale};
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, draw, on_canvases, per_cent, texts, value};
    use crate::diag::Code;

    fn row(label: &str, shares: &[f64]) -> HeatRow {
        HeatRow { label: label.into(), cells: shares.iter().map(|share| Some(per_cent(*share))).collect() }
    }

    fn heat() -> Heat {
        let mut rows =
            vec![row("Жолдар", &[0.0, 50.0, 100.0]), row(LONG, &[12.5, 31.0, 8.0]), row("Су", &[-40.0; 3])];
        rows[1].cells[2] = None;
        let base = Some(("Базасы, адам".into(), ["412", "1 024", "24"].map(String::from).into()));
        let columns = ["18–29 жас", "30–59 жас", "60 жастан асқандар"].map(String::from).into();
        Heat { columns, rows, base, max: 100.0 }
    }

    /// The fills of all rectangles as red, green and blue.
    fn fills(svg: &str) -> Vec<String> {
        let tags = svg.split("<rect ").skip(1);
        tags.filter_map(|tag| Some(tag.split("fill=\"").nth(1)?.split('"').next()?.to_owned())).collect()
    }

    fn fault(heat: Heat) -> Code {
        draw(&Chart::Heat(heat)).unwrap_err().code
    }

    #[test]
    fn the_larger_the_value_the_darker_the_cell() {
        let fills = fills(draw(&Chart::Heat(heat())).unwrap().svg());
        let red = |i: usize| u8::from_str_radix(&fills[i][1..3], 16).unwrap();
        assert!(red(0) > red(1) && red(1) > red(2), "{fills:?}");
        let negative = fills.last().unwrap();
        assert!(negative[1..3] > negative[5..7], "below zero is the accent's side: {negative}");
    }

    #[test]
    fn every_number_is_printed_and_a_hidden_one_is_a_dash() {
        let words = texts(draw(&Chart::Heat(heat())).unwrap().svg());
        for text in ["0,0%", "50,0%", "100,0%", "-40,0%", "—", "1 024", "24"] {
            assert!(words.iter().any(|word| word == text), "{text}: {words:?}");
        }
        assert!(!words.contains(&"8,0%".to_owned()), "the base is too small: {words:?}");
    }

    #[test]
    fn all_columns_are_equally_wide_and_end_with_the_picture() {
        let chart = Heat { rows: vec![row("Су", &[1.0, 2.0, 3.0])], ..heat() };
        let svg = draw(&Chart::Heat(chart)).unwrap().svg().to_owned();
        let (xs, widths) = (attributes(&svg, "rect", "x"), attributes(&svg, "rect", "width"));
        assert!(widths.iter().all(|width| (width - widths[0]).abs() < 0.21), "{widths:?}");
        assert!((xs[2] + widths[2] - 467.7).abs() < 0.6, "{xs:?} {widths:?}");
    }

    #[test]
    fn on_a_slide_the_picture_has_the_height_that_there_is() {
        on_canvases(360.0, |sheet, canvas| {
            let context = DrawContext::new(canvas, SharedScale::default()).unwrap();
            let picture = super::draw(&heat(), &context).unwrap();
            let single = Heat { rows: vec![row("Су", &[1.0, 2.0, 3.0])], ..heat() };
            let low = super::draw(&single, &context).unwrap();
            let wanted = canvas.height.unwrap_or(picture.height).0;
            assert!((picture.height.0 - wanted).abs() < 1e-6, "{sheet}");
            assert_eq!(low.height.0 >= wanted - 1e-6, canvas.height.is_some(), "{sheet}");
        });
    }

    #[test]
    fn the_labels_give_way_to_many_columns_until_there_is_no_room() {
        let wide = |columns: usize| {
            let names = (0..columns).map(|i| format!("{i}")).collect();
            Heat { columns: names, rows: vec![row(LONG, &vec![10.0; columns])], base: None, max: 100.0 }
        };
        assert!(draw(&Chart::Heat(wide(11))).is_ok());
        assert_eq!(fault(wide(40)), Code::ChartDrawing);
    }

    #[test]
    fn senseless_numbers_are_faults() {
        let broken: [fn(&mut Heat); 8] = [
            |heat| heat.max = 0.0,
            |heat| heat.max = f64::NAN,
            |heat| heat.columns.clear(),
            |heat| heat.rows.clear(),
            |heat| drop(heat.columns.pop()),
            |heat| drop(heat.rows[1].cells.pop()),
            |heat| heat.base = Some((String::new(), Vec::new())),
            |heat| heat.rows[0].cells[0] = Some(value(f64::INFINITY, "")),
        ];
        for breaks in broken {
            let mut chart = heat();
            breaks(&mut chart);
            assert_eq!(fault(chart), Code::ChartDrawing);
        }
    }
}
