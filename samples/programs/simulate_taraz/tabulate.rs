//! Tidy records: one for each question item × answer × group.

use indexmap::IndexMap;
use serde::Serialize;

use super::input::{QuestionKind, Study};
use super::people::{Person, Reply};
use super::weights::kish;

const Z: f64 = 1.959_963_984_540_054;

#[derive(Serialize)]
pub struct Record<'a> {
    question: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<&'a str>,
    option: &'a str,
    by: Option<By<'a>>,
    n: u32,
    n_option: u32,
    n_weighted: f64,
    deff: f64,
    share: f64,
    ci: (f64, f64),
}

/// Breakdown id → group code.
pub type By<'a> = IndexMap<&'a str, &'a str>;

/// The whole sample and every group of every breakdown.
pub fn groups<'a>(study: &'a Study, breakdowns: &[&str]) -> Vec<Option<(&'a str, &'a str)>> {
    let mut all = vec![None];
    for breakdown in study.breakdowns.iter().filter(|b| breakdowns.contains(&b.id.as_str())) {
        all.extend(breakdown.groups.iter().map(|g| Some((breakdown.id.as_str(), g.code.as_str()))));
    }
    all
}

/// People of a group.
pub fn members<'p>(people: &'p [Person], group: Option<(&str, &str)>) -> Vec<&'p Person> {
    people.iter().filter(|p| group.is_none_or(|(breakdown, code)| p.group(breakdown) == code)).collect()
}

pub fn by<'a>(group: Option<(&'a str, &'a str)>) -> Option<By<'a>> {
    group.map(|pair| IndexMap::from([pair]))
}

pub fn records<'a>(study: &'a Study, people: &[Person]) -> Vec<Record<'a>> {
    let breakdowns: Vec<&str> = study.breakdowns.iter().map(|b| b.id.as_str()).collect();
    let groups: Vec<_> =
        groups(study, &breakdowns).into_iter().map(|group| (group, members(people, group))).collect();
    let mut records = Vec::new();
    for (index, question) in study.questions.iter().enumerate() {
        for row in rows(study, index) {
            for (group, members) in &groups {
                let asked: Vec<&&Person> =
                    members.iter().filter(|p| !matches!(p.replies[index], Reply::NotAsked)).collect();
                if asked.is_empty() {
                    continue;
                }
                let said: Vec<f64> =
                    asked.iter().filter(|p| row.is_given(&p.replies[index])).map(|p| p.weight).collect();
                let base: f64 = asked.iter().map(|p| p.weight).sum();
                let deff = round(kish(asked.iter().map(|p| p.weight)).max(1.0), 6);
                let share = round(said.iter().sum::<f64>() / base, 6);
                records.push(Record {
                    question: &question.id,
                    item: row.item,
                    option: row.option,
                    by: by(*group),
                    n: asked.len() as u32,
                    n_option: said.len() as u32,
                    n_weighted: round(base, 4),
                    deff,
                    share,
                    ci: wilson(share, asked.len() as f64 / deff),
                });
            }
        }
    }
    records
}

/// One line of a question's table.
struct Row<'a> {
    item: Option<&'a str>,
    option: &'a str,
    /// Place of the item, and of the option or tick.
    item_index: usize,
    option_index: usize,
}

impl Row<'_> {
    fn is_given(&self, reply: &Reply) -> bool {
        match reply {
            Reply::NotAsked => false,
            Reply::Options(chosen) => chosen[self.item_index] == self.option_index,
            Reply::Ticks(chosen) => chosen[self.item_index.max(self.option_index)],
        }
    }
}

fn rows(study: &Study, index: usize) -> Vec<Row<'_>> {
    let question = &study.questions[index];
    let items: Vec<Option<&str>> = if question.items.is_empty() {
        vec![None]
    } else {
        question.items.iter().map(|i| Some(i.code.as_str())).collect()
    };
    let mut rows = Vec::new();
    for (item_index, item) in items.into_iter().enumerate() {
        for (option_index, option) in question.options.iter().enumerate() {
            rows.push(Row { item, option: &option.code, item_index, option_index });
        }
    }
    debug_assert!(
        question.kind != QuestionKind::Multiple || question.items.is_empty() || question.options.len() == 1
    );
    rows
}

/// Wilson's 95 % interval.
fn wilson(share: f64, n: f64) -> (f64, f64) {
    let z2 = Z * Z;
    let centre = share + z2 / (2.0 * n);
    let spread = Z * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    (round(((centre - spread) / scale).max(0.0), 6), round(((centre + spread) / scale).min(1.0), 6))
}

pub fn round(value: f64, digits: i32) -> f64 {
    let scale = 10f64.powi(digits);
    (value * scale).round() / scale
}
