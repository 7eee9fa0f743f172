//! One slide: each part of the document's slide goes into the placeholder that its layout keeps for it.

use super::deck::Deck;
use super::design::{Bullets, Design, LayoutMapping, layout_target};
use super::graphic_frame::{self, graphic_frame};
use super::layout_kind::LayoutKind;
use super::media::Media;
use super::paragraph::{INDENT, OwnType, ParagraphLevel, TextWriter};
use super::reference::Reference;
use super::shape::{PlaceholderRef, el, masters_colours, placeholder, root, tree, with_all};
use super::table;
use super::text_body::{inherited, plain, slide_number};
use crate::diag::{Code, Diagnostics, say};
use crate::document::{Block, Drawing, Figure, KeyNumber, Quote, Slide, Table, plain_text};
use crate::opc::xml::Element;
use crate::picture::Image;
use crate::quantity::Pt;
use crate::theme::Frame;
use crate::write::office::{self, ChartStyle};
use crate::write::ooxml::drawing::{Description, blip, with_fallback};
use crate::write::ooxml::{RelationshipKind, Relationships};

/// What a chart may be taller than its frame by, in points, before that is a fault.
const TOLERANCE: Pt = Pt(0.5);

/// A slide's part.
#[derive(Debug)]
pub struct SlidePart {
    /// The part.
    pub part: String,
    /// Its relationships, without that to its notes.
    pub relations: Relationships,
    /// What has no place on a slide.
    pub faults: Diagnostics,
}

impl SlidePart {
    /// Writes a slide of the deck by a design; its pictures and charts go to `media`.
    pub fn new(deck: Deck<'_>, design: &Design, slide: &Slide, media: &mut Media<'_>) -> Self {
        let kind = kind(&deck, slide);
        let mapping = design.mapping(kind).cloned().unwrap_or_else(|| LayoutMapping::own(kind, 1));
        let mut relations = Relationships::default();
        relations.add(RelationshipKind::SlideLayout, &layout_target(mapping.layout));
        let mut writer = SlideWriter::new(deck, slide, design.bullets, relations, media);
        writer.title(&mapping);
        writer.content(&mapping);
        writer.source(&mapping);
        writer.header_footer(&mapping);
        let slide = el("p:cSld").child(with_all(tree(), writer.shapes));
        let part = root("p:sld").child(slide).child(masters_colours()).to_part();
        Self { part, relations: writer.text.relations, faults: writer.text.faults }
    }
}

fn kind(deck: &Deck<'_>, slide: &Slide) -> LayoutKind {
    let is_chart = match slide.blocks.as_slice() {
        [Block::Figure(figure)] => !office::is_picture(figure, deck.options.native_charts),
        _ => false,
    };
    LayoutKind::of(slide, is_chart)
}

/// A slide while it is written.
struct SlideWriter<'d, 'p, 'a> {
    text: TextWriter<'a>,
    media: &'d mut Media<'p>,
    shapes: Vec<Element>,
}

impl<'d, 'p, 'a> SlideWriter<'d, 'p, 'a> {
    fn new(
        deck: Deck<'a>,
        slide: &'a Slide,
        bullets: Bullets,
        relations: Relationships,
        media: &'d mut Media<'p>,
    ) -> Self {
        Self { text: TextWriter::new(deck, slide, bullets, relations), media, shapes: Vec::new() }
    }

    fn deck(&self) -> Deck<'a> {
        self.text.deck
    }

    fn slide(&self) -> &'a Slide {
        self.text.slide
    }

    fn title(&mut self, mapping: &LayoutMapping) {
        let paragraph = self.text.paragraph(&self.slide().title, ParagraphLevel::Text(0));
        self.push_text("title", mapping.title, vec![paragraph]);
    }

    fn content(&mut self, mapping: &LayoutMapping) {
        let (slide, style) = (self.slide(), self.deck().style());
        match mapping.kind {
            LayoutKind::Columns => {
                let columns = mapping.content.iter().zip(style.column_frames());
                for (block, (of, frame)) in slide.blocks.iter().zip(columns) {
                    self.blocks(std::slice::from_ref(block), *of, frame);
                }
            }
            LayoutKind::Tiles(_) => self.tiles(&mapping.content),
            LayoutKind::Illustrated => self.illustrated(&mapping.content),
            LayoutKind::Title
            | LayoutKind::Section
            | LayoutKind::Text
            | LayoutKind::Chart
            | LayoutKind::Picture
            | LayoutKind::Table
            | LayoutKind::Quotes
            | LayoutKind::Closing => {
                let first = mapping.content.first().copied().unwrap_or(PlaceholderRef::any(1));
                self.blocks(&slide.blocks, first, style.body_frame());
            }
        }
    }

    /// The text, the picture and what it shows.
    fn illustrated(&mut self, content: &[PlaceholderRef]) {
        let Some((figure, text)) = self.slide().illustration() else { return };
        let [below, picture, caption] = content else { return };
        let frames = self.deck().style().illustrated_frames();
        self.blocks(text, *below, frames.below);
        let shown = self.text.paragraph(&figure.caption.text, ParagraphLevel::Text(0));
        self.push_text("text", *caption, vec![shown]);
        self.figure(figure, *picture, frames.picture);
    }

    /// The content of one placeholder: a figure or table alone, quotations, or text.
    fn blocks(&mut self, blocks: &'a [Block], of: PlaceholderRef, frame: Frame) {
        match blocks {
            [] => {}
            [Block::Figure(figure)] => self.figure(figure, of, frame),
            [Block::Table(table)] => self.table(table, of, frame),
            [Block::Quote(_), ..] => self.quotes(blocks, of),
            // Text, and what has no place beside text: the writer of text tells it.
            [..] => {
                let style = self.deck().style();
                self.text.own = self.own_type(style.sizes.body, style.grid.paragraph_gap);
                let paragraphs = self.text.paragraphs(blocks);
                self.text.own = None;
                self.push_text("text", of, paragraphs);
            }
        }
    }

    /// The type of a slide whose few words are set larger.
    fn own_type(&self, size: Pt, before: Pt) -> Option<OwnType> {
        let scale = self.slide().scale;
        let size = size * scale;
        let line = size * self.deck().style().sizes.line_spacing;
        let own = OwnType { size, line, before: before * scale, indent: INDENT * scale };
        (scale > 1.0).then_some(own)
    }

    /// Quotations; whatever else stands among them is a fault.
    fn quotes(&mut self, blocks: &'a [Block], of: PlaceholderRef) {
        let mut paragraphs = Vec::new();
        for block in blocks {
            match block {
                Block::Quote(quote) => self.quote(quote, &mut paragraphs),
                Block::TitlePage(_)
                | Block::Contents(_)
                | Block::Heading(_)
                | Block::Paragraph(_)
                | Block::List(_)
                | Block::Figure(_)
                | Block::Table(_)
                | Block::Callout(_)
                | Block::Numbers(_)
                | Block::Formula(_)
                | Block::Bibliography(_)
                | Block::PageBreak => self.text.misplaced(),
            }
        }
        self.push_text("quotes", of, paragraphs);
    }

    fn quote(&mut self, quote: &Quote, paragraphs: &mut Vec<Element>) {
        let grid = self.deck().style().grid;
        self.text.own = self.own_type(grid.quote, 2.0 * grid.paragraph_gap);
        paragraphs.extend(self.text.lines(&quote.text));
        self.text.own = self.own_type(grid.detail, Pt(0.0));
        if !quote.attribution.is_empty() {
            paragraphs.push(self.text.paragraph(&quote.attribution, ParagraphLevel::Text(1)));
        }
        self.text.own = None;
    }

    /// Large numbers, each in a placeholder of its own; whatever else stands among them is a fault.
    fn tiles(&mut self, content: &[PlaceholderRef]) {
        let mut placeholders = content.iter();
        for block in &self.slide().blocks {
            match block {
                Block::Numbers(numbers) => {
                    for (number, of) in numbers.iter().zip(placeholders.by_ref()) {
                        self.tile(number, *of);
                    }
                }
                Block::TitlePage(_)
                | Block::Contents(_)
                | Block::Heading(_)
                | Block::Paragraph(_)
                | Block::List(_)
                | Block::Figure(_)
                | Block::Table(_)
                | Block::Callout(_)
                | Block::Quote(_)
                | Block::Formula(_)
                | Block::Bibliography(_)
                | Block::PageBreak => self.text.misplaced(),
            }
        }
    }

    fn tile(&mut self, tile: &KeyNumber, of: PlaceholderRef) {
        let parts = [&tile.value, &tile.label, &tile.detail];
        let filled = parts.into_iter().enumerate().filter(|(_, text)| !text.is_empty());
        let paragraphs =
            filled.map(|(level, text)| self.text.paragraph(text, ParagraphLevel::Text(level))).collect();
        self.push_text("number", of, paragraphs);
    }

    fn source(&mut self, mapping: &LayoutMapping) {
        let Some(of) = mapping.source else { return };
        let paragraphs = self.text.lines(&self.slide().source);
        if !paragraphs.is_empty() {
            self.push_text("source", of, paragraphs);
        }
    }

    fn header_footer(&mut self, mapping: &LayoutMapping) {
        let (deck, language) = (self.deck(), self.deck().language());
        if let (Some(mark), Some(of)) = (&deck.document.meta.mark, mapping.footer) {
            self.push_text("footer", of, vec![plain(language, mark)]);
        }
        if let Some(of) = mapping.number {
            let number = slide_number(language, &self.slide().number.to_string());
            self.push_text("slide_number", of, vec![number]);
        }
    }

    fn push_text(&mut self, key: &str, of: PlaceholderRef, paragraphs: Vec<Element>) {
        let (id, name) = self.next_name(key);
        self.shapes.push(placeholder(id, &name, of, None, inherited(paragraphs)));
    }

    /// Id and name of the next shape: ids are counted on each slide; 1 is the tree's.
    fn next_name(&self, key: &str) -> (usize, String) {
        let id = self.shapes.len() + 2;
        (id, format!("{} {id}", self.deck().names().name(key)))
    }

    fn figure(&mut self, figure: &Figure, of: PlaceholderRef, frame: Frame) {
        let Some(drawing) = figure.drawings.first() else { return };
        if office::is_picture(figure, self.deck().options.native_charts) {
            self.picture(figure, drawing, of, frame);
        } else {
            self.chart(figure, drawing, of, frame);
        }
    }

    /// A chart that the program draws, in the middle of the frame's height.
    fn chart(&mut self, figure: &Figure, drawing: &Drawing, of: PlaceholderRef, frame: Frame) {
        let Some(chart) = &figure.chart else { return };
        let (deck, style) = (self.deck(), self.deck().style());
        let chart_style = ChartStyle {
            font: deck.reference().and_then(Reference::face).unwrap_or(&style.fonts.chart),
            size: style.sizes.chart,
            width: frame.width,
            height: drawing.picture.height.min(frame.height),
            most: frame.height,
            language: deck.language(),
            palette: &deck.theme.palette,
        };
        match office::native(chart, &chart_style) {
            Ok(Some(native)) => {
                if native.height > frame.height + TOLERANCE {
                    self.too_tall(native.height, frame.height);
                }
                let relation = self.media.chart(&native, &mut self.text.relations);
                let at = centred(frame, frame.width, native.height.min(frame.height));
                let title = plain_text(&figure.caption.text);
                self.push_graphic(("chart", &title, &drawing.alt), of, at, graphic_frame::chart(&relation));
            }
            Ok(None) => {}
            Err(fault) => self.text.faults.push(fault),
        }
    }

    fn too_tall(&mut self, needed: Pt, room: Pt) {
        let (needed, has) = (format!("{:.0}", needed.0), format!("{:.0}", room.0));
        let message = say!("slide-chart-tall", slide = self.slide().number, needed = needed, has = has);
        let fault = self.deck().fault(self.slide(), Code::SlideOverflow, message);
        self.text.faults.push(fault.hint(say!("hint-slide-overflow")));
    }

    fn table(&mut self, table: &Table, of: PlaceholderRef, frame: Frame) {
        let graphic = table::graphic(&mut self.text, table, frame);
        let title = plain_text(&table.caption.text);
        let frame = Frame { height: table::least_height(self.deck().style(), table), ..frame };
        self.push_graphic(("table", &title, &title), of, frame, graphic);
    }

    fn push_graphic(
        &mut self,
        (key, title, alt): (&str, &str, &str),
        of: PlaceholderRef,
        frame: Frame,
        graphic: Element,
    ) {
        let (id, name) = self.next_name(key);
        let description = Description { name: &name, title, alt };
        self.shapes.push(graphic_frame(id, description, of, frame, graphic));
    }

    /// A drawing as large as it is, or as large as the frame has room for.
    fn picture(&mut self, figure: &Figure, drawing: &Drawing, of: PlaceholderRef, frame: Frame) {
        let (bytes, format, svg) = match &drawing.picture.image {
            Image::Vector(svg) => {
                let png = self.deck().options.pngs.get(&figure.label).and_then(|all| all.first());
                let Some(png) = png.cloned() else {
                    self.text.fault(say!("docx-picture-missing", label = &figure.label));
                    return;
                };
                (png, "png", Some(svg.clone()))
            }
            Image::Raster(bytes, format) => (bytes.clone(), *format, None),
        };
        let relations = &mut self.text.relations;
        let image = self.media.picture(&bytes, format, relations);
        let fonts = self.text.deck.options.picture_fonts.as_ref();
        let svg = svg.map(|svg| with_fallback(&svg, fonts));
        let svg = svg.map(|svg| self.media.picture(svg.as_bytes(), "svg", relations));
        let (wide, tall) = (drawing.picture.width.max(Pt(1.0)), drawing.picture.height.max(Pt(1.0)));
        let scale = (frame.width / wide).min(frame.height / tall).min(1.0);
        let at = centred(frame, wide * scale, tall * scale);
        let (id, name) = self.next_name("picture");
        let title = plain_text(&figure.caption.text);
        let description = Description { name: &name, title: &title, alt: &drawing.alt };
        let blip = blip(&image, svg.as_deref());
        self.shapes.push(graphic_frame::picture(id, description, of, at, blip));
    }
}

/// A part of a frame in its middle.
fn centred(frame: Frame, width: Pt, height: Pt) -> Frame {
    Frame {
        width,
        height,
        x: frame.x + (frame.width - width) / 2.0,
        y: frame.y + (frame.height - height) / 2.0,
    }
}
