//! A chart with more rows than a page holds: several pictures, read as one, on one scale.

use std::ops::Range;

use super::draw_context::SharedScale;
use super::kind::Chart;
use super::{Canvas, picture};
use crate::diag::Diagnostic;
use crate::picture::Picture;

/// A picture, and the rows that it shows where it does not show all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The picture.
    pub picture: Picture,
    /// The rows; `None`: all.
    pub rows: Option<Range<usize>>,
}

/// Pictures of a chart, each no higher than the canvas's page where its kind can be parted.
pub fn draw(chart: &Chart, canvas: &Canvas) -> Result<Vec<Part>, Diagnostic> {
    let (whole, shared) = picture(chart, canvas, SharedScale::default())?;
    let rows = chart.rows().unwrap_or(1);
    if whole.height <= canvas.page || canvas.height.is_some() || rows < 2 {
        return Ok(vec![Part { picture: whole, rows: None }]);
    }
    let mut parts = 2;
    while parts < rows {
        let pictures = parted(chart, canvas, shared, parts)?;
        if pictures.iter().all(|p| p.picture.height <= canvas.page) {
            return Ok(pictures);
        }
        parts += 1;
    }
    parted(chart, canvas, shared, rows)
}

/// The chart in parts of as even a number of rows as there can be.
fn parted(
    chart: &Chart,
    canvas: &Canvas,
    shared: SharedScale,
    parts: usize,
) -> Result<Vec<Part>, Diagnostic> {
    let rows = chart.rows().unwrap_or(1);
    let ranges = (0..parts).map(|i| rows * i / parts..rows * (i + 1) / parts);
    let drawn = |rows: Range<usize>| {
        let (picture, _) = picture(&chart.part(rows.clone()), canvas, shared)?;
        Ok(Part { picture, rows: Some(rows) })
    };
    ranges.map(drawn).collect()
}
