//! Territories by protest risk: scores with intervals, rank ranges, tiers against the whole city.

use serde::Serialize;

use super::reading::{Feeds, RiskReading};
use super::stats::{self, Base};
use crate::study::results::RiskScore;
use crate::study::survey::TerritoryKind;
use crate::study::{LocalizedText, Name, StudyAsOf};

/// Protest risk at the stage in use.
#[derive(Debug, Clone, Serialize)]
pub struct RiskFacts {
    /// How the score is computed, in words.
    pub formula: Option<LocalizedText>,
    /// What enters it.
    pub components: Vec<ComponentFact>,
    /// The city's score, 0–100.
    pub city: Option<f64>,
    /// Highest score first; those with too small a base last.
    pub territories: Vec<TerritoryRisk>,
    /// Number of territories in each tier: high, middle, low, unknown.
    pub tiers: [usize; 4],
    /// What the scores say.
    pub reading: RiskReading,
}

/// A component of the score.
#[derive(Debug, Clone, Serialize)]
pub struct ComponentFact {
    /// Id of the component.
    pub id: String,
    /// Its name.
    pub label: LocalizedText,
    /// Weight in the score, 0–1.
    pub weight: f64,
}

/// The score of a territory.
#[derive(Debug, Clone, Serialize)]
pub struct TerritoryRisk {
    /// Id of the territory.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// Its kind.
    pub kind: TerritoryKind,
    /// Unweighted base.
    pub n: u32,
    /// What the base allows to be shown.
    pub base_class: Base,
    /// Score in points, 0–100; higher is riskier.
    pub score: f64,
    /// Lower bound of the confidence interval.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// The interval is so wide that it is marked.
    pub wide: bool,
    /// Range of ranks, 1 = riskiest; `None` where the base does not allow one.
    pub rank: Option<(usize, usize)>,
    /// Where its interval lies against the city's value.
    pub tier: Tier,
    /// Component values in the order of `RiskFacts::components`.
    pub parts: Vec<Option<f64>>,
    /// What feeds the risk, most important first.
    pub drivers: Vec<LocalizedText>,
    /// The components by what they contribute to the score.
    pub feeds: Feeds,
    /// Row and column in the tile grid, from 0.
    pub tile: Option<(u8, u8)>,
}

/// Where a territory's interval lies against the city's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// Wholly above.
    High,
    /// Around it: cannot be told apart from the city.
    Middle,
    /// Wholly below.
    Low,
    /// The base is too small to say.
    Unknown,
}

impl RiskFacts {
    pub(super) fn new(study: &StudyAsOf) -> Self {
        let risk = &study.risk;
        let stage = study.stage();
        let current: Vec<&RiskScore> = risk.scores.iter().filter(|s| Some(s.stage) == stage).collect();
        let whole = current.iter().find(|s| s.territory.is_none()).copied();
        let city = whole.map(|s| s.score);
        let components: Vec<ComponentFact> = risk
            .components
            .iter()
            .map(|c| ComponentFact { id: c.id.to_string(), label: c.label.clone(), weight: c.weight })
            .collect();
        let mut territories: Vec<TerritoryRisk> =
            current.iter().filter_map(|s| territory(study, s, whole, &components)).collect();
        rank(&mut territories);
        territories.sort_by(|a, b| {
            let hidden = |t: &TerritoryRisk| !t.base_class.is_shown();
            hidden(a).cmp(&hidden(b)).then(b.score.total_cmp(&a.score))
        });
        let count = |tier| territories.iter().filter(|t| t.tier == tier).count();
        Self {
            formula: risk.formula.clone(),
            components,
            city,
            tiers: [count(Tier::High), count(Tier::Middle), count(Tier::Low), count(Tier::Unknown)],
            reading: RiskReading::new(&territories, city, study.territories.territories.len()),
            territories,
        }
    }
}

/// The values of a score's components, in their order.
fn parts(components: &[ComponentFact], score: &RiskScore) -> Vec<Option<f64>> {
    components.iter().map(|c| score.components.get(&c.id).copied()).collect()
}

fn territory(
    study: &StudyAsOf,
    score: &RiskScore,
    whole: Option<&RiskScore>,
    components: &[ComponentFact],
) -> Option<TerritoryRisk> {
    let city = whole.map(|s| s.score);
    let id = score.territory.as_ref()?;
    let territory = study.territories.territories.iter().find(|t| &t.id == id)?;
    let base_class = Base::of(score.n, &study.thresholds);
    let tier = match city {
        _ if !base_class.is_ranked() => Tier::Unknown,
        Some(city) if score.ci.0 > city => Tier::High,
        Some(city) if score.ci.1 < city => Tier::Low,
        Some(_) => Tier::Middle,
        None => Tier::Unknown,
    };
    let own = parts(components, score);
    let of_city = whole.map(|s| parts(components, s)).unwrap_or_default();
    Some(TerritoryRisk {
        feeds: Feeds::new(components, (score.score, &own), (city, &of_city), base_class.is_shown()),
        id: id.to_string(),
        name: territory.name.clone(),
        kind: territory.kind,
        n: score.n,
        base_class,
        score: score.score,
        low: score.ci.0,
        high: score.ci.1,
        wide: study.thresholds.is_wide(score.ci.0, score.ci.1),
        rank: None,
        tier,
        parts: own,
        drivers: territory.drivers.clone(),
        tile: territory.tile,
    })
}

fn rank(territories: &mut [TerritoryRisk]) {
    let ranked: Vec<usize> =
        (0..territories.len()).filter(|i| territories[*i].base_class.is_ranked()).collect();
    let intervals: Vec<(f64, f64)> =
        ranked.iter().map(|i| (territories[*i].low, territories[*i].high)).collect();
    for (i, range) in ranked.into_iter().zip(stats::rank_ranges(&intervals)) {
        territories[i].rank = Some(range);
    }
}
