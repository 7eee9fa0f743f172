//! The numbers of a workbook, sheet by sheet in the order of their cells.

use super::expected::{Bound, Expected, Print};
use super::token::Token;
use crate::document::book::{Book, Line, SheetCell};

impl Expected {
    /// The numbers of a workbook.
    pub fn of_book(book: &Book) -> Self {
        let mut all = Self::default();
        for sheet in &book.sheets {
            all.words(&sheet.title, Bound::Words, None);
            sheet.notes.iter().for_each(|note| all.words(note, Bound::Words, None));
            for line in &sheet.lines {
                match line {
                    Line::Blank => {}
                    Line::Paragraph(said) | Line::Caption(said) => all.words(said, Bound::Words, None),
                    Line::Head(heads) => heads.iter().for_each(|head| all.words(head, Bound::Words, None)),
                    Line::Row(cells) | Line::Faint(cells) => {
                        cells.iter().for_each(|cell| all.cell(cell, book));
                    }
                }
            }
        }
        all
    }

    fn cell(&mut self, cell: &SheetCell, book: &Book) {
        match cell {
            SheetCell::Empty | SheetCell::Withheld => {}
            SheetCell::Text(said) | SheetCell::Url(said) => self.words(said, Bound::Words, None),
            SheetCell::Number { number, .. } => {
                let datum = self.datum(number);
                for end in number.rounded() {
                    let token = Token { text: end.to_string(), ..Token::default() };
                    self.flow.push(Print { token, bound: Bound::Datum(datum), label: None });
                }
            }
            SheetCell::Ordinal(number) => self.words(&number.to_string(), Bound::Numbering, None),
            SheetCell::Date(day) => {
                let day = format!("{:02}.{:02}.{}", day.day(), day.month(), day.year());
                self.words(&day, Bound::Words, None);
            }
            SheetCell::Sheet(place) => {
                let name = book.sheets.get(*place).map_or("", |sheet| &sheet.name);
                self.words(name, Bound::Words, None);
            }
        }
    }
}
