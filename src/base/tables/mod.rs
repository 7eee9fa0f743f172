//! The tables of the data package, each declared by its columns.

mod columns;
mod register;
mod scores;
mod survey;
mod voices;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;

use super::{Sources, Voice, ddi};
use crate::diag::Diagnostic;
use crate::document::dataset::{DataTable, Dataset, Field, Texts, Value};
use crate::quantity::Rounded;
use crate::study::{LocalizedText, Name};
use columns::{Column, TableSpec};

/// The package.
pub fn dataset(sources: &Sources<'_>, voices: &[Voice<'_>]) -> Result<Dataset, Diagnostic> {
    let maker = Maker { sources, voices };
    let mut tables = Vec::new();
    tables.extend(survey::tables(&maker)?);
    tables.extend(scores::tables(&maker)?);
    tables.extend(voices::tables(&maker)?);
    tables.extend(register::tables(&maker)?);
    tables.retain(|table| !table.rows.is_empty());
    let present: Vec<&'static str> = tables.iter().map(|table| table.name).collect();
    for table in &mut tables {
        table.references.retain(|reference| present.contains(&reference.table));
    }
    let passport = &sources.study.passport;
    Ok(Dataset {
        name: format!("{}-{}", passport.id, sources.deliverable).to_lowercase(),
        title: maker.texts_of(|voice| {
            let kind = voice.words.get("package", "title")?;
            Ok(format!("{kind}. {}", maker.text(&passport.title, voice)))
        })?,
        description: maker.texts_of(|voice| Ok(voice.words.get("package", "description")?.to_owned()))?,
        author: passport.grantee.name.nominative(maker.first()).unwrap_or_default().to_owned(),
        languages: voices.iter().map(|voice| voice.locale.language().to_owned()).collect(),
        date: sources.facts.cutoff,
        keywords: maker.texts_of(|voice| {
            Ok(passport.place.nominative(voice.locale.language()).unwrap_or_default().to_owned())
        })?,
        files: files(&maker, &tables)?,
        tables,
    })
}

/// What lies beside the tables: what to read first, and the codebook.
fn files(maker: &Maker<'_>, tables: &[DataTable]) -> Result<BTreeMap<String, String>, Diagnostic> {
    let mut files = BTreeMap::from([("codebook.xml".to_owned(), ddi::codebook(maker.sources, maker.voices))]);
    let passport = &maker.sources.study.passport;
    for voice in maker.voices {
        let mut text = format!("# {}\n\n", maker.text(&passport.title, voice));
        if let Some(mark) = &passport.mark {
            text.push_str(&format!("**{}.**\n\n", maker.text(mark, voice)));
        }
        text.push_str(voice.words.get("package", "description")?);
        text.push_str("\n\n");
        for table in tables {
            let title = voice.words.get("tables", table.name)?;
            text.push_str(&format!("- `data/{}.csv` – {title}, {}\n", table.name, table.rows.len()));
        }
        text.push('\n');
        text.push_str(voice.words.get("package", "readme")?.trim_start());
        files.insert(format!("README.{}.md", voice.locale.language()), text);
    }
    Ok(files)
}

/// Makes tables of their declarations and rows.
pub struct Maker<'a> {
    /// Study and facts.
    pub sources: &'a Sources<'a>,
    /// The languages.
    pub voices: &'a [Voice<'a>],
}

impl Maker<'_> {
    fn first(&self) -> &str {
        self.voices.first().map_or("", |voice| voice.locale.language())
    }

    fn text(&self, text: &LocalizedText, voice: &Voice<'_>) -> String {
        text.get(voice.locale.language()).unwrap_or_default().to_owned()
    }

    fn texts_of(&self, say: impl Fn(&Voice<'_>) -> Result<String, Diagnostic>) -> Result<Texts, Diagnostic> {
        self.voices.iter().map(|voice| Ok((voice.locale.language().to_owned(), say(voice)?))).collect()
    }

    /// A table of its declaration and its rows.
    pub fn table(&self, spec: &TableSpec, rows: Vec<Vec<Value>>) -> Result<DataTable, Diagnostic> {
        let mut fields = Vec::new();
        for column in spec.columns {
            if column.localized {
                for voice in self.voices {
                    let own = voice.locale.language();
                    fields.push(self.field(
                        column,
                        format!("{}_{own}", column.name),
                        &format!(" ({own})"),
                    )?);
                }
            } else {
                fields.push(self.field(column, column.name.to_owned(), "")?);
            }
        }
        Ok(DataTable {
            name: spec.name,
            title: self.texts_of(|voice| Ok(voice.words.get("tables", spec.name)?.to_owned()))?,
            fields,
            key: spec.key.to_vec(),
            references: spec.references.to_vec(),
            rows,
        })
    }

    fn field(&self, column: &Column, name: String, after: &str) -> Result<Field, Diagnostic> {
        let title = |voice: &Voice<'_>| Ok(format!("{}{after}", voice.words.get("columns", column.word())?));
        Ok(Field {
            name,
            title: self.texts_of(title)?,
            kind: column.kind,
            required: column.required,
            range: column.range,
            choices: column.choices.iter().map(|choice| (*choice).to_owned()).collect(),
        })
    }

    /// Cells of a text, one a language.
    pub fn texts(&self, text: Option<&LocalizedText>) -> Vec<Value> {
        let own = |voice: &Voice<'_>| {
            text.and_then(|text| text.get(voice.locale.language())).map_or(Value::Missing, said)
        };
        self.voices.iter().map(own).collect()
    }

    /// Cells of a name, one a language.
    pub fn names(&self, name: Option<&Name>) -> Vec<Value> {
        let own = |voice: &Voice<'_>| {
            name.and_then(|name| name.nominative(voice.locale.language())).map_or(Value::Missing, said)
        };
        self.voices.iter().map(own).collect()
    }

    /// A share in per cent as the reports print it.
    pub fn share(&self, value: Option<f64>) -> Value {
        let decimals = self.voices.first().map_or(1, |voice| voice.locale.share_decimals());
        value.map_or(Value::Missing, |value| Value::Number(Rounded::new(value, decimals)))
    }
}

/// A cell of words.
pub fn said(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A cell of a code of a closed list, as the study's files write it.
pub fn code(value: &impl Serialize) -> Value {
    match serde_json::to_value(value) {
        Ok(Json::String(text)) => Value::Text(text),
        _ => Value::Missing,
    }
}

/// A cell of a whole number.
pub fn whole(value: impl Into<u64>) -> Value {
    Value::Whole(value.into())
}

/// A cell of a count of things.
pub fn count(value: usize) -> Value {
    Value::Whole(crate::quantity::whole::wide(value))
}

/// A cell of points, as the reports print them.
pub fn points(value: Option<f64>) -> Value {
    value.map_or(Value::Missing, |value| Value::Number(Rounded::new(value, 1)))
}

/// A cell of a weight or design effect, as the reports print them.
pub fn hundredths(value: f64) -> Value {
    Value::Number(Rounded::new(value, 2))
}
