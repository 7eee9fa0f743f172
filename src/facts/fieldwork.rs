//! The fieldwork as of the cut-off date: by day, by territory, against the plan.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::study::survey::TerritoryKind;
use crate::study::{Name, StudyAsOf};

#[derive(Debug, Clone, Serialize)]
pub struct FieldworkFacts {
    pub planned: u32,
    pub completed: u32,
    /// Completed of planned, in per cent.
    pub percent: f64,
    pub first_day: Option<Date>,
    pub last_day: Option<Date>,
    /// Whether the planned end has passed or the whole plan is done.
    pub finished: bool,
    pub days: Vec<Day>,
    pub territories: Vec<TerritoryProgress>,
    pub outcomes: Vec<(String, u32)>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Day {
    pub date: Date,
    pub completed: u32,
    pub total: u32,
}

#[derive(Debug, Clone, Serialize)]
pub struct TerritoryProgress {
    pub id: String,
    pub name: Name,
    pub kind: TerritoryKind,
    pub population: Option<u32>,
    pub planned: u32,
    pub completed: u32,
    pub percent: Option<f64>,
}

impl FieldworkFacts {
    pub(super) fn new(study: &StudyAsOf) -> Self {
        let planned = study.sample.planned;
        let mut by_day: BTreeMap<Date, u32> = BTreeMap::new();
        for day in &study.fieldwork.days {
            *by_day.entry(day.date).or_default() += day.completed;
        }
        let mut total = 0;
        let days: Vec<Day> = by_day
            .into_iter()
            .map(|(date, completed)| {
                total += completed;
                Day { date, completed, total }
            })
            .collect();
        Self {
            planned,
            completed: total,
            percent: percent(total, planned).unwrap_or_default(),
            first_day: days.first().map(|d| d.date),
            last_day: days.last().map(|d| d.date),
            finished: study.sample.outcomes.is_some() || total >= planned,
            territories: territories(study),
            outcomes: outcomes(study),
            days,
        }
    }
}

fn territories(study: &StudyAsOf) -> Vec<TerritoryProgress> {
    let mut completed: BTreeMap<&str, u32> = BTreeMap::new();
    for day in &study.fieldwork.days {
        *completed.entry(day.territory.as_str()).or_default() += day.completed;
    }
    let mut planned: BTreeMap<&str, u32> = BTreeMap::new();
    for quota in &study.sample.quotas {
        if let Some(territory) = quota.cell.get("territory") {
            *planned.entry(territory).or_default() += quota.planned;
        }
    }
    let all = &study.territories.territories;
    all.iter()
        .map(|t| {
            let planned = planned.get(t.id.as_str()).copied().unwrap_or_default();
            let completed = completed.get(t.id.as_str()).copied().unwrap_or_default();
            TerritoryProgress {
                id: t.id.to_string(),
                name: t.name.clone(),
                kind: t.kind,
                population: t.population,
                planned,
                completed,
                percent: percent(completed, planned),
            }
        })
        .collect()
}

fn outcomes(study: &StudyAsOf) -> Vec<(String, u32)> {
    let Some(o) = &study.sample.outcomes else { return Vec::new() };
    [
        ("complete", o.complete),
        ("partial", o.partial),
        ("refusal", o.refusal),
        ("non_contact", o.non_contact),
        ("other", o.other),
        ("unknown", o.unknown),
        ("not_eligible", o.not_eligible),
    ]
    .into_iter()
    .map(|(key, count)| (key.to_owned(), count))
    .collect()
}

fn percent(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| 100.0 * f64::from(part) / f64::from(whole))
}
