//! Charts made of smaller ones.

use super::{Chart, Tone, Value};

/// The same kind of chart several times, on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiples {
    pub panels: Vec<Panel>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    pub title: String,
    pub chart: Chart,
}

/// A strip of key numbers, each with its interval on a line of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyNumbers {
    pub items: Vec<KeyNumber>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct KeyNumber {
    pub value: Value,
    pub label: String,
    /// 95 % interval and the ends of the scale it is drawn on.
    pub interval: Option<((f64, f64), (f64, f64))>,
    pub tone: Tone,
}
