//! Scales: whether their answers have sides, and which side is the larger.

use serde::Serialize;

use super::question::Verdict;
use crate::facts::questions::{IntervalEstimate, Item};
use crate::study::LocalizedText;
use crate::study::results::{AnswerRole, Question, Sides};

/// The sides of a scale, from the roles of its answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scale {
    /// Which sides there are.
    pub kind: ScaleKind,
    /// Answers with the role `positive`, in the order of the codebook: what a sentence calls the side by.
    pub positive: Vec<LocalizedText>,
    /// Answers with the role `negative`.
    pub negative: Vec<LocalizedText>,
    /// What the study says of those on either side, where it says so.
    pub said: Sides,
}

/// Whether a scale values what it asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScaleKind {
    /// Positive and negative answers: an evaluation; the sides can be held against each other.
    TwoSided,
    /// Positive answers and none that are negative.
    Positive,
    /// Negative answers and none that are positive.
    Negative,
    /// No answer has a side (frequency, agreement or knowledge without a value): each stands for itself, and
    /// nothing may be called positive.
    Plain,
}

impl Scale {
    /// The sides of a question's answers.
    pub(super) fn of(q: &Question) -> Self {
        let of_role = |role: AnswerRole| -> Vec<LocalizedText> {
            q.options.iter().filter(|o| o.role == Some(role)).map(|o| o.label.clone()).collect()
        };
        let (positive, negative) = (of_role(AnswerRole::Positive), of_role(AnswerRole::Negative));
        let kind = match (positive.is_empty(), negative.is_empty()) {
            (false, false) => ScaleKind::TwoSided,
            (false, true) => ScaleKind::Positive,
            (true, false) => ScaleKind::Negative,
            (true, true) => ScaleKind::Plain,
        };
        Self { kind, positive, negative, said: q.sides.clone().unwrap_or_default() }
    }
}

/// Positive against negative answers.
///
/// Majority: Wilson's interval of a side's share above one half. More of one side: the confidence interval of the net
/// balance, from the variance of a difference within one multinomial sample (`stats::net_interval`), without zero.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Balance {
    /// Share of the positive answers, per cent.
    pub positive: IntervalEstimate,
    /// Share of the negative answers, per cent.
    pub negative: IntervalEstimate,
    /// Positive minus negative, −100–100 percentage points.
    pub net: IntervalEstimate,
}

impl Balance {
    /// The sides of an item of a scale.
    pub(super) fn of(item: &Item) -> Option<Self> {
        Some(Self { positive: item.positive?, negative: item.negative?, net: item.net? })
    }

    /// Which side is the larger.
    pub(super) fn read(self) -> Verdict {
        if is_majority(&self.positive) {
            Verdict::MajorityFor(self)
        } else if is_majority(&self.negative) {
            Verdict::MajorityAgainst(self)
        } else if self.net.low > 0.0 {
            Verdict::MoreFor(self)
        } else if self.net.high < 0.0 {
            Verdict::MoreAgainst(self)
        } else {
            Verdict::Divided(self)
        }
    }
}

/// The only side of a scale.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OneSided {
    /// Which.
    pub side: ScaleKind,
    /// Its share, per cent.
    pub share: IntervalEstimate,
    /// Share and whole interval lie above one half.
    pub majority: bool,
}

impl OneSided {
    pub(super) fn of(item: &Item, side: ScaleKind) -> Option<Self> {
        let share = if side == ScaleKind::Negative { item.negative? } else { item.positive? };
        Some(Self { side, share, majority: is_majority(&share) })
    }
}

fn is_majority(share: &IntervalEstimate) -> bool {
    share.value > 50.0 && share.low > 50.0
}
