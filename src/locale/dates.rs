//! Dates by the patterns of the locale file.

use jiff::civil::Date;

use super::{Locale, fill};

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// 15.09.2026
    Short,
    /// As in running text.
    Long,
    /// As in official papers.
    Formal,
    /// Month and year.
    MonthYear,
    /// Day and month.
    Day,
    /// On a chart's axis.
    Axis,
}

impl DateStyle {
    /// The style's name in templates.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "short" => Self::Short,
            "long" => Self::Long,
            "formal" => Self::Formal,
            "month_year" => Self::MonthYear,
            "day" => Self::Day,
            "axis" => Self::Axis,
            _ => return None,
        })
    }
}

impl Locale {
    pub fn date(&self, date: Date, style: DateStyle) -> String {
        let patterns = &self.file.date;
        let pattern = match style {
            DateStyle::Short => &patterns.short,
            DateStyle::Long => &patterns.long,
            DateStyle::Formal => &patterns.formal,
            DateStyle::MonthYear => &patterns.month_year,
            DateStyle::Day => &patterns.day,
            DateStyle::Axis => &patterns.axis,
        };
        fill(
            pattern,
            &[
                ("d", &date.day().to_string()),
                ("dd", &format!("{:02}", date.day())),
                ("mm", &format!("{:02}", date.month())),
                ("month", self.month(date)),
                ("month_nominative", self.month_nominative(date)),
                ("y", &date.year().to_string()),
            ],
        )
    }

    /// A period of two days, in as few words as the language allows.
    pub fn date_range(&self, start: Date, end: Date) -> String {
        if start == end {
            return self.date(start, DateStyle::Long);
        }
        let patterns = &self.file.date;
        let pattern = if start.year() != end.year() {
            &patterns.range
        } else if start.month() != end.month() {
            &patterns.range_same_year
        } else {
            &patterns.range_same_month
        };
        fill(
            pattern,
            &[
                ("d1", &start.day().to_string()),
                ("d2", &end.day().to_string()),
                ("month", self.month(start)),
                ("month1", self.month(start)),
                ("month2", self.month(end)),
                ("y", &start.year().to_string()),
                ("y1", &start.year().to_string()),
                ("y2", &end.year().to_string()),
            ],
        )
    }

    fn month(&self, date: Date) -> &str {
        month(&self.file.date.months, date)
    }

    fn month_nominative(&self, date: Date) -> &str {
        let patterns = &self.file.date;
        month(patterns.months_nominative.as_ref().unwrap_or(&patterns.months), date)
    }
}

fn month(months: &[String; 12], date: Date) -> &str {
    usize::try_from(date.month() - 1).ok().and_then(|i| months.get(i)).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::DateStyle;
    use crate::locale::Locale;
    use crate::source::Assets;

    #[test]
    fn dates_in_both_languages() {
        let kk = Locale::load(&Assets::embedded(), "kk").unwrap_or_else(|e| panic!("{e:?}"));
        let ru = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|e| panic!("{e:?}"));
        let day = date(2026, 9, 15);
        assert_eq!(kk.date(day, DateStyle::Long), "2026\u{A0}ж. 15\u{A0}қыркүйек");
        assert_eq!(kk.date(day, DateStyle::Formal), "2026 жылғы 15\u{A0}қыркүйек");
        assert_eq!(ru.date(day, DateStyle::Long), "15\u{A0}сентября 2026\u{A0}г.");
        assert_eq!(ru.date(day, DateStyle::Short), "15.09.2026");
        assert_eq!(ru.date(day, DateStyle::MonthYear), "сентябрь 2026\u{A0}г.");
        assert_eq!(kk.date_range(day, date(2026, 9, 28)), "2026\u{A0}ж. 15–28 қыркүйек");
        assert_eq!(ru.date_range(day, date(2026, 9, 28)), "15–28 сентября 2026\u{A0}г.");
        assert_eq!(ru.date_range(day, date(2026, 10, 2)), "15 сентября\u{A0}– 2 октября 2026\u{A0}г.");
    }
}
