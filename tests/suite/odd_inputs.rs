//! Inputs that are not what they seem, and texts at the edges of Markdown: told with their place, or the same in every
//! format.

use std::fs;

use esep::diag::{Code, Diagnostic};
use esep::pipeline::{Format, Request, Silent, build, inspect};
use esep::proof::reading;

use crate::support::office::part;
use crate::support::{document, edit, folder, folder_with, plain, put, request, stand_alone, starter};

fn findings(study: &tempfile::TempDir) -> Vec<Diagnostic> {
    let request = Request { study: study.path().to_owned(), ..Request::default() };
    inspect(&request).unwrap_or_else(|f| panic!("{f:?}")).findings.into_iter().collect()
}

#[track_caller]
fn tells(study: &tempfile::TempDir, code: Code, file: &str) {
    let found = findings(study);
    let is_told =
        |d: &Diagnostic| d.code == code && d.location.as_ref().is_some_and(|place| place.file == file);
    assert!(found.iter().any(is_told), "{code:?} {file}: {found:#?}");
}

#[test]
#[cfg(unix)]
fn what_is_no_file_is_told_and_not_taken_for_absent() {
    let study = starter();
    let events = study.path().join("events.json");
    fs::remove_file(&events).unwrap();
    fs::create_dir(&events).unwrap();
    tells(&study, Code::FileUnreadable, "events.json");
    fs::remove_dir(&events).unwrap();
    std::os::unix::fs::symlink("/nowhere/events.json", &events).unwrap();
    tells(&study, Code::FileUnreadable, "events.json");
    fs::remove_file(&events).unwrap();
    let made = std::process::Command::new("mkfifo").arg(&events).status();
    if made.is_ok_and(|made| made.success()) {
        tells(&study, Code::FileUnreadable, "events.json");
    }
}

#[test]
#[cfg(unix)]
fn a_folder_that_leads_out_is_refused_and_its_names_are_not_told() {
    let (study, outside) = (starter(), folder());
    put(outside.path(), "final/topsecret.ru.md", "Текст.\n");
    put(outside.path(), "another-secret.ru.md", "Текст.\n");
    std::os::unix::fs::symlink(outside.path(), study.path().join("text")).unwrap();
    tells(&study, Code::PathOutside, "text");
    let all: String = findings(&study).iter().map(|d| format!("{d}\n")).collect();
    assert!(!all.contains("secret"), "{all}");
}

#[test]
fn a_font_that_cannot_be_read_is_told() {
    let templates = folder_with("fonts/own.ttf", "not a font");
    let study = starter();
    let request =
        Request { templates: Some(templates.path().to_owned()), ..request(study.path(), "interim-1", "ru") };
    let faults = build(&Request { out: Some(folder().path().to_owned()), ..request }, &Silent).unwrap_err();
    let fault = faults.iter().next().unwrap();
    let file = fault.location.as_ref().map(|place| place.file.as_str());
    assert_eq!(
        (fault.code, fault.message.id(), file),
        (Code::ThemeFault, "font-broken", Some("fonts/own.ttf"))
    );
}

#[test]
fn an_address_is_judged_once_and_with_its_place() {
    let study = starter();
    let with = |url: &str| edit(study.path(), "coverage.json", |c| c["publications"][0]["url"] = url.into());
    let told = || {
        let found = findings(&study);
        found
            .into_iter()
            .filter(|d| d.code == Code::WrongValue)
            .map(|d| d.location.unwrap().to_string())
            .next()
    };
    for good in ["https://editor@news.example.kz:8080/1", "https://жаңа.қаз/1", "http://[::1]/x"] {
        with(good);
        assert_eq!(told(), None, "{good}");
    }
    for bad in ["https://a..b/", "https://a:99999/1", "https://-/"] {
        with(bad);
        assert!(told().is_some_and(|place| place.starts_with("coverage.json:")), "{bad}: {:?}", told());
    }
    let (study, templates, out) = (starter(), folder(), folder());
    let text = "# A\n\n[страница](https://жаңа.қаз/1)\n\n[другая](http://[)\n";
    stand_alone(study.path(), templates.path(), ("interim-1", "ru"), text);
    let request = Request {
        templates: Some(templates.path().to_owned()),
        out: Some(out.path().to_owned()),
        ..request(study.path(), "interim-1", "ru")
    };
    let faults = build(&request, &Silent).unwrap_err();
    let told: Vec<_> =
        faults.iter().map(|d| (d.message.id(), d.location.as_ref().and_then(|p| p.line))).collect();
    assert_eq!(told, [("link-address", Some(5))]);
}

#[test]
fn a_list_goes_on_where_it_says_and_a_note_of_a_heading_is_printed_once() {
    let (study, templates, out) = (starter(), folder(), folder());
    let text = "# Начало[^x] {id=sec-a}\n\n:::contents\n:::\n\n3. третье\n4. четвёртое\n\n\
        Ещё абзац.\n\n1. первое\n\n[^x]: Слова 31415.\n";
    stand_alone(study.path(), templates.path(), ("interim-1", "ru"), text);
    let request = Request {
        templates: Some(templates.path().to_owned()),
        out: Some(out.path().to_owned()),
        formats: vec![Format::Pdf, Format::Docx],
        ..request(study.path(), "interim-1", "ru")
    };
    assert!(plain(&document(&request)).contains("четвёртое"));
    build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    let docx = fs::read(out.path().join("interim-1.ru.docx")).unwrap();
    let numbering = part(&docx, "word/numbering.xml");
    let starts: Vec<&str> = numbering.split("<w:startOverride w:val=").skip(1).map(|s| &s[1..2]).collect();
    assert_eq!(starts, ["3", "1"]);
    assert_eq!(part(&docx, "word/document.xml").matches("<w:footnoteReference").count(), 1);
    let pdf = fs::read(out.path().join("interim-1.ru.pdf")).unwrap();
    let read = reading::read("interim-1.ru.pdf", pdf).unwrap_or_else(|f| panic!("{f:?}"));
    let tokens = read.places.iter().flat_map(|place| &place.tokens);
    assert_eq!(tokens.filter(|token| token.text == "31415").count(), 1);
}
