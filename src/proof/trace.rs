//! Where a printed number comes from: its datum, and every other place of the file where that datum is printed.

use super::claim::{Binding, Proof, ProvenDatum, ProvenNumber};
use super::token::key;

/// A place where a datum is printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Printed {
    /// Page or part.
    pub place: String,
    /// Label of the heading, figure, table or slide; empty where there is none.
    pub label: String,
    /// As it is printed.
    pub text: String,
}

/// What a printed number may be.
#[derive(Debug, Clone, PartialEq)]
pub enum Traced {
    /// A datum, with the places where it is printed; those that were asked for come first.
    Datum(Box<ProvenDatum>, Vec<Printed>),
    /// A number that needs no datum, with the id of the reason.
    Reason(String, Vec<Printed>),
}

/// All that a number of a file may be, or that of a cell (`D7`, `Пол!D7`) of a workbook; on one page or slide, where that is named. Nothing is found where the file
/// prints no such number there.
pub fn trace(proof: &Proof, number: &str, page: Option<u32>) -> Vec<Traced> {
    let wanted = key(number.trim().trim_end_matches('%').trim());
    let cell = cell(number.trim());
    let is_wanted = |text: &str, label: Option<usize>| {
        let label = label.and_then(|label| proof.labels.get(label));
        let in_cell = cell.is_some_and(|cell| {
            label.is_some_and(|label| label == cell || label.ends_with(&format!("!{cell}")))
        });
        in_cell || (cell.is_none() && key(text) == wanted)
    };
    let of_place = |name: &str| page.is_none_or(|page| is_page(name, page));
    let mut hits: Vec<&Binding> = Vec::new();
    for place in proof.places.iter().filter(|place| of_place(&place.name)) {
        for ProvenNumber(text, binding, label) in &place.numbers {
            if is_wanted(text, *label) && !hits.iter().any(|hit| is_same(proof, hit, binding)) {
                hits.push(binding);
            }
        }
    }
    // The data before what needs none.
    hits.sort_by_key(|binding| matches!(binding, Binding::Reason(_)));
    let traced = hits.into_iter().filter_map(|binding| match binding {
        Binding::Datum(at) => {
            let datum = proof.data.get(*at)?;
            Some(Traced::Datum(Box::new(datum.clone()), prints_of(proof, datum)))
        }
        Binding::Reason(id) => {
            let found = prints(proof, |text, label, other| is_wanted(text, label) && other == binding);
            Some(Traced::Reason(id.clone(), found))
        }
    });
    traced.collect()
}

/// The places where a datum is printed, under whichever id.
pub fn prints_of(proof: &Proof, datum: &ProvenDatum) -> Vec<Printed> {
    prints(proof, |_, _, binding| match binding {
        Binding::Datum(at) => proof.data.get(*at).is_some_and(|other| is_same_datum(datum, other)),
        Binding::Reason(_) => false,
    })
}

fn is_same(proof: &Proof, one: &Binding, other: &Binding) -> bool {
    match (one, other) {
        (Binding::Datum(one), Binding::Datum(other)) => {
            match (proof.data.get(*one), proof.data.get(*other)) {
                (Some(one), Some(other)) => is_same_datum(one, other),
                _ => false,
            }
        }
        (Binding::Reason(one), Binding::Reason(other)) => one == other,
        (Binding::Datum(_), Binding::Reason(_)) | (Binding::Reason(_), Binding::Datum(_)) => false,
    }
}

/// Whether two ids are of one value: the share of an answer is also that of its place in the ranking. They are where they
/// stand in one record, at one value.
fn is_same_datum(one: &ProvenDatum, other: &ProvenDatum) -> bool {
    let is_one_record = one.origin.record.is_some() && one.origin.record == other.origin.record;
    one.id == other.id
        || (is_one_record && one.value.total_cmp(&other.value).is_eq() && one.high == other.high)
}

/// The places of numbers.
fn prints(proof: &Proof, is_wanted: impl Fn(&str, Option<usize>, &Binding) -> bool) -> Vec<Printed> {
    let mut found = Vec::new();
    for place in &proof.places {
        for ProvenNumber(text, binding, label) in &place.numbers {
            if is_wanted(text, *label, binding) {
                let label = label.and_then(|label| proof.labels.get(label)).cloned().unwrap_or_default();
                found.push(Printed { place: place.name.clone(), label, text: text.clone() });
            }
        }
    }
    found.dedup();
    found
}

/// A cell instead of a number: `D7`, or `Пол!D7` of the sheet alone.
fn cell(wanted: &str) -> Option<&str> {
    let address = wanted.rsplit('!').next().unwrap_or_default();
    let letters = address.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let is_cell =
        letters.len() < address.len() && !letters.is_empty() && letters.chars().all(|c| c.is_ascii_digit());
    is_cell.then_some(wanted)
}

/// Whether a place is a page of a PDF, or a slide or its notes.
fn is_page(name: &str, page: u32) -> bool {
    let slide = |folder: &str, file: &str| name == format!("ppt/{folder}/{file}{page}.xml");
    name == format!("page {page}") || slide("slides", "slide") || slide("notesSlides", "notesSlide")
}
