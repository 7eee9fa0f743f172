//! `esep review`: what a customer did to a file is found, and nothing else; hostile files are refused.

use std::fs;
use std::path::Path;

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{Format, Request, Silent, build, review};

use crate::support::{build_one, copy_of_sample, edit, folder, part, rewrite, sample};

const NAME: &str = "interim-1.ru.docx";

fn reviewed(file: &Path, study: &Path) -> Diagnostics {
    let request = Request { study: study.to_owned(), ..Request::default() };
    review(file, &request).unwrap_or_else(|faults| faults)
}

fn codes(found: &Diagnostics) -> Vec<Code> {
    found.iter().map(|d| d.code).collect()
}

fn built(out: &Path) -> std::path::PathBuf {
    build_one(&sample(), out, "interim-1", "ru", Format::Docx).unwrap();
    out.join(NAME)
}

#[test]
fn a_file_that_nobody_touched_has_nothing_to_tell() {
    let out = folder();
    let file = built(out.path());
    assert_eq!(codes(&reviewed(&file, &sample())), Vec::new());
    let document = part(&file, "word/document.xml");
    let controls = document.matches("<w:lock w:val=\"sdtContentLocked\"/>").count();
    assert!(controls > 150, "{controls} numbers in controls");
    assert!(document.contains("<w:tag w:val=\"facts.fieldwork.completed\"/>"));
}

#[test]
fn what_a_customer_did_is_told_with_its_place() {
    let out = folder();
    let file = built(out.path());
    let back = out.path().join("back.docx");
    let change = |name: &str, text: String| {
        if name != "word/document.xml" {
            return text;
        }
        let control = text.find("<w:tag w:val=\"facts.fieldwork.completed\"/>").unwrap();
        let content = control + text[control..].find("<w:t ").or(text[control..].find("<w:t>")).unwrap();
        let begins = content + text[content..].find('>').unwrap() + 1;
        let ends = begins + text[begins..].find("</w:t>").unwrap();
        assert_eq!(&text[begins..ends], "304");
        let changed = format!("{}{}{}", &text[..begins], "1\u{A0}304", &text[ends..]);
        let tracked = "<w:p><w:commentRangeStart w:id=\"7\"/><w:r><w:t>Старое </w:t></w:r>\
            <w:commentRangeEnd w:id=\"7\"/><w:del w:id=\"1\" w:author=\"А\" w:date=\"2026-11-20T10:00:00Z\">\
            <w:r><w:delText>слово</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"А\"><w:r>\
            <w:t>дело</w:t></w:r></w:ins></w:p><w:sectPr";
        let (before, after) = changed.rsplit_once("<w:sectPr").unwrap();
        format!("{before}{tracked}{after}")
    };
    let comments = "<w:comments xmlns:w=\"x\"><w:comment w:id=\"7\" w:author=\"Б\" w:date=\"2026-11-21T09:00:00Z\">\
        <w:p><w:r><w:t>Почему?</w:t></w:r></w:p></w:comment></w:comments>";
    rewrite(&file, &back, change, &[("word/comments.xml", comments)]);
    let found = reviewed(&back, &sample());
    assert_eq!(
        codes(&found),
        [
            Code::NumberChanged,
            Code::ReviewComment,
            Code::TrackedChange,
            Code::TrackedChange,
            Code::TextChanged
        ]
    );
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(told[0].contains("the file has «1 304», the study «304»"), "{told:#?}");
    assert!(told[0].contains("back.docx at «"), "{told:#?}");
    assert!(told[1].contains("Б, 2026-11-21: “Почему?” – on “Старое”"), "{told:#?}");
    assert!(told[2].contains("deleted “слово”") && told[3].contains("inserted “дело”"), "{told:#?}");
    assert!(told[4].contains("added without tracking: “Старое слово”"), "{told:#?}");
}

#[test]
fn plain_files_have_no_controls_and_are_compared_by_their_text() {
    let out = folder();
    let request = Request {
        study: sample(),
        out: Some(out.path().to_owned()),
        deliverables: vec!["interim-1".into()],
        languages: vec!["ru".into()],
        formats: vec![Format::Docx],
        plain_numbers: true,
        ..Request::default()
    };
    build(&request, &Silent).unwrap();
    let file = out.path().join(NAME);
    assert!(!part(&file, "word/document.xml").contains("w:sdt"));
    assert_eq!(codes(&reviewed(&file, &sample())), [Code::NumberUnbound]);
}

#[test]
fn a_file_of_another_state_or_study_is_told() {
    let out = folder();
    let file = built(out.path());
    let study = copy_of_sample();
    edit(study.path(), "study.json", |value| value["title"]["ru"] = "Другое название исследования".into());
    assert!(codes(&reviewed(&file, study.path())).contains(&Code::StateDiffers));
    edit(study.path(), "study.json", |value| value["id"] = "another-study".into());
    assert_eq!(codes(&reviewed(&file, study.path())), [Code::ReviewForeign]);
    let nameless = out.path().join("nameless.docx");
    let without = |name: &str, text: String| if name == "docProps/custom.xml" { "<x/>".into() } else { text };
    rewrite(&file, &nameless, without, &[]);
    assert_eq!(codes(&reviewed(&nameless, &sample())), [Code::ReviewForeign]);
}

#[test]
fn files_that_are_no_docx_or_hostile_are_refused() {
    let out = folder();
    let file = built(out.path());
    let bad = out.path().join("bad.docx");
    for bytes in [&b"no zip at all"[..], &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0][..], &[]] {
        fs::write(&bad, bytes).unwrap();
        assert_eq!(codes(&reviewed(&bad, &sample())), [Code::PackageUnreadable]);
    }
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>";
    let deep = format!("{}{}", "<w:p>".repeat(5000), "</w:p>".repeat(5000));
    let large = format!("<w:document>{}</w:document>", " ".repeat(60 << 20));
    for hostile in [entities, &deep, &large] {
        let change =
            |name: &str, text: String| if name == "word/document.xml" { hostile.to_owned() } else { text };
        rewrite(&file, &bad, change, &[]);
        assert_eq!(codes(&reviewed(&bad, &sample())), [Code::PackageHostile]);
    }
    assert_eq!(codes(&reviewed(&out.path().join("none.docx"), &sample())), [Code::FileMissing]);
}
