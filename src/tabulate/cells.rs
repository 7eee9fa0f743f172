//! Counting: one pass over the people for a unit and a breakdown.

use super::units::NONE;

/// Sums over the people of one group: all who are in the base, then those who gave each answer.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sum {
    /// People.
    pub n: u32,
    /// Sum of their weights.
    pub weight: f64,
    /// Sum of the squared weights.
    pub square: f64,
}

impl Sum {
    fn add(&mut self, weight: f64) {
        self.n += 1;
        self.weight += weight;
        self.square += weight * weight;
    }
}

/// Sums of a unit by group: the base of each group, and each answer of each group, groups in the outer order.
#[derive(Debug, Clone)]
pub struct Cells {
    pub bases: Vec<Sum>,
    pub answers: Vec<Sum>,
    options: usize,
}

impl Cells {
    /// Counts; sums run in the order of the people, so that the same people give the same bits.
    pub fn count(marks: &[u16], group: &[u16], weights: &[f64], (groups, options): (usize, usize)) -> Self {
        let mut bases = vec![Sum::default(); groups];
        let mut answers = vec![Sum::default(); groups * options];
        for ((mark, group), weight) in marks.iter().zip(group).zip(weights) {
            if *mark == NONE {
                continue;
            }
            let group = usize::from(*group);
            let Some(base) = bases.get_mut(group) else { continue };
            base.add(*weight);
            let mark = usize::from(*mark);
            if mark < options
                && let Some(answer) = answers.get_mut(group * options + mark)
            {
                answer.add(*weight);
            }
        }
        Self { bases, answers, options }
    }

    /// The sums of an answer in a group.
    pub fn answer(&self, group: usize, option: usize) -> Sum {
        self.answers.get(group * self.options + option).copied().unwrap_or_default()
    }
}
