//! `--reference-docx`: styles, page, header and footer of a customer's own document; a hostile one is refused.

use std::fs;
use std::path::{Path, PathBuf};

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{BuildSummary, Format, Request, Silent, build};

use crate::support::{build_one, folder, part, refuses, rewrite, sample};

const NAME: &str = "interim-1.ru.docx";

fn with_reference(reference: &Path, out: &Path) -> Result<BuildSummary, Diagnostics> {
    let request = Request {
        study: sample(),
        out: Some(out.to_owned()),
        deliverables: vec!["interim-1".into()],
        languages: vec!["ru".into()],
        formats: vec![Format::Docx],
        reference_docx: Some(reference.to_owned()),
        ..Request::default()
    };
    build(&request, &Silent)
}

/// A document as Word in another language saves it: its own style ids, a large left margin, a picture in the header.
fn reference(folder: &Path) -> PathBuf {
    build_one(&sample(), folder, "interim-1", "ru", Format::Docx).unwrap();
    let (plain, made) = (folder.join(NAME), folder.join("reference.docx"));
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
    rewrite(&plain, &made, change, &[]);
    assert!(part(&made, "word/document.xml").contains("w:left=\"2835\""));
    made
}

#[test]
fn styles_page_and_header_are_the_references() {
    let out = folder();
    let reference = reference(out.path());
    let built = out.path().join("built");
    with_reference(&reference, &built).unwrap();
    let file = built.join(NAME);
    let styles = part(&file, "word/styles.xml");
    let headings: Vec<&str> = styles.matches("w:styleId=\"Heading1\"").collect();
    assert_eq!(headings.len(), 1, "the style of that name has this writer's id");
    assert!(styles.contains("w:val=\"Раздел\"") && styles.contains("House"));
    assert!(!styles.contains("\"10\""), "nothing refers to the old id");
    let document = part(&file, "word/document.xml");
    assert!(!document.contains("w:left=\"1701\"") && document.contains("w:left=\"2835\""));
    let header = part(&file, "word/reference-header1.xml");
    assert!(header.contains("Отдел внутренней политики") && header.contains("Демонстрационные данные"));
    // The pages that the contents name follow from the reference's page.
    let words = |of: &Path| {
        let text = crate::support::docx_text(of);
        text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>()
    };
    assert!(words(&out.path().join(NAME)) == words(&file), "the words are the study's");
    let manifest = fs::read_to_string(built.join("manifest.json")).unwrap();
    assert!(manifest.contains("\"file\": \"reference.docx\""), "an input like the others");
    let bytes = fs::read(&file).unwrap();
    with_reference(&reference, &built).unwrap();
    assert_eq!(bytes, fs::read(&file).unwrap(), "the same bytes again");
}

#[test]
fn a_hostile_reference_is_refused_and_nothing_is_written() {
    let out = folder();
    let reference = reference(out.path());
    let bad = out.path().join("bad.docx");
    let refused = |code: Code, why: &str| {
        let built = out.path().join("none");
        refuses(with_reference(&bad, &built), code, why);
        assert!(!built.join(NAME).exists());
    };
    let same = |_: &str, text: String| text;
    rewrite(&reference, &bad, same, &[("word/vbaProject.bin", "x")]);
    refused(Code::PackageHostile, "macros");
    let fetched = "<Relationships><Relationship Id=\"r\" TargetMode=\"External\" Type=\"a/attachedTemplate\" \
        Target=\"https://example.org/x.dotm\"/></Relationships>";
    rewrite(&reference, &bad, same, &[("word/_rels/settings.xml.rels", fetched)]);
    refused(Code::PackageHostile, "https://example.org/x.dotm");
    let objects = "<Relationships><Relationship Id=\"r\" Type=\"a/oleObject\" Target=\"embeddings/o.bin\"/></Relationships>";
    rewrite(&reference, &bad, same, &[("word/_rels/header1.xml.rels", objects)]);
    refused(Code::PackageHostile, "embeddings/o.bin");
    let lost =
        "<Relationships><Relationship Id=\"r\" Type=\"a/image\" Target=\"media/none.png\"/></Relationships>";
    rewrite(&reference, &bad, same, &[("word/_rels/header1.xml.rels", lost)]);
    refused(Code::PackageHostile, "media/none.png");
    let shown =
        "<Relationships><Relationship Id=\"r\" Type=\"a/image\" Target=\"media/a.svg\"/></Relationships>";
    let elsewhere = "<svg><image href=\"https://example.org/a.png\"/></svg>";
    rewrite(
        &reference,
        &bad,
        same,
        &[("word/_rels/header1.xml.rels", shown), ("word/media/a.svg", elsewhere)],
    );
    refused(Code::PackageHostile, "media/a.svg");
    let field = |name: &str, text: String| match name {
        "word/header1.xml" => {
            text.replacen("</w:p>", "<w:fldSimple w:instr=\" includepicture x \"/></w:p>", 1)
        }
        _ => text,
    };
    rewrite(&reference, &bad, field, &[]);
    refused(Code::PackageHostile, "INCLUDEPICTURE");
    let bomb = |name: &str, text: String| match name {
        "word/styles.xml" => "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>".to_owned(),
        _ => text,
    };
    rewrite(&reference, &bad, bomb, &[]);
    refused(Code::PackageHostile, "word/styles.xml");
    let narrow = |name: &str, text: String| match name {
        "word/document.xml" => text.replace("w:right=\"", "w:right=\"9"),
        _ => text,
    };
    rewrite(&reference, &bad, narrow, &[]);
    refused(Code::PackageUnreadable, "no room for text");
    fs::write(&bad, "plain text").unwrap();
    refused(Code::PackageUnreadable, "not a DOCX");
}
