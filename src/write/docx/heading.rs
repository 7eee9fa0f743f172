//! Headings with their bookmarks, and the survey of what a document's references may lead to.

use docx_rs::{
    AlignmentType, BreakType, IndentLevel, NumberingId, Paragraph, ParagraphChild, Run, SpecialIndentType,
};

use super::body::Writer;
use super::extras::UNNUMBERED;
use super::fields::{bookmarked, run};
use super::names::Purpose;
use crate::diag::say;
use crate::document::{Block, Body, Heading, HeadingRole, Layout};

impl<'a> Writer<'a> {
    /// Finds all labels before anything is written: a reference may stand before its target.
    pub fn survey(&mut self) {
        let document = self.document;
        let mut sections = Sections::default();
        match &document.body {
            Body::Report(blocks) => self.survey_blocks(blocks, &mut sections),
            Body::Deck(slides) => {
                for slide in slides {
                    let number = slide.number.to_string();
                    self.label(&slide.label, (slide.layout != Layout::Title).then_some(number));
                    self.survey_blocks(&slide.blocks, &mut sections);
                    self.survey_blocks(&slide.notes, &mut sections);
                }
            }
        }
    }

    fn survey_blocks(&mut self, blocks: &'a [Block], sections: &mut Sections) {
        for block in blocks {
            match block {
                Block::Contents(contents) => self.label(&contents.heading.label, None),
                Block::Heading(heading) => {
                    self.label(&heading.label, heading.number.clone());
                    self.headings.push(heading);
                    if sections.counts(heading) {
                        self.automatic.insert(&heading.label);
                    }
                }
                Block::Figure(f) => {
                    self.label(&f.label, Some(f.caption.printed()));
                    self.figures.push((&f.label, &f.caption));
                }
                Block::Table(t) => {
                    self.label(&t.label, Some(t.caption.printed()));
                    self.tables.push((&t.label, &t.caption));
                }
                Block::Formula(f) => self.label(&f.label, Some(f.number.to_string())),
                Block::List(list) => list.items.iter().for_each(|item| self.survey_blocks(item, sections)),
                Block::Callout(callout) => self.survey_blocks(&callout.blocks, sections),
                Block::TitlePage(_)
                | Block::Paragraph(_)
                | Block::Quote(_)
                | Block::Numbers(_)
                | Block::PageBreak => {}
            }
        }
    }

    fn label(&mut self, label: &'a str, number: Option<String>) {
        if label.is_empty() {
            return;
        }
        if !self.labels.insert(label) {
            self.fault(say!("label-twice", label = label));
        }
        if let Some(number) = number.filter(|n| !n.is_empty()) {
            self.numbers.insert(label, number);
        }
    }

    /// A heading. Word counts the sections where it comes to the printed number; other numbers, as those of annexes,
    /// are text. The level makes Word's outline.
    pub fn heading(&mut self, heading: &'a Heading) {
        let look = &self.sheet.look;
        let begins_page = match heading.role {
            HeadingRole::Section | HeadingRole::Structural => look.sections_begin_pages,
            HeadingRole::Annex => true,
            HeadingRole::Plain => false,
        };
        if heading.level <= 1 && begins_page {
            self.break_page();
        }
        let level = heading.level.clamp(1, 4);
        let mut paragraph = Paragraph::new().style(&format!("Heading{level}"));
        let is_apart = match heading.role {
            HeadingRole::Section => false,
            HeadingRole::Structural | HeadingRole::Annex => true,
            HeadingRole::Plain => level == 1,
        };
        if is_apart && look.headings.is_centred() {
            let flush = Some(SpecialIndentType::FirstLine(0));
            paragraph = paragraph.align(AlignmentType::Center).indent(Some(0), flush, None, None);
        }
        let is_automatic = self.automatic.contains(heading.label.as_str());
        if !is_automatic {
            paragraph = paragraph.numbering(NumberingId::new(UNNUMBERED), IndentLevel::new(0));
        }
        let children = self.heading_children(heading, is_automatic);
        self.push(paragraph, children);
    }

    fn heading_children(&mut self, heading: &'a Heading, is_automatic: bool) -> Vec<ParagraphChild> {
        let mut inner = Vec::new();
        if let Some(number) = heading.number.as_deref().filter(|n| !n.is_empty() && !is_automatic) {
            let id = self.next_bookmark();
            let name = self.names.get(Purpose::Number, &heading.label);
            inner.extend(bookmarked(id, name, vec![run(Run::new().add_text(number))]));
            let gap = match heading.role {
                HeadingRole::Annex if heading.level <= 1 => Run::new().add_break(BreakType::TextWrapping),
                _ => Run::new().add_text(" "),
            };
            inner.push(run(gap));
        }
        inner.extend(self.inlines(&heading.text));
        self.whole_bookmark(&heading.label, inner)
    }

    /// Encloses a heading in the bookmark that links and the contents lead to.
    pub fn whole_bookmark(&mut self, label: &str, inner: Vec<ParagraphChild>) -> Vec<ParagraphChild> {
        if inner.is_empty() {
            return inner;
        }
        let id = self.next_bookmark();
        let name = self.names.get(Purpose::Whole, label);
        bookmarked(id, name, inner)
    }
}

/// Levels of headings.
pub const HEADINGS: usize = 4;

/// Counts sections as Word does.
#[derive(Debug, Default)]
struct Sections([u32; HEADINGS]);

impl Sections {
    /// Whether Word's count for a heading is its printed number; if so, the count goes on from there.
    fn counts(&mut self, heading: &Heading) -> bool {
        let level = usize::from(heading.level.clamp(1, HEADINGS as u8));
        let mut next = self.0;
        if let Some(count) = next.get_mut(level - 1) {
            *count += 1;
        }
        next.iter_mut().skip(level).for_each(|count| *count = 0);
        let text = next.iter().take(level).map(u32::to_string).collect::<Vec<_>>().join(".");
        let is_counted = heading.role == HeadingRole::Section && heading.number.as_ref() == Some(&text);
        if is_counted {
            self.0 = next;
        }
        is_counted
    }
}
