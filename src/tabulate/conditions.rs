//! Who meets conditions, and when they were interviewed.

use jiff::civil::Date;

use super::{Input, no_column};
use crate::answers::Column;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::study::results::Period;
use crate::study::tabulation::{Condition, StagePlan, Tabulation};

/// Whether each row of the table meets all conditions; `pointer` is theirs.
pub fn met(
    input: Input<'_>,
    conditions: &[Condition],
    pointer: &str,
    findings: &mut Diagnostics,
) -> Vec<bool> {
    let mut met = vec![true; input.table.rows];
    for (i, condition) in conditions.iter().enumerate() {
        let pointer = format!("{pointer}/{i}");
        let Some(column) = input.table.column(&condition.column) else {
            findings.push(no_column(input, &condition.column, &format!("{pointer}/column")));
            continue;
        };
        if condition.codes.is_empty() && condition.from.is_none() && condition.to.is_none() {
            let place = Location::pointer(Tabulation::FILE, pointer);
            findings.push(Diagnostic::new(Code::WrongValue, say!("condition-empty")).at(place));
            continue;
        }
        let bounds = (condition.from.as_deref(), condition.to.as_deref());
        let allowed: Vec<bool> =
            column.values.iter().map(|value| holds(value, &condition.codes, bounds)).collect();
        for (met, allowed) in met.iter_mut().zip(column.codes.through(&allowed)) {
            *met &= allowed;
        }
    }
    met
}

/// Whether a value is one of the codes, or lies between the bounds.
pub fn holds(value: &str, codes: &[String], (from, to): (Option<&str>, Option<&str>)) -> bool {
    if codes.iter().any(|code| code == value) {
        return true;
    }
    (from.is_some() || to.is_some())
        && !value.is_empty()
        && from.is_none_or(|from| ordered(from, value))
        && to.is_none_or(|to| ordered(value, to))
}

/// Whether one value is no greater than the other: numbers by size, days by their text; others are not compared.
fn ordered(a: &str, b: &str) -> bool {
    match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) => a <= b,
        (Err(_), Err(_)) => matches!((day(a), day(b)), (Some(a), Some(b)) if a <= b),
        (Ok(_), Err(_)) | (Err(_), Ok(_)) => false,
    }
}

/// A day, with or without the time after it.
fn day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

/// First and last day of the interviews of a stage.
pub fn collected(input: Input<'_>, stage: &StagePlan, rows: &[usize], findings: &mut Diagnostics) -> Period {
    if let Some(period) = stage.collected {
        return period;
    }
    let none = Period { start: stage.date, end: stage.date };
    let Some(name) = &input.plan.interview_date else {
        let place = Location::pointer(Tabulation::FILE, "/stages");
        let fault = Diagnostic::new(Code::MissingField, say!("no-collected")).at(place);
        findings.push(fault.hint(say!("hint-no-collected")));
        return none;
    };
    let Some(column) = input.table.column(name) else {
        findings.push(no_column(input, name, "/interview_date"));
        return none;
    };
    days(input, column, rows, findings).unwrap_or(none)
}

fn days(input: Input<'_>, column: &Column, rows: &[usize], findings: &mut Diagnostics) -> Option<Period> {
    let days: Vec<Option<Date>> = column.values.iter().map(|value| day(value)).collect();
    let mut period: Option<Period> = None;
    for row in rows {
        let place = column.codes.at(*row);
        match days.get(place).copied().flatten() {
            Some(day) => {
                let so_far = period.unwrap_or(Period { start: day, end: day });
                period = Some(Period { start: so_far.start.min(day), end: so_far.end.max(day) });
            }
            None => {
                let value = column.values.get(place).map_or("", String::as_str);
                let row = input.table.file_row(*row);
                let message = say!("answers-day", column = column.name, value = value, row = row);
                let place = Location::pointer(Tabulation::FILE, "/interview_date");
                findings.push(Diagnostic::new(Code::AnswersCode, message).at(place));
                return None;
            }
        }
    }
    period
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn bounds_are_of_numbers_or_of_days() {
        let within = |value, from, to| holds(value, &[], (from, to));
        assert!(within("18", Some("18"), Some("34")) && within("9", None, Some("34")));
        assert!(!within("", None, Some("34")) && !within("NA", Some("1"), None));
        assert!(within("2026-08-22 10:15", None, Some("2026-08-22")));
        assert!(!within("2026-08-23", None, Some("2026-08-22")));
        assert!(holds("NA", &["NA".to_owned()], (None, None)) && !holds("x", &[], (None, None)));
    }
}
