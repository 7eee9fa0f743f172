//! Settings of the reports, and their locales: each deliverable prints in a style of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::IndexMap;

use super::job::Job;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::locale::{Locale, STYLE, Style};
use crate::resolve::Settings;
use crate::source::{Assets, from_toml};
use crate::study::words::locale_words;
use crate::study::{LocalizedText, Study};

/// Locales and settings of all documents of a run.
#[derive(Default)]
pub struct ReportSettings {
    /// Locales in the style of each deliverable, by deliverable and language.
    pub locales: BTreeMap<(String, String), Arc<Locale>>,
    /// `report.toml` of each deliverable.
    pub settings: BTreeMap<String, Settings>,
}

/// Reads `report.toml` of a deliverable.
///
/// # Errors
/// [`Code::FileMissing`] or [`Code::ReportSettings`].
pub fn report_settings(assets: &Assets, deliverable: &str) -> Result<Settings, Diagnostic> {
    let path = format!("reports/{deliverable}/report.toml");
    from_toml(&path, &assets.text(&path)?, Code::ReportSettings, say!("hint-compare-program"))
}

/// A language with the study's names: of those who answered, and those whose capital letters stay.
fn named_as(locale: Locale, study: &Study) -> Result<Locale, Diagnostic> {
    let language = locale.language().to_owned();
    let passport = &study.passport;
    let place = passport.place.0.get(&language).map(|forms| &forms.cases);
    let words = place.into_iter().flat_map(|cases| cases.values()).flat_map(|name| name.split(' '));
    let organisations = [&passport.customer.name, &passport.grantee.name].into_iter();
    let names = organisations.chain(passport.bodies.iter().map(|body| &body.name));
    let names = names.chain(study.territories.territories.iter().map(|territory| &territory.name));
    let names = words.chain(names.filter_map(|name| name.nominative(&language)));
    let capital = names.filter(|name| name.starts_with(char::is_uppercase)).map(str::to_owned);
    let locale = locale.with_names(capital.collect::<BTreeSet<_>>());
    let Some(own) = passport.respondents.as_ref().and_then(|noun| noun.0.get(&language)) else {
        return Ok(locale);
    };
    locale.with_respondents(&own.cases).map_err(|lacking| {
        let forms = lacking.join(", ");
        Diagnostic::new(Code::MissingField, say!("respondents-forms-missing", forms = forms))
            .at(Location::pointer("study.json", format!("/respondents/{language}")))
            .hint(say!("hint-respondents-forms"))
    })
}

impl ReportSettings {
    /// Reads what all jobs need, and says what is doubtful about it.
    ///
    /// # Errors
    /// All faults of the locale files, the settings and the style.
    pub fn read(assets: &Assets, jobs: &[Job], study: &Study) -> Result<(Self, Diagnostics), Diagnostics> {
        let style: Style =
            from_toml(STYLE, &assets.text(STYLE)?, Code::ThemeFault, say!("hint-compare-program"))?;
        let mut faults = Diagnostics::new();
        let mut plain: BTreeMap<&str, Option<Locale>> = BTreeMap::new();
        let mut settings: BTreeMap<&str, Option<Settings>> = BTreeMap::new();
        let mut locales = BTreeMap::new();
        for job in jobs {
            let (id, language) = (job.deliverable.as_str(), job.language.as_str());
            let mut keep = |found: Diagnostics| faults.extend(found);
            let load = || {
                let own = study.settings.iter().find(|layer| layer.path == locale_words(language));
                let locale = Locale::load_with(assets, language, own)?;
                let locale = locale.with_numbers(&study.thresholds.places()).map_err(Diagnostics::from)?;
                named_as(locale, study).map_err(Diagnostics::from)
            };
            let locale = plain.entry(language).or_insert_with(|| load().map_err(&mut keep).ok());
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
        faults.into_result(Self { locales, settings: settings.collect() })
    }

    /// Settings of a deliverable.
    pub fn of(&self, deliverable: &str) -> Option<&Settings> {
        self.settings.get(deliverable)
    }

    /// The locale of a job, in the style of its deliverable.
    pub fn locale(&self, job: &Job) -> Option<&Arc<Locale>> {
        self.locales.get(&(job.deliverable.clone(), job.language.clone()))
    }

    /// The words that stand in the place of what the public edition redacts, in each language built.
    ///
    /// # Errors
    /// Where a locale file lacks them.
    pub fn redaction(&self) -> Result<LocalizedText, Diagnostic> {
        let words = self
            .locales
            .iter()
            .map(|((_, language), locale)| Ok((language.clone(), locale.word("redacted")?.to_owned())));
        words.collect::<Result<IndexMap<_, _>, Diagnostic>>().map(LocalizedText::from)
    }
}
