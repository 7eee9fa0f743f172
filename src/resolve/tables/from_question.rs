//! Tables of a question: its whole distribution, or its telling measure over the groups of a breakdown.

use super::content::TableContent;
use crate::diag::{Code, Diagnostic, say};
use crate::document::{Align, Cell, Inline};
use crate::facts::QuestionFacts;
use crate::quantity::Number;
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;
use crate::study::results::QuestionKind;

/// Stands in a cell whose value is not shown.
const DASH: &str = "—";

/// The table of a question, over the groups of a breakdown where one is named.
///
/// # Errors
/// The question has no results, or none by that breakdown; `LocaleKey` where the locale file lacks a word.
pub fn content(sources: &Sources<'_>, id: &str, by: Option<&str>) -> Result<TableContent, Diagnostic> {
    let question = sources.question(id)?;
    let is_matrix = question.kind == QuestionKind::Scale && question.items.len() > 1;
    match by {
        Some(by) => crosstab(sources, question, by),
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

/// The question's telling measure over the groups of one breakdown.
fn crosstab(sources: &Sources<'_>, question: &QuestionFacts, by: &str) -> Result<TableContent, Diagnostic> {
    let locale = sources.locale;
    let breakdown = question.breakdowns.iter().find(|b| b.id == by).ok_or_else(|| {
        let message = say!("table-breakdown-without-records", question = &question.id, by = by);
        Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-table-breakdowns"))
    })?;
    let mut caveats = Caveats::default();
    let rows = breakdown.groups.iter().map(|group| {
        let sign = if group.suppressed { String::new() } else { caveats.sign(group.base_class, group.wide) };
        caveats.suppressed |= group.suppressed;
        let of = |field| format!("questions.{}.breakdowns.{by}.groups.{}.{field}", question.id, group.code);
        let share = if group.base_class.is_shown() {
            share_and_range(
                locale.share_of(of("percent"), group.percent),
                locale.share_range_of(of("low-high"), group.low, group.high),
            )
        } else {
            words(DASH)
        };
        let n = locale.number_of(of("n"), f64::from(group.n), 0);
        vec![words(&format!("{}{sign}", sources.text(&group.label))), share, vec![Inline::Datum(n)]]
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

/// «63,4 (61,1–65,7)».
fn share_and_range(share: Number, range: Number) -> Cell {
    vec![Inline::Datum(share), Inline::text(" ("), Inline::Datum(range), Inline::text(")")]
}

/// A cell of plain text.
fn words(text: &str) -> Cell {
    vec![Inline::text(text)]
}

/// The id of a question's item, as templates have it.
fn item_path(question: &QuestionFacts, place: usize) -> String {
    match question.items.get(place).and_then(|item| item.code.as_ref()) {
        Some(code) => format!("questions.{}.items.{code}", question.id),
        None => format!("questions.{}.items[{place}]", question.id),
    }
}
