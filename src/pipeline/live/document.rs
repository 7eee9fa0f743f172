//! A document as pages for a screen.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::super::parity::Declared;
use super::super::resolved::ResolvedDocument;
use super::letters::{Letters, Stretch, letters};
use super::numbers::Numbers;
use super::prints::Prints;
use super::{Job, LiveStudy};
use crate::chart::Readout;
use crate::diag::Diagnostics;
use crate::document::{Block, Body, Document, plain_text};
use crate::quantity::Rounded;
use crate::template::Spoken;
use crate::write::typst::{Area, DeckView, LaidOutDocument, Pages, TextRun};

/// Words with fewer letters are looked for within a line.
const FEW: usize = 6;

/// The texts of a page.
#[derive(Debug, Clone, Default)]
pub struct PageText {
    /// In the order in which they are set.
    pub runs: Vec<TextRun>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PageInfo {
    /// The same where the page looks the same.
    pub digest: String,
    /// In points.
    pub width: f64,
    /// In points.
    pub height: f64,
}

/// A line of the outline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutlineLine {
    /// From 1.
    pub level: u8,
    /// Number and words.
    pub text: String,
    /// From 0.
    pub page: usize,
    /// Distance from the upper edge of the page in points.
    pub y: f64,
}

/// A place that two languages of a document have in common.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Anchor {
    /// Label of a block, or name of a sentence with its turn.
    pub key: String,
    /// From 0.
    pub page: usize,
    /// Distance from the upper edge of the page in points.
    pub y: f64,
}

/// What a chart shows, as a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartTable {
    /// Number and caption of the figure.
    pub title: String,
    /// From 0.
    pub page: usize,
    /// Distance from the upper edge of the page in points.
    pub y: f64,
    /// Names of the columns.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// A sentence on the pages.
#[derive(Debug, Clone, PartialEq)]
pub struct SaidSentence {
    /// Its name.
    pub name: String,
    /// The file that its words come from.
    pub file: String,
    /// Line of the wording, from 1.
    pub line: u32,
    /// Its words as they are printed.
    pub words: String,
    /// Page by page.
    pub places: Vec<Stretch>,
}

/// A document with its layout.
pub struct LiveDocument {
    /// What it is.
    pub job: Job,
    /// Its pages.
    pub pages: Vec<PageInfo>,
    /// Its headings or slides.
    pub outline: Vec<OutlineLine>,
    /// Where it stands beside its other languages.
    pub anchors: Vec<Anchor>,
    /// Its sentences, in the order of the document.
    pub sentences: Vec<SaidSentence>,
    /// Its charts as tables.
    pub charts: Vec<ChartTable>,
    /// What is said beside each slide, a paragraph each; empty for a report.
    pub notes: Vec<Vec<String>>,
    /// What is doubtful about it.
    pub warnings: Diagnostics,
    /// What the other languages have to declare, too.
    pub declared: Arc<Declared>,
    pub(super) texts: Vec<PageText>,
    pub(super) document: Document,
    pub(super) printed: Pages,
    pub(super) numbers: OnceLock<Numbers>,
    laid_out: LaidOutDocument,
}

impl LiveStudy {
    /// A document, laid out.
    ///
    /// # Errors
    /// Its faults.
    pub fn document(&self, job: &Job) -> Result<LiveDocument, Diagnostics> {
        let context = &self.context;
        let resolved = context.resolve(job)?;
        let declared = Arc::new(Declared::of(job, &resolved));
        let ResolvedDocument { document, warnings, spoken, .. } = resolved;
        let laid_out = context.lay_out(&document, context.theme_of(job), DeckView::Slides)?;
        let count = laid_out.pages.count;
        let pages = (0..count).map(|page| {
            let (width, height) = laid_out.page_size(page);
            PageInfo { digest: laid_out.page_digest(page), width, height }
        });
        let pages: Vec<PageInfo> = pages.collect();
        let texts: Vec<PageText> =
            (0..count).map(|page| PageText { runs: laid_out.page_texts(page) }).collect();
        let found = Letters::of(&texts);
        let rows: Vec<String> = spoken.iter().map(|said| letters(&said.words)).collect();
        let places = found.find(&rows);
        let sentences = spoken.into_iter().zip(places).filter_map(|(said, place)| {
            let places = found.areas(&texts, place?);
            let Spoken { sentence, file, line, words } = said;
            Some(SaidSentence { name: sentence, file, line, words, places })
        });
        let sentences: Vec<SaidSentence> = sentences.collect();
        let labels = laid_out.label_places(&document.labels());
        Ok(LiveDocument {
            job: job.clone(),
            declared,
            outline: outline(&document, &labels),
            anchors: anchors(&labels, &sentences),
            charts: charts(&document, &labels),
            notes: notes(&document),
            printed: laid_out.pages.clone(),
            numbers: OnceLock::new(),
            pages,
            sentences,
            warnings,
            texts,
            document,
            laid_out,
        })
    }

    /// What a document prints and declares, and what is doubtful about it, without its layout.
    ///
    /// # Errors
    /// Its faults.
    pub fn look(&self, job: &Job) -> Result<(Prints, Declared, Diagnostics), Diagnostics> {
        let mut resolved = self.context.resolve(job)?;
        let unverified = self.context.unverified(job, &resolved)?;
        resolved.warnings.extend(unverified);
        let declared = Declared::of(job, &resolved);
        Ok((self.prints_of(job, &resolved), declared, resolved.warnings))
    }
}

impl LiveDocument {
    /// A page as SVG, from 0.
    pub fn svg(&self, page: usize) -> String {
        self.laid_out.page_svg(page)
    }

    /// Places of a text on the pages: page from 0, and the area of its first line. Words are found over the ends of
    /// lines, what has digits as it stands.
    pub fn search(&self, wanted: &str) -> Vec<(usize, Area)> {
        let row = letters(wanted);
        if row.is_empty() {
            return Vec::new();
        }
        if row.chars().any(|c| c.is_ascii_digit()) || row.chars().count() < FEW {
            return self.search_runs(wanted);
        }
        let all = Letters::of(&self.texts);
        let places = all.all(&row).into_iter().filter_map(|place| {
            let stretch = all.areas(&self.texts, place).into_iter().next()?;
            Some((stretch.page, *stretch.areas.first()?))
        });
        places.collect()
    }

    fn search_runs(&self, wanted: &str) -> Vec<(usize, Area)> {
        let wanted: Vec<char> = signs(wanted.trim()).into_iter().map(|(sign, _)| sign).collect();
        let mut found = Vec::new();
        for (page, text) in self.texts.iter().enumerate() {
            for run in &text.runs {
                let own = signs(&run.text);
                let is_hit = |part: &[(char, usize)]| part.iter().map(|(sign, _)| sign).eq(&wanted);
                let hits = own.windows(wanted.len()).enumerate().filter(|(_, part)| is_hit(part));
                for (at, _) in hits {
                    let begin = own.get(at).map(|(_, byte)| *byte);
                    let end = own.get(at + wanted.len()).map_or(run.text.len(), |(_, byte)| *byte);
                    found.extend(begin.map(|begin| (page, run.area(begin, end))));
                }
            }
        }
        found
    }

    /// The texts of a page, from 0.
    pub fn runs(&self, page: usize) -> &[TextRun] {
        self.texts.get(page).map(|text| text.runs.as_slice()).unwrap_or_default()
    }

    /// Page from 0 and distance from its upper edge at which the words of a file's line stand.
    pub fn place_of_words(&self, file: &str, line: u32) -> Option<(usize, f64)> {
        let own = self.sentences.iter().filter(|said| said.file == file && said.line <= line);
        let stretch = own.max_by_key(|said| said.line)?.places.first()?;
        Some((stretch.page, stretch.areas.first()?[1]))
    }

    /// The number and words of the heading, figure or table of a label.
    pub fn title(&self, label: &str) -> Option<String> {
        title_of(&self.document, label)
    }
}

/// The number and words of the heading, figure, table or slide of a label.
pub(super) fn title_of(document: &Document, label: &str) -> Option<String> {
    match &document.body {
        Body::Report(_) => {
            let blocks = document.body.blocks();
            blocks.into_iter().find(|block| block.label() == Some(label)).map(title)
        }
        Body::Deck(slides) => {
            let own = |slide: &&crate::document::Slide| {
                slide.label == label || slide.blocks.iter().any(|block| block.label() == Some(label))
            };
            slides.iter().find(own).map(|slide| format!("{} {}", slide.number, plain_text(&slide.title)))
        }
    }
}

fn title(block: &Block) -> String {
    match block {
        Block::Heading(heading) => {
            let number = heading.number.as_deref().map(|number| format!("{number} ")).unwrap_or_default();
            format!("{number}{}", plain_text(&heading.text))
        }
        Block::Figure(figure) => {
            format!("{} {}", figure.caption.label(), plain_text(&figure.caption.text))
        }
        Block::Table(table) => format!("{} {}", table.caption.label(), plain_text(&table.caption.text)),
        Block::TitlePage(_)
        | Block::Contents(_)
        | Block::Paragraph(_)
        | Block::List(_)
        | Block::Callout(_)
        | Block::Quote(_)
        | Block::Numbers(_)
        | Block::Formula(_)
        | Block::Bibliography(_)
        | Block::PageBreak => String::new(),
    }
}

/// The letters of a text as they are looked for, each with its place in bytes: small ones, one kind of space, none between
/// the groups of a number, one decimal mark.
fn signs(text: &str) -> Vec<(char, usize)> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| letters.get(at)).is_some_and(|(_, letter)| letter.is_ascii_digit())
    };
    let mut found = Vec::new();
    for (at, (byte, letter)) in letters.iter().enumerate() {
        let in_number = is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
        match letter {
            space if space.is_whitespace() && in_number => {}
            space if space.is_whitespace() => found.push((' ', *byte)),
            ',' | '.' if in_number => found.push(('.', *byte)),
            other => found.extend(other.to_lowercase().map(|small| (small, *byte))),
        }
    }
    found
}

fn outline(document: &Document, labels: &[(String, usize, f64)]) -> Vec<OutlineLine> {
    let line = |label: &str, level: u8, text: String| {
        let (_, page, y) = labels.iter().find(|(name, ..)| name == label)?;
        Some(OutlineLine { level, text, page: *page, y: *y })
    };
    match &document.body {
        Body::Report(_) => {
            let headings = document.body.blocks().into_iter().filter_map(|block| {
                let heading = block.as_heading()?;
                line(&heading.label, heading.level, title(block))
            });
            headings.collect()
        }
        Body::Deck(slides) => {
            let line = |slide: &crate::document::Slide| {
                let level = if slide.layout.is_cover() { 1 } else { 2 };
                line(&slide.label, level, format!("{} {}", slide.number, plain_text(&slide.title)))
            };
            slides.iter().filter_map(line).collect()
        }
    }
}

/// The charts as tables: what each shows is read out row by row.
fn charts(document: &Document, labels: &[(String, usize, f64)]) -> Vec<ChartTable> {
    let tables = document.figures().into_iter().filter_map(|figure| {
        let (_, page, y) = labels.iter().find(|(name, ..)| *name == figure.label)?;
        let Readout { columns, rows, references: _ } = figure.chart.as_ref()?.readout();
        let has_remarks = rows.iter().any(|row| !row.remark.is_empty());
        let names = columns.into_iter().map(Option::unwrap_or_default);
        let rows = rows.into_iter().map(|row| {
            let values = row.cells.iter().map(|cell| {
                let value = cell.value.as_ref();
                let ends = cell.interval.zip(value).map(|((low, high), number)| {
                    let end = |value| Rounded::new(value, number.decimals);
                    format!(" ({}–{})", end(low), end(high))
                });
                let shown = value.map(|number| number.text.clone()).unwrap_or_default();
                format!("{shown}{}", ends.unwrap_or_default())
            });
            let remark = has_remarks.then(|| row.remark.clone());
            std::iter::once(row.label.clone()).chain(values).chain(remark).collect()
        });
        let caption = format!("{} {}", figure.caption.label(), plain_text(&figure.caption.text));
        Some(ChartTable {
            title: caption.trim().to_owned(),
            page: *page,
            y: *y,
            head: std::iter::once(String::new()).chain(names).chain(has_remarks.then(String::new)).collect(),
            rows: rows.collect(),
        })
    });
    tables.collect()
}

/// What is said beside each slide.
fn notes(document: &Document) -> Vec<Vec<String>> {
    match &document.body {
        Body::Report(_) => Vec::new(),
        Body::Deck(slides) => slides
            .iter()
            .map(|slide| {
                let blocks = slide.notes.iter().flat_map(Block::walk);
                blocks.flat_map(Block::texts).map(|(_, text)| plain_text(text)).collect()
            })
            .collect(),
    }
}

/// Labels and sentences in the order of the pages; the first line of a sentence is its place.
fn anchors(labels: &[(String, usize, f64)], sentences: &[SaidSentence]) -> Vec<Anchor> {
    let of_labels =
        labels.iter().map(|(label, page, y)| Anchor { key: format!("#{label}"), page: *page, y: *y });
    let mut turns: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found: Vec<Anchor> = of_labels.collect();
    for sentence in sentences {
        let turn = turns.entry(&sentence.name).or_default();
        *turn += 1;
        let Some(stretch) = sentence.places.first() else { continue };
        let Some([_, y, ..]) = stretch.areas.first() else { continue };
        found.push(Anchor { key: format!("{} {turn}", sentence.name), page: stretch.page, y: *y });
    }
    found.sort_by(|a, b| a.page.cmp(&b.page).then(a.y.total_cmp(&b.y)));
    found
}
