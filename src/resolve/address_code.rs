//! The address of the study as a QR code, for the screen of a hall and for paper.

use super::captions::{caption_and_notes, figure_caption};
use super::figures::ChartSpace;
use super::resolver::{Directive, Resolver};
use crate::diag::{Code, Diagnostic, say};
use crate::document::{Drawing, Figure};
use crate::picture::qr_code;
use crate::quantity::{Mm, Pt};

/// The side of a code on paper, its quiet zone included.
const ON_PAPER: Mm = Mm(32.0);
/// The most of a slide's frame that a code takes.
const ON_SCREEN: Pt = Pt(280.0);

/// The code of the study's `site` with a caption of the template.
pub fn address_code(
    resolver: &mut Resolver<'_>,
    directive: &Directive<'_>,
    space: Option<ChartSpace>,
) -> Option<Figure> {
    resolver.known(directive, &["id"]);
    let label = resolver.required(directive, "id")?.to_owned();
    let absent = say!("figure-without-caption");
    let (caption, notes) = caption_and_notes(resolver, directive.line, absent, directive.body)?;
    let sources = resolver.sources;
    let width = space.map_or(ON_PAPER.pt(), |space| space.width.min(space.height).min(ON_SCREEN));
    let site = sources.study.passport.site_uri();
    let Some((site, picture)) = site.and_then(|site| qr_code(&site, width).map(|code| (site, code))) else {
        let fault = Diagnostic::new(Code::DirectiveAttribute, say!("qr-without-address"));
        resolver.fault(directive.line, fault.hint(say!("hint-guard-directive")));
        return None;
    };
    let alt = sources.locale.fill("alt_qr", &[("address", &site)]);
    let alt = resolver.check(directive.line, alt)?;
    let caption = figure_caption(resolver, directive, &label, caption);
    let caption_above = space.is_none() && sources.page_style().look.figure_captions.is_above();
    let drawings = vec![Drawing { picture, alt }];
    Some(Figure { label, message: None, caption, caption_above, drawings, notes, chart: None })
}
