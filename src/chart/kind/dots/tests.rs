//! Dots: where they stand, and what ends in a fault.

use super::Dots;
use crate::chart::kind::Chart;
use crate::chart::test_fixture::{LONG, attributes, axis, dot, dots, draw, reference, texts, value};
use crate::diag::Code;
use crate::theme::Tone;

fn chart(values: &[f64]) -> Dots {
    let rows = values.iter().map(|v| dot(LONG, *v, 3.0, Tone::Calm, "1–3")).collect();
    Dots { axis: axis(0.0, 100.0, 50.0), reference: None, rows, aside_heading: String::new(), keys: Vec::new() }
}

/// Centres of the dots; each is drawn on a white ring.
fn centres(chart: &Dots) -> Vec<f64> {
    let svg = draw(&Chart::Dots(chart.clone())).unwrap().svg().to_owned();
    attributes(&svg, "circle", "cx").into_iter().step_by(2).collect()
}

#[test]
fn dots_are_where_their_values_are() {
    let xs = centres(&chart(&[0.0, 50.0, 100.0, 0.5]));
    assert!((xs[1] - (xs[0] + xs[2]) / 2.0).abs() < 0.11);
    assert!(xs[3] > xs[0] && xs[3] - xs[0] < 3.0);
    let equal = centres(&chart(&[41.0; 30]));
    assert!(equal.len() == 30 && equal.iter().all(|x| *x == equal[0]));
}

#[test]
fn negative_values_have_an_axis_below_zero() {
    let mut net = chart(&[-32.0, 18.0]);
    assert_eq!(draw(&Chart::Dots(net.clone())).unwrap_err().code, Code::ChartDrawing);
    net.axis = axis(-50.0, 50.0, 50.0);
    let xs = centres(&net);
    assert!(xs[0] < xs[1]);
}

#[test]
fn a_hidden_row_has_no_dot_but_a_dash() {
    let all = dots();
    assert_eq!(centres(&all).len(), all.rows.len() - 1);
    assert!(texts(draw(&Chart::Dots(all)).unwrap().svg()).contains(&"—".to_owned()));
}

#[test]
fn a_value_beyond_the_axis_widens_it() {
    let xs = centres(&chart(&[50.0, 130.0]));
    assert!(xs[1] < 467.0);
}

#[test]
fn the_reference_line_s_label_stays_inside() {
    for at in [0.0, 100.0] {
        let with = Dots {
            reference: Some(reference(at, "қала бойынша орташа мән")), ..chart(&[40.0])
        };
        assert!(draw(&Chart::Dots(with)).is_ok());
    }
}

#[test]
fn senseless_numbers_are_faults() {
    let mut faults = vec![chart(&[]), chart(&[f64::NAN]), chart(&[f64::NEG_INFINITY])];
    faults.push(Dots { reference: Some(reference(f64::NAN, "")), ..chart(&[1.0]) });
    faults.push(Dots { axis: axis(5.0, 5.0, 1.0), ..chart(&[1.0]) });
    let mut upside = chart(&[10.0]);
    upside.rows[0].interval = Some((20.0, 5.0));
    faults.push(upside);
    for chart in faults {
        assert_eq!(draw(&Chart::Dots(chart)).unwrap_err().code, Code::ChartDrawing);
    }
    let mut bare = chart(&[10.0]);
    (bare.rows[0].interval, bare.rows[0].value) = (None, Some(value(10.0, "10")));
    assert_eq!(centres(&bare).len(), 1);
}
