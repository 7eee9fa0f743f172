//! The zip: parts in a fixed order with a fixed date, so that only the content makes a difference.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::super::reference::PICTURES;
use super::super::xml::illegal;
use crate::diag::{Code, Diagnostic, Diagnostics, say};

/// Parts by path; the order of the file is [`rank`], then the path.
#[derive(Debug, Default)]
pub struct Package {
    parts: BTreeMap<(usize, String), Vec<u8>>,
}

const CONTENT_TYPES: &str = "[Content_Types].xml";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

impl Package {
    pub fn text(&mut self, path: &str, text: String) {
        self.bytes(path, text.into_bytes());
    }

    pub fn bytes(&mut self, path: &str, bytes: Vec<u8>) {
        self.parts.insert((rank(path), path.to_owned()), bytes);
    }

    /// The last gate: no part may hold a character that XML cannot.
    pub fn check(&self) -> Result<(), Diagnostics> {
        let mut faults = Diagnostics::new();
        for ((_, path), bytes) in &self.parts {
            let bad = std::str::from_utf8(bytes).ok().and_then(illegal);
            let is_text = [".xml", ".rels", ".svg"].iter().any(|end| path.ends_with(end));
            if let Some(bad) = bad.filter(|_| is_text) {
                faults.push(illegal_character(bad, path));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    pub fn zip(mut self) -> Result<Vec<u8>, Diagnostics> {
        let types = self.content_types();
        self.text(CONTENT_TYPES, types);
        self.zipped()
            .map_err(|e| Diagnostic::new(Code::DocxBuild, say!("docx-not-zipped", detail = e)).into())
    }

    fn zipped(self) -> zip::result::ZipResult<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for ((_, path), bytes) in &self.parts {
            let options = SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .last_modified_time(DateTime::default())
                .unix_permissions(0o644);
            zip.start_file(path.as_str(), options)?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn content_types(&self) -> String {
        let mut out = String::from(concat!(
            "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>",
            "<Default Extension='odttf' ContentType='application/vnd.openxmlformats-officedocument.obfuscatedFont'/>",
            "<Default Extension='png' ContentType='image/png'/>",
            "<Default Extension='rels' \
             ContentType='application/vnd.openxmlformats-package.relationships+xml'/>",
            "<Default Extension='svg' ContentType='image/svg+xml'/>",
            "<Default Extension='xlsx' \
             ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'/>",
            "<Default Extension='xml' ContentType='application/xml'/>"
        ));
        for (extension, kind) in PICTURES {
            let ending = format!(".{extension}");
            if self.parts.keys().any(|(_, path)| path.to_lowercase().ends_with(&ending)) {
                out.push_str(&format!("<Default Extension='{extension}' ContentType='{kind}'/>"));
            }
        }
        for (_, path) in self.parts.keys() {
            if let Some(kind) = content_type(path) {
                out.push_str(&format!("<Override PartName='/{path}' ContentType='{kind}'/>"));
            }
        }
        out.push_str("</Types>");
        out
    }
}

/// The fault of a part with a character that XML cannot hold.
pub fn illegal_character(bad: char, path: &str) -> Diagnostic {
    let code = format!("{:04X}", u32::from(bad));
    Diagnostic::new(Code::DocxBuild, say!("docx-character-in-part", code = code, path = path))
}

fn rank(path: &str) -> usize {
    match path {
        CONTENT_TYPES => 0,
        "_rels/.rels" => 1,
        "word/document.xml" => 2,
        "word/_rels/document.xml.rels" => 3,
        _ if path.starts_with("word/media/") => 5,
        _ => 4,
    }
}

fn content_type(path: &str) -> Option<String> {
    let word = |name: &str| Some(format!("{MAIN}.{name}+xml"));
    match path {
        "word/document.xml" => word("document.main"),
        "word/styles.xml" => word("styles"),
        "word/settings.xml" => word("settings"),
        "word/numbering.xml" => word("numbering"),
        "word/fontTable.xml" => word("fontTable"),
        "word/footnotes.xml" => word("footnotes"),
        "word/footer1.xml" => word("footer"),
        "word/header1.xml" | "word/header2.xml" => word("header"),
        "word/theme/theme1.xml" => Some("application/vnd.openxmlformats-officedocument.theme+xml".into()),
        "docProps/core.xml" => Some("application/vnd.openxmlformats-package.core-properties+xml".into()),
        "docProps/custom.xml" => {
            Some("application/vnd.openxmlformats-officedocument.custom-properties+xml".into())
        }
        "docProps/app.xml" => {
            Some("application/vnd.openxmlformats-officedocument.extended-properties+xml".into())
        }
        _ if path.starts_with("word/reference-header") => word("header"),
        _ if path.starts_with("word/reference-footer") => word("footer"),
        _ if path.starts_with("word/charts/") && path.ends_with(".xml") => {
            Some("application/vnd.openxmlformats-officedocument.drawingml.chart+xml".into())
        }
        _ => None,
    }
}
