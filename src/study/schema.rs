//! JSON Schemas of the study's files, made from the same types that read them.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value};

use super::outcome::{Calendar, Coverage, Events, Recommendations};
use super::passport::Passport;
use super::qualitative::{Cases, Experts, FocusGroups};
use super::results::{Codebook, Indices, Results, Risk};
use super::survey::{Fieldwork, Instruments, Sample, Territories};
use crate::diag::{Catalogue, UiLanguage};

/// Name of each schema and the file it describes.
pub const FILES: &[(&str, &str)] = &[
    ("study", "study.json"),
    ("codebook", "codebook.json"),
    ("sample", "sample.json"),
    ("results", "results/*.json"),
    ("territories", "territories.json"),
    ("instruments", "instruments.json"),
    ("fieldwork", "fieldwork.json"),
    ("indices", "indices.json"),
    ("risk", "risk.json"),
    ("experts", "experts.json"),
    ("focus-groups", "focus-groups.json"),
    ("cases", "cases.json"),
    ("recommendations", "recommendations.json"),
    ("coverage", "coverage.json"),
    ("events", "events.json"),
    ("calendar", "calendar.json"),
];

/// The JSON Schema (draft 2020-12) of a name in [`FILES`].
pub fn schema(name: &str) -> Option<Schema> {
    typed(name).map(|(schema, _)| schema)
}

/// Name of the type that reads a file.
fn root_type(name: &str) -> &'static str {
    typed(name).map_or("", |(_, type_name)| type_name)
}

/// The schema of a file and the name of the type that reads it.
fn typed(name: &str) -> Option<(Schema, &'static str)> {
    Some(match name {
        "study" => (of::<Passport>(), "Passport"),
        "codebook" => (of::<Codebook>(), "Codebook"),
        "sample" => (of::<Sample>(), "Sample"),
        "results" => (of::<Results>(), "Results"),
        "territories" => (of::<Territories>(), "Territories"),
        "instruments" => (of::<Instruments>(), "Instruments"),
        "fieldwork" => (of::<Fieldwork>(), "Fieldwork"),
        "indices" => (of::<Indices>(), "Indices"),
        "risk" => (of::<Risk>(), "Risk"),
        "experts" => (of::<Experts>(), "Experts"),
        "focus-groups" => (of::<FocusGroups>(), "FocusGroups"),
        "cases" => (of::<Cases>(), "Cases"),
        "recommendations" => (of::<Recommendations>(), "Recommendations"),
        "coverage" => (of::<Coverage>(), "Coverage"),
        "events" => (of::<Events>(), "Events"),
        "calendar" => (of::<Calendar>(), "Calendar"),
        _ => return None,
    })
}

fn of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(bounded));
    settings.into_generator().into_root_schema_for::<T>()
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
    let catalogue = Catalogue::of(language);
    let root = schema.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    if let Some(object) = schema.as_object_mut() {
        let type_name = root_type(name);
        describe(object, type_name, catalogue);
        let title = catalogue.text(&format!("schema-{type_name}"), Some("title")).unwrap_or(root);
        object.insert("title".to_owned(), Value::String(title));
        if let Some(definitions) = object.get_mut("$defs").and_then(Value::as_object_mut) {
            for (type_name, definition) in definitions {
                if let Some(definition) = definition.as_object_mut() {
                    describe(definition, type_name, catalogue);
                }
            }
        }
    }
    serde_json::to_string_pretty(&schema).ok()
}

/// Puts the catalogue's description, where it has one, in the place of the type's own, in the object
/// and all that is inside it. `id` is the type's name with the path of fields to here.
fn describe(object: &mut Map<String, Value>, id: &str, catalogue: &Catalogue) {
    let own = object.get("description").and_then(Value::as_str).map(|d| d.replace('\n', " "));
    if let Some(text) = catalogue.text(&format!("schema-{id}"), None).or(own) {
        object.insert("description".to_owned(), Value::String(text));
    }
    if let Some(properties) = object.get_mut("properties").and_then(Value::as_object_mut) {
        for (field, property) in properties {
            if let Some(property) = property.as_object_mut() {
                // The same in every file.
                let id = if field == "$schema" { "file-schema".to_owned() } else { format!("{id}-{field}") };
                describe(property, &id, catalogue);
            }
        }
    }
    for branch in object.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
        let Some(branch) = branch.as_object_mut() else { continue };
        let only = branch.get("properties").and_then(Value::as_object).and_then(|p| p.keys().next());
        match branch.get("const").and_then(Value::as_str).or(only.map(String::as_str)).map(str::to_owned) {
            Some(value) if branch.contains_key("const") => {
                describe(branch, &format!("{id}-{value}"), catalogue);
            }
            Some(value) => {
                describe(branch, id, catalogue);
                let text = catalogue.text(&format!("schema-{id}-{value}"), None);
                branch.extend(text.map(|t| ("description".to_owned(), Value::String(t))));
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FILES, schema, schema_text};
    use crate::diag::UiLanguage;

    #[test]
    fn every_schema_speaks_the_three_languages() {
        let cyrillic = |text: &str| text.chars().any(|c| ('\u{400}'..='\u{52F}').contains(&c));
        for (name, _) in FILES {
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
        for (name, _) in FILES {
            let schema = schema(name).map(serde_json::Value::from);
            let closed = schema.as_ref().and_then(|s| s.get("additionalProperties"));
            assert_eq!(closed, Some(&serde_json::Value::Bool(false)), "{name}");
        }
    }
}
