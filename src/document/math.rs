//! Formulas as trees: what stands where, for writers that set mathematics natively.

use serde::Serialize;

/// A displayed formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Formula {
    pub label: String,
    /// Printed in round brackets at the line's end (GOST 7.32-2017, 6.8.3).
    pub number: u32,
    pub math: Math,
    /// The formula in words, for readers who hear it.
    pub alt: String,
}

/// A piece of a formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "kebab-case")]
pub enum Math {
    Row(Vec<Math>),
    /// Set in italics.
    Variable(String),
    Number(String),
    /// Words, and names of functions.
    Text(String),
    /// Signs of operations and relations, brackets, large operators.
    Operator(String),
    Fraction {
        over: Box<Math>,
        under: Box<Math>,
    },
    Root(Box<Math>),
    /// With a bar above, as a mean.
    Bar(Box<Math>),
    Scripts {
        base: Box<Math>,
        below: Option<Box<Math>>,
        above: Option<Box<Math>>,
        /// Whether the scripts stand above and below the base, not after it.
        stacked: bool,
    },
    Fence {
        open: String,
        close: String,
        body: Box<Math>,
    },
}
