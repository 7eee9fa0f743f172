//! The volume of a report, which opens its abstract (GOST 7.32-2017, 5.3.2.1): pages, figures, tables, sources and
//! annexes. All but the pages are counted here, once everything has its number; the layout counts the pages.

use super::resolver::{Directive, Resolver};
use super::settings::DocumentKind;
use crate::diag::{Code, Diagnostic, say};
use crate::document::{Body, Inline, Inlines};
use crate::quantity::whole;

/// What stands for the count of pages in the pattern of the locale file.
const PAGES: &str = "{pages}";

/// The paragraph, still without its counts.
pub fn volume(resolver: &mut Resolver<'_>, directive: &Directive<'_>) -> Option<Inlines> {
    resolver.known(directive, &[]);
    if resolver.sources.settings.kind != DocumentKind::Report {
        let fault = Diagnostic::new(Code::DirectiveUnknown, say!("volume-outside-report"));
        resolver.fault(directive.line, fault.hint(say!("hint-volume-outside-report")));
        return None;
    }
    resolver.volume = Some(directive.line);
    Some(vec![Inline::PageCount])
}

/// Puts the counts into the paragraph.
pub fn fill(resolver: &mut Resolver<'_>, body: &mut Body) {
    let Some(line) = resolver.volume else { return };
    let text = text(resolver);
    let Some(text) = resolver.check(line, text) else { return };
    for (_, paragraph) in body.texts_mut() {
        if matches!(paragraph.as_slice(), [Inline::PageCount]) {
            paragraph.clone_from(&text);
        }
    }
}

/// «Отчёт 97 с., 34 рис., 79 табл.»; what the report has none of is left out.
fn text(resolver: &Resolver<'_>) -> Result<Inlines, Diagnostic> {
    let locale = resolver.sources.locale;
    let (figures, tables) = resolver.numbering.captioned();
    let counts = [
        ("volume_figures", figures),
        ("volume_tables", tables),
        ("volume_sources", resolver.numbering.sources()),
        ("volume_annexes", resolver.numbering.annexes()),
    ];
    let pattern = locale.word("volume_pages")?;
    let (before, after) = pattern.split_once(PAGES).unwrap_or((pattern, ""));
    let mut rest = after.to_owned();
    for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        let count = locale.number(whole::float(usize::try_from(count).unwrap_or(usize::MAX)), 0);
        rest.push_str(&format!(", {}", locale.fill(key, &[("n", &count)])?));
    }
    if !rest.ends_with('.') {
        rest.push('.');
    }
    Ok(vec![Inline::text(before), Inline::PageCount, Inline::text(rest)])
}
