//! The register of problem cases, publications, the grant's terms.

use super::build::Build;
use crate::diag::Diagnostic;
use crate::document::book::{Line, Sheet, SheetCell};

/// The sheets of the register.
pub fn sheets(build: &Build<'_>) -> Result<Vec<Sheet>, Diagnostic> {
    Ok(vec![cases(build)?, publications(build)?, terms(build)?])
}

/// Of a redacted case category, severity, state and body stand, as in the report, and that it is redacted.
fn cases(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("cases")?;
    let facts = &build.sources.facts.cases;
    if facts.cases.is_empty() {
        return Ok(sheet);
    }
    sheet.notes.push(build.voice.words.get("notes", "cases")?.to_owned());
    let columns = [
        "case",
        "category",
        "title",
        "description",
        "evidence",
        "territory",
        "body",
        "severity",
        "state",
        "date",
    ];
    sheet.lines.push(build.head(&columns)?);
    for (place, fact) in facts.cases.iter().enumerate() {
        let case = &fact.case;
        let shown = |cell: SheetCell| if fact.redacted { SheetCell::Withheld } else { cell };
        sheet.lines.push(Line::Row(vec![
            SheetCell::Ordinal(place + 1),
            build.said(&fact.category_label),
            build.said(&case.title),
            shown(build.said(&case.description)),
            shown(build.said(&case.evidence)),
            fact.territory_name.as_ref().map_or(SheetCell::Withheld, |name| build.named(name)),
            build.named(&fact.body_name),
            build.of_list("severity", &case.severity)?,
            build.of_list("case-state", &case.state)?,
            shown(SheetCell::Date(case.date)),
        ]));
    }
    (sheet.filtered, sheet.widest) = (true, 30);
    Ok(sheet)
}

fn publications(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("publications")?;
    for own in &build.sources.facts.coverage.publications {
        if sheet.lines.is_empty() {
            sheet.lines.push(build.head(&["date", "title", "channel", "views", "url"])?);
        }
        sheet.lines.push(Line::Row(vec![
            SheetCell::Date(own.date),
            build.said(&own.title),
            build.said(&own.channel),
            many(build, format!("facts.coverage.publications.{}.views", own.id), own.views),
            SheetCell::Url(own.url.clone()),
        ]));
    }
    sheet.filtered = true;
    Ok(sheet)
}

/// A cell of a count that may be beyond the rows of any table.
fn many(build: &Build<'_>, datum: String, count: u64) -> SheetCell {
    build.count(datum, usize::try_from(count).unwrap_or(usize::MAX))
}

fn terms(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("terms")?;
    for term in build.sources.facts.terms.iter().filter(|term| term.applies) {
        if sheet.lines.is_empty() {
            sheet.lines.push(build.head(&["term", "threshold", "achieved", "state"])?);
        }
        sheet.lines.push(Line::Row(vec![
            SheetCell::text(build.voice.words.get("terms", term.id.as_str())?),
            many(build, format!("facts.terms.{}.threshold", term.id.as_str()), term.threshold),
            many(build, format!("facts.terms.{}.achieved", term.id.as_str()), term.achieved),
            build.of_list("term-state", &term.state)?,
        ]));
    }
    Ok(sheet)
}
