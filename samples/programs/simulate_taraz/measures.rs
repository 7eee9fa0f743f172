//! Indices and risk scores: declared weights times weighted means of scale items on 0–100, refusals and
//! "hard to answer" left out.

use super::input::{Component, Study};
use super::people::{Person, Reply};
use super::weights::kish;

const Z: f64 = 1.959_963_984_540_054;

pub struct Measured {
    pub n: u32,
    pub value: f64,
    pub ci: (f64, f64),
    /// The mean of each component.
    pub means: Vec<f64>,
}

/// The composite of the components in a group, or nothing where a component has no answer.
///
/// The interval follows from the weighted variance of the linearised composite: each person's
/// deviations from the component means, scaled up for those who gave no valid answer. Its standard
/// error is `sqrt(variance · deff / n)` with Kish's design effect.
pub fn composite(study: &Study, components: &[Component], people: &[&Person]) -> Option<Measured> {
    let scores: Vec<Vec<Option<f64>>> = components
        .iter()
        .map(|component| people.iter().map(|person| score(study, component, person)).collect())
        .collect();
    let all: f64 = people.iter().map(|p| p.weight).sum();
    let mut means = Vec::new();
    let mut deviations = vec![0.0; people.len()];
    for (component, scores) in components.iter().zip(&scores) {
        let valid = || scores.iter().zip(people).filter_map(|(score, p)| score.map(|s| (s, p.weight)));
        let base: f64 = valid().map(|(_, w)| w).sum();
        if base <= 0.0 {
            return None;
        }
        let mean = valid().map(|(s, w)| s * w).sum::<f64>() / base;
        for (deviation, score) in deviations.iter_mut().zip(scores) {
            if let Some(score) = score {
                *deviation += component.weight * (score - mean) * all / base;
            }
        }
        means.push(mean);
    }
    let value: f64 = components.iter().zip(&means).map(|(c, mean)| c.weight * mean).sum();
    let variance: f64 = deviations.iter().zip(people).map(|(d, p)| p.weight * d * d).sum::<f64>() / all;
    let n = people.len() as f64;
    let error = (variance * kish(people.iter().map(|p| p.weight)) / n).sqrt();
    Some(Measured {
        n: people.len() as u32,
        value,
        ci: ((value - Z * error).max(0.0), (value + Z * error).min(100.0)),
        means,
    })
}

fn score(study: &Study, component: &Component, person: &Person) -> Option<f64> {
    let index = study.question(&component.question)?;
    let question = &study.questions[index];
    let item = match &component.item {
        Some(code) => question.items.iter().position(|i| i.code == *code)?,
        None => 0,
    };
    match &person.replies[index] {
        Reply::Options(chosen) => question.score(chosen[item]),
        Reply::NotAsked | Reply::Ticks(_) => None,
    }
}
