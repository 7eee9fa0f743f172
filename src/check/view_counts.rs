//! Views are a running total: they do not fall, and none is counted before the publication.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::outcome::Coverage;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (i, publication) in context.study.coverage.publications.iter().enumerate() {
        let mut fault = |j: usize, field, message, hint| {
            let place = Location::pointer(Coverage::FILE, format!("/publications/{i}/views/{j}/{field}"));
            found.push(Diagnostic::new(Code::ViewCount, message).at(place).hint(hint));
        };
        for (j, pair) in publication.views.windows(2).enumerate() {
            if pair[1].total < pair[0].total {
                let message = say!("views-fall", before = pair[0].total, after = pair[1].total);
                fault(j + 1, "total", message, say!("hint-views-fall"));
            }
        }
        if let Some(first) = publication.views.first().filter(|v| v.date < publication.date) {
            let message = say!("views-early", counted = first.date, published = publication.date);
            fault(0, "date", message, say!("hint-views-early"));
        }
    }
    found
}
