//! The PPTX writer: a resolved deck in, a PresentationML package out (ISO/IEC 29500-1, clause 19).
//!
//! One `design` – the theme's master and layouts, or those of a customer's deck ([`Reference`]) – and a
//! `slide` part for each slide, which names a layout and fills its placeholders, so that a reader may change the
//! design, read the outline and have the slides read out. Charts that PowerPoint can draw are its own, with their
//! workbooks; the others are SVG beside PNG. Frames and sizes are those that the slide was measured by: nothing is
//! placed here by eye.

mod deck;
mod design;
mod design_context;
mod graphic_frame;
mod header_footer;
mod layout;
mod layout_kind;
mod master;
mod media;
mod notes_page;
mod paragraph;
mod presentation;
mod reference;
mod shape;
mod slide;
mod table;
mod text_body;

use self::deck::Deck;
pub use self::deck::Options;
use self::design::Design;
use self::media::Media;
use self::notes_page::NotesPage;
pub use self::reference::Reference;
use self::shape::root;
use self::slide::SlidePart;
use super::ooxml::{
    PackageBuilder, PackageFormat, RelationshipKind as Kind, Relationships, package_relationships,
    properties, theme_part,
};
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::{Body, Document, Slide};
use crate::opc::{PPTX_MAIN, Package as OpenPackage};
use crate::theme::Theme;

const PPTX: PackageFormat = PackageFormat { main: PPTX_MAIN, content_type };

/// Reads a reference deck out of its bytes; `file` is its name for messages.
///
/// # Errors
/// What is no PPTX, is broken, has no place for a message, or holds what acts by itself.
pub fn reference(file: &str, bytes: Vec<u8>, theme: &Theme) -> Result<Reference, Diagnostics> {
    let mut package = OpenPackage::open(file, bytes, PPTX_MAIN)?;
    Reference::read(&mut package, &theme.slides)
}

/// Writes a deck as a PPTX file.
///
/// # Errors
/// [`Code::PptxBuild`] for a document that is no deck and for what has no place on a slide,
/// [`Code::SlideOverflow`] for charts that need more room than they have.
pub fn write(document: &Document, theme: &Theme, options: &Options) -> Result<Vec<u8>, Diagnostics> {
    let Body::Deck(slides) = &document.body else {
        return Err(Diagnostic::new(Code::PptxBuild, say!("pptx-not-a-deck")).into());
    };
    let deck = Deck { document, slides, theme, options };
    let design = design(&deck);
    let mut package = PackageBuilder::new(&PPTX);
    for (path, bytes) in &design.parts {
        package.bytes(path, bytes.clone());
    }
    add_notes_master(&deck, &mut package);
    let relations = add_slides(deck, &design, &mut package)?;
    add_presentation(&deck, relations, &mut package);
    add_properties(document, &mut package)?;
    package.check()?;
    package.zip()
}

fn design(deck: &Deck<'_>) -> Design {
    let tiles = deck.slides.iter().map(Slide::tiles).max().unwrap_or_default();
    let context = deck.design_context();
    match deck.reference() {
        Some(reference) => reference.design(&context, tiles),
        None => Design::own(deck.theme, &context, tiles),
    }
}

fn add_notes_master(deck: &Deck<'_>, package: &mut PackageBuilder) {
    let mut relations = Relationships::default();
    relations.add(Kind::Theme, "../theme/theme2.xml");
    package.text("ppt/notesMasters/notesMaster1.xml", notes_page::master(deck));
    package.text("ppt/notesMasters/_rels/notesMaster1.xml.rels", relations.part());
    package.text("ppt/theme/theme2.xml", theme_part(&deck.theme.palette, &deck.theme.slides.fonts));
}

/// Adds the slides with their notes and gives the presentation's relationships.
fn add_slides(
    deck: Deck<'_>,
    design: &Design,
    package: &mut PackageBuilder,
) -> Result<Relationships, Diagnostics> {
    let mut relations = Relationships::default();
    relations.add(Kind::SlideMaster, "slideMasters/slideMaster1.xml");
    relations.add(Kind::NotesMaster, "notesMasters/notesMaster1.xml");
    let mut faults = Diagnostics::new();
    let mut parts = Vec::new();
    let mut media = Media::new(package);
    for (number, slide) in (1..).zip(deck.slides) {
        let mut written = SlidePart::new(deck, design, slide, &mut media);
        relations.add(Kind::Slide, &format!("slides/slide{number}.xml"));
        faults.extend(written.faults);
        if !slide.notes.is_empty() {
            let target = format!("../notesSlides/notesSlide{number}.xml");
            written.relations.add(Kind::NotesSlide, &target);
            let notes = NotesPage::new(deck, slide, design.bullets, number);
            faults.extend(notes.faults);
            parts.push((format!("notesSlides/notesSlide{number}"), notes.part, notes.relations));
        }
        parts.push((format!("slides/slide{number}"), written.part, written.relations));
    }
    for (path, part, relations) in parts {
        let (folder, file) = path.split_once('/').unwrap_or_default();
        package.text(&format!("ppt/{path}.xml"), part);
        package.text(&format!("ppt/{folder}/_rels/{file}.xml.rels"), relations.part());
    }
    if faults.has_errors() {
        faults.normalise();
        return Err(faults);
    }
    Ok(relations)
}

/// Adds the presentation's own part and those that say how the program shows it.
fn add_presentation(deck: &Deck<'_>, mut relations: Relationships, package: &mut PackageBuilder) {
    let slides: Vec<String> = (3..).take(deck.slides.len()).map(|id| format!("rId{id}")).collect();
    let parts = [
        (Kind::PresentationProperties, "presProps.xml", root("p:presentationPr").to_part()),
        (Kind::ViewProperties, "viewProps.xml", root("p:viewPr").to_part()),
        (Kind::TableStyles, "tableStyles.xml", table_styles(deck)),
    ];
    relations.add(Kind::Theme, "theme/theme1.xml");
    for (kind, file, text) in parts {
        relations.add(kind, file);
        package.text(&format!("ppt/{file}"), text);
    }
    package.text(PPTX_MAIN, presentation::part(deck, &slides, "rId2"));
    package.text("ppt/_rels/presentation.xml.rels", relations.part());
}

fn table_styles(deck: &Deck<'_>) -> String {
    let styles = table::styles(deck.names().name("table"));
    if deck.reference().is_some() { reference::recoloured(styles) } else { styles }.to_part()
}

fn add_properties(document: &Document, package: &mut PackageBuilder) -> Result<(), Diagnostic> {
    package.text("docProps/core.xml", properties::core(&document.meta));
    package.text("docProps/app.xml", properties::app());
    let path = "docProps/custom.xml";
    let custom = properties::custom(document).map_err(|detail| {
        Diagnostic::new(Code::PptxBuild, say!("docx-part-malformed", path = path, detail = detail))
    })?;
    package.text(path, custom);
    package.text("_rels/.rels", package_relationships(PPTX_MAIN));
    Ok(())
}

/// Content types of the parts that only a presentation has.
fn content_type(path: &str) -> Option<String> {
    let file = path.strip_prefix("ppt/")?;
    let (folder, _) = file.split_once('/').unwrap_or((file, ""));
    let name = match folder {
        "presentation.xml" => "presentation.main",
        "presProps.xml" => "presProps",
        "viewProps.xml" => "viewProps",
        "tableStyles.xml" => "tableStyles",
        "slideMasters" => "slideMaster",
        "slideLayouts" => "slideLayout",
        "slides" => "slide",
        "notesMasters" => "notesMaster",
        "notesSlides" => "notesSlide",
        _ => return None,
    };
    Some(format!("application/vnd.openxmlformats-officedocument.presentationml.{name}+xml"))
}
