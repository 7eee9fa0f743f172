//! Rendered template text → draft document. The only room that knows the Markdown parser.
//!
//! CommonMark with GFM tables, footnotes and `:::` directives. Whatever the document model has no
//! block for is refused with its line, never dropped.

// The nodes are the parsers': new ones of theirs are refused as all are that the document has no block for.
#![allow(clippy::wildcard_enum_match_arm)]

mod attributes;
mod inlines;
mod prepare;
pub mod tex;

use comrak::nodes::{ListType, Node, NodeValue, TableAlignment};
use comrak::{Arena, Options, parse_document};

use crate::diag::{Code, Diagnostic, Message, say};
use crate::document::draft::{Attributes, DraftBlock, DraftKind};
use crate::document::{Align, NumberTable};

use prepare::Prepared;

/// A fault on a line (from 1) of the rendered text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: u32,
    /// What is wrong, without its place in a file.
    pub diagnostic: Diagnostic,
}

impl Fault {
    fn new(line: u32, code: Code, message: Message, hint: Message) -> Self {
        Self { line, diagnostic: Diagnostic::new(code, message).hint(hint) }
    }
}

/// Reads rendered text; `numbers` are those behind its marks.
///
/// # Errors
/// All markup faults of the text.
pub fn read(text: &str, numbers: &NumberTable) -> Result<Vec<DraftBlock>, Vec<Fault>> {
    let prepared = prepare::prepare(text, numbers)?;
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.footnotes = true;
    options.extension.block_directive = true;
    let arena = Arena::new();
    let root = parse_document(&arena, &prepared.text, &options);
    let footnotes = inlines::footnotes(root);
    let mut reader = MarkdownReader { prepared: &prepared, numbers, footnotes, faults: Vec::new() };
    let blocks = reader.blocks(root);
    if reader.faults.is_empty() { Ok(blocks) } else { Err(reader.faults) }
}

struct MarkdownReader<'a> {
    prepared: &'a Prepared,
    numbers: &'a NumberTable,
    footnotes: inlines::Footnotes<'a>,
    faults: Vec<Fault>,
}

fn line(node: Node<'_>) -> u32 {
    u32::try_from(node.data().sourcepos.start.line).unwrap_or(u32::MAX)
}

impl<'a> MarkdownReader<'a> {
    fn blocks(&mut self, parent: Node<'a>) -> Vec<DraftBlock> {
        parent.children().filter_map(|node| self.block(node)).collect()
    }

    fn block(&mut self, node: Node<'a>) -> Option<DraftBlock> {
        let line = line(node);
        let value = node.data().value.clone();
        let kind = match value {
            NodeValue::Heading(heading) => DraftKind::Heading {
                level: heading.level,
                attributes: self.prepared.headings.get(&line).cloned().unwrap_or_default(),
                text: self.inlines(node),
            },
            NodeValue::Paragraph => {
                let text = self.inlines(node);
                if text.is_empty() {
                    return None;
                }
                DraftKind::Paragraph(text)
            }
            NodeValue::List(list) => DraftKind::List {
                ordered: list.list_type == ListType::Ordered,
                items: node.children().map(|item| self.blocks(item)).collect(),
            },
            NodeValue::BlockQuote => DraftKind::Quote(self.blocks(node)),
            NodeValue::ThematicBreak => DraftKind::PageBreak,
            NodeValue::Table(table) => self.table(node, &table.alignments),
            NodeValue::BlockDirective(directive) => self.directive(node, line, &directive.info),
            NodeValue::FootnoteDefinition(_) => return None,
            other => {
                self.unsupported(line, &other);
                return None;
            }
        };
        Some(DraftBlock { line, kind })
    }

    fn directive(&mut self, node: Node<'a>, line: u32, info: &str) -> DraftKind {
        let (name, attributes) = match attributes::directive(info) {
            Ok(parsed) => parsed,
            Err(message) => {
                self.faults.push(Fault::new(
                    line,
                    Code::DirectiveAttribute,
                    message,
                    say!("hint-attributes-form"),
                ));
                (String::new(), Attributes::default())
            }
        };
        DraftKind::Directive { name, attributes, body: self.blocks(node) }
    }

    fn table(&mut self, node: Node<'a>, alignments: &[TableAlignment]) -> DraftKind {
        let mut rows: Vec<Vec<_>> =
            node.children().map(|row| row.children().map(|cell| self.inlines(cell)).collect()).collect();
        let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let aligns = alignments
            .iter()
            .map(|a| match a {
                TableAlignment::None => None,
                TableAlignment::Left => Some(Align::Left),
                TableAlignment::Center => Some(Align::Centre),
                TableAlignment::Right => Some(Align::Right),
            })
            .collect();
        DraftKind::Table { aligns, head, rows }
    }

    fn unsupported(&mut self, line: u32, value: &NodeValue) {
        let message = match value {
            NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => say!("markup-html"),
            NodeValue::CodeBlock(_) => say!("markup-code-block"),
            NodeValue::Code(_) => say!("markup-code"),
            NodeValue::Image(_) => say!("markup-image"),
            _ => say!("markup-other"),
        };
        self.faults.push(Fault::new(line, Code::MarkupUnsupported, message, say!("hint-markup")));
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::diag::Code;
    use crate::document::draft::DraftKind;
    use crate::document::{Inline, NumberTable, plain_text};

    fn kinds(text: &str) -> Vec<DraftKind> {
        read(text, &NumberTable::default())
            .unwrap_or_else(|e| panic!("{e:?}"))
            .into_iter()
            .map(|b| b.kind)
            .collect()
    }

    #[test]
    fn headings_carry_attributes_but_data_in_braces_stays_text() {
        let kinds = kinds("## A title {id=sec-x role=annex}\n\n## Data \\{id\\=y\\}\n");
        match kinds.as_slice() {
            [
                DraftKind::Heading { attributes, text, .. },
                DraftKind::Heading { attributes: none, text: data, .. },
            ] => {
                assert_eq!(attributes.get("id"), Some("sec-x"));
                assert_eq!(plain_text(text), "A title");
                assert!(none.0.is_empty());
                assert_eq!(plain_text(data), "Data {id=y}");
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn directives_nest_and_keep_their_lines() {
        let blocks =
            read("x\n\n::::outer a=1 b=\"c d\"\n:::inner\ntext\n:::\n::::\n", &NumberTable::default())
                .unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(blocks[1].line, 3);
        let DraftKind::Directive { name, attributes, body } = &blocks[1].kind else { panic!("{blocks:?}") };
        assert_eq!((name.as_str(), attributes.get("b")), ("outer", Some("c d")));
        assert!(matches!(&body[0].kind, DraftKind::Directive { name, .. } if name == "inner"));
    }

    #[test]
    fn references_and_footnotes() {
        let kinds = kinds("See [](#fig-a)-x.[^n]\n\n[^n]: A note.\n");
        let [DraftKind::Paragraph(text)] = kinds.as_slice() else { panic!("{kinds:?}") };
        assert!(text.contains(&Inline::Reference { target: "fig-a".into(), number: String::new() }));
        assert!(
            text.iter().any(|i| matches!(i, Inline::Footnote { text, .. } if plain_text(text) == "A note."))
        );
    }

    #[test]
    fn faults_name_their_lines() {
        let codes = |text: &str| -> Vec<(u32, Code)> {
            read(text, &NumberTable::default())
                .err()
                .unwrap_or_default()
                .into_iter()
                .map(|f| (f.line, f.diagnostic.code))
                .collect()
        };
        assert_eq!(codes("a\n\n:::chart\nb\n"), [(3, Code::DirectiveUnclosed)]);
        assert_eq!(codes("a\n\n:::\n"), [(3, Code::DirectiveUnclosed)]);
        assert_eq!(codes(":::chart a=b:c\n:::\n"), [(1, Code::DirectiveAttribute)]);
        assert_eq!(codes("a <b>c</b>\n"), [(1, Code::MarkupUnsupported), (1, Code::MarkupUnsupported)]);
    }
}
