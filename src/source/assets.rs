//! Templates, theme, locale files and fonts: embedded in the program, replaceable file by file.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

use include_dir::{Dir, include_dir};
use ttf_parser::Face;

use super::characters;
use super::folder::Folder;
use super::merged::{Keys, SettingsLayer};
use crate::diag::{Code, Diagnostic, Location, say};

static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static FONTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/fonts");

/// A font file given to the build.
#[derive(Debug, Clone, Copy)]
pub struct FontFile {
    /// File name, for messages.
    pub name: &'static str,
    /// TrueType or OpenType.
    pub data: &'static [u8],
}

/// The text of a file of the user's, in which nothing stands that no output can hold.
fn own_text(overlay: &Folder, path: &str) -> Result<String, Diagnostic> {
    let file = overlay.read(path)?;
    let illegal = characters::illegal_in_lines(path, &file.text).next();
    illegal.map_or(Ok(file.text), Err)
}

/// The embedded font files, in the order of their names.
fn fonts() -> Vec<FontFile> {
    let mut files: Vec<FontFile> = FONTS
        .files()
        .filter(|f| f.path().extension().is_some_and(|e| e == "ttf"))
        .filter_map(|f| Some(FontFile { name: f.path().file_name()?.to_str()?, data: f.contents() }))
        .collect();
    files.sort_by_key(|f| f.name);
    files
}

/// The templates tree. A file of the user's folder stands in the place of the embedded one.
#[derive(Debug, Default)]
pub struct Assets {
    overlay: Option<Folder>,
}

impl Assets {
    /// The embedded tree alone.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// The embedded tree with the files of `folder` in their place.
    ///
    /// # Errors
    /// [`Code::FileMissing`] where the folder is not there.
    pub fn with_overlay(folder: &Path) -> Result<Self, Diagnostic> {
        Ok(Self { overlay: Some(Folder::open(folder)?) })
    }

    /// Whether no file of a user's stands in the place of an embedded one.
    pub fn is_program_own(&self) -> bool {
        self.overlay.is_none()
    }

    /// The text of a file, by its path inside the tree (`locale/kk.toml`).
    ///
    /// # Errors
    /// [`Code::FileMissing`] where neither tree has it, or what reading it says.
    pub fn text(&self, path: &str) -> Result<Cow<'static, str>, Diagnostic> {
        if let Some(overlay) = self.overlay.as_ref().filter(|o| o.has(path)) {
            return own_text(overlay, path).map(Cow::Owned);
        }
        self.embedded_text(path).map(Cow::Borrowed).ok_or_else(|| absent(path))
    }

    /// A settings file as layers: the program's, and the user's over it; the user's alone where the program has none.
    ///
    /// # Errors
    /// What reading the user's file says.
    pub fn layers(&self, path: &str) -> Result<Vec<SettingsLayer>, Diagnostic> {
        let layer = |text: String, keys| SettingsLayer { path: path.to_owned(), text, keys };
        let program = self.embedded_text(path).map(|text| layer(text.to_owned(), Keys::Free));
        let keys = if program.is_some() { Keys::Dissimilar } else { Keys::Free };
        let own = self.overlay_text(path)?.map(|text| layer(text, keys));
        Ok(program.into_iter().chain(own).collect())
    }

    /// The text of a file of the user's folder; `None` where it has none.
    ///
    /// # Errors
    /// What reading it says.
    pub fn overlay_text(&self, path: &str) -> Result<Option<String>, Diagnostic> {
        let overlay = self.overlay.as_ref().filter(|o| o.has(path));
        overlay.map(|overlay| own_text(overlay, path)).transpose()
    }

    /// The text of an embedded file, whatever the user's folder has in its place.
    pub fn embedded_text(&self, path: &str) -> Option<&'static str> {
        TEMPLATES.get_file(path).and_then(|f| f.contents_utf8())
    }

    /// Whether the program has a file of this path.
    pub fn is_embedded(&self, path: &str) -> bool {
        TEMPLATES.get_file(path).is_some()
    }

    /// The bytes of a file, such as a picture.
    ///
    /// # Errors
    /// [`Code::FileMissing`] where neither tree has it, or what reading it says.
    pub fn bytes(&self, path: &str) -> Result<Cow<'static, [u8]>, Diagnostic> {
        if let Some(overlay) = self.overlay.as_ref().filter(|o| o.has(path)) {
            return overlay.bytes(path).map(Cow::Owned);
        }
        let embedded = TEMPLATES.get_file(path).map(|file| Cow::Borrowed(file.contents()));
        embedded.ok_or_else(|| absent(path))
    }

    /// The embedded fonts and those in the user's folder `fonts/`. The user's are kept in memory to the
    /// end of the program: they are read once a run.
    ///
    /// # Errors
    /// What reading a font of the user's folder says.
    pub fn fonts(&self) -> Result<Vec<FontFile>, Diagnostic> {
        let mut all = fonts();
        let Some(overlay) = &self.overlay else { return Ok(all) };
        for extension in ["ttf", "otf"] {
            for name in overlay.files("fonts", extension) {
                let path = format!("fonts/{name}");
                let data = overlay.bytes(&path)?;
                if !is_font(&data) {
                    let fault = Diagnostic::new(Code::ThemeFault, say!("font-broken", path = path));
                    return Err(fault.at(Location::file(path)).hint(say!("hint-font-broken")));
                }
                all.push(FontFile { name: name.leak(), data: data.leak() });
            }
        }
        Ok(all)
    }

    /// Whether a font of this file name is the program's own, and not the user's.
    pub fn is_own_font(&self, name: &str) -> bool {
        let is_users = self.overlay.as_ref().is_some_and(|o| o.has(&format!("fonts/{name}")));
        !is_users && FONTS.get_file(name).is_some()
    }

    /// The user's folder.
    pub fn overlay(&self) -> Option<&Folder> {
        self.overlay.as_ref()
    }

    /// Whether a file exists in either tree.
    pub fn has(&self, path: &str) -> bool {
        self.overlay.as_ref().is_some_and(|o| o.has(path)) || self.is_embedded(path)
    }

    /// Names of the folders directly below `path`, sorted.
    pub fn folders(&self, path: &str) -> Vec<String> {
        let mut names: BTreeSet<String> = BTreeSet::new();
        if let Some(dir) = TEMPLATES.get_dir(path) {
            names.extend(
                dir.dirs().filter_map(|d| d.path().file_name()).filter_map(|n| n.to_str().map(str::to_owned)),
            );
        }
        if let Some(overlay) = &self.overlay {
            names.extend(overlay.folders(path));
        }
        names.into_iter().collect()
    }

    /// Names of the files directly below `path` that end in `.extension`, sorted.
    pub fn files(&self, path: &str, extension: &str) -> Vec<String> {
        let mut names: BTreeSet<String> = BTreeSet::new();
        let wanted = |name: &&str| name.rsplit_once('.').is_some_and(|(_, e)| e == extension);
        if let Some(dir) = TEMPLATES.get_dir(path) {
            names.extend(
                dir.files().filter_map(|f| f.path().file_name()?.to_str()).filter(wanted).map(str::to_owned),
            );
        }
        if let Some(overlay) = &self.overlay {
            names.extend(overlay.files(path, extension));
        }
        names.into_iter().collect()
    }
}

/// Whether letters can be set in it; what cannot is passed over in silence by those that look for a face.
fn is_font(data: &[u8]) -> bool {
    Face::parse(data, 0).is_ok_and(|face| {
        let tables = face.tables();
        let has_outlines = tables.glyf.is_some() || tables.cff.is_some() || tables.cff2.is_some();
        has_outlines && tables.cmap.is_some() && tables.name.is_some() && face.number_of_glyphs() > 0
    })
}

fn absent(path: &str) -> Diagnostic {
    Diagnostic::new(Code::FileMissing, say!("template-file-missing", path = path))
        .at(Location::file(path))
        .hint(say!("hint-template-file"))
}
