//! One document from template to layout: filled in, read, resolved, laid out.

use std::borrow::Cow;

use super::build_context::BuildContext;
use super::cutoffs::StudyFacts;
use super::glyphs;
use super::guide::GUIDE;
use super::job::Job;
use super::resolved::ResolvedDocument;
use crate::chart::Faces;
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::draft::DraftKind;
use crate::document::{Document, OutlineEntry};
use crate::markup;
use crate::resolve::{DocumentKind, Sources, filled, resolve};
use crate::study::passport::Edition;
use crate::template::Engine;
use crate::theme::Theme;
use crate::write::typst;
use crate::write::typst::{DeckView, LaidOutDocument};

impl BuildContext {
    /// The resolved document of a job, as every writer gets it.
    ///
    /// # Errors
    /// Faults of template, markup, resolution and glyphs.
    pub fn resolved(&self, job: &Job) -> Result<(Document, Diagnostics), Diagnostics> {
        self.resolve(job).map(|resolved| (resolved.document, resolved.warnings))
    }

    /// What a job's document declares, in the order of its templates: the same in every language.
    ///
    /// # Errors
    /// Those of [`resolved`](Self::resolved).
    pub fn outline(&self, job: &Job) -> Result<Vec<OutlineEntry>, Diagnostics> {
        self.resolve(job).map(|resolved| resolved.outline)
    }

    /// A job's document as its pages are laid out.
    ///
    /// # Errors
    /// What Typst refuses.
    pub fn laid_out(&self, job: &Job, document: &Document) -> Result<LaidOutDocument, Diagnostics> {
        self.lay_out(document, self.theme_of(job), DeckView::Slides)
    }

    /// The resolved document of a job in its theme.
    pub(super) fn resolve(&self, job: &Job) -> Result<ResolvedDocument, Diagnostics> {
        let faces = match self.reports.of(&job.deliverable).map(|settings| settings.kind) {
            Some(DocumentKind::Deck) => &self.theme.slide_faces,
            Some(DocumentKind::Report | DocumentKind::Paper | DocumentKind::Base) | None => {
                &self.theme.report_faces
            }
        };
        self.resolve_in(job, self.theme_of(job), faces)
    }

    /// The resolved document of a job in a theme, measured with faces.
    pub(super) fn resolve_in(
        &self,
        job: &Job,
        theme: &Theme,
        faces: &Faces,
    ) -> Result<ResolvedDocument, Diagnostics> {
        let (Some(locale), Some(settings), Some(day)) = (
            self.reports.locale(job),
            self.reports.of(&job.deliverable),
            self.cutoffs.of(&self.loaded.study, job),
        ) else {
            return Err(Diagnostic::new(Code::Usage, say!("job-not-set-up", name = job.name())).into());
        };
        let StudyFacts { study, facts, .. } = day;
        let mut engine = Engine::new(&self.assets, &job.deliverable, locale, &study.authored, &study.words)?;
        if let Some(guide) = self.guide.get(&job.language) {
            engine = engine.with(GUIDE, guide.clone());
        }
        let rendered = engine.render(&day.variables(&job.language))?;
        let draft = markup::read(&rendered.text, &rendered.numbers).map_err(|faults| {
            faults
                .into_iter()
                .map(|f| f.diagnostic.at(rendered.lines.location(f.line)))
                .collect::<Diagnostics>()
        })?;
        let sources = Sources {
            deliverable: &job.deliverable,
            study,
            facts,
            locale,
            theme,
            faces,
            lines: &rendered.lines,
            settings,
            formulas: &self.formulas,
            bibliography: &self.bibliography,
        };
        let (document, mut warnings) = resolve(&draft, &sources)?;
        warnings.extend(engine.warnings().iter().chain(&rendered.warnings).cloned());
        let study_files = self.loaded.texts.iter().map(|(path, t)| (path.as_str(), Cow::from(&t.text)));
        let templates =
            engine.files().iter().filter_map(|path| Some((path.as_str(), self.assets.text(path).ok()?)));
        glyphs::check(&document, theme, &self.theme.fonts, &study_files.chain(templates).collect())?;
        let slides = match settings.kind {
            DocumentKind::Deck => {
                let heads = draft.iter().filter(|b| matches!(b.kind, DraftKind::Heading { .. }));
                heads.map(|head| rendered.lines.location(head.line)).collect()
            }
            DocumentKind::Report | DocumentKind::Paper | DocumentKind::Base => Vec::new(),
        };
        let outline = document.outline();
        let document = filled(document, &sources);
        Ok(ResolvedDocument { document, outline, warnings, slides, spoken: rendered.spoken })
    }

    /// Lays a resolved document out and exports it as PDF, a deck with its speaker's notes if they are asked for: the
    /// bare work of the typesetter.
    ///
    /// # Errors
    /// What Typst or the standards refuse.
    pub fn typeset(&self, job: &Job, document: &Document, view: DeckView) -> Result<Vec<u8>, Diagnostics> {
        let laid_out = self.lay_out(document, self.theme_of(job), view)?;
        typst::export(&laid_out, document, &self.identifier(job))
    }

    /// A document laid out on pages, with the fonts and files of the theme.
    pub(super) fn lay_out(
        &self,
        document: &Document,
        theme: &Theme,
        view: DeckView,
    ) -> Result<LaidOutDocument, Diagnostics> {
        typst::lay_out(document, theme, &self.theme.theme_files, &self.theme.typst_fonts, view, || ())
    }

    /// As [`Self::lay_out`], for a document that is laid out once: nothing of it is remembered.
    pub(super) fn lay_out_once(
        &self,
        document: &Document,
        theme: &Theme,
        view: DeckView,
    ) -> Result<LaidOutDocument, Diagnostics> {
        let (files, fonts) = (&self.theme.theme_files, &self.theme.typst_fonts);
        let lease = typst::CacheLease::begin();
        typst::lay_out(document, theme, files, fonts, view, || drop(lease))
    }

    /// The theme in which a deliverable is set.
    pub(super) fn theme_of(&self, job: &Job) -> &Theme {
        match self.reports.of(&job.deliverable).map(|settings| settings.kind) {
            Some(DocumentKind::Paper) => &self.theme.paper_theme,
            Some(DocumentKind::Report | DocumentKind::Deck | DocumentKind::Base) | None => &self.theme.theme,
        }
    }

    /// Stable identity of a document, for the PDF's file identifier.
    pub(super) fn identifier(&self, job: &Job) -> String {
        let passport = &self.loaded.study.passport;
        match passport.edition {
            Edition::Customer => format!("{}.{}", passport.id, job.deliverable),
            Edition::Public => format!("{}.public.{}", passport.id, job.deliverable),
        }
    }
}
