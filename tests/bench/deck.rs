//! `cargo bench --bench deck`: 200 slides, each second one with a chart that PowerPoint draws, all with notes, beside
//! python-pptx on the same content (tests/bench/python_pptx.py). The figures to watch are the ratio and the peak of
//! memory.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a benchmark prints, makes small numbers, and stops where its input is broken"
)]

mod content;
mod timing;

use std::fs;

use content::{figure, text};
use esep::document::*;
use esep::write::pptx::{Options, write};
use timing::{median, millis, peak, python};

const ROUNDS: usize = 5;
const SLIDES: u32 = 200;
const BARS: u32 = 12;
const PROSE: &str =
    "Доверие к акимату выросло за год на 4,2 процентного пункта, что превышает погрешность выборки.";

fn main() {
    let shared = toml::from_str(include_str!("../../templates/theme/theme.toml")).unwrap();
    let own = toml::from_str(include_str!("../../templates/theme/gost/theme.toml")).unwrap();
    let theme = Theme::new("gost", shared, own, None);
    let meta = Meta { language: "ru".into(), language_region: "ru-RU".into(), ..Meta::default() };
    let body = Body::Deck((1..=SLIDES).map(slide).collect());
    let document = Document { meta, body, hyphens: Hyphens::default() };
    let options = Options { native_charts: true, ..Options::default() };
    let mut bytes = Vec::new();
    let ours = median(ROUNDS, || {
        bytes = write(&document, &theme, &options).unwrap_or_else(|f| panic!("{f:?}"));
        bytes.len()
    });
    println!("slides {SLIDES}, charts {}: {} KB", SLIDES / 2, bytes.len() >> 10);
    println!("built:                         {:>7.0} ms", millis(ours));
    println!("peak memory:                   {:>7} MB", peak());
    fs::write(std::env::temp_dir().join("esep-bench.pptx"), &bytes).unwrap();
    match python("python_pptx.py", &[SLIDES, BARS], PROSE) {
        Some((theirs, memory)) => {
            println!("python-pptx:                   {theirs:>7.0} ms, {memory} MB");
            println!("ratio:                         {:>7.3}", millis(ours) / theirs);
        }
        None => println!("python-pptx is not there: set ESEP_PYTHON to a Python that has it"),
    }
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
    }
}
