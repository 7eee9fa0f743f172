//! An index: its change since the earlier stage, its territories, and all indices side by side.

use serde::Serialize;

use super::change::StageChange;
use super::extreme::{Estimated, Extreme, Listing};
use super::movement::Movement;
use crate::facts::indices::{IndexFact, TerritoryIndex};
use crate::study::LocalizedText;
use crate::study::results::Direction;

/// What an index says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndexReading {
    /// What became of it since the earlier stage.
    pub change: StageChange,
    /// Components that rose or fell since then.
    pub moved: Vec<Movement>,
    /// The territories' values; undefined where fewer than two have a base that is ranked.
    pub territories: Option<TerritorySpan>,
}

/// Lowest and highest territory of an index, among those with a base that is ranked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TerritorySpan {
    /// Whether the two can be told apart.
    pub kind: SpanKind,
    /// The lowest value.
    pub low: TerritoryIndex,
    /// The highest value.
    pub high: TerritoryIndex,
    /// How many territories are compared.
    pub compared: usize,
    /// How many have too small a base.
    pub left_out: usize,
}

/// Whether the two ends of a range can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpanKind {
    /// Their intervals do not overlap.
    Apart,
    /// They overlap: the range is that of the sample.
    Overlapping,
}

impl SpanKind {
    /// Of the intervals of the lowest and the highest value.
    pub(super) fn of(low: (f64, f64), high: (f64, f64)) -> Self {
        if low.1 < high.0 { Self::Apart } else { Self::Overlapping }
    }
}

impl TerritorySpan {
    /// The span of an index over its territories.
    pub(in crate::facts) fn new(territories: &[TerritoryIndex]) -> Option<Self> {
        let ranked: Vec<&TerritoryIndex> = territories.iter().filter(|t| t.base_class.is_ranked()).collect();
        let low = *ranked.iter().min_by(|a, b| a.value.total_cmp(&b.value))?;
        let high = *ranked.iter().max_by(|a, b| a.value.total_cmp(&b.value))?;
        (ranked.len() > 1).then(|| Self {
            kind: SpanKind::of((low.low, low.high), (high.low, high.high)),
            low: low.clone(),
            high: high.clone(),
            compared: ranked.len(),
            left_out: territories.len() - ranked.len(),
        })
    }
}

/// An index as sentences name it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndexStanding {
    /// Id of the index.
    pub id: String,
    /// Its name.
    pub name: LocalizedText,
    /// What it assesses.
    pub direction: Direction,
    /// 0–100.
    pub value: f64,
    /// Lower bound of the confidence interval, points.
    pub low: f64,
    /// Upper bound, points.
    pub high: f64,
}

impl IndexStanding {
    fn of(index: &IndexFact) -> Self {
        Self {
            id: index.id.clone(),
            name: index.name.clone(),
            direction: index.direction,
            value: index.value,
            low: index.low,
            high: index.high,
        }
    }
}

impl Estimated for IndexStanding {
    fn interval(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    fn exact(&self) -> f64 {
        self.value
    }
}

/// All indices side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum IndicesReading {
    /// There are none.
    None,
    /// A single index: nothing is compared.
    One {
        /// It.
        only: IndexStanding,
        /// What became of it.
        changes: Changes,
    },
    /// Several, of which the first and the last can be told apart.
    Apart {
        /// The highest, clear or tied.
        highest: Extreme<IndexStanding>,
        /// The lowest, clear or tied.
        lowest: Extreme<IndexStanding>,
        /// What became of them.
        changes: Changes,
    },
    /// Several, whose intervals all overlap: a range and no order.
    Overlapping {
        /// The highest value of the sample.
        high: IndexStanding,
        /// The lowest value of the sample.
        low: IndexStanding,
        /// What became of them.
        changes: Changes,
    },
}

/// Indices since the earlier stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Changes {
    /// What can be said in one sentence.
    pub kind: ChangesKind,
    /// Those that rose or fell.
    pub moved: Listing<IndexStanding>,
    /// How many changed within their intervals.
    pub within: usize,
    /// Those that are defined otherwise.
    pub not_comparable: Listing<IndexStanding>,
}

/// What became of the indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangesKind {
    /// Some rose or fell.
    Moved,
    /// All that can be compared changed within their intervals.
    Within,
    /// None can be compared.
    NotComparable,
    /// There are no earlier values.
    First,
}

impl IndicesReading {
    /// Reads all indices of the study.
    pub fn new(indices: &[IndexFact]) -> Self {
        let mut sorted: Vec<IndexStanding> = indices.iter().map(IndexStanding::of).collect();
        sorted.sort_by(|a, b| b.value.total_cmp(&a.value));
        let changes = Changes::new(indices);
        let (Some(high), Some(low)) = (sorted.first().cloned(), sorted.last().cloned()) else {
            return Self::None;
        };
        if sorted.len() == 1 {
            return Self::One { only: high, changes };
        }
        match (Extreme::highest(&sorted), Extreme::lowest(&sorted)) {
            (Some(highest), Some(lowest)) if high.low > low.high => Self::Apart { highest, lowest, changes },
            _ => Self::Overlapping { high, low, changes },
        }
    }
}

impl Changes {
    fn new(indices: &[IndexFact]) -> Self {
        let of = |is: fn(&StageChange) -> bool| {
            indices.iter().filter(move |i| is(&i.reading.change)).map(IndexStanding::of)
        };
        let moved: Listing<IndexStanding> =
            of(|c| matches!(c, StageChange::Rose { .. } | StageChange::Fell { .. })).collect();
        let within = of(|c| matches!(c, StageChange::Within { .. })).count();
        let not_comparable: Listing<IndexStanding> =
            of(|c| matches!(c, StageChange::NotComparable { .. })).collect();
        let kind = match (moved.count, within, not_comparable.count) {
            (1.., _, _) => ChangesKind::Moved,
            (0, 1.., _) => ChangesKind::Within,
            (0, 0, 1..) => ChangesKind::NotComparable,
            (0, 0, 0) => ChangesKind::First,
        };
        Self { kind, moved, within, not_comparable }
    }
}
