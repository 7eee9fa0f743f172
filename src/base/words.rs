//! The base's own words: names of sheets, heads of columns, notes. A file of a templates folder names only what it
//! changes.

use toml::{Table, Value};

use crate::diag::{Code, Diagnostic, Location, say};
use crate::locale::Locale;
use crate::source::{Assets, from_toml};
use crate::study::Thresholds;

/// The words of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    path: String,
    table: Table,
}

impl Words {
    /// Reads the words of a language: the program's, and over them those of the templates folder.
    ///
    /// # Errors
    /// [`Code::FileMissing`] where there are none; [`Code::ReportSettings`] where a file is no TOML; what filling the
    /// thresholds in says.
    pub fn load(
        assets: &Assets,
        deliverable: &str,
        locale: &Locale,
        thresholds: &Thresholds,
    ) -> Result<Self, Diagnostic> {
        let path = format!("reports/{deliverable}/{}.toml", locale.language());
        let read = |text: &str| -> Result<Table, Diagnostic> {
            from_toml(&path, text, Code::ReportSettings, say!("hint-compare-program"))
        };
        let mut table = match assets.embedded_text(&path) {
            Some(text) => read(text)?,
            None => Table::new(),
        };
        if table.is_empty() || assets.overlay_text(&path)?.is_some() {
            lay_over(&mut table, read(&assets.text(&path)?)?);
        }
        fill(&mut table, &|text| locale.numbered(text, &thresholds.places()))?;
        Ok(Self { path, table })
    }

    /// A word or sentence, by its table and key.
    ///
    /// # Errors
    /// [`Code::LocaleKey`] where the file lacks it.
    pub fn get(&self, table: &str, key: &str) -> Result<&str, Diagnostic> {
        self.find(table, key).ok_or_else(|| {
            Diagnostic::new(Code::LocaleKey, say!("locale-key-missing", key = key, table = table))
                .at(Location::file(&self.path))
                .hint(say!("hint-locale-key", key = key, table = table))
        })
    }

    fn find(&self, table: &str, key: &str) -> Option<&str> {
        let mut found = &self.table;
        for part in table.split('.') {
            found = found.get(part)?.as_table()?;
        }
        found.get(key)?.as_str()
    }
}

fn lay_over(table: &mut Table, over: Table) {
    for (key, value) in over {
        match (table.get_mut(&key), value) {
            (Some(Value::Table(own)), Value::Table(over)) => lay_over(own, over),
            (_, value) => drop(table.insert(key, value)),
        }
    }
}

fn fill(table: &mut Table, filled: &dyn Fn(&str) -> Result<String, Diagnostic>) -> Result<(), Diagnostic> {
    for (_, value) in table.iter_mut() {
        if let Some(inner) = value.as_table_mut() {
            fill(inner, filled)?;
        } else if let Some(text) = value.as_str() {
            *value = Value::String(filled(text)?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Table;
    use crate::source::Assets;

    fn keys(table: &Table, before: &str, found: &mut Vec<String>) {
        for (key, value) in table {
            if let Some(inner) = value.as_table() {
                keys(inner, &format!("{before}{key}."), found);
            } else {
                assert!(value.is_str(), "{before}{key}");
                found.push(format!("{before}{key}"));
            }
        }
    }

    #[test]
    fn every_language_has_the_same_words() {
        let read = |language: &str| {
            let path = format!("reports/base/{language}.toml");
            let table: Table = Assets::embedded().text(&path).unwrap().parse().unwrap();
            let mut found = Vec::new();
            keys(&table, "", &mut found);
            found
        };
        let first = read("kk");
        assert!(first.len() > 150, "{}", first.len());
        assert_eq!(first, read("ru"));
        assert_eq!(first, read("en"));
    }

    #[test]
    fn names_of_sheets_are_such_as_a_workbook_takes() {
        for language in ["kk", "ru", "en"] {
            let table: Table =
                Assets::embedded().text(&format!("reports/base/{language}.toml")).unwrap().parse().unwrap();
            for (key, sheet) in table["sheets"].as_table().unwrap() {
                let tab = sheet["tab"].as_str().unwrap();
                assert!(
                    tab.chars().count() <= 31 && !tab.contains(['[', ']', ':', '*', '?', '/', '\\']),
                    "{key}"
                );
            }
        }
    }
}
