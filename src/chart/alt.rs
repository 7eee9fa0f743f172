//! Alt text of charts: the message and the values in the document's language, from the same data as the
//! picture; where they are many, also as a data table for those who hear the page.

use super::estimate::{Estimate, printed};
use super::kind::Chart;
use super::readout::{DataTable, Named, Readout, ReadoutRow};
use crate::diag::Diagnostic;
use crate::locale::Locale;

type Words = Result<String, Diagnostic>;

/// An alt text of more characters than this is also given as a table: screen readers read it in one go.
const LONG: usize = 250;

/// Tells charts in words of a language.
#[derive(Clone, Copy)]
pub struct AltText<'a> {
    /// The language; its file has the words of every kind, `alt_<name>`.
    pub locale: &'a Locale,
}

impl AltText<'_> {
    /// What the chart shows, and its data table where the text is long.
    ///
    /// # Errors
    /// `LocaleKey` where the locale file lacks a word.
    pub fn of(&self, chart: &Chart) -> Result<(String, Option<DataTable>), Diagnostic> {
        let readout = chart.readout();
        let decimals = chart.interval_decimals(self.locale);
        let items: Result<Vec<String>, Diagnostic> =
            readout.rows.iter().map(|row| self.item(&readout, row, decimals)).collect();
        let message = chart.message(self)?;
        let kind = self.locale.fill(&chart.alt_word(), &[])?;
        let items = format!("{}.", items?.join("; "));
        let text = [kind, message, items].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ");
        let is_long = text.chars().count() > LONG;
        let table = if is_long { Some(self.data_table(&readout, decimals)?) } else { None };
        Ok((text, table))
    }

    /// The largest and the smallest of some values as printed, or that all are the same; `of` says of what.
    ///
    /// # Errors
    /// `LocaleKey` where the locale file lacks a word.
    pub fn extremes(&self, values: &[Named], of: &str) -> Words {
        let locale = self.locale;
        let Some(high) = values.iter().max_by(|a, b| a.0.value.total_cmp(&b.0.value)) else {
            return Ok(String::new());
        };
        let Some(low) = values.iter().min_by(|a, b| a.0.value.total_cmp(&b.0.value)) else {
            return Ok(String::new());
        };
        let named = |end: &Named| {
            let same = values.iter().filter(|v| v.0.text == end.0.text);
            same.map(|v| v.1.as_str()).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let told = match (values.len(), high.0.text == low.0.text) {
            // One value is its own message.
            (1, _) if of.is_empty() => return Ok(String::new()),
            (1, _) => locale.fill("alt_one", &[("value", &high.0.text)])?,
            (_, true) => locale.fill("alt_equal", &[("value", &high.0.text)])?,
            _ => {
                let (highest, lowest) = (named(high), named(low));
                let places = [
                    ("high", high.0.text.as_str()),
                    ("highest", &highest),
                    ("low", &low.0.text),
                    ("lowest", &lowest),
                ];
                locale.fill("alt_extremes", &places)?
            }
        };
        Ok(capital(format!("{of} {told}").trim()))
    }

    /// «label: value», or «label: column value, column value».
    fn item(&self, readout: &Readout, row: &ReadoutRow, decimals: u8) -> Words {
        // What stands beside a row's own value is told where there is any.
        let is_told = |place: usize, cell: &Estimate| {
            place == 0 || cell.value.is_some() || readout.columns.first().is_some_and(Option::is_some)
        };
        let cells: Vec<String> = (readout.columns.iter().zip(&row.cells).enumerate())
            .filter(|(place, (_, cell))| is_told(*place, cell))
            .map(|(_, (column, cell))| {
                let value = self.estimate(cell, decimals);
                column.as_ref().map_or_else(|| value.clone(), |column| format!("{column} {value}"))
            })
            .collect();
        if readout.columns.is_empty() {
            return self.locale.fill("alt_item", &[("label", &row.label), ("value", &row.remark)]);
        }
        if row.cells.iter().all(|cell| cell.value.is_none()) {
            return self.locale.fill("alt_missing", &[("label", &row.label)]);
        }
        let mut value = cells.join(", ");
        if !row.remark.is_empty() {
            value = format!("{value}, {}", row.remark);
        }
        if row.label.is_empty() {
            return Ok(value);
        }
        self.locale.fill("alt_item", &[("label", &row.label), ("value", &value)])
    }

    /// A value with its interval in parentheses.
    fn estimate(&self, cell: &Estimate, decimals: u8) -> String {
        let value = printed(cell.value.as_ref());
        match cell.interval.filter(|_| cell.value.is_some()) {
            Some((low, high)) => format!("{value} ({})", self.locale.range(low, high, decimals)),
            None => value.to_owned(),
        }
    }

    fn data_table(&self, readout: &Readout, decimals: u8) -> Result<DataTable, Diagnostic> {
        let locale = self.locale;
        let has_remarks = readout.rows.iter().any(|row| !row.remark.is_empty());
        let mut head = vec![locale.fill("question_item", &[])?];
        for column in &readout.columns {
            head.push(column.clone().map_or_else(|| locale.fill("value", &[]), Ok)?);
        }
        if has_remarks {
            head.push(locale.fill("remark", &[])?);
        }
        let rows = readout.rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| self.estimate(cell, decimals));
            let remark = has_remarks.then(|| row.remark.clone());
            std::iter::once(row.label.clone()).chain(cells).chain(remark).collect()
        });
        Ok(DataTable { head, rows: rows.collect() })
    }
}

/// A text with its first letter large.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::kind::bars::Bars;
    use crate::chart::test_fixture::{bar, bars, dots, likert};
    use crate::source::Assets;
    use crate::theme::Tone;

    fn told(chart: &Chart) -> (String, Option<DataTable>) {
        let locale = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|f| panic!("{f:?}"));
        AltText { locale: &locale }.of(chart).unwrap_or_else(|f| panic!("{f:?}"))
    }

    fn of_shares(shares: &[(&str, f64)]) -> Bars {
        Bars { bars: shares.iter().map(|(l, v)| bar(l, *v, Tone::Calm)).collect(), ..bars() }
    }

    #[test]
    fn the_message_names_both_ends_and_all_that_share_them() {
        let (text, _) = told(&of_shares(&[("Дороги", 40.0), ("Вода", 40.0), ("Свет", 3.0)]).into());
        assert!(text.contains("Наибольшее значение") && text.contains("(Дороги, Вода)"), "{text}");
        assert!(text.contains("(Свет)"), "{text}");
        let (text, _) = told(&of_shares(&[("Дороги", 40.0), ("Вода", 40.0)]).into());
        assert!(text.contains("все значения одинаковы") || text.contains("Все значения одинаковы"), "{text}");
        let (text, _) = told(&of_shares(&[("Дороги", 40.0)]).into());
        assert!(!text.contains("аибольшее"), "one value is its own message: {text}");
    }

    #[test]
    fn every_value_is_told_and_a_long_text_has_its_table() {
        for chart in [Chart::from(dots()), likert().into()] {
            let (text, table) = told(&chart);
            let readout = chart.readout();
            let numbers = readout.rows.iter().flat_map(|r| &r.cells).filter_map(|c| c.value.as_ref());
            for number in numbers {
                assert!(text.contains(&number.text), "{} in {text}", number.text);
            }
            assert_eq!(table.is_some(), text.chars().count() > LONG, "{text}");
            if let Some(table) = table {
                assert_eq!(table.rows.len(), readout.rows.len());
                assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
            }
        }
    }

    #[test]
    fn a_value_that_is_not_shown_is_neither_largest_nor_smallest() {
        let mut chart = of_shares(&[("Дороги", 40.0), ("Вода", 20.0), ("Свет", 3.0)]);
        chart.bars[2].value = None;
        let (text, _) = told(&chart.into());
        assert!(text.contains("(Вода)") && text.contains("Свет: не показывается"), "{text}");
    }
}
