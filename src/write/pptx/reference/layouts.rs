//! The reference's layouts: which kinds of slides they seat, and what they need for it.

use super::places::{Holder, holders};
use super::taken::Taken;
use crate::opc::xml::{Element, Node};
use crate::theme::{Frame, PageStyle};
use crate::write::pptx::design::Seat;
use crate::write::pptx::master::{DATE, FOOTER, Kind, Master, NUMBER, SOURCE};
use crate::write::pptx::shape::{PlaceholderRef, el, transform};

/// A layout of the reference.
#[derive(Debug)]
pub struct Layout {
    pub taken: Taken,
    holders: Vec<Holder>,
    pub role: Option<Role>,
}

/// What a layout is for, by its type and its placeholders (ISO/IEC 29500-1, 19.7.15).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Cover,
    Section,
    Content,
    Columns,
}

impl Role {
    pub const ALL: [Self; 4] = [Self::Cover, Self::Section, Self::Content, Self::Columns];

    /// The kinds of slides that such a layout seats.
    pub fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Cover => &[Kind::Title, Kind::Closing],
            Self::Section => &[Kind::Section],
            Self::Content => &[Kind::Text, Kind::Chart, Kind::Picture, Kind::Table],
            Self::Columns => &[Kind::Columns],
        }
    }

    fn is_cover(self) -> bool {
        matches!(self, Self::Cover | Self::Section)
    }
}

impl Layout {
    pub fn new(taken: Taken, master: &[Holder]) -> Self {
        let holders = holders(&taken.root, master);
        let mut layout = Self { taken, holders, role: None };
        layout.role = match layout.taken.root.get("type") {
            Some("title") => Some(Role::Cover),
            Some("secHead") => Some(Role::Section),
            Some("obj") => Some(Role::Content),
            Some("twoObj") => Some(Role::Columns),
            _ => None,
        };
        layout.role = layout.role.filter(|role| layout.fits(*role));
        layout
    }

    fn fits(&self, role: Role) -> bool {
        let wanted = if role == Role::Columns { 2 } else { 1 };
        let inner = self.inner(role);
        self.title().and_then(Holder::inner).is_some()
            && inner.len() == wanted
            && inner.iter().all(|holder| holder.inner().is_some())
    }

    fn title(&self) -> Option<&Holder> {
        self.holders.iter().find(|holder| holder.is_title())
    }

    /// What stands beside the title, from left to right.
    fn inner(&self, role: Role) -> Vec<&Holder> {
        let mut found: Vec<&Holder> = match role {
            Role::Cover | Role::Section => {
                let text = |kind: &str| self.holders.iter().find(|holder| holder.kind == kind);
                text("subTitle").or(text("body")).into_iter().collect()
            }
            Role::Content | Role::Columns => self.holders.iter().filter(|h| h.is_content()).collect(),
        };
        let left = |holder: &Holder| holder.frame.map_or(0.0, |frame| frame.x);
        found.sort_by(|a, b| left(a).total_cmp(&left(b)));
        found
    }

    /// The frames of the title and of what stands beside it, without the white inside.
    pub fn frames(&self, role: Role) -> (Frame, Vec<Frame>) {
        let title = self.title().and_then(Holder::inner).unwrap_or_default();
        (title, self.inner(role).iter().filter_map(|holder| holder.inner()).collect())
    }

    /// The layout as slides of this writer stand in it, and their places.
    pub fn seated(&self, role: Role, number: usize, master: &Master<'_>) -> (Element, Vec<Seat>) {
        let mut root = self.taken.root.clone();
        let sheet = master.sheet;
        let inner = self.inner(role);
        let title_size = if role.is_cover() { sheet.sizes.heading1 } else { sheet.sizes.heading2 };
        if let Some(title) = self.title()
            && let Some(shape) = shape_mut(&mut root, title.at)
        {
            set_sizes(shape, title_size, 0.0, sheet);
            let frame = match role {
                Role::Cover => sheet.cover_frames()[0],
                Role::Section => sheet.section_frames()[0],
                Role::Content | Role::Columns => sheet.title_frame(),
            };
            set_frame(shape, title.around(frame));
        }
        let frames = match role {
            Role::Cover | Role::Section => Vec::new(),
            Role::Content => vec![sheet.body_frame()],
            Role::Columns => sheet.column_frames().to_vec(),
        };
        for (at, holder) in inner.iter().enumerate() {
            let Some(shape) = shape_mut(&mut root, holder.at) else { continue };
            set_sizes(shape, sheet.sizes.body, sheet.grid.paragraph_gap, sheet);
            if let Some(frame) = frames.get(at) {
                set_frame(shape, holder.around(*frame));
            }
        }
        let source = (!role.is_cover()).then(|| self.free(SOURCE));
        let mut more: Vec<Element> =
            source.into_iter().map(|place| master.source(next_id(&root), place)).collect();
        let furniture = [(DATE, "dt"), (FOOTER, "ftr"), (NUMBER, "sldNum")].map(|(own, kind)| {
            let theirs = self.holders.iter().find(|holder| holder.kind == kind);
            (theirs.map(place), self.free(own), kind)
        });
        let mut of_slide = Vec::new();
        for (theirs, own, kind) in furniture {
            let is_needed = kind == "ftr" || kind == "sldNum" && !role.is_cover();
            match theirs {
                Some(theirs) => of_slide.push((kind, theirs)),
                None if is_needed => {
                    more.extend(master.furniture_at(next_id(&root) + more.len(), own));
                    of_slide.push((kind, own));
                }
                None => {}
            }
        }
        append(&mut root, more.into_iter().map(super::recoloured).collect());
        let place_of = |kind: &str| of_slide.iter().find(|(of, _)| *of == kind).map(|(_, place)| *place);
        let seats = role.kinds().iter().map(|kind| Seat {
            kind: *kind,
            layout: number,
            title: self.title().map_or(kind.title(), place),
            places: inner.iter().map(|holder| place(holder)).collect(),
            source,
            footer: place_of("ftr"),
            number: place_of("sldNum").filter(|_| !role.is_cover()),
        });
        (root, seats.collect())
    }

    /// A place of this writer's under an index that the layout does not use.
    fn free(&self, own: PlaceholderRef) -> PlaceholderRef {
        let taken: Vec<u32> = self.holders.iter().filter_map(|holder| holder.index).collect();
        let index = own.index.map(|first| (first..).find(|index| !taken.contains(index)).unwrap_or(first));
        PlaceholderRef { index, ..own }
    }
}

fn place(holder: &Holder) -> PlaceholderRef {
    PlaceholderRef { kind: holder.is_named.then_some(holder.kind), index: holder.index }
}

/// The shape at a position of the tree.
fn shape_mut(root: &mut Element, at: usize) -> Option<&mut Element> {
    let tree = root.find_mut("p:cSld")?.find_mut("p:spTree")?;
    match tree.children.get_mut(at)? {
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

/// Sets type and lines of a placeholder's text; nothing shrinks to fit.
pub fn set_sizes(shape: &mut Element, size: f64, before: f64, sheet: &PageStyle) {
    let Some(body) = shape.find_mut("p:txBody") else { return };
    if let Some(properties) = body.find_mut("a:bodyPr") {
        let fits = ["a:normAutofit", "a:spAutoFit"];
        for node in &mut properties.children {
            if let Node::Element(fit) = node
                && fits.contains(&fit.name.as_str())
            {
                *fit = el("a:noAutofit");
            }
        }
    }
    let Some(styles) = body.find_mut("a:lstStyle") else { return };
    if styles.find("a:lvl1pPr").is_none() {
        // The levels follow what all of them share (ISO/IEC 29500-1, 21.1.2.4.12).
        let at = usize::from(styles.find("a:defPPr").is_some());
        styles.children.insert(at, Node::Element(el("a:lvl1pPr")));
    }
    set_levels(styles, size, before, sheet);
}

/// Sets type and lines of every level of a list style.
pub fn set_levels(styles: &mut Element, size: f64, before: f64, sheet: &PageStyle) {
    let points = |name: &str, points: f64| {
        el(name).child(el("a:spcPts").with("val", format!("{:.0}", points * 100.0)))
    };
    for level in styles.elements_mut().filter(|level| level.name.starts_with("a:lvl")) {
        let spacing = ["a:lnSpc", "a:spcBef", "a:spcAft"];
        level.children.retain(|node| !matches!(node, Node::Element(e) if spacing.contains(&e.name.as_str())));
        let lines = points("a:lnSpc", size * sheet.sizes.line_spacing);
        level.children.insert(0, Node::Element(points("a:spcBef", before)));
        level.children.insert(0, Node::Element(lines));
        if level.find("a:defRPr").is_none() {
            let end =
                level.children.iter().position(|n| matches!(n, Node::Element(e) if e.name == "a:extLst"));
            level.children.insert(end.unwrap_or(level.children.len()), Node::Element(el("a:defRPr")));
        }
        if let Some(run) = level.find_mut("a:defRPr") {
            run.set("sz", format!("{:.0}", size * 100.0));
        }
    }
}

/// An id that no shape of the part has.
pub fn next_id(root: &Element) -> usize {
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
