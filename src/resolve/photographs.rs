//! Photographs and logos: pictures of the study folder, fitted to the page.

use super::captions::{caption_and_notes, figure_caption};
use super::resolver::{Directive, Resolver};
use super::sources::Sources;
use crate::diag::{Code, Diagnostic, say};
use crate::document::{Drawing, Figure};
use crate::picture::{Image, Picture};
use crate::quantity::Pt;
use crate::study;

/// Largest share of the page's height that a photograph takes.
const SHARE: f64 = 0.42;
/// Coarsest print of a photograph, in pixels an inch: it is not blown up.
const COARSEST: f64 = 110.0;
/// Height of a logo.
const LOGO: Pt = Pt(51.0);

/// A photograph of the study by its id, with a caption of the template.
pub fn photograph(resolver: &mut Resolver<'_>, directive: &Directive<'_>) -> Option<Figure> {
    resolver.known(directive, &["id", "photo"]);
    let label = resolver.required(directive, "id")?.to_owned();
    let id = resolver.required(directive, "photo")?;
    let absent = say!("figure-without-caption");
    let (caption, notes) = caption_and_notes(resolver, directive.line, absent, directive.body)?;
    let sources = resolver.sources;
    let found = sources.study.passport.photographs.iter().find(|p| p.id.as_str() == id);
    let found = found.and_then(|p| Some((p, sources.study.pictures.get(&p.file)?)));
    let Some((photograph, picture)) = found else {
        let fault = Diagnostic::new(Code::DirectiveAttribute, say!("photograph-unknown", id = id));
        resolver.fault(directive.line, fault.hint(say!("hint-photograph-unknown")));
        return None;
    };
    let page = sources.page_style().page;
    let alt = sources.locale.typography(sources.text(&photograph.alt));
    let drawings = vec![fitted(picture, alt, page.text_width(), page.text_height() * SHARE)];
    let caption = figure_caption(resolver, directive, &label, caption);
    let caption_above = sources.page_style().look.figure_captions.is_above();
    Some(Figure { label, message: None, caption, caption_above, drawings, notes, chart: None })
}

/// The logos of customer and grantee.
pub fn logos(sources: &Sources<'_>) -> Vec<Drawing> {
    let passport = &sources.study.passport;
    let logo = |organisation: &study::passport::Organisation| {
        let picture = sources.study.pictures.get(organisation.logo.as_ref()?)?;
        let name = sources.name(&organisation.name).to_owned();
        Some(fitted(picture, name, sources.page_style().page.text_width() / 3.0, LOGO))
    };
    [&passport.customer, &passport.grantee].into_iter().filter_map(logo).collect()
}

/// A picture as large as the room and its own fineness allow, in its proportions.
fn fitted(picture: &study::Picture, alt: String, width: Pt, height: Pt) -> Drawing {
    let (wide, tall) = (Pt(f64::from(picture.width)), Pt(f64::from(picture.height)));
    let scale = (width / wide).min(height / tall).min(Pt::PER_INCH / COARSEST);
    let image = Image::Raster(picture.bytes.clone(), picture.format);
    Drawing { picture: Picture { image, width: wide * scale, height: tall * scale }, alt }
}
