//! `--reference-pptx`: slide size, master, layouts and theme of a customer's own deck; a hostile one is refused.

use std::fs;
use std::path::Path;

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{BuildSummary, Format, Request, Silent, build};

use crate::support::office::{part, rewritten};
use crate::support::{codes, folder, holds_and_lacks, refuses, request, sample, sample_file, starter};

const NAME: &str = "slides.ru.pptx";
const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";

fn with_reference(study: &Path, reference: &Path, out: &Path) -> Result<BuildSummary, Diagnostics> {
    let request = Request {
        out: Some(out.to_owned()),
        formats: vec![Format::Pptx],
        reference_pptx: Some(reference.to_owned()),
        ..request(study, "slides", "ru")
    };
    build(&request, &Silent)
}

/// A deck as a customer may have it: colours and a face of its own, a logo on the master, no layouts for tiles.
fn reference() -> Vec<u8> {
    let logo = "<p:pic><p:nvPicPr><p:cNvPr id='77' name='Логотип'/><p:cNvPicPr/><p:nvPr userDrawn='1'/></p:nvPicPr>\
        <p:blipFill><a:blip r:embed='rLogo'/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>\
        <a:off x='11000000' y='100000'/><a:ext cx='300000' cy='300000'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/>\
        </a:prstGeom></p:spPr></p:pic></p:spTree>";
    let image = "<Relationship Id='rLogo' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/image' \
        Target='../media/logo.svg'/></Relationships>";
    let change = |name: &str, text: String| match name {
        "ppt/theme/theme1.xml" => text.replace("00508A", "7A1FA2").replace("Arial", "Corporate Sans"),
        MASTER => text.replace("</p:spTree>", logo),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels" => text.replace("</Relationships>", image),
        _ => text,
    };
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>";
    rewritten(sample_file(NAME), change, &[("ppt/media/logo.svg", svg)])
}

#[test]
fn design_and_places_are_the_references_and_the_words_are_the_studys() {
    let out = folder();
    let (reference, built) = (out.path().join("reference.pptx"), out.path().join("built"));
    fs::write(&reference, self::reference()).unwrap();
    let report = with_reference(&sample(), &reference, &built).unwrap_or_else(|f| panic!("{f:?}"));
    let doubts: Vec<Code> =
        codes(&report.warnings).into_iter().filter(|c| *c == Code::ReferenceFace).collect();
    assert_eq!(doubts, [Code::ReferenceFace], "the face is not at hand");
    let file = fs::read(built.join(NAME)).unwrap();
    let theme = part(&file, "ppt/theme/theme1.xml");
    assert!(theme.contains("7A1FA2") && theme.contains("Corporate Sans"));
    assert!(part(&file, MASTER).contains("Логотип"));
    let pictures = part(&file, "ppt/slideMasters/_rels/slideMaster1.xml.rels");
    let picture = pictures.split("../media/").nth(1).and_then(|rest| rest.split('\'').next()).unwrap();
    assert!(part(&file, &format!("ppt/media/{picture}")).contains("viewBox"), "{pictures}");
    let texts = |of: &[u8], number: usize| {
        let slide = part(of, &format!("ppt/slides/slide{number}.xml"));
        slide.split("<a:t>").skip(1).map(|t| t.split('<').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for number in 1..=23 {
        assert_eq!(texts(&file, number), texts(sample_file(NAME), number), "{number}");
    }
    let manifest = fs::read_to_string(built.join("manifest.json")).unwrap();
    assert!(manifest.contains("\"file\": \"reference.pptx\""), "an input like the others");
    with_reference(&sample(), &reference, &built).unwrap();
    assert!(file == fs::read(built.join(NAME)).unwrap(), "the same bytes again");
}

#[test]
fn type_keeps_its_proportion_to_the_room() {
    let (study, out) = (starter(), folder());
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
    fs::write(&half, rewritten(&reference(), change, &[])).unwrap();
    let built = out.path().join("built");
    with_reference(study.path(), &half, &built).unwrap_or_else(|f| panic!("{f:?}"));
    let master = part(&fs::read(built.join(NAME)).unwrap(), MASTER);
    let style = master.split("<p:bodyStyle>").nth(1).unwrap();
    assert!(
        style.contains("sz=\"1000\""),
        "20 points of the theme on half a slide are 10: {}",
        &style[..400]
    );
}

#[test]
fn a_hostile_deck_is_refused_and_nothing_is_written() {
    let (study, out, reference) = (starter(), folder(), reference());
    let bad = out.path().join("bad.pptx");
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
    refused(&rewritten(&reference, same, &[("ppt/vbaProject.bin", "x")]), Code::PackageHostile, "macros");
    let relation = |kind: &str, more: &str| {
        format!(
            "<Relationship Id='rBad' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}' {more}/></Relationships>"
        )
    };
    let related = |more: String, used: &'static str| {
        move |name: &str, text: String| match name {
            "ppt/slideMasters/_rels/slideMaster1.xml.rels" => text.replace("</Relationships>", &more),
            MASTER => text.replace("</p:spTree>", &format!("{used}</p:spTree>")),
            _ => text,
        }
    };
    let fetched = relation("image", "TargetMode='External' Target='https://example.org/a.png'");
    refused(
        &rewritten(&reference, related(fetched, ""), &[]),
        Code::PackageHostile,
        "https://example.org/a.png",
    );
    let object = relation("oleObject", "Target='../embeddings/o.bin'");
    refused(
        &rewritten(&reference, related(object, "<p:oleObj r:id='rBad'/>"), &[]),
        Code::PackageHostile,
        "ppt/embeddings/o.bin",
    );
    let lost = relation("image", "Target='../media/none.png'");
    refused(&rewritten(&reference, related(lost, ""), &[]), Code::PackageHostile, "ppt/media/none.png");
    let shown = relation("image", "Target='../media/a.svg'");
    let elsewhere = "<svg><image href=\"https://example.org/a.png\"/></svg>";
    refused(
        &rewritten(&reference, related(shown, ""), &[("ppt/media/a.svg", elsewhere)]),
        Code::PackageHostile,
        "ppt/media/a.svg",
    );
    let bomb = |name: &str, text: String| match name {
        MASTER => "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>".to_owned(),
        _ => text,
    };
    refused(&rewritten(&reference, bomb, &[]), Code::PackageHostile, MASTER);
    let untitled = |name: &str, text: String| match name {
        MASTER => text.replace("type=\"title\"", "type=\"pic\""),
        _ => text,
    };
    refused(&rewritten(&reference, untitled, &[]), Code::PackageUnreadable, "no place for a title");
    let tight = |name: &str, text: String| match name {
        "ppt/presentation.xml" => {
            let size = regex::Regex::new("p:sldSz cx=\"[0-9]+\"").unwrap();
            size.replace(&text, "p:sldSz cx=\"48768000\"").into_owned()
        }
        _ => text,
    };
    refused(&rewritten(&reference, tight, &[]), Code::PackageUnreadable, "too little room");
    refused(b"plain text", Code::PackageUnreadable, "not a PPTX");
}

#[test]
fn what_leads_elsewhere_or_moves_is_left_behind() {
    let (study, out) = (starter(), folder());
    let (busy, built) = (out.path().join("busy.pptx"), out.path().join("built"));
    let tags = "<Relationship Id='rTags' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/tags' Target='../tags/tag1.xml'/></Relationships>";
    let change = |name: &str, text: String| match name {
        "ppt/slideMasters/_rels/slideMaster1.xml.rels" => text.replace("</Relationships>", tags),
        MASTER => text
            .replace("</p:cSld>", "<p:custDataLst><p:tags r:id='rTags'/></p:custDataLst></p:cSld>")
            .replace("<p:txStyles>", "<p:transition><p:fade/></p:transition><p:timing/><p:txStyles>"),
        _ => text,
    };
    let file = rewritten(&reference(), change, &[("ppt/tags/tag1.xml", "<p:tagLst/>")]);
    fs::write(&busy, &file).unwrap();
    with_reference(study.path(), &busy, &built).unwrap_or_else(|f| panic!("{f:?}"));
    let master = part(&fs::read(built.join(NAME)).unwrap(), MASTER);
    let was = part(&file, MASTER);
    let gone = ["p:custDataLst", "p:transition", "p:timing", "rTags"];
    holds_and_lacks(&master, &["p:txStyles", "Логотип"], &gone, &was);
}
