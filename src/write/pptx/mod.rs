//! The PPTX writer: a resolved deck in, a PresentationML package out (ISO/IEC 29500-1, clause 19).
//!
//! One master with the theme's layouts, or with those of a customer's deck ([`Reference`]); each slide names a
//! layout and fills its placeholders, so that a reader may change the design, read the outline and have the slides
//! read out. Charts that PowerPoint can draw are its own, with their workbooks; the others are SVG beside PNG.
//! Frames and sizes are those that the slide was measured by: nothing is placed here by eye.

mod design;
mod master;
mod notes;
mod parts;
mod reference;
mod shape;
mod slide;
mod table;
mod text;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::design::Design;
use self::master::Master;
pub use self::reference::Reference;
use self::slide::Slide;
use self::words::Words;
use super::office::NativeChart;
use super::package::{self, Kind, Package, PackageKind, Relations};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::document::{Body, Document, Slide as Told};
use crate::opc::{PPTX_MAIN, Package as OpenPackage};
use crate::source::sha256;
use crate::theme::Theme;

const PPTX: PackageKind = PackageKind { main: PPTX_MAIN, content_type };

/// What the writer needs beside the document.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether PowerPoint draws the charts that it can; the others are pictures.
    pub native_charts: bool,
    /// Drawings of the charts that are pictures as PNG, by figure label.
    pub pngs: BTreeMap<String, Vec<Arc<[u8]>>>,
    /// Where each slide begins in its template, for faults.
    pub places: Vec<Location>,
    /// The customer's own deck to write by; the theme is [applied](Reference::applied) already.
    pub reference: Option<Arc<Reference>>,
}

/// A deck while it is written.
struct Deck<'a> {
    document: &'a Document,
    slides: &'a [Told],
    theme: &'a Theme,
    options: &'a Options,
    words: Words<'a>,
    design: Design,
    package: Package,
    charts: usize,
    /// Pictures by digest: the same one is kept once.
    pictures: BTreeMap<String, String>,
    faults: Diagnostics,
}

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
/// What has no place on a slide, and charts that need more room than they have.
pub fn write(document: &Document, theme: &Theme, options: &Options) -> Result<Vec<u8>, Diagnostics> {
    let Body::Deck(slides) = &document.body else {
        return Err(Diagnostic::new(Code::PptxBuild, say!("pptx-not-a-deck")).into());
    };
    let mut deck = Deck {
        document,
        slides,
        theme,
        options,
        words: Words(&document.meta.words.deck),
        design: Design::default(),
        package: Package::new(&PPTX),
        charts: 0,
        pictures: BTreeMap::new(),
        faults: Diagnostics::new(),
    };
    deck.masters();
    let relations = deck.write_slides();
    deck.presentation(relations);
    deck.properties()?;
    if deck.faults.has_errors() {
        deck.faults.normalise();
        return Err(deck.faults);
    }
    deck.package.check()?;
    deck.package.zip()
}

impl<'a> Deck<'a> {
    fn words(&self) -> &Words<'a> {
        &self.words
    }

    /// BCP 47.
    fn language(&self) -> &'a str {
        package::language(&self.document.meta)
    }

    fn masters(&mut self) {
        let reference = self.options.reference.as_deref();
        let master = Master {
            sheet: &self.theme.slides,
            words: &self.words,
            language: self.language(),
            foreign: reference.map(Reference::furniture),
        };
        let tiles = self.slides.iter().map(Told::tiles).max().unwrap_or_default();
        let mut design = match reference {
            Some(reference) => reference.design(&master, tiles),
            None => Design::own(self.theme, &master, tiles),
        };
        for (path, bytes) in std::mem::take(&mut design.parts) {
            self.package.bytes(&path, bytes);
        }
        self.design = design;
        let mut notes = Relations::default();
        notes.add(Kind::Theme, "../theme/theme2.xml");
        self.package.text("ppt/notesMasters/notesMaster1.xml", notes::master(self));
        self.package.text("ppt/notesMasters/_rels/notesMaster1.xml.rels", notes.part());
        let theme = package::theme(&self.theme.palette, &self.theme.slides.fonts);
        self.package.text("ppt/theme/theme2.xml", theme);
    }

    /// Writes the slides with their notes and gives the presentation's relationships.
    fn write_slides(&mut self) -> Relations {
        let mut relations = Relations::default();
        relations.add(Kind::SlideMaster, "slideMasters/slideMaster1.xml");
        relations.add(Kind::NotesMaster, "notesMasters/notesMaster1.xml");
        for (place, told) in (1..).zip(self.slides) {
            let mut written = Slide::write(self, told);
            relations.add(Kind::Slide, &format!("slides/slide{place}.xml"));
            if !told.notes.is_empty() {
                written.relations.add(Kind::NotesSlide, &format!("../notesSlides/notesSlide{place}.xml"));
                let (page, own) = notes::page(self, told, place);
                self.package.text(&format!("ppt/notesSlides/notesSlide{place}.xml"), page);
                self.package.text(&format!("ppt/notesSlides/_rels/notesSlide{place}.xml.rels"), own.part());
            }
            self.package.text(&format!("ppt/slides/slide{place}.xml"), written.part);
            self.package.text(&format!("ppt/slides/_rels/slide{place}.xml.rels"), written.relations.part());
        }
        relations
    }

    fn presentation(&mut self, mut relations: Relations) {
        let slides: Vec<String> = (3..).take(self.slides.len()).map(|id| format!("rId{id}")).collect();
        let parts = [
            (Kind::PresentationProperties, "presProps.xml", parts::presentation_properties()),
            (Kind::ViewProperties, "viewProps.xml", parts::view_properties()),
            (Kind::TableStyles, "tableStyles.xml", self.table_styles()),
        ];
        relations.add(Kind::Theme, "theme/theme1.xml");
        for (kind, file, text) in parts {
            relations.add(kind, file);
            self.package.text(&format!("ppt/{file}"), text);
        }
        self.package.text(PPTX_MAIN, parts::presentation(self, &slides, "rId2"));
        self.package.text("ppt/_rels/presentation.xml.rels", relations.part());
    }

    fn table_styles(&self) -> String {
        let styles = table::styles(self.words.get("table"));
        let foreign = self.options.reference.is_some();
        if foreign { reference::recoloured(styles) } else { styles }.to_part()
    }

    fn properties(&mut self) -> Result<(), Diagnostic> {
        let meta = &self.document.meta;
        self.package.text("docProps/core.xml", package::core(meta));
        self.package.text("docProps/app.xml", package::app());
        let path = "docProps/custom.xml";
        let custom = package::custom(self.document).map_err(|detail| {
            Diagnostic::new(Code::PptxBuild, say!("docx-part-malformed", path = path, detail = detail))
        })?;
        self.package.text(path, custom);
        self.package.text("_rels/.rels", package::package_relations(PPTX_MAIN));
        Ok(())
    }

    /// Adds a chart's parts and gives the relationship id of the chart.
    fn chart(&mut self, chart: &NativeChart, relations: &mut Relations) -> String {
        self.charts += 1;
        let number = self.charts;
        package::add_chart(chart, "ppt", number, &mut self.package);
        relations.add(Kind::Chart, &format!("../charts/chart{number}.xml"))
    }

    /// Adds a picture and gives its relationship id.
    fn media(&mut self, bytes: &[u8], ending: &str, relations: &mut Relations) -> String {
        let next = self.pictures.len() + 1;
        let file = self.pictures.entry(sha256(bytes)).or_insert_with(|| format!("image{next}.{ending}"));
        self.package.bytes(&format!("ppt/media/{file}"), bytes.to_vec());
        relations.add(Kind::Image, &format!("../media/{file}"))
    }
}

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
