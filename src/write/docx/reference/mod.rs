//! A customer's own document to write by: its styles, theme, page, header and footer; none of its text.
//!
//! What could act on whoever opens the result is refused, not left out: macros, objects, links to other places
//! that are fetched without being asked for.

mod furniture;
mod styles;

pub use furniture::Piece;

use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::opc::xml::Element;
use crate::opc::{DOCX_MAIN, Package, active};
use crate::theme::{Page, Theme};

const THEME: &str = "word/theme/theme1.xml";
const MM_PER_TWIP: f64 = 25.4 / 1440.0;
/// Least width and height of the text on a page, in points.
const LEAST_TEXT: (f64, f64) = (200.0, 300.0);

/// What a reference document gives.
#[derive(Debug)]
pub struct Reference {
    /// The styles, with the ids of this writer where it has one of the same name.
    styles: Element,
    pub theme: Option<String>,
    pub page: Page,
    /// Distances of header and footer from the edge, in twips.
    pub edges: (u32, u32),
    pub furniture: Vec<Piece>,
}

impl Reference {
    /// Reads a reference document.
    ///
    /// # Errors
    /// Every macro, object and fetched link that it holds; parts that are broken; a page without room for text.
    pub fn read(package: &mut Package, own_styles: &Element, own: &Page) -> Result<Self, Diagnostics> {
        // Fields that fetch are looked for in headers and footers, all that is taken over.
        active::refuse(package, |_| true)?;
        let styles = package.required("word/styles.xml")?;
        let body = package.required(DOCX_MAIN)?;
        let section = last_section(&body);
        let (page, edges) = page(section, own);
        if page.text_width() < LEAST_TEXT.0 || page.text_height() < LEAST_TEXT.1 {
            let fault = Diagnostic::new(Code::PackageUnreadable, say!("reference-page"));
            return Err(fault.at(package.place(DOCX_MAIN)).hint(say!("hint-reference-page")).into());
        }
        let (styles, ids) = styles::renamed(styles, own_styles);
        let furniture = match section {
            Some(section) => furniture::pieces(package, section, &ids)?,
            None => Vec::new(),
        };
        // A theme with pictures of its own would need their parts.
        let plain = !package.has("word/theme/_rels/theme1.xml.rels");
        let theme = package.xml(THEME)?.filter(|_| plain).map(|theme| theme.to_part());
        Ok(Self { styles, theme, page, edges, furniture })
    }

    /// A theme on the reference's page.
    pub fn applied(&self, theme: &Theme) -> Theme {
        let mut theme = theme.clone();
        theme.report.page = self.page;
        // The customer's page has no picture of ours behind the title.
        theme.cover = None;
        theme
    }

    /// The styles part: the reference's styles, and those of this writer that it lacks.
    pub fn styles(&self, own: &Element) -> Element {
        styles::merged(&self.styles, own)
    }
}

/// The properties of the last section.
fn last_section(root: &Element) -> Option<&Element> {
    root.find("w:body")?.elements().filter(|e| e.name == "w:sectPr").last()
}

/// Page and distances of the section; what it does not say is as in this writer's own page.
fn page(section: Option<&Element>, own: &Page) -> (Page, (u32, u32)) {
    let value = |element: &str, name: &str| -> Option<f64> {
        section?.find(element)?.get(name)?.parse::<f64>().ok().map(f64::abs).filter(|v| v.is_finite())
    };
    let mm = |element, name, otherwise: f64| value(element, name).map_or(otherwise, |v| v * MM_PER_TWIP);
    let page = Page {
        width: mm("w:pgSz", "w:w", own.width),
        height: mm("w:pgSz", "w:h", own.height),
        left: mm("w:pgMar", "w:left", own.left),
        right: mm("w:pgMar", "w:right", own.right),
        top: mm("w:pgMar", "w:top", own.top),
        bottom: mm("w:pgMar", "w:bottom", own.bottom),
        note_column: 0.0,
    };
    let edge = |name| value("w:pgMar", name).map_or(708, |v| v.min(31_680.0) as u32);
    (page, (edge("w:header"), edge("w:footer")))
}
