//! The title page: parts given by nested directives.

use super::photographs::logos;
use super::resolver::{Directive, Resolver};
use super::running_text::paragraphs;
use crate::diag::{Code, Diagnostic, say};
use crate::document::TitlePage;
use crate::document::draft::{DraftBlock, DraftKind};

/// The parts of a title page, for messages.
const PARTS: &str = "organisation, approval, kind, title, details, place";

/// The title page of a report.
pub fn title_page(resolver: &mut Resolver<'_>, body: &[DraftBlock]) -> TitlePage {
    let mut page = TitlePage { logos: logos(resolver.sources), ..TitlePage::default() };
    for block in body {
        let DraftKind::Directive { name, attributes, body } = &block.kind else {
            stray(resolver, block.line);
            continue;
        };
        resolver.known(&Directive { line: block.line, name, attributes, body }, &[]);
        let mut lines = paragraphs(resolver, body);
        match name.as_str() {
            "organisation" => page.organisation = lines,
            "approval" => page.approvals.push(lines),
            "kind" => page.kind = lines.pop().unwrap_or_default(),
            "title" => page.title = lines.pop().unwrap_or_default(),
            "details" => page.details = lines,
            "place" => page.place = lines.pop().unwrap_or_default(),
            _ => stray(resolver, block.line),
        }
    }
    page
}

fn stray(resolver: &mut Resolver<'_>, line: u32) {
    let fault = Diagnostic::new(Code::DirectiveUnknown, say!("title-page-stray"));
    resolver.fault(line, fault.hint(say!("hint-title-page-parts", names = PARTS)));
}
