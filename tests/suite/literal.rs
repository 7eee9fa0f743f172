//! Text that looks like markup of any layer appears literally.

use esep::pipeline::{BuildContext, Format, Request};
use serde_json::json;

use crate::support::{build_one, copy_of_sample, docx_text, edit, folder};

const HOSTILE: &str =
    r##"#panic("x") {{ 7*7 }} {% raw %} *b* _i_ `c` <w:p> ::: | &amp; ]]> $x$ @foo [a](b) \n"##;

#[test]
fn hostile_text_is_literal_in_the_document_and_in_the_docx() {
    let (study, out) = (copy_of_sample(), folder());
    edit(study.path(), "cases.json", |v| {
        v["cases"][0]["title"] = json!({"kk": HOSTILE, "ru": HOSTILE});
    });
    edit(study.path(), "codebook.json", |v| {
        v["questions"][0]["text"] = json!({"kk": HOSTILE, "ru": HOSTILE});
    });
    let request = Request {
        study: study.path().to_owned(),
        deliverables: vec!["final".into()],
        languages: vec!["ru".into()],
        ..Request::default()
    };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    let (document, _) = context.resolved(&context.jobs()[0]).unwrap_or_else(|f| panic!("{f:?}"));
    assert!(document.text().matches(HOSTILE).count() >= 2);

    build_one(study.path(), out.path(), "final", "ru", Format::Pdf).unwrap_or_else(|f| panic!("{f:?}"));
    build_one(study.path(), out.path(), "final", "ru", Format::Docx).unwrap_or_else(|f| panic!("{f:?}"));
    assert!(docx_text(&out.path().join("final.ru.docx")).matches(HOSTILE).count() >= 2);
}
