//! The unweighted bases of a breakdown's groups add up to the base of the total.

use super::context::{Context, called};
use crate::diag::{Code, Diagnostic, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for table in &context.tables {
        for broken in table.breakdowns() {
            let total = table.first(broken.total).n;
            let sum: u64 = broken.groups.iter().map(|g| u64::from(table.first(g).n)).sum();
            if sum == u64::from(total) {
                continue;
            }
            let message = say!(
                "breakdown-base",
                what = called(broken.total),
                breakdown = broken.breakdown,
                sum = sum,
                total = total
            );
            let row = broken.groups.first().map_or(broken.total.rows[0], |g| g.rows[0]);
            let fault = Diagnostic::new(Code::BreakdownBase, message).at(table.pointer(row, "n"));
            found.push(fault.hint(say!("hint-breakdown-base")));
        }
    }
    found
}
