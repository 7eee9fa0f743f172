//! What a file says of itself: title, author, date, and what it was made from.

use super::package::DECLARATION;
use crate::document::{Document, Meta};
use crate::opc::xml::escaped;
use crate::source::sha256;

/// The language as Office wants it; without a region where the document gives none.
pub fn language(meta: &Meta) -> &str {
    if meta.language_region.is_empty() { &meta.language } else { &meta.language_region }
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
    let content = serde_json::to_vec(&document.clone().with_plain_numbers()).map_err(|e| e.to_string())?;
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

/// Which program wrote the file.
pub fn app() -> String {
    format!(
        "{DECLARATION}<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>\
         <Application>esep</Application></Properties>"
    )
}
