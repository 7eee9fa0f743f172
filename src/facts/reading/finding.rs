//! A finding: where its figure stands, what became of it, how its group stands among the others, and which sources
//! agree on it.

use serde::Serialize;

use super::change::StageChange;
use super::evidence::{Known, Sources};
use super::extreme::Estimated;
use super::measured::Measured;
use crate::facts::findings::{Change, FindingGroup, FindingGroups, KeyFigure};
use crate::study::LocalizedText;
use crate::study::outcome::{Finding, Measure};

/// What is known about a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingReading {
    /// What proves it, and where that stands in a report.
    pub proof: Proof,
    /// What became of its figure since the earlier results.
    pub change: StageChange,
    /// Of a finding about one group: its place among the groups of the breakdown.
    pub group: Option<GroupPlace>,
    /// Which sources it rests on.
    pub sources: Sources,
    /// Of a share: of whom it is.
    pub measured: Option<Measured>,
}

/// What proves a finding: the measure that it names, else the first question among its evidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Proof {
    /// The risk score of a territory.
    Territory {
        /// Id of the territory.
        id: String,
    },
    /// The value of an index.
    Index {
        /// Id of the index.
        id: String,
    },
    /// The share in one group: the finding's own table of groups.
    Groups {
        /// Id of the question.
        question: String,
    },
    /// The answers to a question.
    Question {
        /// Id of the question.
        question: String,
    },
    /// Nothing measured: it rests on experts, focus groups or cases.
    None,
}

/// A group among the others: highest or lowest where its interval overlaps that of no other group with a base that is
/// ranked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupPlace {
    /// Where it stands.
    pub kind: GroupPlaceKind,
    /// The breakdown.
    pub breakdown: LocalizedText,
    /// The group of the finding.
    pub own: FindingGroup,
    /// The group at the other end, where it was compared: the lowest of a high group, the highest of a low one.
    pub against: Option<FindingGroup>,
    /// Between the two, percentage points.
    pub difference: Option<f64>,
}

/// Where a group stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupPlaceKind {
    /// Above all others.
    Highest,
    /// Below all others.
    Lowest,
    /// Not clear of the others on either side, or too small to say.
    NotDistinguishable,
}

impl FindingReading {
    /// Reads a finding; its figures, their comparison and its groups are those of its facts.
    pub(in crate::facts) fn new(
        known: &Known,
        finding: &Finding,
        change: StageChange,
        (measured, groups): (Option<Measured>, Option<&FindingGroups>),
    ) -> Self {
        let code = match &finding.measure {
            Some(Measure::Share { by: Some(by), .. }) => by.codes().next(),
            _ => None,
        };
        Self {
            proof: proof(known, finding, groups),
            change,
            group: groups.zip(code).and_then(|(groups, code)| GroupPlace::new(groups, code)),
            sources: known.sources(&finding.evidence),
            measured,
        }
    }
}

fn proof(known: &Known, finding: &Finding, groups: Option<&FindingGroups>) -> Proof {
    match &finding.measure {
        Some(Measure::Risk(id)) if known.territories.contains(id.as_str()) => {
            return Proof::Territory { id: id.to_string() };
        }
        Some(Measure::Index(id)) if known.indices.contains(id.as_str()) => {
            return Proof::Index { id: id.to_string() };
        }
        Some(Measure::Share { question, .. }) if known.questions.contains(question.as_str()) => {
            let question = question.to_string();
            return if groups.is_some() { Proof::Groups { question } } else { Proof::Question { question } };
        }
        _ => {}
    }
    let first = finding.evidence.iter().find(|id| known.questions.contains(id.as_str()));
    first.map_or(Proof::None, |id| Proof::Question { question: id.to_string() })
}

/// What became of a finding's figure, from the same comparison as [`Change`].
pub(in crate::facts) fn change(
    (now, before): (Option<KeyFigure>, Option<KeyFigure>),
    change: Option<Change>,
    redefined: Option<&LocalizedText>,
) -> StageChange {
    let (Some(now), Some(before), Some(change)) = (now, before, change) else { return StageChange::First };
    let previous = before.value;
    let difference = (now.value - before.value).abs();
    match change {
        Change::Higher => StageChange::Rose { previous, difference },
        Change::Lower => StageChange::Fell { previous, difference },
        Change::Within => StageChange::Within { previous },
        Change::NotComparable => {
            StageChange::NotComparable { previous, what: redefined.cloned().unwrap_or_default() }
        }
    }
}

impl Estimated for FindingGroup {
    fn interval(&self) -> (f64, f64) {
        (self.low.unwrap_or(f64::NEG_INFINITY), self.high.unwrap_or(f64::INFINITY))
    }

    fn exact(&self) -> f64 {
        self.percent.unwrap_or_default()
    }
}

impl GroupPlace {
    /// The place of the group with a code among all groups.
    pub(in crate::facts) fn new(groups: &FindingGroups, code: &str) -> Option<Self> {
        let own = groups.groups.iter().find(|g| g.code == code)?;
        let others: Vec<&FindingGroup> =
            groups.groups.iter().filter(|g| g.code != code && g.base_class.is_ranked()).collect();
        let (low, high) = own.interval();
        let is_compared = own.base_class.is_ranked() && !others.is_empty();
        let kind = if is_compared && others.iter().all(|o| low > o.interval().1) {
            GroupPlaceKind::Highest
        } else if is_compared && others.iter().all(|o| high < o.interval().0) {
            GroupPlaceKind::Lowest
        } else {
            GroupPlaceKind::NotDistinguishable
        };
        let order = |a: &&&FindingGroup, b: &&&FindingGroup| a.exact().total_cmp(&b.exact());
        let against = match kind {
            GroupPlaceKind::Highest => others.iter().min_by(order),
            GroupPlaceKind::Lowest => others.iter().max_by(order),
            GroupPlaceKind::NotDistinguishable => None,
        };
        Some(Self {
            kind,
            breakdown: groups.label.clone(),
            own: own.clone(),
            difference: against.map(|other| (own.exact() - other.exact()).abs()),
            against: against.map(|other| (*other).clone()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{GroupPlace, GroupPlaceKind};
    use crate::facts::findings::{FindingGroup, FindingGroups};
    use crate::facts::reading::example::text;
    use crate::facts::stats::Base;
    use crate::study::Thresholds;

    fn group(code: &str, n: u32, percent: f64, spread: f64) -> FindingGroup {
        let base_class = Base::of(n, &Thresholds::embedded());
        let shown = |value: f64| base_class.is_shown().then_some(value);
        FindingGroup {
            code: code.to_owned(),
            label: text(code),
            n,
            base_class,
            percent: shown(percent),
            low: shown(percent - spread),
            high: shown(percent + spread),
        }
    }

    fn groups(groups: Vec<FindingGroup>) -> FindingGroups {
        FindingGroups {
            question: "q".into(),
            item: None,
            answers: Vec::new(),
            label: text("sex"),
            groups,
            own: "f".into(),
            overall: None,
        }
    }

    #[test]
    fn two_groups_apart_are_highest_and_lowest() {
        let all = groups(vec![group("f", 300, 64.46, 4.0), group("m", 300, 47.55, 4.0)]);
        let women = GroupPlace::new(&all, "f").expect("a group");
        assert_eq!(women.kind, GroupPlaceKind::Highest);
        assert!(women.difference.is_some_and(|d| (d - 16.91).abs() < 1e-9), "{women:?}");
        assert_eq!(GroupPlace::new(&all, "m").map(|p| p.kind), Some(GroupPlaceKind::Lowest));
        assert_eq!(GroupPlace::new(&all, "x").map(|p| p.kind), None);
    }

    #[test]
    fn small_groups_are_neither_placed_nor_compared() {
        let all =
            groups(vec![group("a", 59, 90.0, 4.0), group("b", 300, 50.0, 4.0), group("c", 60, 40.0, 4.0)]);
        assert_eq!(GroupPlace::new(&all, "a").map(|p| p.kind), Some(GroupPlaceKind::NotDistinguishable));
        assert_eq!(GroupPlace::new(&all, "b").map(|p| p.kind), Some(GroupPlaceKind::Highest));
        let alone = groups(vec![group("a", 300, 90.0, 4.0), group("b", 29, 10.0, 4.0)]);
        assert_eq!(GroupPlace::new(&alone, "a").map(|p| p.kind), Some(GroupPlaceKind::NotDistinguishable));
    }
}
