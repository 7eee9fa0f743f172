//! Everything that all documents of a run share: the study, the languages, the theme, the fonts.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::crosscheck::ProvingReport;
use super::cutoffs::CutOffs;
use super::formulas::{bibliography, formulas};
use super::job::Job;
use super::loaded_theme::LoadedTheme;
use super::plan;
use super::proving::Proving;
use super::references::References;
use super::report_settings::ReportSettings;
use super::request::Request;
use crate::check::{Checker, Loaded, Scope};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::locale::Locale;
use crate::resolve::{Descriptions, Formulas};
use crate::source::{Assets, Digest, Origin};
use crate::study::passport::Edition;
use crate::study::words::{THEME_FILE, locale_words};
use crate::study::{Study, locate, redact};
use crate::workbook;

/// A checked study with all that is needed to build its documents.
pub struct BuildContext {
    /// What was asked for.
    pub(super) request: Request,
    /// Name of the study's folder, with an ending in the public edition.
    pub(super) name: String,
    /// The study, its texts, and what is doubtful about it.
    pub(super) loaded: Loaded,
    /// Its files as trees, once a number was asked where it stands in them.
    pub(super) files: OnceLock<BTreeMap<String, Value>>,
    /// Templates, theme files, locales.
    pub(super) assets: Assets,
    /// Settings and locale of each deliverable.
    pub(super) reports: ReportSettings,
    /// Theme, fonts, faces.
    pub(super) theme: Arc<LoadedTheme>,
    /// Formulas by name.
    pub(super) formulas: Formulas,
    /// Sources by id.
    pub(super) bibliography: Descriptions,
    /// The study and its facts as of the cut-off dates.
    pub(super) cutoffs: CutOffs,
    /// What the files are proven with.
    pub(super) proving: Proving,
    /// The documents to build.
    pub(super) jobs: Vec<Job>,
    /// The reports that have to state what other documents print.
    pub(super) proofs: Vec<ProvingReport>,
    /// The customer's own files to write by.
    pub(super) references: References,
    /// Digest of what all files have in common beside the study.
    pub(super) surroundings: Digest,
    /// Where the study stands in a workbook, its cells.
    pub(super) workbook: Option<Arc<dyn Origin>>,
    /// What the manual tells of the program, by language; empty for every other document.
    pub(super) guide: BTreeMap<String, Value>,
}

impl BuildContext {
    /// Loads and checks everything that a request names.
    ///
    /// # Errors
    /// All faults of the study, the locale files and the theme at once.
    pub fn open(request: &Request) -> Result<Self, Diagnostics> {
        let folder = workbook::open(&request.study)?;
        let assets = assets(request)?;
        let loaded = Checker::shared(&assets)?.load(&folder, &scope(request))?;
        let context = Self::of_study(request, &folder.name(), assets, loaded).map_err(|mut faults| {
            if let Some(origin) = folder.origin() {
                origin.relocate(&mut faults);
            }
            faults
        })?;
        Ok(Self { workbook: folder.shared_origin(), ..context })
    }

    /// Prepares a study that is loaded already; `name` is that of its folder.
    ///
    /// # Errors
    /// All faults of the locale files, the settings and the theme at once.
    pub(super) fn of_study(
        request: &Request,
        name: &str,
        assets: Assets,
        loaded: Loaded,
    ) -> Result<Self, Diagnostics> {
        let theme = theme(request, &assets, &loaded).map_err(|mut faults| {
            faults.extend(locale_faults(&assets, &loaded.study));
            faults
        });
        let theme = Arc::new(theme?);
        Self::in_theme(request, name, assets, loaded, theme)
    }

    /// As [`Self::of_study`], in a theme that is loaded already.
    pub(super) fn in_theme(
        request: &Request,
        name: &str,
        assets: Assets,
        mut loaded: Loaded,
        theme: Arc<LoadedTheme>,
    ) -> Result<Self, Diagnostics> {
        let (references, doubts) = References::read(request, &theme)?;
        loaded.warnings.extend(doubts);
        loaded.warnings.extend(assets.leftovers().iter().map(|path| leftover(path)));
        let jobs = plan::jobs(request, &loaded)?;
        let mut early = plan::without_results(&loaded.study, &request.deliverables, &assets);
        locate(&mut early, &loaded.texts);
        let jobs = plan::with_results(jobs, &loaded.study, &assets);
        if early.has_errors() || jobs.is_empty() {
            return Err(early);
        }
        early.extend(plan::empty_papers(&loaded.study, &request.deliverables, &assets));
        locate(&mut early, &loaded.texts);
        loaded.warnings.extend(early);
        let proofs = plan::proofs(&assets, &jobs, &loaded);
        let others = plan::other_languages(&assets, &jobs, &loaded);
        let all: Vec<Job> = jobs.iter().chain(&proofs).chain(&others).cloned().collect();
        let (reports, doubts) = ReportSettings::read(&assets, &all, &loaded.study)?;
        loaded.warnings.extend(doubts);
        let jobs = plan::with_possible_formats(jobs, &reports)?;
        let formulas = formulas(&assets)?;
        let bibliography = bibliography(&assets)?;
        let proving = Proving::new(&assets, &loaded)?;
        redact(&mut loaded.study, &reports.redaction()?);
        let mut context = Self {
            request: request.clone(),
            name: match loaded.study.passport.edition {
                Edition::Customer => name.to_owned(),
                Edition::Public => format!("{name}-public"),
            },
            loaded,
            files: OnceLock::new(),
            assets,
            reports,
            theme,
            formulas,
            bibliography,
            cutoffs: CutOffs::new(all.iter()),
            proving,
            jobs,
            proofs: proofs.into_iter().map(ProvingReport::new).collect(),
            references,
            surroundings: Digest::default(),
            workbook: None,
            guide: BTreeMap::new(),
        };
        context.surroundings = context.surroundings();
        Ok(context)
    }

    /// Name of the study's folder; of the public edition with an ending of its own, so that the two
    /// editions do not overwrite each other.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What to build.
    pub fn jobs(&self) -> &[Job] {
        &self.jobs
    }

    /// The documents among that: all but a statistical base, which is not laid out.
    pub fn documents(&self) -> impl Iterator<Item = &Job> {
        self.jobs.iter().filter(|job| !self.is_base(job))
    }
}

/// The theme of a request, or the study's own, with slides of the shape that was asked for.
pub(super) fn theme(request: &Request, assets: &Assets, loaded: &Loaded) -> Result<LoadedTheme, Diagnostics> {
    let own = loaded.study.settings.iter().find(|layer| layer.path == THEME_FILE);
    let mut theme = match &request.theme {
        Some(name) => LoadedTheme::read(assets, name, None, own),
        None => {
            let named = Location::pointer("study.json", "/theme");
            LoadedTheme::read(assets, &loaded.study.passport.theme, Some(named), own)
        }
    }?;
    if request.narrow_slides {
        theme.theme.slides.page = theme.theme.slides.page.narrow();
    }
    Ok(theme)
}

/// What is wrong with the locale files, to be told beside the faults of a theme.
fn locale_faults(assets: &Assets, study: &Study) -> Diagnostics {
    let mut faults = Diagnostics::new();
    for language in &study.passport.languages {
        let own = study.settings.iter().find(|layer| layer.path == locale_words(language));
        if let Err(found) = Locale::load_with(assets, language, own) {
            faults.extend(found);
        }
    }
    faults
}

/// The templates, theme files and locales of a request.
///
/// # Errors
/// Where the user's own folder is not there.
pub(super) fn assets(request: &Request) -> Result<Assets, Diagnostic> {
    match &request.templates {
        Some(path) => Assets::with_overlay(path),
        None => Ok(Assets::embedded()),
    }
}

/// The finding of a template of the user's that nothing reads.
fn leftover(path: &str) -> Diagnostic {
    Diagnostic::new(Code::FileUnknown, say!("stray-template", path = path))
        .at(Location::file(path))
        .hint(say!("hint-stray-template"))
}

/// What of the study a request is about.
pub(super) fn scope(request: &Request) -> Scope {
    Scope { deliverables: request.deliverables.clone(), edition: request.edition }
}
