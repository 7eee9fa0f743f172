//! A customer's own document to write by: its styles, theme, page, header and footer; none of its text.
//!
//! What could act on whoever opens the result is refused, not left out: macros, objects, links to other places
//! that are fetched without being asked for. Of the rest stays what the list of [`schema`] has, and what is left out
//! is told.

mod header_footer;
mod styles;

pub use header_footer::{ImportedHeaderFooter, ImportedTarget};

use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::opc::schema::{self, LeftOut, select};
use crate::opc::xml::Element;
use crate::opc::{Package, active, relationships};
use crate::quantity::{Mm, Pt, Twips, whole};
use crate::theme::{Page, Theme};

/// Least width and height of the text on a page.
const LEAST_TEXT: (Pt, Pt) = (Pt(200.0), Pt(300.0));
/// Where Word has header and footer if a document does not say it.
const USUAL_DISTANCE: Twips = Twips(708);
/// Word's greatest length on a page: 22 inches.
const MOST: Twips = Twips(31_680);

/// What a reference document gives.
#[derive(Debug)]
pub struct Reference {
    /// The styles, with the ids of this writer where it has one of the same name.
    styles: Element,
    /// The theme part, where it needs no other.
    pub theme: Option<String>,
    /// Its page and margins.
    pub page: Page,
    /// Distances of header and footer from the page's edges.
    pub distances: (Twips, Twips),
    /// The headers and footers of its last section.
    pub headers_and_footers: Vec<ImportedHeaderFooter>,
    /// What of them is not taken over and would be missed, by part.
    pub left_out: Vec<(String, LeftOut)>,
}

impl Reference {
    /// Reads a reference document.
    ///
    /// # Errors
    /// Every macro, object and fetched link that it holds; parts that are broken; a page without room for text.
    pub fn read(package: &mut Package, own_styles: &Element, own: &Page) -> Result<Self, Diagnostics> {
        // Fields that fetch are looked for in headers and footers, all that is taken over.
        active::refuse(package, |_| true)?;
        let main = package.main().to_owned();
        let body = package.required(&main)?;
        let section = last_section(&body);
        let (page, distances) = page(section, own);
        if page.text_width() < LEAST_TEXT.0 || page.text_height() < LEAST_TEXT.1 {
            let fault = Diagnostic::new(Code::PackageUnreadable, say!("reference-page"));
            return Err(fault.at(package.location(&main)).hint(say!("hint-reference-page")).into());
        }
        let mut left_out = Vec::new();
        let styles_path = package.related(&main, "styles")?.unwrap_or_else(|| "word/styles.xml".to_owned());
        let styles = allowed(package, &styles_path, &mut left_out)?;
        let (styles, ids) = styles::renamed(styles, own_styles);
        let headers_and_footers = match section {
            Some(section) => header_footer::headers_and_footers(package, section, &ids, &mut left_out)?,
            None => Vec::new(),
        };
        let theme = match package.related(&main, "theme")? {
            // A theme with pictures of its own would need their parts.
            Some(path) if !package.has(&relationships(&path)) && package.has(&path) => {
                Some(allowed(package, &path, &mut left_out)?.to_part())
            }
            _ => None,
        };
        Ok(Self { styles, theme, page, distances, headers_and_footers, left_out })
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

/// A part, of which stays what the list has.
fn allowed(
    package: &mut Package,
    path: &str,
    left_out: &mut Vec<(String, LeftOut)>,
) -> Result<Element, Diagnostic> {
    let mut root = package.required(path)?;
    let mut of_part = LeftOut::default();
    select(&mut root, &mut of_part).map_err(|name| super::super::ooxml::not_whole(package, path, &name))?;
    left_out.push((path.to_owned(), of_part));
    Ok(root)
}

/// The properties of the last section.
fn last_section(root: &Element) -> Option<&Element> {
    root.find("w:body")?.elements().filter(|e| e.name == "w:sectPr").last()
}

/// Page and distances of the section; what it does not say is as in this writer's own page.
fn page(section: Option<&Element>, own: &Page) -> (Page, (Twips, Twips)) {
    let value = |element: &str, name: &str| -> Option<Twips> {
        let value = schema::twips(section?.find(element)?.get(name)?).map(f64::abs);
        value.map(|v| Twips(i32::try_from(whole::nearest(v)).unwrap_or(i32::MAX)))
    };
    let mm = |element, name, otherwise: Mm| value(element, name).map_or(otherwise, Twips::mm);
    let page = Page {
        width: mm("w:pgSz", "w:w", own.width),
        height: mm("w:pgSz", "w:h", own.height),
        left: mm("w:pgMar", "w:left", own.left),
        right: mm("w:pgMar", "w:right", own.right),
        top: mm("w:pgMar", "w:top", own.top),
        bottom: mm("w:pgMar", "w:bottom", own.bottom),
        note_column: Mm(0.0),
    };
    let distance = |name| value("w:pgMar", name).map_or(USUAL_DISTANCE, |v| v.min(MOST));
    (page, (distance("w:header"), distance("w:footer")))
}
