//! Tables of a question: its whole distribution, or its telling measure over the groups of a breakdown.

use super::by_groups::{self, GroupTable};
use super::content::TableContent;
use crate::diag::Diagnostic;
use crate::document::{Align, Cell, Inline};
use crate::facts::QuestionFacts;
use crate::quantity::Number;
use crate::resolve::sources::Sources;
use crate::study::results::QuestionKind;

/// Stands in a cell whose value is not shown.
pub(super) const DASH: &str = "—";

/// The table of a question, over the groups of a breakdown where one is named.
///
/// # Errors
/// The question has no results, or none by that breakdown; `LocaleKey` where the locale file lacks a word.
pub fn content(
    sources: &Sources<'_>,
    id: &str,
    by: Option<GroupTable<'_>>,
) -> Result<TableContent, Diagnostic> {
    let question = sources.question(id)?;
    let is_matrix = question.kind == QuestionKind::Scale && question.items.len() > 1;
    match by {
        Some(by) => by_groups::content(sources, question, by),
        None if is_matrix => matrix(sources, question),
        None => topline(sources, question),
    }
}

/// Answers of a question (or of each of its items) with intervals and unweighted counts.
fn topline(sources: &Sources<'_>, question: &QuestionFacts) -> Result<TableContent, Diagnostic> {
    let locale = sources.locale;
    let mut rows = Vec::new();
    for (place, item) in question.items.iter().enumerate() {
        let path = item_path(question, place);
        for answer in &item.answers {
            let own = question.kind == QuestionKind::Multiple && item.code.is_some();
            let label = if own { &item.label } else { &answer.label };
            let of = |field| format!("{path}.answers.{}.{field}", answer.code);
            let (share, count) = match answer.estimate.filter(|_| item.base_class.is_shown()) {
                Some(e) => (
                    share_and_range(
                        locale.share_of(of("percent"), e.percent),
                        locale.share_range_of(of("low-high"), e.low, e.high),
                    ),
                    vec![Inline::Datum(locale.number_of(of("n_option"), f64::from(e.n_option), 0))],
                ),
                None => (words(DASH), words(DASH)),
            };
            rows.push(vec![words(sources.text(label)), share, count]);
        }
    }
    Ok(TableContent {
        aligns: vec![Some(Align::Left), Some(Align::Right), Some(Align::Right)],
        head: vec![
            words(locale.word("answer")?),
            words(locale.word("share_ci")?),
            words(locale.word("chose_n")?),
        ],
        rows,
        notes: sources.survey_notes(question, sources.caveats_of(question))?,
    })
}

/// A scale's items by answers, in per cent.
fn matrix(sources: &Sources<'_>, question: &QuestionFacts) -> Result<TableContent, Diagnostic> {
    let locale = sources.locale;
    let mut head = vec![words(locale.word("question_item")?)];
    if let Some(first) = question.items.first() {
        head.extend(first.answers.iter().map(|a| words(sources.text(&a.label))));
    }
    head.push(words(locale.word("base_n")?));
    let width = head.len();
    let rows = question.items.iter().enumerate().map(|(place, item)| {
        let path = item_path(question, place);
        let mut row = vec![words(sources.text(&item.label))];
        row.extend(item.answers.iter().map(|answer| {
            let shown = answer.estimate.filter(|_| item.base_class.is_shown());
            let datum = format!("{path}.answers.{}.percent", answer.code);
            let share = shown.map(|e| vec![Inline::Datum(locale.share_of(datum, e.percent))]);
            share.unwrap_or_else(|| words(DASH))
        }));
        row.resize(width - 1, words(DASH));
        row.push(vec![Inline::Datum(locale.number_of(format!("{path}.n"), f64::from(item.n), 0))]);
        row
    });
    let rows = rows.collect();
    let mut aligns = vec![Some(Align::Right); width];
    aligns[0] = Some(Align::Left);
    Ok(TableContent {
        aligns,
        head,
        rows,
        notes: sources.survey_notes(question, sources.caveats_of(question))?,
    })
}

/// «63,4 (61,1–65,7)».
pub(super) fn share_and_range(share: Number, range: Number) -> Cell {
    vec![Inline::Datum(share), Inline::text(" ("), Inline::Datum(range), Inline::text(")")]
}

/// A cell of plain text.
pub(super) fn words(text: &str) -> Cell {
    vec![Inline::text(text)]
}

/// The id of a question's item, as templates have it.
fn item_path(question: &QuestionFacts, place: usize) -> String {
    match question.items.get(place).and_then(|item| item.code.as_ref()) {
        Some(code) => format!("questions.{}.items.{code}", question.id),
        None => format!("questions.{}.items[{place}]", question.id),
    }
}
