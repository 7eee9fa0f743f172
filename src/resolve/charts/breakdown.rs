//! A question over the groups of a breakdown.

use super::question::scale_order;
use super::{Basis, Table};
use crate::chart::data::{
    self, ChartData, CrosstabGroup, CrosstabRow, GroupShare, Groups, Measure, RankedShare, ScaleRow, Side,
};
use crate::diag::{Code, Diagnostic, say};
use crate::facts::stats::Base;
use crate::facts::{Crosstab, Measure as LineMeasure, QuestionFacts, Status};
use crate::resolve::rounding::parts_from_100;
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;
use crate::resolve::tables::by_groups::item_unknown;
use crate::study::results::QuestionKind;
use crate::theme::Tone;

impl Sources<'_> {
    /// One item or answer in each group, that of the largest difference where none is named; where groups differ, those
    /// stand out whose interval does not hold the value of the whole.
    pub(super) fn groups<'q>(
        &self,
        question: &'q QuestionFacts,
        by: &str,
        item: Option<&str>,
    ) -> Result<Table<'q>, Diagnostic> {
        let table = question.crosstab(by).ok_or_else(|| without_records(question, by))?;
        let lines = question.lines(table, self.facts.edition);
        let codes: Vec<String> = lines.iter().map(|line| line.row.code.clone()).collect();
        let told = question.groups_reading.breakdowns.iter().find(|b| b.id == by);
        let code =
            item.or(told.and_then(|b| b.measure.as_ref()).map(|m| m.code.as_str())).unwrap_or_default();
        let line = lines.iter().find(|line| line.row.code == code);
        let line = line.ok_or_else(|| item_unknown(question, code, &codes))?;
        let differ = told.and_then(|b| b.differ.as_ref()).filter(|d| d.measure.code == code);
        let thresholds = &self.facts.thresholds;
        let overall = question.ranking.iter().find(|r| r.code == line.row.code).map(|r| r.percent);
        // Where no difference between the groups is proven, none stands out.
        let stands_out =
            |low: f64, high: f64| differ.is_some() && overall.is_some_and(|o| low > o || high < o);
        let mut caveats = Caveats { not_stated: table.not_stated, ..Caveats::default() };
        let mut rows = Vec::new();
        for (place, group) in table.groups.iter().enumerate() {
            let (status, shown) = line.cell(place, thresholds);
            let withheld = status == Status::Withheld;
            caveats.suppressed |= withheld;
            let is_wide = shown.is_some_and(|e| thresholds.is_wide(e.low, e.high));
            let sign = if withheld { String::new() } else { caveats.sign(group.base_class, is_wide) };
            let stands_out = shown.is_some_and(|e| stands_out(e.low, e.high));
            if stands_out {
                caveats.colours = Some("colours_by_line");
            }
            let share = RankedShare {
                label: format!("{}{sign}", self.text(&group.label)),
                share: shown.map(|e| Measure { value: e.value, interval: (e.low, e.high) }),
                tone: if stands_out { Tone::Calm } else { Tone::Grey },
            };
            rows.push(GroupShare { share, n: group.n });
        }
        let measure = self.text(&line.row.label).to_owned();
        let data = ChartData::Groups(Groups { measure, overall, rows });
        Ok(Table { data, caveats, basis: Basis::Survey(question) })
    }

    /// The answers of a scale in the whole sample and, below it, in each group.
    pub(super) fn scale_by_groups<'q>(
        &self,
        question: &'q QuestionFacts,
        by: &str,
    ) -> Result<Table<'q>, Diagnostic> {
        let crosstab = question.crosstab(by).ok_or_else(|| without_records(question, by))?;
        let mut table = self.scale(question)?;
        let (ChartData::Scale(scale), Some(item)) = (&mut table.data, question.items.first()) else {
            return Ok(table);
        };
        let lines = question.lines(crosstab, self.facts.edition);
        let thresholds = &self.facts.thresholds;
        let order = scale_order(item);
        scale.is_by_groups = true;
        table.caveats.not_stated = crosstab.not_stated;
        for row in &mut scale.rows {
            self.locale.word("overall")?.clone_into(&mut row.label);
            row.n = Some(question.n);
        }
        for (place, group) in crosstab.groups.iter().enumerate() {
            let share = |code: &str| {
                let line = lines.iter().find(|l| l.measure == LineMeasure::Answer && l.row.code == code);
                // An answer that nobody gave in any group has no line.
                line.map_or((Status::Shown, Some(0.0)), |line| {
                    let (status, cell) = line.cell(place, thresholds);
                    (status, cell.map(|m| m.value))
                })
            };
            let answers = order.iter().filter_map(|i| item.answers.get(*i));
            let cells: Vec<_> = answers.map(|answer| share(&answer.code)).collect();
            table.caveats.suppressed |= cells.iter().any(|(status, _)| *status == Status::Withheld);
            let sign = table.caveats.sign(group.base_class, false);
            let shares: Vec<Option<f64>> = cells.into_iter().map(|(_, share)| share).collect();
            scale.rows.push(ScaleRow {
                label: format!("{}{sign}", self.text(&group.label)),
                nets: nets(&scale.answers, &shares),
                shares: group.base_class.is_shown().then_some(shares),
                n: Some(group.n),
            });
        }
        Ok(table)
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
            overall: question.ranking.iter().find(|r| r.code == row.code).map(|r| r.percent),
        });
        let highs = table.rows.iter().flat_map(|row| &row.cells).flatten().map(|m| m.high);
        let is_distribution = question.kind != QuestionKind::Multiple
            && question.has_rows_of_answers()
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
            not_stated: table.not_stated,
            starred: table.groups.iter().any(is_starred),
            rounded_sum: is_distribution && (0..table.groups.len()).any(parts),
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

/// The negative and the positive answers together; `None` where one of them is not shown.
fn nets(answers: &[data::Answer], shares: &[Option<f64>]) -> [Option<f64>; 2] {
    [Side::Negative, Side::Positive].map(|side| {
        let of_side = answers.iter().zip(shares).filter(|(answer, _)| answer.side == side);
        let shares: Option<Vec<f64>> = of_side.map(|(_, share)| *share).collect();
        shares.filter(|shares| !shares.is_empty()).map(|shares| shares.iter().sum())
    })
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
