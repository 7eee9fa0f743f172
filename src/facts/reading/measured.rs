//! What the share of a finding is a share of, in the study's own words.

use serde::Serialize;

use crate::study::LocalizedText;
use crate::study::outcome::Measure;
use crate::study::results::{AnswerOption, AnswerRole, Codebook, QuestionKind, Sides};

/// Who is counted by the share of a finding: what they said or chose, and to which group they belong.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measured {
    /// How a sentence has to tell it.
    pub kind: MeasuredKind,
    /// The item that is asked about, where the question has some.
    pub item: Option<LocalizedText>,
    /// The answers whose shares are added up.
    pub answers: Vec<LocalizedText>,
    /// What the study says of those on this side of the scale.
    pub said: Option<LocalizedText>,
    /// The group, where the finding is about one.
    pub group: Option<LocalizedText>,
}

/// How a share is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeasuredKind {
    /// All answers of one side of a scale, of which the study says something.
    Told,
    /// The item was chosen among several.
    Chosen,
    /// Some answers about an item.
    AnsweredOfItem,
    /// Some answers to the whole question.
    Answered,
}

impl Measured {
    /// Reads a measure; `None` of one that is no share.
    pub(in crate::facts) fn new(book: &Codebook, measure: &Measure) -> Option<Self> {
        let Measure::Share { question, item, options, by } = measure else { return None };
        let question = book.questions.iter().find(|q| &q.id == question)?;
        let chosen: Vec<&AnswerOption> =
            question.options.iter().filter(|o| options.contains(&o.code)).collect();
        let named = question.items.iter().find(|i| Some(&i.code) == item.as_ref());
        let sides = named.map_or(question.sides.as_ref(), |i| i.sides.as_ref());
        let said = sides.filter(|_| question.kind == QuestionKind::Scale);
        let said = said.and_then(|s| said_of(s, &question.options, &chosen));
        let kind = match (&said, question.kind, named) {
            (Some(_), ..) => MeasuredKind::Told,
            (None, QuestionKind::Multiple, Some(_)) => MeasuredKind::Chosen,
            (None, _, Some(_)) => MeasuredKind::AnsweredOfItem,
            (None, _, None) => MeasuredKind::Answered,
        };
        let label = |(breakdown, code): (&str, &str)| {
            let breakdown = book.breakdowns.iter().find(|b| b.id.as_str() == breakdown)?;
            breakdown.groups.iter().find(|g| g.code == code).map(|g| g.label.clone())
        };
        Some(Self {
            kind,
            item: named.and_then(|i| i.label.clone()),
            answers: chosen.iter().map(|o| o.label.clone()).collect(),
            said,
            group: by.as_ref().and_then(|by| by.iter().find_map(label)),
        })
    }
}

/// What is said of those who chose all answers of one side, and none but these.
fn said_of(sides: &Sides, all: &[AnswerOption], chosen: &[&AnswerOption]) -> Option<LocalizedText> {
    let is = |role: AnswerRole| {
        let own = all.iter().filter(|o| o.role == Some(role));
        own.clone().count() == chosen.len() && chosen.iter().all(|o| o.role == Some(role))
    };
    if is(AnswerRole::Positive) {
        sides.positive.clone()
    } else if is(AnswerRole::Negative) {
        sides.negative.clone()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{AnswerRole, Sides, said_of};
    use crate::facts::reading::example::{question, text};
    use crate::study::results::QuestionKind;

    #[test]
    fn a_side_is_told_where_all_its_answers_are_counted() {
        let (yes, no) = (Some(AnswerRole::Positive), Some(AnswerRole::Negative));
        let q = question(QuestionKind::Scale, &[("1", yes), ("2", yes), ("3", no)], &[]);
        let sides = Sides { positive: Some(text("trust")), negative: Some(text("do not")) };
        let told = |codes: &[&str]| {
            let chosen: Vec<_> = q.options.iter().filter(|o| codes.contains(&o.code.as_str())).collect();
            said_of(&sides, &q.options, &chosen)
        };
        assert_eq!(told(&["1", "2"]), sides.positive);
        assert_eq!(told(&["3"]), sides.negative);
        assert_eq!((told(&["1"]), told(&["2", "3"])), (None, None));
    }
}
