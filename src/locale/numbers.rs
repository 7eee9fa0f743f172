//! Numbers as a reader of the language expects them, and the plural category of a counted noun.
//!
//! Rounding is that of [`Rounded`], the only one in the program, so that chart, table and prose agree.
//! [`Locale::number`] and its like give the text, [`Locale::number_of`] and its like the [`Number`]: the text
//! with the datum and the value that it was made of.

use fixed_decimal::Decimal;
use icu_plurals::PluralCategory;

use super::icu::IcuRules;
use super::language::Locale;
use super::pattern::fill;
use crate::quantity::{Number, Rounded, Unit};

/// The value to `decimals` places (0–6) as ICU formats it.
fn rounded(value: f64, decimals: u8) -> Decimal {
    let Rounded { units, decimals } = Rounded::new(value, decimals);
    let mut number = Decimal::from(units);
    number.multiply_pow10(-i16::from(decimals));
    number.absolute.pad_end(-i16::from(decimals));
    number
}

/// A number as the rules print it. A point or comma between thousands would be read for a decimal mark beside numbers
/// of workbooks, charts and other languages: a space stands in its place, as ISO 80000-1 writes it, and in the place of
/// an apostrophe.
fn text(rules: &IcuRules, value: f64, decimals: u8) -> String {
    let printed = rules.decimal.format(&rounded(value, decimals)).to_string();
    let letters = printed.chars().map(|c| match c {
        '-' => '\u{2212}',
        '\u{202F}' | '\u{2019}' | '\'' | ' ' => '\u{A0}',
        c if rules.grouping_mark == Some(c) => '\u{A0}',
        c => c,
    });
    letters.collect()
}

impl Locale {
    /// A number with grouped thousands: `12 345,7`. Separators do not break, minus is U+2212.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        text(&self.icu, value, decimals)
    }

    /// What stands before the decimals of a number.
    pub fn decimal_mark(&self) -> char {
        self.number(0.5, 1).chars().find(|c| !c.is_numeric()).unwrap_or(',')
    }

    /// A number without grouping, for years and document numbers.
    pub fn plain(&self, value: f64) -> String {
        self.number(value, 0).chars().filter(|c| c.is_numeric() || *c == '\u{2212}').collect()
    }

    /// A per cent value (0–100): `63,4%`.
    pub fn percent(&self, value: f64, decimals: u8) -> String {
        fill(&self.file.number.percent, &[("n", &self.number(value, decimals))])
    }

    /// Two numbers with a dash; a minus keeps them apart.
    pub fn range(&self, low: f64, high: f64, decimals: u8) -> String {
        let places = [("a", &*self.number(low, decimals)), ("b", &*self.number(high, decimals))];
        let patterns = &self.file.number;
        let has_minus = low < 0.0 || high < 0.0;
        fill(if has_minus { &patterns.range_negative } else { &patterns.range }, &places)
    }

    /// Two per cent values (0–100) with a dash.
    pub fn percent_range(&self, low: f64, high: f64, decimals: u8) -> String {
        let places = [("a", &*self.number(low, decimals)), ("b", &*self.number(high, decimals))];
        fill(&self.file.number.percent_range, &places)
    }

    /// A number of the data: [`Locale::number`] with what it was made of.
    pub fn number_of(&self, datum: impl Into<String>, value: f64, decimals: u8) -> Number {
        let text = self.number(value, decimals);
        Number { datum: datum.into(), value, high: None, unit: Unit::Plain, decimals, text }
    }

    /// A per cent value (0–100) of the data with its sign: [`Locale::percent`] with what it was made of.
    pub fn percent_of(&self, datum: impl Into<String>, value: f64, decimals: u8) -> Number {
        let text = self.percent(value, decimals);
        Number { text, unit: Unit::Percent, ..self.number_of(datum, value, decimals) }
    }

    /// Two numbers of the data with a dash: [`Locale::range`] with what it was made of.
    pub fn range_of(&self, datum: impl Into<String>, low: f64, high: f64, decimals: u8) -> Number {
        let text = self.range(low, high, decimals);
        Number { text, high: Some(high), ..self.number_of(datum, low, decimals) }
    }

    /// Two per cent values (0–100) of the data with a dash and their sign: [`Locale::percent_range`] with what
    /// it was made of.
    pub fn percent_range_of(&self, datum: impl Into<String>, low: f64, high: f64, decimals: u8) -> Number {
        let text = self.percent_range(low, high, decimals);
        Number { text, unit: Unit::Percent, ..self.range_of(datum, low, high, decimals) }
    }

    /// CLDR plural category of a number printed with `decimals` places: `one`, `few`, `many`, `other`.
    pub fn plural(&self, value: f64, decimals: u8) -> &'static str {
        name(self.icu.plurals.category_for(&rounded(value.abs(), decimals)))
    }

    /// CLDR category of a number in a row: `one` for the English 1st, 21st.
    pub(super) fn ordinal_category(&self, number: u32) -> &'static str {
        name(self.icu.ordinals.category_for(number))
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::{IcuRules, text};
    use crate::locale::Locale;
    use crate::source::Assets;

    fn locale(language: &str) -> Locale {
        Locale::load(&Assets::embedded(), language).unwrap_or_else(|e| panic!("{e:?}"))
    }

    #[test]
    fn numbers_are_grouped_with_no_break_spaces_and_a_decimal_comma() {
        for language in ["kk", "ru"] {
            let l = locale(language);
            assert_eq!(l.number(12345.67, 1), "12\u{A0}345,7");
            assert_eq!(l.number(2500.0, 0), "2\u{A0}500");
            assert_eq!(l.number(-32.0, 0), "\u{2212}32");
            assert_eq!(l.number(-0.04, 1), "0,0");
            assert_eq!(l.number(7.0, 1), "7,0");
            assert_eq!(l.number(1e12, 0), "1\u{A0}000\u{A0}000\u{A0}000\u{A0}000");
        }
    }

    #[test]
    fn thousands_are_never_grouped_by_a_point_or_comma() {
        let printed = |language: &str, region: &str| {
            let rules = IcuRules::new("locale/x.toml", language, region).unwrap_or_else(|e| panic!("{e}"));
            text(&rules, 12345.67, 1)
        };
        assert_eq!(
            [printed("de", "de-DE"), printed("de", "de-CH"), printed("en", "en-GB")],
            ["12\u{A0}345,7", "12\u{A0}345.7", "12\u{A0}345.7"]
        );
    }

    #[test]
    fn halves_round_away_from_zero_as_printed_decimals_do() {
        let l = locale("ru");
        assert_eq!(l.number(63.45, 1), "63,5");
        assert_eq!(l.number(0.5, 0), "1");
        assert_eq!(l.number(1.005, 2), "1,01");
        assert_eq!(l.number(63.449_9, 1), "63,4");
    }

    #[test]
    fn percent_follows_the_language() {
        assert_eq!(locale("kk").percent(63.4, 1), "63,4%");
        assert_eq!(locale("ru").percent(63.4, 1), "63,4\u{A0}%");
        assert_eq!(locale("ru").percent_range(61.06, 65.67, 1), "61,1–65,7\u{A0}%");
    }

    #[test]
    fn russian_plurals_follow_cldr() {
        let l = locale("ru");
        let all = [
            (1.0, 0, "one"),
            (2.0, 0, "few"),
            (5.0, 0, "many"),
            (21.0, 0, "one"),
            (11.0, 0, "many"),
            (1.5, 1, "other"),
        ];
        for (value, decimals, category) in all {
            assert_eq!(l.plural(value, decimals), category, "{value}");
        }
        assert_eq!(locale("kk").plural(5.0, 0), "other");
    }
}
