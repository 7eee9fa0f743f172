//! Rows of a sheet that are no records: heads that stand once more, a second head below the first, numbers of the
//! columns, totals.

use std::collections::BTreeMap;

use super::cells::Content;
use super::heads::{Heads, Target, texts};
use super::plan::{Kind, Scalar, Table};
use super::slots::Slot;
use super::words::{Words, folded};

/// Columns from which on a row of their numbers is one.
const LEAST_NUMBERS: usize = 3;

/// Why a row is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aside {
    /// The heads once more, or the numbers of the columns: beyond doubt.
    Heads,
    /// Words where days and numbers belong, right below the heads.
    SecondHead,
    /// A total, with the word that it begins with.
    Total(String),
}

/// The cells of a row.
type Cells = BTreeMap<u32, Content>;

/// Why a row is no record of its table; nothing where it may be one. `is_first`: it stands right below the heads.
pub fn aside(table: &Table, heads: &Heads, head: &Cells, cells: &Cells, is_first: bool) -> Option<Aside> {
    if is_repeated(head, cells) || is_first && is_numbers(cells) {
        return Some(Aside::Heads);
    }
    if is_first && is_second_head(heads, cells) {
        return Some(Aside::SecondHead);
    }
    total(table, heads, cells).map(Aside::Total)
}

/// Whether most of a row's cells say what the heads say.
fn is_repeated(head: &Cells, cells: &Cells) -> bool {
    let is_same = |column: u32, text: &str| matches!(head.get(&column), Some(Content::Text(own)) if folded(own) == folded(text));
    texts(cells).filter(|(column, text)| is_same(*column, text)).count() * 2 > cells.len()
}

/// Whether a row has the numbers of its columns: 1, 2, 3.
fn is_numbers(cells: &Cells) -> bool {
    let number = |content: &Content| match content {
        Content::Number(number, false) => Some(*number),
        Content::Text(text) => text.parse::<f64>().ok(),
        Content::Number(_, true)
        | Content::Flag(_)
        | Content::Moment(_)
        | Content::Error(_)
        | Content::Uncomputed => None,
    };
    let mut expected = 0.0;
    let is_next = |content: &Content| {
        expected += 1.0;
        number(content) == Some(expected)
    };
    cells.len() >= LEAST_NUMBERS && cells.values().all(is_next)
}

/// Whether a row of words alone has words without a digit wherever a day, a time or a number belongs.
fn is_second_head(heads: &Heads, cells: &Cells) -> bool {
    let mut measured = 0;
    for (column, content) in cells {
        let Content::Text(text) = content else { return false };
        match slot(heads, *column).map(|slot| &slot.scalar) {
            Some(Scalar::Date | Scalar::Time | Scalar::Number { .. }) => {
                if text.contains(|c: char| c.is_ascii_digit()) {
                    return false;
                }
                measured += 1;
            }
            Some(Scalar::Choice(_) | Scalar::Flag) if !is_head_like(text) => return false,
            Some(Scalar::Text | Scalar::Choice(_) | Scalar::Flag) | None => {}
        }
    }
    measured > 0 && cells.len() > 1
}

/// Whether words in the place of a closed list's value say what the list is.
fn is_head_like(text: &str) -> bool {
    Words::all().iter().any(|words| listed(&words.word("words-second-head"), text))
}

/// The word with which a total begins, where the row cannot be a record.
fn total(table: &Table, heads: &Heads, cells: &Cells) -> Option<String> {
    let (column, content) = cells.iter().next()?;
    let Content::Text(text) = content else { return None };
    let is_total = Words::all().iter().any(|words| listed(&words.word("words-total"), text));
    let is_no_id = !text.is_ascii();
    let is_out_of_place = match (heads.columns.get(column), slot(heads, *column)) {
        (Some(Target::Parent(_) | Target::Own), _) => is_no_id,
        (_, Some(slot)) => match slot.scalar {
            Scalar::Date | Scalar::Time | Scalar::Number { .. } | Scalar::Choice(_) | Scalar::Flag => true,
            Scalar::Text => is_no_id && is_code(table, slot),
        },
        _ => false,
    };
    (is_total && (is_out_of_place || lacks(table, heads, cells))).then(|| text.clone())
}

/// Whether a list of words, with commas between, holds a text; marks at its end count for nothing.
fn listed(words: &str, text: &str) -> bool {
    let own = folded(text.trim_end_matches([':', '.', '*', ' ']));
    // Each row is looked at, and most begin with another letter than any of the words.
    let first = |text: &str| {
        let letter = text.trim_start().chars().flat_map(char::to_lowercase).next();
        letter.map(|c| if c == '\u{451}' { '\u{435}' } else { c })
    };
    let begin = first(&own);
    words.split(',').any(|word| first(word) == begin && folded(word) == own)
}

fn slot(heads: &Heads, column: u32) -> Option<&Slot> {
    match heads.columns.get(&column)? {
        Target::Slot(at) => heads.slots.get(*at),
        Target::Parent(_) | Target::Own => None,
    }
}

/// Whether a column holds the codes by which things are named.
fn is_code(table: &Table, slot: &Slot) -> bool {
    let of_keys = table.fields.get(slot.field);
    table.is_key(&slot.path)
        || of_keys.is_some_and(|field| field.refers.is_some() || matches!(field.kind, Kind::Map(_)))
}

/// Whether a row lacks a text that every thing of its table has, in all languages.
fn lacks(table: &Table, heads: &Heads, cells: &Cells) -> bool {
    let has =
        |field: usize| cells.keys().any(|column| slot(heads, *column).is_some_and(|s| s.field == field));
    let fields = table.fields.iter().enumerate();
    let mut demanded =
        fields.filter(|(_, f)| f.required && matches!(f.kind, Kind::Text | Kind::Name | Kind::One(_)));
    demanded.any(|(at, _)| !has(at))
}

#[cfg(test)]
mod tests {
    use super::{Cells, is_numbers, listed};
    use crate::workbook::cells::Content;

    #[test]
    fn numbers_of_columns_count_from_one_without_a_gap() {
        let row = |numbers: &[f64]| -> Cells {
            (0..).zip(numbers.iter().map(|n| Content::Number(*n, false))).collect()
        };
        assert!(is_numbers(&row(&[1.0, 2.0, 3.0, 4.0])));
        for other in [&[1.0, 2.0][..], &[1.0, 2.0, 4.0], &[0.0, 1.0, 2.0], &[1.0, 1.0, 1.0]] {
            assert!(!is_numbers(&row(other)), "{other:?}");
        }
    }

    #[test]
    fn a_total_is_known_by_its_word() {
        for text in ["Итого", "ИТОГО:", " всего ", "Всего."] {
            assert!(listed("итого,всего", text), "{text}");
        }
        assert!(!listed("итого,всего", "Итоговый"));
    }
}
