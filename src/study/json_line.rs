//! A value as JSON on one line, as people write it: a space after commas and colons.

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{Result, Write};

struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        writer.write_all(b": ")
    }
}

/// The line.
///
/// # Errors
/// What JSON cannot hold, such as a map whose keys are no texts.
pub fn json_line(value: &impl Serialize) -> serde_json::Result<String> {
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut bytes, Spaced))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::json_line;

    #[test]
    fn commas_and_colons_are_followed_by_a_space_outside_of_texts() {
        let value = serde_json::json!({"a": [1, 2], "b": "c,d:e", "f": {}});
        assert_eq!(json_line(&value).unwrap(), r#"{"a": [1, 2], "b": "c,d:e", "f": {}}"#);
    }
}
