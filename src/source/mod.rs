//! All reading of files: the study folder, templates, theme and fonts. No other room opens a file.

/// A font file given to the build: embedded in the program or read from the user's folder.
#[derive(Debug, Clone, Copy)]
pub struct FontFile {
    /// File name, for messages.
    pub name: &'static str,
    pub data: &'static [u8],
}
