//! In the public edition: how many cells of under five respondents will be withheld.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::facts::stats::is_small_cell;
use crate::study::passport::Edition;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    if context.study.passport.edition != Edition::Public {
        return Vec::new();
    }
    context
        .tables
        .iter()
        .filter_map(|table| {
            let small = table.results.records.iter().filter(|r| is_small_cell(r.n_option)).count();
            let message = say!("small-cells"; cells = small);
            let fault = Diagnostic::new(Code::SmallCell, message).at(Location::file(table.path.clone()));
            (small > 0).then(|| fault.hint(say!("hint-small-cells")))
        })
        .collect()
}
