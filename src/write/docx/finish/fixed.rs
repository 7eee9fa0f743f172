//! Parts without content: settings and properties.

use super::super::xml::escaped;
use crate::document::{Document, Meta};
use crate::source::sha256;

pub const DECLARATION: &str = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n";
pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The language as Office wants it; without a region where the document gives none.
pub fn language(meta: &Meta) -> &str {
    if meta.language_region.is_empty() { &meta.language } else { &meta.language_region }
}

/// No `updateFields`: it would make Word ask the reader; the fields are filled in already.
pub fn settings(language: &str, decimal_mark: &str, has_fonts: bool) -> String {
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
            "<w:doNotHyphenateCaps/><w:characterSpacingControl w:val='doNotCompress'/>",
            "<w:footnotePr><w:footnote w:id='-1'/><w:footnote w:id='0'/></w:footnotePr>",
            "{}{}<w:clrSchemeMapping w:bg1='light1' w:t1='dark1' w:bg2='light2' w:t2='dark2' \
             w:accent1='accent1' w:accent2='accent2' w:accent3='accent3' w:accent4='accent4' \
             w:accent5='accent5' w:accent6='accent6' w:hyperlink='hyperlink' \
             w:followedHyperlink='followedHyperlink'/>",
            "{}</w:settings>"
        ),
        DECLARATION,
        W,
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

/// Title, author and date; the only date is the document's own.
pub fn core(meta: &Meta) -> String {
    let (year, month, day) = meta.date;
    let date = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    let keywords = meta.keywords.join(", ");
    let element = |name: &str, text: &str| match text {
        "" => String::new(),
        _ => format!("<{name}>{}</{name}>", escaped(text)),
    };
    let when = |name: &str| match meta.date {
        (1.., 1..=12, 1..=31) => {
            format!("<dcterms:{name} xsi:type='dcterms:W3CDTF'>{date}</dcterms:{name}>")
        }
        _ => String::new(),
    };
    format!(
        concat!(
            "{}<cp:coreProperties \
             xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'",
            " xmlns:dc='http://purl.org/dc/elements/1.1/' \
             xmlns:dcterms='http://purl.org/dc/terms/'",
            " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>\
             {}{}{}{}{}{}{}{}</cp:coreProperties>"
        ),
        DECLARATION,
        element("dc:title", &meta.title),
        element("dc:subject", &meta.subject),
        element("dc:creator", &meta.author),
        element("cp:keywords", &keywords),
        element("cp:lastModifiedBy", &meta.author),
        when("created"),
        when("modified"),
        element("dc:language", language(meta)),
    )
}

/// What the file was made from: study, deliverable, cut-off date, and the content's SHA-256.
///
/// # Errors
/// A plain sentence where the content cannot be told.
pub fn custom(document: &Document) -> Result<String, String> {
    let meta = &document.meta;
    let content = serde_json::to_vec(&document.clone().unbound()).map_err(|e| e.to_string())?;
    let hash = sha256(&content);
    let (year, month, day) = meta.date;
    let all = [
        ("esep.study", meta.study.clone()),
        ("esep.deliverable", meta.deliverable.clone()),
        ("esep.language", meta.language.clone()),
        ("esep.cutoff", format!("{year:04}-{month:02}-{day:02}")),
        ("esep.content-sha256", hash),
    ];
    // Numbers from 2 on, and the identifier of user-defined properties ([MS-OLEPS] 2.25.1).
    let properties: String = (2..).zip(all).map(|(id, (name, value))| property(id, name, &value)).collect();
    Ok(format!(
        "{DECLARATION}<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties' \
         xmlns:vt='http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'>{properties}</Properties>"
    ))
}

fn property(id: u32, name: &str, value: &str) -> String {
    format!(
        "<property fmtid='{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}' pid='{id}' name='{name}'>\
         <vt:lpwstr>{}</vt:lpwstr></property>",
        escaped(value)
    )
}

pub fn app() -> String {
    format!(
        "{DECLARATION}<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>\
         <Application>esep</Application></Properties>"
    )
}
