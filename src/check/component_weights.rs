//! The weights of an index's components, and of the risk score's, add up to one; in per cent they are told of once.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::results::{Indices, Risk};

/// Per cent of a whole.
const PER_CENT: f64 = 100.0;

/// Weights that add up to one, and where they stand.
struct List {
    weights: Vec<f64>,
    file: &'static str,
    pointer: String,
    /// Whether they have to add up to one; those of the items of a component are only looked at for their unit.
    is_held: bool,
}

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerance = context.study.thresholds.tolerances.component_weights;
    let mut found = Vec::new();
    for file in [Indices::FILE, Risk::FILE] {
        let lists: Vec<List> = lists(context).into_iter().filter(|list| list.file == file).collect();
        let is_off =
            |list: &&List, whole: f64| (list.weights.iter().sum::<f64>() / whole - 1.0).abs() > tolerance;
        let in_per_cent: Vec<&List> =
            lists.iter().filter(|list| !list.weights.is_empty() && !is_off(list, PER_CENT)).collect();
        found.extend(in_per_cent.first().map(|first| per_cent(first, in_per_cent.len())));
        let off = lists.iter().filter(|l| l.is_held && !l.weights.is_empty() && is_off(l, 1.0));
        for list in off.filter(|list| is_off(list, PER_CENT)) {
            let sum: f64 = list.weights.iter().sum();
            let message = say!("component-weights", sum = format!("{sum:.4}"));
            let fault = Diagnostic::new(Code::ComponentWeights, message);
            let place = Location::pointer(list.file, list.pointer.clone());
            found.push(fault.at(place).hint(say!("hint-component-weights")));
        }
    }
    found
}

fn lists(context: &Context<'_>) -> Vec<List> {
    let mut lists = Vec::new();
    for (i, index) in context.study.indices.indices.iter().enumerate() {
        let weights = index.components.iter().map(|c| c.weight).collect();
        let pointer = format!("/indices/{i}/components");
        lists.push(List { weights, file: Indices::FILE, pointer, is_held: true });
    }
    let risk = &context.study.risk;
    let weights = risk.components.iter().map(|c| c.weight).collect();
    lists.push(List { weights, file: Risk::FILE, pointer: "/components".to_owned(), is_held: true });
    for (i, component) in risk.components.iter().enumerate() {
        let weights = component.items.iter().map(|item| item.weight).collect();
        let pointer = format!("/components/{i}/items");
        lists.push(List { weights, file: Risk::FILE, pointer, is_held: false });
    }
    lists
}

/// Weights in per cent: at the first of them, with how many lists there are.
fn per_cent(first: &List, lists: usize) -> Diagnostic {
    let weight = first.weights.first().copied().unwrap_or_default();
    let place = Location::pointer(first.file, format!("{}/0/weight", first.pointer));
    let message = say!("weights-per-cent", weight = weight; others = lists - 1);
    let fault = Diagnostic::new(Code::ComponentWeights, message).at(place);
    fault.hint(say!("hint-weights-per-cent", weight = weight, right = weight / PER_CENT))
}
