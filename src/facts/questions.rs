//! The survey's answers, ready to be drawn, tabulated and spoken of.

use std::collections::HashMap;

use serde::Serialize;

use super::reading::{GroupsReading, QuestionReading};
use super::stats::{self, Base};
use super::{Crosstab, Snapshot};
use crate::study::LocalizedText;
use crate::study::passport::Edition;
use crate::study::results::{AnswerOption, AnswerRole, Coded, Question, QuestionItem, QuestionKind, Record};

/// A topic block with the questions that have results.
#[derive(Debug, Clone, Serialize)]
pub struct BlockFacts {
    pub id: String,
    pub title: LocalizedText,
    pub questions: Vec<QuestionFacts>,
}

#[derive(Debug, Clone, Serialize)]
pub struct QuestionFacts {
    pub id: String,
    pub kind: QuestionKind,
    pub text: LocalizedText,
    pub short: LocalizedText,
    pub base: Option<LocalizedText>,
    /// Largest unweighted base of its items.
    pub n: u32,
    pub deff: f64,
    /// Items in codebook order; a question without items is its own single item.
    pub items: Vec<Item>,
    /// What ranks: items of a scale by positive answers, of a multiple question by choice, or the
    /// answers of a single question; highest first, answers outside the scale last.
    pub ranking: Vec<Ranked>,
    /// Whether the first of the ranking stands apart from all others: its interval overlaps none of theirs.
    pub leader_is_clear: bool,
    /// The first item's most telling measure over each breakdown.
    pub breakdowns: Vec<Breakdown>,
    /// What the answers say.
    pub reading: QuestionReading,
    /// By which breakdowns, and on which answer or item, groups differ.
    pub groups_reading: GroupsReading,
}

/// One item (or the whole question) with its distribution.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    pub code: Option<String>,
    pub label: LocalizedText,
    pub role: Option<AnswerRole>,
    pub n: u32,
    pub deff: f64,
    /// `hidden` also where the item is withheld.
    pub base_class: Base,
    /// Its positive or negative answers together are a small cell: withheld in the public edition.
    pub withheld: bool,
    pub answers: Vec<Answer>,
    /// Sum of the positive answers, where the question is a scale.
    pub positive: Option<Measure>,
    pub negative: Option<Measure>,
    /// Positive minus negative, −100..100.
    pub net: Option<Measure>,
}

/// One answer.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    pub code: String,
    pub label: LocalizedText,
    pub role: Option<AnswerRole>,
    /// `None`: the cell is withheld in the public edition, so that printing it is an error and no leak.
    #[serde(flatten)]
    pub estimate: Option<Estimate>,
}

/// A share with its 95 % interval, in per cent. `percent` is rounded to one decimal together with its
/// fellows, so that a complete distribution adds up to 100.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// Unweighted number who gave this answer.
    pub n_option: u32,
    pub percent: f64,
    pub low: f64,
    pub high: f64,
    /// `percent` before rounding: what differences are made of.
    #[serde(skip)]
    pub exact: f64,
}

/// A derived measure with its 95 % interval, in per cent or points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Measure {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    /// `value` before rounding: what differences are made of.
    #[serde(skip)]
    pub exact: f64,
}

#[derive(Debug, Clone, Serialize)]
pub struct Ranked {
    /// Code of the item or answer.
    #[serde(skip)]
    pub code: String,
    pub label: LocalizedText,
    pub percent: f64,
    pub low: f64,
    pub high: f64,
    /// `percent` before rounding.
    #[serde(skip)]
    pub exact: f64,
    pub n: u32,
    /// Above one half with the whole interval.
    pub majority: bool,
    /// Outside the scale or "other": listed last, never a leader.
    pub apart: bool,
}

/// A measure over the groups of one breakdown.
#[derive(Debug, Clone, Serialize)]
pub struct Breakdown {
    pub id: String,
    pub label: LocalizedText,
    pub measure_label: LocalizedText,
    pub groups: Vec<Group>,
    /// Positions in `groups` of the highest and the lowest ranked group, where they differ by the
    /// z-test (Bonferroni over all pairs).
    pub differ: Option<(usize, usize)>,
    /// Whether differences could be looked for: two ranked groups at the least, and none withheld.
    pub tested: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Group {
    pub code: String,
    pub label: LocalizedText,
    pub n: u32,
    /// `hidden` also where the cell is withheld.
    pub base_class: Base,
    /// Under five respondents are on one side of the share: withheld in the public edition.
    pub withheld: bool,
    pub percent: f64,
    pub low: f64,
    pub high: f64,
    /// The interval is wider than 20 points.
    pub wide: bool,
    #[serde(skip)]
    pub n_eff: f64,
    /// Respondents on the smaller side of the share.
    #[serde(skip)]
    pub cell: u32,
}

type Key<'a> = (&'a str, Option<&'a str>, Option<(&'a str, &'a str)>);
type Index<'a> = HashMap<Key<'a>, Vec<&'a Record>>;

/// One question's facts.
pub(super) fn one(snapshot: &Snapshot<'_>, id: &str) -> Option<QuestionFacts> {
    let q = snapshot.study.codebook.questions.iter().find(|q| q.id.as_str() == id)?;
    let records = snapshot.results?.records.iter().filter(|r| r.question == id);
    question(snapshot, q, &indexed(records), respondents(snapshot))
}

/// Respondents whose answers are tabulated: the largest base of all questions, 0 before any results.
fn respondents(snapshot: &Snapshot<'_>) -> u32 {
    let totals = snapshot.results.into_iter().flat_map(|r| &r.records).filter(|r| r.by.is_none());
    totals.map(|r| r.n).max().unwrap_or_default()
}

fn indexed<'a>(records: impl Iterator<Item = &'a Record>) -> Index<'a> {
    let mut index: Index<'_> = HashMap::new();
    for record in records {
        let by = match &record.by {
            None => None,
            Some(by) if by.len() == 1 => by.first().map(|(k, v)| (k.as_str(), v.as_str())),
            Some(_) => continue,
        };
        let key = (record.question.as_str(), record.item.as_deref(), by);
        index.entry(key).or_default().push(record);
    }
    index
}

pub(super) fn blocks(snapshot: &Snapshot<'_>) -> Vec<BlockFacts> {
    let Some(results) = snapshot.results else { return Vec::new() };
    let index = indexed(results.records.iter());
    let all = respondents(snapshot);
    let codebook = &snapshot.study.codebook;
    codebook
        .blocks
        .iter()
        .map(|block| BlockFacts {
            id: block.id.to_string(),
            title: block.title.clone(),
            questions: codebook
                .questions
                .iter()
                .filter(|q| q.block == block.id)
                .filter_map(|q| question(snapshot, q, &index, all))
                .collect(),
        })
        .filter(|block| !block.questions.is_empty())
        .collect()
}

fn question(snapshot: &Snapshot<'_>, q: &Question, index: &Index<'_>, all: u32) -> Option<QuestionFacts> {
    let items: Vec<Item> = if q.items.is_empty() {
        item(snapshot, q, None, index).into_iter().collect()
    } else {
        q.items.iter().filter_map(|i| item(snapshot, q, Some(i), index)).collect()
    };
    let first = items.iter().max_by_key(|i| i.n)?;
    let (n, deff) = (first.n, first.deff);
    let ranking = ranking(q, &items);
    let mut own = ranking.iter().filter(|r| !r.apart);
    let leader = own.next();
    let runner_up = own.map(|r| r.high).fold(f64::NEG_INFINITY, f64::max);
    Some(QuestionFacts {
        id: q.id.to_string(),
        kind: q.kind,
        text: q.text.clone(),
        short: q.short.clone().unwrap_or_else(|| q.text.clone()),
        base: q.base.clone(),
        n,
        deff,
        leader_is_clear: runner_up.is_finite() && leader.is_some_and(|l| l.low > runner_up),
        breakdowns: breakdowns(snapshot, q, index),
        reading: QuestionReading::new(q, &items, &ranking, all),
        groups_reading: GroupsReading::new(q, &crosstabs(snapshot, q, index)),
        ranking,
        items,
    })
}

/// The question by every breakdown that has records for it: of a scale with a positive side each item's positive
/// answers, of other questions each item or answer.
fn crosstabs(snapshot: &Snapshot<'_>, q: &Question, index: &Index<'_>) -> Vec<Crosstab> {
    let codes: Vec<Option<&str>> = match q.items.as_slice() {
        [] => vec![None],
        items => items.iter().map(|i| Some(i.code.as_str())).collect(),
    };
    let breakdowns = snapshot.study.codebook.breakdowns.iter();
    let crosstab = |b: &crate::study::results::Breakdown| {
        let of_group = |group: &str| -> Vec<&Record> {
            let of_code =
                |code: Option<&str>| index.get(&(q.id.as_str(), code, Some((b.id.as_str(), group)))).cloned();
            codes.iter().filter_map(|code| of_code(*code)).flatten().collect()
        };
        Crosstab::of_totals(snapshot, q, b, of_group)
    };
    breakdowns.filter_map(crosstab).collect()
}

/// What a question is called where it stands for itself.
fn own_label(q: &Question) -> &LocalizedText {
    q.short.as_ref().unwrap_or(&q.text)
}

fn item(
    snapshot: &Snapshot<'_>,
    q: &Question,
    own: Option<&QuestionItem>,
    index: &Index<'_>,
) -> Option<Item> {
    let code = own.map(|i| i.code.as_str());
    let records = index.get(&(q.id.as_str(), code, None))?;
    let (n, deff) = records.iter().map(|r| (r.n, r.deff)).max_by_key(|x| x.0)?;
    let present: Vec<(&AnswerOption, &&Record)> = q
        .options
        .iter()
        .filter_map(|o| records.iter().find(|r| r.option == o.code).map(|r| (o, r)))
        .collect();
    let shares: Vec<f64> = present.iter().map(|(_, r)| r.share * 100.0).collect();
    let printed = if q.kind == QuestionKind::Multiple {
        shares.iter().map(|s| stats::round_tenth(*s)).collect()
    } else {
        stats::round_together(&shares)
    };
    let cells: Vec<(Option<AnswerRole>, u32)> =
        present.iter().map(|(option, record)| (option.role, record.n_option)).collect();
    let withheld_cells = withheld(snapshot, q, &cells);
    let answers = present
        .iter()
        .zip(printed)
        .zip(withheld_cells)
        .map(|(((option, record), percent), withheld)| Answer {
            code: option.code.clone(),
            label: option.label.clone(),
            role: option.role,
            estimate: (!withheld).then_some(Estimate {
                n_option: record.n_option,
                percent,
                low: record.ci.0 * 100.0,
                high: record.ci.1 * 100.0,
                exact: record.share * 100.0,
            }),
        })
        .collect();
    let scale = q.kind == QuestionKind::Scale;
    let (positive, positives) = sum(q, records, AnswerRole::Positive);
    let (negative, negatives) = sum(q, records, AnswerRole::Negative);
    let sums_are_small = stats::is_small_cell(positives) || stats::is_small_cell(negatives);
    let withheld = is_public(snapshot) && scale && sums_are_small;
    let n_eff = f64::from(n) / deff.max(f64::MIN_POSITIVE);
    let measured = |share: f64, (low, high): (f64, f64)| Measure {
        value: stats::round_tenth(share * 100.0),
        low: low * 100.0,
        high: high * 100.0,
        exact: share * 100.0,
    };
    Some(Item {
        role: own.and_then(|i| i.role),
        code: code.map(str::to_owned),
        label: own.and_then(|i| i.label.as_ref()).unwrap_or(own_label(q)).clone(),
        n,
        deff,
        base_class: if withheld { Base::Hidden } else { Base::of(n) },
        withheld,
        answers,
        positive: scale.then(|| measured(positive, stats::wilson(positive, n_eff))),
        negative: scale.then(|| measured(negative, stats::wilson(negative, n_eff))),
        net: scale.then(|| measured(positive - negative, stats::net_interval(positive, negative, n_eff))),
    })
}

pub(super) fn is_public(snapshot: &Snapshot<'_>) -> bool {
    snapshot.study.passport.edition == Edition::Public
}

/// Which answers the public edition withholds: small cells, and where others would give a single one away
/// by subtraction, the next smallest as well. Subtraction works over the whole distribution, and of a
/// scale over its positive and its negative answers, whose sums are printed.
fn withheld(snapshot: &Snapshot<'_>, q: &Question, cells: &[(Option<AnswerRole>, u32)]) -> Vec<bool> {
    let public = is_public(snapshot);
    let mut withheld: Vec<bool> = cells.iter().map(|(_, n)| public && stats::is_small_cell(*n)).collect();
    if q.kind == QuestionKind::Multiple {
        return withheld;
    }
    if q.kind == QuestionKind::Scale {
        for role in [AnswerRole::Positive, AnswerRole::Negative] {
            let own: Vec<usize> = (0..cells.len()).filter(|i| cells[*i].0 == Some(role)).collect();
            suppress_complementary(&mut withheld, cells, &own);
        }
    }
    let all: Vec<usize> = (0..cells.len()).collect();
    suppress_complementary(&mut withheld, cells, &all);
    withheld
}

/// Withholds the next smallest of some answers where exactly one of them is withheld.
fn suppress_complementary(withheld: &mut [bool], cells: &[(Option<AnswerRole>, u32)], among: &[usize]) {
    if among.iter().filter(|i| withheld[**i]).count() != 1 {
        return;
    }
    let others = among.iter().filter(|i| !withheld[**i] && cells[**i].1 > 0);
    if let Some(next) = others.min_by_key(|i| cells[**i].1) {
        withheld[*next] = true;
    }
}

/// Sum of the shares (0..1) of the answers with a role, and how many respondents gave them.
pub(super) fn sum(q: &Question, records: &[&Record], role: AnswerRole) -> (f64, u32) {
    let of_role = q.options.iter().filter(|o| o.role == Some(role));
    let cells = of_role.filter_map(|o| records.iter().find(|r| r.option == o.code));
    cells.fold((0.0, 0), |(share, count), r| (share + r.share, count + r.n_option))
}

fn ranking(q: &Question, items: &[Item]) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = match (q.kind, q.items.is_empty()) {
        (QuestionKind::Scale, _) => items
            .iter()
            .filter(|i| i.base_class.is_shown())
            .filter_map(|i| {
                i.positive.map(|m| ranked((i.code.as_deref().unwrap_or(&q.id.0), &i.label), m, i.n, false))
            })
            .collect(),
        (_, false) => items
            .iter()
            .filter(|i| i.base_class.is_shown())
            .filter_map(|i| {
                let chosen = i.answers.iter().find(|a| a.role == Some(AnswerRole::Selected));
                let answer = chosen.or_else(|| i.answers.first())?;
                let apart = is_sorted_last(i.role);
                let code = i.code.as_deref().unwrap_or(&q.id.0);
                Some(ranked((code, &i.label), of(answer)?, i.n, apart))
            })
            .collect(),
        (_, true) => items
            .iter()
            .filter(|i| i.base_class.is_shown())
            .flat_map(|i| {
                i.answers.iter().filter_map(|a| {
                    let apart = is_sorted_last(a.role);
                    Some(ranked((&a.code, &a.label), of(a)?, i.n, apart))
                })
            })
            .collect(),
    };
    ranked.sort_by(|a, b| a.apart.cmp(&b.apart).then(b.percent.total_cmp(&a.percent)));
    ranked
}

/// "Other", "none of the above", "hard to answer", "refused": listed last, never a leader.
pub(super) fn is_sorted_last(role: Option<AnswerRole>) -> bool {
    role.is_some_and(|r| r.is_nonsubstantive() || matches!(r, AnswerRole::Other | AnswerRole::NoneOfThese))
}

fn of(answer: &Answer) -> Option<Measure> {
    answer.estimate.map(|e| Measure { value: e.percent, low: e.low, high: e.high, exact: e.exact })
}

fn ranked((code, label): (&str, &LocalizedText), m: Measure, n: u32, apart: bool) -> Ranked {
    let majority = m.value > 50.0 && m.low > 50.0;
    Ranked {
        code: code.to_owned(),
        label: label.clone(),
        percent: m.value,
        low: m.low,
        high: m.high,
        exact: m.exact,
        n,
        majority,
        apart,
    }
}

/// The first item's positive sum, or its first answer, over the groups of each breakdown.
fn breakdowns(snapshot: &Snapshot<'_>, q: &Question, index: &Index<'_>) -> Vec<Breakdown> {
    let item = q.items.first().map(|i| i.code.as_str());
    let label = q.items.first().and_then(|i| i.label.as_ref()).unwrap_or(own_label(q));
    let scale = q.kind == QuestionKind::Scale;
    let measure_label = if scale || !q.items.is_empty() {
        label.clone()
    } else {
        q.options.first().map(|o| o.label.clone()).unwrap_or_default()
    };
    snapshot
        .study
        .codebook
        .breakdowns
        .iter()
        .filter_map(|b| {
            let groups: Vec<Group> =
                b.groups.iter().filter_map(|g| group(snapshot, q, item, (b.id.as_str(), g), index)).collect();
            let groups = needs_complement(groups);
            (!groups.is_empty()).then(|| Breakdown {
                id: b.id.to_string(),
                label: b.label.clone(),
                measure_label: measure_label.clone(),
                differ: extremes(&groups),
                tested: groups.iter().filter(|g| g.base_class.is_ranked()).count() > 1
                    && groups.iter().all(|g| !g.withheld),
                groups,
            })
        })
        .collect()
}

fn group(
    snapshot: &Snapshot<'_>,
    q: &Question,
    item: Option<&str>,
    (by, g): (&str, &Coded),
    index: &Index<'_>,
) -> Option<Group> {
    let records = index.get(&(q.id.as_str(), item, Some((by, g.code.as_str()))))?;
    let (n, deff) = records.iter().map(|r| (r.n, r.deff)).max_by_key(|x| x.0)?;
    let (share, answers) = if q.kind == QuestionKind::Scale {
        sum(q, records, AnswerRole::Positive)
    } else {
        let option = q.options.first()?;
        records.iter().find(|r| r.option == option.code).map(|r| (r.share, r.n_option))?
    };
    let withheld = is_public(snapshot)
        && (stats::is_small_cell(answers) || stats::is_small_cell(n.saturating_sub(answers)));
    let n_eff = f64::from(n) / deff.max(f64::MIN_POSITIVE);
    let (low, high) = stats::wilson(share, n_eff);
    Some(Group {
        code: g.code.clone(),
        label: g.label.clone(),
        n,
        base_class: if withheld { Base::Hidden } else { Base::of(n) },
        withheld,
        percent: stats::round_tenth(share * 100.0),
        low: low * 100.0,
        high: high * 100.0,
        wide: stats::is_wide(low * 100.0, high * 100.0),
        n_eff,
        cell: answers.min(n.saturating_sub(answers)),
    })
}

/// A single withheld group could be found from the total and the others: the next smallest goes, too.
fn needs_complement(mut groups: Vec<Group>) -> Vec<Group> {
    if groups.iter().filter(|g| g.withheld).count() == 1
        && let Some(next) = groups.iter_mut().filter(|g| !g.withheld).min_by_key(|g| g.cell)
    {
        next.withheld = true;
        next.base_class = Base::Hidden;
    }
    groups
}

fn extremes(groups: &[Group]) -> Option<(usize, usize)> {
    let ranked = || groups.iter().enumerate().filter(|(_, g)| g.base_class.is_ranked());
    let count = ranked().count();
    let (high, a) = ranked().max_by(|x, y| x.1.percent.total_cmp(&y.1.percent))?;
    let (low, b) = ranked().min_by(|x, y| x.1.percent.total_cmp(&y.1.percent))?;
    let pairs = count * count.saturating_sub(1) / 2;
    let share = |g: &Group| (g.percent / 100.0, g.n_eff);
    (high != low && stats::differ(share(a), share(b), pairs)).then_some((high, low))
}

#[cfg(test)]
mod tests {
    use super::{AnswerRole, suppress_complementary};

    #[test]
    fn a_withheld_cell_never_stands_alone() {
        let (positive, apart) = (Some(AnswerRole::Positive), Some(AnswerRole::Refused));
        let cells = [(positive, 3), (positive, 50), (positive, 20), (apart, 9)];
        let mut withheld = [true, false, false, false];
        suppress_complementary(&mut withheld, &cells, &[0, 1, 2]);
        assert_eq!(withheld, [true, false, true, false], "the next smallest of the same role");
        suppress_complementary(&mut withheld, &cells, &[0, 1, 2, 3]);
        assert_eq!(withheld, [true, false, true, false], "two are enough");
        let mut none = [false; 4];
        suppress_complementary(&mut none, &cells, &[0, 1, 2, 3]);
        assert_eq!(none, [false; 4]);
    }
}
