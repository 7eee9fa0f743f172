//! The thread that follows the files: after each change the study is read anew, then the documents that pages show are
//! laid out, then all others are looked at while nothing else happens.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::session::Session;
use crate::diag::Diagnostic;
use crate::pipeline::{Job, Waited, Waker, Watch};

/// How long the thread waits where there is nothing left to look at.
const LONG: Duration = Duration::from_secs(3600);
/// How long nothing has to happen before the documents that are not shown are looked at: who writes a sentence often
/// writes the next one at once, and a look that has begun keeps it waiting.
const CALM: Duration = Duration::from_millis(500);

/// Watches the study of a session from now on; the [`Waker`] makes it look after the pages at once.
///
/// # Errors
/// Where the folder cannot be watched.
pub fn begin(session: &Arc<Session>) -> Result<Waker, Diagnostic> {
    let request = session.request();
    let out = std::path::absolute(session.out()).unwrap_or_else(|_| session.out());
    let mut watch = Watch::new(&request.study, request.templates.as_deref(), &[out])?;
    let waker = watch.waker();
    let session = Arc::clone(session);
    std::thread::spawn(move || {
        let mut waited = Waited::Woken;
        loop {
            if waited == Waited::Changed {
                session.reload(None);
            }
            for name in session.hub.shown() {
                session.document(&name);
            }
            session.tidy();
            waited = look_around(&session, &mut watch).unwrap_or_else(|| watch.wait(LONG));
        }
    });
    Ok(waker)
}

/// Looks at the documents that are not shown, one by one, until something happens.
fn look_around(session: &Session, watch: &mut Watch) -> Option<Waited> {
    let study = session.study().filter(|_| session.broken().is_none())?;
    let shown = session.hub.shown();
    let others = study.documents().filter(|job| !shown.contains(&job.name()));
    let unseen: Vec<Job> = others.filter(|job| session.looked(&job.name()).is_none()).cloned().collect();
    let has_any = !unseen.is_empty();
    for (at, job) in unseen.into_iter().enumerate() {
        match watch.wait(if at == 0 { CALM } else { Duration::ZERO }) {
            Waited::Nothing => session.look(&job),
            other @ (Waited::Changed | Waited::Woken) => return Some(other),
        }
    }
    if has_any {
        session.hub.tell("looked", &json!({"version": session.version()}));
    }
    None
}
