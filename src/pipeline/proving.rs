//! Every file is read back before it is written: each of its numbers has to be the rounding of its datum, or to need
//! none for a reason. What proves it goes into the file.

use super::build_context::BuildContext;
use super::job::{Format, Job};
use super::origins::{self, Origins};
use crate::check::Loaded;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::document::Document;
use crate::document::book::Book;
use crate::proof::reading::{self, FileKind, Reading};
use crate::proof::{
    Allowed, Bound, Expected, Formulas, Lookup, Print, Proof, ProvenDatum, ProvenSource, SCHEMA, Unbound,
    Verification, bind, digest, verify, with_proof,
};
use crate::source::{Assets, sha256};
use crate::write::typst::{Pages, attachable};

/// The program and its version, as proofs name it.
pub const PROGRAM_NAME: &str = concat!("esep ", env!("CARGO_PKG_VERSION"));

/// What the files of a run are proven with.
pub struct Proving {
    /// Numbers that need no datum.
    pub allowed: Allowed,
    /// What data are computed by.
    pub formulas: Formulas,
}

/// Where the numbers of a document come from; the same for all of its files.
pub struct Evidence<'e> {
    origins: Origins<'e>,
    /// Its data, each with its record or formula.
    pub data: Vec<ProvenDatum>,
    /// What went into them.
    pub sources: Vec<ProvenSource>,
    /// Why numbers of its words need no datum, in the order of the text.
    pub reasons: Vec<Option<String>>,
    /// SHA-256 of what the study gives to the document.
    pub study: String,
}

impl Evidence<'_> {
    /// All numbers of a document or workbook.
    pub(super) fn expected(&self, content: Content<'_>, pages: &Pages) -> Expected {
        let chart = |figure: &str, row: &str, column: Option<&str>, value: f64| {
            self.origins.of_chart(figure, row, column, value)
        };
        match content {
            Content::Document(document) => {
                let lookup = Lookup { chart: &chart, pages: &pages.of_labels, page_count: pages.count };
                Expected::of(document, lookup)
            }
            Content::Book(book) => Expected::of_book(book),
        }
    }
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
    /// Where its numbers come from.
    pub evidence: &'d Evidence<'d>,
    /// Its pages; a workbook has none.
    pub pages: &'d Pages,
}

/// What a file is written from.
#[derive(Clone, Copy)]
pub enum Content<'d> {
    /// A document.
    Document(&'d Document),
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
        Ok(Self { allowed, formulas: Formulas::read(assets)? })
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

impl BuildContext {
    /// Where the numbers of a document come from.
    pub(super) fn evidence(&self, job: &Job, content: Content<'_>) -> Evidence<'_> {
        let (origins, study) = (self.origins(job), self.study_digest(job));
        let (data, sources, reasons) = (Vec::new(), Vec::new(), Vec::new());
        let mut evidence = Evidence { origins, data, sources, reasons, study };
        let mut expected = evidence.expected(content, &Pages::default());
        evidence.sources = evidence.origins.fill(&mut expected.data);
        let words = expected.flow.iter().filter(|print| print.bound == Bound::Words);
        let why = |print: &Print| self.proving.allowed.why(&print.bound, &print.token).map(str::to_owned);
        evidence.reasons = words.map(why).collect();
        evidence.data = expected.data;
        evidence
    }

    /// A file with its proof, made of the file without one; `attach` puts the proof in and leaves pages and parts as
    /// they are, so that they are read once.
    ///
    /// # Errors
    /// Every number of the file without a datum and a reason; a file that does not prove itself afterwards.
    pub(super) fn proven(
        &self,
        of: &ToProve<'_>,
        bare: Vec<u8>,
        attach: impl FnOnce(Vec<u8>, &[u8]) -> Result<Vec<u8>, Diagnostic>,
    ) -> Result<(Vec<u8>, ProvenCounts), Diagnostics> {
        let file = of.job.file(of.format);
        let read = reading::read(&file, bare.clone())?;
        let proof = attachable(self.proof(of, &file, &read)?.to_json());
        let bytes = attach(bare, &proof)?;
        let finished = reading::with_proof_of(read, &file, bytes.clone())?;
        let Verification { read, proven, allowed, faults, .. } =
            verify(&file, &finished, &self.proving.allowed);
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
        self.proven(of, bare, |bare, proof| with_proof(bare, main, proof))
    }

    /// Where the data of a document come from.
    pub(super) fn origins(&self, job: &Job) -> Origins<'_> {
        let day = self.cutoffs.of(&self.loaded.study, job);
        let files = self.files.get_or_init(|| origins::files(&self.loaded));
        let loaded = (&self.loaded, files);
        Origins::new(day, &job.language, loaded, &self.proving.formulas, self.workbook.as_deref())
    }

    /// What proves the numbers of a file that was read back.
    fn proof(&self, of: &ToProve<'_>, file: &str, read: &Reading) -> Result<Proof, Diagnostics> {
        let mut expected = of.evidence.expected(of.content, of.pages);
        let places = bind(read, &expected, &self.proving.allowed)
            .map_err(|all| all.into_iter().map(|one| unbound(file, &one)).collect::<Diagnostics>())?;
        // Pages have no datum: the data are those of the document before it was laid out.
        expected.data.clone_from(&of.evidence.data);
        Ok(Proof {
            schema: SCHEMA,
            program: PROGRAM_NAME.to_owned(),
            file: file.to_owned(),
            study: self.loaded.study.passport.id.to_string(),
            deliverable: of.job.deliverable.clone(),
            language: of.job.language.clone(),
            edition: self.loaded.study.passport.edition.name().to_owned(),
            cutoff: of.job.cutoff.to_string(),
            inputs: of.evidence.study.clone(),
            data: expected.data,
            sources: of.evidence.sources.clone(),
            labels: expected.labels,
            digest: digest(&places),
            places,
        })
    }
}

fn unbound(file: &str, one: &Unbound) -> Diagnostic {
    let shown = format!("{}{}{}", one.token.before, one.token.text, one.token.after);
    let message = say!("proof-number-unknown", found = shown.trim().replace('\n', " "));
    Diagnostic::new(Code::ProofNumberUnbound, message)
        .at(Location::pointer(file, one.place.clone()))
        .hint(say!("hint-proof-unbound-built"))
}
