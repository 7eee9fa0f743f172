//! A resolved document as an Office file: pictures for what no Office program draws, the customer's own design.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::build_context::BuildContext;
use super::job::Job;
use crate::diag::{Diagnostic, Diagnostics, Location};
use crate::document::{Body, Document};
use crate::theme::Theme;
use crate::write::typst::Pages;
use crate::write::{docx, office, pptx};

/// Drawings as PNG, by figure label.
type Pngs = BTreeMap<String, Vec<Arc<[u8]>>>;

impl BuildContext {
    /// Whether an office program draws the charts that it can.
    fn native_charts(&self) -> bool {
        !self.request.picture_charts
    }

    /// The drawings of the charts that an office program cannot draw, by figure label.
    fn pngs(&self, document: &Document) -> Result<Pngs, Diagnostics> {
        let figures = document.figures();
        let pictures = figures.par_iter().filter(|figure| office::is_picture(figure, self.native_charts()));
        let drawn = pictures.map(|figure| {
            let drawings = figure.drawings.iter().map(|d| self.theme.rasteriser.image(&d.picture.image));
            Ok((figure.label.clone(), drawings.collect::<Result<Vec<_>, _>>()?))
        });
        drawn.collect::<Result<_, Diagnostic>>().map_err(Diagnostics::from)
    }

    /// The deck in its own design, or once more resolved for the places of the customer's.
    pub(super) fn pptx(
        &self,
        job: &Job,
        document: &Document,
        slides: &[Location],
    ) -> Result<Vec<u8>, Diagnostics> {
        let Some(deck) = &self.references.deck else {
            return self.pptx_in(&self.theme.theme, document, slides, None);
        };
        let faces = deck.faces.as_ref().unwrap_or(&self.theme.slide_faces);
        let resolved = self.resolve_in(job, &deck.theme, faces)?;
        self.pptx_in(&deck.theme, &resolved.document, &resolved.slides, Some(deck.reference.clone()))
    }

    fn pptx_in(
        &self,
        theme: &Theme,
        document: &Document,
        slides: &[Location],
        reference: Option<Arc<pptx::Reference>>,
    ) -> Result<Vec<u8>, Diagnostics> {
        let fonts = &theme.slides.fonts;
        let options = pptx::Options {
            picture_fonts: fonts.office.clone().map(|office| (fonts.chart.clone(), office)),
            native_charts: self.native_charts(),
            pngs: self.pngs(document)?,
            places: slides.to_vec(),
            reference,
        };
        pptx::write(&document.clone().with_joined_numbers(), &theme.for_office(), &options)
    }

    /// How wide a letter of the reports is, in em.
    fn width_of(&self, letter: char) -> f64 {
        self.theme.report_faces.width(letter.encode_utf8(&mut [0; 4]), 1.0, false)
    }

    /// The document as DOCX.
    pub(super) fn docx(
        &self,
        document: &Document,
        theme: &Theme,
        pages: &Pages,
    ) -> Result<Vec<u8>, Diagnostics> {
        let pngs = self.pngs(document)?;
        let mut document = match self.request.soft_hyphens {
            true => document.clone().with_soft_hyphens().justified(),
            false => {
                let page = theme.report.page;
                let widths = [page.table_width(), page.landscape().table_width()];
                document.clone().with_parted_words(widths, theme.report.sizes.table)
            }
        };
        if self.request.plain_numbers {
            document = document.with_plain_numbers();
        }
        let document = document.with_joined_numbers();
        let fonts = if self.request.embed_fonts {
            self.theme.fonts.iter().map(|font| font.data).collect()
        } else {
            Vec::new()
        };
        let drawn = match document.body {
            Body::Report(_) => &theme.report.fonts,
            Body::Deck(_) => &theme.slides.fonts,
        };
        let picture_fonts = drawn.office.clone().map(|office| (drawn.chart.clone(), office));
        let options = docx::Options {
            native_charts: self.native_charts(),
            fonts,
            reference: self.references.docx.clone(),
            pngs,
            cover: theme.cover.as_ref().map(|svg| self.theme.rasteriser.png(svg)).transpose()?,
            picture_fonts,
            letter_widths: docx::BEHIND_NUMBERS.chars().map(|c| (c, self.width_of(c))).collect(),
            page_count: pages.count,
        };
        let theme = if self.request.embed_fonts { theme.clone() } else { theme.for_office() };
        docx::write(&document, &theme, &options)
    }
}
