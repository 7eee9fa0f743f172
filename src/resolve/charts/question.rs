//! A question's own distribution, and its change through the stages of the results.

use super::{Basis, Table};
use crate::chart::data::{
    self, Answer, ChartData, Measure, RankedShare, Scale, ScaleRow, Side, TrendPoint, Unit,
};
use crate::diag::{Code, Diagnostic, say};
use crate::facts::{Item, QuestionFacts, Ranked, Trend, TrendRow};
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;
use crate::study::LocalizedText;
use crate::study::results::{AnswerRole, QuestionKind};
use crate::theme::Tone;

impl Sources<'_> {
    /// The answers of a scale, items by their balance, highest first.
    pub(super) fn scale<'q>(&self, question: &'q QuestionFacts) -> Result<Table<'q>, Diagnostic> {
        let Some(first) = question.items.first() else {
            return Err(Diagnostic::new(Code::ChartWithoutData, say!("chart-question-without-items")));
        };
        let language = self.locale.language();
        let order = scale_order(first);
        let answers = tones(first, &order).into_iter().map(|(i, tone, side)| Answer {
            label: first.answers[i].label.get(language).unwrap_or_default().to_owned(),
            tone,
            side,
        });
        let mut items: Vec<&Item> = question.items.iter().collect();
        items.sort_by(|a, b| net(b).total_cmp(&net(a)));
        let rows = items.iter().map(|item| ScaleRow {
            label: item.label.get(language).unwrap_or_default().to_owned(),
            shares: item.base_class.is_shown().then(|| {
                let codes = order.iter().map(|i| &first.answers[*i].code);
                codes.map(|code| share_of(item, code)).collect()
            }),
            nets: [&item.negative, &item.positive]
                .map(|net| net.filter(|_| item.base_class.is_shown()).map(|m| m.value)),
            n: None,
        });
        let said = question.reading.scale.as_ref().map(|scale| &scale.said);
        let said = said.and_then(|said| said.negative.as_ref().zip(said.positive.as_ref()));
        let said =
            said.map(|(negative, positive)| [negative, positive].map(|words| self.text(words).to_owned()));
        let (answers, rows) = (answers.collect(), rows.collect());
        let data = ChartData::Scale(Scale { answers, rows, said, is_by_groups: false });
        Ok(Table { data, caveats: self.caveats_of(question), basis: Basis::Survey(question) })
    }

    /// Answers or items by their share; those stand out that may hold the first place. Answers of two sides have the
    /// colours of these.
    pub(super) fn ranking<'q>(&self, question: &'q QuestionFacts, limit: usize) -> Table<'q> {
        let mut caveats = self.caveats_of(question);
        caveats.rounded_sum &= question.items.len() == 1 && question.ranking.len() <= limit;
        let first = question.ranking.iter().find(|r| !r.residual).map_or(0.0, |r| r.low);
        let sides = sides(question);
        let tone = |r: &Ranked| match sides.iter().find(|(code, _)| **code == r.code) {
            _ if r.residual => Tone::Grey,
            Some((_, tone)) => *tone,
            None if r.high >= first => Tone::Calm,
            None => Tone::CalmSoft,
        };
        let shown = question.ranking.iter().take(limit).map(|r| RankedShare {
            label: format!("{}{}", self.text(&r.label), caveats.sign(r.base_class, r.wide)),
            share: Some(Measure { value: r.percent, interval: (r.low, r.high) }),
            tone: tone(r),
        });
        let mut rows: Vec<RankedShare> = shown.collect();
        if sides.is_empty() && rows.iter().any(|row| row.tone == Tone::CalmSoft) {
            caveats.colours = Some("colours_of_first");
        }
        rows.extend(unshown(question).into_iter().map(|label| RankedShare {
            label: self.text(label).to_owned(),
            share: None,
            tone: Tone::Grey,
        }));
        Table { data: ChartData::Ranking(rows), caveats, basis: Basis::Survey(question) }
    }

    /// The shares at every stage of the results.
    pub(super) fn trend<'q>(
        &self,
        question: &'q QuestionFacts,
        limit: usize,
    ) -> Result<Table<'q>, Diagnostic> {
        let few = || {
            let message = say!("chart-stages-few", id = &question.id);
            Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-guard-directive"))
        };
        let trend = Trend::new(self.study, &question.id).ok_or_else(few)?;
        let mut points = Vec::new();
        for (stage, date) in &trend.stages {
            let stage = self.locale.enum_word("stage", stage.as_str())?.to_owned();
            points.push(TrendPoint { stage, date: Some(*date) });
        }
        let mut caveats = Caveats::default();
        let value = |r: &Ranked| (r.percent, Some((r.low, r.high)));
        let rows = trend.rows.iter().filter(|row| !row.residual).take(limit).map(|row| data::TrendRow {
            label: format!("{}{}", self.text(&row.label), sign(row, &mut caveats)),
            values: row.values.iter().map(|v| v.as_ref().map(value)).collect(),
            tone: change(row),
        });
        let rows = rows.collect();
        let data = ChartData::Trend(data::Trend { unit: Unit::Share, points, rows });
        Ok(Table { data, caveats, basis: Basis::Survey(question) })
    }
}

/// The share of an answer: 0 where nobody gave it, `None` where it is withheld.
fn share_of(item: &Item, code: &str) -> Option<f64> {
    match item.answers.iter().find(|a| a.code == code) {
        Some(answer) => answer.estimate.map(|estimate| estimate.percent),
        None => Some(0.0),
    }
}

fn sign(row: &TrendRow, caveats: &mut Caveats) -> String {
    let last = row.values.last().and_then(Option::as_ref);
    last.map(|r| caveats.sign(r.base_class, r.wide)).unwrap_or_default()
}

/// A change beyond both intervals has a colour.
fn change(row: &TrendRow) -> Tone {
    match (row.values.first().and_then(Option::as_ref), row.values.last().and_then(Option::as_ref)) {
        (Some(before), Some(now)) if now.low > before.high => Tone::Calm,
        (Some(before), Some(now)) if now.high < before.low => Tone::Accent,
        _ => Tone::Grey,
    }
}

/// Answers that exclude each other and of which some are good and some bad, with the colour of their side.
fn sides(question: &QuestionFacts) -> Vec<(&String, Tone)> {
    let [item] = question.items.as_slice() else { return Vec::new() };
    let tone = |answer: &crate::facts::Answer| match answer.role {
        Some(AnswerRole::Positive) => Some(Tone::Calm),
        Some(AnswerRole::Negative) => Some(Tone::Accent),
        _ => None,
    };
    let found: Vec<(&String, Tone)> =
        item.answers.iter().filter_map(|answer| Some((&answer.code, tone(answer)?))).collect();
    let has = |tone: Tone| found.iter().any(|(_, found)| *found == tone);
    if question.kind == QuestionKind::Single && has(Tone::Calm) && has(Tone::Accent) {
        found
    } else {
        Vec::new()
    }
}

/// Labels of what a question's bars cannot show: items with a small base, answers suppressed.
fn unshown(question: &QuestionFacts) -> Vec<&LocalizedText> {
    let own = |item: &&Item| item.code.is_some() && question.kind == QuestionKind::Multiple;
    let suppressed = |answers: &[crate::facts::Answer]| answers.iter().any(|a| a.estimate.is_none());
    let mut labels = Vec::new();
    for item in &question.items {
        if !item.base_class.is_shown() || own(&item) && suppressed(&item.answers) {
            labels.push(&item.label);
        } else if !own(&item) {
            labels.extend(item.answers.iter().filter(|a| a.estimate.is_none()).map(|a| &a.label));
        }
    }
    labels
}

fn net(item: &Item) -> f64 {
    item.net.map_or(f64::NEG_INFINITY, |m| m.value)
}

/// Positions of the answers from the most negative to the most positive, then those apart.
/// Codebooks list a scale from either end; its first role tells which.
pub(super) fn scale_order(item: &Item) -> Vec<usize> {
    let apart = |i: &usize| item.answers[*i].role.is_some_and(AnswerRole::is_nonsubstantive);
    let (outside, mut scale): (Vec<usize>, Vec<usize>) = (0..item.answers.len()).partition(apart);
    if scale.first().is_some_and(|i| item.answers[*i].role == Some(AnswerRole::Positive)) {
        scale.reverse();
    }
    scale.into_iter().chain(outside).collect()
}

/// Tone and side of each answer: the outermost of a side is full, the inner ones soft.
fn tones(item: &Item, order: &[usize]) -> Vec<(usize, Tone, Side)> {
    let role = |i: usize| item.answers[i].role;
    let first_negative = order.iter().find(|i| role(**i) == Some(AnswerRole::Negative));
    let last_positive = order.iter().rfind(|i| role(**i) == Some(AnswerRole::Positive));
    order
        .iter()
        .map(|i| match role(*i) {
            Some(AnswerRole::Negative) if Some(i) == first_negative => (*i, Tone::Accent, Side::Negative),
            Some(AnswerRole::Negative) => (*i, Tone::AccentSoft, Side::Negative),
            Some(AnswerRole::Positive) if Some(i) == last_positive => (*i, Tone::Calm, Side::Positive),
            Some(AnswerRole::Positive) => (*i, Tone::CalmSoft, Side::Positive),
            Some(r) if r.is_nonsubstantive() => (*i, Tone::Grey, Side::Apart),
            _ => (*i, Tone::Middle, Side::Middle),
        })
        .collect()
}
