//! An index value or a risk score lies in its own interval.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::results::{Indices, Risk};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerance = context.study.thresholds.tolerances.score;
    let mut found = Vec::new();
    let mut look = |value: f64, (low, high): (f64, f64), file: &str, pointer: String| {
        if value < low - tolerance || value > high + tolerance || low > high {
            let message = say!("score-outside-interval", value = value, low = low, high = high);
            let fault = Diagnostic::new(Code::ScoreOutsideInterval, message);
            found.push(fault.at(Location::pointer(file, pointer)).hint(say!("hint-score-outside-interval")));
        }
    };
    for (i, index) in context.study.indices.indices.iter().enumerate() {
        for (j, value) in index.values.iter().enumerate() {
            look(value.value, value.ci, Indices::FILE, format!("/indices/{i}/values/{j}/ci"));
        }
    }
    for (i, score) in context.study.risk.scores.iter().enumerate() {
        look(score.score, score.ci, Risk::FILE, format!("/scores/{i}/ci"));
    }
    found
}
