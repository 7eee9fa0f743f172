//! Header and footer of this writer, as the theme's PDF has them: running head and mark above and the page's number
//! below or, where headings stand at the left, the running head above and mark and number below.
//!
//! The first section's first page differs: a title page carries the mark and neither running head nor number, yet
//! counts. The parts are whole but for their language.

use super::context::Context;
use crate::document::{Block, Body, TitlePage, plain_text};
use crate::opc::xml::{Element, Node};
use crate::write::ooxml::RelationshipKind;
use crate::write::ooxml::namespace::{RELATIONSHIP, WORD, WORD_DRAWING};

/// Style of the running head.
const RUNNING_HEAD: &str = "Header";
/// Style of the mark on every page.
pub const MARK: &str = "DocumentMark";

/// Style of the mark on the picture of a cover, whose ground is dark.
const ON_COVER: &str = "Organisation";

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
    let is_centred = context.page_style().look.headings.is_centred();
    let mark = meta.mark.as_deref().filter(|m| !m.is_empty()).map(|mark| vec![run(text(mark))]);
    let mark = mark.unwrap_or_default();
    let head = Some(meta.running_head.as_str()).filter(|h| !h.is_empty());
    let head = head.map(|head| running_head(head, is_kind)).unwrap_or_default();
    let number = field("PAGE", "1");
    let (header, footer) = if is_centred {
        (across(RUNNING_HEAD, head, mark.clone()), Some(line("Footer", number)))
    } else {
        (across(RUNNING_HEAD, Vec::new(), head), across("Footer", mark.clone(), number))
    };
    let first = match (title_page.is_some(), context.theme.cover.is_some()) {
        (false, _) => None,
        (true, false) => across(MARK, Vec::new(), mark),
        // The picture behind the title needs a paragraph to hold it.
        (true, true) => Some(line(ON_COVER, if mark.is_empty() { vec![run(text(""))] } else { mark })),
    };
    let kinds = [
        (HeaderFooterKind::Header, header),
        (HeaderFooterKind::FirstHeader, first),
        (HeaderFooterKind::Footer, footer),
    ];
    kinds.into_iter().filter_map(|(kind, line)| Some(part(kind, line?))).collect()
}

/// A line with something at its left end and at its right one; none where there is nothing at all.
fn across(style: &str, left: Vec<Element>, right: Vec<Element>) -> Option<Element> {
    if left.is_empty() && right.is_empty() {
        return None;
    }
    if left.is_empty() {
        let mut line = line(style, right);
        let right = Node::Element(Element::new("w:jc").with("w:val", "right"));
        line.amend_child("w:pPr", |properties| properties.children.push(right));
        return Some(line);
    }
    let tab = (!right.is_empty()).then(|| run(Element::new("w:tab")));
    Some(line(style, left.into_iter().chain(tab).chain(right).collect()))
}

fn part(kind: HeaderFooterKind, paragraph: Element) -> HeaderFooter {
    let root = match kind {
        HeaderFooterKind::Header | HeaderFooterKind::FirstHeader => "w:hdr",
        HeaderFooterKind::Footer => "w:ftr",
    };
    let root =
        Element::new(root).with("xmlns:r", RELATIONSHIP).with("xmlns:w", WORD).with("xmlns:wp", WORD_DRAWING);
    HeaderFooter { kind, root: root.child(paragraph) }
}

/// The running head; it follows the title page's line where it says the same.
fn running_head(head: &str, follows_title_page: bool) -> Vec<Element> {
    if follows_title_page { field("STYLEREF \"Document Kind\"", head) } else { vec![run(text(head))] }
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
