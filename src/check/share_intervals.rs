//! A share lies in its own interval, and the interval's bounds are in order.

use super::context::Context;
use crate::diag::{Code, Diagnostic, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerance = context.study.thresholds.tolerances.share_in_interval;
    let mut found = Vec::new();
    for table in &context.tables {
        for (row, record) in table.results.records.iter().enumerate() {
            let (low, high) = record.ci;
            let inside = low - tolerance <= record.share && record.share <= high + tolerance;
            if !inside || low > high {
                let message = say!("share-outside-interval", share = record.share, low = low, high = high);
                let fault = Diagnostic::new(Code::ShareOutsideInterval, message);
                found.push(fault.at(table.pointer(row, "ci")).hint(say!("hint-share-outside-interval")));
            }
        }
    }
    found
}
