//! Which data a sentence prints: what all its wordings, and all languages, must have in common.

use std::collections::BTreeSet;

use super::pieces::pieces;

/// Forms of a name: the language chooses among them.
const CASES: &[&str] = &["nom", "gen", "dat", "acc", "loc", "abl", "ins", "prep"];

/// Filters that print a word for a value, not the value.
const WORD_FILTERS: &[&str] = &["plural", "agree"];

/// Words of the template language inside a value.
const KEYWORDS: &[&str] = &["not", "and", "or", "in", "is", "true", "false", "defined"];

/// The values and references that a sentence prints, whatever forms and filters it prints them in.
pub fn printed(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut bare = String::new();
    for piece in pieces(text) {
        match piece.open {
            "{{" => {
                bare.push('\u{FFFC}');
                if !prints_word(piece.inside()) {
                    found.extend(paths(piece.inside()));
                }
            }
            "" => bare.push_str(piece.text),
            _ => {}
        }
    }
    found.extend(references(&bare));
    found
}

/// The text without its quoted strings.
fn unquoted(inside: &str) -> String {
    let mut quote = None;
    let mut out = String::with_capacity(inside.len());
    for c in inside.chars() {
        match (quote, c) {
            (Some(open), _) => quote = (c != open).then_some(open),
            (None, '"' | '\'' | '`') => {
                quote = Some(c);
                out.push('"');
            }
            (None, c) => out.push(c),
        }
    }
    out
}

fn prints_word(inside: &str) -> bool {
    let bare = unquoted(inside);
    let mut filters = bare.split('|').skip(1).map(str::trim_start);
    filters.any(|f| WORD_FILTERS.iter().any(|w| f.strip_prefix(w).is_some_and(|r| r.starts_with(['(', ' ']))))
}

/// The variables of a value, with their fields.
fn paths(inside: &str) -> Vec<String> {
    let bare = unquoted(inside);
    let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | ']');
    let mut found = Vec::new();
    let mut rest = bare.as_str();
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let end = rest.find(|c| !is_path(c)).unwrap_or(rest.len());
        if end == 0 || !(c.is_alphabetic() || c == '_') {
            if !c.is_whitespace() {
                before = c;
            }
            let skip = if end == 0 { c.len_utf8() } else { end };
            rest = rest.get(skip..).unwrap_or_default();
            continue;
        }
        let (path, left) = rest.split_at(end);
        let after = left.trim_start();
        let is_argument = after.starts_with('=') && !after.starts_with("==");
        if before != '|' && !after.starts_with('(') && !is_argument && !KEYWORDS.contains(&path) {
            let cases = path.rsplit_once('.').filter(|(_, last)| CASES.contains(last));
            found.push(cases.map_or(path, |(name, _)| name).to_owned());
        }
        before = 'x';
        rest = left;
    }
    found
}

/// Labels that the words refer to by name; those made of values are found as values.
fn references(text: &str) -> Vec<String> {
    let labels = text.split("](#").skip(1).filter_map(|rest| rest.split_once(')'));
    labels.map(|(label, _)| format!("#{label}")).filter(|label| !label.contains('\u{FFFC}')).collect()
}

#[cfg(test)]
mod tests {
    use super::printed;

    fn told(text: &str) -> Vec<String> {
        printed(text).into_iter().collect()
    }

    #[test]
    fn forms_and_filters_do_not_count() {
        let ru = told(
            "В {{ study.place.prep }} {{ n | plural(one=\"дом\", other=\"дома\") }}: {{ n | num(decimals=1) }} [](#sec-a), [](#fig-{{ q.id }})",
        );
        let kk = told(
            "{{ study.place.loc }} – {{ n | num | ending(case=\"gen\") }} [](#fig-{{ q.id }}), [](#sec-a)",
        );
        assert_eq!(ru, kk);
        assert_eq!(ru, ["#sec-a", "n", "q.id", "study.place"]);
        assert_eq!(
            told("{{ pct_range(low=a.low, high=a.high) }} {{ (b.x - c[0].y) | num }} {{ word(key=\"w\") }}"),
            ["a.high", "a.low", "b.x", "c[0].y"]
        );
    }
}
