//! `cargo bench --bench charts`: the time of one chart's SVG, kind by kind, beside its PNG of 300 dpi.
//!
//! Every specimen of the gallery on the report's page; a kind's figure is the median over its specimens of
//! one row or more, each drawn many times. The figures to watch are the slowest kind and the ratio.

#![allow(clippy::panic, clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark prints and stops")]

mod shared;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use esep::chart::{Canvas, Faces, Rasteriser, draw};
use esep::gallery::specimens;
use esep::locale::Locale;
use esep::source::Assets;
use shared::{median, millis, theme};

const ROUNDS: usize = 31;

fn main() {
    let assets = Assets::embedded();
    let theme = theme();
    let fonts = assets.fonts().unwrap();
    let faces = Faces::new(&theme.report.fonts.chart, &fonts).unwrap();
    let locale = Arc::new(Locale::load(&assets, "kk").unwrap_or_else(|f| panic!("{f:?}")));
    let breaks = |word: &str| locale.breaks_anywhere(word);
    let canvas = Canvas {
        sheet: &theme.report,
        palette: &theme.palette,
        faces: &faces,
        width: theme.report.page.text_width(),
        height: None,
        page: theme.report.page.text_height(),
        breaks: &breaks,
    };
    let mut kinds: BTreeMap<&str, Vec<(Duration, Duration)>> = BTreeMap::new();
    for specimen in specimens(&assets, &locale).unwrap_or_else(|f| panic!("{f:?}")) {
        let svg = median(ROUNDS, || draw(&specimen.chart, &canvas).unwrap().len());
        let parts = draw(&specimen.chart, &canvas).unwrap();
        let png = median(3, || {
            // A new one each time: it keeps what it has drawn.
            let rasteriser = Rasteriser::new(&fonts, 300.0 / 72.0);
            parts.iter().map(|p| rasteriser.image(&p.picture.image).unwrap().len()).sum::<usize>()
        });
        kinds.entry(specimen.kind).or_default().push((svg, png));
    }
    let (mut all_svg, mut all_png) = (Duration::ZERO, Duration::ZERO);
    println!("{:<12} {:>10} {:>10}", "kind", "SVG, µs", "PNG, µs");
    for (kind, mut times) in kinds {
        all_svg += times.iter().map(|t| t.0).sum::<Duration>();
        all_png += times.iter().map(|t| t.1).sum::<Duration>();
        times.sort();
        let (svg, png) = times[times.len() / 2];
        println!("{kind:<12} {:>10.0} {:>10.0}", 1000.0 * millis(svg), 1000.0 * millis(png));
    }
    println!("ratio of all SVG to all PNG: {:.4}", all_svg.as_secs_f64() / all_png.as_secs_f64());
}
