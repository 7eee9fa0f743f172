//! What a run is asked for.

use std::num::NonZero;
use std::path::PathBuf;

use super::job::Format;
use crate::study::passport::Edition;

/// What to build or to check.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Folder of the study, or its workbook.
    pub study: PathBuf,
    /// Output folder; `out/<study>` where none is given.
    pub out: Option<PathBuf>,
    /// Folder with the user's own templates.
    pub templates: Option<PathBuf>,
    /// Empty: all that the study owes.
    pub deliverables: Vec<String>,
    /// Empty: all languages of the study.
    pub languages: Vec<String>,
    /// Empty: all formats.
    pub formats: Vec<Format>,
    /// In place of the study's own.
    pub edition: Option<Edition>,
    /// Name of the theme, in place of the study's own.
    pub theme: Option<String>,
    /// Whether slides have the shape of an older screen, 4:3; else that of the theme.
    pub narrow_slides: bool,
    /// Whether the DOCX carries soft hyphens, for programs that cannot hyphenate its language.
    pub soft_hyphens: bool,
    /// Whether the theme's fonts go with the DOCX.
    pub embed_fonts: bool,
    /// Whether the DOCX shows pictures of all charts, also of those that Word can draw and edit.
    pub picture_charts: bool,
    /// Whether the DOCX has its numbers as plain text, not in content controls.
    pub plain_numbers: bool,
    /// A customer's own DOCX, whose styles, theme, page, header and footer the DOCX take over.
    pub reference_docx: Option<PathBuf>,
    /// A customer's own deck, whose master, layouts and theme the PPTX take over.
    pub reference_pptx: Option<PathBuf>,
    /// Whether everything is built, also what is there already, made of the same.
    pub force: bool,
    /// How many documents are built at a time; as many as there are cores where none is given.
    pub threads: Option<NonZero<usize>>,
    /// A check looks at the data alone, not at the documents made from them.
    pub data_only: bool,
}
