//! A customer's own deck to write by: its slide size, master, layouts and theme; none of its slides.
//!
//! Colours, faces, backgrounds, logos and places are the customer's. The sizes of type are this writer's, for the
//! whole deck in proportion to the room that the customer's places leave: what stands on a slide is measured there
//! anew and told where it does not fit. What could act on whoever opens the result is refused.

mod build;
mod layouts;
mod places;
mod room;
mod taken;

use std::collections::BTreeMap;

use self::layouts::Layout;
use self::places::{Holder, holders};
use self::taken::Taken;
use super::master::FIRST_ID as MASTER_ID;
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::opc::xml::{Element, Node};
use crate::opc::{PPTX_MAIN, Package, active, relationships, target};
use crate::theme::{PageStyle, Theme};

/// English Metric Units to a point.
const EMU: f64 = 12_700.0;
/// Least share of the theme's own room that a reference has to leave between message and sources.
const LEAST: f64 = 0.7;

/// What a reference deck gives.
#[derive(Debug)]
pub struct Reference {
    theme: Taken,
    master: Taken,
    layouts: Vec<Layout>,
    /// Pictures by the path that they have in the new package.
    media: BTreeMap<String, Vec<u8>>,
    /// The theme's slides in the reference's places.
    sheet: PageStyle,
    /// The theme's face for text, for charts.
    face: Option<String>,
}

impl Reference {
    /// Reads a reference deck; `own` are the slides of the theme.
    ///
    /// # Errors
    /// Every macro, object and fetched link in what would be taken over; parts that are broken; a master without
    /// places for message and text, or without room.
    pub fn read(package: &mut Package, own: &PageStyle) -> Result<Self, Diagnostics> {
        active::refuse(package, |path| FOLDERS.iter().any(|folder| path.starts_with(folder)))?;
        let presentation = package.required(PPTX_MAIN)?;
        let size = slide_size(&presentation).unwrap_or_else(|| own.slide_size());
        let master_path = first_master(package, &presentation)?;
        let mut media = BTreeMap::new();
        let master = Taken::read(package, &master_path, &mut media)?;
        let theme_path = master.leading("theme").next().map(str::to_owned);
        let Some(theme_path) = theme_path else { return Err(lacking(package, &master_path, "theme").into()) };
        let theme = Taken::read(package, &theme_path, &mut media)?;
        let on_master = holders(&master.root, &[]);
        for (kind, what) in [("title", "title"), ("body", "body")] {
            if !on_master.iter().any(|holder| holder.kind == kind && holder.frame.is_some()) {
                return Err(lacking(package, &master_path, what).into());
            }
        }
        let mut layouts = Vec::new();
        for path in layout_paths(&master) {
            let taken = Taken::read(package, &path, &mut media)?;
            layouts.push(Layout::new(taken, &on_master));
        }
        let sheet = room::sheet(own, size, (&master.root, &on_master), &layouts);
        let (width, height) = own.slide_size();
        let (wide, tall) = (size.0 / width, size.1 / height);
        let body = sheet.body_frame();
        if body.width < LEAST * wide * own.body_frame().width
            || body.height < LEAST * tall * own.body_frame().height
        {
            let fault = Diagnostic::new(Code::PackageUnreadable, say!("reference-slide-room"));
            let place = package.place(&master_path);
            return Err(fault.at(place).hint(say!("hint-reference-slide-room")).into());
        }
        let face = minor_face(&theme.root);
        Ok(Self { theme, master, layouts, media, sheet, face })
    }

    /// A theme whose slides stand in the reference's places.
    pub fn applied(&self, theme: &Theme) -> Theme {
        Theme { slides: self.sheet.clone(), ..theme.clone() }
    }

    /// Whether the master has places for date, footer and number.
    pub fn furniture(&self) -> [bool; 3] {
        let holders = holders(&self.master.root, &[]);
        ["dt", "ftr", "sldNum"]
            .map(|kind| holders.iter().any(|holder| holder.kind == kind && holder.frame.is_some()))
    }

    /// The face of the deck's text, where the theme names one.
    pub fn face(&self) -> Option<&str> {
        self.face.as_deref()
    }
}

/// Colours that the theme's slots have in this writer's own design only: (slot, the reference's, share of it and of
/// white or black, in thousandths of a per cent).
const FOREIGN: [(&str, &str, u32, u32); 3] = [
    ("folHlink", "tx1", 65_000, 35_000),
    ("accent3", "accent1", 60_000, 40_000),
    ("accent6", "tx1", 35_000, 65_000),
];

/// Shapes of this writer in the colours of a reference.
pub(super) fn recoloured(mut element: Element) -> Element {
    element.walk_mut(&mut |element| {
        let slot = element.get("val").filter(|_| element.name == "a:schemeClr");
        let Some((_, theirs, share, rest)) = FOREIGN.iter().find(|(own, ..)| Some(*own) == slot) else {
            return;
        };
        element.set("val", *theirs);
        let amount =
            |name: &str, value: &u32| Node::Element(Element::new(name).with("val", value.to_string()));
        element.children.insert(0, amount("a:lumOff", rest));
        element.children.insert(0, amount("a:lumMod", share));
    });
    element
}

/// Folders of the parts that are taken over.
const FOLDERS: [&str; 3] = ["ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/"];

fn lacking(package: &Package, path: &str, what: &'static str) -> Diagnostic {
    Diagnostic::new(Code::PackageUnreadable, say!("reference-master-lacks", what = what))
        .at(package.place(path))
        .hint(say!("hint-reference-master"))
}

fn slide_size(presentation: &Element) -> Option<(f64, f64)> {
    let size = presentation.find("p:sldSz")?;
    let side = |name: &str| {
        size.get(name)?.parse::<f64>().ok().filter(|emu| (914_400.0..=51_206_400.0).contains(emu))
    };
    Some((side("cx")? / EMU, side("cy")? / EMU))
}

/// The path of the deck's first master.
fn first_master(package: &mut Package, presentation: &Element) -> Result<String, Diagnostic> {
    let relations = package.xml(&relationships(PPTX_MAIN))?.unwrap_or_default();
    let id = presentation.find("p:sldMasterIdLst").and_then(|list| list.find("p:sldMasterId")?.get("r:id"));
    let relation = relations.elements().find(|r| id.is_some() && r.get("Id") == id);
    match relation.and_then(|r| r.get("Target")) {
        Some(to) => Ok(target(PPTX_MAIN, to)),
        None => Err(lacking(package, PPTX_MAIN, "master")),
    }
}

/// The paths of a master's layouts, in its own order.
fn layout_paths(master: &Taken) -> Vec<String> {
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

/// The frame of a placeholder on the master.
fn on_master<'h>(master: &'h [Holder], kind: &str) -> Option<&'h Holder> {
    let family = match kind {
        "title" | "ctrTitle" => "title",
        "dt" | "ftr" | "sldNum" => kind,
        _ => "body",
    };
    master.iter().find(|holder| holder.kind == family)
}
