//! What templates see: study and facts as plain values in one language.

use serde_json::{Value, json};
use tera::value::Key;

use super::plain::{InLanguage, Plain};
use crate::facts::Facts;
use crate::study::outcome::Event;
use crate::study::{Study, StudyAsOf};

/// The values of [`Variables`](super::Variables) with their names, in the order in which their numbers are listed, and
/// how many values they are.
pub(super) fn named(
    study: &StudyAsOf,
    facts: &Facts,
    language: &str,
) -> (Vec<(&'static str, tera::Value)>, u64) {
    let in_language = InLanguage::new(language, &study.passport.languages);
    let mut naming = Naming::default();
    let planned = json!({"start": study.fieldwork.planned_start, "end": study.fieldwork.planned_end});
    let mut of = |name: &'static str, plain: Result<Plain, std::fmt::Error>| {
        // Only a map whose keys are no texts cannot be told of, and the study has none.
        (name, naming.value(plain.unwrap_or(Plain::Null), name))
    };
    let variables = vec![
        of("language", in_language.plain(language)),
        of("study", in_language.plain(&study.passport)),
        of("sample", in_language.plain(&study.sample)),
        of("territories", in_language.plain(&study.territories.territories)),
        of("instruments", in_language.plain(&study.instruments.instruments)),
        of("planned_fieldwork", in_language.plain(&planned)),
        of("breakdowns", in_language.plain(&study.codebook.breakdowns)),
        of("questionnaire", in_language.plain(&study.codebook)),
        of("recommendations", in_language.plain(&recommendations(study))),
        of("events", in_language.plain(&events(study, &study.events.events))),
        of("upcoming", in_language.plain(&events(study, study.upcoming()))),
        of("calendar", in_language.plain(&calendar(study))),
        of("facts", in_language.plain(facts)),
    ];
    (variables, naming.count)
}

/// Variables that are objects: a path that begins with one is an id as it stands.
pub const ROOTS: &[&str] = &["facts", "sample", "study", "questionnaire", "planned_fieldwork"];

/// The key by which an object of a list, and one inside the facts, carries its id: `facts.indices.utilities`.
pub const HIDDEN_ID: &str = "_id";

/// Lists whose objects are unique in the whole study: their ids begin anew, which keeps them short.
const UNIQUE: &[&str] = &["questions"];

/// How ids of what is inside the facts begin. Elsewhere the keys of an object may be the study's own.
const FACTS: &[&str] = &["facts.", "questions."];

/// Makes values of plain ones and gives every object of a list its id, made of the way there and of its own `id` or
/// `code` or place.
#[derive(Default)]
struct Naming {
    /// How many values were made.
    count: u64,
}

impl Naming {
    /// The value at a path.
    fn value(&mut self, plain: Plain, path: &str) -> tera::Value {
        self.count += 1;
        match plain {
            Plain::Null => tera::Value::none(),
            Plain::Leaf(leaf) => leaf,
            Plain::List(list) => {
                let values = list.into_iter().enumerate().map(|(place, inner)| {
                    let own = ["id", "code"].iter().find_map(|key| inner.text(key));
                    let id = own.map_or_else(|| format!("{path}[{place}]"), |own| format!("{path}.{own}"));
                    self.inner(inner, id, true)
                });
                tera::Value::from(values.collect::<Vec<_>>())
            }
            Plain::Object(fields) => tera::Value::from(self.fields(fields, path)),
        }
    }

    /// A value inside another; an object carries its id where it `is_named`.
    fn inner(&mut self, plain: Plain, id: String, is_named: bool) -> tera::Value {
        let Plain::Object(fields) = plain else { return self.value(plain, &id) };
        self.count += 1;
        let mut map = self.fields(fields, &id);
        if is_named {
            self.count += 1;
            map.insert(Key::Str(HIDDEN_ID), id.into());
        }
        tera::Value::from(map)
    }

    fn fields(&mut self, fields: Vec<(Key<'static>, Plain)>, path: &str) -> tera::Map {
        let mut map = tera::Map::with_capacity(fields.len() + 1);
        for (key, inner) in fields {
            let name = key.as_str().unwrap_or_default();
            let value = match inner {
                Plain::Null | Plain::Leaf(_) => self.value(inner, path),
                Plain::List(_) | Plain::Object(_) => {
                    let id = if UNIQUE.contains(&name) { name.to_owned() } else { format!("{path}.{name}") };
                    let is_named = FACTS.iter().any(|root| id.starts_with(root));
                    self.inner(inner, id, is_named)
                }
            };
            map.insert(key, value);
        }
        map
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
