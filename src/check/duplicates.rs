//! Two entries for the same thing: of two records, answers or days only one can be right.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::Study;
use crate::study::passport::Passport;
use crate::study::qualitative::{Cases, FocusGroups};
use crate::study::results::{Codebook, Indices, Results, Risk};
use crate::study::survey::{Fieldwork, Sample};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = records(context);
    codes(context.study, &mut found);
    measurements(context.study, &mut found);
    found
}

fn fault(what: &str, first: &str, place: Location) -> Diagnostic {
    Diagnostic::new(Code::DuplicateRecord, say!("duplicate-entry", what = what.trim_end(), first = first))
        .at(place)
        .hint(say!("hint-keep-one"))
}

/// Reports every key that an earlier entry has.
fn twice<K: Eq + Hash>(
    keys: impl IntoIterator<Item = (K, String)>,
    file: &str,
    pointer: impl Fn(usize) -> String,
    found: &mut Vec<Diagnostic>,
) {
    let mut seen: HashMap<K, usize> = HashMap::new();
    for (position, (key, what)) in keys.into_iter().enumerate() {
        match seen.get(&key) {
            Some(first) => {
                found.push(fault(&what, &pointer(*first), Location::pointer(file, pointer(position))));
            }
            None => drop(seen.insert(key, position)),
        }
    }
}

/// Two files of results of the same day; records that stand twice are a cause of the table.
fn records(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let stages = context.study.results.iter();
    for (at, results) in stages.clone().enumerate() {
        let same = |r: &&Arc<Results>| r.stage == results.stage && r.date == results.date;
        if let Some(earlier) = stages.clone().take(at).find(same) {
            let what = format!("{} {}", results.stage.as_str(), results.date);
            found.push(fault(&what, &earlier.path, Location::pointer(results.path.clone(), "/date")));
        }
    }
    found
}

/// Codes inside one closed list.
fn codes(study: &Study, found: &mut Vec<Diagnostic>) {
    let own = |code: &str| (code.to_owned(), code.to_owned());
    let book = &study.codebook;
    let file = Codebook::FILE;
    let blocks = book.blocks.iter().map(|b| own(b.id.as_str()));
    twice(blocks, file, |at| format!("/blocks/{at}/id"), found);
    twice(
        book.breakdowns.iter().map(|b| own(b.id.as_str())),
        file,
        |at| format!("/breakdowns/{at}/id"),
        found,
    );
    for (i, breakdown) in book.breakdowns.iter().enumerate() {
        let pointer = |at| format!("/breakdowns/{i}/groups/{at}/code");
        twice(breakdown.groups.iter().map(|g| own(&g.code)), file, pointer, found);
    }
    for (i, question) in book.questions.iter().enumerate() {
        let options = question.options.iter().map(|o| own(&o.code));
        twice(options, file, |at| format!("/questions/{i}/options/{at}/code"), found);
        let items = question.items.iter().map(|o| own(&o.code));
        twice(items, file, |at| format!("/questions/{i}/items/{at}/code"), found);
    }
    let categories = study.cases.categories.iter().map(|c| own(&c.code));
    twice(categories, Cases::FILE, |at| format!("/categories/{at}/code"), found);
    let themes = study.focus_groups.themes.iter().map(|c| own(&c.code));
    twice(themes, FocusGroups::FILE, |at| format!("/themes/{at}/code"), found);
    let languages = study.passport.languages.iter().map(|l| own(l));
    twice(languages, Passport::FILE, |at| format!("/languages/{at}"), found);
    let deliverables = study.passport.deliverables.iter().map(|d| own(d.id.as_str()));
    twice(deliverables, Passport::FILE, |at| format!("/deliverables/{at}/id"), found);
    for (i, deliverable) in study.passport.deliverables.iter().enumerate() {
        let languages = deliverable.languages.iter().map(|l| own(l));
        twice(languages, Passport::FILE, |at| format!("/deliverables/{i}/languages/{at}"), found);
    }
    let photographs = study.passport.photographs.iter().map(|p| own(p.id.as_str()));
    twice(photographs, Passport::FILE, |at| format!("/photographs/{at}/id"), found);
    let waivers = study.passport.grant.iter().flat_map(|g| &g.waivers).map(|w| own(w.term.as_str()));
    twice(waivers, Passport::FILE, |at| format!("/grant/waivers/{at}/term"), found);
    let demands = study.passport.thresholds.iter().flat_map(|t| &t.terms).map(|d| own(d.term.as_str()));
    twice(demands, Passport::FILE, |at| format!("/thresholds/terms/{at}/term"), found);
}

/// Counts and scores of the same day, cell, stage or territory.
fn measurements(study: &Study, found: &mut Vec<Diagnostic>) {
    let days = study.fieldwork.days.iter();
    let days = days.map(|d| ((d.date, &d.territory), format!("{} {}", d.date, d.territory)));
    twice(days, Fieldwork::FILE, |at| format!("/days/{at}"), found);
    let cells = study.sample.quotas.iter().map(|q| {
        let mut cell: Vec<String> = q.cell.iter().map(|(id, code)| format!("{id}={code}")).collect();
        cell.sort_unstable();
        let what = cell.join(", ");
        (cell, what)
    });
    twice(cells, Sample::FILE, |at| format!("/quotas/{at}/cell"), found);
    let scores = study.risk.scores.iter().map(|s| {
        let territory = s.territory.as_ref().map(ToString::to_string).unwrap_or_default();
        ((s.stage, s.territory.as_ref()), format!("{} {territory}", s.stage.as_str()))
    });
    twice(scores, Risk::FILE, |at| format!("/scores/{at}"), found);
    for (i, index) in study.indices.indices.iter().enumerate() {
        let values = index.values.iter().map(|v| {
            let mut by: Vec<String> =
                v.by.iter().flatten().map(|(id, code)| format!("{id}={code}")).collect();
            by.sort_unstable();
            let what = format!("{} {} {}", index.id, v.stage.as_str(), by.join(", "));
            ((v.stage, by), what)
        });
        twice(values, Indices::FILE, |at| format!("/indices/{i}/values/{at}"), found);
    }
}
