//! Alt text of charts: what is shown, item by item, from the same data as the picture.

use super::Resolver;
use crate::diag::Diagnostic;
use crate::document::chart::{Chart, Likert, LikertRow, Value};

impl Resolver<'_> {
    /// What the chart shows, item by item, in the document's language.
    pub(super) fn alt(&self, chart: &Chart) -> Result<String, Diagnostic> {
        let locale = self.s.locale;
        let is_share = matches!(chart, Chart::Bars(_));
        let decimals = if is_share { locale.share_decimals() } else { 1 };
        let item = |label: &str, value: &Option<Value>, interval: Option<(f64, f64)>| match (value, interval)
        {
            (None, _) => locale.fill("alt_missing", &[("label", label)]),
            (Some(v), None) => locale.fill("alt_item", &[("label", label), ("value", &v.printed)]),
            (Some(v), Some((low, high))) => locale.fill(
                "alt_interval",
                &[
                    ("label", label),
                    ("value", &v.printed),
                    ("low", &locale.number(low, decimals)),
                    ("high", &locale.number(high, decimals)),
                ],
            ),
        };
        let (key, items) = match chart {
            Chart::Bars(c) => {
                ("alt_bars", c.bars.iter().map(|b| item(&b.label, &b.value, b.interval)).collect())
            }
            Chart::Dots(c) => {
                ("alt_dots", c.rows.iter().map(|d| item(&d.label, &d.value, d.interval)).collect())
            }
            Chart::Likert(c) => ("alt_likert", c.rows.iter().map(|r| self.alt_row(c, r)).collect()),
            Chart::Progress(c) => {
                let last = item(&c.total_label, &Some(c.last.clone()), None);
                let target = c.target.as_ref().map(|t| Ok(t.label.clone()));
                ("alt_progress", std::iter::once(last).chain(target).collect::<Result<Vec<_>, _>>())
            }
        };
        locale.fill(key, &[("items", &items?.join("; "))])
    }

    fn alt_row(&self, chart: &Likert, row: &LikertRow) -> Result<String, Diagnostic> {
        let Some(values) = &row.values else {
            return self.s.locale.fill("alt_missing", &[("label", &row.label)]);
        };
        let parts: Vec<String> =
            chart.answers.iter().zip(values).map(|(a, v)| format!("{} {}", a.label, v.printed)).collect();
        self.s.locale.fill("alt_item", &[("label", &row.label), ("value", &parts.join(", "))])
    }
}
