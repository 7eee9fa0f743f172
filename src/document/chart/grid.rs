//! Values by place: in a table's cells, on tiles, on a map.

use super::{Tone, Value};

/// A table of values whose cells are the darker the larger the value is.
#[derive(Debug, Clone, PartialEq)]
pub struct Heat {
    pub columns: Vec<String>,
    pub rows: Vec<HeatRow>,
    /// Label and printed numbers of the row of bases, where there is one.
    pub base: Option<(String, Vec<String>)>,
    /// The value of the darkest cell, above zero.
    pub max: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct HeatRow {
    pub label: String,
    /// One per column; `None`: the base is too small to show.
    pub cells: Vec<Option<Value>>,
}

/// What a colour stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    pub label: String,
    pub tone: Tone,
}

/// Territories as tiles of one size.
#[derive(Debug, Clone, PartialEq)]
pub struct Tiles {
    pub keys: Vec<Key>,
    pub tiles: Vec<Tile>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    pub label: String,
    /// `None`: the base is too small to show; hatched, never coloured.
    pub value: Option<Value>,
    /// Printed under the value, e.g. a range of ranks.
    pub remark: String,
    pub tone: Tone,
    /// Column and row of the grid, from 0; where any tile has none, all stand in the order given.
    pub place: Option<(usize, usize)>,
}

/// Territories as areas on a plane.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    pub keys: Vec<Key>,
    pub shapes: Vec<Shape>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    pub label: String,
    /// `None`: the base is too small to show; hatched, never coloured.
    pub value: Option<Value>,
    pub tone: Tone,
    /// Polygons of rings of projected points (x to the east, y to the north, one unit for both); the first
    /// ring of a polygon is its edge, the others are holes.
    pub polygons: Vec<Vec<Vec<(f64, f64)>>>,
}
