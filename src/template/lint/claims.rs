//! Words that claim more than a figure: a majority, a significant difference. They may be printed only
//! where a fact allows it, so they have to stand under a condition that asks for a kind of reading which allows the
//! claim, or for the fact itself.

use super::prose::{Line, OTHERWISE};
use super::readings;
use crate::diag::{Code, Diagnostic, say};
use crate::facts::reading::{self, Claim};
use crate::locale::{AssertionKind, ClaimKind, Locale};

/// Claims of a line that no condition on a fact guards. A word in quotation marks is spoken of, not claimed.
pub fn unfounded(line: &Line, locale: &Locale) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for claim in &locale.lint().claims {
        for hit in claim.pattern.0.find_iter(&line.text) {
            let guards = line.guards(hit.start());
            let asks = |guard: &String| claim.facts.iter().any(|fact| guard.contains(fact.as_str()));
            let counts = |guard: &String| claim.otherwise || !guard.starts_with(OTHERWISE);
            let reads = |guard: &String| is_read(guard, claim.claim);
            let is_guarded = guards.iter().any(|guard| reads(guard) || asks(guard) && counts(guard));
            if !is_guarded && !locale.lint().is_quoted(&line.text, hit.start()) {
                let facts = claim.facts.join(", ");
                found.push(
                    Diagnostic::new(Code::UnfoundedClaim, say!("claim-unfounded", word = hit.as_str()))
                        .hint(say!("hint-claim-unfounded", facts = facts)),
                );
            }
        }
    }
    found
}

/// What words of a line assert of the data ([`crate::locale::Asserted`]) that no condition asks for. Majorities are those
/// of [`unfounded`].
pub fn asserted(line: &Line, locale: &Locale) -> Vec<Diagnostic> {
    let all = locale.lint().asserted(&line.text).into_iter();
    let told = all.filter(|a| a.claim != AssertionKind::Majority).filter_map(|claim| {
        let (kinds, facts) = asked_for(claim.claim);
        let is_met = |guard: &String| {
            let asked = readings::kinds(guard);
            let reads = !asked.is_empty() && asked.iter().all(|kind| kinds.contains(kind));
            !guard.starts_with(OTHERWISE) && (reads || facts.iter().any(|fact| guard.contains(fact)))
        };
        if line.guards(claim.at).iter().any(is_met) {
            return None;
        }
        let hint = match (kinds, facts) {
            ([], []) => say!("hint-claim-change"),
            _ => say!("hint-claim-asserted", kinds = kinds.join(", "), facts = facts.join(", ")),
        };
        let message = say!("claim-unfounded", word = claim.word);
        Some(Diagnostic::new(Code::UnfoundedClaim, message).hint(hint))
    });
    told.collect()
}

/// The kinds of readings that tell a first or a last, or that several may be it, or what differs most.
const SUPERLATIVE: &[&str] = &[
    "majority",
    "clear-leader",
    "tied-leaders",
    "clear",
    "tied",
    "unproven",
    "highest",
    "lowest",
    "differ",
    "divides-only",
    "unites-and-divides",
];

/// The kinds of readings, and the facts, one of which a condition has to ask for. That things are the same is shown by
/// none.
fn asked_for(claim: AssertionKind) -> (&'static [&'static str], &'static [&'static str]) {
    match claim {
        AssertionKind::Majority => (&["majority", "majority-for", "majority-against"], &["majority"]),
        AssertionKind::Minority => (&[], &[".high < 50"]),
        AssertionKind::Fraction => (&[], &[".low < "]),
        AssertionKind::Highest => (SUPERLATIVE, &["leader_is_clear", ".rank[0] == "]),
        AssertionKind::Lowest => (SUPERLATIVE, &[".rank[0] == "]),
        AssertionKind::More | AssertionKind::Less => (
            &["differ", "apart", "clear", "highest", "lowest", "more-for", "more-against", "some-high"],
            &["differ", "leader_is_clear"],
        ),
        AssertionKind::Rose => (&["rose"], &["changed"]),
        AssertionKind::Fell => (&["fell"], &["changed"]),
        AssertionKind::Same => (&[], &[]),
    }
}

/// Whether a condition holds only for readings that allow the claim.
fn is_read(guard: &str, claim: ClaimKind) -> bool {
    let kinds = readings::kinds(guard);
    let claim = match claim {
        ClaimKind::Majority => Claim::Majority,
        ClaimKind::Difference => Claim::Difference,
    };
    !guard.starts_with(OTHERWISE)
        && !kinds.is_empty()
        && kinds.iter().all(|kind| reading::allows(kind, claim))
}
