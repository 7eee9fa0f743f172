//! The pages of a layout for a screen: each as SVG, with its texts and where they stand.
//!
//! The SVG is of the frames that the PDF is made of. It has outlines in the place of letters, so that it looks the
//! same everywhere; its texts come beside it, for search, for readers who hear the page, and to find the numbers.
//! All measures are in points from the upper left corner of the page.

use resvg::usvg::WriteOptions;
use typst::foundations::{Bytes, Label};
use typst::introspection::{Introspector, Location, Tag};
use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::pdf::ArtifactElem;
use typst::text::TextItem;
use typst::utils::PicoStr;
use typst::visualize::{Image, ImageKind, SvgImage};
use typst_svg::SvgOptions;

use super::LaidOutDocument;
use super::drawn_texts::drawn_texts;

/// A row of letters on one line of a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TextRun {
    /// Its text.
    pub text: String,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Height.
    pub height: f64,
    /// Byte of the text and left edge of each letter, the right edge of the last one at the end.
    pub edges: Vec<(usize, f64)>,
    /// Whether a page repeats it by itself: running head, page number, repeated head of a table.
    pub is_artifact: bool,
}

/// A part of a page. Left, top, width, height.
pub type Area = [f64; 4];

impl TextRun {
    /// Right edge.
    pub fn right(&self) -> f64 {
        self.edges.last().map_or(self.x, |(_, x)| *x)
    }

    /// The area of the bytes from `begin` to `end` of the text.
    pub fn area(&self, begin: usize, end: usize) -> Area {
        let edge = |at: usize| self.edges.iter().find(|(byte, _)| *byte >= at).map_or(self.right(), |e| e.1);
        let (left, right) = (edge(begin), edge(end));
        [left, self.y, (right - left).max(0.5), self.height]
    }
}

impl LaidOutDocument {
    /// Width and height of a page, from 0.
    pub fn page_size(&self, page: usize) -> (f64, f64) {
        self.document.pages().get(page).map_or((0.0, 0.0), |page| {
            let size = page.frame.size();
            (size.x.to_pt(), size.y.to_pt())
        })
    }

    /// What tells two states of a page apart: the same where the page looks the same.
    pub fn page_digest(&self, page: usize) -> String {
        let page = self.document.pages().get(page);
        page.map(|page| format!("{:032x}", typst::utils::hash128(&seen(&page.frame)))).unwrap_or_default()
    }

    /// A page as SVG; empty where there is no such page.
    pub fn page_svg(&self, page: usize) -> String {
        let Some(page) = self.document.pages().get(page) else { return String::new() };
        let mut page = page.clone();
        outline_drawings(&mut page.frame);
        typst_svg::svg(&page, &SvgOptions::default())
    }

    /// The areas of a page's pictures.
    pub fn page_pictures(&self, page: usize) -> Vec<Area> {
        let mut found = Vec::new();
        if let Some(page) = self.document.pages().get(page) {
            pictures(&page.frame, Transform::identity(), &mut found);
        }
        found
    }

    /// The texts of a page, in the order in which they are set.
    pub fn page_texts(&self, page: usize) -> Vec<TextRun> {
        let mut reader = Reader { runs: Vec::new(), artifacts: 0, open: Vec::new() };
        if let Some(page) = self.document.pages().get(page) {
            reader.frame(&page.frame, Transform::identity());
        }
        reader.runs
    }

    /// Page (from 0) and distance from its upper edge of each label that the theme attached, in the labels' order.
    pub fn label_places(&self, labels: &[&str]) -> Vec<(String, usize, f64)> {
        let introspector = self.document.introspector();
        let place = |name: &&str| {
            let label = Label::new(PicoStr::intern(name))?;
            let at = introspector.query_label(label).ok()?.location()?;
            let position = introspector.position(at)?;
            Some(((*name).to_owned(), position.page.get() - 1, position.point.y.to_pt()))
        };
        labels.iter().filter_map(place).collect()
    }
}

/// What of a frame is seen: tags hold numbers of elements, which move with every edit above.
fn seen(frame: &Frame) -> Frame {
    let mut bare = frame.clone();
    bare.retain(|item| {
        if let FrameItem::Group(group) = item {
            group.frame = seen(&group.frame);
            group.parent = None;
        }
        !matches!(item, FrameItem::Tag(_) | FrameItem::Link(..))
    });
    bare
}

/// Gives the letters of drawn charts as outlines: a browser shows a picture inside a picture without the page's fonts.
fn outline_drawings(frame: &mut Frame) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => outline_drawings(&mut group.frame),
            FrameItem::Image(image, ..) => {
                let ImageKind::Svg(svg) = image.kind() else { return true };
                let outlined = svg.tree().to_string(&WriteOptions::default());
                if let Ok(svg) = SvgImage::new(Bytes::from_string(outlined)) {
                    *image = Image::new(svg, image.alt().map(Into::into), image.scaling());
                }
            }
            FrameItem::Text(_) | FrameItem::Shape(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
        true
    });
}

fn pictures(frame: &Frame, to_page: Transform, found: &mut Vec<Area>) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let moved = Transform::translate(at.x, at.y).pre_concat(group.transform);
                pictures(&group.frame, to_page.pre_concat(moved), found);
            }
            FrameItem::Image(_, size, _) => {
                let (corner, scale) = (at.transform(to_page), to_page.sx.get());
                let (left, top) = (corner.x.to_pt(), corner.y.to_pt());
                found.push([left, top, size.x.to_pt() * scale, size.y.to_pt() * scale]);
            }
            FrameItem::Text(_) | FrameItem::Shape(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

struct Reader {
    runs: Vec<TextRun>,
    /// How many of the open elements are artifacts.
    artifacts: usize,
    open: Vec<(Location, bool)>,
}

impl Reader {
    fn frame(&mut self, frame: &Frame, to_page: Transform) {
        for (at, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let moved = Transform::translate(at.x, at.y).pre_concat(group.transform);
                    self.frame(&group.frame, to_page.pre_concat(moved));
                }
                FrameItem::Text(text) => self.text(text, *at, to_page),
                FrameItem::Image(image, size, _) => self.image(image, *size, *at, to_page),
                FrameItem::Tag(Tag::Start(content, _)) => {
                    let is_artifact = content.is::<ArtifactElem>();
                    if let Some(location) = content.location() {
                        self.open.push((location, is_artifact));
                        self.artifacts += usize::from(is_artifact);
                    }
                }
                FrameItem::Tag(Tag::End(location, ..)) => {
                    if let Some(last) = self.open.iter().rposition(|(open, _)| open == location) {
                        let (_, is_artifact) = self.open.remove(last);
                        self.artifacts -= usize::from(is_artifact);
                    }
                }
                FrameItem::Shape(..) | FrameItem::Link(..) => {}
            }
        }
    }

    fn text(&mut self, item: &TextItem, at: Point, to_page: Transform) {
        let size = item.size.to_pt();
        let place = |x: f64, y: f64| {
            let point = Point::new(at.x + Abs::pt(x), at.y + Abs::pt(y)).transform(to_page);
            (point.x.to_pt(), point.y.to_pt())
        };
        let mut edges = Vec::with_capacity(item.glyphs.len() + 1);
        let mut x = 0.0;
        for glyph in &item.glyphs {
            edges.push((usize::from(glyph.range.start), place(x, 0.0).0));
            x += glyph.x_advance.at(item.size).to_pt();
        }
        edges.push((item.text.len(), place(x, 0.0).0));
        let ((left, top), (_, bottom)) = (place(0.0, -0.8 * size), place(0.0, 0.24 * size));
        self.runs.push(TextRun {
            text: item.text.to_string(),
            x: left,
            y: top.min(bottom),
            height: (bottom - top).abs(),
            edges,
            is_artifact: self.artifacts > 0,
        });
    }

    fn image(&mut self, image: &Image, size: Size, at: Point, to_page: Transform) {
        let ImageKind::Svg(svg) = image.kind() else { return };
        let Ok(text) = std::str::from_utf8(svg.data()) else { return };
        let corner = at.transform(to_page);
        let scale = to_page.sx.get();
        let place = [corner.x.to_pt(), corner.y.to_pt(), size.x.to_pt() * scale, size.y.to_pt() * scale];
        self.runs.extend(drawn_texts(text, place));
    }
}
