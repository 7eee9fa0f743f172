//! One document in all its formats, and all documents of a run side by side.

use std::time::Instant;

use super::artifact::{Artifact, ArtifactInfo, BuildOutput, block_counts};
use super::build_context::BuildContext;
use super::crosscheck::ProvingReport;
use super::job::{Format, Job};
use super::progress::Progress;
use super::proving::{Content, ProvenCounts, ToProve};
use super::resolved::ResolvedDocument;
use super::{parity, workers};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::document::{Document, OutlineEntry};
use crate::proof::PROOF_FILE;
use crate::write::typst;
use crate::write::typst::{DeckView, LaidOutDocument};

/// One document in all its formats.
struct DocumentOutput {
    artifacts: Vec<Artifact>,
    outline: Vec<OutlineEntry>,
    warnings: Diagnostics,
}

impl BuildContext {
    /// Builds all chosen documents in memory, in parallel.
    ///
    /// # Errors
    /// The faults of all documents.
    pub fn build(&self, progress: &dyn Progress) -> Result<BuildOutput, Diagnostics> {
        progress.planned(self.jobs.len());
        let results: Vec<Result<DocumentOutput, Diagnostics>> =
            workers::each(&self.jobs, |job| self.build_document(job, progress));
        let mut artifacts = Vec::new();
        let mut outlines = Vec::new();
        let mut warnings = self.loaded.warnings.clone();
        let mut faults = Diagnostics::new();
        for (job, result) in self.jobs.iter().zip(results) {
            match result {
                Ok(built) => {
                    artifacts.extend(built.artifacts);
                    outlines.push((job.clone(), built.outline));
                    warnings.extend(built.warnings);
                }
                Err(found) => faults.extend(found),
            }
        }
        faults.extend(parity::differences(&outlines));
        warnings.normalise();
        faults.normalise();
        if faults.has_errors() { Err(faults) } else { Ok(BuildOutput { artifacts, warnings }) }
    }

    /// Everything there is to say of the chosen documents short of typesetting them.
    pub(super) fn document_findings(&self) -> Diagnostics {
        let mut findings = Diagnostics::new();
        let mut outlines = Vec::new();
        let results: Vec<Result<_, Diagnostics>> = workers::each(&self.jobs, |job| {
            if self.is_base(job) {
                self.base(job)?;
                return Ok((Vec::new(), Diagnostics::new()));
            }
            let mut resolved = self.resolve(job)?;
            let unverified = self.unverified(job, &resolved)?;
            resolved.warnings.extend(unverified);
            Ok((resolved.document.outline(), resolved.warnings))
        });
        for (job, result) in self.jobs.iter().zip(results) {
            match result {
                Ok((outline, warnings)) => {
                    outlines.push((job.clone(), outline));
                    findings.extend(warnings);
                }
                Err(faults) => findings.extend(faults),
            }
        }
        findings.extend(parity::differences(&outlines));
        findings
    }

    /// One document in all formats of its job.
    fn build_document(&self, job: &Job, progress: &dyn Progress) -> Result<DocumentOutput, Diagnostics> {
        let name = job.name();
        let began = Instant::now();
        if self.is_base(job) {
            let artifacts = self.base_files(job)?;
            progress.document_done(&name, began.elapsed());
            return Ok(DocumentOutput { artifacts, outline: Vec::new(), warnings: Diagnostics::new() });
        }
        let resolved = self.resolve(job)?;
        let unverified = self.unverified(job, &resolved)?;
        if unverified.has_errors() {
            return Err(unverified);
        }
        let document = &resolved.document;
        let laid_out = self.lay_out(document, self.theme_of(job), DeckView::Slides)?;
        self.check_page_count(job, laid_out.page_count())?;
        let shared = began.elapsed();
        let outline = document.outline();
        let artifacts = job
            .formats
            .iter()
            .map(|format| {
                let began = Instant::now();
                let (bytes, numbers) = self.file(job, *format, &resolved, &laid_out)?;
                let info = ArtifactInfo {
                    name: job.file(*format),
                    size: bytes.len() as u64,
                    pages: laid_out.page_count(),
                    counts: block_counts(document),
                    numbers,
                    elapsed: shared + began.elapsed(),
                };
                Ok(Artifact { info, bytes })
            })
            .collect::<Result<Vec<Artifact>, Diagnostics>>()?;
        drop(laid_out);
        // What Typst remembers of this document serves no other one.
        comemo::evict(0);
        progress.document_done(&name, began.elapsed());
        Ok(DocumentOutput { artifacts, outline, warnings: resolved.warnings })
    }

    /// One document in one format, with the proof of its numbers.
    fn file(
        &self,
        job: &Job,
        format: Format,
        resolved: &ResolvedDocument,
        laid_out: &LaidOutDocument,
    ) -> Result<(Vec<u8>, ProvenCounts), Diagnostics> {
        let ResolvedDocument { document, slides, .. } = resolved;
        let theme = self.theme_of(job);
        let of = |pages, count| ToProve { job, format, content: Content::Document(document, pages, count) };
        match format {
            Format::Pdf => {
                let of = of(&laid_out.pages, laid_out.page_count());
                self.pdf(&of, (document, laid_out), &self.identifier(job))
            }
            Format::Speaker => {
                let with_notes = self.lay_out(document, theme, DeckView::SpeakerNotes)?;
                let identifier = format!("{}.speaker", self.identifier(job));
                let of = of(&with_notes.pages, with_notes.page_count());
                self.pdf(&of, (document, &with_notes), &identifier)
            }
            Format::Docx => {
                let (pages, count) = self.docx_pages(document, theme, laid_out)?;
                let bare = self.docx(document, theme, (&pages, count))?;
                self.proven_package(&of(&pages, count), bare)
            }
            Format::Pptx => self.proven_package(
                &of(&laid_out.pages, laid_out.page_count()),
                self.pptx(job, document, slides)?,
            ),
            // Of a base alone, which has gone its own way above.
            Format::Xlsx | Format::Zip => {
                Err(Diagnostic::new(Code::Usage, say!("format-not-possible")).into())
            }
        }
    }

    /// A layout as PDF with the proof of its numbers.
    fn pdf(
        &self,
        of: &ToProve<'_>,
        (document, laid_out): (&Document, &LaidOutDocument),
        identifier: &str,
    ) -> Result<(Vec<u8>, ProvenCounts), Diagnostics> {
        let bare = typst::export(laid_out, document, identifier, None)?;
        self.proven(of, &bare, |proof| {
            typst::export(laid_out, document, identifier, Some((PROOF_FILE, proof)))
        })
    }

    /// Numbers of a deck or paper that the deliverable named in its settings lacks; a study that does not owe that
    /// deliverable in the same language has nothing to prove them by.
    ///
    /// # Errors
    /// Faults of the proving report itself.
    fn unverified(&self, job: &Job, resolved: &ResolvedDocument) -> Result<Diagnostics, Diagnostics> {
        let named = self.reports.of(&job.deliverable).and_then(|settings| settings.proven_by.as_deref());
        let proves = |p: &&ProvingReport| {
            Some(p.job.deliverable.as_str()) == named
                && p.job.language == job.language
                && p.job.presented_at == job.presented_at
                && p.job.cutoff <= job.cutoff
        };
        let Some(report) = self.proofs.iter().filter(proves).max_by_key(|p| p.job.cutoff) else {
            return Ok(Diagnostics::new());
        };
        report.faults(job, resolved, |job| self.resolve(job))
    }

    /// A deliverable that its settings hold to some pages has no more of them.
    fn check_page_count(&self, job: &Job, pages: usize) -> Result<(), Diagnostic> {
        let most = self.reports.of(&job.deliverable).and_then(|settings| settings.most_pages);
        match most.filter(|most| pages > *most) {
            None => Ok(()),
            Some(most) => {
                let fault =
                    Diagnostic::new(Code::PagesExceeded, say!("pages-exceeded", n = pages, most = most));
                let place = Location::file(format!("reports/{}/{}.md", job.deliverable, job.language));
                Err(fault.at(place).hint(say!("hint-pages-exceeded")))
            }
        }
    }
}
