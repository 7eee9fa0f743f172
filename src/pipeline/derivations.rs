//! What a derived number was made of, found again by its value: a datum with the very same value under another id, or
//! data of which it is the sum, the difference, the share, the weighted mean. A candidate counts only where the
//! arithmetic holds; else nothing is told but the formula's words.

use std::collections::HashMap;

use super::origins::SLACK;
use crate::facts::{Facts, QuestionFacts};
use crate::template::NamedValue;

/// Data with their values.
#[derive(Debug, Default)]
pub(super) struct Known {
    values: HashMap<String, f64>,
    /// Ids that stand in records, or are one step from them, by the bits of their values.
    twins: HashMap<u64, Vec<String>>,
}

impl Known {
    /// All data of a document's day.
    pub fn new(named: &[NamedValue], facts: Option<&Facts>) -> Self {
        let mut known = Self::default();
        for NamedValue { id, value, .. } in named {
            known.values.insert(id.clone(), *value);
            if is_plain(id) {
                known.twins.entry(value.to_bits()).or_default().push(id.clone());
            }
        }
        let questions = facts.into_iter().flat_map(|facts| &facts.blocks).flat_map(|block| &block.questions);
        questions.for_each(|question| known.crosstabs(question));
        known
    }

    /// Cells of tables by groups, which templates do not name.
    fn crosstabs(&mut self, question: &QuestionFacts) {
        for table in &question.crosstabs {
            for row in &table.rows {
                for (group, cell) in table.groups.iter().zip(&row.cells) {
                    let Some(cell) = cell else { continue };
                    let id = format!(
                        "questions.{}.crosstabs.{}.{}.{}",
                        question.id, table.id, row.code, group.code
                    );
                    for (field, value) in [("value", cell.value), ("low", cell.low), ("high", cell.high)] {
                        let id = format!("{id}.{field}");
                        self.values.insert(id.clone(), value);
                        self.twins.entry(value.to_bits()).or_default().push(id);
                    }
                }
            }
        }
    }

    /// The value of a datum.
    pub fn value(&self, id: &str) -> Option<f64> {
        self.values.get(id).copied()
    }

    /// What a datum was made of. One that stands in a record has inputs where it is a mean of others.
    pub fn inputs(&self, id: &str, value: f64, has_place: bool) -> Vec<String> {
        let steps: Vec<&str> = id.split('.').collect();
        match steps.as_slice() {
            ["facts", "indices", index, "value"] => {
                self.weighted(&format!("facts.indices.{index}.components"), value)
            }
            _ if has_place => Vec::new(),
            ["facts", "indices", index, "equal_weights"] => {
                self.mean(&format!("facts.indices.{index}.components"), value)
            }
            ["facts", "coverage", "views"] => self.sum("facts.coverage.publications.", ".views", value),
            ["facts", "fieldwork", .., "percent"] => {
                let of = |field: &str| id.replace(".percent", &format!(".{field}"));
                self.share(of("completed"), of("planned"), value)
            }
            ["questions", question, "reading", .., "gap"] => self.difference(question, value),
            ["facts" | "questions", ..] if !is_plain(id) => self.twin(&steps, value).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The datum of the same value whose id has most steps in common; none where several have as many.
    fn twin(&self, steps: &[&str], value: f64) -> Option<String> {
        let common = |twin: &str| {
            let own: Vec<&str> = twin.split('.').collect();
            steps.iter().skip(1).filter(|step| own.contains(step)).count()
        };
        let is_near = |twin: &&String| match steps {
            ["questions", question, ..] => twin.split('.').nth(1) == Some(*question),
            _ => true,
        };
        let found = self.twins.get(&value.to_bits())?.iter().filter(is_near);
        let mut ranked: Vec<(usize, &String)> = found.map(|twin| (common(twin), twin)).collect();
        ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        // A count such as 5 has twins everywhere: it takes a value that is one of its kind, or a shared name.
        match ranked.as_slice() {
            [(_, only)] if value.fract() != 0.0 => Some((*only).clone()),
            [(most, first), rest @ ..] if *most > 1 && rest.first().is_none_or(|(next, _)| next < most) => {
                Some((*first).clone())
            }
            _ => None,
        }
    }

    /// The parts of a weighted mean, values and weights.
    fn weighted(&self, list: &str, value: f64) -> Vec<String> {
        let (mut inputs, mut sum) = (Vec::new(), 0.0);
        for at in 0.. {
            let [part, weight] = ["value", "weight"].map(|field| format!("{list}[{at}].{field}"));
            let (Some(own), Some(factor)) = (self.value(&part), self.value(&weight)) else { break };
            sum += own * factor;
            inputs.extend([part, weight]);
        }
        // Shares come with six digits, indices with four.
        if (sum - value).abs() < 0.01 { inputs } else { Vec::new() }
    }

    fn mean(&self, list: &str, value: f64) -> Vec<String> {
        let parts = (0..).map(|at| format!("{list}[{at}].value"));
        let inputs: Vec<String> = parts.take_while(|part| self.value(part).is_some()).collect();
        let sum: f64 = inputs.iter().filter_map(|part| self.value(part)).sum();
        let count = crate::quantity::whole::float(inputs.len());
        if count > 0.0 && (sum / count - value).abs() < 0.01 { inputs } else { Vec::new() }
    }

    fn sum(&self, begin: &str, end: &str, value: f64) -> Vec<String> {
        let is_part = |id: &&String| id.starts_with(begin) && id.ends_with(end);
        let mut inputs: Vec<String> = self.values.keys().filter(is_part).cloned().collect();
        inputs.sort();
        let sum: f64 = inputs.iter().filter_map(|part| self.value(part)).sum();
        if (sum - value).abs() < SLACK { inputs } else { Vec::new() }
    }

    /// One number in per cent of another.
    fn share(&self, part: String, whole: String, value: f64) -> Vec<String> {
        let holds = match (self.value(&part), self.value(&whole)) {
            (Some(part), Some(whole)) => whole != 0.0 && (part / whole * 100.0 - value).abs() < SLACK,
            _ => false,
        };
        if holds { vec![part, whole] } else { Vec::new() }
    }

    /// Two values of a question's ranking whose difference it is.
    fn difference(&self, question: &str, value: f64) -> Vec<String> {
        let ids = (0..).map(|at| format!("questions.{question}.ranking[{at}].percent"));
        let ranked: Vec<(String, f64)> = ids.map_while(|id| Some((id.clone(), self.value(&id)?))).collect();
        for (at, (upper, high)) in ranked.iter().enumerate() {
            for (lower, low) in ranked.iter().skip(at + 1) {
                if (high - low - value).abs() < SLACK {
                    return vec![upper.clone(), lower.clone()];
                }
            }
        }
        Vec::new()
    }
}

/// Whether an id is that of a record's own value, or of a sum over records.
fn is_plain(id: &str) -> bool {
    let steps: Vec<&str> = id.split('.').collect();
    match steps.as_slice() {
        ["questions", _, second, ..] => {
            second.starts_with("items") || *second == "n" || *second == "crosstabs"
        }
        ["facts", "indices", _, field] => matches!(*field, "value" | "low" | "high" | "n" | "previous"),
        ["facts", "risk", "territories", _, field] => matches!(*field, "score" | "low" | "high" | "n"),
        _ => false,
    }
}
