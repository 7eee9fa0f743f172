//! Questions from an XLSForm (xlsform.org), as ODK, Kobo and SurveyCTO read it: the sheets `survey` and `choices`, labels
//! by language in columns such as `label::Русский (ru)`.

use regex::Regex;

use super::{Drafted, Found, Labels};
use crate::answers::sheets;
use crate::diag::Diagnostic;
use crate::study::tabulation::{Condition, QuestionPlan};

/// A sheet with its head.
struct Sheet<'s> {
    head: &'s [String],
    rows: &'s [Vec<String>],
}

impl<'s> Sheet<'s> {
    fn cell(&self, row: &'s [String], name: &str) -> &'s str {
        let at = self.head.iter().position(|h| h.trim().eq_ignore_ascii_case(name));
        at.and_then(|at| row.get(at)).map_or("", |cell| cell.trim())
    }

    /// The label of a row by language; `default` is that of a column without one.
    fn labels(&self, row: &'s [String], default: &str) -> Labels {
        let mut labels = Labels::new();
        for (name, cell) in self.head.iter().zip(row) {
            if cell.is_empty() {
                continue;
            }
            if name.trim().eq_ignore_ascii_case("label") {
                labels.insert(default.to_owned(), unmarked(cell));
            } else if let Some(language) = name.trim().strip_prefix("label::") {
                labels.insert(code(language), unmarked(cell));
            }
        }
        labels
    }
}

/// The code of a language: `ru` of `Русский (ru)`, or of `ru`.
fn code(language: &str) -> String {
    let inside = language.rsplit_once('(').map(|(_, rest)| rest.trim_end_matches([')', ' ']));
    inside.unwrap_or(language).trim().to_lowercase()
}

/// A label without the marks of HTML and Markdown that forms show it with.
fn unmarked(label: &str) -> String {
    let Ok(tags) = Regex::new(r"</?[A-Za-z][^<>]*>|\*\*|__") else { return label.to_owned() };
    tags.replace_all(label, "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Questions of one answer that a form shows as a table, with the labels of their group, as one with items.
fn joined(found: &mut Found, (name, group): &(&str, Labels), row: Drafted) {
    let Some(column) = row.plan.column.clone() else { return };
    let last = found.questions.last_mut().filter(|own| {
        own.text == *group && !own.items.is_empty() && own.options == row.options && !own.is_multiple
    });
    if let Some(battery) = last {
        battery.items.push((row.name.clone(), row.text));
        battery.plan.items.insert(row.name, column);
        return;
    }
    let plan = QuestionPlan { items: [(row.name.clone(), column)].into(), column: None, ..row.plan.clone() };
    let items = vec![(row.name.clone(), row.text.clone())];
    found.questions.push(Drafted { name: (*name).to_owned(), text: group.clone(), items, plan, ..row });
}

/// The questions of a form; nothing where the workbook is none.
pub fn read(path: &str, bytes: Vec<u8>, language: &str) -> Result<Option<Found>, Diagnostic> {
    let sheets = sheets(path, bytes, &["survey", "choices"])?;
    let sheet = |name: &str| {
        let found = sheets.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.and_then(|(_, rows)| rows.split_first()).map(|(head, rows)| Sheet { head, rows })
    };
    let (Some(survey), Some(choices)) = (sheet("survey"), sheet("choices")) else { return Ok(None) };
    let mut found = Found { missing: vec![String::new()], ..Found::default() };
    let mut blocks: Vec<(&str, Labels)> = Vec::new();
    for row in survey.rows {
        let kind: Vec<&str> = survey.cell(row, "type").split_whitespace().collect();
        let name = survey.cell(row, "name");
        match kind.as_slice() {
            ["begin_group", ..] | ["begin", "group"] => {
                blocks.push((name, survey.labels(row, language)));
            }
            ["end_group", ..] | ["end", "group"] => drop(blocks.pop()),
            [select @ ("select_one" | "select_multiple"), list, ..] => {
                let is_multiple = *select == "select_multiple";
                let options = choices
                    .rows
                    .iter()
                    .filter(|row| {
                        [choices.cell(row, "list_name"), choices.cell(row, "list name")].contains(list)
                    })
                    .map(|row| (choices.cell(row, "name").to_owned(), choices.labels(row, language)));
                let drafted = Drafted {
                    name: name.to_owned(),
                    block: blocks.iter().map(|(_, labels)| labels).find(|labels| !labels.is_empty()).cloned(),
                    text: survey.labels(row, language),
                    is_multiple,
                    options: options.collect(),
                    items: Vec::new(),
                    plan: QuestionPlan {
                        column: Some(name.to_owned()),
                        separator: is_multiple.then(|| " ".to_owned()),
                        asked: relevant(survey.cell(row, "relevant")),
                        ..QuestionPlan::default()
                    },
                };
                let is_in_table = survey.cell(row, "appearance").contains("list-nolabel") && !is_multiple;
                match blocks.last().filter(|(_, labels)| is_in_table && !labels.is_empty()) {
                    Some(group) => joined(&mut found, group, drafted),
                    None => found.questions.push(drafted),
                }
            }
            [] => {}
            _ if !name.is_empty() => found.left_out.push(name.to_owned()),
            _ => {}
        }
    }
    Ok(Some(found))
}

/// Conditions of the form `${q} = '1'`, joined by `and`; others are left to the analyst.
fn relevant(text: &str) -> Vec<Condition> {
    let Ok(simple) = Regex::new(r"^\s*\$\{([^}]+)\}\s*=\s*'?([^'\s]+)'?\s*$") else { return Vec::new() };
    let all: Option<Vec<Condition>> = text
        .split(" and ")
        .filter(|part| !part.trim().is_empty())
        .map(|part| {
            let found = simple.captures(part)?;
            let group = |at: usize| found.get(at).map(|m| m.as_str().to_owned());
            Some(Condition { column: group(1)?, codes: vec![group(2)?], from: None, to: None })
        })
        .collect();
    all.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{code, relevant, unmarked};

    #[test]
    fn marks_of_labels_are_taken_out() {
        assert_eq!(
            unmarked("Что <b>важно</b>? <span style=\"color:red\">Выберите</span>"),
            "Что важно? Выберите"
        );
        assert_eq!(unmarked("**Доход**, если < 5 и > 2"), "Доход, если < 5 и > 2");
    }

    #[test]
    fn languages_and_conditions_of_a_form() {
        assert_eq!([code("Русский (ru)"), code("kk"), code("Қазақша (kk)")], ["ru", "kk", "kk"]);
        let found = relevant("${used} = '1' and ${age}= 2");
        let read: Vec<(&str, &str)> =
            found.iter().map(|c| (c.column.as_str(), c.codes[0].as_str())).collect();
        assert_eq!(read, [("used", "1"), ("age", "2")]);
        assert!(relevant("selected(${a}, 'x') or ${b} > 3").is_empty());
    }
}
