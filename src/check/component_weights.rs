//! The weights of an index's components, and of the risk score's, add up to one.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};

const TOLERANCE: f64 = 0.001;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut look = |weights: Vec<f64>, file: &str, pointer: String| {
        let sum: f64 = weights.iter().sum();
        if !weights.is_empty() && (sum - 1.0).abs() > TOLERANCE {
            let message = say!("component-weights", sum = format!("{sum:.4}"));
            let fault = Diagnostic::new(Code::ComponentWeights, message);
            found.push(fault.at(Location::pointer(file, pointer)).hint(say!("hint-component-weights")));
        }
    };
    for (i, index) in context.study.indices.indices.iter().enumerate() {
        let weights = index.components.iter().map(|c| c.weight).collect();
        look(weights, "indices.json", format!("/indices/{i}/components"));
    }
    let weights = context.study.risk.components.iter().map(|c| c.weight).collect();
    look(weights, "risk.json", "/components".to_owned());
    found
}
