//! The authors' own texts in `text/`: where they stand, what they may use, what is said of those that go astray.

use std::fs;
use std::path::Path;

use esep::diag::{Code, Diagnostics};
use esep::document::{Block, Body, plain_text};
use esep::pipeline::{Request, inspect};

use crate::support::{self, starter};

fn write(study: &Path, name: &str, kk: &str, ru: &str) {
    let place = study.join("text/final");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join(format!("{name}.kk.md")), kk).unwrap();
    fs::write(place.join(format!("{name}.ru.md")), ru).unwrap();
}

/// The final report in both languages.
fn request(study: &Path) -> Request {
    Request { study: study.to_owned(), deliverables: vec!["final".into()], ..Request::default() }
}

fn findings(study: &Path) -> Diagnostics {
    inspect(&request(study)).map_or_else(|faults| faults, |found| found.findings)
}

fn told(study: &Path) -> Vec<(Code, String, Option<u32>)> {
    let place = |d: &esep::diag::Diagnostic| d.location.clone().unwrap_or_default();
    let own = |d: &&esep::diag::Diagnostic| d.code != Code::SmallBase;
    findings(study).iter().filter(own).map(|d| (d.code, place(d).file, place(d).line)).collect()
}

/// The words of each section of the Russian final report, by the id of its heading.
fn sections(study: &Path) -> Vec<(String, String)> {
    let document = support::document(&support::request(study, "final", "ru"));
    let Body::Report(blocks) = document.body else { panic!("a report") };
    let mut found: Vec<(String, String)> = Vec::new();
    for block in blocks {
        if let Block::Heading(heading) = block {
            found.push((heading.label, String::new()));
        } else if let (Block::Paragraph(text), Some((_, words))) = (block, found.last_mut()) {
            words.push_str(&plain_text(&text));
            words.push('\n');
        }
    }
    found
}

#[test]
fn a_text_stands_below_the_heading_at_the_end_or_in_the_place_of_a_section() {
    let study = starter();
    write(study.path(), "risk.before", "{{ facts.sample.n | num }}.", "Опрошено {{ facts.sample.n | num }}.");
    write(study.path(), "experts", "**Мәтін.**", "Вместо раздела.");
    write(study.path(), "cases.after", "## Ой {id=sec-own}\n\nМәтін.", "## Мысль {id=sec-own}\n\nТекст.");
    assert_eq!(told(study.path()), [], "nothing to say");
    let sections = sections(study.path());
    let words = |label: &str| sections.iter().find(|(l, _)| l == label).map(|(_, w)| w.as_str()).unwrap();
    assert!(words("sec-risk").starts_with("Опрошено 2\u{a0}520.\n"), "{}", words("sec-risk"));
    assert_eq!(words("sec-experts"), "Вместо раздела.\n");
    let at = |label: &str| sections.iter().position(|(l, _)| l == label).unwrap();
    assert_eq!(at("sec-own"), at("sec-cases") + 1);
    assert_eq!(words("sec-own"), "Текст.\n");
}

#[test]
fn a_text_that_goes_astray_is_told_with_its_place() {
    let study = starter();
    write(study.path(), "riks", "Мәтін.", "Текст.");
    let place = study.path().join("text/final");
    fs::write(place.join("risk.after.ru.md"), "Текст.").unwrap();
    fs::write(place.join("risk.md"), "Текст.").unwrap();
    fs::create_dir_all(study.path().join("text/finale")).unwrap();
    assert_eq!(
        told(study.path()),
        [
            (Code::MissingTranslation, "text/final/risk.after.ru.md".to_owned(), None),
            (Code::FileUnknown, "text/final/risk.md".to_owned(), None),
            (Code::FileUnknown, "text/finale".to_owned(), None),
        ]
    );
    fs::remove_file(place.join("risk.after.ru.md")).unwrap();
    fs::remove_file(place.join("risk.md")).unwrap();
    fs::remove_dir(study.path().join("text/finale")).unwrap();
    let unplaced = |language: &str| (Code::TextUnplaced, format!("text/final/riks.{language}.md"), None);
    assert_eq!(told(study.path()), [unplaced("kk"), unplaced("ru")]);
}

#[test]
fn a_fault_in_a_text_stands_on_its_own_line() {
    let study = starter();
    write(study.path(), "risk.after", "Мәтін.\n\n{{ facts.nothing }}\n", "Текст.\n\n:::chart id=fig-x\n");
    let found = told(study.path());
    assert!(
        found.contains(&(Code::TemplateRender, "text/final/risk.after.kk.md".to_owned(), Some(3))),
        "{found:?}"
    );
    assert!(
        found.contains(&(Code::DirectiveUnclosed, "text/final/risk.after.ru.md".to_owned(), Some(3))),
        "{found:?}"
    );
    write(study.path(), "risk.after", "Тел. +7 701 123 45 67\n", "Текст.\n");
    let found = told(study.path());
    assert!(
        found.contains(&(Code::PersonalData, "text/final/risk.after.kk.md".to_owned(), Some(1))),
        "{found:?}"
    );
}
