//! What a native chart consists of: columns of a worksheet, and the series that show them.

use rust_xlsxwriter::utility::row_col_to_cell;

use crate::document::chart::{Axis, Value};

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
/// Between bars, in per cent of a bar's thickness.
const GAP: u16 = 45;

/// A worksheet and the chart on it. The first column of the sheet names the rows.
#[derive(Debug, Clone)]
pub struct Plan {
    pub form: Form,
    pub names: Vec<String>,
    pub columns: Vec<Column>,
    pub series: Vec<Series>,
    /// Ends and step of the value axis.
    pub scale: Option<(f64, f64, f64)>,
    /// Whether the value axis is drawn with its ticks.
    pub ticks: bool,
    /// Name and unit of the value axis; empty where it has none.
    pub axis_name: String,
    pub legend: bool,
    /// Where on the value axis the axis of the names stands; at its beginning by default.
    pub crossing: Option<f64>,
    /// Whether that axis stands for a value to compare with.
    pub is_reference: bool,
    /// Between rows, in per cent of a bar's thickness.
    pub gap: u16,
}

impl Plan {
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
        }
    }

    /// Adds a column and gives its number on the sheet.
    pub fn column(&mut self, head: &str, cells: Cells) -> u16 {
        self.columns.push(Column { head: head.to_owned(), cells });
        u16::try_from(self.columns.len()).unwrap_or(u16::MAX)
    }

    /// Adds a column of formulas, a row at a time.
    pub fn worked(&mut self, rows: usize, work: impl Fn(&Self, usize) -> Option<(String, f64)>) -> u16 {
        let cells = (0..rows).map(|row| work(self, row)).collect();
        self.column(NAMELESS, Cells::Worked(cells))
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

#[derive(Debug, Clone)]
pub struct Column {
    pub head: String,
    pub cells: Cells,
}

#[derive(Debug, Clone)]
pub enum Cells {
    /// `None`: not shown, an empty cell.
    Numbers(Vec<Option<f64>>),
    /// Formulas with their results: what follows from other columns follows an edit of them, too.
    Worked(Vec<Option<(String, f64)>>),
    /// Texts that follow the values of a column: a formula with the printed text as its result.
    Printed { of: u16, texts: Vec<Option<String>> },
}

/// A column of values as it is drawn.
#[derive(Debug, Clone, Default)]
pub struct Series {
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
    pub labels: Option<Labels>,
}

/// Labels of a series, from the texts of a column.
#[derive(Debug, Clone)]
pub struct Labels {
    pub column: u16,
    pub ink: String,
    pub bold: bool,
    /// One per row: where it stands, `None` where there is none.
    pub places: Vec<Option<LabelPosition>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelPosition {
    OutsideEnd,
    InsideBase,
    InsideEnd,
    Centre,
    Right,
}

impl LabelPosition {
    /// `ST_DLblPos` (ISO/IEC 29500-1, 21.2.3.10).
    pub fn code(self) -> &'static str {
        match self {
            Self::OutsideEnd => "outEnd",
            Self::InsideBase => "inBase",
            Self::Centre => "ctr",
            Self::InsideEnd => "inEnd",
            Self::Right => "r",
        }
    }
}

/// How far a printed number may be from its value: shares are rounded so that they add up.
const ROUNDING: f64 = 1.0;

/// The number that a printed value shows, so that the workbook holds what the reader reads.
pub fn shown(value: &Value) -> f64 {
    let as_decimal = number(&value.printed, true);
    match as_decimal.filter(|n| (n - value.value).abs() <= ROUNDING) {
        Some(number) => number,
        None => number(&value.printed, false).unwrap_or(value.value),
    }
}

/// Reads a printed number; its last mark stands before the decimals, or parts thousands as all others do.
fn number(printed: &str, has_decimals: bool) -> Option<f64> {
    let mark = printed.rfind([',', '.']).filter(|_| has_decimals);
    let kept = printed.char_indices().filter_map(|(at, c)| match c {
        '0'..='9' | '-' => Some(c),
        '\u{2212}' => Some('-'),
        _ if Some(at) == mark => Some('.'),
        _ => None,
    });
    kept.collect::<String>().parse().ok()
}

/// A cell's address in a formula; rows are counted without the head.
pub fn cell(column: u16, row: usize) -> String {
    row_col_to_cell(u32::try_from(row + 1).unwrap_or(u32::MAX), column)
}

/// To the hundredth, which is finer than anything printed.
pub fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// How a printed value is made from its number.
pub struct Pattern {
    pub decimals: usize,
    /// Whether thousands are parted.
    pub is_grouped: bool,
    /// What follows the digits.
    pub suffix: String,
}

/// How a number was printed.
pub fn pattern(printed: &str, shown: f64) -> Pattern {
    let last = printed.rfind(|c: char| c.is_ascii_digit()).map_or(0, |last| last + 1);
    let (digits, suffix) = printed.split_at(last);
    let mark = digits.rfind([',', '.']).filter(|_| number(digits, true) == Some(shown));
    let whole = digits.get(..mark.unwrap_or(digits.len())).unwrap_or(digits);
    let first = whole.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    Pattern {
        decimals: mark.map_or(0, |mark| digits.len() - mark - 1),
        is_grouped: whole.chars().skip(first).any(|c| !c.is_ascii_digit() && c != '-' && c != '\u{2212}'),
        suffix: suffix.to_owned(),
    }
}

/// Ends and step of an axis; `None` where it has no length, and the office program chooses.
pub fn scale(axis: &Axis) -> Option<(f64, f64, f64)> {
    let step = match axis.ticks.as_slice() {
        [first, second, ..] => second.at - first.at,
        _ => axis.max - axis.min,
    };
    (axis.max > axis.min && step > 0.0).then_some((axis.min, axis.max, step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_number_is_read_in_every_language() {
        let read = |printed: &str, value| shown(&Value { value, printed: printed.to_owned() });
        for (printed, value, wanted) in [
            ("58,8\u{a0}%", 58.79, 58.8),
            ("58.8%", 58.79, 58.8),
            ("\u{2212}12,5", -12.46, -12.5),
            ("2\u{a0}540", 2540.0, 2540.0),
            ("1,340", 1340.0, 1340.0),
            ("1,340.5", 1340.5, 1340.5),
            ("0", 0.2, 0.0),
        ] {
            assert!((read(printed, value) - wanted).abs() < 1e-9, "{printed}");
        }
    }

    #[test]
    fn a_pattern_knows_decimals_from_thousands() {
        let told = |printed: &str, number| {
            let pattern = pattern(printed, number);
            (pattern.decimals, pattern.is_grouped, pattern.suffix)
        };
        assert_eq!(told("58,8\u{a0}%", 58.8), (1, false, "\u{a0}%".to_owned()));
        assert_eq!(told("1,340", 1340.0), (0, true, String::new()));
        assert_eq!(told("1\u{a0}340,5", 1340.5), (1, true, String::new()));
        assert_eq!(told("\u{2212}12", -12.0), (0, false, String::new()));
    }
}
