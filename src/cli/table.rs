//! The closing table: file, pages, size, time.

use std::fmt::Write;

use crate::pipeline::Report;

pub fn table(report: &Report) -> String {
    let mut out = String::new();
    let width = report.files.iter().map(|f| f.name.len()).max().unwrap_or(4).max(4);
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{:<width$}  {:>5}  {:>9}  {:>8}", "file", "pages", "size", "time");
    for file in &report.files {
        let kilobytes = file.bytes.div_ceil(1024);
        let pages = file.pages;
        let ms = file.took.as_millis();
        let _ = writeln!(out, "{:<width$}  {pages:>5}  {kilobytes:>6} KB  {ms:>5} ms", file.name);
    }
    let _ = write!(out, "{} files in {}", report.files.len(), report.folder.display());
    out
}
