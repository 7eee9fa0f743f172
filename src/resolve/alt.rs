//! Alt text of charts: what is shown, item by item, from the same data as the picture.

use super::Resolver;
use crate::diag::Diagnostic;
use crate::document::chart::{Answer, Chart, Estimate, Heat, LikertRow, Value};

type Alt = Result<String, Diagnostic>;

impl Resolver<'_> {
    /// What the chart shows, item by item, in the document's language.
    pub(super) fn alt(&self, chart: &Chart) -> Alt {
        let items: Result<Vec<String>, Diagnostic> = match chart {
            Chart::Bars(c) => {
                c.bars.iter().map(|b| self.item(&b.label, &b.value, b.interval, true)).collect()
            }
            Chart::Grouped(c) => {
                c.rows.iter().map(|r| self.estimates(&r.label, &c.groups, &r.values)).collect()
            }
            Chart::Likert(c) => c.rows.iter().map(|r| self.answers(&c.answers, r)).collect(),
            Chart::Stacked(c) => c.rows.iter().map(|r| self.answers(&c.answers, r)).collect(),
            Chart::Dots(c) => {
                c.rows.iter().map(|d| self.item(&d.label, &d.value, d.interval, false)).collect()
            }
            Chart::Ranks(c) => c
                .rows
                .iter()
                .map(|r| self.said(&r.label, r.range.is_some().then_some(r.printed.as_str())))
                .collect(),
            Chart::Heat(c) => self.cells(c),
            Chart::Tiles(c) => c.tiles.iter().map(|t| self.item(&t.label, &t.value, None, false)).collect(),
            Chart::Map(c) => c.shapes.iter().map(|s| self.item(&s.label, &s.value, None, false)).collect(),
            Chart::Slope(c) => c
                .rows
                .iter()
                .map(|r| self.pairs(&r.label, [(&c.from, &r.from), (&c.to, &r.to)].into_iter()))
                .collect(),
            Chart::Lines(c) => {
                let points: Vec<String> = c.points.iter().map(|p| p.label.clone()).collect();
                c.series.iter().map(|s| self.estimates(&s.label, &points, &s.values)).collect()
            }
            Chart::Progress(c) => {
                let last = self.item(&c.total_label, &Some(c.last.clone()), None, false);
                let target = c.target.as_ref().map(|t| Ok(t.label.clone()));
                std::iter::once(last).chain(target).collect()
            }
            Chart::Numbers(c) => c
                .items
                .iter()
                .map(|i| self.item(&i.label, &Some(i.value.clone()), i.interval.map(|(ci, _)| ci), true))
                .collect(),
            Chart::Multiples(c) => {
                let panel =
                    |p: &crate::document::chart::Panel| Ok(format!("{}. {}", p.title, self.alt(&p.chart)?));
                return Ok(c.panels.iter().map(panel).collect::<Result<Vec<_>, Diagnostic>>()?.join(" "));
            }
        };
        self.s.locale.fill(key(chart), &[("items", &items?.join("; "))])
    }

    fn item(&self, label: &str, value: &Option<Value>, interval: Option<(f64, f64)>, share: bool) -> Alt {
        let locale = self.s.locale;
        let decimals = if share { locale.share_decimals() } else { 1 };
        match (value, interval) {
            (Some(v), Some((low, high))) => {
                let (low, high) = (locale.number(low, decimals), locale.number(high, decimals));
                let places = [("label", label), ("value", &v.printed), ("low", &low), ("high", &high)];
                locale.fill("alt_interval", &places)
            }
            (value, _) => self.said(label, value.as_ref().map(|v| v.printed.as_str())),
        }
    }

    fn said(&self, label: &str, printed: Option<&str>) -> Alt {
        match printed {
            Some(printed) => self.s.locale.fill("alt_item", &[("label", label), ("value", printed)]),
            None => self.s.locale.fill("alt_missing", &[("label", label)]),
        }
    }

    /// «label: name value, name value».
    fn pairs<'v>(&self, label: &str, values: impl Iterator<Item = (&'v String, &'v Option<Value>)>) -> Alt {
        let shown = |v: &Option<Value>| v.as_ref().map_or_else(|| "—".to_owned(), |v| v.printed.clone());
        let parts: Vec<String> = values.map(|(name, value)| format!("{name} {}", shown(value))).collect();
        self.said(label, Some(&parts.join(", ")))
    }

    fn estimates(&self, label: &str, names: &[String], values: &[Estimate]) -> Alt {
        self.pairs(label, names.iter().zip(values.iter().map(|e| &e.value)))
    }

    fn answers(&self, answers: &[Answer], row: &LikertRow) -> Alt {
        let Some(values) = &row.values else { return self.said(&row.label, None) };
        let parts: Vec<String> =
            answers.iter().zip(values).map(|(a, v)| format!("{} {}", a.label, v.printed)).collect();
        self.said(&row.label, Some(&parts.join(", ")))
    }

    fn cells(&self, heat: &Heat) -> Result<Vec<String>, Diagnostic> {
        heat.rows.iter().map(|r| self.pairs(&r.label, heat.columns.iter().zip(&r.cells))).collect()
    }
}

/// The sentence of the locale file that opens with the kind's name.
fn key(chart: &Chart) -> &'static str {
    match chart {
        Chart::Bars(_) | Chart::Multiples(_) => "alt_bars",
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
