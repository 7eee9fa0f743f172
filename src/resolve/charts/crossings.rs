//! What is counted or measured twice: cases by severity and state, findings by source, items by two questions, a finding
//! in every group.

use super::{Basis, Table};
use crate::chart::data::{
    ChartData, CrossingRow, Crossings, GroupShare, Groups, Measure, Point, Points, RankedShare,
};
use crate::diag::{Code, Diagnostic, say};
use crate::facts::{FindingGroups, QuestionFacts};
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;
use crate::study::passport::Level;
use crate::theme::Tone;

impl<'a> Sources<'a> {
    /// Problem cases by severity and state.
    pub(super) fn cases_by_state(&self) -> Result<Table<'a>, Diagnostic> {
        let word = |list: &str, value: &str| self.locale.enum_word(list, value).map(str::to_owned);
        let mut rows = Vec::new();
        for (place, row) in self.facts.cases.reading.grid.iter().enumerate() {
            let (severity, tone) = match row.severity {
                Level::High => ("high", Tone::Accent),
                Level::Medium => ("medium", Tone::AccentSoft),
                Level::Low => ("low", Tone::Middle),
            };
            let states = &row.states;
            let counts =
                [("open", states.open), ("in_progress", states.in_progress), ("resolved", states.resolved)];
            let cell =
                |(field, count): (&str, usize)| (format!("facts.cases.reading.grid[{place}].{field}"), count);
            let cells = counts.map(cell).to_vec();
            rows.push(CrossingRow { label: word("severity", severity)?, tone, cells });
        }
        let columns = ["open", "in-progress", "resolved"].into_iter().map(|state| word("case-state", state));
        let data = ChartData::Crossings(Crossings { columns: columns.collect::<Result<_, _>>()?, rows });
        Ok(Table::of_records(data))
    }

    /// Findings by the number of sources of each kind.
    pub(super) fn findings_by_source(&self) -> Result<Table<'a>, Diagnostic> {
        let row = |finding: &crate::facts::FindingFact| {
            let sources = &finding.reading.sources;
            let counts = [
                ("survey", sources.survey),
                ("experts", sources.experts),
                ("focus_groups", sources.focus_groups),
                ("cases", sources.cases),
            ];
            let cell = |(field, count): (&str, usize)| {
                (format!("facts.findings.{}.reading.sources.{field}", finding.id), count)
            };
            CrossingRow {
                label: self.text(&finding.statement).trim_end_matches('.').to_owned(),
                tone: Tone::Calm,
                cells: counts.map(cell).to_vec(),
            }
        };
        let rows = self.facts.findings.iter().map(row).collect();
        let columns = ["survey", "experts", "focus-groups", "cases"];
        let columns =
            columns.into_iter().map(|kind| self.locale.enum_word("source", kind).map(str::to_owned));
        let data = ChartData::Crossings(Crossings { columns: columns.collect::<Result<_, _>>()?, rows });
        Ok(Table::of_records(data))
    }

    /// Items of a scale by how many name them in another question and how many answer negatively.
    pub(super) fn points<'q>(
        &self,
        question: &'q QuestionFacts,
        against: &str,
    ) -> Result<Table<'q>, Diagnostic> {
        let found = self.facts.priorities.iter().find(|p| p.id == question.id && p.named_in == against);
        let Some(found) = found else {
            let message = say!("chart-items-not-common", id = question.id, other = against);
            return Err(Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-guard-directive")));
        };
        let rows = found.items.iter().map(|item| Point {
            label: self.text(&item.label).to_owned(),
            across: (format!("questions.{against}.ranking[{}].percent", item.named.1), item.named.0),
            upwards: (format!("questions.{}.items.{}.negative.value", question.id, item.code), item.negative),
        });
        let said = question.reading.scale.as_ref().and_then(|scale| scale.said.negative.as_ref());
        let upwards = match said.and_then(|said| said.get(self.locale.language())) {
            Some(said) => self.locale.fill("said_share", &[("said", &crate::chart::capital(said))])?,
            None => self.locale.word("negative_share")?.to_owned(),
        };
        let across = self.locale.word("named_share")?.to_owned();
        let data = ChartData::Points(Points { across, upwards, rows: rows.collect() });
        Ok(Table { data, caveats: Caveats::default(), basis: Basis::Survey(question) })
    }

    /// The figure of a finding about one group in every group of its breakdown, against the whole sample.
    pub(super) fn finding_groups(&self, id: &str) -> Result<Table<'a>, Diagnostic> {
        let finding = self.facts.findings.iter().find(|finding| finding.id == id);
        let found = finding.and_then(|finding| finding.groups.as_ref());
        let question = found.and_then(|groups| self.facts.question(&groups.question));
        let (Some(groups), Some(question)) = (found, question) else {
            let message = say!("chart-finding-without-groups", id = id);
            return Err(Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-guard-directive")));
        };
        let mut caveats = Caveats { colours: Some("colours_of_finding"), ..Caveats::default() };
        let row = |group: &crate::facts::FindingGroup| {
            let ends = group.percent.zip(group.low.zip(group.high));
            let is_wide = ends.is_some_and(|(_, (low, high))| self.facts.thresholds.is_wide(low, high));
            let sign = caveats.sign(group.base_class, is_wide);
            GroupShare {
                share: RankedShare {
                    label: format!("{}{sign}", self.text(&group.label)),
                    share: ends.map(|(value, interval)| Measure { value, interval }),
                    tone: if group.code == groups.own { Tone::Accent } else { Tone::Grey },
                },
                n: group.n,
            }
        };
        let rows = groups.groups.iter().map(row).collect();
        let data = ChartData::Groups(Groups {
            measure: self.measure_of(groups),
            overall: groups.overall.map(|figure| figure.value),
            rows,
        });
        Ok(Table { data, caveats, basis: Basis::Survey(question) })
    }

    /// The answers whose share is shown.
    fn measure_of(&self, groups: &FindingGroups) -> String {
        let answers: Vec<&str> = groups.answers.iter().map(|answer| self.text(answer)).collect();
        if groups.item.is_some() && answers.len() == 1 { String::new() } else { answers.join(" + ") }
    }
}
