//! What a Typst file of a theme may not hold: what a layout of finished data has no use for, and by which it would run on
//! or out.
//!
//! A theme comes with the user's own templates, never with a study. Its files see the document and nothing else
//! ([`world`](super::world)); Typst itself bounds the depth of calls, rules and boxes. What is left is refused by a walk of
//! the syntax, with its line.

use std::thread;

use typst::syntax::{LinkedNode, SyntaxKind, SyntaxNode, ast, parse};

use super::ThemeFiles;
use super::growth::grows;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, Message, say};
use crate::quantity::whole;

/// Bytes of a file.
const FILE: usize = 256 << 10;
/// Levels of an expression: Typst bounds brackets inside one another, not `1 + 1 + 1`, which it walks level by level.
const LEVELS: usize = 400;
/// Stack of the thread that reads a file: enough for as many levels as the file has bytes.
const STACK: usize = 512 << 20;
/// The largest whole number written out: no measure, page or colour needs a larger one, and what is repeated so many
/// times is never seen.
const NUMBER: i64 = 100_000;
/// What runs a program out of the user's sight or makes code of a text.
const REFUSED: &[&str] = &["plugin", "eval"];

/// Everything in the files of a theme that they may not hold.
pub fn faults(files: &ThemeFiles) -> Diagnostics {
    let all = || files.iter().flat_map(|(path, text)| in_file(&format!("theme/{path}"), text)).collect();
    let read = thread::scope(|scope| {
        let reader = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, all).ok()?;
        reader.join().ok()
    });
    // A system that gives no such thread.
    read.unwrap_or_else(all)
}

fn in_file(path: &str, text: &str) -> Vec<Diagnostic> {
    let fault = |message: Message, line: usize| {
        let place = Location::line(path, whole::count_u32(line));
        Diagnostic::new(Code::ThemeFault, message).at(place).hint(say!("hint-theme-refused"))
    };
    if text.len() > FILE {
        return vec![fault(say!("theme-file-large", most = FILE >> 10), 1)];
    }
    let root = parse(text);
    let line = |at: usize| text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
    if let Some(at) = beyond_levels(&root) {
        return vec![fault(say!("theme-nested", most = LEVELS), line(at))];
    }
    let mut found = Vec::new();
    let mut left = vec![LinkedNode::new(&root)];
    while let Some(node) = left.pop() {
        if let Some(message) = refused(&node) {
            found.push((node.offset(), message));
        }
        found.extend(grows(&node).map(|at| (at, say!("theme-growth"))));
        left.extend(node.children());
    }
    found.sort_by_key(|(at, _)| *at);
    // A loop inside another tells the same.
    found.dedup_by_key(|(at, _)| *at);
    found.into_iter().map(|(at, message)| fault(message, line(at))).collect()
}

/// Where the levels of a tree become too many, if they do.
fn beyond_levels(root: &SyntaxNode) -> Option<usize> {
    let mut left = vec![(LinkedNode::new(root), 0)];
    while let Some((node, level)) = left.pop() {
        if level > LEVELS {
            return Some(node.offset());
        }
        left.extend(node.children().map(|inner| (inner, level + 1)));
    }
    None
}

fn refused(node: &LinkedNode<'_>) -> Option<Message> {
    let kind = node.kind();
    let text = node.leaf_text();
    if kind == SyntaxKind::While {
        return Some(say!("theme-while"));
    }
    if matches!(kind, SyntaxKind::Ident | SyntaxKind::MathIdent) {
        return REFUSED.contains(&text.as_str()).then(|| say!("theme-function", name = text.as_str()));
    }
    if kind == SyntaxKind::Str && node.parent_kind() == Some(SyntaxKind::ModuleImport) {
        return text.starts_with("\"@").then(|| say!("theme-package", name = text.trim_matches('"')));
    }
    // In any notation.
    let is_large = node.cast::<ast::Int<'_>>().is_some_and(|number| number.get() > NUMBER);
    is_large.then(|| say!("theme-number-large", number = text.as_str(), most = NUMBER))
}

#[cfg(test)]
mod tests {
    use super::{ThemeFiles, faults};
    use crate::source::Assets;

    #[test]
    fn what_runs_on_or_out_is_refused_on_its_line() {
        let text = "#let x = 1\n#while x > 0 { x += 1 }\n#let p = plugin(\"a.wasm\")\n#import \"@preview/a:1.0.0\": b\n\
            #import \"/blocks.typ\": *\n#for n in range(100000000000) [a]\n#let while-like = \"while @b 100000000000\"\n#range(0xfffffff)\n";
        let files = ThemeFiles::from([("ours/report.typ".to_owned(), text.to_owned())]);
        let found = faults(&files);
        let told: Vec<_> =
            found.iter().map(|d| (d.message.id(), d.location.as_ref().and_then(|p| p.line))).collect();
        assert_eq!(
            told,
            [
                ("theme-while", Some(2)),
                ("theme-function", Some(3)),
                ("theme-package", Some(4)),
                ("theme-number-large", Some(6)),
                ("theme-number-large", Some(8))
            ]
        );
    }

    #[test]
    fn an_expression_of_too_many_levels_is_refused_on_its_line() {
        let told = |text: String| -> Vec<_> {
            let found = faults(&ThemeFiles::from([("ours/report.typ".to_owned(), text)]));
            found.iter().map(|d| (d.message.id(), d.location.as_ref().and_then(|p| p.line))).collect()
        };
        let nested = [("theme-nested", Some(2))];
        assert_eq!(told(format!("#let x = 1\n#(1{})\n", "+1".repeat(60_000))), nested);
        assert_eq!(told(format!("#let x = (a: 1)\n#x{}\n", ".a".repeat(60_000))), nested);
        assert_eq!(told(format!("#let x = 1\n#x{}\n", "()".repeat(60_000))), nested);
        assert_eq!(told(format!("#let x = 1\n#(1{})\n", "+1".repeat(100))), []);
    }

    #[test]
    fn the_program_s_own_themes_hold_none_of_it() {
        let assets = Assets::embedded();
        let mut files = ThemeFiles::new();
        for folder in ["theme", "theme/gost", "theme/modern"] {
            for file in assets.files(folder, "typ") {
                let path = format!("{folder}/{file}");
                files.insert(
                    path.clone(),
                    assets.text(&path).unwrap_or_else(|f| panic!("{f:?}")).into_owned(),
                );
            }
        }
        assert!(files.len() > 5);
        assert!(faults(&files).is_empty(), "{:?}", faults(&files));
    }
}
