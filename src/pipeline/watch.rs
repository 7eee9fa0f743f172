//! A study under the hands of its authors: tells when one of its files has changed and rests again.
//!
//! Programs save in their own ways. Excel and Word write a temporary file and rename it over the old one, beside a lock
//! such as `~$study.xlsx`; LibreOffice locks with `.~lock.study.xlsx#`; editors write several times within a blink, or
//! take the file away for a moment. What is watched is therefore the folder, not the file: marks of other programs do
//! not count, a burst counts once, and a file that went away is waited for. The system's own notices come at once; a
//! slow look at times and sizes comes beside them, because network drives give no notices.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{EventKind, ModifyKind, RenameMode};
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::real_path;

/// How long a folder has to rest before a change is told.
const REST: Duration = Duration::from_millis(40);
/// A folder that never rests is told after this long.
const MOST: Duration = Duration::from_millis(400);
/// How long a file may be away while it is saved.
const AWAY: Duration = Duration::from_millis(1200);
/// Time between two looks at a folder that gives no notices.
const LOOK: Duration = Duration::from_millis(1500);

/// Why [`Watch::wait`] came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waited {
    /// A file has changed, and the folder rests.
    Changed,
    /// Nothing has in the time given.
    Nothing,
    /// [`Waker::wake`] was called.
    Woken,
}

/// Watches folders until it is dropped.
pub struct Watch {
    notices: Receiver<Notice>,
    waker: Sender<Notice>,
    ignored: Vec<PathBuf>,
    /// Time and size of what has been told, by path.
    told: HashMap<PathBuf, Stamp>,
    _notified: Option<RecommendedWatcher>,
    _looked_at: Option<PollWatcher>,
}

/// Ends the waiting of a [`Watch`] from another thread.
#[derive(Debug, Clone)]
pub struct Waker(Sender<Notice>);

#[derive(Debug)]
enum Notice {
    /// Of the system, or of a look at times and sizes.
    Event(Event, Source),
    Wake,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    System,
    Look,
}

type Stamp = Option<(SystemTime, u64)>;

impl Waker {
    /// One that wakes nobody.
    pub fn of_nothing() -> Self {
        Self(channel().0)
    }

    /// Ends the waiting; without anyone who waits nothing happens.
    pub fn wake(&self) {
        drop(self.0.send(Notice::Wake));
    }
}

impl Watch {
    /// Watches a study and, where there is one, the user's folder of templates; what lies below `ignored` does not
    /// count.
    ///
    /// # Errors
    /// [`Code::FileUnreadable`] where neither way of watching works.
    pub fn new(study: &Path, templates: Option<&Path>, ignored: &[PathBuf]) -> Result<Self, Diagnostic> {
        let (sender, notices) = channel();
        let folders: Vec<PathBuf> =
            std::iter::once(folder_of(study)).chain(templates.map(Path::to_owned)).collect();
        let handler = |source: Source| {
            let sender = sender.clone();
            move |event: notify::Result<Event>| {
                if let Ok(event) = event {
                    drop(sender.send(Notice::Event(event, source)));
                }
            }
        };
        let config = Config::default().with_follow_symlinks(false);
        let mut notified = RecommendedWatcher::new(handler(Source::System), config).ok();
        let looking = config.with_poll_interval(LOOK);
        let mut looked_at = PollWatcher::new(handler(Source::Look), looking).ok();
        for folder in &folders {
            let of_system = notified.as_mut().map(|w| w.watch(folder, RecursiveMode::Recursive));
            if !matches!(of_system, Some(Ok(()))) {
                notified = None;
            }
            let by_looks = looked_at.as_mut().map(|w| w.watch(folder, RecursiveMode::Recursive));
            if !matches!(by_looks, Some(Ok(()))) {
                looked_at = None;
            }
        }
        if notified.is_none() && looked_at.is_none() {
            let shown = study.display().to_string();
            let message = say!("watch-impossible", path = shown);
            return Err(Diagnostic::new(Code::FileUnreadable, message).at(Location::file(shown)));
        }
        let ignored = ignored.iter().map(|path| absolute(path)).collect();
        let told = HashMap::new();
        Ok(Self { notices, waker: sender, ignored, told, _notified: notified, _looked_at: looked_at })
    }

    /// What ends the waiting from another thread.
    pub fn waker(&self) -> Waker {
        Waker(self.waker.clone())
    }

    /// Waits for a change, at most so long.
    pub fn wait(&mut self, most: Duration) -> Waited {
        let end = Instant::now() + most;
        loop {
            match self.next(end.saturating_duration_since(Instant::now())) {
                None => return Waited::Nothing,
                Some(Notice::Wake) => return Waited::Woken,
                Some(Notice::Event(event, source)) => {
                    let mut gone = Vec::new();
                    if self.counts(&event, source, &mut gone) {
                        self.rest(gone);
                        return Waited::Changed;
                    }
                }
            }
        }
    }

    fn next(&self, most: Duration) -> Option<Notice> {
        self.notices.recv_timeout(most).ok()
    }

    /// Lets a burst pass, and waits for files that are gone.
    fn rest(&mut self, mut gone: Vec<PathBuf>) {
        let began = Instant::now();
        loop {
            gone.retain(|path| !path.exists());
            let passed = began.elapsed();
            let most = if gone.is_empty() { MOST } else { AWAY };
            if passed >= most {
                return;
            }
            match self.next(REST.min(most - passed)) {
                Some(Notice::Event(event, source)) => drop(self.counts(&event, source, &mut gone)),
                // It is told after the change.
                Some(Notice::Wake) => return drop(self.waker.send(Notice::Wake)),
                None if gone.is_empty() => return,
                None => {}
            }
        }
    }

    /// Whether an event is of a file that counts; files that it takes away are added to `gone`.
    fn counts(&mut self, event: &Event, source: Source, gone: &mut Vec<PathBuf>) -> bool {
        let takes_away = match event.kind {
            EventKind::Access(_) => return false,
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)) => true,
            EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Other => false,
        };
        let mut counts = false;
        for path in &event.paths {
            if is_foreign(path) || self.ignored.iter().any(|ignored| path.starts_with(ignored)) {
                continue;
            }
            let stamp = stamp(path);
            let is_known = self.told.get(path) == Some(&stamp);
            // A folder changes when something in it does, which comes as an event of its own.
            if path.is_dir() || (source == Source::Look && is_known) {
                continue;
            }
            self.told.insert(path.clone(), stamp);
            if takes_away && stamp.is_none() {
                gone.push(path.clone());
            }
            counts = true;
        }
        counts
    }
}

fn stamp(path: &Path) -> Stamp {
    let found = fs::metadata(path).ok()?;
    Some((found.modified().ok()?, found.len()))
}

/// The folder of a study that may be a workbook.
fn folder_of(study: &Path) -> PathBuf {
    let folder = match study.is_dir() {
        true => study,
        false => study.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")),
    };
    absolute(folder)
}

fn absolute(path: &Path) -> PathBuf {
    real_path(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// Whether a name is of a lock, a temporary file or a copy that another program leaves.
fn is_foreign(path: &Path) -> bool {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else { return true };
    let begins = ["~$", ".", "#"].iter().any(|begin| name.starts_with(begin));
    let ends = ["~", ".tmp", ".TMP", ".bak", ".swp", ".swx", ".part", ".crdownload"];
    // Excel saves into a name of eight hexadecimal digits without an ending.
    let is_excel = name.len() == 8 && name.bytes().all(|b| b.is_ascii_hexdigit());
    begins || ends.iter().any(|end| name.ends_with(end)) || is_excel
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::time::{Duration, Instant};

    use super::{Waited, Watch, is_foreign};

    const LONG: Duration = Duration::from_secs(10);
    const SHORT: Duration = Duration::from_millis(300);

    fn watched() -> (tempfile::TempDir, Watch) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("results")).unwrap();
        fs::write(folder.path().join("study.json"), "{}").unwrap();
        fs::create_dir(folder.path().join("out")).unwrap();
        let watch = Watch::new(folder.path(), None, &[folder.path().join("out")]).unwrap();
        (folder, watch)
    }

    #[test]
    fn locks_and_temporary_files_are_told_by_their_names() {
        for name in ["~$study.xlsx", ".~lock.study.xlsx#", ".study.json.swp", "study.json~", "1A2B3C4D"] {
            assert!(is_foreign(Path::new(name)), "{name}");
        }
        for name in ["study.xlsx", "results/final.csv", "words/final.ru.md"] {
            assert!(!is_foreign(Path::new(name)), "{name}");
        }
    }

    #[test]
    fn an_edit_is_told_and_a_lock_or_an_output_is_not() {
        let (folder, mut watch) = watched();
        fs::write(folder.path().join(".~lock.study.xlsx#"), "x").unwrap();
        fs::write(folder.path().join("out/final.pdf"), "x").unwrap();
        assert_eq!(watch.wait(SHORT), Waited::Nothing);
        fs::write(folder.path().join("results/final.csv"), "1").unwrap();
        assert_eq!(watch.wait(LONG), Waited::Changed);
    }

    #[test]
    fn a_burst_and_a_rename_over_the_old_file_are_one_change() {
        let (folder, mut watch) = watched();
        let path = folder.path().join("study.json");
        for at in 0..50 {
            fs::write(&path, format!("{{\"a\": {at}}}")).unwrap();
        }
        fs::write(folder.path().join("x.tmp"), "{\"a\": 50}").unwrap();
        fs::rename(folder.path().join("x.tmp"), &path).unwrap();
        assert_eq!(watch.wait(LONG), Waited::Changed);
        // The slow look finds what was told already.
        assert_eq!(watch.wait(Duration::from_secs(4)), Waited::Nothing);
    }

    #[test]
    fn a_file_that_goes_away_for_a_moment_is_waited_for() {
        let (folder, mut watch) = watched();
        let path = folder.path().join("study.json");
        std::thread::scope(|scope| {
            scope.spawn(|| {
                fs::remove_file(&path).unwrap();
                std::thread::sleep(Duration::from_millis(600));
                fs::write(&path, "{\"a\": 1}").unwrap();
            });
            assert_eq!(watch.wait(LONG), Waited::Changed);
            assert!(path.exists());
        });
        fs::remove_file(&path).unwrap();
        let began = Instant::now();
        assert_eq!(watch.wait(LONG), Waited::Changed);
        assert!(began.elapsed() > Duration::from_millis(500), "a file that stays away is told in the end");
    }

    #[test]
    fn another_thread_ends_the_waiting() {
        let (_folder, mut watch) = watched();
        let waker = watch.waker();
        std::thread::scope(|scope| {
            scope.spawn(move || waker.wake());
            assert_eq!(watch.wait(LONG), Waited::Woken);
        });
    }
}
