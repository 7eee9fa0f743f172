//! Tables of answers: SPSS files, CSV, workbooks, forms.

use std::sync::LazyLock;

use esep::answers::{Extent, Table};
use esep::pipeline::{TabulateRequest, tabulate};
use esep::tabulate::draft::draft;

use super::files::put;
use super::packages::Parts;
use super::{edits, told};
use crate::readers::studies;

const PLAIN: &[u8] = include_bytes!("../bases/plain.sav");
const PACKED: &[u8] = include_bytes!("../bases/packed.sav");
const DEFLATED: &[u8] = include_bytes!("../bases/packed.zsav");
const CSV: &[u8] =
    b"id,w,day,sex,age,q,all\n1,1,2026-06-01,m,25,1,a;b\n2,0.5,2026-06-02,f,31,2,b\n3,,,m,\"4\n4\",9,\n";

static BOOK: LazyLock<Parts> = LazyLock::new(|| Parts::of(include_bytes!("../bases/answers.xlsx")));
static FORM: LazyLock<Parts> = LazyLock::new(|| Parts::of(include_bytes!("../bases/form.xlsx")));

/// The first byte chooses the kind, the rest makes the file. It is read as a table and as the base of a codebook.
pub fn read(input: &[u8]) {
    let Some((choice, rest)) = input.split_first() else { return };
    let (name, bytes) = match choice % 10 {
        0 | 1 => ("a.sav", edits::file(PLAIN, rest)),
        2 | 3 => ("a.sav", edits::file(PACKED, rest)),
        4 | 5 => ("a.zsav", edits::file(DEFLATED, rest)),
        6 | 7 => ("a.csv", edits::file(CSV, rest)),
        8 => ("a.xlsx", FORM.changed(rest)),
        _ => ("a.xlsx", BOOK.changed(rest)),
    };
    match Table::read(name, bytes.clone(), Extent::default()) {
        Ok(table) => {
            let ends = table.columns.iter().all(|column| column.name.len() < 1 << 20);
            assert!(ends, "a name is as long as a file");
        }
        Err(fault) => told([&fault]),
    }
    if let Err(faults) = draft(name, bytes, &["ru".to_owned(), "kk".to_owned()]) {
        told(&faults);
    }
}

const PLAN: &[u8] = include_bytes!("../bases/tabulation.json");
const ASKED: &[u8] = include_bytes!("../bases/asked.csv");

/// Answers counted by a plan: an odd first byte makes the plan of the rest, an even one the table.
pub fn tabulated(input: &[u8]) {
    let Some((choice, rest)) = input.split_first() else { return };
    let study = studies::minimal();
    let copy = tempfile::tempdir().unwrap();
    for name in ["study.json", "codebook.json", "sample.json", "results/final.json", "results/final.csv"] {
        put(copy.path(), name, std::fs::read(study.study.path().join(name)).unwrap());
    }
    let is_plan = choice % 2 == 1;
    put(copy.path(), "tabulation.json", if is_plan { edits::file(PLAN, rest) } else { PLAN.to_vec() });
    put(copy.path(), "asked.csv", if is_plan { ASKED.to_vec() } else { edits::file(ASKED, rest) });
    match tabulate(&TabulateRequest { study: copy.path().to_owned(), ..TabulateRequest::default() }) {
        Ok(summary) => told(&summary.warnings),
        Err(faults) => told(&faults),
    }
}
