//! Indices, territories and their risk.

use super::columns::{Column, TableSpec, refers};
use super::{Maker, code, count, hundredths, points, said, whole};
use crate::diag::Diagnostic;
use crate::document::dataset::{DataTable, Value};
use crate::facts::Status;

const DIRECTIONS: &[&str] = &[
    "social-policy",
    "youth-policy",
    "security",
    "law-and-order",
    "socio-political",
    "inter-ethnic",
    "other",
];
const TERRITORY_KINDS: &[&str] = &["core", "newly-joined", "remote", "new-microdistrict"];
const TIERS: &[&str] = &["high", "middle", "low", "unknown"];

const INDICES: TableSpec = TableSpec {
    name: "indices",
    key: &["index"],
    references: &[],
    columns: &[
        Column::text("index"),
        Column::choice("direction", DIRECTIONS),
        Column::texts("label"),
        Column::texts("formula"),
        Column::whole("n"),
        Column::choice("status", &Status::ALL),
        Column::number("value", -100, 100).optional(),
        Column::number("low", -100, 100).optional(),
        Column::number("high", -100, 100).optional(),
        Column::whole("rank_low").optional(),
        Column::whole("rank_high").optional(),
        Column::number("previous", -100, 100).optional(),
    ],
};

const COMPONENTS: TableSpec = TableSpec {
    name: "index_components",
    key: &["index", "position"],
    references: &[refers(&["index"], "indices")],
    columns: &[
        Column::text("index"),
        Column::whole("position"),
        Column::texts("label"),
        Column::number("weight", 0, 1),
        Column::number("value", -100, 100).optional(),
    ],
};

const BY_TERRITORY: TableSpec = TableSpec {
    name: "index_territories",
    key: &["index", "territory"],
    references: &[refers(&["index"], "indices"), refers(&["territory"], "territories")],
    columns: &[
        Column::text("index"),
        Column::text("territory"),
        Column::whole("n"),
        Column::choice("status", &Status::ALL),
        Column::number("value", -100, 100).optional(),
        Column::number("low", -100, 100).optional(),
        Column::number("high", -100, 100).optional(),
    ],
};

const TERRITORIES: TableSpec = TableSpec {
    name: "territories",
    key: &["territory"],
    references: &[],
    columns: &[
        Column::text("territory"),
        Column::choice("kind", TERRITORY_KINDS),
        Column::texts("label"),
        Column::whole("population").optional(),
    ],
};

const RISK: TableSpec = TableSpec {
    name: "risk",
    key: &["territory"],
    references: &[refers(&["territory"], "territories")],
    columns: &[
        Column::text("territory"),
        Column::whole("n"),
        Column::choice("status", &Status::ALL),
        Column::number("score", 0, 100).optional(),
        Column::number("low", 0, 100).optional(),
        Column::number("high", 0, 100).optional(),
        Column::whole("rank_low").optional(),
        Column::whole("rank_high").optional(),
        Column::choice("tier", TIERS),
    ],
};

const RISK_COMPONENTS: TableSpec = TableSpec {
    name: "risk_components",
    key: &["component"],
    references: &[],
    columns: &[Column::text("component"), Column::texts("label"), Column::number("weight", 0, 1)],
};

const RISK_PARTS: TableSpec = TableSpec {
    name: "risk_parts",
    key: &["territory", "component"],
    references: &[refers(&["territory"], "territories"), refers(&["component"], "risk_components")],
    columns: &[
        Column::text("territory"),
        Column::text("component"),
        Column::number("value", 0, 100).optional(),
    ],
};

/// The tables of the scores.
pub fn tables(maker: &Maker<'_>) -> Result<Vec<DataTable>, Diagnostic> {
    Ok(vec![
        maker.table(&TERRITORIES, territories(maker))?,
        maker.table(&INDICES, indices(maker))?,
        maker.table(&COMPONENTS, components(maker))?,
        maker.table(&BY_TERRITORY, by_territory(maker))?,
        maker.table(&RISK_COMPONENTS, risk_components(maker))?,
        maker.table(&RISK, risk(maker))?,
        maker.table(&RISK_PARTS, risk_parts(maker))?,
    ])
}

/// Two cells of a range of ranks.
fn ranks(range: Option<(usize, usize)>) -> [Value; 2] {
    range.map_or([Value::Missing, Value::Missing], |(low, high)| [count(low), count(high)])
}

/// Three cells of an estimate.
fn estimate(shown: bool, value: f64, low: f64, high: f64) -> [Value; 3] {
    [value, low, high].map(|number| points(shown.then_some(number)))
}

fn territories(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let all = &maker.sources.study.territories.territories;
    let rows = all.iter().map(|territory| {
        let mut row = vec![said(territory.id.as_str()), code(&territory.kind)];
        row.extend(maker.names(Some(&territory.name)));
        row.push(territory.population.map_or(Value::Missing, whole));
        row
    });
    rows.collect()
}

fn indices(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let rows = maker.sources.facts.indices.iter().map(|index| {
        let status = Status::of(index.base_class, false);
        let shown = status.is_shown();
        let mut row = vec![said(&index.id), code(&index.direction)];
        row.extend(maker.texts(Some(&index.name)));
        row.extend(maker.texts(Some(&index.formula)));
        row.extend([whole(index.n), said(status.as_str())]);
        row.extend(estimate(shown, index.value, index.low, index.high));
        row.extend(ranks(Some(index.rank).filter(|_| shown)));
        row.push(points(index.previous));
        row
    });
    rows.collect()
}

fn components(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for index in &maker.sources.facts.indices {
        for (place, part) in index.components.iter().enumerate() {
            let mut row = vec![said(&index.id), count(place + 1)];
            row.extend(maker.texts(Some(&part.label)));
            row.extend([hundredths(part.weight), points(part.value)]);
            rows.push(row);
        }
    }
    rows
}

fn by_territory(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for index in &maker.sources.facts.indices {
        for own in &index.territories {
            let status = Status::of(own.base_class, false);
            let mut row = vec![said(&index.id), said(&own.territory), whole(own.n), said(status.as_str())];
            row.extend(estimate(status.is_shown(), own.value, own.low, own.high));
            rows.push(row);
        }
    }
    rows
}

fn risk_components(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let rows = maker.sources.facts.risk.components.iter().map(|component| {
        let mut row = vec![said(&component.id)];
        row.extend(maker.texts(Some(&component.label)));
        row.push(hundredths(component.weight));
        row
    });
    rows.collect()
}

fn risk(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let rows = maker.sources.facts.risk.territories.iter().map(|own| {
        let status = Status::of(own.base_class, false);
        let mut row = vec![said(&own.id), whole(own.n), said(status.as_str())];
        row.extend(estimate(status.is_shown(), own.score, own.low, own.high));
        row.extend(ranks(own.rank));
        row.push(code(&own.tier));
        row
    });
    rows.collect()
}

fn risk_parts(maker: &Maker<'_>) -> Vec<Vec<Value>> {
    let risk = &maker.sources.facts.risk;
    let mut rows = Vec::new();
    for own in &risk.territories {
        for (component, value) in risk.components.iter().zip(&own.parts) {
            let shown = value.filter(|_| own.base_class.is_shown());
            rows.push(vec![said(&own.id), said(&component.id), points(shown)]);
        }
    }
    rows
}
