//! What is told while documents are built: a line for each, as it is finished, where the output is kept (a pipe, a
//! file, a service that builds); one line that changes, and is gone at the end, in a terminal.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use esep::pipeline::Progress;

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Nothing,
    Lines,
    /// No escape codes are needed for it, so that any console shows it.
    OneLine,
}

/// Prints to standard error.
pub struct Told {
    form: Form,
    all: AtomicUsize,
    done: AtomicUsize,
}

/// Characters of the line that changes, at most.
const WIDE: usize = 60;

impl Told {
    /// What suits the place that standard error goes to; nothing where it is not wanted.
    pub fn new(is_wanted: bool) -> Self {
        let is_service = std::env::var_os("CI").is_some();
        let form = match (is_wanted, std::io::stderr().is_terminal() && !is_service) {
            (false, _) => Form::Nothing,
            (true, false) => Form::Lines,
            (true, true) => Form::OneLine,
        };
        Self { form, all: AtomicUsize::new(0), done: AtomicUsize::new(0) }
    }

    /// Takes the line that changes away.
    pub fn end(&self) {
        if self.form == Form::OneLine {
            write(&format!("\r{:WIDE$}\r", ""));
        }
    }
}

impl Progress for Told {
    fn planned(&self, documents: usize) {
        self.all.store(documents, Ordering::Relaxed);
    }

    fn document_done(&self, document: &str, elapsed: Duration) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        match self.form {
            Form::Nothing => {}
            Form::Lines => write(&format!("  {document:<16} {:>7} ms\n", elapsed.as_millis())),
            Form::OneLine => {
                let line = format!("  {done}/{}  {document}", self.all.load(Ordering::Relaxed));
                let line: String = line.chars().take(WIDE).collect();
                write(&format!("\r{line:<WIDE$}"));
            }
        }
    }
}

/// A reader that went away is no fault.
fn write(text: &str) {
    let mut out = std::io::stderr().lock();
    drop(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}
