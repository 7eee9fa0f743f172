//! One document from template to bytes, and all documents of a run side by side.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::build_context::BuildContext;
use super::{ArtifactInfo, Format, Job, Progress, glyphs, parity, workers};
use crate::chart::Faces;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::document::{Document, Entry, Inline, Theme, draft};
use crate::facts::Facts;
use crate::markup;
use crate::resolve::{Kind, Sources, resolve};
use crate::template::Engine;
use crate::write::typst::Reader;
use crate::write::{docx, office, pptx, typst};

/// A file in memory.
pub struct Artifact {
    pub built: ArtifactInfo,
    pub bytes: Vec<u8>,
}

/// A resolved document with what the templates had to say.
pub(super) struct Resolved {
    pub document: Document,
    pub warnings: Diagnostics,
    /// Where each slide begins in the templates.
    pub slides: Vec<Location>,
}

impl Resolved {
    /// The place of a slide by its number.
    pub fn slide_place(&self, number: u32) -> Option<&Location> {
        self.slides.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }
}

/// Drawings as PNG, by figure label.
type Pngs = BTreeMap<String, Vec<Arc<[u8]>>>;

/// One document in all its formats.
struct DocumentOutput {
    files: Vec<Artifact>,
    outline: Vec<Entry>,
    warnings: Diagnostics,
}

/// All files of a run in memory.
pub struct BuildOutput {
    pub files: Vec<Artifact>,
    pub warnings: Diagnostics,
}

impl BuildContext {
    /// Builds all chosen documents in memory, in parallel.
    ///
    /// # Errors
    /// The faults of all documents.
    pub fn make(&self, progress: &dyn Progress) -> Result<BuildOutput, Diagnostics> {
        let results: Vec<Result<DocumentOutput, Diagnostics>> =
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
        if faults.has_errors() { Err(faults) } else { Ok(BuildOutput { files, warnings }) }
    }

    /// Everything there is to say of the chosen documents short of typesetting them.
    pub(super) fn try_out(&self) -> Diagnostics {
        let mut findings = Diagnostics::new();
        let mut outlines = Vec::new();
        let results: Vec<Result<_, Diagnostics>> = workers::each(&self.jobs, |job| {
            let mut read = self.read(job)?;
            let unverified = self.unverified(job, &read)?;
            read.warnings.extend(unverified);
            Ok((read.document.outline(), read.warnings))
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

    fn document(&self, job: &Job, progress: &dyn Progress) -> Result<DocumentOutput, Diagnostics> {
        let name = job.name();
        let began = Instant::now();
        let read = self.read(job)?;
        let unverified = self.unverified(job, &read)?;
        if unverified.has_errors() {
            return Err(unverified);
        }
        let Resolved { document, warnings, slides } = read;
        let theme = self.theme(job);
        let laid = self.laid(&document, theme, Reader::Audience)?;
        self.fits(job, laid.page_count())?;
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
                        let spoken = self.laid(&document, theme, Reader::Speaker)?;
                        typst::export(&spoken, &document, &format!("{}.speaker", self.identifier(job)))?
                    }
                    Format::Docx => self.docx(&document, theme, &laid)?,
                    Format::Pptx => self.pptx(job, &document, &slides)?,
                };
                let built = ArtifactInfo {
                    name: job.file(*format),
                    bytes: bytes.len() as u64,
                    pages: laid.page_count(),
                    holds: counted(&document, &outline),
                    took: shared + began.elapsed(),
                };
                Ok(Artifact { built, bytes })
            })
            .collect::<Result<Vec<Artifact>, Diagnostics>>()?;
        drop(laid);
        // What Typst remembers of this document serves no other one.
        comemo::evict(0);
        progress.done(&name, began.elapsed());
        Ok(DocumentOutput { files, outline, warnings })
    }

    /// The resolved document of a job, as every writer gets it.
    ///
    /// # Errors
    /// Faults of template, markup, resolution and glyphs.
    pub fn resolved(&self, job: &Job) -> Result<(Document, Diagnostics), Diagnostics> {
        self.read(job).map(|read| (read.document, read.warnings))
    }

    /// A deliverable that its settings hold to some pages has no more of them.
    fn fits(&self, job: &Job, pages: usize) -> Result<(), Diagnostic> {
        let most = self.settings.get(&job.deliverable).and_then(|settings| settings.most_pages);
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

    pub(super) fn read(&self, job: &Job) -> Result<Resolved, Diagnostics> {
        let faces = match self.settings.get(&job.deliverable).map(|settings| settings.kind) {
            Some(Kind::Deck) => &self.look.slide_faces,
            _ => &self.look.report_faces,
        };
        self.read_in(job, self.theme(job), faces)
    }

    /// The resolved document of a job in a theme, measured with faces.
    fn read_in(&self, job: &Job, theme: &Theme, faces: &Faces) -> Result<Resolved, Diagnostics> {
        let (Some(locale), Some(settings)) = (
            self.locales.get(&(job.deliverable.clone(), job.language.clone())),
            self.settings.get(&job.deliverable),
        ) else {
            return Err(Diagnostic::new(Code::Usage, say!("job-not-set-up", name = job.name())).into());
        };
        let study = &self.loaded.study;
        let facts = Facts::new(study, job.cutoff);
        let engine = Engine::new(&self.assets, &job.deliverable, locale, &study.authored, &study.words)?;
        let rendered = engine.render(study, &facts, &job.language)?;
        let draft = markup::read(&rendered.text).map_err(|faults| {
            faults.into_iter().map(|f| f.diagnostic.at(rendered.lines.place(f.line))).collect::<Diagnostics>()
        })?;
        let sources = Sources {
            deliverable: &job.deliverable,
            study,
            facts: &facts,
            locale,
            theme,
            faces,
            lines: &rendered.lines,
            settings,
            formulas: &self.formulas,
        };
        let (document, mut warnings) = resolve(&draft, &sources)?;
        warnings.extend(engine.warnings().iter().chain(&rendered.warnings).cloned());
        let study_files = self.loaded.texts.iter().map(|(path, t)| (path.as_str(), Cow::from(&t.text)));
        let templates =
            engine.files().iter().filter_map(|path| Some((path.as_str(), self.assets.text(path).ok()?)));
        glyphs::check(&document, theme, &self.look.fonts, &study_files.chain(templates).collect())?;
        let slides = match settings.kind {
            Kind::Deck => {
                let heads = draft.iter().filter(|b| matches!(b.kind, draft::Kind::Heading { .. }));
                heads.map(|head| rendered.lines.place(head.line)).collect()
            }
            Kind::Report | Kind::Paper => Vec::new(),
        };
        Ok(Resolved { document, warnings, slides })
    }

    /// Lays a resolved document out and exports it as PDF: the bare work of the typesetter.
    ///
    /// # Errors
    /// What Typst or the standards refuse.
    pub fn typeset(&self, job: &Job, document: &Document) -> Result<Vec<u8>, Diagnostics> {
        let laid = self.laid(document, self.theme(job), Reader::Audience)?;
        typst::export(&laid, document, &self.identifier(job))
    }

    fn laid(&self, document: &Document, theme: &Theme, reader: Reader) -> Result<typst::Laid, Diagnostics> {
        typst::lay_out(document, theme, &self.look.theme_files, &self.look.typst_fonts, reader)
    }

    /// The theme in which a deliverable is set.
    fn theme(&self, job: &Job) -> &Theme {
        match self.settings.get(&job.deliverable).map(|settings| settings.kind) {
            Some(Kind::Paper) => &self.look.paper_theme,
            _ => &self.look.theme,
        }
    }

    /// Stable identity of a document, for the PDF's file identifier.
    fn identifier(&self, job: &Job) -> String {
        format!("{}.{}", self.name, job.deliverable)
    }

    /// The pages that the lists of contents print: of a layout on the reference document's page, where there is one.
    fn docx_pages(
        &self,
        document: &Document,
        theme: &Theme,
        laid: &typst::Laid,
    ) -> Result<BTreeMap<String, u32>, Diagnostics> {
        let Some(reference) = &self.reference else { return Ok(laid.pages.clone()) };
        let on_page = self.laid(document, &reference.applied(theme), Reader::Audience)?;
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

    /// The deck in its own design, or once more resolved for the places of the customer's.
    fn pptx(&self, job: &Job, document: &Document, slides: &[Location]) -> Result<Vec<u8>, Diagnostics> {
        let Some(deck) = &self.reference_deck else {
            return self.pptx_in(&self.look.theme, document, slides, None);
        };
        let faces = deck.faces.as_ref().unwrap_or(&self.look.slide_faces);
        let told = self.read_in(job, &deck.theme, faces)?;
        self.pptx_in(&deck.theme, &told.document, &told.slides, Some(deck.reference.clone()))
    }

    fn pptx_in(
        &self,
        theme: &Theme,
        document: &Document,
        slides: &[Location],
        reference: Option<Arc<pptx::Reference>>,
    ) -> Result<Vec<u8>, Diagnostics> {
        let options = pptx::Options {
            native_charts: self.native_charts,
            pngs: self.pngs(document)?,
            places: slides.to_vec(),
            reference,
        };
        pptx::write(document, theme, &options)
    }

    fn docx(&self, document: &Document, theme: &Theme, laid: &typst::Laid) -> Result<Vec<u8>, Diagnostics> {
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
            cover: theme.cover.as_ref().map(|svg| self.look.rasteriser.png(svg)).transpose()?,
            pages: self.docx_pages(document, theme, laid)?,
        };
        docx::write(document, theme, &layout)
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
