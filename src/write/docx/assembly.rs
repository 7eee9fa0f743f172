//! From children of the body that docx-rs writes to a package that the schema, Word and the next build agree with.

use super::additions::{Additions, SectionEnd, Story};
use super::context::Context;
use super::flow::BodyChild;
use super::footnotes::Footnotes;
use super::header_footer::{HeaderFooter, HeaderFooterKind, headers_and_footer};
use super::numbering::{self, OrderedLists};
use super::parts::{cover, font_table, footnotes, imported, settings};
use super::postprocess::attach::{Attachment, Surroundings, declare_namespaces};
use super::postprocess::{malformed, repair, schema_order, set_language, settle_breaks};
use super::section::SectionStyle;
use super::styles;
use crate::diag::{Diagnostic, Diagnostics};
use crate::opc::DOCX_MAIN;
use crate::opc::xml::{Element, PartWriter};
use crate::write::ooxml::namespace::{RELATIONSHIP, WORD, WORD_DRAWING};
use crate::write::ooxml::{
    PackageBuilder, PackageFormat, RelationshipKind, Relationships, package_relationships, properties,
    theme_part,
};

const FOOTNOTES: &str = "word/footnotes.xml";

/// The body as written, with what goes beside it.
pub struct Written {
    pub children: Vec<BodyChild>,
    pub last_section: SectionEnd,
    pub additions: Additions,
    pub footnotes: Footnotes,
    pub lists: OrderedLists,
}

/// Finishes the parts and zips them.
///
/// # Errors
/// `DocxBuild` for parts that cannot be read or hold what XML cannot, and for additions without a place;
/// `ThemeFault` for a font that may not be embedded.
pub fn assemble(context: &Context<'_>, written: Written) -> Result<Vec<u8>, Diagnostics> {
    let mut assembly = Assembly {
        context,
        additions: written.additions,
        footnotes: written.footnotes,
        package: PackageBuilder::new(&DOCX),
        relationships: Relationships::default(),
        content_controls: 0,
    };
    let headers = headers_and_footer(context);
    let section_style = assembly.section_style(&headers);
    assembly.body(written.children, written.last_section, &section_style)?;
    headers.into_iter().for_each(|part| assembly.header_or_footer(part));
    assembly.footnotes_part(&section_style)?;
    assembly.other_parts(&written.lists)?;
    assembly.properties()?;
    assembly.package.check()?;
    assembly.package.zip()
}

struct Assembly<'a> {
    context: &'a Context<'a>,
    additions: Additions,
    footnotes: Footnotes,
    package: PackageBuilder,
    /// Of the main part.
    relationships: Relationships,
    /// Content controls so far, in all parts.
    content_controls: u32,
}

impl Assembly<'_> {
    /// The sections, with the header and footer of a customer's document where there is one.
    fn section_style(&mut self, headers: &[HeaderFooter]) -> SectionStyle {
        let imported = match &self.context.options.reference {
            Some(reference) => {
                let mark = self.context.document.meta.mark.as_deref();
                let parts = &reference.headers_and_footers;
                imported::add(parts, mark, &mut self.relationships, &mut self.package)
            }
            None => Vec::new(),
        };
        SectionStyle::new(self.context, headers, imported)
    }

    /// Child by child: a whole body would be a tree of many times its text.
    fn body(
        &mut self,
        children: Vec<BodyChild>,
        last_section: SectionEnd,
        section_style: &SectionStyle,
    ) -> Result<(), Diagnostics> {
        let around = Surroundings {
            package: &mut self.package,
            relationships: &mut self.relationships,
            section_style,
            picture_fonts: self.context.options.picture_fonts.as_ref(),
            content_controls: &mut self.content_controls,
        };
        let mut attachment = Attachment::new(DOCX_MAIN, Story::Body, &self.additions, around);
        let mut part = PartWriter::default();
        let names = [("xmlns:r", RELATIONSHIP), ("xmlns:w", WORD), ("xmlns:wp", WORD_DRAWING)];
        part.open(&story_root("w:document", names, &self.additions, Story::Body));
        part.open(&Element::new("w:body"));
        for child in children {
            let mut child = repair(DOCX_MAIN, &child.xml(), self.context.language())?;
            footnotes::state_custom_marks(&mut child, &self.footnotes);
            attachment.attach(&mut child);
            part.child(&child);
        }
        attachment.finish()?;
        part.child(&section_style.properties(last_section));
        self.package.text(DOCX_MAIN, part.finish());
        Ok(())
    }

    fn header_or_footer(&mut self, part: HeaderFooter) {
        let HeaderFooter { kind, mut root } = part;
        set_language(&mut root, self.context.language());
        settle_breaks(&mut root);
        let theme = self.context.theme;
        if let (HeaderFooterKind::FirstHeader, Some(svg), Some(png)) =
            (kind, &theme.cover, &self.context.options.cover)
        {
            let picture = cover::Cover { png, svg };
            cover::add(&mut root, kind.file(), &theme.report.page, picture, &mut self.package);
        }
        self.relationships.add_as(kind.id(), kind.relationship(), kind.file());
        self.package.text(&format!("word/{}", kind.file()), root.to_part());
    }

    fn footnotes_part(&mut self, section_style: &SectionStyle) -> Result<(), Diagnostics> {
        let language = self.context.language();
        let mut own = Relationships::default();
        let around = Surroundings {
            package: &mut self.package,
            relationships: &mut own,
            section_style,
            picture_fonts: None,
            content_controls: &mut self.content_controls,
        };
        let mut attachment = Attachment::new(FOOTNOTES, Story::Footnotes, &self.additions, around);
        let mut part = PartWriter::default();
        let names = [("xmlns:r", RELATIONSHIP), ("xmlns:wp", WORD_DRAWING), ("xmlns:w", WORD)];
        part.open(&story_root("w:footnotes", names, &self.additions, Story::Footnotes));
        let mut add = |mut note: Element| {
            set_language(&mut note, language);
            schema_order::sort(&mut note);
            attachment.attach(&mut note);
            part.child(&note);
        };
        footnotes::separators().into_iter().for_each(&mut add);
        for note in self.footnotes.xml() {
            let mut note = repair(FOOTNOTES, &note, language)?;
            footnotes::complete(&mut note, &self.footnotes);
            add(note);
        }
        attachment.finish()?;
        self.relationships.add(RelationshipKind::Footnotes, "footnotes.xml");
        self.package.text(FOOTNOTES, part.finish());
        if !own.is_empty() {
            self.package.text("word/_rels/footnotes.xml.rels", own.part());
        }
        Ok(())
    }

    /// Parts that are this writer's own.
    fn other_parts(&mut self, lists: &OrderedLists) -> Result<(), Diagnostic> {
        let Context { document, theme, options, .. } = self.context;
        let reference = options.reference.as_deref();
        let language = self.context.language();
        let embedded = font_table::embed(&options.fonts, theme, &mut self.package)?;
        let settings = settings::part(language, &document.meta.decimal_mark, !embedded.is_empty());
        let theme_part = reference
            .and_then(|reference| reference.theme.clone())
            .unwrap_or_else(|| theme_part(&theme.palette, &theme.report.fonts));
        let parts = [
            (RelationshipKind::Styles, "styles.xml", self.styles(language)?),
            (RelationshipKind::Numbering, "numbering.xml", numbering::part(lists, theme)),
            (RelationshipKind::Settings, "settings.xml", settings),
            (RelationshipKind::FontTable, "fontTable.xml", font_table::part(theme, &embedded)),
            (RelationshipKind::Theme, "theme/theme1.xml", theme_part),
        ];
        for (kind, file, text) in parts {
            self.relationships.add(kind, file);
            self.package.text(&format!("word/{file}"), text);
        }
        self.package.text("word/_rels/document.xml.rels", self.relationships.part());
        Ok(())
    }

    fn styles(&self, language: &str) -> Result<String, Diagnostic> {
        let (theme, justify) = (self.context.theme, self.context.document.meta.justify_docx);
        match &self.context.options.reference {
            None => Ok(styles::part(theme, language, justify)),
            Some(reference) => {
                let mut merged = reference.styles(&styles::tree(theme, language, justify)?);
                schema_order::sort(&mut merged);
                Ok(merged.to_part())
            }
        }
    }

    fn properties(&mut self) -> Result<(), Diagnostic> {
        const CUSTOM: &str = "docProps/custom.xml";
        let document = self.context.document;
        self.package.text("docProps/core.xml", properties::core(&document.meta));
        self.package.text("docProps/app.xml", properties::app());
        let custom = properties::custom(document).map_err(|why| malformed(CUSTOM, why))?;
        self.package.text(CUSTOM, custom);
        self.package.text("_rels/.rels", package_relationships(DOCX_MAIN));
        Ok(())
    }
}

/// The root of a part with the namespaces that docx-rs and the additions use.
fn story_root(name: &str, namespaces: [(&str, &str); 3], additions: &Additions, story: Story) -> Element {
    let root = Element::new(name);
    let mut root = namespaces.into_iter().fold(root, |root, (name, uri)| root.with(name, uri));
    declare_namespaces(&mut root, additions, story);
    root
}

/// A text document.
const DOCX: PackageFormat = PackageFormat { main: DOCX_MAIN, content_type };

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
