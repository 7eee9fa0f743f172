//! Alt text of charts: the message and the values in the document's language, from the same data as the
//! picture; where they are many, also as a data table for those who hear the page.

use crate::diag::Diagnostic;
use crate::document::DataTable;
use crate::document::chart::{Answer, Chart, Estimate, LikertRow, Readout, ReadoutRow, Side, Value};
use crate::locale::Locale;

type Words = Result<String, Diagnostic>;

/// An alt text of more characters than this is also given as a table: screen readers read it in one go.
const LONG: usize = 250;

/// What stands for a value that is not shown.
const DASH: &str = "—";

/// A printed value and the name of what has it.
type Named = (Value, String);

/// Tells charts in words of a language.
pub struct AltText<'a> {
    pub locale: &'a Locale,
}

impl AltText<'_> {
    /// What the chart shows, and its data table where the text is long.
    ///
    /// # Errors
    /// `LocaleKey` where the locale file lacks a word.
    pub fn of(&self, chart: &Chart) -> Result<(String, Option<DataTable>), Diagnostic> {
        let readout = chart.readout();
        let items: Result<Vec<String>, Diagnostic> =
            readout.rows.iter().map(|row| self.item(&readout, row, chart)).collect();
        let message = self.message(chart, &readout)?;
        let kind = self.locale.fill(key(chart), &[])?;
        let items = format!("{}.", items?.join("; "));
        let text = [kind, message, items].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ");
        let is_long = text.chars().count() > LONG;
        let table = if is_long { Some(self.data_table(&readout, chart)?) } else { None };
        Ok((text, table))
    }

    /// What the chart says at a glance: the largest and the smallest value, or that all are the same.
    fn message(&self, chart: &Chart, readout: &Readout) -> Words {
        match chart {
            Chart::Progress(_) | Chart::Numbers(_) | Chart::Ranks(_) => Ok(String::new()),
            Chart::Likert(c) => {
                let of = self.locale.fill("alt_positive", &[])?;
                self.extremes(&self.agreeing(&c.answers, &c.rows), &of)
            }
            Chart::Slope(c) => self.extremes(&cells(readout, 1), &format!("{}:", c.to)),
            Chart::Dots(c) => {
                let found = self.extremes(&cells(readout, 0), "")?;
                let city = c.reference.as_ref().map(|r| format!("{}.", capital(&r.label)));
                Ok([found, city.unwrap_or_default()].join(" ").trim().to_owned())
            }
            _ => self.extremes(&cells(readout, 0), ""),
        }
    }

    /// The sums of the positive answers, item by item, where none of them is suppressed.
    fn agreeing(&self, answers: &[Answer], rows: &[LikertRow]) -> Vec<Named> {
        let sum = |row: &LikertRow| {
            let values = row.values.as_ref()?;
            let positive: Vec<&Value> = (answers.iter().zip(values))
                .filter(|(answer, _)| answer.side == Side::Positive)
                .map(|(_, value)| value)
                .collect();
            let known = !positive.is_empty() && positive.iter().all(|v| v.printed != DASH);
            let value: f64 = positive.iter().map(|v| v.value).sum();
            known.then(|| (Value { value, printed: self.locale.share(value) }, row.label.clone()))
        };
        rows.iter().filter_map(sum).collect()
    }

    /// The largest and the smallest of some values as printed; `of` says of what.
    fn extremes(&self, values: &[Named], of: &str) -> Words {
        let locale = self.locale;
        let Some(high) = values.iter().max_by(|a, b| a.0.value.total_cmp(&b.0.value)) else {
            return Ok(String::new());
        };
        let Some(low) = values.iter().min_by(|a, b| a.0.value.total_cmp(&b.0.value)) else {
            return Ok(String::new());
        };
        let named = |end: &Named| {
            let same = values.iter().filter(|v| v.0.printed == end.0.printed);
            same.map(|v| v.1.as_str()).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let told = match (values.len(), high.0.printed == low.0.printed) {
            // One value is its own message.
            (1, _) if of.is_empty() => return Ok(String::new()),
            (1, _) => locale.fill("alt_one", &[("value", &high.0.printed)])?,
            (_, true) => locale.fill("alt_equal", &[("value", &high.0.printed)])?,
            _ => {
                let (highest, lowest) = (named(high), named(low));
                let places = [
                    ("high", high.0.printed.as_str()),
                    ("highest", &highest),
                    ("low", &low.0.printed),
                    ("lowest", &lowest),
                ];
                locale.fill("alt_extremes", &places)?
            }
        };
        Ok(capital(format!("{of} {told}").trim()))
    }

    /// «label: value», or «label: column value, column value».
    fn item(&self, readout: &Readout, row: &ReadoutRow, chart: &Chart) -> Words {
        let printed: Vec<String> = (readout.columns.iter().zip(&row.cells))
            .map(|(column, cell)| {
                let value = self.estimate(cell, chart);
                column.as_ref().map_or_else(|| value.clone(), |column| format!("{column} {value}"))
            })
            .collect();
        if row.cells.iter().all(|cell| cell.value.is_none()) {
            return self.locale.fill("alt_missing", &[("label", &row.label)]);
        }
        let mut value = printed.join(", ");
        if !row.remark.is_empty() {
            value = format!("{value}, {}", row.remark);
        }
        if row.label.is_empty() {
            return Ok(value);
        }
        self.locale.fill("alt_item", &[("label", &row.label), ("value", &value)])
    }

    /// A value with its interval in parentheses.
    fn estimate(&self, cell: &Estimate, chart: &Chart) -> String {
        let value = cell.value.as_ref().map_or(DASH, |v| v.printed.as_str());
        match cell.interval.filter(|_| cell.value.is_some()) {
            Some(interval) => format!("{value} ({})", self.interval(interval, chart)),
            None => value.to_owned(),
        }
    }

    fn interval(&self, (low, high): (f64, f64), chart: &Chart) -> String {
        let scores = matches!(chart, Chart::Dots(_) | Chart::Multiples(_));
        let decimals = if scores { 1 } else { self.locale.share_decimals() };
        self.locale.range(low, high, decimals)
    }

    fn data_table(&self, readout: &Readout, chart: &Chart) -> Result<DataTable, Diagnostic> {
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
            let cells = row.cells.iter().map(|cell| self.estimate(cell, chart));
            let remark = has_remarks.then(|| row.remark.clone());
            std::iter::once(row.label.clone()).chain(cells).chain(remark).collect()
        });
        Ok(DataTable { head, rows: rows.collect() })
    }
}

/// All values from column `first` on, each with the name of its row and column.
fn cells(readout: &Readout, first: usize) -> Vec<Named> {
    let named = |row: &ReadoutRow, column: usize| match readout.columns.get(column).and_then(Option::as_ref) {
        Some(name) if readout.columns.len() - first > 1 => {
            [row.label.as_str(), name].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" – ")
        }
        _ => row.label.clone(),
    };
    let of_row = |row| {
        let shown = row_cells(row).skip(first);
        shown.filter_map(move |(i, value)| Some((value.clone()?, named(row, i)))).collect::<Vec<_>>()
    };
    readout.rows.iter().flat_map(of_row).filter(|(value, _)| value.printed != DASH).collect()
}

fn row_cells(row: &ReadoutRow) -> impl Iterator<Item = (usize, &Option<Value>)> {
    row.cells.iter().map(|cell| &cell.value).enumerate()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The words of the locale file that name the kind of picture.
fn key(chart: &Chart) -> &'static str {
    match chart {
        Chart::Bars(_) => "alt_bars",
        Chart::Multiples(_) => "alt_multiples",
        Chart::Grouped(_) => "alt_grouped",
        Chart::Likert(_) => "alt_likert",
        Chart::Stacked(_) => "alt_stacked",
        Chart::Dots(_) => "alt_dots",
        Chart::Ranks(_) => "alt_ranks",
        Chart::Heat(_) => "alt_heat",
        Chart::Tiles(_) => "alt_tiles",
        Chart::Map(_) => "alt_map",
        Chart::Slope(_) => "alt_slope",
        Chart::Lines(_) => "alt_lines",
        Chart::Progress(_) => "alt_progress",
        Chart::Numbers(_) => "alt_numbers",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::test_fixture::{bar, bars, dots, likert};
    use crate::document::chart::{Bars, Tone};
    use crate::source::Assets;

    fn told(chart: &Chart) -> (String, Option<DataTable>) {
        let locale = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|f| panic!("{f:?}"));
        AltText { locale: &locale }.of(chart).unwrap_or_else(|f| panic!("{f:?}"))
    }

    fn of_shares(shares: &[(&str, f64)]) -> Chart {
        let bars = Bars { bars: shares.iter().map(|(l, v)| bar(l, *v, Tone::Calm)).collect(), ..bars() };
        Chart::Bars(bars)
    }

    #[test]
    fn the_message_names_both_ends_and_all_that_share_them() {
        let (text, _) = told(&of_shares(&[("Дороги", 40.0), ("Вода", 40.0), ("Свет", 3.0)]));
        assert!(text.contains("Наибольшее значение") && text.contains("(Дороги, Вода)"), "{text}");
        assert!(text.contains("(Свет)"), "{text}");
        let (text, _) = told(&of_shares(&[("Дороги", 40.0), ("Вода", 40.0)]));
        assert!(text.contains("все значения одинаковы") || text.contains("Все значения одинаковы"), "{text}");
        let (text, _) = told(&of_shares(&[("Дороги", 40.0)]));
        assert!(!text.contains("аибольшее"), "one value is its own message: {text}");
    }

    #[test]
    fn every_value_is_told_and_a_long_text_has_its_table() {
        for chart in [Chart::Dots(dots()), Chart::Likert(likert())] {
            let (text, table) = told(&chart);
            let readout = chart.readout();
            let printed = readout.rows.iter().flat_map(|r| &r.cells).filter_map(|c| c.value.as_ref());
            for value in printed {
                assert!(text.contains(&value.printed), "{} in {text}", value.printed);
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
        let Chart::Bars(mut chart) = of_shares(&[("Дороги", 40.0), ("Вода", 20.0), ("Свет", 3.0)])
        else {
            return;
        };
        chart.bars[2].value = None;
        let (text, _) = told(&Chart::Bars(chart));
        assert!(text.contains("(Вода)") && text.contains("Свет: не показывается"), "{text}");
    }
}
