//! Addresses of publications: each has to open a page in every file that prints it. The schema knows only how one begins.

use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::address;
use crate::study::outcome::Coverage;

/// Publications whose address opens no page.
pub fn wrong(coverage: &Coverage) -> Vec<Diagnostic> {
    let publications = coverage.publications.iter().enumerate();
    let wrong = publications.filter(|(_, publication)| address::uri(&publication.url).is_none());
    let faults = wrong.map(|(at, publication)| {
        let message = say!("not-an-address", found = format!("\"{}\"", publication.url));
        let place = Location::pointer(Coverage::FILE, format!("/publications/{at}/url"));
        Diagnostic::new(Code::WrongValue, message).at(place).hint(say!("hint-not-an-address"))
    });
    faults.collect()
}
