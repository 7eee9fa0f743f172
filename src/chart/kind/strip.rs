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
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{DASH, Estimate, printed};
use crate::chart::group_marks;
use crate::chart::legend::Legend;
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
/// Marks nearer to one another than so many radii would hide one another: they stand one below the other.
const NEAR: f64 = 1.9;
/// From one such mark to the next, down, in radii.
const STEP: f64 = 1.35;
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
    let values = rows.iter().flat_map(|row| row.values.iter().filter_map(Estimate::at));
    let (low, high) = values.fold((100.0_f64, 0.0_f64), |(low, high), v| (low.min(v), high.max(v)));
    Ok(Strip {
        axis: Axis::round((low.min(high), high.max(1.0)), 4, locale, ""),
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
    let legend = Legend::new(context, &entries).with_marks();
    let heads = context.head_size() * context.block(geometry.head.len()) + HEAD_GAP * context.em;
    let top = legend.height + heads;
    let foot = if strip.axis.ticks.is_empty() { 0.0 } else { context.line };
    let bands = labels.bands_of(context, top, foot, lowest_band(strip, &geometry, context))?;
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
        legend.draw(pen, context);
        // The line that stands for the whole sample in the rows stands beside its name, too.
        let widest = geometry.head.iter().map(|line| size * context.text_width(line)).fold(0.0, f64::max);
        let key = (geometry.aside - widest / 2.0 - 0.45 * context.em, top - (HEAD_GAP + 0.55) * context.em);
        let half = 0.45 * context.em;
        pen.line((key.0, key.1 - half), (key.0, key.1 + half), 0.16 * context.em, context.inks.text);
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

/// How far below the line of its row each mark stands: those that would hide one another share the height.
fn levels(places: &[f64], radius: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|a, b| places[*a].total_cmp(&places[*b]));
    let mut levels = vec![0.0; places.len()];
    let near = |pair: (usize, usize)| places[pair.1] - places[pair.0] < NEAR * radius;
    let mut start = 0;
    for end in 1..=order.len() {
        if end < order.len() && near((order[end - 1], order[end])) {
            continue;
        }
        let middle = (whole::float(end - start) - 1.0) / 2.0;
        for (n, place) in order[start..end].iter().enumerate() {
            levels[*place] = (whole::float(n) - middle) * STEP * radius;
        }
        start = end;
    }
    levels
}

/// The least height of a row, in points: that of its marks one below the other.
fn lowest_band(strip: &Strip, geometry: &Geometry, context: &DrawContext) -> f64 {
    let radius = RADIUS * context.em;
    let deepest = |row: &StripRow| {
        let places: Vec<f64> = row.values.iter().filter_map(|e| Some(geometry.scale.at(e.at()?))).collect();
        levels(&places, radius).into_iter().fold(0.0, f64::max)
    };
    2.0 * strip.rows.iter().map(deepest).fold(0.0, f64::max) + 3.0 * radius
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
    let levels = levels(&marks.iter().map(|(_, _, x)| *x).collect::<Vec<_>>(), RADIUS * em);
    for ((place, _, x), level) in marks.iter().zip(levels) {
        if let Some(colour) = colours.get(*place) {
            group_marks::draw(pen, (*x, y + level), RADIUS * em, *place, *colour);
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
    use super::{Strip, StripRow, levels};
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
        // Discs of the first and third group on white rings, the third with a white middle: in the row and in the legend.
        assert_eq!(attributes(&svg, "circle", "cx").len(), 10);
    }

    #[test]
    fn marks_that_would_hide_one_another_stand_one_below_the_other() {
        let apart = levels(&[10.0, 40.0, 70.0], 4.0);
        assert_eq!(apart, [0.0; 3]);
        let near = levels(&[12.0, 40.0, 10.0, 11.0], 4.0);
        assert_eq!(near[1], 0.0);
        assert!(near[2] < near[3] && near[3] < near[0], "{near:?}");
        assert!(near[3] - near[2] >= 4.0, "{near:?}");
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
