//! Figures: the chart directive's data, drawn, captioned, with notes and alt text.

use std::sync::Arc;

use super::Resolver;
use super::charts::Bound;
use crate::chart::{self, AltText, Canvas};
use crate::diag::{Code, Diagnostic, Message, say};
use crate::document::draft::{Attributes, Block as DraftBlock};
use crate::document::{Block, Drawing, Figure, Inlines};

const ATTRIBUTES: &[&str] = &["id", "data", "question", "by", "kind", "limit"];

/// Lines of a caption's size that a page keeps for caption and notes.
const CAPTION_ROOM: f64 = 8.0;

impl Resolver<'_> {
    pub(super) fn figure(
        &mut self,
        line: u32,
        attributes: &Attributes,
        body: &[DraftBlock],
    ) -> Option<Block> {
        self.known(line, "chart", attributes, ATTRIBUTES);
        let label = self.required(line, "chart", attributes, "id")?;
        let (caption, written) = self.caption(line, say!("figure-without-caption"), body)?;
        let bound = self.chart(attributes);
        let mut bound = self.check(line, bound)?;
        bound.chart.each_label(&mut |label| *label = self.s.locale.typography(label));
        let breaks = |word: &str| self.s.locale.breaks_anywhere(word);
        let pictures = {
            let canvas = Canvas {
                sheet: self.sheet,
                palette: &self.s.theme.palette,
                faces: self.s.faces,
                width: self.space.map_or(self.sheet.page.text_width(), |(width, _)| width),
                height: self.space.map(|(_, height)| height),
                page: self.sheet.page.text_height() - CAPTION_ROOM * self.sheet.sizes.caption,
                breaks: &breaks,
            };
            chart::draw(&bound.chart, &canvas)
        };
        let pictures = self.check(line, pictures)?;
        let drawings = pictures.into_iter().map(|part| {
            let shown = part.rows.map(|rows| bound.chart.part(rows));
            let told = AltText { locale: self.s.locale };
            let (alt, data) = told.of(shown.as_ref().unwrap_or(&bound.chart))?;
            Ok(Drawing { picture: part.picture, alt, data })
        });
        let drawings = drawings.collect::<Result<Vec<_>, Diagnostic>>();
        let drawings = self.check(line, drawings)?;
        let caption = self.figure_caption(caption);
        self.label(line, &label, &caption.printed());
        let Bound { chart, mut notes } = bound;
        notes.extend(written);
        Some(Block::Figure(Figure { label, caption, drawings, notes, chart: Some(Arc::new(chart)) }))
    }

    /// An attribute that must be there.
    pub(super) fn required(
        &mut self,
        line: u32,
        directive: &str,
        attributes: &Attributes,
        key: &str,
    ) -> Option<String> {
        let value = attributes.get(key).map(str::to_owned);
        if value.is_none() {
            let message = say!("attribute-missing", directive = directive, key = key);
            let fault = Diagnostic::new(Code::DirectiveAttribute, message);
            self.fault(line, fault.hint(say!("hint-attribute-write", directive = directive, key = key)));
        }
        value
    }

    /// First paragraph of a figure or table: its caption; the others are notes. `absent` says that
    /// there is none.
    pub(super) fn caption(
        &mut self,
        line: u32,
        absent: Message,
        body: &[DraftBlock],
    ) -> Option<(Inlines, Vec<Inlines>)> {
        let mut paragraphs = self.paragraphs(body);
        if paragraphs.is_empty() {
            self.fault(line, Diagnostic::new(Code::CaptionMissing, absent).hint(say!("hint-caption")));
            return None;
        }
        let caption = paragraphs.remove(0);
        Some((caption, paragraphs))
    }
}
