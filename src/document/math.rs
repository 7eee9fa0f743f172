//! Formulas as trees: what stands where, for writers that set mathematics natively.

use serde::Serialize;

use super::RunningNumber;

/// A displayed formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Formula {
    /// Unique in the document, stable between builds; ASCII.
    pub label: String,
    /// Printed in round brackets at the line's end (GOST 7.32-2017, 6.8.3).
    pub number: RunningNumber,
    /// What is printed.
    pub math: Math,
    /// The formula in words, for readers who hear it.
    pub alt: String,
}

/// A piece of a formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "kebab-case")]
pub enum Math {
    /// Pieces side by side.
    Row(Vec<Math>),
    /// Set in italics.
    Variable(String),
    /// A number, set upright.
    Number(String),
    /// Words, and names of functions.
    Text(String),
    /// Signs of operations and relations, brackets, large operators.
    Operator(String),
    /// A fraction.
    Fraction {
        /// Numerator.
        over: Box<Math>,
        /// Denominator.
        under: Box<Math>,
    },
    /// A square root.
    Root(Box<Math>),
    /// With a bar above, as a mean.
    Bar(Box<Math>),
    /// With what stands below and above, as indices and limits.
    Scripts {
        /// What they belong to.
        base: Box<Math>,
        /// The lower one.
        below: Option<Box<Math>>,
        /// The upper one.
        above: Option<Box<Math>>,
        /// Whether the scripts stand above and below the base, not after it.
        stacked: bool,
    },
    /// Between brackets.
    Fence {
        /// The opening one.
        open: String,
        /// The closing one.
        close: String,
        /// What stands between them.
        body: Box<Math>,
    },
}
