//! A question over the groups of a breakdown, with letters for the groups and, behind a share, the letters of those that it
//! exceeds ([`significance`](crate::facts::significance)).
//!
//! Few groups are columns, and every answer or item a row. Many are rows, with the telling measure and its interval.
//! Letters are plain letters after a no-break space: search, copies and screen readers get them as they stand.

use super::content::TableContent;
use super::from_question::{DASH, share_and_range, words};
use crate::diag::{Code, Diagnostic, say};
use crate::document::{Align, Cell, Inline};
use crate::facts::significance::letter;
use crate::facts::{Breakdown, CrossLine, Crosstab, Group, Measure, QuestionFacts};
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;

/// Most groups that stand side by side on a page with their letters.
const COLUMNS: usize = 6;
/// Between a share and the letters behind it.
const SPACE: &str = "\u{A0}";

/// The table.
///
/// # Errors
/// The question has no results by that breakdown; `LocaleKey` where the locale file lacks a word.
pub fn content(
    sources: &Sources<'_>,
    question: &QuestionFacts,
    by: &str,
) -> Result<TableContent, Diagnostic> {
    let crosstab = question.crosstab(by).ok_or_else(|| {
        let message = say!("table-breakdown-without-records", question = &question.id, by = by);
        Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-table-breakdowns"))
    })?;
    let breakdown = question.breakdowns.iter().find(|breakdown| breakdown.id == by);
    match breakdown.filter(|_| crosstab.groups.len() > COLUMNS) {
        Some(breakdown) => measure(sources, question, (breakdown, crosstab)),
        None => whole(sources, question, crosstab),
    }
}

/// Every answer or item in every group.
fn whole(
    sources: &Sources<'_>,
    question: &QuestionFacts,
    crosstab: &Crosstab,
) -> Result<TableContent, Diagnostic> {
    let locale = sources.locale;
    let mut caveats = Caveats { unsigned: true, ..Caveats::default() };
    let has_items = question.items.iter().any(|item| item.code.is_some());
    let mut head = vec![words(locale.word(if has_items { "question_item" } else { "answer" })?)];
    for (place, group) in crosstab.groups.iter().enumerate() {
        let sign = caveats.sign(group.base_class, false);
        head.push(words(&format!("{}. {}{sign}", letter(place), sources.text(&group.label))));
    }
    let lines = question.lines(crosstab, sources.facts.edition);
    caveats.compare(&lines, crosstab, sources);
    let mut rows = Vec::new();
    for line in &lines {
        let label = match line.measure {
            Measure::Answer | Measure::Item => sources.text(&line.row.label),
            Measure::Positive => locale.word("positive_together")?,
        };
        let cells = (0..crosstab.groups.len()).map(|place| {
            let group = &crosstab.groups[place].code;
            let (id, row) = (format!("questions.{}.crosstabs.{}", question.id, crosstab.id), &line.row.code);
            cell(sources, &mut caveats, (line, place), &format!("{id}.{row}.{group}.value"))
        });
        rows.push([words(label)].into_iter().chain(cells).collect());
    }
    let mut bases = vec![words(locale.word("base_n")?)];
    bases.extend(crosstab.groups.iter().map(|group| {
        let id = format!("questions.{}.crosstabs.{}.{}.n", question.id, crosstab.id, group.code);
        vec![Inline::Datum(locale.number_of(id, f64::from(group.n), 0))]
    }));
    rows.push(bases);
    let mut aligns = vec![Some(Align::Right); head.len()];
    aligns[0] = Some(Align::Left);
    Ok(TableContent { aligns, head, rows, notes: sources.survey_notes(question, caveats)? })
}

/// A share with its signs and letters, or a dash.
fn cell(
    sources: &Sources<'_>,
    caveats: &mut Caveats,
    (line, place): (&CrossLine<'_>, usize),
    datum: &str,
) -> Cell {
    let thresholds = &sources.facts.thresholds;
    let (status, shown) = line.cell(place, thresholds);
    let Some(estimate) = shown else {
        caveats.suppressed |= status == crate::facts::Status::Withheld;
        caveats.hidden |= status == crate::facts::Status::SmallBase;
        return words(DASH);
    };
    let mut found = vec![Inline::Datum(sources.locale.share_of(datum, estimate.value))];
    let is_wide = thresholds.is_wide(estimate.low, estimate.high);
    caveats.wide |= is_wide;
    let mut behind = String::new();
    if is_wide {
        behind.push('†');
    }
    behind.push_str(&letters(line.row.exceeds.get(place)));
    if !behind.is_empty() {
        found.push(Inline::text(behind));
    }
    found
}

/// The letters of the groups that a share exceeds, after a space; nothing where there are none.
fn letters(exceeded: Option<&Vec<usize>>) -> String {
    let all: Vec<String> = exceeded.into_iter().flatten().map(|place| letter(*place)).collect();
    if all.is_empty() { String::new() } else { format!("{SPACE}{}", all.concat()) }
}

/// The telling measure in every group.
fn measure(
    sources: &Sources<'_>,
    question: &QuestionFacts,
    (breakdown, crosstab): (&Breakdown, &Crosstab),
) -> Result<TableContent, Diagnostic> {
    let locale = sources.locale;
    let mut caveats = Caveats::default();
    let lines = question.lines(crosstab, sources.facts.edition);
    let told = lines.iter().find(|line| line.row.code == breakdown.measure_code);
    caveats.compare(told, crosstab, sources);
    let rows = breakdown.groups.iter().map(|group| {
        let place = crosstab.groups.iter().position(|known| known.code == group.code);
        let exceeded = told.and_then(|line| line.row.exceeds.get(place?));
        let before = place.map(|place| format!("{}. ", letter(place))).unwrap_or_default();
        row(sources, (question, breakdown, group), &mut caveats, (&before, &letters(exceeded)))
    });
    let rows = rows.collect();
    Ok(TableContent {
        aligns: vec![Some(Align::Left), Some(Align::Right), Some(Align::Right)],
        head: vec![
            words(sources.text(&breakdown.label)),
            words(locale.word("share_ci")?),
            words(locale.word("base_n")?),
        ],
        rows,
        notes: sources.survey_notes(question, caveats)?,
    })
}

/// A group with the measure, its interval and base; `before` and `behind` are letters.
fn row(
    sources: &Sources<'_>,
    (question, breakdown, group): (&QuestionFacts, &Breakdown, &Group),
    caveats: &mut Caveats,
    (before, behind): (&str, &str),
) -> Vec<Cell> {
    let locale = sources.locale;
    let sign = if group.suppressed { String::new() } else { caveats.sign(group.base_class, group.wide) };
    caveats.suppressed |= group.suppressed;
    let id = format!("questions.{}.breakdowns.{}.groups.{}", question.id, breakdown.id, group.code);
    let share = if group.base_class.is_shown() {
        let mut share = share_and_range(
            locale.share_of(format!("{id}.percent"), group.percent),
            locale.share_range_of(format!("{id}.low-high"), group.low, group.high),
        );
        share.push(Inline::text(behind));
        share
    } else {
        words(DASH)
    };
    let n = locale.number_of(format!("{id}.n"), f64::from(group.n), 0);
    vec![words(&format!("{before}{}{sign}", sources.text(&group.label))), share, vec![Inline::Datum(n)]]
}
