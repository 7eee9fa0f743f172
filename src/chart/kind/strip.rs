//! Items over the groups of a breakdown, small multiples of one line each: a mark for every group, the whole sample as a
//! short upright line and a number. It shows at once which group stands apart on which item, where a table would have
//! to be searched.

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::alt::AltText;
use crate::chart::axis::Axis;
use crate::chart::check::{self, some_rows};
use crate::chart::colour::Rgb;
use crate::chart::data::{ChartData, Crosstab, DataShape};
use crate::chart::direct_labels::{SeriesNames, Target};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{DASH, Estimate, printed};
use crate::chart::group_marks;
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::{Band, RowLabels};
use crate::chart::scale::Scale;
use crate::chart::specimen::{Cases, SpecimenMaker, falling, spread};
use crate::chart::tick_marks;
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::{Number, whole};

/// The most groups whose marks can be told apart.
const MOST_GROUPS: usize = 5;
/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.34;
/// Half the size of a mark, in em.
const RADIUS: f64 = 0.36;
/// Half the height of the line of the whole sample, in em.
const WHOLE: f64 = 0.62;
/// Between the outermost mark and a printed value, in em.
const GAP: f64 = 0.4;
/// Between the heads and the first row, in em.
const HEAD_GAP: f64 = 0.35;

/// A line of marks for each item.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// The axis of the values.
    pub axis: Axis,
    /// The groups; their marks follow from their place.
    pub groups: Vec<String>,
    /// The items.
    pub rows: Vec<StripRow>,
    /// What heads the column of the whole sample.
    pub overall: String,
}

/// An item in all groups.
#[derive(Debug, Clone, PartialEq)]
pub struct StripRow {
    /// What it is.
    pub label: String,
    /// One per group; without a value where it is not shown.
    pub values: Vec<Estimate>,
    /// In the whole sample.
    pub overall: Option<Number>,
}

impl ChartKind for Strip {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.groups.iter_mut().for_each(&mut *visit);
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
        let rows = self.rows.iter().map(|row| {
            let bare = row.values.iter().map(|estimate| Estimate::bare(estimate.value.clone()));
            let overall = Estimate::bare(row.overall.clone());
            ReadoutRow::new(&row.label, bare.chain([overall]).collect())
        });
        Readout::named(self.groups.iter().chain([&self.overall]), rows)
    }

    fn message(&self, alt: &AltText) -> Result<String, Diagnostic> {
        let mut readout = self.readout();
        readout.columns.truncate(self.groups.len());
        readout.rows.iter_mut().for_each(|row| row.cells.truncate(self.groups.len()));
        alt.extremes(&readout.values(0), "")
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Crosstab]
    }

    /// (An office program has no chart of marks on the lines of named rows: the kind stays a picture there.)
    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Crosstab(table) = data { Some(of_crosstab(table, locale)) } else { None }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        vec![
            ("usual", specimen(maker, 8, 4, &[], false)),
            ("one", specimen(maker, 1, 3, &[], false)),
            ("thirty", specimen(maker, 30, 4, &[], false)),
            ("long", specimen(maker, 3, 4, &[], true)),
            ("two", specimen(maker, 5, 2, &[], false)),
            ("missing", specimen(maker, 4, 3, &[1, 6, 7, 8], false)),
        ]
    }
}

fn of_crosstab(table: &Crosstab, locale: &Locale) -> Result<Strip, Diagnostic> {
    let rows = table.rows.iter().filter(|row| !row.is_nonsubstantive).map(|row| StripRow {
        label: row.label.clone(),
        values: row
            .cells
            .iter()
            .map(|cell| Estimate {
                value: cell.map(|m| locale.share_of("", m.value)),
                interval: cell.map(|m| m.interval),
            })
            .collect(),
        overall: row.overall.map(|share| locale.share_of("", share)),
    });
    let rows: Vec<StripRow> = rows.collect();
    let highest = rows.iter().flat_map(|row| &row.values).filter_map(Estimate::at).fold(1.0, f64::max);
    Ok(Strip {
        axis: Axis::round((0.0, highest), 4, locale, ""),
        groups: table.groups.iter().map(|group| group.label.clone()).collect(),
        rows,
        overall: locale.word("overall")?.to_owned(),
    })
}

/// Where the columns stand, in points.
struct Geometry {
    scale: Scale,
    plot: (f64, f64),
    /// Middle of the column of the whole sample.
    aside: f64,
    head: Vec<String>,
}

fn draw(strip: &Strip, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(strip)?;
    let colours: Vec<Rgb> = super::grouped::colours(&context.inks).iter().map(|ink| ink.as_mark()).collect();
    let labels = RowLabels::new(context, strip.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let geometry = geometry(strip, labels.end(context), context)?;
    let entries = strip.groups.iter().map(String::as_str).zip(colours.iter().copied());
    let entries: Vec<(&str, Rgb)> = entries.collect();
    let targets = targets(strip, &colours, &geometry);
    let names = SeriesNames::new(context, targets.as_deref(), (0.0, geometry.plot.1), &entries).with_marks();
    let heads = context.head_size() * context.block(geometry.head.len()) + HEAD_GAP * context.em;
    let top = names.top(heads, 0.0);
    let foot = if strip.axis.ticks.is_empty() { 0.0 } else { context.line };
    let bands = labels.bands(context, top, foot)?;
    context.picture(bands.height, |pen| {
        let size = context.head_size();
        let ink = Ink::new(context.inks.muted, Align::Middle).times(size);
        tick_marks::grid(pen, context, &strip.axis, &geometry.scale, (bands.top, bands.bottom));
        tick_marks::labels(
            pen,
            context,
            &strip.axis,
            &geometry.scale,
            bands.bottom + context.line / 2.0,
            ink,
        );
        let first = bands.rows.first().map_or(top, |band| band.middle() - RADIUS * context.em);
        names.draw(pen, context, first);
        let head = top - HEAD_GAP * context.em - size * context.block(geometry.head.len()) / 2.0;
        pen.lines_centred(&geometry.head, (geometry.aside, head), ink);
        labels.write(pen, &bands.rows, context);
        for (row, band) in strip.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, row, *band, &geometry, &colours);
        }
    })
}

fn check(strip: &Strip) -> Result<(), Diagnostic> {
    some_rows(strip.rows.len())?;
    check::axis(&strip.axis)?;
    check::groups_at_most(strip.groups.len(), MOST_GROUPS)?;
    strip.rows.iter().try_for_each(|row| {
        let mut estimates = row.values.iter();
        estimates.try_for_each(|e| check::estimate(&row.label, e.at(), e.interval, &strip.axis))
    })
}

fn geometry(strip: &Strip, start: f64, context: &DrawContext) -> Result<Geometry, Diagnostic> {
    let em = context.em;
    let size = context.head_size();
    let numbers = strip.rows.iter().map(|row| context.bold_width(printed(row.overall.as_ref())));
    let numbers = numbers.fold(size * context.widest_word(&strip.overall), f64::max);
    let (head, head_width) = context.wrap_at(size, &strip.overall, numbers.max(4.0 * size * em));
    let column = numbers.max(head_width);
    let values = strip.rows.iter().flat_map(|row| &row.values);
    let value = values.map(|e| context.text_width(printed(e.value.as_ref()))).fold(0.0, f64::max);
    let inset = value + (GAP + RADIUS) * em;
    let plot = (start, context.width - column - 0.9 * em);
    let ends = (plot.0 + inset, plot.1 - inset);
    let scale = context.value_scale((strip.axis.min, strip.axis.max), ends)?;
    Ok(Geometry { scale, plot, aside: context.width - column / 2.0, head })
}

/// The marks of the first row from left to right, where it has all of them.
fn targets<'s>(strip: &'s Strip, colours: &[Rgb], geometry: &Geometry) -> Option<Vec<Target<'s>>> {
    let row = strip.rows.first()?;
    let mut targets = Vec::new();
    for ((name, estimate), colour) in strip.groups.iter().zip(&row.values).zip(colours) {
        targets.push(Target { name, colour: *colour, at: geometry.scale.at(estimate.at()?) });
    }
    targets.sort_by(|a, b| a.at.total_cmp(&b.at));
    Some(targets)
}

fn draw_row(
    pen: &mut Pen,
    context: &DrawContext,
    row: &StripRow,
    band: Band,
    geometry: &Geometry,
    colours: &[Rgb],
) {
    let (em, y) = (context.em, band.middle());
    let overall = row.overall.as_ref();
    pen.text_centred(printed(overall), (geometry.aside, y), Ink::bold(context.inks.text, Align::Middle));
    let marks: Vec<(usize, &Number, f64)> = (row.values.iter().enumerate())
        .filter_map(|(place, e)| Some((place, e.value.as_ref()?, geometry.scale.at(e.at()?))))
        .collect();
    let ends =
        (marks.iter().min_by(|a, b| a.2.total_cmp(&b.2)), marks.iter().max_by(|a, b| a.2.total_cmp(&b.2)));
    let (Some(low), Some(high)) = ends else {
        let middle = f64::midpoint(geometry.plot.0, geometry.plot.1);
        pen.text_on_paper(DASH, (middle, y), Ink::new(context.inks.muted, Align::Middle));
        return;
    };
    pen.line((low.2, y), (high.2, y), 0.14 * em, context.inks.muted);
    if let Some(number) = overall {
        let x = geometry.scale.at(number.value);
        pen.line((x, y - WHOLE * em), (x, y + WHOLE * em), 0.16 * em, context.inks.text);
    }
    for (place, _, x) in &marks {
        if let Some(colour) = colours.get(*place) {
            group_marks::draw(pen, (*x, y), RADIUS * em, *place, *colour);
        }
    }
    let away = (RADIUS + GAP) * em;
    let ink = |align| Ink::new(context.inks.text, align);
    if marks.len() > 1 {
        pen.text_on_paper(&low.1.text, (low.2 - away, y), ink(Align::End));
    }
    pen.text_on_paper(&high.1.text, (high.2 + away, y), ink(Align::Start));
}

fn specimen(maker: &SpecimenMaker, rows: usize, groups: usize, hidden: &[usize], long: bool) -> Strip {
    let groups: Vec<String> = (0..groups).filter_map(|i| maker.words.groups.get(i).cloned()).collect();
    let row = |i: usize| {
        let middle = falling(i, rows, 70.0, 18.0);
        let value = |g: usize| {
            let place = i * groups.len() + g;
            let moved = middle + 24.0 * (spread(place * 3 + 1) - 0.5);
            let shown = !hidden.contains(&place);
            Estimate::bare(shown.then(|| maker.number((moved * 10.0).round() / 10.0, 1)))
        };
        StripRow {
            label: maker.label(i, long),
            values: (0..groups.len()).map(value).collect(),
            overall: Some(maker.number(middle, 1)),
        }
    };
    Strip {
        axis: maker.axis(0.0, whole::float(100), 4),
        groups: groups.clone(),
        rows: (0..rows).map(row).collect(),
        overall: maker.locale.word("overall").unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Strip, StripRow};
    use crate::chart::estimate::Estimate;
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{attributes, axis, draw, texts, value};
    use crate::diag::Code;

    fn strip(rows: &[&[Option<f64>]]) -> Strip {
        let number = |v: f64| value(v, &format!("{v:.0}"));
        let row = |values: &&[Option<f64>]| StripRow {
            label: "Ауызсу".into(),
            values: values.iter().map(|v| Estimate::bare(v.map(number))).collect(),
            overall: Some(number(50.0)),
        };
        let groups = ["орталық", "шет", "ауыл", "жаңа", "басқа", "тағы"];
        let count = rows.first().map_or(0, |row| row.len());
        Strip {
            axis: axis(0.0, 100.0, 50.0),
            groups: groups.iter().take(count).map(|g| (*g).to_owned()).collect(),
            rows: rows.iter().map(row).collect(),
            overall: "жалпы".into(),
        }
    }

    #[test]
    fn the_ends_are_printed_and_the_whole_sample_is_a_number() {
        let chart = Chart::from(strip(&[&[Some(20.0), Some(80.0), Some(40.0)]]));
        let svg = draw(&chart).unwrap().svg().to_owned();
        let told = texts(&svg);
        for number in ["20", "80"] {
            assert!(told.contains(&number.to_owned()), "{told:?}");
        }
        assert!(!told.contains(&"40".to_owned()), "{told:?}");
        // Discs of the first and third group on white rings, the third with a white middle.
        assert_eq!(attributes(&svg, "circle", "cx").len(), 5);
    }

    #[test]
    fn a_row_without_values_is_a_dash() {
        let chart = Chart::from(strip(&[&[Some(20.0), Some(30.0)], &[None, None]]));
        assert!(texts(draw(&chart).unwrap().svg()).contains(&"—".to_owned()));
    }

    #[test]
    fn more_groups_than_marks_and_no_rows_are_faults() {
        for chart in [strip(&[&[Some(1.0); 6]]), strip(&[])] {
            assert_eq!(draw(&Chart::from(chart)).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
