//! Indices and risk scores: declared weights times what the components measure, with an interval.

use super::design::Design;
use super::estimate::{kish, variance};
use super::units::{NONE, Question};
use crate::quantity::whole;
use crate::study::results::{self, AnswerRole, Component, IndexMethod};

/// A composite of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// People who were asked one of its components.
    pub n: u32,
    /// Weighted sum of the components.
    pub value: f64,
    /// Bounds before they are held to the scale.
    pub ci: (f64, f64),
    /// What each component measures.
    pub means: Vec<f64>,
}

/// A component with the points that each answer of its question gives; nothing for answers outside of the scale.
#[derive(Debug, Clone)]
pub struct Part<'q> {
    weight: f64,
    marks: &'q [u16],
    points: Vec<Option<f64>>,
}

/// The parts of a composite; nothing where a question of it is not tabulated or has no scale.
pub fn parts<'q>(
    components: &[Component],
    method: IndexMethod,
    questions: &'q [Question<'_>],
) -> Option<Vec<Part<'q>>> {
    let part = |component: &Component| {
        let question = questions.iter().find(|q| q.id == component.question.as_str())?;
        let unit = question.units.iter().find(|unit| unit.item == component.item.as_deref())?;
        let points = points(question.question, method)?;
        Some(Part { weight: component.weight, marks: &unit.marks, points })
    };
    let parts: Option<Vec<Part<'q>>> = components.iter().map(part).collect();
    parts.filter(|parts| !parts.is_empty())
}

/// The points of each answer, by the definitions of [`IndexMethod`].
fn points(question: &results::Question, method: IndexMethod) -> Option<Vec<Option<f64>>> {
    let roles = question.options.iter().map(|option| option.role);
    match method {
        IndexMethod::TopBox => Some(
            roles.map(|role| Some(if role == Some(AnswerRole::Positive) { 100.0 } else { 0.0 })).collect(),
        ),
        IndexMethod::NetBalance => Some(
            roles
                .map(|role| match role {
                    Some(AnswerRole::Positive) => Some(100.0),
                    Some(AnswerRole::Negative) => Some(-100.0),
                    Some(
                        AnswerRole::Neutral
                        | AnswerRole::DontKnow
                        | AnswerRole::Refused
                        | AnswerRole::Selected
                        | AnswerRole::Other
                        | AnswerRole::NoneOfThese,
                    )
                    | None => Some(0.0),
                })
                .collect(),
        ),
        IndexMethod::MeanScore => scale(question),
    }
}

/// The scale moved to 0–100 in equal steps, the most positive end being 100.
fn scale(question: &results::Question) -> Option<Vec<Option<f64>>> {
    let on_scale = |option: &results::AnswerOption| !option.role.is_some_and(AnswerRole::is_nonsubstantive);
    let count = question.options.iter().filter(|o| on_scale(o)).count();
    let steps = whole::float(count.checked_sub(1).filter(|steps| *steps > 0)?);
    let falls = question.options.iter().find(|o| on_scale(o))?.role == Some(AnswerRole::Positive);
    let mut place = 0;
    let points = question.options.iter().map(|option| {
        on_scale(option).then(|| {
            let up = whole::float(place);
            place += 1;
            100.0 * if falls { steps - up } else { up } / steps
        })
    });
    Some(points.collect())
}

/// The composite of some people, by their places in the design; nothing where a component has no answer among them.
///
/// The interval follows from the linearised composite: each person's deviations from the components' means, scaled up
/// for those who gave no answer on the scale. Its standard error is `sqrt(variance · deff / n)` with Kish's design
/// effect, or that of the design where strata or clusters are named.
pub fn composite(parts: &[Part<'_>], people: &[usize], design: &Design, z: f64) -> Option<Measured> {
    let weight = |person: usize| design.weights[person];
    let all: f64 = people.iter().map(|p| weight(*p)).sum();
    let mut means = Vec::new();
    let mut deviations = vec![0.0; people.len()];
    for part in parts {
        let score = |person: usize| part.points.get(usize::from(part.marks[person])).copied().flatten();
        let valid = || people.iter().filter_map(|p| score(*p).map(|s| (s, weight(*p))));
        let base: f64 = valid().map(|(_, w)| w).sum();
        if base <= 0.0 {
            return None;
        }
        let mean = valid().map(|(s, w)| s * w).sum::<f64>() / base;
        for (deviation, person) in deviations.iter_mut().zip(people) {
            if let Some(score) = score(*person) {
                *deviation += part.weight * (score - mean) * all / base;
            }
        }
        means.push(mean);
    }
    let value: f64 = parts.iter().zip(&means).map(|(part, mean)| part.weight * mean).sum();
    let error = if design.is_complex {
        let mut values = vec![0.0; design.rows.len()];
        for (person, deviation) in people.iter().zip(&deviations) {
            values[*person] = weight(*person) * deviation / all;
        }
        variance(&values, design).sqrt()
    } else {
        let spread: f64 = deviations.iter().zip(people).map(|(d, p)| weight(*p) * d * d).sum::<f64>() / all;
        let n = whole::float(people.len());
        (spread * kish(people.iter().map(|p| weight(*p))) / n).sqrt()
    };
    let asked = people.iter().filter(|p| parts.iter().any(|part| part.marks[**p] != NONE)).count();
    Some(Measured { n: whole::count_u32(asked), value, ci: (value - z * error, value + z * error), means })
}
