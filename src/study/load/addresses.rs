//! Addresses of pages: each has to open a page in every file that prints it. The schema knows only how one begins.

use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::address;
use crate::study::outcome::Coverage;
use crate::study::passport::Passport;

/// Addresses of publications that open no page.
pub fn of_publications(coverage: &Coverage) -> Vec<Diagnostic> {
    let publications = coverage.publications.iter().enumerate();
    let wrong = publications.filter(|(_, publication)| address::uri(&publication.url).is_none());
    let place = |at| Location::pointer(Coverage::FILE, format!("/publications/{at}/url"));
    wrong.map(|(at, publication)| fault(&publication.url, place(at))).collect()
}

/// The address of the study where it opens no page.
pub fn of_study(passport: &Passport) -> Option<Diagnostic> {
    let site = passport.site.as_ref().filter(|site| address::uri(site).is_none())?;
    Some(fault(site, Location::pointer(Passport::FILE, "/site".to_owned())))
}

fn fault(found: &str, place: Location) -> Diagnostic {
    let message = say!("not-an-address", found = format!("\"{found}\""));
    Diagnostic::new(Code::WrongValue, message).at(place).hint(say!("hint-not-an-address"))
}
