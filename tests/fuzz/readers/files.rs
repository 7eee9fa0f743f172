//! Files in folders that vanish.

use std::fs;
use std::path::Path;

/// Writes a file into a folder, with the folders on the way.
pub fn put(folder: &Path, path: impl AsRef<Path>, content: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// Does something while a file of a folder has other content, or there is one where there was none.
pub fn meanwhile<T>(folder: &Path, path: &str, content: &[u8], then: impl FnOnce() -> T) -> T {
    let place = folder.join(path);
    let before = fs::read(&place).ok();
    put(folder, path, content);
    let done = then();
    match before {
        Some(content) => fs::write(&place, content).unwrap(),
        None => fs::remove_file(&place).unwrap(),
    }
    done
}
