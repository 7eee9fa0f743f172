//! Files of settings, the theme's programs for Typst and fonts, laid over the program's own.

use std::sync::LazyLock;

use esep::pipeline::live::end_of_round;
use esep::pipeline::{Format, Silent, build_in_memory};
use esep::source::Assets;

use super::files::meanwhile;
use super::studies::short;
use super::{edits, told};

type Texts = Vec<(&'static str, String)>;

fn embedded(paths: &[&'static str]) -> Texts {
    let assets = Assets::embedded();
    let text = |path: &&'static str| Some((*path, assets.embedded_text(path)?.to_owned()));
    paths.iter().filter_map(text).collect()
}

/// Builds the report with a file laid over the program's own.
fn build(path: &str, content: &[u8], theme: Option<&str>, format: Format) {
    let place = short();
    let mut request = place.request("final", Some(format));
    request.theme = theme.map(str::to_owned);
    let built = meanwhile(place.templates.path(), path, content, || build_in_memory(&request, &Silent));
    end_of_round();
    match built {
        Ok(output) => told(&output.warnings),
        Err(faults) => told(&faults),
    }
}

static SETTINGS: LazyLock<Texts> = LazyLock::new(|| {
    embedded(&[
        "theme/theme.toml",
        "theme/style.toml",
        "theme/gost/theme.toml",
        "theme/modern/theme.toml",
        "theme/modern/cover.svg",
        "locale/ru.toml",
        "locale/kk.toml",
        "thresholds.toml",
        "bibliography.toml",
        "formulas.toml",
        "reports/final/report.toml",
    ])
});

/// The first byte chooses the file and whether the PDF or the DOCX is built with it, the rest makes it.
pub fn read(input: &[u8]) {
    let Some((choice, rest)) = input.split_first() else { return };
    let (path, base) = &SETTINGS[usize::from(*choice) % SETTINGS.len()];
    let theme = path.contains("modern").then_some("modern");
    let format = if *choice > 127 { Format::Docx } else { Format::Pdf };
    build(path, &edits::file(base.as_bytes(), rest), theme, format);
}

static TYPST: LazyLock<Texts> = LazyLock::new(|| {
    embedded(&[
        "theme/gost/report.typ",
        "theme/blocks.typ",
        "theme/inline.typ",
        "theme/table.typ",
        "theme/math.typ",
    ])
});

/// The same of the theme's programs.
pub fn typst(input: &[u8]) {
    let Some((choice, rest)) = input.split_first() else { return };
    let (path, base) = &TYPST[usize::from(*choice) % TYPST.len()];
    build(path, &edits::file(base.as_bytes(), rest), None, Format::Pdf);
}

/// A font that stands in the place of the report's.
pub fn fonts(input: &[u8]) {
    let font = edits::file(include_bytes!("../bases/font.ttf"), input);
    build("fonts/Tinos-Regular.ttf", &font, None, Format::Pdf);
}
