//! What CLDR knows of a language, through ICU4X.

use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale_core::Locale as IcuLocale;
use icu_plurals::PluralRules;

use crate::diag::{Code, Diagnostic, Location, Message, say};

/// CLDR's rules for a language and region.
pub struct IcuRules {
    /// Grouping and decimal mark.
    pub decimal: DecimalFormatter,
    /// The point or comma by which the language groups thousands.
    pub grouping_mark: Option<char>,
    /// Categories of counted nouns.
    pub plurals: PluralRules,
    /// Categories of numbers in a row.
    pub ordinals: PluralRules,
}

impl IcuRules {
    /// `language` and `region` are BCP 47 tags, without and with the region, whose ways are followed; `path` is
    /// the locale file's, for messages.
    ///
    /// # Errors
    /// [`Code::LocaleKey`] where one is no tag, or CLDR does not know the language.
    pub fn new(path: &str, language: &str, region: &str) -> Result<Self, Diagnostic> {
        let fault = |message: Message| {
            Diagnostic::new(Code::LocaleKey, message)
                .at(Location::file(path))
                .hint(say!("hint-locale-language"))
        };
        let parsed = |tag: &str| -> Result<IcuLocale, Diagnostic> {
            tag.parse().map_err(|_| fault(say!("locale-language-wrong", language = tag)))
        };
        parsed(language)?;
        let locale = parsed(region)?;
        let mut options = DecimalFormatterOptions::default();
        options.grouping_strategy = Some(GroupingStrategy::Always);
        let without_plurals = |e| fault(say!("locale-without-plurals", language = language, detail = e));
        let decimal = DecimalFormatter::try_new((&locale).into(), options)
            .map_err(|e| fault(say!("locale-without-numbers", language = language, detail = e)))?;
        Ok(Self {
            grouping_mark: decimal
                .format(&Decimal::from(1000))
                .to_string()
                .chars()
                .find(|c| ".,".contains(*c)),
            decimal,
            plurals: PluralRules::try_new_cardinal((&locale).into()).map_err(without_plurals)?,
            ordinals: PluralRules::try_new_ordinal((&locale).into()).map_err(without_plurals)?,
        })
    }
}
