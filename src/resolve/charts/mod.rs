//! Chart directives → chart data: which facts, in which order, in which tone.
//!
//! `question=` or `data=` says what is shown, `kind=` how; each has a kind of its own where none is named.

mod by;
mod cases;
mod days;
mod findings;
mod over_time;
mod places;
mod question;

use super::sources::Sources;
use crate::diag::{Code, Diagnostic, say};
use crate::document::Inlines;
use crate::document::chart::Chart;
use crate::document::draft::Attributes;
use crate::study::results::QuestionKind;

/// A chart's data with the notes that belong under it.
pub struct Bound {
    pub chart: Chart,
    pub notes: Vec<Inlines>,
}

/// What `data=` may name.
const DATA: &str = "indices, risk, fieldwork, coverage, cases, findings";

impl Sources<'_> {
    pub(super) fn chart(&self, attributes: &Attributes) -> Result<Bound, Diagnostic> {
        let bound = match (attributes.get("question"), attributes.get("data")) {
            (Some(id), _) => self.question_chart(id, attributes)?,
            (None, Some(data)) => self.data_chart(data, attributes)?,
            (None, None) => {
                return Err(Diagnostic::new(Code::DirectiveAttribute, say!("chart-data-unsaid"))
                    .hint(say!("hint-chart-data-write", names = DATA)));
            }
        };
        if bound.chart.is_empty() {
            let what = attributes.get("data").or(attributes.get("question")).unwrap_or_default();
            let message = say!("chart-without-data", name = what, date = self.facts.cutoff);
            return Err(Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-guard-directive")));
        }
        Ok(bound)
    }

    fn question_chart(&self, id: &str, attributes: &Attributes) -> Result<Bound, Diagnostic> {
        let question = self.question(id)?;
        let is_scale = question.kind == QuestionKind::Scale;
        match (attributes.get("kind"), attributes.get("by")) {
            (None | Some("likert"), None) if is_scale => self.likert(question),
            (Some("stacked"), None) if is_scale => self.stacked(question),
            (None | Some("bars"), None) if !is_scale => self.bars(question, attributes),
            (Some("slope"), None) => self.question_slope(question, limit(attributes)?),
            (Some("lines"), None) => self.question_lines(question, limit(attributes)?),
            (None | Some("dots"), Some(by)) => self.group_dots(question, by),
            (Some("grouped"), Some(by)) => self.grouped(question, by, limit(attributes)?),
            (Some("heat"), Some(by)) => self.heat(question, by, limit(attributes)?),
            (Some("multiples"), Some(by)) => self.group_multiples(question, by, limit(attributes)?),
            (kind, by) => {
                let own = if is_scale { "likert, stacked" } else { "bars" };
                let kinds = if by.is_some() {
                    "dots, grouped, heat, multiples".to_owned()
                } else {
                    format!("{own}, slope, lines")
                };
                Err(kind_unknown(kind, &kinds))
            }
        }
    }

    fn data_chart(&self, data: &str, attributes: &Attributes) -> Result<Bound, Diagnostic> {
        let kind = attributes.get("kind");
        match (data, kind) {
            ("indices", None | Some("dots")) => self.indices_dots(),
            ("indices", Some("ranks")) => self.indices_ranks(),
            ("indices", Some("slope")) => self.indices_slope(),
            ("indices", Some("multiples")) => self.indices_multiples(limit(attributes)?),
            ("indices", kind) => Err(kind_unknown(kind, "dots, ranks, slope, multiples")),
            ("risk", None | Some("dots")) => self.risk_dots(limit(attributes)?),
            ("risk", Some("ranks")) => self.risk_ranks(limit(attributes)?),
            ("risk", Some("tiles")) => self.risk_tiles(),
            ("risk", Some("map")) => self.risk_map(),
            ("risk", Some("heat")) => self.risk_heat(limit(attributes)?),
            ("risk", kind) => Err(kind_unknown(kind, "dots, ranks, tiles, map, heat")),
            ("fieldwork", None | Some("progress")) => self.fieldwork_chart(),
            ("coverage", None | Some("progress")) => self.coverage_chart(),
            ("fieldwork" | "coverage", kind) => Err(kind_unknown(kind, "progress")),
            ("cases", None | Some("bars")) => Ok(self.cases_chart()),
            ("cases", kind) => Err(kind_unknown(kind, "bars")),
            ("findings", None | Some("numbers")) => self.key_numbers(limit(attributes)?),
            ("findings", kind) => Err(kind_unknown(kind, "numbers")),
            (other, _) => {
                let message = say!("chart-data-unknown", name = other);
                Err(Diagnostic::new(Code::DirectiveAttribute, message)
                    .hint(say!("hint-chart-data-known", names = DATA)))
            }
        }
    }
}

fn kind_unknown(kind: Option<&str>, known: &str) -> Diagnostic {
    let message = say!("chart-kind-unknown", name = kind.unwrap_or("—"));
    Diagnostic::new(Code::DirectiveAttribute, message).hint(say!("hint-chart-kinds", names = known))
}

/// `limit=`: how many of the first are drawn; all where it is absent.
fn limit(attributes: &Attributes) -> Result<usize, Diagnostic> {
    match attributes.get("limit").map(str::parse::<usize>) {
        None => Ok(usize::MAX),
        Some(Ok(limit)) => Ok(limit),
        Some(Err(_)) => {
            Err(Diagnostic::new(Code::DirectiveAttribute, say!("limit-wrong")).hint(say!("hint-limit")))
        }
    }
}

/// A range of ranks as printed.
#[allow(clippy::cast_precision_loss)]
pub fn rank(locale: &crate::locale::Locale, range: Option<(usize, usize)>) -> String {
    match range {
        None => "—".to_owned(),
        Some((a, b)) if a == b => locale.number(a as f64, 0),
        Some((a, b)) => locale.range(a as f64, b as f64, 0),
    }
}
