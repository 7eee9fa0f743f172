//! Diverging bars: where segments, sums and columns stand, and what ends in a fault.

use super::Likert;
use crate::chart::data::Side;
use crate::chart::kind::Chart;
use crate::chart::test_fixture::{LONG, attributes, draw, likert, likert_row, texts, value};
use crate::diag::Code;

fn scale(rows: &[[f64; 7]]) -> Likert {
    Likert { rows: rows.iter().map(|r| likert_row(LONG, r)).collect(), ..likert() }
}

/// Left edge and width of all segments, without the legend's swatches, if there is one.
fn segments(chart: &Likert) -> Vec<(f64, f64)> {
    let svg = draw(&Chart::Likert(chart.clone())).unwrap().svg().to_owned();
    let all = attributes(&svg, "rect", "x").into_iter().zip(attributes(&svg, "rect", "width"));
    let on_scale = chart.answers.iter().filter(|answer| answer.side != Side::Apart);
    let all: Vec<(f64, f64)> = all.collect();
    // A swatch is as wide as the others, and the legend is drawn first.
    let swatches = on_scale.take_while(|_| svg.contains("<rect")).count();
    let first = all.first().map_or(0.0, |first| first.1);
    let has_legend =
        all.len() >= swatches && all.iter().take(swatches).all(|one| (one.1 - first).abs() < 0.11);
    all.into_iter().skip(if has_legend { swatches } else { 0 }).collect()
}

#[test]
fn the_middle_answer_stands_half_and_half_on_one_zero() {
    let row = [20.0, 18.0, 10.0, 21.0, 19.0, 5.0, 7.0];
    let other = [5.0, 5.0, 60.0, 10.0, 10.0, 5.0, 5.0];
    let parts = segments(&scale(&[row, other]));
    let middle = |i: usize| parts[i].0 + parts[i].1 / 2.0;
    assert!((middle(2) - middle(7)).abs() < 0.2, "{} {}", middle(2), middle(7));
}

#[test]
fn answers_outside_the_scale_are_numbers_in_columns_and_sums_stand_at_both_ends() {
    let mut chart =
        scale(&[[20.0, 10.0, 10.0, 20.0, 20.0, 13.0, 7.0], [10.0, 12.0, 30.0, 20.0, 20.0, 8.0, 0.0]]);
    for (row, nets) in chart.rows.iter_mut().zip([[31.0, 42.0], [23.0, 44.0]]) {
        row.beside.nets = nets.map(|net| Some(value(net, &format!("{net:.0}"))));
    }
    assert_eq!(segments(&chart).len(), 10, "five answers of the scale in each row");
    let told = texts(draw(&Chart::Likert(chart.clone())).unwrap().svg());
    for number in ["31", "42", "23", "44", "13", "7", "8"] {
        assert!(told.contains(&number.to_owned()), "{number} among {told:?}");
    }
    let readout = Chart::Likert(chart).readout();
    assert_eq!(readout.columns.len(), 9, "seven answers and two sums");
}

#[test]
fn a_whole_row_on_one_side_and_a_row_of_nothing() {
    let chart = scale(&[[100.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0; 7]]);
    assert_eq!(segments(&chart).len(), 1);
    assert_eq!(segments(&scale(&[[0.0; 7]])).len(), 0);
}

#[test]
fn numbers_that_do_not_fit_stand_outside_at_the_ends_and_are_left_out_between() {
    let chart = scale(&[[96.0, 0.4, 0.4, 0.4, 0.8, 1.0, 1.0]]);
    let svg = draw(&Chart::Likert(chart)).unwrap().svg().to_owned();
    let numbers: Vec<String> = texts(&svg).into_iter().filter(|t| t.parse::<f64>().is_ok()).collect();
    assert_eq!(numbers, ["1", "1", "96", "1"], "columns beside the bar, its one large part, its last one");
}

#[test]
fn a_row_without_values_is_a_dash_and_thirty_rows_fit() {
    assert!(texts(draw(&Chart::Likert(likert())).unwrap().svg()).contains(&"—".to_owned()));
    let thirty = scale(&[[10.0, 20.0, 20.0, 20.0, 20.0, 5.0, 5.0]; 30]);
    assert_eq!(segments(&thirty).len(), 150);
}

#[test]
fn senseless_numbers_are_faults() {
    let mut short = scale(&[[10.0; 7]]);
    short.rows[0].values.as_mut().unwrap().pop();
    let mut faults = vec![short, scale(&[]), scale(&[[40.0; 7]])];
    for bad in [f64::NAN, -1.0, f64::INFINITY] {
        faults.push(scale(&[[bad, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]]));
    }
    faults.push(Likert { answers: Vec::new(), rows: scale(&[[1.0; 7]]).rows, ..likert() });
    for chart in faults {
        assert_eq!(draw(&Chart::Likert(chart)).unwrap_err().code, Code::ChartDrawing);
    }
}
