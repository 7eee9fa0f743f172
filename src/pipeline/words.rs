//! The words of a deliverable: for an editor, and which of them a study reaches.

use std::collections::BTreeSet;

use super::build_context::{BuildContext, assets};
use super::loaded_theme::theme_layers;
use super::{Job, Request};
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::source::{Folder, SettingsLayer};
use crate::study::passport::DEFAULT_THEME;
use crate::study::words::{THEME_FILE, locale_words};
use crate::study::{self, Study, Thresholds};
use crate::template::{Engine, Entry, Unit, has_sentences, listing, with_sentences};
use crate::workbook;

/// What of a deliverable's sentences a study reaches.
#[derive(Debug)]
pub struct Account {
    /// Every wording and branch that can be printed.
    pub units: Vec<Unit>,
    /// Those that the study's document holds.
    pub said: BTreeSet<Unit>,
}

impl BuildContext {
    /// Which wordings and branches of its sentences a document holds.
    ///
    /// # Errors
    /// Faults of structure and sentences.
    pub fn account(&self, job: &Job) -> Result<Account, Diagnostics> {
        let (Some(locale), Some(day)) = (self.reports.locale(job), self.cutoffs.of(&self.loaded.study, job))
        else {
            return Err(Diagnostic::new(Code::Usage, say!("job-not-set-up", name = job.name())).into());
        };
        let study = &day.study;
        let mut engine = Engine::new(&self.assets, &job.deliverable, locale, &study.authored, &study.words)?;
        let rendered = engine.render(&day.variables(&job.language))?;
        Ok(Account { units: engine.units().to_vec(), said: rendered.said })
    }
}

/// What `esep words` calls the words of a language that no deliverable's sentences hold.
pub const LOCALE: &str = "locale";

/// What `esep words` calls the keys of a theme.
pub const THEME: &str = "theme";

/// The settings of a language (`locale`) or of the theme (`theme`) as the program has them, and what the request's
/// templates and study lay over them, the lowest first; nothing for another name.
///
/// # Errors
/// Files that cannot be read; a language without a locale file.
pub fn settings(request: &Request, name: &str, language: &str) -> Result<Vec<SettingsLayer>, Diagnostics> {
    let assets = assets(request)?;
    let study = (!request.study.as_os_str().is_empty())
        .then(|| {
            Ok::<_, Diagnostics>(
                study::read(&Folder::open(&request.study)?, &Thresholds::load(&assets)?).study,
            )
        })
        .transpose()?;
    let (mut layers, own) = match name {
        LOCALE => {
            let path = format!("locale/{language}.toml");
            assets.text(&path)?;
            (assets.layers(&path)?, locale_words(language))
        }
        THEME => (theme_layers(&assets, &theme_of(request, study.as_ref()), None)?, THEME_FILE.to_owned()),
        _ => return Ok(Vec::new()),
    };
    let of_study = study.into_iter().flat_map(|study| study.settings);
    layers.extend(of_study.filter(|layer| layer.path == own));
    Ok(layers)
}

/// The theme of the request, of its study, or the one that holds where neither names any.
fn theme_of(request: &Request, study: Option<&Study>) -> String {
    let of_study = study.map(|study| study.passport.theme.clone()).filter(|theme| !theme.is_empty());
    request.theme.clone().or(of_study).unwrap_or_else(|| DEFAULT_THEME.to_owned())
}

/// The sentences of a deliverable in a language, with those of the request's study and templates in their places.
///
/// # Errors
/// A deliverable without sentences in the language; files that cannot be read.
pub fn words(request: &Request, deliverable: &str, language: &str) -> Result<Vec<Entry>, Diagnostics> {
    let assets = assets(request)?;
    if !has_sentences(&assets, deliverable, language) {
        let known = with_sentences(&assets).join(", ");
        let message = say!("words-unknown", deliverable = deliverable, language = language);
        let fault = Diagnostic::new(Code::Usage, message);
        return Err(fault.hint(say!("hint-words-unknown", names = known)).into());
    }
    let own = if request.study.as_os_str().is_empty() {
        Vec::new()
    } else {
        study::read(&workbook::open(&request.study)?, &Thresholds::load(&assets)?).study.words
    };
    listing(&assets, deliverable, language, &own)
}
