//! One document in all its formats, and all documents of a run side by side.

use std::cmp::Reverse;
use std::num::NonZero;
use std::time::Instant;

use super::artifact::{ArtifactInfo, BuildOutput, block_counts};
use super::build_context::BuildContext;
use super::crosscheck::ProvingReport;
use super::job::{Format, Job};
use super::parity::Declared;
use super::progress::Progress;
use super::proving::{Content, Evidence, ProvenCounts, ToProve};
use super::resolved::ResolvedDocument;
use super::shelf::{InMemory, Shelf};
use super::{made_of, parity, workers};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::document::Document;
use crate::proof::PROOF_FILE;
use crate::resolve::DocumentKind;
use crate::write::typst;
use crate::write::typst::{DeckView, LaidOutDocument, Pages};

/// Records of results beyond which there is one document at a time: what its templates see takes some 400 bytes a
/// record.
const MANY_RECORDS: usize = 200_000;

/// One document in all its formats.
struct DocumentOutput {
    files: Vec<ArtifactInfo>,
    /// Nothing of a statistical base, which is the same in all languages.
    declared: Option<Declared>,
    warnings: Diagnostics,
}

impl BuildContext {
    /// Builds all chosen documents in memory, in parallel.
    ///
    /// # Errors
    /// The faults of all documents.
    pub fn build(&self, progress: &dyn Progress) -> Result<BuildOutput, Diagnostics> {
        let shelf = InMemory::default();
        let (files, warnings) = self.build_onto(&shelf, progress)?;
        Ok(BuildOutput { artifacts: shelf.with(files), warnings })
    }

    /// Builds all chosen documents onto a shelf, in parallel, but for what is there already: the files in the order of
    /// the study's languages and deliverables, and what is doubtful.
    ///
    /// # Errors
    /// The faults of all documents.
    pub(super) fn build_onto(
        &self,
        shelf: &dyn Shelf,
        progress: &dyn Progress,
    ) -> Result<(Vec<ArtifactInfo>, Diagnostics), Diagnostics> {
        progress.planned(self.jobs.len());
        let results = self.each_document(|job| self.build_document(job, shelf, progress));
        let mut files = Vec::new();
        let mut declared = Vec::new();
        let mut warnings = self.loaded.warnings.clone();
        let mut faults = Diagnostics::new();
        for result in results {
            match result {
                Ok(built) => {
                    files.extend(built.files);
                    declared.extend(built.declared);
                    warnings.extend(built.warnings);
                }
                Err(found) => faults.extend(found),
            }
        }
        faults.extend(parity::differences(&declared));
        warnings.normalise();
        faults.normalise();
        if faults.has_errors() { Err(faults) } else { Ok((files, warnings)) }
    }

    /// Applies `work` to all chosen documents in parallel: results in the order of the documents. Those of a language
    /// that take long come first, so that no core waits for the last of them; reports, too, before what is proven by
    /// them. The longest of two languages would take most memory at once, so that one language comes after the other,
    /// and of a large study one document.
    fn each_document<R: Send>(&self, work: impl Fn(&Job) -> R + Sync) -> Vec<R> {
        let rank = |job: &Job| match self.reports.of(&job.deliverable).map(|settings| settings.kind) {
            Some(DocumentKind::Report) => 0,
            Some(DocumentKind::Deck) => 1,
            Some(DocumentKind::Base) | None => 2,
            Some(DocumentKind::Paper) => 3,
        };
        let languages = &self.loaded.study.passport.languages;
        let language = |job: &Job| languages.iter().position(|own| *own == job.language);
        let mut order: Vec<(usize, &Job)> = self.jobs.iter().enumerate().collect();
        // What is known later is more.
        order.sort_by_key(|(_, job)| (language(job), rank(job), Reverse(job.cutoff)));
        let (places, jobs): (Vec<usize>, Vec<&Job>) = order.into_iter().unzip();
        let turns: Vec<&[&Job]> = (0..jobs.len()).map(|turn| &jobs[turn..]).collect();
        let has_many = self.loaded.study.results.iter().any(|results| results.records.len() > MANY_RECORDS);
        let threads = self.request.threads.or(has_many.then_some(NonZero::<usize>::MIN));
        let results = workers::each(&turns, threads, |turn| {
            let (job, to_come) = turn.split_first()?;
            let result = work(job);
            self.cutoffs.done(job, to_come);
            Some(result)
        });
        let mut results: Vec<(usize, R)> = places.into_iter().zip(results.into_iter().flatten()).collect();
        results.sort_by_key(|(place, _)| *place);
        results.into_iter().map(|(_, result)| result).collect()
    }

    /// Everything there is to say of the chosen documents short of typesetting them.
    pub(super) fn document_findings(&self) -> Diagnostics {
        let mut findings = Diagnostics::new();
        let mut declared = Vec::new();
        let results: Vec<Result<_, Diagnostics>> = self.each_document(|job| {
            if self.is_base(job) {
                self.base(job)?;
                return Ok((None, Diagnostics::new()));
            }
            let mut resolved = self.resolve(job)?;
            let unverified = self.unverified(job, &resolved)?;
            resolved.warnings.extend(unverified);
            Ok((Some(Declared::of(job, &resolved)), resolved.warnings))
        });
        for result in results {
            match result {
                Ok((own, warnings)) => {
                    declared.extend(own);
                    findings.extend(warnings);
                }
                Err(faults) => findings.extend(faults),
            }
        }
        findings.extend(parity::differences(&declared));
        findings
    }

    /// One document in all formats of its job.
    fn build_document(
        &self,
        job: &Job,
        shelf: &dyn Shelf,
        progress: &dyn Progress,
    ) -> Result<DocumentOutput, Diagnostics> {
        let began = Instant::now();
        if self.is_base(job) {
            let files = self.base_files(job, shelf)?;
            if files.iter().any(|info| !info.is_kept) {
                progress.document_done(&job.name(), began.elapsed());
            }
            return Ok(DocumentOutput { files, declared: None, warnings: Diagnostics::new() });
        }
        let resolved = self.resolve(job)?;
        let unverified = self.unverified(job, &resolved)?;
        if unverified.has_errors() {
            return Err(unverified);
        }
        let evidence = self.evidence(job, Content::Document(&resolved.document));
        let digest = self.document_digest(job, &resolved, &evidence);
        let found = job.formats.iter().map(|format| {
            let made_of = made_of::of_file(&digest, *format);
            (*format, shelf.kept(&job.file(*format), &made_of), made_of)
        });
        let (mut files, mut wanted) = (Vec::new(), Vec::new());
        for (format, kept, made_of) in found {
            match kept {
                Some(kept) => files.push(kept),
                None => wanted.push((format, made_of)),
            }
        }
        if !wanted.is_empty() {
            files.extend(self.files(job, &wanted, (&resolved, &evidence), (shelf, began))?);
            files.sort_by_key(|info| job.formats.iter().position(|format| job.file(*format) == info.name));
            progress.document_done(&job.name(), began.elapsed());
        }
        let declared = Some(Declared::of(job, &resolved));
        Ok(DocumentOutput { files, declared, warnings: resolved.warnings })
    }

    /// Lays a document out and writes it in the formats that are wanted, each with the digest of what it is made of.
    fn files(
        &self,
        job: &Job,
        wanted: &[(Format, String)],
        (resolved, evidence): (&ResolvedDocument, &Evidence<'_>),
        (shelf, began): (&dyn Shelf, Instant),
    ) -> Result<Vec<ArtifactInfo>, Diagnostics> {
        let mut laid_out =
            Some(self.lay_out_once(&resolved.document, self.theme_of(job), DeckView::Slides)?);
        let pages = laid_out.as_ref().map(|laid_out| laid_out.pages.clone()).unwrap_or_default();
        self.check_page_count(job, pages.count)?;
        let shared = began.elapsed();
        let mut files = Vec::new();
        for (format, made_of) in wanted {
            let began = Instant::now();
            // The PDF comes first of all formats; no other one is made of the layout itself.
            let own = laid_out.take().filter(|_| *format == Format::Pdf);
            let (bytes, numbers) = self.file(job, *format, (resolved, evidence), (&pages, own))?;
            let info = ArtifactInfo {
                pages: pages.count,
                counts: block_counts(&resolved.document),
                numbers,
                elapsed: shared + began.elapsed(),
                made_of: made_of.clone(),
                ..ArtifactInfo::of(job.file(*format), &bytes)
            };
            shelf.put(&info, bytes)?;
            files.push(info);
        }
        Ok(files)
    }

    /// One document in one format, with the proof of its numbers; a PDF takes the layout, where there is one, or makes
    /// its own.
    fn file(
        &self,
        job: &Job,
        format: Format,
        (resolved, evidence): (&ResolvedDocument, &Evidence<'_>),
        (pages, laid_out): (&Pages, Option<LaidOutDocument>),
    ) -> Result<(Vec<u8>, ProvenCounts), Diagnostics> {
        let ResolvedDocument { document, slides, .. } = resolved;
        let theme = self.theme_of(job);
        let content = Content::Document(document);
        let of = |pages| ToProve { job, format, content, evidence, pages };
        match format {
            Format::Pdf => {
                let own = || self.lay_out_once(document, theme, DeckView::Slides);
                let laid_out = laid_out.map_or_else(own, Ok)?;
                self.pdf(&of(pages), (document, laid_out), &self.identifier(job))
            }
            Format::Speaker => {
                let with_notes = self.lay_out_once(document, theme, DeckView::SpeakerNotes)?;
                let pages = with_notes.pages.clone();
                self.pdf(&of(&pages), (document, with_notes), &format!("{}.speaker", self.identifier(job)))
            }
            Format::Docx => {
                let bare = self.docx(document, theme, pages)?;
                self.proven_package(&of(pages), bare)
            }
            Format::Pptx => self.proven_package(&of(pages), self.pptx(job, document, slides)?),
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
        (document, laid_out): (&Document, LaidOutDocument),
        identifier: &str,
    ) -> Result<(Vec<u8>, ProvenCounts), Diagnostics> {
        let bare = typst::export(&laid_out, document, identifier)?;
        drop(laid_out);
        self.proven(of, bare, |bare, proof| typst::with_data(&bare, of.pages, PROOF_FILE, proof))
    }

    /// Numbers of a deck or paper that the deliverable named in its settings lacks; a study that does not owe that
    /// deliverable in the same language has nothing to prove them by. A document that proves others is kept for them.
    ///
    /// # Errors
    /// Faults of the proving report itself.
    pub(super) fn unverified(
        &self,
        job: &Job,
        resolved: &ResolvedDocument,
    ) -> Result<Diagnostics, Diagnostics> {
        let named = self.reports.of(&job.deliverable).and_then(|settings| settings.proven_by.as_deref());
        let proves = |p: &&ProvingReport| {
            Some(p.job.deliverable.as_str()) == named
                && p.job.language == job.language
                && p.job.presented_at == job.presented_at
                && p.job.cutoff <= job.cutoff
        };
        self.proofs.iter().for_each(|proof| proof.keep(job, resolved));
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
