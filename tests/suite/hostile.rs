//! Files of other programs to write by, and themes that lay things beside the page: what is taken is sound, what is not
//! is told.

use std::fs;

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{BuildSummary, Format, Request, Silent, build};

use crate::support::office::{part, rewritten};
use crate::support::{codes, folder, folder_with, refuses, request, sample_file, starter};

const NAME: &str = "interim-1.ru.docx";
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The starter study by a reference of these bytes, and what was written.
fn by_reference(reference: &[u8]) -> (Result<BuildSummary, Diagnostics>, Option<Vec<u8>>) {
    let (study, out) = (starter(), folder());
    let file = out.path().join("reference.docx");
    fs::write(&file, reference).unwrap();
    let request = Request {
        out: Some(out.path().join("built")),
        formats: vec![Format::Docx],
        reference_docx: Some(file),
        ..request(study.path(), "interim-1", "ru")
    };
    let built = build(&request, &Silent);
    (built, fs::read(out.path().join("built").join(NAME)).ok())
}

#[test]
fn of_a_reference_stays_what_is_on_the_list_under_every_prefix() {
    let shown = |style: &[u8]| part(style, "word/reference-header1.xml");
    let busy = |name: &str, text: String| match name {
        "word/header1.xml" => {
            let more = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>скрытое</w:t></w:r><w:del w:id=\"1\" w:author=\"А\">\
                <w:r><w:delText>удалённое</w:delText></w:r></w:del><w:r><w:pict/><w:t>Видимое</w:t></w:r></w:p></w:hdr>";
            text.replace("</w:hdr>", more)
        }
        _ => text,
    };
    let (built, file) = by_reference(&rewritten(sample_file(NAME), busy, &[]));
    let summary = built.unwrap_or_else(|faults| panic!("{faults:?}"));
    assert!(codes(&summary.warnings).contains(&Code::ReferenceLeftOut));
    let header = shown(&file.unwrap());
    assert!(header.contains("Видимое"), "{header}");
    for gone in ["скрытое", "удалённое", "w:pict", "w:del"] {
        assert!(!header.contains(gone), "{gone}: {header}");
    }
    let other = |name: &str, text: String| {
        if !name.starts_with("word/") || !name.ends_with(".xml") {
            return text;
        }
        let prefix = regex::Regex::new("(</?| )w:").unwrap();
        let text = prefix.replace_all(&text, "${1}q:").replace("xmlns:w=", "xmlns:q=");
        text.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    };
    let plain = |_: &str, text: String| text;
    let (_, own) = by_reference(&rewritten(sample_file(NAME), plain, &[]));
    let (built, strict) = by_reference(&rewritten(sample_file(NAME), other, &[]));
    built.unwrap_or_else(|faults| panic!("{faults:?}"));
    let (own, strict) = (own.unwrap(), strict.unwrap());
    for name in ["word/styles.xml", "word/reference-header1.xml", "word/document.xml"] {
        assert!(part(&own, name) == part(&strict, name), "{name} is the same in both dialects");
    }
}

#[test]
fn a_reference_of_which_nothing_whole_can_be_made_is_refused() {
    let wrong = |name: &str, text: String| match name {
        "word/styles.xml" => format!("<w:numbering xmlns:w=\"{W}\"/>"),
        _ => text,
    };
    let (built, file) = by_reference(&rewritten(sample_file(NAME), wrong, &[]));
    refuses(built, Code::ReferenceInvalid, "w:numbering");
    assert!(file.is_none());
}

#[test]
fn text_beside_the_page_is_a_fault_and_not_lost() {
    let (study, out) = (starter(), folder());
    let theme = fs::read_to_string(crate::support::root().join("templates/theme/gost/report.typ")).unwrap();
    let templates = folder_with("theme/gost/report.typ", &format!("{theme}\n#place(dx: 40cm)[Потерянное]\n"));
    let request = Request {
        out: Some(out.path().to_owned()),
        formats: vec![Format::Pdf],
        templates: Some(templates.path().to_owned()),
        ..request(study.path(), "interim-1", "ru")
    };
    refuses(build(&request, &Silent), Code::OffPage, "Потерянное");
}
