//! The input contract: serde types of the study folder's files, loading, validation, JSON Schema.
//!
//! A study is a folder of JSON files, each declared once in the registry ([`FILES`]). [`read`] reads all of them
//! and collects every fault with its place; the room `check` then holds the [`Study`] to its rules. What was known
//! of a study at the end of a day is a [`StudyAsOf`].

mod as_of;
pub mod authored;
mod edition;
mod json_line;
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

pub use crate::diag::nearest;
pub use json_line::json_line;

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

/// Version of the contract: what the files of a study hold. It rises with a release that adds files or fields, and with
/// it `templates/study/study.json`; what is taken away or changes its meaning needs a step in `esep convert`, too.
pub const SCHEMA_VERSION: u16 = 2;

/// Rings of points (longitude, latitude, in degrees): the edge first, then the holes.
pub type Polygon = Vec<Vec<(f64, f64)>>;

/// Polygons by the id of their territory.
pub type Boundaries = std::collections::BTreeMap<String, Vec<Polygon>>;
