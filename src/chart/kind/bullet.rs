//! What is done beside what is demanded, each row in shares of its own demand: counts of interviews, views and reports
//! stand on one scale, and the eye sees at once which demand is not met yet.

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::alt::AltText;
use crate::chart::check::{fault, finite, not_negative, some_rows};
use crate::chart::colour::Rgb;
use crate::chart::data::{ChartData, DataShape, Demand, Key};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::Estimate;
use crate::chart::legend::{Legend, meaning};
use crate::chart::office_plan::{
    Form, HEAD_SHARE, LabelPosition, Labels, NAMELESS, OfficeChart, Plan, PlanContext, Series, cell, head_lines,
    rounded,
};
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::{Band, RowLabels};
use crate::chart::scale::Scale;
use crate::chart::specimen::{Cases, SpecimenMaker};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::{Number, whole};
use crate::theme::Tone;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.38;
/// The longest bar, in demands; a longer one ends in a point.
const MOST: f64 = 1.5;
/// The least room for bars, in em.
const LEAST_BARS: f64 = 6.0;
/// Between columns, in em.
const GAP: f64 = 0.9;
/// Between the heads and the first row, in em.
const HEAD_GAP: f64 = 0.35;
/// A bar's thickness as a share of its track's.
const BAR: f64 = 0.6;
/// What an office program's longest bar stands for: one hundred to a demand.
const OFFICE_MOST: f64 = 150.0;
/// Thickness of its mark of a demand, in the same measure.
const OFFICE_MARK: f64 = 1.5;

/// Demands and what is done of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Bullet {
    /// The demands, in their own order.
    pub rows: Vec<BulletRow>,
    /// What heads the numbers done and demanded.
    pub heads: [String; 2],
    /// What the colours stand for.
    pub keys: Vec<Key>,
}

/// A demand.
#[derive(Debug, Clone, PartialEq)]
pub struct BulletRow {
    /// What is demanded.
    pub label: String,
    /// How much is done.
    pub done: Number,
    /// How much is demanded, above zero.
    pub demanded: Number,
    /// Its colour.
    pub tone: Tone,
}

impl ChartKind for Bullet {
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

    fn readout(&self) -> Readout {
        let rows = self.rows.iter().map(|row| {
            let cells = [&row.done, &row.demanded].map(|number| Estimate::bare(Some(number.clone())));
            ReadoutRow::new(&row.label, cells.to_vec()).remarked(meaning(&self.keys, row.tone, true))
        });
        Readout::named(&self.heads, rows)
    }

    /// Counts of different things have no largest one.
    fn message(&self, _: &AltText) -> Result<String, Diagnostic> {
        Ok(String::new())
    }

    fn office(&self) -> Option<&dyn OfficeChart> {
        Some(self)
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Demands]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Demands(demands) = data { Some(of_demands(demands, locale)) } else { None }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let usual = [(20.0, 15.0), (5720.0, 5000.0), (2540.0, 2500.0), (9.0, 7.0), (2.0, 3.0), (0.0, 1.0)];
        let mut long = specimen(maker, &[(4.0, 5.0), (7.0, 5.0)]);
        long.each_label(&mut |label| label.clone_from(&maker.words.long));
        vec![
            ("usual", specimen(maker, &usual)),
            ("one", specimen(maker, &[(3.0, 4.0)])),
            ("thirty", specimen(maker, &[(11.0, 10.0); 30])),
            ("extremes", specimen(maker, &[(0.0, 1_000_000.0), (1_000_000.0, 1.0)])),
            ("long", long),
        ]
    }
}

fn of_demands(demands: &[Demand], locale: &Locale) -> Result<Bullet, Diagnostic> {
    let float = |count: u64| whole::float(usize::try_from(count).unwrap_or(usize::MAX));
    let number = |demand: &Demand, field: &str, count: u64| {
        locale.number_of(format!("{}.{field}", demand.id), float(count), 0)
    };
    let row = |demand: &Demand| BulletRow {
        label: demand.label.clone(),
        done: number(demand, "achieved", demand.done),
        demanded: number(demand, "threshold", demand.demanded),
        tone: demand.state.tone,
    };
    let mut keys: Vec<Key> = Vec::new();
    for demand in demands {
        if !keys.contains(&demand.state) {
            keys.push(demand.state.clone());
        }
    }
    let heads = [locale.word("done")?.to_owned(), locale.word("demanded")?.to_owned()];
    Ok(Bullet { rows: demands.iter().map(row).collect(), heads, keys })
}

/// Where the columns stand, in points.
struct Geometry {
    /// From demands to points.
    scale: Scale,
    /// Heads and middles of the columns of what is done and demanded.
    columns: [(Vec<String>, f64); 2],
}

fn draw(bullet: &Bullet, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(bullet)?;
    let texts = bullet.rows.iter().map(|row| row.label.as_str());
    RowLabels::stepping_back(context, texts, LABEL_SHARE, |labels| draw_with(bullet, context, labels))
}

fn draw_with(bullet: &Bullet, context: &DrawContext, labels: &RowLabels) -> Result<Picture, Diagnostic> {
    let geometry = geometry(bullet, labels.end(context), context)?;
    let legend = if bullet.keys.len() > 1 { Legend::of_keys(context, &bullet.keys) } else { None };
    let size = context.head_size();
    let lines = geometry.columns.iter().map(|(head, _)| head.len()).max().unwrap_or(0);
    let top = legend.as_ref().map_or(0.0, |legend| legend.height)
        + size * context.block(lines)
        + HEAD_GAP * context.em;
    let bands = labels.bands(context, top, 0.0)?;
    let half = bands.half_bar(context.em);
    context.picture(bands.height, |pen| {
        if let Some(legend) = &legend {
            legend.draw(pen, context);
        }
        for (head, x) in &geometry.columns {
            let middle = top - HEAD_GAP * context.em - size * context.block(head.len()) / 2.0;
            pen.lines_centred(head, (*x, middle), Ink::new(context.inks.muted, Align::Middle).times(size));
        }
        labels.write(pen, &bands.rows, context);
        for (row, band) in bullet.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, row, (*band, half), &geometry);
        }
    })
}

fn check(bullet: &Bullet) -> Result<(), Diagnostic> {
    some_rows(bullet.rows.len())?;
    bullet.rows.iter().try_for_each(|row| {
        let (done, demanded) = (row.done.value, row.demanded.value);
        not_negative(done, || say!("chart-value-negative", label = row.label, value = done))?;
        finite(demanded, || say!("chart-value-not-finite", label = row.label))?;
        if demanded > 0.0 { Ok(()) } else { Err(fault(say!("chart-target-wrong", value = demanded))) }
    })
}

fn geometry(bullet: &Bullet, start: f64, context: &DrawContext) -> Result<Geometry, Diagnostic> {
    let (em, size) = (context.em, context.head_size());
    let column = |head: &str, numbers: &dyn Fn(&BulletRow) -> f64| {
        let widest = bullet.rows.iter().map(numbers).fold(size * context.widest_word(head), f64::max);
        let (lines, width) = context.wrap_at(size, head, widest);
        (lines, width.max(widest))
    };
    let [done, demanded] = &bullet.heads;
    let done = column(done, &|row| context.bold_width(&row.done.text));
    let demanded = column(demanded, &|row| context.text_width(&row.demanded.text));
    let right = context.width - demanded.1 / 2.0;
    let left = context.width - demanded.1 - GAP * em - done.1 / 2.0;
    let end = left - done.1 / 2.0 - GAP * em;
    if end - start < LEAST_BARS * em {
        return Err(context.too_narrow());
    }
    Ok(Geometry { scale: Scale::new(0.0, MOST, start, end), columns: [(done.0, left), (demanded.0, right)] })
}

fn draw_row(
    pen: &mut Pen,
    context: &DrawContext,
    row: &BulletRow,
    (band, half): (Band, f64),
    geometry: &Geometry,
) {
    let (em, y) = (context.em, band.middle());
    let (zero, demand) = (geometry.scale.at(0.0), geometry.scale.at(1.0));
    pen.rect((zero, y - half), (demand, y + half), context.inks.surface);
    let share = row.done.value / row.demanded.value;
    let thick = BAR * half;
    let colour: Rgb = context.inks.tone(row.tone).as_mark();
    let end = geometry.scale.at(share.min(MOST));
    if share > MOST {
        let neck = end - thick;
        pen.rect((zero, y - thick), (neck, y + thick), colour);
        pen.polygon(&[(neck, y - thick), (end, y), (neck, y + thick)], colour);
    } else {
        pen.rect((zero, y - thick), (end, y + thick), colour);
    }
    pen.line((demand, y - 1.1 * half), (demand, y + 1.1 * half), 0.16 * em, context.inks.text);
    let [(_, left), (_, right)] = &geometry.columns;
    pen.text_centred(&row.done.text, (*left, y), Ink::bold(context.inks.text, Align::Middle));
    pen.text_centred(&row.demanded.text, (*right, y), Ink::new(context.inks.muted, Align::Middle));
}

/// Bars in the colour of their state, a mark at the demand over them, the numbers beside them with their heads in a first
/// row without values. The lengths are formulas over the numbers, so that an edited one moves its bar.
impl OfficeChart for Bullet {
    fn plan(&self, context: &PlanContext) -> Plan {
        let names = std::iter::once(NAMELESS).chain(self.rows.iter().map(|row| row.label.as_str()));
        let mut plan = Plan::new(Form::Stacked, names.map(str::to_owned).collect());
        plan.fold_names(context);
        let numbers = |pick: fn(&BulletRow) -> &Number| {
            std::iter::once(None).chain(self.rows.iter().map(|row| Some(pick(row).clone()))).collect()
        };
        let [done, demanded] = &self.heads;
        let (done_values, done_texts) = plan.numbers(done, numbers(|row| &row.done));
        let (demanded_values, demanded_texts) = plan.numbers(demanded, numbers(|row| &row.demanded));
        self.bars(&mut plan, context, (done_values, demanded_values));
        let plot = context.width * (1.0 - context.share_of_names(&plan));
        let mut end = OFFICE_MOST + OFFICE_MARK;
        for (head, texts, bold) in [(done, done_texts, true), (demanded, demanded_texts, false)] {
            let head = head_lines(head);
            let words = head.iter().map(|line| HEAD_SHARE * context.text_width(line));
            let own = self.rows.iter().map(|row| if bold { &row.done } else { &row.demanded });
            let widest = own.map(|number| context.text_width(&number.text)).chain(words).fold(0.0, f64::max);
            let width = rounded((widest + 1.4 * context.size) / (plot / 2.0) * OFFICE_MOST);
            let values = plan.worked(|_, _| Some((width.to_string(), width)));
            let ink = if bold { context.colours.text() } else { context.colours.muted() };
            let labels = Labels {
                column: texts,
                ink,
                bold,
                places: vec![Some(LabelPosition::Centre); plan.names.len()],
                head,
            };
            plan.series.push(Series { values, labels: Some(labels), ..Series::default() });
            end += width;
        }
        plan.scale = Some((0.0, end, 50.0));
        plan.legend = true;
        plan
    }
}

impl Bullet {
    /// The parts of the bars, one hundred to a demand: what is done up to it, a series a state; what is missing; the
    /// mark; what is done beyond it; the rest of the track.
    fn bars(&self, plan: &mut Plan, context: &PlanContext, (done, demanded): (u16, u16)) {
        let share = |plan: &Plan, row: usize| {
            let of = plan.number(demanded, row).filter(|of| *of > 0.0)?;
            Some(100.0 * plan.number(done, row)? / of)
        };
        let ratio = |row: usize| format!("100*{}/{}", cell(done, row), cell(demanded, row));
        let tone = |row: usize| row.checked_sub(1).and_then(|row| self.rows.get(row)).map(|row| row.tone);
        for key in &self.keys {
            let within = plan.worked(|plan, row| {
                let share = share(plan, row).filter(|_| tone(row) == Some(key.tone))?;
                Some((format!("MIN({},100)", ratio(row)), rounded(share.min(100.0))))
            });
            plan.rename(within, &key.label);
            let fill = Some(context.colours.mark(key.tone));
            plan.series.push(Series { values: within, fill, ..Series::default() });
        }
        let missing = plan.worked(|plan, row| {
            let formula = format!("MAX(100-{},0)", ratio(row));
            Some((formula, rounded((100.0 - share(plan, row)?).max(0.0))))
        });
        let fill = Some(context.colours.surface());
        plan.series.push(Series { values: missing, fill, ..Series::default() });
        let mark = plan.worked(|plan, row| share(plan, row).map(|_| (OFFICE_MARK.to_string(), OFFICE_MARK)));
        let fill = Some(context.colours.text());
        plan.series.push(Series { values: mark, fill, ..Series::default() });
        let beyond = plan.worked(|plan, row| {
            let share = share(plan, row)?;
            let formula = format!("MAX(MIN({},{OFFICE_MOST})-100,0)", ratio(row));
            Some((formula, rounded((share.min(OFFICE_MOST) - 100.0).max(0.0))))
        });
        let points = (0..plan.names.len()).map(|row| context.colours.mark(tone(row).unwrap_or(Tone::Calm)));
        let points = points.collect();
        let fill = Some(context.colours.mark(Tone::Calm));
        plan.series.push(Series { values: beyond, fill, points, ..Series::default() });
        // The row of the heads has no bar: all of its track is rest.
        let whole = OFFICE_MOST + OFFICE_MARK;
        let rest = plan.worked(|plan, row| {
            if row == 0 {
                return Some((whole.to_string(), whole));
            }
            let formula = format!("{OFFICE_MOST}-MAX(MIN({},{OFFICE_MOST}),100)", ratio(row));
            Some((formula, rounded(OFFICE_MOST - share(plan, row)?.clamp(100.0, OFFICE_MOST))))
        });
        plan.series.push(Series { values: rest, ..Series::default() });
    }
}

fn specimen(maker: &SpecimenMaker, rows: &[(f64, f64)]) -> Bullet {
    let row = |(i, (done, demanded)): (usize, &(f64, f64))| BulletRow {
        label: maker.words.name(i),
        done: maker.number(*done, 0),
        demanded: maker.number(*demanded, 0),
        tone: if done >= demanded { Tone::Calm } else { Tone::CalmSoft },
    };
    let rows: Vec<BulletRow> = rows.iter().enumerate().map(row).collect();
    let word = |list: &str, value: &str| maker.locale.enum_word(list, value).unwrap_or_default().to_owned();
    let keys = [("met", Tone::Calm), ("pending", Tone::CalmSoft)];
    let keys = keys.map(|(state, tone)| Key { label: word("term-state", state), tone });
    let heads = ["done", "demanded"].map(|word| maker.locale.word(word).unwrap_or_default().to_owned());
    let occurs = |key: &Key| rows.iter().any(|row| row.tone == key.tone);
    Bullet { keys: keys.into_iter().filter(occurs).collect(), heads, rows }
}

#[cfg(test)]
mod tests {
    use super::{Bullet, BulletRow};
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, draw, texts, value};
    use crate::diag::Code;
    use crate::theme::Tone;

    fn bullet(rows: &[(f64, f64)]) -> Bullet {
        let number = |n: f64| value(n, &format!("{n:.0}"));
        let row = |(done, demanded): &(f64, f64)| BulletRow {
            label: LONG.into(),
            done: number(*done),
            demanded: number(*demanded),
            tone: Tone::Calm,
        };
        let heads = ["нақты".into(), "талап".into()];
        Bullet { rows: rows.iter().map(row).collect(), heads, keys: Vec::new() }
    }

    /// Widths of tracks and bars, a pair a row.
    fn widths(rows: &[(f64, f64)]) -> Vec<f64> {
        attributes(draw(&Chart::Bullet(bullet(rows))).unwrap().svg(), "rect", "width")
    }

    #[test]
    fn bars_are_shares_of_their_own_demand() {
        let found = widths(&[(5.0, 10.0), (2500.0, 5000.0), (10.0, 10.0)]);
        assert!((found[1] - found[0] / 2.0).abs() < 0.2 && (found[3] - found[1]).abs() < 0.2, "{found:?}");
        assert!((found[5] - found[4]).abs() < 0.2, "all that is demanded: {found:?}");
    }

    #[test]
    fn what_is_far_beyond_ends_in_a_point_and_keeps_its_number() {
        let chart = Chart::Bullet(bullet(&[(90.0, 10.0), (15.0, 10.0)]));
        let picture = draw(&chart).unwrap();
        assert_eq!(picture.svg().matches("<polygon").count(), 1);
        let told = texts(picture.svg());
        assert!(told.contains(&"90".to_owned()) && told.contains(&"10".to_owned()), "{told:?}");
    }

    #[test]
    fn nothing_demanded_or_done_below_zero_are_faults() {
        for rows in
            [vec![], vec![(1.0, 0.0)], vec![(-1.0, 2.0)], vec![(f64::NAN, 2.0)], vec![(1.0, f64::INFINITY)]]
        {
            assert_eq!(draw(&Chart::Bullet(bullet(&rows))).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
