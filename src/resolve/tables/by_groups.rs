//! A question over the groups of a breakdown, with letters for the groups and, behind a share, the letters of those that it
//! exceeds ([`significance`](crate::facts::significance)).
//!
//! Few groups are columns, and every answer or item a row; many are rows, and the answers or items columns. Of one item
//! the groups are rows, with the interval.
//! Letters are plain letters after a no-break space: search, copies and screen readers get them as they stand.

use super::content::TableContent;
use super::from_question::{DASH, share_and_range, words};
use crate::diag::{Code, Diagnostic, say};
use crate::document::{Align, Cell, Inline};
use crate::facts::significance::letter;
use crate::facts::{CrossLine, Crosstab, Measure, QuestionFacts};
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;
use crate::study::nearest;

/// Most groups that stand side by side on a page with their letters.
const COLUMNS: usize = 6;
/// Between a share and the letters behind it.
const SPACE: &str = "\u{A0}";

/// What a table over groups is made of.
#[derive(Debug, Clone, Copy)]
pub struct GroupTable<'a> {
    /// The breakdown.
    pub by: &'a str,
    /// The answer or item, where the table has one only.
    pub item: Option<&'a str>,
    /// Whether the text above says what the letters mean and how groups were compared.
    pub is_explained: bool,
}

/// The table; of one answer or item where its code is given.
///
/// # Errors
/// The question has no results by that breakdown, or no such item; `LocaleKey` where the locale file lacks a word.
pub fn content(
    sources: &Sources<'_>,
    question: &QuestionFacts,
    GroupTable { by, item, is_explained }: GroupTable<'_>,
) -> Result<TableContent, Diagnostic> {
    let crosstab = question.crosstab(by).ok_or_else(|| {
        let message = say!("table-breakdown-without-records", question = &question.id, by = by);
        Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-table-breakdowns"))
    })?;
    let mut all = question.lines(crosstab, sources.facts.edition);
    // The sum of one answer is that answer.
    let is_sum = question.reading.scale.as_ref().is_some_and(|scale| scale.positive.len() > 1);
    all.retain(|line| is_sum || line.measure != Measure::Positive || item.is_some());
    let lines = chosen(question, all, item)?;
    match lines.as_slice() {
        [line] if item.is_some() => measure(sources, question, (line, crosstab), is_explained),
        _ if crosstab.groups.len() > COLUMNS => by_rows(sources, question, (&lines, crosstab), is_explained),
        _ => whole(sources, question, (&lines, crosstab), is_explained),
    }
}

/// The lines of an item or answer; all where none is named.
fn chosen<'l>(
    question: &QuestionFacts,
    all: Vec<CrossLine<'l>>,
    item: Option<&str>,
) -> Result<Vec<CrossLine<'l>>, Diagnostic> {
    let Some(item) = item else { return Ok(all) };
    let codes: Vec<String> = all.iter().map(|line| line.row.code.clone()).collect();
    let found: Vec<CrossLine<'l>> = all.into_iter().filter(|line| line.row.code == item).collect();
    if found.is_empty() { Err(item_unknown(question, item, &codes)) } else { Ok(found) }
}

/// What is told of an item that a question does not have.
pub fn item_unknown(question: &QuestionFacts, item: &str, known: &[String]) -> Diagnostic {
    let message = say!("directive-item-unknown", question = &question.id, item = item);
    let fault = Diagnostic::new(Code::DanglingId, message);
    match nearest(item, known) {
        Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
        None => fault.hint(say!("hint-directive-items", items = known.join(", "))),
    }
}

/// Every answer or item in every group.
fn whole(
    sources: &Sources<'_>,
    question: &QuestionFacts,
    (lines, crosstab): (&[CrossLine<'_>], &Crosstab),
    is_explained: bool,
) -> Result<TableContent, Diagnostic> {
    let locale = sources.locale;
    let mut caveats = Caveats { unsigned: true, is_explained, ..Caveats::default() };
    let mut head =
        vec![words(locale.word(if question.has_rows_of_answers() { "answer" } else { "question_item" })?)];
    for (place, group) in crosstab.groups.iter().enumerate() {
        let sign = caveats.sign(group.base_class, false);
        head.push(words(&format!("{}.{SPACE}{}{sign}", letter(place), sources.text(&group.label))));
    }
    caveats.compare(lines, crosstab, sources);
    let mut rows = Vec::new();
    for line in lines {
        let label = label(sources, question, line)?;
        let cells = (0..crosstab.groups.len()).map(|place| {
            let group = &crosstab.groups[place].code;
            let (id, row) = (format!("questions.{}.crosstabs.{}", question.id, crosstab.id), &line.row.code);
            cell(sources, &mut caveats, (line, place), &format!("{id}.{row}.{group}.value"))
        });
        rows.push([words(&label)].into_iter().chain(cells).collect());
    }
    let mut bases = vec![words(locale.word("base_n")?)];
    bases.extend(crosstab.groups.iter().map(|group| {
        let id = format!("questions.{}.crosstabs.{}.{}.n", question.id, crosstab.id, group.code);
        vec![Inline::Datum(locale.number_of(id, f64::from(group.n), 0))]
    }));
    rows.push(bases);
    table(sources, question, (head, rows), caveats)
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
    behind.push_str(&letters(line.row.exceeds.of(place)));
    if !behind.is_empty() {
        found.push(Inline::text(behind));
    }
    found
}

/// The letters of the groups that a share exceeds, after a space; nothing where there are none.
fn letters(exceeded: impl Iterator<Item = usize>) -> String {
    let all: Vec<String> = exceeded.map(letter).collect();
    if all.is_empty() { String::new() } else { format!("{SPACE}{}", all.concat()) }
}

/// What a line is of.
fn label(
    sources: &Sources<'_>,
    question: &QuestionFacts,
    line: &CrossLine<'_>,
) -> Result<String, Diagnostic> {
    match line.measure {
        Measure::Answer | Measure::Item => Ok(sources.text(&line.row.label).to_owned()),
        Measure::Positive => {
            let of_side = question.reading.scale.iter().flat_map(|scale| &scale.positive);
            let answers: Vec<&str> = of_side.map(|answer| sources.text(answer)).collect();
            sources.locale.fill("positive_together", &[("answers", &answers.join(" + "))])
        }
    }
}

/// Every group in a row, every answer or item in a column.
fn by_rows(
    sources: &Sources<'_>,
    question: &QuestionFacts,
    (lines, crosstab): (&[CrossLine<'_>], &Crosstab),
    is_explained: bool,
) -> Result<TableContent, Diagnostic> {
    let locale = sources.locale;
    let mut caveats = Caveats { unsigned: true, is_explained, ..Caveats::default() };
    caveats.compare(lines, crosstab, sources);
    let mut head = vec![words(sources.text(&crosstab.label))];
    for line in lines {
        head.push(words(&label(sources, question, line)?));
    }
    head.push(words(locale.word("base_n")?));
    let id = format!("questions.{}.crosstabs.{}", question.id, crosstab.id);
    let mut rows = Vec::new();
    for (place, group) in crosstab.groups.iter().enumerate() {
        let sign = caveats.sign(group.base_class, false);
        let mut row = vec![words(&format!("{}.{SPACE}{}{sign}", letter(place), sources.text(&group.label)))];
        for line in lines {
            let datum = format!("{id}.{}.{}.value", line.row.code, group.code);
            row.push(cell(sources, &mut caveats, (line, place), &datum));
        }
        let n = locale.number_of(format!("{id}.{}.n", group.code), f64::from(group.n), 0);
        row.push(vec![Inline::Datum(n)]);
        rows.push(row);
    }
    table(sources, question, (head, rows), caveats)
}

/// One line in every group, with its interval.
fn measure(
    sources: &Sources<'_>,
    question: &QuestionFacts,
    (line, crosstab): (&CrossLine<'_>, &Crosstab),
    is_explained: bool,
) -> Result<TableContent, Diagnostic> {
    let locale = sources.locale;
    let mut caveats = Caveats { is_explained, ..Caveats::default() };
    caveats.compare([line], crosstab, sources);
    let thresholds = &sources.facts.thresholds;
    let id = format!("questions.{}.crosstabs.{}", question.id, crosstab.id);
    let mut rows = Vec::new();
    for (place, group) in crosstab.groups.iter().enumerate() {
        let (status, shown) = line.cell(place, thresholds);
        let withheld = status == crate::facts::Status::Withheld;
        caveats.suppressed |= withheld;
        let is_wide = shown.is_some_and(|e| thresholds.is_wide(e.low, e.high));
        let sign = if withheld { String::new() } else { caveats.sign(group.base_class, is_wide) };
        let datum = format!("{id}.{}.{}", line.row.code, group.code);
        let share = shown.map(|e| {
            let mut share = share_and_range(
                locale.share_of(format!("{datum}.value"), e.value),
                locale.share_range_of(format!("{datum}.low-high"), e.low, e.high),
            );
            share.push(Inline::text(letters(line.row.exceeds.of(place))));
            share
        });
        let n = locale.number_of(format!("{id}.{}.n", group.code), f64::from(group.n), 0);
        rows.push(vec![
            words(&format!("{}.{SPACE}{}{sign}", letter(place), sources.text(&group.label))),
            share.unwrap_or_else(|| words(DASH)),
            vec![Inline::Datum(n)],
        ]);
    }
    let head = vec![
        words(sources.text(&crosstab.label)),
        words(locale.word("share_ci")?),
        words(locale.word("base_n")?),
    ];
    table(sources, question, (head, rows), caveats)
}

/// Labels on the left, figures on the right, the notes that they give reason to.
fn table(
    sources: &Sources<'_>,
    question: &QuestionFacts,
    (head, rows): (Vec<Cell>, Vec<Vec<Cell>>),
    caveats: Caveats,
) -> Result<TableContent, Diagnostic> {
    let mut aligns = vec![Some(Align::Right); head.len()];
    if let Some(first) = aligns.first_mut() {
        *first = Some(Align::Left);
    }
    Ok(TableContent { aligns, head, rows, notes: sources.survey_notes(question, caveats)? })
}
