//! `--reference-pptx`: slide size, master, layouts and theme of a customer's own deck; a hostile one is refused.

use std::fs;
use std::path::{Path, PathBuf};

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{BuildSummary, Format, Request, Silent, build};

use crate::support::{build_one, folder, part, refuses, rewrite, sample};

const NAME: &str = "slides.ru.pptx";
const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";

fn with_reference(reference: &Path, out: &Path) -> Result<BuildSummary, Diagnostics> {
    let request = Request {
        study: sample(),
        out: Some(out.to_owned()),
        deliverables: vec!["slides".into()],
        languages: vec!["ru".into()],
        formats: vec![Format::Pptx],
        reference_pptx: Some(reference.to_owned()),
        ..Request::default()
    };
    build(&request, &Silent)
}

/// A deck as a customer may have it: colours and a face of its own, a logo on the master, no layouts for tiles.
fn reference(folder: &Path) -> PathBuf {
    build_one(&sample(), folder, "slides", "ru", Format::Pptx).unwrap();
    let (plain, made) = (folder.join(NAME), folder.join("reference.pptx"));
    let logo = "<p:pic><p:nvPicPr><p:cNvPr id='77' name='Логотип'/><p:cNvPicPr/><p:nvPr userDrawn='1'/></p:nvPicPr>\
        <p:blipFill><a:blip r:embed='rLogo'/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>\
        <a:off x='11000000' y='100000'/><a:ext cx='300000' cy='300000'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/>\
        </a:prstGeom></p:spPr></p:pic></p:spTree>";
    let image = "<Relationship Id='rLogo' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/image' \
        Target='../media/logo.svg'/></Relationships>";
    let change = |name: &str, text: String| match name {
        "ppt/theme/theme1.xml" => text.replace("005B96", "7A1FA2").replace("Golos Text", "Corporate Sans"),
        MASTER => text.replace("</p:spTree>", logo),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels" => text.replace("</Relationships>", image),
        _ => text,
    };
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>";
    rewrite(&plain, &made, change, &[("ppt/media/logo.svg", svg)]);
    made
}

#[test]
fn design_and_places_are_the_references_and_the_words_are_the_studys() {
    let out = folder();
    let reference = reference(out.path());
    let built = out.path().join("built");
    let report = with_reference(&reference, &built).unwrap_or_else(|f| panic!("{f:?}"));
    let doubts: Vec<Code> =
        report.warnings.iter().map(|d| d.code).filter(|c| *c == Code::ReferenceFace).collect();
    assert_eq!(doubts, [Code::ReferenceFace], "the face is not at hand");
    let file = built.join(NAME);
    let theme = part(&file, "ppt/theme/theme1.xml");
    assert!(theme.contains("7A1FA2") && theme.contains("Corporate Sans"));
    assert!(part(&file, MASTER).contains("Логотип"));
    let pictures = part(&file, "ppt/slideMasters/_rels/slideMaster1.xml.rels");
    assert!(pictures.contains("reference-media-logo.svg"), "{pictures}");
    assert!(part(&file, "ppt/media/reference-media-logo.svg").contains("viewBox"));
    let texts = |of: &Path, number: usize| {
        let slide = part(of, &format!("ppt/slides/slide{number}.xml"));
        slide.split("<a:t>").skip(1).map(|t| t.split('<').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for number in 1..=23 {
        assert_eq!(texts(&file, number), texts(&out.path().join(NAME), number), "{number}");
    }
    let manifest = fs::read_to_string(built.join("manifest.json")).unwrap();
    assert!(manifest.contains("\"file\": \"reference.pptx\""), "an input like the others");
    let bytes = fs::read(&file).unwrap();
    with_reference(&reference, &built).unwrap();
    assert_eq!(bytes, fs::read(&file).unwrap(), "the same bytes again");
}

#[test]
fn type_keeps_its_proportion_to_the_room() {
    let out = folder();
    let reference = reference(out.path());
    let half = out.path().join("half.pptx");
    // A slide of half the size, with every measure of the design halved.
    let numbers = regex::Regex::new("( (?:x|y|cx|cy)=\")([0-9]+)\"").unwrap();
    let change = |name: &str, text: String| {
        let is_design = name.starts_with("ppt/slideMasters/") || name.starts_with("ppt/slideLayouts/");
        if !(is_design || name == "ppt/presentation.xml") {
            return text;
        }
        let halved = |found: &regex::Captures<'_>| {
            let emu: u64 = found[2].parse().unwrap();
            format!("{}{}\"", &found[1], emu / 2)
        };
        numbers.replace_all(&text, halved).into_owned()
    };
    rewrite(&reference, &half, change, &[]);
    let built = out.path().join("built");
    with_reference(&half, &built).unwrap_or_else(|f| panic!("{f:?}"));
    let master = part(&built.join(NAME), MASTER);
    let style = master.split("<p:bodyStyle>").nth(1).unwrap();
    assert!(
        style.contains("sz=\"1000\""),
        "20 points of the theme on half a slide are 10: {}",
        &style[..400]
    );
}

#[test]
fn a_hostile_deck_is_refused_and_nothing_is_written() {
    let out = folder();
    let reference = reference(out.path());
    let bad = out.path().join("bad.pptx");
    let refused = |code: Code, why: &str| {
        let built = out.path().join("none");
        refuses(with_reference(&bad, &built), code, why);
        assert!(!built.join(NAME).exists());
    };
    let same = |_: &str, text: String| text;
    rewrite(&reference, &bad, same, &[("ppt/vbaProject.bin", "x")]);
    refused(Code::PackageHostile, "macros");
    let relation =
        |kind: &str, more: &str| format!("<Relationship Id='rBad' Type='a/{kind}' {more}/></Relationships>");
    let related = |more: String, used: &'static str| {
        move |name: &str, text: String| match name {
            "ppt/slideMasters/_rels/slideMaster1.xml.rels" => text.replace("</Relationships>", &more),
            MASTER => text.replace("</p:spTree>", &format!("{used}</p:spTree>")),
            _ => text,
        }
    };
    let fetched = relation("image", "TargetMode='External' Target='https://example.org/a.png'");
    rewrite(&reference, &bad, related(fetched, ""), &[]);
    refused(Code::PackageHostile, "https://example.org/a.png");
    let object = relation("oleObject", "Target='../embeddings/o.bin'");
    rewrite(&reference, &bad, related(object, "<p:oleObj r:id='rBad'/>"), &[]);
    refused(Code::PackageHostile, "ppt/embeddings/o.bin");
    let lost = relation("image", "Target='../media/none.png'");
    rewrite(&reference, &bad, related(lost, ""), &[]);
    refused(Code::PackageHostile, "ppt/media/none.png");
    let shown = relation("image", "Target='../media/a.svg'");
    let elsewhere = "<svg><image href=\"https://example.org/a.png\"/></svg>";
    rewrite(&reference, &bad, related(shown, ""), &[("ppt/media/a.svg", elsewhere)]);
    refused(Code::PackageHostile, "ppt/media/a.svg");
    let bomb = |name: &str, text: String| match name {
        MASTER => "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>".to_owned(),
        _ => text,
    };
    rewrite(&reference, &bad, bomb, &[]);
    refused(Code::PackageHostile, MASTER);
    let untitled = |name: &str, text: String| match name {
        MASTER => text.replace("type=\"title\"", "type=\"pic\""),
        _ => text,
    };
    rewrite(&reference, &bad, untitled, &[]);
    refused(Code::PackageUnreadable, "no title");
    let tight = |name: &str, text: String| match name {
        "ppt/presentation.xml" => {
            let size = regex::Regex::new("p:sldSz cx=\"[0-9]+\"").unwrap();
            size.replace(&text, "p:sldSz cx=\"48768000\"").into_owned()
        }
        _ => text,
    };
    rewrite(&reference, &bad, tight, &[]);
    refused(Code::PackageUnreadable, "too little room");
    fs::write(&bad, "plain text").unwrap();
    refused(Code::PackageUnreadable, "not a PPTX");
}

#[test]
fn what_leads_elsewhere_or_moves_is_left_behind() {
    let out = folder();
    let reference = reference(out.path());
    let busy = out.path().join("busy.pptx");
    let tags = "<Relationship Id='rTags' Type='a/tags' Target='../tags/tag1.xml'/></Relationships>";
    let change = |name: &str, text: String| match name {
        "ppt/slideMasters/_rels/slideMaster1.xml.rels" => text.replace("</Relationships>", tags),
        MASTER => text
            .replace("</p:cSld>", "<p:custDataLst><p:tags r:id='rTags'/></p:custDataLst></p:cSld>")
            .replace("<p:txStyles>", "<p:transition><p:fade/></p:transition><p:timing/><p:txStyles>"),
        _ => text,
    };
    rewrite(&reference, &busy, change, &[("ppt/tags/tag1.xml", "<p:tagLst/>")]);
    let built = out.path().join("built");
    with_reference(&busy, &built).unwrap_or_else(|f| panic!("{f:?}"));
    let master = part(&built.join(NAME), MASTER);
    for gone in ["p:custDataLst", "p:transition", "p:timing", "rTags"] {
        assert!(!master.contains(gone), "{gone}");
    }
}
