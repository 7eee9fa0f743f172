//! The part of a tree that stands in the list, in its order.

use std::collections::{BTreeMap, BTreeSet};

use super::model::Places;
use super::value::Value;
use super::{GRAMMAR, Grammar, Kind};
use crate::opc::xml::{Element, Node};

/// What was left out and would be missed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct LeftOut(BTreeSet<String>);

impl LeftOut {
    /// The names of the elements, each once.
    pub fn names(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }
}

/// Keeps of a part what the list has; `left_out` gets what a reader would miss.
///
/// # Errors
/// The name of the element that is no root of a part, or lacks what it must have.
pub fn select(root: &mut Element, left_out: &mut LeftOut) -> Result<(), String> {
    let mut selection = Selection { grammar: &GRAMMAR, places: BTreeMap::new(), left_out };
    let kind = GRAMMAR.roots.get(root.name.as_str()).copied().ok_or_else(|| root.name.to_string())?;
    let declared = root.attributes.iter().filter(|(name, _)| name.starts_with("xmlns"));
    let declared: Vec<_> = declared.cloned().collect();
    selection.element(root, kind)?;
    root.attributes.splice(0..0, declared);
    Ok(())
}

struct Selection<'a> {
    grammar: &'static Grammar,
    /// Of the types met so far.
    places: BTreeMap<&'static str, Places>,
    left_out: &'a mut LeftOut,
}

impl Selection<'_> {
    /// Keeps of an element of a type what the type has.
    fn element(&mut self, element: &mut Element, name: &'static str) -> Result<(), String> {
        let grammar = self.grammar;
        let kind = grammar.types.get(name).ok_or_else(|| element.name.to_string())?;
        rename(grammar, element);
        attributes(grammar, element, kind)?;
        let places = match self.places.get(name) {
            Some(known) => known.clone(),
            None => {
                let places = kind.model.as_ref().map(|model| model.places(grammar)).unwrap_or_default();
                self.places.insert(name, places.clone());
                places
            }
        };
        let children = std::mem::take(&mut element.children);
        let mut kept: Vec<(usize, Node)> = Vec::new();
        for child in children {
            self.child(child, kind, &places, &mut kept);
        }
        kept.sort_by_key(|(rank, _)| *rank);
        single(&mut kept, &places);
        element.children = kept.into_iter().map(|(_, child)| child).collect();
        let names: Vec<&str> = element.elements().map(|child| child.name.as_str()).collect();
        let fits = kind.model.as_ref().is_none_or(|model| model.fits(grammar, &names));
        if fits { Ok(()) } else { Err(element.name.to_string()) }
    }

    /// Puts a child where it is kept, with its rank.
    fn child(&mut self, child: Node, kind: &Kind, places: &Places, kept: &mut Vec<(usize, Node)>) {
        let mut element = match child {
            Node::Element(element) => element,
            Node::Text(text) => {
                if let Some(text) = kind.text.and_then(|value| Value::canonical(self.grammar, value, &text)) {
                    kept.push((0, Node::Text(text.into())));
                }
                return;
            }
        };
        if let Some(place) = places.get(element.name.as_str()) {
            match self.element(&mut element, place.kind) {
                Ok(()) => kept.push((place.rank, Node::Element(element))),
                Err(_) => self.tell(&element.name),
            }
        } else if self.grammar.unwrapped.contains(element.name.as_str()) {
            for inner in element.children {
                self.child(inner, kind, places, kept);
            }
        } else {
            self.tell(&element.name);
        }
    }

    fn tell(&mut self, name: &str) {
        if self.grammar.told.contains(name) {
            self.left_out.0.insert(name.to_owned());
        }
    }
}

/// Gives attributes and children that Strict writes in other words the names of Transitional.
fn rename(grammar: &Grammar, element: &mut Element) {
    let owner = element.name.clone();
    let new = |name: &str| grammar.renamed.get(&(owner.as_str(), name)).copied();
    for (name, _) in &mut element.attributes {
        if let Some(new) = new(name) {
            *name = new.into();
        }
    }
    for child in element.elements_mut() {
        if let Some(new) = new(&child.name) {
            child.name = new.into();
        }
    }
}

/// Keeps the attributes that the type has, with values that are some.
fn attributes(grammar: &Grammar, element: &mut Element, kind: &Kind) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    let written = std::mem::take(&mut element.attributes);
    for (name, value) in written {
        let Some((known, attribute)) = kind.attributes.get_key_value(name.as_str()) else { continue };
        if let Some(value) = Value::canonical(grammar, attribute.value, &value)
            && seen.insert(*known)
        {
            element.attributes.push((name, value.into()));
        }
    }
    let mut required = kind.attributes.iter().filter(|(_, attribute)| attribute.is_required);
    if required.all(|(name, _)| seen.contains(name)) { Ok(()) } else { Err(element.name.to_string()) }
}

/// Of children that stand once at most, the first.
fn single(kept: &mut Vec<(usize, Node)>, places: &Places) {
    let mut seen = BTreeSet::new();
    kept.retain(|(_, child)| match child {
        Node::Element(element) => {
            let is_single = places.get(element.name.as_str()).is_some_and(|place| place.is_single);
            !is_single || seen.insert(element.name.clone())
        }
        Node::Text(_) => true,
    });
}
