//! What experts answered, beside the residents: counts only.

use serde::Serialize;

use super::count::{MostFrequent, Tally};
use super::question::Verdict;
use super::standing::Standing;
use crate::facts::questions::QuestionFacts;

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
/// `xq-problem` repeats `q-problems`. Wordings are not the same, so that a comparison is one of kind.
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
    /// One of the two has no clear leader, or the question is a scale.
    NotComparable {
        /// Id of the survey's question.
        question: String,
    },
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
    let leader = if let Verdict::Majority(choice) | Verdict::ClearLeader(choice) = &q.reading.verdict {
        choice.leaders.named.first()
    } else {
        None
    };
    match (leader, experts) {
        (Some(leader), Some(own)) if leader.label == own.label => {
            Residents::Same { question, leader: leader.clone() }
        }
        (Some(leader), Some(_)) => Residents::Other { question, leader: leader.clone() },
        _ => Residents::NotComparable { question },
    }
}

#[cfg(test)]
mod tests {
    use super::{ExpertReading, ExpertReadingKind, Residents};
    use crate::facts::questions::QuestionFacts;
    use crate::facts::reading::Tally;
    use crate::facts::reading::example::{facts, item, question, ranking, text};
    use crate::study::Id;
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

    #[test]
    fn one_expert_is_not_unanimous_and_none_is_nothing() {
        assert_eq!(read("xq", &[("water", 1)], &[]).kind, ExpertReadingKind::Clear);
        assert_eq!(read("xq", &[("water", 2), ("roads", 0)], &[]).kind, ExpertReadingKind::Unanimous);
        let nobody = read("xq", &[("water", 0)], &[]);
        assert_eq!((nobody.kind, nobody.most), (ExpertReadingKind::Unanswered, None));
    }
}
