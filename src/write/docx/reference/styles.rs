//! Styles of a reference document beside this writer's own: the same where type and name are the same.

use std::collections::{BTreeMap, BTreeSet};

use super::super::numbering::UNNUMBERED;
use crate::opc::xml::{Element, Node};

/// New ids by old ones.
pub type StyleIds = BTreeMap<String, String>;

/// Elements whose value is the id of a style.
const REFERRING: &[&str] = &["w:basedOn", "w:next", "w:link", "w:pStyle", "w:rStyle", "w:tblStyle"];

fn key(style: &Element) -> Option<(String, String)> {
    let name = style.find("w:name")?.get("w:val")?.to_lowercase();
    Some((style.get("w:type").unwrap_or("paragraph").to_owned(), name))
}

fn styles(root: &Element) -> impl Iterator<Item = &Element> {
    root.elements().filter(|e| e.name == "w:style")
}

/// The reference's styles under the ids that this writer uses for styles of the same name, each name and id once, with
/// the new ids of all of them. Numbering goes: its lists are not taken over.
pub fn renamed(mut root: Element, own: &Element) -> (Element, StyleIds) {
    keep_sound(&mut root);
    let own_ids: BTreeMap<_, _> =
        styles(own).filter_map(|s| Some((key(s)?, s.get("w:styleId")?.to_owned()))).collect();
    let mut taken: BTreeSet<String> = own_ids.values().cloned().collect();
    taken.extend(styles(&root).filter_map(|s| s.get("w:styleId")).map(str::to_owned));
    let mut ids = StyleIds::new();
    for style in styles(&root) {
        let Some(id) = style.get("w:styleId") else { continue };
        let new = match key(style).and_then(|key| own_ids.get(&key)) {
            Some(wanted) => wanted.clone(),
            None if own_ids.values().any(|own| own == id) => {
                let mut free = (1..).map(|n| format!("{id}Reference{n}"));
                free.find(|new| !taken.contains(new)).unwrap_or_default()
            }
            None => id.to_owned(),
        };
        taken.insert(new.clone());
        ids.insert(id.to_owned(), new);
    }
    root.walk_mut(&mut |element| {
        if element.name == "w:style"
            && let Some(new) = element.get("w:styleId").and_then(|id| ids.get(id)).cloned()
        {
            element.set("w:styleId", new);
        }
    });
    refer(&mut root, &ids);
    (root, ids)
}

/// Keeps the styles that have an id and a name that no other before them has, and of each type one that is the rule.
fn keep_sound(root: &mut Element) {
    let (mut ids, mut keys, mut defaults) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    root.children.retain_mut(|node| {
        let Node::Element(style) = node else { return false };
        if style.name != "w:style" {
            return true;
        }
        let kind = style.get("w:type").unwrap_or("paragraph").to_owned();
        let (Some(id), Some(key)) = (style.get("w:styleId").map(str::to_owned), key(style)) else {
            return false;
        };
        if id.is_empty() || kind == "numbering" || ids.contains(&id) || !keys.insert(key) {
            return false;
        }
        ids.insert(id);
        let is_default = style.get("w:default").is_some_and(|value| !["0", "false", "off"].contains(&value));
        if is_default && !defaults.insert(kind) {
            style.remove("w:default");
        }
        true
    });
}

/// Lets everything below an element refer to styles by their new ids; what refers to none of them goes.
pub fn refer(root: &mut Element, ids: &StyleIds) {
    root.walk_mut(&mut |element| {
        element.children.retain_mut(|node| {
            let Node::Element(child) = node else { return true };
            if !REFERRING.contains(&child.name.as_str()) {
                return true;
            }
            match child.get("w:val").and_then(|id| ids.get(id)).cloned() {
                Some(new) => {
                    child.set("w:val", new);
                    true
                }
                None => false,
            }
        });
    });
}

/// The reference's styles with the numbering of this writer's headings, then the styles that only this writer has.
pub fn merged(reference: &Element, own: &Element) -> Element {
    let mut root = reference.clone();
    let known: Vec<_> = styles(reference).filter_map(key).collect();
    for style in root.elements_mut().filter(|e| e.name == "w:style") {
        let mine = styles(own).find(|own| own.get("w:styleId") == style.get("w:styleId"));
        let numbering = mine.and_then(|own| own.find("w:pPr")).and_then(|p| p.find("w:numPr"));
        if let Some(numbering) = numbering {
            put_numbering(style, numbering.clone());
        }
    }
    unnumber(&mut root, own);
    let more = styles(own).filter(|style| key(style).is_some_and(|key| !known.contains(&key)));
    let mut more: Vec<Element> = more.cloned().collect();
    for style in &mut more {
        // There is one default style of a type, and the reference has it.
        style.remove("w:default");
    }
    root.children.extend(more.into_iter().map(Node::Element));
    root
}

/// Takes styles that are based on a numbered heading, such as the heading of the contents, out of its list.
fn unnumber(root: &mut Element, own: &Element) {
    let is_numbered =
        |style: &&Element| style.find("w:pPr").is_some_and(|properties| properties.find("w:numPr").is_some());
    let numbered: Vec<&str> = styles(own).filter(is_numbered).filter_map(|s| s.get("w:styleId")).collect();
    for style in root.elements_mut().filter(|e| e.name == "w:style") {
        let based = style.find("w:basedOn").and_then(|based| based.get("w:val")).unwrap_or_default();
        if numbered.contains(&based) && !is_numbered(&&*style) {
            let none = Element::new("w:numId").with("w:val", UNNUMBERED.to_string());
            put_numbering(style, Element::new("w:numPr").child(none));
        }
    }
}

/// Elements of a style that stand before its paragraph properties (ISO/IEC 29500-1, 17.7.4.17).
const BEFORE: &[&str] = &[
    "w:name",
    "w:aliases",
    "w:basedOn",
    "w:next",
    "w:link",
    "w:autoRedefine",
    "w:hidden",
    "w:uiPriority",
    "w:semiHidden",
    "w:unhideWhenUsed",
    "w:qFormat",
    "w:locked",
    "w:personal",
    "w:personalCompose",
    "w:personalReply",
    "w:rsid",
];

fn put_numbering(style: &mut Element, numbering: Element) {
    if style.find("w:pPr").is_none() {
        let is_before = |n: &Node| matches!(n, Node::Element(e) if BEFORE.contains(&e.name.as_str()));
        let at = style.children.iter().rposition(is_before).map_or(0, |at| at + 1);
        style.children.insert(at, Node::Element(Element::new("w:pPr")));
    }
    if let Some(properties) = style.find_mut("w:pPr") {
        properties.children.push(Node::Element(numbering));
    }
}
