//! `name key=value key="a value"`: what stands behind a directive's colons or in a heading's braces.

use crate::diag::{Message, say};
use crate::document::draft::Attributes;

/// A directive's name and attributes.
pub fn directive(info: &str) -> Result<(String, Attributes), Message> {
    let info = info.trim();
    let (name, rest) = info.split_once(char::is_whitespace).unwrap_or((info, ""));
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
        return Err(say!("directive-name-wrong", name = name));
    }
    Ok((name.to_owned(), list(rest)?))
}

/// Attributes alone.
pub fn list(text: &str) -> Result<Attributes, Message> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (key, after) = rest.split_once('=').ok_or_else(|| say!("attribute-form-wrong", text = rest))?;
        let key = key.trim();
        if key.is_empty() || !key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
            return Err(say!("attribute-name-wrong", key = key));
        }
        if found.iter().any(|(k, _)| k == key) {
            return Err(say!("attribute-twice", key = key));
        }
        let (value, tail) = match after.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').ok_or_else(|| say!("attribute-unquoted", key = key))?,
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        found.push((key.to_owned(), unescape(value)));
        rest = tail.trim_start();
    }
    Ok(Attributes(found))
}

/// Undoes the escaping that data went through on its way into an attribute.
fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => {
                out.extend(chars.next());
            }
            _ => out.push(c),
        }
    }
    out
}
