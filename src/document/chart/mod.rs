//! What a chart shows, with every label in the document's language and every number as printed.
//!
//! `resolve` fills these from data; `chart` draws them; writers that can draw natively read them too.
//! Nothing here knows pixels, fonts or colours, only [`Tone`]s that the theme's palette maps.

mod bars;
mod dots;
mod grid;
mod panels;
mod parts;
mod readout;
mod scales;
mod time;

pub use bars::{Bar, Bars, Estimate, Grouped, GroupedRow};
pub use dots::{Dot, Dots, RankRow, Ranks};
pub use grid::{Heat, HeatRow, Key, Map, Shape, Tile, Tiles};
pub use panels::{KeyNumber, KeyNumbers, Multiples, Panel};
pub use readout::{Readout, ReadoutRow};
pub use scales::{Answer, Likert, LikertRow, Side, Stacked};
pub use time::{LineSeries, Lines, Progress, Slope, SlopeRow};

/// A chart of one of the known kinds.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    Bars(Bars),
    Grouped(Grouped),
    Likert(Likert),
    Stacked(Stacked),
    Dots(Dots),
    Ranks(Ranks),
    Heat(Heat),
    Tiles(Tiles),
    Map(Map),
    Slope(Slope),
    Lines(Lines),
    Progress(Progress),
    Numbers(KeyNumbers),
    Multiples(Multiples),
}

/// The meaning of a colour; the same meaning has the same colour in every document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// "Look here": low, risky, leading.
    Accent,
    /// Paler accent: the milder negative.
    AccentSoft,
    /// Neither: the middle.
    Middle,
    /// Paler calm: the milder positive.
    CalmSoft,
    /// The calm side.
    Calm,
    /// Hard to answer, refused, notes.
    Grey,
}

/// A value with its printed form.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    pub value: f64,
    pub printed: String,
}

/// A value axis. Ticks are inside `min..=max`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    pub min: f64,
    pub max: f64,
    pub ticks: Vec<Tick>,
    /// Name and unit of the axis, empty where the caption says it.
    pub label: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    pub at: f64,
    pub label: String,
}
