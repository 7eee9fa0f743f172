//! A customer's own deck to write by: its slide size, master, layouts and theme; none of its slides.
//!
//! Colours, faces, backgrounds, logos and places are the customer's. The sizes of type are this writer's, for the
//! whole deck in proportion to the room that the customer's places leave: what stands on a slide is measured there
//! anew and told where it does not fit. What could act on whoever opens the result is refused.

mod import;
mod imported_part;
mod layouts;
mod placeholders;
mod recolour;
mod scaling;
mod type_sizes;

use std::collections::BTreeMap;

use self::imported_part::ImportedPart;
use self::layouts::Layout;
use self::placeholders::placeholders;
pub use self::recolour::recoloured;
use super::design::Design;
use super::design_context::DesignContext;
use super::header_footer::{DATE, FOOTER, NUMBER};
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::opc::schema::LeftOut;
use crate::opc::xml::Element;
use crate::opc::{Package, active, relationships};
use crate::quantity::{Emu, Pt};
use crate::theme::{PageStyle, Theme};

/// Least share of the theme's own room that a reference has to leave between message and sources.
const LEAST: f64 = 0.7;
/// Sides that a slide may have (`ST_SlideSizeCoordinate`, ISO/IEC 29500-1, 19.7.18).
const SIDES: std::ops::RangeInclusive<Emu> = Emu(914_400)..=Emu(51_206_400);

/// What a reference deck gives.
#[derive(Debug)]
pub struct Reference {
    theme: ImportedPart,
    master: ImportedPart,
    layouts: Vec<Layout>,
    /// Pictures by the path that they have in the new package.
    media: BTreeMap<String, Vec<u8>>,
    /// The theme's slides in the reference's frames.
    style: PageStyle,
    /// The theme's face for text, for charts.
    face: Option<String>,
    /// What of each part is not taken over and would be missed.
    pub left_out: Vec<(String, LeftOut)>,
}

impl Reference {
    /// Reads a reference deck; `own` are the slides of the theme.
    ///
    /// # Errors
    /// Every macro, object and fetched link in what would be taken over; parts that are broken; a master without
    /// places for message and text, or without room.
    pub fn read(package: &mut Package, own: &PageStyle) -> Result<Self, Diagnostics> {
        let main = package.main().to_owned();
        let presentation = package.required(&main)?;
        let size = slide_size(&presentation).unwrap_or_else(|| own.slide_size());
        let master_path = first_master(package, &presentation)?;
        let taken = taken_over(package, &master_path)?;
        active::refuse(package, |path| taken.iter().any(|part| part == path))?;
        let mut media = BTreeMap::new();
        let master = ImportedPart::read(package, &master_path, &mut media)?;
        let theme_path = master.targets("theme").next().map(str::to_owned);
        let Some(theme_path) = theme_path else { return Err(lacking(package, &master_path, "theme").into()) };
        let theme = ImportedPart::read(package, &theme_path, &mut media)?;
        let on_master = placeholders(&master.root, &[]);
        for kind in ["title", "body"] {
            if !on_master.iter().any(|own| own.kind == kind && own.frame.is_some()) {
                return Err(lacking(package, &master_path, kind).into());
            }
        }
        let mut layouts = Vec::new();
        for path in layout_paths(&master) {
            let part = ImportedPart::read(package, &path, &mut media)?;
            layouts.push(Layout::new(path, part, &on_master));
        }
        let style = scaling::page_style(own, size, (&master.root, &on_master), &layouts);
        if !leaves_room(own, size, &style) {
            let fault = Diagnostic::new(Code::PackageUnreadable, say!("reference-slide-room"));
            let place = package.location(&master_path);
            return Err(fault.at(place).hint(say!("hint-reference-slide-room")).into());
        }
        let face = minor_face(&theme.root);
        let parts = [(theme_path, theme.left_out.clone()), (master_path, master.left_out.clone())];
        let of_layouts = layouts.iter().map(|own| (own.path.clone(), own.part.left_out.clone()));
        let left_out = parts.into_iter().chain(of_layouts).collect();
        Ok(Self { left_out, theme, master, layouts, media, style, face })
    }

    /// A theme whose slides stand in the reference's frames, with type in proportion to the room there.
    pub fn applied(&self, theme: &Theme) -> Theme {
        Theme { slides: self.style.clone(), ..theme.clone() }
    }

    /// The design of a deck by this reference, for slides with up to so many tiles; `context` is in the style of
    /// [`applied`](Self::applied).
    pub(super) fn design(&self, context: &DesignContext<'_>, tiles: usize) -> Design {
        import::design(self, context, tiles)
    }

    /// Whether the master has placeholders for date, footer and slide number.
    pub fn header_footer(&self) -> [bool; 3] {
        let own = placeholders(&self.master.root, &[]);
        [DATE, FOOTER, NUMBER]
            .map(|of| own.iter().any(|own| Some(own.kind) == of.kind && own.frame.is_some()))
    }

    /// The face of the deck's text, where the theme names one.
    pub fn face(&self) -> Option<&str> {
        self.face.as_deref()
    }
}

/// Whether slides keep enough of their own room, scaled to the reference's size, between message and sources.
fn leaves_room(own: &PageStyle, size: (Pt, Pt), style: &PageStyle) -> bool {
    let (width, height) = own.slide_size();
    let (theirs, own) = (style.body_frame(), own.body_frame());
    theirs.width >= LEAST * (size.0 / width) * own.width
        && theirs.height >= LEAST * (size.1 / height) * own.height
}

fn lacking(package: &Package, path: &str, what: &'static str) -> Diagnostic {
    Diagnostic::new(Code::PackageUnreadable, say!("reference-master-lacks", what = what))
        .at(package.location(path))
        .hint(say!("hint-reference-master"))
}

/// Width and height of the slides.
fn slide_size(presentation: &Element) -> Option<(Pt, Pt)> {
    let size = presentation.find("p:sldSz")?;
    let side = |name: &str| size.get(name)?.parse().ok().map(Emu).filter(|side| SIDES.contains(side));
    Some((side("cx")?.pt(), side("cy")?.pt()))
}

/// The path of the deck's first master.
fn first_master(package: &mut Package, presentation: &Element) -> Result<String, Diagnostic> {
    let main = package.main().to_owned();
    let relations = package.relations(&main)?;
    let id = presentation.find("p:sldMasterIdLst").and_then(|list| list.find("p:sldMasterId")?.get("r:id"));
    match relations.into_iter().find(|relation| Some(relation.id.as_str()) == id) {
        Some(relation) => Ok(relation.target),
        None => Err(lacking(package, &main, "master")),
    }
}

/// The paths of the relationships of a master, of its theme and of its layouts.
fn taken_over(package: &mut Package, master: &str) -> Result<Vec<String>, Diagnostic> {
    let related = package.relations(master)?.into_iter();
    let parts = related.filter(|of| ["theme", "slideLayout"].contains(&of.kind.as_str())).map(|of| of.target);
    Ok(parts.chain([master.to_owned()]).map(|part| relationships(&part)).collect())
}

/// The paths of a master's layouts, in its own order.
fn layout_paths(master: &ImportedPart) -> Vec<String> {
    let list = master.root.find("p:sldLayoutIdLst");
    let ids = list.into_iter().flat_map(Element::elements).filter_map(|layout| layout.get("r:id"));
    ids.filter_map(|id| master.target_of(id, "slideLayout").map(str::to_owned)).collect()
}

/// The Latin face of the theme's text; a theme may leave it open.
fn minor_face(theme: &Element) -> Option<String> {
    let scheme = theme.find("a:themeElements")?.find("a:fontScheme")?;
    let face = scheme.find("a:minorFont")?.find("a:latin")?.get("typeface")?;
    Some(face.to_owned()).filter(|face| !face.is_empty())
}
