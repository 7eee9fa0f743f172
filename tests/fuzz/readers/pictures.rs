//! Photographs and logos.

use esep::pipeline::{Request, inspect};

use super::files::meanwhile;
use super::studies::minimal;
use super::{edits, told};

const PNG: &[u8] = include_bytes!("../bases/logo.png");
const PNG_16: &[u8] = include_bytes!("../bases/deep.png");
const JPEG: &[u8] = include_bytes!("../bases/photo.jpg");
const CMYK: &[u8] = include_bytes!("../bases/cmyk.jpg");

/// The first byte chooses the kind, the rest makes the file.
pub fn read(input: &[u8]) {
    let Some((choice, rest)) = input.split_first() else { return };
    let (path, base) = match choice % 4 {
        0 => ("pictures/a.png", PNG),
        1 => ("pictures/a.png", PNG_16),
        2 => ("pictures/a.jpg", JPEG),
        _ => ("pictures/a.jpg", CMYK),
    };
    let content = edits::file(base, rest);
    let place = minimal();
    let study = place.study.path();
    let passport = std::fs::read_to_string(study.join("study.json")).unwrap();
    let logo = format!("\"customer\": {{\"logo\": \"{path}\",");
    let with_logo = passport.replacen("\"customer\": {", &logo, 1);
    let request = Request { study: study.to_owned(), data_only: true, ..Request::default() };
    let found = meanwhile(study, path, &content, || {
        meanwhile(study, "study.json", with_logo.as_bytes(), || inspect(&request))
    });
    match found {
        Ok(found) => told(&found.findings),
        Err(faults) => told(&faults),
    }
}
