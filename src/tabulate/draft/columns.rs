//! Questions from the columns of a table: from an SPSS file's labels, else from distinct values.

use super::groups::holds_ages;
use super::roles::Roles;
use super::{Drafted, Found, Labels, cells};
use crate::answers::{Column, Table};
use crate::study::tabulation::QuestionPlan;

/// Distinct values beyond which a column without labels is no closed question.
const MOST_ANSWERS: usize = 20;

/// The fewest letters of a question's wording.
const SHORTEST: usize = 10;
/// What joins a question's name to an item's.
const JOINTS: [char; 6] = ['_', '.', '-', '/', '[', ' '];

/// A column with the codes that its answers have.
struct Closed<'t> {
    column: &'t Column,
    codes: Vec<(String, String)>,
    missing: Vec<String>,
}

pub fn read(table: &Table, language: &str, roles: &Roles) -> Found {
    let mut found = Found::default();
    let mut closed: Vec<Closed<'_>> = Vec::new();
    // With how many closed columns stand before each.
    let mut several: Vec<(usize, Drafted)> = Vec::new();
    for column in &table.columns {
        if roles.weights.contains(&column.name.to_lowercase()) && found.weight.is_none() {
            found.weight = Some(column.name.clone());
        } else if holds_ages(column, roles) && column.labels.values.is_empty() {
            found.ages.push((column.name.clone(), in_language(wording(column), language)));
        } else if let Some(question) = in_one_cell(column, language, roles) {
            several.push((closed.len(), question));
        } else if let Some(one) = codes(column, table.rows, roles) {
            closed.push(one);
        } else {
            found.left_out.push(column.name.clone());
        }
    }
    let mut rest = closed.as_slice();
    while let Some(first) = rest.first() {
        let alike = rest
            .iter()
            .take_while(|other| stem(other).is_some() && stem(other) == stem(first) && fits(first, other));
        let count = alike.count().max(1);
        let (own, others) = rest.split_at(count);
        let before = closed.len() - rest.len();
        found.questions.extend(several.extract_if(.., |(at, _)| *at <= before).map(|(_, question)| question));
        found.questions.push(if count > 1 { battery(own, language, roles) } else { single(first, language) });
        rest = others;
    }
    found.questions.extend(several.into_iter().map(|(_, question)| question));
    found
}

/// A question of a column whose cells hold several answers.
fn in_one_cell(column: &Column, language: &str, roles: &Roles) -> Option<Drafted> {
    if !column.labels.values.is_empty() {
        return None;
    }
    let is_blank = |value: &&String| value.is_empty() || roles.missing.contains(*value);
    let (missing, values): (Vec<&String>, Vec<&String>) = column.values.iter().partition(is_blank);
    let (separator, answers) = cells::several(&values)?;
    let codes: Vec<(String, String)> = answers.into_iter().map(|a| (a.clone(), a)).collect();
    let plan = QuestionPlan {
        column: Some(column.name.clone()),
        separator: Some(separator.to_owned()),
        missing: missing.into_iter().cloned().collect(),
        ..QuestionPlan::default()
    };
    Some(Drafted {
        name: column.name.clone(),
        text: in_language(wording(column), language),
        is_multiple: true,
        options: options(&codes, language),
        plan,
        ..Drafted::default()
    })
}

/// What is said in the columns' labels, their names where there are none.
pub fn labels(table: &Table) -> Vec<&str> {
    let says = |label: &&str| {
        label.parse::<f64>().is_err() && label.chars().filter(|c| c.is_alphabetic()).count() > 2
    };
    table.columns.iter().flat_map(labels_of).filter(says).collect()
}

fn labels_of(column: &Column) -> Vec<&str> {
    let labelled = &column.labels.values;
    let answers = labelled.iter().map(|(_, label)| label.as_str());
    let values = column.values.iter().map(String::as_str).filter(|_| labelled.is_empty()).take(MOST_ANSWERS);
    answers.chain(values).chain([wording(column)]).collect()
}

/// The answers of a column; nothing where it is open, or holds the same in each row.
fn codes<'t>(column: &'t Column, rows: usize, roles: &Roles) -> Option<Closed<'t>> {
    let labels = &column.labels;
    // A blank, and what programs write for one, is no answer; a label makes an answer of it.
    let labelled = |code: &String| labels.values.iter().any(|(c, _)| c == code);
    let is_blank = |value: &&String| value.is_empty() || roles.missing.contains(value) && !labelled(value);
    let mut missing: Vec<String> = column.values.iter().filter(is_blank).cloned().collect();
    if !labels.values.is_empty() {
        let in_span = |code: &str| {
            let number = code.parse::<f64>().ok();
            number.zip(labels.missing_span).is_some_and(|(n, (low, high))| low <= n && n <= high)
        };
        let is_missing = |code: &String| labels.missing.contains(code) || in_span(code);
        // What the file calls missing and gives no label to is no answer; a labelled one, "refused", is one.
        let unlabelled = column.values.iter().filter(|v| is_missing(v) && !labelled(v));
        missing.extend(unlabelled.filter(|v| !is_blank(v)).cloned());
        return Some(Closed { column, codes: labels.values.clone(), missing });
    }
    let mut values: Vec<&String> = column.values.iter().filter(|v| !is_blank(v)).collect();
    if values.is_empty()
        || values.len() > MOST_ANSWERS
        || (values.len() > 2 && values.len() == rows) && is_key(&values)
    {
        return None;
    }
    let number = |value: &str| value.parse::<f64>().ok();
    if values.iter().all(|v| number(v).is_some()) {
        values.sort_by(|a, b| number(a).unwrap_or_default().total_cmp(&number(b).unwrap_or_default()));
    } else {
        values = cells::ordered(values, roles);
    }
    let codes = values.into_iter().map(|value| (value.clone(), value.clone())).collect();
    Some(Closed { column, codes, missing })
}

/// Whole numbers that count up, one a row: numbers of the respondents.
fn is_key(values: &[&String]) -> bool {
    let numbers: Option<Vec<i64>> = values.iter().map(|v| v.parse().ok()).collect();
    numbers.is_some_and(|n| n.windows(2).all(|w| w[0] < w[1]))
}

/// What stands before the number at the end of a column's name, or before what a form puts in brackets: `Q8_` of `Q8_3`,
/// `Do you trust [` of `Do you trust [the police]`.
fn stem<'t>(closed: &Closed<'t>) -> Option<&'t str> {
    let name = closed.column.name.as_str();
    if let Some((question, item)) = name.strip_suffix(']').and_then(|name| name.rsplit_once('['))
        && !item.is_empty()
    {
        return name.get(..=question.len());
    }
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    (stem.len() < name.len() && stem.ends_with(['_', '.', '-', '/'])).then_some(stem)
}

/// Whether two columns have the same answers: the same labels, or codes alone.
fn fits(a: &Closed<'_>, b: &Closed<'_>) -> bool {
    let labelled = |c: &Closed<'_>| !c.column.labels.values.is_empty();
    match (labelled(a), labelled(b)) {
        (true, true) => a.codes == b.codes,
        (false, false) => true,
        (true, false) | (false, true) => false,
    }
}

fn in_language(text: &str, language: &str) -> Labels {
    Labels::from([(language.to_owned(), text.to_owned())])
}

fn wording(column: &Column) -> &str {
    column.labels.column.as_deref().unwrap_or(&column.name)
}

fn options(codes: &[(String, String)], language: &str) -> Vec<(String, Labels)> {
    codes.iter().map(|(code, label)| (code.clone(), in_language(label, language))).collect()
}

fn single(closed: &Closed<'_>, language: &str) -> Drafted {
    let column = closed.column;
    Drafted {
        name: column.name.clone(),
        text: in_language(wording(column), language),
        options: options(&closed.codes, language),
        plan: QuestionPlan {
            column: Some(column.name.clone()),
            missing: closed.missing.clone(),
            ..QuestionPlan::default()
        },
        ..Drafted::default()
    }
}

/// The code of the tick where answers are ticked: 1 beside 0, or the one beside what says that nothing was ticked.
fn ticked(codes: &[(String, String)], roles: &Roles) -> Option<String> {
    if codes.iter().all(|(code, _)| code == "0" || code == "1") {
        return Some("1".to_owned());
    }
    match codes {
        [one, other] if roles.is_unticked(&other.1) => Some(one.0.clone()),
        [other, one] if roles.is_unticked(&other.1) => Some(one.0.clone()),
        _ => None,
    }
}

/// The question's wording and those of its items, where each column's label begins with the question.
fn parted<'t>(wordings: &[&'t str]) -> Option<(&'t str, Vec<&'t str>)> {
    let (first, others) = wordings.split_first()?;
    let common = |text: &str| first.chars().zip(text.chars()).take_while(|(a, b)| a == b).count();
    let shared = others.iter().map(|text| common(text)).min()?;
    let end = first.char_indices().nth(shared).map_or(first.len(), |(at, _)| at);
    let prefix = first.get(..end)?;
    // The question ends where its items are set off: by a bracket, a dash, a colon, the end of a sentence.
    let at = ["[", " – ", " — ", " - ", ": ", "? ", ". ", "/"]
        .iter()
        .filter_map(|mark| prefix.rfind(mark).map(|at| at + mark.len()));
    let at = at.max()?;
    let is_end = |c: char| c.is_whitespace() || matches!(c, '[' | '–' | '—' | '-' | ':' | '/');
    let question = first.get(..at)?.trim_end_matches(is_end);
    let items: Option<Vec<&str>> = wordings.iter().map(|text| text.get(at..)).collect();
    let items: Vec<&str> = items?.into_iter().map(|item| item.trim_end_matches(']').trim()).collect();
    let is_question = question.chars().count() >= SHORTEST && items.iter().all(|item| !item.is_empty());
    is_question.then_some((question, items))
}

/// Columns that share a stem: several answers in a column each where they are ticked, else a battery.
fn battery(closed: &[Closed<'_>], language: &str, roles: &Roles) -> Drafted {
    let mut codes: Vec<(String, String)> = Vec::new();
    let mut missing: Vec<String> = Vec::new();
    for one in closed {
        let new: Vec<_> = one.codes.iter().filter(|c| !codes.contains(c)).cloned().collect();
        codes.extend(new);
        let new: Vec<_> = one.missing.iter().filter(|m| !missing.contains(m)).cloned().collect();
        missing.extend(new);
    }
    if codes.iter().all(|(code, _)| code.parse::<f64>().is_ok()) {
        let number = |code: &str| code.parse::<f64>().unwrap_or_default();
        codes.sort_by(|a, b| number(&a.0).total_cmp(&number(&b.0)));
    }
    let ticked = ticked(&codes, roles);
    let stem = closed.first().and_then(stem).unwrap_or_default();
    let code = |(at, one): (usize, &Closed<'_>)| {
        let own = &one.column.name[stem.len()..];
        if own.bytes().all(|b| b.is_ascii_alphanumeric()) { own.to_owned() } else { (at + 1).to_string() }
    };
    let name = stem.trim_end_matches(JOINTS).to_owned();
    let wordings: Vec<&str> = closed.iter().map(|one| wording(one.column)).collect();
    let (question, own) = parted(&wordings).unwrap_or_else(|| (name.as_str(), wordings.clone()));
    let codes_of_items = closed.iter().enumerate().map(code);
    let items = codes_of_items.clone().zip(own).map(|(code, text)| (code, in_language(text, language)));
    let columns = codes_of_items.zip(closed).map(|(code, one)| (code, one.column.name.clone()));
    let mut plan = QuestionPlan { items: columns.collect(), ..QuestionPlan::default() };
    let is_multiple = ticked.is_some();
    if let Some(ticked) = ticked {
        // All that is not the tick: a file that labels the tick alone has other values beside it.
        let others = closed.iter().flat_map(|one| &one.column.values).cloned();
        let labelled = codes.iter().map(|(code, _)| code.clone());
        for value in labelled.chain(missing).chain(others).filter(|value| *value != ticked) {
            if !plan.not_selected.contains(&value) {
                plan.not_selected.push(value);
            }
        }
        codes.retain(|(code, _)| *code == ticked);
        plan.selected = vec![ticked];
    } else {
        plan.missing = missing;
    }
    Drafted {
        text: in_language(question, language),
        name,
        is_multiple,
        options: options(&codes, language),
        items: items.collect(),
        plan,
        ..Drafted::default()
    }
}
