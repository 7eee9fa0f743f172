//! Figures of one record, and of the records of one distribution, must not contradict each other.

use std::collections::HashMap;

use crate::diag::{Code, Diagnostic, Place};
use crate::study::Study;
use crate::study::results::{QuestionKind, Record, Results};

/// How far a sum of rounded shares may lie from one.
const SUM_TOLERANCE: f64 = 0.005;
/// Rounding slack of a share against its own interval.
const SHARE_TOLERANCE: f64 = 1e-4;

pub fn check(study: &Study) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for results in &study.results {
        for (i, record) in results.records.iter().enumerate() {
            faults.extend(record_faults(record).map(|(field, message, hint)| {
                Diagnostic::error(Code::ArithmeticFault, message)
                    .at(Place::pointer(results.path.clone(), format!("/records/{i}/{field}")))
                    .hint(hint)
            }));
        }
        faults.extend(sums(study, results));
    }
    for (i, index) in study.indices.indices.iter().enumerate() {
        for (j, value) in index.values.iter().enumerate() {
            if !(value.ci.0 <= value.value && value.value <= value.ci.1) {
                faults.push(
                    Diagnostic::error(Code::ArithmeticFault, "the value lies outside of its interval")
                        .at(Place::pointer("indices.json", format!("/indices/{i}/values/{j}/ci")))
                        .hint("value and ci are both on the scale 0–100"),
                );
            }
        }
    }
    faults
}

fn record_faults(record: &Record) -> impl Iterator<Item = (&'static str, String, &'static str)> {
    let share = record.share;
    let mut faults = Vec::new();
    if !(0.0..=1.0).contains(&share) {
        faults.push((
            "share",
            format!("a share of {share} is not between 0 and 1"),
            "give shares as 0..1, not as per cent",
        ));
    } else if share < record.ci.0 - SHARE_TOLERANCE || share > record.ci.1 + SHARE_TOLERANCE {
        faults.push((
            "ci",
            format!("the share {share} lies outside of its interval"),
            "ci holds the lower and the upper bound of the share, 0..1",
        ));
    }
    if record.n_option > record.n {
        faults.push((
            "n_option",
            format!("{} answers from {} respondents", record.n_option, record.n),
            "n is the base, n_option those of the base who gave this answer",
        ));
    }
    if record.n_weighted < 0.0 || record.deff <= 0.0 && record.n > 0 {
        faults.push((
            "deff",
            "weighted base and design effect must be positive".to_owned(),
            "deff is n / n_eff, 1 where no weights are used",
        ));
    }
    faults.into_iter()
}

/// Question, item and group of a distribution.
type Distribution<'a> = (&'a str, Option<&'a str>, String);

/// Shares of a single-answer question or scale add up to one in each item and group.
fn sums(study: &Study, results: &Results) -> Vec<Diagnostic> {
    let kinds: HashMap<&str, QuestionKind> =
        study.codebook.questions.iter().map(|q| (q.id.as_str(), q.kind)).collect();
    let mut totals: HashMap<Distribution<'_>, (f64, usize, u32)> = HashMap::new();
    for (i, record) in results.records.iter().enumerate() {
        if kinds.get(record.question.as_str()).is_none_or(|k| *k == QuestionKind::Multiple) {
            continue;
        }
        let by = record.by.as_ref().map_or_else(String::new, |by| format!("{by:?}"));
        let key = (record.question.as_str(), record.item.as_deref(), by);
        let total = totals.entry(key).or_insert((0.0, i, record.n));
        total.0 += record.share;
    }
    let mut faults: Vec<Diagnostic> = totals
        .into_iter()
        .filter(|(_, (sum, _, n))| *n > 0 && (sum - 1.0).abs() > SUM_TOLERANCE)
        .map(|((question, item, _), (sum, i, _))| {
            let item = item.map_or_else(String::new, |item| format!(", item `{item}`"));
            Diagnostic::error(
                Code::ArithmeticFault,
                format!("the shares of question `{question}`{item} add up to {sum:.4}"),
            )
            .at(Place::pointer(results.path.clone(), format!("/records/{i}")))
            .hint("a single-answer question needs a record for every answer, refusals included")
        })
        .collect();
    faults.sort_by(|a, b| a.place.cmp(&b.place));
    faults
}
