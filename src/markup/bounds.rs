//! How deep and how long markup may be. Beyond it no document needs anything, and readers that go down by recursion
//! would run out of stack.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::Node;

use super::fault::Fault;
use super::reader::line;
use crate::diag::{Code, say};
use crate::source::odd_signs::{self, Excess, excess};

/// Quotations and lists one inside the other.
const NESTING: usize = 12;
/// Spaces that a line may begin with: as many levels of lists need four each.
const INDENT: usize = 4 * NESTING;
/// Nodes of the parsed text one inside the other.
const DEPTH: usize = 64;
/// Characters of all footnotes of a document, each as often as it is referred to.
pub const NOTES: usize = 10 * odd_signs::TEXT;
/// Braces of a formula one inside the other.
pub const BRACES: usize = 32;
/// Characters of a formula.
pub const FORMULA: usize = 4_000;

/// The fault of a line beyond the bounds.
pub fn of_line(number: u32, text: &str) -> Option<Fault> {
    let nested = nesting(text);
    let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
    let message = if nested > NESTING || indent > INDENT {
        say!("markup-nested", most = NESTING)
    } else {
        match excess(text)? {
            Excess::Word(n) => say!("text-word-long", n = n, most = odd_signs::WORD),
            Excess::Marks(n) => say!("text-marks-many", n = n, most = odd_signs::MARKS),
            Excess::Text(n) => say!("text-long", n = n, most = odd_signs::TEXT),
        }
    };
    Some(Fault::new(number, Code::MarkupBounds, message, say!("hint-markup-bounds")))
}

/// Quotations and lists that a line opens one inside the other.
fn nesting(text: &str) -> usize {
    let mut rest = text.trim_start();
    let mut depth = 0;
    loop {
        let next = rest.strip_prefix('>').or_else(|| {
            ["- ", "* ", "+ "].iter().find_map(|bullet| rest.strip_prefix(bullet)).or_else(|| {
                let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                let is_number = after.len() < rest.len();
                after.strip_prefix(". ").or_else(|| after.strip_prefix(") ")).filter(|_| is_number)
            })
        });
        match next {
            Some(next) => rest = next.trim_start(),
            None => return depth,
        }
        depth += 1;
    }
}

/// The fault of a tree that is too deep, walked without recursion.
pub fn of_tree(root: Node<'_>) -> Option<Fault> {
    let mut depth = 0;
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => {
                depth += 1;
                if depth > DEPTH {
                    let message = say!("markup-nested", most = NESTING);
                    let fault =
                        Fault::new(line(node), Code::MarkupBounds, message, say!("hint-markup-bounds"));
                    return Some(fault);
                }
            }
            NodeEdge::End(_) => depth -= 1,
        }
    }
    None
}

/// Whether a formula is longer, or has more braces one inside the other, than is read.
pub fn is_formula_beyond(tex: &str) -> bool {
    let (mut depth, mut deepest) = (0_usize, 0);
    for letter in tex.chars() {
        match letter {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    let commands = tex.matches("\\frac").count() + tex.matches("\\sqrt").count() + tex.matches('^').count();
    deepest > BRACES || commands > 4 * BRACES || tex.chars().count() > FORMULA
}
