//! The register of problem cases: severity against state, and the fullest category.

use serde::Serialize;

use super::count::{MostFrequent, Tally};
use crate::study::LocalizedText;
use crate::study::passport::Level;
use crate::study::qualitative::{Case, CaseState};

/// What the register says; counts only.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CasesReading {
    /// What became of the cases of high severity.
    pub kind: AcuteKind,
    /// Those of high severity, by state.
    pub acute: StateCounts,
    /// All, by state.
    pub all: StateCounts,
    /// Severity against state, the highest first.
    pub grid: Vec<SeverityRow>,
    /// Categories that have a case.
    pub categories: usize,
    /// The category with most cases; undefined where there are none.
    pub fullest: Option<MostFrequent>,
}

/// What became of the cases of high severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AcuteKind {
    /// There are no cases.
    NoCases,
    /// No case is of high severity.
    NoAcute,
    /// All are solved.
    AllSolved,
    /// Some are solved.
    SomeSolved,
    /// None is.
    NoneSolved,
}

/// Cases by state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct StateCounts {
    /// All of them.
    pub count: usize,
    /// Not yet considered.
    pub open: usize,
    /// Being solved.
    pub in_progress: usize,
    /// Solved.
    pub resolved: usize,
    /// Open or being solved.
    pub unsolved: usize,
}

/// The cases of one severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SeverityRow {
    /// The severity.
    pub severity: Level,
    /// Its cases by state.
    #[serde(flatten)]
    pub states: StateCounts,
}

impl StateCounts {
    fn of<'a>(cases: impl Iterator<Item = &'a Case>) -> Self {
        let mut counts = Self::default();
        for case in cases {
            counts.count += 1;
            match case.state {
                CaseState::Open => counts.open += 1,
                CaseState::InProgress => counts.in_progress += 1,
                CaseState::Resolved => counts.resolved += 1,
            }
        }
        counts.unsolved = counts.open + counts.in_progress;
        counts
    }
}

impl CasesReading {
    /// Reads the cases known at the cut-off date; `categories` are their labels with counts.
    pub fn new(cases: &[Case], categories: &[(&str, &LocalizedText, usize)]) -> Self {
        let of = |level: Level| StateCounts::of(cases.iter().filter(|c| c.severity == level));
        let acute = of(Level::High);
        let kind = match (cases.len(), acute.count, acute.resolved) {
            (0, _, _) => AcuteKind::NoCases,
            (_, 0, _) => AcuteKind::NoAcute,
            (_, all, solved) if all == solved => AcuteKind::AllSolved,
            (_, _, 0) => AcuteKind::NoneSolved,
            _ => AcuteKind::SomeSolved,
        };
        let tallies = categories.iter().map(|(code, label, count)| Tally::new(code, label, *count));
        Self {
            kind,
            acute,
            all: StateCounts::of(cases.iter()),
            grid: [Level::High, Level::Medium, Level::Low]
                .map(|severity| SeverityRow { severity, states: of(severity) })
                .to_vec(),
            categories: categories.iter().filter(|(_, _, count)| *count > 0).count(),
            fullest: MostFrequent::of(tallies),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AcuteKind, CasesReading};
    use crate::facts::reading::example::{case, text};
    use crate::study::passport::Level;
    use crate::study::qualitative::CaseState;

    fn kind(cases: &[(Level, CaseState)]) -> CasesReading {
        let all: Vec<_> = cases.iter().map(|(level, state)| case(*level, *state)).collect();
        CasesReading::new(&all, &[("water", &text("water"), all.len())])
    }

    #[test]
    fn acute_cases_are_counted_by_state() {
        use CaseState::{InProgress, Open, Resolved};
        let found = kind(&[
            (Level::High, Open),
            (Level::High, InProgress),
            (Level::High, Resolved),
            (Level::Low, Resolved),
        ]);
        assert_eq!((found.kind, found.acute.unsolved, found.acute.resolved), (AcuteKind::SomeSolved, 2, 1));
        assert_eq!((found.all.resolved, found.grid[2].states.count), (2, 1));
        assert_eq!(kind(&[(Level::High, Resolved)]).kind, AcuteKind::AllSolved);
        assert_eq!(kind(&[(Level::High, Open)]).kind, AcuteKind::NoneSolved);
        assert_eq!(kind(&[(Level::Medium, Open)]).kind, AcuteKind::NoAcute);
    }

    #[test]
    fn no_cases_have_no_fullest_category() {
        let none = kind(&[]);
        assert_eq!((none.kind, none.fullest, none.categories), (AcuteKind::NoCases, None, 0));
    }
}
