//! Soft hyphens stand in a DOCX only where they are asked for.

use std::path::Path;

use esep::pipeline::{Format, Request, Silent, build};

use crate::support::{folder, part, sample};

fn interim(out: &Path, soft_hyphens: bool) -> String {
    let request = Request {
        study: sample(),
        out: Some(out.to_owned()),
        deliverables: vec!["interim-1".into()],
        languages: vec!["kk".into()],
        formats: vec![Format::Docx],
        soft_hyphens,
        ..Request::default()
    };
    build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    part(&out.join("interim-1.kk.docx"), "word/document.xml")
}

#[test]
fn a_docx_has_soft_hyphens_only_on_request() {
    let out = folder();
    let plain = interim(out.path(), false);
    assert!(!plain.contains("w:softHyphen") && !plain.contains(['\u{AD}', '\u{2060}']));
    let hyphenated = interim(out.path(), true);
    assert!(hyphenated.matches("<w:softHyphen/>").count() > 500);
    assert!(!hyphenated.contains(['\u{AD}', '\u{2060}']));
}
