//! Study and facts as plain values in one language: what serde is told of them, with texts as the string of the
//! language and without what is null. Values go from here into the engine, under ids
//! ([`context`](super::context)).

mod serializer;

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt::Error;
use std::sync::Arc;

use serde::Serialize;
use tera::value::Key;

use crate::study::is_localised;

/// A value before its parts have ids.
#[derive(Debug)]
pub enum Plain {
    /// Nothing, which no object keeps.
    Null,
    /// A number, a truth value or a text.
    Leaf(tera::Value),
    /// A list.
    List(Vec<Self>),
    /// Fields in their order.
    Object(Vec<(Key<'static>, Self)>),
}

impl Plain {
    /// The text of a field.
    pub fn text(&self, field: &str) -> Option<&str> {
        let Self::Object(fields) = self else { return None };
        let (_, value) = fields.iter().find(|(key, _)| key.as_str() == Some(field))?;
        if let Self::Leaf(leaf) = value { leaf.as_str() } else { None }
    }

    /// An object of fields: the text of the language where they are languages, else what is not null.
    fn object(mut fields: Vec<(Key<'static>, Self)>, of: &InLanguage<'_>) -> Self {
        let kinds = fields.iter().map(|(key, value)| {
            let is_text = matches!(value, Self::Leaf(leaf) if leaf.is_string());
            (key.as_str().unwrap_or_default(), is_text || matches!(value, Self::Object(_)))
        });
        if is_localised(kinds, of.languages) {
            let own = fields.into_iter().find(|(key, _)| key.as_str() == Some(of.language));
            return own.map_or(Self::Null, |(_, value)| value);
        }
        fields.retain(|(_, value)| !matches!(value, Self::Null));
        Self::Object(fields)
    }
}

/// Makes plain values in a language of a study's languages.
pub struct InLanguage<'l> {
    language: &'l str,
    languages: &'l [String],
    /// Keys that were met, each kept once.
    keys: RefCell<HashSet<Arc<str>>>,
}

impl<'l> InLanguage<'l> {
    /// Values in `language`, one of the study's `languages`.
    pub fn new(language: &'l str, languages: &'l [String]) -> Self {
        Self { language, languages, keys: RefCell::default() }
    }

    /// The plain value of what serde can tell of.
    ///
    /// # Errors
    /// A map whose keys are neither texts nor numbers.
    pub fn plain(&self, value: &(impl Serialize + ?Sized)) -> Result<Plain, Error> {
        value.serialize(self)
    }

    /// A value, or that of a variant under the variant's name.
    fn under(&self, variant: Option<&'static str>, value: Plain) -> Plain {
        match variant {
            Some(name) => Plain::object(vec![(Key::Str(name), value)], self),
            None => value,
        }
    }

    fn key(&self, key: &str) -> Key<'static> {
        let mut keys = self.keys.borrow_mut();
        if let Some(known) = keys.get(key) {
            return Key::String(Arc::clone(known));
        }
        let own: Arc<str> = key.into();
        keys.insert(Arc::clone(&own));
        Key::String(own)
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::json;

    use super::{InLanguage, Key, Plain};

    fn plain(value: &impl Serialize) -> String {
        let languages = ["kk".to_owned(), "ru".to_owned()];
        shown(&InLanguage::new("ru", &languages).plain(value).unwrap_or(Plain::Null))
    }

    fn shown(plain: &Plain) -> String {
        let joined = |parts: Vec<String>| parts.join(", ");
        match plain {
            Plain::Null => "null".to_owned(),
            Plain::Leaf(leaf) => leaf.to_string(),
            Plain::List(list) => format!("[{}]", joined(list.iter().map(shown).collect())),
            Plain::Object(fields) => {
                let field = |(key, value): &(Key<'static>, Plain)| format!("{key}: {}", shown(value));
                format!("{{{}}}", joined(fields.iter().map(field).collect()))
            }
        }
    }

    #[test]
    fn texts_are_those_of_the_language_and_nulls_are_gone() {
        let study = json!({"title": {"kk": "Есеп", "ru": "Отчёт"}, "none": null, "n": [1, null, 2.5]});
        assert_eq!(plain(&study), "{title: Отчёт, n: [1, null, 2.5]}");
        assert_eq!(plain(&json!({"only": {"kk": "Есеп"}})), "{}", "no text in the language is nothing");
    }

    #[test]
    fn names_keep_their_forms_and_codes_of_two_letters_are_no_languages() {
        let name = json!({"kk": {"nom": "Қала"}, "ru": {"nom": "Город", "gen": "города"}});
        assert_eq!(plain(&name), "{nom: Город, gen: города}");
        assert_eq!(plain(&json!({"ok": "x"})), "{ok: x}");
        assert_eq!(plain(&json!({"ru": 1})), "{ru: 1}", "a number is no text");
    }

    #[test]
    fn variants_are_told_as_in_json() {
        #[derive(Serialize)]
        #[serde(rename_all = "kebab-case")]
        enum Kind {
            Unit,
            Of(u8),
            Both(i8, f64),
            Fields { a: Option<i64>, b: char },
        }
        let all = [Kind::Unit, Kind::Of(1), Kind::Both(-2, f64::NAN), Kind::Fields { a: None, b: 'x' }];
        assert_eq!(plain(&all), "[unit, {of: 1}, {both: [-2, null]}, {fields: {b: x}}]");
    }
}
