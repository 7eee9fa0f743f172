//! The mass survey: what was asked, what was answered, and by whom.

use super::columns::{Column, TableSpec, refers};
use super::{Maker, code, count, hundredths, said, whole};
use crate::diag::Diagnostic;
use crate::document::dataset::{DataTable, Value};
use crate::facts::{Answer, CrossLine, Crosstab, Item, Measure, QuestionFacts, Status};

const KINDS: &[&str] = &["single", "multiple", "scale"];
const ROLES: &[&str] =
    &["positive", "neutral", "negative", "dont-know", "refused", "selected", "other", "none-of-these"];

const QUESTIONS: TableSpec = TableSpec {
    name: "questions",
    key: &["question"],
    references: &[],
    columns: &[
        Column::text("question").called("question_code"),
        Column::choice("kind", KINDS),
        Column::texts("label"),
        Column::texts("text"),
        Column::texts("base").optional(),
        Column::texts("block"),
        Column::whole("n"),
        Column::number("deff", 0, 100),
    ],
};

const ITEMS: TableSpec = TableSpec {
    name: "items",
    key: &["question", "item"],
    references: &[refers(&["question"], "questions")],
    columns: &[
        Column::text("question").called("question_code"),
        Column::text("item"),
        Column::whole("position"),
        Column::texts("label"),
    ],
};

const ANSWERS: TableSpec = TableSpec {
    name: "answers",
    key: &["question", "answer"],
    references: &[refers(&["question"], "questions")],
    columns: &[
        Column::text("question").called("question_code"),
        Column::text("answer"),
        Column::whole("position"),
        Column::choice("role", ROLES).optional(),
        Column::texts("label"),
    ],
};

const BREAKDOWNS: TableSpec = TableSpec {
    name: "breakdowns",
    key: &["breakdown"],
    references: &[],
    columns: &[Column::text("breakdown"), Column::texts("label")],
};

const GROUPS: TableSpec = TableSpec {
    name: "groups",
    key: &["breakdown", "group"],
    references: &[refers(&["breakdown"], "breakdowns")],
    columns: &[
        Column::text("breakdown"),
        Column::text("group"),
        Column::whole("position"),
        Column::texts("label"),
    ],
};

const TOPLINES: TableSpec = TableSpec {
    name: "toplines",
    key: &["question", "item", "answer"],
    references: &[refers(&["question", "item"], "items"), refers(&["question", "answer"], "answers")],
    columns: &[
        Column::text("question").called("question_code"),
        Column::text("item"),
        Column::text("answer"),
        Column::whole("n"),
        Column::number("deff", 0, 100),
        Column::choice("status", &Status::ALL),
        Column::whole("n_answer").optional(),
        Column::number("percent", 0, 100).optional(),
        Column::number("low", 0, 100).optional(),
        Column::number("high", 0, 100).optional(),
    ],
};

const SUMS: TableSpec = TableSpec {
    name: "sums",
    key: &["question", "item", "measure"],
    references: &[refers(&["question", "item"], "items")],
    columns: &[
        Column::text("question").called("question_code"),
        Column::text("item"),
        Column::choice("measure", &["positive", "negative", "net"]),
        Column::whole("n"),
        Column::choice("status", &Status::ALL),
        Column::number("value", -100, 100).optional(),
        Column::number("low", -100, 100).optional(),
        Column::number("high", -100, 100).optional(),
    ],
};

const CROSSTABS: TableSpec = TableSpec {
    name: "crosstabs",
    key: &["question", "measure", "code", "breakdown", "group"],
    references: &[refers(&["question"], "questions"), refers(&["breakdown", "group"], "groups")],
    columns: &[
        Column::text("question").called("question_code"),
        Column::choice("measure", &["answer", "item", "positive"]),
        Column::text("code"),
        Column::text("breakdown"),
        Column::text("group"),
        Column::whole("n"),
        Column::choice("status", &Status::ALL),
        Column::number("percent", 0, 100).optional(),
        Column::number("low", 0, 100).optional(),
        Column::number("high", 0, 100).optional(),
        Column::text("exceeds").optional(),
    ],
};

/// The tables of the survey.
pub fn tables(maker: &Maker<'_>) -> Result<Vec<DataTable>, Diagnostic> {
    let facts = maker.sources.facts;
    let questions: Vec<&QuestionFacts> = facts.blocks.iter().flat_map(|block| &block.questions).collect();
    let rows = |of: &dyn Fn(&QuestionFacts) -> Vec<Vec<Value>>| -> Vec<Vec<Value>> {
        questions.iter().flat_map(|question| of(question)).collect()
    };
    let mut tables = vec![
        maker.table(&QUESTIONS, asked(maker))?,
        maker.table(&ITEMS, rows(&|question| items(maker, question)))?,
        maker.table(&ANSWERS, rows(&|question| answers(maker, question)))?,
    ];
    tables.extend(groups(maker)?);
    tables.push(maker.table(&TOPLINES, rows(&|question| toplines(maker, question)))?);
    tables.push(maker.table(&SUMS, rows(&|question| sums(maker, question)))?);
    tables.push(maker.table(&CROSSTABS, rows(&|question| crosstabs(maker, question)))?);
    Ok(tables)
}

fn asked(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for block in &maker.sources.facts.blocks {
        for question in &block.questions {
            let mut row = vec![said(&question.id), code(&question.kind)];
            row.extend(maker.texts(Some(&question.short)));
            row.extend(maker.texts(Some(&question.text)));
            row.extend(maker.texts(question.base.as_ref()));
            row.extend(maker.texts(Some(&block.title)));
            row.extend([whole(question.n), hundredths(question.deff)]);
            rows.push(row);
        }
    }
    rows
}

/// Code of an item; the question's id where the question has none.
fn item_code<'a>(question: &'a QuestionFacts, item: &'a Item) -> &'a str {
    item.code.as_deref().unwrap_or(&question.id)
}

fn items(maker: &Maker<'_>, question: &QuestionFacts) -> Vec<Vec<Value>> {
    let row = |(place, item): (usize, &Item)| {
        let mut row = vec![said(&question.id), said(item_code(question, item)), count(place + 1)];
        row.extend(maker.texts(Some(&item.label)));
        row
    };
    question.items.iter().enumerate().map(row).collect()
}

/// The answers of a question, each once, in the order of the codebook.
fn answers(maker: &Maker<'_>, question: &QuestionFacts) -> Vec<Vec<Value>> {
    let mut all: Vec<&Answer> = Vec::new();
    for answer in question.items.iter().flat_map(|item| &item.answers) {
        if !all.iter().any(|known| known.code == answer.code) {
            all.push(answer);
        }
    }
    let row = |(place, answer): (usize, &&Answer)| {
        let role = answer.role.as_ref().map_or(Value::Missing, code);
        let mut row = vec![said(&question.id), said(&answer.code), count(place + 1), role];
        row.extend(maker.texts(Some(&answer.label)));
        row
    };
    all.iter().enumerate().map(row).collect()
}

fn groups(maker: &Maker<'_>) -> Result<Vec<DataTable>, Diagnostic> {
    let (mut breakdowns, mut groups) = (Vec::new(), Vec::new());
    for breakdown in &maker.sources.study.codebook.breakdowns {
        let mut row = vec![said(breakdown.id.as_str())];
        row.extend(maker.texts(Some(&breakdown.label)));
        breakdowns.push(row);
        for (place, group) in breakdown.groups.iter().enumerate() {
            let mut row = vec![said(breakdown.id.as_str()), said(&group.code), count(place + 1)];
            row.extend(maker.texts(Some(&group.label)));
            groups.push(row);
        }
    }
    Ok(vec![maker.table(&BREAKDOWNS, breakdowns)?, maker.table(&GROUPS, groups)?])
}

fn toplines(maker: &Maker<'_>, question: &QuestionFacts) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for item in &question.items {
        for answer in &item.answers {
            let status = Status::of(item.base_class, item.suppressed || answer.estimate.is_none());
            let shown = answer.estimate.filter(|_| status.is_shown());
            rows.push(vec![
                said(&question.id),
                said(item_code(question, item)),
                said(&answer.code),
                whole(item.n),
                hundredths(item.deff),
                said(status.as_str()),
                shown.map_or(Value::Missing, |e| whole(e.n_option)),
                maker.share(shown.map(|e| e.percent)),
                maker.share(shown.map(|e| e.low)),
                maker.share(shown.map(|e| e.high)),
            ]);
        }
    }
    rows
}

fn sums(maker: &Maker<'_>, question: &QuestionFacts) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for item in &question.items {
        let status = Status::of(item.base_class, item.suppressed);
        let measures = [("positive", item.positive), ("negative", item.negative), ("net", item.net)];
        for (measure, estimate) in measures.into_iter().filter_map(|(name, of)| Some((name, of?))) {
            let shown = Some(estimate).filter(|_| status.is_shown());
            rows.push(vec![
                said(&question.id),
                said(item_code(question, item)),
                said(measure),
                whole(item.n),
                said(status.as_str()),
                maker.share(shown.map(|e| e.value)),
                maker.share(shown.map(|e| e.low)),
                maker.share(shown.map(|e| e.high)),
            ]);
        }
    }
    rows
}

fn crosstabs(maker: &Maker<'_>, question: &QuestionFacts) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for crosstab in &question.crosstabs {
        for line in question.lines(crosstab, maker.sources.facts.edition) {
            rows.extend(cells(maker, question, crosstab, &line));
        }
    }
    rows
}

fn cells(
    maker: &Maker<'_>,
    question: &QuestionFacts,
    crosstab: &Crosstab,
    line: &CrossLine<'_>,
) -> Vec<Vec<Value>> {
    let thresholds = &maker.sources.facts.thresholds;
    let measure = match line.measure {
        Measure::Answer => "answer",
        Measure::Item => "item",
        Measure::Positive => "positive",
    };
    let cell = |(place, group): (usize, &crate::facts::CrossGroup)| {
        let (status, shown) = line.cell(place, thresholds);
        let exceeded = line.row.exceeds.of(place).filter(|_| shown.is_some());
        let codes: Vec<&str> = exceeded.map(|other| crosstab.groups[other].code.as_str()).collect();
        vec![
            said(&question.id),
            said(measure),
            said(&line.row.code),
            said(&crosstab.id),
            said(&group.code),
            whole(line.row.bases.get(place).map_or(group.n, |base| base.n)),
            said(status.as_str()),
            maker.share(shown.map(|e| e.value)),
            maker.share(shown.map(|e| e.low)),
            maker.share(shown.map(|e| e.high)),
            if codes.is_empty() { Value::Missing } else { Value::Text(codes.join(" ")) },
        ]
    };
    crosstab.groups.iter().enumerate().map(cell).collect()
}
