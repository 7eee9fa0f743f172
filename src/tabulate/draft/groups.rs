//! Breakdowns that a draft proposes: closed columns called sex, age group, settlement, education; ages in years parted
//! into the usual groups.

use serde_json::{Value, json};

use super::roles::Roles;
use super::{Drafted, Found, Labels, latin};
use crate::answers::Column;
use crate::study::results::AnswerRole;
use crate::study::tabulation::{BreakdownPlan, GroupPlan};

/// The most groups of a breakdown that a reader can take in.
const MOST_GROUPS: usize = 20;
/// Ages at which the usual groups of adults begin.
const AGES: [u32; 4] = [18, 30, 45, 60];
/// Ages, in years, that people have.
const YEARS: std::ops::RangeInclusive<f64> = 10.0..=115.0;

/// The breakdowns of a file as JSON with their plans; their questions are taken out of what was found.
pub fn taken(found: &mut Found, roles: &Roles) -> Vec<(Value, BreakdownPlan)> {
    let mut ids: Vec<String> = Vec::new();
    let mut breakdowns = Vec::new();
    let mut left = Vec::new();
    for question in std::mem::take(&mut found.questions) {
        match breakdown(&question, roles, &mut ids) {
            Some(made) => breakdowns.push(made),
            None => left.push(question),
        }
    }
    found.questions = left;
    for (column, label) in std::mem::take(&mut found.ages) {
        breakdowns.push(of_ages(&column, &label, &mut ids));
    }
    breakdowns
}

/// An id of its own from a column's name.
fn id(name: &str, ids: &mut Vec<String>) -> String {
    let plain = latin(name);
    let readable = plain.chars().any(|c| c.is_ascii_alphanumeric());
    let id = if readable && !ids.contains(&plain) { plain } else { format!("by-{}", ids.len() + 1) };
    ids.push(id.clone());
    id
}

fn breakdown(question: &Drafted, roles: &Roles, ids: &mut Vec<String>) -> Option<(Value, BreakdownPlan)> {
    let column = question.plan.column.as_ref()?;
    let words = question.text.values().map(String::as_str).chain([question.name.as_str()]);
    let is_closed = !question.is_multiple && question.items.is_empty() && question.plan.separator.is_none();
    let role = |labels: &Labels| roles.of(labels.values().map(String::as_str));
    let is_missing =
        |labels: &Labels| matches!(role(labels), Some(AnswerRole::DontKnow | AnswerRole::Refused));
    let (missing, groups): (Vec<_>, Vec<_>) =
        question.options.iter().partition(|(_, labels)| is_missing(labels));
    if !is_closed || !(2..=MOST_GROUPS).contains(&groups.len()) || !roles.is_breakdown(words) {
        return None;
    }
    let id = id(&question.name, ids);
    let mut codes = question.plan.missing.clone();
    codes.extend(missing.into_iter().map(|(code, _)| code.clone()));
    let groups: Vec<Value> =
        groups.into_iter().map(|(code, label)| json!({"code": code, "label": label})).collect();
    let mut value = json!({"id": id, "label": question.text, "groups": groups});
    if let (false, Some(fields)) = (codes.is_empty(), value.as_object_mut()) {
        fields.insert("not_stated".to_owned(), json!(true));
    }
    let plan = BreakdownPlan {
        breakdown: crate::study::Id(id),
        column: column.clone(),
        groups: Vec::new(),
        missing: codes,
        proposed: true,
    };
    Some((value, plan))
}

/// Whether a column holds ages in years, of which no closed question can be made.
pub fn holds_ages(column: &Column, roles: &Roles) -> bool {
    let words = column.labels.column.iter().map(String::as_str).chain([column.name.as_str()]);
    let is_age = |value: &String| value.parse::<f64>().is_ok_and(|years| YEARS.contains(&years));
    let mut given = column.values.iter().filter(|value| !value.is_empty()).peekable();
    given.peek().is_some() && given.all(is_age) && roles.is_age(words)
}

fn of_ages(column: &str, label: &Labels, ids: &mut Vec<String>) -> (Value, BreakdownPlan) {
    let id = id(column, ids);
    let mut groups = Vec::new();
    let mut plans = Vec::new();
    for (at, from) in AGES.iter().enumerate() {
        let to = AGES.get(at + 1).map(|next| next - 1);
        let code = to.map_or_else(|| format!("{from}+"), |to| format!("{from}-{to}"));
        let shown = code.replace('-', "–");
        let labels: Labels = label.keys().map(|language| (language.clone(), shown.clone())).collect();
        groups.push(json!({"code": code, "label": labels}));
        plans.push(GroupPlan {
            code,
            codes: Vec::new(),
            from: Some(from.to_string()),
            to: to.map(|to| to.to_string()),
        });
    }
    let plan = BreakdownPlan {
        breakdown: crate::study::Id(id.clone()),
        column: column.to_owned(),
        groups: plans,
        missing: Vec::new(),
        proposed: true,
    };
    (json!({"id": id, "label": label, "groups": groups}), plan)
}
