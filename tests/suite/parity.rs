//! Kazakh and Russian declare the same headings, figures, tables and numbers, in the same order.

use esep::document::{Block, Body, Document, HeadingRole, plain_text};
use esep::pipeline::{Request, Workshop};

use crate::support::sample;

fn documents() -> Vec<(String, Document)> {
    let request = Request { study: sample(), ..Request::default() };
    let workshop = Workshop::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    workshop
        .jobs()
        .iter()
        .map(|job| {
            let resolved = workshop.resolved(job).unwrap_or_else(|f| panic!("{} {f:?}", job.name()));
            (job.name(), resolved.0)
        })
        .collect()
}

/// Kind, label and table or heading facts of every block that has a label.
fn outline(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    match &document.body {
        Body::Report(blocks) => blocks.iter().for_each(|b| describe(b, &mut out)),
        Body::Deck(slides) => {
            for slide in slides {
                out.push(format!("slide {} {:?} notes {}", slide.number, slide.layout, slide.notes.len()));
                slide.blocks.iter().for_each(|b| describe(b, &mut out));
            }
        }
    }
    out
}

fn describe(block: &Block, out: &mut Vec<String>) {
    match block {
        Block::Heading(h) => {
            let number = if h.role == HeadingRole::Annex { None } else { h.number.clone() };
            out.push(format!("heading {} {} {:?} {number:?}", h.level, h.label, h.role));
        }
        Block::Figure(f) => out.push(format!("figure {} {} {}", f.caption.number, f.label, f.notes.len())),
        Block::Table(t) => {
            let numbers: Vec<String> = t
                .rows
                .iter()
                .flat_map(|r| &r.cells)
                .map(|c| numbers(&plain_text(c)))
                .filter(|c| !c.is_empty())
                .collect();
            out.push(format!("table {} {} {} rows {numbers:?}", t.caption.number, t.label, t.rows.len()));
        }
        Block::List(list) => list.items.iter().flatten().for_each(|b| describe(b, out)),
        Block::Callout(callout) => callout.blocks.iter().for_each(|b| describe(b, out)),
        Block::Numbers(numbers) => {
            let digits = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
            out.push(format!("numbers {:?}", numbers.iter().map(|n| digits(&n.value)).collect::<Vec<_>>()));
        }
        Block::TitlePage(page) => out.push(format!("title page {}", page.approvals.len())),
        Block::Contents(_) | Block::Paragraph(_) | Block::Quote(_) | Block::PageBreak => {}
    }
}

/// The numbers of a text in ascending order: a date puts its parts in another order in each language.
fn numbers(text: &str) -> String {
    let joined = text.replace('\u{A0}', "");
    let parts = joined.split(|c: char| !c.is_ascii_digit() && c != ',');
    let mut found: Vec<&str> = parts.map(|p| p.trim_matches(',')).filter(|p| !p.is_empty()).collect();
    found.sort_unstable();
    found.join(" ")
}

#[test]
fn both_languages_have_the_same_outline_and_numbers() {
    let all = documents();
    for (name, kk) in all.iter().filter(|(name, _)| name.ends_with(".kk")) {
        let other = name.replace(".kk", ".ru");
        let (_, ru) = all.iter().find(|(n, _)| *n == other).unwrap();
        let (kk, ru) = (outline(kk), outline(ru));
        for (a, b) in kk.iter().zip(&ru) {
            assert_eq!(a, b, "{name} against {other}");
        }
        assert_eq!(kk.len(), ru.len(), "{name} against {other}");
        assert!(kk.len() > 10, "{name} is thin: {kk:?}");
    }
}
