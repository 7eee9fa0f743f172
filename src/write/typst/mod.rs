//! Resolved document → PDF, through Typst.
//!
//! No markup is generated: the document goes in as JSON data, and a static theme walks it, so that no
//! string of the data can become code. Every PDF is PDF/A-3a and PDF/UA-1 at once.

mod attach;
mod bounds;
mod cache_lease;
mod drawn_texts;
mod growth;
mod hyphens;
mod off_page;
mod pages;
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
use crate::theme::Theme;
use attach::Attachment;
pub use attach::attachable;
pub use bounds::faults as theme_faults;
pub use cache_lease::CacheLease;
pub use pages::{Area, TextRun};
use world::DocumentWorld;
pub use world::TypstFonts;

/// The Typst files of all themes and of one, by path below `theme/`.
pub type ThemeFiles = BTreeMap<String, String>;

/// A document laid out on pages.
pub struct LaidOutDocument {
    document: PagedDocument,
    /// What is left of the layout when it is done with.
    pub pages: Pages,
}

/// What a layout tells of its pages; a layout itself takes a hundred times as much memory.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    /// Page (from 1) of each label.
    pub of_labels: BTreeMap<String, u32>,
    /// How many there are.
    pub count: usize,
    /// Day of the document, as a PDF writes dates.
    date: String,
}

/// How a deck is laid out; a report has one view only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeckView {
    /// The slides as they are shown.
    Slides,
    /// Each slide with what is said beside it.
    SpeakerNotes,
}

/// Lays a document out on pages; `files` are those of the theme. `set` is called when Typst is done, before its frames
/// are copied: what it remembers of the work takes ten times as much memory as they do.
///
/// # Errors
/// [`Code::TypstCompile`] with the theme's file and line for everything Typst refuses.
pub fn lay_out(
    document: &Document,
    theme: &Theme,
    files: &ThemeFiles,
    fonts: &TypstFonts,
    view: DeckView,
    set: impl FnOnce(),
) -> Result<LaidOutDocument, Diagnostics> {
    let main = match document.body {
        Body::Report(_) => format!("{}/report.typ", theme.name),
        Body::Deck(_) => "slides.typ".to_owned(),
    };
    let mut world = DocumentWorld::new(fonts, files, &main)?;
    if let Some(cover) = &theme.cover {
        world.add("cover.svg", cover.as_bytes().to_vec())?;
    }
    add_data(&mut world, document, theme, view)?;
    add_pictures(&mut world, document)?;
    let output = typst::compile::<PagedDocument>(&world).output;
    set();
    match output {
        Ok(document_of_pages) => {
            let laid_out = hyphens::settle(&document_of_pages);
            let lost: Diagnostics = off_page::texts(&laid_out).iter().map(off_page_fault).collect();
            if lost.has_errors() {
                return Err(lost);
            }
            Ok(LaidOutDocument { pages: pages(&laid_out, document), document: laid_out })
        }
        Err(errors) => Err(errors.iter().map(|e| diagnostic(&world, e)).collect()),
    }
}

fn off_page_fault((page, text): &(usize, String)) -> Diagnostic {
    let message = say!("off-page", page = page, text = text.trim());
    Diagnostic::new(Code::OffPage, message).hint(say!("hint-off-page"))
}

/// Adds the document and the theme as the JSON that the theme's files walk.
fn add_data(
    world: &mut DocumentWorld<'_>,
    document: &Document,
    theme: &Theme,
    view: DeckView,
) -> Result<(), Diagnostic> {
    let printed = document
        .clone()
        .with_plain_numbers()
        .with_soft_hyphens()
        .with_joined_numbers()
        .with_joined_decimals();
    world.add("document.json", json!(printed).to_string().into_bytes())?;
    let mut style = json!(theme);
    style["speaker"] = json!(view == DeckView::SpeakerNotes);
    if let Body::Deck(slides) = &document.body {
        let tiles = slides.iter().map(Slide::tiles).max().unwrap_or_default();
        style["frames"] = json!(theme.slides.frames(tiles));
    }
    world.add("theme.json", style.to_string().into_bytes())
}

/// Adds the pictures under the names by which the theme's files find them.
fn add_pictures(world: &mut DocumentWorld<'_>, document: &Document) -> Result<(), Diagnostic> {
    for figure in document.figures() {
        for (i, drawing) in figure.drawings.iter().enumerate() {
            let image = &drawing.picture.image;
            let path = format!("charts/{}-{i}.{}", figure.label, image.format());
            world.add(&path, image.bytes().to_vec())?;
        }
    }
    for (i, logo) in document.logos().iter().enumerate() {
        let image = &logo.picture.image;
        world.add(&format!("logos/{i}.{}", image.format()), image.bytes().to_vec())?;
    }
    Ok(())
}

/// Exports as PDF/A-3a and PDF/UA-1; `identifier` is the document's stable identity without its language.
///
/// # Errors
/// [`Code::PdfExport`] for every clause of the standards that the document violates.
pub fn export(
    laid_out: &LaidOutDocument,
    document: &Document,
    identifier: &str,
) -> Result<Vec<u8>, Diagnostics> {
    let fault = |detail: String| Diagnostic::new(Code::PdfExport, say!("pdf-refused", detail = detail));
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|e| Diagnostics::from(fault(e.message().to_string())))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{identifier}.{}", document.meta.language)),
        creator: Smart::Custom(Some(concat!("esep ", env!("CARGO_PKG_VERSION")).to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&laid_out.document, &options)
        .map_err(|errors| errors.iter().map(|e| fault(with_hints(e))).collect())
}

/// An exported PDF with an associated file of JSON that its pages were made from; all that was exported stays as it is.
///
/// # Errors
/// [`Code::PdfExport`] where the export is not of the form that it is known in.
pub fn with_data(pdf: &[u8], pages: &Pages, name: &str, bytes: &[u8]) -> Result<Vec<u8>, Diagnostic> {
    let description = "Data and records behind every printed number";
    attach::with_file(pdf, Attachment { name, description, bytes, date: &pages.date })
}

/// The day that a document names as its own, as a PDF writes dates; it has one, or the standards refuse the export.
fn date(document: &PagedDocument) -> String {
    let Smart::Custom(Some(day)) = typst::model::Document::info(document).date else { return String::new() };
    let part = |part: Option<u8>| part.unwrap_or(1);
    let (year, month, day) = (day.year().unwrap_or_default(), part(day.month()), part(day.day()));
    format!("D:{year:04}{month:02}{day:02}000000Z")
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

fn diagnostic(world: &DocumentWorld<'_>, error: &SourceDiagnostic) -> Diagnostic {
    let found = Diagnostic::new(Code::TypstCompile, say!("typst-refused", detail = with_hints(error)));
    let place = error.span.id().and_then(|id| {
        let source = world.source(id).ok()?;
        let range = typst::WorldExt::range(world, error.span)?;
        let line = source.lines().byte_to_line(range.start)?;
        let path = format!("theme/{}", id.get().vpath().get_without_slash());
        Some(Location::line(path, u32::try_from(line + 1).unwrap_or(u32::MAX)))
    });
    match place {
        Some(place) => found.at(place),
        None => found,
    }
}

/// The pages, and the one of every label that the theme attached.
fn pages(laid_out: &PagedDocument, document: &Document) -> Pages {
    let introspector = laid_out.introspector();
    let of_label = |name: &str| {
        let label = Label::new(PicoStr::intern(name))?;
        let element = introspector.query_label(label).ok()?;
        let page = introspector.page(element.location()?)?;
        Some((name.to_owned(), u32::try_from(page.get()).ok()?))
    };
    Pages {
        of_labels: document.labels().into_iter().filter_map(of_label).collect(),
        count: laid_out.pages().len(),
        date: date(laid_out),
    }
}
