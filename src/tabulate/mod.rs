//! From answers to records: the table of answers, read by the plan in `tabulation.json`, becomes the records, indices
//! and risk scores that the contract asks for.
//!
//! [`tabulate`] takes the people of one stage (`design`), gives each question's columns the codes of the codebook
//! (`units`), each breakdown's column its groups (`groups`), counts both together in one pass (`cells`), and
//! estimates shares with their variances (`estimate`). `composite` does the same for indices and risk. A code that
//! nothing declares is never guessed: it is a finding with its column, value, count and row. [`draft`] goes before
//! all that: a first codebook and plan from what a file says of itself.

mod cells;
mod coding;
mod composite;
mod conditions;
mod design;
pub mod draft;
mod estimate;
mod folding;
mod groups;
mod scores;
mod table;
mod units;

use rayon::prelude::*;

pub use estimate::Estimate;
pub use table::{estimates_csv, records_csv};

use crate::answers::Table;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::study::results::{Codebook, IndexValue, Indices, Period, Record, Risk, RiskScore};
use crate::study::tabulation::{StagePlan, Tabulation};
use design::Design;

/// What a tabulation is made from.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The answers.
    pub table: &'a Table,
    /// How they are tabulated.
    pub plan: &'a Tabulation,
    /// What their codes mean.
    pub codebook: &'a Codebook,
    /// Indices to compute.
    pub indices: &'a Indices,
    /// Risk scores to compute.
    pub risk: &'a Risk,
    /// Two-sided normal quantile of the intervals.
    pub z: f64,
}

/// The figures of one stage.
#[derive(Debug, Clone)]
pub struct Tabulated {
    /// First and last day of the interviews.
    pub collected: Period,
    /// The records, as the contract has them.
    pub records: Vec<Record>,
    /// The estimates behind them, unrounded.
    pub estimates: Vec<Estimate>,
    /// Values of each index of `indices.json`, in its order.
    pub indices: Vec<Vec<IndexValue>>,
    /// Risk scores.
    pub scores: Vec<RiskScore>,
    /// What the analyst has to know of it.
    pub account: Account,
    /// Doubts about the answers.
    pub warnings: Diagnostics,
}

/// Cases, weights and design of a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Respondents in the table.
    pub rows: usize,
    /// Respondents of the stage, weights given.
    pub cases: usize,
    /// Left out: they do not meet the conditions of the stage.
    pub other_stage: usize,
    /// Left out: no weight, or a weight of 0.
    pub unweighted: usize,
    /// Sum of the weights.
    pub weight_sum: f64,
    /// Least and greatest weight.
    pub weight_range: (f64, f64),
    /// Kish's design effect of the weights.
    pub deff: f64,
    /// Strata and clusters, where named.
    pub strata: Option<usize>,
    /// Primary sampling units, where named.
    pub clusters: Option<usize>,
    /// Questions with their least and greatest base, and people who were asked and gave no answer.
    pub bases: Vec<QuestionBase>,
}

/// How many people stand behind a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionBase {
    /// Id of the question.
    pub question: String,
    /// Least base of its items.
    pub least: usize,
    /// Greatest base of its items.
    pub greatest: usize,
    /// People who were asked and whose answer is missing, of all items together.
    pub missing: usize,
}

/// Tabulates one stage.
///
/// # Errors
/// Everything that is wrong with plan and answers at once: columns that are not there, codes that nothing declares,
/// weights that are none, a design that allows no variance.
pub fn tabulate(input: Input<'_>, stage: &StagePlan) -> Result<Tabulated, Diagnostics> {
    let mut findings = Diagnostics::new();
    let design = Design::new(input, stage);
    let groups = groups::breakdowns(input, design.as_ref().ok().map(|d| d.rows.as_slice()), &mut findings);
    let design = match design {
        Ok(design) => design,
        Err(faults) => {
            findings.extend(faults);
            return Err(findings);
        }
    };
    let collected = conditions::collected(input, stage, &design.rows, &mut findings);
    let questions = units::questions(input, &design.rows, &mut findings);
    if findings.has_errors() {
        return Err(folding::folded(findings));
    }
    let tabulated: Vec<(Vec<Record>, Vec<Estimate>)> = questions
        .par_iter()
        .map(|question| estimate::question(question, &groups, &design, input.z))
        .collect();
    let (indices, scores) = scores::scores(input, stage.stage, &questions, &groups, &design)?;
    let account = account(input, &design, &questions);
    let (records, estimates): (Vec<_>, Vec<_>) = tabulated.into_iter().unzip();
    Ok(Tabulated {
        collected,
        records: records.into_iter().flatten().collect(),
        estimates: estimates.into_iter().flatten().collect(),
        indices,
        scores,
        account,
        warnings: findings,
    })
}

fn account(input: Input<'_>, design: &Design, questions: &[units::Question<'_>]) -> Account {
    let weights = || design.weights.iter().copied();
    let bases = questions.iter().map(|question| {
        let bases =
            || question.units.iter().map(|unit| unit.marks.iter().filter(|m| **m != units::NONE).count());
        QuestionBase {
            question: question.id.to_owned(),
            least: bases().min().unwrap_or_default(),
            greatest: bases().max().unwrap_or_default(),
            missing: question.missing,
        }
    });
    Account {
        rows: input.table.rows,
        cases: design.rows.len(),
        other_stage: design.other_stage,
        unweighted: design.unweighted,
        weight_sum: weights().sum(),
        weight_range: weights().fold((f64::INFINITY, 0.0), |(a, b), w| (w.min(a), w.max(b))),
        deff: estimate::kish(weights()),
        strata: input.plan.strata.as_ref().map(|_| design.strata),
        clusters: input.plan.clusters.as_ref().map(|_| design.clusters),
        bases: bases.collect(),
    }
}

/// The finding of a column that the table does not have.
fn no_column(input: Input<'_>, name: &str, pointer: &str) -> Diagnostic {
    let known: Vec<String> = input.table.columns.iter().map(|c| c.name.clone()).collect();
    let message = say!("answers-column-unknown", column = name, path = input.table.path);
    let fault =
        Diagnostic::new(Code::AnswersColumn, message).at(Location::pointer(Tabulation::FILE, pointer));
    match crate::study::nearest(name, &known) {
        Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
        None => fault.hint(say!("hint-answers-column")),
    }
}
