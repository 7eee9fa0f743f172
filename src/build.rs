//! Rebuilds the program when an embedded template or font changes, and gives it a digest of all that it is made of:
//! `ESEP_BUILD`, by which a build knows files of another program.

use std::fs;
use std::path::{Path, PathBuf};

/// FNV-1a of 128 bits (RFC 9923): no secret is at stake, and a build script waits for no crate.
struct Fnv(u128);

impl Fnv {
    fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }
}

fn files(below: &Path, found: &mut Vec<PathBuf>) {
    if below.is_file() {
        found.push(below.to_owned());
    }
    let Ok(entries) = fs::read_dir(below) else { return };
    entries.flatten().for_each(|entry| files(&entry.path(), found));
}

fn main() {
    let mut found = Vec::new();
    for part in ["src", "templates", "fonts", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={part}");
        files(Path::new(part), &mut found);
    }
    let mut named: Vec<(String, PathBuf)> =
        found.into_iter().map(|path| (path.to_string_lossy().replace('\\', "/"), path)).collect();
    named.sort();
    let mut digest = Fnv(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
    for (name, path) in named {
        digest.take(name.as_bytes());
        // Of a font its size tells enough: nobody edits one byte of it.
        match path.extension().is_some_and(|ending| ending == "ttf") {
            true => digest.take(&fs::metadata(&path).map_or(0, |found| found.len()).to_le_bytes()),
            false => digest.take(&fs::read(&path).unwrap_or_default()),
        }
    }
    println!("cargo::rustc-env=ESEP_BUILD={:032x}", digest.0);
}
