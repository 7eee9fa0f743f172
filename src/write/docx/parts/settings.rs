//! The settings.

use crate::opc::xml::escaped;
use crate::write::ooxml::DECLARATION;
use crate::write::ooxml::namespace::WORD;

/// The settings part. `language` is a BCP 47 tag or empty, `decimal_mark` what stands before decimals or empty;
/// `has_fonts`: whether fonts go with the document.
///
/// No `updateFields`: it would make Word ask the reader; the fields are filled in already.
pub fn part(language: &str, decimal_mark: &str, has_fonts: bool) -> String {
    let language = escaped(language);
    let lang = match language.as_str() {
        "" => String::new(),
        tag => format!("<w:themeFontLang w:val='{tag}'/>"),
    };
    let marks = match decimal_mark {
        "" => String::new(),
        "," => "<w:decimalSymbol w:val=','/><w:listSeparator w:val=';'/>".to_owned(),
        mark => format!("<w:decimalSymbol w:val='{}'/><w:listSeparator w:val=','/>", escaped(mark)),
    };
    let fonts = if has_fonts { "<w:embedTrueTypeFonts/>" } else { "" };
    format!(
        concat!(
            "{}<w:settings xmlns:w='{}'><w:zoom w:percent='100'/>{}<w:autoHyphenation/>\
             <w:consecutiveHyphenLimit w:val='3'/>",
            "<w:hyphenationZone w:val='142'/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val='doNotCompress'/>",
            "<w:footnotePr><w:footnote w:id='-1'/><w:footnote w:id='0'/></w:footnotePr>",
            "{}{}<w:clrSchemeMapping w:bg1='light1' w:t1='dark1' w:bg2='light2' w:t2='dark2' \
             w:accent1='accent1' w:accent2='accent2' w:accent3='accent3' w:accent4='accent4' \
             w:accent5='accent5' w:accent6='accent6' w:hyperlink='hyperlink' \
             w:followedHyperlink='followedHyperlink'/>",
            "{}</w:settings>"
        ),
        DECLARATION,
        WORD,
        fonts,
        compat(),
        lang,
        marks
    )
}

/// What Word itself writes into a new document; without it the file opens in compatibility mode.
fn compat() -> String {
    let setting = |(name, value): &(&str, &str)| {
        let uri = "http://schemas.microsoft.com/office/word";
        format!("<w:compatSetting w:name='{name}' w:uri='{uri}' w:val='{value}'/>")
    };
    let settings: String = [
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    ]
    .iter()
    .map(setting)
    .collect();
    format!("<w:compat>{settings}</w:compat>")
}
