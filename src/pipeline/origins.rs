//! Where each datum comes from: the record of a table of results, the value of another file, or a formula over other
//! data. An id says it by its steps, as templates and tables write them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::cutoffs::StudyFacts;
use super::derivations::{Found, Known, SLACK};
use super::scores;
use crate::check::Loaded;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::facts::QuestionFacts;
use crate::proof::{Formulas, Origin, ProvenDatum, ProvenSource, Record};
use crate::source::{Origin as FolderOrigin, pointer_token};
use crate::study::locate;
use crate::study::passport::Edition;
use crate::study::results::{self, AnswerRole, QuestionKind};
use crate::template::NamedValue;

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
    known: Arc<Known>,
    day: Option<&'o StudyFacts>,
    loaded: &'o Loaded,
    /// Files of the study as trees.
    files: &'o BTreeMap<String, serde_json::Value>,
    formulas: &'o Formulas,
    /// Where the study stands in a workbook, its cells.
    workbook: Option<&'o dyn FolderOrigin>,
}

impl<'o> Origins<'o> {
    /// The data that are known on the document's day.
    pub fn new(
        day: Option<&'o StudyFacts>,
        language: &str,
        (loaded, files): (&'o Loaded, &'o BTreeMap<String, serde_json::Value>),
        formulas: &'o Formulas,
        workbook: Option<&'o dyn FolderOrigin>,
    ) -> Self {
        let known = day.map(|day| day.known(language)).unwrap_or_default();
        Self { known, day, loaded, files, formulas, workbook }
    }

    /// The datum that a chart shows: of those with its value the one whose names are those of row, column and figure.
    pub fn of_chart(&self, figure: &str, row: &str, column: Option<&str>, value: f64) -> String {
        // A text of the study is drawn with spaces that a line must not end at.
        let plain =
            |text: &str| text.replace(['\u{A0}', '\u{202F}'], " ").replace(['\u{2060}', '\u{AD}'], "");
        let row = plain(row);
        let row = row.trim_end_matches(['*', '†', '‡']).trim();
        let column = column.map(plain);
        let column = column.as_deref();
        let score = |named: &NamedValue| {
            let is_named = |name: &str| named.names.iter().any(|own| &**own == name);
            let in_figure = named.id.split('.').any(|step| step.len() > 1 && figure.contains(step));
            let names = usize::from(is_named(row)) + usize::from(column.is_some_and(is_named));
            4 * names + usize::from(in_figure)
        };
        let best = |all: Vec<&'_ NamedValue>| {
            let scored = all.into_iter().map(|named| (score(named), named));
            scored
                .reduce(|best, next| if next.0 > best.0 { next } else { best })
                .map(|(n, own)| (n, own.id.clone()))
        };
        // Nothing is nearer than what has all names and is in the figure, so that the whole study need not be seen.
        let all_names = 4 * (1 + usize::from(column.is_some())) + 1;
        let nearest = best(self.known.of_figure(figure, value)).filter(|(score, _)| *score == all_names);
        match nearest.or_else(|| best(self.known.of_value(value))) {
            Some((1.., id)) => id,
            _ => {
                let parts = [Some(row), column].into_iter().flatten().filter(|part| !part.is_empty());
                format!("{figure}.{}", parts.collect::<Vec<_>>().join("."))
            }
        }
    }

    /// Fills in where the data come from, and gives what went into them, each once with its own origin. The public
    /// edition tells of a value what it prints, and where it stands, but not its further digits; of what went into it
    /// the place alone.
    pub fn fill(&self, data: &mut [ProvenDatum]) -> Vec<ProvenSource> {
        let mut places: Vec<Location> = Vec::new();
        for datum in data.iter_mut() {
            datum.origin = self.origin(&datum.id, datum.value, &mut places);
        }
        let mut sources: Vec<ProvenSource> = Vec::new();
        let mut waiting: VecDeque<String> =
            data.iter().flat_map(|datum| datum.origin.inputs.clone()).collect();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        while let Some(id) = waiting.pop_front() {
            if !seen.insert(id.clone()) {
                continue;
            }
            let Some(value) = self.value(&id) else { continue };
            let origin = self.origin(&id, value, &mut places);
            waiting.extend(origin.inputs.iter().cloned());
            sources.push(ProvenSource { id, value: Some(value), origin });
        }
        let origins = data.iter_mut().map(|datum| &mut datum.origin);
        let origins = origins.chain(sources.iter_mut().map(|source| &mut source.origin));
        self.locate(places, origins.filter_map(|origin| origin.record.as_mut()));
        if self.loaded.study.passport.edition == Edition::Public {
            for datum in data {
                let decimals = datum.decimals;
                for value in std::iter::once(&mut datum.value).chain(&mut datum.high) {
                    *value = crate::quantity::Rounded::new(*value, decimals).value();
                }
                datum.origin.record.iter_mut().for_each(|record| record.value.clear());
            }
            for source in &mut sources {
                source.value = None;
                source.origin.record.iter_mut().for_each(|record| record.value.clear());
            }
        }
        sources
    }

    /// Where a datum comes from; the place of its record goes to the others, to be located with them.
    fn origin(&self, id: &str, value: f64, places: &mut Vec<Location>) -> Origin {
        let Found { place, inputs } = self.found(id, value);
        let record = place.map(|(file, pointer, value)| {
            places.push(Location::pointer(file, pointer));
            Record { file: String::new(), line: 1, column: 1, cell: None, value }
        });
        let formula = match record.is_some() && inputs.is_empty() {
            true => None,
            false => self.formulas.of_datum(id).map(str::to_owned),
        };
        Origin { record, formula, inputs }
    }

    /// Gives records line and column in their files; sheet and cell where the study stands in a workbook. Each file is
    /// read once.
    fn locate<'r>(&self, places: Vec<Location>, records: impl Iterator<Item = &'r mut Record>) {
        let finding = |place| Diagnostic::new(Code::Usage, say!("trace-printed")).at(place);
        let mut found: Diagnostics = places.into_iter().map(finding).collect();
        locate(&mut found, &self.loaded.texts);
        for (finding, record) in found.into_iter().zip(records) {
            let mut own = Diagnostics::from(finding);
            if let Some(workbook) = self.workbook {
                workbook.relocate(&mut own);
            }
            let Some(place) = own.into_iter().next().and_then(|finding| finding.location) else { continue };
            record.cell = place.cell.and_then(|cell| Some(format!("{}!{}", cell.sheet, cell.address()?)));
            (record.line, record.column) = (place.line.unwrap_or(1), place.column.unwrap_or(1));
            record.file = place.file;
        }
    }

    fn found(&self, id: &str, value: f64) -> Found {
        // `items[0]` is a list and a place in it; places in rankings stay with their name.
        let parted = id.replace(".items[", ".items.[");
        let steps: Vec<&str> = parted.split('.').collect();
        let found = match steps.as_slice() {
            ["questions", id, rest @ ..] => self.in_question(id, rest, value),
            ["facts", "indices", index, rest @ ..] => {
                scores::of_index(self.files.get("indices.json"), index, rest, value)
            }
            ["facts", "risk", rest @ ..] => scores::of_risk(self.files.get("risk.json"), rest, value),
            _ => self.in_file(id, value),
        };
        let mut found = found.unwrap_or_default();
        if found.inputs.is_empty() {
            found.inputs = self.inputs(id, value, found.place.is_some());
        }
        found
    }

    /// A value of the question's distribution: a record, or the sum of several.
    fn in_question(&self, id: &str, rest: &[&str], value: f64) -> Option<Found> {
        let question = self.known.question(&self.day?.facts, id)?;
        let record = |item, option, by, field| self.record(id, (item, option, by), field, value);
        match rest {
            [field @ ("n" | "deff")] => {
                let item = question.items.iter().max_by_key(|item| item.n)?;
                record(item.code.as_deref(), None, None, field)
            }
            ["items", item, field @ ("n" | "deff")] => record(own_code(item), None, None, field),
            ["items", item, "answers", answer, field, ..] => {
                record(own_code(item), Some(answer), None, field_of(rest, field))
            }
            ["items", item, "positive", ..] => Some(sum(question, item, AnswerRole::Positive)),
            ["items", item, "negative", ..] => Some(sum(question, item, AnswerRole::Negative)),
            ["items", item, "net", ..] => {
                let of = |side: &str| format!("{}.{side}.value", item_id(&question.id, item));
                Some(Found { place: None, inputs: vec![of("positive"), of("negative")] })
            }
            [ranked, field, ..] if ranked.starts_with("ranking[") => {
                let at: usize = ranked.strip_prefix("ranking[")?.strip_suffix(']')?.parse().ok()?;
                let code = question.ranking.get(at)?.code.as_str();
                self.ranked(question, code, field_of(rest, field), value)
            }
            ["breakdowns" | "crosstabs", by, "groups", group, "n"] | ["crosstabs", by, group, "n"] => {
                record(None, None, Some((by, group)), "n")
            }
            ["crosstabs", by, row, group, field] => {
                let of_answers = question.has_rows_of_answers();
                let only = question.items.first().and_then(|item| item.code.as_deref());
                let is_whole = *row == question.id || only == Some(*row);
                if question.kind == QuestionKind::Scale && (!of_answers || is_whole) {
                    return Some(group_sum(question, (by, row, group)));
                }
                let (item, option) = if of_answers { (only, Some(*row)) } else { (Some(*row), None) };
                record(item, option, Some((by, group)), field)
            }
            ["crosstabs", by, row, group, "answers", answer] => {
                let item = Some(*row).filter(|row| *row != question.id);
                record(item, Some(answer), Some((by, group)), "share")
            }
            _ => None,
        }
    }

    fn ranked(&self, question: &QuestionFacts, code: &str, field: &str, value: f64) -> Option<Found> {
        let has_items = question.items.iter().any(|item| item.code.is_some());
        if question.kind == QuestionKind::Scale {
            return Some(sum(question, if has_items { code } else { "[0]" }, AnswerRole::Positive));
        }
        if !has_items {
            return self.record(&question.id, (None, Some(code), None), field, value);
        }
        let item = question.items.iter().find(|item| item.code.as_deref() == Some(code))?;
        let chosen = item.answers.iter().find(|answer| answer.role == Some(AnswerRole::Selected));
        let answer = chosen.or_else(|| item.answers.first())?;
        self.record(&question.id, (Some(code), Some(&answer.code), None), field, value)
    }

    /// The record of an answer in all or in a group that has the value in the column that a field of the facts is made
    /// of.
    fn record(
        &self,
        question: &str,
        (item, option, by): (Option<&str>, Option<&str>, Option<(&str, &str)>),
        field: &str,
        value: f64,
    ) -> Option<Found> {
        let results = self.day?.study.latest_results()?;
        let holds = |record: &results::Record| {
            let own = match field {
                "n" => f64::from(record.n),
                "deff" => record.deff,
                "n_option" => f64::from(record.n_option),
                "low" | "low-high" => record.ci.0 * 100.0,
                "high" => record.ci.1 * 100.0,
                _ => record.share * 100.0,
            };
            (own - value).abs() < SLACK
        };
        let is_wanted = |record: &results::Record| {
            let group = record.by.as_ref().and_then(|by| by.iter().next());
            option.is_none_or(|option| record.option == option)
                && (record.item.as_deref() == item || (item.is_none() && option.is_none()))
                && group == by
                && holds(record)
        };
        let at =
            self.known.rows(question).iter().find(|at| results.records.get(**at).is_some_and(is_wanted))?;
        let record = results.records.get(*at)?;
        let (column, value) = match field {
            "n" => ("n", record.n.to_string()),
            "deff" => ("deff", record.deff.to_string()),
            "n_option" => ("n_option", record.n_option.to_string()),
            "low" | "high" | "low-high" => ("ci", format!("{}–{}", record.ci.0, record.ci.1)),
            _ => ("share", record.share.to_string()),
        };
        let place = (results.records_path(), format!("/records/{at}/{column}"), value);
        Some(Found { place: Some(place), inputs: Vec::new() })
    }

    /// What a datum was made of that no record holds.
    fn inputs(&self, id: &str, value: f64, has_place: bool) -> Vec<String> {
        self.known.inputs(id, value, has_place)
    }

    /// The value of a datum by its id.
    fn value(&self, id: &str) -> Option<f64> {
        self.known.value(id).or_else(|| self.share_in_group(id))
    }

    /// The share of one answer in a group, of which a table by groups shows the sum.
    fn share_in_group(&self, id: &str) -> Option<f64> {
        let steps: Vec<&str> = id.split('.').collect();
        let ["questions", question, "crosstabs", by, row, group, "answers", answer] = *steps.as_slice()
        else {
            return None;
        };
        let item = Some(row).filter(|row| *row != question);
        let results = self.day?.study.latest_results()?;
        let is_wanted = |record: &&results::Record| {
            let own = record.by.as_ref().and_then(|by| by.iter().next());
            record.option == answer && record.item.as_deref() == item && own == Some((by, group))
        };
        let records = self.known.rows(question).iter().filter_map(|at| results.records.get(*at));
        records.into_iter().find(is_wanted).map(|record| record.share * 100.0)
    }

    /// A value that a file holds as it is printed, found by the steps of the id.
    fn in_file(&self, id: &str, value: f64) -> Option<Found> {
        let (prefix, file) = FILES
            .iter()
            .find(|(prefix, _)| id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(['.', '['])))?;
        let steps = id[prefix.len()..].replace('[', ".[");
        let mut at = self.files.get(*file)?;
        let mut pointer = String::new();
        for step in steps.split('.').filter(|step| !step.is_empty()) {
            (at, pointer) = step_into(at, &pointer, step)?;
        }
        // Of a list by days the last day with the value.
        let (at, pointer) = match at.as_array() {
            Some(days) => {
                let total = |day: &serde_json::Value| day["total"].as_f64() == Some(value);
                let day = days.iter().rposition(total)?;
                (&days[day]["total"], format!("{pointer}/{day}/total"))
            }
            None => (at, pointer),
        };
        let found = at.as_f64()?;
        let place = ((*file).to_owned(), pointer, at.to_string());
        ((found - value).abs() < SLACK).then_some(Found { place: Some(place), inputs: Vec::new() })
    }
}

/// The files of a study as trees, whether they lie in a folder or stand in a workbook.
pub(super) fn files(loaded: &Loaded) -> BTreeMap<String, serde_json::Value> {
    let mut files = BTreeMap::new();
    for (path, text) in &loaded.texts {
        match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("json") if !path.starts_with("results/") => {
                files.extend(serde_json::from_str(&text.text).ok().map(|tree| (path.clone(), tree)));
            }
            Some("xlsx") => files.extend(crate::workbook::read_files(&text.bytes()).unwrap_or_default()),
            _ => {}
        }
    }
    files
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
    let of = |code: &str| format!("{}.answers.{code}.percent", item_id(&question.id, item));
    let answers = own.into_iter().flat_map(|(_, one)| &one.answers);
    let inputs = answers.filter(|answer| answer.role == Some(role)).map(|answer| of(&answer.code)).collect();
    Found { place: None, inputs }
}

/// The positive answers of a scale in a group, of which a cell of a table is the sum.
fn group_sum(question: &QuestionFacts, (by, row, group): (&str, &str, &str)) -> Found {
    let own = question.items.iter().find(|item| item.code.as_deref().is_none_or(|code| code == row));
    let answers = own.into_iter().flat_map(|item| &item.answers);
    let positive = answers.filter(|answer| answer.role == Some(AnswerRole::Positive));
    let of = |code: &str| format!("questions.{}.crosstabs.{by}.{row}.{group}.answers.{code}", question.id);
    Found { place: None, inputs: positive.map(|answer| of(&answer.code)).collect() }
}

/// The id of an item by its step, a code or a place.
fn item_id(question: &str, item: &str) -> String {
    match item.starts_with('[') {
        true => format!("questions.{question}.items{item}"),
        false => format!("questions.{question}.items.{item}"),
    }
}
