//! Which words each kind of reading allows: what the lint of claims asks instead of the text of a condition.

use serde::{Deserialize, Serialize};

use super::question::Verdict;

/// What a sentence may say only where a reading shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Claim {
    /// More than half, with the whole interval: "most", "the majority".
    Majority,
    /// An order or a difference that is shown, or said not to be: "most often", "significantly", "differ".
    Difference,
}

/// The kinds that allow a claim, as templates ask for them: `reading.kind == "majority"`. A kind has one meaning in
/// all readings; those that deny a difference (`none-proven`, `divided`, `tied`, `within`) allow its words, too.
const ALLOWING: &[(&str, &[Claim])] = &[
    // Questions.
    ("majority", &[Claim::Majority, Claim::Difference]),
    ("majority-for", &[Claim::Majority, Claim::Difference]),
    ("majority-against", &[Claim::Majority, Claim::Difference]),
    ("clear-leader", &[Claim::Difference]),
    ("tied-leaders", &[Claim::Difference]),
    ("more-for", &[Claim::Difference]),
    ("more-against", &[Claim::Difference]),
    ("divided", &[Claim::Difference]),
    // Across questions.
    ("unites-only", &[Claim::Majority, Claim::Difference]),
    ("unites-and-divides", &[Claim::Majority, Claim::Difference]),
    ("divides-only", &[Claim::Difference]),
    // Groups.
    ("differ", &[Claim::Difference]),
    ("none-proven", &[Claim::Difference]),
    // Places, ranges.
    ("clear", &[Claim::Difference]),
    ("tied", &[Claim::Difference]),
    ("unproven", &[Claim::Difference]),
    ("apart", &[Claim::Difference]),
    ("overlapping", &[Claim::Difference]),
    ("highest", &[Claim::Difference]),
    ("lowest", &[Claim::Difference]),
    ("not-distinguishable", &[Claim::Difference]),
    // Since the earlier stage.
    ("rose", &[Claim::Difference]),
    ("fell", &[Claim::Difference]),
    ("moved", &[Claim::Difference]),
    ("within", &[Claim::Difference]),
    // Territories.
    ("some-high", &[Claim::Difference]),
    ("none-high", &[Claim::Difference]),
];

/// The kinds of reading that allow a claim.
pub fn allowing(claim: Claim) -> impl Iterator<Item = &'static str> {
    ALLOWING.iter().filter(move |(_, claims)| claims.contains(&claim)).map(|(kind, _)| *kind)
}

impl Verdict {
    /// What the reading shows; [`allowing`] says the same of its kind.
    pub fn claims(&self) -> &'static [Claim] {
        match self {
            Self::Majority(_) | Self::MajorityFor(_) | Self::MajorityAgainst(_) => {
                &[Claim::Majority, Claim::Difference]
            }
            Self::ClearLeader(_)
            | Self::TiedLeaders(_)
            | Self::MoreFor(_)
            | Self::MoreAgainst(_)
            | Self::Divided(_) => &[Claim::Difference],
            // Their own parts tell: `majority`, `best.kind`.
            Self::OneAnswer { .. } | Self::OneSided(_) | Self::Battery(_) | Self::Shares | Self::Hidden => {
                &[]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Claim, allowing};

    fn allows(kind: &str, claim: Claim) -> bool {
        allowing(claim).any(|known| known == kind)
    }
    use crate::facts::questions::IntervalEstimate;
    use crate::facts::reading::example::ranking;
    use crate::facts::reading::{Balance, Choice, OneSided, ScaleKind, Standing, Verdict};

    fn choice(shares: &[(&str, f64)]) -> Verdict {
        let all: Vec<_> = shares.iter().map(|(code, p)| (*code, None, *p, 2.0)).collect();
        Choice::read(ranking(1000, &all).iter().map(Standing::of).collect())
    }

    #[test]
    fn the_kind_of_a_verdict_allows_what_it_shows() {
        let m = |value: f64| IntervalEstimate { value, low: value - 2.0, high: value + 2.0 };
        let balance =
            |yes: f64, no: f64| Balance { positive: m(yes), negative: m(no), net: m(yes - no) }.read();
        let one = OneSided { side: ScaleKind::Positive, share: m(60.0), majority: true };
        let all = [
            choice(&[("a", 60.0), ("b", 20.0)]),
            choice(&[("a", 40.0), ("b", 20.0)]),
            choice(&[("a", 40.0), ("b", 39.0)]),
            choice(&[("a", 97.0)]),
            balance(60.0, 30.0),
            balance(30.0, 60.0),
            balance(45.0, 40.0),
            balance(40.0, 45.0),
            balance(40.0, 40.0),
            Verdict::OneSided(one),
            Verdict::Shares,
            Verdict::Hidden,
        ];
        for verdict in all {
            let value = serde_json::to_value(&verdict).expect("a reading");
            let kind = value["kind"].as_str().expect("a kind");
            for claim in [Claim::Majority, Claim::Difference] {
                assert_eq!(allows(kind, claim), verdict.claims().contains(&claim), "{kind} {claim:?}");
            }
        }
    }

    #[test]
    fn what_is_unknown_allows_nothing() {
        assert!(!allows("hidden", Claim::Majority) && !allows("", Claim::Difference));
    }
}
