//! A study kept open while its authors work on it: its documents as pages for a screen, where every number says what it
//! is, and every sentence can be said otherwise.
//!
//! [`LiveStudy::open`] reads and checks a study as a build does. [`LiveStudy::document`] gives a document with the layout
//! that its PDF has: `document` knows its pages and where its sentences stand, `numbers` binds what its pages print
//! as a proof does, `answer` says of a number all that is known. `words` writes sentences into the study's own
//! files; `changes` holds a document against the file that was built last.

mod answer;
mod built;
mod changes;
mod document;
mod letters;
mod numbers;
mod overview;
mod prints;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use super::parity::{Declared, differences};
pub use answer::{NumberAnswer, OtherPlace};
pub use built::{Built, built_file};
pub use changes::Change;
pub use document::{Anchor, ChartTable, LiveDocument, OutlineLine, PageInfo, SaidSentence};
pub use numbers::{Numbers, PageNumber};
pub use overview::{Overview, OwedDeliverable};
pub use prints::Prints;
pub use words::{Saved, SentenceView, Undo};

use super::build_context::{BuildContext, assets, scope, theme};
use super::inspect::states;
use super::{DeliverableTerms, Job, Request};
use crate::check::{Checked, Checker, Loaded};
use crate::diag::{Diagnostics, Location};
use crate::source::{Assets, SourceText};
use crate::study::Study;
use crate::study::words::THEME_FILE;
use crate::workbook;

/// A sound study, ready to show any of its documents.
pub struct LiveStudy {
    context: BuildContext,
    checker: Arc<Checker>,
    terms: Vec<DeliverableTerms>,
}

/// A study that cannot be shown.
#[derive(Debug)]
pub struct BrokenStudy {
    /// What is wrong with it.
    pub findings: Diagnostics,
    texts: BTreeMap<String, SourceText>,
}

impl LiveStudy {
    /// Reads and checks a study with all its deliverables. What does not come from the study itself – rules, fonts, the
    /// theme – is taken over from the study as it was `before`, which is what makes an edit quick.
    ///
    /// # Errors
    /// Everything that is wrong with the study, the templates and the theme.
    pub fn open(request: &Request, before: Option<&Self>) -> Result<Self, BrokenStudy> {
        let without_texts = |findings: Diagnostics| BrokenStudy { findings, texts: BTreeMap::new() };
        let folder = workbook::open(&request.study).map_err(|fault| without_texts(fault.into()))?;
        let assets = assets(request).map_err(|fault| without_texts(fault.into()))?;
        let has_same_assets =
            |old: &&Self| request.templates.is_none() && old.context.request.templates.is_none();
        let before = before.filter(has_same_assets);
        let checker = match before {
            Some(old) => Arc::clone(&old.checker),
            None => Checker::shared(&assets).map_err(without_texts)?,
        };
        let Checked { study, findings, texts } = checker.run(&folder, &scope(request));
        let Some(study) = study.filter(|_| !findings.has_errors()) else {
            return Err(BrokenStudy { findings, texts });
        };
        let terms = states(&study, &request.deliverables, &assets);
        let loaded = Loaded { study, warnings: findings, texts: texts.clone() };
        let kept = before.filter(|old| old.has_theme_of(request, &loaded.study));
        let theme = match kept {
            Some(old) => Ok(Arc::clone(&old.context.theme)),
            None => theme(request, &assets, &loaded).map(Arc::new),
        };
        let context =
            theme.and_then(|theme| BuildContext::in_theme(request, &folder.name(), assets, loaded, theme));
        let context = context.map_err(|mut findings| {
            if let Some(origin) = folder.origin() {
                origin.relocate(&mut findings);
            }
            BrokenStudy { findings, texts }
        })?;
        let context = BuildContext { workbook: folder.shared_origin(), ..context };
        Ok(Self { context, checker, terms })
    }

    /// Whether its theme is the one that a request and a study ask for.
    fn has_theme_of(&self, request: &Request, study: &Study) -> bool {
        let own = &self.context.loaded.study;
        let layer = |study: &Study| {
            let own = study.settings.iter().find(|layer| layer.path == THEME_FILE);
            own.map(|layer| layer.text.clone())
        };
        let old = &self.context.request;
        (&old.theme, old.narrow_slides) == (&request.theme, request.narrow_slides)
            && own.passport.theme == study.passport.theme
            && layer(own) == layer(study)
    }

    /// Its documents; a statistical base has no pages and is none of them.
    pub fn documents(&self) -> impl Iterator<Item = &Job> {
        self.context.documents()
    }

    /// What to build for a document of a name such as `final.kk`.
    pub fn job(&self, name: &str) -> Option<&Job> {
        self.documents().find(|job| job.name() == name)
    }

    /// SHA-256 of the study's files: the same where nothing has changed.
    pub fn state(&self) -> String {
        self.context.loaded.digest()
    }

    /// Doubts about the study itself.
    pub fn warnings(&self) -> &Diagnostics {
        &self.context.loaded.warnings
    }

    /// The terms of the grant as of each deliverable.
    pub fn terms(&self) -> &[DeliverableTerms] {
        &self.terms
    }

    /// The line of a file of the study at which a finding stands.
    pub fn line(&self, place: &Location) -> Option<&str> {
        line(&self.context.loaded.texts, place)
    }

    fn assets(&self) -> &Assets {
        &self.context.assets
    }
}

impl BrokenStudy {
    /// The line of a file of the study at which a finding stands.
    pub fn line(&self, place: &Location) -> Option<&str> {
        line(&self.texts, place)
    }
}

/// Lets go of what the typesetter remembers and has not used in the last rounds; one round for each change.
pub fn end_of_round() {
    const KEPT: usize = 8;
    comemo::evict(KEPT);
}

fn line<'t>(texts: &'t BTreeMap<String, SourceText>, place: &Location) -> Option<&'t str> {
    let number = usize::try_from(place.line?).ok()?;
    texts.get(&place.file)?.text.lines().nth(number.checked_sub(1)?)
}
