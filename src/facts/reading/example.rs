//! Hand-made data for the tests of the readings.

use indexmap::IndexMap;

use super::{Feeds, GroupsReading, QuestionReading};
use crate::facts::questions::{Answer, Estimate, IntervalEstimate, Item, QuestionFacts, Ranked};
use crate::facts::risk::{TerritoryRisk, Tier};
use crate::facts::stats::{self, Base};
use crate::facts::{CellBase, CrossGroup, CrossRow, Crosstab, Exceeds, significance};
use crate::study::passport::Level;
use crate::study::qualitative::{Case, CaseState};
use crate::study::results::{
    AnswerOption, AnswerRole, IndexValue, Question, QuestionItem, QuestionKind, Sides, Stage,
};
use crate::study::survey::TerritoryKind;
use crate::study::{Forms, Id, LocalizedText, Name, Thresholds};

pub fn text(text: &str) -> LocalizedText {
    IndexMap::from([("ru".to_owned(), text.to_owned())]).into()
}

pub fn question(kind: QuestionKind, options: &[(&str, Option<AnswerRole>)], items: &[&str]) -> Question {
    let option = |(code, role): &(&str, Option<AnswerRole>)| AnswerOption {
        code: (*code).to_owned(),
        label: text(code),
        role: *role,
    };
    let item = |code: &&str| QuestionItem {
        code: (*code).to_owned(),
        label: Some(text(code)),
        role: None,
        sides: None,
    };
    Question {
        id: Id("q".to_owned()),
        kind,
        block: Id("b".to_owned()),
        text: text("text"),
        short: None,
        base: None,
        options: options.iter().map(option).collect(),
        items: items.iter().map(item).collect(),
        sides: None,
        redefined: None,
    }
}

/// An answer's share in per cent with a half width of its interval.
pub type Share<'a> = (&'a str, Option<AnswerRole>, f64, f64);

pub fn item(code: Option<&str>, n: u32, answers: &[Share<'_>]) -> Item {
    let side = |role: AnswerRole| -> f64 {
        answers.iter().filter(|a| a.1 == Some(role)).map(|a| a.2).sum::<f64>() / 100.0
    };
    let (positive, negative) = (side(AnswerRole::Positive), side(AnswerRole::Negative));
    let measure = IntervalEstimate::of_share;
    let thresholds = Thresholds::embedded();
    let (n_eff, z) = (f64::from(n), thresholds.z);
    Item {
        code: code.map(str::to_owned),
        label: text(code.unwrap_or("q")),
        role: None,
        said: Sides::default(),
        n,
        deff: 1.0,
        base_class: Base::of(n, &thresholds),
        suppressed: false,
        answers: answers.iter().map(answer).collect(),
        positive: Some(measure(positive, stats::wilson(positive, n_eff, z))),
        negative: Some(measure(negative, stats::wilson(negative, n_eff, z))),
        net: Some(measure(positive - negative, stats::net_interval(positive, negative, n_eff, z))),
    }
}

fn answer((code, role, percent, half): &Share<'_>) -> Answer {
    Answer {
        code: (*code).to_owned(),
        label: text(code),
        role: *role,
        estimate: Some(Estimate {
            n_option: 100,
            percent: *percent,
            low: percent - half,
            high: percent + half,
        }),
    }
}

/// A ranking of answers, highest first, residual categories last.
pub fn ranking(n: u32, answers: &[Share<'_>]) -> Vec<Ranked> {
    let thresholds = Thresholds::embedded();
    let ranked = |(code, role, percent, half): &Share<'_>| Ranked {
        code: (*code).to_owned(),
        label: text(code),
        said: None,
        percent: *percent,
        low: percent - half,
        high: percent + half,
        n,
        majority: percent - half > 50.0,
        base_class: Base::of(n, &thresholds),
        wide: thresholds.is_wide(percent - half, percent + half),
        residual: role.is_some_and(AnswerRole::is_residual),
    };
    let mut all: Vec<Ranked> = answers.iter().map(ranked).collect();
    all.sort_by(|a, b| a.residual.cmp(&b.residual).then(b.percent.total_cmp(&a.percent)));
    all
}

/// A crosstab: groups with their bases, rows with their shares in per cent; a negative share is a suppressed cell.
pub fn crosstab(id: &str, groups: &[(&str, u32)], rows: &[(&str, &[f64])]) -> Crosstab {
    let thresholds = Thresholds::embedded();
    let cell = |share: f64, n: u32| {
        let interval = stats::wilson(share / 100.0, f64::from(n), thresholds.z);
        let measure = IntervalEstimate::of_share(share / 100.0, interval);
        (share >= 0.0 && Base::of(n, &thresholds).is_shown()).then_some(measure)
    };
    let mut rows: Vec<CrossRow> = rows
        .iter()
        .map(|(code, shares)| CrossRow {
            code: (*code).to_owned(),
            label: text(code),
            residual: false,
            cells: shares.iter().zip(groups).map(|(share, (_, n))| cell(*share, *n)).collect(),
            bases: groups.iter().map(|(_, n)| CellBase { n: *n, n_eff: f64::from(*n) }).collect(),
            exceeds: Exceeds::default(),
        })
        .collect();
    let comparisons = significance::mark(&thresholds, &mut rows);
    Crosstab {
        id: id.to_owned(),
        label: text(id),
        groups: groups
            .iter()
            .map(|(code, n)| CrossGroup {
                code: (*code).to_owned(),
                label: text(code),
                among: None,
                n: *n,
                base_class: Base::of(*n, &thresholds),
            })
            .collect(),
        rows,
        comparisons,
        suppressed: false,
        not_stated: false,
    }
}

pub fn case(severity: Level, state: CaseState) -> Case {
    Case {
        id: Id("case".to_owned()),
        category: "water".to_owned(),
        territory: Id("t-a".to_owned()),
        date: jiff::civil::date(2026, 9, 1),
        title: text("title"),
        description: text("description"),
        evidence: text("evidence"),
        severity,
        body: Id("b".to_owned()),
        state,
        restricted: false,
    }
}

/// A territory with a half width of three points.
pub fn risk(id: &str, kind: TerritoryKind, n: u32, score: f64, tier: Tier) -> TerritoryRisk {
    let thresholds = Thresholds::embedded();
    TerritoryRisk {
        id: id.to_owned(),
        name: name(id),
        kind,
        n,
        base_class: Base::of(n, &thresholds),
        score,
        low: score - 3.0,
        high: score + 3.0,
        wide: thresholds.is_wide(score - 3.0, score + 3.0),
        rank: None,
        tier,
        parts: Vec::new(),
        drivers: Vec::new(),
        feeds: Feeds::new(&[], (score, &[]), (None, &[]), true),
        tile: None,
    }
}

pub fn name(nominative: &str) -> Name {
    let cases = IndexMap::from([("nom".to_owned(), nominative.to_owned())]);
    Name(IndexMap::from([("ru".to_owned(), Forms { gender: None, cases })]))
}

/// A question's facts with its readings; breakdowns as the old measure has them are left out.
pub fn facts(q: &Question, items: Vec<Item>, ranking: Vec<Ranked>, tables: &[Crosstab]) -> QuestionFacts {
    let n = items.iter().map(|i| i.n).max().unwrap_or_default();
    QuestionFacts {
        id: q.id.to_string(),
        kind: q.kind,
        text: q.text.clone(),
        short: q.text.clone(),
        base: q.base.clone(),
        n,
        deff: 1.0,
        leader_is_clear: false,
        breakdowns: Vec::new(),
        crosstabs: tables.to_vec(),
        totals: tables.to_vec(),
        reading: QuestionReading::new(&Thresholds::embedded(), q, &items, &ranking, n),
        groups_reading: GroupsReading::new(&Thresholds::embedded(), q, tables),
        ranking,
        items,
    }
}

pub fn index_value(value: f64, ci: (f64, f64)) -> IndexValue {
    IndexValue { stage: Stage::Final, by: None, n: 1000, value, ci }
}
