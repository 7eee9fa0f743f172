//! What experts answered, beside the residents: counts only.

use serde::Serialize;

use super::choice::Choice;
use super::count::{MostFrequent, Tally};
use super::extreme::Listing;
use super::standing::Standing;
use crate::facts::questions::{Item, QuestionFacts};
use crate::study::results::{AnswerRole, QuestionKind};

/// What the experts answered to a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExpertReading {
    /// The reading, by its `kind`.
    pub kind: ExpertReadingKind,
    /// The most frequent answer, or those that were given equally often; undefined where nobody answered.
    pub most: Option<MostFrequent>,
    /// What the residents answered to the same question.
    pub residents: Residents,
}

/// How the experts' answers are distributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExpertReadingKind {
    /// Nobody answered.
    Unanswered,
    /// All who answered, two at the least, gave one answer.
    Unanimous,
    /// One answer was given most often.
    Clear,
    /// Several were given equally often.
    Tied,
}

/// The residents' answer to the question that an expert question repeats.
///
/// An expert question repeats the question of the survey whose id with an `x` before it begins with its own:
/// `xq-problem` repeats `q-problems`. Wordings are not the same, so that a comparison is one of kind: whether the first
/// answers of both are the same. A first place that several share, by their counts or by their intervals, is no answer
/// to compare; nor is one that the other question does not offer, or one of several items.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Residents {
    /// The survey has no such question.
    NotAsked,
    /// Both have one clear leader, and it is the same answer.
    Same {
        /// Id of the survey's question.
        question: String,
        /// The residents' leader.
        leader: Standing,
    },
    /// Both have one clear leader, and the two are not the same.
    Other {
        /// Id of the survey's question.
        question: String,
        /// The residents' leader.
        leader: Standing,
    },
    /// One of the two has no clear leader, or their answers cannot be compared.
    NotComparable {
        /// Id of the survey's question.
        question: String,
        /// The residents' leader, or those who share the first place; none of a question with several items.
        leaders: Listing<Standing>,
    },
}

/// On how many questions the first answers of experts and residents are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ExpertsReading {
    /// The reading, by its `kind`.
    pub kind: ExpertsKind,
    /// Questions on which they are.
    pub same: usize,
    /// Questions that the survey asked, too.
    pub asked: usize,
}

/// Whether the first answers of experts and residents are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExpertsKind {
    /// On no question, or none was asked of both.
    NoneSame,
    /// On one or more.
    SomeSame,
}

impl ExpertsReading {
    /// Counts the questions.
    pub fn new<'a>(all: impl Iterator<Item = &'a ExpertReading>) -> Self {
        let asked: Vec<_> = all.filter(|r| r.residents != Residents::NotAsked).collect();
        let same = asked.iter().filter(|r| matches!(r.residents, Residents::Same { .. })).count();
        let kind = if same == 0 { ExpertsKind::NoneSame } else { ExpertsKind::SomeSame };
        Self { kind, same, asked: asked.len() }
    }
}

impl ExpertReading {
    /// Reads the counts of an expert question's answers beside the survey's questions.
    pub fn new<'a>(id: &str, answers: &[Tally], survey: impl Iterator<Item = &'a QuestionFacts>) -> Self {
        let answered: usize = answers.iter().map(|a| a.count).sum();
        let most = MostFrequent::of(answers.iter().cloned());
        let kind = match &most {
            None => ExpertReadingKind::Unanswered,
            Some(MostFrequent::Clear { only }) if only.count == answered && answered > 1 => {
                ExpertReadingKind::Unanimous
            }
            Some(MostFrequent::Clear { .. }) => ExpertReadingKind::Clear,
            Some(MostFrequent::Tied { .. }) => ExpertReadingKind::Tied,
        };
        let residents = residents(id, most.as_ref().and_then(MostFrequent::clear), survey);
        Self { kind, most, residents }
    }
}

fn residents<'a>(
    id: &str,
    experts: Option<&Tally>,
    mut survey: impl Iterator<Item = &'a QuestionFacts>,
) -> Residents {
    let Some(q) = survey.find(|q| format!("x{}", q.id).starts_with(id)) else { return Residents::NotAsked };
    let question = q.id.clone();
    let leaders = leaders(q);
    let offers =
        |i: &Item, own: &Tally| i.label == own.label || i.answers.iter().any(|a| a.label == own.label);
    let is_offered = |own: &Tally| q.items.iter().any(|i| offers(i, own));
    match (leaders.named.as_slice(), experts) {
        ([leader], Some(own)) if leader.label == own.label => {
            Residents::Same { question, leader: leader.clone() }
        }
        ([leader], Some(own)) if is_offered(own) => Residents::Other { question, leader: leader.clone() },
        _ => Residents::NotComparable { question, leaders },
    }
}

/// The answer that stands first, or those that share its place.
fn leaders(q: &QuestionFacts) -> Listing<Standing> {
    let of_scale = || {
        let [item] = q.items.as_slice() else { return None };
        let given = item.answers.iter().filter(|a| !a.role.is_some_and(AnswerRole::is_residual));
        let given = given.filter_map(|a| Standing::of_answer(a, item.n));
        Some(Choice::read(given.filter(|_| item.base_class.is_shown()).collect()))
    };
    let own = (q.kind == QuestionKind::Scale).then(of_scale).flatten();
    own.as_ref().unwrap_or(&q.reading.verdict).leaders()
}

#[cfg(test)]
mod tests {
    use super::{ExpertReading, ExpertReadingKind, ExpertsKind, ExpertsReading, Residents};
    use crate::facts::questions::QuestionFacts;
    use crate::facts::reading::Tally;
    use crate::facts::reading::example::{facts, item, question, ranking, text};
    use crate::study::Id;
    use crate::study::results::AnswerRole::{DontKnow, Negative, Positive};
    use crate::study::results::QuestionKind;

    fn survey(second: f64) -> QuestionFacts {
        let mut q = question(QuestionKind::Multiple, &[("water", None), ("roads", None)], &[]);
        q.id = Id("q-problems".to_owned());
        let answers = [("water", None, 40.0, 2.0), ("roads", None, second, 2.0)];
        facts(&q, vec![item(None, 1000, &answers)], ranking(1000, &answers), &[])
    }

    fn read(id: &str, counts: &[(&str, usize)], survey: &[QuestionFacts]) -> ExpertReading {
        let tallies: Vec<Tally> = counts.iter().map(|(code, n)| Tally::new(code, &text(code), *n)).collect();
        ExpertReading::new(id, &tallies, survey.iter())
    }

    #[test]
    fn experts_and_residents_may_name_the_same_or_another_answer() {
        let clear = [survey(20.0)];
        let same = read("xq-problem", &[("water", 4), ("roads", 3)], &clear);
        assert_eq!(same.kind, ExpertReadingKind::Clear);
        assert!(matches!(same.residents, Residents::Same { .. }));
        let other = read("xq-problem", &[("water", 3), ("roads", 4)], &clear);
        assert!(matches!(other.residents, Residents::Other { .. }));
        let tied = read("xq-problem", &[("water", 3), ("roads", 3)], &clear);
        assert_eq!(tied.kind, ExpertReadingKind::Tied);
        assert!(matches!(tied.residents, Residents::NotComparable { .. }));
        let unclear = read("xq-problem", &[("water", 4)], &[survey(39.0)]);
        assert!(matches!(unclear.residents, Residents::NotComparable { .. }));
        assert_eq!(read("xq-trust", &[("water", 4)], &clear).residents, Residents::NotAsked);
    }

    /// A scale of one item with its positive answer and its negative one.
    fn scale(negative: f64) -> QuestionFacts {
        let mut q = question(QuestionKind::Scale, &[("good", Some(Positive)), ("bad", Some(Negative))], &[]);
        q.id = Id("q-roads".to_owned());
        let answers = [
            ("good", Some(Positive), 30.0, 2.0),
            ("bad", Some(Negative), negative, 2.0),
            ("hard", Some(DontKnow), 35.0, 2.0),
        ];
        facts(&q, vec![item(None, 1000, &answers)], ranking(1000, &[("q-roads", None, 30.0, 2.0)]), &[])
    }

    #[test]
    fn the_first_answer_on_a_scale_is_compared_too() {
        let read = |counts, negative| read("xq-road", counts, &[scale(negative)]).residents;
        assert!(matches!(read(&[("good", 4)], 20.0), Residents::Same { .. }));
        assert!(matches!(read(&[("bad", 4)], 20.0), Residents::Other { .. }));
        let shared = read(&[("good", 4)], 29.0);
        assert!(matches!(shared, Residents::NotComparable { leaders, .. } if leaders.count == 2));
        assert!(matches!(read(&[("fair", 4)], 20.0), Residents::NotComparable { .. }));
    }

    #[test]
    fn questions_with_the_same_first_answer_are_counted() {
        let survey = [survey(20.0)];
        let one = |id: &str, code: &str| read(id, &[(code, 4)], &survey);
        let all = [one("xq-problem", "water"), one("xq-problem", "roads"), one("xq-trust", "water")];
        let found = ExpertsReading::new(all.iter());
        assert_eq!((found.kind, found.same, found.asked), (ExpertsKind::SomeSame, 1, 2));
        assert_eq!(ExpertsReading::new(all[1..].iter()).kind, ExpertsKind::NoneSame);
    }

    #[test]
    fn one_expert_is_not_unanimous_and_none_is_nothing() {
        assert_eq!(read("xq", &[("water", 1)], &[]).kind, ExpertReadingKind::Clear);
        assert_eq!(read("xq", &[("water", 2), ("roads", 0)], &[]).kind, ExpertReadingKind::Unanimous);
        let nobody = read("xq", &[("water", 0)], &[]);
        assert_eq!((nobody.kind, nobody.most), (ExpertReadingKind::Unanswered, None));
    }
}
