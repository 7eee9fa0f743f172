//! `esep review`: a returned DOCX beside what the study gives today.

use std::path::Path;

use super::build_context::BuildContext;
use super::job::Format;
use super::progress::Silent;
use super::request::Request;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::opc::{DOCX_MAIN, FILE_LIMIT, Package};
use crate::review::{Origin, Returned, compare, read};
use crate::source;

/// Reviews a file that came back: changed numbers, comments, tracked changes, texts changed without a trace. Of the
/// request only study, templates and edition count; deliverable and language are those of the file.
///
/// # Errors
/// Where the file cannot be read or is none of this study's, and the faults of the study itself.
pub fn review(path: &Path, request: &Request) -> Result<Diagnostics, Diagnostics> {
    let (file, bytes) = source::outside_file(path, FILE_LIMIT)?;
    let returned = read(&mut Package::open(&file, bytes, DOCX_MAIN)?)?;
    let Origin { study, deliverable, language, .. } = &returned.origin;
    if study.is_empty() || deliverable.is_empty() || language.is_empty() {
        return Err(foreign(&file, say!("review-not-ours")).hint(say!("hint-review-not-ours")).into());
    }
    let request = Request {
        deliverables: vec![deliverable.clone()],
        languages: vec![language.clone()],
        formats: vec![Format::Docx],
        plain_numbers: false,
        picture_charts: false,
        ..request.clone()
    };
    let context = BuildContext::open(&request)?;
    let own = &context.loaded.study.passport.id;
    if own.as_str() != study {
        let fault = foreign(&file, say!("review-other-study", found = study, wanted = own));
        return Err(fault.hint(say!("hint-review-other-study")).into());
    }
    Ok(compare(&file, &returned, &expected(&context, &file)?))
}

fn foreign(file: &str, message: crate::diag::Message) -> Diagnostic {
    Diagnostic::new(Code::ReviewForeign, message).at(Location::file(file))
}

/// The file as the study gives it today.
fn expected(context: &BuildContext, file: &str) -> Result<Returned, Diagnostics> {
    let output = context.build(&Silent)?;
    match output.artifacts.into_iter().next() {
        Some(artifact) => Ok(read(&mut Package::open(file, artifact.bytes, DOCX_MAIN)?)?),
        None => Ok(Returned::default()),
    }
}
