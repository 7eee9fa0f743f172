//! What stands on every page: the mark and the running head above, the page number below.
//!
//! The first section's first page differs: a title page carries the mark and neither
//! running head nor number, yet counts.

use docx_rs::{Docx, Footer, Header, Paragraph, Run};

use super::fields::{field, run};
use super::xml::Element;
use crate::document::{Block, Body, Document, plain_text};
use crate::theme::{Page, Theme};
use crate::write::units::twips_mm;

/// The header and footer parts and the section that refers to them.
pub struct Furniture {
    running: Option<Header>,
    first: Option<Header>,
    /// Whether the first page is a title page.
    titled: bool,
    page: Page,
}

/// Style of the running head.
const RUNNING: &str = "Header";
/// Relationship ids of the section's parts.
pub const HEADER: &str = "rIdHeader1";
pub const FIRST_HEADER: &str = "rIdHeader2";
pub const FOOTER: &str = "rIdFooter1";

impl Furniture {
    pub fn new(document: &Document, theme: &Theme) -> Self {
        let title = match &document.body {
            Body::Report(blocks) => match blocks.first() {
                Some(Block::TitlePage(page)) => Some(page),
                _ => None,
            },
            Body::Deck(_) => None,
        };
        let titled = title.is_some();
        let is_kind = title.is_some_and(|page| plain_text(&page.kind) == document.meta.running_head);
        let mark = document.meta.mark.as_deref().filter(|m| !m.is_empty());
        let head = Some(document.meta.running_head.as_str()).filter(|h| !h.is_empty());
        let header = |lines: &[(&str, Option<&str>)]| {
            let lines = lines.iter().filter_map(|(style, text)| text.map(|t| line(style, t, is_kind)));
            let header = lines.fold(Header::new(), Header::add_paragraph);
            (!header.children.is_empty()).then_some(header)
        };
        Self {
            running: header(&[(RUNNING, head), ("DocumentMark", mark)]),
            first: match (titled, theme.cover.is_some()) {
                (false, _) => None,
                (true, false) => header(&[("DocumentMark", mark)]),
                // The picture behind the title needs a paragraph to hold it.
                (true, true) => header(&[("DocumentMark", Some(mark.unwrap_or_default()))]),
            },
            titled,
            page: theme.report.page,
        }
    }

    pub fn attach(&self, docx: Docx) -> Docx {
        let number = field("PAGE", "1", |run| run);
        let mut footer = Paragraph::new().style("Footer");
        footer.children = number;
        let mut docx = docx.footer(Footer::new().add_paragraph(footer));
        if let Some(header) = &self.running {
            docx = docx.header(header.clone());
        }
        if let Some(header) = &self.first {
            docx = docx.first_header(header.clone());
        }
        docx
    }

    /// Ids of the header parts, in the order in which docx-rs gives them.
    pub fn header_ids(&self) -> Vec<&'static str> {
        let parts = [(self.running.is_some(), HEADER), (self.first.is_some(), FIRST_HEADER)];
        parts.into_iter().filter(|(there, _)| *there).map(|(_, id)| id).collect()
    }

    /// A section's properties, in schema order; the first one holds the title page.
    pub fn section(&self, turned: bool, is_first: bool) -> Element {
        let mut section = Element::new("w:sectPr");
        for id in self.header_ids().into_iter().filter(|id| is_first || *id == HEADER) {
            let kind = if id == HEADER { "default" } else { "first" };
            section = section.child(reference("w:headerReference", kind, id));
        }
        section = section.child(reference("w:footerReference", "default", FOOTER));
        let page = if turned { self.page.landscape() } else { self.page };
        let size = Element::new("w:pgSz")
            .with("w:w", twips_mm(page.width).to_string())
            .with("w:h", twips_mm(page.height).to_string());
        let size = if turned { size.with("w:orient", "landscape") } else { size };
        let edge = |mm: f64| twips_mm(mm).max(0).to_string();
        let margins = Element::new("w:pgMar")
            .with("w:top", edge(page.top))
            .with("w:right", edge(page.right))
            .with("w:bottom", edge(page.bottom))
            .with("w:left", edge(page.left))
            .with("w:header", edge(page.top * 0.35))
            .with("w:footer", edge(page.bottom / 2.0))
            .with("w:gutter", "0");
        section = section.child(size).child(margins);
        if self.titled && is_first { section.child(Element::new("w:titlePg")) } else { section }
    }
}

/// A line of a header. The running head follows the title page's line where it says the same.
fn line(style: &str, text: &str, follows: bool) -> Paragraph {
    let mut paragraph = Paragraph::new().style(style);
    let text = text.replace(['\n', '\r', '\t'], " ");
    paragraph.children = if follows && style == RUNNING {
        field("STYLEREF \"Document Kind\"", &text, |run| run)
    } else {
        vec![run(Run::new().add_text(text))]
    };
    paragraph
}

fn reference(name: &str, kind: &str, id: &str) -> Element {
    Element::new(name).with("w:type", kind).with("r:id", id)
}
