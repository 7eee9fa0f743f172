//! From a JSON Pointer to a line and a column, for diagnostics only: built when a fault is shown.

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// A well-formed JSON text with the places of its values.
pub struct Spans<'a> {
    text: &'a str,
    root: Option<Value<'a>>,
}

impl<'a> Spans<'a> {
    /// Parses strictly (RFC 8259); `Err` holds the byte offset and the parser's sentence.
    ///
    /// # Errors
    /// Where the text is not well-formed JSON.
    pub fn parse(text: &'a str) -> Result<Self, (usize, String)> {
        let options = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        match parse_to_ast(text, &CollectOptions::default(), &options) {
            Ok(result) => Ok(Self { text, root: result.value }),
            Err(error) => Err((error.range().start, error.kind().to_string())),
        }
    }

    /// Line and column (from 1) of the value a pointer names, or of its nearest ancestor.
    pub fn locate(&self, pointer: &str) -> (u32, u32) {
        let mut node = self.root.as_ref();
        let mut offset = node.map_or(0, Ranged::start);
        for token in pointer.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            let next = match node {
                Some(Value::Object(object)) => {
                    object.properties.iter().find(|p| p.name.as_str() == token).map(|p| {
                        offset = p.start();
                        &p.value
                    })
                }
                Some(Value::Array(array)) => {
                    token.parse::<usize>().ok().and_then(|i| array.elements.get(i)).inspect(|v| {
                        offset = v.start();
                    })
                }
                _ => None,
            };
            if next.is_none() {
                break;
            }
            node = next;
        }
        line_column(self.text, offset)
    }

    /// Keys that stand twice in one object: pointer of the object and the key's offset.
    pub fn duplicate_keys(&self) -> Vec<(String, String, usize)> {
        let mut found = Vec::new();
        if let Some(root) = &self.root {
            duplicates(root, &mut String::new(), &mut found);
        }
        found
    }
}

fn duplicates(value: &Value<'_>, pointer: &mut String, found: &mut Vec<(String, String, usize)>) {
    let length = pointer.len();
    match value {
        Value::Object(object) => {
            let mut names: Vec<&ObjectProp<'_>> = object.properties.iter().collect();
            names.sort_by(|a, b| a.name.as_str().cmp(b.name.as_str()));
            for pair in names.windows(2) {
                if pair[0].name.as_str() == pair[1].name.as_str() {
                    let name = pair[1].name.as_str().to_owned();
                    found.push((pointer.clone(), name, pair[1].start()));
                }
            }
            for property in &object.properties {
                pointer.push('/');
                pointer.push_str(&property.name.as_str().replace('~', "~0").replace('/', "~1"));
                duplicates(&property.value, pointer, found);
                pointer.truncate(length);
            }
        }
        Value::Array(array) => {
            for (index, element) in array.elements.iter().enumerate() {
                pointer.push_str(&format!("/{index}"));
                duplicates(element, pointer, found);
                pointer.truncate(length);
            }
        }
        _ => {}
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
    use super::Spans;

    #[test]
    fn a_pointer_leads_to_its_line_and_column() {
        let spans = Spans::parse("{\n  \"a\": [\n    1,\n    {\"b/c\": 2}\n  ]\n}")
            .unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(spans.locate("/a/1/b~1c"), (4, 6));
        assert_eq!(spans.locate("/a/0"), (3, 5));
        assert_eq!(spans.locate("/a/1/missing"), (4, 5));
        assert_eq!(spans.locate(""), (1, 1));
    }

    #[test]
    fn comments_and_trailing_commas_are_not_json() {
        assert!(Spans::parse("{\"a\": 1,}").is_err());
        assert!(Spans::parse("{} // x").is_err());
    }

    #[test]
    fn duplicate_keys_are_found_at_any_depth() {
        let spans = Spans::parse(r#"{"a": [{"k": 1, "l": 2, "k": 3}]}"#).unwrap_or_else(|e| panic!("{e:?}"));
        let found = spans.duplicate_keys();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].0.as_str(), found[0].1.as_str()), ("/a/0", "k"));
    }
}
