//! Header and footer of this writer: the mark and the running head above, the page number below.
//!
//! The first section's first page differs: a title page carries the mark and neither running head nor number, yet
//! counts. The parts are whole but for their language.

use super::context::Context;
use crate::document::{Block, Body, TitlePage, plain_text};
use crate::opc::xml::Element;
use crate::write::ooxml::RelationshipKind;
use crate::write::ooxml::namespace::{RELATIONSHIP, WORD, WORD_DRAWING};

/// Style of the running head.
const RUNNING_HEAD: &str = "Header";
/// Style of the mark on every page.
pub const MARK: &str = "DocumentMark";

/// A header or footer.
#[derive(Debug)]
pub struct HeaderFooter {
    pub kind: HeaderFooterKind,
    pub root: Element,
}

/// Which pages a header or footer stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderFooterKind {
    /// The header of all pages but the title page.
    Header,
    /// The header of the title page.
    FirstHeader,
    Footer,
}

impl HeaderFooterKind {
    /// Relationship id of the part.
    pub fn id(self) -> &'static str {
        match self {
            Self::Header => "rIdHeader1",
            Self::FirstHeader => "rIdHeader2",
            Self::Footer => "rIdFooter1",
        }
    }

    /// File of the part, in the folder of the document.
    pub fn file(self) -> &'static str {
        match self {
            Self::Header => "header1.xml",
            Self::FirstHeader => "header2.xml",
            Self::Footer => "footer1.xml",
        }
    }

    /// What the relationship leads to.
    pub fn relationship(self) -> RelationshipKind {
        match self {
            Self::Header | Self::FirstHeader => RelationshipKind::Header,
            Self::Footer => RelationshipKind::Footer,
        }
    }
}

/// The title page that a document begins with.
pub fn opening_title_page<'a>(context: &Context<'a>) -> Option<&'a TitlePage> {
    match &context.document.body {
        Body::Report(blocks) => match blocks.as_slice() {
            [Block::TitlePage(page), ..] => Some(page),
            [..] => None,
        },
        Body::Deck(_) => None,
    }
}

/// The headers that the document has something for, then the footer.
pub fn headers_and_footer(context: &Context<'_>) -> Vec<HeaderFooter> {
    let meta = &context.document.meta;
    let title_page = opening_title_page(context);
    let is_kind = title_page.is_some_and(|page| plain_text(&page.kind) == meta.running_head);
    let mark = meta.mark.as_deref().filter(|m| !m.is_empty()).map(|mark| line(MARK, vec![run(text(mark))]));
    let head = Some(meta.running_head.as_str()).filter(|h| !h.is_empty());
    let head = head.map(|head| running_head(head, is_kind));
    let running: Vec<Element> = head.into_iter().chain(mark.clone()).collect();
    let first = match (title_page.is_some(), context.theme.cover.is_some()) {
        (false, _) => None,
        (true, false) => mark,
        // The picture behind the title needs a paragraph to hold it.
        (true, true) => Some(mark.unwrap_or_else(|| line(MARK, vec![run(text(""))]))),
    };
    let mut parts = Vec::new();
    if !running.is_empty() {
        parts.push(part(HeaderFooterKind::Header, running));
    }
    parts.extend(first.map(|mark| part(HeaderFooterKind::FirstHeader, vec![mark])));
    parts.push(part(HeaderFooterKind::Footer, vec![line("Footer", field("PAGE", "1"))]));
    parts
}

fn part(kind: HeaderFooterKind, paragraphs: Vec<Element>) -> HeaderFooter {
    let root = match kind {
        HeaderFooterKind::Header | HeaderFooterKind::FirstHeader => "w:hdr",
        HeaderFooterKind::Footer => "w:ftr",
    };
    let root =
        Element::new(root).with("xmlns:r", RELATIONSHIP).with("xmlns:w", WORD).with("xmlns:wp", WORD_DRAWING);
    HeaderFooter { kind, root: paragraphs.into_iter().fold(root, Element::child) }
}

/// The running head; it follows the title page's line where it says the same.
fn running_head(head: &str, follows_title_page: bool) -> Element {
    if follows_title_page {
        line(RUNNING_HEAD, field("STYLEREF \"Document Kind\"", head))
    } else {
        line(RUNNING_HEAD, vec![run(text(head))])
    }
}

fn line(style: &str, runs: Vec<Element>) -> Element {
    let style = Element::new("w:pStyle").with("w:val", style);
    let paragraph = Element::new("w:p").child(Element::new("w:pPr").child(style));
    runs.into_iter().fold(paragraph, Element::child)
}

fn field(code: &str, cached: &str) -> Vec<Element> {
    let character =
        |kind: &str| run(Element::new("w:fldChar").with("w:fldCharType", kind).with("w:dirty", "false"));
    let code = Element::new("w:instrText").with("xml:space", "preserve").text(format!(" {code} "));
    vec![character("begin"), run(code), character("separate"), run(text(cached)), character("end")]
}

fn run(child: Element) -> Element {
    Element::new("w:r").child(Element::new("w:rPr")).child(child)
}

fn text(text: &str) -> Element {
    let element = Element::new("w:t").with("xml:space", "preserve");
    let text = text.replace(['\n', '\r', '\t'], " ");
    if text.is_empty() { element } else { element.text(text) }
}
