//! The study and its facts as of the cut-off dates of a run: each computed once, shared by the documents of all
//! languages.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::job::Job;
use crate::facts::Facts;
use crate::source::Digest;
use crate::study::{Study, StudyAsOf};

/// What is known at the end of a day.
pub struct StudyFacts {
    /// The study without what is dated later.
    pub study: StudyAsOf,
    /// What follows from it.
    pub facts: Facts,
    /// Digest of the study's files on that day, once it was taken.
    pub digest: OnceLock<Digest>,
}

/// What is known at the end of each day that a run asks for; computed for the first document that does.
pub struct CutOffs(BTreeMap<Day, OnceLock<StudyFacts>>);

/// A day, and the event at which a document of it is presented.
type Day = (Date, Option<String>);

impl CutOffs {
    /// Of the days of these documents.
    pub fn new<'j>(jobs: impl Iterator<Item = &'j Job>) -> Self {
        Self(jobs.map(|job| (day(job), OnceLock::new())).collect())
    }

    /// What a document knows of a study; `None` for a document whose day was not named before.
    pub fn of(&self, study: &Study, job: &Job) -> Option<&StudyFacts> {
        let compute = || {
            let study = study.as_presented(job.cutoff, job.presented_at.as_deref());
            StudyFacts { facts: Facts::new(&study), study, digest: OnceLock::new() }
        };
        self.0.get(&day(job)).map(|once| once.get_or_init(compute))
    }
}

fn day(job: &Job) -> Day {
    (job.cutoff, job.presented_at.clone())
}
