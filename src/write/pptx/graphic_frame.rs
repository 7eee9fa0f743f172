//! Graphic frames and pictures of a slide (ISO/IEC 29500-1, 19.3.1.21 and 19.3.1.37): charts, tables, drawings.

use super::shape::{PlaceholderRef, el, transform};
use crate::opc::xml::Element;
use crate::theme::Frame;
use crate::write::ooxml::drawing::{Description, chart_data, described, rectangle};

/// `p:graphicFrame` with an `a:graphic`, in a placeholder; `id` is unique on the slide.
pub fn graphic_frame(
    id: usize,
    description: Description<'_>,
    of: PlaceholderRef,
    frame: Frame,
    graphic: Element,
) -> Element {
    let locks = el("a:graphicFrameLocks").with("noGrp", "1");
    let head = el("p:nvGraphicFramePr")
        .child(described("p:cNvPr", id, description))
        .child(el("p:cNvGraphicFramePr").child(locks))
        .child(of.properties());
    el("p:graphicFrame").child(head).child(transform("p:xfrm", frame)).child(graphic)
}

/// `a:graphic` with a chart, by the id of its relationship.
pub fn chart(relationship: &str) -> Element {
    el("a:graphic").child(chart_data(relationship, &[]))
}

/// `p:pic` with an `a:blip`, in a placeholder; `id` is unique on the slide.
pub fn picture(
    id: usize,
    description: Description<'_>,
    of: PlaceholderRef,
    frame: Frame,
    blip: Element,
) -> Element {
    let locks = el("a:picLocks").with("noGrp", "1").with("noChangeAspect", "1");
    let head = el("p:nvPicPr")
        .child(described("p:cNvPr", id, description))
        .child(el("p:cNvPicPr").child(locks))
        .child(of.properties());
    let fill = el("p:blipFill").child(blip).child(el("a:stretch").child(el("a:fillRect")));
    let shape = el("p:spPr").child(transform("a:xfrm", frame)).child(rectangle());
    el("p:pic").child(head).child(fill).child(shape)
}
