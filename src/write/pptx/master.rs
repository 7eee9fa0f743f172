//! The slide master and the theme's layouts: where placeholders stand, and the look of their text.

use super::shape::{
    Level, MUTED, PlaceholderRef, all, anchored, body, colour_map, el, fill, inherited, levels, named,
    number, placeholder, plain, rectangle, root, tree, without_insets,
};
use super::words::Words;
use crate::document::Layout;
use crate::theme::{Frame, PageStyle};
use crate::write::xml::Element;

/// The first number of a layout's and the master's ids (ISO/IEC 29500-1, 19.7.1).
pub const FIRST_ID: u32 = 2_147_483_648;
/// Indexes of the placeholders that a master has once.
pub const DATE: PlaceholderRef = PlaceholderRef { kind: Some("dt"), index: Some(10) };
pub const FOOTER: PlaceholderRef = PlaceholderRef { kind: Some("ftr"), index: Some(11) };
pub const NUMBER: PlaceholderRef = PlaceholderRef { kind: Some("sldNum"), index: Some(12) };
/// The sources at the foot.
pub const SOURCE: PlaceholderRef = PlaceholderRef { kind: Some("body"), index: Some(30) };
/// Rows and columns of the cover's ornament.
const ORNAMENT: usize = 7;
/// Share of the light colour in an ornament's tile, in thousandths of a per cent; taken in turn.
const TINTS: [u32; 7] = [4_000, 28_000, 12_000, 40_000, 20_000, 6_000, 34_000];

/// A layout of the deck.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Title,
    Section,
    Text,
    Chart,
    Picture,
    Columns,
    Table,
    Quotes,
    Closing,
    /// Some large numbers.
    Tiles(usize),
}

impl Kind {
    /// The layouts of a deck whose slides have up to so many tiles.
    pub fn all(tiles: usize) -> Vec<Self> {
        let named = [
            Self::Title,
            Self::Section,
            Self::Text,
            Self::Chart,
            Self::Picture,
            Self::Columns,
            Self::Table,
            Self::Quotes,
            Self::Closing,
        ];
        named.into_iter().chain((1..=tiles.max(6)).map(Self::Tiles)).collect()
    }

    /// Key of the layout's name, and its kind for the program (ISO/IEC 29500-1, 19.7.15).
    fn names(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Title => ("cover", Some("title")),
            Self::Section => ("section", Some("secHead")),
            Self::Text => ("text", Some("obj")),
            Self::Chart => ("chart", Some("chart")),
            Self::Picture => ("picture", None),
            Self::Columns => ("columns", Some("twoObj")),
            Self::Table => ("table", Some("tbl")),
            Self::Quotes => ("quotes", None),
            Self::Closing => ("closing", None),
            Self::Tiles(_) => ("tiles", None),
        }
    }

    /// The places of what stands between the message and the sources.
    pub fn places(self) -> Vec<PlaceholderRef> {
        match self {
            Self::Title | Self::Closing => vec![PlaceholderRef::at("subTitle", 1)],
            Self::Section => vec![PlaceholderRef::at("body", 1)],
            Self::Text => vec![PlaceholderRef { kind: None, index: Some(1) }],
            Self::Quotes => vec![PlaceholderRef::at("body", 1)],
            Self::Chart => vec![PlaceholderRef::at("chart", 1)],
            Self::Picture => vec![PlaceholderRef::at("pic", 1)],
            Self::Table => vec![PlaceholderRef::at("tbl", 1)],
            Self::Columns => (1..=2).map(|index| PlaceholderRef { kind: None, index: Some(index) }).collect(),
            Self::Tiles(count) => (1..).take(count).map(|index| PlaceholderRef::at("body", index)).collect(),
        }
    }

    pub fn is_cover(self) -> bool {
        matches!(self, Self::Title | Self::Section | Self::Closing)
    }

    /// The place of the title.
    pub fn title(self) -> PlaceholderRef {
        PlaceholderRef::of(if matches!(self, Self::Title | Self::Closing) { "ctrTitle" } else { "title" })
    }
}

/// The layout's kind for a layout of the document; figures are told apart by the writer.
pub fn kind(layout: Layout, tiles: usize, is_chart: bool) -> Kind {
    match layout {
        Layout::Title => Kind::Title,
        Layout::Section => Kind::Section,
        Layout::Text => Kind::Text,
        Layout::Figure if is_chart => Kind::Chart,
        Layout::Figure => Kind::Picture,
        Layout::Columns => Kind::Columns,
        Layout::Number | Layout::Tiles => Kind::Tiles(tiles),
        Layout::Table => Kind::Table,
        Layout::Quotes => Kind::Quotes,
        Layout::Closing => Kind::Closing,
    }
}

/// What master and layouts are drawn by.
pub struct Master<'a> {
    pub sheet: &'a PageStyle,
    pub words: &'a Words<'a>,
    pub language: &'a str,
    /// Where the layouts stand below a master of someone else's: which of date, footer and number it has.
    pub foreign: Option<[bool; 3]>,
}

impl Master<'_> {
    /// The master; `layouts` is how many layouts it has, with relationships from `rId1` on.
    pub fn part(&self, layouts: usize) -> String {
        let background = el("p:bg").child(el("p:bgPr").child(fill("bg1")).child(el("a:effectLst")));
        let sheet = self.sheet;
        let title = self.prompt(
            2,
            "title",
            PlaceholderRef::of("title"),
            Some(sheet.title_frame()),
            (anchored("t"), el("a:lstStyle")),
        );
        let text = self.prompt(
            3,
            "text",
            PlaceholderRef::at("body", 1),
            Some(sheet.body_frame()),
            (anchored("ctr"), el("a:lstStyle")),
        );
        let shapes = [title, text].into_iter().chain(self.furniture(4, Some(MUTED)));
        let slide = el("p:cSld").child(background).child(all(tree(), shapes));
        let ids = (1..=layouts).map(|place| {
            let id = (FIRST_ID as usize + place).to_string();
            el("p:sldLayoutId").with("id", id).with("r:id", format!("rId{place}"))
        });
        root("p:sldMaster")
            .child(slide)
            .child(colour_map())
            .child(all(el("p:sldLayoutIdLst"), ids))
            .child(self.styles())
            .to_part()
    }

    fn styles(&self) -> Element {
        let (sizes, grid) = (self.sheet.sizes, self.sheet.grid);
        let title = Level { size: sizes.heading2, bold: true, colour: "tx1", before: 0.0 };
        let text = Level { size: sizes.body, bold: false, colour: "tx1", before: grid.paragraph_gap };
        let other = Level { before: 0.0, ..text };
        el("p:txStyles")
            .child(levels("p:titleStyle", &[title], sizes.line_spacing, "+mj"))
            .child(levels("p:bodyStyle", &[text], sizes.line_spacing, "+mn"))
            .child(levels("p:otherStyle", &[other], sizes.line_spacing, "+mn"))
    }

    /// A layout.
    pub fn layout(&self, kind: Kind) -> String {
        self.layout_tree(kind).to_part()
    }

    pub fn layout_tree(&self, kind: Kind) -> Element {
        let (key, program) = kind.names();
        let name = match kind {
            Kind::Tiles(count) => format!("{} ({count})", self.words.get(key)),
            _ => self.words.get(key).to_owned(),
        };
        let mut slide = el("p:cSld").with("name", name);
        if kind.is_cover() {
            slide = slide.child(el("p:bg").child(el("p:bgPr").child(fill("tx2")).child(el("a:effectLst"))));
        }
        let shapes = if kind.is_cover() { self.cover(kind) } else { self.content(kind) };
        let mut layout = root("p:sldLayout").with("preserve", "1");
        match program {
            Some(program) => layout.set("type", program),
            None => layout.set("userDrawn", "1"),
        }
        let overridden = el("p:clrMapOvr").child(el("a:masterClrMapping"));
        layout.child(slide.child(all(tree(), shapes))).child(overridden)
    }

    fn cover(&self, kind: Kind) -> Vec<Element> {
        let sizes = self.sheet.sizes;
        let is_section = kind == Kind::Section;
        let [above, below] = if is_section { self.sheet.section_frames() } else { self.sheet.cover_frames() };
        let title = Level { size: sizes.heading1, bold: true, colour: "bg1", before: 0.0 };
        let text =
            Level { size: sizes.body, bold: false, colour: "accent3", before: self.sheet.grid.paragraph_gap };
        let mut shapes = vec![self.ornament(20)];
        let look = (anchored("b"), levels("a:lstStyle", &[title], sizes.line_spacing, "+mj"));
        shapes.push(self.prompt(2, "title", kind.title(), Some(above), look));
        for (at, place) in kind.places().into_iter().enumerate() {
            let look = (anchored("t"), levels("a:lstStyle", &[text], sizes.line_spacing, "+mn"));
            shapes.push(self.prompt(3 + at, "text", place, Some(below), look));
        }
        shapes.extend(self.furniture(10, Some("accent3")));
        shapes
    }

    fn content(&self, kind: Kind) -> Vec<Element> {
        let sheet = self.sheet;
        // On a master of someone else's the message stands in the same frame as on its layouts.
        let (frame, properties) = match self.foreign {
            Some(_) => (Some(sheet.title_frame()), without_insets()),
            None => (None, el("a:bodyPr")),
        };
        let mut shapes = vec![self.prompt(2, "title", kind.title(), frame, (properties, el("a:lstStyle")))];
        let frames = match kind {
            Kind::Columns => sheet.column_frames().to_vec(),
            Kind::Tiles(count) => sheet.tile_frames(count),
            _ => vec![sheet.body_frame()],
        };
        for (at, (place, frame)) in kind.places().into_iter().zip(frames).enumerate() {
            let id = 100 + 2 * at;
            let (rule, frame) = self.ruled(kind, frame);
            if let Some((rule, colour)) = rule {
                shapes.push(rectangle(id + 1, self.words.get("rule"), rule, fill(colour)));
            }
            let (key, look) = self.look(kind);
            shapes.push(self.prompt(id, key, place, Some(frame), look));
        }
        shapes.push(self.source(50, SOURCE));
        let inherited = self.foreign.unwrap_or([true; 3]);
        let (own, masters) = (self.furniture(60, Some(MUTED)), self.furniture(60, None));
        let each = inherited.into_iter().zip(own.into_iter().zip(masters));
        shapes.extend(each.map(|(is_inherited, (own, masters))| if is_inherited { masters } else { own }));
        shapes
    }

    /// The placeholder of the sources.
    pub fn source(&self, id: usize, place: PlaceholderRef) -> Element {
        let sizes = self.sheet.sizes;
        let note = Level { size: sizes.note, bold: false, colour: MUTED, before: 0.0 };
        let look = (anchored("b"), levels("a:lstStyle", &[note], sizes.line_spacing, "+mn"));
        self.prompt(id, "source", place, Some(self.sheet.foot_frame()), look)
    }

    /// Footer or number of this writer's, for a layout that has none.
    pub fn furniture_at(&self, id: usize, place: PlaceholderRef) -> Option<Element> {
        let at = [DATE, FOOTER, NUMBER].iter().position(|own| own.kind == place.kind)?;
        let mut shape = self.furniture(id.saturating_sub(at), Some(MUTED)).into_iter().nth(at)?;
        shape.walk_mut(&mut |element| {
            if let Some(index) = place.index.filter(|_| element.name == "p:ph") {
                element.set("idx", index.to_string());
            }
        });
        Some(shape)
    }

    /// The coloured rule beside or above a text, and what it leaves of the frame.
    fn ruled(&self, kind: Kind, frame: Frame) -> (Option<(Frame, &'static str)>, Frame) {
        let grid = self.sheet.grid;
        let (beside, above) = (grid.quote_indent, grid.tile_head);
        match kind {
            Kind::Tiles(_) => {
                let text = Frame { y: frame.y + above, height: frame.height - above, ..frame };
                (Some((Frame { height: 2.5, ..frame }, "accent1")), text)
            }
            Kind::Quotes => {
                let text = Frame { x: frame.x + beside, width: frame.width - beside, ..frame };
                (Some((Frame { width: 4.0, ..frame }, "accent3")), text)
            }
            _ => (None, frame),
        }
    }

    /// What a placeholder is called, and the look of its text.
    fn look(&self, kind: Kind) -> (&'static str, (Element, Element)) {
        let (sizes, grid) = (self.sheet.sizes, self.sheet.grid);
        let spacing = sizes.line_spacing;
        let level = |size, bold, colour, before| Level { size, bold, colour, before };
        match kind {
            Kind::Tiles(count) => {
                let large = if count == 1 { grid.big_number } else { grid.tile_number };
                let tile = [
                    level(large, true, "accent1", 0.0),
                    level(sizes.body, false, "tx1", 0.0),
                    level(grid.detail, false, MUTED, 0.0),
                ];
                ("number", (anchored("t"), levels("a:lstStyle", &tile, spacing, "+mn")))
            }
            Kind::Quotes => {
                let quote = [
                    level(grid.quote, false, "tx1", 2.0 * grid.paragraph_gap),
                    level(grid.detail, false, MUTED, 0.0),
                ];
                ("quotes", (anchored("ctr"), levels("a:lstStyle", &quote, spacing, "+mn")))
            }
            Kind::Chart => ("chart", (el("a:bodyPr"), el("a:lstStyle"))),
            Kind::Picture => ("picture", (el("a:bodyPr"), el("a:lstStyle"))),
            Kind::Table => ("table", (el("a:bodyPr"), el("a:lstStyle"))),
            _ => ("text", (anchored("ctr"), el("a:lstStyle"))),
        }
    }

    /// A placeholder with its name as the prompt.
    fn prompt(
        &self,
        id: usize,
        key: &str,
        place: PlaceholderRef,
        frame: Option<Frame>,
        look: (Element, Element),
    ) -> Element {
        let name = self.words.get(key);
        placeholder(id, name, place, frame, body(look.0, look.1, vec![plain(self.language, name)]))
    }

    /// Date, footer and number, in a colour of the theme; without one all is left to the master.
    fn furniture(&self, first: usize, ink: Option<&'static str>) -> Vec<Element> {
        let sheet = self.sheet;
        let (sizes, foot, (width, _)) = (sheet.sizes, sheet.foot_frame(), sheet.slide_size());
        let (line, edge) = (sizes.note * 1.5, width - foot.x);
        let top = foot.y + foot.height + 2.0;
        let frames = [
            (DATE, "date", Frame { x: foot.x, y: top, width: width * 0.25, height: line }, "l"),
            (
                FOOTER,
                "footer",
                Frame {
                    x: width * 0.4,
                    y: sheet.title_frame().y * 0.4,
                    width: edge - width * 0.4,
                    height: line,
                },
                "r",
            ),
            (NUMBER, "slide_number", Frame { x: edge - 60.0, y: top, width: 60.0, height: line }, "r"),
        ];
        let mut shapes = Vec::new();
        for (at, (place, key, frame, align)) in frames.into_iter().enumerate() {
            let paragraph = match key {
                "slide_number" => number(self.language, "‹#›"),
                "date" => plain(self.language, self.words.get("date")),
                _ => plain(self.language, self.words.get("footer")),
            };
            let text = if let Some(colour) = ink {
                let note = Level { size: sizes.note, bold: false, colour, before: 0.0 };
                let mut look = levels("a:lstStyle", &[note], sizes.line_spacing, "+mn");
                look.elements_mut().for_each(|level| level.set("algn", align));
                body(anchored("ctr"), look, vec![paragraph])
            } else {
                inherited(vec![paragraph])
            };
            shapes.push(placeholder(first + at, self.words.get(key), place, ink.map(|_| frame), text));
        }
        shapes
    }

    /// A field of squares, a few of them lit.
    fn ornament(&self, first: usize) -> Element {
        let (width, height) = self.sheet.slide_size();
        let size = width * 0.0416;
        let step = size * 1.16;
        let extent = step * ORNAMENT as f64 - size * 0.16;
        let (left, top) = (width - extent - width * 0.0708, (height - extent) / 2.0);
        let properties = el("p:nvGrpSpPr")
            .child(named("p:cNvPr", first, self.words.get("rule")))
            .child(el("p:cNvGrpSpPr"))
            .child(el("p:nvPr").with("userDrawn", "1"));
        let frame = Frame { x: left, y: top, width: extent, height: extent };
        let mut space = super::shape::transform("a:xfrm", frame);
        for child in super::shape::transform("a:xfrm", frame).elements() {
            let mut inner = child.clone();
            inner.name = inner.name.replace("a:off", "a:chOff").replace("a:ext", "a:chExt");
            space = space.child(inner);
        }
        let squares = (0..ORNAMENT * ORNAMENT).map(|at| {
            let (x, y) = (at % ORNAMENT, at / ORNAMENT);
            let square =
                Frame { x: left + x as f64 * step, y: top + y as f64 * step, width: size, height: size };
            let ink = if (x * 3 + y * 5) % 11 == 4 {
                fill("accent2")
            } else {
                let tint = TINTS.get((x * 5 + y * 3) % TINTS.len()).copied().unwrap_or_default();
                let alpha = el("a:alpha").with("val", tint.to_string());
                el("a:solidFill").child(el("a:schemeClr").with("val", "accent3").child(alpha))
            };
            rectangle(first + 1 + at, "", square, ink)
        });
        all(el("p:grpSp").child(properties).child(el("p:grpSpPr").child(space)), squares)
    }
}
