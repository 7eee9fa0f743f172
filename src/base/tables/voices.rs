//! Experts and focus groups: counts and words, never shares.

use super::columns::{Column, TableSpec, refers};
use super::{Maker, code, count, said, whole};
use crate::diag::Diagnostic;
use crate::document::dataset::{DataTable, Value};

const EXPERT_KINDS: &[&str] = &["state-body", "sector-specialist", "public-council", "opinion-leader"];

const EXPERTS: TableSpec = TableSpec {
    name: "experts",
    key: &["expert"],
    references: &[],
    columns: &[
        Column::whole("expert"),
        Column::choice("kind", EXPERT_KINDS),
        Column::date("date"),
        Column::texts("position").called("expert_position"),
        Column::texts("judgement").optional(),
    ],
};

const EXPERT_ANSWERS: TableSpec = TableSpec {
    name: "expert_answers",
    key: &["question", "answer"],
    references: &[],
    columns: &[
        Column::text("question").called("question_code"),
        Column::text("answer"),
        Column::texts("text"),
        Column::texts("label"),
        Column::whole("count"),
    ],
};

const FOCUS_GROUPS: TableSpec = TableSpec {
    name: "focus_groups",
    key: &["group"],
    references: &[],
    columns: &[
        Column::whole("group"),
        Column::date("date"),
        Column::texts("place"),
        Column::texts("composition"),
        Column::whole("women"),
        Column::whole("men"),
    ],
};

const STATEMENTS: TableSpec = TableSpec {
    name: "statements",
    key: &["group", "position"],
    references: &[refers(&["group"], "focus_groups")],
    columns: &[
        Column::whole("group"),
        Column::whole("position"),
        Column::texts("theme"),
        Column::choice("agreement", &["agreed", "divided"]),
        Column::texts("summary"),
        Column::texts("quote").optional(),
        Column::texts("speaker").optional(),
    ],
};

/// The tables of experts and focus groups.
pub fn tables(maker: &Maker<'_>) -> Result<Vec<DataTable>, Diagnostic> {
    Ok(vec![
        maker.table(&EXPERTS, experts(maker))?,
        maker.table(&EXPERT_ANSWERS, expert_answers(maker))?,
        maker.table(&FOCUS_GROUPS, focus_groups(maker))?,
        maker.table(&STATEMENTS, statements(maker))?,
    ])
}

fn experts(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let rows = maker.sources.facts.experts.experts.iter().enumerate().map(|(place, expert)| {
        let mut row = vec![count(place + 1), code(&expert.kind), Value::Date(expert.date)];
        row.extend(maker.texts(Some(&expert.position)));
        row.extend(maker.texts(expert.judgement.as_ref()));
        row
    });
    rows.collect()
}

fn expert_answers(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for question in &maker.sources.facts.experts.questions {
        for answer in &question.answers {
            let mut row = vec![said(&question.id), said(&answer.code)];
            row.extend(maker.texts(Some(&question.text)));
            row.extend(maker.texts(Some(&answer.label)));
            row.push(count(answer.count));
            rows.push(row);
        }
    }
    rows
}

fn focus_groups(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let rows = maker.sources.facts.focus_groups.groups.iter().enumerate().map(|(place, group)| {
        let mut row = vec![count(place + 1), Value::Date(group.date)];
        row.extend(maker.texts(Some(&group.place)));
        row.extend(maker.texts(Some(&group.composition)));
        row.extend([whole(group.women), whole(group.men)]);
        row
    });
    rows.collect()
}

fn statements(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    let themes = &maker.sources.study.focus_groups.themes;
    for (place, group) in maker.sources.facts.focus_groups.groups.iter().enumerate() {
        for (position, statement) in group.statements.iter().enumerate() {
            let theme = themes.iter().find(|theme| theme.code == statement.theme);
            let mut row = vec![count(place + 1), count(position + 1)];
            row.extend(maker.texts(theme.map(|theme| &theme.label)));
            row.push(code(&statement.agreement));
            row.extend(maker.texts(Some(&statement.summary)));
            row.extend(maker.texts(statement.quote.as_ref().map(|quote| &quote.text)));
            row.extend(maker.texts(statement.quote.as_ref().map(|quote| &quote.speaker)));
            rows.push(row);
        }
    }
    rows
}
