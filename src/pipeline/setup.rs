//! Everything that all documents of a run share: the study, the languages, the theme, the fonts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Format, Job, Request};
use crate::chart::Faces;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::document::Theme;
use crate::locale::Locale;
use crate::resolve::Settings;
use crate::source::{Assets, Folder, FontFile, line_column};
use crate::study::{Loaded, load};
use crate::write::typst::{ThemeFiles, TypstFonts};

/// A loaded study with all that is needed to build its documents.
pub struct Workshop {
    pub(super) name: String,
    pub(super) loaded: Loaded,
    pub(super) assets: Assets,
    pub(super) locales: BTreeMap<String, Arc<Locale>>,
    pub(super) settings: BTreeMap<String, Settings>,
    pub(super) theme: Theme,
    pub(super) theme_files: ThemeFiles,
    pub(super) fonts: Vec<FontFile>,
    pub(super) typst_fonts: TypstFonts,
    pub(super) report_faces: Faces,
    pub(super) slide_faces: Faces,
    pub(super) jobs: Vec<Job>,
}

impl Workshop {
    /// Loads everything a request names.
    ///
    /// # Errors
    /// All faults of the study, the locale files and the theme at once.
    pub fn open(request: &Request) -> Result<Self, Diagnostics> {
        let folder = Folder::open(&request.study)?;
        let assets = match &request.templates {
            Some(path) => Assets::with_overlay(path)?,
            None => Assets::embedded(),
        };
        let fonts = assets.fonts()?;
        let theme = theme(&assets)?;
        let theme_files = theme_files(&assets)?;
        let loaded = load(&folder)?;
        let jobs = jobs(request, &loaded)?;
        let mut faults = Diagnostics::new();
        let mut locales = BTreeMap::new();
        let mut settings = BTreeMap::new();
        for job in &jobs {
            if !locales.contains_key(&job.language) {
                match Locale::load(&assets, &job.language) {
                    Ok(locale) => drop(locales.insert(job.language.clone(), Arc::new(locale))),
                    Err(found) => faults.extend(found),
                }
            }
            if !settings.contains_key(&job.deliverable) {
                match report_settings(&assets, &job.deliverable) {
                    Ok(found) => drop(settings.insert(job.deliverable.clone(), found)),
                    Err(found) => faults.push(found),
                }
            }
        }
        if faults.has_errors() {
            faults.normalise();
            return Err(faults);
        }
        Ok(Self {
            name: folder.name(),
            typst_fonts: crate::write::typst::fonts(&fonts),
            report_faces: Faces::new(&theme.report.fonts.chart, &fonts)?,
            slide_faces: Faces::new(&theme.slides.fonts.chart, &fonts)?,
            loaded,
            assets,
            locales,
            settings,
            theme,
            theme_files,
            fonts,
            jobs,
        })
    }

    /// Name of the study's folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The documents to build.
    pub fn jobs(&self) -> &[Job] {
        &self.jobs
    }
}

/// The chosen languages × deliverables, in the study's order.
fn jobs(request: &Request, loaded: &Loaded) -> Result<Vec<Job>, Diagnostics> {
    let passport = &loaded.study.passport;
    let mut faults = Diagnostics::new();
    let owed: Vec<&str> = passport.deliverables.iter().map(|d| d.id.as_str()).collect();
    for wanted in request.deliverables.iter().filter(|w| !owed.contains(&w.as_str())) {
        faults.push(
            Diagnostic::error(Code::Usage, format!("the study owes no deliverable `{wanted}`"))
                .at(Place::pointer("study.json", "/deliverables"))
                .hint(format!("deliverables: {}", owed.join(", "))),
        );
    }
    for wanted in request.languages.iter().filter(|w| !passport.languages.contains(w)) {
        faults.push(
            Diagnostic::error(Code::Usage, format!("the study has no language `{wanted}`"))
                .at(Place::pointer("study.json", "/languages"))
                .hint(format!("languages: {}", passport.languages.join(", "))),
        );
    }
    if faults.has_errors() {
        return Err(faults);
    }
    let chosen = |list: &[String], x: &str| list.is_empty() || list.iter().any(|w| w == x);
    let formats: Vec<Format> = Format::ALL
        .into_iter()
        .filter(|f| request.formats.is_empty() || request.formats.contains(f))
        .collect();
    let mut jobs = Vec::new();
    // Language by language: the long reports of two languages do not lie in memory side by side.
    for language in &passport.languages {
        for deliverable in &passport.deliverables {
            if chosen(&request.deliverables, deliverable.id.as_str()) && chosen(&request.languages, language)
            {
                jobs.push(Job {
                    deliverable: deliverable.id.to_string(),
                    language: language.clone(),
                    cutoff: deliverable.cutoff,
                    formats: formats.clone(),
                });
            }
        }
    }
    Ok(jobs)
}

fn theme(assets: &Assets) -> Result<Theme, Diagnostics> {
    let path = "theme/theme.toml";
    let theme: Theme = from_toml(assets, path, Code::ThemeFault)?;
    let faults: Diagnostics = theme
        .palette
        .faulty()
        .into_iter()
        .map(|(key, colour)| {
            Diagnostic::error(Code::ThemeFault, format!("palette.{key} is `{colour}`, not a colour"))
                .at(Place::file(path))
                .hint("write colours as #RRGGBB")
        })
        .collect();
    if faults.is_empty() { Ok(theme) } else { Err(faults) }
}

fn theme_files(assets: &Assets) -> Result<ThemeFiles, Diagnostics> {
    let mut files = ThemeFiles::new();
    for name in assets.files("theme", "typ") {
        let text = assets.text(&format!("theme/{name}"))?;
        files.insert(name, text.into_owned());
    }
    Ok(files)
}

fn report_settings(assets: &Assets, deliverable: &str) -> Result<Settings, Diagnostic> {
    from_toml(assets, &format!("reports/{deliverable}/report.toml"), Code::ReportSettings)
}

fn from_toml<T: serde::de::DeserializeOwned>(
    assets: &Assets,
    path: &str,
    code: Code,
) -> Result<T, Diagnostic> {
    let text = assets.text(path)?;
    toml::from_str(&text).map_err(|error| {
        let (line, column) = line_column(&text, error.span().map_or(0, |s| s.start));
        let place = Place { column: Some(column), ..Place::line(path, line) };
        Diagnostic::error(code, error.message().to_owned())
            .at(place)
            .hint("compare the file with the one that comes with the program")
    })
}
