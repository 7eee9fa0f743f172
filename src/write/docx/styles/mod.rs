//! The styles part: every look the body asks for, by names that Word's users know.
//!
//! Written by hand, not through docx-rs, whose style builder writes properties that no style may have.
//! Sizes, fonts and colours come from the theme; nothing here depends on the document's content.

mod apart;
mod running;

use super::xml::escaped;
use crate::theme::{PageStyle, Palette, TableRules, Theme};
use crate::write::units::{half_points, hex};
use apart::{boxes, captions, cover, on_picture};
use running::{headings, lists, text};

/// One paragraph style: property lists in schema order.
struct Style<'s> {
    id: &'s str,
    name: &'s str,
    based: &'s str,
    next: &'s str,
    ppr: String,
    rpr: String,
}

/// The whole part. `language` is a BCP 47 tag or empty.
pub fn part(theme: &Theme, language: &str, justify: bool) -> String {
    let sheet = &theme.report;
    let mut out = String::from(concat!(
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n",
        "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    ));
    out.push_str(&defaults(sheet, language));
    out.push_str(&base(theme));
    let title = if theme.cover.is_some() { on_picture(theme) } else { cover(sheet) };
    let groups = [text(sheet, justify), headings(theme), lists(theme), captions(theme), title, boxes(theme)];
    groups.iter().flatten().for_each(|style| out.push_str(&paragraph(style)));
    out.push_str(&characters(theme));
    out.push_str(&table(&theme.palette, sheet.look.table_rules));
    out.push_str("</w:styles>");
    out
}

/// The fonts of one family for all scripts.
fn fonts(family: &str) -> String {
    let f = escaped(family);
    format!("<w:rFonts w:ascii='{f}' w:eastAsia='{f}' w:hAnsi='{f}' w:cs='{f}'/>")
}

fn size(points: f64) -> String {
    let half = half_points(points);
    format!("<w:sz w:val='{half}'/><w:szCs w:val='{half}'/>")
}

fn colour(value: &str) -> String {
    format!("<w:color w:val='{}'/>", hex(value))
}

fn spacing(before: i32, after: i32, factor: f64) -> String {
    let line = (factor * 240.0).round();
    format!("<w:spacing w:before='{before}' w:after='{after}' w:line='{line}' w:lineRule='auto'/>")
}

/// How what stands apart from the running text is aligned, as a value of `w:jc`.
fn middle(sheet: &PageStyle) -> &'static str {
    if sheet.look.headings.is_centred() { "center" } else { "left" }
}

const BOLD: &str = "<w:b/><w:bCs/>";
const ITALIC: &str = "<w:i/><w:iCs/>";

fn defaults(sheet: &PageStyle, language: &str) -> String {
    let language = escaped(language);
    let lang = if language.is_empty() {
        String::new()
    } else {
        format!("<w:lang w:val='{language}' w:eastAsia='{language}' w:bidi='ar-SA'/>")
    };
    format!(
        "<w:docDefaults><w:rPrDefault><w:rPr>{}{}{lang}</w:rPr></w:rPrDefault><w:pPrDefault>\
         <w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>",
        fonts(&sheet.fonts.body),
        size(sheet.sizes.body),
        spacing(0, 0, 1.0),
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

fn paragraph(style: &Style<'_>) -> String {
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
    let (line, sides): (_, &[&str]) = match rules {
        TableRules::Grid => (hex(&palette.muted), &["top", "left", "bottom", "right", "insideH", "insideV"]),
        TableRules::Rows => (hex(&palette.line), &["top", "bottom", "insideH"]),
    };
    let sides: String = sides
        .iter()
        .map(|side| format!("<w:{side} w:val='single' w:sz='4' w:space='0' w:color='{line}'/>"))
        .collect();
    format!(
        concat!(
            "<w:style w:type='table' w:customStyle='1' w:styleId='ReportTable'><w:name \
             w:val='Report Table'/><w:basedOn w:val='TableNormal'/>",
            "<w:tblPr><w:tblBorders>{}</w:tblBorders><w:tblCellMar><w:left w:w='85' \
             w:type='dxa'/><w:right w:w='85' w:type='dxa'/></w:tblCellMar></w:tblPr>",
            "<w:tblStylePr w:type='firstRow'><w:tcPr><w:shd w:val='clear' w:color='auto' \
             w:fill='{}'/><w:vAlign w:val='center'/></w:tcPr></w:tblStylePr></w:style>"
        ),
        sides,
        hex(&palette.surface)
    )
}
