//! Every file is read back before it is written: each of its numbers has to be the rounding of its datum, or to need
//! none for a reason. What proves it goes into the file.

use std::collections::BTreeMap;

use super::build_context::BuildContext;
use super::job::{Format, Job};
use super::origins::Origins;
use crate::check::Loaded;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::document::Document;
use crate::document::book::Book;
use crate::proof::reading::{self, FileKind};
use crate::proof::{
    Allowed, Expected, Formulas, Lookup, Proof, SCHEMA, Unbound, Verification, bind, digest, verify,
    with_proof,
};
use crate::source::{Assets, sha256};
use crate::study::passport::Edition;

/// What the files of a run are proven with.
pub struct Proving {
    /// Numbers that need no datum.
    pub allowed: Allowed,
    /// What data are computed by.
    pub formulas: Formulas,
    /// SHA-256 of the study's files.
    pub inputs: String,
}

/// How many numbers of a file were proven, and by what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProvenCounts {
    /// Numbers that were read out of the finished file.
    pub read: usize,
    /// Numbers that are the rounding of their datum.
    pub proven: usize,
    /// Numbers that need no datum.
    pub allowed: usize,
    /// SHA-256 of the proof that the file carries.
    pub proof: String,
}

/// A document on its way into a file.
pub struct ToProve<'d> {
    /// Which document it is.
    pub job: &'d Job,
    /// The format of the file.
    pub format: Format,
    /// What the file is written from.
    pub content: Content<'d>,
}

/// What a file is written from.
#[derive(Clone, Copy)]
pub enum Content<'d> {
    /// A document, with the page of each label and how many pages there are.
    Document(&'d Document, &'d BTreeMap<String, u32>, usize),
    /// A workbook.
    Book(&'d Book),
}

impl Proving {
    /// Reads the list of what needs no datum; the study's words and files are those that were loaded.
    ///
    /// # Errors
    /// A list that cannot be read as such.
    pub fn new(assets: &Assets, loaded: &Loaded) -> Result<Self, Diagnostic> {
        let mut words = Vec::new();
        for (path, text) in &loaded.texts {
            match path.rsplit_once('.').map(|(_, ending)| ending) {
                Some("json") if !path.starts_with("results/") => {
                    strings(&serde_json::from_str(&text.text).unwrap_or_default(), &mut words);
                }
                Some("md") => words.push(text.text.clone()),
                Some("xlsx") => {
                    let files = crate::workbook::read_files(&text.bytes()).unwrap_or_default();
                    let own = files.iter().filter(|(path, _)| !path.starts_with("results/"));
                    own.for_each(|(_, value)| strings(value, &mut words));
                }
                _ => {}
            }
        }
        let allowed = Allowed::read(assets)?.with_words(words.iter().map(String::as_str));
        Ok(Self { allowed, formulas: Formulas::read(assets)?, inputs: inputs(loaded) })
    }
}

/// All strings of a JSON value: texts, names, ids, dates. Numbers are data, not words.
fn strings(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => out.push(text.clone()),
        serde_json::Value::Array(all) => all.iter().for_each(|inner| strings(inner, out)),
        serde_json::Value::Object(all) => all.values().for_each(|inner| strings(inner, out)),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}

/// SHA-256 of the paths and digests of all files of the study, one a line.
fn inputs(loaded: &Loaded) -> String {
    let texts = loaded.texts.iter().map(|(path, text)| (path.clone(), sha256(&text.bytes())));
    let pictures = loaded.study.pictures.iter().map(|(path, p)| (path.clone(), p.source.clone()));
    let mut lines: Vec<String> = texts.chain(pictures).map(|(path, sum)| format!("{path} {sum}\n")).collect();
    lines.sort();
    sha256(lines.concat().as_bytes())
}

impl BuildContext {
    /// A file with its proof, made of the file without one; `attach` puts the proof in.
    ///
    /// # Errors
    /// Every number of the file without a datum and a reason; a file that does not prove itself afterwards.
    pub(super) fn proven(
        &self,
        of: &ToProve<'_>,
        bare: &[u8],
        attach: impl FnOnce(&[u8]) -> Result<Vec<u8>, Diagnostics>,
    ) -> Result<(Vec<u8>, ProvenCounts), Diagnostics> {
        let file = of.job.file(of.format);
        let proof = self.proof(of, &file, bare)?.to_json();
        let bytes = attach(&proof)?;
        let read = reading::read(&file, bytes.clone())?;
        let Verification { read, proven, allowed, faults, .. } = verify(&file, &read, &self.proving.allowed);
        if faults.has_errors() {
            return Err(faults);
        }
        Ok((bytes, ProvenCounts { read, proven, allowed, proof: sha256(&proof) }))
    }

    /// As [`Self::proven`], for the packages of Office.
    pub(super) fn proven_package(
        &self,
        of: &ToProve<'_>,
        bare: Vec<u8>,
    ) -> Result<(Vec<u8>, ProvenCounts), Diagnostics> {
        let main = FileKind::of(&of.job.file(of.format)).and_then(FileKind::main_part).unwrap_or_default();
        let attached = |proof: &[u8], bytes: Vec<u8>| Ok(with_proof(bytes, main, proof)?);
        self.proven(of, &bare.clone(), |proof| attached(proof, bare))
    }

    /// Where the data of a document come from.
    pub(super) fn origins(&self, job: &Job) -> Origins<'_> {
        let day = self.cutoffs.of(&self.loaded.study, job);
        Origins::new(day, &job.language, &self.loaded, &self.proving.formulas, self.workbook.as_deref())
    }

    /// What proves the numbers of a file that was read back.
    fn proof(&self, of: &ToProve<'_>, file: &str, bare: &[u8]) -> Result<Proof, Diagnostics> {
        let read = reading::read(file, bare.to_vec())?;
        let origins = self.origins(of.job);
        let mut expected = expected(of.content, &origins);
        let places = bind(&read, &expected, &self.proving.allowed)
            .map_err(|all| all.into_iter().map(|one| unbound(file, &one)).collect::<Diagnostics>())?;
        let sources = origins.fill(&mut expected.data);
        let edition = match self.loaded.study.passport.edition {
            Edition::Customer => "customer",
            Edition::Public => "public",
        };
        Ok(Proof {
            schema: SCHEMA,
            program: concat!("esep ", env!("CARGO_PKG_VERSION")).to_owned(),
            file: file.to_owned(),
            study: self.loaded.study.passport.id.to_string(),
            deliverable: of.job.deliverable.clone(),
            language: of.job.language.clone(),
            edition: edition.to_owned(),
            cutoff: of.job.cutoff.to_string(),
            inputs: self.proving.inputs.clone(),
            data: expected.data,
            sources,
            labels: expected.labels,
            digest: digest(&places),
            places,
        })
    }
}

/// All numbers of a document or workbook.
pub(super) fn expected(content: Content<'_>, origins: &Origins<'_>) -> Expected {
    let chart = |figure: &str, row: &str, column: Option<&str>, value: f64| {
        origins.of_chart(figure, row, column, value)
    };
    match content {
        Content::Document(document, pages, page_count) => {
            Expected::of(document, Lookup { chart: &chart, pages, page_count })
        }
        Content::Book(book) => Expected::of_book(book),
    }
}

fn unbound(file: &str, one: &Unbound) -> Diagnostic {
    let shown = format!("{}{}{}", one.token.before, one.token.text, one.token.after);
    let message = say!("proof-number-unknown", found = shown.trim().replace('\n', " "));
    Diagnostic::new(Code::ProofNumberUnbound, message)
        .at(Location::pointer(file, one.place.clone()))
        .hint(say!("hint-proof-unbound-built"))
}
