//! The id is the join: whatever refers to a thing must find it.

use hashbrown::HashSet;
use indexmap::IndexMap;

use super::context::{Context, Tabulation};
use super::dangling::{Dangling, Reference};
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::outcome::{Events, Finding, Measure, Recommendations};
use crate::study::passport::Passport;
use crate::study::qualitative::{Cases, Experts, FocusGroups};
use crate::study::results::{Breakdown, Codebook, GroupCodes, Indices, Question, Record, Risk};
use crate::study::survey::{Fieldwork, Sample};
use crate::study::{Id, Study, nearest};

/// The ids of one kind that may be referred to.
struct KnownIds {
    /// Names the kind in the message `dangling-id`.
    what: &'static str,
    /// What the ids belong to: a question, a breakdown; empty where they are the study's.
    scope: String,
    ids: Vec<String>,
    set: HashSet<String>,
}

impl KnownIds {
    fn new(what: &'static str, ids: impl IntoIterator<Item = String>) -> Self {
        Self::of(what, "", ids)
    }

    fn of(what: &'static str, scope: &str, ids: impl IntoIterator<Item = String>) -> Self {
        let ids: Vec<String> = ids.into_iter().collect();
        let set = ids.iter().cloned().collect();
        Self { what, scope: scope.to_owned(), ids, set }
    }

    fn check(&self, id: &str, file: &str, pointer: impl FnOnce() -> String, faults: &mut Dangling) {
        if self.set.contains(id) {
            return;
        }
        let reference = Reference { what: self.what, scope: &self.scope, id, is_first: self.ids.is_empty() };
        faults.push(&reference, Location::pointer(file, pointer()), || nearest(id, &self.ids).cloned());
    }
}

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let study = context.study;
    let mut faults = Dangling::default();
    survey(study, &mut faults);
    records(context, &mut faults);
    measures(context, &mut faults);
    register(study, &mut faults);
    evidence(context, &mut faults);
    faults.findings(&context.inventory)
}

fn territories(study: &Study) -> KnownIds {
    KnownIds::new("territory", study.territories.territories.iter().map(|t| t.id.to_string()))
}

fn bodies(study: &Study) -> KnownIds {
    KnownIds::new("body", study.passport.bodies.iter().map(|b| b.id.to_string()))
}

fn survey(study: &Study, faults: &mut Dangling) {
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

fn records(context: &Context<'_>, faults: &mut Dangling) {
    let study = context.study;
    let questions: IndexMap<&str, (&Question, KnownIds, KnownIds)> = study
        .codebook
        .questions
        .iter()
        .map(|q| {
            let id = q.id.as_str();
            let options = KnownIds::of("answer", id, q.options.iter().map(|o| o.code.clone()));
            let items = KnownIds::of("item", id, q.items.iter().map(|i| i.code.clone()));
            (id, (q, options, items))
        })
        .collect();
    let ids = KnownIds::new("question", questions.keys().map(|k| (*k).to_owned()));
    let groups = KnownGroups::new(study);
    for table in &context.tables {
        let file = table.path.as_str();
        let is_another = table.results.records.iter().all(|r| !ids.set.contains(r.question.as_str()));
        if let (true, Some(first)) = (is_another, table.results.records.iter().next()) {
            faults.other(of_another(context, table, first));
            continue;
        }
        for (row, record) in table.results.records.iter().enumerate() {
            let at = |field: &str| format!("{}/{field}", table.place(row));
            ids.check(&record.question, file, || at("question"), faults);
            if let Some((_, options, items)) = questions.get(record.question.as_str()) {
                options.check(&record.option, file, || at("option"), faults);
                if let Some(item) = &record.item {
                    items.check(item, file, || at("item"), faults);
                }
            }
            if let Some(by) = &record.by {
                groups.check(by, file, || at("by"), faults);
            }
        }
    }
    if !faults.is_empty() {
        let named: HashSet<&str> = context.records().map(|r| r.question.as_str()).collect();
        let unnamed: Vec<&str> = questions.keys().copied().filter(|id| !named.contains(id)).collect();
        faults.suggest("question", &unnamed);
        let by = context.records().flat_map(|r| r.by.iter().flatten());
        let named: HashSet<&str> = by.map(|(id, _)| id).collect();
        let breakdowns = study.codebook.breakdowns.iter().map(|b| b.id.as_str());
        let unnamed: Vec<&str> = breakdowns.filter(|id| !named.contains(id)).collect();
        faults.suggest("breakdown", &unnamed);
    }
    for (i, quota) in study.sample.quotas.iter().enumerate() {
        groups.check(&quota.cell, Sample::FILE, || format!("/quotas/{i}/cell"), faults);
    }
    for (i, index) in study.indices.indices.iter().enumerate() {
        for (j, value) in index.values.iter().enumerate() {
            if let Some(by) = &value.by {
                groups.check(by, Indices::FILE, || format!("/indices/{i}/values/{j}/by"), faults);
            }
        }
    }
}

/// A table none of whose questions the codebook has: it belongs to another one, or to an earlier draft.
fn of_another(context: &Context<'_>, table: &Tabulation<'_>, first: &Record) -> Diagnostic {
    let message = say!("results-of-another", path = table.path, id = first.question);
    let fault = Diagnostic::new(Code::DanglingId, message).at(table.pointer(0, "question"));
    let is_tabulated = !context.study.tabulation.questions.is_empty();
    fault.hint(if is_tabulated { say!("hint-results-tabulate") } else { say!("hint-results-of-another") })
}

/// The groups of all breakdowns.
struct KnownGroups<'s> {
    breakdowns: &'s [Breakdown],
    /// Breakdowns with the codes of their groups.
    codes: HashSet<(&'s str, &'s str)>,
}

impl<'s> KnownGroups<'s> {
    fn new(study: &'s Study) -> Self {
        let breakdowns = study.codebook.breakdowns.as_slice();
        let codes =
            breakdowns.iter().flat_map(|b| b.groups.iter().map(|group| (b.id.as_str(), group.code.as_str())));
        Self { breakdowns, codes: codes.collect() }
    }

    fn check(&self, by: &GroupCodes, file: &str, at: impl Fn() -> String, faults: &mut Dangling) {
        for (breakdown, code) in by.iter().filter(|pair| !self.codes.contains(pair)) {
            let found = self.breakdowns.iter().find(|b| b.id.as_str() == breakdown);
            let what = if found.is_some() { "group" } else { "breakdown" };
            let id = if found.is_some() { code } else { breakdown };
            let names: Vec<String> = match found {
                Some(b) => b.groups.iter().map(|g| g.code.clone()).collect(),
                None => self.breakdowns.iter().map(|b| b.id.to_string()).collect(),
            };
            let scope = if found.is_some() { breakdown } else { "" };
            KnownIds::of(what, scope, names).check(id, file, &at, faults);
        }
    }
}

fn measures(context: &Context<'_>, faults: &mut Dangling) {
    let study = context.study;
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
                let codes =
                    KnownIds::of("answer", question.as_str(), found.options.iter().map(|o| o.code.clone()));
                for (j, option) in options.iter().enumerate() {
                    codes.check(option, file, || at(&format!("share/options/{j}")), faults);
                }
                own_item(found, item.as_deref(), file, || at("share"), faults);
                if let Some(by) = by {
                    KnownGroups::new(study).check(by, file, || at("share/by"), faults);
                }
                if let Some(fault) = without_records(context, finding) {
                    faults.other(fault.at(Location::pointer(file, at("share"))));
                }
            }
        }
    }
}

/// A finding whose question, item or group has no records in the results that it would be told with, though the codebook
/// knows them.
fn without_records(context: &Context<'_>, finding: &Finding) -> Option<Diagnostic> {
    let Some(Measure::Share { question, item, by, .. }) = &finding.measure else { return None };
    let own = context.question(question.as_str())?;
    let is_known = match item {
        Some(code) => own.items.iter().any(|item| &item.code == code),
        None => own.items.is_empty(),
    };
    let groups: Vec<(&str, &str)> = by.iter().flatten().collect();
    let breakdowns = &context.study.codebook.breakdowns;
    let is_group = |(id, code): &(&str, &str)| {
        breakdowns.iter().any(|b| b.id.as_str() == *id && b.groups.iter().any(|g| g.code == *code))
    };
    let has = |table: &Tabulation<'_>| {
        table.distributions.iter().any(|d| {
            let same = d.by.len() == groups.len() && groups.iter().all(|group| d.by.contains(group));
            same && d.question == question.as_str() && d.item == item.as_deref()
        })
    };
    let last = context.due.iter().map(|(_, deliverable)| deliverable.cutoff).max()?;
    let tables = context.tables.iter().filter(|table| table.results.date <= last);
    let table = tables.max_by_key(|table| table.results.date)?;
    if !is_known || !groups.iter().all(is_group) || has(table) {
        return None;
    }
    let group: Vec<String> = groups.iter().map(|(id, code)| format!("{id}={code}")).collect();
    let item = item.as_ref().map(|item| format!("/{item}")).unwrap_or_default();
    let what = format!("{question}{item}");
    let message =
        say!("measure-without-records", what = what, group = group.join(", "); groups = group.len());
    Some(Diagnostic::new(Code::DanglingId, message).hint(say!("hint-measure-without-records")))
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
    faults: &mut Dangling,
) {
    let items = || KnownIds::of("item", question.id.as_str(), question.items.iter().map(|i| i.code.clone()));
    match item {
        Some(item) => items().check(item, file, || format!("{}/item", at()), faults),
        None if !question.items.is_empty() => {
            let message = say!("item-left-out", question = question.id, items = items().ids.join(", "));
            let fault = Diagnostic::new(Code::DanglingId, message).at(Location::pointer(file, at()));
            faults.other(fault.hint(say!("hint-item-left-out")));
        }
        None => {}
    }
}

fn register(study: &Study, faults: &mut Dangling) {
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
                Some(q) => KnownIds::of("answer", question, q.options.iter().map(|o| o.code.clone())).check(
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

fn evidence(context: &Context<'_>, faults: &mut Dangling) {
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
        if let Some(id) = hypothesis.verdict.as_ref().and_then(|verdict| verdict.breakdown.as_ref()) {
            let known = study.codebook.breakdowns.iter().map(|breakdown| breakdown.id.to_string());
            let at = || format!("/hypotheses/{i}/verdict/breakdown");
            KnownIds::new("breakdown", known).check(id.as_str(), Passport::FILE, at, faults);
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
