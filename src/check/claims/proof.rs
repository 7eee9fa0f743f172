//! The figures that texts rest on, each beside the others that it may be held against.

use crate::facts::reading::StageChange;
use crate::facts::stats::{effective_n, wilson};
use crate::facts::{Facts, FindingFact, IntervalEstimate, Item, QuestionFacts};
use crate::locale::AssertionKind;
use crate::quantity::Rounded;
use crate::study::outcome::Measure;
use crate::study::results::AnswerRole;
use crate::study::{Id, StudyAsOf};

/// Lower and upper bound of a confidence interval, per cent or points.
type Interval = (f64, f64);

/// A figure with what proves claims about it.
pub struct Figure {
    own: Interval,
    /// A share of respondents, of which there can be a majority; not a score.
    is_share: bool,
    /// The others of its kind: items, answers, groups, indices, territories.
    others: Vec<Interval>,
    /// What else it may be compared with: the city's score, the other questions of the evidence.
    beside: Vec<Interval>,
    change: StageChange,
}

impl Figure {
    /// Whether the figure proves a claim; `share` is that of a fraction, per cent.
    ///
    /// A majority: the whole interval above one half. A fraction: within the interval. An order: the interval apart
    /// from all the others' (the first), from one of them (more than, a difference). A change: the intervals of the two stages
    /// apart. That something is the same is proven by no overlap.
    pub fn proves(&self, claim: AssertionKind, share: Option<f64>) -> bool {
        let (low, high) = self.own;
        let above = |other: &Interval| low > other.1;
        let below = |other: &Interval| high < other.0;
        let compared = || self.others.iter().chain(&self.beside);
        match claim {
            AssertionKind::Majority => self.is_share && low > 50.0,
            AssertionKind::Minority => self.is_share && high < 50.0,
            AssertionKind::Fraction => self.is_share && share.is_some_and(|s| low <= s && s <= high),
            AssertionKind::Highest => !self.others.is_empty() && self.others.iter().all(above),
            AssertionKind::Lowest => !self.others.is_empty() && self.others.iter().all(below),
            AssertionKind::More => compared().any(above) || matches!(self.change, StageChange::Rose { .. }),
            AssertionKind::Less => compared().any(below) || matches!(self.change, StageChange::Fell { .. }),
            AssertionKind::Rose => matches!(self.change, StageChange::Rose { .. }),
            AssertionKind::Fell => matches!(self.change, StageChange::Fell { .. }),
            AssertionKind::Difference => {
                compared().any(|other| above(other) || below(other)) || self.has_moved()
            }
            AssertionKind::Same => false,
        }
    }

    fn has_moved(&self) -> bool {
        matches!(self.change, StageChange::Rose { .. } | StageChange::Fell { .. })
    }

    /// The ends of the interval as a document prints them.
    pub fn printed(&self) -> (String, String) {
        let end = |value: f64| Rounded::new(value, 1).to_string();
        (end(self.own.0), end(self.own.1))
    }
}

/// Where the figures are taken from.
pub struct Proofs<'a> {
    study: &'a StudyAsOf,
    facts: &'a Facts,
}

impl<'a> Proofs<'a> {
    pub fn new(study: &'a StudyAsOf, facts: &'a Facts) -> Self {
        Self { study, facts }
    }

    /// The figure of a finding's measure, beside those of its evidence; nothing before there are results.
    pub fn of_finding(&self, id: &Id, evidence: &[Id]) -> Option<Figure> {
        let finding = self.facts.findings.iter().find(|f| f.id == id.as_str())?;
        let figure = finding.figure?;
        let measure = self.study.recommendations.findings.iter().find(|f| &f.id == id)?.measure.as_ref()?;
        let (is_share, others) = match measure {
            Measure::Share { by: Some(_), .. } => (true, self.other_groups(measure, finding)),
            Measure::Share { question, item, options, .. } => {
                (true, self.other_answers(question, item.as_deref(), options))
            }
            Measure::Index(own) => (false, self.other_indices(own.as_str())),
            Measure::Risk(own) => (false, self.other_territories(own.as_str())),
        };
        let mut beside: Vec<Interval> = Vec::new();
        if let Measure::Risk(_) = measure {
            beside.extend(self.facts.risk.city.map(|city| (city, city)));
        }
        let questions = evidence.iter().filter_map(|id| self.facts.question(id.as_str()));
        let own = |q: &QuestionFacts| matches!(measure, Measure::Share { question, .. } if question.as_str() == q.id);
        beside.extend(questions.filter(|q| !own(q)).flat_map(shares));
        let change = finding.reading.change.clone();
        Some(Figure { own: (figure.low, figure.high), is_share, others, beside, change })
    }

    /// The figures of everything that evidence names.
    pub fn of_evidence(&self, evidence: &[Id]) -> Vec<Figure> {
        let mut found = Vec::new();
        for id in evidence {
            let finding = self.study.recommendations.findings.iter().find(|f| &f.id == id);
            found.extend(finding.and_then(|f| self.of_finding(&f.id, &f.evidence)));
            found.extend(self.facts.question(id.as_str()).into_iter().flat_map(of_question));
            let index = self.facts.indices.iter().find(|i| i.id == id.as_str());
            found.extend(index.map(|index| Figure {
                own: (index.low, index.high),
                is_share: false,
                others: self.other_indices(&index.id),
                beside: Vec::new(),
                change: index.reading.change.clone(),
            }));
            let territory = self.facts.risk.territories.iter().find(|t| t.id == id.as_str());
            found.extend(territory.map(|territory| Figure {
                own: (territory.low, territory.high),
                is_share: false,
                others: self.other_territories(&territory.id),
                beside: self.facts.risk.city.map(|city| (city, city)).into_iter().collect(),
                change: StageChange::First,
            }));
        }
        found
    }

    fn other_groups(&self, measure: &Measure, finding: &FindingFact) -> Vec<Interval> {
        let Measure::Share { by: Some(by), .. } = measure else { return Vec::new() };
        let groups = finding.groups.iter().flat_map(|groups| &groups.groups);
        let others = groups.filter(|g| g.base_class.is_ranked() && by.codes().all(|code| code != g.code));
        others.filter_map(|g| g.low.zip(g.high)).collect()
    }

    /// The same answers to the other items; of a scale without items, the other side; else the other answers.
    fn other_answers(&self, question: &Id, item: Option<&str>, options: &[String]) -> Vec<Interval> {
        let Some(q) = self.facts.question(question.as_str()) else { return Vec::new() };
        let is_residual = |role: Option<AnswerRole>| role.is_some_and(AnswerRole::is_residual);
        if item.is_some() {
            let others = q.items.iter().filter(|i| i.code.as_deref() != item && i.base_class.is_ranked());
            let others = others.filter(|i| !is_residual(i.role));
            return others.filter_map(|i| together(i, options, self.study.thresholds.z)).collect();
        }
        if let Some(other) = q.items.iter().find_map(|i| other_side(i, options)) {
            return vec![other];
        }
        let answers = q.items.iter().flat_map(|i| &i.answers);
        let others = answers.filter(|a| !options.contains(&a.code) && !is_residual(a.role));
        others.filter_map(|a| a.estimate).map(|e| (e.low, e.high)).collect()
    }

    fn other_indices(&self, own: &str) -> Vec<Interval> {
        let others = self.facts.indices.iter().filter(|i| i.id != own && i.base_class.is_ranked());
        others.map(|i| (i.low, i.high)).collect()
    }

    fn other_territories(&self, own: &str) -> Vec<Interval> {
        let others = self.facts.risk.territories.iter().filter(|t| t.id != own && t.base_class.is_ranked());
        others.map(|t| (t.low, t.high)).collect()
    }
}

/// Of answers that are one side of a scale, the interval of the other side.
fn other_side(item: &Item, options: &[String]) -> Option<Interval> {
    let is_of = |role: AnswerRole| {
        let mut chosen = item.answers.iter().filter(|a| options.contains(&a.code));
        chosen.all(|a| a.role == Some(role))
    };
    let other = if is_of(AnswerRole::Positive) {
        item.negative
    } else if is_of(AnswerRole::Negative) {
        item.positive
    } else {
        None
    };
    other.filter(|side| side.value > 0.0).map(|side| (side.low, side.high))
}

/// The interval of some answers to an item together: that of the record, of several Wilson's.
fn together(item: &Item, options: &[String], z: f64) -> Option<Interval> {
    let chosen = item.answers.iter().filter(|a| options.contains(&a.code));
    let estimates: Vec<_> = chosen.filter_map(|a| a.estimate).collect();
    match estimates.as_slice() {
        [] => None,
        [one] => Some((one.low, one.high)),
        several => {
            let share: f64 = several.iter().map(|e| e.percent).sum();
            let (low, high) = wilson(share / 100.0, effective_n(item.n, item.deff), z);
            Some((low * 100.0, high * 100.0))
        }
    }
}

/// What a question's shares are compared by: the sides of a scale, else whatever ranks.
fn shares(q: &QuestionFacts) -> Vec<Interval> {
    let shown = q.items.iter().filter(|i| i.base_class.is_ranked());
    let interval = |m: IntervalEstimate| (m.low, m.high);
    let sides: Vec<Interval> = shown.flat_map(|i| [i.positive, i.negative]).flatten().map(interval).collect();
    if sides.is_empty() { ranked(q) } else { sides }
}

fn ranked(q: &QuestionFacts) -> Vec<Interval> {
    let own = q.ranking.iter().filter(|r| !r.residual && r.base_class.is_ranked());
    own.map(|r| (r.low, r.high)).collect()
}

/// Every share of a question as a figure beside its others.
fn of_question(q: &QuestionFacts) -> Vec<Figure> {
    let all = shares(q);
    let figure = |place: usize, own: &Interval| {
        let others = all.iter().enumerate().filter(|(i, _)| *i != place).map(|(_, other)| *other);
        Figure {
            own: *own,
            is_share: true,
            others: others.collect(),
            beside: Vec::new(),
            change: StageChange::First,
        }
    };
    all.iter().enumerate().map(|(place, own)| figure(place, own)).collect()
}

#[cfg(test)]
mod tests {
    use super::Figure;
    use crate::facts::reading::StageChange;
    use crate::locale::AssertionKind::{
        Fell, Fraction, Highest, Less, Lowest, Majority, Minority, More, Rose, Same,
    };

    fn figure(low: f64, high: f64) -> Figure {
        Figure {
            own: (low, high),
            is_share: true,
            others: vec![(30.0, 34.0)],
            beside: vec![(60.0, 62.0)],
            change: StageChange::Rose { previous: 1.0, difference: 2.0 },
        }
    }

    #[test]
    fn an_interval_that_reaches_one_half_proves_no_majority() {
        let unsure = figure(49.6, 58.1);
        assert!(!unsure.proves(Majority, None) && !unsure.proves(Minority, None));
        assert!(figure(50.1, 58.1).proves(Majority, None) && figure(40.0, 49.9).proves(Minority, None));
        assert!(!Figure { is_share: false, ..figure(55.0, 60.0) }.proves(Majority, None), "a score");
    }

    #[test]
    fn a_fraction_lies_within_the_interval() {
        assert!(!figure(39.0, 43.0).proves(Fraction, Some(33.3)));
        assert!(figure(31.0, 35.0).proves(Fraction, Some(33.3)));
    }

    #[test]
    fn an_order_needs_intervals_apart() {
        let above = figure(35.0, 40.0);
        assert!(above.proves(Highest, None) && above.proves(More, None) && above.proves(Less, None));
        assert!(!figure(33.0, 40.0).proves(Highest, None) && !above.proves(Lowest, None));
        assert!(figure(20.0, 25.0).proves(Lowest, None));
        assert!(!Figure { others: Vec::new(), ..figure(35.0, 40.0) }.proves(Highest, None), "of none");
    }

    #[test]
    fn a_change_has_a_direction_and_sameness_no_proof() {
        let rose = figure(35.0, 40.0);
        assert!(rose.proves(Rose, None) && !rose.proves(Fell, None) && !rose.proves(Same, None));
        let within = Figure { change: StageChange::Within { previous: 36.0 }, ..figure(35.0, 40.0) };
        assert!(!within.proves(Rose, None) && !within.proves(Same, None));
    }
}
