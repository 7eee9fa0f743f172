//! The interviews as a table of answers, a row a respondent, as a field team would hand it over; and what `esep` makes
//! of it by the study's own plan.

use std::path::Path;

use esep::answers::{Extent, Table};
use esep::tabulate::{Input, Tabulated, tabulate};

use super::input::{QuestionKind, Study, read};
use super::people::{Person, Reply};

/// The table as CSV. `preliminary` are those of `finals` that belong to the first stage, with its weights.
pub fn csv(study: &Study, preliminary: &[Person], finals: &[Person]) -> String {
    let mut head: Vec<String> =
        ["number", "day", "weight-preliminary", "weight-final"].map(str::to_owned).to_vec();
    head.extend(study.breakdowns.iter().map(|b| b.id.clone()));
    for question in &study.questions {
        let column = |code: &&str| format!("{}.{code}", question.id);
        let items: Vec<&str> = question.items.iter().map(|i| i.code.as_str()).collect();
        match question.kind {
            QuestionKind::Multiple => head.extend(question.ticks().iter().map(column)),
            QuestionKind::Single | QuestionKind::Scale if items.is_empty() => head.push(question.id.clone()),
            QuestionKind::Single | QuestionKind::Scale => head.extend(items.iter().map(column)),
        }
    }
    let mut text = head.join(",") + "\n";
    let mut early = preliminary.iter().peekable();
    for (number, person) in finals.iter().enumerate() {
        let weight = early.next_if(|p| p.number == person.number).map(|p| p.weight.to_string());
        let mut row = vec![
            (number + 1).to_string(),
            person.day.clone(),
            weight.unwrap_or_default(),
            person.weight.to_string(),
        ];
        row.extend(study.breakdowns.iter().map(|b| person.group(&b.id).to_owned()));
        for (question, reply) in study.questions.iter().zip(&person.replies) {
            match reply {
                Reply::NotAsked if question.kind == QuestionKind::Multiple => {
                    row.extend(question.ticks().iter().map(|_| String::new()));
                }
                Reply::NotAsked => row.extend(vec![String::new(); question.items.len().max(1)]),
                Reply::Options(chosen) => {
                    row.extend(chosen.iter().map(|o| question.options[*o].code.clone()));
                }
                Reply::Ticks(chosen) => row.extend(chosen.iter().map(|c| u8::from(*c).to_string())),
            }
        }
        text += &(row.join(",") + "\n");
    }
    text
}

/// Both stages, preliminary first, tabulated by the study's `tabulation.json`.
pub fn tabulated(folder: &Path, csv: &str) -> Result<Vec<Tabulated>, String> {
    let table = Table::read("answers.csv", csv.into(), Extent::default()).map_err(|e| e.to_string())?;
    let plan: esep::study::tabulation::Tabulation = read(&folder.join("tabulation.json"))?;
    let codebook: esep::study::results::Codebook = read(&folder.join("codebook.json"))?;
    let indices: esep::study::results::Indices = read(&folder.join("indices.json"))?;
    let risk: esep::study::results::Risk = read(&folder.join("risk.json"))?;
    let z = esep::study::Thresholds::embedded().z;
    let input = Input { table: &table, plan: &plan, codebook: &codebook, indices: &indices, risk: &risk, z };
    let stages = plan.stages.iter().map(|stage| {
        tabulate(input, stage)
            .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    });
    stages.collect()
}
