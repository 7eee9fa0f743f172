//! What a chart's numbers must be before anything is drawn from them.
//!
//! `study` has checked the data, but a chart may be built by anyone; a wrong number must end in a
//! sentence, not in a picture that lies.

use super::axis::Axis;
use crate::diag::{Code, Diagnostic, Message, say};

/// The fault of a chart that cannot be drawn.
pub fn fault(message: Message) -> Diagnostic {
    Diagnostic::new(Code::ChartDrawing, message)
}

/// A number that is neither NaN nor infinite; `wrong` says which one is.
pub fn finite(value: f64, wrong: impl FnOnce() -> Message) -> Result<(), Diagnostic> {
    if value.is_finite() { Ok(()) } else { Err(fault(wrong())) }
}

/// A finite number that is not below zero; `wrong` says which one is.
pub fn not_negative(value: f64, wrong: impl FnOnce() -> Message) -> Result<(), Diagnostic> {
    if value.is_finite() && value >= 0.0 { Ok(()) } else { Err(fault(wrong())) }
}

/// An axis with finite ends, the lower one first, and finite ticks.
pub fn axis(axis: &Axis) -> Result<(), Diagnostic> {
    let places = [axis.min, axis.max].into_iter().chain(axis.ticks.iter().map(|tick| tick.at));
    for place in places {
        finite(place, || say!("chart-axis-not-finite"))?;
    }
    if axis.min >= axis.max {
        return Err(fault(say!("chart-axis-without-length", min = axis.min, max = axis.max)));
    }
    Ok(())
}

/// A value and its interval on an axis: finite, in order, and negative only where the axis is.
pub fn estimate(
    label: &str,
    value: Option<f64>,
    interval: Option<(f64, f64)>,
    axis: &Axis,
) -> Result<(), Diagnostic> {
    if let Some(value) = value {
        finite(value, || say!("chart-value-not-finite", label = label))?;
        if value < 0.0 && axis.min >= 0.0 {
            let message = say!("chart-value-negative", label = label, value = value);
            return Err(fault(message).hint(say!("hint-axis-below-zero")));
        }
    }
    if let Some((low, high)) = interval {
        for bound in [low, high] {
            finite(bound, || say!("chart-bound-not-finite", label = label))?;
        }
        if low > high {
            return Err(fault(say!("chart-interval-upside-down", label = label)));
        }
    }
    Ok(())
}

/// At least one row.
pub fn some_rows(count: usize) -> Result<(), Diagnostic> {
    if count == 0 { Err(fault(say!("chart-without-rows"))) } else { Ok(()) }
}

/// No more groups than can be told apart.
pub fn groups_at_most(found: usize, most: usize) -> Result<(), Diagnostic> {
    if found > most { Err(groups_beyond(found, most)) } else { Ok(()) }
}

/// The fault of another number of groups than a kind shows.
pub fn groups_beyond(found: usize, most: usize) -> Diagnostic {
    let message = say!("chart-groups-many", found = found, most = most);
    fault(message).hint(say!("hint-chart-groups-many"))
}
