//! The statistical base: its workbook in each language and its package of data in all of them.

use std::time::Instant;

use super::artifact::ArtifactInfo;
use super::build_context::BuildContext;
use super::cutoffs::StudyFacts;
use super::job::{Format, Job};
use super::made_of;
use super::proving::{Content, ProvenCounts, ToProve};
use super::shelf::Shelf;
use crate::base::{self, Sources, Voice, Words};
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::book::Book;
use crate::document::dataset::Dataset;
use crate::proof::{Verification, verify_dataset};
use crate::resolve::DocumentKind;
use crate::source::Digest;
use crate::write::typst::Pages;
use crate::write::{dataset, xlsx};

/// What a job of a base makes.
#[derive(Debug)]
pub struct Base {
    /// The workbook, where it is asked for.
    pub book: Option<Book>,
    /// The package, where it is asked for.
    pub dataset: Option<Dataset>,
}

impl BuildContext {
    /// Whether a job is that of a base.
    pub(super) fn is_base(&self, job: &Job) -> bool {
        self.reports.of(&job.deliverable).is_some_and(|settings| settings.kind == DocumentKind::Base)
    }

    /// The models of a job's files.
    ///
    /// # Errors
    /// Where the words of a language are not there, or lack one.
    pub(super) fn base(&self, job: &Job) -> Result<Base, Diagnostics> {
        let Some(StudyFacts { study, facts, .. }) = self.cutoffs.of(&self.loaded.study, job) else {
            return Err(not_set_up(job).into());
        };
        let sources = Sources { deliverable: &job.deliverable, study, facts };
        let book = job.formats.contains(&Format::Xlsx).then(|| base::book(&sources, &self.voice(job)?));
        let all = || {
            let voices: Vec<Voice<'_>> =
                self.languages(job).iter().map(|job| self.voice(job)).collect::<Result<_, Diagnostic>>()?;
            base::dataset(&sources, &voices)
        };
        let dataset = job.formats.contains(&Format::Zip).then(all);
        Ok(Base { book: book.transpose()?, dataset: dataset.transpose()? })
    }

    /// The files of a job, those that the shelf has not got yet made anew.
    ///
    /// # Errors
    /// As [`BuildContext::base`]; what the writers refuse.
    pub(super) fn base_files(&self, job: &Job, shelf: &dyn Shelf) -> Result<Vec<ArtifactInfo>, Diagnostics> {
        let began = Instant::now();
        let Base { book, dataset } = self.base(job)?;
        let mut files = Vec::new();
        if let Some(book) = book {
            let content = Content::Book(&book);
            let evidence = self.evidence(job, content);
            let digest = self.base_digest(job, &(&book, &evidence.data, &evidence.sources, &evidence.study));
            let write = || {
                let format = Format::Xlsx;
                let of = ToProve { job, format, content, evidence: &evidence, pages: &Pages::default() };
                self.proven_package(&of, xlsx::write(&book)?)
            };
            let counts = [("row", book.rows()), ("sheet", book.sheets.len())];
            files.push(shelved(job, Format::Xlsx, (&digest, counts, began), shelf, write)?);
        }
        if let Some(dataset) = dataset {
            let counts = [("row", dataset.rows()), ("table", dataset.tables.len())];
            let digest = self.base_digest(job, &dataset);
            let write = || proven_dataset(&job.file(Format::Zip), dataset::write(&dataset)?);
            files.push(shelved(job, Format::Zip, (&digest, counts, began), shelf, write)?);
        }
        Ok(files)
    }

    /// The job in every language in which its deliverable is owed, whichever were asked for.
    fn languages(&self, job: &Job) -> Vec<Job> {
        let passport = &self.loaded.study.passport;
        let deliverable = passport.deliverables.iter().find(|d| d.id.as_str() == job.deliverable);
        let spoken = passport.languages.iter().filter(|l| deliverable.is_some_and(|d| d.speaks(l)));
        spoken.map(|language| Job { language: language.clone(), ..job.clone() }).collect()
    }

    /// Words and numbers of the language of a job.
    fn voice(&self, job: &Job) -> Result<Voice<'_>, Diagnostic> {
        let locale = self.reports.locale(job).ok_or_else(|| not_set_up(job))?;
        let words = Words::load(&self.assets, &job.deliverable, locale, &self.loaded.study.thresholds)?;
        Ok(Voice { locale, words })
    }
}

/// A file of a base, as the shelf has it or made anew.
fn shelved(
    job: &Job,
    format: Format,
    (digest, counts, began): (&Digest, [(&str, usize); 2], Instant),
    shelf: &dyn Shelf,
    write: impl FnOnce() -> Result<(Vec<u8>, ProvenCounts), Diagnostics>,
) -> Result<ArtifactInfo, Diagnostics> {
    let (name, made_of) = (job.file(format), made_of::of_file(digest, format));
    if let Some(kept) = shelf.kept(&name, &made_of) {
        return Ok(kept);
    }
    let (bytes, numbers) = write()?;
    let info = ArtifactInfo {
        numbers,
        counts: counts.into_iter().map(|(kind, n)| (kind.to_owned(), n)).collect(),
        elapsed: began.elapsed(),
        made_of,
        ..ArtifactInfo::of(name, &bytes)
    };
    shelf.put(&info, bytes)?;
    Ok(info)
}

/// A package of data, read back and held against its own descriptor.
///
/// # Errors
/// Where the file is not as it describes itself.
fn proven_dataset(file: &str, bytes: Vec<u8>) -> Result<(Vec<u8>, ProvenCounts), Diagnostics> {
    let found = verify_dataset(file, bytes.clone())?;
    let Verification { read, proven, allowed, faults, .. } = found.verification;
    if faults.has_errors() {
        return Err(faults);
    }
    Ok((bytes, ProvenCounts { read, proven, allowed, proof: found.descriptor }))
}

fn not_set_up(job: &Job) -> Diagnostic {
    Diagnostic::new(Code::Usage, say!("job-not-set-up", name = job.name()))
}
