//! The survey's answers, ready to be drawn, tabulated and spoken of.

use serde::Serialize;

use super::breakdowns::{Breakdown, breakdowns};
use super::crosstab::Crosstab;
use super::reading::{GroupsReading, QuestionReading};
use super::records::{self, Index, indexed};
use super::stats::{self, Base};
use super::suppression;
use crate::study::results::{
    self, AnswerOption, AnswerRole, Question, QuestionItem, QuestionKind, Record, Results, Sides,
};
use crate::study::{LocalizedText, Study, StudyAsOf, Thresholds};

/// A topic block with the questions that have results.
#[derive(Debug, Clone, Serialize)]
pub struct BlockFacts {
    /// Id of the block.
    pub id: String,
    /// Its title, a heading.
    pub title: LocalizedText,
    /// Its questions in codebook order.
    pub questions: Vec<QuestionFacts>,
}

/// A question with its results.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionFacts {
    /// Id of the question.
    pub id: String,
    /// How it was answered.
    pub kind: QuestionKind,
    /// Full wording.
    pub text: LocalizedText,
    /// Short name; the wording where there is none.
    pub short: LocalizedText,
    /// Who was asked, where not everyone.
    pub base: Option<LocalizedText>,
    /// Largest unweighted base of its items.
    pub n: u32,
    /// Design effect (variance ratio) beside that base.
    pub deff: f64,
    /// Items in codebook order; a question without items is its own single item.
    pub items: Vec<Item>,
    /// What ranks: items of a scale by positive answers, of a multiple question by choice, or the
    /// answers of a single question; highest first, residual categories last.
    pub ranking: Vec<Ranked>,
    /// Whether the first of the ranking stands clear of all others: its interval overlaps none of theirs.
    pub leader_is_clear: bool,
    /// The first item's most telling measure over each breakdown.
    pub breakdowns: Vec<Breakdown>,
    /// Every answer or item (of a scale's items the positive answers together) over each breakdown.
    #[serde(skip)]
    pub crosstabs: Vec<Crosstab>,
    /// Of a scale the same with the positive answers together in the place of its answers; else empty. Readings tell
    /// of these, and of any other question's `crosstabs`.
    #[serde(skip)]
    pub totals: Vec<Crosstab>,
    /// What the answers say.
    pub reading: QuestionReading,
    /// By which breakdowns, and on which answer or item, groups differ.
    pub groups_reading: GroupsReading,
}

/// One item (or the whole question) with its distribution.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// Code of the item; none where the question has no items.
    pub code: Option<String>,
    /// What it is called.
    pub label: LocalizedText,
    /// What the study says of those on either side of it, with its object.
    #[serde(skip)]
    pub said: Sides,
    /// Role of the item, where it is a residual category.
    pub role: Option<AnswerRole>,
    /// Unweighted base.
    pub n: u32,
    /// Design effect (variance ratio).
    pub deff: f64,
    /// `hidden` also where the item is suppressed.
    pub base_class: Base,
    /// Its positive or negative answers together are a small cell: suppressed in the public edition.
    pub suppressed: bool,
    /// Answers in codebook order.
    pub answers: Vec<Answer>,
    /// Sum of the positive answers, where the question is a scale.
    pub positive: Option<IntervalEstimate>,
    /// Sum of the negative answers, where the question is a scale.
    pub negative: Option<IntervalEstimate>,
    /// Positive minus negative, −100–100.
    pub net: Option<IntervalEstimate>,
}

/// One answer.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// Code of the answer.
    pub code: String,
    /// Its wording.
    pub label: LocalizedText,
    /// Its role on the scale or outside of it.
    pub role: Option<AnswerRole>,
    /// `None`: the cell is suppressed in the public edition, so that printing it is an error and no leak.
    #[serde(flatten)]
    pub estimate: Option<Estimate>,
}

/// A share with its confidence interval, in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// Unweighted number who gave this answer.
    pub n_option: u32,
    /// Share, 0–100.
    pub percent: f64,
    /// Lower bound, 0–100.
    pub low: f64,
    /// Upper bound, 0–100.
    pub high: f64,
}

/// A derived measure with its confidence interval, in per cent or points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct IntervalEstimate {
    /// The value.
    pub value: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// An item or answer in its question's ranking.
#[derive(Debug, Clone, Serialize)]
pub struct Ranked {
    /// Code of the item or answer.
    #[serde(skip)]
    pub code: String,
    /// What it is called.
    pub label: LocalizedText,
    /// Of an item of a scale: what the study says of those on its positive side.
    pub said: Option<LocalizedText>,
    /// Share, 0–100.
    pub percent: f64,
    /// Lower bound, 0–100.
    pub low: f64,
    /// Upper bound, 0–100.
    pub high: f64,
    /// Unweighted base.
    pub n: u32,
    /// What the base allows to be shown.
    pub base_class: Base,
    /// The interval is so wide that it is marked.
    pub wide: bool,
    /// Above one half with the whole interval.
    pub majority: bool,
    /// A residual category ("other", "none of the above", "hard to answer", "refused"): listed last, never a leader.
    pub residual: bool,
}

impl QuestionFacts {
    /// Whether its table by groups has its answers for rows: it has no items, or is a scale of one.
    pub fn has_rows_of_answers(&self) -> bool {
        let is_one = self.kind == QuestionKind::Scale && self.items.len() == 1;
        is_one || self.items.iter().all(|item| item.code.is_none())
    }

    /// The question over the groups of a breakdown; `None` where there are no records for it.
    pub fn crosstab(&self, by: &str) -> Option<&Crosstab> {
        self.crosstabs.iter().find(|crosstab| crosstab.id == by)
    }
}

impl IntervalEstimate {
    /// A share (0–1) with its interval (0–1), in per cent.
    pub(super) fn of_share(share: f64, (low, high): (f64, f64)) -> Self {
        Self { value: share * 100.0, low: low * 100.0, high: high * 100.0 }
    }
}

/// One question's facts from some results.
pub(super) fn one(study: &Study, results: &Results, id: &str) -> Option<QuestionFacts> {
    let q = study.codebook.questions.iter().find(|q| q.id.as_str() == id)?;
    let index = indexed(results.records.iter().filter(|r| r.question == id));
    question(study, q, &index, respondents(results))
}

/// Respondents whose answers are tabulated: the largest base of all questions.
fn respondents(results: &Results) -> u32 {
    results.records.iter().filter(|r| r.by.is_none()).map(|r| r.n).max().unwrap_or_default()
}

/// All blocks that have results, in codebook order.
pub(super) fn blocks(study: &StudyAsOf) -> Vec<BlockFacts> {
    let Some(results) = study.latest_results() else { return Vec::new() };
    let index = indexed(results.records.iter());
    let all = respondents(results);
    let codebook = &study.codebook;
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
                .filter_map(|q| question(study, q, &index, all))
                .collect(),
        })
        .filter(|block| !block.questions.is_empty())
        .collect()
}

fn question(study: &Study, q: &Question, index: &Index<'_>, all: u32) -> Option<QuestionFacts> {
    let items: Vec<Item> = if q.items.is_empty() {
        item(study, q, None, index).into_iter().collect()
    } else {
        q.items.iter().filter_map(|i| item(study, q, Some(i), index)).collect()
    };
    let first = items.iter().max_by_key(|i| i.n)?;
    let (n, deff) = (first.n, first.deff);
    let ranking = ranking(&study.thresholds, q, &items);
    let mut own = ranking.iter().filter(|r| !r.residual);
    let leader = own.next();
    let runner_up = own.map(|r| r.high).fold(f64::NEG_INFINITY, f64::max);
    let withheld = withheld(q, &items);
    let by_groups = crosstabs(study, q, index, &withheld, Crosstab::of_answers);
    let totals = match q.kind {
        QuestionKind::Scale => crosstabs(study, q, index, &withheld, Crosstab::of_totals),
        QuestionKind::Single | QuestionKind::Multiple => Vec::new(),
    };
    let told = if q.kind == QuestionKind::Scale { &totals } else { &by_groups };
    Some(QuestionFacts {
        id: q.id.to_string(),
        kind: q.kind,
        text: q.text.clone(),
        short: q.label().clone(),
        base: q.base.clone(),
        n,
        deff,
        leader_is_clear: runner_up.is_finite() && leader.is_some_and(|l| l.low > runner_up),
        breakdowns: breakdowns(study, q, index, told),
        reading: QuestionReading::new(&study.thresholds, q, &items, &ranking, all),
        groups_reading: GroupsReading::new(&study.thresholds, q, told),
        crosstabs: by_groups,
        totals,
        ranking,
        items,
    })
}

/// Codes of the answers and items that the public edition withholds in the whole sample: their groups would add up to
/// them.
fn withheld(q: &Question, items: &[Item]) -> Vec<String> {
    let mut codes = Vec::new();
    if let (QuestionKind::Scale, [only]) = (q.kind, items) {
        codes.extend(only.answers.iter().filter(|a| a.estimate.is_none()).map(|a| a.code.clone()));
    }
    for item in items {
        let gone = || item.answers.iter().filter(|a| a.estimate.is_none());
        match &item.code {
            Some(code) if item.suppressed || (q.kind != QuestionKind::Scale && gone().count() > 0) => {
                codes.push(code.clone());
            }
            None => {
                codes.extend(gone().map(|a| a.code.clone()));
                codes.extend(item.suppressed.then(|| q.id.to_string()));
            }
            Some(_) => {}
        }
    }
    codes
}

/// The question by every breakdown that has records for it, without the rows whose codes are withheld.
fn crosstabs<'r>(
    study: &Study,
    q: &Question,
    index: &Index<'r>,
    withheld: &[String],
    make: impl Fn(
        &Study,
        &Question,
        &results::Breakdown,
        &dyn Fn(Option<&str>) -> Vec<&'r Record>,
    ) -> Option<Crosstab>,
) -> Vec<Crosstab> {
    let codes: Vec<Option<&str>> = match q.items.as_slice() {
        [] => vec![None],
        items => items.iter().map(|i| Some(i.code.as_str())).collect(),
    };
    let crosstabs = study.codebook.breakdowns.iter().filter_map(|b| {
        let of_group = |group: Option<&str>| -> Vec<&'r Record> {
            let by = group.map(|group| (b.id.as_str(), group));
            let of_code = |code: Option<&str>| index.get(&(q.id.as_str(), code, by)).cloned();
            codes.iter().filter_map(|code| of_code(*code)).flatten().collect()
        };
        Some(make(study, q, b, &of_group)?.without(withheld, &study.thresholds))
    });
    crosstabs.collect()
}

fn item(study: &Study, q: &Question, own: Option<&QuestionItem>, index: &Index<'_>) -> Option<Item> {
    let code = own.map(|i| i.code.as_str());
    let records = index.get(&(q.id.as_str(), code, None))?;
    let (n, deff) = records::base(records)?;
    let scale = q.kind == QuestionKind::Scale;
    let (positive, positives) = records::sum(q, records, AnswerRole::Positive);
    let (negative, negatives) = records::sum(q, records, AnswerRole::Negative);
    let thresholds = &study.thresholds;
    let sums_are_small = thresholds.is_small_cell(positives) || thresholds.is_small_cell(negatives);
    let suppressed = suppression::applies(study) && scale && sums_are_small;
    let (n_eff, z) = (stats::effective_n(n, deff), thresholds.z);
    let net = stats::net_interval(positive, negative, n_eff, z);
    Some(Item {
        role: own.and_then(|i| i.role),
        said: match (own, q.items.len()) {
            (Some(own), 2..) => own.sides.clone(),
            _ => q.sides.clone(),
        }
        .unwrap_or_default(),
        code: code.map(str::to_owned),
        label: own.and_then(|i| i.label.as_ref()).unwrap_or(q.label()).clone(),
        n,
        deff,
        base_class: if suppressed { Base::Hidden } else { Base::of(n, thresholds) },
        suppressed,
        answers: answers(study, q, records),
        positive: scale.then(|| IntervalEstimate::of_share(positive, stats::wilson(positive, n_eff, z))),
        negative: scale.then(|| IntervalEstimate::of_share(negative, stats::wilson(negative, n_eff, z))),
        net: scale.then(|| IntervalEstimate::of_share(positive - negative, net)),
    })
}

/// The answers that have records.
fn answers(study: &Study, q: &Question, records: &[&Record]) -> Vec<Answer> {
    let present: Vec<(&AnswerOption, &&Record)> = q
        .options
        .iter()
        .filter_map(|o| records.iter().find(|r| r.option == o.code).map(|r| (o, r)))
        .collect();
    let cells: Vec<(Option<AnswerRole>, u32)> =
        present.iter().map(|(option, record)| (option.role, record.n_option)).collect();
    let suppressed = suppression::answers(study, q, &cells);
    present
        .iter()
        .zip(suppressed)
        .map(|((option, record), suppressed)| Answer {
            code: option.code.clone(),
            label: option.label.clone(),
            role: option.role,
            estimate: (!suppressed).then_some(Estimate {
                n_option: record.n_option,
                percent: record.share * 100.0,
                low: record.ci.0 * 100.0,
                high: record.ci.1 * 100.0,
            }),
        })
        .collect()
}

fn ranking(thresholds: &Thresholds, q: &Question, items: &[Item]) -> Vec<Ranked> {
    let shown = items.iter().filter(|i| i.base_class.is_shown());
    let ranked = |named: (String, &LocalizedText), measure, n, residual| {
        ranked(thresholds, named, measure, n, residual)
    };
    let own = |item: &Item| item.code.clone().unwrap_or_else(|| q.id.to_string());
    let is_residual = |role: Option<AnswerRole>| role.is_some_and(AnswerRole::is_residual);
    let mut ranked: Vec<Ranked> = match (q.kind, q.items.is_empty()) {
        (QuestionKind::Scale, _) => {
            let of_item = |i: &Item, m| ranked((own(i), &i.label), m, i.n, false);
            let with_words = |i: &Item, m| Ranked { said: i.said.positive.clone(), ..of_item(i, m) };
            shown.filter_map(|i| Some(with_words(i, i.positive?))).collect()
        }
        (_, false) => shown
            .filter_map(|i| {
                let chosen = i.answers.iter().find(|a| a.role == Some(AnswerRole::Selected));
                let answer = chosen.or_else(|| i.answers.first())?;
                Some(ranked((own(i), &i.label), measure(answer)?, i.n, is_residual(i.role)))
            })
            .collect(),
        (_, true) => shown
            .flat_map(|i| {
                i.answers.iter().filter_map(|a| {
                    let named = (a.code.clone(), &a.label);
                    Some(ranked(named, measure(a)?, i.n, is_residual(a.role)))
                })
            })
            .collect(),
    };
    ranked.sort_by(|a, b| a.residual.cmp(&b.residual).then(b.percent.total_cmp(&a.percent)));
    ranked
}

fn measure(answer: &Answer) -> Option<IntervalEstimate> {
    answer.estimate.map(|e| IntervalEstimate { value: e.percent, low: e.low, high: e.high })
}

fn ranked(
    thresholds: &Thresholds,
    (code, label): (String, &LocalizedText),
    m: IntervalEstimate,
    n: u32,
    residual: bool,
) -> Ranked {
    Ranked {
        code,
        label: label.clone(),
        said: None,
        percent: m.value,
        low: m.low,
        high: m.high,
        n,
        base_class: Base::of(n, thresholds),
        wide: thresholds.is_wide(m.low, m.high),
        majority: m.value > 50.0 && m.low > 50.0,
        residual,
    }
}
