//! Which ids of the study have data at the cut-off date, and which sources a piece of evidence belongs to.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::study::passport::Edition;
use crate::study::{Id, StudyAsOf};

/// The ids that have data at the cut-off date.
#[derive(Debug, Default)]
pub struct Known {
    /// Questions with results.
    pub questions: BTreeSet<String>,
    /// Indices with a value.
    pub indices: BTreeSet<String>,
    /// Territories with a score.
    pub territories: BTreeSet<String>,
    /// Experts interviewed.
    pub experts: BTreeSet<String>,
    /// Focus groups held.
    pub focus_groups: BTreeSet<String>,
    /// Cases registered, with their territories; none of those that the public edition redacts.
    pub cases: BTreeMap<String, Option<String>>,
}

impl Known {
    /// What is known of a study as of a day.
    pub(in crate::facts) fn new(study: &StudyAsOf) -> Self {
        let stage = study.stage();
        let is_public = study.passport.edition == Edition::Public;
        let records = study.latest_results().into_iter().flat_map(|r| &r.records).filter(|r| r.by.is_none());
        let indices = study.indices.indices.iter();
        let scores = study.risk.scores.iter().filter(|s| Some(s.stage) == stage);
        Self {
            questions: records
                .map(|r| r.question.as_str())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .map(str::to_owned)
                .collect(),
            indices: indices
                .filter(|i| i.values.iter().any(|v| Some(v.stage) == stage && v.by.is_none()))
                .map(|i| i.id.to_string())
                .collect(),
            territories: scores.filter_map(|s| s.territory.as_ref()).map(ToString::to_string).collect(),
            experts: study.experts.experts.iter().map(|e| e.id.to_string()).collect(),
            focus_groups: study.focus_groups.groups.iter().map(|g| g.id.to_string()).collect(),
            cases: study
                .cases
                .cases
                .iter()
                .map(|c| (c.id.to_string(), (!c.restricted || !is_public).then(|| c.territory.to_string())))
                .collect(),
        }
    }

    /// The sources among some evidence.
    pub fn sources(&self, evidence: &[Id]) -> Sources {
        let count = |of: &dyn Fn(&str) -> bool| evidence.iter().filter(|id| of(id.as_str())).count();
        Sources::new(
            count(&|id| {
                self.questions.contains(id) || self.indices.contains(id) || self.territories.contains(id)
            }),
            count(&|id| self.experts.contains(id)),
            count(&|id| self.focus_groups.contains(id)),
            count(&|id| self.cases.contains_key(id)),
        )
    }
}

/// The sources among the evidence of a finding or recommendation, as counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sources {
    /// What they are together.
    pub kind: SourcesKind,
    /// Questions, indices and territories of the mass survey.
    pub survey: usize,
    /// Experts.
    pub experts: usize,
    /// Focus groups.
    pub focus_groups: usize,
    /// Problem cases.
    pub cases: usize,
    /// How many of the four are there.
    pub count: usize,
}

/// How sources stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourcesKind {
    /// All four.
    All,
    /// The survey and another source.
    SurveyAndOthers,
    /// The survey alone: there is nothing to compare it with.
    SurveyOnly,
    /// Other sources, not the survey.
    OthersOnly,
    /// None by the cut-off date.
    None,
}

impl Sources {
    /// Of the counts of survey, experts, focus groups and cases.
    pub fn new(survey: usize, experts: usize, focus_groups: usize, cases: usize) -> Self {
        let others = [experts, focus_groups, cases].iter().filter(|n| **n > 0).count();
        let kind = match (survey > 0, others) {
            (true, 3) => SourcesKind::All,
            (true, 1..) => SourcesKind::SurveyAndOthers,
            (true, 0) => SourcesKind::SurveyOnly,
            (false, 1..) => SourcesKind::OthersOnly,
            (false, 0) => SourcesKind::None,
        };
        Self { kind, survey, experts, focus_groups, cases, count: others + usize::from(survey > 0) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Sources, SourcesKind};

    #[test]
    fn sources_are_counted_by_kind() {
        assert_eq!((Sources::new(2, 3, 1, 1).kind, Sources::new(2, 3, 1, 1).count), (SourcesKind::All, 4));
        assert_eq!(Sources::new(1, 0, 0, 4).kind, SourcesKind::SurveyAndOthers);
        assert_eq!(Sources::new(1, 0, 0, 0).kind, SourcesKind::SurveyOnly);
        assert_eq!(Sources::new(0, 1, 0, 0).kind, SourcesKind::OthersOnly);
        assert_eq!(Sources::new(0, 0, 0, 0).kind, SourcesKind::None);
    }
}
