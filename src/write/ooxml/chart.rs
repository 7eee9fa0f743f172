//! Charts that an office program draws: a part for each, with the workbook in which "Edit data" opens its numbers.

use super::package::PackageBuilder;
use super::relationships::workbook_relationships;
use crate::write::office::{NativeChart, WORKBOOK};

/// Adds a chart's parts below a folder of the package (`word`, `ppt`); `number` tells the charts of a package
/// apart.
pub fn add(chart: &NativeChart, folder: &str, number: usize, package: &mut PackageBuilder) {
    package.text(&format!("{folder}/charts/chart{number}.xml"), chart.xml.clone());
    let embedded = format!("embeddings/chart{number}.xlsx");
    package.bytes(&format!("{folder}/{embedded}"), chart.workbook.clone());
    let own = workbook_relationships(WORKBOOK, &format!("../{embedded}"));
    package.text(&format!("{folder}/charts/_rels/chart{number}.xml.rels"), own);
}
