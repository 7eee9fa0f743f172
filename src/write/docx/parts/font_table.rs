//! The fonts that the document names, and their files where they are to go with it.
//!
//! An embedded font is obfuscated with a key that stands beside it (ISO/IEC 29500-1, 17.8.1): it is not a secret,
//! but keeps the file from being used as a font of the system by accident.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use ttf_parser::{Face, Permissions, name_id};

use crate::diag::{Code, Diagnostic, say};
use crate::opc::xml::escaped;
use crate::theme::Theme;
use crate::write::ooxml::namespace::{RELATIONSHIP, WORD};
use crate::write::ooxml::{DECLARATION, PackageBuilder, RelationshipKind, Relationships};

/// How many bytes of a font are obfuscated, and the length of the key.
const OBFUSCATED: usize = 32;
const KEY: usize = 16;

/// A family that most readers have and whose letters are exactly as wide.
fn alternative(family: &str) -> Option<&'static str> {
    Some(match family {
        "Tinos" | "Liberation Serif" => "Times New Roman",
        "Arimo" | "Liberation Sans" => "Arial",
        "Cousine" | "Liberation Mono" => "Courier New",
        "Carlito" => "Calibri",
        "Caladea" => "Cambria",
        _ => return None,
    })
}

/// The embedded faces of each family, as elements of the font table in the order of the schema.
pub type Embedded = BTreeMap<String, BTreeMap<u8, String>>;

/// The families of the theme's reports.
fn families(theme: &Theme) -> Vec<&String> {
    let fonts = &theme.report.fonts;
    let mut families = vec![&fonts.body, &fonts.heading, &fonts.chart];
    families.sort();
    families.dedup();
    families
}

/// Adds the font files of the theme's families to the package.
///
/// # Errors
/// `ThemeFault` for a font whose makers forbid it (`fsType` of its OS/2 table).
pub fn embed(
    files: &[&'static [u8]],
    theme: &Theme,
    package: &mut PackageBuilder,
) -> Result<Embedded, Diagnostic> {
    let mut embedded = Embedded::new();
    let mut relationships = Relationships::default();
    let mut count = 0;
    for data in files {
        let Ok(face) = Face::parse(data, 0) else { continue };
        let Some(family) = family(&face).filter(|family| families(theme).contains(&family)) else { continue };
        if !matches!(face.permissions(), None | Some(Permissions::Installable | Permissions::Editable)) {
            let fault = Diagnostic::new(Code::ThemeFault, say!("font-not-embeddable", family = family));
            return Err(fault.hint(say!("hint-font-not-embeddable")));
        }
        count += 1;
        let file = format!("fonts/font{count}.odttf");
        let key = key(data);
        package.bytes(&format!("word/{file}"), obfuscated(data, key));
        let id = relationships.add(RelationshipKind::Font, &file);
        let (rank, element) = match (face.is_bold(), face.is_italic()) {
            (false, false) => (0, "embedRegular"),
            (true, false) => (1, "embedBold"),
            (false, true) => (2, "embedItalic"),
            (true, true) => (3, "embedBoldItalic"),
        };
        let tag = format!("<w:{element} r:id='{id}' w:fontKey='{}'/>", guid(key));
        embedded.entry(family).or_default().insert(rank, tag);
    }
    if count > 0 {
        package.text("word/_rels/fontTable.xml.rels", relationships.part());
    }
    Ok(embedded)
}

fn family(face: &Face) -> Option<String> {
    let names = face.names().into_iter();
    let mut names = names.filter(|name| name.name_id == name_id::FAMILY && name.is_unicode());
    names.find_map(|name| name.to_string())
}

/// The key of a font: from its bytes, so that the same font has the same one.
fn key(data: &[u8]) -> [u8; KEY] {
    let digest = Sha256::digest(data);
    let mut key = [0; KEY];
    for (to, from) in key.iter_mut().zip(digest.iter()) {
        *to = *from;
    }
    key
}

fn guid(key: [u8; KEY]) -> String {
    let hex: String = key.iter().map(|byte| format!("{byte:02X}")).collect();
    let (a, rest) = hex.split_at(8);
    let (b, rest) = rest.split_at(4);
    let (c, rest) = rest.split_at(4);
    let (d, e) = rest.split_at(4);
    format!("{{{a}-{b}-{c}-{d}-{e}}}")
}

/// The first bytes are combined with the key read from its end; the same again gives the font back.
fn obfuscated(data: &[u8], key: [u8; KEY]) -> Vec<u8> {
    let mut out = data.to_vec();
    for (byte, key) in out.iter_mut().take(OBFUSCATED).zip(key.iter().rev().cycle()) {
        *byte ^= key;
    }
    out
}

/// The font table: tells Word what to take where a font of the theme is not installed.
pub fn part(theme: &Theme, embedded: &Embedded) -> String {
    let mut out = format!("{DECLARATION}<w:fonts xmlns:w='{WORD}' xmlns:r='{RELATIONSHIP}'>");
    for family in families(theme) {
        let name = escaped(family);
        let known = alternative(family);
        let other = known.map(|other| format!("<w:altName w:val='{other}'/>"));
        let kind = match known.or(Some(family.as_str())) {
            Some("Times New Roman" | "Cambria") => "roman",
            Some("Courier New") => "modern",
            Some("Arial" | "Calibri") => "swiss",
            Some(_) | None => "auto",
        };
        out.push_str(&format!(
            "<w:font w:name='{name}'>{}<w:charset w:val='CC'/><w:family w:val='{kind}'/><w:pitch \
             w:val='variable'/>{}</w:font>",
            other.unwrap_or_default(),
            embedded.get(family).map(|faces| faces.values().cloned().collect::<String>()).unwrap_or_default()
        ));
    }
    out.push_str("</w:fonts>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_comes_back_by_its_key() {
        let font: Vec<u8> = (0..100).collect();
        let key = key(&font);
        let hidden = obfuscated(&font, key);
        assert!(hidden[..OBFUSCATED].iter().zip(&font).filter(|(a, b)| a == b).count() < 8);
        assert_eq!(hidden[OBFUSCATED..], font[OBFUSCATED..]);
        assert_eq!(obfuscated(&hidden, key), font);
    }

    /// The last byte of the key meets the first of the font.
    #[test]
    fn the_key_is_read_from_its_end() {
        let mut key = [0; KEY];
        key[KEY - 1] = 0xAB;
        assert_eq!(obfuscated(&[0; 40], key)[..2], [0xAB, 0]);
        assert_eq!(guid(key), "{00000000-0000-0000-0000-0000000000AB}");
    }
}
