//! The theme, its fonts, and what measures and rasterises with them.

use crate::chart::{Faces, Rasteriser};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::quantity::Pt;
use crate::source::{Assets, FontFile, Keys, SettingsKind, SettingsLayer, line_column, merged};
use crate::study::words::THEME_FILE;
use crate::theme::{Beyond, Theme, ThemeFile, beyond, cover_fault};
use crate::write::typst::{ThemeFiles, TypstFonts, theme_faults};

/// A theme with its files and fonts, ready to measure, lay out and rasterise.
pub struct LoadedTheme {
    /// The theme.
    pub theme: Theme,
    /// The theme as papers are set in it.
    pub paper_theme: Theme,
    /// Its Typst files, by path below `theme/`.
    pub theme_files: ThemeFiles,
    /// All fonts at hand.
    pub fonts: Vec<FontFile>,
    /// The same fonts, parsed for the typesetter.
    pub typst_fonts: TypstFonts,
    /// The face of charts in reports, to measure with.
    pub report_faces: Faces,
    /// The face of charts on slides.
    pub slide_faces: Faces,
    /// Draws SVG as PNG.
    pub rasteriser: Rasteriser,
}

impl LoadedTheme {
    /// Reads the theme of a name and the fonts; `named` is where a study names it, for faults, `study` what it sets
    /// otherwise.
    ///
    /// # Errors
    /// All faults of the theme.
    pub fn read(
        assets: &Assets,
        name: &str,
        named: Option<Location>,
        study: Option<&SettingsLayer>,
    ) -> Result<Self, Diagnostics> {
        let fonts = assets.fonts()?;
        let theme = theme(assets, name, named, study)?;
        Ok(Self {
            theme_files: theme_files(assets, name)?,
            typst_fonts: TypstFonts::new(&fonts),
            report_faces: faces(assets, name, &theme.report.fonts.chart, &fonts)?,
            slide_faces: faces(assets, name, &theme.slides.fonts.chart, &fonts)?,
            rasteriser: Rasteriser::new(&fonts, PICTURE_DPI / Pt::PER_INCH),
            paper_theme: theme.for_papers(),
            theme,
            fonts,
        })
    }
}

/// Resolution of charts in a DOCX in dots per inch, for writers and viewers that cannot show the SVG beside it.
const PICTURE_DPI: f64 = 300.0;

const DEFAULTS: &str = "theme/theme.toml";

/// The settings file of a theme.
fn theme_file(name: &str) -> String {
    format!("theme/{name}/theme.toml")
}

/// The faces of a family that a theme names; a fault stands where it is named.
fn faces(assets: &Assets, theme: &str, family: &str, fonts: &[FontFile]) -> Result<Faces, Diagnostic> {
    Faces::new(family, fonts).map_err(|fault| {
        let named = format!("\"{family}\"");
        let files = [theme_file(theme), DEFAULTS.to_owned()];
        let texts = files.iter().filter_map(|path| Some((path, assets.text(path).ok()?)));
        let found =
            texts.filter_map(|(path, text)| Some((path, line_column(&text, text.find(&named)?).0))).next();
        match found {
            Some((path, line)) => fault.at(Location::line(path.as_str(), line)),
            None => fault.at(Location::file(DEFAULTS)),
        }
    })
}

/// The theme of a name, of those that have a folder.
fn theme(
    assets: &Assets,
    name: &str,
    named: Option<Location>,
    study: Option<&SettingsLayer>,
) -> Result<Theme, Diagnostics> {
    let themes = assets.folders("theme");
    if !themes.iter().any(|known| known == name) {
        let (message, hint) =
            (say!("theme-unknown", name = name), say!("hint-themes", names = themes.join(", ")));
        let fault = match named {
            Some(place) => Diagnostic::new(Code::ThemeFault, message).at(place),
            None => Diagnostic::new(Code::Usage, message),
        };
        return Err(fault.hint(hint).into());
    }
    let file = theme_file(name);
    let layers = theme_layers(assets, name, study)?;
    let kind = SettingsKind { code: Code::ThemeFault, open: &[], hint: || say!("hint-compare-program") };
    let own: ThemeFile = merged(&layers, kind)?;
    let sets_colours = |layer: &&SettingsLayer| layer.text.contains("palette");
    let colours = layers.iter().rev().find(sets_colours).map_or(DEFAULTS, |layer| layer.path.as_str());
    let cover =
        own.report.look.cover.as_ref().map(|svg| assets.text(&format!("theme/{name}/{svg}"))).transpose()?;
    let drawn = own.report.look.cover.as_ref().zip(cover.as_deref());
    let bad_cover = drawn.and_then(|(svg, text)| Some((format!("theme/{name}/{svg}"), cover_fault(text)?)));
    let theme = Theme::new(name, own, cover.as_deref());
    let mut faults = palette_faults(&theme, colours, &file);
    if let Some((path, (line, message))) = bad_cover {
        let fault = Diagnostic::new(Code::ThemeFault, message).at(Location::line(path, line));
        faults.push(fault.hint(say!("hint-cover")));
    }
    faults.extend(beyond(&theme).iter().map(|number| number_fault(number, &layers)));
    if faults.is_empty() { Ok(theme) } else { Err(faults) }
}

/// The settings of a theme, the lowest first: what all themes share, the theme's own, `theme.toml` of the user's
/// templates and of the study.
pub(super) fn theme_layers(
    assets: &Assets,
    name: &str,
    study: Option<&SettingsLayer>,
) -> Result<Vec<SettingsLayer>, Diagnostic> {
    let mut layers = assets.layers(DEFAULTS)?;
    layers.extend(assets.layers(&theme_file(name))?);
    let own = assets.overlay_text(THEME_FILE)?;
    layers.extend(own.map(|text| SettingsLayer { path: THEME_FILE.to_owned(), text, keys: Keys::Known }));
    layers.extend(study.cloned());
    Ok(layers)
}

/// The fault of a number beyond its bounds, where the highest layer that has its key sets it.
fn number_fault(number: &Beyond, layers: &[SettingsLayer]) -> Diagnostic {
    let sets = |line: &str| {
        line.split_once('=').is_some_and(|(key, value)| {
            let value = value.trim().parse::<f64>();
            key.trim() == number.key && value.is_ok_and(|value| value.total_cmp(&number.value).is_eq())
        })
    };
    let line_of = |layer: &SettingsLayer| {
        let position = layer.text.lines().position(sets)?;
        Some(Location::line(layer.path.as_str(), u32::try_from(position + 1).unwrap_or(u32::MAX)))
    };
    let place = layers.iter().rev().find_map(line_of).unwrap_or_else(|| Location::file(DEFAULTS));
    let Beyond { key, value, least, most } = number;
    let value = if value.abs() < 1e9 { value.to_string() } else { format!("{value:e}") };
    let message = say!("theme-number", key = key, value = value, least = least, most = most);
    Diagnostic::new(Code::ThemeFault, message).at(place).hint(say!("hint-theme-number"))
}

/// Colours that are none, in the file that has the palette, and a heading's colour that the palette lacks, in the
/// theme's own.
fn palette_faults(theme: &Theme, palette_file: &str, file: &str) -> Diagnostics {
    let faulty = theme.palette.faulty().into_iter().map(|(key, colour)| {
        Diagnostic::new(Code::ThemeFault, say!("palette-colour-wrong", key = key, colour = colour))
            .at(Location::file(palette_file))
            .hint(say!("hint-colour-form"))
    });
    let mut faults: Diagnostics = faulty.collect();
    for (key, ground, ratio) in theme.palette.unreadable() {
        let ratio = format!("{ratio:.1}");
        let message = say!("palette-contrast", key = key, ground = ground, ratio = ratio);
        let fault = Diagnostic::new(Code::ThemeFault, message).at(Location::file(palette_file));
        faults.push(fault.hint(say!("hint-palette-contrast")));
    }
    let keys: Vec<&str> = theme.palette.all().iter().map(|(key, _)| *key).collect();
    let heading = theme.report.look.heading_colour.as_str();
    let unknown = theme.palette.named(heading).is_none().then_some(heading);
    for key in unknown.into_iter().chain(theme.callouts.unknown(&theme.palette)) {
        let fault = Diagnostic::new(Code::ThemeFault, say!("palette-key-unknown", key = key));
        faults.push(fault.at(Location::file(file)).hint(say!("hint-palette-keys", names = keys.join(", "))));
    }
    faults
}

/// The Typst files that all themes share, and those of one.
fn theme_files(assets: &Assets, name: &str) -> Result<ThemeFiles, Diagnostics> {
    let mut files = ThemeFiles::new();
    for folder in ["theme".to_owned(), format!("theme/{name}")] {
        for file in assets.files(&folder, "typ") {
            let path = format!("{folder}/{file}");
            let text = assets.text(&path)?;
            files.insert(path.trim_start_matches("theme/").to_owned(), text.into_owned());
        }
    }
    let faults = theme_faults(&files);
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}
