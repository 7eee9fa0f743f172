//! Where a path leads to in the end.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The absolute path of what a path leads to, links followed. Some drives cannot tell it (on Windows those of a driver
/// that knows no final names, and long paths under wine): there it is the absolute path, as long as no part of it is a
/// link.
///
/// # Errors
/// Nothing is there, or it cannot be told where a link leads to.
pub fn real_path(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path).or_else(|error| untold(path, error))
}

/// The absolute path of what is there, where the system has refused to tell its own.
fn untold(path: &Path, refused: io::Error) -> io::Result<PathBuf> {
    let full = std::path::absolute(path)?;
    let is_link = |part: &Path| fs::symlink_metadata(part).is_ok_and(|found| found.is_symlink());
    if fs::metadata(&full).is_err() || full.ancestors().any(is_link) {
        return Err(refused);
    }
    Ok(full)
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};
    use std::path::Path;

    use super::{real_path, untold};

    #[test]
    fn what_is_there_has_its_path_even_where_the_system_does_not_tell_it() -> Result<(), Error> {
        let folder = tempfile::tempdir()?;
        let root = real_path(folder.path())?;
        let refused = || Error::from(ErrorKind::Unsupported);
        assert_eq!(untold(&root, refused())?, root);
        let absent = root.join("absent");
        assert_eq!(untold(&absent, refused()).map_err(|e| e.kind()), Err(ErrorKind::Unsupported));
        assert_eq!(real_path(&absent).map_err(|e| e.kind()), Err(ErrorKind::NotFound));
        assert_eq!(real_path(Path::new("."))?, std::env::current_dir()?);
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_or_not_taken() -> Result<(), Error> {
        let folder = tempfile::tempdir()?;
        let root = real_path(folder.path())?;
        let link = root.join("link");
        std::os::unix::fs::symlink(&root, &link)?;
        assert_eq!(real_path(&link)?, root);
        assert!(untold(&link, Error::from(ErrorKind::Unsupported)).is_err());
        Ok(())
    }
}
