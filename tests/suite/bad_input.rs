//! Broken input: each kind of fault ends in a diagnostic with its code, place and next step.

use std::fs;
use std::path::Path;

use esep::diag::{Code, Diagnostic, Diagnostics, Severity};
use esep::pipeline::{BuildContext, BuildSummary, Format, Request, Silent, build};
use esep::source::Assets;
use serde_json::json;

use crate::support::{build_one, edit, folder, folder_with, request, root, stand_alone, starter};

fn faults(study: &Path) -> Diagnostics {
    let out = folder();
    let result = build_one(study, out.path(), "interim-1", "ru", Format::Pdf);
    assert!(fs::read_dir(out.path()).unwrap().next().is_none(), "a failed run wrote something");
    result.err().unwrap_or_default()
}

/// The finding with a code; it must be there with a place and a hint.
fn find(faults: &Diagnostics, code: Code) -> Diagnostic {
    let found = faults.iter().find(|d| d.code == code).cloned();
    let found = found.unwrap_or_else(|| panic!("no {code} among {faults:#?}"));
    assert!(found.hint.is_some(), "{found}");
    assert!(found.location.is_some(), "{found}");
    found
}

/// Breaks one file of the sample and expects one code at a JSON path.
fn broken(file: &str, code: Code, pointer: &str, change: impl FnOnce(&mut serde_json::Value)) {
    let study = starter();
    edit(study.path(), file, change);
    let fault = find(&faults(study.path()), code);
    let place = fault.location.unwrap();
    assert_eq!(place.file, file);
    assert_eq!(place.pointer.as_deref(), Some(pointer));
    assert!(place.line > Some(1) && place.column.is_some(), "{place}");
}

#[test]
fn a_missing_file() {
    let study = starter();
    fs::remove_file(study.path().join("codebook.json")).unwrap();
    assert!(find(&faults(study.path()), Code::FileMissing).message.to_string().contains("codebook.json"));
}

#[test]
fn broken_json_names_line_and_column() {
    let study = starter();
    fs::write(study.path().join("cases.json"), "{\n  \"categories\": [],\n  \"cases\": [,]\n}\n").unwrap();
    let fault = find(&faults(study.path()), Code::JsonSyntax);
    assert_eq!(fault.location.unwrap().line, Some(3));
}

#[test]
fn an_unknown_field_and_what_was_meant() {
    let study = starter();
    edit(study.path(), "cases.json", |v| {
        let case = v["cases"][2].as_object_mut().unwrap();
        let value = case.shift_remove("severity").unwrap();
        case.insert("severty".into(), value);
    });
    let faults = faults(study.path());
    let fault = find(&faults, Code::UnknownField);
    assert_eq!(fault.location.unwrap().pointer.as_deref(), Some("/cases/2/severty"));
    assert_eq!(fault.hint.map(|h| h.to_string()).as_deref(), Some("did you mean `severity`?"));
    find(&faults, Code::MissingField);
}

#[test]
fn all_faults_of_all_files_at_once() {
    let study = starter();
    edit(study.path(), "cases.json", |v| v["cases"][0]["severity"] = json!("dreadful"));
    edit(study.path(), "cases.json", |v| v["cases"][1]["date"] = json!("2026-13-01"));
    edit(study.path(), "events.json", |v| v["events"][0]["what"] = json!(1));
    let faults = faults(study.path());
    let errors = faults.iter().filter(|d| d.severity == Severity::Error);
    let files: Vec<&str> = errors.filter_map(|d| d.location.as_ref()).map(|p| p.file.as_str()).collect();
    assert_eq!(files, ["cases.json", "cases.json", "events.json"], "{faults:#?}");
}

#[test]
fn a_duplicate_key() {
    let study = starter();
    let path = study.path().join("calendar.json");
    let text = fs::read_to_string(&path).unwrap().replacen("\"steps\"", "\"steps\": [], \"steps\"", 1);
    fs::write(path, text).unwrap();
    find(&faults(study.path()), Code::DuplicateKey);
}

#[test]
fn a_dangling_id() {
    broken("cases.json", Code::DanglingId, "/cases/0/territory", |v| {
        v["cases"][0]["territory"] = json!("t-nowhere")
    });
}

#[test]
fn an_id_given_twice() {
    broken("cases.json", Code::DuplicateId, "/cases/1/id", |v| {
        v["cases"][1]["id"] = v["cases"][0]["id"].clone()
    });
}

#[test]
fn a_share_above_one() {
    broken("results/preliminary.json", Code::NumberRange, "/records/0/share", |v| {
        v["records"][0]["share"] = json!(1.7)
    });
}

#[test]
fn shares_that_do_not_add_up() {
    let study = starter();
    edit(study.path(), "results/preliminary.json", |v| {
        let records = v["records"].as_array_mut().unwrap();
        let at = records.iter().position(|r| r["question"] == "q-channel").unwrap();
        records.remove(at);
    });
    assert!(find(&faults(study.path()), Code::ShareSum).message.to_string().contains("add up to"));
}

#[test]
fn a_missing_translation() {
    broken("cases.json", Code::MissingTranslation, "/cases/0/title", |v| {
        v["cases"][0]["title"].as_object_mut().unwrap().remove("ru");
    });
}

#[test]
fn a_control_character() {
    broken("cases.json", Code::ControlCharacter, "/cases/0/title/ru", |v| {
        v["cases"][0]["title"]["ru"] = json!("a\u{1}b")
    });
}

#[test]
fn a_glyph_that_no_font_has() {
    let study = starter();
    edit(study.path(), "study.json", |v| v["title"]["ru"] = json!("Дом 家"));
    let fault = find(&faults(study.path()), Code::GlyphMissing);
    assert!(fault.message.to_string().contains("U+5BB6"), "{fault}");
    assert_eq!(fault.location.unwrap().file, "study.json");
}

#[test]
fn invalid_utf8_a_folder_that_is_a_file_and_a_link_out() {
    let study = starter();
    fs::write(study.path().join("risk.json"), b"{\"scores\": [\xFF]}").unwrap();
    find(&faults(study.path()), Code::NotUtf8);
    let file = study.path().join("study.json");
    find(&faults(&file), Code::Usage);
    let outside = folder();
    fs::write(outside.path().join("x.json"), "{}").unwrap();
    fs::remove_file(study.path().join("risk.json")).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(outside.path().join("x.json"), study.path().join("risk.json")).unwrap();
        find(&faults(study.path()), Code::PathOutside);
    }
}

#[test]
fn deep_nesting_and_huge_numbers_end_in_a_diagnostic() {
    let study = starter();
    fs::write(study.path().join("risk.json"), "[".repeat(200_000)).unwrap();
    assert!(faults(study.path()).has_errors());
    fs::write(study.path().join("risk.json"), "{\"scores\": [1e999]}").unwrap();
    assert!(faults(study.path()).has_errors());
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let study = starter();
    let path = study.path().join("cases.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, format!("\u{FEFF}{text}")).unwrap();
    let out = folder();
    build_one(study.path(), out.path(), "interim-1", "ru", Format::Docx).unwrap_or_else(|f| panic!("{f:?}"));
    assert!(out.path().join("interim-1.ru.docx").exists(), "a sound run writes");
}

#[test]
fn an_output_folder_that_cannot_be_written() {
    let out = folder();
    let file = out.path().join("file");
    fs::write(&file, "x").unwrap();
    let study = starter();
    let request =
        Request { study: study.path().to_owned(), out: Some(file.join("below")), ..Request::default() };
    let faults = build(&request, &Silent).err().unwrap_or_default();
    find(&faults, Code::OutputUnwritable);
}

#[test]
fn a_deliverable_that_nobody_owes() {
    let (study, out) = (starter(), folder());
    let faults = build_one(study.path(), out.path(), "interim-9", "ru", Format::Pdf);
    find(&faults.err().unwrap_or_default(), Code::Usage);
}

#[test]
fn a_theme_that_forgets_what_the_standards_demand() {
    let theme = fs::read_to_string(root().join("templates/theme/blocks.typ")).unwrap();
    let untitled = theme.replacen("  title: meta.title,\n", "", 1);
    assert_ne!(theme, untitled, "the theme sets no title");
    let faults = with_file("theme/blocks.typ", &untitled).err().unwrap_or_default();
    assert!(faults.iter().any(|d| d.code == Code::PdfExport), "{faults:#?}");
}

/// Builds the first interim report of the starter study with one file of one's own among the templates.
fn with_file(path: &str, text: &str) -> Result<BuildSummary, Diagnostics> {
    built(&starter(), &folder_with(path, text))
}

fn built(study: &tempfile::TempDir, templates: &tempfile::TempDir) -> Result<BuildSummary, Diagnostics> {
    let out = folder();
    let request = Request {
        out: Some(out.path().to_owned()),
        templates: Some(templates.path().to_owned()),
        formats: vec![Format::Pdf],
        ..request(study.path(), "interim-1", "ru")
    };
    build(&request, &Silent)
}

/// The same with a text of the study's own for the whole of the report.
fn with_text(text: &str) -> Result<BuildSummary, Diagnostics> {
    let (study, templates) = (starter(), folder());
    stand_alone(study.path(), templates.path(), ("interim-1", "ru"), text);
    built(&study, &templates)
}

#[track_caller]
fn template_fault(text: &str, code: Code, line: u32) -> Diagnostic {
    let fault = find(&with_text(text).err().unwrap_or_default(), code);
    let place = fault.location.clone().unwrap();
    assert_eq!((place.file.as_str(), place.line), ("text/interim-1/own.ru.md", Some(line)), "{fault}");
    fault
}

#[test]
fn template_faults_stand_on_their_lines() {
    let cases: &[(&str, Code, u32)] = &[
        ("# A\n\n{{ study.titel }}\n", Code::TemplateRender, 3),
        ("# A\n\n{{ facts.stage | num }}\n", Code::TemplateRender, 3),
        ("# A\n\n{{ study.grant.year | nummer }}\n", Code::TemplateSyntax, 3),
        ("# A\n{% if %}\n", Code::TemplateSyntax, 2),
        ("# A\n\n:::chart id=fig-a question=q-safety\nCaption\n:::\n", Code::ChartWithoutData, 3),
        ("# A\n\n:::chart id=fig-a question=q-nothing\nCaption\n:::\n", Code::DanglingId, 3),
        ("# A\n\n:::chart id=fig-a data=fieldwork\n:::\n", Code::CaptionMissing, 3),
        ("# A\n\n:::chart id=fig-a data=fieldwork size=3\nCaption\n:::\n", Code::DirectiveAttribute, 3),
        ("# A\n\n:::pie id=fig-a\nCaption\n:::\n", Code::DirectiveUnknown, 3),
        ("# A\n\n:::note\nnever closed\n", Code::DirectiveUnclosed, 3),
        ("# A\n\ntext [](#fig-none)\n", Code::ReferenceUnknown, 3),
        ("# A {id=x}\n\n# B {id=x}\n", Code::LabelTwice, 3),
        ("# A\n\n<b>html</b>\n", Code::MarkupUnsupported, 3),
    ];
    for (text, code, line) in cases {
        template_fault(text, *code, *line);
    }
}

#[test]
fn a_template_without_end_is_stopped() {
    let text = "{% for a in range(end=100000) %}{% for b in range(end=1000) %}xxxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}\n";
    find(&with_text(text).err().unwrap_or_default(), Code::TemplateTooLong);
}

#[test]
fn a_number_typed_by_hand_is_found_in_the_finished_file() {
    // A text of the study's own is told with its line; what a sentence of the templates types is refused.
    let report = with_text("# A\n\n2 540 {{ study.title }}\n").unwrap_or_else(|f| panic!("{f:?}"));
    assert_eq!(find(&report.warnings, Code::TypedDigit).location.unwrap().line, Some(3));
    let faults = with_file("reports/interim-1/ru.md", "## programme.goal-title\nЦель 2 540\n").unwrap_err();
    let fault = find(&faults, Code::ProofNumberUnbound);
    assert!(fault.message.to_string().contains("2 540"), "{fault}");
    // The year of a date needs no datum.
    with_file("reports/interim-1/ru.md", "## programme.goal-title\nЦель 2026\n").unwrap();
}

#[test]
fn a_formula_that_cannot_be_read_is_told_on_its_line() {
    let study = starter();
    let formulas = Assets::embedded().text("formulas.toml").unwrap().into_owned();
    let broken = formulas.replacen("\\sum_{k=1}^{m} w_k C_k", "\\begin{matrix} w \\end{matrix}", 1);
    let templates = folder_with("formulas.toml", &broken);
    let request =
        Request { templates: Some(templates.path().to_owned()), ..request(study.path(), "interim-1", "ru") };
    let faults = BuildContext::open(&request).err().expect("no such formula");
    let fault = faults.iter().next().unwrap();
    let line = broken.lines().position(|l| l == "[composite]").map(|at| u32::try_from(at + 1).unwrap());
    assert_eq!(fault.code, Code::ThemeFault);
    assert_eq!(fault.location.as_ref().map(|p| (p.file.as_str(), p.line)), Some(("formulas.toml", line)));
}
