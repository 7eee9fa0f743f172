//! The numbering part: definitions of bullets, of numbers and of the sections, one instance per numbered list.

use super::super::extras::{BULLETS, Extras, FIRST_ORDERED, SECTIONS};
use super::super::heading::HEADINGS;
use super::super::list::LEVELS;

const BULLET_ID: usize = 0;
const ORDERED_ID: usize = 1;
const SECTIONS_ID: usize = 2;

pub fn part(extras: &Extras) -> String {
    let mut out = String::from(concat!(
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n",
        "<w:numbering xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    ));
    out.push_str(&definition(BULLET_ID, "bullet", |level| {
        if level % 2 == 0 { "\u{2013}".to_owned() } else { "\u{2022}".to_owned() }
    }));
    out.push_str(&definition(ORDERED_ID, "decimal", |level| format!("%{})", level + 1)));
    out.push_str(&sections());
    for (id, definition) in [(BULLETS, BULLET_ID), (SECTIONS, SECTIONS_ID)] {
        out.push_str(&format!("<w:num w:numId='{id}'><w:abstractNumId w:val='{definition}'/></w:num>"));
    }
    for (id, level) in (FIRST_ORDERED..).zip(&extras.ordered_lists) {
        out.push_str(&format!(
            "<w:num w:numId='{id}'><w:abstractNumId w:val='{ORDERED_ID}'/><w:lvlOverride \
             w:ilvl='{level}'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
        ));
    }
    out.push_str("</w:numbering>");
    out
}

fn definition(id: usize, format: &str, text: impl Fn(usize) -> String) -> String {
    let mut out = format!(
        "<w:abstractNum w:abstractNumId='{id}'><w:nsid w:val='{:08X}'/><w:multiLevelType \
         w:val='hybridMultilevel'/><w:tmpl w:val='{:08X}'/>",
        0x5A10_0000 + id,
        0x5A20_0000 + id
    );
    for level in 0..LEVELS {
        let left = 709 + 425 * level;
        out.push_str(&format!(
            "<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText \
             w:val='{}'/><w:lvlJc w:val='left'/><w:pPr><w:ind w:left='{left}' w:hanging='425'/>\
             </w:pPr></w:lvl>",
            text(level)
        ));
    }
    out.push_str("</w:abstractNum>");
    out
}

/// Sections «1», «1.1» and so on, without a point after the number (GOST 7.32-2017, 6.4); each level is the
/// number of a heading's style, and the style says where it stands.
fn sections() -> String {
    let mut out = format!(
        "<w:abstractNum w:abstractNumId='{SECTIONS_ID}'><w:nsid w:val='{:08X}'/><w:multiLevelType \
         w:val='multilevel'/><w:tmpl w:val='{:08X}'/>",
        0x5A10_0000 + SECTIONS_ID,
        0x5A20_0000 + SECTIONS_ID
    );
    let mut text = String::new();
    for level in 1..=HEADINGS {
        text.push_str(&format!("{}%{level}", if level > 1 { "." } else { "" }));
        out.push_str(&format!(
            "<w:lvl w:ilvl='{}'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='Heading{level}'/>\
             <w:suff w:val='space'/><w:lvlText w:val='{text}'/><w:lvlJc w:val='left'/></w:lvl>",
            level - 1
        ));
    }
    out.push_str("</w:abstractNum>");
    out
}
