//! The picture files that the passport names: photographs and logos.

use rayon::prelude::*;

use super::file_outcome::{FileOutcome, not_there};
use super::unknown_files::unknown_file;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::{Folder, Kept, sha256};
use crate::study::passport::Passport;
use crate::study::{Picture, Pictures};

/// Folder of the pictures, by custom.
pub(super) const FOLDER: &str = "pictures";
/// Endings of picture files.
const ENDINGS: &[&str] = &["jpg", "jpeg", "png", "JPG", "JPEG", "PNG"];

/// Pictures that were made ready, by the digests of their files.
static READY: Kept<Picture> = Kept::new(64);

/// Reads every picture that is named; one in the pictures' folder that nothing names is told as an unknown one.
pub fn read(folder: &Folder, passport: &Passport) -> FileOutcome<Pictures> {
    let named = named(passport);
    let read: Vec<Result<(String, Picture), Diagnostic>> =
        named.par_iter().map(|(path, pointer)| picture(folder, (path, pointer))).collect();
    let mut pictures = Pictures::new();
    let mut faults = Vec::new();
    for one in read {
        match one {
            Ok((path, picture)) => drop(pictures.insert(path, picture)),
            Err(fault) => faults.push(fault),
        }
    }
    let complete = faults.is_empty();
    if !passport.deliverables.is_empty() {
        let files = ENDINGS.iter().flat_map(|ending| folder.files(FOLDER, ending));
        let files = files.map(|name| format!("{FOLDER}/{name}"));
        let unknown = files.filter(|path| !named.iter().any(|(known, _)| known == path));
        faults.extend(unknown.map(|path| unknown_file(&path).hint(say!("hint-stray-picture"))));
    }
    FileOutcome { value: complete.then_some(pictures), texts: Vec::new(), faults }
}

/// Paths with the places that name them.
fn named(passport: &Passport) -> Vec<(String, String)> {
    let photographs = passport.photographs.iter().enumerate();
    let photographs = photographs.map(|(i, p)| (p.file.clone(), format!("/photographs/{i}/file")));
    let logos = [("customer", &passport.customer), ("grantee", &passport.grantee)];
    let logos = logos.into_iter().filter_map(|(who, o)| Some((o.logo.clone()?, format!("/{who}/logo"))));
    photographs.chain(logos).collect()
}

fn picture(folder: &Folder, (path, pointer): (&str, &str)) -> Result<(String, Picture), Diagnostic> {
    let place = || Location::pointer(Passport::FILE, pointer);
    let bytes = folder.bytes(path).map_err(|fault| not_there(fault, place()))?;
    let source = sha256(&bytes);
    let picture = READY.get(&source, || Picture::read(&bytes, source.clone())).map_err(|cause| {
        let message = say!("picture-unreadable", path = path).because(cause);
        Diagnostic::new(Code::FileUnreadable, message).at(place()).hint(say!("hint-picture"))
    })?;
    Ok((path.to_owned(), Picture::clone(&picture)))
}
