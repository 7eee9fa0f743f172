//! A folder that is read from the inside only: no path leads out of it, not even through a link.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::letters::plain_text;
use super::origin::Origin;
use super::real_path::real_path;
use crate::diag::{Code, Diagnostic, Location, of_io, say};

/// A text file as it was read.
#[derive(Debug, Clone)]
pub struct SourceText {
    /// Path relative to the folder, with `/`.
    pub path: String,
    /// Its text without the byte order mark: composed letters (Unicode NFC), lines that end with LF or CRLF.
    pub text: String,
    /// Whether the file begins with a byte order mark.
    pub has_bom: bool,
    /// The bytes on disk, where they are not those of the text: of a workbook, of a text in decomposed letters.
    pub binary: Option<Arc<[u8]>>,
}

/// The byte order mark in UTF-8.
const BOM: &[u8] = b"\xEF\xBB\xBF";

impl SourceText {
    /// The file's bytes as they are on disk.
    pub fn bytes(&self) -> Vec<u8> {
        if let Some(binary) = &self.binary {
            return binary.to_vec();
        }
        let bom = if self.has_bom { BOM } else { &[] };
        [bom, self.text.as_bytes()].concat()
    }
}

/// Bytes of a table of results or answers; all that a study has is read into memory.
const MOST_OF_TABLE: u64 = 1 << 30;
/// Bytes of every other file, such as one that people write: checking texts takes some twenty times as much memory.
const MOST: u64 = 64 << 20;

/// A path of no file: no system takes a NUL in a name.
const NOWHERE: &str = "\0";

/// An existing folder.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    origin: Option<Arc<dyn Origin>>,
    /// A folder whose files count where this one has none of the same path.
    shared: Option<PathBuf>,
}

impl Folder {
    /// Opens a folder.
    ///
    /// # Errors
    /// [`Code::Usage`] where it is not there or is not a folder.
    pub fn open(path: &Path) -> Result<Self, Diagnostic> {
        let shown = path.display().to_string();
        match real_path(path) {
            Ok(root) if root.is_dir() => Ok(Self { root, origin: None, shared: None }),
            Ok(_) => Err(Diagnostic::new(Code::Usage, say!("input-not-folder", path = &shown))
                .at(Location::file(shown))
                .hint(say!("hint-input-folder"))),
            Err(error) => {
                let message = say!("input-folder-unopened", path = &shown).because(of_io(&error));
                Err(Diagnostic::new(Code::Usage, message)
                    .at(Location::file(shown))
                    .hint(say!("hint-input-path")))
            }
        }
    }

    /// A folder that has no other files than those of an origin, which answers for every path, and no place on a disk.
    pub fn in_memory(origin: Arc<dyn Origin>) -> Self {
        Self { root: PathBuf::from(NOWHERE), origin: Some(origin), shared: None }
    }

    /// The folder with files that are made of another one in the place of its own.
    #[must_use]
    pub fn with_origin(mut self, origin: Arc<dyn Origin>) -> Self {
        self.origin = Some(origin);
        self
    }

    /// The folder with another one's files where it has none of the same path.
    ///
    /// # Errors
    /// [`Code::Usage`] where that folder is not there.
    pub fn with_shared(mut self, folder: &Path) -> Result<Self, Diagnostic> {
        self.shared = Some(Self::open(folder)?.root);
        Ok(self)
    }

    /// The root under which a path is looked for.
    fn root_of(&self, path: &str) -> &Path {
        let shared = self.shared.as_deref().filter(|shared| shared.join(path).is_file());
        shared.filter(|_| !is_there(&self.root.join(path))).unwrap_or(&self.root)
    }

    /// What some of its files are made of.
    pub fn origin(&self) -> Option<&dyn Origin> {
        self.origin.as_deref()
    }

    /// The same to be kept.
    pub fn shared_origin(&self) -> Option<Arc<dyn Origin>> {
        self.origin.clone()
    }

    /// What answers for a path in the place of the file system.
    fn answering(&self, path: &str) -> Option<&dyn Origin> {
        self.origin().filter(|origin| origin.answers_for(path))
    }

    /// The folder's own name, for naming outputs.
    pub fn name(&self) -> String {
        self.root.file_name().map_or_else(|| "study".to_owned(), |n| n.to_string_lossy().into())
    }

    /// Whether something of this path is there; what is no file is told when it is read.
    pub fn has(&self, path: &str) -> bool {
        match self.answering(path) {
            Some(origin) if origin.text(path).is_some() => true,
            Some(_) => self.root_of(path) != self.root,
            None => is_there(&self.root_of(path).join(path)) || self.spelled_otherwise(path).is_some(),
        }
    }

    /// Where a path leads whose names stand on disk in letters that are composed otherwise: programs of a Mac write й
    /// as и and a breve, to the eye the same name.
    fn spelled_otherwise(&self, path: &str) -> Option<PathBuf> {
        if path.is_ascii() {
            return None;
        }
        let mut full = self.root.clone();
        for part in path.split('/') {
            let wanted: String = part.nfc().collect();
            let entry = fs::read_dir(&full)
                .ok()?
                .filter_map(Result::ok)
                .find(|entry| entry.file_name().to_str().is_some_and(|name| name.nfc().eq(wanted.chars())))?;
            full = entry.path();
        }
        Some(full)
    }

    /// Reads a text file, given relative to the folder.
    ///
    /// # Errors
    /// [`Code::FileMissing`], [`Code::FileUnreadable`], [`Code::PathOutside`] or [`Code::NotUtf8`].
    pub fn read(&self, path: &str) -> Result<SourceText, Diagnostic> {
        let bytes = self.bytes(path)?;
        let has_bom = bytes.starts_with(BOM);
        let bytes = if has_bom { bytes[BOM.len()..].to_vec() } else { bytes };
        match String::from_utf8(bytes) {
            Ok(text) => {
                let (text, raw) = plain_text(text, path.ends_with(".json"));
                let binary = raw.map(|raw| [if has_bom { BOM } else { &[] }, raw.as_bytes()].concat().into());
                Ok(SourceText { path: path.to_owned(), text, has_bom, binary })
            }
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let line = error.as_bytes()[..good].iter().filter(|b| **b == b'\n').count() + 1;
                let line = u32::try_from(line).unwrap_or(u32::MAX);
                Err(Diagnostic::new(Code::NotUtf8, say!("input-not-utf8", path = path))
                    .at(Location::line(path, line))
                    .hint(say!("hint-input-utf8")))
            }
        }
    }

    /// Reads a file's bytes, given relative to the folder.
    ///
    /// # Errors
    /// [`Code::FileMissing`], [`Code::FileUnreadable`] or [`Code::PathOutside`].
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, Diagnostic> {
        if let Some(text) = self.answering(path).and_then(|origin| origin.text(path)) {
            return Ok(text.as_bytes().to_vec());
        }
        if self.answering(path).is_some() && self.root_of(path) == self.root {
            return Err(missing(path));
        }
        let full = self.inside(path)?;
        // A pipe would keep the reader waiting.
        let is_table = path.starts_with("results/") || !path.ends_with(".json");
        let most = if is_table { MOST_OF_TABLE } else { MOST };
        match fs::metadata(&full) {
            Ok(found) if !found.is_file() => return Err(no_file(path)),
            Ok(found) if found.len() > most => {
                let message = say!("input-file-large", path = path, most = most >> 20);
                return Err(Diagnostic::new(Code::FileUnreadable, message).at(Location::file(path)));
            }
            Ok(_) | Err(_) => {}
        }
        fs::read(full).map_err(|error| unreadable(path, &error).hint(say!("hint-input-readable")))
    }

    fn inside(&self, path: &str) -> Result<PathBuf, Diagnostic> {
        let root = self.root_of(path);
        let found = real_path(&root.join(path))
            .or_else(|error| self.spelled_otherwise(path).map_or(Err(error), |other| real_path(&other)));
        let full = found.map_err(|error| match error.kind() == ErrorKind::NotFound {
            true if is_there(&root.join(path)) => no_file(path),
            true => missing(path),
            false => unreadable(path, &error),
        })?;
        if full.starts_with(root) { Ok(full) } else { Err(path_outside(path)) }
    }

    /// Names of the files directly below `path` with the extension, in composed letters, sorted.
    pub fn files(&self, path: &str, extension: &str) -> Vec<String> {
        let made = self.origin().map(|origin| origin.paths()).unwrap_or_default();
        let below = |full: &str| {
            let (folder, name) = full.rsplit_once('/').unwrap_or(("", full));
            let has_ending = name.rsplit_once('.').is_some_and(|(_, e)| e == extension);
            (folder == path && has_ending).then(|| name.to_owned())
        };
        let mut names: Vec<String> = made.into_iter().filter_map(below).collect();
        let found = self.entries(path, |p| p.extension().is_some_and(|e| e == extension));
        let joined = |name: &String| if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
        names.extend(found.into_iter().filter(|name| self.answering(&joined(name)).is_none()));
        names.sort();
        names
    }

    /// Names of the folders directly below `path`, sorted.
    pub fn folders(&self, path: &str) -> Vec<String> {
        self.entries(path, Path::is_dir)
    }

    /// The fault of a folder that is a link to a place outside: nothing in it is read, nor named.
    pub fn outside(&self, path: &str) -> Option<Diagnostic> {
        leads_out(&self.root, path).then(|| path_outside(path))
    }

    fn entries(&self, path: &str, wanted: impl Fn(&Path) -> bool) -> Vec<String> {
        let roots = std::iter::once(&self.root).chain(&self.shared);
        let roots = roots.filter(|root| !leads_out(root, path));
        let entries = roots.filter_map(|root| fs::read_dir(root.join(path)).ok()).flatten();
        let mut names: Vec<String> = entries
            .filter_map(Result::ok)
            .filter(|e| wanted(&e.path()))
            .filter_map(|e| e.file_name().into_string().ok())
            // What other programs leave behind, e.g. `._study.json`, or Excel's lock `~$study.xlsx`.
            .filter(|name| !name.starts_with('.') && !name.starts_with("~$"))
            .map(|name| if is_nfc(&name) { name } else { name.nfc().collect() })
            .collect();
        names.sort();
        names.dedup();
        names
    }
}

/// Reads a file from anywhere on the computer, up to `most` bytes: its name without folders, and its bytes.
///
/// # Errors
/// [`Code::FileMissing`], or [`Code::FileUnreadable`] where it is larger, too.
pub fn outside_file(path: &Path, most: u64) -> Result<(String, Vec<u8>), Diagnostic> {
    let name = path.display().to_string();
    let size = match fs::metadata(path) {
        Ok(found) if found.is_file() => found.len(),
        Ok(_) | Err(_) => {
            let message = say!("input-file-missing", path = name);
            return Err(Diagnostic::new(Code::FileMissing, message)
                .at(Location::file(name))
                .hint(say!("hint-input-file")));
        }
    };
    if size > most {
        let message = say!("input-file-large", path = name, most = most >> 20);
        return Err(Diagnostic::new(Code::FileUnreadable, message).at(Location::file(name)));
    }
    let bytes =
        fs::read(path).map_err(|error| unreadable(&name, &error).hint(say!("hint-input-readable")))?;
    let file = path.file_name().unwrap_or(path.as_os_str());
    Ok((file.to_string_lossy().into_owned(), bytes))
}

/// Whether anything has this path, were it a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn leads_out(root: &Path, path: &str) -> bool {
    real_path(&root.join(path)).is_ok_and(|full| !full.starts_with(root))
}

fn path_outside(path: &str) -> Diagnostic {
    let fault = Diagnostic::new(Code::PathOutside, say!("input-path-outside", path = path));
    fault.at(Location::file(path)).hint(say!("hint-input-copy"))
}

fn no_file(path: &str) -> Diagnostic {
    let fault = Diagnostic::new(Code::FileUnreadable, say!("input-not-file", path = path));
    fault.at(Location::file(path)).hint(say!("hint-input-not-file"))
}

fn missing(path: &str) -> Diagnostic {
    let fault = Diagnostic::new(Code::FileMissing, say!("input-file-missing", path = path));
    fault.at(Location::file(path)).hint(say!("hint-input-file"))
}

fn unreadable(path: &str, error: &std::io::Error) -> Diagnostic {
    let message = say!("input-file-unreadable", path = path).because(of_io(error));
    Diagnostic::new(Code::FileUnreadable, message).at(Location::file(path))
}
