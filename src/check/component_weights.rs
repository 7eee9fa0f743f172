//! The weights of an index's components, and of the risk score's, add up to one.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::results::{Indices, Risk};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerance = context.study.thresholds.tolerances.component_weights;
    let mut found = Vec::new();
    let mut look = |weights: Vec<f64>, file: &str, pointer: String| {
        let sum: f64 = weights.iter().sum();
        if !weights.is_empty() && (sum - 1.0).abs() > tolerance {
            let message = say!("component-weights", sum = format!("{sum:.4}"));
            let fault = Diagnostic::new(Code::ComponentWeights, message);
            found.push(fault.at(Location::pointer(file, pointer)).hint(say!("hint-component-weights")));
        }
    };
    for (i, index) in context.study.indices.indices.iter().enumerate() {
        let weights = index.components.iter().map(|c| c.weight).collect();
        look(weights, Indices::FILE, format!("/indices/{i}/components"));
    }
    let weights = context.study.risk.components.iter().map(|c| c.weight).collect();
    look(weights, Risk::FILE, "/components".to_owned());
    found
}
