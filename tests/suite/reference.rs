//! `--reference-docx`: styles, page, header and footer of a customer's own document; a hostile one is refused.

use std::fs;
use std::path::Path;

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{BuildSummary, Format, Request, Silent, build};

use crate::support::office::{docx_text, part, rewritten};
use crate::support::{folder, holds_and_lacks, refuses, request, sample, sample_file, starter};

const NAME: &str = "interim-1.ru.docx";

fn with_reference(study: &Path, reference: &Path, out: &Path) -> Result<BuildSummary, Diagnostics> {
    let request = Request {
        out: Some(out.to_owned()),
        formats: vec![Format::Docx],
        reference_docx: Some(reference.to_owned()),
        ..request(study, "interim-1", "ru")
    };
    build(&request, &Silent)
}

/// A document as Word in another language saves it: its own style ids, a large left margin, a picture in the header.
fn reference() -> Vec<u8> {
    let change = |name: &str, text: String| match name {
        "word/styles.xml" => text
            .replace("Heading1", "10")
            .replace("<w:name w:val='heading 1'/>", "<w:name w:val='heading 1'/><w:aliases w:val='Раздел'/>")
            .replace(
                "</w:styles>",
                "<w:style w:type='paragraph' w:styleId='Quote1'><w:name w:val='House'/></w:style></w:styles>",
            ),
        "word/document.xml" => {
            let (before, after) = text.rsplit_once("<w:pgMar").unwrap();
            format!("{before}<w:pgMar{}", after.replacen("w:left=\"1701\"", "w:left=\"2835\"", 1))
        }
        "word/header1.xml" => text.replace("Первый промежуточный отчёт", "Отдел внутренней политики"),
        _ => text,
    };
    let made = rewritten(sample_file(NAME), change, &[]);
    assert!(part(&made, "word/document.xml").contains("w:left=\"2835\""));
    made
}

#[test]
fn styles_page_and_header_are_the_references() {
    let out = folder();
    let (reference, built) = (out.path().join("reference.docx"), out.path().join("built"));
    fs::write(&reference, self::reference()).unwrap();
    with_reference(&sample(), &reference, &built).unwrap();
    let file = fs::read(built.join(NAME)).unwrap();
    let styles = part(&file, "word/styles.xml");
    let headings: Vec<&str> = styles.matches("w:styleId=\"Heading1\"").collect();
    assert_eq!(headings.len(), 1, "the style of that name has this writer's id");
    assert!(styles.contains("w:val=\"Раздел\"") && styles.contains("House"));
    let others = part(&fs::read(&reference).unwrap(), "word/styles.xml").replace('\'', "\"");
    holds_and_lacks(&styles, &[], &["\"10\""], &others);
    let document = part(&file, "word/document.xml");
    let own = part(sample_file(NAME), "word/document.xml");
    holds_and_lacks(&document, &["w:left=\"2835\""], &["w:left=\"1701\""], &own);
    let header = part(&file, "word/reference-header1.xml");
    assert!(header.contains("Отдел внутренней политики") && header.contains("Демонстрационные данные"));
    // The pages that the contents name follow from the reference's page.
    let words = |docx: &[u8]| docx_text(docx).chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    assert!(words(sample_file(NAME)) == words(&file), "the words are the study's");
    let manifest = fs::read_to_string(built.join("manifest.json")).unwrap();
    assert!(manifest.contains("\"file\": \"reference.docx\""), "an input like the others");
    with_reference(&sample(), &reference, &built).unwrap();
    assert!(file == fs::read(built.join(NAME)).unwrap(), "the same bytes again");
}

#[test]
fn a_hostile_reference_is_refused_and_nothing_is_written() {
    let (study, out, reference) = (starter(), folder(), reference());
    let bad = out.path().join("bad.docx");
    let refused = |file: &[u8], code: Code, why: &str| {
        fs::write(&bad, file).unwrap();
        let built = out.path().join("none");
        refuses(with_reference(study.path(), &bad, &built), code, why);
        assert!(!built.join(NAME).exists());
    };
    fs::write(&bad, &reference).unwrap();
    let sound = out.path().join("sound");
    with_reference(study.path(), &bad, &sound).unwrap_or_else(|f| panic!("{f:?}"));
    assert!(sound.join(NAME).exists(), "without an offence it is taken");
    let same = |_: &str, text: String| text;
    refused(&rewritten(&reference, same, &[("word/vbaProject.bin", "x")]), Code::PackageHostile, "macros");
    let fetched = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" TargetMode=\"External\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" \
        Target=\"https://example.org/x.dotm\"/></Relationships>";
    refused(
        &rewritten(&reference, same, &[("word/_rels/settings.xml.rels", fetched)]),
        Code::PackageHostile,
        "https://example.org/x.dotm",
    );
    let objects = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject\" Target=\"embeddings/o.bin\"/></Relationships>";
    refused(
        &rewritten(&reference, same, &[("word/_rels/header1.xml.rels", objects)]),
        Code::PackageHostile,
        "embeddings/o.bin",
    );
    let lost = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/none.png\"/></Relationships>";
    refused(
        &rewritten(&reference, same, &[("word/_rels/header1.xml.rels", lost)]),
        Code::PackageHostile,
        "media/none.png",
    );
    let shown = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/a.svg\"/></Relationships>";
    let elsewhere = "<svg><image href=\"https://example.org/a.png\"/></svg>";
    let both = [("word/_rels/header1.xml.rels", shown), ("word/media/a.svg", elsewhere)];
    refused(&rewritten(&reference, same, &both), Code::PackageHostile, "media/a.svg");
    let field = |name: &str, text: String| match name {
        "word/header1.xml" => {
            text.replacen("</w:p>", "<w:fldSimple w:instr=\" includepicture x \"/></w:p>", 1)
        }
        _ => text,
    };
    refused(&rewritten(&reference, field, &[]), Code::PackageHostile, "INCLUDEPICTURE");
    let bomb = |name: &str, text: String| match name {
        "word/styles.xml" => "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>".to_owned(),
        _ => text,
    };
    refused(&rewritten(&reference, bomb, &[]), Code::PackageHostile, "word/styles.xml");
    let narrow = |name: &str, text: String| match name {
        "word/document.xml" => text.replace("w:right=\"", "w:right=\"9"),
        _ => text,
    };
    refused(&rewritten(&reference, narrow, &[]), Code::PackageUnreadable, "no room for text");
    refused(b"plain text", Code::PackageUnreadable, "not a DOCX");
}
