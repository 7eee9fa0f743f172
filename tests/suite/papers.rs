//! Papers: a summary for residents on one sheet, and the invitation, attendance sheet and minutes of the presentation.

use std::fs;
use std::path::Path;

use esep::diag::{Code, Diagnostics};
use esep::document::{Block, Body, Document, HeadingRole};
use esep::pipeline::{BuildContext, Format, Request, Silent, build};
use serde_json::json;

use crate::support::{copy_of_sample, docx_text, edit, folder, part, sample};

fn request(study: &Path, paper: &str) -> Request {
    Request {
        study: study.to_owned(),
        deliverables: vec![paper.into()],
        languages: vec!["ru".into()],
        ..Request::default()
    }
}

fn document(study: &Path, paper: &str) -> Document {
    let context = BuildContext::open(&request(study, paper)).unwrap_or_else(|f| panic!("{f:?}"));
    context.resolved(&context.jobs()[0]).unwrap_or_else(|f| panic!("{f:?}")).0
}

fn text(study: &Path, paper: &str) -> String {
    document(study, paper).text().replace('\u{A0}', " ")
}

#[test]
fn an_invitation_tells_what_was_announced_and_nothing_of_what_came_of_it() {
    let invitation = text(&sample(), "invitation");
    for told in ["12 ноября 2026 года", "15:00", "Подведение итогов", "Как ускорить решение"]
    {
        assert!(invitation.contains(told), "{told}: {invitation}");
    }
    let study = copy_of_sample();
    edit(study.path(), "events.json", |events| events["events"][3]["announced"] = json!("2026-11-06"));
    let early = text(study.path(), "invitation");
    assert!(early.contains("не объявлено") && !early.contains("12 ноября"), "{early}");
    let minutes = text(&sample(), "minutes");
    assert!(
        !invitation.contains("Опубликовать сводные данные")
            && minutes.contains("Опубликовать сводные данные")
    );
}

#[test]
fn the_attendance_sheet_has_a_line_to_sign_for_each_seat() {
    let document = document(&sample(), "attendance");
    let Body::Report(blocks) = &document.body else { panic!("pages") };
    let table = blocks.iter().find_map(|b| if let Block::Table(t) = b { Some(t) } else { None }).unwrap();
    assert_eq!(table.rows.len(), 53 + 6 + 7, "a row for each seat, six for guests, and the groups' names");
    assert_eq!(table.rows.iter().filter(|row| row.strong).count(), 7);
    assert!((table.row_height.unwrap() - 9.0 * 72.0 / 25.4).abs() < 1e-9);
    let out = folder();
    let request = Request {
        out: Some(out.path().to_owned()),
        formats: vec![Format::Docx],
        ..request(&sample(), "attendance")
    };
    build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    let xml = part(&out.path().join("attendance.ru.docx"), "word/document.xml");
    assert_eq!(xml.matches("<w:trHeight").count(), 59);
}

#[test]
fn minutes_and_the_final_report_tell_the_same_discussion() {
    let study = copy_of_sample();
    edit(study.path(), "events.json", |events| {
        let event = &mut events["events"][3];
        event["discussion"][0]["question"] = json!({"kk": "Жаңа сұрақ?", "ru": "Новый вопрос?"});
        event["decisions"][0]["body"] = json!("body-utilities");
    });
    let (minutes, report) = (text(study.path(), "minutes"), text(study.path(), "final"));
    for told in ["Новый вопрос?", "Ответственный орган – Отдел жилищно-коммунального хозяйства"]
    {
        assert!(minutes.contains(told), "{minutes}");
        assert!(report.contains(told), "the final report lacks «{told}»");
    }
    edit(study.path(), "events.json", |events| {
        events["events"][3]["decisions"][0]["body"] = json!("body-none")
    });
    let faults = BuildContext::open(&request(study.path(), "minutes")).map(|_| ()).unwrap_err();
    assert!(faults.iter().any(|d| d.code == Code::DanglingId), "{faults:?}");
}

#[test]
fn a_paper_has_no_numbers_of_headings_and_tables() {
    for paper in ["summary", "invitation", "attendance", "minutes"] {
        let document = document(&sample(), paper);
        let Body::Report(blocks) = &document.body else { panic!("pages") };
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    assert_eq!((heading.role, &heading.number), (HeadingRole::Plain, &None));
                }
                Block::Table(table) => assert_eq!(table.caption.label(), ""),
                _ => {}
            }
        }
    }
    let out = folder();
    let request = Request {
        out: Some(out.path().to_owned()),
        formats: vec![Format::Docx],
        ..request(&sample(), "invitation")
    };
    build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    let file = out.path().join("invitation.ru.docx");
    assert!(!part(&file, "word/document.xml").contains("SEQ Table"));
    assert!(docx_text(&file).contains("Повестка"));
}

/// The faults of the Russian summary with another template or settings in place of its own.
fn faults(file: &str, text: &str) -> Diagnostics {
    let (templates, out) = (folder(), folder());
    let place = templates.path().join("reports/summary");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join(file), text).unwrap();
    let request = Request {
        out: Some(out.path().join("out")),
        templates: Some(templates.path().to_owned()),
        formats: vec![Format::Pdf],
        ..request(&sample(), "summary")
    };
    let faults = build(&request, &Silent).err().unwrap_or_default();
    assert_eq!(out.path().join("out/summary.ru.pdf").exists(), faults.is_empty());
    faults
}

fn codes(faults: &Diagnostics) -> Vec<Code> {
    faults.iter().map(|fault| fault.code).collect()
}

#[test]
fn a_summary_stays_on_its_sheet_and_tells_what_the_final_report_tells() {
    assert_eq!(codes(&faults("ru.md", "# Коротко\n\nТекст.\n")), []);
    let long = format!("# Коротко\n\n{}", "Слова для жителей города.\n\n".repeat(80));
    assert_eq!(codes(&faults("ru.md", &long)), [Code::PagesExceeded]);
    let rounded = faults("ru.md", "# Коротко\n\n{{ facts.sample.deff | num(decimals=1) }}\n");
    assert_eq!(codes(&rounded), [Code::SlideNumber]);
    let referring = "# Коротко {id=sec-a}\n\nВ разделе [](#sec-a) сказано больше.\n";
    assert_eq!(codes(&faults("ru.md", referring)), [Code::ReferenceUnknown]);
}

#[test]
fn a_row_height_is_a_height() {
    let table = |height: &str| {
        let head = format!(":::table id=tab-a height={height}\n| А | Б |\n|---|---|\n| а | б |\n");
        format!("# Коротко\n\n{head}\nСтроки\n:::\n")
    };
    assert_eq!(codes(&faults("ru.md", &table("9"))), []);
    for wrong in ["3", "61", "tall"] {
        assert_eq!(codes(&faults("ru.md", &table(wrong))), [Code::DirectiveAttribute], "{wrong}");
    }
}
