//! How wide the columns of a sheet are and how many lines its texts break into; in characters, which is the unit that a
//! spreadsheet measures columns in.

use crate::document::book::{Line, Sheet, SheetCell};

/// Least width of a column.
const NARROWEST: usize = 8;
/// Widest that the head alone makes a column, but for its longest word; longer heads break into lines.
const HEAD: usize = 11;
/// A letter of running text against the digit that the unit is.
const LETTER: f64 = 1.08;
/// What stands before a text in its cell.
const INDENT: f64 = 1.5;

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
    widths.into_iter().map(|width| float(width) * LETTER + 2.5).collect()
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
        SheetCell::Ordinal(number) => number.to_string().len(),
        SheetCell::Date(_) => 10,
        SheetCell::Sheet(place) => names.get(*place).map_or(0, |name| name.chars().count()),
    }
}

/// How many lines the highest of some texts takes, each in the column of its place.
pub fn most_lines<'t>(texts: impl Iterator<Item = (usize, &'t str)>, widths: &[f64]) -> f64 {
    texts.map(|(place, text)| lines(text, widths.get(place).copied().unwrap_or(1.0))).fold(1.0, f64::max)
}

/// How many lines a paragraph takes over a width: words that do not fit go to the next one.
pub fn lines(text: &str, width: f64) -> f64 {
    let width = (width - INDENT).max(1.0);
    let (mut lines, mut filled) = (1.0, 0.0);
    for word in text.split(' ').map(|word| float(word.chars().count())) {
        let with_space = if filled > 0.0 { filled + 1.0 + word } else { word };
        if with_space <= width {
            filled = with_space;
        } else {
            // A word longer than the line is broken.
            lines += f64::from(u8::from(filled > 0.0)) + (word / width).ceil() - 1.0;
            filled = word % width;
        }
    }
    lines
}

fn float(count: usize) -> f64 {
    crate::quantity::whole::float(count)
}
