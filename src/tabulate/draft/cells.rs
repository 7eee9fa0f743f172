//! Columns with several answers in a cell, as forms with boxes to tick write them, and the order of answers that are
//! words.

use std::collections::BTreeMap;

use super::roles::Roles;
use crate::study::results::AnswerRole;

/// What forms put between answers: Microsoft's, Google's.
const SEPARATORS: [&str; 2] = [";", ", "];
/// Distinct answers beyond which a column is an open question.
const MOST_ANSWERS: usize = 20;
/// Of distinct cells the part, one in so many, that must hold several answers.
const PART: usize = 3;

/// The separator and the answers of a column whose cells hold several; nothing where they do not.
pub fn several(values: &[&String]) -> Option<(&'static str, Vec<String>)> {
    SEPARATORS.into_iter().find_map(|separator| {
        let cells: Vec<Vec<String>> = values.iter().map(|value| answers(value, separator)).collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        cells.iter().flatten().for_each(|answer| *counts.entry(answer).or_default() += 1);
        let with_several = cells.iter().filter(|cell| cell.len() > 1).count();
        let is_closed = (2..=MOST_ANSWERS).contains(&counts.len()) && counts.len() < values.len();
        let is_so = is_closed && with_several * PART >= values.len() && counts.values().all(|n| *n > 1);
        let mut own: Vec<String> = Vec::new();
        for answer in cells.iter().flatten().filter(|_| is_so) {
            if !own.contains(answer) {
                own.push(answer.clone());
            }
        }
        is_so.then_some((separator, own))
    })
}

/// The answers of a cell: a part that begins with a small letter belongs to the one before it.
fn answers(value: &str, separator: &str) -> Vec<String> {
    let mut answers: Vec<String> = Vec::new();
    for part in value.split(separator).map(str::trim).filter(|part| !part.is_empty()) {
        match answers.last_mut().filter(|_| part.starts_with(char::is_lowercase)) {
            Some(last) => *last = format!("{last}{separator}{part}"),
            None => answers.push(part.to_owned()),
        }
    }
    answers
}

/// Answers in words in the order of a scale, or of the numbers that they begin with; else as they stand.
pub fn ordered<'v>(mut values: Vec<&'v String>, roles: &Roles) -> Vec<&'v String> {
    let leading = |value: &str| {
        let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    };
    if values.iter().all(|value| leading(value).is_some()) {
        values.sort_by_key(|value| leading(value));
        return values;
    }
    let role = |value: &str| roles.of(std::iter::once(value));
    let has = |role_: AnswerRole| values.iter().any(|value| role(value) == Some(role_));
    if has(AnswerRole::Positive) && has(AnswerRole::Negative) {
        values.sort_by_key(|value| place(role(value), roles.is_soft(value)));
    }
    values
}

/// The place of an answer in a scale from good to bad.
fn place(role: Option<AnswerRole>, is_soft: bool) -> u8 {
    match (role, is_soft) {
        (Some(AnswerRole::Positive), false) => 0,
        (Some(AnswerRole::Positive), true) => 1,
        (Some(AnswerRole::Neutral), _) => 2,
        (Some(AnswerRole::Negative), true) => 3,
        (Some(AnswerRole::Negative), false) => 4,
        (None, _) => 5,
        (Some(_), _) => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::several;

    #[test]
    fn boxes_that_are_ticked_are_several_answers() {
        let cells =
            ["Вода, водоснабжение, Дороги", "Дороги", "Вода, водоснабжение", "Дороги, Работа", "Работа"];
        let cells = cells.map(str::to_owned);
        let found = several(&cells.iter().collect::<Vec<_>>());
        let expected = ["Вода, водоснабжение", "Дороги", "Работа"].map(str::to_owned).to_vec();
        assert_eq!(found, Some((", ", expected)));
        let open = ["Хорошо, но мало", "Плохо, очень", "Не знаю, что сказать"].map(str::to_owned);
        assert_eq!(several(&open.iter().collect::<Vec<_>>()), None);
    }
}
