//! What the answers to a question say.

use serde::Serialize;

use super::aside::{self, Aside};
use super::battery::Battery;
use super::choice::Choice;
use super::extreme::Listing;
use super::scale::{Balance, OneSided, Scale, ScaleKind};
use super::standing::Standing;
use crate::facts::questions::{Item, Ranked};
use crate::study::results::{AnswerRole, Question, QuestionKind};
use crate::study::{LocalizedText, Thresholds};

/// What the answers to a question say, and what a sentence about them may print.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionReading {
    /// The reading, by its `kind`.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// Whom the shares are of.
    pub asked: Asked,
    /// Of a scale: whether its answers have sides, and which.
    pub scale: Option<Scale>,
    /// Answers or items that have a figure, those outside the ranking included: what a figure without a limit shows.
    pub rows: usize,
    /// Neutral answers of a scale that is asked about one thing.
    pub neutral: Vec<Aside>,
    /// "Hard to answer", "refused", "other" and "none of the above" of [`Thresholds::large_residual`] per cent or
    /// more.
    pub aside: Vec<Aside>,
    /// The answer outside the ranking that is, or may be, more frequent than the leader: its interval reaches the
    /// leader's or lies above. Where it is there, the leader is no headline.
    pub residual: Option<Aside>,
    /// Whether the reading may be a heading: it has a figure, and no answer outside the ranking comes before it.
    pub headline: bool,
}

/// What follows from the answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Verdict {
    /// One answer has more than half, with its whole interval, and stands clear of the others.
    Majority(Choice),
    /// One answer stands clear of the others: its interval overlaps none of theirs.
    ClearLeader(Choice),
    /// Several answers may be the most frequent: their intervals overlap that of the first.
    TiedLeaders(Choice),
    /// A single answer has a figure.
    OneAnswer {
        /// It.
        leader: Standing,
    },
    /// The positive answers have more than half, with their whole interval.
    MajorityFor(Balance),
    /// The negative answers have more than half, with their whole interval.
    MajorityAgainst(Balance),
    /// More positive answers than negative: the interval of their difference (net balance) lies above zero.
    MoreFor(Balance),
    /// More negative answers than positive: that interval lies below zero.
    MoreAgainst(Balance),
    /// The interval of the net balance contains zero: neither side is shown to be the larger.
    Divided(Balance),
    /// The scale has one side only: its share is told, and against nothing.
    OneSided(OneSided),
    /// Several items on one scale.
    Battery(Box<Battery>),
    /// Several items without a figure to rank them by: their shares are shown, and nothing is concluded.
    Shares,
    /// No figure may be shown: the bases are too small, or the cells are suppressed.
    Hidden,
}

/// Whom the shares of a question are of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Asked {
    /// All respondents of the survey.
    Everyone,
    /// A part of them: the study names a base, or the question's is smaller than the survey's.
    Part {
        /// Who they are, where the study says so.
        base: Option<LocalizedText>,
        /// How many they are, unweighted.
        n: u32,
    },
}

impl QuestionReading {
    /// Reads a question from its items and its ranking; `respondents` is the size of the survey.
    pub fn new(
        thresholds: &Thresholds,
        q: &Question,
        items: &[Item],
        ranking: &[Ranked],
        respondents: u32,
    ) -> Self {
        let scale = (q.kind == QuestionKind::Scale).then(|| Scale::of(q));
        let n = items.iter().map(|i| i.n).max().unwrap_or_default();
        let shown: Vec<&Item> = items.iter().filter(|i| i.base_class.is_shown()).collect();
        let alone = shown.first().filter(|_| q.items.len() < 2).copied();
        let verdict = verdict(thresholds, q, scale.as_ref().map(|s| s.kind), (&shown, ranking));
        let aside = match (q.kind, alone) {
            (QuestionKind::Scale, Some(item)) => aside::of_item(thresholds, item),
            (QuestionKind::Scale, None) => Vec::new(),
            (QuestionKind::Single | QuestionKind::Multiple, _) => aside::of_ranking(thresholds, q, ranking),
        };
        let leaders = verdict.leaders();
        let residual = leaders.named.first().and_then(|leader| aside::reaching(&aside, leader));
        let has_figure = !matches!(verdict, Verdict::Shares | Verdict::Hidden);
        Self {
            asked: asked(q, n, respondents),
            rows: if scale.is_some() { shown.len() } else { ranking.len() },
            neutral: alone
                .filter(|_| scale.is_some())
                .map(|i| aside::neutral(thresholds, i))
                .unwrap_or_default(),
            headline: has_figure && residual.is_none(),
            aside: aside.into_iter().filter(|a| a.large).collect(),
            residual,
            scale,
            verdict,
        }
    }
}

impl Verdict {
    /// The answer that a sentence may call the most frequent, or those that may be it.
    pub(super) fn leaders(&self) -> Listing<Standing> {
        match self {
            Self::Majority(choice) | Self::ClearLeader(choice) | Self::TiedLeaders(choice) => {
                choice.leaders.clone()
            }
            Self::OneAnswer { leader } => std::iter::once(leader.clone()).collect(),
            Self::MajorityFor(_)
            | Self::MajorityAgainst(_)
            | Self::MoreFor(_)
            | Self::MoreAgainst(_)
            | Self::Divided(_)
            | Self::OneSided(_)
            | Self::Battery(_)
            | Self::Shares
            | Self::Hidden => Listing::default(),
        }
    }
}

fn verdict(
    thresholds: &Thresholds,
    q: &Question,
    scale: Option<ScaleKind>,
    (shown, ranking): (&[&Item], &[Ranked]),
) -> Verdict {
    let Some(first) = shown.first() else { return Verdict::Hidden };
    let is_battery = q.items.len() > 1;
    match scale {
        None => {
            let all = ranking.iter().filter(|r| !r.residual).map(Standing::of).collect();
            Choice::read(all)
        }
        Some(ScaleKind::TwoSided | ScaleKind::Positive) if is_battery => {
            Battery::read(thresholds, shown, ranking)
                .map_or(Verdict::Shares, |battery| Verdict::Battery(Box::new(battery)))
        }
        Some(_) if is_battery => Verdict::Shares,
        Some(ScaleKind::TwoSided) => Balance::of(first).map_or(Verdict::Hidden, Balance::read),
        Some(kind @ (ScaleKind::Positive | ScaleKind::Negative)) => {
            OneSided::of(first, kind).map_or(Verdict::Hidden, Verdict::OneSided)
        }
        Some(ScaleKind::Plain) => {
            let substantive = first.answers.iter().filter(|a| !a.role.is_some_and(AnswerRole::is_residual));
            Choice::read(substantive.filter_map(|a| Standing::of_answer(a, first.n)).collect())
        }
    }
}

fn asked(q: &Question, n: u32, respondents: u32) -> Asked {
    if q.base.is_none() && n >= respondents {
        return Asked::Everyone;
    }
    Asked::Part { base: q.base.clone(), n }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Item, Question, QuestionReading, Ranked, Thresholds, Verdict};
    use crate::facts::reading::ScaleKind;
    use crate::facts::reading::example::{Share, item, question, ranking, text};
    use crate::study::results::AnswerRole::{
        self, DontKnow, Negative, Neutral, NoneOfThese, Other, Positive,
    };
    use crate::study::results::QuestionKind;

    fn read(q: &Question, items: &[Item], ranking: &[Ranked], respondents: u32) -> QuestionReading {
        QuestionReading::new(&Thresholds::embedded(), q, items, ranking, respondents)
    }

    fn scale(n: u32, answers: &[Share<'_>]) -> QuestionReading {
        let options: Vec<(&str, Option<AnswerRole>)> = answers.iter().map(|a| (a.0, a.1)).collect();
        let q = question(QuestionKind::Scale, &options, &[]);
        let item = item(None, n, answers);
        let ranked = [("q", None, item.positive.map_or(0.0, |m| m.value), 2.0)];
        read(&q, &[item], &ranking(n, &ranked), n)
    }

    fn sides(n: u32, yes: f64, no: f64) -> Verdict {
        let rest = 100.0 - yes - no;
        let answers = [
            ("1", Some(Positive), yes, 3.0),
            ("2", Some(Negative), no, 3.0),
            ("98", Some(DontKnow), rest, 3.0),
        ];
        scale(n, &answers).verdict
    }

    #[test]
    fn the_sides_of_an_evaluation() {
        assert!(matches!(sides(1000, 60.0, 30.0), Verdict::MajorityFor(_)));
        assert!(matches!(sides(1000, 30.0, 60.0), Verdict::MajorityAgainst(_)));
        assert!(matches!(sides(1000, 48.0, 35.0), Verdict::MoreFor(_)));
        assert!(matches!(sides(1000, 35.0, 48.0), Verdict::MoreAgainst(_)));
        assert!(matches!(sides(1000, 46.0, 45.0), Verdict::Divided(_)));
        assert!(matches!(sides(30, 55.0, 40.0), Verdict::Divided(_)), "on few respondents nothing is shown");
        assert_eq!(sides(29, 90.0, 5.0), Verdict::Hidden);
    }

    #[test]
    fn a_negative_net_of_a_public_edition_is_not_read() {
        let answers = [("1", Some(Positive), 1.0, 1.0), ("2", Some(Negative), 99.0, 1.0)];
        let q = question(QuestionKind::Scale, &[("1", Some(Positive)), ("2", Some(Negative))], &[]);
        let mut suppressed = item(None, 300, &answers);
        suppressed.base_class = crate::facts::stats::Base::Hidden;
        let found = read(&q, &[suppressed], &[], 300);
        assert_eq!((found.verdict, found.headline, found.neutral.len()), (Verdict::Hidden, false, 0));
    }

    #[test]
    fn a_scale_without_sides_has_a_leader_and_nothing_positive() {
        let answers = [("often", None, 50.0, 3.0), ("seldom", None, 30.0, 3.0), ("never", None, 20.0, 3.0)];
        let found = scale(1000, &answers);
        assert_eq!(found.scale.as_ref().map(|s| s.kind), Some(ScaleKind::Plain));
        let Verdict::ClearLeader(choice) = found.verdict else { panic!("{:?}", found.verdict) };
        assert_eq!(choice.leaders.named[0].code, "often");
    }

    #[test]
    fn a_scale_with_one_side_is_held_against_nothing() {
        let found = scale(1000, &[("know", Some(Positive), 70.0, 3.0), ("heard", None, 30.0, 3.0)]);
        assert!(
            matches!(&found.verdict, Verdict::OneSided(one) if one.majority && one.side == ScaleKind::Positive)
        );
        let found = scale(1000, &[("fear", Some(Negative), 40.0, 3.0), ("calm", None, 60.0, 3.0)]);
        assert!(
            matches!(&found.verdict, Verdict::OneSided(one) if !one.majority && one.side == ScaleKind::Negative)
        );
    }

    #[test]
    fn items_of_a_scale_without_sides_are_only_shares() {
        let q = question(QuestionKind::Scale, &[("1", None), ("2", None)], &["a", "b"]);
        let items =
            ["a", "b"].map(|code| item(Some(code), 500, &[("1", None, 60.0, 3.0), ("2", None, 40.0, 3.0)]));
        let ranked = ranking(500, &[("a", None, 0.0, 0.0), ("b", None, 0.0, 0.0)]);
        let found = read(&q, &items, &ranked, 500);
        assert_eq!((found.verdict, found.headline), (Verdict::Shares, false));
    }

    #[test]
    fn neutral_and_hard_to_answer_are_large_from_fifteen() {
        let answers = [
            ("1", Some(Positive), 50.0, 3.0),
            ("3", Some(Neutral), 14.94, 2.0),
            ("2", Some(Negative), 20.0, 3.0),
            ("98", Some(DontKnow), 15.0, 2.0),
        ];
        let found = scale(1000, &answers);
        assert_eq!(
            found.neutral.iter().map(|a| (a.code.as_str(), a.large)).collect::<Vec<_>>(),
            [("3", false)]
        );
        assert_eq!(found.aside.iter().map(|a| a.code.as_str()).collect::<Vec<_>>(), ["98"]);
    }

    fn choice(n: u32, answers: &[Share<'_>], respondents: u32) -> QuestionReading {
        let options: Vec<(&str, Option<AnswerRole>)> = answers.iter().map(|a| (a.0, a.1)).collect();
        let q = question(QuestionKind::Multiple, &options, &[]);
        read(&q, &[item(None, n, answers)], &ranking(n, answers), respondents)
    }

    #[test]
    fn what_is_none_or_other_is_no_headline() {
        let none = [("a", None, 30.0, 3.0), ("b", None, 10.0, 2.0), ("none", Some(NoneOfThese), 55.0, 3.0)];
        let found = choice(1000, &none, 1000);
        assert!(!found.headline);
        assert_eq!(found.residual.map(|a| a.code), Some("none".to_owned()));
        // An interval that reaches the leader's is enough.
        let other = [("a", None, 30.0, 3.0), ("b", None, 10.0, 2.0), ("other", Some(Other), 25.0, 2.0)];
        assert!(!choice(1000, &other, 1000).headline);
        let small = [("a", None, 30.0, 3.0), ("b", None, 10.0, 2.0), ("other", Some(Other), 24.9, 2.0)];
        assert!(choice(1000, &small, 1000).headline);
    }

    #[test]
    fn who_was_asked() {
        let answers = [("a", None, 30.0, 3.0), ("b", None, 10.0, 2.0)];
        assert_eq!(choice(1000, &answers, 1000).asked, Asked::Everyone);
        assert_eq!(choice(346, &answers, 1000).asked, Asked::Part { base: None, n: 346 });
        let mut q = question(QuestionKind::Multiple, &[("a", None), ("b", None)], &[]);
        q.base = Some(text("used a service"));
        let found = read(&q, &[item(None, 1000, &answers)], &ranking(1000, &answers), 1000);
        assert!(matches!(found.asked, Asked::Part { base: Some(_), n: 1000 }));
    }

    #[test]
    fn a_reading_is_told_by_its_kind() {
        let answers = [("a", None, 60.0, 3.0), ("b", None, 10.0, 2.0)];
        let value = serde_json::to_value(choice(1000, &answers, 1000)).expect("a reading");
        assert_eq!(value["kind"], "majority");
        assert_eq!(value["leaders"]["named"][0]["code"], "a");
        assert_eq!(
            (&value["second"]["kind"], &value["asked"]["kind"]),
            (&"other".into(), &"everyone".into())
        );
        assert_eq!(value["leaders"]["named"][0].get("exact"), None);
    }
}
