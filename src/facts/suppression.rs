//! What the public edition does not show: cells of few respondents, and those from which one could be found.
//!
//! Primary suppression takes out the small cells ([`Thresholds::is_small_cell`]); secondary, complementary
//! suppression takes out the next smallest wherever a total and the other cells would give a single one away by
//! subtraction (Handbook on Statistical Disclosure Control, ESSnet 2010).

use crate::study::passport::Edition;
use crate::study::results::{AnswerRole, Question, QuestionKind};
use crate::study::{Study, Thresholds};

/// Whether the edition for the public is made, in which small cells are suppressed.
pub fn applies(study: &Study) -> bool {
    study.passport.edition == Edition::Public
}

/// Whether one of the two sides of a share, those who gave the answer and those who did not, is a small cell.
pub fn is_small_side(answers: u32, base: u32, thresholds: &Thresholds) -> bool {
    thresholds.is_small_cell(answers) || thresholds.is_small_cell(base.saturating_sub(answers))
}

/// Which of a question's answers are suppressed; `cells` are their roles and respondents.
///
/// Subtraction works over the whole distribution, and of a scale over its positive and its negative answers, whose
/// sums are printed.
pub fn answers(study: &Study, q: &Question, cells: &[(Option<AnswerRole>, u32)]) -> Vec<bool> {
    let public = applies(study);
    let mut suppressed: Vec<bool> =
        cells.iter().map(|(_, n)| public && study.thresholds.is_small_cell(*n)).collect();
    if q.kind == QuestionKind::Multiple {
        return suppressed;
    }
    if q.kind == QuestionKind::Scale {
        for role in [AnswerRole::Positive, AnswerRole::Negative] {
            let own: Vec<usize> = (0..cells.len()).filter(|i| cells[*i].0 == Some(role)).collect();
            suppress_complementary(&mut suppressed, cells, &own);
        }
    }
    let all: Vec<usize> = (0..cells.len()).collect();
    suppress_complementary(&mut suppressed, cells, &all);
    suppressed
}

/// Suppresses the next smallest of some answers where exactly one of them is suppressed.
fn suppress_complementary(suppressed: &mut [bool], cells: &[(Option<AnswerRole>, u32)], among: &[usize]) {
    if among.iter().filter(|i| suppressed[**i]).count() != 1 {
        return;
    }
    let others = among.iter().filter(|i| !suppressed[**i] && cells[**i].1 > 0);
    if let Some(next) = others.min_by_key(|i| cells[**i].1) {
        suppressed[*next] = true;
    }
}

/// What is left of a total beside its groups: those who stated no group, of whom no table has a column. It could be found
/// from the total and the groups, so that a small one counts as a cell that is suppressed.
pub fn rest(total: u32, groups: impl Iterator<Item = u32>) -> u32 {
    groups.fold(total, u32::saturating_sub)
}

/// The complement of a single suppressed group, which could be found from the total and the others: the next smallest
/// of the others, by its place. `groups` are smallest cells and whether the group is suppressed already.
pub fn complement(groups: &[(u32, bool)]) -> Option<usize> {
    let single = groups.iter().filter(|(_, suppressed)| *suppressed).count() == 1;
    let others = groups.iter().enumerate().filter(|(_, (_, suppressed))| single && !suppressed);
    others.min_by_key(|(_, (cell, _))| *cell).map(|(place, _)| place)
}

/// Which cells of a table of answers by groups are suppressed.
///
/// `counts` has the respondents of each row and group, `bases` the groups' bases. A row's single cell could be found
/// from the total and the other groups; where the rows are the answers of one distribution, a group's single cell from
/// the other answers.
pub fn table(
    counts: &[Vec<Option<u32>>],
    bases: &[u32],
    is_distribution: bool,
    thresholds: &Thresholds,
) -> Vec<Vec<bool>> {
    let small =
        |(count, base): (&Option<u32>, &u32)| count.is_some_and(|n| is_small_side(n, *base, thresholds));
    let mut suppressed: Vec<Vec<bool>> =
        counts.iter().map(|row| row.iter().zip(bases).map(small).collect()).collect();
    let lines = || {
        let across = (0..counts.len()).map(|r| (0..bases.len()).map(|g| (r, g)).collect::<Vec<_>>());
        let down = (0..bases.len()).map(|g| (0..counts.len()).map(|r| (r, g)).collect::<Vec<_>>());
        across.chain(down.filter(|_| is_distribution))
    };
    // A cell that goes for its row's sake may leave another one alone in its group.
    loop {
        let mut complement = None;
        for line in lines() {
            let gone = line.iter().filter(|(r, g)| suppressed[*r][*g]).count();
            let others = line.iter().filter(|(r, g)| !suppressed[*r][*g]);
            let next = others.filter_map(|(r, g)| Some((counts[*r].get(*g).copied()??, (*r, *g)))).min();
            if gone == 1 {
                complement = complement.or(next.map(|(_, place)| place));
            }
        }
        let Some((r, g)) = complement else { return suppressed };
        suppressed[r][g] = true;
    }
}

#[cfg(test)]
mod tests {
    use super::{AnswerRole, Thresholds, complement, rest, suppress_complementary, table};

    #[test]
    fn a_suppressed_cell_never_stands_alone() {
        let (positive, refused) = (Some(AnswerRole::Positive), Some(AnswerRole::Refused));
        let cells = [(positive, 3), (positive, 50), (positive, 20), (refused, 9)];
        let mut suppressed = [true, false, false, false];
        suppress_complementary(&mut suppressed, &cells, &[0, 1, 2]);
        assert_eq!(suppressed, [true, false, true, false], "the next smallest of the same role");
        suppress_complementary(&mut suppressed, &cells, &[0, 1, 2, 3]);
        assert_eq!(suppressed, [true, false, true, false], "two are enough");
        let mut none = [false; 4];
        suppress_complementary(&mut none, &cells, &[0, 1, 2, 3]);
        assert_eq!(none, [false; 4]);
    }

    #[test]
    fn a_single_suppressed_group_takes_the_next_smallest_with_it() {
        assert_eq!(complement(&[(3, true), (40, false), (20, false)]), Some(2));
        assert_eq!(complement(&[(3, true), (4, true), (20, false)]), None);
        assert_eq!(complement(&[(30, false), (40, false)]), None);
    }

    fn suppressed(counts: &[[u32; 3]], is_distribution: bool) -> Vec<Vec<bool>> {
        let counts: Vec<Vec<Option<u32>>> = counts.iter().map(|row| row.map(Some).to_vec()).collect();
        table(&counts, &[100; 3], is_distribution, &Thresholds::embedded())
    }

    #[test]
    fn no_suppressed_cell_stands_alone_in_its_row_nor_in_its_distribution() {
        let counts = [[3, 40, 60], [50, 30, 20], [47, 30, 20]];
        let rows_only = suppressed(&counts, false);
        assert_eq!(rows_only, [vec![true, true, false], vec![false; 3], vec![false; 3]]);
        let both = suppressed(&counts, true);
        for i in 0..3 {
            let row = both[i].iter().filter(|h| **h).count();
            let column = both.iter().filter(|r| r[i]).count();
            assert!(row != 1 && column != 1, "{both:?}");
        }
        assert!(both[0][0]);
    }

    #[test]
    fn a_small_rest_that_no_column_shows_takes_a_group_with_it() {
        let left = rest(100, [40, 58].into_iter());
        assert_eq!(left, 2);
        let found =
            table(&[vec![Some(40), Some(58), Some(left)]], &[90, 90, 20], false, &Thresholds::embedded());
        assert_eq!(found, [[true, false, true]], "else 100 − 40 − 58 tells of two people");
        let left = rest(100, [30, 40].into_iter());
        let found =
            table(&[vec![Some(30), Some(40), Some(left)]], &[90, 90, 60], false, &Thresholds::embedded());
        assert_eq!(found, [[false; 3]], "a rest of many people may be found");
    }

    #[test]
    fn nothing_goes_where_no_cell_is_small() {
        assert_eq!(suppressed(&[[40, 40, 40], [60, 60, 60]], true), [vec![false; 3], vec![false; 3]]);
    }
}
