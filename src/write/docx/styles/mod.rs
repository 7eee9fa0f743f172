//! The styles part: every style that the body names, by names that Word's users know.
//!
//! Written by hand, not through docx-rs, whose style builder writes properties that no style may have.
//! Sizes, fonts and colours come from the theme; nothing here depends on the document's content.

mod running_text;
mod set_off;
mod style;

use self::running_text::{headings, listings, text};
use self::set_off::{captions, panels, title_page, title_page_on_picture};
pub use self::style::is_close;
use self::style::{Style, colour, fonts, size, spacing};
use crate::diag::{Code, Diagnostic, say};
use crate::opc::xml::{self, Element, escaped};
use crate::quantity::Twips;
use crate::theme::{PageStyle, Palette, TableRules, Theme};
use crate::write::ooxml::namespace::WORD;
use crate::write::ooxml::{DECLARATION, hex};

/// The whole part. `language` is a BCP 47 tag or empty; `justify`: whether the running text is justified.
pub fn part(theme: &Theme, language: &str, justify: bool) -> String {
    let page_style = &theme.report;
    let mut out = format!("{DECLARATION}<w:styles xmlns:w='{WORD}'>");
    out.push_str(&defaults(page_style, language));
    out.push_str(&base(theme));
    let title = if theme.cover.is_some() { title_page_on_picture(theme) } else { title_page(page_style) };
    let groups =
        [text(page_style, justify), headings(theme), listings(theme), captions(theme), title, panels(theme)];
    groups.iter().flatten().for_each(|style| out.push_str(&paragraph(style)));
    out.push_str(&characters(theme));
    out.push_str(&table(&theme.palette, page_style.look.table_rules));
    out.push_str(LAYOUT_TABLE);
    out.push_str("</w:styles>");
    out
}

/// The table behind paragraphs that stand side by side.
const LAYOUT_TABLE: &str = "<w:style w:type='table' w:customStyle='1' w:styleId='LayoutTable'><w:name \
     w:val='Layout Table'/><w:basedOn w:val='TableNormal'/><w:tblPr><w:tblCellMar><w:left w:w='0' w:type='dxa'/>\
     <w:right w:w='0' w:type='dxa'/></w:tblCellMar></w:tblPr></w:style>";

/// The part as a tree.
///
/// # Errors
/// `DocxBuild` where a name of the theme's makes it no XML.
pub fn tree(theme: &Theme, language: &str, justify: bool) -> Result<Element, Diagnostic> {
    xml::parse(&part(theme, language, justify)).map_err(|detail| {
        let message = say!("docx-part-malformed", path = "word/styles.xml", detail = detail);
        Diagnostic::new(Code::DocxBuild, message)
    })
}

fn defaults(page_style: &PageStyle, language: &str) -> String {
    let language = escaped(language);
    let lang = if language.is_empty() {
        String::new()
    } else {
        format!("<w:lang w:val='{language}' w:eastAsia='{language}' w:bidi='ar-SA'/>")
    };
    format!(
        "<w:docDefaults><w:rPrDefault><w:rPr>{}{}{lang}</w:rPr></w:rPrDefault><w:pPrDefault>\
         <w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>",
        fonts(&page_style.fonts.body),
        size(page_style.sizes.body),
        spacing(Twips(0), Twips(0), 1.0),
    )
}

fn base(theme: &Theme) -> String {
    format!(
        concat!(
            "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name \
             w:val='Normal'/><w:qFormat/><w:pPr><w:widowControl/></w:pPr><w:rPr>{}</w:rPr>\
             </w:style>",
            "<w:style w:type='character' w:default='1' w:styleId='DefaultParagraphFont'><w:name \
             w:val='Default Paragraph Font'/><w:uiPriority w:val='1'/><w:semiHidden/>\
             <w:unhideWhenUsed/></w:style>",
            "<w:style w:type='table' w:default='1' w:styleId='TableNormal'><w:name \
             w:val='Normal Table'/><w:uiPriority w:val='99'/><w:semiHidden/><w:unhideWhenUsed/>\
             <w:tblPr><w:tblInd w:w='0' w:type='dxa'/><w:tblCellMar><w:top w:w='0' w:type='dxa'/>\
             <w:left w:w='108' w:type='dxa'/><w:bottom w:w='0' w:type='dxa'/><w:right w:w='108' \
             w:type='dxa'/></w:tblCellMar></w:tblPr></w:style>",
            "<w:style w:type='numbering' w:default='1' w:styleId='NoList'><w:name \
             w:val='No List'/><w:uiPriority w:val='99'/><w:semiHidden/><w:unhideWhenUsed/>\
             </w:style>"
        ),
        colour(&theme.palette.text)
    )
}

fn paragraph(style: &Style) -> String {
    let custom = if BUILT_IN.contains(&style.id) { "" } else { " w:customStyle='1'" };
    let part = |name: &str, inner: &str| match inner {
        "" => String::new(),
        _ => format!("<w:{name}>{inner}</w:{name}>"),
    };
    format!(
        "<w:style w:type='paragraph'{custom} w:styleId='{}'><w:name w:val='{}'/><w:basedOn \
         w:val='{}'/><w:next w:val='{}'/><w:qFormat/>{}{}</w:style>",
        style.id,
        style.name,
        style.based,
        style.next,
        part("pPr", &style.ppr),
        part("rPr", &style.rpr),
    )
}

/// Styles that Word itself knows; the others are marked as custom.
const BUILT_IN: &[&str] = &[
    "BodyText",
    "Title",
    "DocumentKind",
    "Heading1",
    "Heading2",
    "Heading3",
    "Heading4",
    "Caption",
    "Quote",
    "ListParagraph",
    "TOCHeading",
    "TableofFigures",
    "TOC1",
    "TOC2",
    "TOC3",
    "FootnoteText",
    "Header",
    "Footer",
];

fn characters(theme: &Theme) -> String {
    format!(
        concat!(
            "<w:style w:type='character' w:styleId='FootnoteReference'><w:name \
             w:val='footnote reference'/><w:basedOn w:val='DefaultParagraphFont'/><w:rPr>\
             <w:vertAlign w:val='superscript'/></w:rPr></w:style>",
            "<w:style w:type='character' w:styleId='Hyperlink'><w:name w:val='Hyperlink'/>\
             <w:basedOn w:val='DefaultParagraphFont'/><w:rPr>{}<w:u w:val='single'/></w:rPr>\
             </w:style>"
        ),
        colour(&theme.palette.calm)
    )
}

fn table(palette: &Palette, rules: TableRules) -> String {
    let line = |side: &&str, size, colour: &str| {
        format!("<w:{side} w:val='single' w:sz='{size}' w:space='0' w:color='{}'/>", hex(colour))
    };
    let (sides, head): (String, String) = match rules {
        TableRules::Grid => {
            let all = ["top", "left", "bottom", "right", "insideH", "insideV"];
            (all.iter().map(|side| line(side, 4, &palette.text)).collect(), String::new())
        }
        TableRules::Rows => (
            ["top", "bottom", "insideH"].iter().map(|side| line(side, 4, &palette.line)).collect(),
            ["top", "bottom"].iter().map(|side| line(side, 6, &palette.text)).collect(),
        ),
    };
    let head = if head.is_empty() { head } else { format!("<w:tcBorders>{head}</w:tcBorders>") };
    format!(
        concat!(
            "<w:style w:type='table' w:customStyle='1' w:styleId='ReportTable'><w:name \
             w:val='Report Table'/><w:basedOn w:val='TableNormal'/>",
            "<w:tblPr><w:tblBorders>{}</w:tblBorders><w:tblCellMar><w:left w:w='60' \
             w:type='dxa'/><w:right w:w='60' w:type='dxa'/></w:tblCellMar></w:tblPr>",
            "<w:tblStylePr w:type='firstRow'><w:tcPr>{}<w:vAlign w:val='bottom'/></w:tcPr></w:tblStylePr></w:style>"
        ),
        sides, head
    )
}
