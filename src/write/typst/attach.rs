//! A file that goes into the PDF beside its pages (ISO 19005-3, 6.8). It is known only when the pages are laid out, so it
//! joins the finished layout as the element that Typst's own `pdf.attach` leaves there.

use ecow::EcoString;
use typst::foundations::{Bytes, Derived, NativeElement};
use typst::introspection::{Location, Tag, TagFlags};
use typst::layout::{FrameItem, Point};
use typst::pdf::{AttachElem, AttachedFileRelationship};
use typst_layout::PagedDocument;

/// Where in Typst's count of elements the file stands: no element of a layout has this hash but by chance of 2⁻¹²⁸.
const PLACE: u128 = u128::MAX - 3;

/// The layout with an associated file of JSON that its pages were made from.
pub fn with_file(document: &PagedDocument, name: &str, bytes: &[u8]) -> PagedDocument {
    let path = Derived::new(typst::foundations::PathOrStr::Str(name.into()), EcoString::from(name));
    let file = AttachElem::new(path, Bytes::new(bytes.to_vec()))
        .with_relationship(Some(AttachedFileRelationship::Data))
        .with_mime_type(Some("application/json".into()))
        .with_description(Some("Data and records behind every printed number".into()));
    let mut content = file.pack();
    content.set_location(Location::new(PLACE));
    let flags = TagFlags { introspectable: true, tagged: false };
    let tags = [
        FrameItem::Tag(Tag::Start(content, flags)),
        FrameItem::Tag(Tag::End(Location::new(PLACE), 0, flags)),
    ];
    let mut pages: ecow::EcoVec<_> = document.pages().iter().cloned().collect();
    if let Some(first) = pages.make_mut().first_mut() {
        for tag in tags {
            first.frame.push(Point::zero(), tag);
        }
    }
    PagedDocument::new(pages, typst::model::Document::info(document).clone())
}
