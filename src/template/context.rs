//! What templates see: study and facts as plain values in one language.

use serde_json::{Map, Value, json};

use crate::facts::Facts;
use crate::study::outcome::Event;
use crate::study::{Study, StudyAsOf, is_localised};

/// The values of [`Variables`](super::Variables) with their names.
pub(super) fn named(study: &StudyAsOf, facts: &Facts, language: &str) -> Vec<(&'static str, Value)> {
    let languages = &study.passport.languages;
    let mut variables = Vec::new();
    let mut put = |name: &'static str, value: Value| {
        let mut value = localise(value, language, languages);
        name_objects(&mut value, name);
        variables.push((name, value));
    };
    put("language", json!(language));
    put("study", json!(study.passport));
    put("sample", json!(study.sample));
    put("territories", json!(study.territories.territories));
    put("instruments", json!(study.instruments.instruments));
    put(
        "planned_fieldwork",
        json!({"start": study.fieldwork.planned_start, "end": study.fieldwork.planned_end}),
    );
    put("breakdowns", json!(study.codebook.breakdowns));
    put("questionnaire", json!(study.codebook));
    put("recommendations", recommendations(study));
    put("events", events(study, &study.events.events));
    put("upcoming", events(study, study.upcoming()));
    put("calendar", calendar(study));
    put("facts", json!(facts));
    variables
}

/// Variables that are objects: a path that begins with one is an id as it stands.
pub const ROOTS: &[&str] = &["facts", "sample", "study", "questionnaire", "planned_fieldwork"];

/// The key by which an object of a list, and one inside the facts, carries its id: `facts.indices.utilities`.
pub const HIDDEN_ID: &str = "_id";

/// Lists whose objects are unique in the whole study: their ids begin anew, which keeps them short.
const UNIQUE: &[&str] = &["questions"];

/// How ids of what is inside the facts begin. Elsewhere the keys of an object may be the study's own.
const FACTS: &[&str] = &["facts.", "questions."];

/// Gives every object of a list its id, made of the way there and of its own `id` or `code` or place.
fn name_objects(value: &mut Value, path: &str) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object.iter_mut().filter(|(_, inner)| inner.is_object() || inner.is_array()) {
                let unique = UNIQUE.contains(&key.as_str());
                let id = if unique { key.clone() } else { format!("{path}.{key}") };
                name_objects(inner, &id);
                if let Value::Object(inner) = inner
                    && FACTS.iter().any(|root| id.starts_with(root))
                {
                    inner.insert(HIDDEN_ID.to_owned(), Value::String(id));
                }
            }
        }
        Value::Array(array) => {
            for (place, inner) in array.iter_mut().enumerate() {
                let own = ["id", "code"].iter().find_map(|key| inner.get(key).and_then(Value::as_str));
                let id = own.map_or_else(|| format!("{path}[{place}]"), |own| format!("{path}.{own}"));
                name_objects(inner, &id);
                if let Value::Object(object) = inner {
                    object.insert(HIDDEN_ID.to_owned(), Value::String(id));
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Steps of the plan with their state at the cut-off date.
fn calendar(study: &StudyAsOf) -> Value {
    let steps = study.calendar.steps.iter().map(|step| {
        let mut value = json!(step);
        if let Some(object) = value.as_object_mut() {
            object.insert("state".to_owned(), json!(study.step_state(step)));
        }
        value
    });
    Value::Array(steps.collect())
}

/// Recommendations with the name of the responsible body beside its id.
fn recommendations(study: &Study) -> Value {
    let list = study.recommendations.recommendations.iter().map(|r| named_body(study, json!(r)));
    Value::Array(list.collect())
}

/// Events whose decisions have the name of the responsible body beside its id.
fn events(study: &Study, events: &[Event]) -> Value {
    let list = events.iter().map(|event| {
        let mut value = json!(event);
        if let Some(decisions) = value.get_mut("decisions").and_then(Value::as_array_mut) {
            decisions.iter_mut().for_each(|decision| *decision = named_body(study, decision.take()));
        }
        value
    });
    Value::Array(list.collect())
}

/// An object with the name of the body whose id it has as `body`.
fn named_body(study: &Study, mut value: Value) -> Value {
    let id = value.get("body").and_then(Value::as_str);
    let body = study.passport.bodies.iter().find(|body| id == Some(body.id.as_str()));
    let name = body.map(|body| json!(body.name));
    if let (Some(object), Some(name)) = (value.as_object_mut(), name) {
        object.insert("body_name".to_owned(), name);
    }
    value
}

/// Texts become the string of the language, nulls and missing texts go.
pub fn localise(value: Value, language: &str, languages: &[String]) -> Value {
    match value {
        Value::Object(mut object) if is_localised(&object, languages) => {
            object.swap_remove(language).unwrap_or(Value::Null)
        }
        Value::Object(object) => Value::Object(
            object
                .into_iter()
                .map(|(key, inner)| (key, localise(inner, language, languages)))
                .filter(|(_, inner)| !inner.is_null())
                .collect::<Map<_, _>>(),
        ),
        Value::Array(array) => {
            Value::Array(array.into_iter().map(|v| localise(v, language, languages)).collect())
        }
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => other,
    }
}
