//! Which groups of a crosstab differ: the one computation behind the marks in tables, the readings and the base.
//!
//! Two groups differ in a row where a two-sided z-test of two shares on their effective sizes says so
//! ([`stats::z_statistic`]) at the level of the intervals, after Holm's correction over all comparisons of the table:
//! pairs of groups × rows ([`stats::holm`]). The rows are all in the family because both a reader of the table and
//! [`reading::groups`](super::reading) look for the row that differs most: that choice is paid for. Compared are
//! groups whose base is ranked and whose cell is shown; residual rows ("hard to answer", "other") are not looked
//! through.

use super::crosstab::{CrossRow, Exceeds};
use super::stats::{self, Base};
use crate::study::Thresholds;

/// A group that may be compared: position, share 0–1, effective size.
type Compared = (usize, f64, f64);

/// A pair of groups in a row, the larger share first.
struct Comparison {
    row: usize,
    high: usize,
    low: usize,
    z: f64,
}

/// Sets in each row which groups' shares exceed which others'; returns how many comparisons were made.
pub(super) fn mark(thresholds: &Thresholds, rows: &mut [CrossRow]) -> usize {
    let comparisons: Vec<Comparison> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| !row.residual)
        .flat_map(|(place, row)| pairs(place, &compared(thresholds, row)))
        .collect();
    let statistics: Vec<f64> = comparisons.iter().map(|pair| pair.z).collect();
    let mut exceeds = vec![Vec::new(); rows.len()];
    let proven = stats::holm(&statistics, thresholds.confidence_level);
    for (pair, _) in comparisons.iter().zip(proven).filter(|(_, proven)| *proven) {
        exceeds[pair.row].push((pair.high, pair.low));
    }
    for (row, pairs) in rows.iter_mut().zip(exceeds) {
        row.exceeds = Exceeds::new(pairs);
    }
    comparisons.len()
}

/// The groups of a row that may be compared.
pub(super) fn compared(thresholds: &Thresholds, row: &CrossRow) -> Vec<Compared> {
    let groups = row.cells.iter().zip(&row.bases).enumerate();
    let ranked = groups.filter_map(|(place, (cell, base))| {
        let cell = cell.as_ref().filter(|_| Base::of(base.n, thresholds).is_ranked())?;
        Some((place, cell.value / 100.0, base.n_eff))
    });
    ranked.collect()
}

fn pairs(row: usize, groups: &[Compared]) -> Vec<Comparison> {
    let mut found = Vec::new();
    for (i, (one, p, m)) in groups.iter().enumerate() {
        for (other, q, n) in &groups[i + 1..] {
            let (high, low) = if p < q { (*other, *one) } else { (*one, *other) };
            found.push(Comparison { row, high, low, z: stats::z_statistic((*p, *m), (*q, *n)) });
        }
    }
    found
}

/// The letter of a group in the head of a table, by its place from 0: A … Z, AA, AB …
pub fn letter(place: usize) -> String {
    let (before, own) = (place / 26, place % 26);
    let own = char::from(b'A' + u8::try_from(own).unwrap_or_default());
    if before == 0 { own.to_string() } else { format!("{}{own}", letter(before - 1)) }
}

#[cfg(test)]
mod tests {
    use super::{CrossRow, letter};
    use crate::facts::reading::example::crosstab;

    fn marks(groups: &[(&str, u32)], rows: &[(&str, &[f64])]) -> Vec<Vec<String>> {
        let table = crosstab("age", groups, rows);
        let letters = |row: &CrossRow, group| row.exceeds.of(group).map(letter).collect::<String>();
        let of_row = |row: &CrossRow| (0..groups.len()).map(|group| letters(row, group)).collect();
        table.rows.iter().map(of_row).collect()
    }

    #[test]
    fn a_share_carries_the_letters_of_the_groups_that_it_exceeds() {
        let groups = [("a", 500), ("b", 500), ("c", 500)];
        assert_eq!(marks(&groups, &[("x", &[60.0, 40.0, 20.0])]), [["BC", "C", ""]]);
        assert_eq!(marks(&groups, &[("x", &[50.0, 51.0, 49.0])]), [["", "", ""]], "nothing is proven");
    }

    #[test]
    fn small_bases_and_suppressed_cells_take_no_part() {
        let groups = [("a", 59), ("b", 500), ("c", 500), ("d", 60)];
        assert_eq!(marks(&groups, &[("x", &[99.0, 50.0, -1.0, 1.0])]), [["", "D", "", ""]]);
    }

    #[test]
    fn more_rows_and_groups_ask_for_more_proof() {
        // z is 2.2: proven alone, not as one of two.
        let two = [("a", 500), ("b", 500)];
        assert_eq!(marks(&two, &[("x", &[53.5, 46.5])]), [["B", ""]]);
        assert_eq!(marks(&two, &[("x", &[53.5, 46.5]), ("y", &[50.0, 50.0])]), [["", ""], ["", ""]]);
        // Holm: once the larger difference is proven, the smaller is one of one.
        assert_eq!(marks(&two, &[("x", &[53.5, 46.5]), ("y", &[70.0, 30.0])]), [["B", ""], ["B", ""]]);
    }

    #[test]
    fn letters_go_on_after_the_alphabet() {
        assert_eq!([0, 25, 26, 27, 51, 52].map(letter), ["A", "Z", "AA", "AB", "AZ", "BA"]);
    }
}
