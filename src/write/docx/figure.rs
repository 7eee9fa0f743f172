//! Figures: the drawings with their text alternatives, the caption below them, the notes.

use std::sync::Arc;

use docx_rs::{
    AlignmentType, LineSpacing, Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders,
    ParagraphChild, Pic, Run,
};

use super::additions::{Drawing as DrawingAddition, Graphic};
use super::block_writer::BlockWriter;
use super::caption::{caption, caption_text, notes};
use super::fields::run;
use super::flow::BodyChild;
use crate::chart::Chart;
use crate::diag::{Message, say};
use crate::document::{Body, Drawing, Figure};
use crate::picture::Image;
use crate::quantity::{Emu, Pt};
use crate::theme::Page;
use crate::write::office::{self, ChartStyle, NativeChart, is_picture};
use crate::write::ooxml::hex;

const PNG: &[u8; 8] = b"\x89PNG\r\n\x1a\n";
/// Height left for caption and notes on a page that a tall picture fills.
const CAPTION_HEIGHT: Pt = Pt(120.0);
/// The least height that a picture is given on a page.
const LEAST_HEIGHT: Pt = Pt(72.0);

/// The share of a page's height that a picture of a slide takes at most, beside what is said to it.
const HANDOUT: f64 = 0.45;

/// Width and height of a drawing's frame.
#[derive(Debug, Clone, Copy)]
struct Size {
    width: Pt,
    height: Pt,
}

/// Writes a figure.
pub fn figure<'a>(writer: &mut BlockWriter<'a>, figure: &'a Figure) {
    if figure.caption_above {
        let start = writer.flow.len();
        if let Some(message) = &figure.message {
            writer.push_text(Paragraph::new().style("FigureMessage"), message);
        }
        heading(writer, figure, true);
        rule_above(writer, start);
    }
    for (index, one) in figure.drawings.iter().enumerate() {
        drawing(writer, figure, one, index);
    }
    if !figure.caption_above {
        heading(writer, figure, !figure.notes.is_empty());
    }
    notes(writer, &figure.notes);
}

/// The line above a figure that is one block with its message.
fn rule_above(writer: &mut BlockWriter<'_>, start: usize) {
    let colour = hex(&writer.context().theme.palette.line);
    let Some(BodyChild::Paragraph(paragraph)) = writer.flow.since(start).first_mut() else { return };
    let line = ParagraphBorder::new(ParagraphBorderPosition::Top).size(6).space(6).color(colour);
    paragraph.property.borders = Some(ParagraphBorders::with_empty().set(line));
}

/// The caption.
fn heading<'a>(writer: &mut BlockWriter<'a>, figure: &'a Figure, keeps_next: bool) {
    let is_centred = writer.context().page_style().look.headings.is_centred();
    let align = if is_centred { AlignmentType::Center } else { AlignmentType::Left };
    let style = if figure.caption_above { "FigureCaption" } else { "Caption" };
    let paragraph = Paragraph::new().style(style).align(align).keep_next(keeps_next);
    let children = caption(writer, "Figure", &figure.label, &figure.caption);
    writer.flow.push(paragraph, children);
}

fn drawing(writer: &mut BlockWriter<'_>, figure: &Figure, drawing: &Drawing, index: usize) {
    let share = if is_handout(writer) { HANDOUT } else { 1.0 };
    let mut size = fitted(size_of(drawing), &writer.context().page_style().page, share);
    let Some(graphic) = graphic(writer, figure, drawing, index, size) else { return };
    if let Graphic::Chart(chart) = &graphic {
        size.height = chart.height;
    }
    let title = caption_text(&figure.caption);
    let name = if figure.caption.number.is_some() { figure.caption.label() } else { title.clone() };
    let addition = DrawingAddition { name, title, alt: drawing.alt.clone(), graphic };
    let child = framed(writer, addition, size);
    let ends = figure.caption_above && figure.notes.is_empty() && index + 1 == figure.drawings.len();
    let mut paragraph = Paragraph::new().style("Figure").keep_next(!ends);
    if ends {
        // The text after it is no note.
        paragraph = paragraph.line_spacing(LineSpacing::new().after(240));
    }
    writer.flow.push(paragraph, vec![child]);
}

/// A logo in its line, at most so high.
pub fn logo(writer: &mut BlockWriter<'_>, logo: &Drawing, most: Pt) -> ParagraphChild {
    let image = &logo.picture.image;
    let graphic = Graphic::Picture { bytes: image.bytes().into(), format: image.format(), svg: None };
    let (name, alt) = (logo.alt.clone(), logo.alt.clone());
    let addition = DrawingAddition { name, title: String::new(), alt, graphic };
    let size = size_of(logo);
    let scale = (most / size.height.max(Pt(1.0))).min(1.0);
    framed(writer, addition, Size { width: size.width * scale, height: size.height * scale })
}

fn size_of(drawing: &Drawing) -> Size {
    Size { width: drawing.picture.width, height: drawing.picture.height }
}

/// A frame in the line; what stands in it is an addition to its run.
fn framed(writer: &mut BlockWriter<'_>, addition: DrawingAddition, size: Size) -> ParagraphChild {
    let mark = writer.inline.additions.note_drawing(addition);
    let picture = Pic::new_with_dimensions(Vec::new(), 1, 1).size(side(size.width), side(size.height));
    run(Run::new().style(&mark.to_string()).add_image(picture))
}

/// A side of a frame as docx-rs takes it: at least one EMU.
fn side(length: Pt) -> u32 {
    u32::try_from(length.emu().max(Emu(1)).0).unwrap_or(u32::MAX)
}

/// The chart as Word's own where it can draw it, otherwise its picture.
fn graphic(
    writer: &mut BlockWriter<'_>,
    figure: &Figure,
    drawing: &Drawing,
    index: usize,
    size: Size,
) -> Option<Graphic> {
    let is_native = !is_picture(figure, writer.context().options.native_charts);
    if let Some(chart) = figure.chart.as_ref().filter(|_| is_native) {
        return native_chart(writer, chart, size).map(|chart| Graphic::Chart(Arc::new(chart)));
    }
    match &drawing.picture.image {
        Image::Vector(svg) => match png(writer, figure, index) {
            Ok(bytes) => Some(Graphic::Picture { bytes, format: "png", svg: Some(Arc::clone(svg)) }),
            Err(message) => {
                writer.inline.fault(message);
                None
            }
        },
        Image::Raster(bytes, format) => {
            Some(Graphic::Picture { bytes: Arc::clone(bytes), format, svg: None })
        }
    }
}

fn native_chart(writer: &mut BlockWriter<'_>, chart: &Chart, size: Size) -> Option<NativeChart> {
    let context = writer.context();
    let style = ChartStyle {
        font: &context.page_style().fonts.chart,
        size: context.page_style().sizes.chart,
        width: size.width,
        // On a slide a chart fills its frame; on a page it is as high as its rows.
        height: if is_handout(writer) { LEAST_HEIGHT } else { size.height },
        most: Pt(f64::INFINITY),
        language: &context.document.meta.language_region,
        palette: &context.theme.palette,
    };
    office::native(chart, &style).unwrap_or_else(|fault| {
        writer.inline.faults.push(fault);
        None
    })
}

/// The picture of a figure's drawing of that index.
fn png(writer: &BlockWriter<'_>, figure: &Figure, index: usize) -> Result<Arc<[u8]>, Message> {
    let drawings = writer.context().options.pngs.get(&figure.label);
    match drawings.and_then(|drawings| drawings.get(index)) {
        Some(png) if png.starts_with(PNG) => Ok(Arc::clone(png)),
        Some(_) => Err(say!("docx-picture-not-png", label = &figure.label)),
        None => Err(say!("docx-picture-missing", label = &figure.label)),
    }
}

fn is_handout(writer: &BlockWriter<'_>) -> bool {
    matches!(writer.context().document.body, Body::Deck(_))
}

/// The size as it fits on a share of a page with its caption.
fn fitted(size: Size, page: &Page, share: f64) -> Size {
    let most = ((page.text_height() - CAPTION_HEIGHT) * share).max(LEAST_HEIGHT);
    let (width, height) = (size.width.max(Pt(1.0)), size.height.max(Pt(1.0)));
    let scale = (page.table_width() / width).min(most / height).min(1.0);
    Size { width: width * scale, height: height * scale }
}
