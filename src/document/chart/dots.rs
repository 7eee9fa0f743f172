//! Estimates with intervals, and places with the range in which they may lie.

use super::{Axis, Tick, Tone, Value};

/// Dots with intervals, drawn in the order given, first on top.
#[derive(Debug, Clone, PartialEq)]
pub struct Dots {
    pub axis: Axis,
    /// A vertical line, e.g. the city's value.
    pub reference: Option<Tick>,
    pub rows: Vec<Dot>,
    /// Heading of the column of `Dot::aside` at the right; empty where no row has one.
    pub aside_heading: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    pub label: String,
    /// `None`: the base is too small to show.
    pub value: Option<Value>,
    pub interval: Option<(f64, f64)>,
    pub tone: Tone,
    /// Printed at the right: a rank range.
    pub aside: String,
}

/// Places from first to last; each row covers those that it may have.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranks {
    /// How many places there are.
    pub places: usize,
    /// Name of the axis, e.g. "place".
    pub label: String,
    /// Printed number of each place.
    pub ticks: Vec<String>,
    pub rows: Vec<RankRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct RankRow {
    pub label: String,
    /// Best and worst place, from 1; `None`: the base is too small to rank.
    pub range: Option<(usize, usize)>,
    pub printed: String,
    pub tone: Tone,
}
