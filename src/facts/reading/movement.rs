//! Components of an index that moved since the earlier stage.

use serde::Serialize;

use crate::facts::{component_value, records, stats};
use crate::study::results::{AnswerRole, Component, Index, IndexMethod, Question, Record, Results};
use crate::study::{LocalizedText, StudyAsOf};

/// A component that rose or fell: its confidence intervals at the two stages do not overlap.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Movement {
    /// Which way.
    pub kind: MovementKind,
    /// Id of the question.
    pub question: String,
    /// Name of the component.
    pub label: LocalizedText,
    /// Value of the earlier stage, in the unit of the index's method.
    pub previous: f64,
    /// Value of the stage in use.
    pub value: f64,
    /// Between them; positive.
    pub difference: f64,
}

/// Which way a component moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MovementKind {
    /// Upwards.
    Rose,
    /// Downwards.
    Fell,
}

/// The components of an index that moved; none where there is no earlier stage, no method, or where the component's
/// question is defined otherwise since then.
pub(in crate::facts) fn movements(study: &StudyAsOf, index: &Index) -> Vec<Movement> {
    let (Some(now), Some(before)) = (study.latest_results(), study.earlier_results()) else {
        return Vec::new();
    };
    let Some(method) = index.method else { return Vec::new() };
    let movement = |part: &Component| {
        let question = study.codebook.questions.iter().find(|q| q.id == part.question)?;
        if study.redefined(question.redefined.as_ref()).is_some() {
            return None;
        }
        let value = |results| estimate(results, part, question, (method, study.thresholds.z));
        let (new, old) = (value(now)?, value(before)?);
        let kind = direction(&old, &new)?;
        let item = part.item.as_ref().and_then(|code| question.items.iter().find(|i| &i.code == code));
        Some(Movement {
            kind,
            question: question.id.to_string(),
            label: item.and_then(|i| i.label.as_ref()).unwrap_or(question.label()).clone(),
            previous: old.value,
            value: new.value,
            difference: (new.value - old.value).abs(),
        })
    };
    index.components.iter().filter_map(movement).collect()
}

/// A component's value with its interval, in the unit of the method.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Estimate {
    value: f64,
    low: f64,
    high: f64,
}

fn direction(old: &Estimate, new: &Estimate) -> Option<MovementKind> {
    if new.low > old.high {
        Some(MovementKind::Rose)
    } else if new.high < old.low {
        Some(MovementKind::Fell)
    } else {
        None
    }
}

fn estimate(
    results: &Results,
    part: &Component,
    question: &Question,
    (method, z): (IndexMethod, f64),
) -> Option<Estimate> {
    let of_part = |r: &&Record| r.is_of(part.question.as_str(), part.item.as_deref(), None);
    let records: Vec<&Record> = results.records.iter().filter(of_part).collect();
    let (n, deff) = records::base(&records)?;
    let share = |code: &str| records.iter().find(|r| r.option == code).map_or(0.0, |r| r.share);
    interval(question, (method, z), stats::effective_n(n, deff), share)
}

/// The value of a component with its confidence interval on an effective size; `z` as in [`stats::wilson`].
///
/// Share: Wilson. Net balance: `stats::net_interval`. Mean score: normal, with the variance of the scores over the
/// effective number of those who gave an answer on the scale.
fn interval(
    question: &Question,
    (method, z): (IndexMethod, f64),
    n_eff: f64,
    share: impl Fn(&str) -> f64,
) -> Option<Estimate> {
    let value = component_value(question, method, &share)?;
    let of_role = |role: AnswerRole| -> f64 {
        question.options.iter().filter(|o| o.role == Some(role)).map(|o| share(&o.code)).sum()
    };
    let (low, high) = match method {
        IndexMethod::TopBox => scaled(stats::wilson(of_role(AnswerRole::Positive), n_eff, z)),
        IndexMethod::NetBalance => scaled(stats::net_interval(
            of_role(AnswerRole::Positive),
            of_role(AnswerRole::Negative),
            n_eff,
            z,
        )),
        IndexMethod::MeanScore => {
            let spread = z * (score_variance(question, value, &share)? / n_eff.max(f64::MIN_POSITIVE)).sqrt();
            ((value - spread).max(0.0), (value + spread).min(100.0))
        }
    };
    Some(Estimate { value, low, high })
}

fn scaled((low, high): (f64, f64)) -> (f64, f64) {
    (low * 100.0, high * 100.0)
}

/// Variance of the scores over the share of those who gave one, so that dividing by the whole effective size is
/// dividing by theirs.
fn score_variance(question: &Question, mean: f64, share: impl Fn(&str) -> f64) -> Option<f64> {
    let scale: Vec<_> =
        question.options.iter().filter(|o| !o.role.is_some_and(AnswerRole::is_nonsubstantive)).collect();
    let mut squares = 0.0;
    let mut base = 0.0;
    for option in scale {
        // The score of an answer is the mean of a sample in which all gave it.
        let score = component_value(question, IndexMethod::MeanScore, |code| {
            f64::from(u8::from(code == option.code))
        })?;
        squares += share(&option.code) * (score - mean).powi(2);
        base += share(&option.code);
    }
    (base > 0.0).then(|| squares / base / base)
}

#[cfg(test)]
mod tests {
    use super::{Estimate, MovementKind, direction, interval};
    use crate::facts::reading::example::question;
    use crate::study::Thresholds;
    use crate::study::results::{AnswerRole, IndexMethod, QuestionKind};

    #[test]
    fn touching_intervals_have_not_moved() {
        let at = |low: f64, high: f64| Estimate { value: (low + high) / 2.0, low, high };
        assert_eq!(direction(&at(10.0, 20.0), &at(20.0, 30.0)), None);
        assert_eq!(direction(&at(10.0, 20.0), &at(20.1, 30.0)), Some(MovementKind::Rose));
        assert_eq!(direction(&at(20.1, 30.0), &at(10.0, 20.0)), Some(MovementKind::Fell));
    }

    #[test]
    fn a_mean_score_has_the_interval_of_its_variance() {
        let (yes, no) = (Some(AnswerRole::Positive), Some(AnswerRole::Negative));
        let q = question(QuestionKind::Scale, &[("1", yes), ("2", no)], &[]);
        let z = Thresholds::embedded().z;
        // Two answers score 100 and 0: at one half the variance is 50², on 100 respondents the error 5 points.
        let found = interval(&q, (IndexMethod::MeanScore, z), 100.0, |_| 0.5).expect("a scale");
        assert!((found.value - 50.0).abs() < 1e-9 && (found.high - 59.8).abs() < 0.01, "{found:?}");
        // Half of them gave no answer: the same mean on 50 is less sure.
        let fewer = interval(&q, (IndexMethod::MeanScore, z), 100.0, |_| 0.25).expect("a scale");
        assert!((fewer.high - 50.0 - 9.8 * 2.0_f64.sqrt()).abs() < 0.01, "{fewer:?}");
    }
}
