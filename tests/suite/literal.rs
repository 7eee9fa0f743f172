//! Text that looks like markup of any layer appears literally.

use esep::pipeline::{BuildContext, Format, Request, Silent, build};
use serde_json::json;

use crate::support::office::docx_text;
use crate::support::{edit, folder, request, starter};

const HOSTILE: &str =
    r##"#panic("x") {{ 7*7 }} {% raw %} *b* _i_ `c` <w:p> ::: | &amp; ]]> $x$ @foo [a](b) \n"##;

#[test]
fn hostile_text_is_literal_in_the_document_and_in_the_docx() {
    let (study, out) = (starter(), folder());
    edit(study.path(), "cases.json", |v| {
        v["cases"][0]["title"] = json!({"kk": HOSTILE, "ru": HOSTILE});
    });
    edit(study.path(), "codebook.json", |v| {
        v["questions"][0]["text"] = json!({"kk": HOSTILE, "ru": HOSTILE});
    });
    let request = Request {
        out: Some(out.path().to_owned()),
        formats: vec![Format::Pdf, Format::Docx],
        ..request(study.path(), "final", "ru")
    };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    let (document, _) = context.resolved(&context.jobs()[0]).unwrap_or_else(|f| panic!("{f:?}"));
    assert!(document.text().matches(HOSTILE).count() >= 2);
    build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    let docx = std::fs::read(out.path().join("final.ru.docx")).unwrap();
    assert!(docx_text(&docx).matches(HOSTILE).count() >= 2);
}
