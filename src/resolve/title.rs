//! The title page: parts given by nested directives.

use super::Resolver;
use crate::diag::{Code, Diagnostic, say};
use crate::document::TitlePage;
use crate::document::draft::{Block as DraftBlock, Kind};

/// The parts of a title page, for messages.
const PARTS: &str = "organisation, approval, kind, title, details, place";

impl Resolver<'_> {
    pub(super) fn title_page(&mut self, body: &[DraftBlock]) -> TitlePage {
        let mut page = TitlePage { logos: self.logos(), ..TitlePage::default() };
        for block in body {
            let Kind::Directive { name, attributes, body } = &block.kind else {
                self.stray(block.line);
                continue;
            };
            self.known(block.line, name, attributes, &[]);
            let mut lines = self.paragraphs(body);
            match name.as_str() {
                "organisation" => page.organisation = lines,
                "approval" => page.approvals.push(lines),
                "kind" => page.kind = lines.pop().unwrap_or_default(),
                "title" => page.title = lines.pop().unwrap_or_default(),
                "details" => page.details = lines,
                "place" => page.place = lines.pop().unwrap_or_default(),
                _ => self.stray(block.line),
            }
        }
        page
    }

    fn stray(&mut self, line: u32) {
        self.fault(
            line,
            Diagnostic::new(Code::DirectiveUnknown, say!("title-page-stray"))
                .hint(say!("hint-title-page-parts", names = PARTS)),
        );
    }
}
