//! One document to build: a deliverable in a language, in some formats.

use jiff::civil::Date;

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// PDF/A-3a and PDF/UA-1.
    Pdf,
    /// WordprocessingML.
    Docx,
    /// PresentationML; of decks only.
    Pptx,
    /// PDF with each slide beside what the speaker says.
    Speaker,
}

impl Format {
    /// All formats, in the order in which they are built and listed.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Docx, Self::Pptx, Self::Speaker];

    /// Whether only slides have it.
    pub fn is_of_decks(self) -> bool {
        matches!(self, Self::Pptx | Self::Speaker)
    }

    /// File name extension.
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
    /// Id of the deliverable.
    pub deliverable: String,
    /// The language, by the name of its locale file.
    pub language: String,
    /// The last day whose data it shows.
    pub cutoff: Date,
    /// What is written of it.
    pub formats: Vec<Format>,
}

impl Job {
    /// `final.kk`
    pub fn name(&self) -> String {
        format!("{}.{}", self.deliverable, self.language)
    }

    /// `final.kk.pdf`
    pub fn file(&self, format: Format) -> String {
        format!("{}.{}", self.name(), format.extension())
    }
}
