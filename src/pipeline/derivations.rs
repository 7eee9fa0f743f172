//! What a derived number was made of, found again by its value: a datum with the very same value under another id, or
//! data of which it is the sum, the difference, the share, the weighted mean. A candidate counts only where the
//! arithmetic holds; else nothing is told but the formula's words.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::facts::{Facts, QuestionFacts, component_value, part_ids, stats};
use crate::study::results::Index;
use crate::study::{Study, StudyAsOf};
use crate::template::{NamedValue, Variables};

/// How far a value may lie from that of its record: the error of a product of floats.
pub(super) const SLACK: f64 = 1e-9;

/// Where a datum stands, before its line is known, and what it was made of.
#[derive(Default)]
pub(super) struct Found {
    /// A file with the JSON Pointer, and the value there.
    pub place: Option<(String, String, String)>,
    /// Data that it was made from.
    pub inputs: Vec<String>,
}

/// Data with their values.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// What templates see.
    variables: Option<Arc<Variables>>,
    /// The places of their numbers, by value.
    by_value: Vec<usize>,
    /// Runs of them by the steps of their ids, but for steps of one letter.
    by_step: OnceLock<HashMap<String, Vec<Range<usize>>>>,
    /// Rows of the latest results by question.
    rows: HashMap<String, Vec<usize>>,
    values: HashMap<String, f64>,
    /// Ids that stand in records, or are one step from them, by the bits of their values; sorted.
    twins: HashMap<u64, Vec<String>>,
    /// Questions with results by id: block and place in it.
    questions: HashMap<String, (usize, usize)>,
    /// Components of the indices in their order, by index: id, and the data that it was made of.
    parts: HashMap<String, Vec<(String, Vec<String>)>>,
}

impl Known {
    /// All data of a study as of a day.
    pub fn new(study: &StudyAsOf, facts: &Facts, variables: Arc<Variables>) -> Self {
        let named = variables.numbers();
        let mut known = Self::default();
        for NamedValue { id, value, .. } in named {
            known.values.insert(id.clone(), *value);
            if is_plain(id) {
                known.twins.entry(value.to_bits()).or_default().push(id.clone());
            }
        }
        for (b, block) in facts.blocks.iter().enumerate() {
            let own = block.questions.iter().enumerate();
            known.questions.extend(own.map(|(q, question)| (question.id.clone(), (b, q))));
        }
        let questions = facts.blocks.iter().flat_map(|block| &block.questions);
        questions.for_each(|question| known.crosstabs(question));
        known.twins.values_mut().for_each(|ids| ids.sort_unstable());
        for index in &study.indices.indices {
            let parts = known.components(study, index);
            known.parts.insert(index.id.to_string(), parts);
        }
        let results = study.latest_results();
        for (at, record) in results.iter().flat_map(|results| results.records.iter().enumerate()) {
            known.rows.entry(record.question.to_string()).or_default().push(at);
        }
        known.by_value = (0..named.len()).collect();
        let value = |at: &usize| named.get(*at).map_or(f64::NAN, |named| named.value);
        known.by_value.sort_by(|a, b| value(a).total_cmp(&value(b)));
        known.variables = Some(variables);
        known
    }

    /// What templates can print.
    pub fn named(&self) -> &[NamedValue] {
        self.variables.as_deref().map(Variables::numbers).unwrap_or_default()
    }

    /// Those with a value, but for the error of floats, in the order of the variables.
    pub fn of_value(&self, value: f64) -> Vec<&NamedValue> {
        let named = self.named();
        let own = |at: &usize| named.get(*at).map_or(f64::NAN, |named| named.value);
        let from = self.by_value.partition_point(|at| own(at) <= value - SLACK);
        let rest = self.by_value.get(from..).unwrap_or_default();
        let mut found: Vec<usize> = rest.iter().copied().take_while(|at| own(at) < value + SLACK).collect();
        found.sort_unstable();
        found.into_iter().filter_map(|at| named.get(at)).collect()
    }

    /// Of those with a value the ones that a step of their id puts into a figure: one that its label contains.
    pub fn of_figure(&self, figure: &str, value: f64) -> Vec<&NamedValue> {
        let named = self.named();
        let by_step = self.by_step.get_or_init(|| by_step(named));
        let ends =
            |from: usize| figure.char_indices().map(|(at, c)| at + c.len_utf8()).filter(move |to| *to > from);
        let parts = figure.char_indices().flat_map(|(from, _)| ends(from).map(move |to| (from, to)));
        let runs = parts.filter_map(|(from, to)| by_step.get(figure.get(from..to)?)).flatten().cloned();
        let is_own = |at: &usize| named.get(*at).is_some_and(|own| (own.value - value).abs() < SLACK);
        let mut found: Vec<usize> = runs.flatten().filter(is_own).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().filter_map(|at| named.get(at)).collect()
    }

    /// Rows of the latest results that are a question's.
    pub fn rows(&self, question: &str) -> &[usize] {
        self.rows.get(question).map(Vec::as_slice).unwrap_or_default()
    }

    /// The components of an index, each with the answers that it was computed from.
    fn components(&self, study: &Study, index: &Index) -> Vec<(String, Vec<String>)> {
        let names = index.components.iter().map(|part| (part.question.as_str(), part.item.as_deref()));
        let parts = part_ids(names).into_iter().zip(&index.components).map(|(id, part)| {
            let item = part.item.as_ref().map_or("[0]".to_owned(), |item| format!(".{item}"));
            let answer =
                |code: &str| format!("questions.{}.items{item}.answers.{code}.percent", part.question);
            let question = study.codebook.questions.iter().find(|q| q.id == part.question);
            let codes = || question.into_iter().flat_map(|q| &q.options).map(|option| option.code.as_str());
            let share = |code: &str| self.value(&answer(code)).unwrap_or_default() / 100.0;
            let value = question.zip(index.method).and_then(|(q, method)| component_value(q, method, share));
            let own = self.value(&format!("facts.indices.{}.components.{id}.value", index.id));
            let holds = own.zip(value).is_some_and(|(own, value)| (own - value).abs() < SLACK);
            let inputs = codes().map(answer).filter(|id| holds && self.value(id).is_some());
            (id, inputs.collect())
        });
        parts.collect()
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

    /// A question with results.
    pub fn question<'f>(&self, facts: &'f Facts, id: &str) -> Option<&'f QuestionFacts> {
        let (block, question) = self.questions.get(id)?;
        facts.blocks.get(*block)?.questions.get(*question)
    }

    /// The value of a datum.
    pub fn value(&self, id: &str) -> Option<f64> {
        self.values.get(id).copied()
    }

    /// What a datum was made of. One that stands in a record has inputs where it is a mean of others.
    pub fn inputs(&self, id: &str, value: f64, has_place: bool) -> Vec<String> {
        let steps: Vec<&str> = id.split('.').collect();
        match steps.as_slice() {
            ["facts", "indices", index, "value"] => self.weighted(index, value),
            ["facts", "indices", index, "components", part, "value"] => {
                let parts = self.parts.get(*index).into_iter().flatten();
                parts.filter(|(id, _)| id == part).flat_map(|(_, inputs)| inputs.clone()).collect()
            }
            _ if has_place => Vec::new(),
            ["facts", "indices", index, "equal_weights"] => self.mean(index, value),
            ["facts", "coverage", "views"] => self.sum("facts.coverage.publications.", ".views", value),
            ["facts", "fieldwork", .., "percent"] => {
                let of = |field: &str| id.replace(".percent", &format!(".{field}"));
                self.share(of("completed"), of("planned"), value)
            }
            ["questions", question, "reading", .., "gap"] => self.difference(question, value),
            ["questions", ..] | ["facts", "findings" | "overview", ..] if !is_plain(id) => {
                self.twin(&steps, value).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// The datum of the same value whose id has most steps in common; none where several have as many.
    fn twin(&self, steps: &[&str], value: f64) -> Option<String> {
        let common = |twin: &str| {
            let own: Vec<&str> = twin.split('.').collect();
            steps.iter().skip(1).filter(|step| own.contains(step)).count()
        };
        let near = match steps {
            ["questions", question, ..] => format!("questions.{question}."),
            _ => String::new(),
        };
        let twins = self.twins.get(&value.to_bits())?;
        let from = twins.partition_point(|twin| twin.as_str() < near.as_str());
        let found = twins.get(from..)?.iter().take_while(|twin| twin.starts_with(&near));
        let mut ranked: Vec<(usize, &String)> = found.map(|twin| (common(twin), twin)).collect();
        ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        // A count such as 5 has twins everywhere: it takes a value that is one of its kind, or a shared name.
        match ranked.as_slice() {
            [(_, only)] if value.fract() != 0.0 => Some((*only).clone()),
            [(most, first), rest @ ..]
                if (value.fract() != 0.0 || steps.last() == Some(&"n"))
                    && *most > 1
                    && rest.first().is_none_or(|(next, _)| next < most) =>
            {
                Some((*first).clone())
            }
            _ => None,
        }
    }

    /// Ids of a field of an index's components, in their order.
    fn fields(&self, index: &str, field: &str) -> Vec<String> {
        let parts = self.parts.get(index).into_iter().flatten();
        parts.map(|(id, _)| format!("facts.indices.{index}.components.{id}.{field}")).collect()
    }

    /// The parts of a weighted mean, values and weights.
    fn weighted(&self, index: &str, value: f64) -> Vec<String> {
        let (mut inputs, mut sum) = (Vec::new(), 0.0);
        for (part, weight) in self.fields(index, "value").into_iter().zip(self.fields(index, "weight")) {
            let (Some(own), Some(factor)) = (self.value(&part), self.value(&weight)) else {
                return Vec::new();
            };
            sum += own * factor;
            inputs.extend([part, weight]);
        }
        // Shares come with six digits, indices with four.
        if (sum - value).abs() < 0.01 { inputs } else { Vec::new() }
    }

    fn mean(&self, index: &str, value: f64) -> Vec<String> {
        let inputs = self.fields(index, "value");
        let values: Option<Vec<f64>> = inputs.iter().map(|part| self.value(part)).collect();
        let mean = values.and_then(|values| stats::mean(&values));
        if mean.is_some_and(|mean| (mean - value).abs() < 0.01) { inputs } else { Vec::new() }
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

/// The runs of numbers whose ids have a step, in their order.
fn by_step(named: &[NamedValue]) -> HashMap<String, Vec<Range<usize>>> {
    let mut found: HashMap<String, Vec<Range<usize>>> = HashMap::new();
    for (at, NamedValue { id, .. }) in named.iter().enumerate() {
        for step in id.split('.').filter(|step| step.len() > 1) {
            let runs = match found.get_mut(step) {
                Some(runs) => runs,
                None => found.entry(step.to_owned()).or_default(),
            };
            match runs.last_mut() {
                Some(last) if last.end >= at => last.end = at + 1,
                _ => runs.push(at..at + 1),
            }
        }
    }
    found
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
