//! `cargo bench --bench docx`: a document of some 200 pages with 100 tables and 60 charts that Word draws,
//! beside python-docx and R's officer on the same content, in turn (their charts are pictures, they have no others).
//! The figures to watch are the ratio and the peak of memory.

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
use esep::write::docx::{Options, write};
use shared::content::{caption, figure, text};
use shared::{DOCX_PEERS, beside, theme};

const ROUNDS: usize = 5;
const TABLES: u32 = 100;
const ROWS: u32 = 24;
const CHARTS: u32 = 60;
const PARAGRAPHS: u32 = 700;
const PROSE: &str = "Доверие к акимату выросло за год на 4,2 процентного пункта, что превышает погрешность выборки и \
                     подтверждается результатами фокус-групп, проведённых в микрорайонах города; положительных \
                     ответов больше, чем отрицательных, во всех возрастных группах.";

fn main() {
    let theme = theme();
    let document = shared::document(Body::Report(blocks()));
    let options = Options { native_charts: true, ..Options::default() };
    let build = || write(&document, &theme, &options).unwrap_or_else(|f| panic!("{f:?}"));
    let bytes = build();
    println!("tables {TABLES}, charts {CHARTS}, paragraphs {PARAGRAPHS}: {} KB", bytes.len() >> 10);
    fs::write(std::env::temp_dir().join("esep-bench.docx"), &bytes).unwrap();
    let sizes = [TABLES, ROWS, CHARTS, PARAGRAPHS];
    beside(&DOCX_PEERS, ROUNDS, || build().len(), &sizes, PROSE);
}

fn blocks() -> Vec<Block> {
    let mut blocks = Vec::new();
    for number in 1..=PARAGRAPHS {
        if number % 35 == 1 {
            let chapter = number / 35 + 1;
            blocks.push(Block::Heading(Heading {
                level: 1,
                label: format!("sec-{chapter}"),
                role: HeadingRole::Section,
                number: Some(chapter.to_string()),
                text: text("Результаты массового опроса"),
            }));
        }
        blocks.push(Block::Paragraph(text(PROSE)));
        if number % (PARAGRAPHS / TABLES) == 0 {
            blocks.push(Block::Table(table(number / (PARAGRAPHS / TABLES))));
        }
        if number % (PARAGRAPHS / CHARTS) == 0 && number / (PARAGRAPHS / CHARTS) <= CHARTS {
            blocks.push(Block::Figure(figure(number / (PARAGRAPHS / CHARTS))));
        }
    }
    blocks
}

fn table(number: u32) -> Table {
    let column = |align, width| Column { align, width };
    let row = |n: u32| Row {
        strong: false,
        cells: vec![
            text(&format!("Микрорайон № {n}")),
            text(&format!("{n} 345")),
            text("63,4"),
            text("60,2–66,5"),
        ],
    };
    Table {
        label: format!("tab-{number}"),
        caption: caption("Таблица ", number),
        columns: vec![
            column(Align::Left, 0.4),
            column(Align::Right, 0.2),
            column(Align::Right, 0.2),
            column(Align::Right, 0.2),
        ],
        head: ["Территория", "n", "Доля, %", "95 % ДИ"].map(text).to_vec(),
        rows: (1..=ROWS).map(row).collect(),
        notes: vec![text("Источник: массовый опрос.")],
        landscape: false,
        whole: false,
        row_height: None,
    }
}
