//! The version of the contract that a study keeps to. A study of an older one is read, since a version only adds to the
//! one before it; one of a newer may say what this program does not understand.

use serde_json::Value;

use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::SourceText;
use crate::study::SCHEMA_VERSION;
use crate::study::passport::Passport;

/// The field of `study.json`.
const FIELD: &str = "schema_version";

/// What is to be said of the version that the passport names, as it is written; nothing where it is the program's own,
/// or no number, which the schema tells.
pub fn finding(passport: Option<&SourceText>) -> Option<Diagnostic> {
    let value: Value = serde_json::from_str(&passport?.text).ok()?;
    let field = value.as_object()?.get(FIELD);
    let version = field.map_or(Some(1), Value::as_u64)?;
    let own = u64::from(SCHEMA_VERSION);
    let place = field
        .map_or(Location::file(Passport::FILE), |_| Location::pointer(Passport::FILE, format!("/{FIELD}")));
    if version > own {
        let message = say!("study-newer", version = version, own = own);
        return Some(
            Diagnostic::new(Code::StudyNewer, message).at(place).hint(say!("hint-study-newer", own = own)),
        );
    }
    (1..own).contains(&version).then(|| {
        let message = say!("study-older", version = version, own = own);
        Diagnostic::new(Code::StudyOlder, message).at(place).hint(say!("hint-study-older"))
    })
}
