//! Words that claim more than a figure: a majority, an order, a change, a significant difference. They may be printed
//! only where a fact allows it, so they have to stand under a condition that asks for a kind of reading which allows
//! the claim, or for the fact itself.

use super::prose::{Line, OTHERWISE};
use super::readings;
use crate::diag::{Code, Diagnostic, say};
use crate::facts::reading::{self, Claim};
use crate::locale::{AssertionKind, Locale};

/// Claims of a line ([`crate::locale::Asserted`]) that no condition on a fact or on a kind of reading guards.
pub fn unfounded(line: &Line, locale: &Locale) -> Vec<Diagnostic> {
    let all = locale.lint().asserted(&line.text).into_iter();
    let told = all.filter(|claim| !line.guards(claim.at).iter().any(|guard| allows(guard, claim.claim)));
    told.map(|claim| {
        let (kinds, facts) = asked_for(claim.claim);
        let hint = if kinds.is_empty() && facts.is_empty() {
            say!("hint-claim-change")
        } else {
            say!("hint-claim-unfounded", kinds = kinds.join(", "), facts = facts.join(", "))
        };
        Diagnostic::new(Code::UnfoundedClaim, say!("claim-unfounded", word = claim.word)).hint(hint)
    })
    .collect()
}

/// Whether a condition asks for what shows a claim. The other branch of a condition shows nothing, but that nothing is
/// shown.
fn allows(guard: &str, claim: AssertionKind) -> bool {
    let (kinds, facts) = asked_for(claim);
    let asked = readings::kinds(guard);
    let is_otherwise = guard.starts_with(OTHERWISE);
    let reads = !is_otherwise && !asked.is_empty() && asked.iter().all(|kind| kinds.contains(kind));
    let denies = claim == AssertionKind::Difference;
    reads || (denies || !is_otherwise) && facts.iter().any(|fact| guard.contains(fact))
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
fn asked_for(claim: AssertionKind) -> (Vec<&'static str>, &'static [&'static str]) {
    let of = |kinds: &[&'static str]| kinds.to_vec();
    match claim {
        AssertionKind::Difference => (
            reading::allowing(Claim::Difference).collect(),
            &["differ", "changed", ".rank[0] == ", "leader_is_clear", ".net.low > 0"],
        ),
        AssertionKind::Majority => (reading::allowing(Claim::Majority).collect(), &["majority", ".low > 50"]),
        AssertionKind::Minority => (Vec::new(), &[".high < 50"]),
        AssertionKind::Fraction => (Vec::new(), &[".low < "]),
        AssertionKind::Highest => (of(SUPERLATIVE), &["leader_is_clear", ".rank[0] == "]),
        AssertionKind::Lowest => (of(SUPERLATIVE), &[".rank[0] == "]),
        AssertionKind::More | AssertionKind::Less => (
            of(&["differ", "apart", "clear", "highest", "lowest", "more-for", "more-against", "some-high"]),
            &["differ", "leader_is_clear"],
        ),
        AssertionKind::Rose => (of(&["rose"]), &["changed"]),
        AssertionKind::Fell => (of(&["fell"]), &["changed"]),
        AssertionKind::Same => (Vec::new(), &[]),
    }
}
