//! Reading Rust as far as the rules of the house need it: code without comments and tests, and the paths in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::root;

/// A source file of the program, without what is compiled for tests only.
pub struct SourceFile {
    /// Relative to `src`, with `/`.
    pub path: String,
    /// Code without comments; strings are kept.
    pub code: String,
}

impl SourceFile {
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), code: without_tests(&without_comments(text)) }
    }

    /// The folder below `src` that the file stands in; none for `lib.rs` and its like.
    pub fn room(&self) -> Option<&str> {
        self.path.split_once('/').map(|(room, _)| room)
    }

    /// First names of the paths that begin at the crate's root: after `crate::`, or after so many `super::` that
    /// they leave the room.
    pub fn rooms_used(&self) -> BTreeSet<String> {
        let code = without_strings(&self.code);
        let mut used = after(&code, "crate::");
        let modules = self.path.split('/').count() - usize::from(self.path.ends_with("/mod.rs"));
        used.extend(after(&code, &"super::".repeat(modules)));
        used
    }

    /// First names of the paths into the standard library: `fs` in `std::fs::read` and in `use std::{fs, io}`.
    pub fn std_modules(&self) -> BTreeSet<String> {
        after(&without_strings(&self.code), "std::")
    }
}

/// Every source file that is not a test's, in the order of their paths.
pub fn source_files() -> Vec<SourceFile> {
    let src = root().join("src");
    let relative = |path: PathBuf| {
        let parts = path.strip_prefix(&src).unwrap().components();
        let name = parts.map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        (name, path)
    };
    let mut files: Vec<_> = rust_files(&src).into_iter().map(relative).collect();
    files.sort();
    files.retain(|(name, _)| !is_test(name));
    files.into_iter().map(|(name, path)| SourceFile::new(&name, &fs::read_to_string(path).unwrap())).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found
}

/// Whether a path below `src` is a test's by name: `tests.rs`, `tests/…`, `…_tests.rs`, `test_….rs`.
pub fn is_test(path: &str) -> bool {
    path.split('/')
        .map(|part| part.strip_suffix(".rs").unwrap_or(part))
        .any(|part| part == "tests" || part.ends_with("_tests") || part.starts_with("test_"))
}

/// The names right after each `start`; where a group in braces follows, the first name of each of its paths.
fn after(code: &str, start: &str) -> BTreeSet<String> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices(start) {
        if code[..at].ends_with(|c| is_name(c) || c == ':') {
            continue;
        }
        let rest = code[at + start.len()..].trim_start();
        let paths: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => members(group),
            None => vec![rest],
        };
        let names = paths.iter().map(|p| p.trim_start().chars().take_while(|c| is_name(*c)).collect());
        found.extend(names.filter(|name: &String| !name.is_empty()));
    }
    found
}

/// The paths of a group of a `use`, whose opening brace is read already.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                found.push(&group[from..at]);
                from = at + 1;
                if c == '}' {
                    return found;
                }
            }
            _ => {}
        }
    }
    found
}

/// A piece of Rust text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Code,
    Text,
    Comment,
}

/// The text in pieces: code, literals of strings and characters, comments.
fn pieces(text: &str) -> Vec<(Piece, &str)> {
    let (mut found, mut from, mut at) = (Vec::new(), 0, 0);
    while at < text.len() {
        let rest = &text[at..];
        let Some((piece, length)) = literal_or_comment(rest, &text[..at]) else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        found.push((Piece::Code, &text[from..at]));
        found.push((piece, &text[at..at + length]));
        at += length;
        from = at;
    }
    found.push((Piece::Code, &text[from..]));
    found
}

fn literal_or_comment(rest: &str, before: &str) -> Option<(Piece, usize)> {
    let until =
        |end: &str, skip: usize| rest[skip..].find(end).map_or(rest.len(), |at| skip + at + end.len());
    if rest.starts_with("//") {
        return Some((Piece::Comment, rest.find('\n').unwrap_or(rest.len())));
    }
    if rest.starts_with("/*") {
        return Some((Piece::Comment, until("*/", 2)));
    }
    let in_name = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let raw = rest.strip_prefix('r').filter(|_| !in_name || before.ends_with('b'));
    if let Some(raw) = raw {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            return Some((Piece::Text, until(&format!("\"{}", "#".repeat(hashes)), hashes + 2)));
        }
    }
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return Some((Piece::Text, at + 1)),
            // A lifetime, not a character.
            _ if quote == '\'' && at > 1 && !rest[1..].starts_with('\\') => return None,
            _ => {}
        }
    }
    None
}

fn without_comments(text: &str) -> String {
    pieces(text).into_iter().filter(|(piece, _)| *piece != Piece::Comment).map(|(_, text)| text).collect()
}

fn without_strings(code: &str) -> String {
    let blank = |(piece, text)| if piece == Piece::Text { "\"\"" } else { text };
    pieces(code).into_iter().map(blank).collect()
}

/// The code without what stands under `#[cfg(test)]`: the next item, up to its `;` or its closing brace.
fn without_tests(code: &str) -> String {
    let (mut kept, mut rest) = (String::new(), code);
    while let Some((before, after)) = rest.split_once("#[cfg(test)]") {
        kept.push_str(before);
        rest = &after[item(after)..];
    }
    kept + rest
}

/// The length of the item at the beginning of the code.
fn item(code: &str) -> usize {
    let (mut at, mut depth) = (0, 0);
    for (piece, text) in pieces(code) {
        for (inside, c) in text.char_indices().filter(|_| piece == Piece::Code) {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth == 0 && matches!(c, ';' | '}') {
                return at + inside + 1;
            }
        }
        at += text.len();
    }
    code.len()
}
