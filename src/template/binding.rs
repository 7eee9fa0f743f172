//! Which datum a printed number is: the filter of `{{ top.percent | pct }}` learns it before rendering.
//!
//! Tera gives a filter the value alone. Each `num` and `pct` of an output tag is therefore read with two
//! more arguments: `of`, the id of the object that the value is a field of (objects of lists carry it,
//! see [`context`](super::context)), and `at`, the way from there. A value that is no field, such as a
//! count or a sum, has for its id the expression behind a sign of equality.

use super::context::{HIDDEN_ID, ROOTS};
use super::tags;

/// Filters that print a number.
const FILTERS: &[&str] = &["num", "pct", "counted", "pct_range", "num_range"];

/// Arguments put into a template's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsertedArguments {
    /// From 1, in the text with the insertions before it.
    pub line: u32,
    /// From 1, likewise.
    pub column: u32,
    /// In characters.
    pub length: u32,
}

/// A template whose number filters know their data, and what was put in for that.
pub fn bind(text: &str) -> (String, Vec<InsertedArguments>) {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut insertions = Vec::new();
    let mut rest = text;
    while let Some((before, open, close)) = tags::first(rest) {
        let Some(end) = rest[before + open.len()..].find(close) else { break };
        let inside = before + open.len();
        out.push_str(&rest[..inside]);
        if open == "{{" {
            expression(&rest[inside..inside + end], &mut out, &mut insertions);
        } else {
            out.push_str(&rest[inside..inside + end]);
        }
        rest = &rest[inside + end..];
    }
    out.push_str(rest);
    (out, insertions)
}

/// A column of a bound line as it is in the file, both from 1.
pub fn unbound_column(insertions: &[InsertedArguments], line: u32, column: u32) -> u32 {
    let before = insertions.iter().filter(|i| i.line == line && i.column < column);
    before.fold(column, |left, i| left - i.length.min(column - i.column))
}

/// Writes the inside of an output tag with the arguments of its number filters.
fn expression(inside: &str, out: &mut String, insertions: &mut Vec<InsertedArguments>) {
    let mut done = 0;
    if let Some((name, arguments)) = range_call(inside) {
        let at = done + arguments;
        let bound = range_arguments(&inside[at..], name);
        out.push_str(&inside[..at]);
        insert(&bound, out, insertions);
        done = at;
    }
    for (begins, pipe, after) in number_filters(inside) {
        let value = inside[begins..pipe].trim_matches([' ', '\n', '-']);
        // A range has the id of its low end.
        let is_range = inside[pipe..after].ends_with("_range");
        let bound = if is_range { arguments(&format!("{value}.low")) } else { arguments(value) };
        out.push_str(&inside[done..after]);
        done = after;
        match inside[after..].strip_prefix('(') {
            Some(own) => {
                out.push('(');
                done += 1;
                let comma = if own.trim_start().starts_with(')') { "" } else { ", " };
                insert(&format!("{bound}{comma}"), out, insertions);
            }
            None => insert(&format!("({bound})"), out, insertions),
        }
    }
    out.push_str(&inside[done..]);
}

fn insert(text: &str, out: &mut String, insertions: &mut Vec<InsertedArguments>) {
    let line = out.matches('\n').count() + 1;
    let begins = out.rfind('\n').map_or(0, |at| at + 1);
    let column = out[begins..].chars().count() + 1;
    let counted = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let length = counted(text.chars().count());
    insertions.push(InsertedArguments { line: counted(line), column: counted(column), length });
    out.push_str(text);
}

/// Where the filters of numbers stand outside of quotes: byte offsets of the expression before them, of their pipe and of
/// their end.
fn number_filters(inside: &str) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    // Where the expression begins, at each depth of brackets.
    let mut begins = vec![0];
    let mut quote = None;
    for (at, c) in inside.char_indices() {
        match (quote, c) {
            (Some(open), _) => quote = (c != open).then_some(open),
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, '(' | '[' | '{') => begins.push(at + 1),
            (None, ')' | ']' | '}') => drop(begins.pop()),
            (None, ',' | '=') => {
                begins.pop();
                begins.push(at + 1);
            }
            (None, '|') => {
                let name = inside[at + 1..].trim_start();
                let starts = inside.len() - name.len();
                let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
                if FILTERS.contains(&&name[..end]) {
                    found.push((begins.last().copied().unwrap_or_default(), at, starts + end));
                }
            }
            _ => {}
        }
    }
    found
}

/// A call of `pct_range` or `num_range`, and where its arguments begin.
fn range_call(inside: &str) -> Option<(&str, usize)> {
    let call = inside.trim_start_matches(['-', ' ', '\n']);
    let open = call.find('(')?;
    let name = call[..open].trim_end();
    matches!(name, "pct_range" | "num_range").then(|| (name, inside.len() - call.len() + open + 1))
}

/// A range has the id of its low end, to which the function adds `-high`.
fn range_arguments(arguments_text: &str, name: &str) -> String {
    let low = arguments_text.split_once("low=").map(|(_, rest)| rest.trim_start());
    let low = low.and_then(|rest| rest.split([',', ')']).next()).unwrap_or(name);
    format!("{}, ", arguments(low.trim()))
}

/// `of=…, at=…` for an expression.
fn arguments(expression: &str) -> String {
    let quoted = |text: &str| {
        let text: String = text.split_whitespace().collect();
        format!("\"{}\"", text.replace(['"', '\\'], "'"))
    };
    match owner(expression) {
        Some((object, rest)) if !ROOTS.contains(&object) => {
            format!("of={object}.{HIDDEN_ID} | default(value=\"\"), at={}", quoted(rest))
        }
        Some(_) => format!("at={}", quoted(expression)),
        None => format!("at={}", quoted(&format!("={expression}"))),
    }
}

/// The longest beginning of a path that may be an object of a list, and the rest: `q.items[0]` and `n`.
fn owner(path: &str) -> Option<(&str, &str)> {
    let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | ']');
    if !path.starts_with(|c: char| c.is_alphabetic()) || !path.chars().all(is_path) || path.contains("..") {
        return None;
    }
    let mut depth = 0_u32;
    let mut end = None;
    let mut first_dot = None;
    for (at, c) in path.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            '.' if depth == 0 => {
                first_dot.get_or_insert(at);
                if path[..at].ends_with(']') {
                    end = Some(at);
                }
            }
            _ => {}
        }
    }
    let at = end.or(first_dot)?;
    Some((&path[..at], &path[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::{arguments, bind, unbound_column};

    #[test]
    fn numbers_learn_where_they_come_from() {
        let of = |expression: &str| arguments(expression);
        assert_eq!(of("facts.sample.n"), r#"at="facts.sample.n""#);
        assert_eq!(of("top.percent"), r#"of=top._id | default(value=""), at="percent""#);
        assert_eq!(
            of("q.items[0].negative.value"),
            r#"of=q.items[0]._id | default(value=""), at="negative.value""#
        );
        assert_eq!(of("facts.risk.tiers[0]"), r#"at="facts.risk.tiers[0]""#);
        assert_eq!(of("g.women + g.men"), r#"at="=g.women+g.men""#);
        assert_eq!(of("terms | length"), r#"at="=terms|length""#);
    }

    #[test]
    fn only_number_filters_of_output_tags_change() {
        let same = "{% if a.b | num == \"1\" %}{{ a.b | date }} {# {{ a.b | num }} #}| num {{ \"x | num\" }}";
        assert_eq!(bind(same).0, same);
        let (bound, insertions) = bind("x\n{{ n | num }} {{ n | num(decimals=1) | ending(case=\"gen\") }}");
        assert_eq!(
            bound,
            "x\n{{ n | num(at=\"=n\") }} {{ n | num(at=\"=n\", decimals=1) | ending(case=\"gen\") }}"
        );
        let column = |of: &str| {
            let line = bound.lines().nth(1).unwrap_or_default();
            u32::try_from(line.find(of).unwrap_or_default() + 1).unwrap_or_default()
        };
        assert_eq!(unbound_column(&insertions, 2, column("decimals")), 26);
        assert_eq!(unbound_column(&insertions, 2, 4), 4);
        assert_eq!(unbound_column(&insertions, 1, 4), 4);
    }

    #[test]
    fn an_argument_is_bound_like_an_output() {
        let (bound, _) = bind("{{ word(key=\"base\") | replace(from=\"{n}\", to=q.n | num) }}");
        assert!(bound.ends_with("to=q.n | num(of=q._id | default(value=\"\"), at=\"n\")) }}"), "{bound}");
    }

    #[test]
    fn a_value_with_limits_is_bound_by_the_low_one() {
        let (bound, _) = bind("{{ q.share | pct_range }}");
        assert_eq!(bound, "{{ q.share | pct_range(of=q._id | default(value=\"\"), at=\"share.low\") }}");
    }

    #[test]
    fn a_range_is_bound_by_its_low_end() {
        let (bound, _) = bind("{{ pct_range(low=q.low, high=q.high) }}");
        assert_eq!(
            bound,
            "{{ pct_range(of=q._id | default(value=\"\"), at=\"low\", low=q.low, high=q.high) }}"
        );
    }
}
