//! The input contract: serde types of the study folder's files, loading, validation, JSON Schema.
//!
//! A study is a folder of JSON files (one type each, listed in [`FILES`]). [`load`] reads all of them,
//! collects every fault with its place, and hands on a [`Study`] in which every id resolves.

mod load;
pub mod outcome;
pub mod passport;
pub mod qualitative;
pub mod results;
mod rules;
mod schema;
pub mod survey;
mod text;

pub use load::{Loaded, load};
pub use schema::{FILES, schema};
pub use text::{Forms, Id, Name, Text, is_localised};

use outcome::{Calendar, Coverage, Events, Recommendations};
use passport::Passport;
use qualitative::{Cases, Experts, FocusGroups};
use results::{Codebook, Indices, Results, Risk};
use survey::{Fieldwork, Instruments, Sample, Territories};

/// A whole study, all dates and stages of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    pub passport: Passport,
    pub codebook: Codebook,
    pub sample: Sample,
    /// Results by file, in the order of their dates.
    pub results: Vec<Results>,
    pub territories: Territories,
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
}
