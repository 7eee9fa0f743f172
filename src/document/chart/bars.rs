//! Bars: one a category, or one for each group of a breakdown.

use super::{Axis, Tone, Value};

/// Horizontal bars from zero, drawn in the order given, first on top.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    pub axis: Axis,
    pub bars: Vec<Bar>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: String,
    /// `None`: the base is too small to show; drawn as a dash, never as zero.
    pub value: Option<Value>,
    /// 95 % interval on the axis, where the data has one.
    pub interval: Option<(f64, f64)>,
    pub tone: Tone,
}

/// A value with its interval; `None` where the base is too small to show.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Estimate {
    pub value: Option<Value>,
    /// 95 % interval on the axis, where the data has one.
    pub interval: Option<(f64, f64)>,
}

/// Bars of several groups side by side, category by category, in the order given.
#[derive(Debug, Clone, PartialEq)]
pub struct Grouped {
    pub axis: Axis,
    /// The groups, in the order of the legend; their colours follow from their place.
    pub groups: Vec<String>,
    pub rows: Vec<GroupedRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct GroupedRow {
    pub label: String,
    /// One per group.
    pub values: Vec<Estimate>,
}
