//! Typst's only door to the outside: theme, data and charts of one document, and the fonts.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::ThemeFiles;
use crate::diag::{Code, Diagnostic, say};
use crate::source::FontFile;

/// Parsed fonts, shared by all documents.
pub struct TypstFonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    library: LazyHash<Library>,
}

impl TypstFonts {
    /// Parses font files once for all documents.
    pub fn new(files: &[FontFile]) -> Self {
        let fonts: Vec<Font> = files.iter().flat_map(|f| Font::iter(Bytes::new(f.data))).collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Self { fonts, book, library: LazyHash::new(Library::default()) }
    }
}

/// The world of one document: whatever was not added does not exist.
pub struct DocumentWorld<'a> {
    fonts: &'a TypstFonts,
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

impl<'a> DocumentWorld<'a> {
    /// A world with the theme's files and nothing else; `main` is the one to begin with.
    ///
    /// # Errors
    /// [`Code::ThemeFault`] for a file name of the theme that Typst cannot take.
    pub fn new(fonts: &'a TypstFonts, theme: &ThemeFiles, main: &str) -> Result<Self, Diagnostic> {
        let mut sources = HashMap::new();
        for (name, text) in theme {
            let id = file_id(name)?;
            sources.insert(id, Source::new(id, text.clone()));
        }
        Ok(Self { fonts, main: file_id(main)?, sources, files: HashMap::new() })
    }

    /// Adds a data file, by its path from the root.
    ///
    /// # Errors
    /// [`Code::ThemeFault`] for a path that Typst cannot take.
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) -> Result<(), Diagnostic> {
        self.files.insert(file_id(path)?, Bytes::new(bytes));
        Ok(())
    }
}

fn file_id(path: &str) -> Result<FileId, Diagnostic> {
    match VirtualPath::new(path) {
        Ok(path) => Ok(RootedPath::new(VirtualRoot::Project, path).intern()),
        Err(error) => {
            let message = say!("theme-file-name", path = path, detail = error);
            Err(Diagnostic::new(Code::ThemeFault, message).hint(say!("hint-theme-file-name")))
        }
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.fonts.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
