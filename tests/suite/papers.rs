//! Papers: a summary for residents on one sheet, and the invitation, attendance sheet and minutes of the presentation.

use std::path::Path;

use esep::diag::{Code, Diagnostics};
use esep::document::{Block, Body, Document, HeadingRole};
use esep::pipeline::{BuildContext, Format, Request, Silent, build};
use serde_json::json;

use crate::support::office::{docx_text, part};
use crate::support::{
    codes, copy_of_sample, document, edit, folder, folder_with, holds_and_lacks, plain, request, sample,
    sample_document, sample_file, starter,
};

/// The Russian text of a paper of a study.
fn text(study: &Path, paper: &str) -> String {
    plain(&document(&request(study, paper, "ru")))
}

fn blocks(document: &Document) -> &[Block] {
    match &document.body {
        Body::Report(blocks) => blocks,
        Body::Deck(_) => panic!("pages"),
    }
}

#[test]
fn an_invitation_tells_what_was_announced_and_nothing_of_what_came_of_it() {
    let invitation = plain(sample_document("invitation", "ru"));
    let minutes = plain(sample_document("minutes", "ru"));
    let announced = ["12 ноября 2026 года", "15:00", "Подведение итогов", "Как ускорить решение"];
    holds_and_lacks(&invitation, &announced, &["Опубликовать сводные данные"], &minutes);
    let study = copy_of_sample();
    edit(study.path(), "events.json", |events| events["events"][3]["announced"] = json!("2026-11-06"));
    let early = text(study.path(), "invitation");
    holds_and_lacks(&early, &["не объявлено"], &["12 ноября"], &invitation);
}

#[test]
fn the_attendance_sheet_has_a_line_to_sign_for_each_seat() {
    let document = sample_document("attendance", "ru");
    let tables = blocks(document).iter().filter_map(|b| if let Block::Table(t) = b { Some(t) } else { None });
    let table = tables.into_iter().next().unwrap();
    assert_eq!(table.rows.len(), 53 + 6 + 7, "a row for each seat, six for guests, and the groups' names");
    assert_eq!(table.rows.iter().filter(|row| row.strong).count(), 7);
    assert!((table.row_height.unwrap() - 9.0 * 72.0 / 25.4).abs() < 1e-9);
    let xml = part(sample_file("attendance.ru.docx"), "word/document.xml");
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
    let faults = BuildContext::open(&request(study.path(), "minutes", "ru")).map(|_| ()).unwrap_err();
    assert!(faults.iter().any(|d| d.code == Code::DanglingId), "{faults:?}");
}

#[test]
fn a_paper_has_no_numbers_of_headings_and_tables() {
    for paper in ["summary", "invitation", "attendance", "minutes"] {
        for block in blocks(sample_document(paper, "ru")) {
            if let Block::Heading(heading) = block {
                assert_eq!((heading.role, &heading.number), (HeadingRole::Plain, &None));
            }
            if let Block::Table(table) = block {
                assert_eq!(table.caption.label(), "");
            }
        }
    }
    let document = |name: &str| part(sample_file(name), "word/document.xml");
    assert!(!document("invitation.ru.docx").contains("SEQ Table"));
    assert!(document("interim-1.ru.docx").contains("SEQ Table"), "a report's tables are numbered");
    assert!(docx_text(sample_file("invitation.ru.docx")).contains("Повестка"));
}

/// The faults of the Russian summary with another structure in the place of its own.
fn faults(structure: &str) -> Diagnostics {
    let (study, out) = (starter(), folder());
    let templates = folder_with("reports/summary/report.md", structure);
    let request = Request {
        out: Some(out.path().join("out")),
        templates: Some(templates.path().to_owned()),
        formats: vec![Format::Pdf],
        ..request(study.path(), "summary", "ru")
    };
    let faults = build(&request, &Silent).err().unwrap_or_default();
    assert_eq!(out.path().join("out/summary.ru.pdf").exists(), faults.is_empty());
    faults
}

#[test]
fn a_summary_stays_on_its_sheet_and_tells_what_the_final_report_tells() {
    let head = "# {% say summary.title %} {id=sec-a}\n\n";
    assert_eq!(codes(&faults(&format!("{head}{{% say summary.groups %}}\n"))), []);
    let long = format!("{head}{}", "{% say summary.groups %}\n\n".repeat(80));
    assert_eq!(codes(&faults(&long)), [Code::PagesExceeded]);
    let rounded = format!("{head}{{{{ facts.sample.deff | num(decimals=1) }}}}\n");
    assert_eq!(codes(&faults(&rounded)), [Code::SlideNumber]);
    let referring = format!("{head}{{% say summary.groups %}} [](#sec-a)\n");
    assert_eq!(codes(&faults(&referring)), [Code::ReferenceUnknown]);
}

/// The modern theme is roomier: its sheet is a sheet, too.
#[test]
fn a_summary_stays_on_its_sheet_in_every_theme() {
    let starter = starter();
    for study in [sample(), starter.path().to_owned()] {
        for theme in ["gost", "modern"] {
            let request = Request {
                study: study.clone(),
                theme: Some(theme.to_owned()),
                deliverables: vec!["summary".to_owned()],
                ..Request::default()
            };
            let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
            for job in context.documents() {
                let document = context.resolved(job).unwrap_or_else(|f| panic!("{f:?}")).0;
                let laid_out = context.laid_out(job, &document).unwrap_or_else(|f| panic!("{f:?}"));
                assert_eq!(laid_out.pages.count, 1, "{theme} {}", job.name());
            }
        }
    }
}

#[test]
fn a_row_height_is_a_height() {
    let table = |height: &str| {
        let cell = "{% say table.number %}";
        let rows = format!("| {cell} | {cell} |\n|---|---|\n| {cell} | {cell} |\n");
        let caption = "{% say summary.results %}";
        format!("# {{% say summary.title %}}\n\n:::table id=tab-a height={height}\n{rows}\n{caption}\n:::\n")
    };
    assert_eq!(codes(&faults(&table("9"))), []);
    for wrong in ["3", "61", "tall"] {
        assert_eq!(codes(&faults(&table(wrong))), [Code::DirectiveAttribute], "{wrong}");
    }
}
