//! What is counted as the study runs: problem cases, interviews, views; and the figures behind the findings.

use jiff::civil::Date;

use super::{Basis, Table};
use crate::chart::data::{
    ChartData, Count, Crosstab, CrosstabGroup, CrosstabRow, Days, Figure, Measure, Unit,
};
use crate::diag::{Code, Diagnostic, say};
use crate::facts::{KeyFigure, KeyFigureKind};
use crate::quantity::whole;
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;
use crate::study::passport::TermId;

impl<'a> Sources<'a> {
    /// Problem cases by category.
    pub(super) fn cases_by_category(&self) -> Table<'a> {
        let categories = self.facts.cases.categories.iter().filter(|category| category.count > 0);
        let counts = categories.map(|c| Count { label: self.text(&c.label).to_owned(), count: c.count });
        Table::of_records(ChartData::Counts(counts.collect()))
    }

    /// Interviews by day.
    pub(super) fn fieldwork_days(&self) -> Result<Table<'a>, Diagnostic> {
        let (fieldwork, locale) = (&self.facts.fieldwork, self.locale);
        let days = fieldwork.days.iter().map(|d| (d.date, whole::float(d.total), whole::float(d.completed)));
        days_table(Days {
            days: days.collect(),
            target: Some(f64::from(fieldwork.planned)),
            total: locale.word("completed_total")?.to_owned(),
            daily: locale.word("completed_daily")?.to_owned(),
            is_counted: false,
        })
    }

    /// Views on the days on which they were counted.
    pub(super) fn coverage_days(&self) -> Result<Table<'a>, Diagnostic> {
        let term = self.facts.terms.iter().find(|t| t.id == TermId::Coverage && t.applies);
        let day = |(date, total): &(Date, u64)| (*date, float(*total), 0.0);
        days_table(Days {
            days: self.facts.coverage.days.iter().map(day).collect(),
            target: term.map(|term| float(term.threshold)),
            total: self.locale.word("views_total")?.to_owned(),
            daily: String::new(),
            is_counted: true,
        })
    }

    /// The figures behind the findings, with their intervals.
    pub(super) fn findings_figures(&self, limit: usize) -> Table<'a> {
        let findings = self.facts.findings.iter().filter_map(|f| Some((f, f.figure.as_ref()?)));
        let figures = findings.take(limit).map(|(finding, figure)| Figure {
            label: self.text(&finding.statement).trim_end_matches('.').to_owned(),
            unit: match figure.kind {
                KeyFigureKind::Share => Unit::Share,
                KeyFigureKind::Score => Unit::Score,
            },
            measure: Measure { value: figure.value, interval: (figure.low, figure.high) },
        });
        let data = ChartData::Figures(figures.collect());
        Table { data, caveats: Caveats::default(), basis: Basis::Scores }
    }

    /// The shares of findings about one group, each beside the share of the whole sample.
    pub(super) fn findings_of_groups(&self, limit: usize) -> Result<Table<'a>, Diagnostic> {
        let measure = |f: &KeyFigure| Measure { value: f.value, interval: (f.low, f.high) };
        let of_groups = self.facts.findings.iter().filter_map(|finding| {
            let figure = finding.figure.as_ref().filter(|figure| figure.kind == KeyFigureKind::Share)?;
            let overall = finding.groups.as_ref()?.overall.as_ref()?;
            Some(CrosstabRow {
                label: self.text(&finding.statement).trim_end_matches('.').to_owned(),
                is_nonsubstantive: false,
                cells: vec![Some(measure(figure)), Some(measure(overall))],
                overall: Some(overall.value),
            })
        });
        let rows: Vec<CrosstabRow> = of_groups.take(limit).collect();
        let highest =
            rows.iter().flat_map(|row| &row.cells).flatten().map(|m| m.interval.1).fold(1.0, f64::max);
        let group = |word: &str| Ok(CrosstabGroup { label: self.locale.word(word)?.to_owned(), n: 0 });
        let groups = vec![group("of_the_group")?, group("overall")?];
        let data = ChartData::Crosstab(Crosstab { groups, rows, highest });
        Ok(Table { data, caveats: Caveats::default(), basis: Basis::Scores })
    }
}

fn days_table<'q>(days: Days) -> Result<Table<'q>, Diagnostic> {
    if days.days.is_empty() {
        return Err(Diagnostic::new(Code::ChartWithoutData, say!("chart-without-days"))
            .hint(say!("hint-guard-directive")));
    }
    Ok(Table::of_records(ChartData::Days(days)))
}

fn float(count: u64) -> f64 {
    whole::float(usize::try_from(count).unwrap_or(usize::MAX))
}
