//! A programme of studies: each is built as if it were alone, so that one's fault stops no other, and what the
//! programme's owner has to know is put together.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::artifact::BuildSummary;
use super::build::build;
use super::output;
use super::progress::Silent;
use super::request::Request;
use super::workers;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, Severity, UiLanguage, say};
use crate::source::{Programme, real_path};

/// What to build of a programme.
#[derive(Debug, Clone)]
pub struct ProgrammeRequest {
    /// What to build of each study; its study is the programme's folder, its output folder that of all.
    pub each: Request,
    /// How many studies are built at a time; as many as there are cores where none is given.
    pub jobs: Option<NonZero<usize>>,
    /// Of so many parts the one of this number, from 0: the studies whose place leaves it as a remainder.
    pub part: Option<(usize, usize)>,
    /// A log for programs: JSON Lines.
    pub log: Option<PathBuf>,
    /// Language of the log's sentences.
    pub language: UiLanguage,
}

/// What became of a study.
#[derive(Debug, Clone)]
pub struct StudyOutcome {
    /// Name of its folder.
    pub study: String,
    /// What was built, or why nothing was.
    pub built: Result<BuildSummary, Diagnostics>,
    /// How long it took.
    pub elapsed: Duration,
}

/// What became of a programme.
#[derive(Debug, Clone)]
pub struct ProgrammeSummary {
    /// The output folder, with a folder for each study.
    pub folder: PathBuf,
    /// The studies in their order.
    pub studies: Vec<StudyOutcome>,
}

impl StudyOutcome {
    /// `built`, `unchanged`, `faulty`, or `unwritten` where the files could not be written.
    pub fn state(&self) -> &'static str {
        match &self.built {
            Ok(summary) if summary.files.iter().all(|file| file.is_kept) => "unchanged",
            Ok(_) => "built",
            Err(faults) if faults.iter().any(|fault| fault.code == Code::OutputUnwritable) => "unwritten",
            Err(_) => "faulty",
        }
    }

    /// Doubts about it.
    pub fn doubts(&self) -> usize {
        self.built.as_ref().map_or(0, |summary| {
            let told = summary.warnings.iter().filter(|doubt| doubt.severity == Severity::Warning).count();
            told + summary.earlier_doubts
        })
    }

    /// Terms of the grant that it misses.
    pub fn missed(&self) -> &[String] {
        self.built.as_ref().map_or(&[], |summary| &summary.missed)
    }

    /// What there is to say of it, but for the time that it took.
    fn told(&self, language: UiLanguage) -> Value {
        let faults = self.built.as_ref().err().into_iter().flat_map(Diagnostics::iter).map(|fault| {
            json!({
                "code": fault.code.as_str(),
                "message": fault.message.render(language),
                "place": fault.location.as_ref().map(|place| place.render(language)),
            })
        });
        let files = self.built.as_ref().map_or(&[][..], |summary| &summary.files);
        json!({
            "study": self.study,
            "state": self.state(),
            "files": files.len(),
            "kept": files.iter().filter(|file| file.is_kept).count(),
            "doubts": self.doubts(),
            "terms_missed": self.missed(),
            "faults": faults.collect::<Vec<_>>(),
        })
    }
}

/// Builds all studies of a programme; `done` hears of each as it is finished, on the threads that build them. The
/// output folder gets a summary for the programme's owner beside the studies' folders.
///
/// # Errors
/// A folder that is no programme, a part that there is not, a log or a summary that cannot be written; what is wrong
/// with a study is part of its outcome.
pub fn build_programme(
    request: &ProgrammeRequest,
    done: &(dyn Fn(&StudyOutcome) + Sync),
) -> Result<ProgrammeSummary, Diagnostics> {
    let folder = &request.each.study;
    let studies = chosen(folder, request.part)?;
    let name = real_path(folder).ok().and_then(|path| Some(path.file_name()?.to_owned()));
    let out = request.each.out.clone().unwrap_or_else(|| Path::new("out").join(name.unwrap_or_default()));
    let log = request.log.as_deref().map(Log::open).transpose()?;
    let outcomes = workers::each(&studies, request.jobs, |study| {
        let began = Instant::now();
        let each = Request {
            study: folder.join(study),
            out: Some(out.join(study)),
            // Studies side by side, the documents of each one after another: memory grows with the jobs alone.
            threads: NonZero::new(1),
            ..request.each.clone()
        };
        let built = build(&each, &Silent);
        let outcome = StudyOutcome { study: study.clone(), built, elapsed: began.elapsed() };
        if let Some(log) = &log {
            log.tell(&outcome, request.language);
        }
        done(&outcome);
        outcome
    });
    let summary = ProgrammeSummary { folder: out, studies: outcomes };
    let file = match request.part {
        Some((part, parts)) => format!("summary.{part}-of-{parts}.json"),
        None => "summary.json".to_owned(),
    };
    let text = summary.to_json(request.language);
    output::write_files(&summary.folder, std::iter::once((file.as_str(), text.as_bytes())))?;
    match log.map_or(Ok(()), Log::close) {
        Ok(()) => Ok(summary),
        Err(fault) => Err(fault.into()),
    }
}

/// Names of the studies of a part.
fn chosen(folder: &Path, part: Option<(usize, usize)>) -> Result<Vec<String>, Diagnostic> {
    let shown = folder.display().to_string();
    let programme = Programme::read(folder)?.unwrap_or_default();
    let studies = programme.studies(folder);
    if studies.is_empty() {
        let fault = Diagnostic::new(Code::Usage, say!("programme-empty", path = &shown));
        return Err(fault.at(Location::file(shown)).hint(say!("hint-programme")));
    }
    let Some((part, parts)) = part else { return Ok(studies) };
    if part >= parts {
        let message = say!("programme-part", part = part, parts = parts);
        return Err(Diagnostic::new(Code::Usage, message).hint(say!("hint-programme-part")));
    }
    Ok(studies.into_iter().enumerate().filter(|(at, _)| at % parts == part).map(|(_, study)| study).collect())
}

impl ProgrammeSummary {
    /// How many studies are in a state.
    pub fn count(&self, state: &str) -> usize {
        self.studies.iter().filter(|outcome| outcome.state() == state).count()
    }

    /// For the programme's owner and for programs; it names no time, so that the same programme gives the same bytes.
    fn to_json(&self, language: UiLanguage) -> String {
        let studies: Vec<Value> = self.studies.iter().map(|outcome| outcome.told(language)).collect();
        let summary = json!({
            "studies": studies,
            "built": self.count("built"),
            "unchanged": self.count("unchanged"),
            "faulty": self.count("faulty"),
            "unwritten": self.count("unwritten"),
        });
        format!("{summary:#}\n")
    }
}

/// A log of JSON Lines: a study a line, as it is finished.
struct Log {
    path: PathBuf,
    file: Mutex<File>,
    lost: Mutex<Option<Diagnostic>>,
}

impl Log {
    fn open(path: &Path) -> Result<Self, Diagnostic> {
        let file = OpenOptions::new().create(true).append(true).open(path);
        let file = file.map_err(|error| output::unwritable(path, &error))?;
        Ok(Self { path: path.to_owned(), file: Mutex::new(file), lost: Mutex::new(None) })
    }

    fn tell(&self, outcome: &StudyOutcome, language: UiLanguage) {
        let mut line = outcome.told(language);
        line["seconds"] = json!(outcome.elapsed.as_secs_f64());
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = file.write_all(format!("{line}\n").as_bytes()) {
            let fault = output::unwritable(&self.path, &error);
            *self.lost.lock().unwrap_or_else(PoisonError::into_inner) = Some(fault);
        }
    }

    /// The first line that was lost, where one was.
    fn close(self) -> Result<(), Diagnostic> {
        self.lost.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), Err)
    }
}
