//! How wide the columns of a sheet are and how many lines its texts break into; in characters, which is the unit that a
//! spreadsheet measures columns in.

use crate::document::book::{Line, Sheet, SheetCell};

/// Least width of a column.
const NARROWEST: usize = 8;
/// Widest that the head alone makes a column; longer heads break into lines.
const HEAD: usize = 18;
/// A letter of running text against the digit that the unit is.
const LETTER: f64 = 1.08;

/// The widths of the columns of a sheet.
pub fn widths(sheet: &Sheet, names: &[&str]) -> Vec<f64> {
    let mut widths: Vec<usize> = Vec::new();
    let most = usize::from(sheet.widest);
    let mut take = |place: usize, length: usize, limit: usize| {
        if widths.len() <= place {
            widths.resize(place + 1, NARROWEST);
        }
        widths[place] = widths[place].max(length.min(limit));
    };
    for line in &sheet.lines {
        match line {
            Line::Head(heads) => {
                for (place, head) in heads.iter().enumerate() {
                    let word =
                        head.split_whitespace().map(|word| word.chars().count()).max().unwrap_or_default();
                    // The button of the filter stands beside the last word.
                    let button = if sheet.filtered { 3 } else { 0 };
                    take(place, head.chars().count().min(HEAD).max(word) + button, most);
                }
            }
            Line::Row(cells) | Line::Faint(cells) => {
                for (place, cell) in cells.iter().enumerate() {
                    take(place, length(cell, names), most);
                }
            }
            Line::Blank | Line::Paragraph(_) | Line::Caption(_) => {}
        }
    }
    widths.into_iter().map(|width| float(width) * LETTER + 2.0).collect()
}

/// Characters of a cell as it is shown.
fn length(cell: &SheetCell, names: &[&str]) -> usize {
    match cell {
        SheetCell::Empty => 0,
        SheetCell::Withheld => 1,
        SheetCell::Text(text) | SheetCell::Url(text) => text.chars().count(),
        SheetCell::Number { number, marks } => {
            let space = usize::from(!marks.is_empty());
            number.text.chars().count() + space + marks.chars().count()
        }
        SheetCell::Date(_) => 10,
        SheetCell::Sheet(place) => names.get(*place).map_or(0, |name| name.chars().count()),
    }
}

/// How many lines a paragraph takes over a width.
pub fn lines(text: &str, width: f64) -> f64 {
    (float(text.chars().count()) * LETTER / width.max(1.0)).ceil().max(1.0)
}

fn float(count: usize) -> f64 {
    crate::quantity::whole::float(count)
}
