//! From a JSON Pointer to a line and a column, for diagnostics only: built when a fault is shown.
//!
//! Only the levels on the way to a pointer are read, and each once, so that a fault in a file of 100 MB
//! is found without a tree of the whole file in memory.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::fmt::{Display, Write};
use std::rc::Rc;

use serde::Deserialize;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A JSON text with the places of its values.
pub struct Spans<'a> {
    text: &'a str,
    /// Offsets at which the lines begin.
    lines: OnceCell<Vec<usize>>,
    levels: RefCell<HashMap<String, Rc<Level<'a>>>>,
}

/// What stands directly inside one value.
enum Level<'a> {
    Object(HashMap<String, &'a RawValue>),
    Array(Vec<&'a RawValue>),
    Scalar,
}

impl<'a> Level<'a> {
    fn read(text: &'a str) -> Self {
        match text.trim_start().as_bytes().first() {
            Some(b'{') => serde_json::from_str(text).map_or(Self::Scalar, Self::Object),
            Some(b'[') => serde_json::from_str(text).map_or(Self::Scalar, Self::Array),
            _ => Self::Scalar,
        }
    }

    fn get(&self, token: &str) -> Option<&'a str> {
        match self {
            Self::Object(members) => members.get(token).map(|raw| raw.get()),
            Self::Array(elements) => {
                token.parse::<usize>().ok().and_then(|i| elements.get(i)).map(|raw| raw.get())
            }
            Self::Scalar => None,
        }
    }
}

impl<'a> Spans<'a> {
    /// The places of a text; nothing is read yet.
    pub fn new(text: &'a str) -> Self {
        Self { text, lines: OnceCell::new(), levels: RefCell::default() }
    }

    /// Line and column (from 1) of the value a pointer names (of its key, inside an object), or of its
    /// nearest ancestor.
    pub fn locate(&self, pointer: &str) -> (u32, u32) {
        let mut value = self.text.trim_start();
        let mut offset = self.text.len() - value.len();
        let mut walked = String::new();
        for token in pointer.split('/').skip(1) {
            let level = self.level(&walked, value);
            let name = token.replace("~1", "/").replace("~0", "~");
            let Some(next) = level.get(&name) else { break };
            let begin = next.as_ptr().addr() - self.text.as_ptr().addr();
            offset = if matches!(*level, Level::Object(_)) { key_begin(self.text, begin) } else { begin };
            walked.push('/');
            walked.push_str(token);
            value = next;
        }
        let lines = self.lines.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        });
        let line = lines.partition_point(|begin| *begin <= offset);
        let begin = lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let column = self.text[begin..offset].chars().count() + 1;
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
    }

    fn level(&self, pointer: &str, value: &'a str) -> Rc<Level<'a>> {
        let mut levels = self.levels.borrow_mut();
        if let Some(level) = levels.get(pointer) {
            return Rc::clone(level);
        }
        let level = Rc::new(Level::read(value));
        levels.insert(pointer.to_owned(), Rc::clone(&level));
        level
    }
}

/// Where the key of the value at `begin` begins.
fn key_begin(text: &str, begin: usize) -> usize {
    let before = text[..begin].trim_end().trim_end_matches(':').trim_end();
    let Some(inside) = before.strip_suffix('"') else { return begin };
    let mut end = inside.len();
    while let Some(quote) = inside[..end].rfind('"') {
        let slashes = inside[..quote].bytes().rev().take_while(|b| *b == b'\\').count();
        if slashes % 2 == 0 {
            return quote;
        }
        end = quote;
    }
    begin
}

/// A key of an object as a token of a JSON Pointer (RFC 6901, 3).
pub fn pointer_token(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// What [`walk_json`] comes across, with the pointer at which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonItem<'t> {
    /// A string value or an object's key.
    Text(&'t str),
    /// A key that stands in its object for the second time.
    DuplicateKey(&'t str),
}

/// Walks through a JSON text without keeping any of it; `visit` gets each string and key with its JSON Pointer.
///
/// # Errors
/// The parser's own, with line and column, where the text is not well-formed JSON.
pub fn walk_json(text: &str, visit: &mut dyn FnMut(&str, JsonItem<'_>)) -> Result<(), serde_json::Error> {
    let mut pointer = String::new();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Walk { pointer: &mut pointer, visit }.deserialize(&mut deserializer)?;
    deserializer.end()
}

/// Keys that an object rarely has more of.
const KEYS: usize = 16;

/// A key as it stands in the text, where nothing in it is escaped.
#[derive(Deserialize)]
#[serde(transparent)]
struct Key<'t>(#[serde(borrow)] Cow<'t, str>);

struct Walk<'w> {
    pointer: &'w mut String,
    visit: &'w mut dyn FnMut(&str, JsonItem<'_>),
}

impl Walk<'_> {
    fn inner<T>(&mut self, token: impl Display, visit: impl FnOnce(Walk<'_>) -> T) -> T {
        let length = self.pointer.len();
        // Writing to a String cannot fail.
        let _ = write!(self.pointer, "/{token}");
        let result = visit(Walk { pointer: self.pointer, visit: self.visit });
        self.pointer.truncate(length);
        result
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut keys: Vec<Cow<'_, str>> = Vec::with_capacity(KEYS);
        while let Some(Key(key)) = map.next_key()? {
            (self.visit)(self.pointer, JsonItem::Text(&key));
            let repeated = keys.contains(&key);
            let needs_escape = key.contains(['~', '/']);
            let token =
                if needs_escape { Cow::Owned(pointer_token(&key)) } else { Cow::Borrowed(key.as_ref()) };
            self.inner(token, |walk| {
                if repeated {
                    (walk.visit)(walk.pointer, JsonItem::DuplicateKey(&key));
                }
                map.next_value_seed(walk)
            })?;
            keys.push(key);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let mut index = 0usize;
        while self.inner(index, |walk| list.next_element_seed(walk))?.is_some() {
            index += 1;
        }
        Ok(())
    }

    fn visit_some<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        (self.visit)(self.pointer, JsonItem::Text(text));
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

/// Line and column (from 1, in characters) of a byte offset.
pub fn line_column(text: &str, offset: usize) -> (u32, u32) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::{JsonItem, Spans, walk_json};

    #[test]
    fn a_pointer_leads_to_its_line_and_column() {
        let spans = Spans::new("{\n  \"a\": [\n    1,\n    {\"b/c\": 2}\n  ],\n  \"q\\\"r\" : 3\n}");
        assert_eq!(spans.locate("/a/1/b~1c"), (4, 6));
        assert_eq!(spans.locate("/a/0"), (3, 5));
        assert_eq!(spans.locate("/a/1/missing"), (4, 5));
        assert_eq!(spans.locate("/q\"r"), (6, 3));
        assert_eq!(spans.locate(""), (1, 1));
    }

    #[test]
    fn comments_and_trailing_commas_are_not_json() {
        for text in ["{\"a\": 1,}", "{} // x", "[1, 2,]", "{'a': 1}"] {
            assert!(walk_json(text, &mut |_, _| {}).is_err(), "{text}");
        }
    }

    #[test]
    fn duplicate_keys_and_strings_are_met_at_any_depth() {
        let (mut doubles, mut texts) = (Vec::new(), 0);
        let read =
            walk_json(r#"{"a": [null, {"k": 1, "l": "x", "k": 3}]}"#, &mut |pointer, item| match item {
                JsonItem::DuplicateKey(key) => doubles.push(format!("{pointer} {key}")),
                JsonItem::Text(_) => texts += 1,
            });
        assert!(read.is_ok());
        assert_eq!((doubles, texts), (vec!["/a/1/k k".to_owned()], 5));
    }
}
