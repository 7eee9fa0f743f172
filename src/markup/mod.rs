//! Rendered template text → draft document. The only room that knows the Markdown parser.
//!
//! CommonMark with GFM tables, footnotes and `:::` directives. Whatever the document model has no
//! block for is refused with its line, never dropped.

// The nodes are the parsers': new ones of theirs are refused as all are that the document has no block for.
#![allow(clippy::wildcard_enum_match_arm)]

mod attributes;
mod bounds;
mod fault;
mod inlines;
mod prepare;
mod reader;
pub mod tex;

use comrak::{Arena, Options, parse_document};

use crate::document::NumberTable;
use crate::document::draft::DraftBlock;

pub use fault::Fault;
use reader::MarkdownReader;

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
    if let Some(fault) = bounds::of_tree(root) {
        return Err(vec![fault]);
    }
    MarkdownReader::new(&prepared, numbers, root).read(root)
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
