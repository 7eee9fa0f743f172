//! The numbering part: one definition of bullets, one of numbers, one instance per numbered list.

use super::super::extras::{BULLETS, Extras, FIRST_ORDERED};
use super::super::list::LEVELS;

const BULLET_ID: usize = 0;
const ORDERED_ID: usize = 1;

pub fn part(extras: &Extras) -> String {
    let mut out = String::from(concat!(
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n",
        "<w:numbering xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    ));
    out.push_str(&definition(BULLET_ID, "bullet", |level| {
        if level % 2 == 0 { "\u{2013}".to_owned() } else { "\u{2022}".to_owned() }
    }));
    out.push_str(&definition(ORDERED_ID, "decimal", |level| format!("%{})", level + 1)));
    out.push_str(&format!("<w:num w:numId='{BULLETS}'><w:abstractNumId w:val='{BULLET_ID}'/></w:num>"));
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
