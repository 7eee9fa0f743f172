//! Which of several answers leads.

use serde::Serialize;

use super::extreme::{Extreme, Listing, gap};
use super::question::Verdict;
use super::standing::Standing;

/// The answers of a question that has one or several of them, or of a scale without sides.
///
/// A leader is clear where its confidence interval overlaps no other's; so is a second place among the rest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choice {
    /// The leader, or those that may be it.
    pub leaders: Listing<Standing>,
    /// Who comes after a clear leader; undefined where leaders are tied.
    pub second: Option<Second>,
    /// Answers that are neither leader nor second.
    pub others: Listing<Standing>,
    /// How many answers are ranked.
    pub of: usize,
}

/// The second place, after a clear leader.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Second {
    /// There are two answers: the other one.
    Other {
        /// It.
        only: Standing,
        /// From the leader to it, percentage points.
        gap: f64,
    },
    /// One answer stands clear of those below it.
    Clear {
        /// It.
        only: Standing,
        /// From the leader to it, percentage points.
        gap: f64,
    },
    /// Several answers whose order is not established.
    Tied {
        /// They.
        among: Listing<Standing>,
    },
}

impl Choice {
    /// Reads answers in any order.
    pub(super) fn read(mut all: Vec<Standing>) -> Verdict {
        all.sort_by(|a, b| b.percent.total_cmp(&a.percent));
        let of = all.len();
        match Extreme::highest(&all) {
            None => Verdict::Hidden,
            Some(Extreme::Clear { only }) if of == 1 => Verdict::OneAnswer { leader: only },
            Some(Extreme::Clear { only: leader }) => {
                let rest: Vec<Standing> = all.into_iter().filter(|a| a.code != leader.code).collect();
                let second = second(&leader, &rest);
                let level = second.as_ref().map_or(0, Second::count);
                let is_majority = leader.majority;
                let choice = Self {
                    leaders: [leader].into_iter().collect(),
                    others: rest.into_iter().skip(level).collect(),
                    second,
                    of,
                };
                if is_majority { Verdict::Majority(choice) } else { Verdict::ClearLeader(choice) }
            }
            Some(Extreme::Tied { among: leaders }) => {
                let floor = leaders.named.first().map_or(f64::NEG_INFINITY, |first| first.low);
                let others = all.into_iter().filter(|a| a.high < floor).collect();
                Verdict::TiedLeaders(Self { leaders, second: None, others, of })
            }
        }
    }
}

impl Second {
    fn count(&self) -> usize {
        match self {
            Self::Other { .. } | Self::Clear { .. } => 1,
            Self::Tied { among } => among.count,
        }
    }
}

fn second(leader: &Standing, rest: &[Standing]) -> Option<Second> {
    Some(match Extreme::highest(rest)? {
        Extreme::Clear { only } if rest.len() == 1 => Second::Other { gap: gap(leader, &only), only },
        Extreme::Clear { only } => Second::Clear { gap: gap(leader, &only), only },
        Extreme::Tied { among } => Second::Tied { among },
    })
}

#[cfg(test)]
mod tests {
    use super::{Choice, Second, Verdict};
    use crate::facts::reading::Standing;
    use crate::facts::reading::example::ranking;

    fn read(shares: &[(&str, f64, f64)]) -> Verdict {
        let shares: Vec<_> = shares.iter().map(|(code, p, half)| (*code, None, *p, *half)).collect();
        Choice::read(ranking(1000, &shares).iter().map(Standing::of).collect())
    }

    #[test]
    fn a_clear_leader_has_a_second_and_a_gap() {
        let found =
            read(&[("a", 45.34, 2.0), ("b", 30.27, 2.0), ("c", 10.0, 1.0), ("d", 9.0, 1.0), ("e", 1.0, 0.5)]);
        let Verdict::ClearLeader(choice) = found else { panic!("{found:?}") };
        assert!(
            matches!(&choice.second, Some(Second::Clear { only, gap }) if only.code == "b" && (gap - 15.07).abs() < 1e-9)
        );
        assert_eq!((choice.leaders.named[0].code.as_str(), choice.others.count, choice.of), ("a", 3, 5));
    }

    #[test]
    fn a_majority_needs_its_whole_interval() {
        assert!(matches!(read(&[("a", 52.1, 2.0), ("b", 20.0, 2.0)]), Verdict::Majority(_)));
        assert!(matches!(read(&[("a", 52.0, 2.0), ("b", 20.0, 2.0)]), Verdict::ClearLeader(_)));
    }

    #[test]
    fn of_two_answers_the_other_is_no_second_place() {
        let found = read(&[("a", 40.0, 2.0), ("b", 20.0, 2.0)]);
        let Verdict::ClearLeader(choice) = found else { panic!("{found:?}") };
        assert!(matches!(choice.second, Some(Second::Other { .. })));
    }

    #[test]
    fn touching_leaders_are_tied_and_what_is_below_stays() {
        let found = read(&[("a", 30.0, 2.0), ("b", 26.0, 2.0), ("c", 25.9, 2.0), ("d", 5.0, 1.0)]);
        let Verdict::TiedLeaders(choice) = found else { panic!("{found:?}") };
        assert_eq!((choice.leaders.count, choice.others.count), (2, 2));
        assert_eq!(choice.second, None);
    }

    #[test]
    fn a_second_place_may_be_tied() {
        let found = read(&[("a", 45.0, 2.0), ("b", 30.0, 2.0), ("c", 29.0, 2.0), ("d", 2.0, 1.0)]);
        let Verdict::ClearLeader(choice) = found else { panic!("{found:?}") };
        assert!(matches!(&choice.second, Some(Second::Tied { among }) if among.count == 2));
        assert_eq!(choice.others.named[0].code, "d");
    }

    #[test]
    fn one_answer_none_and_all_equal() {
        assert!(matches!(read(&[("a", 97.0, 1.0)]), Verdict::OneAnswer { .. }));
        assert_eq!(read(&[]), Verdict::Hidden);
        let equal = [("a", 20.0, 2.0), ("b", 20.0, 2.0), ("c", 20.0, 2.0), ("d", 20.0, 2.0)];
        let Verdict::TiedLeaders(choice) = read(&equal) else { panic!("equal answers are tied") };
        assert_eq!((choice.leaders.named.len(), choice.leaders.further, choice.others.count), (3, 1, 0));
    }
}
