//! Numbering: bullets, numbered lists that each begin where they say, and the sections that Word counts; with the part that
//! defines them.

use super::block_context::{BlockContext, LIST_STEP};
use super::labels::HEADING_LEVELS;
use crate::theme::Theme;
use crate::write::ooxml::namespace::WORD;
use crate::write::ooxml::{DECLARATION, hex};

/// Numbering id of all bulleted lists.
pub const BULLETS: usize = 1;
/// Numbering id of the headings: one list of many levels, bound to their styles.
pub const SECTIONS: usize = 2;
/// Numbering id of the first numbered list.
const FIRST_ORDERED: usize = 3;
/// Numbering id that takes a paragraph out of its style's list (ISO/IEC 29500-1, 17.9.18).
pub const UNNUMBERED: usize = 0;
/// WordprocessingML has so many levels in a numbering definition.
pub const LIST_LEVELS: usize = 9;

const BULLET_DEFINITION: usize = 0;
const ORDERED_DEFINITION: usize = 1;
const SECTIONS_DEFINITION: usize = 2;

/// The nesting depth and the first number of each numbered list; each has a numbering id of its own, so that none goes on
/// from another.
#[derive(Debug, Default)]
pub struct OrderedLists(Vec<(usize, u32)>);

impl OrderedLists {
    /// The numbering id of a new list inside of `depth` others.
    pub fn add(&mut self, depth: usize, start: u32) -> usize {
        self.0.push((depth, start));
        FIRST_ORDERED + self.0.len() - 1
    }
}

/// The numbering part.
pub fn part(lists: &OrderedLists, theme: &Theme) -> String {
    let mut out = format!("{DECLARATION}<w:numbering xmlns:w='{WORD}'>");
    out.push_str(&definition((BULLET_DEFINITION, theme), "bullet", |level| {
        if level % 2 == 0 { "\u{2013}".to_owned() } else { "\u{2022}".to_owned() }
    }));
    out.push_str(&definition((ORDERED_DEFINITION, theme), "decimal", |level| format!("%{})", level + 1)));
    out.push_str(&sections(theme));
    for (id, definition) in [(BULLETS, BULLET_DEFINITION), (SECTIONS, SECTIONS_DEFINITION)] {
        out.push_str(&format!("<w:num w:numId='{id}'><w:abstractNumId w:val='{definition}'/></w:num>"));
    }
    for (id, (level, start)) in (FIRST_ORDERED..).zip(&lists.0) {
        out.push_str(&format!(
            "<w:num w:numId='{id}'><w:abstractNumId w:val='{ORDERED_DEFINITION}'/><w:lvlOverride \
             w:ilvl='{level}'><w:startOverride w:val='{start}'/></w:lvlOverride></w:num>"
        ));
    }
    out.push_str("</w:numbering>");
    out
}

fn definition((id, theme): (usize, &Theme), format: &str, text: impl Fn(usize) -> String) -> String {
    let mut out = format!(
        "<w:abstractNum w:abstractNumId='{id}'><w:nsid w:val='{:08X}'/><w:multiLevelType \
         w:val='hybridMultilevel'/><w:tmpl w:val='{:08X}'/>",
        0x5A10_0000 + id,
        0x5A20_0000 + id
    );
    for level in 0..LIST_LEVELS {
        let left = BlockContext { depth: level + 1, ..BlockContext::TEXT }.list_indent(theme);
        out.push_str(&format!(
            "<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText \
             w:val='{}'/><w:lvlJc w:val='left'/><w:pPr><w:ind w:left='{left}' w:hanging='{LIST_STEP}'/>\
             </w:pPr></w:lvl>",
            text(level)
        ));
    }
    out.push_str("</w:abstractNum>");
    out
}

/// Sections «1», «1.1» and so on, without a point after the number (GOST 7.32-2017, 6.4); each level is the
/// number of a heading's style, and the style says where it stands.
fn sections(theme: &Theme) -> String {
    let is_centred = theme.report.look.headings.is_centred();
    let colour = if is_centred {
        String::new()
    } else {
        format!("<w:rPr><w:color w:val='{}'/></w:rPr>", hex(&theme.palette.highlight))
    };
    let mut out = format!(
        "<w:abstractNum w:abstractNumId='{SECTIONS_DEFINITION}'><w:nsid w:val='{:08X}'/><w:multiLevelType \
         w:val='multilevel'/><w:tmpl w:val='{:08X}'/>",
        0x5A10_0000 + SECTIONS_DEFINITION,
        0x5A20_0000 + SECTIONS_DEFINITION
    );
    let mut text = String::new();
    for level in 1..=HEADING_LEVELS {
        text.push_str(&format!("{}%{level}", if level > 1 { "." } else { "" }));
        out.push_str(&format!(
            "<w:lvl w:ilvl='{}'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='Heading{level}'/>\
             <w:suff w:val='space'/><w:lvlText w:val='{text}'/><w:lvlJc w:val='left'/>{colour}</w:lvl>",
            level - 1
        ));
    }
    out.push_str("</w:abstractNum>");
    out
}
