//! Words that claim more than a figure: a majority, a significant difference. They may be printed only
//! where a fact allows it, so they have to stand under a condition that asks for a kind of reading which allows the
//! claim, or for the fact itself.

use super::prose::{Line, OTHERWISE};
use super::readings;
use crate::diag::{Code, Diagnostic, say};
use crate::facts::reading::{self, Claim};
use crate::locale::{ClaimKind, Locale};

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
