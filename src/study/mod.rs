//! The input contract: serde types of the study folder's files, loading, validation, JSON Schema.
//!
//! A study is a folder of JSON files, each declared once in the registry ([`FILES`]). [`read`] reads all of them
//! and collects every fault with its place; the room `check` then holds the [`Study`] to its rules. What was known
//! of a study at the end of a day is a [`StudyAsOf`].

mod as_of;
pub mod authored;
mod edition;
mod load;
mod normal;
pub mod outcome;
pub mod passport;
mod picture;
pub mod qualitative;
mod registry;
pub mod results;
mod schema;
pub mod survey;
pub mod tabulation;
mod text;
mod thresholds;
mod time;
pub mod words;

pub use as_of::{StepState, StudyAsOf};
pub use edition::redact;
pub use load::{LoadOutcome, locate, read};
pub use normal::upper_quantile;
pub use picture::{Picture, Pictures};
pub use registry::{ContractFile, FILES, GivenId, Privacy, Study, contract_file, given_ids};
pub use schema::{schema, schema_text};
pub use text::{Forms, Id, LocalizedText, Name, is_localised};
pub use thresholds::{StudyThresholds, TermDemand, Thresholds, Tolerances};
pub use time::TimeOfDay;

/// Rings of points (longitude, latitude, in degrees): the edge first, then the holes.
pub type Polygon = Vec<Vec<(f64, f64)>>;

/// Polygons by the id of their territory.
pub type Boundaries = std::collections::BTreeMap<String, Vec<Polygon>>;

/// The known word nearest to a mistyped one, where one is near enough to be meant. Ids that differ by
/// their numbers alone are two things, not a slip.
pub fn nearest<'a>(word: &str, known: &'a [String]) -> Option<&'a String> {
    let letters = |text: &str| text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    let own = letters(word);
    known
        .iter()
        .filter(|k| letters(k) != own)
        .map(|k| (strsim::normalized_damerau_levenshtein(word, k), k))
        .filter(|(similarity, _)| *similarity > 0.7)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, k)| k)
}
