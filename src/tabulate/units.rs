//! The questions' columns in the codes of the codebook.
//!
//! A unit is what one distribution of the records is counted from: a question, an item of a battery, or one of several
//! answers. Each person has a mark in it: the place of the answer given, the number of answers for one that is not
//! ticked, or [`NONE`] for who was not asked or gave no answer.

use super::coding::{Meaning, Undeclared, meanings, undeclared};
use super::{Input, conditions, no_column};
use crate::answers::Column;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::study::results::{self, Codebook, QuestionKind};
use crate::study::tabulation::{QuestionPlan, Tabulation};

/// Outside of the base.
pub const NONE: u16 = u16::MAX;

/// A question with its units.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    pub id: &'a str,
    pub question: &'a results::Question,
    pub units: Vec<Unit<'a>>,
    /// People who were asked and whose answer is missing, of all columns together.
    pub missing: usize,
}

/// A distribution before it is counted.
#[derive(Debug, Clone)]
pub struct Unit<'a> {
    pub item: Option<&'a str>,
    pub options: Vec<&'a str>,
    pub marks: Vec<u16>,
}

/// A question's plan with what is needed to read it.
struct Reading<'a, 'f> {
    input: Input<'a>,
    plan: &'a QuestionPlan,
    question: &'a results::Question,
    at: usize,
    rows: &'f [usize],
    asked: Vec<bool>,
    findings: &'f mut Diagnostics,
    missing: usize,
}

/// The questions of the codebook that the plan has columns for, in the codebook's order.
pub fn questions<'a>(input: Input<'a>, rows: &[usize], findings: &mut Diagnostics) -> Vec<Question<'a>> {
    for (i, plan) in input.plan.questions.iter().enumerate() {
        let (id, questions) = (&plan.question, &input.codebook.questions);
        let is_twice = input.plan.questions[..i].iter().any(|p| p.question == *id);
        let place = Location::pointer(Tabulation::FILE, format!("/questions/{i}/question"));
        if is_twice {
            findings.push(Diagnostic::new(Code::DuplicateId, say!("plan-twice", id = id)).at(place));
        } else if !questions.iter().any(|q| q.id == *id) {
            let fault = Diagnostic::new(Code::DanglingId, say!("plan-question", id = id)).at(place);
            findings.push(fault.hint(say!("hint-plan-id")));
        }
    }
    findings.extend(unwritable(input));
    let mut found = Vec::new();
    for question in &input.codebook.questions {
        let Some(at) = input.plan.questions.iter().position(|p| p.question == question.id) else { continue };
        let plan = &input.plan.questions[at];
        let met = conditions::met(input, &plan.asked, &format!("/questions/{at}/asked"), findings);
        let asked = rows.iter().map(|row| met[*row]).collect();
        let mut reading = Reading { input, plan, question, at, rows, asked, findings, missing: 0 };
        let units = reading.units();
        let missing = reading.missing;
        if let Some(units) = units {
            found.push(Question { id: question.id.as_str(), question, units, missing });
        }
    }
    found
}

/// What a cell of a table of records holds where there is nothing (R).
const NOTHING: &str = "NA";

/// Codes of the codebook that a table of records could not keep: they would be read as empty cells.
fn unwritable(input: Input<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (i, question) in input.codebook.questions.iter().enumerate() {
        let options = question.options.iter().map(|option| option.code.as_str()).enumerate();
        let items = question.items.iter().map(|item| item.code.as_str()).enumerate();
        let codes = options.map(|own| ("options", own)).chain(items.map(|own| ("items", own)));
        for (list, (j, _)) in codes.filter(|(_, (_, code))| *code == NOTHING) {
            let place = Location::pointer(Codebook::FILE, format!("/questions/{i}/{list}/{j}/code"));
            let message = say!("answers-code-nothing", code = NOTHING, question = question.id);
            let fault = Diagnostic::new(Code::AnswersCode, message).at(place);
            found.push(fault.hint(say!("hint-answers-code-nothing")));
        }
    }
    found
}

impl<'a> Reading<'a, '_> {
    fn units(&mut self) -> Option<Vec<Unit<'a>>> {
        let options: Vec<&str> = self.question.options.iter().map(|o| o.code.as_str()).collect();
        let is_multiple = self.question.kind == QuestionKind::Multiple;
        let (column, items, ticks) = (&self.plan.column, &self.plan.items, &self.plan.options);
        match (column, items.is_empty(), ticks.is_empty(), is_multiple) {
            (Some(column), true, true, false) => {
                let pointer = self.pointer("column");
                let marks = self.single(column, &pointer, &options)?;
                Some(vec![Unit { item: None, options, marks }])
            }
            (Some(column), true, true, true) => self.in_one_cell(column),
            (None, false, true, false) => {
                let items = self.items()?;
                let marks = items.into_iter().map(|(item, column, pointer)| {
                    self.single(column, &pointer, &options).map(|marks| Unit {
                        item: Some(item),
                        options: options.clone(),
                        marks,
                    })
                });
                // All columns are looked at before the first fault of them ends it.
                marks.collect::<Vec<_>>().into_iter().collect()
            }
            (None, false, true, true) => {
                let columns = self.items()?;
                self.in_columns(&columns, true)
            }
            (None, true, false, true) => {
                let columns = self.ticked()?;
                self.in_columns(&columns, false)
            }
            _ => {
                self.fault(Code::WrongValue, say!("plan-shape", id = self.question.id), "question");
                None
            }
        }
    }

    fn pointer(&self, field: &str) -> String {
        format!("/questions/{}/{field}", self.at)
    }

    fn fault(&mut self, code: Code, message: crate::diag::Message, field: &str) {
        let place = Location::pointer(Tabulation::FILE, self.pointer(field));
        self.findings.push(Diagnostic::new(code, message).at(place).hint(say!("hint-plan-shape")));
    }

    /// Item, column and pointer of each item, in the codebook's order.
    fn items(&mut self) -> Option<Vec<(&'a str, &'a str, String)>> {
        let known: Vec<&str> = self.question.items.iter().map(|i| i.code.as_str()).collect();
        self.listed(&known, "items", &self.plan.items)
    }

    /// The same of answers.
    fn ticked(&mut self) -> Option<Vec<(&'a str, &'a str, String)>> {
        let known: Vec<&str> = self.question.options.iter().map(|o| o.code.as_str()).collect();
        self.listed(&known, "options", &self.plan.options)
    }

    fn listed(
        &mut self,
        known: &[&'a str],
        field: &str,
        columns: &'a indexmap::IndexMap<String, String>,
    ) -> Option<Vec<(&'a str, &'a str, String)>> {
        let strange: Vec<&String> = columns.keys().filter(|code| !known.contains(&code.as_str())).collect();
        for code in &strange {
            let message = say!("plan-code", code = code, id = self.question.id);
            self.fault(Code::DanglingId, message, &format!("{field}/{}", crate::source::pointer_token(code)));
        }
        let without: Vec<&&str> = known.iter().filter(|code| !columns.contains_key(**code)).collect();
        if let Some(code) = without.first() {
            let message = say!("plan-without", code = code, id = self.question.id);
            self.fault(Code::MissingField, message, field);
        }
        let pointer = |code: &str| self.pointer(&format!("{field}/{}", crate::source::pointer_token(code)));
        let all = known.iter().filter_map(|code| Some((*code, columns.get(*code)?.as_str(), pointer(code))));
        let all: Vec<_> = all.collect();
        (strange.is_empty() && without.is_empty()).then_some(all)
    }

    fn column(&mut self, name: &str, pointer: &str) -> Option<&'a Column> {
        let column = self.input.table.column(name);
        if column.is_none() {
            self.findings.push(no_column(self.input, name, pointer));
        }
        column
    }

    fn is_missing(&self, value: &str) -> bool {
        self.input.plan.missing.iter().chain(&self.plan.missing).any(|m| m == value)
    }

    fn recoded<'v>(&'v self, value: &'v str) -> &'v str {
        self.plan.recode.get(value).map_or(value, String::as_str)
    }

    /// The marks of one answer a person.
    fn single(&mut self, name: &str, pointer: &str, options: &[&str]) -> Option<Vec<u16>> {
        let column = self.column(name, pointer)?;
        let meanings = meanings(column, |value| {
            let code = self.recoded(value);
            match options.iter().position(|o| *o == code).and_then(|at| u16::try_from(at).ok()) {
                Some(code) => Meaning::Code(code),
                None if self.is_missing(value) => Meaning::Missing,
                None => Meaning::Unknown,
            }
        });
        self.declared(column, &meanings, pointer)?;
        Some(self.marks(column, &meanings))
    }

    /// Tells the undeclared values of the people who were asked; blanks of others are what one expects.
    fn declared(&mut self, column: &Column, meanings: &[Meaning], pointer: &str) -> Option<()> {
        let asked = self.rows.iter().zip(&self.asked).filter(|(_, asked)| **asked).map(|(row, _)| *row);
        let unknown: Vec<Undeclared> = undeclared(column, meanings, asked);
        let input = self.input;
        self.findings.extend(unknown.iter().map(|u| u.finding(input, &column.name, pointer)));
        unknown.is_empty().then_some(())
    }

    /// The mark of each person; answers of people who were not asked are told and left out.
    fn marks(&mut self, column: &Column, meanings: &[Meaning]) -> Vec<u16> {
        let mut unasked: Option<(usize, usize)> = None;
        let mut missing = 0;
        let mut marks = Vec::with_capacity(self.rows.len());
        let mark = |meaning: Meaning| match meaning {
            Meaning::Code(code) => code,
            Meaning::Missing | Meaning::Unknown => NONE,
        };
        let of_value: Vec<u16> = meanings.iter().map(|meaning| mark(*meaning)).collect();
        for (row, asked) in self.rows.iter().zip(&self.asked) {
            let mark = of_value.get(column.codes.at(*row)).copied().unwrap_or(NONE);
            if *asked {
                missing += usize::from(mark == NONE);
                marks.push(mark);
            } else {
                if mark != NONE {
                    unasked = Some(unasked.map_or((1, *row), |(count, first)| (count + 1, first)));
                }
                marks.push(NONE);
            }
        }
        self.missing += missing;
        if let Some((count, first)) = unasked {
            let row = self.input.table.file_row(first);
            let message = say!("answers-unasked", column = column.name, row = row; count = count);
            let place = Location::pointer(Tabulation::FILE, self.pointer("asked"));
            let doubt = Diagnostic::new(Code::AnswersUnplaced, message).at(place);
            self.findings.push(doubt.hint(say!("hint-answers-unasked")));
        }
        marks
    }

    /// Several answers in a column each. With `items`, each is an item whose one answer means "chosen".
    fn in_columns(&mut self, columns: &[(&'a str, &'a str, String)], items: bool) -> Option<Vec<Unit<'a>>> {
        if self.plan.selected.is_empty() {
            self.fault(Code::MissingField, say!("plan-selected", id = self.question.id), "selected");
            return None;
        }
        let mut all = Vec::new();
        for (_, name, pointer) in columns {
            let Some(column) = self.column(name, pointer) else { continue };
            let meanings = meanings(column, |value| {
                if self.plan.selected.iter().any(|s| s == value) {
                    Meaning::Code(0)
                } else if self.plan.not_selected.iter().any(|s| s == value) {
                    Meaning::Code(1)
                } else if self.is_missing(value) {
                    Meaning::Missing
                } else {
                    Meaning::Unknown
                }
            });
            if self.declared(column, &meanings, pointer).is_some() {
                all.push(self.marks(column, &meanings));
            }
        }
        if all.len() < columns.len() {
            return None;
        }
        // Who answered in one column was asked in all: a missing cell among others is one not ticked.
        for person in 0..self.rows.len() {
            if all.iter().any(|marks| marks[person] != NONE) {
                all.iter_mut().filter(|m| m[person] == NONE).for_each(|m| m[person] = 1);
            }
        }
        self.missing =
            (0..self.rows.len()).filter(|p| self.asked[*p] && all.iter().all(|m| m[*p] == NONE)).count();
        let units = columns.iter().zip(all);
        let chosen = self.question.options.first()?.code.as_str();
        Some(units.map(|((code, ..), marks)| tick(code, chosen, items, marks)).collect())
    }

    /// Several answers in one cell, with a separator.
    fn in_one_cell(&mut self, name: &'a str) -> Option<Vec<Unit<'a>>> {
        let Some(separator) = self.plan.separator.as_deref().filter(|s| !s.is_empty()) else {
            self.fault(Code::MissingField, say!("plan-separator", id = self.question.id), "separator");
            return None;
        };
        let pointer = self.pointer("column");
        let column = self.column(name, &pointer)?;
        let items = !self.question.items.is_empty();
        let codes: Vec<&str> = if items {
            self.question.items.iter().map(|i| i.code.as_str()).collect()
        } else {
            self.question.options.iter().map(|o| o.code.as_str()).collect()
        };
        let place = |value: &str| codes.iter().position(|code| *code == self.recoded(value));
        let mut chosen: Vec<Option<Vec<usize>>> = Vec::new();
        let meanings: Vec<Meaning> = column
            .values
            .iter()
            .map(|value| {
                let of = |part: &str| place(part).or_else(|| place(super::coding::plain(part)));
                let parts = super::coding::parts(value, separator, |part| of(part).is_some());
                let places: Option<Vec<usize>> = parts.into_iter().map(of).collect();
                let places = places.filter(|places| !places.is_empty());
                chosen.push(places.clone());
                match places {
                    Some(_) => Meaning::Code(0),
                    None if self.is_missing(value) => Meaning::Missing,
                    None => Meaning::Unknown,
                }
            })
            .collect();
        self.declared(column, &meanings, &pointer)?;
        let base = self.marks(column, &meanings);
        let only = self.question.options.first()?.code.as_str();
        let units = codes.iter().enumerate().map(|(at, code)| {
            let ticked: Vec<bool> =
                chosen.iter().map(|places| places.as_ref().is_some_and(|p| p.contains(&at))).collect();
            let marks = self.rows.iter().zip(&base).map(|(row, base)| match *base {
                NONE => NONE,
                _ => u16::from(!ticked.get(column.codes.at(*row)).copied().unwrap_or_default()),
            });
            tick(code, only, items, marks.collect())
        });
        Some(units.collect())
    }
}

/// The unit of one of several answers: an item with one answer, or the answer itself.
fn tick<'a>(code: &'a str, chosen: &'a str, is_item: bool, marks: Vec<u16>) -> Unit<'a> {
    let (item, option) = if is_item { (Some(code), chosen) } else { (None, code) };
    Unit { item, options: vec![option], marks }
}

impl Question<'_> {
    /// Units that are one distribution in the records: all of a question of several answers without items, else each
    /// for itself.
    pub fn distributions(&self) -> Vec<std::ops::Range<usize>> {
        let count = self.units.len();
        if count > 1 && self.units.iter().all(|unit| unit.item.is_none()) {
            return std::iter::once(0..count).collect();
        }
        (0..count).map(|at| at..at + 1).collect()
    }
}
