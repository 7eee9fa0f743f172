//! Properties of sections: the page, upright or turned, and the header and footer on it.

use super::additions::SectionEnd;
use super::context::Context;
use super::header_footer::{HeaderFooter, HeaderFooterKind, opening_title_page};
use crate::opc::xml::Element;
use crate::quantity::Twips;
use crate::theme::Page;

/// Share of the top margin above the header.
const HEADER_DISTANCE: f64 = 0.35;
/// Share of the bottom margin below the footer.
const FOOTER_DISTANCE: f64 = 0.5;

/// A section's reference to a header or footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderFooterReference {
    /// `w:headerReference` or `w:footerReference`.
    pub element: &'static str,
    /// `default` or `first`.
    pub kind: String,
    /// Relationship id of the part.
    pub id: String,
}

/// What the sections of a document have in common.
#[derive(Debug)]
pub struct SectionStyle {
    page: Page,
    /// Distances of header and footer from the page's edges.
    distances: (Twips, Twips),
    has_title_page: bool,
    /// References of a customer's document, in the order of element and kind.
    imported: Vec<HeaderFooterReference>,
    own: Vec<HeaderFooterReference>,
}

impl SectionStyle {
    /// The sections of a document with this writer's header and footer, and those of a customer's document in the
    /// place of the ones of the same kind.
    pub fn new(context: &Context<'_>, own: &[HeaderFooter], imported: Vec<HeaderFooterReference>) -> Self {
        let page = context.page_style().page;
        let distances = match &context.options.reference {
            Some(reference) => reference.distances,
            None => ((page.top * HEADER_DISTANCE).twips(), (page.bottom * FOOTER_DISTANCE).twips()),
        };
        let is_replaced = |own: &HeaderFooterReference| {
            imported.iter().any(|of| (of.element, &of.kind) == (own.element, &own.kind))
        };
        let own = own.iter().map(reference).filter(|own| !is_replaced(own)).collect();
        let has_title_page = opening_title_page(context).is_some();
        Self { page, distances, has_title_page, imported, own }
    }

    /// The properties of one section, in schema order.
    pub fn properties(&self, end: SectionEnd) -> Element {
        let has_title_page = self.has_title_page && end.is_first;
        let mut section = Element::new("w:sectPr");
        // Sections after the first take over what the first one has (ISO/IEC 29500-1, 17.10.5).
        for of in self.imported.iter().filter(|of| end.is_first && (has_title_page || of.kind != "first")) {
            section = section.child(of.to_element());
        }
        for of in self.own.iter().filter(|of| end.is_first || of.kind != "first") {
            section = section.child(of.to_element());
        }
        section = section.child(self.size(end.is_landscape)).child(self.margins(end.is_landscape));
        if has_title_page { section.child(Element::new("w:titlePg")) } else { section }
    }

    /// Sections of a page without header and footer.
    #[cfg(test)]
    pub fn of(page: Page) -> Self {
        let distances = (Twips(0), Twips(0));
        Self { page, distances, has_title_page: false, imported: Vec::new(), own: Vec::new() }
    }

    fn turned(&self, is_landscape: bool) -> Page {
        if is_landscape { self.page.landscape() } else { self.page }
    }

    fn size(&self, is_landscape: bool) -> Element {
        let page = self.turned(is_landscape);
        let size = Element::new("w:pgSz")
            .with("w:w", page.width.twips().to_string())
            .with("w:h", page.height.twips().to_string());
        if is_landscape { size.with("w:orient", "landscape") } else { size }
    }

    fn margins(&self, is_landscape: bool) -> Element {
        let page = self.turned(is_landscape);
        let length = |twips: Twips| twips.max(Twips(0)).to_string();
        let (header, footer) = self.distances;
        Element::new("w:pgMar")
            .with("w:top", length(page.top.twips()))
            .with("w:right", length(page.right.twips()))
            .with("w:bottom", length(page.bottom.twips()))
            .with("w:left", length(page.left.twips()))
            .with("w:header", length(header))
            .with("w:footer", length(footer))
            .with("w:gutter", "0")
    }
}

impl HeaderFooterReference {
    fn to_element(&self) -> Element {
        Element::new(self.element).with("w:type", self.kind.as_str()).with("r:id", self.id.as_str())
    }
}

fn reference(of: &HeaderFooter) -> HeaderFooterReference {
    let (element, kind) = match of.kind {
        HeaderFooterKind::Header => ("w:headerReference", "default"),
        HeaderFooterKind::FirstHeader => ("w:headerReference", "first"),
        HeaderFooterKind::Footer => ("w:footerReference", "default"),
    };
    HeaderFooterReference { element, kind: kind.to_owned(), id: of.kind.id().to_owned() }
}
