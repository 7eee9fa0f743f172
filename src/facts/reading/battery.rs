//! Several items on one scale: the best, the worst, and those that more people judge badly than well.

use serde::Serialize;

use super::NAMED_MOST;
use super::extreme::{Extreme, Listing, gap};
use super::standing::Standing;
use crate::facts::questions::{IntervalEstimate, Item, Ranked};
use crate::study::results::AnswerRole;
use crate::study::{LocalizedText, Thresholds};

/// Items of a scale, ranked by the share of their positive answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Battery {
    /// The largest share of positive answers.
    pub best: Extreme<Standing>,
    /// The smallest; undefined where it is among those that `best` names already.
    pub worst: Option<Worst>,
    /// From a clear best to a clear worst, percentage points.
    pub gap: Option<f64>,
    /// Items with more negative answers than positive; undefined of a scale without negative ones.
    pub outweighed: Option<Outweighed>,
    /// Items with a net balance that cannot be told from zero; none of a scale without negative answers.
    pub even: Listing<NetItem>,
    /// Items on which [`Thresholds::large_residual`] per cent or more found it hard to answer, the largest share first.
    pub unsure: Listing<Standing>,
    /// How many items are ranked.
    pub of: usize,
}

/// The smallest share of positive answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Worst {
    /// One item stands clear of all others.
    Clear {
        /// It.
        only: Standing,
    },
    /// Several items may be the last; each stands clear of the first.
    Tied {
        /// They, the smallest share first.
        among: Listing<Standing>,
    },
    /// Its interval overlaps that of the largest share: the smallest in the sample and no more.
    Unproven {
        /// It.
        only: Standing,
    },
}

/// Which items have more negative answers than positive: the confidence interval of the net balance below zero.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Outweighed {
    /// Every item.
    All,
    /// One of several.
    One {
        /// It.
        only: NetItem,
    },
    /// Some.
    Several {
        /// They, in the order of the codebook.
        items: Listing<NetItem>,
    },
    /// Not shown of any: no proof that there is none.
    None,
}

/// An item with both of its sides.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NetItem {
    /// Code of the item.
    pub code: String,
    /// What is printed for it.
    pub label: LocalizedText,
    /// Share of the positive answers, per cent.
    pub positive: IntervalEstimate,
    /// Share of the negative answers, per cent.
    pub negative: IntervalEstimate,
    /// Positive minus negative, percentage points.
    pub net: IntervalEstimate,
}

impl Battery {
    /// Reads the items that may be shown; `None` of fewer than two.
    pub(super) fn read(thresholds: &Thresholds, shown: &[&Item], ranking: &[Ranked]) -> Option<Self> {
        let all: Vec<Standing> = ranking.iter().filter(|r| !r.residual).map(Standing::of).collect();
        if all.len() < 2 {
            return None;
        }
        let best = Extreme::highest(&all)?;
        let worst = worst(&all, &best);
        let nets: Vec<NetItem> = shown.iter().filter_map(|item| net(item)).collect();
        let is_two_sided =
            shown.iter().any(|i| i.answers.iter().any(|a| a.role == Some(AnswerRole::Negative)));
        let even = nets.iter().filter(|i| i.net.low <= 0.0 && i.net.high >= 0.0).cloned();
        let clear = match (&best, &worst) {
            (Extreme::Clear { only: best }, Some(Worst::Clear { only: worst })) => Some(gap(best, worst)),
            _ => None,
        };
        Some(Self {
            gap: clear,
            even: if is_two_sided { even.collect() } else { Listing::default() },
            outweighed: is_two_sided.then(|| outweighed(&nets)),
            unsure: unsure(thresholds, shown),
            of: all.len(),
            best,
            worst,
        })
    }
}

fn worst(all: &[Standing], best: &Extreme<Standing>) -> Option<Worst> {
    let top = all.first()?;
    let bottom = all.last()?;
    if top.low > bottom.high {
        return Some(match Extreme::lowest(all)? {
            Extreme::Clear { only } => Worst::Clear { only },
            Extreme::Tied { among } => Worst::Tied { among },
        });
    }
    let named = match best {
        Extreme::Clear { .. } => 1,
        Extreme::Tied { among } => among.count,
    };
    (named > NAMED_MOST).then(|| Worst::Unproven { only: bottom.clone() })
}

fn net(item: &Item) -> Option<NetItem> {
    Some(NetItem {
        code: item.code.clone().unwrap_or_default(),
        label: item.label.clone(),
        positive: item.positive?,
        negative: item.negative?,
        net: item.net?,
    })
}

fn outweighed(nets: &[NetItem]) -> Outweighed {
    let below: Vec<NetItem> = nets.iter().filter(|i| i.net.high < 0.0).cloned().collect();
    match below.as_slice() {
        [] => Outweighed::None,
        all if all.len() == nets.len() => Outweighed::All,
        [only] => Outweighed::One { only: only.clone() },
        _ => Outweighed::Several { items: below.into_iter().collect() },
    }
}

/// Items by the share that found them hard to answer.
fn unsure(thresholds: &Thresholds, shown: &[&Item]) -> Listing<Standing> {
    let hard = |item: &&Item| {
        let answer = item.answers.iter().find(|a| a.role == Some(AnswerRole::DontKnow))?;
        let mut standing = Standing::of_answer(answer, item.n)?;
        standing.label = item.label.clone();
        standing.code = item.code.clone().unwrap_or(standing.code);
        Some(standing)
    };
    let mut found: Vec<Standing> =
        shown.iter().filter_map(hard).filter(|s| s.percent >= thresholds.large_residual).collect();
    found.sort_by(|a, b| b.percent.total_cmp(&a.percent));
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{Battery, Outweighed, Worst};
    use crate::facts::questions::Item;
    use crate::facts::reading::Extreme;
    use crate::facts::reading::example::{item, ranking};
    use crate::study::Thresholds;
    use crate::study::results::AnswerRole::{DontKnow, Negative, Positive};

    /// Items of 400 respondents by their positive, negative and hard-to-answer shares.
    fn read(shares: &[(&str, f64, f64, f64)]) -> Option<Battery> {
        let items: Vec<Item> = shares
            .iter()
            .map(|(code, yes, no, hard)| {
                let answers = [
                    ("1", Some(Positive), *yes, 5.0),
                    ("2", Some(Negative), *no, 5.0),
                    ("98", Some(DontKnow), *hard, 5.0),
                ];
                item(Some(code), 400, &answers)
            })
            .collect();
        let ranked: Vec<_> = items
            .iter()
            .zip(shares)
            .map(|(i, (code, yes, _, _))| {
                let m = i.positive.expect("a scale");
                (*code, None, *yes, (m.high - m.low) / 2.0)
            })
            .collect();
        Battery::read(&Thresholds::embedded(), &items.iter().collect::<Vec<_>>(), &ranking(400, &ranked))
    }

    #[test]
    fn best_and_worst_stand_clear() {
        let found = read(&[("a", 80.0, 15.0, 5.0), ("b", 50.0, 47.0, 3.0), ("c", 20.0, 70.0, 10.0)]);
        let found = found.expect("three items");
        assert_eq!(found.best.clear().map(|s| s.code.as_str()), Some("a"));
        assert!(matches!(&found.worst, Some(Worst::Clear { only }) if only.code == "c"));
        assert_eq!(found.gap, Some(60.0));
        assert!(matches!(&found.outweighed, Some(Outweighed::One { only }) if only.code == "c"));
        assert_eq!(found.even.named.iter().map(|i| i.code.as_str()).collect::<Vec<_>>(), ["b"]);
        assert_eq!(found.unsure.count, 0);
    }

    #[test]
    fn all_equal_are_tied_and_have_no_worst() {
        let three = [("a", 50.0, 40.0, 10.0), ("b", 50.0, 40.0, 10.0), ("c", 50.0, 40.0, 10.0)];
        let found = read(&three).expect("three items");
        assert!(matches!(&found.best, Extreme::Tied { among } if among.count == 3));
        assert_eq!((found.worst, found.gap), (None, None));
    }

    #[test]
    fn a_fourth_of_the_tied_is_the_last_of_the_sample_only() {
        let four = [
            ("a", 52.0, 40.0, 8.0),
            ("b", 51.0, 40.0, 9.0),
            ("c", 50.0, 40.0, 10.0),
            ("d", 49.0, 40.0, 11.0),
        ];
        let found = read(&four).expect("four items");
        assert!(matches!(&found.worst, Some(Worst::Unproven { only }) if only.code == "d"), "{found:?}");
    }

    #[test]
    fn all_items_may_be_outweighed_and_hard_to_answer() {
        let found = read(&[("a", 20.0, 50.0, 30.0), ("b", 30.0, 55.0, 15.0)]).expect("two items");
        assert_eq!(found.outweighed, Some(Outweighed::All));
        assert_eq!(found.unsure.named.iter().map(|s| s.code.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn one_item_is_no_battery() {
        assert_eq!(read(&[("a", 80.0, 15.0, 5.0)]), None);
    }
}
