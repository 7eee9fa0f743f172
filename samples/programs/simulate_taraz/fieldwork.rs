//! On which day each interview took place.

use indexmap::IndexMap;

use super::dice::Dice;
use super::model::Model;
use super::people::Person;

/// Step by which the teams go through the list of territories.
const STRIDE: usize = 5;

/// Spreads every territory's interviews over a run of days in each wave; territories follow one
/// another with an overlap, as teams move on.
pub fn assign_days(model: &Model, people: &mut [Person], dice: &mut Dice) -> Result<(), String> {
    let mut of_territory: IndexMap<&str, Vec<usize>> =
        model.territories.keys().map(|id| (id.as_str(), Vec::new())).collect();
    for (index, person) in people.iter().enumerate() {
        if let Some(list) = of_territory.get_mut(person.traits.territory.as_str()) {
            list.push(index);
        }
    }
    let mut days = vec![String::new(); people.len()];
    let count = of_territory.len();
    for (place, (id, mut indices)) in of_territory.into_iter().enumerate() {
        dice.shuffle(&mut indices);
        let first = model.territories[id].first_wave as usize;
        if first > indices.len() {
            return Err(format!("model.json: `{id}` has more interviews before the pause than in all"));
        }
        let (early, late) = indices.split_at(first);
        // The step has no divisor in common with the 14 territories: near and far ones take turns.
        let turn = place * STRIDE % count;
        let early_run = run(&model.fieldwork.first_wave, turn, count, 0.8);
        let late_run = run(&model.fieldwork.second_wave, turn, count, 0.65);
        for (interviews, run) in [(early, early_run), (late, late_run)] {
            for &index in interviews {
                days[index] = run[dice.below(run.len())].clone();
            }
        }
    }
    for (person, day) in people.iter_mut().zip(days) {
        person.day = day;
    }
    Ok(())
}

/// The part of a wave in which a territory is visited.
fn run(wave: &[String], place: usize, of: usize, length: f64) -> &[String] {
    let taken = ((wave.len() as f64 * length) as usize).clamp(1, wave.len());
    let free = wave.len() - taken;
    let start = if of > 1 { free * place / (of - 1) } else { 0 };
    &wave[start..start + taken]
}
