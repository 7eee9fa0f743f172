//! A question's most telling measure over the groups of each breakdown, and whether groups differ.

use serde::Serialize;

use super::crosstab::{CrossRow, Crosstab};
use super::records::{self, Index};
use super::stats::{self, Base};
use super::suppression;
use crate::study::results::{AnswerRole, BreakdownGroup, Question, QuestionKind, Record};
use crate::study::{LocalizedText, Study, Thresholds};

/// A measure over the groups of one breakdown.
#[derive(Debug, Clone, Serialize)]
pub struct Breakdown {
    /// Id of the breakdown.
    pub id: String,
    /// Its name.
    pub label: LocalizedText,
    /// What is measured.
    pub measure_label: LocalizedText,
    /// Code of the item or answer that is measured; the question's id where it is the positive answers together.
    #[serde(skip)]
    pub measure_code: String,
    /// Its groups in codebook order.
    pub groups: Vec<Group>,
    /// Positions in `groups` of the highest and the lowest ranked group, where the crosstab proves that they differ
    /// ([`significance`](super::significance)).
    pub differ: Option<(usize, usize)>,
    /// Whether differences could be looked for: two ranked groups at the least, and none suppressed.
    pub tested: bool,
}

/// The measure in one group.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// Code of the group.
    pub code: String,
    /// Its name.
    pub label: LocalizedText,
    /// Unweighted base.
    pub n: u32,
    /// `hidden` also where the cell is suppressed.
    pub base_class: Base,
    /// One side of the share is a small cell, or complements one: suppressed in the public edition.
    pub suppressed: bool,
    /// Share, 0–100.
    pub percent: f64,
    /// Lower bound, 0–100.
    pub low: f64,
    /// Upper bound, 0–100.
    pub high: f64,
    /// The interval is so wide that it is marked.
    pub wide: bool,
    /// Respondents on the smaller side of the share.
    #[serde(skip)]
    pub cell: u32,
}

/// The first item's positive sum, or its first answer, over the groups of each breakdown.
pub(super) fn breakdowns(
    study: &Study,
    q: &Question,
    index: &Index<'_>,
    crosstabs: &[Crosstab],
) -> Vec<Breakdown> {
    let first = q.items.first();
    let item = first.map(|i| i.code.as_str());
    let measure_label = if q.kind == QuestionKind::Scale || first.is_some() {
        first.and_then(|i| i.label.as_ref()).unwrap_or(q.label()).clone()
    } else {
        q.options.first().map(|o| o.label.clone()).unwrap_or_default()
    };
    let breakdowns = study.codebook.breakdowns.iter().filter_map(|b| {
        let found = b.groups.iter().filter_map(|g| group(study, q, item, (b.id.as_str(), g), index));
        let (groups, answers): (Vec<Group>, Vec<u32>) = found.unzip();
        let rest = || rest(q, index.get(&(q.id.as_str(), item, None))?, &groups, &answers);
        let rest = if b.not_stated { rest() } else { None };
        let groups = with_complement(groups, rest.filter(|_| suppression::applies(study)), &study.thresholds);
        (!groups.is_empty()).then(|| Breakdown {
            id: b.id.to_string(),
            label: b.label.clone(),
            measure_label: measure_label.clone(),
            measure_code: measured(q).to_owned(),
            differ: extremes(
                crosstabs.iter().find(|crosstab| b.id.as_str() == crosstab.id),
                measured(q),
                &groups,
            ),
            tested: groups.iter().filter(|g| g.base_class.is_ranked()).count() > 1
                && groups.iter().all(|g| !g.suppressed),
            groups,
        })
    });
    breakdowns.collect()
}

fn group(
    study: &Study,
    q: &Question,
    item: Option<&str>,
    (by, g): (&str, &BreakdownGroup),
    index: &Index<'_>,
) -> Option<(Group, u32)> {
    let records = index.get(&(q.id.as_str(), item, Some((by, g.code.as_str()))))?;
    let (n, deff) = records::base(records)?;
    let (share, answers) = share(q, records)?;
    let thresholds = &study.thresholds;
    let suppressed = suppression::applies(study) && suppression::is_small_side(answers, n, thresholds);
    let n_eff = stats::effective_n(n, deff);
    let (low, high) = stats::wilson(share, n_eff, thresholds.z);
    let group = Group {
        code: g.code.clone(),
        label: g.label.clone(),
        n,
        base_class: if suppressed { Base::Hidden } else { Base::of(n, thresholds) },
        suppressed,
        percent: share * 100.0,
        low: low * 100.0,
        high: high * 100.0,
        wide: thresholds.is_wide(low * 100.0, high * 100.0),
        cell: answers.min(n.saturating_sub(answers)),
    };
    Some((group, answers))
}

/// The share that groups are compared by, and the respondents behind it.
fn share(q: &Question, records: &[&Record]) -> Option<(f64, u32)> {
    if q.kind == QuestionKind::Scale {
        return Some(records::sum(q, records, AnswerRole::Positive));
    }
    let option = q.options.first()?;
    records.iter().find(|r| r.option == option.code).map(|r| (r.share, r.n_option))
}

/// The smaller side of the share among those who stated no group.
fn rest(q: &Question, total: &[&Record], groups: &[Group], answers: &[u32]) -> Option<u32> {
    let ((n, _), (_, all)) = (records::base(total)?, share(q, total)?);
    let n = suppression::rest(n, groups.iter().map(|group| group.n));
    let answers = suppression::rest(all, answers.iter().copied());
    (n > 0).then(|| answers.min(n.saturating_sub(answers)))
}

/// The groups without the complement of a single cell that is not shown; `rest` is that of those who stated no group.
fn with_complement(mut groups: Vec<Group>, rest: Option<u32>, thresholds: &Thresholds) -> Vec<Group> {
    let cells = groups.iter().map(|g| (g.cell, g.suppressed));
    let cells: Vec<(u32, bool)> =
        cells.chain(rest.map(|cell| (cell, thresholds.is_small_cell(cell)))).collect();
    if let Some(group) = suppression::complement(&cells).and_then(|place| groups.get_mut(place)) {
        group.suppressed = true;
        group.base_class = Base::Hidden;
    }
    groups
}

/// Code of what is measured among the rows of a crosstab.
fn measured(q: &Question) -> &str {
    match (q.kind, q.items.first(), q.options.first()) {
        (_, Some(item), _) => &item.code,
        (QuestionKind::Single | QuestionKind::Multiple, None, Some(option)) => &option.code,
        (QuestionKind::Scale, None, _) | (_, None, None) => &q.id.0,
    }
}

/// The highest and the lowest of the groups that may be ranked, where they differ in the row of the measure.
fn extremes(crosstab: Option<&Crosstab>, measured: &str, groups: &[Group]) -> Option<(usize, usize)> {
    let crosstab = crosstab?;
    let row: &CrossRow = crosstab.rows.iter().find(|row| row.code == measured)?;
    let ranked = || groups.iter().enumerate().filter(|(_, g)| g.base_class.is_ranked());
    let (high, a) = ranked().max_by(|x, y| x.1.percent.total_cmp(&y.1.percent))?;
    let (low, b) = ranked().min_by(|x, y| x.1.percent.total_cmp(&y.1.percent))?;
    let place = |group: &Group| crosstab.groups.iter().position(|g| g.code == group.code);
    let (above, below) = (place(a)?, place(b)?);
    row.exceeds.of(above).any(|other| other == below).then_some((high, low))
}
