//! What an index measures in one component, from the shares of its answers.

use crate::study::results::{AnswerRole, IndexMethod, Question};

/// The value of a component: 0–100, a net balance −100–100. `share` gives the share (0–1) of an answer's code.
/// Nothing where the question has no scale, or nobody gave an answer on it.
pub fn component_value(question: &Question, method: IndexMethod, share: impl Fn(&str) -> f64) -> Option<f64> {
    let of_role = |role: AnswerRole| -> f64 {
        question.options.iter().filter(|o| o.role == Some(role)).map(|o| share(&o.code)).sum()
    };
    match method {
        IndexMethod::MeanScore => mean_score(question, share),
        IndexMethod::TopBox => Some(100.0 * of_role(AnswerRole::Positive)),
        IndexMethod::NetBalance => {
            Some(100.0 * (of_role(AnswerRole::Positive) - of_role(AnswerRole::Negative)))
        }
    }
}

/// Mean of the scale's answers moved to 0–100 in equal steps, the most positive end being 100.
fn mean_score(question: &Question, share: impl Fn(&str) -> f64) -> Option<f64> {
    let scale: Vec<_> =
        question.options.iter().filter(|o| !o.role.is_some_and(AnswerRole::is_nonsubstantive)).collect();
    let steps = f64::from(u32::try_from(scale.len()).ok()?.checked_sub(1).filter(|s| *s > 0)?);
    let falls = scale.first().is_some_and(|o| o.role == Some(AnswerRole::Positive));
    let mut sum = 0.0;
    let mut base = 0.0;
    for (place, option) in scale.iter().enumerate() {
        let up = f64::from(u32::try_from(place).ok()?) / steps;
        let share = share(&option.code);
        sum += share * if falls { 1.0 - up } else { up };
        base += share;
    }
    (base > 0.0).then(|| 100.0 * sum / base)
}
