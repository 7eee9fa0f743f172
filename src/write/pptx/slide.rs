//! One slide: each part of the document's slide goes into the placeholder that its layout keeps for it.

use super::design::Seat;
use super::master::{Kind, kind};
use super::shape::{
    PlaceholderRef, all, el, inherited, named, number, placeholder, plain, root, transform, tree,
};
use super::table::graphic_frame;
use super::text::Stand;
use super::{Deck, Reference};
use crate::diag::{Code, Diagnostic, Message, say};
use crate::document::{Block, Drawing, Figure, KeyNumber, Slide as Told, Table, plain_text};
use crate::picture::Image;
use crate::theme::Frame;
use crate::write::office::{self, ChartStyle};
use crate::write::package::{Kind as Relation, Relations};
use crate::write::xml::Element;

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
/// A picture's SVG beside its PNG ([MS-ODRAWXML] 2.2.5).
const SVG: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

/// A slide while it is written.
pub struct Slide<'d, 'a> {
    pub deck: &'d mut Deck<'a>,
    pub of: &'a Told,
    pub relations: Relations,
    shapes: Vec<Element>,
}

/// A slide's part with its relationships, without that to its notes.
pub struct Written {
    pub part: String,
    pub relations: Relations,
}

impl<'d, 'a> Slide<'d, 'a> {
    pub fn new(deck: &'d mut Deck<'a>, of: &'a Told, relations: Relations) -> Self {
        Self { deck, of, relations, shapes: Vec::new() }
    }

    pub fn write(deck: &'d mut Deck<'a>, of: &'a Told) -> Written {
        let kind = Self::kind(deck, of);
        let seat = deck.design.seat(kind).cloned().unwrap_or_else(|| Seat::own(kind, 1));
        let mut relations = Relations::default();
        relations.add(Relation::SlideLayout, &format!("../slideLayouts/slideLayout{}.xml", seat.layout));
        let mut slide = Self::new(deck, of, relations);
        slide.title(&seat);
        slide.blocks(&seat);
        slide.source(&seat);
        slide.furniture(&seat);
        let tree = all(tree(), slide.shapes);
        let overridden = el("p:clrMapOvr").child(el("a:masterClrMapping"));
        let part = root("p:sld").child(el("p:cSld").child(tree)).child(overridden).to_part();
        Written { part, relations: slide.relations }
    }

    fn kind(deck: &Deck, of: &Told) -> Kind {
        let is_chart = match of.blocks.as_slice() {
            [Block::Figure(figure)] => !office::is_picture(figure, deck.options.native_charts),
            _ => false,
        };
        kind(of.layout, of.tiles(), is_chart)
    }

    fn title(&mut self, seat: &Seat) {
        let paragraph = self.paragraph(&self.of.title, Stand::Level(0));
        let name = self.deck.words().get("title").to_owned();
        self.push_text(&name, seat.title, vec![paragraph]);
    }

    fn blocks(&mut self, seat: &Seat) {
        let places = seat.places.clone();
        let first = places.first().copied().unwrap_or(PlaceholderRef { kind: None, index: Some(1) });
        let body = self.deck.theme.slides.body_frame();
        match seat.kind {
            Kind::Columns => {
                let frames = self.deck.theme.slides.column_frames();
                for ((block, place), frame) in self.of.blocks.iter().zip(places).zip(frames) {
                    self.block(std::slice::from_ref(block), place, frame);
                }
            }
            Kind::Tiles(_) => {
                let numbers = self.of.blocks.iter().filter_map(|block| match block {
                    Block::Numbers(numbers) => Some(numbers),
                    _ => None,
                });
                for (tile, place) in numbers.flatten().zip(places) {
                    self.tile(tile, place);
                }
            }
            _ => self.block(&self.of.blocks, first, body),
        }
    }

    fn block(&mut self, blocks: &'a [Block], place: PlaceholderRef, frame: Frame) {
        match blocks {
            [Block::Figure(figure)] => self.figure(figure, place, frame),
            [Block::Table(table)] => self.table_frame(table, place, frame),
            [Block::Quote(_), ..] => self.quotes(blocks, place),
            [] => {}
            _ => {
                let paragraphs = self.paragraphs(blocks);
                let name = self.deck.words().get("text").to_owned();
                self.push_text(&name, place, paragraphs);
            }
        }
    }

    fn quotes(&mut self, blocks: &'a [Block], place: PlaceholderRef) {
        let mut paragraphs = Vec::new();
        for block in blocks {
            if let Block::Quote(quote) = block {
                for text in &quote.text {
                    paragraphs.push(self.paragraph(text, Stand::Level(0)));
                }
                if !quote.attribution.is_empty() {
                    paragraphs.push(self.paragraph(&quote.attribution, Stand::Level(1)));
                }
            }
        }
        let name = self.deck.words().get("quotes").to_owned();
        self.push_text(&name, place, paragraphs);
    }

    fn tile(&mut self, tile: &'a KeyNumber, place: PlaceholderRef) {
        let parts = [&tile.value, &tile.label, &tile.detail];
        let mut paragraphs = Vec::new();
        for (level, text) in parts.into_iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            paragraphs.push(self.paragraph(text, Stand::Level(level)));
        }
        let name = self.deck.words().get("number").to_owned();
        self.push_text(&name, place, paragraphs);
    }

    fn source(&mut self, seat: &Seat) {
        let Some(place) = seat.source else { return };
        let mut paragraphs = Vec::new();
        for line in &self.of.source {
            paragraphs.push(self.paragraph(line, Stand::Level(0)));
        }
        if !paragraphs.is_empty() {
            let name = self.deck.words().get("source").to_owned();
            self.push_text(&name, place, paragraphs);
        }
    }

    fn furniture(&mut self, seat: &Seat) {
        let language = self.deck.language().to_owned();
        if let (Some(mark), Some(place)) = (&self.deck.document.meta.mark, seat.footer) {
            let name = self.deck.words().get("footer").to_owned();
            self.push_text(&name, place, vec![plain(&language, mark)]);
        }
        if let Some(place) = seat.number {
            let name = self.deck.words().get("slide_number").to_owned();
            self.push_text(&name, place, vec![number(&language, &self.of.number.to_string())]);
        }
    }

    fn push_text(&mut self, name: &str, place: PlaceholderRef, paragraphs: Vec<Element>) {
        let id = self.next_id();
        self.shapes.push(placeholder(id, &format!("{name} {id}"), place, None, inherited(paragraphs)));
    }

    /// Ids of shapes are counted on each slide; 1 is the tree's.
    fn next_id(&self) -> usize {
        self.shapes.len() + 2
    }

    fn figure(&mut self, figure: &'a Figure, place: PlaceholderRef, frame: Frame) {
        let Some(drawing) = figure.drawings.first() else { return };
        let title = plain_text(&figure.caption.text);
        if office::is_picture(figure, self.deck.options.native_charts) {
            self.picture(figure, drawing, place, frame, &title);
            return;
        }
        let Some(chart) = &figure.chart else { return };
        let sheet = &self.deck.theme.slides;
        let reference = self.deck.options.reference.as_deref();
        let look = ChartStyle {
            font: reference.and_then(Reference::face).unwrap_or(&sheet.fonts.chart),
            size: sheet.sizes.chart,
            width: frame.width,
            height: drawing.picture.height.min(frame.height),
            most: frame.height,
            language: self.deck.language(),
            palette: &self.deck.theme.palette,
        };
        match office::native(chart, &look) {
            Ok(Some(native)) => {
                if native.height > frame.height + 0.5 {
                    let (needed, has) = (format!("{:.0}", native.height), format!("{:.0}", frame.height));
                    let told = say!("slide-chart-tall", slide = self.of.number, needed = needed, has = has);
                    self.fault_as(Code::SlideOverflow, told, Some(say!("hint-slide-overflow")));
                }
                let height = native.height.min(frame.height);
                let id = self.deck.chart(&native, &mut self.relations);
                let chart = el("c:chart").with("xmlns:c", CHART).with("r:id", id);
                let data = el("a:graphicData").with("uri", CHART).child(chart);
                let graphic = el("a:graphic").child(data);
                self.push_graphic(
                    place,
                    centred(frame, frame.width, height),
                    ("chart", &title, &drawing.alt),
                    graphic,
                );
            }
            Ok(None) => {}
            Err(fault) => self.deck.faults.push(fault),
        }
    }

    fn table_frame(&mut self, table: &'a Table, place: PlaceholderRef, frame: Frame) {
        let graphic = self.table(table, frame);
        let title = plain_text(&table.caption.text);
        let rows = table.rows.len() + usize::from(!table.head.is_empty());
        let sizes = self.deck.theme.slides.sizes;
        let height =
            rows as f64 * (sizes.table * sizes.line_spacing + 2.0 * self.deck.theme.slides.grid.cell_padding);
        self.push_graphic(place, Frame { height, ..frame }, ("table", &title, &title), graphic);
    }

    fn push_graphic(
        &mut self,
        place: PlaceholderRef,
        frame: Frame,
        (key, title, alt): (&str, &str, &str),
        graphic: Element,
    ) {
        let id = self.next_id();
        let name = format!("{} {id}", self.deck.words().get(key));
        let locks = el("a:graphicFrameLocks").with("noGrp", "1");
        let head = el("p:nvGraphicFramePr")
            .child(named("p:cNvPr", id, &name).with("descr", alt).with("title", title))
            .child(el("p:cNvGraphicFramePr").child(locks))
            .child(place.properties());
        self.shapes.push(graphic_frame(head, frame).child(graphic));
    }

    fn picture(
        &mut self,
        figure: &'a Figure,
        drawing: &'a Drawing,
        place: PlaceholderRef,
        frame: Frame,
        title: &str,
    ) {
        let (bytes, format, svg) = match &drawing.picture.image {
            Image::Vector(svg) => {
                let png = self.deck.options.pngs.get(&figure.label).and_then(|all| all.first());
                let Some(png) = png.cloned() else {
                    self.fault(say!("docx-picture-missing", label = &figure.label));
                    return;
                };
                (png, "png", Some(svg.clone()))
            }
            Image::Raster(bytes, format) => (bytes.clone(), *format, None),
        };
        let image = self.deck.media(&bytes, format, &mut self.relations);
        let mut blip = el("a:blip").with("r:embed", image);
        if let Some(svg) = svg {
            let id = self.deck.media(svg.as_bytes(), "svg", &mut self.relations);
            let picture = el("asvg:svgBlip").with("xmlns:asvg", SVG).with("r:embed", id);
            blip = blip.child(el("a:extLst").child(el("a:ext").with("uri", SVG_EXTENSION).child(picture)));
        }
        let (wide, tall) = (drawing.picture.width.max(1.0), drawing.picture.height.max(1.0));
        let scale = (frame.width / wide).min(frame.height / tall).min(1.0);
        let at = centred(frame, wide * scale, tall * scale);
        let id = self.next_id();
        let name = format!("{} {id}", self.deck.words().get("picture"));
        let locks = el("a:picLocks").with("noGrp", "1").with("noChangeAspect", "1");
        let head = el("p:nvPicPr")
            .child(named("p:cNvPr", id, &name).with("descr", drawing.alt.as_str()).with("title", title))
            .child(el("p:cNvPicPr").child(locks))
            .child(place.properties());
        let fill = el("p:blipFill").child(blip).child(el("a:stretch").child(el("a:fillRect")));
        let shape = el("p:spPr")
            .child(transform("a:xfrm", at))
            .child(el("a:prstGeom").with("prst", "rect").child(el("a:avLst")));
        self.shapes.push(el("p:pic").child(head).child(fill).child(shape));
    }

    pub fn misplaced(&mut self) {
        self.fault(say!("slide-without-paragraphs", slide = self.of.number));
    }

    pub fn fault(&mut self, message: Message) {
        self.fault_as(Code::PptxBuild, message, None);
    }

    fn fault_as(&mut self, code: Code, message: Message, hint: Option<Message>) {
        let fault = Diagnostic::new(code, message);
        let fault = match hint {
            Some(hint) => fault.hint(hint),
            None => fault,
        };
        let place = usize::try_from(self.of.number)
            .ok()
            .and_then(|n| self.deck.options.places.get(n.checked_sub(1)?));
        self.deck.faults.push(match place {
            Some(place) => fault.at(place.clone()),
            None => fault,
        });
    }
}

/// A part of a frame at its left edge, in the middle of its height.
fn centred(frame: Frame, width: f64, height: f64) -> Frame {
    Frame { width, height, y: frame.y + (frame.height - height) / 2.0, ..frame }
}
