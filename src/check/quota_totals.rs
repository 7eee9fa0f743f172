//! Quotas, the planned sample, fieldwork and the outcomes of contacts count the same interviews.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, Message, say};
use crate::study::survey::{Quota, Sample};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let sample = &context.study.sample;
    let days = &context.study.fieldwork.days;
    let mut found = Vec::new();
    let mut fault = |message: Message, pointer: &str, hint: Message| {
        let fault = Diagnostic::new(Code::QuotaTotal, message).at(Location::pointer(Sample::FILE, pointer));
        found.push(fault.hint(hint));
    };
    let planned: u64 = sample.quotas.iter().map(|q| u64::from(q.planned)).sum();
    if !sample.quotas.is_empty() && planned != u64::from(sample.planned) {
        let message = say!("quotas-planned", sum = planned, planned = sample.planned);
        fault(message, "/quotas", say!("hint-quotas-planned"));
    }
    let fieldwork: u64 = days.iter().map(|d| u64::from(d.completed)).sum();
    let completed: Option<Vec<u64>> = sample.quotas.iter().map(|q| q.completed.map(u64::from)).collect();
    if let Some(completed) = completed.filter(|c| !c.is_empty() && !days.is_empty()) {
        let sum: u64 = completed.iter().sum();
        if sum != fieldwork {
            fault(
                say!("quotas-completed", sum = sum, fieldwork = fieldwork),
                "/quotas",
                say!("hint-quota-total"),
            );
        } else {
            for (territory, (quotas, days)) in by_territory(context) {
                if quotas != days {
                    let message =
                        say!("quotas-territory", territory = territory, sum = quotas, fieldwork = days);
                    fault(message, "/quotas", say!("hint-quota-total"));
                }
            }
        }
    }
    if let Some(outcomes) = sample.outcomes.filter(|_| !days.is_empty()) {
        let known =
            days.iter().filter(|d| d.date <= outcomes.date).map(|d| u64::from(d.completed)).sum::<u64>();
        if known != u64::from(outcomes.complete) {
            let message = say!(
                "outcomes-complete",
                complete = outcomes.complete,
                fieldwork = known,
                date = outcomes.date
            );
            fault(message, "/outcomes/complete", say!("hint-quota-total"));
        }
    }
    found
}

/// Completed interviews by territory, in the quotas and in the fieldwork; empty where quotas know no
/// territories.
fn by_territory<'a>(context: &Context<'a>) -> BTreeMap<&'a str, (u64, u64)> {
    let mut counts: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    let quotas = &context.study.sample.quotas;
    let territory = |quota: &'a Quota| quota.cell.get("territory");
    if !quotas.iter().all(|q| territory(q).is_some()) {
        return counts;
    }
    for quota in quotas {
        if let (Some(id), Some(completed)) = (territory(quota), quota.completed) {
            counts.entry(id).or_default().0 += u64::from(completed);
        }
    }
    for day in &context.study.fieldwork.days {
        counts.entry(day.territory.as_str()).or_default().1 += u64::from(day.completed);
    }
    counts
}
