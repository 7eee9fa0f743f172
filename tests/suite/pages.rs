//! Laid-out pages keep the rules of the typesetter: nothing overlaps, pages are filled, headings do not end them,
//! figures and tables pass no heading, notes stand with their table, no type is too small to read.

use std::collections::BTreeSet;

use esep::document::{Block, Body, Document, Table, plain_text};
use esep::pipeline::{BuildContext, Request};
use esep::write::typst::{Area, LaidOutDocument, TextRun};

use crate::support::{is_all, sample, starter};

/// Least share of a page's height down to which it is filled, but for the last of a section.
const FILL: f64 = 0.45;
/// Least size of type, in points.
const LEAST_TYPE: f64 = 7.0;
/// Height of a run of letters of one point.
const RUN: f64 = 1.04;
/// How far boxes of letters may reach into one another before the letters do: ascenders and descenders.
const TOUCH: f64 = 2.5;

/// From the upper edge of a heading so far down something stands below it: of the first level, and of the others.
const LEAST_BELOW: (f64, f64) = (60.0, 26.0);

/// How far type may stand beyond the margin of its page, in points: a hyphen hangs there.
const HANGING: f64 = 6.0;
/// Bytes of a paragraph that only leads over from a heading to a figure or table.
const LEADING_OVER: usize = 300;

/// A page as a test reads it.
struct Page {
    height: f64,
    width: f64,
    runs: Vec<TextRun>,
    pictures: Vec<Area>,
}

impl Page {
    fn of(laid_out: &LaidOutDocument, at: usize) -> Self {
        let (width, height) = laid_out.page_size(at);
        let seen = |run: &TextRun| !run.is_artifact && !run.text.trim().is_empty();
        let runs = laid_out.page_texts(at).into_iter().filter(seen).collect();
        Self { height, width, runs, pictures: laid_out.page_pictures(at) }
    }

    /// The lowest edge of what stands on the page.
    fn foot(&self) -> f64 {
        let texts = self.runs.iter().map(|run| run.y + run.height);
        texts.chain(self.pictures.iter().map(|[_, top, _, height]| top + height)).fold(0.0, f64::max)
    }

    /// What stands below a line of the page.
    fn text(&self, below: f64) -> String {
        let runs = self.runs.iter().filter(|run| run.y + run.height > below);
        bare(&runs.map(|run| run.text.as_str()).collect::<String>())
    }
}

/// Letters and digits only: lines break where they like.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a run is of the page's flow, not of a drawing.
fn in_flow(page: &Page, run: &TextRun) -> bool {
    let inside = |[left, top, width, height]: &Area| {
        run.x >= left - 1.0
            && run.y >= top - 3.0
            && run.x <= left + width
            && run.y + run.height <= top + height + 3.0
    };
    !page.pictures.iter().any(inside)
}

fn overlap(a: &TextRun, b: &TextRun) -> bool {
    let across = a.right().min(b.right()) - a.x.max(b.x);
    let down = (a.y + a.height).min(b.y + b.height) - a.y.max(b.y);
    across > 1.0 && down > TOUCH.max(a.height.min(b.height) * 0.35)
}

/// Pages of each job of a study in a theme, held to the rules; every breach with its place.
fn breaches(study: &std::path::Path, theme: &str, deliverables: &[&str]) -> BTreeSet<String> {
    let request = Request {
        study: study.to_owned(),
        theme: Some(theme.to_owned()),
        deliverables: deliverables.iter().map(|name| (*name).to_owned()).collect(),
        ..Request::default()
    };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    let mut found = BTreeSet::new();
    for job in context.documents() {
        let document = context.resolved(job).unwrap_or_else(|f| panic!("{f:?}")).0;
        let laid_out = context.laid_out(job, &document).unwrap_or_else(|f| panic!("{f:?}"));
        let pages: Vec<Page> = (0..laid_out.pages.count).map(|at| Page::of(&laid_out, at)).collect();
        assert!(pages.len() > 3 && pages.iter().any(|page| !page.pictures.is_empty()), "nothing was read");
        let mut tell = |page: usize, what: String| {
            found.insert(format!("{theme} {} p. {}: {what}", job.name(), page + 1));
        };
        texts_are_sound(&pages, &mut tell);
        texts_keep_the_margin(&pages, margin(theme), &mut tell);
        objects_follow_their_heading(&document, &laid_out, &mut tell);
        headings_are_kept(&document, &laid_out, &pages, &mut tell);
        pages_are_filled(&document, &laid_out, &pages, &mut tell);
        notes_stand_with_their_table(&document, &laid_out, &pages, &mut tell);
    }
    found
}

fn texts_are_sound(pages: &[Page], tell: &mut impl FnMut(usize, String)) {
    for (at, page) in pages.iter().enumerate() {
        for (n, run) in page.runs.iter().enumerate() {
            if run.height < LEAST_TYPE * RUN && in_flow(page, run) && run.text.chars().count() > 3 {
                tell(at, format!("small type: {}", run.text));
            }
            if run.right() > page.width + 1.0 || run.y + run.height > page.height {
                tell(at, format!("cut: {}", run.text));
            }
            if !in_flow(page, run) {
                continue;
            }
            for other in page.runs.iter().skip(n + 1).filter(|other| in_flow(page, other)) {
                if overlap(run, other) {
                    tell(at, format!("overlap: {} / {}", run.text, other.text));
                }
            }
        }
    }
}

/// What a theme leaves free at the right of tables and figures, in points.
fn margin(theme: &str) -> f64 {
    let millimetres = if theme == "gost" { 15.0 } else { 20.0 };
    millimetres * 72.0 / 25.4
}

/// Nothing runs through the border of a table or beyond the text: tables and figures end with the column of notes.
fn texts_keep_the_margin(pages: &[Page], margin: f64, tell: &mut impl FnMut(usize, String)) {
    for (at, page) in pages.iter().enumerate().skip(1).filter(|(_, page)| page.width < page.height) {
        for run in page.runs.iter().filter(|run| run.right() > page.width - margin + HANGING) {
            tell(at, format!("beyond the margin: {}", run.text));
        }
    }
}

/// A heading, the only short paragraph below it and the figure or table that this tells of share a page.
fn objects_follow_their_heading(
    document: &Document,
    laid_out: &LaidOutDocument,
    tell: &mut impl FnMut(usize, String),
) {
    for window in blocks(document).windows(3) {
        let [Block::Heading(heading), Block::Paragraph(text), object] = window else { continue };
        let label = match object {
            Block::Figure(figure) if figure.drawings.len() == 1 => &figure.label,
            Block::Table(table) => &table.label,
            _ => continue,
        };
        let places = laid_out.label_places(&[heading.label.as_str(), label.as_str()]);
        if let [(_, above, _), (_, below, _)] = places.as_slice()
            && plain_text(text).len() < LEADING_OVER
            && above != below
        {
            tell(*above, format!("{label} is overleaf from {}", heading.label));
        }
    }
}

fn blocks(document: &Document) -> &[Block] {
    match &document.body {
        Body::Report(blocks) => blocks,
        Body::Deck(_) => panic!("a report"),
    }
}

fn headings_are_kept(
    document: &Document,
    laid_out: &LaidOutDocument,
    pages: &[Page],
    tell: &mut impl FnMut(usize, String),
) {
    let labels: Vec<&str> = blocks(document)
        .iter()
        .filter_map(|block| match block {
            Block::Heading(heading) => Some(heading.label.as_str()),
            Block::Figure(figure) => Some(figure.label.as_str()),
            Block::Table(table) => Some(table.label.as_str()),
            _ => None,
        })
        .collect();
    let places = laid_out.label_places(&labels);
    assert_eq!(places.len(), labels.len());
    for pair in places.windows(2) {
        let [(first, page, y), (second, next, below)] = pair else { continue };
        if (page, *y) > (next, *below + 0.5) {
            tell(*next, format!("{second} stands before {first}"));
        }
    }
    for (label, at, y) in &places {
        let level = blocks(document).iter().find_map(|block| match block {
            Block::Heading(heading) if heading.label == *label => Some(heading.level),
            _ => None,
        });
        let Some(level) = level else { continue };
        if pages[*at].foot() < y + if level == 1 { LEAST_BELOW.0 } else { LEAST_BELOW.1 } {
            tell(*at, format!("heading {label} ends the page"));
        }
    }
}

fn pages_are_filled(
    document: &Document,
    laid_out: &LaidOutDocument,
    pages: &[Page],
    tell: &mut impl FnMut(usize, String),
) {
    let opens: Vec<&str> = blocks(document)
        .iter()
        .filter_map(|block| match block {
            Block::Heading(heading) if heading.level == 1 => Some(heading.label.as_str()),
            Block::Contents(contents) => Some(contents.heading.label.as_str()),
            _ => None,
        })
        .collect();
    let opening: BTreeSet<usize> = laid_out
        .label_places(&opens)
        .into_iter()
        .filter(|(_, _, y)| *y < 120.0)
        .map(|(_, page, _)| page)
        .collect();
    for (at, page) in pages.iter().enumerate().take(pages.len() - 1).skip(1) {
        // A page of its own: before the next section, before a turned page, turned itself.
        let is_last = opening.contains(&(at + 1)) || pages[at + 1].width > pages[at + 1].height;
        if !is_last && page.width < page.height && page.foot() < page.height * FILL {
            tell(at, format!("filled to {:.0} %", page.foot() / page.height * 100.0));
        }
    }
}

fn notes_stand_with_their_table(
    document: &Document,
    laid_out: &LaidOutDocument,
    pages: &[Page],
    tell: &mut impl FnMut(usize, String),
) {
    let tables: Vec<&Table> = blocks(document)
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) if !table.notes.is_empty() => Some(table),
            _ => None,
        })
        .collect();
    let labels: Vec<&str> = tables.iter().map(|table| table.label.as_str()).collect();
    let texts: Vec<String> = pages.iter().map(|page| page.text(0.0)).collect();
    for (table, (label, begins, y)) in tables.iter().zip(laid_out.label_places(&labels)) {
        let note = bare(&plain_text(&table.notes[0])).chars().take(40).collect::<String>();
        let is_there = |at: &usize| match *at == begins {
            true => pages[*at].text(y).contains(&note),
            false => texts[*at].contains(&note),
        };
        let Some(at) = (begins..texts.len()).find(is_there) else {
            tell(begins, format!("notes of {label} are lost"));
            continue;
        };
        // A break leaves three rows on the side of the notes.
        let last = table.rows.len().saturating_sub(if at > begins && table.rows.len() >= 6 { 3 } else { 1 });
        for row in table.rows[last..].iter().filter(|row| row.group().is_none()) {
            let first = bare(&plain_text(&row.cells[0])).chars().take(20).collect::<String>();
            if !texts[at].contains(&first) {
                tell(at, format!("{label}: its notes are parted from «{first}»"));
            }
        }
    }
}

#[track_caller]
fn hold(found: BTreeSet<String>) {
    assert!(
        found.is_empty(),
        "{} breaches:\n{}",
        found.len(),
        found.into_iter().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn pages_of_the_sample_by_the_standard_keep_the_rules() {
    hold(breaches(&sample(), "gost", &["interim-1", "interim-2", "final"]));
}

#[test]
fn pages_of_the_sample_in_the_modern_theme_keep_the_rules() {
    // The final report has its pages by the standard above, and in this theme where all is taken.
    let reports = ["interim-1", "interim-2", "final"];
    hold(breaches(&sample(), "modern", &reports[..if is_all() { 3 } else { 2 }]));
}

#[test]
fn pages_of_a_new_study_keep_the_rules() {
    let study = starter();
    for theme in &["gost", "modern"][..if is_all() { 2 } else { 1 }] {
        hold(breaches(study.path(), theme, &["final"]));
    }
}

/// What the rules find where there is something to find.
#[test]
fn a_page_that_breaks_the_rules_is_told() {
    let run = |text: &str, x: f64, y: f64, size: f64| TextRun {
        text: text.to_owned(),
        x,
        y,
        height: size * RUN,
        edges: vec![(0, x), (text.len(), x + size * 4.0)],
        is_artifact: false,
    };
    let page = Page {
        height: 842.0,
        width: 595.0,
        runs: vec![
            run("one here", 100.0, 100.0, 10.0),
            run("over it", 110.0, 102.0, 10.0),
            run("tiny", 100.0, 300.0, 5.0),
            run("beyond", 590.0, 400.0, 10.0),
        ],
        pictures: Vec::new(),
    };
    let mut found = Vec::new();
    texts_are_sound(&[page], &mut |_, what| found.push(what));
    assert_eq!(found, ["overlap: one here / over it", "small type: tiny", "cut: beyond"]);
}
