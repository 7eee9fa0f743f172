//! Indices and risk of the territories.

use super::build::Build;
use crate::diag::Diagnostic;
use crate::document::book::{Line, Sheet, SheetCell};
use crate::facts::Status;
use crate::facts::stats::Base;

/// The sheets of the scores.
pub fn sheets(build: &Build<'_>) -> Result<Vec<Sheet>, Diagnostic> {
    Ok(vec![indices(build)?, by_territory(build)?, risk(build)?])
}

/// Two cells of a range of ranks.
fn ranks(build: &Build<'_>, of: &str, range: Option<(usize, usize)>) -> [SheetCell; 2] {
    match range {
        Some((low, high)) => {
            [build.count(format!("{of}.rank[0]"), low), build.count(format!("{of}.rank[1]"), high)]
        }
        None => [SheetCell::Withheld, SheetCell::Withheld],
    }
}

fn indices(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("indices")?;
    let indices = &build.sources.facts.indices;
    if indices.is_empty() {
        return Ok(sheet);
    }
    sheet.notes.push(build.voice.words.get("notes", "scores")?.to_owned());
    let columns =
        ["index", "direction", "value", "low", "high", "rank_low", "rank_high", "previous", "n", "formula"];
    sheet.lines.push(build.head(&columns)?);
    for index in indices {
        let status = Status::of(index.base_class, false);
        let of = format!("facts.indices.{}", index.id);
        let mut row = vec![build.said(&index.name), build.of_list("direction", &index.direction)?];
        row.extend(build.estimate((&of, "value"), status, index.value, index.low, index.high));
        row.extend(ranks(build, &of, Some(index.rank).filter(|_| status.is_shown())));
        row.push(
            index.previous.map_or(SheetCell::Empty, |value| build.number(format!("{of}.previous"), value, 1)),
        );
        row.extend([build.people(format!("{of}.n"), index.n), build.said(&index.formula)]);
        sheet.lines.push(Line::Row(row));
    }
    for index in indices.iter().filter(|index| !index.components.is_empty()) {
        sheet.lines.push(Line::Blank);
        sheet.lines.push(Line::Caption(build.text(&index.name)));
        sheet.lines.push(build.head(&["component", "weight", "value"])?);
        for part in &index.components {
            let of = format!("facts.indices.{}.components.{}", index.id, part.id);
            let number = |field: &str, value: f64, decimals: u8| {
                build.number(format!("{of}.{field}"), value, decimals)
            };
            let value = part.value.map_or(SheetCell::Empty, |value| number("value", value, 1));
            let weight = number("weight", part.weight, 2);
            sheet.lines.push(Line::Row(vec![build.said(&part.label), weight, value]));
        }
    }
    (sheet.frozen_columns, sheet.widest) = (1, 40);
    Ok(sheet)
}

fn by_territory(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("index_territories")?;
    for index in &build.sources.facts.indices {
        for (place, own) in index.territories.iter().enumerate() {
            if sheet.lines.is_empty() {
                sheet.lines.push(build.head(&["index", "territory", "value", "low", "high", "n"])?);
            }
            let sign = if own.base_class == Base::Starred { "*" } else { "" };
            let mut row =
                vec![build.said(&index.name), SheetCell::Text(format!("{}{sign}", build.name(&own.name)))];
            let status = Status::of(own.base_class, false);
            let of = format!("facts.indices.{}.territories[{place}]", index.id);
            row.extend(build.estimate((&of, "value"), status, own.value, own.low, own.high));
            row.push(build.people(format!("{of}.n"), own.n));
            sheet.lines.push(Line::Row(row));
        }
    }
    sheet.filtered = true;
    Ok(sheet)
}

fn risk(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("risk")?;
    let risk = &build.sources.facts.risk;
    if risk.territories.is_empty() {
        return Ok(sheet);
    }
    sheet.notes.push(build.voice.words.get("notes", "scores")?.to_owned());
    sheet.notes.extend(risk.formula.as_ref().map(|formula| build.text(formula)));
    let columns = ["territory", "kind", "score", "low", "high", "rank_low", "rank_high", "tier", "n"];
    let Line::Head(mut head) = build.head(&columns)? else { return Ok(sheet) };
    head.extend(risk.components.iter().map(|component| build.text(&component.label)));
    sheet.lines.push(Line::Head(head));
    for own in &risk.territories {
        let status = Status::of(own.base_class, false);
        let sign = if own.base_class == Base::Starred { "*" } else { "" };
        let mut row = vec![
            SheetCell::Text(format!("{}{sign}", build.name(&own.name))),
            build.of_list("territory-kind", &own.kind)?,
        ];
        let of = format!("facts.risk.territories.{}", own.id);
        row.extend(build.estimate((&of, "score"), status, own.score, own.low, own.high));
        row.extend(ranks(build, &of, own.rank));
        row.extend([build.of_list("tier", &own.tier)?, build.people(format!("{of}.n"), own.n)]);
        row.extend(own.parts.iter().enumerate().map(|(place, part)| match part {
            Some(value) if status.is_shown() => build.number(format!("{of}.parts[{place}]"), *value, 1),
            Some(_) => SheetCell::Withheld,
            None => SheetCell::Empty,
        }));
        sheet.lines.push(Line::Row(row));
    }
    (sheet.filtered, sheet.frozen_columns) = (true, 1);
    Ok(sheet)
}
