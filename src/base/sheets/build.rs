//! What all sheets are built with: words and numbers of the language.

use serde::Serialize;
use serde_json::Value as Json;

use super::super::{Sources, Voice};
use crate::diag::Diagnostic;
use crate::document::book::{Line, Sheet, SheetCell};
use crate::facts::Status;
use crate::quantity::whole;
use crate::study::{LocalizedText, Name};

/// Characters of a column at the most, where a sheet says nothing else.
const WIDEST: u16 = 48;

/// Study, facts and the language.
pub struct Build<'a> {
    /// Study and facts.
    pub sources: &'a Sources<'a>,
    /// The language.
    pub voice: &'a Voice<'a>,
}

impl Build<'_> {
    /// A sheet with its name and title.
    pub fn sheet(&self, key: &str) -> Result<Sheet, Diagnostic> {
        let table = format!("sheets.{key}");
        Ok(Sheet {
            name: self.voice.words.get(&table, "tab")?.to_owned(),
            title: self.voice.words.get(&table, "title")?.to_owned(),
            about: self.voice.words.get(&table, "about")?.to_owned(),
            widest: WIDEST,
            ..Sheet::default()
        })
    }

    /// The head of a table, of the columns' words.
    pub fn head(&self, columns: &[&str]) -> Result<Line, Diagnostic> {
        let word = |key: &&str| Ok(self.voice.words.get("columns", key)?.to_owned());
        Ok(Line::Head(columns.iter().map(word).collect::<Result<_, Diagnostic>>()?))
    }

    /// A text in the language.
    pub fn text(&self, text: &LocalizedText) -> String {
        text.get(self.voice.locale.language()).unwrap_or_default().to_owned()
    }

    /// A name in the language.
    pub fn name(&self, name: &Name) -> String {
        name.nominative(self.voice.locale.language()).unwrap_or_default().to_owned()
    }

    /// A cell of a text.
    pub fn said(&self, text: &LocalizedText) -> SheetCell {
        SheetCell::Text(self.text(text))
    }

    /// A cell of a text that there may be none of.
    pub fn optional(&self, text: Option<&LocalizedText>) -> SheetCell {
        text.map_or(SheetCell::Empty, |text| self.said(text))
    }

    /// A cell of a name.
    pub fn named(&self, name: &Name) -> SheetCell {
        SheetCell::Text(self.name(name))
    }

    /// The word of a value of a closed list of the locale file.
    pub fn of_list(&self, list: &str, value: &impl Serialize) -> Result<SheetCell, Diagnostic> {
        match serde_json::to_value(value) {
            Ok(Json::String(code)) => Ok(SheetCell::text(self.voice.locale.enum_word(list, &code)?)),
            _ => Ok(SheetCell::Empty),
        }
    }

    /// The word of a value of a closed list of the base's words.
    pub fn of_words(&self, list: &str, value: &impl Serialize) -> Result<SheetCell, Diagnostic> {
        match serde_json::to_value(value) {
            Ok(Json::String(code)) => Ok(SheetCell::text(self.voice.words.get(list, &code)?)),
            _ => Ok(SheetCell::Empty),
        }
    }

    /// A cell of a number with decimals, as the reports print it under the same id.
    pub fn number(&self, datum: String, value: f64, decimals: u8) -> SheetCell {
        SheetCell::number(self.voice.locale.number_of(datum, value, decimals))
    }

    /// A cell of a count.
    pub fn count(&self, datum: String, value: usize) -> SheetCell {
        self.number(datum, whole::float(value), 0)
    }

    /// A cell of people.
    pub fn people(&self, datum: String, value: u32) -> SheetCell {
        self.number(datum, f64::from(value), 0)
    }

    /// A cell of a share, with the letters behind it.
    pub fn share(&self, datum: String, value: f64, marks: String) -> SheetCell {
        SheetCell::Number { number: self.voice.locale.share_of(datum, value), marks }
    }

    /// Three cells of an estimate in points, by whether it is shown; `of` is the id of what has it, `field` the name of
    /// the value there.
    pub fn estimate(
        &self,
        (of, field): (&str, &str),
        status: Status,
        value: f64,
        low: f64,
        high: f64,
    ) -> [SheetCell; 3] {
        [(field, value), ("low", low), ("high", high)].map(|(name, number)| {
            if status.is_shown() {
                self.number(format!("{of}.{name}"), number, 1)
            } else {
                SheetCell::Withheld
            }
        })
    }
}
