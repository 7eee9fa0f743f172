//! The reference's layouts: which kinds of slides stand in them, and what they need for it.

use super::imported_part::ImportedPart;
use super::placeholders::{Placeholder, placeholders};
use super::recolour::recoloured;
use super::type_sizes::TypeSize;
use crate::opc::xml::{Element, Node};
use crate::quantity::Pt;
use crate::theme::{Frame, PageStyle};
use crate::write::pptx::design::LayoutMapping;
use crate::write::pptx::design_context::DesignContext;
use crate::write::pptx::header_footer::{self, DATE, FOOTER, NUMBER};
use crate::write::pptx::layout_kind::{LayoutKind, SOURCE};
use crate::write::pptx::shape::{MUTED, PlaceholderRef, transform};

/// A layout of the reference.
#[derive(Debug)]
pub struct Layout {
    /// The path of its part in the reference.
    pub path: String,
    /// Its part.
    pub part: ImportedPart,
    placeholders: Vec<Placeholder>,
    /// What it is for, as far as slides of this writer can stand in it.
    pub role: Option<Role>,
}

/// What a layout is for, by its type (`ST_SlideLayoutType`, ISO/IEC 29500-1, 19.7.15) and its placeholders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// First slide and last.
    Cover,
    /// The slide that begins a section.
    Section,
    /// A message and what proves it.
    Content,
    /// A message above two columns.
    Columns,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 4] = [Self::Cover, Self::Section, Self::Content, Self::Columns];

    /// The role of a layout of a type.
    fn of_type(name: &str) -> Option<Self> {
        match name {
            "title" => Some(Self::Cover),
            "secHead" => Some(Self::Section),
            "obj" => Some(Self::Content),
            "twoObj" => Some(Self::Columns),
            _ => None,
        }
    }

    /// The kinds of slides that stand in such a layout.
    fn kinds(self) -> &'static [LayoutKind] {
        match self {
            Self::Cover => &[LayoutKind::Title, LayoutKind::Closing],
            Self::Section => &[LayoutKind::Section],
            Self::Content => &[LayoutKind::Text, LayoutKind::Chart, LayoutKind::Picture, LayoutKind::Table],
            Self::Columns => &[LayoutKind::Columns],
        }
    }

    fn is_cover(self) -> bool {
        matches!(self, Self::Cover | Self::Section)
    }

    /// Frame of the title, and frames of what stands below it where the layout's own are not kept.
    fn frames(self, style: &PageStyle) -> (Frame, Vec<Frame>) {
        match self {
            Self::Cover => (style.cover_frames()[0], Vec::new()),
            Self::Section => (style.section_frames()[0], Vec::new()),
            Self::Content => (style.title_frame(), vec![style.body_frame()]),
            Self::Columns => (style.title_frame(), style.column_frames().to_vec()),
        }
    }
}

impl Layout {
    /// A layout of a part of a path; `master` are the placeholders of its master.
    pub fn new(path: String, part: ImportedPart, master: &[Placeholder]) -> Self {
        let placeholders = placeholders(&part.root, master);
        let role = part.root.get("type").and_then(Role::of_type);
        let mut layout = Self { path, part, placeholders, role: None };
        layout.role = role.filter(|role| layout.can_hold(*role));
        layout
    }

    fn can_hold(&self, role: Role) -> bool {
        let wanted = if role == Role::Columns { 2 } else { 1 };
        let content = self.content(role);
        self.title().and_then(Placeholder::inner).is_some()
            && content.len() == wanted
            && content.iter().all(|placeholder| placeholder.inner().is_some())
    }

    fn title(&self) -> Option<&Placeholder> {
        self.placeholders.iter().find(|placeholder| placeholder.is_title())
    }

    /// What stands beside the title, from left to right.
    fn content(&self, role: Role) -> Vec<&Placeholder> {
        let mut found: Vec<&Placeholder> = match role {
            Role::Cover | Role::Section => {
                let text = |kind: &str| self.placeholders.iter().find(|own| own.kind == kind);
                text("subTitle").or(text("body")).into_iter().collect()
            }
            Role::Content | Role::Columns => {
                self.placeholders.iter().filter(|own| own.is_content()).collect()
            }
        };
        let left = |placeholder: &Placeholder| placeholder.frame.map_or(0.0, |frame| frame.x.0);
        found.sort_by(|a, b| left(a).total_cmp(&left(b)));
        found
    }

    /// The frames of the title and of what stands beside it, without the white inside.
    pub fn frames(&self, role: Role) -> (Frame, Vec<Frame>) {
        let title = self.title().and_then(Placeholder::inner).unwrap_or_default();
        (title, self.content(role).iter().filter_map(|placeholder| placeholder.inner()).collect())
    }

    /// The layout as slides of this writer stand in it, and the mapping of each kind of them; `number` is that of
    /// the layout's part in the new package.
    pub fn mapped(
        &self,
        role: Role,
        number: usize,
        context: &DesignContext<'_>,
    ) -> (Element, Vec<LayoutMapping>) {
        let mut root = self.part.root.clone();
        self.set_text(role, &mut root, context.style);
        let source = (!role.is_cover()).then(|| self.unused(SOURCE));
        let mut added: Vec<Element> =
            source.into_iter().map(|of| context.source(next_id(&root), of)).collect();
        let [_, footer, slide_number] = [DATE, FOOTER, NUMBER].map(|own| {
            let theirs = self.placeholders.iter().find(|theirs| Some(theirs.kind) == own.kind);
            let is_needed = own.kind == FOOTER.kind || own.kind == NUMBER.kind && !role.is_cover();
            match theirs {
                Some(theirs) => Some(reference(theirs)),
                None if is_needed => {
                    let own = self.unused(own);
                    let id = next_id(&root) + added.len();
                    added.push(header_footer::one(context, id, own, Some(MUTED)));
                    Some(own)
                }
                None => None,
            }
        });
        append(&mut root, added.into_iter().map(recoloured).collect());
        let content = self.content(role);
        let mappings = role.kinds().iter().map(|kind| LayoutMapping {
            kind: *kind,
            layout: number,
            title: self.title().map_or(kind.title(), reference),
            content: content.iter().map(|placeholder| reference(placeholder)).collect(),
            source,
            footer,
            number: slide_number.filter(|_| !role.is_cover()),
        });
        (root, mappings.collect())
    }

    /// Gives title and content the frames and sizes of this writer's slides.
    fn set_text(&self, role: Role, root: &mut Element, style: &PageStyle) {
        let (sizes, grid) = (style.sizes, style.grid);
        let (title_frame, frames) = role.frames(style);
        let text = |size: Pt, before: Pt| TypeSize { size, line: size * sizes.line_spacing, before };
        if let Some(title) = self.title()
            && let Some(shape) = shape_mut(root, title.position)
        {
            text(if role.is_cover() { sizes.heading1 } else { sizes.heading2 }, Pt(0.0)).set_in_shape(shape);
            set_frame(shape, title.around(title_frame));
        }
        for (index, placeholder) in self.content(role).iter().enumerate() {
            let Some(shape) = shape_mut(root, placeholder.position) else { continue };
            text(sizes.body, grid.paragraph_gap).set_in_shape(shape);
            if let Some(frame) = frames.get(index) {
                set_frame(shape, placeholder.around(*frame));
            }
        }
    }

    /// A placeholder of this writer's under an index that the layout does not use.
    fn unused(&self, own: PlaceholderRef) -> PlaceholderRef {
        let used: Vec<u32> = self.placeholders.iter().filter_map(|placeholder| placeholder.index).collect();
        let index = own.index.map(|first| (first..).find(|index| !used.contains(index)).unwrap_or(first));
        PlaceholderRef { index, ..own }
    }
}

fn reference(placeholder: &Placeholder) -> PlaceholderRef {
    PlaceholderRef { kind: placeholder.is_named.then_some(placeholder.kind), index: placeholder.index }
}

/// The shape at a position of the tree.
pub fn shape_mut(root: &mut Element, position: usize) -> Option<&mut Element> {
    let tree = root.find_mut("p:cSld")?.find_mut("p:spTree")?;
    match tree.children.get_mut(position)? {
        Node::Element(shape) => Some(shape),
        Node::Text(_) => None,
    }
}

/// Gives a shape a frame of its own.
fn set_frame(shape: &mut Element, frame: Frame) {
    if let Some(properties) = shape.find_mut("p:spPr") {
        properties.children.retain(|node| !matches!(node, Node::Element(e) if e.name == "a:xfrm"));
        properties.children.insert(0, Node::Element(transform("a:xfrm", frame)));
    }
}

/// An id that no shape of the part has.
fn next_id(root: &Element) -> usize {
    let mut most: usize = 1;
    root.clone().walk_mut(&mut |element| {
        if element.name == "p:cNvPr" {
            most = most.max(element.get("id").and_then(|id| id.parse().ok()).unwrap_or(0));
        }
    });
    most.saturating_add(1)
}

/// Shapes at the end of the tree, before its extensions.
fn append(root: &mut Element, shapes: Vec<Element>) {
    let Some(tree) = root.find_mut("p:cSld").and_then(|slide| slide.find_mut("p:spTree")) else { return };
    let end = tree.children.iter().position(|n| matches!(n, Node::Element(e) if e.name == "p:extLst"));
    let end = end.unwrap_or(tree.children.len());
    tree.children.splice(end..end, shapes.into_iter().map(Node::Element));
}
