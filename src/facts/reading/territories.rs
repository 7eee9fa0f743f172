//! The territories by protest risk: tiers, range, who stands out, which kinds gather in the high tier.

use serde::Serialize;

use super::extreme::{Estimated, Extreme};
use super::index::SpanKind;
use crate::facts::risk::{TerritoryRisk, Tier};
use crate::study::Name;
use crate::study::survey::TerritoryKind;

/// What the risk scores say.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RiskReading {
    /// The reading, by its `kind`.
    pub kind: RiskKind,
    /// Territories of the study, those without a score included.
    pub named: usize,
    /// Territories whose score rests on a base that may be shown.
    pub assessed: usize,
    /// Territories that have a range of places and, where the city's score is known, a tier.
    pub ranked: usize,
    /// The territories of each tier, the highest score first.
    pub tiers: Tiers,
    /// Territories with a range of places and no tier, because the city's score is not known.
    pub untiered: Vec<TerritoryRef>,
    /// From the lowest to the highest score of those ranked; undefined of fewer than two.
    pub span: Option<RiskSpan>,
    /// The highest score, clear or tied; undefined where none is ranked.
    pub riskiest: Option<Extreme<TerritoryRef>>,
    /// What kinds of territory the high tier consists of.
    pub gathering: Gathering,
    /// The kinds that the study has among the scored territories, in the order of the contract.
    pub kinds: Vec<KindReading>,
}

/// What can be said of the risk in one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RiskKind {
    /// No territory has a score.
    None,
    /// The city's score is not known: there are no tiers.
    Unrated,
    /// No territory has a base that allows a tier.
    NoneRanked,
    /// Some lie wholly above the city's score.
    SomeHigh,
    /// None does.
    NoneHigh,
}

/// A territory as sentences name it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TerritoryRef {
    /// Id of the territory.
    pub id: String,
    /// Its name with the case forms.
    pub name: Name,
    /// Its kind.
    pub kind: TerritoryKind,
    /// Unweighted base.
    pub n: u32,
    /// Score; undefined where the base is too small to show it.
    pub score: Option<f64>,
    /// Lower bound of the confidence interval, points.
    pub low: Option<f64>,
    /// Upper bound, points.
    pub high: Option<f64>,
}

impl TerritoryRef {
    fn of(t: &TerritoryRisk) -> Self {
        let shown = |value: f64| t.base_class.is_shown().then_some(value);
        Self {
            id: t.id.clone(),
            name: t.name.clone(),
            kind: t.kind,
            n: t.n,
            score: shown(t.score),
            low: shown(t.low),
            high: shown(t.high),
        }
    }
}

impl Estimated for TerritoryRef {
    fn interval(&self) -> (f64, f64) {
        (self.low.unwrap_or(f64::NEG_INFINITY), self.high.unwrap_or(f64::INFINITY))
    }

    fn exact(&self) -> f64 {
        self.score.unwrap_or_default()
    }
}

/// Territories by tier.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Tiers {
    /// Interval wholly above the city's score.
    pub high: Vec<TerritoryRef>,
    /// Cannot be told apart from the city.
    pub middle: Vec<TerritoryRef>,
    /// Interval wholly below.
    pub low: Vec<TerritoryRef>,
    /// The base is too small to say.
    pub unknown: Vec<TerritoryRef>,
}

impl Tiers {
    fn of<'a>(all: impl Iterator<Item = &'a TerritoryRisk>, is_rated: bool) -> Self {
        let mut tiers = Self::default();
        for t in all {
            match t.tier {
                Tier::High => tiers.high.push(TerritoryRef::of(t)),
                Tier::Middle => tiers.middle.push(TerritoryRef::of(t)),
                Tier::Low => tiers.low.push(TerritoryRef::of(t)),
                Tier::Unknown if is_rated || !t.base_class.is_ranked() => {
                    tiers.unknown.push(TerritoryRef::of(t));
                }
                Tier::Unknown => {}
            }
        }
        tiers
    }
}

/// Lowest and highest score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RiskSpan {
    /// Whether the two can be told apart.
    pub kind: SpanKind,
    /// The lowest.
    pub low: TerritoryRef,
    /// The highest.
    pub high: TerritoryRef,
}

/// Which kinds of territory the high tier consists of: a count of the assessed, not an estimate.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Gathering {
    /// No territory is in the high tier.
    None,
    /// All of it lies outside of the city's core, of which some territory was ranked, too.
    AllOutside {
        /// How many.
        count: usize,
        /// The kind, where all are of one.
        only_kind: Option<TerritoryKind>,
    },
    /// A part of it lies outside.
    SomeOutside {
        /// How many do.
        outside: usize,
        /// Of how many.
        of: usize,
    },
    /// All of it belongs to the core.
    AllInCore {
        /// How many.
        count: usize,
    },
    /// No territory of the core was ranked: where the high tier lies says nothing.
    CoreUnknown {
        /// How many territories are in the high tier.
        count: usize,
    },
}

/// The territories of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KindReading {
    /// The kind.
    pub kind: TerritoryKind,
    /// How many of it have a score.
    pub count: usize,
    /// They by tier.
    pub tiers: Tiers,
    /// Those with a range of places and no tier, because the city's score is not known.
    pub untiered: Vec<TerritoryRef>,
    /// Whether the report has to give the kind special attention: all but the city's core.
    pub special: bool,
}

/// All kinds, in the order of the contract.
const KINDS: [TerritoryKind; 4] =
    [TerritoryKind::Core, TerritoryKind::NewlyJoined, TerritoryKind::Remote, TerritoryKind::NewMicrodistrict];

impl RiskReading {
    /// Reads the scored territories, the highest score first; `named` counts all territories of the study.
    pub fn new(territories: &[TerritoryRisk], city: Option<f64>, named: usize) -> Self {
        let is_rated = city.is_some();
        let ranked: Vec<TerritoryRef> =
            territories.iter().filter(|t| t.base_class.is_ranked()).map(TerritoryRef::of).collect();
        let tiers = Tiers::of(territories.iter(), is_rated);
        let kind = match (territories.len(), is_rated, ranked.len()) {
            (0, _, _) => RiskKind::None,
            (_, false, _) => RiskKind::Unrated,
            (_, true, 0) => RiskKind::NoneRanked,
            _ if tiers.high.is_empty() => RiskKind::NoneHigh,
            _ => RiskKind::SomeHigh,
        };
        Self {
            kind,
            named,
            assessed: territories.iter().filter(|t| t.base_class.is_shown()).count(),
            ranked: ranked.len(),
            untiered: untiered(territories.iter(), is_rated),
            span: span(&ranked),
            riskiest: Extreme::highest(&ranked),
            gathering: gathering(&tiers.high, &ranked),
            kinds: KINDS.into_iter().filter_map(|kind| kind_reading(territories, kind, is_rated)).collect(),
            tiers,
        }
    }
}

fn untiered<'a>(all: impl Iterator<Item = &'a TerritoryRisk>, is_rated: bool) -> Vec<TerritoryRef> {
    all.filter(|t| !is_rated && t.base_class.is_ranked()).map(TerritoryRef::of).collect()
}

fn span(ranked: &[TerritoryRef]) -> Option<RiskSpan> {
    let low = ranked.iter().min_by(|a, b| a.exact().total_cmp(&b.exact()))?;
    let high = ranked.iter().max_by(|a, b| a.exact().total_cmp(&b.exact()))?;
    (ranked.len() > 1).then(|| RiskSpan {
        kind: SpanKind::of(low.interval(), high.interval()),
        low: low.clone(),
        high: high.clone(),
    })
}

fn gathering(high: &[TerritoryRef], ranked: &[TerritoryRef]) -> Gathering {
    let of = high.len();
    let outside = high.iter().filter(|t| t.kind != TerritoryKind::Core).count();
    let knows_core = ranked.iter().any(|t| t.kind == TerritoryKind::Core);
    match (of, outside) {
        (0, _) => Gathering::None,
        _ if !knows_core => Gathering::CoreUnknown { count: of },
        (_, 0) => Gathering::AllInCore { count: of },
        _ if outside == of => {
            let first = high.first().map(|t| t.kind);
            let only_kind = first.filter(|kind| high.iter().all(|t| t.kind == *kind));
            Gathering::AllOutside { count: of, only_kind }
        }
        _ => Gathering::SomeOutside { outside, of },
    }
}

fn kind_reading(territories: &[TerritoryRisk], kind: TerritoryKind, is_rated: bool) -> Option<KindReading> {
    let own = || territories.iter().filter(|t| t.kind == kind);
    let count = own().count();
    (count > 0).then(|| KindReading {
        kind,
        count,
        tiers: Tiers::of(own(), is_rated),
        untiered: untiered(own(), is_rated),
        special: kind != TerritoryKind::Core,
    })
}

#[cfg(test)]
mod tests {
    use super::{Gathering, RiskKind, RiskReading};
    use crate::facts::reading::example::risk;
    use crate::facts::reading::{Extreme, SpanKind};
    use crate::facts::risk::Tier::{High, Low, Middle, Unknown};
    use crate::study::survey::TerritoryKind::{Core, NewlyJoined, Remote};

    #[test]
    fn the_high_tier_outside_of_the_core() {
        let all = [
            risk("t-a", Remote, 100, 60.0, High),
            risk("t-b", NewlyJoined, 100, 50.0, High),
            risk("t-c", Core, 100, 30.0, Low),
            risk("t-d", Core, 40, 45.0, Unknown),
        ];
        let found = RiskReading::new(&all, Some(40.0), 14);
        assert_eq!((found.kind, found.named, found.assessed, found.ranked), (RiskKind::SomeHigh, 14, 4, 3));
        assert_eq!(found.gathering, Gathering::AllOutside { count: 2, only_kind: None });
        assert!(matches!(&found.riskiest, Some(Extreme::Clear { only }) if only.id == "t-a"));
        let span = found.span.expect("a span");
        assert_eq!((span.kind, span.low.id.as_str(), span.high.id.as_str()), (SpanKind::Apart, "t-c", "t-a"));
        assert_eq!(found.tiers.unknown.len(), 1);
        assert_eq!(found.kinds.iter().map(|k| k.count).collect::<Vec<_>>(), [2, 1, 1]);
    }

    #[test]
    fn without_the_core_where_the_high_tier_lies_says_nothing() {
        let all = [risk("t-a", Remote, 100, 60.0, High), risk("t-c", Core, 29, 30.0, Unknown)];
        let found = RiskReading::new(&all, Some(40.0), 2);
        assert_eq!(found.gathering, Gathering::CoreUnknown { count: 1 });
        assert_eq!((found.assessed, found.tiers.unknown[0].score), (1, None));
        assert_eq!(found.span, None);
    }

    #[test]
    fn without_the_city_there_are_no_tiers() {
        let all = [risk("t-a", Remote, 100, 60.0, Unknown), risk("t-b", Core, 40, 50.0, Unknown)];
        let found = RiskReading::new(&all, None, 2);
        assert_eq!((found.kind, found.untiered.len(), found.tiers.unknown.len()), (RiskKind::Unrated, 1, 1));
        assert_eq!(found.gathering, Gathering::None);
        assert_eq!(RiskReading::new(&[], Some(40.0), 0).kind, RiskKind::None);
        let small = [risk("t-a", Remote, 59, 60.0, Unknown)];
        assert_eq!(RiskReading::new(&small, Some(40.0), 1).kind, RiskKind::NoneRanked);
    }

    #[test]
    fn all_equal_are_tied_and_none_is_high() {
        let all = [risk("t-a", Remote, 100, 40.0, Middle), risk("t-b", Core, 100, 40.0, Middle)];
        let found = RiskReading::new(&all, Some(40.0), 2);
        assert_eq!(found.kind, RiskKind::NoneHigh);
        assert!(matches!(&found.riskiest, Some(Extreme::Tied { among }) if among.count == 2));
        assert!(found.span.is_some_and(|s| s.kind == SpanKind::Overlapping));
    }
}
