//! Figures of result records that cannot be, whatever else they agree with. Other files' ranges stand in
//! their schemas.

use super::context::Context;
use crate::diag::{Code, Diagnostic, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for table in &context.tables {
        for (row, record) in table.results.records.iter().enumerate() {
            let mut fault = |field, message, hint| {
                let fault = Diagnostic::new(Code::NumberRange, message);
                found.push(fault.at(table.pointer(row, field)).hint(hint));
            };
            if !(0.0..=1.0).contains(&record.share) {
                fault("share", say!("share-range", share = record.share), say!("hint-share-range"));
            }
            if record.n_weighted < 0.0 || (record.n > 0 && record.n_weighted == 0.0) {
                let message = say!("weighted-base-range", n_weighted = record.n_weighted);
                fault("n_weighted", message, say!("hint-weighted-base-range"));
            }
            if record.n > 0 && record.deff <= 0.0 {
                fault("deff", say!("deff-range", deff = record.deff), say!("hint-deff-range"));
            }
            let (low, high) = record.ci;
            if !(0.0..=1.0).contains(&low) || !(0.0..=1.0).contains(&high) {
                fault("ci", say!("interval-range", low = low, high = high), say!("hint-share-range"));
            }
        }
    }
    found
}
