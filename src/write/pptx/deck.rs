//! What a deck is written from: nothing of it changes while its slides are written.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::design_context::DesignContext;
use super::reference::Reference;
use super::shape::Names;
use crate::diag::{Code, Diagnostic, Location, Message};
use crate::document::{Document, Slide};
use crate::theme::{PageStyle, Theme};
use crate::write::ooxml::properties;

/// What the writer needs beside the document.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether PowerPoint draws the charts that it can; the others are pictures.
    pub native_charts: bool,
    /// Drawings of the charts that are pictures as PNG, by figure label.
    pub pngs: BTreeMap<String, Vec<Arc<[u8]>>>,
    /// Where each slide begins in its template, for faults.
    pub places: Vec<Location>,
    /// The customer's own deck to write by; the theme is [applied](Reference::applied) already.
    pub reference: Option<Arc<Reference>>,
    /// The family of the pictures' texts, and one that most readers have.
    pub picture_fonts: Option<(String, String)>,
}

/// A deck's document, slides, theme and options.
#[derive(Debug, Clone, Copy)]
pub struct Deck<'a> {
    /// The resolved document.
    pub document: &'a Document,
    /// Its slides.
    pub slides: &'a [Slide],
    /// The theme, with the slides in the places of a reference.
    pub theme: &'a Theme,
    /// What the writer was asked for.
    pub options: &'a Options,
}

impl<'a> Deck<'a> {
    /// BCP 47.
    pub fn language(&self) -> &'a str {
        properties::language(&self.document.meta)
    }

    /// Names of layouts and shapes.
    pub fn names(&self) -> Names<'a> {
        Names(&self.document.meta.words.deck)
    }

    /// Frames and sizes of the slides.
    pub fn style(&self) -> &'a PageStyle {
        &self.theme.slides
    }

    /// The customer's own deck to write by.
    pub fn reference(&self) -> Option<&'a Reference> {
        self.options.reference.as_deref()
    }

    /// What master and layouts are drawn by.
    pub fn design_context(&self) -> DesignContext<'a> {
        DesignContext {
            style: self.style(),
            names: self.names(),
            language: self.language(),
            foreign_master: self.reference().map(Reference::header_footer),
        }
    }

    /// A fault of a slide, at the place of its template where that is known.
    pub fn fault(&self, slide: &Slide, code: Code, message: Message) -> Diagnostic {
        let fault = Diagnostic::new(code, message);
        let index = usize::try_from(slide.number).ok().and_then(|number| number.checked_sub(1));
        match index.and_then(|index| self.options.places.get(index)) {
            Some(place) => fault.at(place.clone()),
            None => fault,
        }
    }
}
