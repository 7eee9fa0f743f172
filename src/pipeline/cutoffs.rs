//! The study and its facts as of the cut-off dates of a run: each computed once, shared by the documents of all
//! languages.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::facts::Facts;
use crate::study::{Study, StudyAsOf};

/// What is known at the end of a day.
pub struct StudyFacts {
    /// The study without what is dated later.
    pub study: StudyAsOf,
    /// What follows from it.
    pub facts: Facts,
}

/// What is known at the end of each day that a run asks for; computed for the first document that does.
pub struct CutOffs(BTreeMap<Date, OnceLock<StudyFacts>>);

impl CutOffs {
    /// Of these days.
    pub fn new(days: impl Iterator<Item = Date>) -> Self {
        Self(days.map(|day| (day, OnceLock::new())).collect())
    }

    /// What is known of a study at the end of a day; `None` for a day that was not named before.
    pub fn of_day(&self, study: &Study, day: Date) -> Option<&StudyFacts> {
        let compute = || {
            let study = study.as_of(day);
            StudyFacts { facts: Facts::new(&study), study }
        };
        self.0.get(&day).map(|once| once.get_or_init(compute))
    }
}
