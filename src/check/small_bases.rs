//! How many groups of each breakdown have a small base: what the reports will not show, not rank, or
//! show with the interval only.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::facts::stats::Base;
use crate::quantity::whole;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let thresholds = &context.study.thresholds;
    let mut found = Vec::new();
    for table in &context.tables {
        // The largest base of each group over all questions: the group itself, not a filtered question.
        let mut groups: BTreeMap<(&str, &str), u32> = BTreeMap::new();
        for distribution in &table.distributions {
            if let [group] = distribution.by.as_slice() {
                let n = groups.entry(*group).or_default();
                *n = (*n).max(table.first(distribution).n);
            }
        }
        let mut breakdowns: BTreeMap<&str, Vec<(&str, u32)>> = BTreeMap::new();
        for ((breakdown, code), n) in groups {
            breakdowns.entry(breakdown).or_default().push((code, n));
        }
        for (breakdown, groups) in breakdowns {
            let of = |class: Base| -> Vec<String> {
                let own = groups.iter().filter(|(_, n)| Base::of(*n, thresholds) == class);
                own.map(|(code, n)| format!("{code} ({n})")).collect()
            };
            let (hidden, starred, thin) = (of(Base::Hidden), of(Base::Starred), of(Base::Thin));
            if hidden.is_empty() && starred.is_empty() && thin.is_empty() {
                continue;
            }
            let message = say!(
                "small-bases",
                breakdown = breakdown,
                hidden = hidden.join(", "),
                starred = starred.join(", "),
                thin = thin.join(", ");
                hidden_groups = hidden.len(),
                starred_groups = starred.len(),
                thin_groups = thin.len(),
                reported_base = whole::count(thresholds.reported_base),
                last_starred = whole::count(thresholds.ranked_base).saturating_sub(1),
                ranked_base = whole::count(thresholds.ranked_base),
                last_thin = whole::count(thresholds.plain_base).saturating_sub(1)
            );
            let fault = Diagnostic::new(Code::SmallBase, message).at(Location::file(table.path.clone()));
            found.push(fault.hint(say!("hint-small-bases")));
        }
    }
    found
}
