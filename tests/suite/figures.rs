//! Every number that a chart of the sample prints is the records' number, rounded to one decimal.

use std::collections::HashMap;
use std::path::Path;

use esep::chart::Chart;
use esep::document::{Figure, plain_text};
use esep::quantity::{Number, Rounded};
use serde_json::Value as Json;

use crate::support::studies::moved;
use crate::support::{document, plain, read_json, request, sample, sample_document};

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

/// A chart of the sample's final report by its label.
fn chart(label: &str) -> Chart {
    let figure = figures("ru").into_iter().find(|figure| figure.label == label);
    Chart::clone(figure.unwrap_or_else(|| panic!("no figure {label}")).chart.as_ref().unwrap())
}

#[test]
fn a_figure_that_would_say_nothing_is_a_sentence() {
    let of = |study: &Path| document(&request(study, "final", "ru"));
    let has = |study: &Path, label: &str| of(study).figures().iter().any(|figure| figure.label == label);
    let (level, moved) = (sample(), moved());
    assert!(!has(&level, "fig-indices-slope") && has(moved.path(), "fig-indices-slope"));
    assert!(plain(&of(&level)).contains("изменение ни одного индекса не выходит за пределы"));
    assert!(!has(&level, "fig-terms"), "all terms are met: the table of proofs says more");
    let early = document(&request(&level, "interim-1", "ru"));
    assert!(early.figures().iter().any(|figure| figure.label == "fig-terms"));
}

#[test]
fn counts_in_rows_and_columns_are_those_of_the_files() {
    let Chart::Matrix(sources) = chart("fig-sources") else { panic!("no matrix") };
    let findings = read_json(&sample(), "recommendations.json");
    let findings = findings["findings"].as_array().unwrap();
    assert_eq!(sources.rows.len(), findings.len());
    for (row, finding) in sources.rows.iter().zip(findings) {
        let sum: f64 = row.cells.iter().map(|count| count.value).sum();
        let evidence = finding["evidence"].as_array().unwrap().len();
        assert_eq!(sum.to_string(), evidence.to_string(), "{}", row.label);
    }
    let Chart::Matrix(cases) = chart("fig-cases") else { panic!("no matrix") };
    let register = read_json(&sample(), "cases.json");
    let register = register["cases"].as_array().unwrap();
    for (row, severity) in cases.rows.iter().zip(["high", "medium", "low"]) {
        for (count, state) in row.cells.iter().zip(["open", "in-progress", "resolved"]) {
            let own = register.iter().filter(|c| c["severity"] == severity && c["state"] == state).count();
            assert_eq!(count.text, own.to_string(), "{severity} {state}");
        }
    }
}

#[test]
fn days_of_the_calendar_and_shares_of_the_sample_are_those_of_the_fieldwork() {
    let Chart::Calendar(calendar) = chart("fig-calendar") else { panic!("no calendar") };
    let fieldwork = read_json(&sample(), "fieldwork.json");
    let days = fieldwork["days"].as_array().unwrap();
    let all: f64 = days.iter().map(|day| day["completed"].as_f64().unwrap()).sum();
    let drawn = calendar.weeks.iter().flat_map(|week| &week.days).flatten();
    assert_eq!(drawn.map(|number| number.value).sum::<f64>().to_string(), all.to_string());
    let Chart::Dumbbell(sample) = chart("fig-sample") else { panic!("no pairs") };
    for side in [0, 1] {
        let shares = sample.rows.iter().map(|row| row.values[side].value.as_ref().unwrap().value);
        assert!((shares.sum::<f64>() - 100.0).abs() < 1e-9, "shares of a whole");
    }
}
