//! One cell and one value of the contract, both ways. What Excel makes of an entry is undone where it is beyond
//! doubt, and told where it is not.

use jiff::civil::Date;
use serde_json::{Number, Value};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::plan::{Plan, Scalar};
use super::slots::Slot;
use super::words::{Words, folded};
use crate::diag::{Message, say};
use crate::quantity::{self, DecimalMark, whole};
use crate::study::nearest;

/// What a cell of a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Words, trimmed and in composed letters.
    Text(String),
    /// A number, and whether it is shown as a percentage.
    Number(f64, bool),
    /// True or false.
    Flag(bool),
    /// A day with its time, as year, month, day, hour, minute.
    Moment(Moment),
    /// An error value, such as `#REF!`.
    Error(String),
    /// A formula whose result the file does not hold.
    Uncomputed,
}

/// A day with its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day; none for a time alone.
    pub day: Option<Date>,
    /// Minutes since midnight.
    pub minutes: u32,
}

/// What is written into a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
    /// Minutes since midnight.
    Minutes(u32),
}

/// Why a cell has no value of its column: what is wrong, and the next step.
pub type Refusal = (Message, Message);

/// Serial numbers of days (ECMA-376-1, 18.17.4.1) that a column of days takes for days: 2000 to 2099.
const SERIALS: std::ops::RangeInclusive<f64> = 36_526.0..=73_050.0;
/// What parts several values in a cell.
const PARTS: [char; 3] = [';', ',', '\n'];

/// A text in composed letters (Unicode NFC), without what cannot be seen at its ends.
pub fn composed(text: &str) -> String {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}');
    let text = text.trim_matches(is_blank);
    let text: String = if is_nfc(text) { text.to_owned() } else { text.nfc().collect() };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// The day of a serial number without a format; `is_1904`: days count from 1904.
fn day_of_serial(serial: f64, is_1904: bool) -> Option<Date> {
    let begin = if is_1904 { Date::constant(1904, 1, 1) } else { Date::constant(1899, 12, 30) };
    let days = i64::from(whole::nearest_unsigned(serial));
    begin.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// What reads the cells of a workbook.
#[derive(Debug)]
pub struct CellReader<'p> {
    /// The plan, for its closed lists.
    pub plan: &'p Plan,
    /// The language in which faults name what may be chosen.
    pub words: Words,
    /// Whether the workbook counts its days from 1904.
    pub is_1904: bool,
}

impl CellReader<'_> {
    /// The value of a cell in its column; a value of another form is handed on as it is, for the schema to refuse.
    /// `mark` is the decimal mark that the other cells of the column show.
    pub fn value(&self, slot: &Slot, content: &Content, mark: Option<DecimalMark>) -> Result<Value, Refusal> {
        match content {
            Content::Error(error) => Err(error_cell(error)),
            Content::Uncomputed => Err(uncomputed()),
            Content::Text(_) | Content::Number(..) | Content::Flag(_) | Content::Moment(_) if slot.many => {
                let text = self.text(content)?;
                if let Ok(Value::Array(list)) = serde_json::from_str(&text) {
                    return Ok(Value::Array(list));
                }
                let parts = text.split(PARTS).map(composed).filter(|part| !part.is_empty());
                parts.map(|part| self.one(&slot.scalar, &Content::Text(part), mark)).collect()
            }
            Content::Text(_) | Content::Number(..) | Content::Flag(_) | Content::Moment(_) => {
                self.one(&slot.scalar, content, mark)
            }
        }
    }

    fn one(&self, scalar: &Scalar, content: &Content, mark: Option<DecimalMark>) -> Result<Value, Refusal> {
        match scalar {
            Scalar::Text => self.text(content).map(Value::String),
            Scalar::Date => Ok(self.date(content)),
            Scalar::Time => Ok(time(content)),
            Scalar::Number { most, whole } => number(content, *most, (mark, *whole)),
            Scalar::Flag => self.flag(content),
            Scalar::Choice(type_name) => self.choice(type_name, content),
        }
    }

    /// The key of a thing, as other sheets name it.
    pub fn key(&self, content: &Content) -> Result<String, Refusal> {
        match content {
            Content::Error(error) => Err(error_cell(error)),
            Content::Uncomputed => Err(uncomputed()),
            Content::Text(_) | Content::Number(..) | Content::Flag(_) | Content::Moment(_) => {
                self.text(content)
            }
        }
    }

    /// Codes and words; numbers as they are typed.
    pub fn text(&self, content: &Content) -> Result<String, Refusal> {
        match content {
            Content::Text(text) => Ok(text.clone()),
            Content::Number(number, false) => Ok(plain(*number)),
            Content::Number(number, true) => Ok(format!("{}%", plain(percent(*number)))),
            Content::Flag(flag) => Ok(self.words.flag(*flag)),
            Content::Moment(moment) => {
                let shown = moment.day.map_or_else(|| clock(moment.minutes), |day| day.to_string());
                Err((say!("workbook-date-for-text", shown = shown), say!("hint-workbook-date-for-text")))
            }
            Content::Error(error) => Ok(error.clone()),
            Content::Uncomputed => Ok(String::new()),
        }
    }

    fn date(&self, content: &Content) -> Value {
        let day = match content {
            Content::Moment(moment) => moment.day,
            Content::Number(serial, false) if SERIALS.contains(serial) && serial.fract() == 0.0 => {
                day_of_serial(*serial, self.is_1904)
            }
            Content::Text(text) => written_day(text),
            Content::Number(..) | Content::Flag(_) | Content::Error(_) | Content::Uncomputed => None,
        };
        day.map_or_else(|| as_it_is(content), |day| Value::String(day.to_string()))
    }

    fn flag(&self, content: &Content) -> Result<Value, Refusal> {
        match content {
            Content::Flag(flag) => return Ok(Value::Bool(*flag)),
            Content::Number(number, false) if *number == 1.0 => return Ok(Value::Bool(true)),
            Content::Number(number, false) if *number == 0.0 => return Ok(Value::Bool(false)),
            Content::Text(text) => {
                let given = folded(text);
                for words in Words::all() {
                    for flag in [true, false] {
                        if folded(&words.flag(flag)) == given || flag.to_string() == given {
                            return Ok(Value::Bool(flag));
                        }
                    }
                }
            }
            Content::Number(..) | Content::Moment(_) | Content::Error(_) | Content::Uncomputed => {}
        }
        let options = [self.words.flag(true), self.words.flag(false)];
        Err(self.not_in_list(content, &options))
    }

    fn choice(&self, type_name: &str, content: &Content) -> Result<Value, Refusal> {
        let given = self.text(content)?;
        let values = self.plan.choices(type_name).map(|c| c.values.as_slice()).unwrap_or_default();
        let folded_given = folded(&given);
        let is_meant = |value: &str| {
            folded(value) == folded_given
                || Words::all().into_iter().any(|w| folded(&w.value(type_name, value)) == folded_given)
        };
        match values.iter().find(|(value, _)| is_meant(value)) {
            Some((value, _)) => Ok(Value::String(value.clone())),
            None => {
                let options: Vec<String> =
                    values.iter().map(|(value, _)| self.words.value(type_name, value)).collect();
                Err(self.not_in_list(content, &options))
            }
        }
    }

    fn not_in_list(&self, content: &Content, options: &[String]) -> Refusal {
        let found = as_it_is(content).to_string();
        let given = self.text(content).unwrap_or_default();
        let hint = match nearest(&given, options) {
            Some(near) => say!("hint-did-you-mean", near = near),
            None => say!("hint-not-in-list"),
        };
        (say!("not-in-list", found = found, options = options.join(", ")), hint)
    }
}

fn error_cell(error: &str) -> Refusal {
    (say!("workbook-error-cell", error = error), say!("hint-workbook-error-cell"))
}

fn uncomputed() -> Refusal {
    (say!("workbook-uncomputed"), say!("hint-workbook-uncomputed"))
}

/// The content as JSON, for a schema to refuse.
fn as_it_is(content: &Content) -> Value {
    match content {
        Content::Text(text) => Value::String(text.clone()),
        Content::Number(number, _) => json_number(*number),
        Content::Flag(flag) => Value::Bool(*flag),
        Content::Moment(moment) => {
            Value::String(moment.day.map_or_else(|| clock(moment.minutes), |day| day.to_string()))
        }
        Content::Error(error) => Value::String(error.clone()),
        Content::Uncomputed => Value::Null,
    }
}

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// A day in figures: 2026-09-05 or 05.09.2026; what may be read in two ways is none.
fn written_day(text: &str) -> Option<Date> {
    if let Ok(day) = text.parse::<Date>() {
        return Some(day);
    }
    let parts: Vec<i16> =
        text.trim_end_matches('.').split('.').map(|p| p.trim().parse().ok()).collect::<Option<_>>()?;
    let [day, month, year] = parts[..] else { return None };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|_| year > 1900)
}

fn time(content: &Content) -> Value {
    let minutes = match content {
        Content::Moment(Moment { day: None, minutes }) => Some(*minutes),
        Content::Number(number, false) if (0.0..1.0).contains(number) => {
            Some(whole::nearest_unsigned(number * 1440.0))
        }
        Content::Text(text) => text.split_once([':', '.']).and_then(|(h, m)| {
            let (hours, minutes): (u32, u32) = (h.trim().parse().ok()?, m.trim().parse().ok()?);
            (hours < 24 && minutes < 60 && m.trim().len() == 2).then_some(hours * 60 + minutes)
        }),
        Content::Moment(_)
        | Content::Number(..)
        | Content::Flag(_)
        | Content::Error(_)
        | Content::Uncomputed => None,
    };
    minutes.map_or_else(|| as_it_is(content), |minutes| Value::String(clock(minutes)))
}

/// A number; one that is shown as a percentage is a share where the column holds shares (0–1), and points where it
/// holds points (0–100).
fn number(
    content: &Content,
    most: Option<f64>,
    (mark, is_count): (Option<DecimalMark>, bool),
) -> Result<Value, Refusal> {
    let (number, is_percent) = match content {
        Content::Number(number, is_percent) => (*number, *is_percent),
        Content::Text(text) => match quantity::written(text, mark, is_count) {
            Some(read) => (read.number, read.is_percent),
            None if quantity::is_doubtful(text) => {
                return Err((say!("workbook-number-doubtful", shown = text), say!("hint-csv-doubtful")));
            }
            None => return Ok(as_it_is(content)),
        },
        Content::Moment(moment) => {
            let shown = moment.day.map_or_else(|| clock(moment.minutes), |day| day.to_string());
            return Err((
                say!("workbook-date-for-number", shown = shown),
                say!("hint-workbook-date-for-number"),
            ));
        }
        Content::Flag(_) | Content::Error(_) | Content::Uncomputed => return Ok(as_it_is(content)),
    };
    match most {
        _ if !is_percent => Ok(json_number(number)),
        Some(most) if most <= 1.0 => Ok(json_number(number)),
        Some(most) if most <= 100.0 => Ok(json_number(percent(number))),
        Some(_) | None => {
            let shown = format!("{}%", plain(percent(number)));
            Err((say!("workbook-percent", shown = shown), say!("hint-workbook-percent")))
        }
    }
}

/// A share in per cent, without the noise of the binary product.
fn percent(share: f64) -> f64 {
    format!("{:.10}", share * 100.0).parse().unwrap_or(share * 100.0)
}

fn plain(number: f64) -> String {
    format!("{number}")
}

/// A whole number without a point.
pub fn json_number(number: f64) -> Value {
    let is_whole = number.fract() == 0.0 && number.abs() < 9.0e15;
    let text = plain(number);
    let whole = text.parse::<i64>().ok().filter(|_| is_whole).map(Number::from);
    whole.or_else(|| Number::from_f64(number)).map_or(Value::Null, Value::Number)
}

/// What a value is written as.
pub fn written(slot: &Slot, value: &Value, words: Words) -> Option<Written> {
    if slot.many {
        let items = value.as_array()?;
        let texts: Vec<String> = items.iter().map(bare).collect();
        let is_plain = |text: &String| {
            !text.is_empty() && !text.contains(PARTS) && composed(text) == *text && !text.starts_with('[')
        };
        let joined = if texts.iter().all(is_plain) { texts.join("; ") } else { value.to_string() };
        return (!items.is_empty()).then_some(Written::Text(joined));
    }
    let text = value.as_str();
    match &slot.scalar {
        Scalar::Date => Some(match text.and_then(|t| t.parse::<Date>().ok()) {
            Some(day) => Written::Day(day),
            None => Written::Text(bare(value)),
        }),
        Scalar::Time => Some(match text.and_then(|t| t.split_once(':')) {
            Some((hours, minutes)) => {
                Written::Minutes(hours.parse::<u32>().ok()? * 60 + minutes.parse::<u32>().ok()?)
            }
            None => Written::Text(bare(value)),
        }),
        Scalar::Flag => value.as_bool().map(|flag| Written::Text(words.flag(flag))),
        Scalar::Choice(type_name) => text.map(|value| Written::Text(words.value(type_name, value))),
        Scalar::Number { .. } => value.as_f64().map(Written::Number),
        Scalar::Text => Some(Written::Text(bare(value))),
    }
}

fn bare(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Content, composed, number, percent, written_day};
    use crate::quantity::DecimalMark;

    #[test]
    fn numbers_are_read_as_in_tables_of_records() {
        let read = |text: &str, mark, is_count| {
            number(&Content::Text(text.to_owned()), None, (mark, is_count))
                .map_err(|(message, _)| message.id())
        };
        for (text, mark, is_count, expected) in [
            ("1 976", None, true, Ok(json!(1976))),
            ("1\u{A0}976,5", None, false, Ok(json!(1976.5))),
            ("1.184,4", None, false, Ok(json!(1184.4))),
            ("98.5", None, false, Ok(json!(98.5))),
            ("\u{2212}3", None, false, Ok(json!(-3))),
            ("2,520", None, true, Ok(json!(2520))),
            ("2,520", Some(DecimalMark::Comma), false, Ok(json!(2.52))),
            ("2,520", Some(DecimalMark::Point), false, Ok(json!(2520))),
            ("2,520", None, false, Err("workbook-number-doubtful")),
            ("12 3", None, false, Ok(json!("12 3"))),
            ("inf", None, false, Ok(json!("inf"))),
            ("5-9", None, false, Ok(json!("5-9"))),
        ] {
            assert_eq!(read(text, mark, is_count), expected, "{text}");
        }
        assert!((percent(0.07) - 7.0).abs() < f64::EPSILON, "{}", percent(0.07));
    }

    #[test]
    fn a_day_that_may_be_read_in_two_ways_is_none() {
        let read = |text| written_day(text).map(|day| day.to_string());
        assert_eq!(read("2026-09-05").as_deref(), Some("2026-09-05"));
        assert_eq!(read("5.9.2026").as_deref(), Some("2026-09-05"));
        assert_eq!(read("05.09.2026.").as_deref(), Some("2026-09-05"));
        for text in ["5/9/2026", "05.09.26", "31.02.2026", "5.9", "2026"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn blanks_at_the_ends_and_letters_in_parts_are_mended() {
        assert_eq!(composed("\u{FEFF} \u{A0}t-1\u{200B} "), "t-1");
        assert_eq!(composed("\u{418}\u{306}"), "\u{419}");
        assert_eq!(composed("\u{A0}№\u{A0}5\r\nx"), "№\u{A0}5\nx");
    }
}
