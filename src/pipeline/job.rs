//! One document to build: a deliverable in a language, in some formats.

use jiff::civil::Date;

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
}

impl Format {
    /// All formats, in the order in which they are built and listed.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Docx, Self::Pptx, Self::Speaker];

    /// Whether only slides have it.
    pub fn is_of_decks(self) -> bool {
        matches!(self, Self::Pptx | Self::Speaker)
    }

    /// File name extension, without the dot before it.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Pptx => "pptx",
            Self::Speaker => "speaker.pdf",
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

    /// Name of its file in a format, such as `final.kk.pdf`.
    pub fn file(&self, format: Format) -> String {
        format!("{}.{}", self.name(), format.extension())
    }
}
