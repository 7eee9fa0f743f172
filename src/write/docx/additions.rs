//! What docx-rs has no call for: noted while the body is written, attached to its elements afterwards.
//!
//! An addition belongs to one element and is bound to it by a [`Mark`], never by a position. The writer gives
//! the mark to docx-rs in an attribute that it writes as it is; postprocessing finds the addition by the mark and
//! takes the mark out. The element that carries it:
//!
//! | addition | the mark stands for |
//! |---|---|
//! | table | its style |
//! | picture, chart, formula | the style of the run that holds it |
//! | external link | its anchor |
//! | content control | its alias |
//! | section | its header |
//!
//! Nothing that a study or template says can be a mark: none of these attributes holds a text of theirs.

use std::fmt;
use std::sync::Arc;

use crate::document::math::Math;
use crate::write::office::NativeChart;

const PREFIX: &str = "esep-mark-";

/// The id of an addition, unique in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(usize);

impl Mark {
    /// The mark that an attribute's value is.
    pub fn parse(value: &str) -> Option<Self> {
        value.strip_prefix(PREFIX)?.parse().ok().map(Self)
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", self.0)
    }
}

/// What an element gets that docx-rs cannot write.
#[derive(Debug, Clone)]
pub enum Addition {
    Table(TableAddition),
    /// A picture or chart with the number that its files have.
    Drawing(usize, Drawing),
    Formula(Math),
    /// The address of an external link.
    Link(String),
    /// The tag of a content control.
    ContentControl(String),
    Section(SectionEnd),
}

/// Title and description of a table, and its header row.
#[derive(Debug, Clone)]
pub struct TableAddition {
    pub title: String,
    pub description: String,
    /// Whether the first row is a header row.
    pub has_header_row: bool,
}

/// A picture or chart with its text alternative.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// The printed label, e.g. of «Figure 1».
    pub name: String,
    pub title: String,
    pub alt: String,
    pub graphic: Graphic,
}

/// What stands in a drawing's frame.
#[derive(Debug, Clone)]
pub enum Graphic {
    Picture {
        bytes: Arc<[u8]>,
        /// Ending of the file's name: `png`, `jpeg`.
        format: &'static str,
        /// The same as SVG, where it was drawn so.
        svg: Option<Arc<str>>,
    },
    /// A chart that Word draws and edits.
    Chart(Arc<NativeChart>),
}

/// A section of pages, by its end.
#[derive(Debug, Clone, Copy)]
pub struct SectionEnd {
    /// Whether its pages are turned.
    pub is_landscape: bool,
    /// Whether it is the document's first, which holds the title page.
    pub is_first: bool,
}

/// The part that an element stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Story {
    Body,
    Footnotes,
}

/// All additions of a document, in the order in which they were noted.
#[derive(Debug, Default)]
pub struct Additions {
    noted: Vec<(Story, Addition)>,
    drawings: usize,
}

impl Additions {
    /// Notes an addition to an element of a part and gives the mark that the element has to carry.
    pub fn note(&mut self, story: Story, addition: Addition) -> Mark {
        self.noted.push((story, addition));
        Mark(self.noted.len())
    }

    /// Notes a drawing of the body, numbered from 1 on.
    pub fn note_drawing(&mut self, drawing: Drawing) -> Mark {
        self.drawings += 1;
        self.note(Story::Body, Addition::Drawing(self.drawings, drawing))
    }

    /// The additions of a part with their marks, in the order in which they were noted.
    pub fn of(&self, story: Story) -> impl Iterator<Item = (Mark, &Addition)> {
        let marked = self.noted.iter().zip(1..).filter(move |((of, _), _)| *of == story);
        marked.map(|((_, addition), number)| (Mark(number), addition))
    }
}

#[cfg(test)]
mod tests {
    use super::{Addition, Additions, Mark, Story};

    #[test]
    fn a_mark_comes_back_from_its_text_and_no_other_text_is_one() {
        let mut additions = Additions::default();
        let link = |url: &str| Addition::Link(url.to_owned());
        let first = additions.note(Story::Body, link("a"));
        let second = additions.note(Story::Footnotes, link("b"));
        assert_eq!(Mark::parse(&second.to_string()), Some(second));
        assert_eq!(additions.of(Story::Body).map(|(mark, _)| mark).collect::<Vec<_>>(), [first]);
        for other in ["", "ReportTable", "_h_sec", "esep-mark-", "esep-mark-x"] {
            assert_eq!(Mark::parse(other), None, "{other}");
        }
    }
}
