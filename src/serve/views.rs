//! What the page is given to show, as JSON.

use std::sync::Arc;

use serde_json::{Value, json};

use super::session::{Session, Shown, counts};
use super::{findings, start_page};
use crate::diag::{Catalogue, UiLanguage};
use crate::facts::TermState;
use crate::pipeline::Job;
use crate::pipeline::live::{LiveDocument, NumberAnswer, OwedDeliverable};
use crate::proof::Binding;

/// The study: its deliverables with their state, the terms of the grant, the files that were built.
pub fn study(session: &Session, language: UiLanguage) -> Value {
    let broken = session.broken().map(|broken| counts(&broken.findings).0);
    let Some(study) = session.study() else {
        let mut told =
            json!({"version": session.version(), "broken": broken.unwrap_or_default(), "deliverables": []});
        if let Some(object) = told.as_object_mut().filter(|_| session.is_start()) {
            object.insert("start".to_owned(), start_page::proposal());
        }
        return told;
    };
    let overview = study.overview();
    let built = study.built(&session.out());
    let deliverables: Vec<Value> = overview
        .deliverables
        .iter()
        .map(|owed| {
            let mut told = json!(owed);
            let names: Vec<String> =
                owed.languages.iter().map(|language| format!("{}.{language}", owed.id)).collect();
            if let Some(object) = told.as_object_mut() {
                object.insert("state".to_owned(), json!(state(session, &names, built.as_ref(), owed)));
            }
            told
        })
        .collect();
    let terms = study.terms().iter().map(|of| {
        let size = crate::diag::Arg::Count(u64::from(of.focus_group_size));
        let places = [("focus_group_size", size)];
        let word = |id: String| Catalogue::of(language).text_with(&id, None, &places).unwrap_or(id);
        let terms: Vec<Value> = of
            .terms
            .iter()
            .map(|term| {
                let state = match term.state {
                    TermState::Met => "met",
                    TermState::NotStarted => "not-started",
                    TermState::Pending => "pending",
                    TermState::Waived => "waived",
                    TermState::Missed => "missed",
                };
                json!({
                    "name": word(format!("term-{}", term.id.as_str())),
                    "threshold": term.threshold,
                    "achieved": term.achieved,
                    "state": state,
                    "words": word(format!("state-{state}")),
                })
            })
            .collect();
        json!({"deliverable": of.deliverable, "terms": terms})
    });
    json!({
        "version": session.version(),
        "broken": broken,
        "name": overview.name,
        "title": overview.title,
        "languages": overview.languages,
        "edition": overview.edition,
        "theme": overview.theme,
        "themes": overview.themes,
        "deliverables": deliverables,
        "terms": terms.collect::<Vec<_>>(),
        "built": built,
        "undo": session.changes(),
    })
}

/// `faults`, `unbuilt`, `older`, `whole`, or `unknown` before it was looked at.
fn state(
    session: &Session,
    names: &[String],
    built: Option<&crate::pipeline::live::Built>,
    owed: &OwedDeliverable,
) -> &'static str {
    if names.iter().any(|name| session.has_faults(name)) {
        return "faults";
    }
    let is_known = |name: &String| session.shown(name).is_some() || session.looked(name).is_some();
    if !names.iter().all(is_known) {
        return "unknown";
    }
    let beginning = format!("{}.", owed.id);
    let all = built.into_iter().flat_map(|built| &built.files);
    let own: Vec<bool> =
        all.filter(|file| file.name.starts_with(&beginning)).map(|file| file.is_current).collect();
    match own.as_slice() {
        [] => "unbuilt",
        own if own.contains(&false) => "older",
        _ => "whole",
    }
}

/// A document: its pages by digest, its outline, where it stands beside its other languages.
pub fn document(name: &str, shown: &Shown, version: u64, language: UiLanguage) -> Value {
    let faults = findings::plain(&shown.faults, language);
    let Some((_, document)) = &shown.whole else {
        return json!({"name": name, "version": version, "faults": faults, "pages": []});
    };
    json!({
        "name": name,
        "language": document.job.language,
        "version": version,
        "faults": faults,
        "pages": document.pages,
        "outline": document.outline,
        "anchors": document.anchors,
        "notes": document.notes,
        "charts": document.charts,
    })
}

/// What lies over a page: its texts, numbers and sentences.
pub fn layer(shown: &Shown, page: usize) -> Value {
    let Some((study, document)) = &shown.whole else { return Value::Null };
    let rounded = |area: &[f64; 4]| area.map(|length| (length * 100.0).round() / 100.0);
    let runs = document.runs(page).iter().filter(|run| !run.text.trim().is_empty()).map(|run| {
        let area = [run.x, run.y, run.right() - run.x, run.height];
        json!([rounded(&area), run.text])
    });
    let numbers = study.numbers(document).pages.get(page).map(Vec::as_slice).unwrap_or_default();
    let numbers = numbers.iter().map(|number| {
        let kind = match number.binding {
            Some(Binding::Datum(_)) => "datum",
            Some(Binding::Reason(_)) => "reason",
            None => "unbound",
        };
        let areas: Vec<_> = number.areas.iter().map(rounded).collect();
        json!({"text": number.text, "areas": areas, "kind": kind})
    });
    let sentences = document.sentences.iter().flat_map(|said| {
        let own = said.places.iter().filter(move |stretch| stretch.page == page);
        own.map(move |stretch| {
            let areas: Vec<_> = stretch.areas.iter().map(rounded).collect();
            json!({"name": said.name, "words": said.words, "areas": areas})
        })
    });
    json!({
        "runs": runs.collect::<Vec<_>>(),
        "numbers": numbers.collect::<Vec<_>>(),
        "sentences": sentences.collect::<Vec<_>>(),
    })
}

/// A page of which only the digest is known.
pub fn page_of(document: &LiveDocument, digest: &str) -> Option<usize> {
    document.pages.iter().position(|page| page.digest == digest)
}

/// All that is known of a number.
pub fn number(
    session: &Session,
    name: &str,
    place: (usize, usize),
    language: UiLanguage,
) -> Option<NumberAnswer> {
    let (study, document) = session.shown(name)?.whole?;
    let all = session.whole();
    // Those of the same state: others would speak of another study.
    let others: Vec<&LiveDocument> = all
        .iter()
        .filter(|(own, other)| Arc::ptr_eq(own, &study) && other.job != document.job)
        .map(|(_, other)| &**other)
        .collect();
    let is_laid_out = |job: &Job| *job == document.job || others.iter().any(|other| other.job == *job);
    let unseen = study.documents().filter(|job| !is_laid_out(job));
    let prints: Vec<_> = unseen.filter_map(|job| Some(session.looked(&job.name())?.prints)).collect();
    study.answer(&document, place, (&others, &prints), language)
}

/// The place of a datum in a document.
pub fn place_of(session: &Session, name: &str, datum: &str) -> Option<Value> {
    let (study, document) = session.document(name)?.whole?;
    let (page, index) = study.number_of_datum(&document, datum)?;
    Some(json!({"document": name, "page": page, "index": index}))
}

/// Texts that a search finds: page and area of each place.
pub fn search(shown: &Shown, wanted: &str) -> Value {
    const MOST: usize = 500;
    let Some((_, document)) = &shown.whole else { return json!([]) };
    let found = document.search(wanted).into_iter().take(MOST);
    found.map(|(page, area)| json!({"page": page, "area": area})).collect()
}
