//! Shares of a single-answer question or scale add up to one in each item and group.

use indexmap::IndexMap;

use super::context::{Context, Tabulation, called};
use crate::diag::{Code, Diagnostic, Location, say};

/// Distributions that lack an answer from which on the answer was left out of the table.
pub const LEAST_LEFT_OUT: usize = 10;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerance = context.study.thresholds.tolerances.share_sum;
    let mut found = Vec::new();
    for table in &context.tables {
        let left_out = left_out(context, table);
        if left_out.len() >= LEAST_LEFT_OUT {
            found.extend(answers_left_out(table, &left_out));
        }
        let several = several_answers(context, table);
        found.extend(several.iter().map(|(question, at)| of_several_answers(table, question, *at)));
        let told = |at: usize| {
            let is_left_out = left_out.len() >= LEAST_LEFT_OUT && left_out.contains_key(&at);
            is_left_out || several.contains_key(table.distributions[at].question)
        };
        let all = table.distributions.iter().enumerate().filter(|(at, _)| !told(*at)).map(|(_, d)| d);
        for distribution in all.filter(|d| context.is_single(d.question)) {
            let sum: f64 = table.records(distribution).map(|r| r.share).sum();
            if table.first(distribution).n == 0 || (sum - 1.0).abs() <= tolerance {
                continue;
            }
            let place = Location::pointer(table.path.clone(), table.place(distribution.rows[0]));
            let message = say!("share-sum", what = called(distribution), sum = format!("{sum:.4}"));
            found.push(Diagnostic::new(Code::ShareSum, message).at(place).hint(say!("hint-share-sum")));
        }
    }
    found
}

/// The distributions of single-answer questions that have no record of an answer and whose answers are fewer than the
/// respondents, with the first such answer.
pub fn left_out<'a>(context: &Context<'a>, table: &Tabulation<'a>) -> IndexMap<usize, &'a str> {
    let lacks = |(at, distribution): (usize, &super::context::Distribution<'a>)| {
        let question = context.question(distribution.question)?;
        let answers: u64 = table.records(distribution).map(|r| u64::from(r.n_option)).sum();
        if !context.is_single(distribution.question) || answers >= u64::from(table.first(distribution).n) {
            return None;
        }
        let has = |code: &str| table.records(distribution).any(|r| r.option == code);
        let lacking = question.options.iter().find(|option| !has(&option.code))?;
        Some((at, lacking.code.as_str()))
    };
    table.distributions.iter().enumerate().filter_map(lacks).collect()
}

/// The questions of one answer that have more or fewer answers than respondents in every distribution, though no answer
/// is left out of it, each with its first distribution: they were asked for several.
pub fn several_answers<'a>(context: &Context<'a>, table: &Tabulation<'a>) -> IndexMap<&'a str, usize> {
    let mut questions: IndexMap<&str, (usize, usize, usize)> = IndexMap::new();
    let left_out = left_out(context, table);
    for (at, distribution) in table.distributions.iter().enumerate() {
        let base = u64::from(table.first(distribution).n);
        if !context.is_single(distribution.question) || base == 0 {
            continue;
        }
        let answers: u64 = table.records(distribution).map(|r| u64::from(r.n_option)).sum();
        let (_, all, off) = questions.entry(distribution.question).or_insert((at, 0, 0));
        *all += 1;
        *off += usize::from(answers != base && !left_out.contains_key(&at));
    }
    let wrong = questions.into_iter().filter(|(_, (_, all, off))| *off >= LEAST_LEFT_OUT && off == all);
    wrong.map(|(question, (at, _, _))| (question, at)).collect()
}

fn of_several_answers(table: &Tabulation<'_>, question: &str, at: usize) -> Diagnostic {
    let row = table.distributions[at].rows[0];
    let fault = Diagnostic::new(Code::ShareSum, say!("several-answers", question = question));
    fault.at(table.pointer(row, "question")).hint(say!("hint-several-answers"))
}

/// One finding for an answer that the table leaves out.
fn answers_left_out(table: &Tabulation<'_>, left_out: &IndexMap<usize, &str>) -> Option<Diagnostic> {
    let (at, answer) = left_out.first()?;
    let distribution = &table.distributions[*at];
    let place = Location::pointer(table.path.clone(), table.place(distribution.rows[0]));
    let message = say!(
        "answer-left-out", what = called(distribution), answer = answer; others = left_out.len() - 1
    );
    Some(Diagnostic::new(Code::ShareSum, message).at(place).hint(say!("hint-share-sum")))
}
