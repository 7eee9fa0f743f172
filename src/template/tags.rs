//! The tags of a template, as far as its text shows them.

/// The first tag of a text: where it opens, and its delimiters.
pub fn first(text: &str) -> Option<(usize, &'static str, &'static str)> {
    [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
        .into_iter()
        .filter_map(|(open, close)| text.find(open).map(|at| (at, open, close)))
        .min()
}

/// How many tags of a name open on a line.
pub fn count(line: &str, name: &str) -> usize {
    let named = |inside: &&str| inside.trim_start_matches('-').split_whitespace().next() == Some(name);
    line.split("{%").skip(1).filter(named).count()
}

/// The template that a template extends, where its first tag says so.
pub fn parent(text: &str) -> Option<&str> {
    let (_, inside) = text.split_once("{%")?;
    let (inside, _) = inside.split_once("%}")?;
    let name = inside.trim_matches(['-', ' ', '\n']).strip_prefix("extends")?.trim();
    name.strip_prefix('"')?.strip_suffix('"')
}
