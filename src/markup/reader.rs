//! Blocks: headings, text, lists, tables, directives.

use std::collections::HashMap;

use comrak::nodes::{ListType, Node, NodeValue, TableAlignment};

use super::attributes;
use super::fault::Fault;
use super::prepare::Prepared;
use crate::diag::{Code, say};
use crate::document::draft::{Attributes, DraftBlock, DraftKind};
use crate::document::{Align, Inline, NumberTable};
use crate::quantity::whole;

/// Footnote definitions by name.
type Footnotes<'a> = HashMap<String, Node<'a>>;

/// The largest number that a list may begin with; PresentationML knows 32,767.
const LAST_NUMBER: usize = 9_999;

/// Reads the parser's tree.
pub struct MarkdownReader<'a> {
    prepared: &'a Prepared,
    /// The numbers behind the marks of the text.
    pub numbers: &'a NumberTable,
    /// Footnote definitions by name.
    pub footnotes: Footnotes<'a>,
    /// Whether the text of a footnote is being read.
    pub in_footnote: bool,
    /// Characters of the footnotes so far; one that is referred to again counts again.
    pub noted: usize,
    faults: Vec<Fault>,
}

/// The line on which a node begins.
pub fn line(node: Node<'_>) -> u32 {
    u32::try_from(node.data().sourcepos.start.line).unwrap_or(u32::MAX)
}

/// The footnote definitions of a document.
fn footnotes(root: Node<'_>) -> Footnotes<'_> {
    root.descendants()
        .filter_map(|node| {
            let NodeValue::FootnoteDefinition(definition) = &node.data().value else { return None };
            Some((definition.name.clone(), node))
        })
        .collect()
}

impl<'a> MarkdownReader<'a> {
    /// For the tree of a prepared text.
    pub fn new(prepared: &'a Prepared, numbers: &'a NumberTable, root: Node<'a>) -> Self {
        Self {
            prepared,
            numbers,
            footnotes: footnotes(root),
            in_footnote: false,
            noted: 0,
            faults: Vec::new(),
        }
    }

    /// All blocks of the tree.
    ///
    /// # Errors
    /// All markup faults of the text.
    pub fn read(mut self, root: Node<'a>) -> Result<Vec<DraftBlock>, Vec<Fault>> {
        let blocks = self.blocks(root);
        if self.faults.is_empty() { Ok(blocks) } else { Err(self.faults) }
    }

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
            NodeValue::List(list) => {
                let is_ordered = list.list_type == ListType::Ordered;
                if is_ordered && !(1..=LAST_NUMBER).contains(&list.start) {
                    let (message, hint) = (say!("list-start", most = LAST_NUMBER), say!("hint-list-start"));
                    self.faults.push(Fault::new(line, Code::MarkupBounds, message, hint));
                }
                DraftKind::List {
                    ordered: is_ordered,
                    start: whole::count_u32(list.start),
                    items: node.children().map(|item| self.blocks(item)).collect(),
                }
            }
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
        let leads = |cell: &Vec<Inline>| cell.iter().any(Inline::leads_elsewhere);
        if head.iter().any(leads) {
            let (message, hint) = (say!("markup-head-leads"), say!("hint-markup-head-leads"));
            self.faults.push(Fault::new(line(node), Code::MarkupUnsupported, message, hint));
        }
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

    /// Keeps a fault of the text.
    pub fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Refuses a node that the document model has no place for.
    pub fn unsupported(&mut self, line: u32, value: &NodeValue) {
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
