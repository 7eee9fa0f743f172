//! Everything that all documents of a run share: the study, the languages, the theme, the fonts.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::crosscheck::ProvingReport;
use super::formulas::formulas;
use super::job::{Format, Job};
use super::loaded_theme::{LoadedTheme, load_theme};
use super::request::Request;
use crate::chart::Faces;
use crate::check::{Checker, Loaded, Scope};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::locale::{Locale, Style};
use crate::opc::FILE_LIMIT;
use crate::resolve::{DocumentKind, Formulas, Settings};
use crate::source::{Assets, Folder, from_toml, named_file, sha256};
use crate::study::passport::Edition;
use crate::study::{LocalizedText, Study, withhold};
use crate::theme::Theme;
use crate::write::docx::{self, Reference};
use crate::write::pptx;

/// A loaded study with all that is needed to build its documents.
pub struct BuildContext {
    pub(super) name: String,
    pub(super) loaded: Loaded,
    pub(super) assets: Assets,
    /// Locales in the style of each deliverable, by deliverable and language.
    pub(super) locales: BTreeMap<(String, String), Arc<Locale>>,
    pub(super) settings: BTreeMap<String, Settings>,
    pub(super) look: LoadedTheme,
    pub(super) formulas: Formulas,
    pub(super) jobs: Vec<Job>,
    pub(super) proofs: Vec<ProvingReport>,
    pub(super) soft_hyphens: bool,
    pub(super) native_charts: bool,
    pub(super) embed_fonts: bool,
    pub(super) plain_numbers: bool,
    pub(super) reference: Option<Arc<Reference>>,
    pub(super) reference_deck: Option<ReferenceDeck>,
    /// File names of the references with their SHA-256.
    pub(super) reference_inputs: Vec<(String, String)>,
}

/// A customer's own deck to write by.
pub(super) struct ReferenceDeck {
    pub reference: Arc<pptx::Reference>,
    /// The theme with its slides in the deck's places.
    pub theme: Theme,
    /// The deck's own face, where it is among the fonts at hand.
    pub faces: Option<Faces>,
}

impl BuildContext {
    /// Loads everything a request names.
    ///
    /// # Errors
    /// All faults of the study, the locale files and the theme at once.
    pub fn open(request: &Request) -> Result<Self, Diagnostics> {
        let folder = Folder::open(&request.study)?;
        let assets = assets(request)?;
        let loaded = Checker::new(&assets)?.load(&folder, &scope(request))?;
        Self::with(request, &folder.name(), assets, loaded)
    }

    /// Prepares a study that is loaded already.
    ///
    /// # Errors
    /// All faults of the locale files, the settings and the theme at once.
    pub(super) fn with(
        request: &Request,
        name: &str,
        assets: Assets,
        mut loaded: Loaded,
    ) -> Result<Self, Diagnostics> {
        let mut look = match &request.theme {
            Some(name) => load_theme(&assets, name, None),
            None => {
                let named = Location::pointer("study.json", "/theme");
                load_theme(&assets, &loaded.study.passport.theme, Some(named))
            }
        }?;
        if request.narrow_slides {
            look.theme.slides.page = look.theme.slides.page.narrow();
        }
        let referred = request.reference_docx.as_deref().map(|path| reference(path, &look)).transpose()?;
        let (reference, input) = referred.unzip();
        let referred =
            request.reference_pptx.as_deref().map(|path| reference_deck(path, &look)).transpose()?;
        let (deck, deck_input) = referred.unzip();
        let (reference_deck, doubts) = deck.unzip();
        loaded.warnings.extend(doubts.unwrap_or_default());
        let jobs = jobs(request, &loaded)?;
        let proofs = proofs(&assets, &jobs, &loaded);
        let all: Vec<Job> = jobs.iter().chain(&proofs).cloned().collect();
        let ((locales, settings), doubts) = languages(&assets, &all)?;
        loaded.warnings.extend(doubts);
        let jobs = with_possible_formats(jobs, &settings)?;
        let formulas = formulas(&assets)?;
        withhold(&mut loaded.study, &withheld_words(&locales)?);
        Ok(Self {
            name: match loaded.study.passport.edition {
                Edition::Customer => name.to_owned(),
                Edition::Public => format!("{name}-public"),
            },
            loaded,
            assets,
            locales,
            settings,
            look,
            formulas,
            jobs,
            proofs: proofs.into_iter().map(ProvingReport::new).collect(),
            soft_hyphens: request.soft_hyphens,
            native_charts: !request.picture_charts,
            embed_fonts: request.embed_fonts,
            plain_numbers: request.plain_numbers,
            reference,
            reference_deck,
            reference_inputs: input.into_iter().chain(deck_input).collect(),
        })
    }

    /// Name of the study's folder; of the public edition with an ending of its own, so that the two
    /// editions do not overwrite each other.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The documents to build.
    pub fn jobs(&self) -> &[Job] {
        &self.jobs
    }
}

/// The customer's own document to write by, with its name and digest.
fn reference(path: &Path, look: &LoadedTheme) -> Result<(Arc<Reference>, (String, String)), Diagnostics> {
    let (file, bytes) = named_file(path, FILE_LIMIT)?;
    let input = (file.clone(), sha256(&bytes));
    Ok((Arc::new(docx::reference(&file, bytes, &look.theme)?), input))
}

type Input = (String, String);

/// The customer's own deck to write by, what is doubtful about it, its name and digest.
fn reference_deck(
    path: &Path,
    look: &LoadedTheme,
) -> Result<((ReferenceDeck, Diagnostics), Input), Diagnostics> {
    let (file, bytes) = named_file(path, FILE_LIMIT)?;
    let input = (file.clone(), sha256(&bytes));
    let reference = pptx::reference(&file, bytes, &look.theme)?;
    let own = &look.theme.slides.fonts.chart;
    let face = reference.face().filter(|face| face != own);
    let faces = face.and_then(|face| Faces::new(face, &look.fonts).ok());
    let mut doubts = Diagnostics::new();
    if let Some(face) = face.filter(|_| faces.is_none()) {
        let doubt = Diagnostic::new(Code::ReferenceFace, say!("reference-face", face = face, own = own));
        doubts.push(doubt.at(Location::file(&file)).hint(say!("hint-reference-face")));
    }
    let theme = reference.applied(&look.theme);
    Ok(((ReferenceDeck { reference: Arc::new(reference), theme, faces }, doubts), input))
}

/// The templates, theme and locales of a request.
pub(super) fn assets(request: &Request) -> Result<Assets, Diagnostic> {
    match &request.templates {
        Some(path) => Assets::with_overlay(path),
        None => Ok(Assets::embedded()),
    }
}

/// What of the study a request is about.
pub(super) fn scope(request: &Request) -> Scope {
    Scope { deliverables: request.deliverables.clone(), edition: request.edition }
}

type Languages = (BTreeMap<(String, String), Arc<Locale>>, BTreeMap<String, Settings>);

/// The locales of all jobs, each in the style of its deliverable, and the deliverables' settings; what is doubtful
/// about them.
fn languages(assets: &Assets, jobs: &[Job]) -> Result<(Languages, Diagnostics), Diagnostics> {
    let style: Style =
        from_toml(STYLE, &assets.text(STYLE)?, Code::ThemeFault, say!("hint-compare-program"))?;
    let mut faults = Diagnostics::new();
    let mut plain: BTreeMap<&str, Option<Locale>> = BTreeMap::new();
    let mut settings: BTreeMap<&str, Option<Settings>> = BTreeMap::new();
    let mut locales = BTreeMap::new();
    for job in jobs {
        let (id, language) = (job.deliverable.as_str(), job.language.as_str());
        let mut keep = |found: Diagnostics| faults.extend(found);
        let locale =
            plain.entry(language).or_insert_with(|| Locale::load(assets, language).map_err(&mut keep).ok());
        let own = settings
            .entry(id)
            .or_insert_with(|| report_settings(assets, id).map_err(|d| keep(d.into())).ok());
        let (Some(locale), Some(own)) = (locale, own) else { continue };
        faults.extend(locale.doubt().cloned());
        let place = Location::file(format!("reports/{id}/report.toml"));
        if !own.title.contains_key(language) {
            let message = say!("report-title-missing", language = language);
            let fault = Diagnostic::new(Code::ReportSettings, message).at(place.clone());
            faults.push(fault.hint(say!("hint-report-title-missing", language = language)));
        }
        match locale.styled(&own.style.over(&style)) {
            Ok(styled) => drop(locales.insert((id.to_owned(), language.to_owned()), Arc::new(styled))),
            Err(fault) => faults.push(Diagnostic { code: Code::ReportSettings, ..fault }.at(place)),
        }
    }
    faults.normalise();
    let settings = settings.into_iter().filter_map(|(id, own)| Some((id.to_owned(), own?)));
    faults.into_result((locales, settings.collect()))
}

/// Faults for deliverables that were asked for and that the study does not owe.
pub(super) fn unknown_deliverables(wanted: &[String], study: &Study) -> Diagnostics {
    let owed: Vec<&str> = study.passport.deliverables.iter().map(|d| d.id.as_str()).collect();
    let unknown = wanted.iter().filter(|w| !owed.contains(&w.as_str()));
    unknown
        .map(|name| {
            Diagnostic::new(Code::Usage, say!("request-deliverable-unknown", name = name))
                .at(Location::pointer("study.json", "/deliverables"))
                .hint(say!("hint-request-deliverables", names = owed.join(", ")))
        })
        .collect()
}

/// The words that stand in the place of what the public edition withholds, in each language built.
fn withheld_words(locales: &BTreeMap<(String, String), Arc<Locale>>) -> Result<LocalizedText, Diagnostic> {
    let words = locales
        .iter()
        .map(|((_, language), locale)| Ok((language.clone(), locale.word("withheld")?.to_owned())));
    words.collect::<Result<_, Diagnostic>>().map(LocalizedText)
}

/// The chosen languages × deliverables, in the study's order.
fn jobs(request: &Request, loaded: &Loaded) -> Result<Vec<Job>, Diagnostics> {
    let passport = &loaded.study.passport;
    let mut faults = unknown_deliverables(&request.deliverables, &loaded.study);
    for wanted in request.languages.iter().filter(|w| !passport.languages.contains(w)) {
        faults.push(
            Diagnostic::new(Code::Usage, say!("request-language-unknown", name = wanted))
                .at(Location::pointer("study.json", "/languages"))
                .hint(say!("hint-request-languages", names = passport.languages.join(", "))),
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
            let asked = chosen(&request.deliverables, deliverable.id.as_str())
                && chosen(&request.languages, language);
            if asked && deliverable.speaks(language) {
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

/// The reports that the jobs name as their proof, each once, as far as the study owes them.
fn proofs(assets: &Assets, jobs: &[Job], loaded: &Loaded) -> Vec<Job> {
    let deliverables = &loaded.study.passport.deliverables;
    let proof = |job: &Job| {
        let id = report_settings(assets, &job.deliverable).ok()?.proven_by?;
        let owed = deliverables.iter().find(|d| d.id.as_str() == id && d.speaks(&job.language))?;
        Some(Job {
            deliverable: id,
            language: job.language.clone(),
            cutoff: owed.cutoff,
            formats: Vec::new(),
        })
    };
    let mut found: Vec<Job> = Vec::new();
    for job in jobs.iter().filter_map(proof) {
        if !found.contains(&job) {
            found.push(job);
        }
    }
    found
}

/// The jobs without formats that their deliverable cannot have.
fn with_possible_formats(
    jobs: Vec<Job>,
    settings: &BTreeMap<String, Settings>,
) -> Result<Vec<Job>, Diagnostic> {
    let is_deck = |job: &Job| settings.get(&job.deliverable).is_some_and(|s| s.kind == DocumentKind::Deck);
    let possible = jobs.into_iter().map(|mut job| {
        let deck = is_deck(&job);
        job.formats.retain(|format| deck || !format.is_of_decks());
        job
    });
    let possible: Vec<Job> = possible.filter(|job| !job.formats.is_empty()).collect();
    if possible.is_empty() {
        return Err(Diagnostic::new(Code::Usage, say!("pptx-not-a-deck")));
    }
    Ok(possible)
}

const STYLE: &str = "theme/style.toml";

pub(super) fn report_settings(assets: &Assets, deliverable: &str) -> Result<Settings, Diagnostic> {
    let path = format!("reports/{deliverable}/report.toml");
    from_toml(&path, &assets.text(&path)?, Code::ReportSettings, say!("hint-compare-program"))
}
