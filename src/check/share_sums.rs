//! Shares of a single-answer question or scale add up to one in each item and group.

use super::context::{Context, called};
use crate::diag::{Code, Diagnostic, Location, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerance = context.study.thresholds.tolerances.share_sum;
    let mut found = Vec::new();
    for table in &context.tables {
        for distribution in table.distributions.iter().filter(|d| context.is_single(d.question)) {
            let sum: f64 = table.records(distribution).map(|r| r.share).sum();
            if table.first(distribution).n == 0 || (sum - 1.0).abs() <= tolerance {
                continue;
            }
            let place = Location::pointer(table.path.clone(), table.place(distribution.rows[0]));
            let message = say!("share-sum", what = called(distribution), sum = format!("{sum:.4}"));
            found.push(Diagnostic::new(Code::ShareSum, message).at(place).hint(say!("hint-share-sum")));
        }
    }
    found
}
