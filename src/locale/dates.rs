//! Dates by the styles of the locale file.

use jiff::civil::Date;

use super::file::DATE_STYLES;
use super::language::Locale;
use super::pattern::fill;
use crate::diag::{Code, Diagnostic, Location, say};

impl Locale {
    /// A date in a style of the locale file (`[date.styles]`): `long`, `formal`, `short`, …
    ///
    /// # Errors
    /// The locale file has no such style.
    pub fn date(&self, date: Date, style: &str) -> Result<String, Diagnostic> {
        let styles = &self.file.date.styles;
        let pattern = styles.get(style).ok_or_else(|| {
            let known = styles.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            Diagnostic::new(Code::TemplateRender, say!("filter-date-style", name = style))
                .hint(say!("hint-date-styles", names = known))
        })?;
        Ok(self.filled(pattern, &[("", date)]))
    }

    /// A period of two days, in as few words as the language allows.
    pub fn date_range(&self, start: Date, end: Date) -> String {
        let patterns = &self.file.date;
        let pattern = if start == end {
            return patterns
                .styles
                .get(DATE_STYLES[0])
                .map(|p| self.filled(p, &[("", start)]))
                .unwrap_or_default();
        } else if start.year() != end.year() {
            &patterns.range
        } else if start.month() != end.month() {
            &patterns.range_same_year
        } else {
            &patterns.range_same_month
        };
        self.filled(pattern, &[("", start), ("1", start), ("2", end)])
    }

    /// A pattern with the parts of dates in the places that end with their marks: `{d1}`, `{month2}`.
    fn filled(&self, pattern: &str, dates: &[(&str, Date)]) -> String {
        let mut places: Vec<(String, String)> = Vec::new();
        for (mark, date) in dates {
            places.push((format!("d{mark}"), date.day().to_string()));
            places.push((format!("dd{mark}"), format!("{:02}", date.day())));
            places.push((format!("mm{mark}"), format!("{:02}", date.month())));
            places.push((format!("y{mark}"), date.year().to_string()));
            for (form, months) in &self.file.date.months {
                let month = usize::try_from(date.month() - 1).ok().and_then(|i| months.get(i));
                places.push((format!("month_{form}{mark}"), month.cloned().unwrap_or_default()));
            }
        }
        let places: Vec<(&str, &str)> = places.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        fill(pattern, &places)
    }

    /// Places of the date patterns that nothing fills.
    pub(super) fn faulty_date_patterns(&self) -> Vec<Diagnostic> {
        let patterns = &self.file.date;
        let ranges = [&patterns.range, &patterns.range_same_year, &patterns.range_same_month];
        let day = Date::constant(2026, 1, 31);
        let all = patterns.styles.values().map(|p| (p, self.filled(p, &[("", day)])));
        let all = all.chain(ranges.map(|p| (p, self.filled(p, &[("", day), ("1", day), ("2", day)]))));
        all.filter(|(_, printed)| printed.contains('{'))
            .map(|(pattern, _)| {
                Diagnostic::new(Code::LocaleKey, say!("locale-date-pattern", pattern = pattern))
                    .at(Location::file(&self.path))
                    .hint(say!("hint-locale-date-pattern"))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use crate::locale::Locale;
    use crate::source::Assets;

    fn printed(language: &str, day: Date, style: &str) -> String {
        let locale = Locale::load(&Assets::embedded(), language).unwrap_or_else(|e| panic!("{e:?}"));
        locale.date(day, style).unwrap_or_else(|e| panic!("{e:?}"))
    }

    #[test]
    fn dates_in_every_style() {
        let day = date(2026, 9, 15);
        for (language, style, expected) in [
            ("kk", "long", "2026\u{A0}ж. 15\u{A0}қыркүйек"),
            ("kk", "formal", "2026\u{A0}жылғы 15\u{A0}қыркүйек"),
            ("kk", "attributive", "2026\u{A0}жылғы 15\u{A0}қыркүйектегі"),
            ("kk", "on", "2026\u{A0}жылғы 15\u{A0}қыркүйекте"),
            ("kk", "from", "2026\u{A0}жылғы 15\u{A0}қыркүйектен"),
            ("kk", "until", "2026\u{A0}жылғы 15\u{A0}қыркүйекке дейін"),
            ("kk", "in_month", "2026\u{A0}жылғы қыркүйекте"),
            ("ru", "long", "15\u{A0}сентября 2026\u{A0}г."),
            ("ru", "short", "15.09.2026"),
            ("ru", "month_year", "сентябрь 2026\u{A0}г."),
            ("ru", "attributive", "от 15\u{A0}сентября 2026\u{A0}года"),
            ("ru", "until", "до 15\u{A0}сентября 2026\u{A0}года"),
            ("ru", "in_month", "в\u{A0}сентябре 2026\u{A0}года"),
        ] {
            assert_eq!(printed(language, day, style), expected, "{language} {style}");
        }
    }

    #[test]
    fn months_take_the_endings_of_words() {
        let kk = Locale::load(&Assets::embedded(), "kk").unwrap_or_else(|e| panic!("{e:?}"));
        for (form, case) in [("gen", "gen"), ("dat", "dat"), ("loc", "loc"), ("abl", "abl"), ("attr", "attr")]
        {
            for (month, nominative) in kk.file.date.months[form].iter().zip(&kk.file.date.months["nom"]) {
                assert_eq!(kk.form(nominative, case, false).as_deref(), Ok(month.as_str()));
            }
        }
    }

    #[test]
    fn periods_in_few_words() {
        let range = |language: &str, end: Date| {
            let locale = Locale::load(&Assets::embedded(), language).unwrap_or_else(|e| panic!("{e:?}"));
            locale.date_range(date(2026, 9, 15), end)
        };
        assert_eq!(range("kk", date(2026, 9, 28)), "2026\u{A0}ж. 15–28\u{A0}қыркүйек");
        assert_eq!(range("kk", date(2026, 9, 15)), "2026\u{A0}ж. 15\u{A0}қыркүйек");
        assert_eq!(range("ru", date(2026, 9, 28)), "15–28\u{A0}сентября 2026\u{A0}г.");
        assert_eq!(range("ru", date(2026, 10, 2)), "15\u{A0}сентября\u{A0}– 2\u{A0}октября 2026\u{A0}г.");
        assert_eq!(
            range("ru", date(2027, 1, 2)),
            "15\u{A0}сентября 2026\u{A0}г.\u{A0}– 2\u{A0}января 2027\u{A0}г."
        );
    }

    #[test]
    fn an_unknown_style_is_refused() {
        let ru = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|e| panic!("{e:?}"));
        assert!(ru.date(date(2026, 9, 15), "long ago").is_err());
    }
}
