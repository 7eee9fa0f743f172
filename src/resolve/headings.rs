//! Headings and lists with pages.

use super::labels::Kind;
use super::resolver::{Directive, Resolver};
use super::running_text::running_text;
use crate::diag::{Code, Diagnostic, say};
use crate::document::{Contents, Heading, HeadingRole, Inline, Listed};

/// Every role of a heading that an author may name, for messages.
const ROLES: &str = "structural, annex";
/// What a list with pages may hold, for messages.
const LISTED: &str = "headings, figures, tables";
/// The deepest level of a heading.
const DEEPEST: u8 = 4;

/// A list of headings, figures or tables with their pages.
pub fn contents(resolver: &mut Resolver<'_>, directive: &Directive<'_>) -> Contents {
    resolver.known(directive, &["of"]);
    let line = directive.line;
    let (of, label) = match directive.attributes.get("of") {
        None | Some("headings") => (Listed::Headings, "contents"),
        Some("figures") => (Listed::Figures, "list-of-figures"),
        Some("tables") => (Listed::Tables, "list-of-tables"),
        Some(other) => {
            let fault = Diagnostic::new(Code::DirectiveAttribute, say!("contents-of-unknown", name = other));
            resolver.fault(line, fault.hint(say!("hint-contents-of", names = LISTED)));
            (Listed::Headings, "contents")
        }
    };
    resolver.label(line, label, "");
    let text = resolver.sources.locale.word(&label.replace('-', "_")).map(|w| vec![Inline::text(w)]);
    let text = resolver.check(line, text).unwrap_or_default();
    let (label, role) = (label.to_owned(), HeadingRole::Structural);
    Contents { heading: Heading { level: 1, label, role, number: None, text }, of }
}

/// A heading; its directive has no body.
pub fn heading(
    resolver: &mut Resolver<'_>,
    directive: &Directive<'_>,
    level: u8,
    text: &[Inline],
) -> Heading {
    resolver.known(directive, &["id", "role"]);
    let line = directive.line;
    let role = role(resolver, directive);
    if level > DEEPEST {
        let fault = Diagnostic::new(Code::MarkupUnsupported, say!("heading-too-deep"));
        resolver.fault(line, fault.hint(say!("hint-heading-levels")));
    }
    let (number, printed) = match role {
        HeadingRole::Structural => {
            resolver.numbering.structural();
            (None, String::new())
        }
        HeadingRole::Plain => (None, String::new()),
        HeadingRole::Section => {
            let number = resolver.numbering.section(level);
            (Some(number.clone()), number)
        }
        HeadingRole::Annex => {
            let index = resolver.numbering.annex();
            let annex = resolver.sources.locale.annex(index);
            let (letter, label) = resolver.check(line, annex).unwrap_or_default();
            resolver.numbering.in_annex(letter);
            (Some(label), letter.to_string())
        }
    };
    let label = match directive.attributes.get("id") {
        Some(id) => id.to_owned(),
        None => resolver.numbering.unnamed("sec"),
    };
    resolver.label(line, &label, &printed);
    if role == HeadingRole::Annex {
        resolver.labels.expect(Kind::Annex, &label, line);
    }
    let text = running_text(resolver, line, text);
    Heading { level: level.min(DEEPEST), label, role, number, text }
}

fn role(resolver: &mut Resolver<'_>, directive: &Directive<'_>) -> HeadingRole {
    match directive.attributes.get("role") {
        None if resolver.sources.is_paper() => HeadingRole::Plain,
        None => HeadingRole::Section,
        Some("structural") => HeadingRole::Structural,
        Some("annex") => HeadingRole::Annex,
        Some(other) => {
            let message = say!("heading-role-unknown", name = other);
            let fault = Diagnostic::new(Code::DirectiveAttribute, message);
            resolver.fault(directive.line, fault.hint(say!("hint-heading-roles", names = ROLES)));
            HeadingRole::Section
        }
    }
}
