//! A first codebook and plan of tabulation, from what a file says of its columns: labels of an SPSS file, an XLSForm, or
//! the distinct values of a table.
//!
//! Whatever is proposed (type, roles, missing codes) is marked as such in the plan, and `esep check` says so until
//! somebody has confirmed it. Texts stand in the language in which the file has them: the others are still to be written,
//! and the check names them.

mod cells;
mod columns;
mod groups;
mod roles;
mod xlsform;

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use crate::answers::{Extent, Table};
use crate::diag::{Diagnostics, UiLanguage, say};
use crate::source::Assets;
use crate::study::results::{AnswerRole, QuestionKind};
use crate::study::tabulation::{QuestionPlan, Tabulation};
use roles::Roles;

/// A drafted codebook with its plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Text of `codebook.json`.
    pub codebook: String,
    /// Text of `tabulation.json`.
    pub tabulation: String,
    /// Number of questions.
    pub questions: usize,
    /// Number of breakdowns that are proposed.
    pub breakdowns: usize,
    /// Columns of which no question was made.
    pub left_out: Vec<String>,
    /// Whether it was made of a form, which has no answers.
    pub is_form: bool,
}

/// A text by language.
type Labels = IndexMap<String, String>;

/// A drafted question.
#[derive(Debug, Clone, Default)]
struct Drafted {
    name: String,
    block: Option<Labels>,
    text: Labels,
    is_multiple: bool,
    options: Vec<(String, Labels)>,
    items: Vec<(String, Labels)>,
    plan: QuestionPlan,
}

/// What a file gives.
#[derive(Debug, Clone, Default)]
struct Found {
    questions: Vec<Drafted>,
    weight: Option<String>,
    missing: Vec<String>,
    left_out: Vec<String>,
    /// Columns of ages in years, with what they are called.
    ages: Vec<(String, Labels)>,
}

/// Drafts from a file, by its kind. `languages` are the study's; labels that name none are in the one that their letters
/// give away, else in the first.
///
/// # Errors
/// A file that cannot be read as a table, or gives no question.
pub fn draft(name: &str, bytes: Vec<u8>, languages: &[String]) -> Result<Draft, Diagnostics> {
    let roles = Roles::load(&Assets::embedded())?;
    let first = languages.first().map_or("ru", String::as_str);
    let form = if name.ends_with(".xlsx") || name.ends_with(".xlsm") {
        xlsform::read(name, bytes.clone(), first)?
    } else {
        None
    };
    let (mut found, file) = match form {
        Some(found) => (found, String::new()),
        None => {
            let table = Table::read(name, bytes, Extent::default())?;
            let study: Vec<&str> = languages.iter().map(String::as_str).collect();
            let language = roles.language(&columns::labels(&table), &study).unwrap_or(first);
            (columns::read(&table, language, &roles), name.to_owned())
        }
    };
    let breakdowns = groups::taken(&mut found, &roles);
    if found.questions.is_empty() {
        return Err(crate::diag::Diagnostic::new(
            crate::diag::Code::AnswersFile,
            say!("draft-nothing", path = name),
        )
        .at(crate::diag::Location::file(name))
        .hint(say!("hint-draft-nothing"))
        .into());
    }
    let languages: Vec<&str> =
        if languages.is_empty() { vec![first] } else { languages.iter().map(String::as_str).collect() };
    let questions = found.questions.len();
    let (breakdowns, groups): (Vec<Value>, Vec<_>) = breakdowns.into_iter().unzip();
    let count = breakdowns.len();
    let (codebook, plans) = codebook((&found.questions, breakdowns), &languages, &roles);
    let is_form = file.is_empty();
    let plan = Tabulation {
        file,
        breakdowns: groups,
        weight: found.weight,
        missing: found.missing,
        questions: plans,
        ..Tabulation::default()
    };
    Ok(Draft {
        codebook: pretty(&codebook),
        tabulation: pretty(&json!(plan)),
        questions,
        breakdowns: count,
        left_out: found.left_out,
        is_form,
    })
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// The codebook, and the plans of its questions under their ids.
fn codebook(
    (questions, breakdowns): (&[Drafted], Vec<Value>),
    languages: &[&str],
    roles: &Roles,
) -> (Value, Vec<QuestionPlan>) {
    let general: Labels = languages
        .iter()
        .map(|code| ((*code).to_owned(), say!("draft-block").render(UiLanguage::of_locale(code))))
        .collect();
    let mut blocks: Vec<Labels> = Vec::new();
    let mut ids: Vec<String> = Vec::new();
    let mut plans = Vec::new();
    let mut written = Vec::new();
    for (at, question) in questions.iter().enumerate() {
        let title = question.block.as_ref().unwrap_or(&general);
        let block = blocks.iter().position(|b| b == title).unwrap_or_else(|| {
            blocks.push(title.clone());
            blocks.len() - 1
        });
        let id = id(&question.name, at, &ids);
        written.push(entry(question, &id, block, roles));
        plans.push(QuestionPlan {
            question: crate::study::Id(id.clone()),
            proposed: true,
            ..question.plan.clone()
        });
        ids.push(id);
    }
    let blocks = blocks.iter().enumerate().map(|(at, title)| json!({"id": block_id(at), "title": title}));
    (json!({"blocks": blocks.collect::<Vec<_>>(), "breakdowns": breakdowns, "questions": written}), plans)
}

fn block_id(at: usize) -> String {
    format!("b-{}", at + 1)
}

fn entry(question: &Drafted, id: &str, block: usize, roles: &Roles) -> Value {
    let proposed: Vec<Option<AnswerRole>> =
        question.options.iter().map(|(_, labels)| roles.of(labels.values().map(String::as_str))).collect();
    let has = |role: AnswerRole| proposed.contains(&Some(role));
    let is_scale = !question.is_multiple && has(AnswerRole::Positive) && has(AnswerRole::Negative);
    let kind = match (question.is_multiple, is_scale) {
        (true, _) => QuestionKind::Multiple,
        (false, true) => QuestionKind::Scale,
        (false, false) => QuestionKind::Single,
    };
    let is_ticked = question.is_multiple && !question.items.is_empty();
    let options = question.options.iter().zip(&proposed).map(|((code, label), role)| {
        let side = matches!(role, Some(AnswerRole::Positive | AnswerRole::Negative | AnswerRole::Neutral));
        let role = if is_ticked { Some(AnswerRole::Selected) } else { role.filter(|_| is_scale || !side) };
        with_role(code, label, role)
    });
    let mut value = Map::new();
    value.insert("id".to_owned(), json!(id));
    value.insert("type".to_owned(), json!(kind));
    value.insert("block".to_owned(), json!(block_id(block)));
    value.insert("text".to_owned(), json!(question.text));
    value.insert("options".to_owned(), options.collect());
    if !question.items.is_empty() {
        let items = question.items.iter().map(|(code, label)| {
            let role = roles.of(label.values().map(String::as_str)).filter(|r| is_ticked && r.is_residual());
            with_role(code, label, role)
        });
        value.insert("items".to_owned(), items.collect());
    }
    Value::Object(value)
}

fn with_role(code: &str, label: &Labels, role: Option<AnswerRole>) -> Value {
    let mut value = json!({"code": code, "label": label});
    if let (Some(role), Some(fields)) = (role, value.as_object_mut()) {
        fields.insert("role".to_owned(), json!(role));
    }
    value
}

/// A name in small Latin letters and digits.
fn latin(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .take(56)
        .collect();
    plain.trim_matches('-').to_owned()
}

/// An id from a column's name; a number where the name has no Latin letter, or another has it.
fn id(name: &str, at: usize, taken: &[String]) -> String {
    let plain = latin(name);
    let readable = plain.chars().any(|c| c.is_ascii_alphanumeric());
    let id =
        if readable { format!("q-{}", plain.strip_prefix("q-").unwrap_or(&plain)) } else { String::new() };
    if readable && !taken.contains(&id) { id } else { format!("q-{plain}n{}", at + 1) }
}

#[cfg(test)]
mod tests {
    use super::{draft, id};
    use crate::study::results::{AnswerRole, Codebook, QuestionKind};
    use crate::study::tabulation::Tabulation;

    const TABLE: &str = "id,weight,q1,m_1,m_2,b_1,b_2\n\
        1,0.9,Доверяю,1,0,1,2\n2,1.1,Скорее не доверяю,0,1,2,3\n3,1,Затрудняюсь ответить,1,1,3,1\n\
        4,1,Доверяю,0,0,1,1\n";

    #[test]
    fn a_table_gives_questions_with_proposed_roles() {
        let made = draft("a.csv", TABLE.into(), &["ru".to_owned()]).unwrap_or_else(|e| panic!("{e:?}"));
        let codebook: Codebook = serde_json::from_str(&made.codebook).unwrap_or_else(|e| panic!("{e}"));
        let plan: Tabulation = serde_json::from_str(&made.tabulation).unwrap_or_else(|e| panic!("{e}"));
        let kinds: Vec<QuestionKind> = codebook.questions.iter().map(|q| q.kind).collect();
        assert_eq!(kinds, [QuestionKind::Scale, QuestionKind::Multiple, QuestionKind::Single]);
        let roles: Vec<_> = codebook.questions[0].options.iter().map(|o| o.role).collect();
        let expected = [AnswerRole::Positive, AnswerRole::Negative, AnswerRole::DontKnow];
        assert_eq!(roles, expected.map(Some));
        assert_eq!((plan.weight.as_deref(), made.left_out), (Some("weight"), vec!["id".to_owned()]));
        assert!(plan.questions.iter().all(|q| q.proposed));
        assert_eq!(plan.questions[1].selected, ["1"]);
        assert_eq!(codebook.questions[2].items.len(), 2);
    }

    #[test]
    fn sex_age_and_settlement_are_proposed_as_breakdowns() {
        let table =
            "id,Пол,age,settlement,q1\n1,1,19,город,да\n2,2,33,село,нет\n3,1,71,город,да\n4,,52,село,да\n"
                .to_owned()
                + &(5..40).map(|i| format!("{i},2,{},город,нет\n", 15 + i)).collect::<String>();
        let made = draft("a.csv", table.into(), &["ru".to_owned()]).unwrap_or_else(|e| panic!("{e:?}"));
        let codebook: Codebook = serde_json::from_str(&made.codebook).unwrap_or_else(|e| panic!("{e}"));
        let plan: Tabulation = serde_json::from_str(&made.tabulation).unwrap_or_else(|e| panic!("{e}"));
        let columns: Vec<&str> = plan.breakdowns.iter().map(|b| b.column.as_str()).collect();
        assert_eq!(columns, ["Пол", "settlement", "age"]);
        assert!(plan.breakdowns.iter().all(|b| b.proposed));
        let groups: Vec<usize> = codebook.breakdowns.iter().map(|b| b.groups.len()).collect();
        assert_eq!(groups, [2, 2, 4]);
        assert_eq!((codebook.breakdowns[0].not_stated, codebook.breakdowns[1].not_stated), (true, false));
        assert_eq!(codebook.questions.len(), 1, "{:?}", codebook.questions);
    }

    #[test]
    fn ids_are_latin_and_each_is_one() {
        assert_eq!(id("Q8_1", 0, &[]), "q-q8-1");
        assert_eq!(id("доверие", 3, &[]), "q-n4");
        assert_eq!(id("q1", 1, &["q-q1".to_owned()]), "q-q1n2");
    }
}
