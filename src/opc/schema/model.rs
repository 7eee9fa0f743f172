//! Content of elements: which children, in which order, how often.

use std::collections::{BTreeMap, BTreeSet};

use super::Grammar;

/// A piece of content and how often it stands.
#[derive(Debug)]
pub struct Model {
    what: What,
    least: usize,
    /// No bound where it is `None`.
    most: Option<usize>,
}

#[derive(Debug)]
enum What {
    Element { name: &'static str, kind: &'static str },
    Group(&'static str),
    Sequence(Vec<Model>),
    Choice(Vec<Model>),
    Any(Vec<Model>),
}

/// Where a child of some name may stand.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The type of the child.
    pub kind: &'static str,
    /// Its place in the order of the schema; children that may alternate have the same.
    pub rank: usize,
    /// Whether there is one at most.
    pub is_single: bool,
}

/// The places of children by their names.
pub type Places = BTreeMap<&'static str, Place>;

impl Model {
    /// Reads a model from its words; `None` where there is none.
    pub fn read(words: &[&'static str]) -> Option<Self> {
        let mut words = words.iter().copied();
        let first = words.next()?;
        Self::piece(first, &mut words)
    }

    fn piece(word: &'static str, words: &mut impl Iterator<Item = &'static str>) -> Option<Self> {
        if word != "(" {
            let end = word.find(['?', '*', '+', '{']).unwrap_or(word.len());
            let (name, occurs) = word.split_at(end);
            let what = match name.strip_prefix('%') {
                Some(group) => What::Group(group),
                None => name.split_once('=').map(|(name, kind)| What::Element { name, kind })?,
            };
            return Some(Self::times(what, occurs));
        }
        let (mut pieces, mut between) = (Vec::new(), "");
        while let Some(word) = words.next() {
            match word {
                "|" | "&" => between = word,
                _ if word.starts_with(')') => {
                    let what = match between {
                        "|" => What::Choice(pieces),
                        "&" => What::Any(pieces),
                        _ => What::Sequence(pieces),
                    };
                    return Some(Self::times(what, word.trim_start_matches(')')));
                }
                _ => pieces.push(Self::piece(word, words)?),
            }
        }
        None
    }

    fn times(what: What, occurs: &str) -> Self {
        let number = |text: &str| text.parse().ok();
        let (least, most) = match occurs {
            "?" => (0, Some(1)),
            "*" => (0, None),
            "+" => (1, None),
            "" => (1, Some(1)),
            range => {
                let inner = range.trim_matches(['{', '}']);
                let (least, most) = inner.split_once(',').unwrap_or((inner, inner));
                (number(least).unwrap_or(0), number(most))
            }
        };
        Self { what, least, most }
    }

    /// The places of all children that the content may have.
    pub fn places(&self, grammar: &Grammar) -> Places {
        let mut places = Places::new();
        let mut rank = 0;
        self.place(grammar, &mut rank, false, &mut places);
        places
    }

    fn place(&self, grammar: &Grammar, rank: &mut usize, repeats: bool, places: &mut Places) {
        let repeats = repeats || self.most != Some(1);
        match &self.what {
            What::Element { name, kind } => {
                places.entry(name).or_insert(Place { kind, rank: *rank, is_single: !repeats });
                *rank += usize::from(!repeats || self.most != Some(1));
            }
            What::Group(name) => {
                if let Some(model) = grammar.groups.get(name) {
                    model.place(grammar, rank, repeats, places);
                }
            }
            What::Sequence(pieces) => {
                for piece in pieces {
                    let before = *rank;
                    piece.place(grammar, rank, repeats, places);
                    // What repeats as a whole keeps its own order.
                    *rank = if repeats { before } else { (*rank).max(before + 1) };
                }
            }
            What::Choice(pieces) | What::Any(pieces) => {
                let before = *rank;
                for piece in pieces {
                    *rank = before;
                    piece.place(grammar, rank, repeats, places);
                }
                *rank = before + 1;
            }
        }
    }

    /// Whether children of these names are such content.
    pub fn fits(&self, grammar: &Grammar, names: &[&str]) -> bool {
        self.ends(grammar, names, &BTreeSet::from([0])).contains(&names.len())
    }

    /// Where the content may end that begins at one of the positions.
    fn ends(&self, grammar: &Grammar, names: &[&str], starts: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut reached = if self.least == 0 { starts.clone() } else { BTreeSet::new() };
        let mut front = starts.clone();
        let mut count = 0;
        while !front.is_empty() && self.most.is_none_or(|most| count < most) {
            let next = self.once(grammar, names, &front);
            count += 1;
            // Beyond the least, only what was not reached before leads further.
            front = if count >= self.least {
                let new = next.difference(&reached).copied().collect();
                reached.extend(&next);
                new
            } else {
                next
            };
        }
        reached
    }

    fn once(&self, grammar: &Grammar, names: &[&str], starts: &BTreeSet<usize>) -> BTreeSet<usize> {
        match &self.what {
            What::Element { name, .. } => {
                starts.iter().filter(|at| names.get(**at) == Some(name)).map(|at| at + 1).collect()
            }
            What::Group(name) => match grammar.groups.get(name) {
                Some(model) => model.ends(grammar, names, starts),
                None => starts.clone(),
            },
            What::Sequence(pieces) => {
                pieces.iter().fold(starts.clone(), |positions, piece| piece.ends(grammar, names, &positions))
            }
            What::Choice(pieces) => {
                pieces.iter().flat_map(|piece| piece.ends(grammar, names, starts)).collect()
            }
            // The schemas have it where each stands once at most.
            What::Any(pieces) => {
                let mut reached = starts.clone();
                for _ in pieces {
                    let more: Vec<usize> =
                        pieces.iter().flat_map(|piece| piece.ends(grammar, names, &reached)).collect();
                    reached.extend(more);
                }
                reached
            }
        }
    }

    /// Types and groups that it names and that are not in the list.
    #[cfg(test)]
    pub fn unknown(&self, grammar: &Grammar) -> Vec<&'static str> {
        match &self.what {
            What::Element { kind, .. } if grammar.types.contains_key(kind) => Vec::new(),
            What::Group(name) if grammar.groups.contains_key(name) => Vec::new(),
            What::Element { kind: name, .. } | What::Group(name) => vec![name],
            What::Sequence(pieces) | What::Choice(pieces) | What::Any(pieces) => {
                pieces.iter().flat_map(|piece| piece.unknown(grammar)).collect()
            }
        }
    }
}
