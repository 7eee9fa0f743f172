//! What every package of an office program has (ISO/IEC 29500-2): the archive, relationships, theme, properties.

mod archive;
mod properties;
mod relations;
mod theme;

pub use archive::{Kind as PackageKind, PICTURES, Package, illegal_character};
pub use properties::{app, core, custom, language};
pub use relations::{Kind, Relations, package as package_relations};
pub use theme::part as theme;

use super::office::{NativeChart, WORKBOOK};

/// How every hand-written part begins.
pub const DECLARATION: &str = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n";

/// Adds a chart's parts to a folder: the chart, and the workbook in which "Edit data" opens its numbers.
pub fn add_chart(chart: &NativeChart, folder: &str, number: usize, package: &mut Package) {
    package.text(&format!("{folder}/charts/chart{number}.xml"), chart.xml.clone());
    let embedded = format!("embeddings/chart{number}.xlsx");
    package.bytes(&format!("{folder}/{embedded}"), chart.workbook.clone());
    let own = relations::workbook(WORKBOOK, &format!("../{embedded}"));
    package.text(&format!("{folder}/charts/_rels/chart{number}.xml.rels"), own);
}
