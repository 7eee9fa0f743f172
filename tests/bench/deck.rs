//! `cargo bench --bench deck`: 200 slides, each second one with a chart that PowerPoint draws, all with notes, beside
//! python-pptx and R's officer on the same content, in turn (officer's charts are pictures). The figures to watch are the
//! ratio and the peak of memory.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a benchmark prints, makes small numbers, and stops where its input is broken"
)]

mod shared;

use std::fs;

use esep::document::*;
use esep::write::pptx::{Options, write};
use shared::content::{figure, text};
use shared::{PPTX_PEERS, beside, document, theme};

const ROUNDS: usize = 5;
const SLIDES: u32 = 200;
const BARS: u32 = 12;
const PROSE: &str =
    "Доверие к акимату выросло за год на 4,2 процентного пункта, что превышает погрешность выборки.";

fn main() {
    let theme = theme();
    let document = document(Body::Deck((1..=SLIDES).map(slide).collect()));
    let options = Options { native_charts: true, ..Options::default() };
    let build = || write(&document, &theme, &options).unwrap_or_else(|f| panic!("{f:?}"));
    let bytes = build();
    println!("slides {SLIDES}, charts {}: {} KB", SLIDES / 2, bytes.len() >> 10);
    fs::write(std::env::temp_dir().join("esep-bench.pptx"), &bytes).unwrap();
    beside(&PPTX_PEERS, ROUNDS, || build().len(), &[SLIDES, BARS], PROSE);
}

fn slide(number: u32) -> Slide {
    let has_chart = number.is_multiple_of(2);
    let blocks = match has_chart {
        true => vec![Block::Figure(figure(number))],
        false => (0..4).map(|_| Block::Paragraph(text(PROSE))).collect(),
    };
    Slide {
        number,
        layout: if has_chart { Layout::Figure } else { Layout::Text },
        label: format!("slide-{number}"),
        section: None,
        title: text("Доверие к акимату выросло во всех возрастных группах"),
        blocks,
        notes: vec![Block::Paragraph(text(PROSE))],
        source: vec![text("Источник: массовый опрос.")],
        scale: 1.0,
    }
}
