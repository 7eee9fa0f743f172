//! One document from template to layout: filled in, read, resolved, laid out.

use std::borrow::Cow;

use super::build_context::BuildContext;
use super::glyphs;
use super::job::Job;
use super::resolved::ResolvedDocument;
use crate::chart::Faces;
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::Document;
use crate::document::draft::DraftKind;
use crate::facts::Facts;
use crate::markup;
use crate::resolve::{DocumentKind, Sources, resolve};
use crate::template::Engine;
use crate::theme::Theme;
use crate::write::typst;
use crate::write::typst::Reader;

impl BuildContext {
    /// The resolved document of a job, as every writer gets it.
    ///
    /// # Errors
    /// Faults of template, markup, resolution and glyphs.
    pub fn resolved(&self, job: &Job) -> Result<(Document, Diagnostics), Diagnostics> {
        self.read(job).map(|read| (read.document, read.warnings))
    }

    /// The resolved document of a job in its theme.
    pub(super) fn read(&self, job: &Job) -> Result<ResolvedDocument, Diagnostics> {
        let faces = match self.settings.get(&job.deliverable).map(|settings| settings.kind) {
            Some(DocumentKind::Deck) => &self.look.slide_faces,
            _ => &self.look.report_faces,
        };
        self.read_in(job, self.theme(job), faces)
    }

    /// The resolved document of a job in a theme, measured with faces.
    pub(super) fn read_in(
        &self,
        job: &Job,
        theme: &Theme,
        faces: &Faces,
    ) -> Result<ResolvedDocument, Diagnostics> {
        let (Some(locale), Some(settings)) = (
            self.locales.get(&(job.deliverable.clone(), job.language.clone())),
            self.settings.get(&job.deliverable),
        ) else {
            return Err(Diagnostic::new(Code::Usage, say!("job-not-set-up", name = job.name())).into());
        };
        let study = &self.loaded.study;
        let facts = Facts::new(study, job.cutoff);
        let mut engine = Engine::new(&self.assets, &job.deliverable, locale, &study.authored)?;
        let rendered = engine.render(study, &facts, &job.language)?;
        let draft = markup::read(&rendered.text, &rendered.numbers).map_err(|faults| {
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
            DocumentKind::Deck => {
                let heads = draft.iter().filter(|b| matches!(b.kind, DraftKind::Heading { .. }));
                heads.map(|head| rendered.lines.place(head.line)).collect()
            }
            DocumentKind::Report | DocumentKind::Paper => Vec::new(),
        };
        Ok(ResolvedDocument { document, warnings, slides })
    }

    /// Lays a resolved document out and exports it as PDF: the bare work of the typesetter.
    ///
    /// # Errors
    /// What Typst or the standards refuse.
    pub fn typeset(&self, job: &Job, document: &Document) -> Result<Vec<u8>, Diagnostics> {
        let laid = self.laid(document, self.theme(job), Reader::Audience)?;
        typst::export(&laid, document, &self.identifier(job))
    }

    /// A document laid out on pages.
    pub(super) fn laid(
        &self,
        document: &Document,
        theme: &Theme,
        reader: Reader,
    ) -> Result<typst::Laid, Diagnostics> {
        typst::lay_out(document, theme, &self.look.theme_files, &self.look.typst_fonts, reader)
    }

    /// The theme in which a deliverable is set.
    pub(super) fn theme(&self, job: &Job) -> &Theme {
        match self.settings.get(&job.deliverable).map(|settings| settings.kind) {
            Some(DocumentKind::Paper) => &self.look.paper_theme,
            _ => &self.look.theme,
        }
    }

    /// Stable identity of a document, for the PDF's file identifier.
    pub(super) fn identifier(&self, job: &Job) -> String {
        format!("{}.{}", self.name, job.deliverable)
    }
}
