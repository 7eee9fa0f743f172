//! One run at a time in an output folder. The operating system frees the lock of a program that was killed.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::unwritable;
use crate::diag::{Code, Diagnostic, Location, say};

/// The file that is locked; it is there only while a run holds the folder.
const NAME: &str = ".esep.lock";

/// How often another run is waited for, and how long each time: a minute in all.
const ATTEMPTS: usize = 600;
const PAUSE: Duration = Duration::from_millis(100);

/// A folder that is held by this run until the value is dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the folder, waiting for another run to end.
    ///
    /// # Errors
    /// [`Code::OutputUnwritable`]: the folder cannot be written to, or another run holds it for more than a minute.
    pub fn take(folder: &Path) -> Result<Self, Diagnostic> {
        let path = folder.join(NAME);
        for _ in 0..ATTEMPTS {
            if let Some(lock) = Self::attempt(&path).map_err(|e| unwritable(folder, &e))? {
                return Ok(lock);
            }
            std::thread::sleep(PAUSE);
        }
        let holder = fs::read_to_string(&path).unwrap_or_default();
        let holder = holder.split_whitespace().next().unwrap_or("?").to_owned();
        let shown = folder.display().to_string();
        let message = say!("build-output-held", path = &shown, process = holder);
        Err(Diagnostic::new(Code::OutputUnwritable, message)
            .at(Location::file(shown))
            .hint(say!("hint-build-output-held")))
    }

    /// `None` where another run holds the folder, or has just let go of the file that was locked.
    fn attempt(path: &Path) -> std::io::Result<Option<Self>> {
        // A link would be written through, and a pipe would hold the run up for ever: neither is ours.
        if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            fs::remove_file(path)?;
        }
        let mut file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        // The holder before may have removed the file between opening and locking: what is locked then is no longer
        // the file of that name.
        let own = format!("{} {:?}", std::process::id(), std::thread::current().id());
        file.set_len(0)?;
        file.write_all(own.as_bytes())?;
        let is_same = cfg!(windows) || fs::read_to_string(path).is_ok_and(|text| text == own);
        Ok(is_same.then(|| Self { file, path: path.to_owned() }))
    }
}

impl Drop for Lock {
    /// A file that cannot be removed stays, unlocked.
    fn drop(&mut self) {
        drop(fs::remove_file(&self.path));
        drop(self.file.unlock());
    }
}

#[cfg(test)]
mod tests {
    use super::{Lock, NAME};

    #[test]
    fn a_folder_is_held_by_one_run_and_left_without_a_trace() {
        let folder = tempfile::tempdir().unwrap();
        let held = Lock::take(folder.path()).unwrap();
        let path = folder.path().join(NAME);
        assert!(Lock::attempt(&path).unwrap().is_none());
        drop(held);
        assert!(!path.exists());
        assert!(Lock::attempt(&path).unwrap().is_some());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_of_the_lock_s_name_is_not_written_through() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let target = elsewhere.path().join("letter");
        std::fs::write(&target, "mine").unwrap();
        std::os::unix::fs::symlink(&target, folder.path().join(NAME)).unwrap();
        drop(Lock::take(folder.path()).unwrap());
        assert_eq!(std::fs::read_to_string(target).unwrap(), "mine");
    }

    #[test]
    fn runs_that_wait_get_their_turn() {
        let folder = tempfile::tempdir().unwrap();
        let inside = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        let held = Lock::take(folder.path()).unwrap();
                        assert_eq!(inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                        inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                        drop(held);
                    }
                });
            }
        });
    }
}
