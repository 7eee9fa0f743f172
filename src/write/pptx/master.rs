//! The slide master of the theme: what all slides share, and the styles of their text.

use super::design_context::DesignContext;
use super::header_footer;
use super::shape::{MUTED, PlaceholderRef, background, colour_map, el, root, tree, with_all};
use super::text_body::{LevelStyle, anchored};
use crate::opc::xml::Element;
use crate::quantity::Pt;

/// The first number of the ids of masters and layouts (ISO/IEC 29500-1, 19.7.1).
pub const FIRST_ID: usize = 2_147_483_648;

/// `p:sldMaster` with so many layouts, whose relationships are `rId1` and following.
pub fn part(context: &DesignContext<'_>, layouts: usize) -> String {
    let style = context.style;
    let title = context.prompt(
        2,
        "title",
        PlaceholderRef::of("title"),
        Some(style.title_frame()),
        (anchored("t"), el("a:lstStyle")),
    );
    let text = context.prompt(
        3,
        "text",
        PlaceholderRef::at("body", 1),
        Some(style.body_frame()),
        (anchored("ctr"), el("a:lstStyle")),
    );
    let shapes = [title, text].into_iter().chain(header_footer::drawn(context, 4, MUTED));
    let slide = el("p:cSld").child(background("bg1")).child(with_all(tree(), shapes));
    root("p:sldMaster")
        .child(slide)
        .child(colour_map())
        .child(layout_ids(layouts))
        .child(text_styles(context))
        .to_part()
}

/// `p:sldLayoutIdLst` of so many layouts, whose relationships are `rId1` and following.
pub fn layout_ids(layouts: usize) -> Element {
    let ids = (1..=layouts).map(|number| {
        let id = (FIRST_ID + number).to_string();
        el("p:sldLayoutId").with("id", id).with("r:id", format!("rId{number}"))
    });
    with_all(el("p:sldLayoutIdLst"), ids)
}

/// `p:txStyles`: the sizes of text that no placeholder sets.
pub fn text_styles(context: &DesignContext<'_>) -> Element {
    let (sizes, grid) = (context.style.sizes, context.style.grid);
    let title = LevelStyle { size: sizes.heading2, bold: true, colour: "tx1", before: Pt(0.0) };
    let text = LevelStyle { size: sizes.body, bold: false, colour: "tx1", before: grid.paragraph_gap };
    let other = LevelStyle { before: Pt(0.0), ..text };
    el("p:txStyles")
        .child(context.list_style(&[title], "+mj").element("p:titleStyle"))
        .child(context.list_style(&[text], "+mn").element("p:bodyStyle"))
        .child(context.list_style(&[other], "+mn").element("p:otherStyle"))
}
