//! What the benchmarks of the Office writers put on pages and slides.

use std::sync::Arc;

use esep::chart::kind::bars::{Bar, Bars};
use esep::chart::{Axis, Chart};
use esep::document::*;
use esep::picture::{Image, Picture};
use esep::quantity::{Number, Pt, Unit};
use esep::theme::Tone;

pub fn text(text: &str) -> Inlines {
    vec![Inline::text(text)]
}

pub fn caption(before: &str, number: u32) -> Caption {
    Caption {
        before: before.to_owned(),
        number: Some(number.into()),
        after: String::new(),
        separator: " – ".to_owned(),
        text: text("Доверие по территориям, % ответивших"),
    }
}

/// A chart of twelve bars with intervals, that an office program draws itself.
pub fn figure(number: u32) -> Figure {
    let bar = |n: u32| {
        let value = f64::from(n) * 7.3;
        Bar {
            label: format!("Микрорайон № {n}"),
            value: Some(Number {
                value,
                unit: Unit::Percent,
                decimals: 1,
                text: format!("{value:.1} %").replace('.', ","),
                ..Number::default()
            }),
            interval: Some((value - 2.0, value + 2.0)),
            tone: Tone::Calm,
        }
    };
    let axis = Axis { max: 100.0, ..Axis::default() };
    let drawing = Drawing {
        picture: Picture { image: Image::Vector("".into()), width: Pt(460.0), height: Pt(200.0) },
        alt: "Столбчатая диаграмма".to_owned(),
    };
    Figure {
        label: format!("fig-{number}"),
        message: None,
        caption_above: false,
        caption: caption("Рисунок ", number),
        drawings: vec![drawing],
        notes: vec![text("Источник: массовый опрос.")],
        chart: Some(Arc::new(Chart::Bars(Bars { axis, bars: (1..=12).map(bar).collect() }))),
    }
}
