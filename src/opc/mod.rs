//! Office files that come from outside, opened with care (Open Packaging Conventions, ISO/IEC 29500-2).
//!
//! A package is read part by part and into memory only. What a file says of itself is not believed: each part
//! is read up to a limit, XML with a document type declaration is refused, and nothing is ever unpacked to disk.

pub mod active;
pub mod archive;
pub mod namespaces;
pub mod picture;
mod relations;
pub mod schema;
pub mod xml;

pub use relations::Relation;

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::diag::{Code, Diagnostic, Location, Message, say};
use xml::Element;

/// The main part by which a DOCX is known.
pub const DOCX_MAIN: &str = "word/document.xml";
/// The main part by which a PPTX is known.
pub const PPTX_MAIN: &str = "ppt/presentation.xml";
/// The main part by which an XLSX is known.
pub const XLSX_MAIN: &str = "xl/workbook.xml";
/// The file by which a package of data is known (Frictionless Data Package v1).
pub const DATASET_MAIN: &str = "datapackage.json";
/// Most bytes of a package.
pub const FILE_LIMIT: u64 = 128 << 20;
/// Most bytes of one unpacked part; the text of a thousand pages is a tenth of it.
const PART_LIMIT: u64 = 48 << 20;
/// Most bytes of all parts that are read.
const TOTAL_LIMIT: u64 = 192 << 20;
/// Most parts of a package.
const PARTS: usize = 8192;
/// How the compound files begin that Office programs wrote before 2007 and encrypt with today ([MS-CFB] 2.2).
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// A package that is open for reading.
#[derive(Debug)]
pub struct Package {
    file: String,
    archive: ZipArchive<Cursor<Vec<u8>>>,
    left: u64,
    /// The path of the main part.
    main: String,
}

impl Package {
    /// Opens the bytes of a file; `file` is its name for messages.
    ///
    /// # Errors
    /// [`Code::PackageUnreadable`] for what is no zip archive, is encrypted or has no main part of the kind;
    /// [`Code::PackageHostile`] for more parts than any document has.
    pub fn open(file: &str, bytes: Vec<u8>, main_part: &str) -> Result<Self, Diagnostic> {
        if bytes.starts_with(COMPOUND_FILE) {
            let (message, hint) = match main_part {
                XLSX_MAIN => (say!("package-compound-book"), say!("hint-package-compound-book")),
                _ => (say!("package-compound"), say!("hint-package-compound")),
            };
            return Err(Diagnostic::new(Code::PackageUnreadable, message)
                .at(Location::file(file))
                .hint(hint));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable(file, main_part))?;
        let mut package = Self { file: file.to_owned(), archive, left: TOTAL_LIMIT, main: String::new() };
        if package.archive.len() > PARTS {
            return Err(package.hostile(say!("package-parts", n = package.archive.len(), most = PARTS)));
        }
        package.main = package.main_part(main_part)?.ok_or_else(|| unreadable(file, main_part))?;
        Ok(package)
    }

    /// The path of the main part.
    pub fn main(&self) -> &str {
        &self.main
    }

    /// The main part of a kind that is known by its usual path: what the package's relationships lead to, if its root
    /// is one of that kind; where they lead nowhere, the usual path.
    fn main_part(&mut self, usual: &str) -> Result<Option<String>, Diagnostic> {
        let named = self.related("", "officeDocument")?.filter(|path| self.has(path));
        let path = match named {
            Some(path) => path,
            None if self.has(usual) => return Ok(Some(usual.to_owned())),
            None => return Ok(None),
        };
        if path == usual {
            return Ok(Some(path));
        }
        let root = match usual {
            PPTX_MAIN => "p:presentation",
            XLSX_MAIN => "workbook",
            _ => "w:document",
        };
        let found = self.xml(&path)?.is_some_and(|element| element.name == root);
        Ok(found.then_some(path))
    }

    /// The names of all parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.archive.file_names()
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The bytes of a part; `None` where there is none.
    ///
    /// # Errors
    /// [`Code::PackageUnreadable`] for a broken part, [`Code::PackageHostile`] for one that is too large.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
        let location = self.location(name);
        let entry = match self.archive.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(location, name, error)),
        };
        let most = PART_LIMIT.min(self.left);
        let mut bytes = Vec::new();
        entry.take(most + 1).read_to_end(&mut bytes).map_err(|error| broken(location, name, error))?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > most {
            return Err(self.hostile(say!("package-part-large", part = name, most = PART_LIMIT >> 20)));
        }
        self.left -= size;
        Ok(Some(bytes))
    }

    /// A part as a tree, with the names that the program knows (see [`namespaces`]); `None` where there is none.
    ///
    /// # Errors
    /// As for [`part`](Self::part), and for what is not well-formed XML without a document type.
    pub fn xml(&mut self, name: &str) -> Result<Option<Element>, Diagnostic> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        match xml::parse_canonical(text.trim_start_matches('\u{FEFF}')) {
            Ok(root) => Ok(Some(root)),
            Err(detail) => {
                Err(self.hostile(say!("package-part", part = name, detail = detail)).at(self.location(name)))
            }
        }
    }

    /// A part as text, UTF-8 or UTF-16; `None` where there is none.
    ///
    /// # Errors
    /// As for [`part`](Self::part), and for what is no text.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Diagnostic> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        decoded(bytes).map(Some).map_err(|detail| {
            self.hostile(say!("package-part", part = name, detail = detail)).at(self.location(name))
        })
    }

    /// A part as a tree that a package of the kind must have.
    ///
    /// # Errors
    /// As for [`xml`](Self::xml), and [`Code::PackageUnreadable`] where there is none.
    pub fn required(&mut self, name: &str) -> Result<Element, Diagnostic> {
        self.xml(name)?.ok_or_else(|| broken(self.location(name), name, "—"))
    }

    /// A part's place for messages.
    pub fn location(&self, name: &str) -> Location {
        Location::pointer(&self.file, name)
    }

    /// A fault for something that has no place in the package.
    pub fn hostile(&self, message: Message) -> Diagnostic {
        Diagnostic::new(Code::PackageHostile, message)
            .at(Location::file(&self.file))
            .hint(say!("hint-package-hostile"))
    }
}

/// The text of a part: UTF-8, or UTF-16 with its mark (ISO/IEC 29500-2, 8.1.4).
fn decoded(bytes: Vec<u8>) -> Result<String, String> {
    match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, _)) if encoding != encoding_rs::UTF_8 => {
            let (text, _, had_errors) = encoding.decode(&bytes);
            if had_errors { Err(format!("no {}", encoding.name())) } else { Ok(text.into_owned()) }
        }
        _ => String::from_utf8(bytes).map_err(|error| error.to_string()),
    }
}

/// The path of a part that a relationship of another part names (ISO/IEC 29500-2, 8.3.3).
pub fn target(part: &str, target: &str) -> String {
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => part.split('/').collect(),
    };
    steps.pop();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The path of a part's relationships.
pub fn relationships(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    match folder {
        "" => format!("_rels/{file}.rels"),
        folder => format!("{folder}/_rels/{file}.rels"),
    }
}

fn broken(location: Location, part: &str, detail: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::PackageUnreadable, say!("package-part", part = part, detail = detail))
        .at(location)
        .hint(say!("hint-package"))
}

fn unreadable(file: &str, main_part: &str) -> Diagnostic {
    let (message, hint) = match main_part {
        PPTX_MAIN => (say!("package-no-deck"), say!("hint-package-deck")),
        DATASET_MAIN => (say!("package-no-dataset"), say!("hint-package-dataset")),
        XLSX_MAIN => (say!("package-no-book"), say!("hint-package-book")),
        _ => (say!("package-unreadable"), say!("hint-package")),
    };
    Diagnostic::new(Code::PackageUnreadable, message).at(Location::file(file)).hint(hint)
}
