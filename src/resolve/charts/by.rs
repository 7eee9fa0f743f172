//! A question over the groups of a breakdown.

use super::Bound;
use crate::diag::{Code, Diagnostic, say};
use crate::document::chart::{
    Bar, Bars, Chart, Dot, Dots, Estimate, Grouped, GroupedRow, Heat, HeatRow, Multiples, Panel, Tone, Value,
};
use crate::facts::stats::Base;
use crate::facts::{Crosstab, QuestionFacts};
use crate::resolve::axis::nice;
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;

impl Sources<'_> {
    /// The question's telling measure in each group, against that of all.
    pub(super) fn group_dots(&self, question: &QuestionFacts, by: &str) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let breakdown =
            question.breakdowns.iter().find(|b| b.id == by).ok_or_else(|| without_records(question, by))?;
        let mut caveats = Caveats { intervals: true, ..Caveats::default() };
        let mut rows = Vec::new();
        for (i, g) in breakdown.groups.iter().enumerate() {
            let is_shown = g.base_class.is_shown();
            caveats.suppressed |= g.suppressed;
            let sign = if g.suppressed { String::new() } else { caveats.sign(g.base_class, g.wide) };
            let value =
                Value { value: g.percent, printed: locale.percent(g.percent, locale.share_decimals()) };
            rows.push(Dot {
                label: format!("{}{sign}", self.text(&g.label)),
                value: is_shown.then_some(value),
                interval: is_shown.then_some((g.low, g.high)),
                tone: match breakdown.differ {
                    Some((high, low)) if i == high || i == low => Tone::Calm,
                    _ => Tone::Grey,
                },
                aside: String::new(),
            });
        }
        let high = rows.iter().filter_map(|r| r.interval).map(|i| i.1).fold(1.0, f64::max);
        Ok(Bound {
            chart: Chart::Dots(Dots {
                axis: nice(0.0, high, 5, locale, self.text(&breakdown.measure_label).to_owned()),
                reference: None,
                rows,
                aside_heading: String::new(),
            }),
            notes: self.survey_notes(question, caveats)?,
        })
    }

    pub(super) fn grouped(
        &self,
        question: &QuestionFacts,
        by: &str,
        limit: usize,
    ) -> Result<Bound, Diagnostic> {
        let table = self.crosstab_of(question, by)?;
        let mut caveats = caveats(&table);
        caveats.intervals = true;
        let groups = self.group_labels(&table, &mut caveats);
        let rows: Vec<GroupedRow> = order(&table)
            .into_iter()
            .take(limit)
            .map(|i| {
                let row = &table.rows[i];
                let values = row.cells.iter().map(|cell| match cell {
                    Some(m) => {
                        let printed = self.locale.percent(m.value, self.locale.share_decimals());
                        let value = Some(Value { value: m.value, printed });
                        Estimate { value, interval: Some((m.low, m.high)) }
                    }
                    None => Estimate::default(),
                });
                GroupedRow { label: self.text(&row.label).to_owned(), values: values.collect() }
            })
            .collect();
        let bounds = rows.iter().flat_map(|r| &r.values).filter_map(|v| v.interval);
        let high = bounds.map(|i| i.1).fold(1.0, f64::max);
        let axis = nice(0.0, high, 5, self.locale, String::new());
        Ok(Bound {
            chart: Chart::Grouped(Grouped { axis, groups, rows }),
            notes: self.survey_notes(question, caveats)?,
        })
    }

    pub(super) fn heat(&self, question: &QuestionFacts, by: &str, limit: usize) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let table = self.crosstab_of(question, by)?;
        let mut caveats = Caveats { unsigned: true, ..caveats(&table) };
        let columns = self.group_labels(&table, &mut caveats);
        let rows: Vec<HeatRow> = order(&table)
            .into_iter()
            .take(limit)
            .map(|i| {
                let row = &table.rows[i];
                let shown = |m: &crate::facts::IntervalEstimate| Value {
                    value: m.value,
                    printed: locale.share(m.value),
                };
                HeatRow {
                    label: self.text(&row.label).to_owned(),
                    cells: row.cells.iter().map(|cell| cell.as_ref().map(shown)).collect(),
                }
            })
            .collect();
        let cells = rows.iter().flat_map(|r| &r.cells).flatten();
        let max = cells.map(|v| v.value).fold(1.0, f64::max);
        let bases = table.groups.iter().map(|g| locale.number(f64::from(g.n), 0)).collect();
        Ok(Bound {
            chart: Chart::Heat(Heat {
                columns,
                rows,
                base: Some((locale.word("base_n")?.to_owned(), bases)),
                max,
            }),
            notes: self.survey_notes(question, caveats)?,
        })
    }

    /// The question's bars in each group, on one scale.
    pub(super) fn group_multiples(
        &self,
        question: &QuestionFacts,
        by: &str,
        limit: usize,
    ) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let table = self.crosstab_of(question, by)?;
        let mut caveats = Caveats { intervals: true, ..caveats(&table) };
        let titles = self.group_labels(&table, &mut caveats);
        let highs = table.rows.iter().flat_map(|r| &r.cells).flatten().map(|m| m.high);
        let axis = nice(0.0, highs.fold(1.0, f64::max), 4, locale, String::new());
        let order = order(&table);
        let panels = titles.into_iter().enumerate().map(|(g, title)| {
            let bars = order.iter().take(limit).map(|i| {
                let row = &table.rows[*i];
                let measure = row.cells.get(g).copied().flatten();
                Bar {
                    label: self.text(&row.label).to_owned(),
                    value: measure.map(|m| Value {
                        value: m.value,
                        printed: locale.percent(m.value, locale.share_decimals()),
                    }),
                    interval: measure.map(|m| (m.low, m.high)),
                    tone: if row.residual { Tone::Grey } else { Tone::Calm },
                }
            });
            Panel { title, chart: Chart::Bars(Bars { axis: axis.clone(), bars: bars.collect() }) }
        });
        Ok(Bound {
            chart: Chart::Multiples(Multiples { panels: panels.collect() }),
            notes: self.survey_notes(question, caveats)?,
        })
    }

    fn crosstab_of(&self, question: &QuestionFacts, by: &str) -> Result<Crosstab, Diagnostic> {
        Crosstab::new(self.study, &question.id, by).ok_or_else(|| without_records(question, by))
    }

    /// Names of the groups, starred where the base is small.
    fn group_labels(&self, table: &Crosstab, caveats: &mut Caveats) -> Vec<String> {
        let label = |g: &crate::facts::CrossGroup| {
            let is_starred = g.base_class == Base::Starred;
            caveats.starred |= is_starred;
            format!("{}{}", self.text(&g.label), if is_starred { "*" } else { "" })
        };
        table.groups.iter().map(label).collect()
    }
}

fn caveats(table: &Crosstab) -> Caveats {
    Caveats {
        hidden: table.groups.iter().any(|g| !g.base_class.is_shown()),
        suppressed: table.suppressed,
        ..Caveats::default()
    }
}

/// Rows by their highest value over the groups, highest first; what stands apart last.
fn order(table: &Crosstab) -> Vec<usize> {
    let highest = |i: &usize| table.rows[*i].cells.iter().flatten().map(|m| m.value).fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..table.rows.len()).collect();
    order.sort_by(|a, b| {
        let residual = table.rows[*a].residual.cmp(&table.rows[*b].residual);
        residual.then(highest(b).total_cmp(&highest(a)))
    });
    order
}

fn without_records(question: &QuestionFacts, by: &str) -> Diagnostic {
    let message = say!("table-breakdown-without-records", question = &question.id, by = by);
    Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-table-breakdowns"))
}
