//! No more answers than respondents; as many as respondents where each gives one; a share where there
//! are answers.

use super::context::{Context, called};
use super::share_sums::{LEAST_LEFT_OUT, left_out, several_answers};
use crate::diag::{Code, Diagnostic, say};
use crate::study::Tolerances;
use crate::study::results::Record;

/// Whether nobody gave the answer and it has a share that is more than the noise of a computation, or it has none
/// though more than one in `zero_share_in` gave it: a share of fewer may be rounded to nothing.
fn share_is_wrong(record: &Record, tolerances: &Tolerances) -> bool {
    let many = u64::from(record.n_option) * u64::from(tolerances.zero_share_in) > u64::from(record.n);
    let is_noise = record.share <= tolerances.share_in_interval;
    (record.n_option == 0 && !is_noise) || (many && record.share == 0.0)
}

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerances = &context.study.thresholds.tolerances;
    let mut found = Vec::new();
    for table in &context.tables {
        let left_out = left_out(context, table);
        let several = several_answers(context, table);
        let is_left_out = |at: usize| {
            let is_left_out = left_out.len() >= LEAST_LEFT_OUT && left_out.contains_key(&at);
            is_left_out || several.contains_key(table.distributions[at].question)
        };
        for (at, distribution) in table.distributions.iter().enumerate() {
            for row in &distribution.rows {
                let record = table.record(*row);
                if record.n_option > record.n {
                    let message = say!("answers-above-base", answers = record.n_option, n = record.n);
                    let fault = Diagnostic::new(Code::AnswerCount, message);
                    found.push(
                        fault.at(table.pointer(*row, "n_option")).hint(say!("hint-answers-above-base")),
                    );
                } else if share_is_wrong(record, tolerances) {
                    let message =
                        say!("share-without-answers", answers = record.n_option, share = record.share);
                    let fault = Diagnostic::new(Code::AnswerCount, message);
                    found.push(
                        fault.at(table.pointer(*row, "share")).hint(say!("hint-share-without-answers")),
                    );
                }
            }
            if context.is_single(distribution.question) && !is_left_out(at) {
                let answers: u64 = table.records(distribution).map(|r| u64::from(r.n_option)).sum();
                let n = table.first(distribution).n;
                if answers != u64::from(n) {
                    let message = say!(
                        "answers-of-distribution",
                        what = called(distribution),
                        answers = answers,
                        n = n
                    );
                    let fault = Diagnostic::new(Code::AnswerCount, message);
                    let place = table.pointer(distribution.rows[0], "n_option");
                    found.push(fault.at(place).hint(say!("hint-answers-of-distribution")));
                }
            }
        }
    }
    found
}
