//! A finding rests on a figure that may be shown and ranked.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::facts::stats::Base;
use crate::study::outcome::{Measure, Recommendations};
use crate::study::results::Stage;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let thresholds = &context.study.thresholds;
    let mut found = Vec::new();
    for (i, finding) in context.study.recommendations.findings.iter().enumerate() {
        let Some(n) = finding.measure.as_ref().and_then(|m| base(context, m)) else { continue };
        if Base::of(n, thresholds).is_ranked() {
            continue;
        }
        let place = Location::pointer(Recommendations::FILE, format!("/findings/{i}/measure"));
        let message = say!("finding-base", id = finding.id, n = n);
        found.push(
            Diagnostic::new(Code::FindingBase, message)
                .at(place)
                .hint(say!("hint-finding-base", ranked_base = thresholds.ranked_base)),
        );
    }
    found
}

/// The unweighted base of the figure in the latest results.
fn base(context: &Context<'_>, measure: &Measure) -> Option<u32> {
    let table = context.tables.last()?;
    let stage: Stage = table.results.stage;
    match measure {
        Measure::Share { question, item, by, .. } => {
            let own = table
                .results
                .records
                .iter()
                .find(|r| r.is_of(question.as_str(), item.as_deref(), by.as_ref()));
            own.map(|r| r.n)
        }
        Measure::Index(id) => {
            let index = context.study.indices.indices.iter().find(|i| &i.id == id)?;
            index.values.iter().find(|v| v.stage == stage && v.by.is_none()).map(|v| v.n)
        }
        Measure::Risk(id) => {
            let own =
                |s: &&crate::study::results::RiskScore| s.stage == stage && s.territory.as_ref() == Some(id);
            context.study.risk.scores.iter().find(own).map(|s| s.n)
        }
    }
}
