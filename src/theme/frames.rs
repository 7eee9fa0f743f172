//! Where things stand on a slide. Every writer sets a slide's parts into the same frames, in the same sizes, so
//! that a slide that is found to have room enough has it in every format.

use serde::{Deserialize, Serialize};

use super::PageStyle;
use crate::quantity::{Pt, whole};

/// A rectangle on a slide, measured from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Frame {
    /// Of the left edge.
    pub x: Pt,
    /// Of the upper edge.
    pub y: Pt,
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
}

/// Measures of slides.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Grid {
    /// Height of the message's frame.
    pub title: Pt,
    /// Height of the frame of the sources.
    pub foot: Pt,
    /// Between the message, what proves it, and the sources.
    pub gap: Pt,
    /// Between columns.
    pub column_gap: Pt,
    /// Between paragraphs.
    pub paragraph_gap: Pt,
    /// Size of the numbers in tiles.
    pub tile_number: Pt,
    /// Size of a number that has the slide for itself.
    pub big_number: Pt,
    /// Size of a tile's and a quotation's smaller lines.
    pub detail: Pt,
    /// Between a table's rule and its text.
    pub cell_padding: Pt,
    /// Between a table's columns and their text.
    pub cell_margin: Pt,
    /// Between the rule above a tile and its number.
    pub tile_head: Pt,
    /// Size of a quotation.
    pub quote: Pt,
    /// Between the rule beside a quotation and its text.
    pub quote_indent: Pt,
    /// Share of the width that the first of two columns takes.
    pub first_column: f64,
    /// Size of the title on a coloured slide beside a picture.
    pub cover_title: Pt,
    /// Share of the width that the picture's panel takes there.
    pub panel: f64,
}

/// Where things stand on a coloured slide with a picture: the picture on a light panel at the right edge.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct IllustratedFrames {
    /// The light panel.
    pub panel: Frame,
    /// The title.
    pub title: Frame,
    /// What stands below it.
    pub below: Frame,
    /// What the picture shows.
    pub caption: Frame,
    /// The picture.
    pub picture: Frame,
    /// Where it comes from.
    pub source: Frame,
}

/// Where things stand on slides of someone else's design, in the place of what follows from page and grid.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PlaceholderFrames {
    /// The message.
    pub title: Frame,
    /// What proves it.
    pub body: Frame,
    /// The sources.
    pub foot: Frame,
    /// The body as two columns.
    pub columns: [Frame; 2],
    /// Title and what stands below it, on the first slide and the last.
    pub cover: [Frame; 2],
    /// The same on a slide that begins a section.
    pub section: [Frame; 2],
}

/// Every frame of a theme's slides, for a writer that reads them as data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Frames {
    title: Frame,
    body: Frame,
    foot: Frame,
    columns: [Frame; 2],
    cover: [Frame; 2],
    illustrated: IllustratedFrames,
    /// Of the tiles of a slide with so many: the first entry is that of one.
    tiles: Vec<Vec<Frame>>,
}

impl PageStyle {
    /// Width and height of a slide.
    pub fn slide_size(&self) -> (Pt, Pt) {
        (self.page.width.pt(), self.page.height.pt())
    }

    /// The frame of a slide's message.
    pub fn title_frame(&self) -> Frame {
        if let Some(frames) = &self.placeholders {
            return frames.title;
        }
        let (x, y) = (self.page.left.pt(), self.page.top.pt());
        Frame { x, y, width: self.page.text_width(), height: self.grid.title }
    }

    /// The frame of the sources.
    pub fn foot_frame(&self) -> Frame {
        if let Some(frames) = &self.placeholders {
            return frames.foot;
        }
        let title = self.title_frame();
        let bottom = (self.page.height - self.page.bottom).pt();
        // The slide's number stands at the end of the last line.
        let width = title.width - 4.0 * self.sizes.note;
        Frame { y: bottom - self.grid.foot, height: self.grid.foot, width, ..title }
    }

    /// The frame of what stands between the message and the sources.
    pub fn body_frame(&self) -> Frame {
        if let Some(frames) = &self.placeholders {
            return frames.body;
        }
        let title = self.title_frame();
        let y = title.y + title.height + self.grid.gap;
        Frame { y, height: (self.foot_frame().y - self.grid.gap - y).max(Pt(0.0)), ..title }
    }

    /// The frames of two columns.
    pub fn column_frames(&self) -> [Frame; 2] {
        self.placeholders.map_or_else(|| self.columns_of(self.body_frame()), |frames| frames.columns)
    }

    /// A frame as two columns.
    pub fn columns_of(&self, body: Frame) -> [Frame; 2] {
        let first = (body.width - self.grid.column_gap) * self.grid.first_column;
        let x = body.x + first + self.grid.column_gap;
        [Frame { width: first, ..body }, Frame { x, width: body.x + body.width - x, ..body }]
    }

    /// The frames of some tiles, row by row.
    pub fn tile_frames(&self, count: usize) -> Vec<Frame> {
        let body = self.body_frame();
        // The rules above the tiles keep off the message.
        let body = Frame { y: body.y + self.grid.gap, height: body.height - self.grid.gap, ..body };
        let columns = if count > 4 { 3 } else { count.max(1) };
        let rows = count.div_ceil(columns).max(1);
        let size = |room: Pt, parts: usize| {
            let parts = whole::float(parts);
            (room - self.grid.column_gap * (parts - 1.0)) / parts
        };
        let (width, height) = (size(body.width, columns), size(body.height, rows));
        (0..count)
            .map(|at| Frame {
                x: body.x + whole::float(at % columns) * (width + self.grid.column_gap),
                y: body.y + whole::float(at / columns) * (height + self.grid.column_gap),
                width,
                height,
            })
            .collect()
    }

    /// The frames of the title and of what stands below it, on the first slide and the last.
    pub fn cover_frames(&self) -> [Frame; 2] {
        self.placeholders.map_or_else(|| self.drawn_cover(), |frames| frames.cover)
    }

    /// The same on a slide that begins a section.
    pub fn section_frames(&self) -> [Frame; 2] {
        self.placeholders.map_or_else(|| self.drawn_cover(), |frames| frames.section)
    }

    /// The frames of a coloured slide of the theme's own.
    pub fn drawn_cover(&self) -> [Frame; 2] {
        let (width, height) = self.slide_size();
        let x = self.page.left.pt() * 1.35;
        let title = Frame { x, y: height * 0.12, width: width * 0.82, height: height * 0.44 };
        [title, Frame { y: title.y + title.height + 2.0 * self.grid.gap, height: height * 0.32, ..title }]
    }

    /// The frames of a coloured slide with a picture; a customer's design has none of its own.
    pub fn illustrated_frames(&self) -> IllustratedFrames {
        let (width, height) = self.slide_size();
        let (margin, top) = (self.page.left.pt(), self.page.top.pt());
        let panel =
            Frame { x: width * (1.0 - self.grid.panel), y: Pt(0.0), width: width * self.grid.panel, height };
        let title =
            Frame { x: margin, y: height * 0.06, width: panel.x - 1.5 * margin, height: height * 0.42 };
        let below = Frame { y: title.y + title.height + 2.0 * self.grid.gap, height: height * 0.42, ..title };
        let inner = Frame { x: panel.x + margin * 0.5, width: panel.width - margin, ..panel };
        let line = self.grid.detail * self.sizes.line_spacing;
        let caption = Frame { y: top, height: line, ..inner };
        let foot = 3.0 * self.sizes.note * self.sizes.line_spacing;
        let source = Frame { y: height - margin * 0.5 - foot, height: foot, ..inner };
        let y = caption.y + caption.height + self.grid.gap * 0.5;
        let picture = Frame { y, height: source.y - self.grid.gap * 0.5 - y, ..inner };
        IllustratedFrames { panel, title, below, caption, picture, source }
    }

    /// All frames, those of tiles up to a number of them.
    pub fn frames(&self, tiles: usize) -> Frames {
        Frames {
            title: self.title_frame(),
            body: self.body_frame(),
            foot: self.foot_frame(),
            columns: self.column_frames(),
            cover: self.cover_frames(),
            illustrated: self.illustrated_frames(),
            tiles: (1..=tiles).map(|count| self.tile_frames(count)).collect(),
        }
    }
}
