//! What stays together on a page, and what may part.

use super::{all, plain, sample};
use crate::document::Block;

/// Which rows of a table near a paper's end stay with what follows them; the first is the head.
fn kept(rows: usize) -> Vec<bool> {
    let table = Block::Table(sample::table("tab-seats", 1, rows));
    let root = plain(vec![table, Block::Paragraph(sample::t("Lead ____________ A. B."))]);
    let rows = all(&root, "w:tr").into_iter();
    rows.map(|row| all(row, "w:p").iter().all(|cell| !all(cell, "w:keepNext").is_empty())).collect()
}

#[test]
fn a_long_table_begins_where_it_is_told_of_and_keeps_its_ends() {
    let kept = kept(60);
    assert!(kept.iter().take(3).all(|kept| *kept), "{kept:?}");
    assert!(kept.iter().rev().skip(1).take(2).all(|kept| *kept), "{kept:?}");
    assert!(kept.iter().filter(|kept| !**kept).count() > 50, "{kept:?}");
}

#[test]
fn a_short_table_stays_whole() {
    let kept = kept(6);
    assert!(kept.iter().rev().skip(1).all(|kept| *kept), "{kept:?}");
}
