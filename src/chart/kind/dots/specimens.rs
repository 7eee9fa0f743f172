//! The hard cases of dots for the gallery.

use super::{Dot, Dots};
use crate::chart::specimen::{Cases, SpecimenMaker, falling, spread};
use crate::quantity::whole;
use crate::theme::Tone;

pub fn all(maker: &SpecimenMaker) -> Cases<Dots> {
    let falling = |rows: usize| (0..rows).map(|i| falling(i, rows, 71.0, 22.0)).collect::<Vec<f64>>();
    let mut bases = specimen(maker, &[52.0, 52.0], &[]);
    if let [large, small] = bases.rows.as_mut_slice() {
        (large.interval, small.interval) = (Some((48.9, 55.1)), Some((35.2, 68.4)));
    }
    vec![
        ("usual", specimen(maker, &falling(13), &[11])),
        ("one", specimen(maker, &falling(1), &[])),
        ("thirty", specimen(maker, &falling(30), &[])),
        ("equal", specimen(maker, &[44.0; 5], &[])),
        ("bases", bases),
        ("negative", balances(maker)),
        ("missing", specimen(maker, &falling(5), &[1, 3])),
    ]
}

fn specimen(maker: &SpecimenMaker, values: &[f64], hidden: &[usize]) -> Dots {
    let middle = values.iter().sum::<f64>() / whole::float(values.len()).max(1.0);
    let row = |(i, value): (usize, &f64)| {
        let is_shown = !hidden.contains(&i);
        let (low, high) = (value - 4.0 - 3.0 * spread(i), value + 4.0 + 3.0 * spread(i));
        Dot {
            label: maker.words.name(i),
            value: is_shown.then(|| maker.number(*value, 1)),
            interval: is_shown.then_some((low, high)),
            tone: match (low > middle, high < middle) {
                (true, _) => Tone::Accent,
                (_, true) => Tone::Calm,
                _ => Tone::Middle,
            },
            aside: None,
        }
    };
    let mut axis = maker.axis(0.0, 100.0, 5);
    axis.label.clone_from(&maker.words.axis);
    Dots {
        axis,
        reference: Some(maker.reference(&maker.words.reference, middle)),
        rows: values.iter().enumerate().map(row).collect(),
        aside_heading: String::new(),
        keys: Vec::new(),
    }
}

fn balances(maker: &SpecimenMaker) -> Dots {
    let rows = [24.0, 3.0, -11.0, -38.0].into_iter().enumerate().map(|(i, value)| Dot {
        label: maker.words.name(i),
        value: Some(maker.number(value, 0)),
        interval: Some((value - 5.0, value + 5.0)),
        tone: if value < -5.0 { Tone::Accent } else { Tone::Calm },
        aside: None,
    });
    Dots {
        axis: maker.axis(-100.0, 100.0, 4),
        reference: None,
        rows: rows.collect(),
        aside_heading: String::new(),
        keys: Vec::new(),
    }
}
