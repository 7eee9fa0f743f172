//! What a chart consists of that an office program draws itself: columns of a worksheet, and the series that
//! show them.
//!
//! A kind that Office has a chart type for fills a [`Plan`]; the writers turn it into a DrawingML chart with the
//! workbook behind it. Nothing here knows XML. Numbers stand in the plan as they are printed, so that the
//! workbook holds what the reader reads, and what follows from them is a formula, so that an edited number takes
//! it along.

use super::axis::Axis;
use super::estimate::Estimate;
pub use super::plan_context::{HEAD_SHARE, PlanContext, head_lines};
use super::wrap::balanced;
use crate::quantity::Number;

/// A kind of chart that an office program can draw.
pub trait OfficeChart {
    /// What the program's chart consists of.
    fn plan(&self, context: &PlanContext) -> Plan;
}

/// The largest share of the width that names take.
const MOST_NAMES: f64 = 0.44;
/// How the series are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Horizontal bars side by side.
    Bars,
    /// Horizontal bars on one another.
    Stacked,
    /// Lines with dots.
    Lines,
}

/// What heads a column without a name: an empty head would be named by the office program.
pub const NAMELESS: &str = "\u{a0}";
/// What stands after the name of a row whose value is not shown.
const NOT_SHOWN: &str = " —";
/// Between bars, in per cent of a bar's thickness.
const GAP: u16 = 45;

/// A worksheet and the chart on it. The first column of the sheet names the rows.
#[derive(Debug, Clone)]
pub struct Plan {
    /// How the series are drawn.
    pub form: Form,
    /// Names of the rows.
    pub names: Vec<String>,
    /// The columns after that of the names.
    pub columns: Vec<Column>,
    /// What is drawn, in the order of the legend.
    pub series: Vec<Series>,
    /// Ends and step of the value axis.
    pub scale: Option<(f64, f64, f64)>,
    /// Whether the value axis is drawn with its ticks.
    pub ticks: bool,
    /// Name and unit of the value axis; empty where it has none.
    pub axis_name: String,
    /// Whether there is a legend.
    pub legend: bool,
    /// Where on the value axis the axis of the names stands; at its beginning by default.
    pub crossing: Option<f64>,
    /// Whether that axis stands for a value to compare with.
    pub is_reference: bool,
    /// Between rows, in per cent of a bar's thickness.
    pub gap: u16,
    /// The largest share of the width that names take; longer ones stand on several lines.
    pub most_names: f64,
}

/// A column of the worksheet.
#[derive(Debug, Clone)]
pub struct Column {
    /// What heads it: the name of the series that shows it.
    pub head: String,
    /// One per row.
    pub cells: Cells,
}

/// What the cells of a column hold.
#[derive(Debug, Clone)]
pub enum Cells {
    /// `None`: not shown, an empty cell.
    Numbers(Vec<Option<f64>>),
    /// Formulas with their results: what follows from other columns follows an edit of them, too.
    Worked(Vec<Worked>),
    /// Texts that follow the values of a column: a formula with the printed text as its result.
    Printed {
        /// The column of the values.
        of: u16,
        /// The numbers of which the texts are.
        numbers: Vec<Option<Number>>,
    },
}

/// A formula and its result; `None` in a row without a value.
pub type Worked = Option<(String, f64)>;

/// A column of values as it is drawn.
#[derive(Debug, Clone, Default)]
pub struct Series {
    /// The column of the values.
    pub values: u16,
    /// Columns of the distances to the upper and the lower end of the interval.
    pub interval: Option<(u16, u16)>,
    /// Colour of the interval.
    pub interval_ink: String,
    /// Whether the interval is a thick line without ends.
    pub thick: bool,
    /// `None`: the series is there for its labels only.
    pub fill: Option<String>,
    /// Colours of single rows, where they differ from `fill`.
    pub points: Vec<String>,
    /// Its labels, where it has any.
    pub labels: Option<Labels>,
}

/// Labels of a series, from the texts of a column.
#[derive(Debug, Clone)]
pub struct Labels {
    /// The column of the texts.
    pub column: u16,
    /// Colour of the texts.
    pub ink: String,
    /// Whether they are bold.
    pub bold: bool,
    /// One per row: where it stands, `None` where there is none.
    pub places: Vec<Option<LabelPosition>>,
    /// Lines that stand in the first row, which then has no values: the head of a column of numbers.
    pub head: Vec<String>,
}

/// Where a label stands at its bar or dot: `ST_DLblPos` (ISO/IEC 29500-1, 21.2.3.10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelPosition {
    /// After the end of a bar.
    OutsideEnd,
    /// In the bar, at its beginning.
    InsideBase,
    /// In the bar, at its end.
    InsideEnd,
    /// In the bar's middle.
    Centre,
    /// The same in the size of heads, where the size of the labels has no room.
    SmallCentre,
    /// To the right of a dot.
    Right,
}

/// Numbers and printed texts of some estimates, as columns.
#[derive(Debug, Clone, Copy)]
pub struct EstimateColumns {
    /// The values.
    pub values: u16,
    /// As printed.
    pub texts: u16,
    /// The distances to the upper and the lower end of the interval, where any has one.
    pub interval: Option<(u16, u16)>,
}

impl Plan {
    /// A plan of rows without columns.
    pub fn new(form: Form, names: Vec<String>) -> Self {
        Self {
            form,
            names,
            columns: Vec::new(),
            series: Vec::new(),
            scale: None,
            ticks: false,
            axis_name: String::new(),
            legend: false,
            crossing: None,
            is_reference: false,
            gap: GAP,
            most_names: MOST_NAMES,
        }
    }

    /// Adds a column and gives its number on the sheet.
    pub fn column(&mut self, head: &str, cells: Cells) -> u16 {
        self.columns.push(Column { head: head.to_owned(), cells });
        u16::try_from(self.columns.len()).unwrap_or(u16::MAX)
    }

    /// Adds a column of numbers and one of their printed texts; gives both.
    pub fn numbers(&mut self, head: &str, numbers: Vec<Option<Number>>) -> (u16, u16) {
        let values = numbers.iter().map(|n| n.as_ref().map(Number::shown)).collect();
        let values = self.column(head, Cells::Numbers(values));
        (values, self.column("", Cells::Printed { of: values, numbers }))
    }

    /// Adds a column of formulas, a row at a time.
    pub fn worked(&mut self, work: impl Fn(&Self, usize) -> Worked) -> u16 {
        let cells = (0..self.names.len()).map(|row| work(self, row)).collect();
        self.column(NAMELESS, Cells::Worked(cells))
    }

    /// Divides long names into lines as even as their words allow: office programs break them each in its own way, and
    /// some cut them off.
    pub fn fold_names(&mut self, context: &PlanContext) {
        let limit = context.limit_of_names(self);
        self.fold_names_to(limit, context);
    }

    /// The same into lines of at most a length, in points.
    pub fn fold_names_to(&mut self, limit: f64, context: &PlanContext) {
        if self.form == Form::Lines {
            return;
        }
        for name in &mut self.names {
            *name = balanced(name, limit, &|text| context.text_width(text), &|_| Vec::new()).join("\n");
        }
    }

    /// The most lines of a name.
    pub fn lines_of_names(&self) -> usize {
        self.names.iter().map(|name| name.split('\n').count()).max().unwrap_or(1)
    }

    /// Gives a column another head.
    pub fn rename(&mut self, column: u16, head: &str) {
        let index = usize::from(column).checked_sub(1);
        if let Some(column) = index.and_then(|index| self.columns.get_mut(index)) {
            head.clone_into(&mut column.head);
        }
    }

    /// Adds the columns of some estimates, one per row.
    pub fn estimates(&mut self, head: &str, of: &[Estimate]) -> EstimateColumns {
        let (values, texts) = self.numbers(head, of.iter().map(|e| e.value.clone()).collect());
        let bounds: Vec<Option<(f64, f64)>> = of.iter().map(distances).collect();
        let interval = bounds.iter().any(Option::is_some).then(|| {
            let side =
                |pick: fn((f64, f64)) -> f64| bounds.iter().map(|b| Some(b.map_or(0.0, pick))).collect();
            let plus = self.column("+", Cells::Numbers(side(|b| b.1)));
            let minus = self.column("−", Cells::Numbers(side(|b| b.0)));
            (plus, minus)
        });
        EstimateColumns { values, texts, interval }
    }

    /// Adds empty series before or after the others until as many without a name stand before those with one as after
    /// them: office programs count the entries of a legend from either end.
    pub fn balance_names(&mut self) {
        let is_named = |series: &&Series| self.head(series) != NAMELESS;
        let before = self.series.iter().take_while(|series| !is_named(series)).count();
        let after = self.series.iter().rev().take_while(|series| !is_named(series)).count();
        let cells = vec![None; self.names.len()];
        for at in 0..before.abs_diff(after) {
            let values = self.column(NAMELESS, Cells::Numbers(cells.clone()));
            let place = if before < after { at } else { self.series.len() };
            self.series.insert(place, Series { values, ..Series::default() });
        }
    }

    /// The name of a series.
    pub fn head(&self, series: &Series) -> &str {
        let column = usize::from(series.values).checked_sub(1).and_then(|place| self.columns.get(place));
        column.map_or("", |column| &column.head)
    }

    /// What a column holds, by its number on the sheet.
    pub fn cells(&self, column: u16) -> Option<&Cells> {
        self.columns.get(usize::from(column).checked_sub(1)?).map(|column| &column.cells)
    }

    /// The printed texts of a column.
    pub fn texts(&self, column: u16) -> Vec<Option<&str>> {
        match self.cells(column) {
            Some(Cells::Printed { numbers, .. }) => {
                numbers.iter().map(|n| n.as_ref().map(|n| n.text.as_str())).collect()
            }
            Some(Cells::Numbers(_) | Cells::Worked(_)) | None => Vec::new(),
        }
    }

    /// Puts other cells into a column.
    pub fn replace(&mut self, column: u16, cells: Cells) {
        let place = usize::from(column).checked_sub(1);
        if let Some(column) = place.and_then(|place| self.columns.get_mut(place)) {
            column.cells = cells;
        }
    }

    /// The number in a row of a column.
    pub fn number(&self, column: u16, row: usize) -> Option<f64> {
        match self.cells(column)? {
            Cells::Numbers(numbers) => numbers.get(row).copied().flatten(),
            Cells::Worked(cells) => cells.get(row)?.as_ref().map(|(_, number)| *number),
            Cells::Printed { .. } => None,
        }
    }
}

/// How far the ends of an interval are below and above the value.
fn distances(estimate: &Estimate) -> Option<(f64, f64)> {
    let value = estimate.value.as_ref()?.shown();
    let (low, high) = estimate.interval?;
    Some((rounded((value - low).max(0.0)), rounded((high - value).max(0.0))))
}

/// The name of a row; a value that is not shown leaves no bar, so the name tells it.
pub fn row_name(label: &str, is_shown: bool) -> String {
    if is_shown { label.to_owned() } else { format!("{label}{NOT_SHOWN}") }
}

/// A cell's address in a formula (`B2`); rows are counted without the head.
pub fn cell(column: u16, row: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.extend(char::from_digit(rest % 26 + 10, 36));
        rest /= 26;
    }
    let letters: String = letters.iter().rev().map(char::to_ascii_uppercase).collect();
    format!("{letters}{}", row + 2)
}

/// To the hundredth, which is finer than anything printed.
pub fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// Ends and step of an axis; `None` where it has no length, and the office program chooses.
pub fn scale(axis: &Axis) -> Option<(f64, f64, f64)> {
    let step = match axis.ticks.as_slice() {
        [first, second, ..] => second.at - first.at,
        _ => axis.span(),
    };
    (axis.max > axis.min && step > 0.0).then_some((axis.min, axis.max, step))
}

#[cfg(test)]
mod tests {
    use super::{Cells, Form, NAMELESS, Plan, Series, cell, head_lines};

    #[test]
    fn named_series_stand_in_the_middle_of_the_others() {
        for heads in [&[NAMELESS, "A", "B"][..], &["A", NAMELESS, "B", NAMELESS, NAMELESS], &["A"], &[]] {
            let mut plan = Plan::new(Form::Stacked, vec!["row".into()]);
            for head in heads {
                let values = plan.column(head, Cells::Numbers(vec![Some(1.0)]));
                plan.series.push(Series { values, ..Series::default() });
            }
            plan.balance_names();
            let named: Vec<bool> = plan.series.iter().map(|series| plan.head(series) != NAMELESS).collect();
            let edge = |mut all: Box<dyn Iterator<Item = &bool>>| all.position(|named| *named);
            assert_eq!(edge(Box::new(named.iter())), edge(Box::new(named.iter().rev())), "{heads:?}");
        }
    }

    #[test]
    fn a_head_has_three_lines_at_most_and_loses_no_word() {
        for head in ["n", "one", "one two", "a few more words than that", "a b c d e f g h i j"] {
            let lines = head_lines(head);
            assert!((1..=3).contains(&lines.len()), "{lines:?}");
            assert_eq!(lines.join(" "), head);
        }
    }

    #[test]
    fn a_cell_s_address_has_letters_and_the_row_below_the_head() {
        assert_eq!(
            (cell(0, 0), cell(25, 3), cell(26, 0), cell(701, 9)),
            ("A2".to_owned(), "Z5".to_owned(), "AA2".to_owned(), "ZZ11".to_owned())
        );
    }
}
