//! A risk score is the weighted sum of its components, where all of them are given.

use super::context::Context;
use super::index_formulas::{scale, shares};
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::results::Risk;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let risk = &context.study.risk;
    let tolerance = context.study.thresholds.tolerances.score;
    let parts = risk.scores.iter().flat_map(|score| score.components.values().copied());
    let given: Vec<f64> = risk.scores.iter().map(|score| score.score).chain(parts).collect();
    if let Some(message) = shares(&given, "risk") {
        let place = Location::pointer(Risk::FILE, "/scores/0/score");
        let fault = Diagnostic::new(Code::RiskFormula, message).at(place);
        return vec![fault.hint(say!("hint-scores-scale"))];
    }
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for (i, score) in risk.scores.iter().enumerate() {
        let parts: Option<Vec<f64>> = risk
            .components
            .iter()
            .map(|c| score.components.get(c.id.as_str()).map(|value| c.weight * value))
            .collect();
        let Some(parts) = parts.filter(|p| !p.is_empty()) else { continue };
        let sum: f64 = parts.iter().sum();
        if (sum - score.score).abs() > tolerance {
            let message = say!("risk-formula", score = score.score, sum = format!("{sum:.2}"));
            let place = Location::pointer(Risk::FILE, format!("/scores/{i}/score"));
            wrong.push((score.score, sum, place.clone()));
            found.push(Diagnostic::new(Code::RiskFormula, message).at(place).hint(say!("hint-risk-formula")));
        }
    }
    match scale(&wrong, tolerance, "risk") {
        Some((message, place)) => {
            vec![Diagnostic::new(Code::RiskFormula, message).at(place).hint(say!("hint-scores-scale"))]
        }
        None => found,
    }
}
