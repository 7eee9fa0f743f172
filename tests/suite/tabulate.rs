//! From answers to records: what the plan says is what is counted; what nothing declares is told.

use std::fs;
use std::path::Path;

use esep::answers::{Extent, Table};
use esep::diag::{Code, Diagnostics, UiLanguage};
use esep::pipeline::{
    DraftRequest, Request, TabulateRequest, TabulateSummary, draft_codebook, inspect, tabulate,
};
use esep::tabulate::draft::draft;
use serde_json::{Value, json};

use crate::support::{copy_of_sample, document, edit, plain, put, request, sample_document, starter};

/// Eight people; `w` are their weights, `m_*` and `all` several answers, `f` was asked of those who said 1.
const ANSWERS: &str = "\
id,w,day,sex,age,q,f,m_a,m_b,all,h,psu
1,1,2026-06-01,m,25,1,1,1,0,a;b,s,1
2,2,2026-06-02,f,31,2,,0,1,b,s,2
3,1,2026-06-03,m,44,1,2,1,1,a,s,1
4,1,2026-06-04,f,29,9,,0,0,b,s,2
5,0.5,2026-06-05,m,60,NA,,0,1,a,t,3
6,1.5,2026-06-06,f,71,2,,1,0,b,t,4
7,,2026-06-07,m,33,1,1,1,0,a,t,3
8,1,2026-07-08,f,18,1,2,1,0,a;b,t,4
";

fn text(word: &str) -> Value {
    json!({"kk": word, "ru": word})
}

fn options(codes: &[&str]) -> Value {
    codes.iter().map(|code| json!({"code": code, "label": text("белгі")})).collect()
}

/// The starter study with a small codebook and the answers; `change` makes the plan another.
fn study(change: impl FnOnce(&mut Value)) -> tempfile::TempDir {
    let made = starter();
    let question = |id: &str, kind: &str, codes: &[&str], items: Value| json!({"id": id, "type": kind, "block": "b", "text": text("сұрақ"), "options": options(codes), "items": items});
    let codebook = json!({
        "blocks": [{"id": "b", "title": text("бөлім")}],
        "breakdowns": [
            {"id": "sex", "label": text("жынысы"), "groups": options(&["m", "f"])},
            {"id": "age", "label": text("жасы"), "groups": options(&["18-34", "35+"])},
        ],
        "questions": [
            question("q-one", "single", &["1", "2", "9"], json!([])),
            question("q-after", "single", &["1", "2"], json!([])),
            question("q-items", "multiple", &["yes"], json!([{"code": "a"}, {"code": "b"}])),
            question("q-cell", "multiple", &["a", "b"], json!([])),
        ],
    });
    let mut plan = json!({
        "file": "answers.csv", "weight": "w", "missing": ["NA"], "interview_date": "day",
        "stages": [
            {"stage": "preliminary", "date": "2026-07-01", "cases": [{"column": "day", "to": "2026-06-30"}]},
            {"stage": "final", "date": "2026-08-01"},
        ],
        "breakdowns": [
            {"breakdown": "sex", "column": "sex"},
            {"breakdown": "age", "column": "age",
             "groups": [{"code": "18-34", "from": "18", "to": "34"}, {"code": "35+", "from": "35"}]},
        ],
        "questions": [
            {"question": "q-one", "column": "q"},
            {"question": "q-after", "column": "f", "asked": [{"column": "q", "codes": ["1"]}]},
            {"question": "q-items", "items": {"a": "m_a", "b": "m_b"}, "selected": ["1"], "not_selected": ["0"]},
            {"question": "q-cell", "column": "all", "separator": ";"},
        ],
    });
    change(&mut plan);
    put(made.path(), "codebook.json", codebook.to_string());
    put(made.path(), "tabulation.json", plan.to_string());
    put(made.path(), "answers.csv", ANSWERS);
    for file in ["indices.json", "risk.json"] {
        fs::remove_file(made.path().join(file)).unwrap();
    }
    made
}

fn run(study: &Path) -> Result<TabulateSummary, Diagnostics> {
    tabulate(&TabulateRequest { study: study.to_owned(), ..TabulateRequest::default() })
}

fn sound(change: impl FnOnce(&mut Value)) -> (tempfile::TempDir, TabulateSummary) {
    let made = study(change);
    let summary = run(made.path()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    (made, summary)
}

/// Codes and English sentences of what is wrong with a plan.
fn faults(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let made = study(change);
    let faults = run(made.path()).err().unwrap_or_default();
    faults.iter().map(|f| format!("{} {}", f.code, f.message.render(UiLanguage::En))).collect()
}

/// The rows of a table of records that begin so.
fn rows(study: &Path, file: &str, begin: &str) -> Vec<String> {
    let table = fs::read_to_string(study.join(file)).unwrap();
    table.lines().filter(|line| line.starts_with(begin)).map(str::to_owned).collect()
}

#[test]
fn people_are_counted_as_the_plan_says() {
    let (made, summary) = sound(|_| {});
    assert_eq!(
        rows(made.path(), "results/final.csv", "q-one,,1,,"),
        [
            // Of seven with a weight one gave no answer: 3 of the weights' 7.5 said 1.
            "q-one,,1,,,6,3,7.5,1.093333,0.4,0.124129,0.758224"
        ]
    );
    assert_eq!(
        rows(made.path(), "results/final.csv", "q-one,,2,sex,f")[0].split(',').nth(9),
        Some("0.636364")
    );
    assert_eq!(rows(made.path(), "results/final.csv", "q-after,,1,,")[0].split(',').nth(5), Some("3"));
    let ticked = rows(made.path(), "results/final.csv", "q-items,a,yes,,");
    assert_eq!(ticked[0].split(',').skip(5).take(3).collect::<Vec<_>>(), ["7", "4", "8"]);
    let in_cell = rows(made.path(), "results/final.csv", "q-cell,,b,,");
    assert_eq!(in_cell[0].split(',').skip(5).take(2).collect::<Vec<_>>(), ["7", "5"]);
    assert_eq!(rows(made.path(), "results/final.csv", "q-one,,1,age,35+")[0].split(',').nth(5), Some("2"));
    let (preliminary, last) = (&summary.stages[0].account, &summary.stages[1].account);
    assert_eq!((preliminary.cases, preliminary.other_stage, preliminary.unweighted), (6, 1, 1));
    assert_eq!((last.cases, last.other_stage, last.unweighted, last.weight_range), (7, 0, 1, (0.5, 2.0)));
    let head: Value =
        serde_json::from_str(&fs::read_to_string(made.path().join("results/preliminary.json")).unwrap())
            .unwrap();
    assert_eq!(head["collected"], json!({"start": "2026-06-01", "end": "2026-06-06"}));
    assert_eq!((&head["records_file"], &head["design_effect"]), (&json!("preliminary.csv"), &json!("kish")));
}

#[test]
fn the_same_answers_give_the_same_bytes() {
    let (one, _) = sound(|_| {});
    let (two, _) = sound(|_| {});
    for file in ["results/final.csv", "results/final.json"] {
        assert_eq!(fs::read(one.path().join(file)).unwrap(), fs::read(two.path().join(file)).unwrap());
    }
}

#[test]
fn the_check_reads_what_was_written() {
    let (made, _) = sound(|_| {});
    let request = Request { study: made.path().to_owned(), data_only: true, ..Request::default() };
    let found = inspect(&request).unwrap_or_else(|f| panic!("{f:#?}")).findings;
    let of_results: Vec<_> = found
        .iter()
        .filter(|d| {
            d.location.as_ref().is_some_and(|p| p.file.starts_with("results/") && d.code != Code::SmallBase)
        })
        .filter(|d| !matches!(d.code, Code::SmallCell | Code::FieldworkTotal))
        .collect();
    assert!(of_results.is_empty(), "{of_results:#?}");
    assert!(!found.iter().any(|d| d.code == Code::FileUnknown), "{found:#?}");
}

#[test]
fn strata_and_clusters_give_their_own_variances() {
    let (plain, _) = sound(|_| {});
    let (made, summary) = sound(|plan| {
        plan["strata"] = json!("h");
        plan["clusters"] = json!("psu");
    });
    assert_eq!((summary.stages[1].account.strata, summary.stages[1].account.clusters), (Some(2), Some(4)));
    let deff =
        |study: &Path| rows(study, "results/final.csv", "q-one,,1,,")[0].split(',').nth(8).map(str::to_owned);
    assert_ne!(deff(plain.path()), deff(made.path()));
    let alone = faults(|plan| plan["strata"] = json!("id"));
    assert!(
        alone
            .iter()
            .any(|f| f.starts_with(Code::SurveyDesign.as_str()) && f.contains("single sampling unit")),
        "{alone:?}"
    );
}

#[test]
fn a_code_that_nothing_declares_is_told_with_its_row() {
    let told = faults(|plan| {
        plan["missing"] = json!([]);
        plan["questions"][1]["asked"] = json!([]);
    });
    assert_eq!(
        told,
        [
            "E182 column “q” holds “NA” once, in row 6, and nothing says what it means",
            "E182 column “f” is empty 4 times, first in row 3, and nothing says what that means",
        ]
    );
}

#[test]
fn answers_of_people_who_were_not_asked_are_left_out_and_told() {
    let (made, summary) = sound(|plan| {
        plan["questions"][1]["asked"][0]["column"] = json!("m_b");
        plan["questions"][1]["missing"] = json!([""]);
    });
    let told: Vec<String> =
        summary.warnings.iter().map(|d| format!("{} {}", d.code, d.message.render(UiLanguage::En))).collect();
    assert!(
        told.iter()
            .any(|d| d.starts_with(Code::AnswersUnplaced.as_str())
                && d.contains("“f” holds answers of 2 people")),
        "{told:?}"
    );
    drop(made);
}

#[test]
fn columns_weights_and_shapes_are_held_to_the_table() {
    let wrong = |field: &str, value: Value| faults(|plan| *plan.pointer_mut(field).unwrap() = value);
    assert!(wrong("/questions/0/column", json!("quest"))[0].starts_with(Code::AnswersColumn.as_str()));
    assert!(wrong("/weight", json!("sex"))[0].starts_with(Code::SurveyDesign.as_str()));
    assert!(wrong("/questions/0/question", json!("q-none"))[0].starts_with(Code::DanglingId.as_str()));
    assert!(wrong("/questions/2/items", json!({"a": "m_a"}))[0].starts_with(Code::MissingField.as_str()));
    assert!(wrong("/questions/3/separator", json!(""))[0].starts_with(Code::MissingField.as_str()));
    assert!(
        wrong("/breakdowns/1/groups", json!([{"code": "18-34", "from": "18", "to": "34"}]))[0]
            .starts_with(Code::AnswersCode.as_str())
    );
    let nobody = faults(|plan| plan["stages"][1]["cases"] = json!([{"column": "sex", "codes": ["x"]}]));
    assert!(nobody[0].starts_with(Code::SurveyDesign.as_str()), "{nobody:?}");
}

#[test]
fn nothing_is_written_where_something_is_wrong() {
    let made = study(|plan| plan["missing"] = json!([]));
    let before = fs::read(made.path().join("results/final.json")).unwrap();
    assert!(run(made.path()).is_err());
    assert_eq!(before, fs::read(made.path().join("results/final.json")).unwrap());
}

#[test]
fn a_table_that_is_none_is_refused() {
    for (name, bytes) in
        [("a.sav", &b"$FL2 too short"[..]), ("a.xlsx", b"PK\x03\x04"), ("a.pdf", b"%PDF-"), ("a.csv", b"")]
    {
        let made = study(|plan| plan["file"] = json!(name));
        put(made.path(), name, bytes);
        let faults = run(made.path()).err().unwrap_or_default();
        assert!(faults.iter().any(|f| f.code == Code::AnswersFile), "{name}: {faults:#?}");
    }
}

#[test]
fn cells_in_the_far_corner_of_a_sheet_are_not_laid_out_as_a_rectangle() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, column, text) in
        [(0, 0, "q"), (0, 16_383, "far"), (1_048_575, 0, "1"), (1_048_575, 16_383, "2")]
    {
        sheet.write_string(row, column, text).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let table = Table::read("a.xlsx", bytes, Extent::default()).unwrap_or_else(|e| panic!("{e}"));
    let columns: Vec<(&str, &str)> =
        table.columns.iter().map(|c| (c.name.as_str(), c.values[0].as_str())).collect();
    assert_eq!((table.rows, table.file_row(0), columns), (1, 1_048_576, vec![("q", "1"), ("far", "2")]));
}

#[test]
fn the_report_says_how_design_effects_were_found() {
    let study = copy_of_sample();
    edit(study.path(), "results/final.json", |file| file["design_effect"] = json!("linearised"));
    let told = plain(&document(&request(study.path(), "final", "ru")));
    assert!(told.contains("методом линеаризации Тейлора"));
    let untouched = plain(sample_document("final", "ru"));
    assert!(!untouched.contains("линеаризации Тейлора") && untouched.contains("по весам респондентов"));
}

/// A system file in Windows-1251 with the most significant byte first: a number with a label, and a text.
fn old_system_file() -> Vec<u8> {
    let int = |number: i32| number.to_be_bytes().to_vec();
    let double = |number: f64| number.to_be_bytes().to_vec();
    // "Да" and "нет" in Windows-1251.
    let (yes, no) = (vec![0xC4, 0xE0], vec![0xED, 0xE5, 0xF2]);
    let padded = |bytes: &[u8], width: usize| {
        let mut all = bytes.to_vec();
        all.resize(width, b' ');
        all
    };
    let variable = |width: i32, name: &[u8]| {
        [int(2), int(width), int(0), int(0), int(0), int(0), padded(name, 8)].concat()
    };
    let info = [int(7), int(3), int(4), int(8), vec![0; 28], int(1251)].concat();
    let label = [int(3), int(1), double(1.0), vec![2], yes, vec![b' '; 5], int(4), int(1), int(1)].concat();
    [
        b"$FL2".to_vec(),
        vec![b' '; 60],
        [int(2), int(2), int(0), int(0), int(2)].concat(),
        double(100.0),
        vec![b' '; 84],
        variable(0, b"Q1"),
        variable(3, b"Q2"),
        label,
        info,
        [int(999), int(0)].concat(),
        [double(1.0), padded(&no, 8), double(-f64::MAX), padded(b"a", 8)].concat(),
    ]
    .concat()
}

#[test]
fn old_code_pages_and_byte_orders_of_spss_are_read() {
    let bytes = old_system_file();
    let table = Table::read("a.sav", bytes.clone(), Extent::default()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(table.rows, 2);
    assert_eq!(table.columns[0].labels.values, [("1".to_owned(), "Да".to_owned())]);
    assert_eq!(table.columns[0].values, ["1", ""]);
    assert_eq!(table.columns[1].values, ["нет", "a"]);
    // Cut off anywhere, it is refused; nothing panics.
    for end in 0..bytes.len() {
        assert!(Table::read("a.sav", bytes[..end].to_vec(), Extent::default()).is_err(), "{end}");
    }
}

#[test]
fn a_form_gives_its_questions_in_all_its_languages() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let survey: &[&[&str]] = &[
        &["type", "name", "label::Русский (ru)", "label::Қазақша (kk)", "relevant", "appearance"],
        &["begin_group", "g", "<b>Доверие</b>", "Сенім", ""],
        &["select_one trust", "trust", "Доверяете ли Вы акимату?", "Әкімдікке сенесіз бе?", ""],
        &["select_multiple why", "why", "Почему?", "Неге?", "${trust} = '2'"],
        &["begin_group", "bodies", "Насколько Вы доверяете?", "Қаншалықты сенесіз?", "", "field-list"],
        &["select_one trust", "court", "Суду", "Сотқа", "", "list-nolabel"],
        &["select_one trust", "police", "Полиции", "Полицияға", "", "list-nolabel"],
        &["end_group", "", "", "", ""],
        &["end_group", "", "", "", ""],
        &["text", "comment", "Комментарий", "Пікір", ""],
    ];
    let choices: &[&[&str]] = &[
        &["list_name", "name", "label::Русский (ru)", "label::Қазақша (kk)"],
        &["trust", "1", "Доверяю", "Сенемін"],
        &["trust", "2", "Не доверяю", "Сенбеймін"],
        &["why", "a", "Очереди", "Кезек"],
    ];
    for (name, rows) in [("survey", survey), ("choices", choices)] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (at, row) in (0..).zip(rows) {
            sheet.write_row(at, 0, row.iter().copied()).unwrap();
        }
    }
    let languages = ["ru".to_owned(), "kk".to_owned()];
    let made =
        draft("form.xlsx", book.save_to_buffer().unwrap(), &languages).unwrap_or_else(|e| panic!("{e:?}"));
    let codebook: Value = serde_json::from_str(&made.codebook).unwrap();
    assert_eq!(codebook["blocks"][0]["title"], json!({"ru": "Доверие", "kk": "Сенім"}));
    assert_eq!(codebook["questions"][0]["type"], "scale");
    assert_eq!(codebook["questions"][0]["options"][1]["label"]["kk"], "Сенбеймін");
    assert_eq!(codebook["questions"][1]["type"], "multiple");
    let plan: Value = serde_json::from_str(&made.tabulation).unwrap();
    assert_eq!(plan["questions"][1]["asked"], json!([{"column": "trust", "codes": ["2"]}]));
    assert_eq!(made.left_out, ["comment"]);
    // What the form shows as a table is one question.
    let (table, own) = (&codebook["questions"][2], &plan["questions"][2]);
    assert_eq!((&table["id"], &table["text"]["ru"]), (&json!("q-bodies"), &json!("Насколько Вы доверяете?")));
    assert_eq!(table["items"][1], json!({"code": "police", "label": {"ru": "Полиции", "kk": "Полицияға"}}));
    assert_eq!(own["items"], json!({"court": "court", "police": "police"}));
    assert!(made.is_form);
}

#[test]
fn names_of_groups_before_those_of_columns_are_read() {
    let (head, rows) = ANSWERS.split_once('\n').unwrap();
    let head: Vec<String> = head.split(',').map(|name| format!("main/part/{name}")).collect();
    let made = study(|_| {});
    put(made.path(), "answers.csv", format!("{}\n{rows}", head.join(",")));
    run(made.path()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let (own, _) = sound(|_| {});
    let file = "results/final.csv";
    assert_eq!(fs::read(made.path().join(file)).unwrap(), fs::read(own.path().join(file)).unwrap());
}

#[test]
fn a_workbook_gives_what_the_csv_gives() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (at, line) in (0..).zip(ANSWERS.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(at, column, number).unwrap(),
                Err(_) => sheet.write_string(at, column, cell).unwrap(),
            };
        }
    }
    let made = study(|plan| plan["file"] = json!("answers.xlsx"));
    put(made.path(), "answers.xlsx", book.save_to_buffer().unwrap());
    run(made.path()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let (csv, _) = sound(|_| {});
    for file in ["results/final.csv", "results/preliminary.csv"] {
        assert_eq!(fs::read(made.path().join(file)).unwrap(), fs::read(csv.path().join(file)).unwrap());
    }
}

/// A draft of a table of three ticks.
#[test]
fn a_draft_proposes_what_is_no_answer() {
    let table = "pol,q1,m_1,m_2\nf,1,1,2\nm,NA,-1,1\nf,2,2,\n";
    let made = draft("a.csv", table.into(), &["ru".to_owned()]).unwrap_or_else(|e| panic!("{e:?}"));
    let (codebook, plan): (Value, Value) =
        (serde_json::from_str(&made.codebook).unwrap(), serde_json::from_str(&made.tabulation).unwrap());
    let of = |name: &str| {
        let at = plan["questions"].as_array().unwrap().iter().position(|q| q["question"] == name).unwrap();
        (codebook["questions"][at].clone(), plan["questions"][at].clone())
    };
    let (question, own) = of("q-q1");
    assert_eq!(question["options"].as_array().unwrap().len(), 2, "{question}");
    assert_eq!(own["missing"], json!(["NA"]));
    let (question, own) = of("q-m");
    assert_eq!(question["type"], "single", "codes without labels may be anything: {question}");
    assert_eq!(own["missing"], json!([""]));
}

#[test]
fn a_draft_takes_the_place_of_an_example_alone() {
    let made = starter();
    put(made.path(), "table.csv", "q1,q2\n1,2\n2,1\n1,1\n");
    let request = DraftRequest {
        file: made.path().join("table.csv"),
        folder: made.path().to_owned(),
        languages: vec!["ru".to_owned()],
    };
    fs::remove_file(made.path().join("tabulation.json")).unwrap_or_default();
    draft_codebook(&request).unwrap_or_else(|faults| panic!("{faults:?}"));
    let faults = draft_codebook(&request).map(|_| ()).unwrap_err();
    assert!(
        faults.iter().all(|fault| fault.code == Code::Usage),
        "what somebody has written stays: {faults:?}"
    );
}

#[test]
fn one_code_in_many_columns_is_told_once_and_the_word_for_nothing_is_no_code() {
    let told = faults(|plan| plan["questions"][2]["not_selected"] = json!([]));
    let of_ticks: Vec<&String> = told.iter().filter(|fault| fault.contains("“m_")).collect();
    assert_eq!(
        of_ticks,
        [&"E182 column “m_a” holds “0” 3 times, first in row 3, and nothing says what it means; the same in one more column of \
          the question"
            .to_owned()],
        "{told:?}"
    );
    let made = study(|_| {});
    let text = fs::read_to_string(made.path().join("codebook.json")).unwrap();
    put(made.path(), "codebook.json", text.replacen("\"9\"", "\"NA\"", 1));
    let faults = run(made.path()).err().unwrap_or_default();
    let told: Vec<String> = faults.iter().map(|f| f.message.render(UiLanguage::En)).collect();
    assert!(told.iter().any(|f| f.contains("means an empty cell in a table of records")), "{told:?}");
}

#[test]
fn a_study_in_a_workbook_is_tabulated_into_its_table() {
    let (made, _) = sound(|_| {});
    // What the least study has, in a workbook, beside the plan and the answers.
    let book = tempfile::tempdir().unwrap();
    let out = book.path().join("study");
    esep::pipeline::convert(made.path(), esep::pipeline::StudyShape::Workbook, Some(&out), UiLanguage::Ru)
        .unwrap_or_else(|faults| panic!("{faults:#?}"));
    fs::copy(made.path().join("answers.csv"), out.join("answers.csv")).unwrap();
    let own = |study: &Path| fs::read(study.join("results/final.csv")).unwrap();
    for table in ["final", "preliminary"] {
        fs::remove_file(out.join(format!("results/{table}.csv"))).unwrap();
    }
    run(&out).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(own(&out), own(made.path()));
    assert!(!out.join("results/final.json").exists(), "the stage stands in the workbook");
    let request =
        DraftRequest { file: out.join("answers.csv"), folder: out.clone(), languages: vec!["ru".to_owned()] };
    assert!(draft_codebook(&request).is_err(), "a draft that the workbook would hide");
}

#[test]
fn a_draft_takes_questions_apart_and_knows_the_language_of_labels() {
    let table = "Насколько Вы доверяете? [Полиция],Насколько Вы доверяете? [Суд],что_1,что_2\n\
        Доверяю,Не доверяю,Не отмечено,Да\nНе доверяю,Доверяю,Да,Не отмечено\n";
    let languages = ["kk".to_owned(), "ru".to_owned()];
    let made = draft("a.csv", table.into(), &languages).unwrap_or_else(|e| panic!("{e:?}"));
    let codebook: Value = serde_json::from_str(&made.codebook).unwrap();
    let question = &codebook["questions"][0];
    assert_eq!(question["text"], json!({"ru": "Насколько Вы доверяете?"}));
    assert_eq!(question["items"][1]["label"], json!({"ru": "Суд"}));
    let ticked = &codebook["questions"][1];
    assert_eq!((&ticked["type"], ticked["options"].as_array().map(Vec::len)), (&json!("multiple"), Some(1)));
    let kazakh = "Сізге ұнай ма\nИә\nҰнамайды\n";
    let made = draft("a.csv", kazakh.into(), &languages).unwrap_or_else(|e| panic!("{e:?}"));
    assert!(made.codebook.contains("\"kk\": \"Сізге ұнай ма\""), "{}", made.codebook);
}
