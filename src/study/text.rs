//! Texts in the study's languages, names with their case forms, and ids.

use std::borrow::Cow;
use std::sync::Arc;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A text in the study's languages: `{"kk": "…", "ru": "…"}`. Each language of the study is required. Copies share
/// it: the facts repeat the label of a group with each question.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(from = "IndexMap<String, String>")]
pub struct LocalizedText(Arc<IndexMap<String, String>>);

impl LocalizedText {
    /// The text in a language, where the study gives it.
    pub fn get(&self, language: &str) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// Languages and texts, in the study's order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        self.0.iter().map(|(language, text)| (language.as_str(), text.as_str()))
    }
}

impl From<IndexMap<String, String>> for LocalizedText {
    fn from(texts: IndexMap<String, String>) -> Self {
        Self(Arc::new(texts))
    }
}

impl Serialize for LocalizedText {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// A name that sentences decline: `{"kk": "…", "ru": {"nom": "…", "gen": "…", "prep": "…"}}`.
/// A plain string stands for the nominative; `gender` (m, f, n, pl) is what other words agree with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Name(pub IndexMap<String, Forms>);

/// The case forms of a name; `nom` is always there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "FormsInput")]
pub struct Forms {
    /// What words that go with the name agree with, where the language has genders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// The forms by the name of their case: `nom`, `gen`, …
    #[serde(flatten)]
    pub cases: IndexMap<String, String>,
}

/// Grammatical gender, or the plural.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// Masculine.
    M,
    /// Feminine.
    F,
    /// Neuter.
    N,
    /// Plural.
    Pl,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum FormsInput {
    Nominative(String),
    Cases {
        #[serde(default)]
        gender: Option<Gender>,
        #[serde(flatten)]
        cases: IndexMap<String, String>,
    },
}

impl From<FormsInput> for Forms {
    fn from(input: FormsInput) -> Self {
        match input {
            FormsInput::Nominative(text) => {
                Self { gender: None, cases: IndexMap::from([("nom".to_owned(), text)]) }
            }
            FormsInput::Cases { gender, cases } => Self { gender, cases },
        }
    }
}

impl Name {
    /// The nominative in a language.
    pub fn nominative(&self, language: &str) -> Option<&str> {
        self.0.get(language)?.cases.get("nom").map(String::as_str)
    }
}

/// What identifies a thing in the study: Latin letters, digits, `-`, `_`, `.`; at most 64 of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Id(pub String);

impl Id {
    const PATTERN: &'static str = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

    /// The id as it stands in the data.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn is_valid(text: &str) -> bool {
        text.len() <= 64
            && text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if Self::is_valid(&text) {
            Ok(Self(text))
        } else {
            Err(serde::de::Error::custom(format!("`{text}` does not match {}", Self::PATTERN)))
        }
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": Self::PATTERN,
            "description": "Identifies a thing in the whole study; other files refer to it by this id."
        })
    }
}

impl JsonSchema for LocalizedText {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "A text in each language of the study: {\"kk\": \"…\", \"ru\": \"…\"}.",
            "propertyNames": {"pattern": "^[a-z]{2}$"},
            "additionalProperties": {"type": "string", "pattern": "\\S"},
            "minProperties": 1
        })
    }
}

impl JsonSchema for Name {
    fn schema_name() -> Cow<'static, str> {
        "Name".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "A name in each language: a string, or its case forms {\"nom\": \"…\", \"gen\": \"…\"}. Kazakh cases: nom gen dat acc loc abl ins; Russian: nom gen dat acc ins prep. `gender` (m, f, n, pl) is what other words agree with.",
            "propertyNames": {"pattern": "^[a-z]{2}$"},
            "additionalProperties": {
                "anyOf": [
                    {"type": "string", "pattern": "\\S"},
                    {
                        "type": "object",
                        "propertyNames": {
                            "pattern": "^((pl_)?(nom|gen|dat|acc|loc|abl|ins|prep)|gender)$"
                        },
                        "properties": {"gender": {"enum": ["m", "f", "n", "pl"]}},
                        "additionalProperties": {"type": "string", "pattern": "\\S"},
                        "required": ["nom"]
                    }
                ]
            },
            "minProperties": 1
        })
    }
}

/// Whether the fields of an object, each a key and whether its value is a text or an object, are a text or a name in
/// languages: each key is a two-letter code and one of them is a language of the study.
pub fn is_localised<'k>(fields: impl Iterator<Item = (&'k str, bool)>, languages: &[String]) -> bool {
    let mut has_language = false;
    let is_each = |(key, is_worded): (&str, bool)| {
        has_language |= languages.iter().any(|language| language == key);
        is_worded && key.len() == 2 && key.bytes().all(|b| b.is_ascii_lowercase())
    };
    let mut each = fields.map(is_each);
    each.all(|is_own| is_own) && has_language
}
