//! Resolved document → PDF, through Typst.
//!
//! No markup is generated: the document goes in as JSON data, and a static theme walks it, so that no
//! string of the data can become code. Every PDF is PDF/A-3a and PDF/UA-1 at once.

mod hyphens;
mod world;

use std::collections::BTreeMap;

use serde_json::json;
use typst::World;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Label, Smart};
use typst::introspection::Introspector;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::document::{Body, Document, Slide};
use crate::source::FontFile;
use crate::theme::Theme;
use world::Room;
pub use world::TypstFonts;

/// The Typst files of all themes and of one, by path below `theme/`.
pub type ThemeFiles = BTreeMap<String, String>;

/// A document laid out on pages.
pub struct Laid {
    document: PagedDocument,
    /// Page (from 1) of each label.
    pub pages: BTreeMap<String, u32>,
}

impl Laid {
    /// Number of pages.
    pub fn page_count(&self) -> usize {
        self.document.pages().len()
    }
}

/// Parses font files once for all documents.
pub fn fonts(files: &[FontFile]) -> TypstFonts {
    TypstFonts::new(files)
}

/// Whom a deck is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The slides as they are shown.
    Audience,
    /// Each slide with what is said beside it.
    Speaker,
}

/// Lays a document out on pages.
///
/// # Errors
/// [`Code::TypstCompile`] with the theme's file and line for everything Typst refuses.
pub fn lay_out(
    document: &Document,
    theme: &Theme,
    files: &ThemeFiles,
    fonts: &TypstFonts,
    reader: Reader,
) -> Result<Laid, Diagnostics> {
    let main = match document.body {
        Body::Report(_) => format!("{}/report.typ", theme.name),
        Body::Deck(_) => "slides.typ".to_owned(),
    };
    let mut room = Room::new(fonts, files, &main)?;
    if let Some(cover) = &theme.cover {
        room.add("cover.svg", cover.as_bytes().to_vec())?;
    }
    room.add(
        "document.json",
        json!(document.clone().with_plain_numbers().with_soft_hyphens().with_joined_ranges())
            .to_string()
            .into_bytes(),
    )?;
    let mut look = json!(theme);
    look["speaker"] = json!(reader == Reader::Speaker);
    if let Body::Deck(slides) = &document.body {
        let tiles = slides.iter().map(Slide::tiles).max().unwrap_or_default();
        look["frames"] = json!(theme.slides.frames(tiles));
    }
    room.add("theme.json", look.to_string().into_bytes())?;
    for figure in document.figures() {
        for (i, drawing) in figure.drawings.iter().enumerate() {
            let image = &drawing.picture.image;
            let path = format!("charts/{}-{i}.{}", figure.label, image.format());
            room.add(&path, image.bytes().to_vec())?;
        }
    }
    for (i, logo) in document.logos().iter().enumerate() {
        let image = &logo.picture.image;
        room.add(&format!("logos/{i}.{}", image.format()), image.bytes().to_vec())?;
    }
    let compiled = typst::compile::<PagedDocument>(&room);
    match compiled.output {
        Ok(laid) => {
            let laid = hyphens::settle(&laid);
            let pages = pages(&laid, document);
            Ok(Laid { document: laid, pages })
        }
        Err(errors) => Err(errors.iter().map(|e| diagnostic(&room, e)).collect()),
    }
}

/// Exports as PDF/A-3a and PDF/UA-1.
///
/// # Errors
/// [`Code::PdfExport`] for every clause of the standards that the document violates.
pub fn export(laid: &Laid, document: &Document, identifier: &str) -> Result<Vec<u8>, Diagnostics> {
    let fault = |detail: String| Diagnostic::new(Code::PdfExport, say!("pdf-refused", detail = detail));
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|e| Diagnostics::from(fault(e.message().to_string())))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{identifier}.{}", document.meta.language)),
        creator: Smart::Custom(Some(concat!("esep ", env!("CARGO_PKG_VERSION")).to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&laid.document, &options)
        .map_err(|errors| errors.iter().map(|e| fault(with_hints(e))).collect())
}

/// What Typst says, with its hints.
fn with_hints(error: &SourceDiagnostic) -> String {
    let hints: Vec<&str> = error.hints.iter().map(|h| h.v.as_str()).collect();
    if hints.is_empty() {
        error.message.to_string()
    } else {
        format!("{} ({})", error.message, hints.join("; "))
    }
}

fn diagnostic(room: &Room<'_>, error: &SourceDiagnostic) -> Diagnostic {
    let found = Diagnostic::new(Code::TypstCompile, say!("typst-refused", detail = with_hints(error)));
    let place = error.span.id().and_then(|id| {
        let source = room.source(id).ok()?;
        let range = typst::WorldExt::range(room, error.span)?;
        let line = source.lines().byte_to_line(range.start)?;
        let path = format!("theme/{}", id.get().vpath().get_without_slash());
        Some(Location::line(path, u32::try_from(line + 1).unwrap_or(u32::MAX)))
    });
    match place {
        Some(place) => found.at(place),
        None => found,
    }
}

/// Page of every label that the theme attached.
fn pages(laid: &PagedDocument, document: &Document) -> BTreeMap<String, u32> {
    let introspector = laid.introspector();
    document
        .labels()
        .into_iter()
        .filter_map(|name| {
            let label = Label::new(PicoStr::intern(name))?;
            let element = introspector.query_label(label).ok()?;
            let page = introspector.page(element.location()?)?;
            Some((name.to_owned(), u32::try_from(page.get()).ok()?))
        })
        .collect()
}
