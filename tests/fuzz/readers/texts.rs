//! Texts of a study's own, and templates: statements, sentences, Markdown.

use std::sync::LazyLock;

use esep::pipeline::{BuildContext, Request};
use esep::source::Assets;

use super::files::meanwhile;
use super::studies::{OWN, REPORT, minimal, short};
use super::{edits, told};

/// Fills in, reads and resolves the first document of a request.
fn resolve(request: &Request) {
    let context = match BuildContext::open(request) {
        Ok(context) => context,
        Err(faults) => return told(&faults),
    };
    let Some(job) = context.jobs().first() else { return };
    match context.resolved(job) {
        Ok((document, doubts)) => {
            assert!(!document.text().contains('\u{0}'));
            told(&doubts);
        }
        Err(faults) => told(&faults),
    }
}

/// A text of the study's own.
pub fn own(input: &[u8]) {
    let content = edits::file(REPORT.as_bytes(), input);
    let place = short();
    let request = place.request("final", None);
    meanwhile(place.study.path(), OWN, &content, || resolve(&request));
}

/// Templates that an input may stand for.
static TEMPLATES: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
    let paths = [
        "reports/final/report.md",
        "reports/final/ru.md",
        "reports/final/begin.md",
        "reports/final/high-risk.md",
        "reports/shared/ru.md",
    ];
    let assets = Assets::embedded();
    paths.into_iter().filter_map(|path| Some((path, assets.embedded_text(path)?.to_owned()))).collect()
});

/// The first byte chooses a template of the final report, the rest makes it.
pub fn templates(input: &[u8]) {
    let Some((choice, rest)) = input.split_first() else { return };
    let (path, base) = &TEMPLATES[usize::from(*choice) % TEMPLATES.len()];
    let content = edits::file(base.as_bytes(), rest);
    let place = minimal();
    let request = place.request("final", None);
    meanwhile(place.templates.path(), path, &content, || resolve(&request));
}
