//! The thresholds that a study sets stand in their order with those that it leaves to the program.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::passport::Passport;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(own) = &context.study.passport.thresholds else { return Vec::new() };
    let Some(disorder) = context.study.thresholds.disorder() else { return Vec::new() };
    let set = |name: &str| match name {
        "reported_base" => own.reported_base.is_some(),
        "ranked_base" => own.ranked_base.is_some(),
        _ => own.plain_base.is_some(),
    };
    let field = [disorder.lower.0, disorder.upper.0].into_iter().find(|name| set(name)).unwrap_or_default();
    let place = Location::pointer(Passport::FILE, format!("/thresholds/{field}"));
    let fault = Diagnostic::new(Code::ThresholdOrder, disorder.message()).at(place);
    vec![fault.hint(say!("hint-threshold-order"))]
}
