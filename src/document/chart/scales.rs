//! Answers of a scale, stacked.

use super::{Tone, Value};

/// Diverging stacked bars: negative answers left of zero, positive right, grey ones apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Likert {
    /// Answers from the most negative to the most positive, then the grey ones.
    pub answers: Vec<Answer>,
    pub rows: Vec<LikertRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub label: String,
    pub tone: Tone,
    pub side: Side,
}

/// On which side of the zero line an answer is stacked. The middle answer is split half and half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Negative,
    Middle,
    Positive,
    /// Outside the scale: hard to answer, refused.
    Apart,
}

#[derive(Debug, Clone, PartialEq)]
pub struct LikertRow {
    pub label: String,
    /// One per answer, in per cent (0–100); `None` where the base is too small to show.
    pub values: Option<Vec<Value>>,
}

/// Bars of 100 %: the parts of each row from left to right, in the order of the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Stacked {
    /// Their sides do not count.
    pub answers: Vec<Answer>,
    pub rows: Vec<LikertRow>,
}
