//! Readings across questions: what unites the respondents, what divides them, where to begin.

use serde::Serialize;

use super::begin::Begin;
use super::count::{MostFrequent, Tally};
use super::groups::{Difference, GroupValue, GroupsVerdict, MeasureRef, RowReading};
use super::index::IndicesReading;
use super::question::{Asked, Verdict};
use super::terms::TermsReading;
use crate::facts::questions::{IntervalEstimate, Item, QuestionFacts};
use crate::study::LocalizedText;
use crate::study::results::QuestionKind;

/// What follows from all data together, for summary and conclusion.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Overview {
    /// Whether there is anything that unites or divides.
    pub kind: OverviewKind,
    /// Opinions of a majority with no proven difference by any breakdown, the largest share first. That none is
    /// proven is no proof that groups think alike: `least` tells how small the share is in the smallest group.
    pub unites: Vec<Unity>,
    /// The largest proven difference of each question that was put to everyone, the largest first.
    pub divides: Vec<Division>,
    /// The breakdown by which most questions are divided; undefined where none is.
    pub divided_by: Option<MostFrequent>,
    /// Where to begin.
    pub begin: Begin,
    /// All indices side by side.
    pub indices: IndicesReading,
    /// The terms of the grant together.
    pub terms: TermsReading,
}

/// Whether the respondents are united or divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverviewKind {
    /// Something unites them and something divides them.
    UnitesAndDivides,
    /// No difference is proven.
    UnitesOnly,
    /// There is no opinion of a majority without a proven difference.
    DividesOnly,
    /// Neither can be said.
    Neither,
}

/// An opinion of a majority without a proven difference.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unity {
    /// Id of the question.
    pub question: String,
    /// Its short name.
    pub short: LocalizedText,
    /// The item or answer.
    pub measure: MeasureRef,
    /// Which side the majority is on.
    pub side: Side,
    /// The answers of that side; none of an answer or item that was chosen.
    pub answers: Vec<LocalizedText>,
    /// What the study says of those on that side, where it says so; of several items it fits each of them.
    pub said: Option<LocalizedText>,
    /// What it says of them with the item as its object.
    pub told: Option<LocalizedText>,
    /// The share of the majority, per cent.
    pub share: IntervalEstimate,
    /// By how many breakdowns groups were compared.
    pub tested: usize,
    /// The majority's side is the larger half of every compared group, too: its positive answers, or the item or
    /// answer, above one half; of a negative majority the positive answers below.
    pub everywhere: bool,
    /// The compared group with the smallest share of the measure, which is the positive one of a scale.
    pub least: Option<GroupValue>,
    /// The one with the largest.
    pub most: Option<GroupValue>,
}

/// The side of a majority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The positive answers of a scale.
    Positive,
    /// Its negative answers.
    Negative,
    /// An answer or item that was chosen.
    Chosen,
}

/// A question whose groups differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Division {
    /// Id of the question.
    pub question: String,
    /// Its short name.
    pub short: LocalizedText,
    /// Its largest proven difference.
    pub difference: Difference,
}

impl Overview {
    /// Reads the questions across; the other parts are read by themselves.
    pub fn new(
        questions: &[&QuestionFacts],
        begin: Begin,
        indices: IndicesReading,
        terms: TermsReading,
    ) -> Self {
        let everyone: Vec<&QuestionFacts> =
            questions.iter().filter(|q| q.reading.asked == Asked::Everyone).copied().collect();
        let mut unites: Vec<Unity> = everyone.iter().flat_map(|q| unities(q)).collect();
        unites.sort_by(|a, b| b.share.value.total_cmp(&a.share.value));
        let mut divides: Vec<Division> = everyone.iter().filter_map(|q| division(q)).collect();
        divides.sort_by(|a, b| b.difference.difference.total_cmp(&a.difference.difference));
        let kind = match (unites.is_empty(), divides.is_empty()) {
            (false, false) => OverviewKind::UnitesAndDivides,
            (false, true) => OverviewKind::UnitesOnly,
            (true, false) => OverviewKind::DividesOnly,
            (true, true) => OverviewKind::Neither,
        };
        Self { kind, divided_by: divided_by(&everyone), unites, divides, begin, indices, terms }
    }
}

/// Of answers that exclude each other none is common where another differs: one share's difference is the others'.
fn unities(q: &QuestionFacts) -> Vec<Unity> {
    let is_parted = matches!(q.groups_reading.verdict, GroupsVerdict::Differ { .. });
    if q.kind == QuestionKind::Single && is_parted {
        return Vec::new();
    }
    let is_common = |row: &&RowReading| row.tested > 0 && row.widest.is_none();
    let unity = |row: &RowReading| {
        let (side, share) = majority(q, &row.measure.code)?;
        let (answers, said) = of_side(q, side);
        Some(Unity {
            question: q.id.clone(),
            short: q.short.clone(),
            measure: row.measure.clone(),
            side,
            answers,
            said,
            told: told(q, &row.measure.code, side),
            share,
            tested: row.tested,
            everywhere: is_everywhere(side, row),
            least: row.least.clone(),
            most: row.most.clone(),
        })
    };
    q.groups_reading.rows.iter().filter(is_common).filter_map(unity).collect()
}

/// The answers of a side and what is said of those who gave them.
fn of_side(q: &QuestionFacts, side: Side) -> (Vec<LocalizedText>, Option<LocalizedText>) {
    let Some(scale) = &q.reading.scale else { return (Vec::new(), None) };
    match side {
        Side::Positive => (scale.positive.clone(), scale.said.positive.clone()),
        Side::Negative => (scale.negative.clone(), scale.said.negative.clone()),
        Side::Chosen => (Vec::new(), None),
    }
}

/// What is said of those on a side of the row itself.
fn told(q: &QuestionFacts, code: &str, side: Side) -> Option<LocalizedText> {
    let own = match q.items.as_slice() {
        [only] => only,
        items => items.iter().find(|i| i.code.as_deref() == Some(code))?,
    };
    match side {
        Side::Positive => own.said.positive.clone(),
        Side::Negative => own.said.negative.clone(),
        Side::Chosen => None,
    }
}

fn is_everywhere(side: Side, row: &RowReading) -> bool {
    let percent = |group: &Option<GroupValue>| group.as_ref().and_then(|g| g.percent);
    match side {
        Side::Positive | Side::Chosen => percent(&row.least).is_some_and(|least| least > 50.0),
        Side::Negative => percent(&row.most).is_some_and(|most| most < 50.0),
    }
}

/// The majority that a row is about, where there is one.
fn majority(q: &QuestionFacts, code: &str) -> Option<(Side, IntervalEstimate)> {
    let is_majority = |m: &IntervalEstimate| m.value > 50.0 && m.low > 50.0;
    let sides = |positive: Option<IntervalEstimate>, negative: Option<IntervalEstimate>| {
        let positive = positive.filter(is_majority).map(|m| (Side::Positive, m));
        positive.or(negative.filter(is_majority).map(|m| (Side::Negative, m)))
    };
    match &q.reading.verdict {
        Verdict::MajorityFor(balance) | Verdict::MajorityAgainst(balance) => {
            sides(Some(balance.positive), Some(balance.negative))
        }
        Verdict::OneSided(one) if one.majority => Some((Side::Positive, one.share)),
        Verdict::Battery(_) => {
            let own = |i: &&Item| i.code.as_deref() == Some(code) && i.base_class.is_shown();
            let item = q.items.iter().find(own)?;
            sides(item.positive, item.negative)
        }
        Verdict::Majority(_)
        | Verdict::ClearLeader(_)
        | Verdict::TiedLeaders(_)
        | Verdict::OneAnswer { .. } => {
            let own = q.ranking.iter().find(|r| r.code == code && !r.residual && r.majority)?;
            let share = IntervalEstimate { value: own.percent, low: own.low, high: own.high };
            Some((Side::Chosen, share))
        }
        Verdict::MoreFor(_)
        | Verdict::MoreAgainst(_)
        | Verdict::Divided(_)
        | Verdict::OneSided(_)
        | Verdict::Shares
        | Verdict::Hidden => None,
    }
}

fn division(q: &QuestionFacts) -> Option<Division> {
    let GroupsVerdict::Differ { widest, .. } = &q.groups_reading.verdict else { return None };
    Some(Division { question: q.id.clone(), short: q.short.clone(), difference: Difference::clone(widest) })
}

fn divided_by(questions: &[&QuestionFacts]) -> Option<MostFrequent> {
    let mut tallies: Vec<Tally> = Vec::new();
    for q in questions {
        for b in q.groups_reading.breakdowns.iter().filter(|b| b.differ.is_some()) {
            match tallies.iter_mut().find(|t| t.code == b.id) {
                Some(known) => known.count += 1,
                None => tallies.push(Tally::new(&b.id, &b.label, 1)),
            }
        }
    }
    MostFrequent::of(tallies.into_iter())
}

#[cfg(test)]
mod tests {
    use super::{Overview, OverviewKind, Side};
    use crate::facts::questions::QuestionFacts;
    use crate::facts::reading::example::{crosstab, facts, item, question, ranking};
    use crate::facts::reading::{Begin, IndicesReading, Known, TermsReading};
    use crate::study::Id;
    use crate::study::outcome::Recommendations;
    use crate::study::results::AnswerRole::{Negative, Positive};
    use crate::study::results::QuestionKind;

    const SEX: [(&str, u32); 2] = [("m", 600), ("f", 600)];

    /// A scale of 1,200 respondents with its positive share, and those of men and women.
    fn scale(id: &str, yes: f64, men: f64, women: f64) -> QuestionFacts {
        let mut q = question(QuestionKind::Scale, &[("1", Some(Positive)), ("2", Some(Negative))], &[]);
        q.id = Id(id.to_owned());
        let answers = [("1", Some(Positive), yes, 3.0), ("2", Some(Negative), 100.0 - yes, 3.0)];
        let table = crosstab("sex", &SEX, &[(id, &[men, women])]);
        facts(&q, vec![item(None, 1200, &answers)], ranking(1200, &[(id, None, yes, 3.0)]), &[table])
    }

    fn read(questions: &[QuestionFacts]) -> Overview {
        let begin = Begin::new(&Recommendations::default(), &[], &Known::default());
        let all: Vec<&QuestionFacts> = questions.iter().collect();
        Overview::new(&all, begin, IndicesReading::new(&[]), TermsReading::new(&[]))
    }

    #[test]
    fn a_majority_in_every_group_unites_and_the_largest_difference_divides() {
        let found = read(&[
            scale("q-prices", 90.0, 91.0, 89.0),
            scale("q-fear", 30.0, 31.0, 29.0),
            scale("q-evening", 55.0, 65.0, 45.0),
            scale("q-water", 50.0, 80.0, 20.0),
        ]);
        let unites: Vec<(&str, Side)> = found.unites.iter().map(|u| (u.question.as_str(), u.side)).collect();
        assert_eq!(unites, [("q-prices", Side::Positive), ("q-fear", Side::Negative)]);
        assert_eq!(found.unites[0].least.as_ref().and_then(|g| g.percent), Some(89.0));
        let divides: Vec<&str> = found.divides.iter().map(|d| d.question.as_str()).collect();
        assert_eq!((divides, found.kind), (vec!["q-water", "q-evening"], OverviewKind::UnitesAndDivides));
        assert_eq!(found.divided_by.and_then(|m| m.clear().map(|t| t.count)), Some(2));
    }

    #[test]
    fn a_majority_of_all_is_not_one_of_every_group() {
        let found = read(&[scale("q-council", 54.0, 58.0, 50.0), scale("q-home", 90.0, 91.0, 89.0)]);
        let everywhere: Vec<(&str, bool)> =
            found.unites.iter().map(|u| (u.question.as_str(), u.everywhere)).collect();
        // Eight points of 600 each are proven; half a point is not.
        assert_eq!(everywhere, [("q-home", true)]);
        let found = read(&[scale("q-council", 53.0, 55.0, 50.0)]);
        assert!(found.unites.iter().all(|u| !u.everywhere) && found.unites.len() == 1, "{:?}", found.unites);
    }

    #[test]
    fn of_two_answers_none_unites_where_the_other_divides() {
        let q = question(QuestionKind::Single, &[("yes", None), ("no", None)], &[]);
        let answers = [("no", None, 84.5, 2.0), ("yes", None, 13.0, 2.0)];
        let table = crosstab("age", &SEX, &[("no", &[86.0, 83.0]), ("yes", &[8.0, 17.0])]);
        let found = read(&[facts(&q, vec![item(None, 1200, &answers)], ranking(1200, &answers), &[table])]);
        assert_eq!(
            (found.kind, found.divides[0].difference.measure.code.as_str()),
            (OverviewKind::DividesOnly, "yes")
        );
    }

    #[test]
    fn without_a_majority_or_without_groups_nothing_unites() {
        let even = read(&[scale("q-even", 50.0, 50.0, 50.0)]);
        assert_eq!((even.kind, even.divided_by), (OverviewKind::Neither, None));
        let q = question(QuestionKind::Scale, &[("1", Some(Positive)), ("2", Some(Negative))], &[]);
        let answers = [("1", Some(Positive), 90.0, 3.0), ("2", Some(Negative), 10.0, 3.0)];
        let untested =
            facts(&q, vec![item(None, 1200, &answers)], ranking(1200, &[("q", None, 90.0, 3.0)]), &[]);
        assert_eq!(read(&[untested]).kind, OverviewKind::Neither);
        assert_eq!(read(&[]).kind, OverviewKind::Neither);
    }
}
