//! The groups of the breakdowns: to which each person belongs.

use super::coding::{Meaning, meanings, undeclared};
use super::{Input, conditions, no_column, units::NONE};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::study::results::Breakdown;
use crate::study::tabulation::{BreakdownPlan, Tabulation};

/// A breakdown with the group of each person; [`NONE`] where it is missing.
#[derive(Debug, Clone)]
pub struct Groups<'a> {
    pub id: &'a str,
    pub codes: Vec<&'a str>,
    pub group: Vec<u16>,
}

/// The breakdowns of the codebook that the plan has columns for, in the codebook's order. `rows` are the people that
/// count; without them only columns and codes of the plan are looked at.
pub fn breakdowns<'a>(
    input: Input<'a>,
    rows: Option<&[usize]>,
    findings: &mut Diagnostics,
) -> Vec<Groups<'a>> {
    for (i, plan) in input.plan.breakdowns.iter().enumerate() {
        if !input.codebook.breakdowns.iter().any(|b| b.id == plan.breakdown) {
            let message = say!("plan-breakdown", id = plan.breakdown);
            let place = Location::pointer(Tabulation::FILE, format!("/breakdowns/{i}/breakdown"));
            findings.push(Diagnostic::new(Code::DanglingId, message).at(place).hint(say!("hint-plan-id")));
        }
    }
    let mut found = Vec::new();
    for breakdown in &input.codebook.breakdowns {
        let planned = input.plan.breakdowns.iter().position(|p| p.breakdown == breakdown.id);
        if let Some(at) = planned {
            found.extend(one(input, breakdown, (at, &input.plan.breakdowns[at]), rows, findings));
        }
    }
    found
}

fn one<'a>(
    input: Input<'a>,
    breakdown: &'a Breakdown,
    (at, plan): (usize, &BreakdownPlan),
    rows: Option<&[usize]>,
    findings: &mut Diagnostics,
) -> Option<Groups<'a>> {
    let pointer = format!("/breakdowns/{at}/column");
    let Some(column) = input.table.column(&plan.column) else {
        findings.push(no_column(input, &plan.column, &pointer));
        return None;
    };
    let codes: Vec<&str> = breakdown.groups.iter().map(|g| g.code.as_str()).collect();
    let place = |code: &str| codes.iter().position(|c| *c == code).and_then(|at| u16::try_from(at).ok());
    for (i, group) in plan.groups.iter().enumerate().filter(|(_, g)| place(&g.code).is_none()) {
        let message = say!("plan-group", code = group.code, breakdown = breakdown.id);
        let at = Location::pointer(Tabulation::FILE, format!("/breakdowns/{at}/groups/{i}/code"));
        findings.push(Diagnostic::new(Code::DanglingId, message).at(at).hint(say!("hint-plan-id")));
    }
    let missing = |value: &str| input.plan.missing.iter().chain(&plan.missing).any(|m| m == value);
    let meanings = meanings(column, |value| {
        let code = if plan.groups.is_empty() {
            place(value)
        } else {
            let holds = plan.groups.iter().find(|group| {
                conditions::holds(value, &group.codes, (group.from.as_deref(), group.to.as_deref()))
            });
            holds.and_then(|group| place(&group.code))
        };
        match code {
            Some(code) => Meaning::Code(code),
            None if missing(value) => Meaning::Missing,
            None => Meaning::Unknown,
        }
    });
    let rows = rows?;
    let unknown = undeclared(column, &meanings, rows.iter().copied());
    findings.extend(unknown.iter().map(|u| u.finding(input, &column.name, &pointer)));
    let group = |row: &usize| match meanings.get(column.codes.at(*row)) {
        Some(Meaning::Code(code)) => *code,
        Some(Meaning::Missing | Meaning::Unknown) | None => NONE,
    };
    let group: Vec<u16> = rows.iter().map(group).collect();
    // The bases of the groups would not add up to the total's.
    let without = group.iter().filter(|g| **g == NONE).count();
    if without > 0 && unknown.is_empty() {
        let message =
            say!("answers-no-group", column = column.name, breakdown = breakdown.id; count = without);
        let place = Location::pointer(Tabulation::FILE, pointer);
        let fault = Diagnostic::new(Code::AnswersUnplaced, message).at(place);
        findings.push(fault.hint(say!("hint-answers-no-group")));
    }
    Some(Groups { id: breakdown.id.as_str(), codes, group })
}

impl Groups<'_> {
    /// Whole sample as one group.
    pub fn everyone(people: usize) -> Self {
        Self { id: "", codes: vec![""], group: vec![0; people] }
    }

    /// People of a group, by their places in the design.
    pub fn members(&self, group: usize) -> Vec<usize> {
        let wanted = u16::try_from(group).unwrap_or(NONE);
        (0..self.group.len()).filter(|at| self.group[*at] == wanted).collect()
    }

    /// Number of groups.
    pub fn count(&self) -> usize {
        self.codes.len()
    }
}
