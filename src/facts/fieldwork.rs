//! The fieldwork as of the cut-off date: by day, by territory, against the plan.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::quantity::{Percent, whole};
use crate::study::survey::{Territory, TerritoryKind};
use crate::study::{Name, StudyAsOf};

/// Completed interviews against the plan.
#[derive(Debug, Clone, Serialize)]
pub struct FieldworkFacts {
    /// Planned sample size, interviews.
    pub planned: u32,
    /// Interviews completed.
    pub completed: usize,
    /// Completed of planned; above 100 where more were made.
    pub percent: Percent,
    /// First day with interviews.
    pub first_day: Option<Date>,
    /// Last day with interviews.
    pub last_day: Option<Date>,
    /// Whether the outcomes of contacts are counted or the whole plan is done.
    pub finished: bool,
    /// The days with interviews, in their order.
    pub days: Vec<Day>,
    /// All territories, in the order of the study.
    pub territories: Vec<TerritoryProgress>,
    /// Final outcomes of contacts with their numbers, in the order of AAPOR; empty until they are counted.
    pub outcomes: Vec<(String, u32)>,
}

/// A day of the fieldwork.
#[derive(Debug, Clone, Serialize)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Interviews completed on it.
    pub completed: usize,
    /// Interviews completed up to its end.
    pub total: usize,
}

/// The fieldwork in a territory.
#[derive(Debug, Clone, Serialize)]
pub struct TerritoryProgress {
    /// Id of the territory.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// Its kind.
    pub kind: TerritoryKind,
    /// Adult residents, where the study gives them.
    pub population: Option<u32>,
    /// Interviews planned by the quotas.
    pub planned: usize,
    /// Interviews completed.
    pub completed: usize,
    /// Completed of planned; nothing where none are planned.
    pub percent: Option<Percent>,
    /// Its adult residents among those of all territories in the sample; nothing where one of these gives none.
    pub of_population: Option<Percent>,
    /// Its interviews among all.
    pub of_sample: Option<Percent>,
}

impl FieldworkFacts {
    pub(super) fn new(study: &StudyAsOf) -> Self {
        let planned = study.sample.planned;
        let mut by_day: BTreeMap<Date, usize> = BTreeMap::new();
        for day in &study.fieldwork.days {
            *by_day.entry(day.date).or_default() += whole::count(day.completed);
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
            percent: percent(total, whole::count(planned)).unwrap_or_default(),
            first_day: days.first().map(|d| d.date),
            last_day: days.last().map(|d| d.date),
            finished: study.sample.outcomes.is_some() || total >= whole::count(planned),
            territories: territories(study),
            outcomes: outcomes(study),
            days,
        }
    }
}

fn territories(study: &StudyAsOf) -> Vec<TerritoryProgress> {
    let mut completed: BTreeMap<&str, usize> = BTreeMap::new();
    for day in &study.fieldwork.days {
        *completed.entry(day.territory.as_str()).or_default() += whole::count(day.completed);
    }
    let mut planned: BTreeMap<&str, usize> = BTreeMap::new();
    for quota in &study.sample.quotas {
        if let Some(territory) = quota.cell.get("territory") {
            *planned.entry(territory).or_default() += whole::count(quota.planned);
        }
    }
    let number = |counts: &BTreeMap<&str, usize>, id: &str| counts.get(id).copied().unwrap_or_default();
    let in_sample = |id: &str| number(&planned, id) > 0 || number(&completed, id) > 0;
    let all = &study.territories.territories;
    let sampled = all.iter().filter(|t| in_sample(t.id.as_str()));
    let people: Option<usize> = sampled.map(|t| t.population.map(whole::count)).sum();
    let interviews = completed.values().sum();
    let of_territory = |t: &Territory| {
        let (planned, completed) = (number(&planned, t.id.as_str()), number(&completed, t.id.as_str()));
        let own = t.population.filter(|_| in_sample(t.id.as_str()));
        TerritoryProgress {
            id: t.id.to_string(),
            name: t.name.clone(),
            kind: t.kind,
            population: t.population,
            planned,
            completed,
            percent: percent(completed, planned),
            of_population: own.zip(people).and_then(|(own, people)| percent(whole::count(own), people)),
            of_sample: percent(completed, interviews),
        }
    };
    all.iter().map(of_territory).collect()
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

fn percent(part: usize, all: usize) -> Option<Percent> {
    (all > 0).then(|| Percent(100.0 * whole::float(part) / whole::float(all)))
}
