//! A question over the groups of a breakdown.

use super::{Basis, Table};
use crate::chart::data::{self, ChartData, CrosstabGroup, CrosstabRow, Groups, Measure, RankedShare};
use crate::diag::{Code, Diagnostic, say};
use crate::facts::stats::Base;
use crate::facts::{Crosstab, QuestionFacts};
use crate::resolve::rounding::parts_from_100;
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;
use crate::study::results::QuestionKind;
use crate::theme::Tone;

impl Sources<'_> {
    /// The question's telling measure in each group; groups that differ stand out.
    pub(super) fn groups<'q>(&self, question: &'q QuestionFacts, by: &str) -> Result<Table<'q>, Diagnostic> {
        let found = question.breakdowns.iter().find(|b| b.id == by);
        let breakdown = found.ok_or_else(|| without_records(question, by))?;
        let mut caveats = Caveats::default();
        let mut rows = Vec::new();
        for (i, g) in breakdown.groups.iter().enumerate() {
            caveats.suppressed |= g.suppressed;
            let sign = if g.suppressed { String::new() } else { caveats.sign(g.base_class, g.wide) };
            let measure = Measure { value: g.percent, interval: (g.low, g.high) };
            rows.push(RankedShare {
                label: format!("{}{sign}", self.text(&g.label)),
                share: g.base_class.is_shown().then_some(measure),
                tone: match breakdown.differ {
                    Some((high, low)) if i == high || i == low => Tone::Calm,
                    _ => Tone::Grey,
                },
            });
        }
        let measure = self.text(&breakdown.measure_label).to_owned();
        let data = ChartData::Groups(Groups { measure, rows });
        Ok(Table { data, caveats, basis: Basis::Survey(question) })
    }

    /// Every answer or item in every group.
    pub(super) fn crosstab_table<'q>(
        &self,
        question: &'q QuestionFacts,
        by: &str,
        limit: usize,
    ) -> Result<Table<'q>, Diagnostic> {
        let table = question.crosstab(by).ok_or_else(|| without_records(question, by))?;
        let is_starred = |group: &crate::facts::CrossGroup| group.base_class == Base::Starred;
        let groups = table.groups.iter().map(|group| CrosstabGroup {
            label: format!("{}{}", self.text(&group.label), if is_starred(group) { "*" } else { "" }),
            n: group.n,
        });
        let measure =
            |m: &crate::facts::IntervalEstimate| Measure { value: m.value, interval: (m.low, m.high) };
        let rows = order(table).into_iter().take(limit).filter_map(|i| table.rows.get(i));
        let rows = rows.map(|row| CrosstabRow {
            label: self.text(&row.label).to_owned(),
            is_nonsubstantive: row.residual,
            cells: row.cells.iter().map(|cell| cell.as_ref().map(measure)).collect(),
        });
        let highs = table.rows.iter().flat_map(|row| &row.cells).flatten().map(|m| m.high);
        let is_distribution = question.kind != QuestionKind::Multiple
            && question.items.iter().all(|item| item.code.is_none())
            && table.rows.len() <= limit;
        let (decimals, tolerance) =
            (self.locale.share_decimals(), self.study.thresholds.tolerances.share_sum);
        let parts = |g: usize| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(g).copied().flatten());
            parts_from_100(&cells.map(|m| m.value).collect::<Vec<_>>(), decimals, tolerance)
        };
        let caveats = Caveats {
            hidden: table.groups.iter().any(|group| !group.base_class.is_shown()),
            suppressed: table.suppressed,
            starred: table.groups.iter().any(is_starred),
            rounded_sum: is_distribution && (0..table.groups.len()).any(|g| parts(g)),
            ..Caveats::default()
        };
        let data = ChartData::Crosstab(data::Crosstab {
            groups: groups.collect(),
            rows: rows.collect(),
            highest: highs.fold(1.0, f64::max),
        });
        Ok(Table { data, caveats, basis: Basis::Survey(question) })
    }
}

/// Rows by their highest value over the groups, highest first; what stands apart last.
fn order(table: &Crosstab) -> Vec<usize> {
    let highest = |i: &usize| table.rows[*i].cells.iter().flatten().map(|m| m.value).fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..table.rows.len()).collect();
    order.sort_by(|a, b| {
        let apart = table.rows[*a].residual.cmp(&table.rows[*b].residual);
        apart.then(highest(b).total_cmp(&highest(a)))
    });
    order
}

fn without_records(question: &QuestionFacts, by: &str) -> Diagnostic {
    let message = say!("table-breakdown-without-records", question = &question.id, by = by);
    Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-table-breakdowns"))
}
