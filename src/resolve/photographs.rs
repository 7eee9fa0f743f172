//! Photographs and logos: pictures of the study folder, fitted to the page.

use super::Resolver;
use crate::diag::{Code, Diagnostic, say};
use crate::document::draft::{Attributes, Block as DraftBlock};
use crate::document::{Block, Drawing, Figure};
use crate::picture::{Image, Picture};
use crate::study;

/// Largest share of the page's height that a photograph takes.
const SHARE: f64 = 0.42;
/// Coarsest print of a photograph, in pixels an inch: it is not blown up.
const COARSEST: f64 = 110.0;
/// Height of a logo, in points.
const LOGO: f64 = 51.0;

impl Resolver<'_> {
    /// A photograph of the study by its id, with a caption of the template.
    pub(super) fn photograph(
        &mut self,
        line: u32,
        attributes: &Attributes,
        body: &[DraftBlock],
    ) -> Option<Block> {
        self.known(line, "photo", attributes, &["id", "photo"]);
        let label = self.required(line, "photo", attributes, "id")?;
        let id = self.required(line, "photo", attributes, "photo")?;
        let (caption, notes) = self.caption(line, say!("figure-without-caption"), body)?;
        let study = self.s.study;
        let found = study.passport.photographs.iter().find(|p| p.id.as_str() == id);
        let found = found.and_then(|p| Some((p, study.pictures.get(&p.file)?)));
        let Some((photograph, picture)) = found else {
            let fault = Diagnostic::new(Code::DirectiveAttribute, say!("photograph-unknown", id = id));
            self.fault(line, fault.hint(say!("hint-photograph-unknown")));
            return None;
        };
        let page = self.sheet.page;
        let alt = self.s.locale.typography(self.text(&photograph.alt));
        let drawings = vec![fitted(picture, alt, page.text_width(), page.text_height() * SHARE)];
        let caption = self.figure_caption(caption);
        self.label(line, &label, &caption.printed());
        Some(Block::Figure(Figure { label, caption, drawings, notes, chart: None }))
    }

    /// The logos of customer and grantee.
    pub(super) fn logos(&self) -> Vec<Drawing> {
        let passport = &self.s.study.passport;
        let logo = |organisation: &study::passport::Organisation| {
            let picture = self.s.study.pictures.get(organisation.logo.as_ref()?)?;
            let name = organisation.name.nominative(self.s.locale.language()).unwrap_or_default();
            Some(fitted(picture, name.to_owned(), self.sheet.page.text_width() / 3.0, LOGO))
        };
        [&passport.customer, &passport.grantee].into_iter().filter_map(logo).collect()
    }
}

/// A picture as large as the room and its own fineness allow, in its proportions.
fn fitted(picture: &study::Picture, alt: String, width: f64, height: f64) -> Drawing {
    let (wide, tall) = (f64::from(picture.width), f64::from(picture.height));
    let scale = (width / wide).min(height / tall).min(72.0 / COARSEST);
    let image = Image::Raster(picture.bytes.clone(), picture.format);
    Drawing { picture: Picture { image, width: wide * scale, height: tall * scale }, alt, data: None }
}
