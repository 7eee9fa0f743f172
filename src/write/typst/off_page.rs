//! What a layout puts beside its page, where nobody sees it: text is looked for in the finished frames.

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

/// How far letters may stand out of the page before they count as off it.
const TOLERANCE: Abs = Abs::raw(1.0);
/// Letters of a text that a message quotes.
const QUOTED: usize = 60;

/// Pages (from 1) with the first text that lies off each.
pub fn texts(document: &PagedDocument) -> Vec<(usize, String)> {
    let pages = (1..).zip(document.pages());
    let off = pages.filter_map(|(number, page)| {
        let mut found = String::new();
        look(&page.frame, Transform::identity(), (page.frame.width(), page.frame.height()), &mut found);
        (!found.is_empty()).then_some((number, found))
    });
    off.collect()
}

fn look(frame: &Frame, transform: Transform, (width, height): (Abs, Abs), found: &mut String) {
    for (position, item) in frame.items() {
        let here = transform.pre_concat(Transform::translate(position.x, position.y));
        match item {
            FrameItem::Group(group) => {
                look(&group.frame, here.pre_concat(group.transform), (width, height), found);
            }
            FrameItem::Text(text) => {
                let start = Point::zero().transform(here);
                let is_on = start.x >= -TOLERANCE
                    && start.y >= -TOLERANCE
                    && start.x <= width + TOLERANCE
                    && start.y <= height + TOLERANCE;
                if !is_on && found.chars().count() < QUOTED {
                    found.push_str(&text.text);
                    found.push(' ');
                }
            }
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}
