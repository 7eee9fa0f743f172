//! A question over the groups of one breakdown: every answer or item in every group, with intervals.

use serde::Serialize;

use super::Snapshot;
use super::questions::{self, Measure};
use super::stats::{self, Base};
use crate::study::results::{AnswerRole, Breakdown, Question, QuestionKind, Record};
use crate::study::{LocalizedText, Study};

/// Answers (or items) by groups, in per cent.
#[derive(Debug, Clone, Serialize)]
pub struct Crosstab {
    /// Id of the breakdown.
    pub id: String,
    /// What the groups are groups of.
    pub label: LocalizedText,
    pub groups: Vec<CrossGroup>,
    pub rows: Vec<CrossRow>,
    /// Whether the public edition withholds any cell.
    pub withheld: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct CrossGroup {
    /// Code of the group.
    pub code: String,
    pub label: LocalizedText,
    pub n: u32,
    pub base_class: Base,
}

#[derive(Debug, Clone, Serialize)]
pub struct CrossRow {
    /// Code of the item or answer; the question's id where the row is the question itself.
    pub code: String,
    pub label: LocalizedText,
    /// "Other", "none of the above", "hard to answer", "refused".
    pub apart: bool,
    /// One per group; `None`: the base is too small, or the cell is withheld.
    pub cells: Vec<Option<Measure>>,
    /// What each cell rests on, one per group, also where the cell is not shown.
    pub bases: Vec<CellBase>,
}

/// What a cell of a crosstab rests on.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct CellBase {
    /// Unweighted respondents.
    pub n: u32,
    /// Effective number of respondents, n / deff.
    pub n_eff: f64,
}

/// A cell before anything is withheld: respondents and estimate.
type Cell = Option<(u32, Measure)>;

impl Crosstab {
    /// The crosstab of a question by a breakdown as of a day; `None` where there are no records for it.
    pub fn new(study: &Study, cutoff: jiff::civil::Date, question: &str, by: &str) -> Option<Self> {
        let snapshot = Snapshot::new(study, cutoff);
        let q = study.codebook.questions.iter().find(|q| q.id.as_str() == question)?;
        let breakdown = study.codebook.breakdowns.iter().find(|b| b.id.as_str() == by)?;
        let records: Vec<&Record> =
            snapshot.results?.records.iter().filter(|r| r.question == question).collect();
        let of_group = |code: &str| -> Vec<&Record> {
            let is_of = |r: &&&Record| {
                r.by.as_ref().is_some_and(|b| b.len() == 1 && b.get(by).is_some_and(|g| g == code))
            };
            records.iter().filter(is_of).copied().collect()
        };
        Self::of(&snapshot, q, (breakdown, measures(q)), of_group)
    }

    /// The same with the sums of the positive answers in the place of a scale's answers, from records that are
    /// sorted by groups already; of a scale without a positive side, its answers.
    pub(super) fn of_totals<'a>(
        snapshot: &Snapshot<'_>,
        q: &Question,
        breakdown: &Breakdown,
        of_group: impl Fn(&str) -> Vec<&'a Record>,
    ) -> Option<Self> {
        Self::of(snapshot, q, (breakdown, totals(q)), of_group)
    }

    fn of<'a>(
        snapshot: &Snapshot<'_>,
        q: &Question,
        (breakdown, measures): (&Breakdown, Vec<Row<'_>>),
        of_group: impl Fn(&str) -> Vec<&'a Record>,
    ) -> Option<Self> {
        let groups: Vec<(CrossGroup, Vec<&Record>)> = breakdown
            .groups
            .iter()
            .filter_map(|g| {
                let records = of_group(&g.code);
                let n = records.iter().map(|r| r.n).max()?;
                let (code, label) = (g.code.clone(), g.label.clone());
                Some((CrossGroup { code, label, n, base_class: Base::of(n) }, records))
            })
            .collect();
        if groups.is_empty() {
            return None;
        }
        let has_cells = |m: &Row<'_>| groups.iter().any(|(_, r)| m.cell(q, r).is_some());
        let measures: Vec<Row<'_>> = measures.into_iter().filter(has_cells).collect();
        let mut rows: Vec<(LocalizedText, bool, Vec<Cell>)> = measures
            .iter()
            .map(|m| (m.label.clone(), m.apart, groups.iter().map(|(_, r)| m.cell(q, r)).collect()))
            .collect();
        let cell_bases: Vec<Vec<CellBase>> =
            measures.iter().map(|m| groups.iter().map(|(_, r)| m.base(r)).collect()).collect();
        let groups: Vec<CrossGroup> = groups.into_iter().map(|(group, _)| group).collect();
        let bases: Vec<u32> = groups.iter().map(|group| group.n).collect();
        let is_total = measures.iter().all(|m| m.option.is_none());
        let is_distribution = q.items.is_empty() && q.kind != QuestionKind::Multiple && !is_total;
        let withheld = questions::is_public(snapshot) && withhold(&mut rows, &bases, is_distribution);
        let rows =
            rows.into_iter().zip(&measures).zip(cell_bases).map(|(((label, apart, cells), m), bases)| {
                let shown = cells.into_iter().zip(&groups).map(|(cell, group)| {
                    cell.filter(|_| group.base_class.is_shown()).map(|(_, measure)| measure)
                });
                let code = m.option.filter(|_| q.items.is_empty()).or(m.item).unwrap_or(&q.id.0);
                CrossRow { code: code.to_owned(), label, apart, cells: shown.collect(), bases }
            });
        let (id, label) = (breakdown.id.to_string(), breakdown.label.clone());
        Some(Self { id, label, rows: rows.collect(), groups, withheld })
    }
}

/// The positive answers together, of each item where there are items; [`measures`] where the question is no scale
/// or has no positive side. Items of a scale without one have no single figure, so that there are no rows.
fn totals(q: &Question) -> Vec<Row<'_>> {
    let is_positive = |o: &crate::study::results::AnswerOption| o.role == Some(AnswerRole::Positive);
    if q.kind != QuestionKind::Scale {
        return measures(q);
    }
    if !q.options.iter().any(is_positive) {
        return if q.items.is_empty() { measures(q) } else { Vec::new() };
    }
    let own = q.short.as_ref().unwrap_or(&q.text);
    let whole = q.items.is_empty().then_some(Row { label: own, apart: false, item: None, option: None });
    let items = q.items.iter().map(|i| Row {
        label: i.label.as_ref().unwrap_or(own),
        apart: questions::is_sorted_last(i.role),
        item: Some(i.code.as_str()),
        option: None,
    });
    whole.into_iter().chain(items).collect()
}

/// Takes out small cells and those from which a single one could be found; whether any went.
///
/// A row's single cell could be found from the total and the other groups; where the rows are the answers of
/// one distribution, a group's single cell from the other answers.
fn withhold(rows: &mut [(LocalizedText, bool, Vec<Cell>)], bases: &[u32], is_distribution: bool) -> bool {
    let small = |cell: &Cell, base: &u32| {
        let is_small = |n: u32| stats::is_small_cell(n) || stats::is_small_cell(base.saturating_sub(n));
        cell.is_some_and(|(n, _)| is_small(n))
    };
    let mut hidden: Vec<Vec<bool>> = rows
        .iter()
        .map(|(_, _, cells)| cells.iter().zip(bases).map(|(cell, base)| small(cell, base)).collect())
        .collect();
    let count = |row: usize, group: usize| {
        let cell = rows.get(row).and_then(|(_, _, cells)| cells.get(group).copied().flatten());
        cell.map(|(n, _)| n)
    };
    let lines = || {
        let across = (0..rows.len()).map(|r| (0..bases.len()).map(|g| (r, g)).collect::<Vec<_>>());
        let down = (0..bases.len()).map(|g| (0..rows.len()).map(|r| (r, g)).collect::<Vec<_>>());
        across.chain(down.filter(|_| is_distribution))
    };
    // A cell that goes for its row's sake may leave another one alone in its group.
    loop {
        let mut company = None;
        for line in lines() {
            let gone = line.iter().filter(|(r, g)| hidden[*r][*g]).count();
            let others = line.iter().filter(|(r, g)| !hidden[*r][*g]);
            let next = others.filter_map(|(r, g)| Some((count(*r, *g)?, (*r, *g)))).min();
            if gone == 1 {
                company = company.or(next.map(|(_, place)| place));
            }
        }
        let Some((r, g)) = company else { break };
        hidden[r][g] = true;
    }
    let mut gone = false;
    for ((_, _, cells), hidden) in rows.iter_mut().zip(&hidden) {
        for (cell, _) in cells.iter_mut().zip(hidden).filter(|(_, hidden)| **hidden) {
            gone |= cell.take().is_some();
        }
    }
    gone
}

/// What one row measures.
struct Row<'a> {
    label: &'a LocalizedText,
    apart: bool,
    item: Option<&'a str>,
    /// `None`: the sum of the positive answers.
    option: Option<&'a str>,
}

/// Items of a question that has some, by their positive answers or by being chosen; else its answers.
fn measures(q: &Question) -> Vec<Row<'_>> {
    let own = q.short.as_ref().unwrap_or(&q.text);
    if q.items.is_empty() {
        let row = |o| {
            let o: &crate::study::results::AnswerOption = o;
            let apart = questions::is_sorted_last(o.role);
            Row { label: &o.label, apart, item: None, option: Some(o.code.as_str()) }
        };
        return q.options.iter().map(row).collect();
    }
    let chosen = q.options.iter().find(|o| o.role == Some(AnswerRole::Selected)).or(q.options.first());
    let option = if q.kind == QuestionKind::Scale { None } else { chosen.map(|o| o.code.as_str()) };
    let rows = q.items.iter().map(|i| Row {
        label: i.label.as_ref().unwrap_or(own),
        apart: questions::is_sorted_last(i.role),
        item: Some(i.code.as_str()),
        option,
    });
    rows.collect()
}

impl Row<'_> {
    fn base(&self, records: &[&Record]) -> CellBase {
        let own = records.iter().filter(|r| r.item.as_deref() == self.item);
        let found = own.map(|r| (r.n, r.deff)).max_by_key(|x| x.0);
        found.map_or_else(CellBase::default, |(n, deff)| CellBase {
            n,
            n_eff: f64::from(n) / deff.max(f64::MIN_POSITIVE),
        })
    }

    fn cell(&self, q: &Question, records: &[&Record]) -> Cell {
        let own: Vec<&Record> = records.iter().filter(|r| r.item.as_deref() == self.item).copied().collect();
        let (n, deff) = own.iter().map(|r| (r.n, r.deff)).max_by_key(|x| x.0)?;
        match self.option {
            Some(code) => {
                let record = own.iter().find(|r| r.option == code)?;
                let measure = Measure {
                    value: stats::round_tenth(record.share * 100.0),
                    low: record.ci.0 * 100.0,
                    high: record.ci.1 * 100.0,
                    exact: record.share * 100.0,
                };
                Some((record.n_option, measure))
            }
            None => {
                let (share, count) = questions::sum(q, &own, AnswerRole::Positive);
                let (low, high) = stats::wilson(share, f64::from(n) / deff.max(f64::MIN_POSITIVE));
                let value = stats::round_tenth(share * 100.0);
                let exact = share * 100.0;
                Some((count, Measure { value, low: low * 100.0, high: high * 100.0, exact }))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LocalizedText, Measure, withhold};

    fn hidden(counts: &[[u32; 3]], base: u32, is_distribution: bool) -> Vec<[bool; 3]> {
        let measure = Measure { value: 0.0, low: 0.0, high: 0.0, exact: 0.0 };
        let mut rows: Vec<_> = counts
            .iter()
            .map(|row| (LocalizedText::default(), false, row.map(|n| Some((n, measure))).to_vec()))
            .collect();
        withhold(&mut rows, &[base; 3], is_distribution);
        rows.iter().map(|(_, _, cells)| [0, 1, 2].map(|g| cells[g].is_none())).collect()
    }

    #[test]
    fn no_withheld_cell_stands_alone_in_its_row_nor_in_its_distribution() {
        let counts = [[3, 40, 60], [50, 30, 20], [47, 30, 20]];
        let rows_only = hidden(&counts, 100, false);
        assert_eq!(rows_only, [[true, true, false], [false; 3], [false; 3]]);
        let both = hidden(&counts, 100, true);
        for i in 0..3 {
            let row = both[i].iter().filter(|h| **h).count();
            let column = both.iter().filter(|r| r[i]).count();
            assert!(row != 1 && column != 1, "{both:?}");
        }
        assert!(both[0][0]);
    }

    #[test]
    fn nothing_goes_where_no_cell_is_small() {
        assert_eq!(hidden(&[[40, 40, 40], [60, 60, 60]], 100, true), [[false; 3]; 2]);
    }
}
