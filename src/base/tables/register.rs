//! The register of problem cases, publications and the grant's terms.

use super::columns::{Column, TableSpec, refers};
use super::{Maker, code, count, said};
use crate::diag::Diagnostic;
use crate::document::dataset::{DataTable, Value};

const CATEGORIES: TableSpec = TableSpec {
    name: "categories",
    key: &["category"],
    references: &[],
    columns: &[Column::text("category"), Column::texts("label"), Column::whole("count")],
};

const CASES: TableSpec = TableSpec {
    name: "cases",
    key: &["case"],
    references: &[refers(&["category"], "categories"), refers(&["territory"], "territories")],
    columns: &[
        Column::whole("case"),
        Column::text("category"),
        Column::date("date").optional(),
        Column::text("territory").optional(),
        Column::choice("severity", &["low", "medium", "high"]),
        Column::choice("state", &["open", "in-progress", "resolved"]),
        Column::texts("body"),
        Column::texts("title"),
        Column::texts("description").optional(),
        Column::texts("evidence").optional(),
    ],
};

const PUBLICATIONS: TableSpec = TableSpec {
    name: "publications",
    key: &["publication"],
    references: &[],
    columns: &[
        Column::text("publication"),
        Column::date("date"),
        Column::texts("channel"),
        Column::texts("title"),
        Column::address("url"),
        Column::whole("views"),
    ],
};

const TERMS: TableSpec = TableSpec {
    name: "terms",
    key: &["term"],
    references: &[],
    columns: &[
        Column::text("term"),
        Column::texts("label"),
        Column::whole("threshold"),
        Column::whole("achieved"),
        Column::choice("state", &["met", "not-started", "pending", "waived", "missed"]),
    ],
};

/// The tables of the register.
pub fn tables(maker: &Maker<'_>) -> Result<Vec<DataTable>, Diagnostic> {
    Ok(vec![
        maker.table(&CATEGORIES, categories(maker))?,
        maker.table(&CASES, cases(maker))?,
        maker.table(&PUBLICATIONS, publications(maker))?,
        maker.table(&TERMS, terms(maker)?)?,
    ])
}

fn categories(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let rows = maker.sources.facts.cases.categories.iter().map(|category| {
        let mut row = vec![said(&category.code)];
        row.extend(maker.texts(Some(&category.label)));
        row.push(count(category.count));
        row
    });
    rows.collect()
}

/// Of a redacted case category, severity, state and body stand, as in the report, and that it is redacted.
fn cases(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let rows = maker.sources.facts.cases.cases.iter().enumerate().map(|(place, fact)| {
        let case = &fact.case;
        let shown = !fact.redacted;
        let mut row = vec![
            count(place + 1),
            said(&case.category),
            if shown { Value::Date(case.date) } else { Value::Missing },
            if fact.territory_name.is_some() { said(case.territory.as_str()) } else { Value::Missing },
            code(&case.severity),
            code(&case.state),
        ];
        row.extend(maker.names(Some(&fact.body_name)));
        row.extend(maker.texts(Some(&case.title)));
        row.extend(maker.texts(shown.then_some(&case.description)));
        row.extend(maker.texts(shown.then_some(&case.evidence)));
        row
    });
    rows.collect()
}

fn publications(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let rows = maker.sources.facts.coverage.publications.iter().map(|own| {
        let mut row = vec![said(&own.id), Value::Date(own.date)];
        row.extend(maker.texts(Some(&own.channel)));
        row.extend(maker.texts(Some(&own.title)));
        row.extend([said(&own.url), Value::Whole(own.views)]);
        row
    });
    rows.collect()
}

fn terms(maker: &Maker<'_>) -> Result<Vec<Vec<Value>>, Diagnostic> {
    let mut rows = Vec::new();
    for term in maker.sources.facts.terms.iter().filter(|term| term.applies) {
        let mut row = vec![said(term.id.as_str())];
        for voice in maker.voices {
            row.push(said(voice.words.get("terms", term.id.as_str())?));
        }
        row.extend([Value::Whole(term.threshold), Value::Whole(term.achieved), code(&term.state)]);
        rows.push(row);
    }
    Ok(rows)
}
