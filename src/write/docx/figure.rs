//! Figures: the picture with its text alternative, the caption below it, the notes.

use std::sync::Arc;

use docx_rs::{AlignmentType, LineSpacing, Paragraph, ParagraphChild, Pic, Run};

use super::body::Writer;
use super::extras::{Graphic, Picture};
use super::fields::{bookmarked, field, run};
use super::names::Purpose;
use crate::diag::say;
use crate::document::{Caption, Drawing, Figure, Inlines, plain_text};
use crate::picture::Image;
use crate::write::office::{self, ChartStyle, is_picture};
use crate::write::units::emu;

const PNG: &[u8; 8] = b"\x89PNG\r\n\x1a\n";
/// Room left for caption and notes on a page that a tall picture fills.
const CAPTION_ROOM: f64 = 120.0;

impl<'a> Writer<'a> {
    pub fn figure(&mut self, figure: &'a Figure) {
        for (place, drawing) in figure.drawings.iter().enumerate() {
            self.drawing(figure, drawing, place);
        }
        let is_centred = self.sheet.look.headings.is_centred();
        let align = if is_centred { AlignmentType::Center } else { AlignmentType::Left };
        let caption = Paragraph::new().style("Caption").align(align);
        let caption = caption.keep_next(!figure.notes.is_empty());
        let children = self.caption("Figure", &figure.label, &figure.caption);
        self.push(caption, children);
        self.note_lines(&figure.notes);
    }

    fn drawing(&mut self, figure: &Figure, drawing: &Drawing, place: usize) {
        let (width, height) = self.fitted(drawing.picture.width, drawing.picture.height);
        let Some(graphic) = self.graphic(figure, drawing, place, (width, height)) else { return };
        let height = match &graphic {
            Graphic::Chart(chart) => chart.height,
            Graphic::Picture { .. } => height,
        };
        let title = caption_text(&figure.caption);
        let name = if figure.caption.number.is_some() { figure.caption.label() } else { title.clone() };
        let child = self.framed(name, title, (drawing, graphic), (width, height));
        self.push(Paragraph::new().style("Figure"), vec![child]);
    }

    /// A logo in its line.
    pub fn logo(&mut self, logo: &Drawing) -> ParagraphChild {
        let (width, height) = (logo.picture.width, logo.picture.height);
        let image = &logo.picture.image;
        let graphic = Graphic::Picture { bytes: image.bytes().into(), format: image.format(), svg: None };
        self.framed(logo.alt.clone(), String::new(), (logo, graphic), (width, height))
    }

    /// A frame in the line, and what the finishing step puts into it.
    fn framed(
        &mut self,
        name: String,
        title: String,
        (drawing, graphic): (&Drawing, Graphic),
        (width, height): (f64, f64),
    ) -> ParagraphChild {
        self.extras.pictures.push(Picture { name, title, alt: drawing.alt.clone(), graphic });
        let id = format!("picture-{}", self.extras.pictures.len());
        let picture = Pic::new_with_dimensions(Vec::new(), 1, 1).id(id).size(emu(width), emu(height));
        run(Run::new().add_image(picture))
    }

    /// The chart as Word's own where it can draw it, otherwise its picture.
    fn graphic(
        &mut self,
        figure: &Figure,
        drawing: &Drawing,
        place: usize,
        (width, height): (f64, f64),
    ) -> Option<Graphic> {
        let chart = figure.chart.as_ref().filter(|_| !is_picture(figure, self.layout.native_charts));
        let Some(chart) = chart else {
            return Some(match &drawing.picture.image {
                Image::Vector(svg) => {
                    let (bytes, svg) = (self.png(figure, place)?, Some(Arc::clone(svg)));
                    Graphic::Picture { bytes, format: "png", svg }
                }
                Image::Raster(bytes, format) => {
                    Graphic::Picture { bytes: Arc::clone(bytes), format, svg: None }
                }
            });
        };
        let look = ChartStyle {
            font: &self.sheet.fonts.chart,
            size: self.sheet.sizes.chart,
            width,
            height,
            most: f64::INFINITY,
            language: &self.document.meta.language_region,
            palette: &self.theme.palette,
        };
        match office::native(chart, &look) {
            Ok(chart) => chart.map(|chart| Graphic::Chart(Arc::new(chart))),
            Err(fault) => {
                self.faults.push(fault);
                None
            }
        }
    }

    fn png(&mut self, figure: &Figure, place: usize) -> Option<Arc<[u8]>> {
        match self.layout.pngs.get(&figure.label).and_then(|drawings| drawings.get(place)) {
            Some(png) if png.starts_with(PNG) => Some(Arc::clone(png)),
            Some(_) => {
                self.fault(say!("docx-picture-not-png", label = &figure.label));
                None
            }
            None => {
                self.fault(say!("docx-picture-missing", label = &figure.label));
                None
            }
        }
    }

    fn fitted(&self, width: f64, height: f64) -> (f64, f64) {
        let page = &self.sheet.page;
        let room = (page.text_height() - CAPTION_ROOM).max(72.0);
        let (width, height) = (width.max(1.0), height.max(1.0));
        let scale = (page.text_width() / width).min(room / height).min(1.0);
        (width * scale, height * scale)
    }

    /// Base, source and other notes, one paragraph each.
    pub fn note_lines(&mut self, notes: &'a [Inlines]) {
        for (at, note) in notes.iter().enumerate() {
            let last = at + 1 == notes.len();
            let spacing = LineSpacing::new().before(40).after(if last { 240 } else { 0 });
            let paragraph = Paragraph::new().style("Note").keep_next(!last).line_spacing(spacing);
            self.text_paragraph(paragraph, note);
        }
    }

    /// The printed caption: its number is a SEQ field inside the bookmark that references print.
    pub fn caption(
        &mut self,
        sequence: &'static str,
        label: &str,
        caption: &'a Caption,
    ) -> Vec<ParagraphChild> {
        let mut out = Vec::new();
        if let Some(number) = caption.number {
            out.extend(self.caption_label(sequence, label, caption, number));
        }
        out.extend(self.inlines(&caption.text));
        self.whole_bookmark(label, out)
    }

    fn caption_label(
        &mut self,
        sequence: &'static str,
        label: &str,
        caption: &Caption,
        number: u32,
    ) -> Vec<ParagraphChild> {
        let mut out = Vec::new();
        if !caption.before.is_empty() {
            out.push(run(self.text_run(&caption.before)));
        }
        let code = self.sequence_code(sequence, number);
        let number = field(&code, &number.to_string(), |run| run);
        let id = self.next_bookmark();
        let name = self.names.get(Purpose::Number, label);
        out.extend(bookmarked(id, name, number));
        let separator = if caption.text.is_empty() { "" } else { caption.separator.as_str() };
        let tail = format!("{}{separator}", caption.after);
        if !tail.is_empty() {
            out.push(run(self.text_run(&tail)));
        }
        out
    }

    /// A number out of turn is set, so that an update of the fields keeps it.
    fn sequence_code(&mut self, sequence: &'static str, number: u32) -> String {
        let last = self.sequences.insert(sequence, number).unwrap_or(0);
        if last.checked_add(1) == Some(number) {
            format!("SEQ {sequence} \\* ARABIC")
        } else {
            format!("SEQ {sequence} \\* ARABIC \\r {number}")
        }
    }
}

/// A caption as one line of plain text.
pub fn caption_text(caption: &Caption) -> String {
    let text = plain_text(&caption.text);
    let has_both = caption.number.is_some() && !text.is_empty();
    format!("{}{}{text}", caption.label(), if has_both { caption.separator.as_str() } else { "" })
}
