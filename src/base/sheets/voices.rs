//! Experts and focus groups.

use super::build::Build;
use crate::diag::Diagnostic;
use crate::document::book::{Line, Sheet, SheetCell};

/// The sheets of experts and focus groups.
pub fn sheets(build: &Build<'_>) -> Result<Vec<Sheet>, Diagnostic> {
    Ok(vec![experts(build)?, focus_groups(build)?])
}

fn experts(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("experts")?;
    let experts = &build.sources.facts.experts;
    if experts.count == 0 {
        return Ok(sheet);
    }
    sheet.notes.push(build.voice.words.get("notes", "experts")?.to_owned());
    sheet.lines.push(build.head(&["question", "answer", "count"])?);
    for question in &experts.questions {
        for answer in &question.answers {
            let datum = format!("facts.experts.questions.{}.answers.{}.count", question.id, answer.code);
            let count = build.count(datum, answer.count);
            sheet.lines.push(Line::Row(vec![build.said(&question.text), build.said(&answer.label), count]));
        }
    }
    sheet.lines.push(Line::Blank);
    sheet.lines.push(build.head(&["expert_position", "kind", "date", "judgement"])?);
    for expert in &experts.experts {
        sheet.lines.push(Line::Row(vec![
            build.said(&expert.position),
            build.of_list("expert-kind", &expert.kind)?,
            SheetCell::Date(expert.date),
            build.optional(expert.judgement.as_ref()),
        ]));
    }
    sheet.widest = 60;
    Ok(sheet)
}

fn focus_groups(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("focus_groups")?;
    let facts = &build.sources.facts.focus_groups;
    if facts.count == 0 {
        return Ok(sheet);
    }
    sheet.notes.push(build.voice.words.get("notes", "focus_groups")?.to_owned());
    sheet.lines.push(build.head(&["theme", "group", "agreement", "summary", "quote", "speaker"])?);
    for theme in &facts.themes {
        for (place, group) in facts.groups.iter().enumerate() {
            for statement in group.statements.iter().filter(|statement| statement.theme == theme.code) {
                let quote = statement.quote.as_ref();
                sheet.lines.push(Line::Row(vec![
                    build.said(&theme.label),
                    SheetCell::Ordinal(place + 1),
                    build.of_list("agreement", &statement.agreement)?,
                    build.said(&statement.summary),
                    build.optional(quote.map(|quote| &quote.text)),
                    build.optional(quote.map(|quote| &quote.speaker)),
                ]));
            }
        }
    }
    sheet.lines.push(Line::Blank);
    sheet.lines.push(build.head(&["group", "date", "place", "composition", "women", "men"])?);
    for (place, group) in facts.groups.iter().enumerate() {
        let of = |field: &str| format!("facts.focus_groups.groups.{}.{field}", group.id);
        sheet.lines.push(Line::Row(vec![
            SheetCell::Ordinal(place + 1),
            SheetCell::Date(group.date),
            build.said(&group.place),
            build.said(&group.composition),
            build.people(of("women"), group.women),
            build.people(of("men"), group.men),
        ]));
    }
    sheet.widest = 36;
    Ok(sheet)
}
