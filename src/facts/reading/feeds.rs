//! What a territory's risk score is made of: its components by their contribution.

use serde::Serialize;

use crate::facts::risk::ComponentFact;
use crate::quantity::Rounded;
use crate::study::LocalizedText;

/// How a territory's score comes about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Feeds {
    /// What the contributions are counted from.
    pub from: FeedsFrom,
    /// Score minus the city's, points; undefined where that is not known.
    pub above_city: Option<f64>,
    /// The components that raise the score, the largest contribution first; empty where the base is too small.
    pub raising: Vec<Contribution>,
    /// The components that lower it, the largest first; none where contributions are counted from zero.
    pub lowering: Vec<Contribution>,
}

/// What contributions are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeedsFrom {
    /// The city's value of the component: weight × (territory − city). They add up to the distance from the city.
    City,
    /// Zero, where the city's components are not known: weight × territory. They add up to the score.
    Zero,
}

/// A component's share in a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contribution {
    /// Id of the component.
    pub id: String,
    /// Its name.
    pub label: LocalizedText,
    /// The territory's value, 0–100.
    pub value: f64,
    /// The city's, where it is known.
    pub city: Option<f64>,
    /// What it adds to the score, points; positive.
    pub points: f64,
}

impl Feeds {
    /// Of a score and its components' values, beside the city's; both in the order of `components`. Nothing is
    /// told of a score that may not be shown.
    pub fn new(
        components: &[ComponentFact],
        (score, own): (f64, &[Option<f64>]),
        (city_score, city): (Option<f64>, &[Option<f64>]),
        is_shown: bool,
    ) -> Self {
        let knows_city = !components.is_empty()
            && components.iter().enumerate().all(|(i, _)| city.get(i).copied().flatten().is_some());
        let mut all: Vec<(f64, Contribution)> = Vec::new();
        for (i, component) in components.iter().enumerate().filter(|_| is_shown) {
            let Some(value) = own.get(i).copied().flatten() else { continue };
            let base = city.get(i).copied().flatten().filter(|_| knows_city);
            let exact = component.weight * (value - base.unwrap_or_default());
            let contribution = Contribution {
                id: component.id.clone(),
                label: component.label.clone(),
                value,
                city: base,
                points: exact.abs(),
            };
            all.push((exact, contribution));
        }
        all.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
        // What would be printed as nothing is not told.
        let is_told = |c: &Contribution| Rounded::new(c.points, 1).units > 0;
        let (raising, lowering): (Vec<_>, Vec<_>) =
            all.into_iter().filter(|(_, c)| is_told(c)).partition(|(exact, _)| *exact > 0.0);
        let plain = |all: Vec<(f64, Contribution)>| all.into_iter().map(|(_, c)| c).collect();
        Self {
            from: if knows_city { FeedsFrom::City } else { FeedsFrom::Zero },
            above_city: city_score.filter(|_| is_shown).map(|city| score - city),
            raising: plain(raising),
            lowering: plain(lowering),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Feeds, FeedsFrom};
    use crate::facts::reading::example::text;
    use crate::facts::risk::ComponentFact;

    fn components() -> Vec<ComponentFact> {
        let part = |id: &str, weight: f64| ComponentFact { id: id.to_owned(), label: text(id), weight };
        vec![part("rc-a", 0.5), part("rc-b", 0.3), part("rc-c", 0.2)]
    }

    #[test]
    fn contributions_add_up_to_the_distance_from_the_city() {
        let city = [Some(40.0), Some(40.0), Some(40.0)];
        let own = [Some(44.0), Some(60.0), Some(30.0)];
        let feeds = Feeds::new(&components(), (46.0, &own), (Some(40.0), &city), true);
        let points: Vec<(&str, f64)> = feeds.raising.iter().map(|c| (c.id.as_str(), c.points)).collect();
        assert_eq!(points, [("rc-b", 6.0), ("rc-a", 2.0)]);
        assert_eq!((feeds.lowering[0].id.as_str(), feeds.lowering[0].points), ("rc-c", 2.0));
        assert_eq!((feeds.from, feeds.above_city), (FeedsFrom::City, Some(6.0)));
    }

    #[test]
    fn without_the_city_they_add_up_to_the_score() {
        let own = [Some(44.0), None, Some(30.0)];
        let feeds = Feeds::new(&components(), (28.0, &own), (None, &[]), true);
        let points: Vec<f64> = feeds.raising.iter().map(|c| c.points).collect();
        assert_eq!((feeds.from, feeds.above_city, points), (FeedsFrom::Zero, None, vec![22.0, 6.0]));
    }

    #[test]
    fn nothing_is_told_of_a_hidden_score() {
        let own = [Some(44.0), Some(60.0), Some(30.0)];
        let feeds = Feeds::new(&components(), (46.0, &own), (Some(40.0), &[]), false);
        assert!(feeds.raising.is_empty() && feeds.above_city.is_none());
    }
}
