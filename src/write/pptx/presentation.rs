//! The presentation's own part: masters, slides, sizes, sections.

use super::deck::Deck;
use super::master::FIRST_ID;
use super::notes_page::PAGE;
use super::shape::{el, extent, root, with_all};
use crate::opc::xml::Element;
use crate::quantity::Pt;

/// The first slide's id (ISO/IEC 29500-1, 19.7.13).
const FIRST_SLIDE: usize = 256;
/// Sections ([MS-PPTX] 2.7.1).
const SECTIONS: &str = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}";
const P14: &str = "http://schemas.microsoft.com/office/powerpoint/2010/main";

/// `ppt/presentation.xml`; `slides` are the slides' relationships, after those of the two masters.
pub fn part(deck: &Deck<'_>, slides: &[String], notes_master: &str) -> String {
    let size = |name: &str, (width, height): (Pt, Pt)| {
        el(name).with("cx", extent(width).to_string()).with("cy", extent(height).to_string())
    };
    let master = el("p:sldMasterId").with("id", FIRST_ID.to_string()).with("r:id", "rId1");
    let notes = el("p:notesMasterId").with("r:id", notes_master);
    let ids = slides
        .iter()
        .zip(FIRST_SLIDE..)
        .map(|(relation, id)| el("p:sldId").with("id", id.to_string()).with("r:id", relation.as_str()));
    let default = el("a:defPPr").child(el("a:defRPr").with("lang", deck.language()));
    root("p:presentation")
        .with("saveSubsetFonts", "1")
        .child(el("p:sldMasterIdLst").child(master))
        .child(el("p:notesMasterIdLst").child(notes))
        .child(with_all(el("p:sldIdLst"), ids))
        .child(size("p:sldSz", deck.style().slide_size()))
        .child(size("p:notesSz", PAGE))
        .child(el("p:defaultTextStyle").child(default))
        .child(el("p:extLst").child(sections(deck)))
        .to_part()
}

/// The sections: one begins with each slide that names one, and the first with the first slide.
fn sections(deck: &Deck<'_>) -> Element {
    let mut found: Vec<(String, Vec<usize>)> = Vec::new();
    for (slide, id) in deck.slides.iter().zip(FIRST_SLIDE..) {
        match (&slide.section, found.last_mut()) {
            (Some(name), _) => found.push((name.clone(), vec![id])),
            (None, Some((_, ids))) => ids.push(id),
            (None, None) => found.push((deck.names().name("start").to_owned(), vec![id])),
        }
    }
    let sections = found.into_iter().enumerate().map(|(index, (name, ids))| {
        let ids = ids.into_iter().map(|id| el("p14:sldId").with("id", id.to_string()));
        el("p14:section")
            .with("name", name)
            .with("id", format!("{{E5E90000-0000-4000-8000-5EC710{index:06X}}}"))
            .child(with_all(el("p14:sldIdLst"), ids))
    });
    let list = with_all(el("p14:sectionLst").with("xmlns:p14", P14), sections);
    el("p:ext").with("uri", SECTIONS).child(list)
}
