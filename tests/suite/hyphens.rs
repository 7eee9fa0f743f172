//! Soft hyphens stand in a DOCX only where they are asked for, and in words of tables that are wider than their column.

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
    let outside = plain.split("<w:tbl>").map(|part| part.rsplit("</w:tbl>").next().unwrap());
    assert_eq!(outside.map(hyphens).sum::<usize>(), 0);
    // A word without a place to part in would be broken anywhere.
    assert!((1..50).contains(&hyphens(&plain)), "{}", hyphens(&plain));
    // As elements they are found; as letters they stand in neither.
    for xml in [&plain, &hyphenated] {
        assert!(!xml.contains(['\u{AD}', '\u{2060}']) && xml.contains('\u{A0}'));
    }
}
