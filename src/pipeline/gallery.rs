//! `esep gallery`: every specimen on the report's page and on a slide, as PDF and PNG.

use std::path::PathBuf;
use std::sync::Arc;

use super::artifact::{Artifact, BuildSummary};
use super::loaded_theme::LoadedTheme;
use super::output::Staging;
use super::workers;
use crate::chart::{self, AltText, Canvas, Faces};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, Severity};
use crate::document::{
    Block, Body, Caption, Document, Drawing, Figure, Hyphens, Inline, Layout, Meta, Slide,
};
use crate::gallery::{self, Specimen};
use crate::locale::Locale;
use crate::quantity::Pt;
use crate::source::Assets;
use crate::study::Thresholds;
use crate::study::passport::DEFAULT_THEME;
use crate::theme::PageStyle;
use crate::write::typst;

/// What to draw.
#[derive(Debug, Clone, Default)]
pub struct GalleryRequest {
    /// Output folder.
    pub out: PathBuf,
    /// Folder with the user's own templates.
    pub templates: Option<PathBuf>,
    /// Empty: all languages that the gallery speaks.
    pub languages: Vec<String>,
}

/// Height of a slide that the gallery keeps for its title.
const TITLE_HEIGHT: Pt = Pt(110.0);
/// Lines of a caption's size that a page keeps for caption and note.
const CAPTION_ROOM: f64 = 5.0;
/// The day that the gallery's PDF carries: a file needs one, and the gallery has none of its own.
const DAY: (i16, i8, i8) = (2026, 1, 1);

/// Draws the gallery; what finds no room on a slide is left out there and named in the report's warnings.
///
/// # Errors
/// Faults of templates, theme and words, and of specimens that cannot be drawn on a page.
pub fn gallery(request: &GalleryRequest) -> Result<BuildSummary, Diagnostics> {
    let assets = match &request.templates {
        Some(path) => Assets::with_overlay(path)?,
        None => Assets::embedded(),
    };
    let theme = LoadedTheme::read(&assets, DEFAULT_THEME, None, None)?;
    let spoken = gallery::languages(&assets);
    let languages: Vec<String> = match request.languages.as_slice() {
        [] => spoken,
        wanted => wanted.to_vec(),
    };
    let staging = Staging::open(&request.out)?;
    let jobs: Vec<(String, bool)> =
        languages.iter().flat_map(|l| [(l.clone(), false), (l.clone(), true)]).collect();
    let mut files: Vec<Artifact> = Vec::new();
    let mut warnings = Diagnostics::new();
    let mut faults = Diagnostics::new();
    for made in workers::each(&jobs, None, |(language, slides)| page(&assets, &theme, language, *slides)) {
        match made {
            Ok((made, left_out)) => {
                files.extend(made);
                warnings.extend(left_out);
            }
            Err(found) => faults.extend(found),
        }
    }
    if faults.has_errors() {
        faults.normalise();
        return Err(faults);
    }
    for artifact in &files {
        staging.put(&artifact.info.name, &artifact.bytes)?;
    }
    staging.commit()?;
    let files = files.into_iter().map(|artifact| artifact.info).collect();
    Ok(BuildSummary { folder: request.out.clone(), files, warnings, earlier_doubts: 0, missed: Vec::new() })
}

/// The files of one language on one sheet, and the specimens that find no room there.
fn page(
    assets: &Assets,
    theme: &LoadedTheme,
    language: &str,
    slides: bool,
) -> Result<(Vec<Artifact>, Vec<Diagnostic>), Diagnostics> {
    let thresholds = Thresholds::load(assets)?;
    let locale = Arc::new(Locale::load(assets, language)?.with_numbers(&thresholds.places())?);
    let (title, note) = gallery::heading(assets, language)?;
    let (sheet, faces) = if slides {
        (&theme.theme.slides, &theme.slide_faces)
    } else {
        (&theme.theme.report, &theme.report_faces)
    };
    let mut figures = Vec::new();
    let mut left_out = Vec::new();
    for specimen in gallery::specimens(assets, &locale)? {
        match drawn(&specimen, theme, sheet, faces, slides, &locale) {
            Ok(drawings) => figures.push((specimen, drawings)),
            Err(fault) if slides && fault.code == Code::ChartDrawing => {
                let note = Diagnostic { severity: Severity::Note, ..fault };
                left_out.push(note.at(Location::file(name(&specimen, language, slides, None))));
            }
            Err(fault) => return Err(fault.into()),
        }
    }
    let mut files = Vec::new();
    for (specimen, drawings) in &figures {
        for (i, drawing) in drawings.iter().enumerate() {
            let part = (drawings.len() > 1).then_some(i + 1);
            let bytes = theme.rasteriser.image(&drawing.picture.image)?.to_vec();
            files.push(Artifact::new(name(specimen, language, slides, part), bytes, 1));
        }
    }
    let document = document(&locale, title, &note, figures, slides);
    let laid_out = typst::lay_out(
        &document,
        &theme.theme,
        &theme.theme_files,
        &theme.typst_fonts,
        typst::DeckView::Slides,
        || (),
    )?;
    let pages = laid_out.pages.count;
    let identifier = format!("gallery.{}", kind(slides));
    let bytes = typst::export(&laid_out, &document, &identifier)?;
    drop(laid_out);
    comemo::evict(0);
    files.push(Artifact::new(format!("gallery.{language}.{}.pdf", kind(slides)), bytes, pages));
    Ok((files, left_out))
}

fn kind(slides: bool) -> &'static str {
    if slides { "slides" } else { "report" }
}

fn name(specimen: &Specimen, language: &str, slides: bool, part: Option<usize>) -> String {
    let part = part.map(|n| format!("-{n}")).unwrap_or_default();
    format!("{}-{}{part}.{language}.{}.png", specimen.kind, specimen.case, kind(slides))
}

fn drawn(
    specimen: &Specimen,
    theme: &LoadedTheme,
    sheet: &PageStyle,
    faces: &Faces,
    slides: bool,
    locale: &Locale,
) -> Result<Vec<Drawing>, Diagnostic> {
    let breaks = |word: &str| locale.breaks_anywhere(word);
    let room = sheet.page.text_height();
    let canvas = Canvas {
        sheet,
        palette: &theme.theme.palette,
        faces,
        width: sheet.page.text_width(),
        height: slides.then_some(room - TITLE_HEIGHT),
        page: room - CAPTION_ROOM * sheet.sizes.caption,
        breaks: &breaks,
    };
    let parts = chart::draw(&specimen.chart, &canvas)?;
    let drawn = |part: chart::Part| {
        let shown = part.rows.map(|rows| specimen.chart.part(rows));
        let alt = AltText { locale }.of(shown.as_ref().unwrap_or(&specimen.chart))?;
        Ok(Drawing { picture: part.picture, alt })
    };
    parts.into_iter().map(drawn).collect()
}

/// A figure a page; on slides a slide each.
fn document(
    locale: &Locale,
    title: String,
    note: &str,
    figures: Vec<(Specimen, Vec<Drawing>)>,
    slides: bool,
) -> Document {
    let text = |text: &str| vec![Inline::text(text)];
    let figures = (1u32..).zip(figures).map(|(number, (specimen, drawings))| {
        let (before, after) = locale.figure_label();
        let figure = Figure {
            label: format!("fig-{}-{}", specimen.kind, specimen.case),
            caption: Caption {
                before: before.to_owned(),
                number: Some(number.into()),
                after: after.to_owned(),
                separator: locale.caption_separator().to_owned(),
                text: text(&specimen.title),
            },
            message: None,
            caption_above: false,
            drawings,
            notes: vec![text(note)],
            chart: Some(Arc::new(specimen.chart)),
        };
        (number, specimen.title, figure)
    });
    let body = if slides {
        Body::Deck(
            figures
                .map(|(number, title, figure)| Slide {
                    number,
                    layout: Layout::Figure,
                    section: None,
                    label: format!("slide-{number}"),
                    title: text(&title),
                    blocks: vec![Block::Figure(figure)],
                    notes: Vec::new(),
                    source: vec![text(note)],
                    scale: 1.0,
                })
                .collect(),
        )
    } else {
        Body::Report(figures.map(|(_, _, figure)| Block::Figure(figure)).collect())
    };
    let meta = Meta {
        language: locale.language().to_owned(),
        language_region: locale.region().to_owned(),
        title: title.clone(),
        subject: title.clone(),
        author: "esep".to_owned(),
        date: DAY,
        decimal_mark: locale.decimal_mark().to_string(),
        running_head: title,
        ..Meta::default()
    };
    Document { meta, body, hyphens: Hyphens::default() }
}
