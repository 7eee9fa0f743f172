//! What may be taken over from an office file from outside: a list of what is allowed, not of what is forbidden.
//!
//! The list is `office.txt`: for each element its attributes with their values and its content in the order of the
//! schema (ECMA-376, Transitional), without what acts, leads elsewhere, is hidden or follows changes. [`select`] keeps
//! what stands in it, puts it into order, and gives up what cannot be made whole; so what is kept is valid by it.

mod model;
mod select;
mod value;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use model::Model;
pub use select::{LeftOut, select};
use value::Value;
pub use value::twips;

/// The list.
const TEXT: &str = include_str!("office.txt");

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| Grammar::read(TEXT));

/// The list as it is looked up.
#[derive(Debug, Default)]
struct Grammar {
    /// Types of the elements that a part begins with.
    roots: HashMap<&'static str, &'static str>,
    /// Elements in whose place stands what they hold.
    unwrapped: HashSet<&'static str>,
    /// Elements whose loss a reader sees.
    told: HashSet<&'static str>,
    /// New names of attributes and children, by element and name.
    renamed: HashMap<(&'static str, &'static str), &'static str>,
    types: HashMap<&'static str, Kind>,
    groups: HashMap<&'static str, Model>,
    values: HashMap<&'static str, Value>,
}

/// A type of elements.
#[derive(Debug, Default)]
struct Kind {
    /// The value of its text, where it holds text.
    text: Option<&'static str>,
    /// Its content, where it holds elements.
    model: Option<Model>,
    attributes: HashMap<&'static str, Attribute>,
}

/// An attribute of a type.
#[derive(Debug)]
struct Attribute {
    value: &'static str,
    is_required: bool,
}

impl Grammar {
    /// Reads the list; a line that is no line of it says nothing, and a test demands that there is none.
    fn read(text: &'static str) -> Self {
        let mut grammar = Self::default();
        for line in text.lines() {
            let words: Vec<&'static str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["root", element, kind] => drop(grammar.roots.insert(element, kind)),
                ["unwrap", names @ ..] => grammar.unwrapped.extend(names),
                ["told", names @ ..] => grammar.told.extend(names),
                ["renamed", element, name, new] => drop(grammar.renamed.insert((element, name), new)),
                ["value", name, rest @ ..] => drop(grammar.values.insert(name, Value::read(rest))),
                ["group", name, rest @ ..] => {
                    grammar.groups.extend(Model::read(rest).map(|model| (*name, model)));
                }
                ["type", name, rest @ ..] => drop(grammar.types.insert(name, Kind::read(rest))),
                _ => {}
            }
        }
        grammar
    }
}

impl Kind {
    fn read(words: &[&'static str]) -> Self {
        let mut kind = Self::default();
        let mut model: Vec<&'static str> = Vec::new();
        for word in words {
            if let Some(attribute) = word.strip_prefix('@') {
                let is_required = attribute.ends_with('!');
                if let Some((name, value)) = attribute.trim_end_matches('!').split_once('=') {
                    kind.attributes.insert(name, Attribute { value, is_required });
                }
            } else if let Some(value) = word.strip_prefix("text:") {
                kind.text = Some(value);
            } else {
                model.push(word);
            }
        }
        kind.model = Model::read(&model);
        kind
    }
}

#[cfg(test)]
mod tests {
    use super::{GRAMMAR, LeftOut, TEXT, select};
    use crate::opc::xml::parse_canonical;

    #[test]
    fn every_line_of_the_list_is_understood_and_every_name_in_it_is_known() {
        let words = ["root", "unwrap", "told", "renamed", "value", "group", "type"];
        for line in TEXT.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            assert!(words.iter().any(|word| line.starts_with(word)), "{line}");
        }
        let grammar = &*GRAMMAR;
        assert!(grammar.types.len() > 250, "{}", grammar.types.len());
        for (name, kind) in &grammar.types {
            assert!(kind.text.is_none_or(|value| grammar.values.contains_key(value)), "{name}");
            for attribute in kind.attributes.values() {
                assert!(grammar.values.contains_key(attribute.value), "{name} {}", attribute.value);
            }
            let unknown = kind.model.as_ref().map(|model| model.unknown(grammar)).unwrap_or_default();
            assert!(unknown.is_empty(), "{name}: {unknown:?}");
        }
        for (name, model) in &grammar.groups {
            assert!(model.unknown(grammar).is_empty(), "{name}");
        }
        for value in grammar.values.values() {
            assert!(value.unknown(grammar).is_empty(), "{value:?}");
        }
    }

    fn selected(xml: &str) -> (String, LeftOut) {
        let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        let mut root = parse_canonical(&xml.replacen('>', &format!(" {w}>"), 1)).unwrap();
        let mut left_out = LeftOut::default();
        select(&mut root, &mut left_out).unwrap();
        (root.to_part().split_once('\n').unwrap().1.replace(&format!(" {w}"), ""), left_out)
    }

    #[test]
    fn what_is_not_on_the_list_goes_and_the_rest_is_in_order() {
        let (kept, left_out) = selected(
            "<w:hdr><w:p w:rsidR=\"x\"><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>a</w:t><w:object/></w:r>\
             </w:sdtContent></w:sdt><w:pPr><w:jc w:val=\"start\"/><w:ind w:start=\"1cm\" w:left=\"x\"/></w:pPr>\
             <w:del><w:r><w:t>b</w:t></w:r></w:del></w:p></w:hdr>",
        );
        assert_eq!(
            kept,
            "<w:hdr><w:p><w:pPr><w:ind w:left=\"567\"/><w:jc w:val=\"start\"/></w:pPr>\
             <w:r><w:t>a</w:t></w:r></w:p></w:hdr>"
        );
        assert_eq!(left_out.names(), ["w:object"]);
    }

    #[test]
    fn what_cannot_be_made_whole_is_given_up_and_a_root_is_refused() {
        let (kept, left_out) = selected(
            "<w:styles><w:style><w:name/><w:name/><w:qFormat w:val=\"never\"/></w:style></w:styles>",
        );
        assert_eq!(kept, "<w:styles><w:style><w:qFormat/></w:style></w:styles>");
        assert!(left_out.names().is_empty(), "{left_out:?}");
        let mut foreign = parse_canonical("<x/>").unwrap();
        assert!(select(&mut foreign, &mut LeftOut::default()).is_err());
    }
}
