//! JSON Schemas of the study's files, made from the same types that read them.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::outcome::{Calendar, Coverage, Events, Recommendations};
use super::passport::Passport;
use super::qualitative::{Cases, Experts, FocusGroups};
use super::results::{Codebook, Indices, Results, Risk};
use super::survey::{Fieldwork, Instruments, Sample, Territories};

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
    Some(match name {
        "study" => of::<Passport>(),
        "codebook" => of::<Codebook>(),
        "sample" => of::<Sample>(),
        "results" => of::<Results>(),
        "territories" => of::<Territories>(),
        "instruments" => of::<Instruments>(),
        "fieldwork" => of::<Fieldwork>(),
        "indices" => of::<Indices>(),
        "risk" => of::<Risk>(),
        "experts" => of::<Experts>(),
        "focus-groups" => of::<FocusGroups>(),
        "cases" => of::<Cases>(),
        "recommendations" => of::<Recommendations>(),
        "coverage" => of::<Coverage>(),
        "events" => of::<Events>(),
        "calendar" => of::<Calendar>(),
        _ => return None,
    })
}

fn of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

#[cfg(test)]
mod tests {
    use super::{FILES, schema};

    #[test]
    fn every_file_has_a_schema_that_refuses_unknown_fields() {
        for (name, _) in FILES {
            let schema = schema(name).map(serde_json::Value::from);
            let closed = schema.as_ref().and_then(|s| s.get("additionalProperties"));
            assert_eq!(closed, Some(&serde_json::Value::Bool(false)), "{name}");
        }
    }
}
