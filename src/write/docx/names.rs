//! Bookmark names: from the document's labels, so that they stay the same between builds.
//!
//! Word takes at most 40 characters, letters, digits and underscores, and does not tell upper from
//! lower case. A leading underscore keeps a bookmark out of the reader's list.

use std::collections::{BTreeMap, BTreeSet};

/// Hands out one name per label and purpose.
#[derive(Debug, Default)]
pub struct Names {
    given: BTreeMap<(Purpose, String), String>,
    taken: BTreeSet<String>,
}

/// What a bookmark encloses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// The whole heading or caption: where a link leads.
    Whole,
    /// The number alone: what a reference prints.
    Number,
}

impl Names {
    /// The name for a label, the same at every call.
    pub fn get(&mut self, purpose: Purpose, label: &str) -> String {
        let key = (purpose, label.to_owned());
        if let Some(name) = self.given.get(&key) {
            return name.clone();
        }
        let name = self.fresh(purpose, label);
        self.taken.insert(name.to_ascii_lowercase());
        self.given.insert(key, name.clone());
        name
    }

    fn fresh(&self, purpose: Purpose, label: &str) -> String {
        let prefix = match purpose {
            Purpose::Whole => "_h_",
            Purpose::Number => "_n_",
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
    use super::{Names, Purpose};

    #[test]
    fn names_are_short_ascii_unique_and_stable() {
        let mut names = Names::default();
        let long = "sec-".repeat(20);
        let labels = ["fig-a", "fig.a", "FIG-A", long.as_str(), &format!("{long}x"), "қала"];
        let first: Vec<String> = labels.iter().map(|l| names.get(Purpose::Number, l)).collect();
        let again: Vec<String> = labels.iter().map(|l| names.get(Purpose::Number, l)).collect();
        assert_eq!(first, again);
        let mut folded: Vec<String> = first.iter().map(|n| n.to_ascii_lowercase()).collect();
        folded.sort();
        folded.dedup();
        assert_eq!(folded.len(), labels.len());
        assert!(first.iter().all(|n| n.len() <= 40 && n.is_ascii()), "{first:?}");
    }
}
