//! Weights, as an analyst would make them: the quota cell's share in the population, times the adults
//! in the household, raked to education by territory kind, trimmed, with mean 1.

use indexmap::IndexMap;

use super::input::Study;
use super::model::Model;
use super::people::Person;

const ROUNDS: usize = 25;
/// What each further adult of a household adds to the weight; 1 would be the full design weight.
const HOUSEHOLD: f64 = 0.8;

pub fn assign(model: &Model, study: &Study, people: &mut [Person]) {
    for person in people.iter_mut() {
        person.weight = 1.0 + HOUSEHOLD * (person.adults - 1) as f64;
    }
    let population: f64 = study.territories.iter().map(|t| t.population).sum();
    for _ in 0..ROUNDS {
        rake(
            people,
            |p| format!("{}/{}", p.traits.kind, p.traits.education),
            |p| {
                let of_kind: f64 =
                    study.territories.iter().filter(|t| t.kind == p.traits.kind).map(|t| t.population).sum();
                of_kind * model.education[&p.traits.kind].get(&p.traits.education).copied().unwrap_or(0.0)
            },
        );
        rake(
            people,
            |p| format!("{}/{}/{}", p.traits.territory, p.traits.sex, p.traits.age),
            |p| p.cell_population,
        );
        let mean = population / people.len() as f64;
        for person in people.iter_mut() {
            person.weight = person.weight.clamp(model.trim.0 * mean, model.trim.1 * mean);
        }
    }
    let mean = people.iter().map(|p| p.weight).sum::<f64>() / people.len() as f64;
    for person in people.iter_mut() {
        person.weight /= mean;
    }
}

/// One step of raking: scales every group's weights to the group's target.
fn rake(people: &mut [Person], group: impl Fn(&Person) -> String, target: impl Fn(&Person) -> f64) {
    let mut sums: IndexMap<String, f64> = IndexMap::new();
    for person in people.iter() {
        *sums.entry(group(person)).or_default() += person.weight;
    }
    for person in people.iter_mut() {
        if let Some(sum) = sums.get(&group(person)) {
            person.weight *= target(person) / sum;
        }
    }
}

/// Kish's design effect of the weights: n Σw² / (Σw)².
pub fn kish(weights: impl Iterator<Item = f64>) -> f64 {
    let (n, sum, squares) = weights.fold((0.0, 0.0, 0.0), |(n, s, q), w| (n + 1.0, s + w, q + w * w));
    if sum > 0.0 { n * squares / (sum * sum) } else { 1.0 }
}
