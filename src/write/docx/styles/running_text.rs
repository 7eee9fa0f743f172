//! Styles of the running text (body, lists, quotations), headings, contents, header and footer.

use super::super::numbering::SECTIONS;
use super::set_off::reaching;
use super::style::{
    BOLD, ITALIC, Style, alignment_of_set_off, colour, fonts, is_close, lines, size, spacing,
};
use crate::quantity::{Pt, Twips};
use crate::theme::{PageStyle, Theme};
use crate::write::ooxml::hex;

/// Running text; a language that is not hyphenated is set ragged.
pub fn text(page_style: &PageStyle, justify: bool) -> Vec<Style> {
    // A theme whose headings stand at the left edge sets its text ragged, in every format.
    let jc = if justify && page_style.look.headings.is_centred() { "both" } else { "left" };
    let sizes = &page_style.sizes;
    let first = sizes.first_line_indent.twips();
    let line = lines(sizes.line_spacing);
    // Paragraphs are told apart by their indent or, without one, by white between them.
    let after = if first == Twips(0) { (sizes.body * 0.6).twips() } else { Twips(0) };
    let body =
        format!("{}<w:ind w:firstLine='{first}'/><w:jc w:val='{jc}'/>", spacing(Twips(0), after, line));
    // The lines of lists are shorter: justified they have gaps.
    let list = format!("{}<w:jc w:val='left'/>", spacing(Twips(0), after / 2, line));
    let quote = format!(
        "<w:keepLines/>{}<w:ind w:left='{first}' w:right='{first}'/><w:jc w:val='{jc}'/>",
        spacing(Twips(120), Twips(60), line.min(1.25))
    );
    let by = format!(
        "<w:keepLines/>{}<w:ind w:left='{first}' w:right='{first}'/><w:jc w:val='right'/>",
        spacing(Twips(0), Twips(160), 1.15)
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
            ppr: format!("{}<w:jc w:val='{jc}'/>", spacing(Twips(0), Twips(40), 1.0)),
            rpr: size(sizes.note),
        },
    ]
}

/// Headings: each level is one of the numbered sections.
pub fn headings(theme: &Theme) -> Vec<Style> {
    let page_style = &theme.report;
    let sizes = &page_style.sizes;
    let font = fonts(&page_style.fonts.heading);
    let style = &page_style.look;
    let heading_colour = theme.palette.named(&style.heading_colour).unwrap_or(&theme.palette.text);
    let first = if style.headings.is_centred() { sizes.first_line_indent.twips() } else { Twips(0) };
    let contents = alignment_of_set_off(page_style);
    let close = is_close(sizes.line_spacing);
    let heading = |id, name, level: i32, points: Pt, before, slant: &str| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: format!(
            "<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{SECTIONS}'/></w:numPr>\
             <w:suppressAutoHyphens/>{}<w:ind w:left='0' w:firstLine='{first}'/><w:jc w:val='left'/>\
             <w:outlineLvl w:val='{level}'/>",
            spacing(Twips(before), Twips(if close { 100 } else { 160 }), 1.15)
        ),
        rpr: format!("{font}{BOLD}{slant}{}{}", colour(heading_colour), size(points)),
    };
    let rule = style.heading_rule.twips();
    // The line has the white above the heading.
    let above = match rule {
        Twips(0) if close => 200,
        Twips(0) => 360,
        _ => 100,
    };
    let contents = format!(
        "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>{}<w:jc w:val='{contents}'/>",
        spacing(Twips(above), Twips(240), 1.15)
    );
    let mut styles = vec![
        heading("Heading1", "heading 1", 0, sizes.heading1, above, ""),
        heading("Heading2", "heading 2", 1, sizes.heading2, if close { 220 } else { 300 }, ""),
        heading("Heading3", "heading 3", 2, sizes.heading3, if close { 200 } else { 240 }, ""),
        heading("Heading4", "heading 4", 3, sizes.heading3, if close { 200 } else { 240 }, ITALIC),
        Style {
            id: "TOCHeading",
            name: "TOC Heading",
            based: "Normal",
            next: "BodyText",
            ppr: contents,
            rpr: format!(
                "{font}{BOLD}{}{}{}",
                if style.structural_capitals { "<w:caps/>" } else { "" },
                colour(heading_colour),
                size(sizes.heading1)
            ),
        },
    ];
    if rule > Twips(0) {
        styles.push(heading_rule(theme));
    }
    styles
}

/// The line above headings of the first level.
fn heading_rule(theme: &Theme) -> Style {
    let page_style = &theme.report;
    let beside = page_style.page.text_width().twips() - page_style.look.heading_rule.twips();
    Style {
        id: "HeadingRule",
        name: "Heading Rule",
        based: "Normal",
        next: "Heading1",
        ppr: format!(
            "<w:keepNext/><w:pBdr><w:top w:val='single' w:sz='20' w:space='0' w:color='{}'/></w:pBdr>\
             <w:spacing w:before='300' w:after='0' w:line='60' w:lineRule='exact'/><w:ind w:right='{beside}'/>",
            hex(&theme.palette.highlight)
        ),
        rpr: size(Pt(1.0)),
    }
}

/// Lists with pages, header and footer.
pub fn listings(theme: &Theme) -> Vec<Style> {
    let page_style = &theme.report;
    let right = page_style.page.table_width().twips();
    let reach = page_style.page.note_column.twips();
    let is_centred = page_style.look.headings.is_centred();
    let toc = |id, name, left: i32| Style {
        id,
        name,
        based: "Normal",
        next: "Normal",
        ppr: format!(
            "<w:tabs><w:tab w:val='right' w:leader='dot' w:pos='{right}'/></w:tabs>\
             <w:suppressAutoHyphens/>{}<w:ind w:left='{left}' w:right='-{reach}'/>",
            spacing(Twips(0), Twips(20), 1.0)
        ),
        // Where headings are coloured, sections stand out in the list, too.
        rpr: if id == "TOC1" && !is_centred { BOLD.to_owned() } else { String::new() },
    };
    let small = |id, name, ppr: &str| Style {
        id,
        name,
        based: "Normal",
        next: "Normal",
        ppr: ppr.to_owned(),
        rpr: format!("{}{}", colour(&theme.palette.muted), size(page_style.sizes.note)),
    };
    // The line reaches as far as tables do, and what is at its end stands there.
    let across = |rule: &str| {
        format!(
            "{rule}<w:tabs><w:tab w:val='right' w:pos='{right}'/></w:tabs><w:suppressAutoHyphens/>{}",
            reaching(&page_style.page)
        )
    };
    let rule = format!(
        "<w:pBdr><w:bottom w:val='single' w:sz='4' w:space='4' w:color='{}'/></w:pBdr>",
        hex(&theme.palette.line)
    );
    let header = across(if is_centred { "" } else { &rule });
    let foot =
        if is_centred { "<w:suppressAutoHyphens/><w:jc w:val='center'/>".to_owned() } else { across("") };
    let mut footer = small("Footer", "footer", &foot);
    if is_centred {
        footer.rpr = size(page_style.sizes.caption.min(Pt(12.0)));
    }
    let mut mark = small("DocumentMark", "Document Mark", &across(""));
    mark.rpr = format!("{BOLD}{}{}", colour(&theme.palette.muted), size(page_style.sizes.note));
    vec![
        toc("TOC1", "toc 1", 0),
        toc("TOC2", "toc 2", 284),
        toc("TOC3", "toc 3", 567),
        toc("TableofFigures", "table of figures", 0),
        small("Header", "header", &header),
        mark,
        footer,
    ]
}
