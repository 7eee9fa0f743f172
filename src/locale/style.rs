//! Settings of the theme or of one report that a language's numbers and dates follow.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::language::Locale;
use crate::diag::Diagnostic;
use crate::quantity::{Number, Unit};

/// The file with the style of all deliverables.
pub const STYLE: &str = "theme/style.toml";

/// The style of all deliverables, and `[style]` of one's `report.toml`, which goes before it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Style {
    /// Decimals of shares (0–3): in prose without `decimals=`, in tables and charts.
    #[serde(default)]
    pub decimals: Option<u8>,
    /// Date style of prose that names none, as in `[date.styles]` of the locale files.
    #[serde(default)]
    pub date: Option<String>,
    /// Whether a no-break space stands before the per cent sign, by language.
    #[serde(default)]
    pub percent_space: BTreeMap<String, bool>,
    /// Letters of the annexes, in order, the same in every language.
    #[serde(default)]
    pub annex_letters: Option<String>,
}

impl Style {
    /// This style, and for what it leaves open another one's.
    #[must_use]
    pub fn over(&self, other: &Self) -> Self {
        let mut percent_space = other.percent_space.clone();
        percent_space.extend(self.percent_space.clone());
        Self {
            decimals: self.decimals.or(other.decimals),
            date: self.date.clone().or_else(|| other.date.clone()),
            percent_space,
            annex_letters: self.annex_letters.clone().or_else(|| other.annex_letters.clone()),
        }
    }
}

/// A text with the sign as wanted after each number; a sign that stands for itself («Доля, %») stays.
fn spaced(text: &str, wanted: &str) -> String {
    let close = text.replace("\u{A0}%", "%");
    let mut out = String::with_capacity(text.len());
    for c in close.chars() {
        let follows_number = out.ends_with(|before: char| before.is_ascii_digit() || before == '}');
        if c == '%' && follows_number { out.push_str(wanted) } else { out.push(c) }
    }
    out
}

impl Locale {
    /// The language with a style's settings.
    ///
    /// # Errors
    /// The style names a date style that the locale file lacks.
    pub fn styled(&self, style: &Style) -> Result<Self, Diagnostic> {
        let mut file = self.file.clone();
        if let Some(space) = style.percent_space.get(self.language()) {
            let wanted = if *space { "\u{A0}%" } else { "%" };
            let patterns = [&mut file.number.percent, &mut file.number.percent_range];
            for text in patterns.into_iter().chain(file.words.values_mut()) {
                *text = spaced(text, wanted);
            }
        }
        let date_style = style.date.clone().unwrap_or_else(|| self.date_style.clone());
        self.date(jiff::civil::Date::constant(2026, 1, 1), &date_style)?;
        Ok(Self {
            file,
            icu: self.icu.clone(),
            path: self.path.clone(),
            share_decimals: style.decimals.unwrap_or(self.share_decimals).min(3),
            date_style,
            annex_letters: style.annex_letters.clone().unwrap_or_else(|| self.annex_letters.clone()),
            doubt: self.doubt.clone(),
            digest: self.digest.clone(),
            is_program_own: self.is_program_own,
        })
    }

    /// Decimals of a share where a template names none.
    pub fn share_decimals(&self) -> u8 {
        self.share_decimals
    }

    /// The date style of prose that names none.
    pub fn date_style(&self) -> &str {
        &self.date_style
    }

    /// A share (0–100) without its sign, as tables and charts print it.
    pub fn share(&self, value: f64) -> String {
        self.number(value, self.share_decimals)
    }

    /// Two shares with a dash.
    pub fn share_range(&self, low: f64, high: f64) -> String {
        self.range(low, high, self.share_decimals)
    }

    /// A share (0–100) of the data without its sign: [`Locale::share`] with what it was made of.
    pub fn share_of(&self, datum: impl Into<String>, value: f64) -> Number {
        Number { unit: Unit::UnsignedPercent, ..self.number_of(datum, value, self.share_decimals) }
    }

    /// Two shares (0–100) of the data with a dash: [`Locale::share_range`] with what it was made of.
    pub fn share_range_of(&self, datum: impl Into<String>, low: f64, high: f64) -> Number {
        Number { unit: Unit::UnsignedPercent, ..self.range_of(datum, low, high, self.share_decimals) }
    }
}

#[cfg(test)]
mod tests {
    use super::Style;
    use crate::locale::Locale;
    use crate::source::Assets;

    fn russian(style: &Style) -> Locale {
        let plain = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|f| panic!("{f:?}"));
        let plain = plain.with_numbers(&[("confidence_level", 95.0)]).unwrap_or_else(|f| panic!("{f:?}"));
        plain.styled(style).unwrap_or_else(|f| panic!("{f:?}"))
    }

    #[test]
    fn a_style_sets_the_space_of_per_cent_decimals_and_dates() {
        let style = Style {
            decimals: Some(0),
            date: Some("short".to_owned()),
            percent_space: [("ru".to_owned(), false)].into(),
            annex_letters: None,
        };
        let locale = russian(&style);
        assert_eq!(locale.percent(63.4, locale.share_decimals()), "63%");
        assert_eq!(locale.percent_range(61.2, 65.7, 1), "61,2–65,7%");
        assert_eq!(locale.word("interval_short"), Ok("95% ДИ"));
        assert_eq!(locale.word("share_unit"), Ok("Доля, %"));
        assert_eq!(locale.date_style(), "short");
        let spaced = Style { percent_space: [("ru".to_owned(), true)].into(), ..Style::default() };
        assert_eq!(russian(&spaced).percent(63.4, 1), "63,4\u{A0}%");
        assert_eq!(russian(&spaced).word("interval_short"), Ok("95\u{A0}% ДИ"));
    }

    #[test]
    fn a_report_goes_before_the_theme() {
        let theme = Style { decimals: Some(2), date: Some("long".to_owned()), ..Style::default() };
        let report = Style { decimals: Some(0), ..Style::default() };
        let both = report.over(&theme);
        assert_eq!((both.decimals, both.date.as_deref()), (Some(0), Some("long")));
    }

    #[test]
    fn an_unknown_date_style_is_refused() {
        let plain = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|f| panic!("{f:?}"));
        let style = Style { date: Some("lang".to_owned()), ..Style::default() };
        assert!(plain.styled(&style).is_err());
    }
}
