//! Holds a finished file against the proof that it carries.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::allowed::Allowed;
use super::claim::{Binding, Proof, ProvenDatum, ProvenNumber, ProvenPlace};
use super::reading::{Place, Reading};
use super::token::{Token, key};
use crate::diag::{Cell, Code, Diagnostic, Diagnostics, Location, Message, say};

/// What a file proves.
#[derive(Debug, Clone, Default)]
pub struct Verification {
    /// The file's name.
    pub file: String,
    /// Numbers that were read.
    pub read: usize,
    /// Numbers that are the rounding of their datum.
    pub proven: usize,
    /// Numbers that need no datum.
    pub allowed: usize,
    /// Everything that does not agree.
    pub faults: Diagnostics,
    /// The proof that the file carries, where it can be read.
    pub proof: Option<Proof>,
}

/// Holds a file against its own proof. A file that carries none, or of which nothing is read, has proven nothing.
pub fn verify(file: &str, reading: &Reading, allowed: &Allowed) -> Verification {
    let mut result = Verification { file: file.to_owned(), read: reading.count(), ..Verification::default() };
    let Some(bytes) = &reading.proof else {
        result.faults.push(fault(
            Code::ProofMissing,
            say!("proof-missing"),
            file,
            say!("hint-proof-missing"),
        ));
        return result;
    };
    let proof = match Proof::parse(bytes) {
        Ok(proof) => proof,
        Err(detail) => {
            let message = say!("proof-broken", detail = detail);
            result.faults.push(fault(Code::ProofBroken, message, file, say!("hint-proof-broken")));
            return result;
        }
    };
    if reading.unreadable > 0 {
        let message = say!("proof-characters", n = reading.unreadable);
        result.faults.push(fault(Code::ProofUnreadable, message, file, say!("hint-proof-unreadable")));
    }
    // A document without a single number claims none.
    if result.read == 0 && proof.places.iter().any(|place| !place.numbers.is_empty()) {
        let message = say!("proof-nothing-read");
        result.faults.push(fault(Code::ProofUnreadable, message, file, say!("hint-proof-unreadable")));
    }
    places(&mut result, reading, &proof, allowed);
    result.proof = Some(proof);
    result
}

fn fault(code: Code, message: Message, file: &str, hint: Message) -> Diagnostic {
    Diagnostic::new(code, message).at(Location::file(file)).hint(hint)
}

/// Compares place by place.
fn places(result: &mut Verification, reading: &Reading, proof: &Proof, allowed: &Allowed) {
    let nothing = |name: &str| ProvenPlace { name: name.to_owned(), numbers: Vec::new() };
    for place in &reading.places {
        let claimed = proof.places.iter().find(|claimed| claimed.name == place.name);
        let claimed = claimed.cloned().unwrap_or_else(|| nothing(&place.name));
        compare(result, place, &claimed, proof, allowed);
    }
    let is_read = |name: &str| reading.places.iter().any(|place| place.name == name);
    for claimed in proof.places.iter().filter(|claimed| !is_read(&claimed.name)) {
        let place = Place { name: claimed.name.clone(), ..Place::default() };
        compare(result, &place, claimed, proof, allowed);
    }
}

fn compare(
    result: &mut Verification,
    place: &Place,
    claimed: &ProvenPlace,
    proof: &Proof,
    allowed: &Allowed,
) {
    let read: Vec<&str> = place.tokens.iter().map(|token| token.text.as_str()).collect();
    let wanted: Vec<&str> = claimed.numbers.iter().map(|number| number.0.as_str()).collect();
    for operation in capture_diff_slices(Algorithm::Myers, &wanted, &read) {
        match operation {
            DiffOp::Equal { old_index, new_index, len } => {
                for step in 0..len {
                    let pair = (claimed.numbers.get(old_index + step), place.tokens.get(new_index + step));
                    if let (Some(number), Some(token)) = pair {
                        bound(result, place, number, token, proof, allowed);
                    }
                }
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                changed(result, place, &[], tokens_at(place, new_index, new_len), proof);
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                changed(result, place, numbers_at(claimed, old_index, old_len), &[], proof);
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let numbers = numbers_at(claimed, old_index, old_len);
                changed(result, place, numbers, tokens_at(place, new_index, new_len), proof);
            }
        }
    }
}

fn tokens_at(place: &Place, from: usize, count: usize) -> &[Token] {
    place.tokens.get(from..from + count).unwrap_or_default()
}

fn numbers_at(place: &ProvenPlace, from: usize, count: usize) -> &[ProvenNumber] {
    place.numbers.get(from..from + count).unwrap_or_default()
}

/// Numbers that stand in the place of others.
fn changed(
    result: &mut Verification,
    place: &Place,
    numbers: &[ProvenNumber],
    tokens: &[Token],
    proof: &Proof,
) {
    for at in 0..numbers.len().max(tokens.len()) {
        let (wanted, found) = (numbers.get(at), tokens.get(at));
        let id = wanted.and_then(|number| datum(number, proof)).map_or("none", |datum| &datum.id);
        let message = match (wanted, found) {
            (Some(wanted), Some(found)) => {
                say!("proof-number-changed", found = shown(found), wanted = &wanted.0, datum = id)
            }
            (None, Some(found)) => say!("proof-number-unknown", found = shown(found)),
            (Some(wanted), None) => say!("proof-number-gone", wanted = &wanted.0, datum = id),
            (None, None) => continue,
        };
        let code = if wanted.is_none() { Code::ProofNumberUnbound } else { Code::ProofNumberDiffers };
        let at = position(&result.file, place, tokens.get(at).or(tokens.last()));
        result.faults.push(Diagnostic::new(code, message).at(at).hint(say!("hint-proof-number")));
    }
}

/// The page or part, and the paragraph in it.
fn position(file: &str, place: &Place, token: Option<&Token>) -> Location {
    if let Some(cell) = token.and_then(|token| token.cell).filter(|_| !place.sheet.is_empty()) {
        return Location::cell(file, Cell { at: 0, sheet: place.sheet.clone(), place: Some(cell) });
    }
    match token.map(|token| token.paragraph).filter(|paragraph| *paragraph > 0) {
        Some(paragraph) => Location::pointer(file, format!("{} ¶ {paragraph}", place.name)),
        None => Location::pointer(file, place.name.clone()),
    }
}

/// A number with the words around it.
fn shown(token: &Token) -> String {
    format!("{}{}{}", token.before, token.text, token.after).trim().replace('\n', " ")
}

fn datum<'p>(number: &ProvenNumber, proof: &'p Proof) -> Option<&'p ProvenDatum> {
    match &number.1 {
        Binding::Datum(at) => proof.data.get(*at),
        Binding::Reason(_) => None,
    }
}

/// A number whose text is the one of the proof: is it the rounding of its datum, or does its reason hold?
fn bound(
    result: &mut Verification,
    place: &Place,
    number: &ProvenNumber,
    token: &Token,
    proof: &Proof,
    allowed: &Allowed,
) {
    let at = position(&result.file, place, Some(token));
    match &number.1 {
        Binding::Datum(_) => {
            let Some(datum) = datum(number, proof) else { return };
            let printed = datum.printed();
            if printed.iter().any(|end| key(end) == token.key()) {
                result.proven += 1;
                return;
            }
            let message = say!(
                "proof-number-rounding",
                found = &token.text,
                wanted = printed.join("–"),
                datum = &datum.id
            );
            let found = Diagnostic::new(Code::ProofNumberDiffers, message).at(at);
            result.faults.push(found.hint(say!("hint-proof-number")));
        }
        Binding::Reason(id) => {
            let holds = allowed.of(id).is_some_and(|reason| reason.fits(token).unwrap_or(true));
            if holds {
                result.allowed += 1;
                return;
            }
            let message = say!("proof-reason-unknown", found = shown(token), reason = id);
            let found = Diagnostic::new(Code::ProofNumberUnbound, message).at(at);
            result.faults.push(found.hint(say!("hint-proof-number")));
        }
    }
}
