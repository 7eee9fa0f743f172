//! Where each datum comes from: the record of a table of results, the value of another file, or a formula over other
//! data. An id says it by its steps, as templates and tables write them.

use std::collections::{BTreeMap, HashMap};

use super::cutoffs::StudyFacts;
use crate::check::Loaded;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::facts::QuestionFacts;
use crate::proof::{Formulas, Origin, ProvenDatum, Record};
use crate::source::pointer_token;
use crate::study::locate;
use crate::study::passport::Edition;
use crate::study::results::{self, AnswerRole, QuestionKind};
use crate::template::{NamedValue, named_values};

/// Files whose values are printed as they stand, by the first steps of an id.
const FILES: &[(&str, &str)] = &[
    ("facts.coverage", "coverage.json"),
    ("facts.experts", "experts.json"),
    ("facts.focus_groups", "focus-groups.json"),
    ("sample", "sample.json"),
    ("study", "study.json"),
    ("events", "events.json"),
    ("upcoming", "events.json"),
    ("territories", "territories.json"),
    ("instruments", "instruments.json"),
];

/// The data of a document with their names.
pub struct Origins<'o> {
    values: Vec<NamedValue>,
    day: Option<&'o StudyFacts>,
    loaded: &'o Loaded,
    /// Files of the study as trees.
    files: BTreeMap<&'static str, serde_json::Value>,
    /// Rows of the latest results by question.
    rows: HashMap<&'o str, Vec<usize>>,
    formulas: &'o Formulas,
}

/// Where a datum stands, before its line is known.
enum Found {
    /// A file with the JSON Pointer, and the value there.
    Place(String, String, String),
    /// Data that it was made from.
    Inputs(Vec<String>),
}

impl<'o> Origins<'o> {
    /// The data that are known on the document's day.
    pub fn new(
        day: Option<&'o StudyFacts>,
        language: &str,
        loaded: &'o Loaded,
        formulas: &'o Formulas,
    ) -> Self {
        let values = day.map(|day| named_values(&day.study, &day.facts, language)).unwrap_or_default();
        let mut files = BTreeMap::new();
        for (_, file) in FILES {
            let text = loaded.texts.get(*file);
            files.extend(text.and_then(|text| Some((*file, serde_json::from_str(&text.text).ok()?))));
        }
        let mut rows: HashMap<&str, Vec<usize>> = HashMap::new();
        let results = day.and_then(|day| day.study.latest_results());
        for (at, record) in results.iter().flat_map(|results| results.records.iter().enumerate()) {
            rows.entry(record.question.as_str()).or_default().push(at);
        }
        Self { values, day, loaded, files, rows, formulas }
    }

    /// The datum that a chart shows: of those with its value the one whose names are those of row, column and figure.
    pub fn of_chart(&self, figure: &str, row: &str, column: Option<&str>, value: f64) -> String {
        let row = row.trim_end_matches(['*', '†', '‡']).trim();
        let score = |named: &NamedValue| {
            let is_named = |name: &str| named.names.iter().any(|own| own == name);
            let in_figure = named.id.split('.').any(|step| step.len() > 1 && figure.contains(step));
            let names = usize::from(is_named(row)) + usize::from(column.is_some_and(is_named));
            4 * names + usize::from(in_figure)
        };
        let mut best: Option<(usize, &NamedValue)> = None;
        for named in self.values.iter().filter(|named| (named.value - value).abs() < 1e-9) {
            let score = score(named);
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, named));
            }
        }
        match best {
            Some((4.., named)) => named.id.clone(),
            _ => {
                let parts = [Some(row), column].into_iter().flatten().filter(|part| !part.is_empty());
                format!("{figure}.{}", parts.collect::<Vec<_>>().join("."))
            }
        }
    }

    /// Fills in where the data come from. The public edition tells of a value what it prints, and where it stands,
    /// but not its further digits.
    pub fn fill(&self, data: &mut [ProvenDatum]) {
        let mut places = Diagnostics::new();
        let mut waiting = Vec::new();
        for (at, datum) in data.iter_mut().enumerate() {
            match self.found(datum) {
                Some(Found::Place(file, pointer, value)) => {
                    let place = Location::pointer(file, pointer);
                    places.push(Diagnostic::new(Code::Usage, say!("trace-printed")).at(place));
                    waiting.push((at, value));
                }
                Some(Found::Inputs(inputs)) => datum.origin = self.formula(&datum.id, inputs),
                None => datum.origin = self.formula(&datum.id, Vec::new()),
            }
        }
        locate(&mut places, &self.loaded.texts);
        let is_public = self.loaded.study.passport.edition == Edition::Public;
        for ((at, value), found) in waiting.into_iter().zip(places.iter()) {
            let (Some(datum), Some(place)) = (data.get_mut(at), &found.place) else { continue };
            let record = Record {
                file: place.file.clone(),
                line: place.line.unwrap_or(1),
                column: place.column.unwrap_or(1),
                value: if is_public { String::new() } else { value },
            };
            datum.origin = Origin { record: Some(record), ..Origin::default() };
        }
        if is_public {
            for datum in data {
                let decimals = datum.decimals;
                for value in std::iter::once(&mut datum.value).chain(&mut datum.high) {
                    *value = crate::quantity::Rounded::new(*value, decimals).value();
                }
            }
        }
    }

    fn formula(&self, id: &str, inputs: Vec<String>) -> Origin {
        Origin { record: None, formula: self.formulas.of_datum(id).map(str::to_owned), inputs }
    }

    fn found(&self, datum: &ProvenDatum) -> Option<Found> {
        // `items[0]` is a list and a place in it; places in rankings stay with their name.
        let id = datum.id.replace(".items[", ".items.[");
        let steps: Vec<&str> = id.split('.').collect();
        match steps.as_slice() {
            ["questions", id, rest @ ..] => self.in_question(id, rest),
            _ => self.in_file(&datum.id, datum.value),
        }
    }

    /// A value of the question's distribution: a record, or the sum of several.
    fn in_question(&self, id: &str, rest: &[&str]) -> Option<Found> {
        let facts = &self.day?.facts;
        let question = facts.blocks.iter().flat_map(|block| &block.questions).find(|q| q.id == id)?;
        match rest {
            [field @ ("n" | "deff")] => {
                let item = question.items.iter().max_by_key(|item| item.n)?;
                self.record(id, item.code.as_deref(), None, None, field)
            }
            ["items", item, field @ ("n" | "deff")] => self.record(id, own_code(item), None, None, field),
            ["items", item, "answers", answer, field, ..] => {
                self.record(id, own_code(item), Some(answer), None, field_of(rest, field))
            }
            ["items", item, "positive", ..] => Some(sum(question, item, AnswerRole::Positive)),
            ["items", item, "negative", ..] => Some(sum(question, item, AnswerRole::Negative)),
            [ranked, field, ..] if ranked.starts_with("ranking[") => {
                let at: usize = ranked.strip_prefix("ranking[")?.strip_suffix(']')?.parse().ok()?;
                let code = question.ranking.get(at)?.code.as_str();
                self.ranked(question, code, field_of(rest, field))
            }
            ["breakdowns", by, "groups", group, "n"] => self.record(id, None, None, Some((by, group)), "n"),
            _ => None,
        }
    }

    fn ranked(&self, question: &QuestionFacts, code: &str, field: &str) -> Option<Found> {
        let has_items = question.items.iter().any(|item| item.code.is_some());
        if question.kind == QuestionKind::Scale {
            return Some(sum(question, if has_items { code } else { "[0]" }, AnswerRole::Positive));
        }
        if !has_items {
            return self.record(&question.id, None, Some(code), None, field);
        }
        let item = question.items.iter().find(|item| item.code.as_deref() == Some(code))?;
        let chosen = item.answers.iter().find(|answer| answer.role == Some(AnswerRole::Selected));
        let answer = chosen.or_else(|| item.answers.first())?;
        self.record(&question.id, Some(code), Some(&answer.code), None, field)
    }

    /// The record of an answer in all or in a group, at the column that a field of the facts is made of.
    fn record(
        &self,
        question: &str,
        item: Option<&str>,
        option: Option<&str>,
        by: Option<(&str, &str)>,
        field: &str,
    ) -> Option<Found> {
        let results = self.day?.study.latest_results()?;
        let is_wanted = |record: &results::Record| {
            let group = record.by.as_ref().and_then(|by| by.first()).map(|(b, g)| (b.as_str(), g.as_str()));
            option.is_none_or(|option| record.option == option)
                && (record.item.as_deref() == item || (item.is_none() && option.is_none()))
                && group == by
        };
        let at =
            self.rows.get(question)?.iter().find(|at| results.records.get(**at).is_some_and(is_wanted))?;
        let record = results.records.get(*at)?;
        let (column, value) = match field {
            "n" => ("n", record.n.to_string()),
            "deff" => ("deff", record.deff.to_string()),
            "n_option" => ("n_option", record.n_option.to_string()),
            "low" | "high" | "low-high" => ("ci", format!("{}–{}", record.ci.0, record.ci.1)),
            _ => ("share", record.share.to_string()),
        };
        Some(Found::Place(results.records_path(), format!("/records/{at}/{column}"), value))
    }

    /// A value that a file holds as it is printed, found by the steps of the id.
    fn in_file(&self, id: &str, value: f64) -> Option<Found> {
        let (prefix, file) = FILES
            .iter()
            .find(|(prefix, _)| id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(['.', '['])))?;
        let steps = id[prefix.len()..].replace('[', ".[");
        let mut at = self.files.get(file)?;
        let mut pointer = String::new();
        for step in steps.split('.').filter(|step| !step.is_empty()) {
            (at, pointer) = step_into(at, &pointer, step)?;
        }
        let found = at.as_f64()?;
        ((found - value).abs() < 1e-9).then(|| Found::Place((*file).to_owned(), pointer, at.to_string()))
    }
}

/// One step of an id: a key, the id or code of an object of a list, a place in one; a list may be left out that is the
/// only one to have it.
fn step_into<'v>(
    value: &'v serde_json::Value,
    pointer: &str,
    step: &str,
) -> Option<(&'v serde_json::Value, String)> {
    if let Some(array) = value.as_array() {
        let index = step.strip_prefix('[').and_then(|step| step.strip_suffix(']')?.parse::<usize>().ok());
        let named = |inner: &serde_json::Value| {
            ["id", "code"].iter().any(|key| inner.get(key).and_then(serde_json::Value::as_str) == Some(step))
        };
        let at = index.or_else(|| array.iter().position(named))?;
        return Some((array.get(at)?, format!("{pointer}/{at}")));
    }
    let object = value.as_object()?;
    if let Some(inner) = object.get(step) {
        return Some((inner, format!("{pointer}/{}", pointer_token(step))));
    }
    let lists = object.iter().filter(|(_, inner)| inner.is_array());
    let mut within =
        lists.filter_map(|(key, inner)| step_into(inner, &format!("{pointer}/{}", pointer_token(key)), step));
    within.next().filter(|_| within.next().is_none())
}

/// The code of an item; a question without items has one that is told by its place.
fn own_code(step: &str) -> Option<&str> {
    (!step.starts_with('[')).then_some(step)
}

/// The field that the last step names: the ends of an interval stand behind the value's own.
fn field_of<'s>(rest: &[&'s str], field: &'s str) -> &'s str {
    rest.last().copied().filter(|last| matches!(*last, "low" | "high")).unwrap_or(field)
}

/// The answers of one side of a scale, of which a value is the sum.
fn sum(question: &QuestionFacts, item: &str, role: AnswerRole) -> Found {
    let own = question.items.iter().enumerate().find(|(at, one)| match one.code.as_deref() {
        Some(code) => code == item,
        None => item == format!("[{at}]"),
    });
    let of = |code: &str| match item.starts_with('[') {
        true => format!("questions.{}.items{item}.answers.{code}.percent", question.id),
        false => format!("questions.{}.items.{item}.answers.{code}.percent", question.id),
    };
    let answers = own.into_iter().flat_map(|(_, one)| &one.answers);
    Found::Inputs(answers.filter(|answer| answer.role == Some(role)).map(|answer| of(&answer.code)).collect())
}
