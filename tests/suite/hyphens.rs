//! Soft hyphens stand in a DOCX only where they are asked for.

use std::fs;

use esep::pipeline::{Format, Request, Silent, build};

use crate::support::office::part;
use crate::support::{folder, request, sample, sample_file};

#[test]
fn a_docx_has_soft_hyphens_only_on_request() {
    let document = |docx: &[u8]| part(docx, "word/document.xml");
    let hyphens = |xml: &str| xml.matches("<w:softHyphen/>").count();
    let plain = document(sample_file("interim-1.kk.docx"));
    let out = folder();
    let asked = Request {
        out: Some(out.path().to_owned()),
        formats: vec![Format::Docx],
        soft_hyphens: true,
        ..request(&sample(), "interim-1", "kk")
    };
    build(&asked, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    let hyphenated = document(&fs::read(out.path().join("interim-1.kk.docx")).unwrap());
    assert!(hyphens(&hyphenated) > 500);
    assert_eq!(hyphens(&plain), 0);
    // As elements they are found; as letters they stand in neither.
    for xml in [&plain, &hyphenated] {
        assert!(!xml.contains(['\u{AD}', '\u{2060}']) && xml.contains('\u{A0}'));
    }
}
