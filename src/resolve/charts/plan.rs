//! What was to be done and what is done: the terms of the grant, the calendar plan, the sample beside its population.

use super::Table;
use crate::chart::data::{ChartData, Demand, Key, Pairs, Work, Works};
use crate::diag::Diagnostic;
use crate::facts::TermState;
use crate::resolve::sources::Sources;
use crate::study::StepState;
use crate::theme::Tone;

impl<'a> Sources<'a> {
    /// The terms of the grant.
    pub(super) fn terms_table(&self) -> Result<Table<'a>, Diagnostic> {
        let mut demands = Vec::new();
        for term in self.facts.terms.iter().filter(|term| term.applies) {
            let (state, tone) = match term.state {
                TermState::Met => ("met", Tone::Calm),
                TermState::NotStarted => ("not-started", Tone::Grey),
                TermState::Pending => ("pending", Tone::CalmSoft),
                TermState::Waived => ("waived", Tone::Grey),
                TermState::Missed => ("missed", Tone::Accent),
            };
            demands.push(Demand {
                id: format!("facts.terms.{}", term.id.as_str()),
                label: self.locale.enum_word("term", term.id.as_str())?.to_owned(),
                demanded: term.threshold,
                done: term.achieved,
                state: Key { label: self.locale.enum_word("term-state", state)?.to_owned(), tone },
            });
        }
        Ok(Table::of_records(ChartData::Demands(demands)))
    }

    /// The steps of the calendar plan.
    pub(super) fn works(&self) -> Result<Table<'a>, Diagnostic> {
        let mut rows = Vec::new();
        for step in &self.study.calendar.steps {
            let (state, tone) = match self.study.step_state(step) {
                StepState::Done => ("done", Tone::Calm),
                StepState::Late => ("late", Tone::Accent),
                StepState::Running => ("running", Tone::CalmSoft),
                StepState::Ahead => ("ahead", Tone::Grey),
            };
            rows.push(Work {
                label: self.text(&step.task).trim_end_matches('.').to_owned(),
                planned: (step.start, step.end),
                done: step.done,
                state: Key { label: self.locale.enum_word("step-state", state)?.to_owned(), tone },
            });
        }
        let cutoff = self.facts.cutoff;
        let today = self.locale.fill("as_of", &[("date", &self.locale.date(cutoff, "short")?)])?;
        Ok(Table::of_records(ChartData::Works(Works { rows, today: (cutoff, today) })))
    }

    /// Territories by their shares of the population and of the interviews.
    pub(super) fn sample_pairs(&self) -> Result<Table<'a>, Diagnostic> {
        let known = self.facts.fieldwork.territories.iter().filter(|t| t.of_population.is_some());
        let row = |t: &crate::facts::TerritoryProgress| {
            let shares = [t.of_population, t.of_sample].map(|share| share.map(|share| share.0));
            (self.name(&t.name).to_owned(), shares)
        };
        let of = [self.locale.word("of_population")?.to_owned(), self.locale.word("of_sample")?.to_owned()];
        Ok(Table::of_records(ChartData::Pairs(Pairs { of, rows: known.map(row).collect() })))
    }
}
