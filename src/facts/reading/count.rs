//! The most frequent of several counts: counts of people or cases at hand, compared as they are, without intervals.

use serde::Serialize;

use super::extreme::Listing;
use crate::study::LocalizedText;

/// A count with what it is a count of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tally<L = LocalizedText> {
    /// Code of the answer or category, id of the territory.
    pub code: String,
    /// What is printed for it: a text, or a name with its case forms.
    pub label: L,
    /// How many.
    pub count: usize,
}

impl Tally {
    /// A count of a code with its label.
    pub fn new(code: &str, label: &LocalizedText, count: usize) -> Self {
        Self { code: code.to_owned(), label: label.clone(), count }
    }
}

/// The largest of some counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum MostFrequent<L = LocalizedText> {
    /// One is larger than all others.
    Clear {
        /// It.
        only: Tally<L>,
    },
    /// Several are equally large.
    Tied {
        /// They, in their order.
        among: Listing<Tally<L>>,
        /// How large each is.
        count: usize,
    },
}

impl<L: Clone> MostFrequent<L> {
    /// The largest of some counts; `None` where all are zero.
    pub fn of(all: impl Iterator<Item = Tally<L>>) -> Option<Self> {
        let all: Vec<Tally<L>> = all.filter(|t| t.count > 0).collect();
        let most = all.iter().map(|t| t.count).max()?;
        let first: Vec<Tally<L>> = all.into_iter().filter(|t| t.count == most).collect();
        Some(match first.as_slice() {
            [only] => Self::Clear { only: only.clone() },
            _ => Self::Tied { among: first.into_iter().collect(), count: most },
        })
    }

    /// The one that is larger than all others.
    pub fn clear(&self) -> Option<&Tally<L>> {
        match self {
            Self::Clear { only } => Some(only),
            Self::Tied { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MostFrequent, Tally};
    use crate::facts::reading::example::text;

    fn most(counts: &[usize]) -> Option<MostFrequent> {
        MostFrequent::of(counts.iter().map(|n| Tally::new(&n.to_string(), &text("x"), *n)))
    }

    #[test]
    fn equal_counts_are_tied() {
        assert_eq!(most(&[3, 2]).and_then(|m| m.clear().map(|t| t.count)), Some(3));
        assert!(matches!(most(&[3, 3, 1]), Some(MostFrequent::Tied { count: 3, among }) if among.count == 2));
        assert_eq!(most(&[0, 0]), None);
        assert_eq!(most(&[]), None);
    }
}
