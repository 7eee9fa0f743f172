//! `esep review`: what a customer did to a file is found, and nothing else; hostile files are refused.

use std::fs;
use std::path::Path;

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{Format, Request, Silent, build, review};

use crate::support::office::{part, rewritten};
use crate::support::{
    codes, copy_of_sample, edit, folder, holds_and_lacks, request, sample, sample_file, starter,
};

const NAME: &str = "interim-1.ru.docx";

/// What is said of a returned file.
fn reviewed(file: &Path, study: &Path) -> Diagnostics {
    let request = Request { study: study.to_owned(), ..Request::default() };
    let found = match review(file, &request) {
        Ok(found) => found,
        Err(faults) => return faults,
    };
    assert_eq!(codes(&found).last(), Some(&Code::ReviewRead), "it says how much it read");
    found.iter().filter(|finding| finding.code != Code::ReviewRead).cloned().collect()
}

/// The same of a file of these bytes.
fn returned(docx: &[u8], study: &Path) -> Diagnostics {
    let out = folder();
    let file = out.path().join("back.docx");
    fs::write(&file, docx).unwrap();
    reviewed(&file, study)
}

#[test]
fn a_file_that_nobody_touched_has_nothing_to_tell() {
    assert_eq!(codes(&returned(sample_file(NAME), &sample())), Vec::new());
    let document = part(sample_file(NAME), "word/document.xml");
    let controls = document.matches("<w:lock w:val=\"sdtContentLocked\"/>").count();
    assert!(controls > 150, "{controls} numbers in controls");
    assert!(document.contains("<w:tag w:val=\"facts.fieldwork.completed\"/>"));
}

#[test]
fn what_a_customer_did_is_told_with_its_place() {
    let change = |name: &str, text: String| {
        if name == "word/_rels/document.xml.rels" {
            let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
            let relation = format!("<Relationship Id='rIdC' Type='{kind}' Target='comments.xml'/>");
            return text.replace("</Relationships>", &format!("{relation}</Relationships>"));
        }
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
    let comments = "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:id=\"7\" w:author=\"Б\" w:date=\"2026-11-21T09:00:00Z\">\
        <w:p><w:r><w:t>Почему?</w:t></w:r></w:p></w:comment></w:comments>";
    let back = rewritten(sample_file(NAME), change, &[("word/comments.xml", comments)]);
    let found = returned(&back, &sample());
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
        out: Some(out.path().to_owned()),
        formats: vec![Format::Docx],
        plain_numbers: true,
        ..request(&sample(), "interim-1", "ru")
    };
    build(&request, &Silent).unwrap();
    let file = out.path().join(NAME);
    let own = part(sample_file(NAME), "word/document.xml");
    holds_and_lacks(&part(&fs::read(&file).unwrap(), "word/document.xml"), &["w:p"], &["w:sdt"], &own);
    assert_eq!(codes(&reviewed(&file, &sample())), [Code::NumberUnbound]);
}

#[test]
fn a_file_of_another_state_or_study_is_told() {
    let study = copy_of_sample();
    edit(study.path(), "study.json", |value| value["title"]["ru"] = "Другое название исследования".into());
    assert!(codes(&returned(sample_file(NAME), study.path())).contains(&Code::StateDiffers));
    edit(study.path(), "study.json", |value| value["id"] = "another-study".into());
    assert_eq!(codes(&returned(sample_file(NAME), study.path())), [Code::ReviewForeign]);
    let without = |name: &str, text: String| if name == "docProps/custom.xml" { "<x/>".into() } else { text };
    let nameless = rewritten(sample_file(NAME), without, &[]);
    assert_eq!(codes(&returned(&nameless, &sample())), [Code::ReviewForeign]);
}

#[test]
fn files_that_are_no_docx_or_hostile_are_refused() {
    let study = starter();
    for bytes in [&b"no zip at all"[..], &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0][..], &[]] {
        assert_eq!(codes(&returned(bytes, study.path())), [Code::PackageUnreadable]);
    }
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>";
    let deep = format!("{}{}", "<p>".repeat(5000), "</p>".repeat(5000));
    let large = format!("<w:document>{}</w:document>", " ".repeat(60 << 20));
    for hostile in [entities, &deep, &large] {
        let change =
            |name: &str, text: String| if name == "word/document.xml" { hostile.to_owned() } else { text };
        let file = rewritten(sample_file(NAME), change, &[]);
        assert_eq!(codes(&returned(&file, study.path())), [Code::PackageHostile]);
    }
    assert_eq!(codes(&reviewed(&study.path().join("none.docx"), study.path())), [Code::FileMissing]);
}

/// The document under another prefix and in the Strict dialect, as a change of its text.
fn in_other_words(name: &str, text: String) -> String {
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    let own = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    match name {
        "word/document.xml" => {
            let prefix = regex::Regex::new("(</?| )w:").unwrap();
            let text = prefix.replace_all(&text, "${1}q:").replace("xmlns:w=", "xmlns:q=");
            text.replace(own, strict)
        }
        _ => text,
    }
}

#[test]
fn a_changed_number_is_found_under_every_prefix_and_dialect_and_in_a_part_of_another_name() {
    assert_eq!(codes(&returned(&rewritten(sample_file(NAME), in_other_words, &[]), &sample())), []);
    let changed = |name: &str, text: String| {
        let text = in_other_words(name, text);
        if name == "word/document.xml" {
            assert!(text.contains(">304</q:t>"));
            return text.replacen(">304</q:t>", ">305</q:t>", 1);
        }
        text
    };
    let found = codes(&returned(&rewritten(sample_file(NAME), changed, &[]), &sample()));
    assert_eq!(found, [Code::NumberChanged]);
}

#[test]
fn numbers_without_controls_are_proven_by_their_sentences_or_not_at_all() {
    let uncontrolled = |text: String| {
        let control = regex::Regex::new("</?w:(sdt|sdtContent)>|<w:sdtPr>.*?</w:sdtPr>").unwrap();
        control.replace_all(&text, "").into_owned()
    };
    let plain = |name: &str, text: String| {
        if name == "word/document.xml" { uncontrolled(text) } else { text }
    };
    let found = codes(&returned(&rewritten(sample_file(NAME), plain, &[]), &sample()));
    assert_eq!(found, [Code::NumberUnbound], "every sentence has its numbers");
    let typed = |name: &str, text: String| match name {
        "word/document.xml" => uncontrolled(text).replacen(">304<", ">305<", 1),
        _ => text,
    };
    let found = codes(&returned(&rewritten(sample_file(NAME), typed, &[]), &sample()));
    assert!(found.contains(&Code::NumberUnproven), "{found:?}");
    let emptied = |name: &str, text: String| match name {
        "word/document.xml" => {
            let body = regex::Regex::new("(?s)<w:body>.*</w:body>").unwrap();
            body.replace(&text, "<w:body/>").into_owned()
        }
        _ => text,
    };
    let found = codes(&returned(&rewritten(sample_file(NAME), emptied, &[]), &sample()));
    assert!(found.contains(&Code::NumberUnproven), "nothing read is no agreement: {found:?}");
}
