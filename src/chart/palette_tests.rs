//! The theme's palette held against WCAG, a black-and-white printer and two kinds of colour blindness.

use super::colour::{Inks, Rgb, WHITE};
use super::test_fixture::theme;
use crate::theme::Tone;
use crate::theme::contrast::linear;

const SCALE: [Tone; 5] = [Tone::Accent, Tone::AccentSoft, Tone::Middle, Tone::CalmSoft, Tone::Calm];

/// Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision
/// Deficiency, IEEE TVCG 15(6), 2009; severity 1.0, applied to linear sRGB.
const PROTANOPIA: [[f64; 3]; 3] =
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
const DEUTERANOPIA: [[f64; 3]; 3] =
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
const NORMAL: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

fn seen(colour: Rgb, by: &[[f64; 3]; 3]) -> [f64; 3] {
    let light = [linear(colour.0), linear(colour.1), linear(colour.2)];
    by.map(|row| row.iter().zip(light).map(|(m, c)| m * c).sum::<f64>().clamp(0.0, 1.0))
}

/// CIE L*a*b* under D65.
fn lab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let f = |t: f64| if t > 0.008856 { libm::cbrt(t) } else { 7.787 * t + 16.0 / 116.0 };
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIE 1976 difference.
fn difference(a: Rgb, b: Rgb, by: &[[f64; 3]; 3]) -> f64 {
    let (a, b) = (lab(seen(a, by)), lab(seen(b, by)));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

fn inks() -> Inks {
    Inks::new(&theme().palette).unwrap()
}

fn lightness(colour: Rgb) -> f64 {
    lab(seen(colour, &NORMAL))[0]
}

#[test]
fn the_two_leading_tones_and_all_text_stand_out_from_paper() {
    let inks = inks();
    for tone in [Tone::Accent, Tone::Calm] {
        assert!(inks.tone(tone).contrast(WHITE) >= 4.5, "{tone:?}");
    }
    for text in [inks.text, inks.muted] {
        assert!(text.contrast(WHITE) >= 4.5);
    }
    // The soft tones are below 3 : 1; where one is a mark of its own, `as_mark` darkens it.
    for tone in SCALE.into_iter().chain([Tone::Grey]) {
        assert!(inks.tone(tone).as_mark().contrast(WHITE) >= 3.0, "{tone:?}");
        assert!(inks.interval(tone).contrast(WHITE) >= 3.0, "{tone:?}");
        let ground = inks.tone(tone);
        assert!(inks.on(ground).contrast(ground) >= 4.5, "{tone:?}");
    }
}

#[test]
fn a_printer_without_colour_keeps_neighbours_apart() {
    let inks = inks();
    for pair in SCALE.windows(2) {
        let [a, b] = [inks.tone(pair[0]), inks.tone(pair[1])];
        let step = (lightness(a) - lightness(b)).abs();
        assert!(step >= 8.0, "{pair:?}: {step:.1}");
    }
}

#[test]
fn all_pairs_differ_for_the_colour_blind() {
    let inks = inks();
    for (name, by) in [("normal", NORMAL), ("protan", PROTANOPIA), ("deutan", DEUTERANOPIA)] {
        for (i, a) in SCALE.iter().enumerate() {
            for b in &SCALE[i + 1..] {
                let d = difference(inks.tone(*a), inks.tone(*b), &by);
                assert!(d >= 15.0, "{name}: {a:?} and {b:?} differ by {d:.1}");
            }
        }
    }
}

/// The colours that stand beside each other in each kind, in the order in which they are neighbours.
fn neighbours() -> Vec<(String, Vec<Rgb>)> {
    let inks = inks();
    let mut all = vec![("groups".to_owned(), super::kind::grouped::colours(&inks).to_vec())];
    for points in [2usize, 3, 4, 5, 6, 7] {
        let answers = super::test_fixture::scale_answers(points);
        all.push((format!("a scale of {points}"), super::answer_scale::colours(&answers, &inks)));
    }
    all
}

#[test]
fn neighbours_in_bars_differ_for_every_eye_and_on_every_printer() {
    for (what, colours) in neighbours() {
        for pair in colours.windows(2) {
            for (name, by) in [("normal", NORMAL), ("protan", PROTANOPIA), ("deutan", DEUTERANOPIA)] {
                let d = difference(pair[0], pair[1], &by);
                assert!(d >= 10.0, "{what}, {name}: {pair:?} differ by {d:.1}");
            }
            let step = (lightness(pair[0]) - lightness(pair[1])).abs();
            assert!(step >= 6.0, "{what}: {pair:?} in grey differ by {step:.1}");
        }
    }
}

#[test]
fn a_heat_table_s_tints_get_darker_step_by_step_for_every_eye() {
    let inks = inks();
    for sign in [1.0, -1.0] {
        let tints: Vec<Rgb> = [0.0, 0.25, 0.5, 0.75, 1.0]
            .iter()
            .map(|v| super::kind::heat::fill(&inks, sign * (v + 1e-9), 1.0))
            .collect();
        for pair in tints.windows(2) {
            for by in [NORMAL, PROTANOPIA, DEUTERANOPIA] {
                let (a, b) = (lab(seen(pair[0], &by))[0], lab(seen(pair[1], &by))[0]);
                assert!(a - b >= 6.0, "{pair:?}: {a:.1} and {b:.1}");
            }
        }
    }
}
