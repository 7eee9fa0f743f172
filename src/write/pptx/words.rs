//! Names of layouts and placeholders in the document's language.

use std::collections::BTreeMap;

pub struct Words<'a>(pub &'a BTreeMap<&'static str, String>);

impl Words<'_> {
    /// The name of a key; the key itself where a document has no names.
    pub fn get<'k>(&'k self, key: &'k str) -> &'k str {
        self.0.get(key).map_or(key, String::as_str)
    }
}
