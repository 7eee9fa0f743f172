//! The study and its facts as of the cut-off dates of a run: each computed once, shared by all documents.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::derivations::Known;
use super::job::Job;
use super::per_language::PerLanguage;
use crate::facts::Facts;
use crate::source::Digest;
use crate::study::{Study, StudyAsOf};
use crate::template::Variables;

/// What is known at the end of a day.
pub struct StudyFacts {
    /// The study without what is dated later.
    pub study: StudyAsOf,
    /// What follows from it.
    pub facts: Facts,
    /// Digest of the study's files on that day, once it was taken.
    pub digest: OnceLock<Digest>,
    variables: PerLanguage<Variables>,
    known: PerLanguage<Known>,
}

impl StudyFacts {
    fn new(study: StudyAsOf) -> Self {
        let facts = Facts::new(&study);
        let (variables, known) = (PerLanguage::default(), PerLanguage::default());
        Self { study, facts, digest: OnceLock::new(), variables, known }
    }

    /// What the templates of a language see.
    pub(super) fn variables(&self, language: &str) -> Arc<Variables> {
        self.variables.get(language, || Variables::new(&self.study, &self.facts, language))
    }

    /// All data with their names in a language.
    pub(super) fn known(&self, language: &str) -> Arc<Known> {
        let known = || Known::new(&self.study, &self.facts, self.variables(language));
        self.known.get(language, known)
    }
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
        let compute = || StudyFacts::new(study.as_presented(job.cutoff, job.presented_at.as_deref()));
        self.0.get(&day(job)).map(|once| once.get_or_init(compute))
    }

    /// Lets go what is kept of a document's day for its language, where none of the documents to come needs it.
    pub fn done(&self, job: &Job, to_come: &[&Job]) {
        let is_same = |other: &&Job| day(other) == day(job) && other.language == job.language;
        if let Some(facts) =
            self.0.get(&day(job)).and_then(OnceLock::get).filter(|_| !to_come.iter().any(is_same))
        {
            facts.variables.forget(&job.language);
            facts.known.forget(&job.language);
        }
    }
}

fn day(job: &Job) -> Day {
    (job.cutoff, job.presented_at.clone())
}
