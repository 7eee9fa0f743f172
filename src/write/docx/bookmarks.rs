//! Bookmarks: names from the document's labels, so that they stay the same between builds, and ids in the order
//! in which they are written.
//!
//! Word takes at most 40 characters, letters, digits and underscores, and does not tell upper from
//! lower case. A leading underscore keeps a bookmark out of the reader's list.

use std::collections::{BTreeMap, BTreeSet};

use docx_rs::{BookmarkEnd, BookmarkStart, ParagraphChild};

/// Hands out one name per label and extent, and the ids of bookmarks.
#[derive(Debug, Default)]
pub struct Bookmarks {
    names: BTreeMap<(Extent, String), String>,
    taken: BTreeSet<String>,
    count: usize,
}

/// What a bookmark encloses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// The whole heading or caption: where a link leads.
    Whole,
    /// The number alone: what a reference prints.
    Number,
}

impl Bookmarks {
    /// The name for a label, the same at every call.
    pub fn name(&mut self, extent: Extent, label: &str) -> String {
        let key = (extent, label.to_owned());
        if let Some(name) = self.names.get(&key) {
            return name.clone();
        }
        let name = self.fresh(extent, label);
        self.taken.insert(name.to_ascii_lowercase());
        self.names.insert(key, name.clone());
        name
    }

    /// Encloses children of a paragraph in a label's bookmark; nothing stays nothing.
    pub fn enclose(
        &mut self,
        extent: Extent,
        label: &str,
        children: Vec<ParagraphChild>,
    ) -> Vec<ParagraphChild> {
        if children.is_empty() {
            return children;
        }
        let name = self.name(extent, label);
        self.enclose_as(name, children)
    }

    /// Encloses children of a paragraph in a bookmark of a name that no label has.
    pub fn enclose_as(&mut self, name: String, children: Vec<ParagraphChild>) -> Vec<ParagraphChild> {
        self.count += 1;
        let mut out = vec![ParagraphChild::BookmarkStart(BookmarkStart::new(self.count, name))];
        out.extend(children);
        out.push(ParagraphChild::BookmarkEnd(BookmarkEnd::new(self.count)));
        out
    }

    fn fresh(&self, extent: Extent, label: &str) -> String {
        let prefix = match extent {
            Extent::Whole => "_h_",
            Extent::Number => "_n_",
        };
        let clean = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let stem: String = prefix.chars().chain(label.chars().map(clean)).take(34).collect();
        if stem.len() < 34 && self.is_free(&stem) {
            return stem;
        }
        (2..).map(|n| format!("{stem}_{n}")).find(|name| self.is_free(name)).unwrap_or(stem)
    }

    fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(&name.to_ascii_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::{Bookmarks, Extent};

    #[test]
    fn names_are_short_ascii_unique_and_stable() {
        let mut bookmarks = Bookmarks::default();
        let long = "sec-".repeat(20);
        let labels = ["fig-a", "fig.a", "FIG-A", long.as_str(), &format!("{long}x"), "қала"];
        let first: Vec<String> = labels.iter().map(|l| bookmarks.name(Extent::Number, l)).collect();
        let again: Vec<String> = labels.iter().map(|l| bookmarks.name(Extent::Number, l)).collect();
        assert_eq!(first, again);
        let mut folded: Vec<String> = first.iter().map(|n| n.to_ascii_lowercase()).collect();
        folded.sort();
        folded.dedup();
        assert_eq!(folded.len(), labels.len());
        assert!(first.iter().all(|n| n.len() <= 40 && n.is_ascii()), "{first:?}");
    }
}
