//! Whatever the study dates lies inside the contract's period; dates of which a whole column stands in another year
//! are told of once.

use indexmap::IndexMap;
use jiff::civil::Date;

use super::context::Context;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::passport::Passport;

/// Dates of a column that a slip in the year can be seen by.
const LEAST_OF_A_COLUMN: usize = 3;
/// Dates of a file, where all of them stand in another year.
const LEAST_OF_A_FILE: usize = 2;
/// Dates of a study that say that the contract's year is the wrong one.
const LEAST_OF_A_STUDY: usize = 10;

/// A date of the study, where it stands, and its field in whichever element of its lists.
struct Dated {
    date: Date,
    place: Location,
    field: String,
}

impl Dated {
    fn new(date: Date, place: Location) -> Self {
        let pointer = place.pointer.as_deref().unwrap_or_default();
        let names = pointer.split('/').filter(|token| token.parse::<usize>().is_err());
        let field = names.collect::<Vec<_>>().join("/");
        Self { date, place, field }
    }
}

/// The days from the signing of the contract to its end.
#[derive(Clone, Copy)]
struct Period {
    first: Date,
    last: Date,
}

impl Period {
    fn holds(self, date: Date) -> bool {
        (self.first..=self.last).contains(&date)
    }

    /// Whether a date outside of the period would lie inside with day and month exchanged.
    fn is_exchanged(self, date: Date) -> bool {
        let other = Date::new(date.year(), date.day(), date.month());
        !self.holds(date) && other.is_ok_and(|other| self.holds(other))
    }

    /// The year in which a date outside of the period would lie inside.
    fn meant(self, date: Date) -> Option<i16> {
        let moved = |year: &i16| Date::new(*year, date.month(), date.day()).is_ok_and(|d| self.holds(d));
        (self.first.year()..=self.last.year()).find(moved).filter(|_| !self.holds(date))
    }
}

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(contract) = &context.study.passport.contract else { return Vec::new() };
    let period = Period { first: contract.date.min(contract.start), last: contract.end };
    let (all, mut found) = (dates(context), Vec::new());
    if let Some(fault) = contract_slipped(&all, period) {
        return vec![fault];
    }
    let mut files: IndexMap<&str, Vec<&Dated>> = IndexMap::new();
    all.iter().for_each(|dated| files.entry(&dated.place.file).or_default().push(dated));
    for dates in files.values() {
        let slipped = slipped(dates, period);
        let exchanged = exchanged(dates, period);
        let is_slipped =
            |own: &Dated| slipped.values().flatten().chain(&exchanged).any(|d| d.place == own.place);
        found.extend(exchanged_fault(&exchanged));
        found.extend(slipped.iter().filter_map(|(year, dates)| year_fault(*year, dates, period)));
        let alone = dates.iter().filter(|own| !period.holds(own.date) && !is_slipped(own));
        found.extend(alone.map(|own| {
            let message = say!("outside-contract", date = own.date, first = period.first, last = period.last);
            let fault = Diagnostic::new(Code::DateOutsideContract, message);
            fault.at(own.place.clone()).hint(say!("hint-outside-contract"))
        }));
    }
    found
}

/// All dates of the study but the contract's own.
fn dates(context: &Context<'_>) -> Vec<Dated> {
    let of_contract = |place: &Location| {
        place.file == Passport::FILE && place.pointer.as_ref().is_some_and(|p| p.starts_with("/contract/"))
    };
    let of_texts = strings(&context.files, &[]).into_iter().filter_map(|string| {
        let date = date(string.text)?;
        Some((date, string.location())).filter(|(_, place)| !of_contract(place))
    });
    let mut all: Vec<Dated> = of_texts.map(|(date, place)| Dated::new(date, place)).collect();
    for results in &context.study.results {
        let (start, end) = (results.collected.start, results.collected.end);
        for (date, field) in [(results.date, "/date"), (start, "/collected/start"), (end, "/collected/end")] {
            all.push(Dated::new(date, Location::pointer(results.path.clone(), field)));
        }
    }
    all
}

/// Nearly all dates of the study in one year, and the contract in another.
fn contract_slipped(all: &[Dated], period: Period) -> Option<Diagnostic> {
    let slipped = all.iter().filter(|own| period.meant(own.date).is_some());
    let years: Vec<i16> = slipped.map(|own| own.date.year()).collect();
    let year = years.first().copied().filter(|year| years.iter().all(|own| own == year))?;
    if all.len() < LEAST_OF_A_STUDY || years.len() * 10 < all.len() * 9 {
        return None;
    }
    let message = say!("contract-year", year = year, first = period.first, last = period.last);
    let place = Location::pointer(Passport::FILE, "/contract/start");
    let fault = Diagnostic::new(Code::DateOutsideContract, message).at(place);
    Some(fault.hint(say!("hint-contract-year", year = year)))
}

/// The dates of a file of which a whole column, or the whole file, stands in another year, by their years.
fn slipped<'d>(dates: &[&'d Dated], period: Period) -> IndexMap<i16, Vec<&'d Dated>> {
    let is_slip = |own: &&Dated| period.meant(own.date).is_some();
    let is_whole = dates.len() >= LEAST_OF_A_FILE && dates.iter().all(is_slip);
    let mut columns: IndexMap<&str, Vec<&Dated>> = IndexMap::new();
    dates.iter().for_each(|own| columns.entry(&own.field).or_default().push(own));
    let mut years: IndexMap<i16, Vec<&Dated>> = IndexMap::new();
    for column in columns.values() {
        let slips: Vec<&&Dated> = column.iter().filter(|own| is_slip(own)).collect();
        if is_whole || slips.len() >= LEAST_OF_A_COLUMN && slips.len() * 10 >= column.len() * 9 {
            slips.into_iter().for_each(|own| years.entry(own.date.year()).or_default().push(own));
        }
    }
    years
}

/// The dates of columns of which all that lie outside of the period would lie inside with day and month exchanged.
fn exchanged<'d>(dates: &[&'d Dated], period: Period) -> Vec<&'d Dated> {
    let mut columns: IndexMap<&str, Vec<&Dated>> = IndexMap::new();
    let outside = dates.iter().filter(|own| !period.holds(own.date));
    outside.for_each(|own| columns.entry(&own.field).or_default().push(own));
    let is_so = |column: &Vec<&Dated>| {
        column.len() >= LEAST_OF_A_COLUMN && column.iter().all(|own| period.is_exchanged(own.date))
    };
    columns.into_values().filter(is_so).flatten().collect()
}

fn exchanged_fault(dates: &[&Dated]) -> Option<Diagnostic> {
    let first = dates.first()?;
    let right = Date::new(first.date.year(), first.date.day(), first.date.month()).ok()?;
    let message = say!("days-exchanged", date = first.date, right = right; others = dates.len() - 1);
    let fault = Diagnostic::new(Code::DateOutsideContract, message).at(first.place.clone());
    Some(fault.hint(say!("hint-days-exchanged", right = right)))
}

fn year_fault(year: i16, dates: &[&Dated], period: Period) -> Option<Diagnostic> {
    let first = dates.first()?;
    let meant = period.meant(first.date)?;
    let message = say!(
        "outside-contract-year", year = year, first = period.first, last = period.last; dates = dates.len()
    );
    let fault = Diagnostic::new(Code::DateOutsideContract, message).at(first.place.clone());
    Some(fault.hint(say!("hint-outside-contract-year", year = meant)))
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
