//! References to what is not there, one finding for each thing that is missing, not one for each reference.
//!
//! Where a whole file is absent, or still holds the example of `esep new` beside a codebook of the user's own, that is
//! the cause of all that it leaves dangling, and the only thing to say.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::context::Inventory;
use crate::diag::{Code, Diagnostic, Location, say};

/// References to the same missing thing that are each told of.
const TOLD: usize = 1;
/// Missing things of a kind that are each told of.
const ALONE: usize = 5;
/// Missing things of a cause that are named.
const NAMED: usize = 6;

/// A reference that nothing answers to.
pub struct Reference<'r> {
    /// Names the kind in the message `dangling-id`.
    pub what: &'static str,
    /// What the id belongs to, where ids are not the study's own.
    pub scope: &'r str,
    pub id: &'r str,
    /// Whether the study has no thing of this kind at all.
    pub is_first: bool,
}

/// A missing thing with the places that refer to it.
struct Missing {
    what: &'static str,
    id: String,
    near: Option<String>,
    none_at_all: bool,
    places: Vec<Location>,
}

/// All references that nothing answers to.
#[derive(Default)]
pub struct Dangling {
    missing: IndexMap<(&'static str, String, String), Missing>,
    others: Vec<Diagnostic>,
}

impl Dangling {
    /// A reference at a place; what its id was most likely meant to be is asked for once.
    pub fn push(
        &mut self,
        reference: &Reference<'_>,
        place: Location,
        near: impl FnOnce() -> Option<String>,
    ) {
        let &Reference { what, scope, id, is_first } = reference;
        let entry = self.missing.entry((what, scope.to_owned(), id.to_owned()));
        let missing = entry.or_insert_with(|| Missing {
            what,
            id: id.to_owned(),
            near: near(),
            none_at_all: is_first,
            places: Vec::new(),
        });
        missing.places.push(place);
    }

    /// Whether nothing is missing so far.
    pub fn is_empty(&self) -> bool {
        self.missing.is_empty()
    }

    /// The one missing thing of a kind was most likely meant by the one that nothing refers to.
    pub fn suggest(&mut self, what: &str, unnamed: &[&str]) {
        let mut missing = self.missing.values_mut().filter(|missing| missing.what == what);
        if let (Some(one), None, [near]) = (missing.next(), missing.next(), unnamed) {
            one.near.get_or_insert_with(|| (*near).to_owned());
        }
    }

    /// A finding of its own kind.
    pub fn other(&mut self, fault: Diagnostic) {
        self.others.push(fault);
    }

    /// One finding for each cause.
    pub fn findings(self, inventory: &Inventory) -> Vec<Diagnostic> {
        let Self { missing, others: mut found } = self;
        let mut left: Vec<Missing> = missing.into_values().collect();
        found.extend(examples(&mut left, inventory));
        found.extend(absent(&mut left, inventory));
        found.extend(together(&mut left));
        found.extend(left.into_iter().map(Missing::finding));
        found
    }
}

/// Files that still hold the example of `esep new`: what they refer to is not missing in the study.
fn examples(left: &mut Vec<Missing>, inventory: &Inventory) -> Option<Diagnostic> {
    let is_example = |place: &Location| inventory.examples.iter().any(|file| place.file == *file);
    let mut files = BTreeSet::new();
    let (mut first, mut count) = (None, 0);
    for missing in left.iter_mut() {
        missing.places.retain(|place| {
            let own = is_example(place);
            if own {
                files.insert(place.file.clone());
                first.get_or_insert_with(|| place.clone());
                count += 1;
            }
            !own
        });
    }
    left.retain(|missing| !missing.places.is_empty());
    let names = files.into_iter().collect::<Vec<_>>();
    let message = say!("example-left", files = names.join("`, `"); number = names.len(), places = count);
    Some(Diagnostic::new(Code::DanglingId, message).at(first?).hint(say!("hint-example-left")))
}

/// Many things of a kind that are missing at once: one list was renamed and the other was not.
fn together(left: &mut Vec<Missing>) -> Vec<Diagnostic> {
    let mut kinds: IndexMap<&'static str, Vec<Missing>> = IndexMap::new();
    // What evidence names is missing as what it is.
    let own: BTreeSet<String> = left.iter().filter(|m| m.what != "thing").map(|m| m.id.clone()).collect();
    for missing in left.drain(..).filter(|m| m.what != "thing" || !own.contains(&m.id)) {
        kinds.entry(missing.what).or_default().push(missing);
    }
    let mut found = Vec::new();
    for (what, things) in kinds {
        if things.len() <= ALONE {
            left.extend(things);
            continue;
        }
        let places: usize = things.iter().map(|m| m.places.len()).sum();
        let ids = named(&things);
        let message = say!("dangling-ids", kind = what, ids = ids; number = things.len(), places = places);
        let first = things.first().and_then(|m| m.places.first()).cloned().unwrap_or_default();
        let near = things.iter().find_map(|m| Some((m.id.as_str(), m.near.as_deref()?)));
        let hint = match near {
            Some((id, near)) => say!("hint-dangling-ids-near", id = id, near = near),
            None => say!("hint-dangling-ids"),
        };
        found.push(Diagnostic::new(Code::DanglingId, message).at(first).hint(hint));
    }
    found
}

/// The ids of some missing things, each once.
fn named(things: &[Missing]) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for missing in things {
        if !ids.contains(&missing.id.as_str()) {
            ids.push(&missing.id);
        }
    }
    let more = if ids.len() > NAMED { ", …" } else { "" };
    ids.truncate(NAMED);
    format!("{}{more}", ids.join(", "))
}

/// The files whose things a kind of reference may name.
fn givers(what: &str) -> &'static [&'static str] {
    match what {
        "territory" => &["territories.json"],
        "index" => &["indices.json"],
        "component" => &["risk.json"],
        "event" => &["events.json"],
        "category" => &["cases.json"],
        "theme" => &["focus-groups.json"],
        "expert-question" => &["experts.json"],
        "thing" => &[
            "cases.json",
            "experts.json",
            "focus-groups.json",
            "indices.json",
            "recommendations.json",
            "territories.json",
            "events.json",
            "coverage.json",
        ],
        _ => &[],
    }
}

/// Files that are not there, with all that refers to what they would hold.
fn absent(left: &mut Vec<Missing>, inventory: &Inventory) -> Vec<Diagnostic> {
    let mut causes: IndexMap<Vec<&'static str>, Vec<Missing>> = IndexMap::new();
    let mut rest = Vec::new();
    let whole: Vec<&str> =
        left.iter().filter(|m| m.none_at_all).flat_map(|m| givers(m.what)).copied().collect();
    for missing in left.drain(..) {
        let mut files: Vec<&'static str> =
            givers(missing.what).iter().copied().filter(|file| inventory.absent.contains(file)).collect();
        // A file that lacks a whole kind already is where the evidence stood, too.
        let of_whole = files.iter().any(|file| whole.contains(file));
        if of_whole {
            files.retain(|file| whole.contains(file));
        }
        let is_slip = missing.near.is_some() && !missing.none_at_all && !of_whole;
        if files.is_empty() || is_slip {
            rest.push(missing);
        } else {
            causes.entry(files).or_default().push(missing);
        }
    }
    *left = rest;
    let tell = |(files, things): (Vec<&'static str>, Vec<Missing>)| {
        let places: usize = things.iter().map(|m| m.places.len()).sum();
        let message = say!(
            "file-absent", files = files.join("`, `"), ids = named(&things);
            number = files.len(), places = places
        );
        let first = things.first()?.places.first()?.clone();
        Some(Diagnostic::new(Code::DanglingId, message).at(first).hint(say!("hint-file-absent")))
    };
    causes.into_iter().filter_map(tell).collect()
}

impl Missing {
    fn finding(self) -> Diagnostic {
        let Self { what, id, near, mut places, .. } = self;
        let others = places.len().saturating_sub(TOLD);
        let first = if places.is_empty() { Location::default() } else { places.swap_remove(0) };
        let message = say!("dangling-id", kind = what, id = id; others = others);
        let fault = Diagnostic::new(Code::DanglingId, message).at(first);
        match near {
            Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
            None => fault.hint(say!("hint-dangling-id")),
        }
    }
}
