//! From docx-rs's parts to a package that the schema, Word and the next build agree with.
//!
//! `parts` come in as bytes and are parsed; `order` sorts children, `amend` adds what was noted in
//! [`Extras`], `fixed` writes the parts without content; relationships, properties and the archive are
//! those of every office file.

mod amend;
mod charts;
mod cover;
mod fixed;
mod fonts;
mod furniture;
mod numbering;
mod omml;
mod order;
mod sections;

use docx_rs::XMLDocx;

use super::extras::Extras;
use super::furniture::{FIRST_HEADER, FOOTER, Furniture};
use super::reference::Reference;
use super::styles;
#[cfg(test)]
pub use order::sequence;

use super::xml::{self, Element, Node, illegal};
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::Document;
use crate::opc::DOCX_MAIN;
use crate::theme::Theme;
use crate::write::package::{self, Kind, Package, PackageKind, Relations};

/// What the parts are made from beside the body.
pub struct Source<'a> {
    pub document: &'a Document,
    pub theme: &'a Theme,
    pub fonts: &'a [&'static [u8]],
    pub reference: Option<&'a Reference>,
    /// The picture behind the title page as PNG.
    pub cover: Option<&'a [u8]>,
}

/// Finishes the parts and zips them.
pub fn finish(
    built: &XMLDocx,
    extras: &Extras,
    furniture: &Furniture,
    source: &Source,
) -> Result<Vec<u8>, Diagnostics> {
    let &Source { document, theme, fonts, reference, cover } = source;
    let (package, relations) = (Package::new(&DOCX), Relations::default());
    let mut job = Job { extras, document, theme, fonts, reference, cover, package, relations, controls: 0 };
    job.document_part(built, furniture)?;
    job.furniture_parts(built, furniture)?;
    job.footnotes_part(built)?;
    job.fixed_parts()?;
    job.package.check()?;
    job.package.zip()
}

struct Job<'a> {
    extras: &'a Extras,
    document: &'a Document,
    theme: &'a Theme,
    fonts: &'a [&'static [u8]],
    reference: Option<&'a Reference>,
    cover: Option<&'a [u8]>,
    package: Package,
    /// Of the main part.
    relations: Relations,
    /// Content controls so far, in all parts.
    controls: u32,
}

impl Job<'_> {
    fn document_part(&mut self, built: &XMLDocx, furniture: &Furniture) -> Result<(), Diagnostic> {
        let mut root = self.parsed("word/document.xml", &built.document)?;
        if let Some(body) = root.find_mut("w:body") {
            body.children.retain(|n| !matches!(n, Node::Element(e) if e.name == "w:sectPr"));
            sections::end(body, &self.extras.sections, furniture);
        }
        if let Some(reference) = self.reference {
            let mark = self.document.meta.mark.as_deref();
            furniture::replace(&mut root, reference, mark, &mut self.relations, &mut self.package);
            amend::fitting_columns(&mut root);
        }
        amend::own_marks(&mut root);
        amend::controls(&mut root, &mut self.controls);
        amend::tables(&mut root, self.extras);
        let alternative = fonts::alternative(&self.theme.report.fonts.chart);
        let fonts = (self.theme.report.fonts.chart.as_str(), alternative);
        amend::pictures(&mut root, self.extras, fonts, &mut self.relations, &mut self.package);
        amend::links(&mut root, self.extras, &mut self.relations);
        omml::formulas(&mut root, self.extras);
        self.package.text("word/document.xml", root.to_part());
        Ok(())
    }

    fn furniture_parts(&mut self, built: &XMLDocx, furniture: &Furniture) -> Result<(), Diagnostic> {
        for (id, bytes) in furniture.header_ids().into_iter().zip(&built.headers) {
            let file = if id == FIRST_HEADER { "header2.xml" } else { "header1.xml" };
            self.furniture_part(id, Kind::Header, file, bytes)?;
        }
        match built.footers.first() {
            Some(bytes) => self.furniture_part(FOOTER, Kind::Footer, "footer1.xml", bytes),
            None => Ok(()),
        }
    }

    fn furniture_part(&mut self, id: &str, kind: Kind, file: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let path = format!("word/{file}");
        let mut root = self.parsed(&path, bytes)?;
        if let (FIRST_HEADER, Some(svg), Some(png)) = (id, &self.theme.cover, self.cover) {
            cover::add(&mut root, (file, &self.theme.report.page), (png, svg), &mut self.package).map_err(
                |detail| {
                    Diagnostic::new(
                        Code::DocxBuild,
                        say!("docx-part-malformed", path = path, detail = detail),
                    )
                },
            )?;
        }
        self.relations.add_as(id, kind, file);
        self.package.text(&path, root.to_part());
        Ok(())
    }

    fn footnotes_part(&mut self, built: &XMLDocx) -> Result<(), Diagnostic> {
        let mut root = self.parsed("word/footnotes.xml", &built.footnotes)?;
        amend::footnotes(&mut root, self.extras);
        amend::controls(&mut root, &mut self.controls);
        amend::language(&mut root, package::language(&self.document.meta));
        order::sort(&mut root);
        let mut own = Relations::default();
        amend::links(&mut root, self.extras, &mut own);
        self.relations.add(Kind::Footnotes, "footnotes.xml");
        self.package.text("word/footnotes.xml", root.to_part());
        if !own.is_empty() {
            self.package.text("word/_rels/footnotes.xml.rels", own.part());
        }
        Ok(())
    }

    fn fixed_parts(&mut self) -> Result<(), Diagnostic> {
        let meta = &self.document.meta;
        let language = package::language(meta);
        let embedded = fonts::embed(self.fonts, self.theme, &mut self.package)?;
        let parts = [
            (Kind::Styles, "styles.xml", self.styles(language)?),
            (Kind::Numbering, "numbering.xml", numbering::part(self.extras)),
            (
                Kind::Settings,
                "settings.xml",
                fixed::settings(language, &self.document.meta.decimal_mark, !embedded.is_empty()),
            ),
            (Kind::FontTable, "fontTable.xml", fonts::table(self.theme, &embedded)),
            (
                Kind::Theme,
                "theme/theme1.xml",
                self.reference
                    .and_then(|r| r.theme.clone())
                    .unwrap_or_else(|| package::theme(&self.theme.palette, &self.theme.report.fonts)),
            ),
        ];
        for (kind, file, text) in parts {
            self.relations.add(kind, file);
            self.package.text(&format!("word/{file}"), text);
        }
        self.package.text("word/_rels/document.xml.rels", self.relations.part());
        self.package.text("docProps/core.xml", package::core(meta));
        self.package.text("docProps/app.xml", package::app());
        let custom = package::custom(self.document).map_err(|why| malformed("docProps/custom.xml", why))?;
        self.package.text("docProps/custom.xml", custom);
        self.package.text("_rels/.rels", package::package_relations(DOCX_MAIN));
        Ok(())
    }

    fn styles(&self, language: &str) -> Result<String, Diagnostic> {
        let justify = self.document.meta.justify_docx;
        match self.reference {
            None => Ok(styles::part(self.theme, language, justify)),
            Some(reference) => {
                let mut merged = reference.styles(&super::own_styles(self.theme, language, justify)?);
                order::sort(&mut merged);
                Ok(merged.to_part())
            }
        }
    }

    /// A part of docx-rs as a tree in schema order, without its counters.
    fn parsed(&self, path: &str, bytes: &[u8]) -> Result<Element, Diagnostic> {
        let fault = |why: String| malformed(path, why);
        let text = std::str::from_utf8(bytes).map_err(|e| fault(e.to_string()))?;
        if let Some(bad) = illegal(text) {
            return Err(package::illegal_character(bad, path));
        }
        let mut root = xml::parse(text).map_err(fault)?;
        amend::namespaces(&mut root);
        amend::mend_attributes(&mut root);
        amend::language(&mut root, package::language(&self.document.meta));
        amend::soft_hyphens(&mut root);
        order::sort(&mut root);
        Ok(root)
    }
}

fn malformed(path: &str, why: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::DocxBuild, say!("docx-part-malformed", path = path, detail = why.into()))
}

/// A text document.
const DOCX: PackageKind = PackageKind { main: DOCX_MAIN, content_type };

fn content_type(path: &str) -> Option<String> {
    let name = match path.strip_prefix("word/")? {
        "document.xml" => "document.main",
        "styles.xml" => "styles",
        "settings.xml" => "settings",
        "numbering.xml" => "numbering",
        "fontTable.xml" => "fontTable",
        "footnotes.xml" => "footnotes",
        file if file.starts_with("header") || file.starts_with("reference-header") => "header",
        file if file.starts_with("footer") || file.starts_with("reference-footer") => "footer",
        _ => return None,
    };
    Some(format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"))
}
