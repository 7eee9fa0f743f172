//! By which breakdowns, and on which item or answer, the groups of a question differ.

use serde::Serialize;

use super::OF_TERRITORIES;
use super::pairs::{self, Pair};
use crate::facts::stats::Base;
use crate::facts::{CrossGroup, CrossRow, Crosstab};
use crate::study::results::{AnswerRole, Question, QuestionKind};
use crate::study::{LocalizedText, Thresholds};

/// How the groups of a question differ.
///
/// Each breakdown is told on the row (item, answer, or the positive answers together) with the largest proven
/// difference, never on the first. What is proven is decided with the marks of the crosstab
/// ([`significance`](crate::facts::significance)): a table and the sentence about it cannot differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupsReading {
    /// The reading, by its `kind`.
    #[serde(flatten)]
    pub verdict: GroupsVerdict,
    /// Every breakdown with its groups on the row that it is told on, in the order of the codebook.
    pub breakdowns: Vec<BreakdownReading>,
    /// Every item or answer over all breakdowns, in the order of the codebook.
    pub rows: Vec<RowReading>,
}

/// Whether any breakdown parts the respondents.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum GroupsVerdict {
    /// At least one does.
    Differ {
        /// How many of those that could be tested.
        extent: Extent,
        /// The breakdown with the largest proven difference; one of all territories only where no other differs.
        widest: Box<Difference>,
        /// The proven differences, one a breakdown, the largest first.
        differing: Vec<Difference>,
        /// Whether any of these breakdowns has groups that are too small to be compared.
        small_groups: bool,
    },
    /// None is proven: no proof that groups think alike.
    NoneProven {
        /// How many breakdowns could be tested.
        tested: usize,
    },
    /// Nothing could be tested: no breakdown with two groups that are large enough, or cells are suppressed.
    Untested,
}

/// How many of the tested breakdowns differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// One of several.
    One,
    /// More than one, not all.
    Several,
    /// All, or the only one.
    All,
}

/// Two groups of a breakdown that differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Id of the breakdown.
    pub id: String,
    /// Name of the breakdown.
    pub label: LocalizedText,
    /// What is measured.
    pub measure: MeasureRef,
    /// The group with the larger share.
    pub high: GroupValue,
    /// The group with the smaller share.
    pub low: GroupValue,
    /// Between the two, percentage points.
    pub difference: f64,
}

/// What a row measures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasureRef {
    /// How the sentence has to name it.
    pub kind: MeasureKind,
    /// Code of the item or answer; the question's id where the question is its own single item.
    pub code: String,
    /// Label of the item or answer.
    pub label: LocalizedText,
    /// What the study says of those on the positive side of the scale, with the item as its object.
    pub said: Option<LocalizedText>,
}

/// How a row's share comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureKind {
    /// The positive answers together, about the item named.
    PositiveOfItem,
    /// The positive answers together, to the whole question.
    Positive,
    /// The item was chosen.
    ItemChosen,
    /// The answer was given.
    Answer,
}

/// A breakdown of the question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BreakdownReading {
    /// Id of the breakdown.
    pub id: String,
    /// Name of the breakdown.
    pub label: LocalizedText,
    /// Whether groups differ: `differ`, `none-proven`, `untested`.
    pub kind: BreakdownKind,
    /// What is measured; undefined where the breakdown has no row with a figure.
    pub measure: Option<MeasureRef>,
    /// The groups on that measure, in the order of the codebook.
    pub groups: Vec<GroupValue>,
    /// The two groups that differ most, where a difference is proven.
    pub differ: Option<Difference>,
    /// How many comparisons of two groups were made: what Holm's correction starts from.
    pub comparisons: usize,
}

impl BreakdownReading {
    /// Groups that were not compared: their bases are too small, or their cells are suppressed.
    fn left_out(&self) -> impl Iterator<Item = &GroupValue> {
        self.groups.iter().filter(|group| !group.base_class.is_ranked())
    }
}

/// Whether groups of one breakdown differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BreakdownKind {
    /// Two groups differ.
    Differ,
    /// None is proven to.
    NoneProven,
    /// Fewer than two groups could be compared, or a suppressed cell might differ.
    Untested,
}

/// A group with its share.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupValue {
    /// Code of the group.
    pub code: String,
    /// What is printed for it.
    pub label: LocalizedText,
    /// What sentences say behind its share, where the study says so.
    pub among: Option<LocalizedText>,
    /// Unweighted respondents who were asked about this row.
    pub n: u32,
    /// What the base allows; `hidden` also where the cell is suppressed.
    pub base_class: Base,
    /// The base would allow the value, and the public edition suppresses the cell.
    pub suppressed: bool,
    /// Per cent; undefined where nothing is shown.
    pub percent: Option<f64>,
    /// Lower bound of the confidence interval, per cent.
    pub low: Option<f64>,
    /// Upper bound, per cent.
    pub high: Option<f64>,
    /// The interval is so wide that it has to be marked.
    pub wide: bool,
}

/// An item or answer over all breakdowns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RowReading {
    /// What it is.
    pub measure: MeasureRef,
    /// How many breakdowns could be tested on it.
    pub tested: usize,
    /// Its largest proven difference; of all territories only where no other breakdown differs.
    pub widest: Option<Difference>,
    /// Ids of the breakdowns by which it differs.
    pub differing: Vec<String>,
    /// The compared group with the smallest share, of all breakdowns but that of territories.
    pub least: Option<GroupValue>,
    /// The one with the largest.
    pub most: Option<GroupValue>,
}

impl GroupsReading {
    /// Reads the crosstabs of a question.
    pub fn new(thresholds: &Thresholds, q: &Question, tables: &[Crosstab]) -> Self {
        let breakdowns: Vec<BreakdownReading> =
            tables.iter().map(|table| breakdown(thresholds, q, table)).collect();
        let mut differing: Vec<Difference> = breakdowns.iter().filter_map(|b| b.differ.clone()).collect();
        differing.sort_by(|a, b| b.difference.total_cmp(&a.difference));
        let tested = breakdowns.iter().filter(|b| b.kind != BreakdownKind::Untested).count();
        let verdict = match widest(&differing) {
            Some(widest) => GroupsVerdict::Differ {
                extent: extent(differing.len(), tested),
                widest: Box::new(widest.clone()),
                small_groups: breakdowns
                    .iter()
                    .filter(|b| b.differ.is_some())
                    .any(|b| b.left_out().any(|g| g.base_class == Base::Starred)),
                differing,
            },
            None if tested > 0 => GroupsVerdict::NoneProven { tested },
            None => GroupsVerdict::Untested,
        };
        Self { verdict, rows: rows(thresholds, q, tables), breakdowns }
    }
}

/// The largest difference, before that of single territories, which the report tells elsewhere.
pub(super) fn widest(sorted: &[Difference]) -> Option<&Difference> {
    sorted.iter().find(|d| d.id != OF_TERRITORIES).or(sorted.first())
}

fn extent(differing: usize, tested: usize) -> Extent {
    match differing {
        all if all == tested => Extent::All,
        1 => Extent::One,
        _ => Extent::Several,
    }
}

fn breakdown(thresholds: &Thresholds, q: &Question, table: &Crosstab) -> BreakdownReading {
    let looked: Vec<&CrossRow> = table.rows.iter().filter(|r| !r.residual).collect();
    let widest = looked
        .iter()
        .filter_map(|row| pairs::widest(row).map(|pair| (*row, pair)))
        .max_by(|a, b| a.1.exact.total_cmp(&b.1.exact).then_with(|| is_before(table, b.0, a.0)));
    let told = widest.as_ref().map(|(row, _)| *row).or(looked.first().copied());
    let groups: Vec<GroupValue> = told.map(|row| values(thresholds, table, row)).unwrap_or_default();
    let kind = match &widest {
        Some(_) => BreakdownKind::Differ,
        None if looked.iter().all(|row| pairs::is_tested(thresholds, table, row)) && !looked.is_empty() => {
            BreakdownKind::NoneProven
        }
        None => BreakdownKind::Untested,
    };
    BreakdownReading {
        id: table.id.clone(),
        label: table.label.clone(),
        kind,
        measure: told.map(|row| measure(q, row)),
        differ: widest.map(|(row, pair)| difference(thresholds, q, table, (row, &pair))),
        groups,
        comparisons: table.comparisons,
    }
}

/// Of equal differences the earlier row wins.
fn is_before(table: &Crosstab, a: &CrossRow, b: &CrossRow) -> std::cmp::Ordering {
    let place = |row: &CrossRow| table.rows.iter().position(|r| r.code == row.code);
    place(a).cmp(&place(b))
}

fn rows(thresholds: &Thresholds, q: &Question, tables: &[Crosstab]) -> Vec<RowReading> {
    let mut found: Vec<RowReading> = Vec::new();
    for table in tables {
        for row in table.rows.iter().filter(|r| !r.residual) {
            if !found.iter().any(|known| known.measure.code == row.code) {
                found.push(row_reading(thresholds, q, tables, row));
            }
        }
    }
    found
}

fn row_reading(thresholds: &Thresholds, q: &Question, tables: &[Crosstab], row: &CrossRow) -> RowReading {
    let mut differing = Vec::new();
    let mut compared: Vec<(f64, GroupValue)> = Vec::new();
    let mut tested = 0;
    for table in tables {
        let Some(own) = table.rows.iter().find(|r| !r.residual && r.code == row.code) else { continue };
        let pair = pairs::widest(own);
        tested += usize::from(pair.is_some() || pairs::is_tested(thresholds, table, own));
        differing.extend(pair.map(|pair| difference(thresholds, q, table, (own, &pair))));
        if table.id != OF_TERRITORIES {
            let ranked = values(thresholds, table, own)
                .into_iter()
                .zip(&own.cells)
                .filter(|(g, _)| g.base_class.is_ranked());
            compared.extend(ranked.filter_map(|(group, cell)| Some((cell.as_ref()?.value, group))));
        }
    }
    differing.sort_by(|a: &Difference, b| b.difference.total_cmp(&a.difference));
    compared.sort_by(|a, b| a.0.total_cmp(&b.0));
    RowReading {
        measure: measure(q, row),
        tested,
        widest: widest(&differing).cloned(),
        differing: differing.iter().map(|d| d.id.clone()).collect(),
        least: compared.first().map(|(_, group)| group.clone()),
        most: compared.last().map(|(_, group)| group.clone()),
    }
}

fn difference(
    thresholds: &Thresholds,
    q: &Question,
    table: &Crosstab,
    (row, pair): (&CrossRow, &Pair),
) -> Difference {
    let value = |g: usize| value(thresholds, &table.groups[g], row, g);
    Difference {
        id: table.id.clone(),
        label: table.label.clone(),
        measure: measure(q, row),
        high: value(pair.high),
        low: value(pair.low),
        difference: pair.exact,
    }
}

fn measure(q: &Question, row: &CrossRow) -> MeasureRef {
    let is_valued =
        q.kind == QuestionKind::Scale && q.options.iter().any(|o| o.role == Some(AnswerRole::Positive));
    let kind = match (is_valued, q.items.len()) {
        (true, 0..=1) => MeasureKind::Positive,
        (true, _) => MeasureKind::PositiveOfItem,
        (false, 0) => MeasureKind::Answer,
        (false, _) => MeasureKind::ItemChosen,
    };
    let sides = match kind {
        MeasureKind::Positive => q.sides.as_ref(),
        MeasureKind::PositiveOfItem => {
            q.items.iter().find(|i| i.code == row.code).and_then(|i| i.sides.as_ref())
        }
        MeasureKind::ItemChosen | MeasureKind::Answer => None,
    };
    let said = sides.and_then(|s| s.positive.clone());
    MeasureRef { kind, code: row.code.clone(), label: row.label.clone(), said }
}

fn values(thresholds: &Thresholds, table: &Crosstab, row: &CrossRow) -> Vec<GroupValue> {
    table.groups.iter().enumerate().map(|(g, group)| value(thresholds, group, row, g)).collect()
}

fn value(thresholds: &Thresholds, group: &CrossGroup, row: &CrossRow, g: usize) -> GroupValue {
    let n = row.bases.get(g).map_or(group.n, |base| base.n);
    let own = if n > 0 { Base::of(n, thresholds) } else { Base::Hidden };
    let cell = row.cells.get(g).copied().flatten().filter(|_| own.is_shown());
    GroupValue {
        code: group.code.clone(),
        label: group.label.clone(),
        among: group.among.clone(),
        n,
        base_class: if cell.is_some() { own } else { Base::Hidden },
        suppressed: cell.is_none() && own.is_shown(),
        percent: cell.map(|m| m.value),
        low: cell.map(|m| m.low),
        high: cell.map(|m| m.high),
        wide: cell.is_some_and(|m| thresholds.is_wide(m.low, m.high)),
    }
}

#[cfg(test)]
mod tests {
    use super::{BreakdownKind, Crosstab, Extent, GroupsReading, GroupsVerdict, MeasureKind, Thresholds};
    use crate::facts::reading::example::{crosstab, question};
    use crate::study::results::AnswerRole::{Negative, Positive};
    use crate::study::results::{Question, QuestionKind};

    const SEX: [(&str, u32); 2] = [("m", 600), ("f", 600)];

    fn battery(items: &[&str]) -> Question {
        question(QuestionKind::Scale, &[("1", Some(Positive)), ("2", Some(Negative))], items)
    }

    fn read(q: &Question, tables: &[Crosstab]) -> GroupsReading {
        GroupsReading::new(&Thresholds::embedded(), q, tables)
    }

    #[test]
    fn the_item_with_the_largest_proven_difference_is_told() {
        let q = battery(&["home", "evening"]);
        let sex = crosstab("sex", &SEX, &[("home", &[94.0, 93.0]), ("evening", &[52.5, 35.5])]);
        let found = read(&q, &[sex]);
        let GroupsVerdict::Differ { widest, extent, .. } = &found.verdict else { panic!("{found:?}") };
        assert_eq!((widest.measure.code.as_str(), widest.high.code.as_str()), ("evening", "m"));
        assert!((widest.difference - 17.0).abs() < 1e-9, "{widest:?}");
        assert_eq!((widest.measure.kind, *extent), (MeasureKind::PositiveOfItem, Extent::All));
        assert_eq!(
            found.breakdowns[0].groups[1].percent,
            Some(35.5),
            "the groups are of the item that is told"
        );
        assert_eq!(found.rows[0].widest, None);
        assert_eq!(found.breakdowns[0].comparisons, 2, "one pair, two rows");
    }

    #[test]
    fn a_larger_difference_that_is_not_proven_is_not_told() {
        let q = battery(&["a", "b"]);
        let groups = [("x", 60), ("y", 60), ("z", 2000), ("w", 2000)];
        // 60 respondents: 18 points are not proven over twelve comparisons; 2,000: 10 points are.
        let table =
            crosstab("age", &groups, &[("a", &[60.0, 42.0, 50.0, 50.0]), ("b", &[50.0, 50.0, 55.0, 45.0])]);
        let found = read(&q, &[table]);
        let GroupsVerdict::Differ { widest, .. } = &found.verdict else { panic!("{found:?}") };
        assert_eq!(
            (widest.measure.code.as_str(), widest.high.code.as_str(), widest.low.code.as_str()),
            ("b", "z", "w")
        );
    }

    #[test]
    fn groups_under_sixty_are_not_compared_and_under_thirty_not_shown() {
        let q = question(QuestionKind::Single, &[("1", None)], &[]);
        let table = crosstab(
            "age",
            &[("a", 59), ("b", 600), ("c", 29), ("d", 60)],
            &[("1", &[99.0, 50.0, 1.0, 50.0])],
        );
        let found = read(&q, &[table]);
        assert_eq!(found.verdict, GroupsVerdict::NoneProven { tested: 1 });
        let left: Vec<(&str, Option<f64>)> =
            found.breakdowns[0].left_out().map(|g| (g.code.as_str(), g.percent)).collect();
        assert_eq!(left, [("a", Some(99.0)), ("c", None)]);
        assert_eq!(found.rows[0].most.as_ref().map(|g| g.percent), Some(Some(50.0)));
    }

    #[test]
    fn one_comparable_group_is_no_test() {
        let q = question(QuestionKind::Single, &[("1", None)], &[]);
        let table = crosstab("age", &[("a", 59), ("b", 600)], &[("1", &[99.0, 50.0])]);
        let found = read(&q, &[table]);
        assert_eq!(
            (found.verdict, found.breakdowns[0].kind),
            (GroupsVerdict::Untested, BreakdownKind::Untested)
        );
        assert_eq!(read(&q, &[]).verdict, GroupsVerdict::Untested);
    }

    #[test]
    fn a_suppressed_cell_keeps_none_proven_from_being_said() {
        let q = question(QuestionKind::Single, &[("1", None)], &[]);
        let groups = [("a", 600), ("b", 600), ("c", 600)];
        let found = read(&q, &[crosstab("age", &groups, &[("1", &[50.0, 51.0, -1.0])])]);
        assert_eq!(found.verdict, GroupsVerdict::Untested);
        assert!(found.breakdowns[0].groups[2].suppressed);
        // A difference among the cells that are shown remains one.
        let found = read(&q, &[crosstab("age", &groups, &[("1", &[50.0, 71.0, -1.0])])]);
        assert!(matches!(found.verdict, GroupsVerdict::Differ { .. }));
    }

    #[test]
    fn all_equal_and_two_groups_differ_in_nothing() {
        let q = question(QuestionKind::Single, &[("1", None)], &[]);
        let found = read(&q, &[crosstab("sex", &SEX, &[("1", &[40.0, 40.0])])]);
        assert_eq!(found.verdict, GroupsVerdict::NoneProven { tested: 1 });
        let nobody = read(&q, &[crosstab("sex", &SEX, &[("1", &[0.0, 0.0])])]);
        assert_eq!(nobody.verdict, GroupsVerdict::NoneProven { tested: 1 });
    }

    #[test]
    fn single_territories_give_way_to_other_breakdowns() {
        let q = question(QuestionKind::Single, &[("1", None)], &[]);
        let tables = [
            crosstab("territory", &[("t-a", 200), ("t-b", 200)], &[("1", &[80.0, 20.0])]),
            crosstab("sex", &SEX, &[("1", &[60.0, 40.0])]),
            crosstab("age", &SEX, &[("1", &[50.0, 50.0])]),
        ];
        let found = read(&q, &tables);
        let GroupsVerdict::Differ { widest, differing, extent, .. } = found.verdict else { panic!("differ") };
        assert_eq!(
            (widest.id.as_str(), differing[0].id.as_str(), extent),
            ("sex", "territory", Extent::Several)
        );
    }
}
