//! One document to build: a deliverable in a language, in some formats.

use jiff::civil::Date;

use crate::resolve::DocumentKind;

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// PDF/A-3a and PDF/UA-1.
    Pdf,
    /// Word.
    Docx,
    /// PowerPoint; of slides only.
    Pptx,
    /// PDF with each slide beside what the speaker says; of slides only.
    Speaker,
    /// A workbook; of a base only.
    Xlsx,
    /// A package of data in all languages; of a base only.
    Zip,
}

impl Format {
    /// All formats, in the order in which they are built and listed.
    pub const ALL: [Self; 6] = [Self::Pdf, Self::Docx, Self::Pptx, Self::Speaker, Self::Xlsx, Self::Zip];

    /// Whether a kind of deliverable has it.
    pub fn is_of(self, kind: DocumentKind) -> bool {
        match self {
            Self::Pdf | Self::Docx => kind != DocumentKind::Base,
            Self::Pptx | Self::Speaker => kind == DocumentKind::Deck,
            Self::Xlsx | Self::Zip => kind == DocumentKind::Base,
        }
    }

    /// File name extension, without the dot before it.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Pptx => "pptx",
            Self::Speaker => "speaker.pdf",
            Self::Xlsx => "xlsx",
            Self::Zip => "zip",
        }
    }
}

/// A deliverable in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Id of the deliverable, the name of its templates' folder.
    pub deliverable: String,
    /// Code of the language.
    pub language: String,
    /// What is dated later is not known to it.
    pub cutoff: Date,
    /// Id of the event at which it is presented, which it does not tell of as held.
    pub presented_at: Option<String>,
    /// The formats to write.
    pub formats: Vec<Format>,
}

impl Job {
    /// Name of the document, such as `final.kk`.
    pub fn name(&self) -> String {
        format!("{}.{}", self.deliverable, self.language)
    }

    /// Name of its file in a format, such as `final.kk.pdf`; of one for all languages `base.zip`.
    pub fn file(&self, format: Format) -> String {
        match format {
            Format::Pdf | Format::Docx | Format::Pptx | Format::Speaker | Format::Xlsx => {
                format!("{}.{}", self.name(), format.extension())
            }
            Format::Zip => format!("{}.{}", self.deliverable, format.extension()),
        }
    }
}
