//! A question's own distribution: bars, diverging or plain stacked bars.

use super::{Bound, limit};
use crate::diag::{Code, Diagnostic, say};
use crate::document::chart::{Answer, Bar, Bars, Chart, Likert, LikertRow, Side, Stacked, Tone, Value};
use crate::document::draft::Attributes;
use crate::facts::{Item, QuestionFacts};
use crate::resolve::axis::nice;
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;
use crate::study::LocalizedText;
use crate::study::results::{AnswerRole, QuestionKind};

impl Sources<'_> {
    pub(super) fn likert(&self, question: &QuestionFacts) -> Result<Bound, Diagnostic> {
        let Some(first) = question.items.first() else {
            return Err(Diagnostic::new(Code::ChartWithoutData, say!("chart-question-without-items")));
        };
        let order = scale_order(first);
        let answers: Vec<Answer> = tones(first, &order)
            .into_iter()
            .map(|(i, tone, side)| Answer {
                label: first.answers[i].label.get(self.locale.language()).unwrap_or_default().to_owned(),
                tone,
                side,
            })
            .collect();
        let mut items: Vec<&Item> = question.items.iter().collect();
        items.sort_by(|a, b| net(b).total_cmp(&net(a)));
        let rows = items
            .iter()
            .map(|item| LikertRow {
                label: item.label.get(self.locale.language()).unwrap_or_default().to_owned(),
                values: item.base_class.is_shown().then(|| {
                    let codes = order.iter().map(|i| &first.answers[*i].code);
                    codes.map(|code| self.share_of(item, code)).collect()
                }),
            })
            .collect();
        Ok(Bound {
            chart: Chart::Likert(Likert { answers, rows }),
            notes: self.survey_notes(question, Caveats { unsigned: true, ..Caveats::of(question) })?,
        })
    }

    fn share_of(&self, item: &Item, code: &str) -> Value {
        match item.answers.iter().find(|a| a.code == code).map(|a| a.estimate) {
            Some(Some(estimate)) => {
                Value { value: estimate.percent, printed: self.locale.share(estimate.percent) }
            }
            // Withheld: no length either, which could be measured.
            Some(None) => Value { value: 0.0, printed: "—".to_owned() },
            None => Value { value: 0.0, printed: self.locale.share(0.0) },
        }
    }

    /// The same distribution from 0 to 100 %.
    pub(super) fn stacked(&self, question: &QuestionFacts) -> Result<Bound, Diagnostic> {
        let bound = self.likert(question)?;
        let Chart::Likert(Likert { answers, rows }) = bound.chart else { return Ok(bound) };
        Ok(Bound { chart: Chart::Stacked(Stacked { answers, rows }), ..bound })
    }

    pub(super) fn bars(
        &self,
        question: &QuestionFacts,
        attributes: &Attributes,
    ) -> Result<Bound, Diagnostic> {
        let limit = limit(attributes)?;
        let mut caveats = Caveats { intervals: true, ..Caveats::of(question) };
        let mut bars: Vec<Bar> = question
            .ranking
            .iter()
            .take(limit)
            .enumerate()
            .map(|(i, r)| Bar {
                label: format!("{}{}", self.text(&r.label), caveats.sign(r.base_class, r.wide)),
                value: Some(Value {
                    value: r.percent,
                    printed: self.locale.percent(r.percent, self.locale.share_decimals()),
                }),
                interval: Some((r.low, r.high)),
                tone: match (r.residual, i) {
                    (true, _) => Tone::Grey,
                    (false, 0) if question.leader_is_clear => Tone::Accent,
                    _ => Tone::Calm,
                },
            })
            .collect();
        bars.extend(unshown(question).into_iter().map(|label| Bar {
            label: self.text(label).to_owned(),
            value: None,
            interval: None,
            tone: Tone::Grey,
        }));
        let max = bars.iter().filter_map(|b| b.interval).map(|i| i.1).fold(1.0, f64::max);
        Ok(Bound {
            chart: Chart::Bars(Bars { axis: nice(0.0, max, 5, self.locale, String::new()), bars }),
            notes: self.survey_notes(question, caveats)?,
        })
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
fn scale_order(item: &Item) -> Vec<usize> {
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
