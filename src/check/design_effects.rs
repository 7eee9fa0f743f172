//! A design effect is one or more, unless the study explains why precision is gained.
//!
//! Kish's 1 + cv² of the weights cannot fall below one; estimates that allow for stratification can.

use super::context::{Context, called};
use crate::diag::{Code, Diagnostic, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    if context.study.sample.deff_below_one.is_some() {
        return Vec::new();
    }
    let tolerance = context.study.thresholds.tolerances.design_effect;
    let mut found = Vec::new();
    for table in &context.tables {
        let below: Vec<_> = table
            .distributions
            .iter()
            .filter(|d| table.first(d).n > 0 && table.first(d).deff < 1.0 - tolerance)
            .collect();
        let Some(first) = below.first() else { continue };
        let message = say!(
            "design-effect", what = called(first), deff = table.first(first).deff; others = below.len() - 1
        );
        let fault = Diagnostic::new(Code::DesignEffect, message).at(table.pointer(first.rows[0], "deff"));
        found.push(fault.hint(say!("hint-design-effect")));
    }
    found
}
