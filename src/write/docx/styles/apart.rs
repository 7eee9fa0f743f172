//! Styles of what stands apart: captions, tables, the title page, callouts, slides.

use super::{BOLD, Style, colour, fonts, middle, size, spacing};
use crate::theme::{PageStyle, Palette, Theme};
use crate::write::units::{hex, twips};

pub fn captions(theme: &Theme) -> Vec<Style<'static>> {
    let sheet = &theme.report;
    let sizes = &sheet.sizes;
    let style = |id, name, based, next, ppr: String, rpr: String| Style { id, name, based, next, ppr, rpr };
    let cell = format!("<w:suppressAutoHyphens/>{}", spacing(40, 40, 1.0));
    let note = format!("<w:keepLines/>{}<w:jc w:val='left'/>", spacing(40, 80, 1.0));
    vec![
        style(
            "Caption",
            "caption",
            "Normal",
            "BodyText",
            format!("<w:keepLines/><w:suppressAutoHyphens/>{}", spacing(200, 120, 1.1)),
            size(sizes.caption),
        ),
        style(
            "Figure",
            "Figure",
            "Normal",
            "Caption",
            format!("<w:keepNext/>{}<w:jc w:val='{}'/>", spacing(240, 0, 1.0), middle(sheet)),
            String::new(),
        ),
        style(
            "Formula",
            "Formula",
            "Normal",
            "BodyText",
            format!(
                "<w:keepLines/><w:tabs><w:tab w:val='center' w:pos='{}'/><w:tab w:val='right' w:pos='{}'/></w:tabs>{}",
                twips(sheet.page.text_width() / 2.0),
                twips(sheet.page.text_width()),
                spacing(160, 160, 1.0)
            ),
            String::new(),
        ),
        style("TableText", "Table Text", "Normal", "TableText", cell, size(sizes.table)),
        style("TableHeading", "Table Heading", "TableText", "TableText", "<w:keepNext/>".into(), BOLD.into()),
        style(
            "Note",
            "Note",
            "Normal",
            "BodyText",
            note,
            format!("{}{}", colour(&theme.palette.muted), size(sizes.note)),
        ),
    ]
}

/// The title page on a picture; the frames that hold its parts are set where it is written.
pub fn on_picture(theme: &Theme) -> Vec<Style<'static>> {
    let sheet = &theme.report;
    let palette = &theme.palette;
    let note = sheet.sizes.note + 1.0;
    let font = fonts(&sheet.fonts.heading);
    let style = |id, name, rpr: String| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: format!("<w:suppressAutoHyphens/>{}<w:jc w:val='left'/>", spacing(0, 60, 1.1)),
        rpr,
    };
    let pale = colour(&palette.calm_soft);
    vec![
        style("Organisation", "Organisation", format!("{pale}{}", size(note))),
        style("Title", "Title", format!("{font}{BOLD}{}{}", colour(&palette.cover_text), size(24.0))),
        style("DocumentKind", "Document Kind", format!("{font}{pale}{}", size(14.0))),
        style("Approval", "Approval", size(sheet.sizes.note + 0.5)),
        style("TitleDetails", "Title Details", format!("{}{}", colour(&palette.muted), size(note))),
        style("BlockContext", "BlockContext", format!("{pale}{}", size(note))),
    ]
}

pub fn cover(sheet: &PageStyle) -> Vec<Style<'static>> {
    let points = sheet.sizes.body;
    let font = fonts(&sheet.fonts.heading);
    let style = |id, name, jc: &str, rpr: String| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: format!("<w:suppressAutoHyphens/>{}<w:jc w:val='{jc}'/>", spacing(0, 60, 1.15)),
        rpr,
    };
    let mut approval = style("Approval", "Approval", "left", String::new());
    let left = twips(sheet.page.text_width() * 0.55);
    approval.ppr = format!(
        "<w:suppressAutoHyphens/>{}<w:ind w:left='{left}'/><w:jc w:val='left'/>",
        spacing(0, 40, 1.1)
    );
    vec![
        style("Title", "Title", "center", format!("{font}{}", size(points + 2.0))),
        // Not Word's own Subtitle: STYLEREF finds that one by a name that differs between Word's languages.
        style(
            "DocumentKind",
            "Document Kind",
            "center",
            format!("{font}{BOLD}<w:caps/>{}", size(points + 4.0)),
        ),
        style("Organisation", "Organisation", "center", String::new()),
        approval,
        style("TitleDetails", "Title Details", "center", String::new()),
        style("BlockContext", "BlockContext", "center", String::new()),
    ]
}

pub fn boxes(theme: &Theme) -> Vec<Style<'static>> {
    let palette = &theme.palette;
    let sizes = &theme.report.sizes;
    let boxed = |id, name, tone: &str, rpr: String| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: panel(palette, tone),
        rpr,
    };
    let mut speaker = boxed("SpeakerNotes", "Speaker Notes", &palette.line, size(sizes.table + 1.0));
    speaker.next = "SpeakerNotes";
    let label = |id, name, before| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: format!("<w:keepNext/>{}", spacing(before, 40, 1.0)),
        rpr: format!("{BOLD}{}{}", colour(&palette.muted), size(sizes.note)),
    };
    let mut slide = label("SlideLabel", "Slide Label", 480);
    slide.ppr = format!(
        "<w:keepNext/><w:pBdr><w:top w:val='single' w:sz='6' w:space='6' w:color='{}'/></w:pBdr>{}",
        hex(&palette.line),
        spacing(480, 0, 1.0)
    );
    vec![
        boxed("CalloutFinding", "Callout Finding", theme.colour(&theme.callouts.finding), String::new()),
        boxed("CalloutNote", "Callout Note", theme.colour(&theme.callouts.note), size(sizes.caption)),
        boxed("CalloutCaution", "Callout Caution", theme.colour(&theme.callouts.caution), String::new()),
        boxed("KeyNumber", "Key Number", &palette.line, String::new()),
        slide,
        label("SpeakerNotesLabel", "Speaker Notes Label", 200),
        speaker,
    ]
}

/// Shading with a coloured edge; the thin lines in the shading's own colour give it an inner margin.
fn panel(palette: &Palette, tone: &str) -> String {
    let (tone, surface) = (hex(tone), hex(&palette.surface));
    let thin = |side: &str| format!("<w:{side} w:val='single' w:sz='4' w:space='4' w:color='{surface}'/>");
    format!(
        "<w:keepLines/><w:pBdr>{}<w:left w:val='single' w:sz='24' w:space='8' w:color='{tone}'/>\
         {}{}</w:pBdr><w:shd w:val='clear' w:color='auto' w:fill='{surface}'/>{}<w:ind \
         w:left='170' w:right='113'/>",
        thin("top"),
        thin("bottom"),
        thin("right"),
        spacing(0, 0, 1.25),
    )
}
