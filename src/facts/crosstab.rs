//! A question over the groups of one breakdown: every answer or item in every group, with intervals.

use serde::Serialize;

use super::questions::IntervalEstimate;
use super::records;
use super::significance;
use super::stats::{self, Base};
use super::suppression;
use crate::study::results::{AnswerOption, AnswerRole, Breakdown, Question, QuestionKind, Record};
use crate::study::{LocalizedText, Study, Thresholds};

/// Answers (or items) by groups, in per cent.
#[derive(Debug, Clone, Serialize)]
pub struct Crosstab {
    /// Id of the breakdown.
    pub id: String,
    /// What the groups are groups of.
    pub label: LocalizedText,
    /// The groups that have records, in codebook order: the columns.
    pub groups: Vec<CrossGroup>,
    /// The answers or items, in codebook order.
    pub rows: Vec<CrossRow>,
    /// Whether the public edition suppresses any cell.
    pub suppressed: bool,
    /// Whether some of those who were asked stated no group and stand in the total alone.
    pub not_stated: bool,
    /// How many comparisons of two groups the marks rest on: pairs × rows, what Holm's correction starts from.
    pub comparisons: usize,
}

/// A group: a column.
#[derive(Debug, Clone, Serialize)]
pub struct CrossGroup {
    /// Code of the group.
    pub code: String,
    /// Name of the group.
    pub label: LocalizedText,
    /// What sentences say behind its share.
    pub among: Option<LocalizedText>,
    /// Unweighted base.
    pub n: u32,
    /// What the base allows to be shown.
    pub base_class: Base,
}

/// An answer or item: a row.
#[derive(Debug, Clone, Serialize)]
pub struct CrossRow {
    /// Code of the item or answer; the question's id where the row is the question itself.
    pub code: String,
    /// What it is called.
    pub label: LocalizedText,
    /// A residual category: "other", "none of the above", "hard to answer", "refused".
    pub residual: bool,
    /// One per group; `None`: the base is too small, or the cell is suppressed.
    pub cells: Vec<Option<IntervalEstimate>>,
    /// What each cell rests on, one per group, also where the cell is not shown.
    pub bases: Vec<CellBase>,
    /// Which groups' shares exceed which others' ([`significance`](super::significance)).
    pub exceeds: Exceeds,
}

/// Pairs of groups of a row by their positions: the share of the first exceeds that of the second.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Exceeds(Vec<(usize, usize)>);

impl Exceeds {
    /// Of pairs in any order.
    pub(super) fn new(mut pairs: Vec<(usize, usize)>) -> Self {
        pairs.sort_unstable();
        pairs.shrink_to_fit();
        Self(pairs)
    }

    /// All pairs, by the first position and then by the second.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.0.iter().copied()
    }

    /// Positions of the groups whose shares a group's share exceeds, ascending.
    pub fn of(&self, group: usize) -> impl Iterator<Item = usize> {
        let begin = self.0.partition_point(|(high, _)| *high < group);
        self.0[begin..].iter().take_while(move |(high, _)| *high == group).map(|(_, low)| *low)
    }
}

/// What a cell of a crosstab rests on.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct CellBase {
    /// Unweighted respondents.
    pub n: u32,
    /// Effective number of respondents, n / deff.
    pub n_eff: f64,
}

/// A cell before anything is suppressed: respondents and estimate.
type Cell = Option<(u32, IntervalEstimate)>;

/// The base and the cells of those who stated no group, row by row.
type Rest = (u32, Vec<Option<u32>>);

impl Crosstab {
    /// Every answer, or item, in every group of a breakdown; `of_group` gives the question's records in a group by
    /// its code, and those of the total. `None` where there are none.
    pub(super) fn of_answers<'a>(
        study: &Study,
        q: &Question,
        breakdown: &Breakdown,
        of_group: &dyn Fn(Option<&str>) -> Vec<&'a Record>,
    ) -> Option<Self> {
        let rows = Row::all(q, only_item(q, &of_group(None)));
        Self::of(study, q, (breakdown, rows), of_group)
    }

    /// The same with the sums of the positive answers in the place of a scale's answers; of a scale without a
    /// positive side, its answers.
    pub(super) fn of_totals<'a>(
        study: &Study,
        q: &Question,
        breakdown: &Breakdown,
        of_group: &dyn Fn(Option<&str>) -> Vec<&'a Record>,
    ) -> Option<Self> {
        Self::of(study, q, (breakdown, Row::totals(q)), of_group)
    }

    /// The table without the values of some rows, by their codes.
    pub(super) fn without(mut self, codes: &[String], thresholds: &Thresholds) -> Self {
        let gone = |row: &&mut CrossRow| codes.contains(&row.code) && row.cells.iter().any(Option::is_some);
        for row in self.rows.iter_mut().filter(gone) {
            row.cells.fill(None);
            self.suppressed = true;
        }
        self.comparisons = significance::mark(thresholds, &mut self.rows);
        self
    }

    fn of<'a>(
        study: &Study,
        q: &Question,
        (breakdown, rows): (&Breakdown, Vec<Row<'_>>),
        of_group: &dyn Fn(Option<&str>) -> Vec<&'a Record>,
    ) -> Option<Self> {
        // A sentence names all groups of a breakdown in one way.
        let is_worded = breakdown.groups.iter().all(|g| g.among.is_some());
        let found = breakdown.groups.iter().filter_map(|g| {
            let records = of_group(Some(&g.code));
            let n = records.iter().map(|r| r.n).max()?;
            let base_class = Base::of(n, &study.thresholds);
            let (code, label) = (g.code.clone(), g.label.clone());
            let among = g.among.clone().filter(|_| is_worded);
            Some((CrossGroup { code, label, among, n, base_class }, records))
        });
        let (groups, of_groups): (Vec<CrossGroup>, Vec<Vec<&Record>>) = found.unzip();
        if groups.is_empty() {
            return None;
        }
        let with_cells = |row| {
            let row: Row<'_> = row;
            let cells = of_groups.iter().map(|records| row.cell(q, records, &study.thresholds)).collect();
            (row, cells)
        };
        let mut rows: Vec<(Row<'_>, Vec<Cell>)> = rows.into_iter().map(with_cells).collect();
        rows.retain(|(_, cells)| cells.iter().any(Option::is_some));
        let total = of_group(None);
        let asked = total.iter().map(|r| r.n).max().unwrap_or_default();
        let unstated = suppression::rest(asked, groups.iter().map(|group| group.n));
        let not_stated = breakdown.not_stated && unstated > 0;
        let rest = not_stated.then(|| (unstated, rest(q, &rows, &total, &study.thresholds)));
        let suppressed = suppression::applies(study) && suppress(study, q, (&groups, rest), &mut rows);
        let rows = rows.into_iter().map(|(row, cells)| {
            let shown = cells.into_iter().zip(&groups).map(|(cell, group)| {
                cell.filter(|_| group.base_class.is_shown()).map(|(_, measure)| measure)
            });
            CrossRow {
                code: row.code.to_owned(),
                label: row.label.clone(),
                residual: row.residual,
                cells: shown.collect(),
                bases: of_groups.iter().map(|records| row.base(records)).collect(),
                exceeds: Exceeds::default(),
            }
        });
        let mut rows: Vec<CrossRow> = rows.collect();
        let comparisons = significance::mark(&study.thresholds, &mut rows);
        let (id, label) = (breakdown.id.to_string(), breakdown.label.clone());
        Some(Self { id, label, rows, groups, suppressed, not_stated, comparisons })
    }
}

/// Of each row the respondents who stated no group: those of the total that no group has.
fn rest(
    q: &Question,
    rows: &[(Row<'_>, Vec<Cell>)],
    total: &[&Record],
    thresholds: &Thresholds,
) -> Vec<Option<u32>> {
    let counted = |cells: &[Cell]| cells.iter().flatten().map(|(n, _)| *n).collect::<Vec<_>>();
    let of_row = |(row, cells): &(Row<'_>, Vec<Cell>)| {
        let (all, _) = row.cell(q, total, thresholds)?;
        Some(suppression::rest(all, counted(cells).into_iter()))
    };
    rows.iter().map(of_row).collect()
}

/// Takes out small cells and those from which a single one could be found; whether any went. `rest` are the base and
/// the cells of those who stated no group, which no column shows.
fn suppress(
    study: &Study,
    q: &Question,
    (groups, rest): (&[CrossGroup], Option<Rest>),
    rows: &mut [(Row<'_>, Vec<Cell>)],
) -> bool {
    let mut counts: Vec<Vec<Option<u32>>> =
        rows.iter().map(|(_, cells)| cells.iter().map(|cell| cell.map(|(n, _)| n)).collect()).collect();
    let mut bases: Vec<u32> = groups.iter().map(|group| group.n).collect();
    if let Some((base, cells)) = rest {
        bases.push(base);
        counts.iter_mut().zip(cells).for_each(|(row, cell)| row.push(cell));
    }
    let are_sums = rows.iter().all(|(row, _)| row.option.is_none());
    let are_of_one = rows.iter().all(|(row, _)| row.item == rows.first().and_then(|(first, _)| first.item));
    let is_distribution = are_of_one && q.kind != QuestionKind::Multiple && !are_sums;
    let suppressed = suppression::table(&counts, &bases, is_distribution, &study.thresholds);
    let mut gone = false;
    for ((_, cells), suppressed) in rows.iter_mut().zip(&suppressed) {
        for (cell, _) in cells.iter_mut().zip(suppressed).filter(|(_, suppressed)| **suppressed) {
            gone |= cell.take().is_some();
        }
    }
    gone
}

/// The item of a scale that has results of this one alone: its answers are those of the question.
fn only_item<'q>(q: &'q Question, total: &[&Record]) -> Option<&'q str> {
    let is_answered = |code: &str| total.iter().any(|record| record.item.as_deref() == Some(code));
    let mut own = q.items.iter().map(|item| item.code.as_str()).filter(|code| is_answered(code));
    own.next().filter(|_| q.kind == QuestionKind::Scale && own.next().is_none())
}

/// What one row measures.
struct Row<'a> {
    /// Code of the answer or item; the question's id where the row is the question itself.
    code: &'a str,
    label: &'a LocalizedText,
    residual: bool,
    item: Option<&'a str>,
    /// `None`: the sum of the positive answers.
    option: Option<&'a str>,
}

impl<'a> Row<'a> {
    /// Items of a question that has some, by their positive answers or by being chosen; else its answers, or those
    /// of its only item.
    fn all(q: &'a Question, only: Option<&'a str>) -> Vec<Self> {
        let is_residual = |role: Option<AnswerRole>| role.is_some_and(AnswerRole::is_residual);
        if q.items.is_empty() || only.is_some() {
            let row = |o: &'a AnswerOption| {
                let option = Some(o.code.as_str());
                Self { code: &o.code, label: &o.label, residual: is_residual(o.role), item: only, option }
            };
            return q.options.iter().map(row).collect();
        }
        let chosen = q.options.iter().find(|o| o.role == Some(AnswerRole::Selected)).or(q.options.first());
        let option = if q.kind == QuestionKind::Scale { None } else { chosen.map(|o| o.code.as_str()) };
        let rows = q.items.iter().map(|i| Self {
            code: &i.code,
            label: i.label.as_ref().unwrap_or(q.label()),
            residual: is_residual(i.role),
            item: Some(i.code.as_str()),
            option,
        });
        rows.collect()
    }

    /// The positive answers together, of each item where there are items; as [`Row::all`] where the question is no
    /// scale or has no positive side. Items of a scale without one have no single figure, so that there are no rows.
    fn totals(q: &'a Question) -> Vec<Self> {
        if q.kind != QuestionKind::Scale {
            return Self::all(q, None);
        }
        let has_positive = q.options.iter().any(|o| o.role == Some(AnswerRole::Positive));
        match (q.items.is_empty(), has_positive) {
            (true, true) => {
                vec![Self { code: &q.id.0, label: q.label(), residual: false, item: None, option: None }]
            }
            (false, false) => Vec::new(),
            (true, false) | (false, true) => Self::all(q, None),
        }
    }

    /// What the row rests on in a group.
    fn base(&self, records: &[&Record]) -> CellBase {
        let own: Vec<&Record> = records.iter().filter(|r| r.item.as_deref() == self.item).copied().collect();
        let base = records::base(&own);
        base.map_or_else(CellBase::default, |(n, deff)| CellBase { n, n_eff: stats::effective_n(n, deff) })
    }

    fn cell(&self, q: &Question, records: &[&Record], thresholds: &Thresholds) -> Cell {
        let own: Vec<&Record> = records.iter().filter(|r| r.item.as_deref() == self.item).copied().collect();
        let (n, deff) = records::base(&own)?;
        match self.option {
            Some(code) => {
                let record = own.iter().find(|r| r.option == code)?;
                Some((record.n_option, IntervalEstimate::of_share(record.share, record.ci)))
            }
            None => {
                let (share, count) = records::sum(q, &own, AnswerRole::Positive);
                let interval = stats::wilson(share, stats::effective_n(n, deff), thresholds.z);
                Some((count, IntervalEstimate::of_share(share, interval)))
            }
        }
    }
}
