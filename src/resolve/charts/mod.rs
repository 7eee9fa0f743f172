//! Chart directives → charts: which facts, in which order, in which tone.
//!
//! `question=` or `data=` says what is shown: it offers one or several tables of data. `kind=` says how: the kind
//! takes the first of the tables that it knows how to show; where none is named, the first kind that shows the first
//! table is taken. So a new kind of chart is not mentioned here, and neither are the old ones.

mod breakdown;
mod crossings;
mod evidence;
mod plan;
mod question;
mod scores;

use super::sources::Sources;
use super::table_notes::Caveats;
use crate::chart::data::{ChartData, DataShape};
use crate::chart::{Chart, kind};
use crate::diag::{Code, Diagnostic, say};
use crate::document::Inlines;
use crate::document::draft::Attributes;
use crate::facts::QuestionFacts;
use crate::quantity::Unit;
use crate::study::results::QuestionKind;

/// A chart's data with the notes that belong under it.
pub struct Bound {
    pub chart: Chart,
    pub notes: Vec<Inlines>,
}

/// A table of data, and what its notes have to say.
struct Table<'q> {
    data: ChartData,
    caveats: Caveats,
    basis: Basis<'q>,
}

impl Table<'_> {
    /// A table of counted records, which nothing has to be said of.
    fn of_records(data: ChartData) -> Self {
        Self { data, caveats: Caveats::default(), basis: Basis::Records }
    }
}

/// What the numbers of a table were made from.
#[derive(Clone, Copy)]
enum Basis<'q> {
    /// Answers to a question.
    Survey(&'q QuestionFacts),
    /// Indices and risk, which are made of several.
    Scores,
    /// Records that are counted.
    Records,
}

/// A table that a directive offers, made only where a kind takes it.
struct Offer<'o> {
    shape: DataShape,
    table: Box<dyn Fn() -> Result<Table<'o>, Diagnostic> + 'o>,
}

impl<'o> Offer<'o> {
    fn new(shape: DataShape, table: impl Fn() -> Result<Table<'o>, Diagnostic> + 'o) -> Self {
        Self { shape, table: Box::new(table) }
    }
}

/// What `data=` may name.
const DATA: &str = "indices, risk, fieldwork, coverage, cases, findings, group-findings, terms, plan, sample";

impl Sources<'_> {
    pub(super) fn chart(&self, attributes: &Attributes) -> Result<Bound, Diagnostic> {
        let named = ["question", "data", "finding"].map(|name| attributes.get(name));
        let offers = match named {
            [Some(id), ..] => self.offers_of_question(id, attributes)?,
            [None, Some(data), _] => self.offers_of_data(data, attributes)?,
            [None, None, Some(id)] => vec![Offer::new(DataShape::Groups, move || self.finding_groups(id))],
            [None, None, None] => {
                return Err(Diagnostic::new(Code::DirectiveAttribute, say!("chart-data-unsaid"))
                    .hint(say!("hint-chart-data-write", names = DATA)));
            }
        };
        let bound = self.bound(attributes.get("kind"), &offers)?;
        if bound.chart.is_empty() {
            let what = named.into_iter().flatten().next().unwrap_or_default();
            let message = say!("chart-without-data", name = what, date = self.facts.cutoff);
            return Err(Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-guard-directive")));
        }
        Ok(bound)
    }

    fn offers_of_question(&self, id: &str, attributes: &Attributes) -> Result<Vec<Offer<'_>>, Diagnostic> {
        let question = self.question(id)?;
        let limit = limit(attributes)?;
        if let Some(against) = attributes.get("against").map(str::to_owned) {
            return Ok(vec![Offer::new(DataShape::Points, move || self.points(question, &against))]);
        }
        if let Some(by) = attributes.get("by").map(str::to_owned) {
            let of = by.clone();
            let whole = by.clone();
            let item = attributes.get("item").map(str::to_owned);
            let mut offers = vec![
                Offer::new(DataShape::Groups, move || self.groups(question, &of, item.as_deref())),
                Offer::new(DataShape::Crosstab, move || self.crosstab_table(question, &by, limit)),
            ];
            let is_one = question.items.len() == 1;
            if question.kind == QuestionKind::Scale && is_one {
                offers.push(Offer::new(DataShape::Scale, move || self.scale_by_groups(question, &whole)));
            }
            return Ok(offers);
        }
        let own = if question.kind == QuestionKind::Scale {
            Offer::new(DataShape::Scale, move || self.scale(question))
        } else {
            Offer::new(DataShape::Ranking, move || Ok(self.ranking(question, limit)))
        };
        Ok(vec![own, Offer::new(DataShape::Trend, move || self.trend(question, limit))])
    }

    fn offers_of_data(&self, data: &str, attributes: &Attributes) -> Result<Vec<Offer<'_>>, Diagnostic> {
        let limit = limit(attributes)?;
        Ok(match data {
            "indices" => vec![
                Offer::new(DataShape::Scores, || Ok(self.indices())),
                Offer::new(DataShape::Stages, || self.indices_by_stage()),
                Offer::new(DataShape::ScorePanels, move || Ok(self.indices_by_territory(limit))),
            ],
            "risk" => vec![
                Offer::new(DataShape::Scores, move || self.risk(limit)),
                Offer::new(DataShape::Territories, || self.territories()),
                Offer::new(DataShape::Areas, || self.areas()),
                Offer::new(DataShape::Components, move || Ok(self.risk_components(limit))),
            ],
            "fieldwork" => vec![Offer::new(DataShape::Days, || self.fieldwork_days())],
            "coverage" => vec![Offer::new(DataShape::Days, || self.coverage_days())],
            "cases" => vec![
                Offer::new(DataShape::Counts, || Ok(self.cases_by_category())),
                Offer::new(DataShape::Crossings, || self.cases_by_state()),
            ],
            "findings" => vec![
                Offer::new(DataShape::Figures, move || Ok(self.findings_figures(limit))),
                Offer::new(DataShape::Crossings, || self.findings_by_source()),
            ],
            "group-findings" => {
                vec![Offer::new(DataShape::Crosstab, move || self.findings_of_groups(limit))]
            }
            "terms" => vec![Offer::new(DataShape::Demands, || self.terms_table())],
            "plan" => vec![Offer::new(DataShape::Works, || self.works())],
            "sample" => vec![Offer::new(DataShape::Pairs, || self.sample_pairs())],
            other => {
                let message = say!("chart-data-unknown", name = other);
                return Err(Diagnostic::new(Code::DirectiveAttribute, message)
                    .hint(say!("hint-chart-data-known", names = DATA)));
            }
        })
    }

    /// The chart of the named kind, or of the first that shows the first table.
    fn bound(&self, kind: Option<&str>, offers: &[Offer<'_>]) -> Result<Bound, Diagnostic> {
        let shows = |name: &str, offer: &Offer| Chart::shapes(name).contains(&offer.shape);
        let first =
            || kind::NAMES.iter().copied().find(|name| offers.first().is_some_and(|o| shows(name, o)));
        let name = kind.or_else(first).unwrap_or("—");
        let offer = offers.iter().find(|offer| shows(name, offer));
        let unknown = || {
            let known = kind::NAMES.iter().copied().filter(|name| offers.iter().any(|o| shows(name, o)));
            kind_unknown(name, &known.collect::<Vec<_>>().join(", "))
        };
        let table = (offer.ok_or_else(unknown)?.table)()?;
        let chart = Chart::from_data(name, &table.data, self.locale).ok_or_else(unknown)??;
        let colours = table.caveats.colours.filter(|_| chart.shows_tones());
        let caveats = Caveats { intervals: chart.draws_intervals(), colours, ..table.caveats };
        let notes = match table.basis {
            Basis::Survey(question) => {
                self.survey_notes(question, Caveats { unsigned: is_unsigned(&chart), ..caveats })?
            }
            Basis::Scores => self.score_notes(caveats)?,
            Basis::Records => Vec::new(),
        };
        Ok(Bound { chart, notes })
    }
}

/// Whether shares are printed without their sign.
fn is_unsigned(chart: &Chart) -> bool {
    let cells = chart.readout().rows.into_iter().flat_map(|row| row.cells);
    cells.flat_map(|cell| cell.value).any(|number| number.unit == Unit::UnsignedPercent)
}

fn kind_unknown(kind: &str, known: &str) -> Diagnostic {
    let message = say!("chart-kind-unknown", name = kind);
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
