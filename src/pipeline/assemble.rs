//! One document from template to bytes, and all documents of a run side by side.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::setup::Workshop;
use super::{Built, Format, Job, Progress, glyphs, parity, workers};
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::{Document, Entry, Inline};
use crate::facts::Facts;
use crate::markup;
use crate::resolve::{Kind, Sources, resolve};
use crate::template::Engine;
use crate::write::typst::Reader;
use crate::write::{docx, office, pptx, typst};

/// A file in memory.
pub struct Made {
    pub built: Built,
    pub bytes: Vec<u8>,
}

/// Drawings as PNG, by figure label.
type Pngs = BTreeMap<String, Vec<Arc<[u8]>>>;

/// One document in all its formats.
struct MadeOne {
    files: Vec<Made>,
    outline: Vec<Entry>,
    warnings: Diagnostics,
}

/// All files of a run in memory.
pub struct MadeAll {
    pub files: Vec<Made>,
    pub warnings: Diagnostics,
}

impl Workshop {
    /// Builds all chosen documents in memory, in parallel.
    ///
    /// # Errors
    /// The faults of all documents.
    pub fn make(&self, progress: &dyn Progress) -> Result<MadeAll, Diagnostics> {
        let results: Vec<Result<MadeOne, Diagnostics>> =
            workers::each(&self.jobs, |job| self.document(job, progress));
        let mut files = Vec::new();
        let mut outlines = Vec::new();
        let mut warnings = self.loaded.warnings.clone();
        let mut faults = Diagnostics::new();
        for (job, result) in self.jobs.iter().zip(results) {
            match result {
                Ok(made) => {
                    files.extend(made.files);
                    outlines.push((job.clone(), made.outline));
                    warnings.extend(made.warnings);
                }
                Err(found) => faults.extend(found),
            }
        }
        faults.extend(parity::differences(&outlines));
        warnings.normalise();
        faults.normalise();
        if faults.has_errors() { Err(faults) } else { Ok(MadeAll { files, warnings }) }
    }

    /// Everything there is to say of the chosen documents short of typesetting them.
    pub(super) fn try_out(&self) -> Diagnostics {
        let mut findings = Diagnostics::new();
        let mut outlines = Vec::new();
        let results: Vec<Result<_, Diagnostics>> = workers::each(&self.jobs, |job| {
            let (document, mut warnings) = self.resolved(job)?;
            warnings.extend(self.unproven(job, &document)?);
            Ok((document.outline(), warnings))
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

    fn document(&self, job: &Job, progress: &dyn Progress) -> Result<MadeOne, Diagnostics> {
        let name = job.name();
        let began = Instant::now();
        let (document, warnings) = self.resolved(job)?;
        let unproven = self.unproven(job, &document)?;
        if unproven.has_errors() {
            return Err(unproven);
        }
        let laid = self.laid(&document, Reader::Audience)?;
        let shared = began.elapsed();
        let outline = document.outline();
        let files = job
            .formats
            .iter()
            .map(|format| {
                let began = Instant::now();
                let bytes = match format {
                    Format::Pdf => typst::export(&laid, &document, &self.identifier(job))?,
                    Format::Speaker => {
                        let spoken = self.laid(&document, Reader::Speaker)?;
                        typst::export(&spoken, &document, &format!("{}.speaker", self.identifier(job)))?
                    }
                    Format::Docx => self.docx(&document, &laid)?,
                    Format::Pptx => self.pptx(&document)?,
                };
                let built = Built {
                    name: job.file(*format),
                    bytes: bytes.len() as u64,
                    pages: laid.page_count(),
                    holds: counted(&document, &outline),
                    took: shared + began.elapsed(),
                };
                Ok(Made { built, bytes })
            })
            .collect::<Result<Vec<Made>, Diagnostics>>()?;
        drop(laid);
        // What Typst remembers of this document serves no other one.
        comemo::evict(0);
        progress.done(&name, began.elapsed());
        Ok(MadeOne { files, outline, warnings })
    }

    /// The resolved document of a job, as every writer gets it.
    ///
    /// # Errors
    /// Faults of template, markup, resolution and glyphs.
    pub fn resolved(&self, job: &Job) -> Result<(Document, Diagnostics), Diagnostics> {
        let (Some(locale), Some(settings)) = (
            self.locales.get(&(job.deliverable.clone(), job.language.clone())),
            self.settings.get(&job.deliverable),
        ) else {
            return Err(Diagnostic::new(Code::Usage, say!("job-not-set-up", name = job.name())).into());
        };
        let study = &self.loaded.study;
        let facts = Facts::new(study, job.cutoff);
        let engine = Engine::new(&self.assets, &job.deliverable, locale, &study.authored)?;
        let rendered = engine.render(study, &facts, &job.language)?;
        let draft = markup::read(&rendered.text).map_err(|faults| {
            faults.into_iter().map(|f| f.diagnostic.at(rendered.lines.place(f.line))).collect::<Diagnostics>()
        })?;
        let sources = Sources {
            deliverable: &job.deliverable,
            study,
            facts: &facts,
            locale,
            theme: &self.look.theme,
            faces: match settings.kind {
                Kind::Report => &self.look.report_faces,
                Kind::Deck => &self.look.slide_faces,
            },
            lines: &rendered.lines,
            settings,
            formulas: &self.formulas,
        };
        let (document, mut warnings) = resolve(&draft, &sources)?;
        warnings.extend(engine.warnings().iter().chain(&rendered.warnings).cloned());
        let study_files = self.loaded.texts.iter().map(|(path, t)| (path.as_str(), Cow::from(&t.text)));
        let templates =
            engine.files().iter().filter_map(|path| Some((path.as_str(), self.assets.text(path).ok()?)));
        glyphs::check(
            &document,
            &self.look.theme,
            &self.look.fonts,
            &study_files.chain(templates).collect(),
        )?;
        Ok((document, warnings))
    }

    /// Lays a resolved document out and exports it as PDF: the bare work of the typesetter.
    ///
    /// # Errors
    /// What Typst or the standards refuse.
    pub fn typeset(&self, job: &Job, document: &Document) -> Result<Vec<u8>, Diagnostics> {
        let laid = self.laid(document, Reader::Audience)?;
        typst::export(&laid, document, &self.identifier(job))
    }

    fn laid(&self, document: &Document, reader: Reader) -> Result<typst::Laid, Diagnostics> {
        let (theme, files) = (&self.look.theme, &self.look.theme_files);
        typst::lay_out(document, theme, files, &self.look.typst_fonts, reader)
    }

    /// Stable identity of a document, for the PDF's file identifier.
    fn identifier(&self, job: &Job) -> String {
        format!("{}.{}", self.name, job.deliverable)
    }

    /// The pages that the lists of contents print: of a layout on the reference document's page, where there is one.
    fn docx_pages(
        &self,
        document: &Document,
        laid: &typst::Laid,
    ) -> Result<BTreeMap<String, u32>, Diagnostics> {
        let Some(reference) = &self.reference else { return Ok(laid.pages.clone()) };
        let theme = reference.applied(&self.look.theme);
        let (files, fonts) = (&self.look.theme_files, &self.look.typst_fonts);
        let on_page = typst::lay_out(document, &theme, files, fonts, Reader::Audience)?;
        Ok(on_page.pages)
    }

    /// The drawings of the charts that an office program cannot draw, by figure label.
    fn pngs(&self, document: &Document) -> Result<Pngs, Diagnostics> {
        let figures = document.figures();
        let pictures = figures.par_iter().filter(|figure| office::is_picture(figure, self.native_charts));
        let drawn = pictures.map(|figure| {
            let drawings = figure.drawings.iter().map(|d| self.look.rasteriser.image(&d.picture.image));
            Ok((figure.label.clone(), drawings.collect::<Result<Vec<_>, _>>()?))
        });
        drawn.collect::<Result<_, Diagnostic>>().map_err(Diagnostics::from)
    }

    fn pptx(&self, document: &Document) -> Result<Vec<u8>, Diagnostics> {
        let options = pptx::Options { native_charts: self.native_charts, pngs: self.pngs(document)? };
        pptx::write(document, &self.look.theme, &options)
    }

    fn docx(&self, document: &Document, laid: &typst::Laid) -> Result<Vec<u8>, Diagnostics> {
        let pngs = self.pngs(document)?;
        let hyphenated = self.soft_hyphens.then(|| document.clone().with_soft_hyphens().justified());
        let document = hyphenated.as_ref().unwrap_or(document);
        let plain = self.plain_numbers.then(|| document.clone().unbound());
        let document = plain.as_ref().unwrap_or(document);
        let fonts = if self.embed_fonts {
            self.look.fonts.iter().map(|font| font.data).collect()
        } else {
            Vec::new()
        };
        let layout = docx::Layout {
            native_charts: self.native_charts,
            fonts,
            reference: self.reference.clone(),
            pngs,
            cover: self.look.theme.cover.as_ref().map(|svg| self.look.rasteriser.png(svg)).transpose()?,
            pages: self.docx_pages(document, laid)?,
        };
        docx::write(document, &self.look.theme, &layout)
    }
}

/// Blocks that a reader of the file has to find there.
const COUNTED: [&str; 3] = ["heading", "figure", "table"];

/// How many blocks, pictures, footnotes and external links a document holds.
fn counted(document: &Document, outline: &[Entry]) -> BTreeMap<&'static str, usize> {
    let count = |kind: &str| outline.iter().filter(|entry| entry.kind == kind).count();
    let mut found: BTreeMap<&str, usize> = COUNTED.iter().map(|kind| (*kind, count(kind))).collect();
    let drawings: usize = document.figures().iter().map(|figure| figure.drawings.len()).sum();
    found.insert("picture", drawings + document.logos().len());
    let (mut footnotes, mut links) = (0, 0);
    document.body.clone().each_text_mut(&mut |text| {
        notes_and_links(text, &mut footnotes, &mut links);
    });
    found.insert("footnote", footnotes);
    found.insert("link", links);
    found
}

fn notes_and_links(text: &[Inline], footnotes: &mut usize, links: &mut usize) {
    for inline in text {
        match inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) => notes_and_links(inner, footnotes, links),
            Inline::Footnote { text, .. } => {
                *footnotes += 1;
                notes_and_links(text, footnotes, links);
            }
            Inline::Link { url, .. } => *links += usize::from(!url.starts_with('#')),
            Inline::Text(_) | Inline::Datum { .. } | Inline::Reference { .. } | Inline::LineBreak => {}
        }
    }
}
