//! Pictures and charts of a deck: each is a part of the package with a relationship from the slide that shows it.

use std::collections::BTreeMap;

use crate::source::sha256;
use crate::write::office::NativeChart;
use crate::write::ooxml::{PackageBuilder, RelationshipKind, Relationships, chart};

/// Pictures and charts on their way into a package.
#[derive(Debug)]
pub struct Media<'p> {
    package: &'p mut PackageBuilder,
    charts: usize,
    /// File names of the pictures by digest: the same one is kept once.
    pictures: BTreeMap<String, String>,
}

impl<'p> Media<'p> {
    /// No picture and no chart yet.
    pub fn new(package: &'p mut PackageBuilder) -> Self {
        Self { package, charts: 0, pictures: BTreeMap::new() }
    }

    /// Adds a chart's parts and gives the relationship id of the chart.
    pub fn chart(&mut self, chart: &NativeChart, relations: &mut Relationships) -> String {
        self.charts += 1;
        let number = self.charts;
        chart::add(chart, "ppt", number, self.package);
        relations.add(RelationshipKind::Chart, &format!("../charts/chart{number}.xml"))
    }

    /// Adds a picture and gives its relationship id; `extension` is that of its format.
    pub fn picture(&mut self, bytes: &[u8], extension: &str, relations: &mut Relationships) -> String {
        let next = self.pictures.len() + 1;
        let file = self.pictures.entry(sha256(bytes)).or_insert_with(|| format!("image{next}.{extension}"));
        self.package.bytes(&format!("ppt/media/{file}"), bytes.to_vec());
        relations.add(RelationshipKind::Image, &format!("../media/{file}"))
    }
}
