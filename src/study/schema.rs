//! JSON Schemas of the study's files, made from the same types that read them.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::{Map, Value};

use super::contract_file;
use super::thresholds::Thresholds;
use crate::diag::{Arg, Catalogue, UiLanguage};

/// The JSON Schema (draft 2020-12) of a file of the contract, by its name in [`FILES`](super::FILES).
pub fn schema(name: &str) -> Option<Schema> {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(bounded));
    contract_file(name).map(|file| (file.schema)(settings.into_generator()))
}

/// Integers have the bounds of the types that hold them.
fn bounded(schema: &mut Schema) {
    let bounds = match schema.get("format").and_then(Value::as_str) {
        Some("uint8") => (0, i64::from(u8::MAX)),
        Some("uint32") => (0, i64::from(u32::MAX)),
        Some("int16") => (i64::from(i16::MIN), i64::from(i16::MAX)),
        Some("uint64") => (0, i64::MAX),
        _ => return,
    };
    for (key, bound) in [("minimum", bounds.0), ("maximum", bounds.1)] {
        if schema.get(key).is_none() {
            schema.insert(key.to_owned(), Value::from(bound));
        }
    }
}

/// A schema as text, with titles and descriptions in a language of the user interface: what an editor
/// shows beside the field.
pub fn schema_text(name: &str, language: UiLanguage) -> Option<String> {
    let mut schema = Value::from(schema(name)?);
    let type_name = contract_file(name)?.type_name;
    let words =
        Words { catalogue: Catalogue::of(language), places: Thresholds::embedded().printed(language) };
    let root = schema.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    if let Some(object) = schema.as_object_mut() {
        words.describe(object, type_name);
        let title = words.text(type_name, Some("title")).unwrap_or(root);
        object.insert("title".to_owned(), Value::String(title));
        if let Some(definitions) = object.get_mut("$defs").and_then(Value::as_object_mut) {
            for (type_name, definition) in definitions {
                if let Some(definition) = definition.as_object_mut() {
                    words.describe(definition, type_name);
                }
            }
        }
    }
    serde_json::to_string_pretty(&schema).ok()
}

/// The descriptions of a language, with the program's thresholds in their places.
struct Words {
    catalogue: &'static Catalogue,
    places: Vec<(&'static str, Arg)>,
}

impl Words {
    fn text(&self, id: &str, attribute: Option<&str>) -> Option<String> {
        self.catalogue.text_with(&format!("schema-{id}"), attribute, &self.places)
    }

    /// Puts the catalogue's description, where it has one, in the place of the type's own, in the object
    /// and all that is inside it. `id` is the type's name with the path of fields to here.
    fn describe(&self, object: &mut Map<String, Value>, id: &str) {
        let own = object.get("description").and_then(Value::as_str).map(|d| d.replace('\n', " "));
        if let Some(text) = self.text(id, None).or(own) {
            object.insert("description".to_owned(), Value::String(text));
        }
        if let Some(properties) = object.get_mut("properties").and_then(Value::as_object_mut) {
            for (field, property) in properties {
                if let Some(property) = property.as_object_mut() {
                    // The same in every file.
                    let is_schema = field == "$schema";
                    let id = if is_schema { "file-schema".to_owned() } else { format!("{id}-{field}") };
                    self.describe(property, &id);
                }
            }
        }
        for branch in object.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
            self.describe_branch(branch, id);
        }
    }

    /// The same of one value of a closed list, or of one form of several.
    fn describe_branch(&self, branch: &mut Value, id: &str) {
        let Some(branch) = branch.as_object_mut() else { return };
        let only = branch.get("properties").and_then(Value::as_object).and_then(|p| p.keys().next());
        match branch.get("const").and_then(Value::as_str).or(only.map(String::as_str)).map(str::to_owned) {
            Some(value) if branch.contains_key("const") => self.describe(branch, &format!("{id}-{value}")),
            Some(value) => {
                self.describe(branch, id);
                let text = self.text(&format!("{id}-{value}"), None);
                branch.extend(text.map(|t| ("description".to_owned(), Value::String(t))));
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{schema, schema_text};
    use crate::diag::UiLanguage;
    use crate::study::FILES;

    #[test]
    fn every_schema_speaks_the_three_languages() {
        let cyrillic = |text: &str| text.chars().any(|c| ('\u{400}'..='\u{52F}').contains(&c));
        for name in FILES.iter().map(|file| file.name) {
            for language in UiLanguage::ALL {
                let text = schema_text(name, language).unwrap_or_default();
                let mut undescribed = 0;
                for line in text.lines().filter_map(|l| l.trim().strip_prefix("\"description\": \"")) {
                    undescribed += usize::from(cyrillic(line) == (language == UiLanguage::En));
                }
                assert_eq!(undescribed, 0, "{name} in {}: {text}", language.code());
                assert!(text.contains("\"title\""), "{name}");
            }
        }
    }

    #[test]
    fn every_file_has_a_schema_that_refuses_unknown_fields() {
        for name in FILES.iter().map(|file| file.name) {
            let schema = schema(name).map(serde_json::Value::from);
            let closed = schema.as_ref().and_then(|s| s.get("additionalProperties"));
            assert_eq!(closed, Some(&serde_json::Value::Bool(false)), "{name}");
        }
    }
}
