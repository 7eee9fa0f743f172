//! Where a document prints its data, known before it is laid out: under which heading, figure or table.

use std::collections::BTreeSet;

use super::super::resolved::ResolvedDocument;
use super::answer::{OtherPlace, is_same_datum};
use super::document::title_of;
use super::{Job, LiveStudy};
use crate::pipeline::proving::Content;
use crate::proof::{Bound, ProvenDatum};
use crate::write::typst::Pages;

/// The data that a document prints, and what it prints each under.
#[derive(Debug, Default)]
pub struct Prints {
    document: String,
    data: Vec<ProvenDatum>,
    /// Position of the datum, its text, the title above it; each once.
    places: BTreeSet<(usize, String, String)>,
}

impl Prints {
    /// The places where a datum is printed, under whichever id; none has a page.
    pub(super) fn of(&self, datum: &ProvenDatum) -> impl Iterator<Item = OtherPlace> {
        self.places.iter().filter_map(|(at, text, under)| {
            let own = self.data.get(*at).filter(|own| is_same_datum(datum, own))?;
            Some(OtherPlace {
                document: self.document.clone(),
                datum: own.id.clone(),
                page: None,
                index: None,
                text: text.clone(),
                under: Some(under.clone()).filter(|title| !title.is_empty()),
            })
        })
    }
}

impl LiveStudy {
    /// A datum as a document prints it, a range with both its ends.
    pub(super) fn as_printed(&self, job: &Job, datum: &ProvenDatum) -> String {
        let Some(locale) = self.context.reports.locale(job) else { return datum.printed().join("–") };
        let ends = std::iter::once(datum.value).chain(datum.high);
        ends.map(|value| locale.number(value, datum.decimals)).collect::<Vec<_>>().join("–")
    }

    /// What a resolved document prints.
    pub(super) fn prints_of(&self, job: &Job, resolved: &ResolvedDocument) -> Prints {
        let content = Content::Document(&resolved.document);
        let evidence = self.context.evidence(job, content);
        let expected = evidence.expected(content, &Pages::default());
        let mut titles: Vec<Option<String>> = vec![None; expected.labels.len()];
        let mut title = |at: Option<usize>| {
            let Some((at, label)) = at.and_then(|at| Some((at, expected.labels.get(at)?))) else {
                return String::new();
            };
            let known = titles.get_mut(at).map(|known| {
                known.get_or_insert_with(|| title_of(&resolved.document, label).unwrap_or_default()).clone()
            });
            known.unwrap_or_default()
        };
        let in_text = expected.flow.iter().filter_map(|print| match print.bound {
            Bound::Datum(at) => Some((at, print.token.text.clone(), print.label)),
            Bound::Words | Bound::Numbering | Bound::Chart | Bound::Formula | Bound::Source => None,
        });
        let shown = |at: usize| evidence.data.get(at).map(|datum| self.as_printed(job, datum));
        let in_charts = expected.charts.iter().flat_map(|chart| {
            let values = chart.numbers.iter().filter(|number| number.is_value);
            values.filter_map(move |number| Some((number.datum, shown(number.datum)?, chart.label)))
        });
        let places = in_text.chain(in_charts).map(|(at, text, label)| (at, text, title(label))).collect();
        Prints { document: job.name(), data: evidence.data, places }
    }
}
