//! Patterns with `{name}` places, as locale files write them.

use indexmap::IndexMap;

/// Fills `{name}` places of a pattern.
pub fn fill(pattern: &str, places: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        match places.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// What stands before and after the number of a pattern.
pub fn split_at_number(pattern: &str) -> (&str, &str) {
    pattern.split_once("{n}").unwrap_or((pattern, ""))
}

/// Words or patterns by their keys, in the file's order.
pub type Words = IndexMap<String, String>;

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn places_are_filled_once_and_data_is_not_read_as_a_pattern() {
        assert_eq!(fill("{a} of {b}", &[("a", "{b}"), ("b", "x")]), "{b} of x");
        assert_eq!(fill("{unknown}!", &[]), "{unknown}!");
    }
}
