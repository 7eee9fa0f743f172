//! What the server holds between two requests: the study as it was last sound, what is wrong with it now, and the
//! documents that are shown, each as it was last whole.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::json;

use super::hub::Hub;
use crate::diag::{Diagnostics, Severity};
use crate::pipeline::live::{BrokenStudy, Declared, LiveDocument, LiveStudy, Prints, Undo, end_of_round};
use crate::pipeline::{Job, Request};

/// Documents that are kept beside those that pages show.
const KEPT: usize = 2;
/// Changes of sentences that can be taken back.
const UNDOS: usize = 200;

/// A document as it is shown.
#[derive(Clone)]
pub struct Shown {
    /// As it was last whole.
    pub whole: Option<(Arc<LiveStudy>, Arc<LiveDocument>)>,
    /// What keeps it from being whole now.
    pub faults: Diagnostics,
    /// The state of the study that it was last tried with.
    version: u64,
}

/// What a look at a document without its layout has found.
#[derive(Clone)]
pub struct Looked {
    /// Faults and doubts.
    pub findings: Diagnostics,
    /// The data that it prints; none where it has faults.
    pub prints: Arc<Prints>,
    /// What the other languages have to declare, too; nothing where it has faults.
    pub declared: Option<Arc<Declared>>,
    version: u64,
}

#[derive(Default)]
struct State {
    request: Request,
    version: u64,
    study: Option<Arc<LiveStudy>>,
    broken: Option<Arc<BrokenStudy>>,
    documents: BTreeMap<String, Shown>,
    looked: BTreeMap<String, Looked>,
    undos: Vec<Undo>,
    is_building: bool,
}

/// The session of a server.
pub struct Session {
    /// The open pages.
    pub hub: Hub,
    state: Mutex<State>,
    /// One at a time lays out.
    work: Mutex<()>,
}

impl Session {
    /// A session of the study of a request, which is not read yet.
    pub fn new(request: Request) -> Self {
        let state = State { request, ..State::default() };
        Self { hub: Hub::default(), state: Mutex::new(state), work: Mutex::new(()) }
    }

    /// What is asked for.
    pub fn request(&self) -> Request {
        self.state().request.clone()
    }

    /// Whether no study is named yet.
    pub fn is_start(&self) -> bool {
        self.state().request.study.as_os_str().is_empty()
    }

    /// Where a build writes.
    pub fn out(&self) -> PathBuf {
        let state = self.state();
        let name = state.study.as_ref().map(|study| study.overview().name);
        let named = || PathBuf::from("out").join(name.unwrap_or_default());
        state.request.out.clone().unwrap_or_else(named)
    }

    /// The study as it was last sound.
    pub fn study(&self) -> Option<Arc<LiveStudy>> {
        self.state().study.clone()
    }

    /// What is wrong with the study now.
    pub fn broken(&self) -> Option<Arc<BrokenStudy>> {
        self.state().broken.clone()
    }

    /// How often the study has changed.
    pub fn version(&self) -> u64 {
        self.state().version
    }

    /// A document as it is shown; nothing before it was asked for.
    pub fn shown(&self, name: &str) -> Option<Shown> {
        self.state().documents.get(name).cloned()
    }

    /// All documents that are whole, or were.
    pub fn whole(&self) -> Vec<(Arc<LiveStudy>, Arc<LiveDocument>)> {
        self.state().documents.values().filter_map(|shown| shown.whole.clone()).collect()
    }

    /// What a look at a document has found; nothing before there was one in this state of the study.
    pub fn looked(&self, name: &str) -> Option<Looked> {
        let state = self.state();
        state.looked.get(name).filter(|looked| looked.version == state.version).cloned()
    }

    /// What a document declares in this state of the study, nothing where it has faults; `None` before it was looked at.
    pub fn declared(&self, name: &str) -> Option<Option<Arc<Declared>>> {
        let state = self.state();
        let shown = state.documents.get(name).filter(|shown| shown.version == state.version);
        if let Some(shown) = shown {
            let whole = shown.whole.as_ref().filter(|_| shown.faults.is_empty());
            return Some(whole.map(|(_, document)| Arc::clone(&document.declared)));
        }
        let looked = state.looked.get(name).filter(|looked| looked.version == state.version);
        looked.map(|looked| looked.declared.clone())
    }

    /// Reads the study anew and tells the pages; `other` makes what is asked for from now on of what was.
    pub fn reload(&self, other: Option<&dyn Fn(Request) -> Request>) {
        let _one = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        let is_other = other.is_some();
        let before = self.request();
        let request = other.map_or_else(|| before.clone(), |other| other(before.clone()));
        let before = self.study();
        let opened = LiveStudy::open(&request, before.as_deref());
        let mut state = self.state();
        // Templates of the user's count as changed whenever anything has.
        let is_forced = is_other || request.templates.is_some();
        state.request = request;
        match opened {
            Ok(study) => {
                let is_same = state.study.as_ref().is_some_and(|old| old.state() == study.state());
                let was_broken = state.broken.take().is_some();
                if is_same && !is_forced && !was_broken {
                    return;
                }
                state.study = Some(Arc::new(study));
            }
            Err(broken) => state.broken = Some(Arc::new(broken)),
        }
        state.version += 1;
        let (version, is_broken) = (state.version, state.broken.is_some());
        drop(state);
        self.hub.tell("study", &json!({"version": version, "broken": is_broken}));
    }

    /// A document in the present state of the study; laid out where it is not yet.
    pub fn document(&self, name: &str) -> Option<Shown> {
        let _one = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        let (study, version) = {
            let state = self.state();
            let known = state.documents.get(name);
            let is_known =
                known.is_some_and(|shown| shown.version == state.version || state.broken.is_some());
            if is_known {
                return known.cloned();
            }
            (state.study.clone()?, state.version)
        };
        let job = study.job(name)?.clone();
        let laid_out = study.document(&job);
        let mut state = self.state();
        let before = state.documents.remove(name);
        let shown = match laid_out {
            Ok(document) => {
                Shown { whole: Some((study, Arc::new(document))), faults: Diagnostics::new(), version }
            }
            Err(faults) => Shown { whole: before.and_then(|shown| shown.whole), faults, version },
        };
        state.documents.insert(name.to_owned(), shown.clone());
        drop(state);
        self.hub.tell("document", &json!({"name": name, "version": version}));
        Some(shown)
    }

    /// Looks at a document without laying it out, where no page shows it.
    pub fn look(&self, job: &Job) {
        let (Some(study), version) = ({
            let state = self.state();
            (state.study.clone(), state.version)
        }) else {
            return;
        };
        let looked = match study.look(job) {
            Ok((prints, declared, findings)) => {
                Looked { findings, prints: Arc::new(prints), declared: Some(Arc::new(declared)), version }
            }
            Err(findings) => Looked { findings, prints: Arc::default(), declared: None, version },
        };
        self.state().looked.insert(job.name(), looked);
    }

    /// Lets go of what no page shows any more, and of what the typesetter no longer needs.
    pub fn tidy(&self) {
        let shown = self.hub.shown();
        let mut state = self.state();
        let mut spare: Vec<(u64, String)> = state
            .documents
            .iter()
            .filter(|(name, _)| !shown.contains(name))
            .map(|(name, document)| (document.version, name.clone()))
            .collect();
        spare.sort();
        let gone = spare.len().saturating_sub(KEPT);
        for (_, name) in spare.into_iter().take(gone) {
            state.documents.remove(&name);
        }
        drop(state);
        end_of_round();
    }

    /// Whether a fault of the study or of a document keeps a build from being written.
    pub fn has_faults(&self, name: &str) -> bool {
        let state = self.state();
        let shown = state.documents.get(name).is_some_and(|shown| shown.faults.has_errors());
        let looked = state.looked.get(name).is_some_and(|looked| looked.findings.has_errors());
        shown || looked || state.broken.is_some()
    }

    /// Remembers how a change is taken back.
    pub fn changed(&self, undo: Undo) {
        let mut state = self.state();
        state.undos.push(undo);
        let beyond = state.undos.len().saturating_sub(UNDOS);
        state.undos.drain(..beyond);
    }

    /// The change that was made last; it is no longer remembered.
    pub fn last_change(&self) -> Option<Undo> {
        self.state().undos.pop()
    }

    /// How many changes can be taken back.
    pub fn changes(&self) -> usize {
        self.state().undos.len()
    }

    /// Begins a build; not where one is under way.
    pub fn begin_build(&self) -> bool {
        !std::mem::replace(&mut self.state().is_building, true)
    }

    /// A build is over.
    pub fn end_build(&self) {
        self.state().is_building = false;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How many findings of each severity there are.
pub fn counts(findings: &Diagnostics) -> (usize, usize) {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    (count(Severity::Error), count(Severity::Warning))
}
