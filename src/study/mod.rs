//! The input contract: serde types of the study folder's files, loading, validation, JSON Schema.
//!
//! A study is a folder of JSON files (one type each, listed in [`FILES`]). [`read`] reads all of them and
//! collects every fault with its place; the room `check` then holds the [`Study`] to its rules.

pub mod authored;
mod clock;
mod edition;
mod load;
pub mod outcome;
pub mod passport;
mod picture;
pub mod qualitative;
pub mod results;
mod schema;
pub mod survey;
mod text;
pub mod words;

pub use clock::Clock;
pub use edition::withhold;
pub use load::{Readings, locate, read};
pub use picture::{Picture, Pictures};
pub use schema::{FILES, schema, schema_text};
pub use text::{Forms, Id, LocalizedText, Name, is_localised};

use authored::Authored;
use outcome::{Calendar, Coverage, Events, Recommendations};
use passport::Passport;
use qualitative::{Cases, Experts, FocusGroups};
use results::{Codebook, Indices, Results, Risk};
use survey::{Fieldwork, Instruments, Sample, Territories};

/// Rings of points (longitude, latitude, in degrees): the edge first, then the holes.
pub type Polygon = Vec<Vec<(f64, f64)>>;

/// Polygons by the id of their territory.
pub type Boundaries = std::collections::BTreeMap<String, Vec<Polygon>>;

/// A whole study, all dates and stages of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    pub passport: Passport,
    pub codebook: Codebook,
    pub sample: Sample,
    /// Results by file, in the order of their dates.
    pub results: Vec<Results>,
    pub territories: Territories,
    /// Boundaries by territory; empty where the study gives none.
    pub boundaries: Boundaries,
    pub instruments: Instruments,
    pub fieldwork: Fieldwork,
    pub indices: Indices,
    pub risk: Risk,
    pub experts: Experts,
    pub focus_groups: FocusGroups,
    pub cases: Cases,
    pub recommendations: Recommendations,
    pub coverage: Coverage,
    pub events: Events,
    pub calendar: Calendar,
    /// Photographs and logos by their files.
    pub pictures: Pictures,
    /// Texts that the authors wrote by hand.
    pub authored: Vec<Authored>,
    /// Sentences that the study says otherwise than the program.
    pub words: Vec<words::Words>,
}

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
