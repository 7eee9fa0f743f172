//! What a chart's numbers must be before anything is drawn from them.
//!
//! `study` has checked the data, but a chart may be built by anyone; a wrong number must end in a
//! sentence, not in a picture that lies.

use crate::diag::{Code, Diagnostic};
use crate::document::chart::Axis;

/// The fault of a chart that cannot be drawn.
pub fn fault(message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(Code::ChartDrawing, message)
}

/// A number that is neither NaN nor infinite.
pub fn finite(value: f64, what: &str) -> Result<(), Diagnostic> {
    if value.is_finite() { Ok(()) } else { Err(fault(format!("{what} is not a finite number"))) }
}

/// A finite number that is not below zero.
pub fn not_negative(value: f64, what: &str) -> Result<(), Diagnostic> {
    finite(value, what)?;
    if value < 0.0 { Err(fault(format!("{what} is negative ({value})"))) } else { Ok(()) }
}

/// An axis with finite ends, the lower one first, and finite ticks.
pub fn axis(axis: &Axis, what: &str) -> Result<(), Diagnostic> {
    finite(axis.min, &format!("the lower end of {what}"))?;
    finite(axis.max, &format!("the upper end of {what}"))?;
    if axis.min >= axis.max {
        let (min, max) = (axis.min, axis.max);
        return Err(fault(format!("{what} has no length (from {min} to {max})")));
    }
    axis.ticks.iter().try_for_each(|tick| finite(tick.at, &format!("a tick of {what}")))
}

/// A value and its interval on an axis: finite, in order, and negative only where the axis is.
pub fn estimate(
    label: &str,
    value: Option<f64>,
    interval: Option<(f64, f64)>,
    axis: &Axis,
) -> Result<(), Diagnostic> {
    if let Some(value) = value {
        finite(value, &format!("the value of \"{label}\""))?;
        if value < 0.0 && axis.min >= 0.0 {
            let message = format!("the value of \"{label}\" is negative ({value})");
            return Err(fault(message).hint("give the chart an axis that begins below zero"));
        }
    }
    if let Some((low, high)) = interval {
        finite(low, &format!("the lower bound of \"{label}\""))?;
        finite(high, &format!("the upper bound of \"{label}\""))?;
        if low > high {
            return Err(fault(format!("the interval of \"{label}\" is upside down")));
        }
    }
    Ok(())
}

/// At least one row.
pub fn some_rows(count: usize, kind: &str) -> Result<(), Diagnostic> {
    if count == 0 { Err(fault(format!("a {kind} chart without a single row"))) } else { Ok(()) }
}
