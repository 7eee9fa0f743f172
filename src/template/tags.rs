//! The tags of a template, as far as its text shows them.

/// The first tag of a text: where it opens, and its delimiters.
pub fn first(text: &str) -> Option<(usize, &'static str, &'static str)> {
    text.match_indices('{').find_map(|(at, _)| {
        let tag = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")].into_iter();
        tag.map(|(open, close)| (at, open, close)).find(|(at, open, _)| text[*at..].starts_with(open))
    })
}
