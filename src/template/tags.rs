//! The tags of a template, as far as its text shows them.

/// The first tag of a text: where it opens, and its delimiters.
pub fn first(text: &str) -> Option<(usize, &'static str, &'static str)> {
    [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
        .into_iter()
        .filter_map(|(open, close)| text.find(open).map(|at| (at, open, close)))
        .min()
}
