//! The customer's own files to write by: a DOCX whose styles, a deck whose design the files take over.

use std::path::Path;
use std::sync::Arc;

use super::loaded_theme::LoadedTheme;
use super::request::Request;
use crate::chart::Faces;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::opc::FILE_LIMIT;
use crate::source::{outside_file, sha256};
use crate::theme::Theme;
use crate::write::{docx, pptx, reference_left_out as left_out};

/// The customer's own files of a run.
#[derive(Default)]
pub struct References {
    /// A DOCX to write by.
    pub docx: Option<Arc<docx::Reference>>,
    /// A deck to write by.
    pub deck: Option<ReferenceDeck>,
    /// File names with their SHA-256, for the manifest.
    pub inputs: Vec<(String, String)>,
}

/// A customer's own deck to write by.
pub struct ReferenceDeck {
    /// What it gives.
    pub reference: Arc<pptx::Reference>,
    /// The theme with its slides in the deck's frames.
    pub theme: Theme,
    /// The deck's own face, where it is among the fonts at hand.
    pub faces: Option<Faces>,
}

impl References {
    /// Reads the files that a request names, and says what is doubtful about them.
    ///
    /// # Errors
    /// Where a file cannot be read, is not of its format, or holds what acts by itself.
    pub fn read(request: &Request, loaded: &LoadedTheme) -> Result<(Self, Diagnostics), Diagnostics> {
        let mut references = Self::default();
        let mut doubts = Diagnostics::new();
        if let Some(path) = &request.reference_docx {
            let (file, bytes) = references.input(path)?;
            let reference = docx::reference(&file, bytes, &loaded.theme)?;
            doubts.extend(left_out(&file, &reference.left_out));
            references.docx = Some(Arc::new(reference));
        }
        if let Some(path) = &request.reference_pptx {
            let (file, bytes) = references.input(path)?;
            let (deck, doubt) = ReferenceDeck::read(&file, bytes, loaded)?;
            doubts.extend(left_out(&file, &deck.reference.left_out));
            references.deck = Some(deck);
            doubts.extend(doubt);
        }
        Ok((references, doubts))
    }

    /// Name and bytes of a file, which is one more input of the run.
    fn input(&mut self, path: &Path) -> Result<(String, Vec<u8>), Diagnostic> {
        let (file, bytes) = outside_file(path, FILE_LIMIT)?;
        self.inputs.push((file.clone(), sha256(&bytes)));
        Ok((file, bytes))
    }
}

impl ReferenceDeck {
    /// The deck of a file, and a doubt where its face is not at hand.
    fn read(
        file: &str,
        bytes: Vec<u8>,
        loaded: &LoadedTheme,
    ) -> Result<(Self, Option<Diagnostic>), Diagnostics> {
        let reference = pptx::reference(file, bytes, &loaded.theme)?;
        let own = &loaded.theme.slides.fonts.chart;
        let face = reference.face().filter(|face| face != own);
        let faces = face.and_then(|face| Faces::new(face, &loaded.fonts).ok());
        let doubt = face.filter(|_| faces.is_none()).map(|face| {
            let doubt = Diagnostic::new(Code::ReferenceFace, say!("reference-face", face = face, own = own));
            doubt.at(Location::file(file)).hint(say!("hint-reference-face"))
        });
        let theme = reference.applied(&loaded.theme);
        Ok((Self { reference: Arc::new(reference), theme, faces }, doubt))
    }
}
