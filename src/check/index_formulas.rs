//! An index value follows from its components by the declared method, computed from the records of the
//! same stage and group.

use super::context::{By, Context, Tabulation};
use crate::diag::{Code, Diagnostic, Location, Message, say};
use crate::facts::component_value;
use crate::study::results::{Component, Index, IndexMethod, IndexValue, Indices};

/// Scores of another scale from which on that is their cause.
const LEAST_OF_A_SCALE: usize = 3;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerance = context.study.thresholds.tolerances.score;
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for (i, index) in context.study.indices.indices.iter().enumerate() {
        let Some(method) = index.method else {
            found.extend(in_shares(i, index));
            continue;
        };
        for (j, value) in index.values.iter().enumerate() {
            let Some(sum) = recomputed(context, index, method, value) else { continue };
            if (sum - value.value).abs() <= tolerance {
                continue;
            }
            let message =
                say!("index-formula", index = index.id, value = value.value, sum = format!("{sum:.2}"));
            let place = Location::pointer(Indices::FILE, format!("/indices/{i}/values/{j}/value"));
            wrong.push((value.value, sum, place.clone()));
            let fault = Diagnostic::new(Code::IndexFormula, message).at(place);
            found.push(fault.hint(say!("hint-index-formula")));
        }
    }
    match scale(&wrong, tolerance, "index") {
        Some((message, place)) => {
            let fault = Diagnostic::new(Code::IndexFormula, message).at(place);
            vec![fault.hint(say!("hint-scores-scale"))]
        }
        None => found,
    }
}

/// Scores of which all that are wrong would be right on another scale: 0 to 1 in the place of 0 to 100, or without
/// their decimals. `wrong` has each as given, as computed, and its place.
pub fn scale(
    wrong: &[(f64, f64, Location)],
    tolerance: f64,
    of: &'static str,
) -> Option<(Message, Location)> {
    let all = |right: &dyn Fn(f64, f64) -> bool| wrong.iter().all(|(given, sum, _)| right(*given, *sum));
    let kind = if all(&|given, sum| (given * 100.0 - sum).abs() <= tolerance) {
        "shares"
    } else if all(&|given, sum| given.fract() == 0.0 && (given - sum).abs() <= 0.5) {
        "rounded"
    } else {
        return None;
    };
    let (given, sum, place) = wrong.get(..LEAST_OF_A_SCALE)?.first()?;
    let right = format!("{sum:.2}");
    let message =
        say!("scores-scale", kind = kind, of = of, given = given, right = right; others = wrong.len() - 1);
    Some((message, place.clone()))
}

/// An index without a method of which all values are shares.
fn in_shares(at: usize, index: &Index) -> Option<Diagnostic> {
    let given: Vec<f64> = index.values.iter().map(|value| value.value).collect();
    let message = shares(&given, "index")?;
    let place = Location::pointer(Indices::FILE, format!("/indices/{at}/values/0/value"));
    let fault = Diagnostic::new(Code::IndexFormula, message).at(place);
    Some(fault.hint(say!("hint-scores-scale")))
}

/// Scores that all lie between 0 and 1, where points from 0 to 100 are asked for.
pub fn shares(given: &[f64], of: &'static str) -> Option<Message> {
    let is_share = given.len() >= LEAST_OF_A_SCALE && given.iter().all(|value| (0.0..=1.0).contains(value));
    let first = given.iter().find(|value| **value > 0.0).filter(|_| is_share)?;
    Some(say!("scores-shares", of = of, given = first))
}

/// The value from the records; nothing where records of a component are absent, or where the stage is of an
/// earlier definition.
fn recomputed<'a>(
    context: &Context<'a>,
    index: &'a Index,
    method: IndexMethod,
    value: &'a IndexValue,
) -> Option<f64> {
    let date = context.study.results.iter().find(|r| r.stage == value.stage)?.date;
    if index.redefined.as_ref().is_some_and(|redefined| date < redefined.since) {
        return None;
    }
    let table = context.stage(value.stage)?;
    let mut by: By<'a> = value.by.iter().flatten().collect();
    by.sort_unstable();
    let parts: Option<Vec<f64>> = index
        .components
        .iter()
        .map(|part| component(context, table, part, &by, method).map(|measure| part.weight * measure))
        .collect();
    parts.filter(|p| !p.is_empty()).map(|p| p.iter().sum())
}

fn component<'a>(
    context: &Context<'a>,
    table: &Tabulation<'a>,
    part: &'a Component,
    by: &By<'a>,
    method: IndexMethod,
) -> Option<f64> {
    let question = context.question(part.question.as_str())?;
    let distribution = table.find(part.question.as_str(), part.item.as_deref(), by.clone())?;
    // Of a group that nobody was asked in nothing follows.
    if table.first(distribution).n == 0 {
        return None;
    }
    let share = |code: &str| table.records(distribution).find(|r| r.option == code).map_or(0.0, |r| r.share);
    component_value(question, method, share)
}
