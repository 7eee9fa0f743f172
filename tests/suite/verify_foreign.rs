//! What is none of ours, damaged, encrypted, hostile, too large or changed is never called proven, and nothing is traced
//! in it: for each code that either can give there is a file.

use std::collections::BTreeSet;
use std::fs;

use esep::diag::Code;
use esep::pipeline::{Request, Silent, build, trace_file, verify_file};
use esep::proof::PROOF_FILE;

use crate::support::office::rewritten;
use crate::support::{codes, folder, root, sample_file};

/// What is said of a file of these bytes: by `verify`, and by `trace` of a number that it prints.
fn told(name: &str, bytes: &[u8]) -> (Vec<Code>, Vec<Code>) {
    let out = folder();
    let path = out.path().join(name);
    fs::write(&path, bytes).unwrap();
    let verified = match verify_file(&path, None, &Request::default()) {
        Ok(file) => codes(&file.verification.faults),
        Err(faults) => codes(&faults),
    };
    (verified, trace_file(&path, "58,8", None, &[]).map_or_else(|faults| codes(&faults), |_| Vec::new()))
}

fn foreign(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/foreign").join(name)).unwrap()
}

fn with_part(file: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    rewritten(file, |name, text| if name == part { change(text) } else { text }, &[])
}

/// Every place of a PDF where these bytes stand gets others of the same length.
fn replaced(pdf: &[u8], what: &[u8], by: &[u8]) -> Vec<u8> {
    assert_eq!(what.len(), by.len());
    let at: Vec<usize> = (0..pdf.len() - what.len()).filter(|at| pdf[*at..].starts_with(what)).collect();
    assert!(!at.is_empty());
    let mut changed = pdf.to_vec();
    at.iter().for_each(|at| changed[*at..*at + by.len()].copy_from_slice(by));
    changed
}

/// A slide without the first number of its text.
fn without_number(xml: &str) -> String {
    let number = regex::Regex::new(r"(<a:t>[^<]*?)[0-9]+(?:,[0-9]+)?").unwrap();
    assert!(number.is_match(xml));
    number.replace(xml, "$1").into_owned()
}

/// A deck with the proof changed.
fn other_proof(change: impl Fn(String) -> String) -> Vec<u8> {
    with_part(sample_file("slides.kk.pptx"), "customXml/esepProof.xml", change)
}

/// What it is, the file's name and bytes, and the code that is told of it.
type Case = (&'static str, &'static str, Vec<u8>, Code);

const BODY: &str = "word/document.xml";

/// A text with one more paragraph.
fn added(text: &str) -> Vec<u8> {
    let paragraph = format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:sectPr");
    with_part(sample_file("summary.ru.docx"), BODY, |xml| xml.replacen("<w:sectPr", &paragraph, 1))
}

/// What is no file of the kind that its name says, or cannot be opened.
fn unopened() -> Vec<Case> {
    let (docx, pdf) = (sample_file("summary.ru.docx"), sample_file("summary.kk.pdf"));
    let (deck, zip) = (sample_file("slides.kk.pptx"), sample_file("base.zip"));
    let compound = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 2048]].concat();
    let entity = |xml: String| xml.replacen("<w:document", "<!DOCTYPE a [<!ENTITY b \"c\">]><w:document", 1);
    let half = |xml: String| xml.chars().take(xml.chars().count() / 2).collect();
    vec![
        ("of another kind", "a.txt", pdf.to_vec(), Code::Usage),
        ("a PDF with the name of a text", "a.docx", pdf.to_vec(), Code::PackageUnreadable),
        ("a deck with the name of a text", "a.docx", deck.to_vec(), Code::PackageUnreadable),
        ("an encrypted text", "a.docx", compound.clone(), Code::PackageUnreadable),
        ("an encrypted deck", "a.pptx", compound.clone(), Code::PackageUnreadable),
        ("an encrypted workbook", "a.xlsx", compound, Code::PackageUnreadable),
        ("half a text", "a.docx", docx[..docx.len() / 2].to_vec(), Code::PackageUnreadable),
        ("half a package of data", "base.zip", zip[..zip.len() / 2].to_vec(), Code::PackageUnreadable),
        ("a text with entities", "a.docx", with_part(docx, BODY, entity), Code::PackageHostile),
        ("a body that is cut off", "a.docx", with_part(docx, BODY, half), Code::PackageHostile),
        ("no PDF", "a.pdf", b"no PDF at all".to_vec(), Code::ProofUnreadable),
        ("nothing", "a.pdf", Vec::new(), Code::ProofUnreadable),
        ("a third of a PDF", "a.pdf", pdf[..pdf.len() / 3].to_vec(), Code::ProofUnreadable),
        ("a PDF with a password", "a.pdf", foreign("password.pdf"), Code::ProofUnreadable),
        ("a PDF with an owner's password", "a.pdf", foreign("owner.pdf"), Code::ProofUnreadable),
        ("more numbers than any file has", "a.docx", added(&"1; ".repeat(400_001)), Code::ProofBound),
    ]
}

/// What carries no proof, or another one.
fn unproven() -> Vec<Case> {
    let (pdf, deck) = (sample_file("summary.kk.pdf"), sample_file("slides.kk.pptx"));
    let blank = |name: &str, text: String| {
        if name.starts_with("customXml/") { "<a/>".to_owned() } else { text }
    };
    let renamed = replaced(pdf, PROOF_FILE.as_bytes(), b"xsep-proof.json");
    let taken_out = replaced(&replaced(pdf, b"/EmbeddedFiles", b"/EmbeddedXiles"), b"/AF", b"/AX");
    let word = other_proof(|_| "<proof xmlns=\"urn:esep:proof:1\">no</proof>".into());
    let digit = other_proof(|text| text.replacen("58,8", "58,9", 1));
    let later = other_proof(|text| text.replacen(":1,", ":2,", 1));
    vec![
        ("a PDF of another program", "a.pdf", foreign("plain.pdf"), Code::ProofMissing),
        ("an attachment of another name", "a.pdf", renamed, Code::ProofMissing),
        ("no attachments", "a.pdf", taken_out, Code::ProofMissing),
        ("no custom part", "a.pptx", rewritten(deck, blank, &[]), Code::ProofMissing),
        ("no proof but a word", "a.pptx", word, Code::ProofBroken),
        ("a proof of another digit", "a.pptx", digit, Code::ProofBroken),
        ("a proof of a later form", "a.pptx", later, Code::ProofBroken),
    ]
}

/// What was changed since.
fn changed() -> Vec<Case> {
    let deck = sample_file("slides.kk.pptx");
    let slide = "ppt/slides/slide4.xml";
    let gone = with_part(deck, slide, |xml| without_number(&xml));
    let blank = with_part(deck, slide, |_| "<a/>".into());
    vec![
        ("a number that was typed", "a.docx", added("Ещё 77 человек"), Code::ProofNumberUnbound),
        ("a number that is gone", "a.pptx", gone, Code::ProofNumberDiffers),
        ("a slide that is gone", "a.pptx", blank, Code::ProofNumberDiffers),
    ]
}

#[test]
fn each_code_has_a_file_and_none_is_proven() {
    let deck = sample_file("slides.kk.pptx");
    assert_eq!(
        told("a.pptx", deck),
        (Vec::new(), Vec::new()),
        "the file as it was built is proven and traced"
    );
    let mut seen = BTreeSet::new();
    for (what, name, bytes, code) in [unopened(), unproven(), changed()].concat() {
        let (verified, traced) = told(name, &bytes);
        assert!(verified.contains(&code), "{what}: {verified:?}");
        // Packages of data have no prints, and say so.
        assert!(traced == verified || name == "base.zip", "{what}: {verified:?} {traced:?}");
        seen.insert(code.as_str());
    }
    // What a study is needed for, and what is asked of a sound file.
    let of_others = [Code::ProofAttach, Code::ProofOtherState, Code::TraceNothing].map(Code::as_str);
    let all = esep::diag::ALL.iter().map(|code| code.as_str()).filter(|code| ("E430".."E440").contains(code));
    let missing: Vec<&str> = all.filter(|code| !seen.contains(code) && !of_others.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Other programs save the same words under other prefixes; what was changed meanwhile is found there too.
#[test]
fn numbers_are_read_under_every_prefix() {
    let renamed = |file: &[u8]| {
        let other = |name: &str, text: String| {
            if !name.ends_with(".xml") || !(name.starts_with("word/") || name.starts_with("ppt/")) {
                return text;
            }
            let mut text = text;
            for (own, other) in [("w", "ns0"), ("a", "ns1"), ("p", "ns2"), ("c", "ns3")] {
                let names = regex::Regex::new(&format!("(</?| ){own}:")).unwrap();
                text = names.replace_all(&text, format!("${{1}}{other}:")).into_owned();
                text = text.replace(&format!("xmlns:{own}="), &format!("xmlns:{other}="));
            }
            text
        };
        rewritten(file, other, &[])
    };
    for (name, changed) in [("summary.ru.docx", "<w:sectPr"), ("slides.kk.pptx", "</p:sld>")] {
        let file = renamed(sample_file(name));
        assert_eq!(told(name, &file).0, Vec::new(), "{name}");
        assert!(!String::from_utf8_lossy(&file).contains(changed));
    }
    let typed = |name: &str, text: String| match name {
        "word/document.xml" => {
            text.replacen("<ns0:sectPr", "<ns0:p><ns0:r><ns0:t>77</ns0:t></ns0:r></ns0:p><ns0:sectPr", 1)
        }
        _ => text,
    };
    let changed = rewritten(&renamed(sample_file("summary.ru.docx")), typed, &[]);
    assert_eq!(told("a.docx", &changed).0, vec![Code::ProofNumberUnbound]);
    // A prefix of the same letters that stands for something else holds no text of the document.
    let foreign = |name: &str, text: String| match name {
        "word/document.xml" => {
            text.replacen("<w:sectPr", "<w:p><w:r><x:t xmlns:x=\"urn:x\">77</x:t></w:r></w:p><w:sectPr", 1)
        }
        _ => text,
    };
    assert_eq!(told("a.docx", &rewritten(sample_file("summary.ru.docx"), foreign, &[])).0, Vec::new());
}

/// A part that stands in a folder of its own is shown as well as others.
#[test]
fn a_part_anywhere_in_the_package_is_read() {
    let text = "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
                <w:p><w:r><w:t>Ещё 77 человек</w:t></w:r></w:p></w:hdr>";
    let file = rewritten(sample_file("summary.ru.docx"), |_, text| text, &[("own/header9.xml", text)]);
    assert_eq!(told("a.docx", &file).0, vec![Code::ProofNumberUnbound]);
}

#[test]
fn what_is_no_package_takes_no_proof_and_what_is_too_large_is_not_read() {
    let fault = esep::proof::with_proof(b"text".to_vec(), "word/document.xml", b"{}").unwrap_err();
    assert_eq!(fault.code, Code::ProofAttach);
    let out = folder();
    for name in ["huge.pdf", "huge.docx", "huge.pptx", "huge.xlsx", "huge.zip"] {
        let huge = out.path().join(name);
        fs::File::create(&huge).unwrap().set_len(3 << 30).unwrap();
        let faults = verify_file(&huge, None, &Request::default()).map(|_| ()).unwrap_err();
        assert_eq!(codes(&faults), [Code::FileUnreadable], "the bound of files comes before others");
    }
}

/// Proven in itself, and of none of the studies but its own.
#[test]
fn a_file_of_another_study_is_told_as_such() {
    let (study, out) = (crate::support::starter(), folder());
    let request = Request {
        study: study.path().to_owned(),
        out: Some(out.path().to_owned()),
        deliverables: vec!["summary".to_owned()],
        languages: vec!["ru".to_owned()],
        ..Request::default()
    };
    build(&request, &Silent).unwrap_or_else(|faults| panic!("{faults:?}"));
    let path = out.path().join("summary.ru.docx");
    let other = Request { study: crate::support::sample(), ..Request::default() };
    let own = verify_file(&path, Some(&request), &Request::default()).unwrap();
    assert_eq!((own.is_current, codes(&own.verification.faults)), (Some(true), Vec::new()));
    let told = verify_file(&path, Some(&other), &Request::default()).unwrap();
    assert_eq!(
        (told.is_current, codes(&told.verification.faults)),
        (Some(false), vec![Code::ProofOtherState])
    );
}
