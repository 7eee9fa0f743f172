//! In the public edition: how many cells of few respondents will be suppressed.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::quantity::whole;
use crate::study::passport::Edition;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    if context.study.passport.edition != Edition::Public {
        return Vec::new();
    }
    let thresholds = &context.study.thresholds;
    context
        .tables
        .iter()
        .filter_map(|table| {
            let small = table.results.records.iter().filter(|r| thresholds.is_small_cell(r.n_option)).count();
            let message =
                say!("small-cells"; cells = small, minimum_cell = whole::count(thresholds.minimum_cell));
            let fault = Diagnostic::new(Code::SmallCell, message).at(Location::file(table.path.clone()));
            (small > 0).then(|| fault.hint(say!("hint-small-cells")))
        })
        .collect()
}
