//! Styles of the running text: body, lists, quotations, headings, contents, page furniture.

use super::super::extras::SECTIONS;
use super::{BOLD, ITALIC, Style, colour, fonts, middle, size, spacing};
use crate::theme::{PageStyle, Theme};
use crate::write::units::{twips, twips_mm};

/// Running text; a language that is not hyphenated is set ragged.
pub fn text(sheet: &PageStyle, justify: bool) -> Vec<Style<'static>> {
    let jc = if justify { "both" } else { "left" };
    let sizes = &sheet.sizes;
    let first = twips_mm(sizes.first_line_indent);
    let line = sizes.line_spacing;
    // Paragraphs are told apart by their indent or, without one, by white between them.
    let after = if first == 0 { twips(sizes.body * 0.6) } else { 0 };
    let body = format!("{}<w:ind w:firstLine='{first}'/><w:jc w:val='{jc}'/>", spacing(0, after, line));
    let list = format!("{}<w:jc w:val='{jc}'/>", spacing(0, after / 2, line));
    let quote = format!(
        "<w:keepLines/>{}<w:ind w:left='{first}' w:right='{first}'/><w:jc w:val='{jc}'/>",
        spacing(120, 60, 1.25)
    );
    let by = format!(
        "<w:keepLines/>{}<w:ind w:left='{first}' w:right='{first}'/><w:jc w:val='right'/>",
        spacing(0, 160, 1.15)
    );
    vec![
        Style {
            id: "BodyText",
            name: "Body Text",
            based: "Normal",
            next: "BodyText",
            ppr: body,
            rpr: String::new(),
        },
        Style {
            id: "ListParagraph",
            name: "List Paragraph",
            based: "Normal",
            next: "ListParagraph",
            ppr: list,
            rpr: String::new(),
        },
        Style {
            id: "Quote",
            name: "Quote",
            based: "Normal",
            next: "BodyText",
            ppr: quote,
            rpr: ITALIC.into(),
        },
        Style {
            id: "QuoteAttribution",
            name: "Quote Attribution",
            based: "Normal",
            next: "BodyText",
            ppr: by,
            rpr: size(sizes.caption),
        },
        Style {
            id: "FootnoteText",
            name: "footnote text",
            based: "Normal",
            next: "FootnoteText",
            ppr: format!("{}<w:jc w:val='{jc}'/>", spacing(0, 40, 1.0)),
            rpr: size(sizes.note),
        },
    ]
}

pub fn headings(theme: &Theme) -> Vec<Style<'static>> {
    let sheet = &theme.report;
    let sizes = &sheet.sizes;
    let font = fonts(&sheet.fonts.heading);
    let look = &sheet.look;
    let ink = theme.palette.named(&look.heading_colour).unwrap_or(&theme.palette.text);
    let first = if look.headings.is_centred() { twips_mm(sizes.first_line_indent) } else { 0 };
    let contents = middle(sheet);
    let heading = |id, name, level: i32, points: f64, before, slant: &str| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: format!(
            "<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{SECTIONS}'/></w:numPr>\
             <w:suppressAutoHyphens/>{}<w:ind w:left='0' w:firstLine='{first}'/><w:jc w:val='left'/>\
             <w:outlineLvl w:val='{level}'/>",
            spacing(before, 160, 1.15)
        ),
        rpr: format!("{font}{BOLD}{slant}{}{}", colour(ink), size(points)),
    };
    let contents = format!(
        "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>{}<w:jc w:val='{contents}'/>",
        spacing(360, 240, 1.15)
    );
    vec![
        heading("Heading1", "heading 1", 0, sizes.heading1, 360, ""),
        heading("Heading2", "heading 2", 1, sizes.heading2, 300, ""),
        heading("Heading3", "heading 3", 2, sizes.heading3, 240, ""),
        heading("Heading4", "heading 4", 3, sizes.heading3, 240, ITALIC),
        Style {
            id: "TOCHeading",
            name: "TOC Heading",
            based: "Normal",
            next: "BodyText",
            ppr: contents,
            rpr: format!("{font}{BOLD}{}{}", colour(ink), size(sizes.heading1)),
        },
    ]
}

pub fn lists(theme: &Theme) -> Vec<Style<'static>> {
    let sheet = &theme.report;
    let right = twips(sheet.page.text_width());
    let toc = |id, name, left: i32| Style {
        id,
        name,
        based: "Normal",
        next: "Normal",
        ppr: format!(
            "<w:tabs><w:tab w:val='right' w:leader='dot' w:pos='{right}'/></w:tabs>\
             <w:suppressAutoHyphens/>{}<w:ind w:left='{left}'/>",
            spacing(0, 60, 1.15)
        ),
        rpr: String::new(),
    };
    let small = |id, name, ppr: &str| Style {
        id,
        name,
        based: "Normal",
        next: "Normal",
        ppr: ppr.to_owned(),
        rpr: format!("{}{}", colour(&theme.palette.muted), size(sheet.sizes.note)),
    };
    let centred = &format!("<w:suppressAutoHyphens/><w:jc w:val='{}'/>", middle(sheet));
    let mut footer = small("Footer", "footer", centred);
    footer.rpr = size(sheet.sizes.caption.min(12.0));
    let mut mark = small("DocumentMark", "Document Mark", centred);
    mark.rpr = format!("{BOLD}{}{}", colour(&theme.palette.accent), size(sheet.sizes.note));
    vec![
        toc("TOC1", "toc 1", 0),
        toc("TOC2", "toc 2", 284),
        toc("TOC3", "toc 3", 567),
        toc("TableofFigures", "table of figures", 0),
        small("Header", "header", centred),
        mark,
        footer,
    ]
}
