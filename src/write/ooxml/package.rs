//! The zip: parts in a fixed order with a fixed date, so that only the content makes a difference.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::opc::archive;
use crate::opc::xml::illegal;

/// A format of packages: its main part, and the content types of the parts that only it has.
#[derive(Debug)]
pub struct PackageFormat {
    /// Path of the main part.
    pub main: &'static str,
    /// Content type of a part by its path; `None` for a part that every format may have.
    pub content_type: fn(&str) -> Option<String>,
}

/// A package while it is written: parts by path; the order of the file is [`PackageBuilder::rank`], then the path.
#[derive(Debug)]
pub struct PackageBuilder {
    format: &'static PackageFormat,
    parts: BTreeMap<(usize, String), Vec<u8>>,
}

/// How every part begins that is written as text.
pub const DECLARATION: &str = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n";
const CONTENT_TYPES: &str = "[Content_Types].xml";
const FORMATS: &str = "application/vnd.openxmlformats-officedocument";

/// Formats of pictures that Office shows, by extension.
pub const PICTURE_FORMATS: &[(&str, &str)] = &[
    ("bmp", "image/bmp"),
    ("emf", "image/x-emf"),
    ("gif", "image/gif"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("wmf", "image/x-wmf"),
];

impl PackageBuilder {
    /// A package without parts.
    pub fn new(format: &'static PackageFormat) -> Self {
        Self { format, parts: BTreeMap::new() }
    }

    /// Puts a part of text (XML, SVG); one of the same path is replaced.
    pub fn text(&mut self, path: &str, text: String) {
        self.bytes(path, text.into_bytes());
    }

    /// Puts a part; one of the same path is replaced.
    pub fn bytes(&mut self, path: &str, bytes: Vec<u8>) {
        self.parts.insert((self.rank(path), path.to_owned()), bytes);
    }

    /// The last gate.
    ///
    /// # Errors
    /// [`Code::DocxBuild`] for each part with a character that XML cannot hold.
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

    /// The bytes of the file: content types, then the parts, deflated, without dates.
    ///
    /// # Errors
    /// [`Code::DocxBuild`] where the archive cannot be written.
    pub fn zip(mut self) -> Result<Vec<u8>, Diagnostics> {
        let types = self.content_types();
        self.text(CONTENT_TYPES, types);
        self.zipped()
            .map_err(|e| Diagnostic::new(Code::DocxBuild, say!("docx-not-zipped", detail = e)).into())
    }

    fn zipped(self) -> zip::result::ZipResult<Vec<u8>> {
        archive::zip(self.parts.iter().map(|((_, path), bytes)| (path.as_str(), bytes.as_slice())))
    }

    fn content_types(&self) -> String {
        let mut out = DECLARATION.to_owned();
        out.push_str(concat!(
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
        for (extension, kind) in PICTURE_FORMATS {
            let ending = format!(".{extension}");
            if self.parts.keys().any(|(_, path)| path.to_lowercase().ends_with(&ending)) {
                out.push_str(&format!("<Default Extension='{extension}' ContentType='{kind}'/>"));
            }
        }
        for (_, path) in self.parts.keys() {
            if let Some(kind) = self.content_type(path) {
                out.push_str(&format!("<Override PartName='/{path}' ContentType='{kind}'/>"));
            }
        }
        out.push_str("</Types>");
        out
    }

    /// The content types first, the main part next, the pictures last.
    fn rank(&self, path: &str) -> usize {
        let relations =
            self.format.main.rsplit_once('/').map(|(folder, file)| format!("{folder}/_rels/{file}.rels"));
        match path {
            CONTENT_TYPES => 0,
            "_rels/.rels" => 1,
            _ if path == self.format.main => 2,
            _ if relations.as_deref() == Some(path) => 3,
            _ if path.contains("/media/") => 5,
            _ => 4,
        }
    }

    fn content_type(&self, path: &str) -> Option<String> {
        let office = |name: &str| Some(format!("{FORMATS}.{name}+xml"));
        match path {
            "docProps/core.xml" => {
                Some("application/vnd.openxmlformats-package.core-properties+xml".to_owned())
            }
            "docProps/custom.xml" => office("custom-properties"),
            "docProps/app.xml" => office("extended-properties"),
            _ if !path.ends_with(".xml") => None,
            _ if path.contains("/theme/") => office("theme"),
            _ if path.contains("/charts/") => office("drawingml.chart"),
            _ => (self.format.content_type)(path),
        }
    }
}

/// The fault of a part with a character that XML cannot hold.
pub fn illegal_character(bad: char, path: &str) -> Diagnostic {
    let code = format!("{:04X}", u32::from(bad));
    Diagnostic::new(Code::DocxBuild, say!("docx-character-in-part", code = code, path = path))
}
