//! Answers by groups: a sheet for each breakdown, a table for each question.

use super::build::Build;
use crate::diag::Diagnostic;
use crate::document::book::{Line, Sheet, SheetCell};
use crate::facts::significance::letter;
use crate::facts::stats::Base;
use crate::facts::{CrossGroup, CrossLine, Crosstab, IntervalEstimate, Measure, QuestionFacts};
use crate::locale::fill;
use crate::study::results::QuestionKind;

/// Most characters of a sheet's name.
const NAME: usize = 31;

/// A sheet for each breakdown that has records.
pub fn sheets(build: &Build<'_>) -> Result<Vec<Sheet>, Diagnostic> {
    let mut sheets = Vec::new();
    for breakdown in &build.sources.study.codebook.breakdowns {
        let mut sheet = build.sheet("crosstab")?;
        let label = build.text(&breakdown.label);
        sheet.title = format!("{}: {}", sheet.title, lower_first(&label));
        sheet.about.clone_from(&sheet.title);
        sheet.name = tab(&label, &sheets);
        for block in &build.sources.facts.blocks {
            for question in &block.questions {
                if let Some(crosstab) = question.crosstab(breakdown.id.as_str()) {
                    table(build, &mut sheet, question, crosstab)?;
                }
            }
        }
        if breakdown.not_stated && !sheet.lines.is_empty() {
            sheet.notes.push(build.voice.locale.word("not_stated")?.to_owned());
        }
        if !sheet.lines.is_empty() {
            for note in ["estimates", "crosstab"] {
                sheet.notes.push(build.voice.words.get("notes", note)?.to_owned());
            }
        }
        (sheet.frozen_columns, sheet.widest) = (2, 54);
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// The name of a breakdown as that of a sheet that no sheet before it has.
fn tab(label: &str, before: &[Sheet]) -> String {
    let plain: String = label.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(NAME).collect();
    let is_taken = |name: &str| before.iter().any(|sheet| sheet.name == name);
    let mut name = plain.clone();
    let mut number = 2;
    while is_taken(&name) {
        name = format!("{} {number}", plain.chars().take(NAME - 4).collect::<String>());
        number += 1;
    }
    name
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Caption, head of the groups with their letters, three lines an answer, the bases.
fn table(
    build: &Build<'_>,
    sheet: &mut Sheet,
    question: &QuestionFacts,
    crosstab: &Crosstab,
) -> Result<(), Diagnostic> {
    if !sheet.lines.is_empty() {
        sheet.lines.push(Line::Blank);
    }
    sheet.lines.push(Line::Caption(build.text(&question.short)));
    if let Some(base) = &question.base {
        let pattern = build.voice.words.get("notes", "asked")?;
        sheet.lines.push(Line::Paragraph(fill(pattern, &[("base", &build.text(base))])));
    }
    if question.kind == QuestionKind::Multiple {
        sheet.lines.push(Line::Paragraph(build.voice.words.get("notes", "multiple")?.to_owned()));
    }
    let column = if question.has_rows_of_answers() { "answer" } else { "item" };
    let mut head = vec![build.voice.words.get("columns", column)?.to_owned(), String::new()];
    for (place, group) in crosstab.groups.iter().enumerate() {
        let sign = if group.base_class == Base::Starred { "*" } else { "" };
        head.push(format!("{}. {}{sign}", letter(place), build.text(&group.label)));
    }
    sheet.lines.push(Line::Head(head));
    let id = datum(question, crosstab);
    for line in question.lines(crosstab, build.sources.facts.edition) {
        rows(build, sheet, (&id, crosstab), &line)?;
    }
    let mut bases = vec![SheetCell::text(build.voice.words.get("lines", "base")?), SheetCell::Empty];
    bases.extend(crosstab.groups.iter().map(|group| build.people(format!("{id}.{}.n", group.code), group.n)));
    sheet.lines.push(Line::Row(bases));
    Ok(())
}

/// The id of a question's table by groups, as the reports print its numbers.
fn datum(question: &QuestionFacts, crosstab: &Crosstab) -> String {
    format!("questions.{}.crosstabs.{}", question.id, crosstab.id)
}

/// The share with its marks, and below it the bounds of its interval.
fn rows(
    build: &Build<'_>,
    sheet: &mut Sheet,
    (id, crosstab): (&str, &Crosstab),
    line: &CrossLine<'_>,
) -> Result<(), Diagnostic> {
    let thresholds = &build.sources.facts.thresholds;
    let label = match line.measure {
        Measure::Answer | Measure::Item => build.text(&line.row.label),
        Measure::Positive => build.voice.words.get("measures", "positive")?.to_owned(),
    };
    let marks = |place: usize| -> String {
        let exceeded = line.row.exceeds.of(place);
        // After Z letters come in twos, which only a space tells apart.
        let between = if crosstab.groups.len() > 26 { " " } else { "" };
        exceeded.map(letter).collect::<Vec<_>>().join(between)
    };
    let cells = |field: &str, value: fn(&IntervalEstimate) -> f64| {
        let cell = |(place, group): (usize, &CrossGroup)| {
            let (_, shown) = line.cell(place, thresholds);
            let marks = if field == "value" { marks(place) } else { String::new() };
            let datum = format!("{id}.{}.{}.{field}", line.row.code, group.code);
            shown.map_or(SheetCell::Withheld, |estimate| build.share(datum, value(estimate), marks))
        };
        crosstab.groups.iter().enumerate().map(cell).collect::<Vec<_>>()
    };
    let headed = |first: SheetCell, key: &str, cells: Vec<SheetCell>| -> Result<Vec<SheetCell>, Diagnostic> {
        let measured = match key {
            "percent" => build.voice.words.get("columns", key)?,
            _ => build.voice.words.get("lines", key)?,
        };
        Ok([first, SheetCell::text(measured)].into_iter().chain(cells).collect())
    };
    sheet.lines.push(Line::Row(headed(SheetCell::Text(label), "percent", cells("value", |e| e.value))?));
    sheet.lines.push(Line::Faint(headed(SheetCell::Empty, "low", cells("low", |e| e.low))?));
    sheet.lines.push(Line::Faint(headed(SheetCell::Empty, "high", cells("high", |e| e.high))?));
    Ok(())
}
