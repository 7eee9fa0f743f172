//! Key numbers: the figures behind the findings, with their intervals.

use super::Bound;
use crate::diag::Diagnostic;
use crate::document::chart::{Chart, KeyNumber, KeyNumbers, Tone, Value};
use crate::facts::KeyFigureKind;
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;

/// Shares and scores lie between these.
const SCALE: (f64, f64) = (0.0, 100.0);

impl Sources<'_> {
    pub(super) fn key_numbers(&self, limit: usize) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let figures = self.facts.findings.iter().filter_map(|f| Some((f, f.figure.as_ref()?)));
        let items = figures.take(limit).map(|(finding, figure)| KeyNumber {
            value: Value {
                value: figure.value,
                printed: match figure.kind {
                    KeyFigureKind::Share => locale.percent(figure.value, locale.share_decimals()),
                    KeyFigureKind::Score => locale.number(figure.value, 1),
                },
            },
            label: self.text(&finding.statement).trim_end_matches('.').to_owned(),
            interval: Some(((figure.low, figure.high), SCALE)),
            tone: Tone::Calm,
        });
        let items = items.collect();
        let caveats = Caveats { intervals: true, ..Caveats::default() };
        Ok(Bound { chart: Chart::Numbers(KeyNumbers { items }), notes: self.score_notes(caveats)? })
    }
}
