//! Themes: the same words in another look, and what is said of one that is not there.

use std::fs;

use esep::diag::Code;
use esep::document::plain_text;
use esep::pipeline::{BuildContext, Format, Request, Silent, build, inspect};
use esep::source::Assets;

use crate::support::office::{docx_text, part};
use crate::support::{
    codes, edit, folder, folder_with, put, request, sample, sample_document, sample_file, starter,
};

/// The final report in the other theme: the same words, another look.
#[test]
fn a_theme_changes_no_word_and_the_cover_stands_behind_the_first_page_only() {
    let out = folder();
    let modern = Request {
        theme: Some("modern".to_owned()),
        out: Some(out.path().to_owned()),
        formats: vec![Format::Docx],
        ..request(&sample(), "final", "ru")
    };
    let context = BuildContext::open(&modern).unwrap_or_else(|f| panic!("{f:?}"));
    let document = context.resolved(&context.jobs()[0]).unwrap_or_else(|f| panic!("{f:?}")).0;
    // The message above a figure belongs to the look; everything else is said in both.
    let messages: Vec<String> = document
        .figures()
        .into_iter()
        .filter_map(|figure| figure.message.as_deref().map(plain_text))
        .collect();
    assert!(!messages.is_empty());
    let without = |text: String| {
        let text = messages.iter().fold(text, |text, message| text.replace(message.as_str(), ""));
        // Which text stands before a figure follows from the pages.
        let mut words: Vec<_> = text.split_whitespace().map(str::to_owned).collect();
        words.sort();
        words
    };
    assert_eq!(without(document.text()), without(sample_document("final", "ru").text()));

    build(&modern, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    let docx = fs::read(out.path().join("final.ru.docx")).unwrap();
    // Lists of contents print pages, which differ.
    let words = |docx: &[u8]| {
        let text = docx_text(docx);
        let from = text.rfind("Введение").expect("introduction");
        without(text[from..].to_owned())
    };
    assert_eq!(words(&docx), words(sample_file("final.ru.docx")));
    assert!(part(&docx, "word/header2.xml").contains("behindDoc=\"1\""));
    assert!(part(&docx, "word/header2.xml").contains("w:drawing"));
    assert!(!part(&docx, "word/header1.xml").contains("w:drawing"));
    assert!(part(&docx, "word/media/cover.svg").contains("#0B2F4B"), "the palette's colour");
    assert!(part(&docx, "word/document.xml").contains("LayoutTable"));
}

#[test]
fn the_study_names_its_theme_and_the_request_goes_before_it() {
    let study = starter();
    edit(study.path(), "study.json", |s| s["theme"] = "moderm".into());
    let own = request(study.path(), "final", "ru");
    let faults = BuildContext::open(&own).err().expect("no such theme");
    let place = |d: &esep::diag::Diagnostic| d.location.clone().and_then(|p| p.pointer);
    let told: Vec<_> = faults.iter().map(|d| (d.code, place(d))).collect();
    assert_eq!(told, [(Code::ThemeFault, Some("/theme".to_owned()))]);
    let asked = Request { theme: Some("moderm".into()), ..own.clone() };
    let told = BuildContext::open(&asked).err().expect("no such theme");
    assert_eq!(codes(&told), [Code::Usage]);
    assert!(BuildContext::open(&Request { theme: Some("modern".into()), ..own }).is_ok());
}

#[test]
fn a_folder_of_ones_own_is_a_theme() {
    let study = starter();
    let embedded = |path: &str| Assets::embedded().text(path).unwrap().into_owned();
    let templates = folder_with("theme/ours/report.typ", &embedded("theme/gost/report.typ"));
    let settings =
        embedded("theme/gost/theme.toml").replace("heading_colour = \"text\"", "heading_colour = \"blu\"");
    put(templates.path(), "theme/ours/theme.toml", &settings);
    let ours = Request {
        templates: Some(templates.path().to_owned()),
        theme: Some("ours".to_owned()),
        ..request(study.path(), "final", "ru")
    };
    let faults = BuildContext::open(&ours).err().expect("no such colour");
    assert_eq!(faults.iter().next().map(|d| d.code), Some(Code::ThemeFault));
    put(templates.path(), "theme/ours/theme.toml", settings.replace("\"blu\"", "\"calm\""));
    assert!(BuildContext::open(&ours).is_ok());
}

/// Templates made for an older version: what has no place any more is told, what belongs to the user is not.
#[test]
fn templates_that_nothing_reads_are_told() {
    let study = starter();
    let templates = folder();
    let stray =
        ["forgotten.toml", "reports/final/retired.md", "theme/gost/cover-of-old.svg", "words/final.ru.md"];
    let own = [
        "notes.txt",
        "reports/own/report.toml",
        "reports/own/part.md",
        "theme/ours/theme.toml",
        "theme/ours/a.svg",
    ];
    for path in stray.iter().chain(&own) {
        put(templates.path(), path, "");
    }
    let asked =
        Request { templates: Some(templates.path().to_owned()), ..request(study.path(), "attendance", "ru") };
    let found = inspect(&asked).unwrap_or_else(|faults| panic!("{faults:?}"));
    let told: Vec<&str> = found
        .findings
        .iter()
        .filter(|doubt| doubt.code == Code::FileUnknown)
        .filter_map(|doubt| doubt.location.as_ref().map(|location| location.file.as_str()))
        .collect();
    assert_eq!(told, stray);
}
