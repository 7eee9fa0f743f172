//! Whatever the study dates lies inside the contract's period.

use jiff::civil::Date;

use super::context::Context;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, Location, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(contract) = &context.study.passport.contract else { return Vec::new() };
    let (first, last) = (contract.date.min(contract.start), contract.end);
    let mut found = Vec::new();
    let mut look = |date: Date, place: Location| {
        if date < first || date > last {
            let message = say!("outside-contract", date = date, first = first, last = last);
            let fault = Diagnostic::new(Code::DateOutsideContract, message);
            found.push(fault.at(place).hint(say!("hint-outside-contract")));
        }
    };
    for string in strings(&context.files, &[]) {
        if let Some(date) = date(string.text) {
            look(date, string.location());
        }
    }
    for results in &context.study.results {
        look(results.date, Location::pointer(results.path.clone(), "/date"));
        look(results.collected.start, Location::pointer(results.path.clone(), "/collected/start"));
        look(results.collected.end, Location::pointer(results.path.clone(), "/collected/end"));
    }
    found
}

/// A field that is a date and nothing else.
fn date(text: &str) -> Option<Date> {
    let form = text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| match i {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
    form.then(|| text.parse().ok()).flatten()
}
