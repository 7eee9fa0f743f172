//! What changes: a running total, two points, several points.

use super::{Axis, Estimate, Tick, Tone, Value};

/// A running total over days against a target.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Days since the first day, 0-based, with their printed dates.
    pub days: Axis,
    pub axis: Axis,
    pub target: Option<Tick>,
    /// Running totals (day, total), ascending by day.
    pub total: Vec<(f64, f64)>,
    /// Increments (day, amount), drawn as columns at the foot.
    pub daily: Vec<(f64, f64)>,
    /// Printed at the line's end.
    pub last: Value,
    pub total_label: String,
    pub daily_label: String,
}

/// Two points in time, a line for each row.
#[derive(Debug, Clone, PartialEq)]
pub struct Slope {
    /// What the two points are, above them.
    pub from: String,
    pub to: String,
    pub axis: Axis,
    pub rows: Vec<SlopeRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct SlopeRow {
    pub label: String,
    pub from: Option<Value>,
    pub to: Option<Value>,
    pub tone: Tone,
}

/// Lines through several points in time, with the band of their intervals.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// The points, ascending.
    pub points: Vec<Tick>,
    pub axis: Axis,
    pub series: Vec<LineSeries>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct LineSeries {
    pub label: String,
    pub tone: Tone,
    /// One per point; a line is broken where there is no value.
    pub values: Vec<Estimate>,
}
