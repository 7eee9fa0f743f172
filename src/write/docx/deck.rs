//! A deck as a handout: slide after slide on A4, with what the speaker says.

use docx_rs::{IndentLevel, LineSpacing, NumberingId, Paragraph, SpecialIndentType};

use super::block_context::{Base, BlockContext};
use super::body::Writer;
use super::extras::UNNUMBERED;
use super::fields::{bookmarked, run};
use super::names::Purpose;
use crate::document::{Layout, Slide};

impl<'a> Writer<'a> {
    pub fn deck(&mut self, slides: &'a [Slide]) {
        for slide in slides {
            let start = self.out.len();
            self.slide_head(slide);
            self.blocks(&slide.blocks, BlockContext::TEXT);
            self.note_lines(&slide.source);
            self.keep_together(start);
            self.speaker_notes(slide);
        }
    }

    fn slide_head(&mut self, slide: &'a Slide) {
        let (style, before) = match slide.layout {
            Layout::Title => ("Title", 1200),
            _ => {
                self.slide_label(slide);
                ("Heading1", 60)
            }
        };
        let children = self.inlines(&slide.title);
        let children = self.whole_bookmark(&slide.label, children);
        let spacing = LineSpacing::new().before(before).after(160);
        let flush = Some(SpecialIndentType::FirstLine(0));
        let number = NumberingId::new(UNNUMBERED);
        let title =
            Paragraph::new().style(style).line_spacing(spacing).numbering(number, IndentLevel::new(0));
        self.push(title.indent(Some(0), flush, None, None), children);
    }

    fn slide_label(&mut self, slide: &Slide) {
        let words = &self.document.meta.words;
        let label = format!("{} ", words.slide);
        let mut children = Vec::new();
        if !words.slide.is_empty() {
            children.push(run(self.text_run(&label)));
        }
        let number = run(self.text_run(&slide.number.to_string()));
        let id = self.next_bookmark();
        let name = self.names.get(Purpose::Number, &slide.label);
        children.extend(bookmarked(id, name, vec![number]));
        self.push(Paragraph::new().style("SlideLabel"), children);
    }

    fn speaker_notes(&mut self, slide: &'a Slide) {
        if slide.notes.is_empty() {
            return;
        }
        let label = self.document.meta.words.notes.clone();
        if !label.is_empty() {
            let label = run(self.text_run(&label));
            self.push(Paragraph::new().style("SpeakerNotesLabel"), vec![label]);
        }
        let start = self.out.len();
        self.blocks(&slide.notes, BlockContext::of(Base::SpeakerNotes));
        self.air(start);
    }
}
