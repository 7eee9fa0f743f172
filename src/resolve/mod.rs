//! Draft → document: binds directives to data, numbers figures, tables, headings and footnotes, fills
//! in references, and checks that nothing points nowhere.
//!
//! Resolution goes twice over the draft: once to build blocks and give numbers, once to print the
//! numbers where they are referred to. Everything that is printed with a number gets it here alone.

mod bind;
mod blocks;
mod charts;
mod deck;
mod fit;
mod formulas;
mod notes;
mod numbering;
mod photographs;
mod projection;
mod tables;
mod title;

use std::sync::Arc;

use crate::chart::Faces;
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::draft::{Attributes, Block as DraftBlock};
use crate::document::{Block, Body, DECK_WORDS, Document, Hyphens, Listed, Meta, Words};
use crate::facts::Facts;
use crate::locale::{Locale, Style};
use crate::study::Study;
use crate::template::LineMap;
use crate::theme::{PageStyle, Theme};
pub use formulas::{Entry, Formulas};
use numbering::Numbering;

/// What a deliverable is made of, beside its draft.
pub struct Sources<'a> {
    pub study: &'a Study,
    pub facts: &'a Facts,
    pub locale: &'a Arc<Locale>,
    pub theme: &'a Theme,
    pub faces: &'a Faces,
    pub lines: &'a LineMap,
    pub settings: &'a Settings,
    pub formulas: &'a Formulas,
    /// Id of the deliverable.
    pub deliverable: &'a str,
}

/// `report.toml` of a deliverable.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub kind: Kind,
    /// What the deliverable is called, by language; printed in running heads and properties.
    pub title: std::collections::BTreeMap<String, String>,
    /// Numbers and dates, where they are other than the theme's.
    #[serde(default)]
    pub style: Style,
    /// The deliverable in which every number of this one has to stand.
    #[serde(default)]
    pub proven_by: Option<String>,
    /// Most pages that the deliverable may have.
    #[serde(default)]
    pub most_pages: Option<usize>,
}

/// A report flows over A4 pages, a paper is a short one without numbers of headings, figures and tables, a deck is a
/// row of slides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Report,
    Paper,
    Deck,
}

impl Kind {
    /// Whether it flows over pages.
    pub fn is_paged(self) -> bool {
        self != Self::Deck
    }
}

/// Resolves a draft.
///
/// # Errors
/// Every directive, reference and chart that cannot be resolved, on its template line.
pub fn resolve(draft: &[DraftBlock], sources: &Sources<'_>) -> Result<(Document, Diagnostics), Diagnostics> {
    let mut resolver = Resolver {
        s: sources,
        sheet: match sources.settings.kind {
            Kind::Report | Kind::Paper => &sources.theme.report,
            Kind::Deck => &sources.theme.slides,
        },
        numbering: Numbering::default(),
        faults: Diagnostics::new(),
        space: None,
    };
    let meta = resolver.meta();
    let mut body = match sources.settings.kind {
        Kind::Report | Kind::Paper => Body::Report(resolver.blocks(draft)),
        Kind::Deck => Body::Deck(resolver.deck(draft)),
    };
    turn_only_whole_pages(&mut body);
    drop_empty_lists(&mut body, resolver.numbering.captioned());
    resolver.references(&mut body);
    let mut document = Document { meta, body, hyphens: Hyphens::default() };
    document.hyphens = resolver.hyphens(&document);
    resolver.faults.normalise();
    resolver.faults.into_result(document)
}

/// A page is turned for a table of the text itself, not for one inside a list or a callout.
fn keep_upright(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Table(table) => table.landscape = false,
            Block::Callout(callout) => keep_upright(&mut callout.blocks),
            Block::List(list) => list.items.iter_mut().for_each(|item| keep_upright(item)),
            _ => {}
        }
    }
}

fn turn_only_whole_pages(body: &mut Body) {
    match body {
        Body::Report(blocks) => {
            for block in blocks.iter_mut().filter(|block| !matches!(block, Block::Table(_))) {
                keep_upright(std::slice::from_mut(block));
            }
        }
        Body::Deck(slides) => slides.iter_mut().for_each(|slide| keep_upright(&mut slide.blocks)),
    }
}

/// Takes out the lists of figures and of tables of a document that has none.
fn drop_empty_lists(body: &mut Body, (figures, tables): (u32, u32)) {
    if let Body::Report(blocks) = body {
        blocks.retain(|block| match block {
            Block::Contents(contents) => match contents.of {
                Listed::Headings => true,
                Listed::Figures => figures > 0,
                Listed::Tables => tables > 0,
            },
            _ => true,
        });
    }
}

struct Resolver<'a> {
    s: &'a Sources<'a>,
    sheet: &'a PageStyle,
    numbering: Numbering,
    faults: Diagnostics,
    /// Width and height that a chart has to fill, in points; `None` where it takes what it needs.
    space: Option<(f64, f64)>,
}

impl<'a> Resolver<'a> {
    /// Where the document's words may be broken, and the names that stay whole.
    fn hyphens(&self, document: &Document) -> Hyphens {
        let (all, heads) = (document.words(), document.head_words());
        let words = all.iter().map(|word| {
            // A capital that begins a sentence or a table's head: the word is a common one.
            let lower = word.to_lowercase();
            let is_common = lower.len() == word.len() && (all.contains(&lower) || heads.contains(word));
            (word.clone(), self.s.locale.breaks(if is_common { &lower } else { word }))
        });
        let passport = &self.s.study.passport;
        let bodies = passport.bodies.iter().map(|b| &b.name);
        let names = bodies.chain([&passport.customer.name, &passport.grantee.name, &passport.place]);
        let forms = names
            .filter_map(|name| name.0.get(self.s.locale.language()))
            .flat_map(|forms| forms.cases.values());
        Hyphens {
            words: words.filter(|(_, breaks)| !breaks.is_empty()).collect(),
            unbroken: forms.map(|form| self.s.locale.typography(form)).collect(),
        }
    }

    fn is_paper(&self) -> bool {
        self.s.settings.kind == Kind::Paper
    }

    fn fault(&mut self, line: u32, diagnostic: Diagnostic) {
        self.faults.push(match diagnostic.place {
            Some(_) => diagnostic,
            None => diagnostic.at(self.s.lines.place(line)),
        });
    }

    /// The value, or its fault on the line.
    fn check<T>(&mut self, line: u32, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|d| self.fault(line, d)).ok()
    }

    fn known(&mut self, line: u32, directive: &str, attributes: &Attributes, known: &[&str]) {
        let unknown: Vec<String> = attributes.unknown(known).map(str::to_owned).collect();
        for key in unknown {
            let hint = if known.is_empty() {
                say!("hint-attributes-none", directive = directive)
            } else {
                say!("hint-attributes-known", directive = directive, names = known.join(", "))
            };
            let message = say!("attribute-unknown", directive = directive, key = key);
            self.fault(line, Diagnostic::new(Code::DirectiveAttribute, message).hint(hint));
        }
    }

    /// A text of the study in the document's language; loading has checked that it is there.
    fn text(&self, text: &'a crate::study::LocalizedText) -> &'a str {
        text.get(self.s.locale.language()).unwrap_or_default()
    }

    fn name(&self, name: &'a crate::study::Name) -> &'a str {
        name.nominative(self.s.locale.language()).unwrap_or_default()
    }

    fn meta(&mut self) -> Meta {
        let (locale, passport) = (self.s.locale, &self.s.study.passport);
        let kind = self.s.settings.title.get(locale.language()).cloned().unwrap_or_default();
        let title = self.text(&passport.title).to_owned();
        let cutoff = self.s.facts.cutoff;
        let words = self.check(1, words(locale)).unwrap_or_default();
        Meta {
            language: locale.language().to_owned(),
            language_region: locale.region().to_owned(),
            title: format!("{kind}. {title}"),
            subject: title,
            author: self.name(&passport.grantee.name).to_owned(),
            keywords: vec![kind.clone(), self.name(&passport.place).to_owned()],
            date: (cutoff.year(), cutoff.month(), cutoff.day()),
            study: passport.id.to_string(),
            deliverable: self.s.deliverable.to_owned(),
            justify: locale.justifies(),
            justify_docx: locale.justifies_docx(),
            decimal_mark: locale.decimal_mark().to_string(),
            mark: passport.mark.as_ref().map(|m| self.text(m).to_owned()),
            running_head: kind,
            words,
        }
    }
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
