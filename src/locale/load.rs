//! Reads locale files.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::file::{DATE_STYLES, LintFile, LocaleFile};
use super::icu::IcuRules;
use super::language::Locale;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::source::{Assets, Digest, SettingsLayer};

impl Locale {
    /// Reads `locale/<language>.toml`.
    ///
    /// # Errors
    /// The file is missing, malformed, or lacks a key that the program needs.
    pub fn load(assets: &Assets, language: &str) -> Result<Self, Diagnostics> {
        Self::load_with(assets, language, None)
    }

    /// The same with the words of a study in the place of the program's.
    ///
    /// # Errors
    /// As [`Locale::load`], and keys that the locale file does not have.
    pub fn load_with(
        assets: &Assets,
        language: &str,
        own: Option<&SettingsLayer>,
    ) -> Result<Self, Diagnostics> {
        let path = format!("locale/{language}.toml");
        let text = assets.text(&path).map_err(Diagnostics::from)?;
        let mut layers = assets.layers(&path).map_err(Diagnostics::from)?;
        layers.extend(own.cloned());
        let file = LocaleFile::read(&path, &layers)?;
        let icu = IcuRules::new(&path, &file.language, &file.region).map_err(Diagnostics::from)?;
        let [date_style, _] = DATE_STYLES.map(str::to_owned);
        let doubt = unhyphenated(&file, &path, &text);
        let mut digest = Digest::default();
        layers.iter().for_each(|layer| digest.part(&layer.path, layer.text.as_bytes()));
        let locale = Self {
            file: LocaleFile::clone(&file),
            icu: Arc::new(icu),
            path,
            share_decimals: 1,
            date_style,
            annex_letters: String::new(),
            doubt,
            digest: digest.finish(),
            is_program_own: assets.is_program_own() && layers.len() == 1,
        };
        let faults: Diagnostics = locale.faulty_date_patterns().into_iter().collect();
        if faults.has_errors() { Err(faults) } else { Ok(locale) }
    }
}

/// The `[lint]` tables of all locale files that can be read, by language. A file that cannot is told of where its
/// language is used.
pub fn lints(assets: &Assets) -> BTreeMap<String, LintFile> {
    let files = assets.files("locale", "toml").into_iter().map(|name| format!("locale/{name}"));
    let read = files.filter_map(|path| LocaleFile::read(&path, &assets.layers(&path).ok()?).ok());
    read.map(|file| (file.language.clone(), file.lint.clone())).collect()
}

/// A warning where a locale file asks for hyphenated or justified text and words of its language cannot be broken;
/// `text` is the file's.
fn unhyphenated(file: &LocaleFile, path: &str, text: &str) -> Option<Diagnostic> {
    let is_asked_for = file.justify || file.hyphenation.is_some();
    if !is_asked_for || file.hyphenates() {
        return None;
    }
    let line = (1..)
        .zip(text.lines())
        .find(|(_, line)| ["justify", "[hyphenation]"].iter().any(|k| line.starts_with(k)));
    let place = line.map_or_else(|| Location::file(path), |(number, _)| Location::line(path, number));
    let message = say!("hyphenation-missing", language = file.language);
    Some(Diagnostic::new(Code::HyphenationMissing, message).at(place).hint(say!("hint-hyphenation-missing")))
}
