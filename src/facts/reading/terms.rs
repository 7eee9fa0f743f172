//! The terms of the grant together: how many are met, ahead, waived, missed.

use serde::Serialize;

use crate::facts::terms::{Term, TermState};
use crate::study::passport::TermId;

/// The terms that apply to the study, by state at the cut-off date.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TermsReading {
    /// The reading, by its `kind`.
    pub kind: TermsKind,
    /// How many apply.
    pub count: usize,
    /// Met.
    pub met: Vec<TermId>,
    /// Not yet met, and not due.
    pub ahead: Vec<TermId>,
    /// Not met, and waived by the customer.
    pub waived: Vec<TermId>,
    /// Not met when due.
    pub missed: Vec<TermId>,
}

/// What can be said of the terms in one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TermsKind {
    /// The study has no grant.
    None,
    /// All are met.
    AllMet,
    /// All are met, or waived by the customer.
    AllMetOrWaived,
    /// Some are still ahead, none is missed.
    UnderWay,
    /// At least one is missed.
    SomeMissed,
}

impl TermsReading {
    /// Reads the terms.
    pub fn new(terms: &[Term]) -> Self {
        let of = |states: &[TermState]| -> Vec<TermId> {
            terms.iter().filter(|t| t.applies && states.contains(&t.state)).map(|t| t.id).collect()
        };
        let (met, ahead) = (of(&[TermState::Met]), of(&[TermState::NotStarted, TermState::Pending]));
        let (waived, missed) = (of(&[TermState::Waived]), of(&[TermState::Missed]));
        let count = met.len() + ahead.len() + waived.len() + missed.len();
        let kind = match (count, missed.len(), ahead.len(), waived.len()) {
            (0, _, _, _) => TermsKind::None,
            (_, 1.., _, _) => TermsKind::SomeMissed,
            (_, 0, 1.., _) => TermsKind::UnderWay,
            (_, 0, 0, 1..) => TermsKind::AllMetOrWaived,
            (_, 0, 0, 0) => TermsKind::AllMet,
        };
        Self { kind, count, met, ahead, waived, missed }
    }
}

#[cfg(test)]
mod tests {
    use super::{TermsKind, TermsReading};
    use crate::facts::terms::{Term, TermState};
    use crate::study::passport::TermId;

    fn read(states: &[TermState], applies: bool) -> TermsReading {
        let term = |state: &TermState| Term {
            id: TermId::Cases,
            threshold: 1,
            achieved: 1,
            state: *state,
            waiver: None,
            applies,
        };
        TermsReading::new(&states.iter().map(term).collect::<Vec<_>>())
    }

    #[test]
    fn the_worst_state_decides() {
        use TermState::{Met, Missed, Pending, Waived};
        assert_eq!(read(&[Met, Met], true).kind, TermsKind::AllMet);
        assert_eq!(read(&[Met, Waived], true).kind, TermsKind::AllMetOrWaived);
        assert_eq!(read(&[Met, Waived, Pending], true).kind, TermsKind::UnderWay);
        let missed = read(&[Met, Pending, Missed], true);
        assert_eq!((missed.kind, missed.count, missed.ahead.len()), (TermsKind::SomeMissed, 3, 1));
        assert_eq!(read(&[Met], false).kind, TermsKind::None);
        assert_eq!(read(&[], true).kind, TermsKind::None);
    }
}
