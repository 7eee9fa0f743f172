//! The id is the join: whatever refers to a thing must find it.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::outcome::{Events, Measure, Recommendations};
use crate::study::passport::Passport;
use crate::study::qualitative::{Cases, Experts, FocusGroups};
use crate::study::results::{Codebook, Indices, Question, Results, Risk};
use crate::study::survey::{Fieldwork, Sample};
use crate::study::{Id, Study, nearest};

/// The ids of one kind that may be referred to.
struct KnownIds {
    /// Names the kind in the message `dangling-id`.
    what: &'static str,
    ids: Vec<String>,
    set: HashSet<String>,
}

impl KnownIds {
    fn new(what: &'static str, ids: impl IntoIterator<Item = String>) -> Self {
        let ids: Vec<String> = ids.into_iter().collect();
        let set = ids.iter().cloned().collect();
        Self { what, ids, set }
    }

    fn check(&self, id: &str, file: &str, pointer: impl FnOnce() -> String, faults: &mut Vec<Diagnostic>) {
        if self.set.contains(id) {
            return;
        }
        let message = say!("dangling-id", kind = self.what, id = id);
        let fault = Diagnostic::new(Code::DanglingId, message).at(Location::pointer(file, pointer()));
        faults.push(match nearest(id, &self.ids) {
            Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
            None => fault.hint(say!("hint-dangling-id")),
        });
    }
}

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let study = context.study;
    let mut faults = Vec::new();
    survey(study, &mut faults);
    records(study, &mut faults);
    measures(study, &mut faults);
    register(study, &mut faults);
    evidence(context, &mut faults);
    faults
}

fn territories(study: &Study) -> KnownIds {
    KnownIds::new("territory", study.territories.territories.iter().map(|t| t.id.to_string()))
}

fn bodies(study: &Study) -> KnownIds {
    KnownIds::new("body", study.passport.bodies.iter().map(|b| b.id.to_string()))
}

fn survey(study: &Study, faults: &mut Vec<Diagnostic>) {
    let territories = territories(study);
    for (i, day) in study.fieldwork.days.iter().enumerate() {
        territories.check(day.territory.as_str(), Fieldwork::FILE, || format!("/days/{i}/territory"), faults);
    }
    for (i, score) in study.risk.scores.iter().enumerate() {
        if let Some(id) = &score.territory {
            territories.check(id.as_str(), Risk::FILE, || format!("/scores/{i}/territory"), faults);
        }
    }
    let blocks = KnownIds::new("block", study.codebook.blocks.iter().map(|b| b.id.to_string()));
    for (i, question) in study.codebook.questions.iter().enumerate() {
        blocks.check(question.block.as_str(), Codebook::FILE, || format!("/questions/{i}/block"), faults);
    }
    let languages = KnownIds::new("language", study.passport.languages.iter().cloned());
    let events = KnownIds::new("event", study.events.events.iter().map(|e| e.id.to_string()));
    for (i, deliverable) in study.passport.deliverables.iter().enumerate() {
        if let Some(id) = &deliverable.presented_at {
            let at = || format!("/deliverables/{i}/presented_at");
            events.check(id.as_str(), Passport::FILE, at, faults);
        }
        for (j, language) in deliverable.languages.iter().enumerate() {
            let at = || format!("/deliverables/{i}/languages/{j}");
            languages.check(language, Passport::FILE, at, faults);
        }
    }
    let questions = questions(study);
    for (i, index) in study.indices.indices.iter().enumerate() {
        for (j, part) in index.components.iter().enumerate() {
            let at = || format!("/indices/{i}/components/{j}");
            questions.check(part.question.as_str(), Indices::FILE, || format!("{}/question", at()), faults);
            if let Some(found) = study.codebook.questions.iter().find(|q| q.id == part.question) {
                own_item(found, part.item.as_deref(), Indices::FILE, at, faults);
            }
        }
    }
    let components = KnownIds::new("component", study.risk.components.iter().map(|c| c.id.to_string()));
    for (i, score) in study.risk.scores.iter().enumerate() {
        for id in score.components.keys() {
            components.check(id, Risk::FILE, || format!("/scores/{i}/components/{id}"), faults);
        }
    }
}

fn records(study: &Study, faults: &mut Vec<Diagnostic>) {
    let questions: IndexMap<&str, (&Question, KnownIds, KnownIds)> = study
        .codebook
        .questions
        .iter()
        .map(|q| {
            let options = KnownIds::new("answer", q.options.iter().map(|o| o.code.clone()));
            let items = KnownIds::new("item", q.items.iter().map(|i| i.code.clone()));
            (q.id.as_str(), (q, options, items))
        })
        .collect();
    let ids = KnownIds::new("question", questions.keys().map(|k| (*k).to_owned()));
    for (file, results) in files(study) {
        for (i, record) in results.records.iter().enumerate() {
            let at = |field: &str| format!("/records/{i}/{field}");
            ids.check(&record.question, &file, || at("question"), faults);
            if let Some((question, options, items)) = questions.get(record.question.as_str()) {
                options.check(&record.option, &file, || at("option"), faults);
                match &record.item {
                    Some(item) => items.check(item, &file, || at("item"), faults),
                    None => own_item(question, None, &file, || format!("/records/{i}"), faults),
                }
            }
            if let Some(by) = &record.by {
                group(study, by, &file, || at("by"), faults);
            }
        }
    }
    for (i, quota) in study.sample.quotas.iter().enumerate() {
        group(study, &quota.cell, Sample::FILE, || format!("/quotas/{i}/cell"), faults);
    }
    for (i, index) in study.indices.indices.iter().enumerate() {
        for (j, value) in index.values.iter().enumerate() {
            if let Some(by) = &value.by {
                group(study, by, Indices::FILE, || format!("/indices/{i}/values/{j}/by"), faults);
            }
        }
    }
}

/// Results by the path of the file that holds their records.
fn files(study: &Study) -> impl Iterator<Item = (String, &Results)> {
    study.results.iter().map(|r| (r.records_path(), r.as_ref()))
}

fn group(
    study: &Study,
    by: &IndexMap<String, String>,
    file: &str,
    at: impl Fn() -> String,
    faults: &mut Vec<Diagnostic>,
) {
    for (breakdown, code) in by {
        let found = study.codebook.breakdowns.iter().find(|b| b.id.as_str() == breakdown);
        let known = found.is_some_and(|b| b.groups.iter().any(|g| &g.code == code));
        if known {
            continue;
        }
        let what = if found.is_some() { "group" } else { "breakdown" };
        let id = if found.is_some() { code } else { breakdown };
        let names: Vec<String> = match found {
            Some(b) => b.groups.iter().map(|g| g.code.clone()).collect(),
            None => study.codebook.breakdowns.iter().map(|b| b.id.to_string()).collect(),
        };
        KnownIds::new(what, names).check(id, file, &at, faults);
    }
}

fn measures(study: &Study, faults: &mut Vec<Diagnostic>) {
    let questions = questions(study);
    let indices = KnownIds::new("index", study.indices.indices.iter().map(|x| x.id.to_string()));
    let territories = territories(study);
    let file = Recommendations::FILE;
    for (i, finding) in study.recommendations.findings.iter().enumerate() {
        let at = |field: &str| format!("/findings/{i}/measure/{field}");
        match &finding.measure {
            None => {}
            Some(Measure::Index(id)) => indices.check(id.as_str(), file, || at("index"), faults),
            Some(Measure::Risk(id)) => territories.check(id.as_str(), file, || at("risk"), faults),
            Some(Measure::Share { question, item, options, by }) => {
                questions.check(question.as_str(), file, || at("share/question"), faults);
                let Some(found) = study.codebook.questions.iter().find(|q| &q.id == question) else {
                    continue;
                };
                let codes = KnownIds::new("answer", found.options.iter().map(|o| o.code.clone()));
                for (j, option) in options.iter().enumerate() {
                    codes.check(option, file, || at(&format!("share/options/{j}")), faults);
                }
                own_item(found, item.as_deref(), file, || at("share"), faults);
                if let Some(by) = by {
                    group(study, by, file, || at("share/by"), faults);
                }
            }
        }
    }
}

fn questions(study: &Study) -> KnownIds {
    KnownIds::new("question", study.codebook.questions.iter().map(|q| q.id.to_string()))
}

/// The item of a question that has some: it must be named, and be one of them. `at` is the place of the
/// object that names it.
fn own_item(
    question: &Question,
    item: Option<&str>,
    file: &str,
    at: impl Fn() -> String,
    faults: &mut Vec<Diagnostic>,
) {
    let items = || KnownIds::new("item", question.items.iter().map(|i| i.code.clone()));
    match item {
        Some(item) => items().check(item, file, || format!("{}/item", at()), faults),
        None if !question.items.is_empty() => {
            let message = say!("item-left-out", question = question.id, items = items().ids.join(", "));
            let fault = Diagnostic::new(Code::DanglingId, message).at(Location::pointer(file, at()));
            faults.push(fault.hint(say!("hint-item-left-out")));
        }
        None => {}
    }
}

fn register(study: &Study, faults: &mut Vec<Diagnostic>) {
    let (territories, bodies) = (territories(study), bodies(study));
    let categories = KnownIds::new("category", study.cases.categories.iter().map(|c| c.code.clone()));
    for (i, case) in study.cases.cases.iter().enumerate() {
        let file = Cases::FILE;
        territories.check(case.territory.as_str(), file, || format!("/cases/{i}/territory"), faults);
        bodies.check(case.body.as_str(), file, || format!("/cases/{i}/body"), faults);
        categories.check(&case.category, file, || format!("/cases/{i}/category"), faults);
    }
    let themes = KnownIds::new("theme", study.focus_groups.themes.iter().map(|t| t.code.clone()));
    for (i, focus) in study.focus_groups.groups.iter().enumerate() {
        for (j, statement) in focus.statements.iter().enumerate() {
            let at = || format!("/groups/{i}/statements/{j}/theme");
            themes.check(&statement.theme, FocusGroups::FILE, at, faults);
        }
    }
    for (i, expert) in study.experts.experts.iter().enumerate() {
        for (question, code) in &expert.answers {
            let at = || format!("/experts/{i}/answers/{question}");
            let found = study.experts.questions.iter().find(|q| q.id.as_str() == question);
            match found {
                Some(q) => KnownIds::new("answer", q.options.iter().map(|o| o.code.clone())).check(
                    code,
                    Experts::FILE,
                    at,
                    faults,
                ),
                None => {
                    KnownIds::new(
                        "expert-question",
                        study.experts.questions.iter().map(|q| q.id.to_string()),
                    )
                    .check(question, Experts::FILE, at, faults);
                }
            }
        }
    }
}

fn evidence(context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    let study = context.study;
    let everything = KnownIds::new("thing", context.ids.iter().map(|given| given.id.to_string()));
    let file = Recommendations::FILE;
    let mut check = |list: &str, i: usize, ids: &[Id]| {
        for (j, id) in ids.iter().enumerate() {
            everything.check(id.as_str(), file, || format!("/{list}/{i}/evidence/{j}"), faults);
        }
    };
    for (i, finding) in study.recommendations.findings.iter().enumerate() {
        check("findings", i, &finding.evidence);
    }
    for (i, recommendation) in study.recommendations.recommendations.iter().enumerate() {
        check("recommendations", i, &recommendation.evidence);
    }
    for (i, hypothesis) in study.passport.hypotheses.iter().enumerate() {
        for (j, id) in hypothesis.verdict.iter().flat_map(|verdict| verdict.evidence.iter().enumerate()) {
            let at = || format!("/hypotheses/{i}/verdict/evidence/{j}");
            everything.check(id.as_str(), Passport::FILE, at, faults);
        }
    }
    let bodies = bodies(study);
    for (i, recommendation) in study.recommendations.recommendations.iter().enumerate() {
        bodies.check(recommendation.body.as_str(), file, || format!("/recommendations/{i}/body"), faults);
    }
    for (i, event) in study.events.events.iter().enumerate() {
        for (j, body) in event.decisions.iter().enumerate().filter_map(|(j, d)| Some((j, d.body.as_ref()?))) {
            let at = || format!("/events/{i}/decisions/{j}/body");
            bodies.check(body.as_str(), Events::FILE, at, faults);
        }
    }
}
