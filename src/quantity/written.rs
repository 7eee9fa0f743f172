//! Numbers as people's programs write them: `2 520`, `2,520`, `1.184,4`, `60,3 %`, `1e-05`.
//!
//! A mark between three digits on either side may part thousands or decimals. It is read where the other cells of
//! its column or table show the decimal mark ([`decimal_mark`]), or where only one reading makes sense; a
//! number that stays doubtful is none.

/// The mark between whole and decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalMark {
    /// `0.25`
    Point,
    /// `0,25`
    Comma,
}

impl DecimalMark {
    fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }

    fn letter(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }
}

/// A number as it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Written {
    /// The number; of one with a sign of per cent the hundredth part.
    pub number: f64,
    /// Whether a sign of per cent stands behind it.
    pub is_percent: bool,
}

/// The digits of a text with their marks: thousands that are set apart by spaces or apostrophes are joined.
fn joined(text: &str) -> Option<(String, bool)> {
    let text = text.trim();
    let (text, is_percent) = match text.strip_suffix('%') {
        Some(before) => (before.trim_end(), true),
        None => (text, false),
    };
    let is_space = |c: char| (c.is_whitespace() && c != '\n' && c != '\r') || matches!(c, '\'' | '\u{2019}');
    let mut plain = String::with_capacity(text.len());
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().copied().enumerate() {
        match letter {
            '\u{2212}' => plain.push('-'),
            _ if is_space(letter) => {
                let after = letters[at + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
                let before = letters[..at].iter().rev().take_while(|c| c.is_ascii_digit()).count();
                if after != 3 || !(1..=3).contains(&before) || plain.contains(['.', ',']) {
                    return None;
                }
            }
            '0'..='9' | '+' | '-' | '.' | ',' | 'e' | 'E' => plain.push(letter),
            _ => return None,
        }
    }
    Some((plain, is_percent))
}

/// What a mark is where it may be read in one way only.
enum Reading {
    /// There is none.
    Whole,
    Decimal(DecimalMark),
    /// All marks of this kind part thousands.
    Thousands(DecimalMark),
    /// Three digits stand behind a single mark: either.
    Either(DecimalMark),
    Wrong,
}

fn reading(plain: &str) -> Reading {
    let (mantissa, exponent) = plain.split_once(['e', 'E']).map_or((plain, None), |(m, e)| (m, Some(e)));
    let digits = mantissa.trim_start_matches(['+', '-']);
    let count = |mark: DecimalMark| digits.matches(mark.letter()).count();
    let (points, commas) = (count(DecimalMark::Point), count(DecimalMark::Comma));
    let last = match digits.rfind(['.', ',']).map(|at| digits[at..].starts_with('.')) {
        None => return Reading::Whole,
        Some(true) => DecimalMark::Point,
        Some(false) => DecimalMark::Comma,
    };
    let is_grouped = |whole: &str, mark: DecimalMark| {
        let mut groups = whole.split(mark.letter());
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3)
    };
    let (whole, decimals) = digits.rsplit_once(last.letter()).unwrap_or((digits, ""));
    match (points, commas) {
        (1, 0) | (0, 1) => {
            let may_part = exponent.is_none() && decimals.len() == 3 && is_grouped(digits, last);
            if may_part { Reading::Either(last) } else { Reading::Decimal(last) }
        }
        (0, _) | (_, 0) if is_grouped(digits, last) => Reading::Thousands(last),
        (0, _) | (_, 0) => Reading::Wrong,
        _ if count(last) == 1 && is_grouped(whole, last.other()) => Reading::Decimal(last),
        _ => Reading::Wrong,
    }
}

/// The decimal mark that a text gives away; none where it has none, or one that may part thousands.
pub fn decimal_mark(text: &str) -> Option<DecimalMark> {
    match reading(&joined(text)?.0) {
        Reading::Decimal(mark) => Some(mark),
        Reading::Thousands(mark) => Some(mark.other()),
        Reading::Whole | Reading::Either(_) | Reading::Wrong => None,
    }
}

/// Whether the marks of a text can only be told by others of its column: `2,520`.
pub fn is_doubtful(text: &str) -> bool {
    joined(text).is_some_and(|(plain, _)| matches!(reading(&plain), Reading::Either(_)))
}

/// The number that a text is, `mark` being the decimal mark of its column, where the column shows it; a count
/// (`is_count`) has no decimals of its own.
pub fn written(text: &str, mark: Option<DecimalMark>, is_count: bool) -> Option<Written> {
    let (plain, is_percent) = joined(text)?;
    let decimal = match reading(&plain) {
        Reading::Whole => DecimalMark::Point,
        Reading::Decimal(own) => own,
        Reading::Thousands(own) => own.other(),
        Reading::Either(own) => match mark {
            Some(mark) => mark,
            None if is_count => own.other(),
            // A comma alone may be either; a point is what programs write.
            None if own == DecimalMark::Point => own,
            None => return None,
        },
        Reading::Wrong => return None,
    };
    let parted = plain.replace(decimal.other().letter(), "");
    let number = parted.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite())?;
    Some(Written { number: if is_percent { hundredth(number) } else { number }, is_percent })
}

/// A hundredth of a number, without the noise of the binary quotient.
fn hundredth(number: f64) -> f64 {
    format!("{:.12}", number / 100.0).parse().unwrap_or(number / 100.0)
}

#[cfg(test)]
mod tests {
    use super::{DecimalMark, decimal_mark, written};

    fn read(text: &str, mark: Option<DecimalMark>, is_count: bool) -> Option<(f64, bool)> {
        written(text, mark, is_count).map(|w| (w.number, w.is_percent))
    }

    #[test]
    fn numbers_are_read_as_programs_write_them() {
        for (text, expected) in [
            ("2520", 2520.0),
            ("2 520", 2520.0),
            ("2\u{A0}520", 2520.0),
            ("2\u{2009}520", 2520.0),
            ("2\u{202F}520,5", 2520.5),
            ("1'234'567", 1_234_567.0),
            ("1,234,567", 1_234_567.0),
            ("1.184,3991", 1184.3991),
            ("1,184.3991", 1184.3991),
            ("0,603", 0.603),
            ("1e-05", 1e-5),
            ("1,5E+3", 1500.0),
            ("\u{2212}0,5", -0.5),
            ("1888.0", 1888.0),
            (".5", 0.5),
            (" 7 ", 7.0),
        ] {
            assert_eq!(read(text, None, false), Some((expected, false)), "{text}");
        }
        assert_eq!(read("60,3 %", None, false), Some((0.603, true)));
        assert_eq!(read("7%", None, false), Some((0.07, true)));
    }

    #[test]
    fn three_digits_behind_a_mark_are_read_by_the_column() {
        assert_eq!(read("2,520", None, true), Some((2520.0, false)));
        assert_eq!(read("2,520", Some(DecimalMark::Point), false), Some((2520.0, false)));
        assert_eq!(read("2,520", Some(DecimalMark::Comma), false), Some((2.52, false)));
        assert_eq!(read("2,520", None, false), None);
        assert_eq!(read("1.167", None, false), Some((1.167, false)));
        assert_eq!(decimal_mark("2,520"), None);
        assert_eq!(decimal_mark("1,184.3"), Some(DecimalMark::Point));
        assert_eq!(decimal_mark("1.234.567"), Some(DecimalMark::Comma));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "x", "5-9", "2 52", "12 34", "1,2,3", "1.2,3,4", "inf", "NaN", "1 000,5 000", "%"] {
            assert_eq!(read(text, None, false), None, "{text}");
        }
    }
}
