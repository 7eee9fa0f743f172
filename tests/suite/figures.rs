//! Every number that a chart of the sample prints is the records' number, rounded to one decimal.

use std::collections::HashMap;

use esep::chart::Chart;
use esep::document::{Figure, plain_text};
use esep::quantity::{Number, Rounded};
use serde_json::Value as Json;

use crate::support::{read_json, sample, sample_document};

fn figures(language: &str) -> Vec<&'static Figure> {
    sample_document("final", language).figures()
}

/// Shares in per cent by question, item label (or nothing) and answer label.
fn shares(language: &str) -> HashMap<(String, String, String), f64> {
    let (codebook, results) =
        (read_json(&sample(), "codebook.json"), read_json(&sample(), "results/final.json"));
    let mut found = HashMap::new();
    for question in codebook["questions"].as_array().unwrap() {
        let label = |list: &str, code: &Json| {
            let all = question[list].as_array().map(Vec::as_slice).unwrap_or_default();
            let hit = all.iter().find(|x| x["code"] == *code);
            hit.and_then(|x| x["label"][language].as_str()).unwrap_or_default().to_owned()
        };
        for record in results["records"].as_array().unwrap() {
            if record["question"] == question["id"] && record["by"].is_null() {
                let key = (
                    question["id"].as_str().unwrap().to_owned(),
                    label("items", &record["item"]),
                    label("options", &record["option"]),
                );
                found.insert(key, record["share"].as_f64().unwrap() * 100.0);
            }
        }
    }
    found
}

fn same(value: &Number, share: f64, what: &str) {
    let printed = value.text.trim_end_matches(['%', '\u{A0}']).replace(',', ".");
    assert_eq!(printed, Rounded::new(share, 1).to_string(), "{what}: recorded {share}");
}

#[test]
fn charts_print_what_the_records_hold() {
    for language in ["kk", "ru"] {
        let shares = shares(language);
        let mut compared = 0;
        for figure in figures(language) {
            let Some(question) = figure.label.strip_prefix("fig-").filter(|q| q.starts_with("q-")) else {
                continue;
            };
            let of = |item: &str, answer: &str| {
                let key = (question.to_owned(), item.to_owned(), answer.to_owned());
                shares.get(&key).copied()
            };
            let mut chart = Chart::clone(figure.chart.as_ref().expect("a chart of a question"));
            chart.each_label(&mut |label| *label = label.replace('\u{A0}', " "));
            match &chart {
                Chart::Likert(chart) => {
                    // Of a scale by groups the first row is the whole sample; the groups' stand in the tables.
                    let rows = if chart.is_by_groups { 1 } else { chart.rows.len() };
                    for row in &chart.rows[..rows] {
                        for (answer, value) in chart.answers.iter().zip(row.values.iter().flatten().flatten())
                        {
                            let share = of(&row.label, &answer.label).or_else(|| of("", &answer.label));
                            same(
                                value,
                                share.unwrap(),
                                &format!("{question} {} {}", row.label, answer.label),
                            );
                            compared += 1;
                        }
                    }
                }
                Chart::Bars(chart) => {
                    for bar in &chart.bars {
                        let by_item =
                            shares.iter().find(|((q, item, _), _)| q == question && *item == bar.label);
                        let share = by_item.map(|(_, s)| *s).or_else(|| of("", &bar.label));
                        same(
                            bar.value.as_ref().unwrap(),
                            share.unwrap(),
                            &format!("{question} {}", bar.label),
                        );
                        compared += 1;
                    }
                }
                Chart::Waffle(chart) => {
                    for part in &chart.parts {
                        let share = of("", &part.label).unwrap();
                        let value = part.share.value.as_ref().unwrap();
                        same(value, share, &format!("{question} {}", part.label));
                        compared += 1;
                    }
                }
                other => panic!("{question} has a chart that this test cannot compare: {other:?}"),
            }
        }
        assert!(compared > 200, "only {compared} values were compared");
    }
}

#[test]
fn a_sum_that_rounding_moves_is_told_in_the_note_and_no_other() {
    let told = |figure: &Figure| {
        figure.notes.iter().any(|note| plain_text(note).replace('\u{A0}', " ").contains("из-за округления"))
    };
    let (mut moved, mut whole) = (0, 0);
    for figure in figures("ru") {
        let Some(Chart::Likert(chart)) = figure.chart.as_deref() else { continue };
        let rows = if chart.is_by_groups { 1 } else { chart.rows.len() };
        let sums = chart.rows[..rows].iter().map(|row| {
            let values = row.values.iter().flatten().flatten();
            values.map(|v| Rounded::new(v.value, 1).units).sum::<i64>()
        });
        let is_moved = sums.into_iter().any(|tenths| tenths != 1000);
        assert_eq!(told(figure), is_moved, "{}", figure.label);
        if is_moved { moved += 1 } else { whole += 1 }
    }
    assert!(moved > 3 && whole > 3, "{moved} moved, {whole} whole");
}
