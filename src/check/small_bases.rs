//! Which groups have a small base: what the reports will not show, not rank, or show with the interval only. Nothing is
//! wrong with it, so that it is said once of all breakdowns and tables of results.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::facts::stats::Base;
use crate::quantity::whole;

/// Breakdown and group.
type Group<'a> = (&'a str, &'a str);

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let thresholds = &context.study.thresholds;
    let mut classes: BTreeMap<&str, BTreeMap<Group<'_>, Vec<String>>> = BTreeMap::new();
    let mut last = None;
    for table in &context.tables {
        for (group, n) in bases(table) {
            let class = match Base::of(n, thresholds) {
                Base::Hidden => "hidden",
                Base::Starred => "starred",
                Base::Thin => "thin",
                Base::Plain => continue,
            };
            let file = table.path.rsplit('/').next().unwrap_or_default();
            let shown = if context.tables.len() > 1 { format!("{file} {n}") } else { n.to_string() };
            classes.entry(class).or_default().entry(group).or_default().push(shown);
            last = Some(table.path.clone());
        }
    }
    let Some(path) = last else { return Vec::new() };
    let count = |class: &str| classes.get(class).map_or(0, BTreeMap::len);
    let list = |class: &str| {
        let groups = classes.get(class).into_iter().flatten();
        let named = groups.map(|((by, code), bases)| format!("{by} {code} ({})", bases.join(", ")));
        named.collect::<Vec<_>>().join("; ")
    };
    let message = say!(
        "small-bases",
        hidden = list("hidden"),
        starred = list("starred"),
        thin = list("thin");
        hidden_groups = count("hidden"),
        starred_groups = count("starred"),
        thin_groups = count("thin"),
        reported_base = whole::count(thresholds.reported_base),
        last_starred = whole::count(thresholds.ranked_base).saturating_sub(1),
        ranked_base = whole::count(thresholds.ranked_base),
        last_thin = whole::count(thresholds.plain_base).saturating_sub(1)
    );
    let fault = Diagnostic::new(Code::SmallBase, message).at(Location::file(path));
    vec![fault.hint(say!("hint-small-bases"))]
}

/// The largest base of each group over all questions: the group itself, not a filtered question.
fn bases<'a>(table: &super::context::Tabulation<'a>) -> BTreeMap<Group<'a>, u32> {
    let mut groups: BTreeMap<Group<'a>, u32> = BTreeMap::new();
    for distribution in &table.distributions {
        if let [group] = distribution.by.as_slice() {
            let n = groups.entry(*group).or_default();
            *n = (*n).max(table.first(distribution).n);
        }
    }
    groups
}
