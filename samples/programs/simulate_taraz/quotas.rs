//! Quota cells: territory × sex × age, planned and completed.

use super::dice::Dice;
use super::input::Study;
use super::model::Model;

pub struct Cell {
    pub territory: String,
    pub kind: String,
    pub sex: String,
    pub age: String,
    pub population: f64,
    pub planned: u32,
    pub completed: u32,
}

/// All cells, territory by territory in the order of the study.
pub fn cells(model: &Model, study: &Study, dice: &mut Dice) -> Result<Vec<Cell>, String> {
    let mut all = Vec::new();
    for territory in &study.territories {
        let allocation = model.territories[&territory.id];
        let shares = model
            .age
            .get(&territory.kind)
            .ok_or_else(|| format!("model.json: no ages for `{}`", territory.kind))?;
        let mut cells = Vec::new();
        let mut planned_shares = Vec::new();
        for sex in study.groups("sex") {
            let of_sex = if sex == "f" { model.women } else { 1.0 - model.women };
            for age in study.groups("age") {
                let (Some(share), Some(planned)) = (shares.get(age), model.planned_age.get(age)) else {
                    return Err(format!("model.json: no share for age `{age}`"));
                };
                planned_shares.push(of_sex * planned);
                cells.push(Cell {
                    territory: territory.id.clone(),
                    kind: territory.kind.clone(),
                    sex: sex.to_owned(),
                    age: age.to_owned(),
                    population: territory.population * of_sex * share,
                    planned: 0,
                    completed: 0,
                });
            }
        }
        for (cell, planned) in cells.iter_mut().zip(apportion(allocation.planned, &planned_shares)) {
            cell.planned = planned;
            cell.completed = planned;
        }
        deviate(&mut cells, allocation.completed, dice);
        all.extend(cells);
    }
    Ok(all)
}

/// Whole numbers in proportion to the shares, adding up to the total (largest remainders).
fn apportion(total: u32, shares: &[f64]) -> Vec<u32> {
    let sum: f64 = shares.iter().sum();
    let exact: Vec<f64> = shares.iter().map(|share| f64::from(total) * share / sum).collect();
    let mut whole: Vec<u32> = exact.iter().map(|x| x.floor() as u32).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()));
    let left = total - whole.iter().sum::<u32>();
    for &index in order.iter().take(left as usize) {
        whole[index] += 1;
    }
    whole
}

/// Interviewers never fill quotas exactly: some cells go over, some under, the territory's sum holds.
fn deviate(cells: &mut [Cell], completed: u32, dice: &mut Dice) {
    for _ in 0..cells.len() / 2 {
        let (from, to) = (dice.below(cells.len()), dice.below(cells.len()));
        if cells[from].completed > cells[from].planned.max(2) - cells[from].planned / 20 {
            cells[from].completed -= 1;
            cells[to].completed += 1;
        }
    }
    while cells.iter().map(|c| c.completed).sum::<u32>() < completed {
        let lucky = dice.below(cells.len());
        cells[lucky].completed += 1;
    }
    while cells.iter().map(|c| c.completed).sum::<u32>() > completed {
        let unlucky = dice.below(cells.len());
        cells[unlucky].completed = cells[unlucky].completed.saturating_sub(1);
    }
}
