//! Amounts by day on a calendar: a cell a day, the deeper the more was done on it. It shows which days of the week were
//! worked, where the work stood still, and a day that is out of line with its neighbours.

use std::ops::Range;

use jiff::civil::Date;

use super::{ChartKind, heat, keep};
use crate::chart::check::{fault, not_negative, some_rows};
use crate::chart::data::{ChartData, DataShape, Days};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::Estimate;
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::height_for;
use crate::chart::specimen::{Cases, SpecimenMaker, spread};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::quantity::whole::float;

/// Days of a week.
const WEEK: usize = 7;
/// Height of a cell, in em.
const CELL: f64 = 1.7;
/// The widest cell, in em.
const WIDEST: f64 = 4.6;
/// The white seam between neighbouring cells, in points.
const SEAM: f64 = 0.8;
/// Kept free beside the widest number of a cell, both sides together, in em.
const MARGIN: f64 = 0.4;
/// Between the heads and the cells, in em.
const HEAD_GAP: f64 = 0.35;

/// A calendar of weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// Names of the days of the week, from Monday.
    pub weekdays: Vec<String>,
    /// The weeks, each with its first day as printed.
    pub weeks: Vec<CalendarWeek>,
    /// The amount of the deepest cell, above zero.
    pub most: f64,
}

/// A week.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarWeek {
    /// Its Monday as printed.
    pub label: String,
    /// From Monday; `None`: nothing was done, or the day is outside of the time shown.
    pub days: Vec<Option<Number>>,
}

impl ChartKind for Calendar {
    fn each_label(&mut self, _: &mut dyn FnMut(&mut String)) {}

    fn is_empty(&self) -> bool {
        self.weeks.iter().flat_map(|week| &week.days).all(Option::is_none)
    }

    fn rows(&self) -> Option<usize> {
        Some(self.weeks.len())
    }

    fn keep_rows(&mut self, rows: Range<usize>) {
        keep(&mut self.weeks, &rows);
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        let row = |week: &CalendarWeek| {
            ReadoutRow::new(&week.label, week.days.iter().cloned().map(Estimate::bare).collect())
        };
        Readout::named(&self.weekdays, self.weeks.iter().map(row))
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Days]
    }

    /// (An office program has no calendar: the kind stays a picture there.)
    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Days(days) = data { Some(of_days(days, locale)) } else { None }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        vec![("usual", specimen(maker, 13)), ("one", specimen(maker, 1)), ("sixty", specimen(maker, 60))]
    }
}

/// Weeks from the Monday before the first day on which anything was done to the last such day.
fn of_days(of: &Days, locale: &Locale) -> Result<Calendar, Diagnostic> {
    let worked: Vec<(Date, f64)> =
        of.days.iter().filter(|day| day.2 > 0.0).map(|(date, _, amount)| (*date, *amount)).collect();
    let weekdays: Vec<String> = locale.word("weekdays")?.split(' ').map(str::to_owned).collect();
    let (Some((first, _)), Some((last, _))) = (worked.first(), worked.last()) else {
        return Ok(Calendar { weekdays, weeks: Vec::new(), most: 1.0 });
    };
    let monday = |date: Date| {
        date.saturating_sub(jiff::Span::new().days(i64::from(date.weekday().to_monday_zero_offset())))
    };
    let mut weeks = Vec::new();
    let mut next = Some(monday(*first));
    // (The last day that there is has no week after it.)
    while let Some(begin) = next.filter(|begin| begin <= last) {
        let on = |offset: i64| {
            let date = begin.saturating_add(jiff::Span::new().days(offset));
            let amount = worked.iter().find(|(day, _)| *day == date).map(|(_, amount)| *amount);
            amount.map(|amount| locale.number_of("", amount, 0))
        };
        weeks.push(CalendarWeek { label: locale.date(begin, "axis")?, days: (0..7).map(on).collect() });
        next = begin.checked_add(jiff::Span::new().days(7)).ok();
    }
    let most = worked.iter().map(|(_, amount)| *amount).fold(1.0, f64::max);
    Ok(Calendar { weekdays, weeks, most })
}

/// Cells with the names of their rows and columns: weeks side by side where they have room, else below one another.
struct Grid<'c> {
    columns: Vec<&'c str>,
    rows: Vec<&'c str>,
    /// Row by row.
    cells: Vec<Vec<Option<&'c Number>>>,
}

impl<'c> Grid<'c> {
    fn new(calendar: &'c Calendar, weeks_are_rows: bool) -> Self {
        let weeks: Vec<&str> = calendar.weeks.iter().map(|week| week.label.as_str()).collect();
        let weekdays: Vec<&str> = calendar.weekdays.iter().map(String::as_str).collect();
        let of_week = |week: &'c CalendarWeek| week.days.iter().map(Option::as_ref).collect();
        if weeks_are_rows {
            return Self {
                columns: weekdays,
                rows: weeks,
                cells: calendar.weeks.iter().map(of_week).collect(),
            };
        }
        let of_day = |day: usize| {
            calendar.weeks.iter().map(|week| week.days.get(day).and_then(Option::as_ref)).collect()
        };
        Self { columns: weeks, rows: weekdays, cells: (0..WEEK).map(of_day).collect() }
    }

    /// Where the cells begin, and how wide one is, in points; `None` where they have no room.
    fn place(&self, context: &DrawContext) -> Option<(f64, f64)> {
        let em = context.em;
        let names = self.rows.iter().map(|name| context.text_width(name)).fold(0.0, f64::max);
        let start = names + 0.6 * em;
        let numbers = self.cells.iter().flatten().flatten().map(|number| context.text_width(&number.text));
        let heads = self.columns.iter().map(|head| context.head_size() * context.text_width(head) + 0.3 * em);
        let least = heads.fold(numbers.fold(0.0, f64::max) + MARGIN * em, f64::max);
        let width = ((context.width - start) / float(self.columns.len().max(1))).min(WIDEST * em);
        (width >= least).then_some((start, width))
    }
}

fn draw(calendar: &Calendar, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(calendar)?;
    let em = context.em;
    let fitting = [false, true].into_iter().find_map(|weeks_are_rows| {
        let grid = Grid::new(calendar, weeks_are_rows);
        let place = grid.place(context)?;
        Some((grid, place))
    });
    let (grid, (start, width)) = fitting.ok_or_else(|| context.too_narrow())?;
    let head = context.head_size() * context.line + HEAD_GAP * em;
    let rows = float(grid.rows.len());
    let height = height_for(context, grid.rows.len(), head + rows * CELL * em)?;
    // On a slide the cells grow with the height that there is, up to twice.
    let cell = ((height - head) / rows).min(2.0 * CELL * em);
    context.picture(height, |pen| {
        let size = context.head_size();
        let muted = |align| Ink::new(context.inks.muted, align);
        for (i, name) in grid.columns.iter().enumerate() {
            let x = start + (float(i) + 0.5) * width;
            pen.text_centred(name, (x, size * context.line / 2.0), muted(Align::Middle).times(size));
        }
        for (r, (name, cells)) in grid.rows.iter().zip(&grid.cells).enumerate() {
            let top = head + float(r) * cell;
            pen.text_centred(name, (start - 0.6 * em, top + cell / 2.0), muted(Align::End));
            for (c, number) in cells.iter().enumerate() {
                let left = start + float(c) * width;
                draw_day(pen, context, *number, (left, top), (width, cell), calendar.most);
            }
        }
    })
}

fn check(calendar: &Calendar) -> Result<(), Diagnostic> {
    some_rows(calendar.weeks.len())?;
    if !calendar.most.is_finite() || calendar.most <= 0.0 {
        return Err(fault(say!("chart-axis-without-length", min = 0, max = calendar.most)));
    }
    calendar.weeks.iter().try_for_each(|week| {
        if week.days.len() != WEEK || calendar.weekdays.len() != WEEK {
            let (label, found) = (week.label.as_str(), week.days.len());
            return Err(fault(say!("chart-values-miscounted", label = label, found = found, wanted = WEEK)));
        }
        let mut amounts = week.days.iter().flatten();
        amounts.try_for_each(|n| not_negative(n.value, || say!("chart-day-count-wrong", value = n.value)))
    })
}

/// A day: deeper the more was done on it, without colour where nothing was.
fn draw_day(
    pen: &mut Pen,
    context: &DrawContext,
    number: Option<&Number>,
    (left, top): (f64, f64),
    (width, height): (f64, f64),
    most: f64,
) {
    let half = SEAM / 2.0;
    let (from, to) = ((left + half, top + half), (left + width - half, top + height - half));
    let Some(number) = number else {
        pen.rect(from, to, context.inks.surface);
        return;
    };
    let fill = heat::fill(&context.inks, number.value, most);
    pen.rect(from, to, fill);
    let middle = (left + width / 2.0, top + height / 2.0);
    pen.text_centred(&number.text, middle, Ink::new(context.inks.on(fill), Align::Middle));
}

fn specimen(maker: &SpecimenMaker, weeks: usize) -> Calendar {
    let weekdays = maker.locale.word("weekdays").unwrap_or_default().split(' ').map(str::to_owned).collect();
    let first = jiff::civil::date(2026, 6, 15);
    let week = |w: usize| {
        let monday = first.saturating_add(jiff::Span::new().weeks(i64::try_from(w).unwrap_or_default()));
        let day = |d: usize| {
            let amount = (48.0 * spread(w * WEEK + d) - 4.0).round();
            (d < 6 && amount > 0.0).then(|| maker.number(amount, 0))
        };
        CalendarWeek {
            label: maker.locale.date(monday, "axis").unwrap_or_default(),
            days: (0..WEEK).map(day).collect(),
        }
    };
    Calendar { weekdays, weeks: (0..weeks).map(week).collect(), most: 48.0 }
}

#[cfg(test)]
mod tests {
    use super::{Calendar, CalendarWeek};
    use crate::chart::data::{ChartData, Days};
    use crate::chart::kind::{Chart, ChartKind};
    use crate::chart::test_fixture::{draw, texts, value};
    use crate::diag::Code;
    use crate::locale::Locale;
    use crate::source::Assets;

    fn of(days: &[(jiff::civil::Date, f64)]) -> Calendar {
        let locale = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|f| panic!("{f:?}"));
        let days = days.iter().map(|(date, amount)| (*date, 0.0, *amount)).collect();
        let days = Days { days, target: None, total: String::new(), daily: String::new(), is_counted: false };
        Calendar::from_data(&ChartData::Days(days), &locale).unwrap().unwrap_or_else(|f| panic!("{f:?}"))
    }

    #[test]
    fn a_day_stands_under_its_weekday_in_its_week() {
        use jiff::civil::date;
        // A Wednesday, the Sunday after it and the Monday of the week after next.
        let found = of(&[(date(2026, 6, 17), 4.0), (date(2026, 6, 21), 9.0), (date(2026, 6, 29), 2.0)]);
        assert_eq!(found.weeks.len(), 3);
        let on = |week: usize, day: usize| found.weeks[week].days[day].as_ref().map(|n| n.value);
        assert_eq!((on(0, 2), on(0, 6), on(2, 0)), (Some(4.0), Some(9.0), Some(2.0)));
        assert!(found.weeks[1].days.iter().all(Option::is_none) && found.weeks[0].label == "15.06");
        assert!(of(&[]).is_empty());
        assert_eq!(of(&[(date(9999, 12, 31), 1.0)]).weeks.len(), 1, "the last day that there is");
    }

    #[test]
    fn many_weeks_stand_below_one_another() {
        let week =
            |i: usize| CalendarWeek { label: format!("{i:02}.06"), days: vec![Some(value(3.0, "3")); 7] };
        let weekdays: Vec<String> = (1..8).map(|d| format!("к{d}")).collect();
        let calendar =
            |weeks| Calendar { weekdays: weekdays.clone(), weeks: (0..weeks).map(week).collect(), most: 9.0 };
        let (few, many) = (draw(&calendar(12).into()).unwrap(), draw(&calendar(40).into()).unwrap());
        assert!(many.height > 3.0 * few.height);
        assert_eq!(texts(many.svg()).iter().filter(|t| *t == "3").count(), 280);
    }

    #[test]
    fn senseless_amounts_are_faults() {
        let mut chart = of(&[(jiff::civil::date(2026, 6, 17), 4.0)]);
        chart.weeks[0].days[2] = Some(value(f64::NAN, "?"));
        assert_eq!(draw(&Chart::Calendar(chart.clone())).unwrap_err().code, Code::ChartDrawing);
        chart.weeks.clear();
        assert_eq!(draw(&Chart::Calendar(chart)).unwrap_err().code, Code::ChartDrawing);
    }
}
