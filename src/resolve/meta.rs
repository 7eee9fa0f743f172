//! What a document says about itself, and where its words may be broken.

use super::sources::Sources;
use crate::diag::Diagnostic;
use crate::document::{DECK_WORDS, Document, Hyphens, Meta, Words};
use crate::locale::Locale;

/// Properties of the document.
///
/// # Errors
/// `LocaleKey` where the locale file lacks a word that writers print.
pub fn meta(sources: &Sources<'_>) -> Result<Meta, Diagnostic> {
    let (locale, passport) = (sources.locale, &sources.study.passport);
    let kind = sources.settings.title.get(locale.language()).cloned().unwrap_or_default();
    let title = sources.text(&passport.title).to_owned();
    let cutoff = sources.facts.cutoff;
    Ok(Meta {
        language: locale.language().to_owned(),
        language_region: locale.region().to_owned(),
        title: format!("{kind}. {title}"),
        subject: title,
        author: sources.name(&passport.grantee.name).to_owned(),
        keywords: vec![kind.clone(), sources.name(&passport.place).to_owned()],
        date: (cutoff.year(), cutoff.month(), cutoff.day()),
        study: passport.id.to_string(),
        deliverable: sources.deliverable.to_owned(),
        justify: locale.justifies(),
        justify_docx: locale.justifies_docx(),
        decimal_mark: locale.decimal_mark().to_string(),
        mark: passport.mark.as_ref().map(|m| sources.text(m).to_owned()),
        running_head: kind,
        words: words(locale)?,
    })
}

fn words(locale: &Locale) -> Result<Words, Diagnostic> {
    Ok(Words {
        notes: locale.word("notes")?.to_owned(),
        slide: locale.word("slide")?.to_owned(),
        deck: DECK_WORDS
            .iter()
            .map(|key| Ok((*key, locale.word(&format!("deck_{key}"))?.to_owned())))
            .collect::<Result<_, Diagnostic>>()?,
        table_continued: locale.table_continued().replace("{n}", "{}"),
    })
}

/// Where the document's words may be broken, and the names that stay whole.
pub fn hyphens(sources: &Sources<'_>, document: &Document) -> Hyphens {
    let locale = sources.locale;
    let (all, heads) = (document.words(), document.head_words());
    let words = all.iter().map(|word| {
        // A capital that begins a sentence or a table's head: the word is a common one.
        let lower = word.to_lowercase();
        let is_common = lower.len() == word.len() && (all.contains(&lower) || heads.contains(word));
        // Keywords stand in capitals, of which no word is broken (GOST 7.32-2017, 5.3.2.1).
        let is_capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        let broken = if is_common { &lower } else { word };
        (word.clone(), if is_capitals { Vec::new() } else { locale.breaks(broken) })
    });
    let passport = &sources.study.passport;
    let bodies = passport.bodies.iter().map(|b| &b.name);
    let names = bodies.chain([&passport.customer.name, &passport.grantee.name, &passport.place]);
    let forms = names.filter_map(|name| name.0.get(locale.language())).flat_map(|forms| forms.cases.values());
    Hyphens {
        words: words.filter(|(_, breaks)| !breaks.is_empty()).collect(),
        unbroken: forms.map(|form| locale.typography(form)).collect(),
    }
}
