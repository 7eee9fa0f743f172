//! Where to begin: recommendations by priority with their evidence, and the territories that they name most.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::count::{MostFrequent, Tally};
use super::evidence::{Known, Sources};
use crate::study::outcome::{Finding, Measure, Recommendation, Recommendations};
use crate::study::passport::Level;
use crate::study::survey::Territory;
use crate::study::{Id, Name};

/// The recommendations in the order in which to act.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Begin {
    /// Whether priorities tell where to begin.
    pub kind: BeginKind,
    /// High priority first; of equal priority in the order of the study.
    pub recommendations: Vec<RecommendationReading>,
    /// How many are of high priority.
    pub high: usize,
    /// How many there are.
    pub count: usize,
    /// The territory that most recommendations rest on; undefined where they name none.
    pub territory: Option<MostFrequent<Name>>,
    /// Ids of the bodies that answer for those of high priority, each once.
    pub bodies: Vec<String>,
}

/// Whether priorities tell where to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BeginKind {
    /// There are no recommendations.
    None,
    /// Some are of high priority, others are not.
    SomeFirst,
    /// All are of high priority.
    AllFirst,
    /// None is.
    NoneFirst,
}

/// A recommendation with what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecommendationReading {
    /// Id of the recommendation.
    pub id: String,
    /// Its priority.
    pub priority: Level,
    /// Id of the responsible body.
    pub body: String,
    /// The sources it rests on, those of its findings included.
    pub sources: Sources,
    /// How many findings it rests on.
    pub findings: usize,
    /// Ids of the territories that its evidence names, each once.
    pub territories: Vec<String>,
}

impl Begin {
    /// Reads the recommendations; a territory is named by itself, by a case in it, or by a finding that rests on
    /// either.
    pub fn new(book: &Recommendations, territories: &[Territory], known: &Known) -> Self {
        let mut recommendations: Vec<RecommendationReading> =
            book.recommendations.iter().map(|r| recommended(book, territories, known, r)).collect();
        recommendations.sort_by_key(|recommended| std::cmp::Reverse(recommended.priority));
        let (count, high) =
            (recommendations.len(), recommendations.iter().filter(|s| s.priority == Level::High).count());
        let kind = match (count, high) {
            (0, _) => BeginKind::None,
            (_, 0) => BeginKind::NoneFirst,
            _ if high == count => BeginKind::AllFirst,
            _ => BeginKind::SomeFirst,
        };
        let named =
            |t: &Territory| recommendations.iter().filter(|s| s.territories.contains(&t.id.0)).count();
        let tallies = territories.iter().map(|t| Tally {
            code: t.id.to_string(),
            label: t.name.clone(),
            count: named(t),
        });
        let mut bodies: Vec<String> = Vec::new();
        for recommended in recommendations.iter().filter(|s| s.priority == Level::High) {
            if !bodies.contains(&recommended.body) {
                bodies.push(recommended.body.clone());
            }
        }
        Self { kind, territory: MostFrequent::of(tallies), high, count, bodies, recommendations }
    }
}

fn recommended(
    book: &Recommendations,
    territories: &[Territory],
    known: &Known,
    r: &Recommendation,
) -> RecommendationReading {
    let findings: Vec<&Finding> = book.findings.iter().filter(|f| r.evidence.contains(&f.id)).collect();
    let mut evidence: Vec<Id> = Vec::new();
    for id in r.evidence.iter().chain(findings.iter().flat_map(|f| &f.evidence)) {
        if !evidence.contains(id) {
            evidence.push(id.clone());
        }
    }
    let mut named: BTreeSet<&str> = evidence.iter().map(Id::as_str).collect();
    named.extend(findings.iter().filter_map(|f| match &f.measure {
        Some(Measure::Risk(id)) => Some(id.as_str()),
        _ => None,
    }));
    let of_cases: BTreeMap<&str, &str> =
        known.cases.iter().filter_map(|(id, place)| Some((id.as_str(), place.as_deref()?))).collect();
    named.extend(evidence.iter().filter_map(|id| of_cases.get(id.as_str()).copied()));
    RecommendationReading {
        id: r.id.to_string(),
        priority: r.priority,
        body: r.body.to_string(),
        sources: known.sources(&evidence),
        findings: findings.len(),
        territories: territories
            .iter()
            .filter(|t| named.contains(t.id.as_str()))
            .map(|t| t.id.to_string())
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Begin, BeginKind};
    use crate::facts::reading::example::{name, text};
    use crate::facts::reading::{Known, MostFrequent};
    use crate::study::Id;
    use crate::study::outcome::{Finding, Measure, Recommendation, Recommendations};
    use crate::study::passport::Level;
    use crate::study::survey::{Territory, TerritoryKind};

    fn id(id: &str) -> Id {
        Id(id.to_owned())
    }

    fn territory(code: &str) -> Territory {
        Territory {
            id: id(code),
            name: name(code),
            kind: TerritoryKind::Remote,
            population: None,
            tile: None,
            drivers: Vec::new(),
        }
    }

    fn recommendation(code: &str, priority: Level, evidence: &[&str]) -> Recommendation {
        Recommendation {
            id: id(code),
            action: text("action"),
            body: id("b-akimat"),
            term: text("term"),
            priority,
            evidence: evidence.iter().map(|e| id(e)).collect(),
        }
    }

    fn book(recommendations: Vec<Recommendation>) -> Recommendations {
        let finding = Finding {
            id: id("f-1"),
            statement: text("statement"),
            measure: Some(Measure::Risk(id("t-a"))),
            evidence: vec![id("q-water"), id("case-2")],
        };
        Recommendations { schema: None, findings: vec![finding], recommendations }
    }

    fn known() -> Known {
        let cases = [("case-1", Some("t-a")), ("case-2", Some("t-b")), ("case-3", None)];
        Known {
            questions: ["q-water".to_owned()].into(),
            territories: ["t-a".to_owned(), "t-b".to_owned()].into(),
            cases: cases.map(|(case, place)| (case.to_owned(), place.map(str::to_owned))).into(),
            ..Known::default()
        }
    }

    #[test]
    fn high_priority_comes_first_with_the_territories_of_its_evidence() {
        let book = book(vec![
            recommendation("r-1", Level::Low, &["case-3"]),
            recommendation("r-2", Level::High, &["f-1", "t-a"]),
            recommendation("r-3", Level::High, &["case-1"]),
        ]);
        let found = Begin::new(&book, &[territory("t-a"), territory("t-b")], &known());
        let order: Vec<&str> = found.recommendations.iter().map(|r| r.id.as_str()).collect();
        assert_eq!((order, found.kind, found.high), (vec!["r-2", "r-3", "r-1"], BeginKind::SomeFirst, 2));
        assert_eq!(found.recommendations[0].territories, ["t-a", "t-b"]);
        assert_eq!((found.recommendations[0].findings, found.recommendations[0].sources.count), (1, 2));
        assert_eq!(found.recommendations[2].territories, [""; 0], "a redacted case names no territory");
        assert!(
            matches!(&found.territory, Some(MostFrequent::Clear { only }) if only.code == "t-a" && only.count == 2)
        );
        assert_eq!(found.bodies, ["b-akimat"]);
    }

    #[test]
    fn equal_priorities_tell_nothing() {
        let kind = |priorities: &[Level]| {
            let all = priorities.iter().map(|p| recommendation("r", *p, &[])).collect();
            Begin::new(&book(all), &[territory("t-a")], &known()).kind
        };
        assert_eq!(kind(&[]), BeginKind::None);
        assert_eq!(kind(&[Level::High, Level::High]), BeginKind::AllFirst);
        assert_eq!(kind(&[Level::Low, Level::Medium]), BeginKind::NoneFirst);
    }
}
