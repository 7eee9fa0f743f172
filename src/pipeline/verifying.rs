//! `esep verify` and `esep trace`: finished files held against the proof that they carry, and against the study.

use std::collections::BTreeMap;
use std::path::Path;

use super::build_context::{BuildContext, assets};
use super::job::Format;
use super::proving::{Content, PROGRAM_NAME};
use super::request::Request;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, UiLanguage, say};
use crate::opc::FILE_LIMIT;
use crate::proof::reading::{Reading, read};
use crate::proof::{
    Allowed, Formulas, Proof, ProvenDatum, ProvenSource, Traced, Verification, VerifiedDataset, trace,
    verify, verify_dataset,
};
use crate::source;
use crate::study::passport::Edition;

/// What a file proves, and whether it is of the study's present state.
#[derive(Debug, Clone)]
pub struct VerifiedFile {
    /// What the file proves.
    pub verification: Verification,
    /// Whether it was made from the study as it is; `None` where no study was named or nothing is proven.
    pub is_current: Option<bool>,
}

/// A number traced in a file.
#[derive(Debug, Clone)]
pub struct TracedNumber {
    /// What the number may be.
    pub found: Vec<Traced>,
    /// What derived data of the file were made of.
    pub sources: Vec<ProvenSource>,
    /// Where other files print it: by candidate, the file's name with the places.
    pub elsewhere: Vec<Vec<(String, Vec<crate::proof::Printed>)>>,
}

/// Holds a file against its own proof and, where there is one, against a study; of the request only study, templates
/// and edition count.
///
/// # Errors
/// A file that cannot be read, and the faults of the study itself.
pub fn verify_file(
    path: &Path,
    study: Option<&Request>,
    templates: &Request,
) -> Result<VerifiedFile, Diagnostics> {
    if is_dataset(path) {
        return dataset(path, study);
    }
    let (file, reading) = reading_of(path)?;
    let allowed = Allowed::read(&assets(templates)?)?;
    let mut verification = verify(&file, &reading, &allowed);
    let is_current = match (&verification.proof, study) {
        (Some(proof), Some(request)) => {
            let differences = state(&file, proof, request)?;
            let is_current = differences.is_empty();
            verification.faults.extend(differences);
            Some(is_current)
        }
        _ => None,
    };
    Ok(VerifiedFile { verification, is_current })
}

/// Traces a number of a file to its datum, in that file and in others.
///
/// # Errors
/// Files that cannot be read, do not prove themselves, or do not print the number.
pub fn trace_file(
    path: &Path,
    number: &str,
    page: Option<u32>,
    others: &[std::path::PathBuf],
) -> Result<TracedNumber, Diagnostics> {
    if is_dataset(path) {
        let place = Location::file(path.display().to_string());
        let fault = Diagnostic::new(Code::Usage, say!("trace-dataset")).at(place);
        return Err(fault.hint(say!("hint-trace-dataset")).into());
    }
    let proof = proof_of(path)?;
    let found = trace(&proof, number, page);
    if found.is_empty() {
        let message = say!("trace-nothing", number = number, page = page.unwrap_or_default());
        let place = Location::file(path.display().to_string());
        return Err(Diagnostic::new(Code::TraceNothing, message)
            .at(place)
            .hint(say!("hint-trace-nothing"))
            .into());
    }
    let mut elsewhere: Vec<Vec<_>> = vec![Vec::new(); found.len()];
    for other in others {
        let proof = proof_of(other)?;
        for (candidate, places) in found.iter().zip(&mut elsewhere) {
            let Traced::Datum(datum, _) = candidate else { continue };
            let prints = crate::proof::prints_of(&proof, datum);
            if !prints.is_empty() {
                places.push((proof.file.clone(), prints));
            }
        }
    }
    Ok(TracedNumber { found, sources: proof.sources, elsewhere })
}

/// Whether a file is a package of data by its name.
fn is_dataset(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(Format::Zip.extension()))
}

/// A package of data held against its descriptor and, where there is one, against that of the study.
fn dataset(path: &Path, study: Option<&Request>) -> Result<VerifiedFile, Diagnostics> {
    let (file, bytes) = source::outside_file(path, FILE_LIMIT)?;
    let VerifiedDataset { mut verification, files, descriptor } = verify_dataset(&file, bytes)?;
    let (Some(request), false) = (study, verification.faults.has_errors()) else {
        return Ok(VerifiedFile { verification, is_current: None });
    };
    let differences = dataset_state(&file, (&files, &descriptor), request)?;
    let is_current = differences.is_empty();
    verification.faults.extend(differences);
    Ok(VerifiedFile { verification, is_current: Some(is_current) })
}

/// The files of a package that the study gives otherwise today, in the edition that comes nearest.
fn dataset_state(
    file: &str,
    (files, descriptor): (&[(String, String)], &str),
    request: &Request,
) -> Result<Diagnostics, Diagnostics> {
    let mut nearest: Option<Vec<String>> = None;
    for edition in [Edition::Customer, Edition::Public] {
        let request = Request { edition: Some(edition), formats: vec![Format::Zip], ..request.clone() };
        let context = BuildContext::open(&request)?;
        for job in context.jobs.iter().filter(|job| context.is_base(job)) {
            let Some(own) = context.base(job)?.dataset else { continue };
            let today = verify_dataset(file, crate::write::dataset::write(&own)?)?;
            if today.descriptor == descriptor {
                return Ok(Diagnostics::new());
            }
            let other = |one: &&(String, String)| !today.files.contains(one);
            let differ: Vec<String> = files.iter().filter(other).map(|(path, _)| path.clone()).collect();
            if nearest.as_ref().is_none_or(|best| differ.len() < best.len()) {
                nearest = Some(differ);
            }
        }
    }
    let state = Diagnostic::new(Code::ProofOtherState, say!("proof-other-state")).at(Location::file(file));
    let mut faults = Diagnostics::from(state.hint(say!("hint-proof-other-state")));
    faults.extend(nearest.into_iter().flatten().map(|path| {
        Diagnostic::new(Code::ProofOtherState, say!("proof-table-other"))
            .at(Location::pointer(file, path))
            .hint(say!("hint-proof-datum"))
    }));
    Ok(faults)
}

fn reading_of(path: &Path) -> Result<(String, Reading), Diagnostic> {
    let (file, bytes) = source::outside_file(path, FILE_LIMIT)?;
    let reading = read(&file, bytes)?;
    Ok((file, reading))
}

/// The proof of a file that proves itself.
fn proof_of(path: &Path) -> Result<Proof, Diagnostics> {
    let (file, reading) = reading_of(path)?;
    let allowed = Allowed::read(&assets(&Request::default())?)?;
    let Verification { proof, faults, .. } = verify(&file, &reading, &allowed);
    match proof {
        Some(proof) if !faults.has_errors() => Ok(proof.with_cells(&reading)),
        _ => Err(faults),
    }
}

/// What differs between the study that a file was made from and the study of a request.
fn state(file: &str, proof: &Proof, request: &Request) -> Result<Diagnostics, Diagnostics> {
    let request = Request {
        deliverables: vec![proof.deliverable.clone()],
        languages: vec![proof.language.clone()],
        edition: Some(if proof.edition == "public" { Edition::Public } else { Edition::Customer }),
        ..request.clone()
    };
    let context = BuildContext::open(&request)?;
    let own = context.loaded.study.passport.id.as_str();
    if own != proof.study {
        let message = say!("proof-other-study", found = proof.study, wanted = own);
        let fault = Diagnostic::new(Code::ProofOtherState, message).at(Location::file(file));
        return Ok(fault.hint(say!("hint-proof-other-study")).into());
    }
    if context.jobs.first().is_some_and(|job| context.study_digest(job) == proof.inputs) {
        return Ok(Diagnostics::new());
    }
    let differences = differences(file, proof, &context)?;
    if differences.is_empty() && proof.program != PROGRAM_NAME {
        // Another version of the program may read a study otherwise; the data are the same.
        return Ok(Diagnostics::new());
    }
    let fault = Diagnostic::new(Code::ProofOtherState, say!("proof-other-state")).at(Location::file(file));
    let mut faults = Diagnostics::from(fault.hint(say!("hint-proof-other-state")));
    faults.extend(differences);
    Ok(faults)
}

/// The data that the study gives otherwise today, each once.
fn differences(file: &str, proof: &Proof, context: &BuildContext) -> Result<Vec<Diagnostic>, Diagnostics> {
    let Some(job) = context.jobs.first() else { return Ok(Vec::new()) };
    let today = match context.is_base(job).then(|| context.base(job)).transpose()? {
        Some(base) => base.book.as_ref().map(|book| context.evidence(job, Content::Book(book)).data),
        None => {
            let document = context.resolve(job)?.document;
            Some(context.evidence(job, Content::Document(&document)).data)
        }
    };
    let Some(today) = today else { return Ok(Vec::new()) };
    let name = |datum: &ProvenDatum| (datum.id.clone(), datum.decimals);
    let today: BTreeMap<_, _> = today.iter().map(|datum| (name(datum), datum)).collect();
    let mut found = Vec::new();
    for datum in &proof.data {
        let was = datum.printed().join("–");
        let message = match today.get(&name(datum)).map(|now| now.printed().join("–")) {
            Some(now) if now == was => continue,
            Some(now) => say!("proof-datum-differs", datum = datum.id, found = was, wanted = now),
            None => say!("proof-datum-gone", datum = datum.id, found = was),
        };
        let fault = Diagnostic::new(Code::ProofOtherState, message).at(Location::file(file));
        found.push(fault.hint(say!("hint-proof-datum")));
    }
    Ok(found)
}

/// The words of a reason for which a number needs no datum, in a language of the program.
pub fn reason_in(id: &str, language: UiLanguage) -> String {
    let allowed = assets(&Request::default()).and_then(|assets| Allowed::read(&assets));
    let words = allowed.ok().and_then(|allowed| Some(allowed.of(id)?.words.clone()));
    words.map_or(id.to_owned(), |words| in_language(words, language))
}

/// The words of a formula, in a language of the program.
pub fn formula_in(id: &str, language: UiLanguage) -> String {
    let formulas = assets(&Request::default()).and_then(|assets| Formulas::read(&assets));
    let words = formulas.ok().and_then(|formulas| formulas.words(id).cloned());
    words.map_or(id.to_owned(), |words| in_language(words, language))
}

fn in_language([en, ru, kk]: [String; 3], language: UiLanguage) -> String {
    match language {
        UiLanguage::En => en,
        UiLanguage::Ru => ru,
        UiLanguage::Kk => kk,
    }
}
