//! The program's own sentences in Kazakh, Russian and English: Fluent files in `templates/messages`,
//! `<topic>.<language>.ftl`, that a translator edits.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::{LanguageIdentifier, langid};

use super::message::{Arg, Message};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/messages");

/// A language in which the program speaks to its user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum UiLanguage {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English, which every message has.
    #[default]
    En,
}

impl UiLanguage {
    /// All languages of the user interface.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    /// The two-letter code (ISO 639-1).
    pub fn code(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The language of a locale name such as `ru_RU.UTF-8` or `kk-KZ`; English where it is another one.
    pub fn of_locale(locale: &str) -> Self {
        let code = locale.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|l| l.code() == code).unwrap_or_default()
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Kk => langid!("kk"),
            Self::Ru => langid!("ru"),
            Self::En => langid!("en"),
        }
    }
}

/// All messages of one language.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    language: UiLanguage,
    /// What is wrong with the catalogue's own files; a test demands that it is empty.
    faults: Vec<String>,
}

static KK: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(UiLanguage::Kk));
static RU: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(UiLanguage::Ru));
static EN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(UiLanguage::En));

impl Catalogue {
    /// The messages of a language.
    pub fn of(language: UiLanguage) -> &'static Self {
        match language {
            UiLanguage::Kk => &KK,
            UiLanguage::Ru => &RU,
            UiLanguage::En => &EN,
        }
    }

    fn load(language: UiLanguage) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        bundle.set_use_isolating(false);
        let mut faults = Vec::new();
        for (name, text) in sources(language) {
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(read, errors)| {
                faults.extend(errors.iter().map(|e| format!("{name}: {e}")));
                read
            });
            if let Err(errors) = bundle.add_resource(resource) {
                faults.extend(errors.iter().map(|e| format!("{name}: {e}")));
            }
        }
        Self { bundle, language, faults }
    }

    /// A message filled in; English where the language lacks it, its id where English does.
    pub fn format(&self, message: &Message) -> String {
        self.text_with(message.id, None, &message.args).unwrap_or_else(|| match self.language {
            UiLanguage::En => message.id.to_owned(),
            UiLanguage::Kk | UiLanguage::Ru => EN.format(message),
        })
    }

    /// The text of a message without places, or of its attribute.
    pub fn text(&self, id: &str, attribute: Option<&str>) -> Option<String> {
        self.find(id, attribute, None)
    }

    /// The text of a message, or of its attribute, with its places filled in.
    pub fn text_with(
        &self,
        id: &str,
        attribute: Option<&str>,
        places: &[(&'static str, Arg)],
    ) -> Option<String> {
        let mut args = FluentArgs::new();
        for (name, arg) in places {
            match arg {
                Arg::Text(text) => args.set(*name, FluentValue::from(text.as_str())),
                Arg::Count(count) => args.set(*name, FluentValue::from(*count)),
                Arg::Said(message) => args.set(*name, FluentValue::from(self.format(message))),
            }
        }
        self.find(id, attribute, Some(&args))
    }

    fn find(&self, id: &str, attribute: Option<&str>, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let found = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => found.get_attribute(name)?.value(),
            None => found.value()?,
        };
        Some(self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
    }

    /// What is wrong with the catalogue's own files.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }
}

/// The catalogue's files of a language: name and text, in the order of their names.
pub fn sources(language: UiLanguage) -> Vec<(&'static str, &'static str)> {
    let ending = format!(".{}.ftl", language.code());
    let mut files: Vec<(&str, &str)> = FILES
        .files()
        .filter_map(|f| Some((f.path().file_name()?.to_str()?, f.contents_utf8()?)))
        .filter(|(name, _)| name.ends_with(&ending))
        .collect();
    files.sort_unstable();
    files
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, UiLanguage};

    #[test]
    fn a_locale_name_gives_the_language() {
        assert_eq!(UiLanguage::of_locale("ru_RU.UTF-8"), UiLanguage::Ru);
        assert_eq!(UiLanguage::of_locale("kk-KZ"), UiLanguage::Kk);
        assert_eq!(UiLanguage::of_locale("C"), UiLanguage::En);
    }

    #[test]
    fn the_files_are_sound_fluent_without_doubles() {
        for language in UiLanguage::ALL {
            assert_eq!(Catalogue::of(language).faults(), &[] as &[String], "{}", language.code());
        }
    }
}
