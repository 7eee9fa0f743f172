//! Values that grow into themselves: a loop that puts what it made into what it makes next, as `c = strong(c)`. Typst
//! bounds the depth of calls, rules and boxes, but not that of such a value, and walks it to its end: the stack runs
//! out, which ends the program.
//!
//! Looked for is a way from a variable over those that the same loop changes back to itself, on which it is put into
//! something. Sums, comparisons, lengths and what is taken out of a value make nothing deeper.

#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "Typst's syntax has 140 kinds; all but a few are told alike"
)]

use std::collections::{HashMap, HashSet};

use typst::syntax::{LinkedNode, SyntaxKind, SyntaxNode, ast};

/// Methods that put a value into their target.
const PUTTING: &[&str] = &["push", "insert"];
/// Methods whose result is no deeper than their target.
const TAKING: &[&str] = &[
    "at", "contains", "dedup", "filter", "first", "flatten", "join", "keys", "last", "len", "pop",
    "position", "remove", "rev", "slice", "sorted", "sum", "trim", "values",
];
/// Methods that call a function again and again with what it gave before.
const REPEATING: &[&str] = &["fold", "reduce", UPDATE];
/// The method of a state or a counter, which takes a value, too.
const UPDATE: &str = "update";

/// A change of variables: an assignment, or a call that puts something into its target.
struct Change {
    targets: Vec<String>,
    /// The variables that it is made of, each with whether it is put into something.
    sources: Vec<(String, bool)>,
    /// Offset in the file.
    at: usize,
}

/// Where, inside a loop or a repeated function, a value grows into itself; the first place, if any.
pub fn grows(node: &LinkedNode<'_>) -> Option<usize> {
    match node.kind() {
        SyntaxKind::ForLoop => in_loop(node),
        SyntaxKind::FuncCall => in_repeated(node),
        _ => None,
    }
}

fn in_loop(node: &LinkedNode<'_>) -> Option<usize> {
    let (mut changes, mut own) = (Vec::new(), HashSet::new());
    let mut left: Vec<LinkedNode<'_>> = node.children().collect();
    while let Some(inner) = left.pop() {
        if let Some(bound) = inner.cast::<ast::LetBinding<'_>>() {
            own.extend(bound.kind().bindings().into_iter().map(|name| name.get().to_string()));
        }
        changes.extend(changed(&inner));
        left.extend(inner.children());
    }
    // A variable of the loop's own begins anew each time.
    for change in &mut changes {
        change.targets.retain(|name| !own.contains(name));
        change.sources.retain(|(name, _)| !own.contains(name));
    }
    let mut graph = Graph::of(&changes);
    graph.mark_circles();
    changes
        .iter()
        .enumerate()
        .filter(|(place, change)| graph.is_deeper(*place, change))
        .map(|(_, c)| c.at)
        .min()
}

/// What leads to what: the changes by their places, behind them the variables.
struct Graph<'c> {
    names: HashMap<&'c str, usize>,
    /// From a variable to the changes that are made of it, from a change to its targets.
    onwards: Vec<Vec<usize>>,
    /// The circle that each is part of.
    circles: Vec<usize>,
}

impl<'c> Graph<'c> {
    fn of(changes: &'c [Change]) -> Self {
        let mut graph =
            Self { names: HashMap::new(), onwards: vec![Vec::new(); changes.len()], circles: Vec::new() };
        for (place, change) in changes.iter().enumerate() {
            for (name, _) in &change.sources {
                let source = graph.variable(name);
                graph.onwards[source].push(place);
            }
            for name in &change.targets {
                let target = graph.variable(name);
                graph.onwards[place].push(target);
            }
        }
        graph
    }

    fn variable(&mut self, name: &'c str) -> usize {
        let next = self.onwards.len();
        let place = *self.names.entry(name).or_insert(next);
        if place == next {
            self.onwards.push(Vec::new());
        }
        place
    }

    /// Finds what lies on a common circle: strongly connected components, by Kosaraju's two walks.
    fn mark_circles(&mut self) {
        let mut back = vec![Vec::new(); self.onwards.len()];
        for (from, all) in self.onwards.iter().enumerate() {
            all.iter().for_each(|to| back[*to].push(from));
        }
        let mut seen = vec![false; back.len()];
        let mut ended = Vec::with_capacity(back.len());
        for place in 0..back.len() {
            ended.extend(walked(&self.onwards, place, &mut seen));
        }
        self.circles = vec![0; back.len()];
        seen.fill(false);
        for place in ended.into_iter().rev() {
            walked(&back, place, &mut seen).into_iter().for_each(|part| self.circles[part] = place);
        }
    }

    /// Whether a change puts a variable into something on the way of this to itself.
    fn is_deeper(&self, place: usize, change: &Change) -> bool {
        let is_on_circle =
            |name: &str| self.names.get(name).is_some_and(|at| self.circles[*at] == self.circles[place]);
        change.sources.iter().any(|(name, is_deeper)| *is_deeper && is_on_circle(name))
    }
}

/// What can be reached and was not seen, each behind all that is reached from it.
fn walked(onwards: &[Vec<usize>], from: usize, seen: &mut [bool]) -> Vec<usize> {
    let mut ended = Vec::new();
    let mut way = if seen[from] { Vec::new() } else { vec![(from, 0)] };
    seen[from] = true;
    while let Some((place, next)) = way.last_mut() {
        let (here, step) = (*place, onwards[*place].get(*next).copied());
        *next += 1;
        match step {
            Some(to) if !seen[to] => {
                seen[to] = true;
                way.push((to, 0));
            }
            Some(_) => {}
            None => {
                ended.push(here);
                way.pop();
            }
        }
    }
    ended
}

/// What a node changes, if it does.
fn changed(node: &LinkedNode<'_>) -> Option<Change> {
    let (first, last) = (node.children().next()?, node.children().last()?);
    let (mut targets, mut sources) = (Vec::new(), Vec::new());
    let mut tell = |name: &str, is_deeper: bool| sources.push((name.to_owned(), is_deeper));
    match node.kind() {
        SyntaxKind::Binary if is_assignment(node) => {
            targets.extend(root(first.get()));
            mentioned(last.get(), false, &mut tell);
        }
        SyntaxKind::DestructAssignment => {
            mentioned(first.get(), false, &mut |name, _| targets.push(name.to_owned()));
            match last.kind() {
                // Each gets its own.
                SyntaxKind::Array => last.children().for_each(|own| mentioned(own.get(), false, &mut tell)),
                _ => mentioned(last.get(), false, &mut tell),
            }
        }
        SyntaxKind::FuncCall => {
            let (target, _) = method(node.get()).filter(|(_, name)| PUTTING.contains(name))?;
            targets.extend(root(target));
            mentioned(last.get(), true, &mut tell);
        }
        _ => return None,
    }
    Some(Change { targets, sources, at: node.offset() })
}

/// A function that is called with its own result: `fold`, `reduce`, the `update` of a state.
fn in_repeated(node: &LinkedNode<'_>) -> Option<usize> {
    let (_, name) = method(node.get())?;
    if !REPEATING.contains(&name) {
        return None;
    }
    let arguments = node.children().last()?;
    // A function that stands elsewhere is not looked for there.
    let given = arguments.children().filter(|inner| inner.cast::<ast::Expr<'_>>().is_some()).last()?;
    if given.kind() == SyntaxKind::Ident && (name != UPDATE || is_in_loop(node)) {
        return Some(node.offset());
    }
    let closure = arguments
        .children()
        .find_map(|inner| inner.get().clone().cast::<ast::Closure<'_>>().map(|_| inner))?;
    let parts = closure.cast::<ast::Closure<'_>>()?;
    let first = parts.params().children().next()?;
    let ast::Param::Pos(pattern) = first else { return None };
    let names: Vec<String> = pattern.bindings().into_iter().map(|name| name.get().to_string()).collect();
    let mut is_deeper = false;
    let body = closure.children().last()?;
    mentioned(body.get(), false, &mut |name, deeper| {
        is_deeper |= deeper && names.iter().any(|own| own == name);
    });
    is_deeper.then(|| node.offset())
}

fn is_in_loop(node: &LinkedNode<'_>) -> bool {
    let mut above = std::iter::successors(node.parent(), |node| node.parent());
    above.any(|node| node.kind() == SyntaxKind::ForLoop)
}

fn is_assignment(node: &LinkedNode<'_>) -> bool {
    let is_sign = |kind| {
        matches!(
            kind,
            SyntaxKind::Eq
                | SyntaxKind::PlusEq
                | SyntaxKind::HyphEq
                | SyntaxKind::StarEq
                | SyntaxKind::SlashEq
        )
    };
    node.children().any(|inner| is_sign(inner.kind()))
}

/// The variable at the root of `a`, `a.b`, `a.at(b)`.
fn root(node: &SyntaxNode) -> Option<String> {
    match node.kind() {
        SyntaxKind::Ident => Some(node.leaf_text().to_string()),
        SyntaxKind::FieldAccess | SyntaxKind::FuncCall | SyntaxKind::Parenthesized => {
            node.children().find(|inner| inner.cast::<ast::Expr<'_>>().is_some()).and_then(root)
        }
        _ => None,
    }
}

/// The target and the name of a method that is called.
fn method(call: &SyntaxNode) -> Option<(&SyntaxNode, &str)> {
    let callee = call.children().next().filter(|callee| callee.kind() == SyntaxKind::FieldAccess)?;
    let name = callee.children().last()?;
    Some((callee.children().next()?, name.leaf_text().as_str()))
}

/// Every variable that an expression mentions, and whether it is put into something there.
fn mentioned(node: &SyntaxNode, is_deeper: bool, tell: &mut impl FnMut(&str, bool)) {
    match node.kind() {
        SyntaxKind::Ident | SyntaxKind::MathIdent => tell(node.leaf_text(), is_deeper),
        // The field of a value, the name of an argument are no variables.
        SyntaxKind::FieldAccess => {
            if let Some(target) = node.children().next() {
                mentioned(target, is_deeper, tell);
            }
        }
        SyntaxKind::Named => {
            if let Some(value) = node.children().last() {
                mentioned(value, is_deeper, tell);
            }
        }
        SyntaxKind::Binary | SyntaxKind::Unary | SyntaxKind::Parenthesized | SyntaxKind::Destructuring => {
            node.children().for_each(|inner| mentioned(inner, is_deeper, tell));
        }
        // What is asked makes nothing.
        SyntaxKind::Conditional => {
            let branches =
                node.children().filter(|inner| inner.kind() != SyntaxKind::If).skip_while(|inner| {
                    !matches!(inner.kind(), SyntaxKind::CodeBlock | SyntaxKind::ContentBlock)
                });
            branches.for_each(|branch| mentioned(branch, is_deeper, tell));
        }
        SyntaxKind::CodeBlock | SyntaxKind::Code => {
            let has_rules = node
                .children()
                .any(|inner| matches!(inner.kind(), SyntaxKind::SetRule | SyntaxKind::ShowRule));
            node.children().for_each(|inner| mentioned(inner, is_deeper || has_rules, tell));
        }
        SyntaxKind::FuncCall => match method(node) {
            // Numbers of numbers.
            Some((target, _)) if target.leaf_text() == "calc" => {}
            Some((target, name)) if TAKING.contains(&name) => mentioned(target, is_deeper, tell),
            _ => node.children().for_each(|inner| mentioned(inner, true, tell)),
        },
        _ => node.children().for_each(|inner| mentioned(inner, true, tell)),
    }
}

#[cfg(test)]
mod tests {
    use typst::syntax::{LinkedNode, parse};

    use super::grows;

    fn is_found(text: &str) -> bool {
        let root = parse(text);
        let mut left = vec![LinkedNode::new(&root)];
        while let Some(node) = left.pop() {
            if grows(&node).is_some() {
                return true;
            }
            left.extend(node.children());
        }
        false
    }

    #[test]
    fn what_a_loop_puts_into_itself_is_found() {
        for text in [
            "#{ let c = [x]; for i in range(9) { c = strong(c) } }",
            "#{ let c = [x]; for i in range(9) { c = [#c a] } }",
            "#{ let c = [x]; for i in range(9) { c = { set text(red); c } } }",
            "#{ let c = $x$; for i in range(9) { c = $#c / 2$ } }",
            "#{ let c = (1,); for i in range(9) { c = (c,) } }",
            "#{ let c = (1,); for i in range(9) { c.push(c) } }",
            "#{ let c = (:); for i in range(9) { c.inner = (a: c) } }",
            "#{ let c = [x]; for i in range(9) { for j in range(9) { c += strong(c) } } }",
            "#{ let c = [x]; for i in range(9) { if i > 2 { c = emph(c) } } }",
            "#{ let c = [x]; for i in range(9) { c = if i > 2 { emph(c) } else { c } } }",
            "#{ let (a, b) = ([x], [y]); for i in range(9) { a = strong(b); b = a } }",
            "#{ let (a, b) = ([x], [y]); for i in range(9) { (a, b) = (b, strong(a)) } }",
            "#{ let (a, b) = ((), ()); for i in range(9) { a.push(b); b.push(a) } }",
            "#{ let f = x => x; for i in range(9) { f = x => f(x) } }",
            "#range(9).fold([x], (c, i) => strong(c))",
            "#range(9).fold([x], (c, i) => { [#c] })",
            "#{ let s = state(\"s\", [x]); for i in range(9) { s.update(c => strong(c)) } }",
            "#{ let s = state(\"s\", [x]); for i in range(9) { s.update(strong) } }",
            "#{ let f(c, i) = strong(c); range(9).fold([x], f) }",
        ] {
            assert!(is_found(text), "{text}");
        }
    }

    #[test]
    fn many_variables_are_looked_through_at_once() {
        let names: Vec<String> = (0..5_000).map(|n| format!("v{n}")).collect();
        let all = names.join(", ");
        let set = |value: &str| format!("#for i in range(9) {{ ({all}) = ({value}) }}");
        assert!(!is_found(&set(&all)));
        assert!(is_found(&set(&all.replacen("v0,", "strong(v1),", 1))));
        let chain: String = names.windows(2).map(|two| format!("{} = {}; ", two[1], two[0])).collect();
        assert!(!is_found(&format!("#for i in range(9) {{ {chain} v9 = strong(v0) }}")));
        assert!(is_found(&format!("#for i in range(9) {{ {chain} v0 = strong(v4999) }}")));
    }

    #[test]
    fn sums_lists_and_what_begins_anew_are_not() {
        for text in [
            "#{ let n = 0; for i in range(9) { n += i; n = n * 2 + calc.max(n, i) } }",
            "#{ let c = []; for i in range(9) { c += [a]; c = c + strong[b] } }",
            "#{ let all = (); let own = (); for i in range(9) { own.push(i); if own.len() > 3 { all.push(own); own = () } } }",
            "#for i in range(9) { let c = [x]; c = strong(c); c }",
            "#{ let (a, b) = (0, 1); for i in range(9) { (a, b) = (b, a + b) } }",
            "#{ let last = none; for i in range(9) { if last == i [again]; last = i } }",
            "#range(9).fold(0, (n, i) => n + if i > 2 { i } else { 6 })",
            "#{ let rest = (1, 2); for i in range(9) { rest = rest.slice(1) } }",
            "#{ let c = [x]; c = strong(c) }",
            "#{ let first = 3; counter(page).update(first) }",
            "#for i in range(9) { counter(page).update(i + 1); counter(page).update(n => n + 1) }",
        ] {
            assert!(!is_found(text), "{text}");
        }
    }
}
