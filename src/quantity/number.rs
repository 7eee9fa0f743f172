//! A number as it stands in a document.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::whole;

/// Most decimal places of a printed number.
const MOST_DECIMALS: u8 = 6;

/// What a number is a number of, as far as its printed form depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A count, a score, an index value: the bare number.
    #[default]
    Plain,
    /// A value of 0–100 followed by the language's sign of per cent.
    Percent,
    /// A value of 0–100 whose sign stands elsewhere: in the head of a table's column, in a note.
    UnsignedPercent,
}

/// A printed number: what it is, and the text that was made of that.
///
/// `text` is made in one place, the number formats of `locale`; nothing reads it
/// back. Two prints of one datum agree where their `datum` is the same and their [`Number::rounded`] ends are.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Number {
    /// Id of the datum; empty where the number is none of the data's (a tick of an axis).
    pub datum: String,
    /// The exact value, in the unit; rounded only where the data themselves are. The lower end of a range.
    pub value: f64,
    /// The upper end where a range is printed: «61,1–65,7%».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// What the value counts.
    pub unit: Unit,
    /// Decimal places of the text, 0–6, rounded half away from zero.
    pub decimals: u8,
    /// The value as the language prints it: `63,4 %`, `2 500`.
    pub text: String,
}

impl Number {
    /// The value as printed, and the upper end of a range.
    pub fn rounded(&self) -> impl Iterator<Item = Rounded> {
        std::iter::once(self.value).chain(self.high).map(|value| Rounded::new(value, self.decimals))
    }

    /// The value to the printed decimals, so that a cell of a workbook holds what the reader reads.
    pub fn shown(&self) -> f64 {
        Rounded::new(self.value, self.decimals).value()
    }

    /// Whether the text parts thousands; it does from a thousand on.
    pub fn is_grouped(&self) -> bool {
        self.shown().abs() >= 1000.0
    }

    /// What follows the last digit of the text: the unit's sign with the space that the language puts before it.
    pub fn sign(&self) -> &str {
        self.text.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or_default()
    }
}

/// A value rounded half away from zero, as a count of its last decimal place. Two of them are equal where the
/// same digits are printed. Sorted by decimals within the same count only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rounded {
    /// The value in units of the last place: 634 for 63.4.
    pub units: i64,
    /// Decimal places, 0–6.
    pub decimals: u8,
}

impl Rounded {
    /// Rounds half away from zero on the decimal value, the rule of GOST 8.1029 and of school. Every number of
    /// the contract is far below 10¹⁵, up to where a float holds whole units; what lies beyond ends there.
    pub fn new(value: f64, decimals: u8) -> Self {
        let decimals = decimals.min(MOST_DECIMALS);
        let scale = 10f64.powi(i32::from(decimals));
        // The slack keeps 63.45, stored as 63.4499…, from being rounded down.
        let units = (value.abs() * scale + 0.5 + 1e-9).floor().min(9e15);
        let units = whole::nearest(units);
        Self { units: if value < 0.0 { -units } else { units }, decimals }
    }

    /// The digits alone, without sign, mark and grouping: 634 for 63.4, 05 for 0.5.
    pub fn digits(self) -> String {
        self.to_string().chars().filter(char::is_ascii_digit).collect()
    }

    /// The value as a float.
    #[allow(clippy::cast_precision_loss, reason = "at most 9·10¹⁵ units, below 2^53")]
    pub fn value(self) -> f64 {
        self.units as f64 / 10f64.powi(i32::from(self.decimals))
    }
}

/// With a point before the decimals and no grouping, in every language.
impl fmt::Display for Rounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.*}", usize::from(self.decimals), self.value())
    }
}

#[cfg(test)]
mod tests {
    use super::{Number, Rounded};

    #[test]
    fn halves_go_away_from_zero_and_digits_decide_equality() {
        let printed = |value, decimals| Rounded::new(value, decimals).to_string();
        assert_eq!(printed(63.45, 1), "63.5");
        assert_eq!(printed(1.005, 2), "1.01");
        assert_eq!(printed(-0.5, 0), "-1");
        assert_eq!((printed(-0.04, 1), printed(7.0, 1)), ("0.0".to_owned(), "7.0".to_owned()));
        assert_eq!(Rounded::new(63.44, 1), Rounded::new(63.4, 1));
        assert_ne!(Rounded::new(63.0, 0), Rounded::new(63.0, 1));
    }

    #[test]
    fn a_number_knows_how_it_is_printed() {
        let number = |value, decimals, text: &str| Number {
            value,
            decimals,
            text: text.to_owned(),
            ..Number::default()
        };
        let share = number(58.79, 1, "58,8\u{A0}%");
        assert_eq!((share.shown(), share.is_grouped(), share.sign()), (58.8, false, "\u{A0}%"));
        let count = number(1340.0, 0, "1\u{A0}340");
        assert_eq!((count.shown(), count.is_grouped(), count.sign()), (1340.0, true, ""));
        let range = Number { high: Some(65.7), ..number(61.06, 1, "61,1–65,7%") };
        assert_eq!(range.rounded().map(|end| end.to_string()).collect::<Vec<_>>(), ["61.1", "65.7"]);
    }
}
