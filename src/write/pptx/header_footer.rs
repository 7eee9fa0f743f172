//! Date, footer and slide number: the placeholders that a master has once and that its layouts and slides may show
//! (ISO/IEC 29500-1, 19.7.10).

use super::design_context::DesignContext;
use super::shape::{PlaceholderRef, placeholder};
use super::text_body::{anchored, inherited, plain, slide_number, text_body};
use crate::opc::xml::Element;
use crate::quantity::Pt;
use crate::theme::Frame;

/// The date.
pub const DATE: PlaceholderRef = PlaceholderRef::at("dt", 10);
/// The footer: the document's mark, such as "preliminary".
pub const FOOTER: PlaceholderRef = PlaceholderRef::at("ftr", 11);
/// The slide's number.
pub const NUMBER: PlaceholderRef = PlaceholderRef::at("sldNum", 12);
/// Width of the slide's number.
const NUMBER_WIDTH: Pt = Pt(60.0);
/// Between the sources and the line of date and number.
const GAP: Pt = Pt(2.0);

/// Date, footer and slide number with ids from `first_id` on, in a colour of the theme.
pub fn drawn(context: &DesignContext<'_>, first_id: usize, colour: &'static str) -> Vec<Element> {
    each(context, first_id, [Some(colour); 3])
}

/// Date, footer and slide number with ids from `first_id` on: in a colour of the theme, or, without one, as
/// placeholders that leave everything to the master.
pub fn each(
    context: &DesignContext<'_>,
    first_id: usize,
    colours: [Option<&'static str>; 3],
) -> Vec<Element> {
    let all = [DATE, FOOTER, NUMBER].into_iter().zip(colours);
    (first_id..).zip(all).map(|(id, (of, colour))| one(context, id, of, colour)).collect()
}

/// One of the three, by its kind, under its index.
pub fn one(
    context: &DesignContext<'_>,
    id: usize,
    of: PlaceholderRef,
    colour: Option<&'static str>,
) -> Element {
    let (key, frame, align) = place(context, of);
    let name = context.names.name(key);
    let paragraph = match key {
        "slide_number" => slide_number(context.language, "‹#›"),
        _ => plain(context.language, name),
    };
    let text = match colour {
        Some(colour) => {
            let mut style = context.text_style(&[context.note(colour)]);
            style.elements_mut().for_each(|level| level.set("algn", align));
            text_body(anchored("ctr"), style, vec![paragraph])
        }
        None => inherited(vec![paragraph]),
    };
    placeholder(id, name, of, colour.map(|_| frame), text)
}

/// Key of the name, frame and alignment (`ST_TextAlignType`).
fn place(context: &DesignContext<'_>, of: PlaceholderRef) -> (&'static str, Frame, &'static str) {
    let style = context.style;
    let (foot, (width, _)) = (style.foot_frame(), style.slide_size());
    let (line, edge) = (style.sizes.note * 1.5, width - foot.x);
    let below = Frame { y: foot.y + foot.height + GAP, height: line, ..foot };
    if of.kind == DATE.kind {
        ("date", Frame { width: width * 0.25, ..below }, "l")
    } else if of.kind == FOOTER.kind {
        let x = width * 0.4;
        let above = Frame { x, y: style.title_frame().y * 0.4, width: edge - x, height: line };
        ("footer", above, "r")
    } else {
        ("slide_number", Frame { x: edge - NUMBER_WIDTH, width: NUMBER_WIDTH, ..below }, "r")
    }
}
