//! The plan of works over time: a bar from the first to the last planned day, a mark on the day on which the work was
//! done, and a line on the day of the report.

use std::ops::Range;

use jiff::civil::Date;

use super::{ChartKind, keep};
use crate::chart::alt::AltText;
use crate::chart::axis::{Axis, Tick};
use crate::chart::check::{self, fault, finite, some_rows};
use crate::chart::colour::WHITE;
use crate::chart::data::{ChartData, DataShape, Key, Work, Works};
use crate::chart::draw_context::DrawContext;
use crate::chart::legend::{Legend, meaning};
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::{Band, Bands, RowLabels};
use crate::chart::scale::Scale;
use crate::chart::specimen::{Cases, SpecimenMaker, spread};
use crate::chart::tick_marks;
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::whole::float;
use crate::theme::Tone;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.4;
/// The least room for bars, in em.
const LEAST_BARS: f64 = 8.0;
/// Between the bars and the column of the days, in em.
const GAP: f64 = 0.9;
/// Half the thickness of a bar, in em.
const HALF_BAR: f64 = 0.36;
/// Half the size of the mark of the day on which a work was done, in em.
const MARK: f64 = 0.4;

/// Works with their days.
#[derive(Debug, Clone, PartialEq)]
pub struct Gantt {
    /// Days since the first one, with the first day of each month.
    pub days: Axis,
    /// The works, in the order of the plan.
    pub rows: Vec<GanttRow>,
    /// The day of the report.
    pub today: Tick,
    /// What the colours stand for.
    pub keys: Vec<Key>,
}

/// A work with its days.
#[derive(Debug, Clone, PartialEq)]
pub struct GanttRow {
    /// What is done.
    pub label: String,
    /// First planned day, and the day after the last one.
    pub planned: (f64, f64),
    /// The day on which it was done.
    pub done: Option<f64>,
    /// The planned days as printed at the right.
    pub term: String,
    /// Its colour.
    pub tone: Tone,
}

impl ChartKind for Gantt {
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

    /// Days are no values: they are told beside the works.
    fn readout(&self) -> Readout {
        let row = |row: &GanttRow| {
            let state = meaning(&self.keys, row.tone, true);
            let told = [row.term.as_str(), state.as_str()].into_iter().filter(|text| !text.is_empty());
            ReadoutRow::new(&row.label, Vec::new()).remarked(told.collect::<Vec<_>>().join(", "))
        };
        Readout { rows: self.rows.iter().map(row).collect(), ..Readout::default() }
    }

    fn message(&self, _: &AltText) -> Result<String, Diagnostic> {
        Ok(String::new())
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Works]
    }

    /// (In an office program the days of a stacked bar would be numbers without their months: the kind stays a picture
    /// there.)
    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Works(works) = data { Some(of_works(works, locale)) } else { None }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let mut long = specimen(maker, 3);
        long.each_label(&mut |label| label.clone_from(&maker.words.long));
        vec![
            ("usual", specimen(maker, 9)),
            ("one", specimen(maker, 1)),
            ("thirty", specimen(maker, 30)),
            ("long", long),
        ]
    }
}

fn of_works(works: &Works, locale: &Locale) -> Result<Gantt, Diagnostic> {
    let begins = works.rows.iter().map(|work| work.planned.0).chain(works.rows.iter().filter_map(|w| w.done));
    let Some(first) = begins.min() else { return Err(fault(say!("chart-without-rows"))) };
    let ends = works.rows.iter().map(|work| work.planned.1).chain(works.rows.iter().filter_map(|w| w.done));
    let last = ends.max().unwrap_or(first);
    let day = |date: Date| f64::from((date - first).get_days());
    let mut ticks = Vec::new();
    let mut month = first.first_of_month();
    while month <= last {
        if month >= first {
            ticks.push(Tick { at: day(month), label: locale.date(month, "axis")? });
        }
        month = month.saturating_add(jiff::Span::new().months(1)).first_of_month();
    }
    let mut keys: Vec<Key> = Vec::new();
    let mut rows = Vec::with_capacity(works.rows.len());
    for work in &works.rows {
        if !keys.contains(&work.state) {
            keys.push(work.state.clone());
        }
        rows.push(row_of(work, &day, locale)?);
    }
    let (today, label) = &works.today;
    let max = day(last).max(day(*today)) + 1.0;
    let days = Axis { min: day(*today).min(0.0), max, ticks, label: String::new() };
    Ok(Gantt { days, rows, today: Tick { at: day(*today) + 0.5, label: label.clone() }, keys })
}

fn row_of(work: &Work, day: &dyn Fn(Date) -> f64, locale: &Locale) -> Result<GanttRow, Diagnostic> {
    let (from, to) = work.planned;
    let term = format!("{}–{}", locale.date(from, "axis")?, locale.date(to, "axis")?);
    Ok(GanttRow {
        label: work.label.clone(),
        planned: (day(from), day(to) + 1.0),
        done: work.done.map(|date| day(date) + 0.5),
        term,
        tone: work.state.tone,
    })
}

/// Where the columns stand, in points.
struct Geometry {
    scale: Scale,
    /// Right edge of the bars, and of the column of the days.
    plot: (f64, f64),
    today: Vec<String>,
}

fn draw(gantt: &Gantt, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(gantt)?;
    let texts = gantt.rows.iter().map(|row| row.label.as_str());
    RowLabels::stepping_back(context, texts, LABEL_SHARE, |labels| draw_with(gantt, context, labels))
}

fn draw_with(gantt: &Gantt, context: &DrawContext, labels: &RowLabels) -> Result<Picture, Diagnostic> {
    let em = context.em;
    let legend = Legend::of_keys(context, &gantt.keys);
    let geometry = geometry(gantt, labels.end(context), context)?;
    let top = legend.as_ref().map_or(0.0, |legend| legend.height) + context.line + 0.35 * em;
    let below = context.block(geometry.today.len()) + 0.5 * em;
    let bands = labels.bands(context, top, below)?;
    context.picture(bands.height, |pen| {
        if let Some(legend) = &legend {
            legend.draw(pen, context);
        }
        tick_marks::grid(pen, context, &gantt.days, &geometry.scale, (bands.top, bands.bottom));
        let muted = Ink::new(context.inks.muted, Align::Middle);
        let middle = top - 0.35 * em - context.line / 2.0;
        tick_marks::labels(pen, context, &gantt.days, &geometry.scale, middle, muted);
        labels.write(pen, &bands.rows, context);
        draw_today(pen, context, gantt, &geometry, &bands);
        for (row, band) in gantt.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, row, *band, &geometry);
        }
    })
}

fn check(gantt: &Gantt) -> Result<(), Diagnostic> {
    some_rows(gantt.rows.len())?;
    check::axis(&gantt.days)?;
    finite(gantt.today.at, || say!("chart-day-not-finite"))?;
    gantt.rows.iter().try_for_each(|row| {
        let (from, to) = row.planned;
        for day in [Some(from), Some(to), row.done].into_iter().flatten() {
            finite(day, || say!("chart-day-not-finite"))?;
        }
        if from < to { Ok(()) } else { Err(fault(say!("chart-interval-upside-down", label = row.label))) }
    })
}

fn geometry(gantt: &Gantt, start: f64, context: &DrawContext) -> Result<Geometry, Diagnostic> {
    let em = context.em;
    let column = gantt.rows.iter().map(|row| context.text_width(&row.term)).fold(0.0, f64::max) + 0.1 * em;
    let end = context.width - column - GAP * em;
    // Half the label of a month may stand out at either end.
    let half = gantt.days.ticks.iter().map(|tick| context.text_width(&tick.label) / 2.0).fold(0.0, f64::max);
    if end - start - half < LEAST_BARS * em {
        return Err(context.too_narrow());
    }
    let days = gantt.rows.iter().flat_map(|row| [Some(row.planned.0), Some(row.planned.1), row.done]);
    let ends = (gantt.days.min, gantt.days.max);
    let (from, to) = days.flatten().fold(ends, |(a, b), day| (a.min(day), b.max(day)));
    let limit = 0.5 * (context.width - start);
    Ok(Geometry {
        scale: Scale::new(from, to, start + half / 2.0, end - half / 2.0),
        plot: (end, context.width),
        today: context.wrap(&gantt.today.label, limit).0,
    })
}

/// The line of the day of the report, named at its foot.
fn draw_today(pen: &mut Pen, context: &DrawContext, gantt: &Gantt, geometry: &Geometry, bands: &Bands) {
    let x = geometry.scale.at(gantt.today.at);
    let foot = bands.bottom + 0.3 * context.em;
    let step = 0.16 * context.em;
    pen.dashes((x, bands.top), (x, foot), (step, 1.4 * step), 1.0, context.inks.text);
    let widest = geometry.today.iter().map(|line| context.text_width(line)).fold(0.0, f64::max);
    let middle = x.clamp(widest / 2.0, (context.width - widest / 2.0).max(widest / 2.0));
    let y = foot + context.block(geometry.today.len()) / 2.0;
    pen.lines_centred(&geometry.today, (middle, y), Ink::new(context.inks.text, Align::Middle));
}

fn draw_row(pen: &mut Pen, context: &DrawContext, row: &GanttRow, band: Band, geometry: &Geometry) {
    let (em, y) = (context.em, band.middle());
    let (from, to) = (geometry.scale.at(row.planned.0), geometry.scale.at(row.planned.1));
    // A work of a day is still seen.
    let to = to.max(from + 0.25 * em);
    let colour = context.inks.tone(row.tone).as_mark();
    pen.rect((from, y - HALF_BAR * em), (to, y + HALF_BAR * em), colour);
    if let Some(done) = row.done.map(|day| geometry.scale.at(day)) {
        let corners = |size: f64| [(done, y - size), (done + size, y), (done, y + size), (done - size, y)];
        pen.polygon(&corners((MARK + 0.12) * em), WHITE);
        pen.polygon(&corners(MARK * em), context.inks.text);
    }
    let ink = Ink::new(context.inks.muted, Align::End);
    pen.text_centred(&row.term, (geometry.plot.1 - 0.05 * em, y), ink);
}

fn specimen(maker: &SpecimenMaker, rows: usize) -> Gantt {
    let states =
        [("done", Tone::Calm), ("late", Tone::Accent), ("running", Tone::CalmSoft), ("ahead", Tone::Grey)];
    let word = |state: &str| maker.locale.enum_word("step-state", state).unwrap_or_default().to_owned();
    let keys: Vec<Key> = states.iter().map(|(state, tone)| Key { label: word(state), tone: *tone }).collect();
    let row = |i: usize| {
        let from = 22.0 * float(i) / float(rows.max(2) - 1);
        let to = (from + 2.0 + 8.0 * spread(i)).min(30.0);
        let tone = match i {
            1 => Tone::Accent,
            _ if to < 15.0 => Tone::Calm,
            _ if from < 15.0 => Tone::CalmSoft,
            _ => Tone::Grey,
        };
        GanttRow {
            label: maker.words.name(i),
            planned: (from, to),
            done: (tone == Tone::Calm).then(|| to + 2.0 * (spread(i + 3) - 0.5)),
            term: format!("{:02}.09–{:02}.09", from.floor() + 1.0, to.floor()),
            tone,
        }
    };
    let rows: Vec<GanttRow> = (0..rows).map(row).collect();
    let keys = keys.into_iter().filter(|key| rows.iter().any(|row| row.tone == key.tone)).collect();
    let today = maker.days().get(2).cloned().unwrap_or(Tick { at: 15.0, label: String::new() });
    let days = Axis { min: 0.0, max: 30.0, ticks: maker.days(), label: String::new() };
    Gantt { days, rows, today, keys }
}

#[cfg(test)]
mod tests {
    use super::{Gantt, GanttRow};
    use crate::chart::axis::Axis;
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, draw, texts, tick};
    use crate::diag::Code;
    use crate::theme::Tone;

    fn gantt(rows: &[((f64, f64), Option<f64>)]) -> Gantt {
        let row = |(planned, done): &((f64, f64), Option<f64>)| GanttRow {
            label: LONG.into(),
            planned: *planned,
            done: *done,
            term: "01.06–09.06".into(),
            tone: Tone::Calm,
        };
        let days = Axis {
            min: 0.0,
            max: 60.0,
            ticks: vec![tick(0.0, "01.06"), tick(30.0, "01.07")],
            label: String::new(),
        };
        Gantt {
            days, rows: rows.iter().map(row).collect(), today: tick(40.0, "есеп күні"), keys: Vec::new()
        }
    }

    #[test]
    fn bars_are_as_long_as_their_days_and_a_finished_work_has_its_mark() {
        let chart = gantt(&[((0.0, 10.0), Some(12.0)), ((20.0, 40.0), None)]);
        let svg = draw(&Chart::Gantt(chart)).unwrap().svg().to_owned();
        let widths = attributes(&svg, "rect", "width");
        assert!((widths[1] - 2.0 * widths[0]).abs() < 0.3, "{widths:?}");
        assert_eq!(svg.matches("<polygon").count(), 2, "a mark on its white ground");
        assert!(texts(&svg).contains(&"есеп күні".to_owned()));
    }

    #[test]
    fn works_without_days_are_faults() {
        for rows in [
            vec![],
            vec![((5.0, 5.0), None)],
            vec![((0.0, f64::NAN), None)],
            vec![((0.0, 1.0), Some(f64::INFINITY))],
        ] {
            assert_eq!(draw(&Chart::Gantt(gantt(&rows))).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
