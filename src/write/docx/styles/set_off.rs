//! Styles of what is set off from the running text: captions, tables, the title page, panels, slides.

use super::style::{BOLD, Style, alignment_of_set_off, colour, fonts, size, spacing};
use crate::quantity::{Pt, Twips};
use crate::theme::{PageStyle, Palette, Theme};
use crate::write::ooxml::hex;

/// How much larger than its caption the message of a figure is.
const MESSAGE: Pt = Pt(1.5);

/// Captions, formulas, tables and notes.
pub fn captions(theme: &Theme) -> Vec<Style> {
    let page_style = &theme.report;
    let sizes = &page_style.sizes;
    let text_width = page_style.page.text_width();
    let style = |id, name, based, next, ppr: String, rpr: String| Style { id, name, based, next, ppr, rpr };
    let cell = format!("<w:suppressAutoHyphens/>{}", spacing(Twips(40), Twips(40), 1.0));
    let note = format!("<w:keepLines/>{}<w:jc w:val='left'/>", spacing(Twips(40), Twips(80), 1.0));
    vec![
        style(
            "Caption",
            "caption",
            "Normal",
            "BodyText",
            format!("<w:keepLines/><w:suppressAutoHyphens/>{}", spacing(Twips(200), Twips(120), 1.1)),
            size(sizes.caption),
        ),
        style(
            "Figure",
            "Figure",
            "Normal",
            "Caption",
            format!(
                "<w:keepNext/>{}<w:jc w:val='{}'/>",
                spacing(Twips(240), Twips(0), 1.0),
                alignment_of_set_off(page_style)
            ),
            String::new(),
        ),
        style(
            "FigureMessage",
            "Figure Message",
            "Normal",
            "Caption",
            format!("<w:keepNext/><w:keepLines/>{}", spacing(Twips(280), Twips(0), 1.1)),
            format!("{BOLD}{}", size(sizes.caption + MESSAGE)),
        ),
        style(
            "Formula",
            "Formula",
            "Normal",
            "BodyText",
            format!(
                "<w:keepLines/><w:tabs><w:tab w:val='center' w:pos='{}'/><w:tab w:val='right' w:pos='{}'/></w:tabs>{}",
                (text_width / 2.0).twips(),
                text_width.twips(),
                spacing(Twips(160), Twips(160), 1.0)
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
pub fn title_page_on_picture(theme: &Theme) -> Vec<Style> {
    let page_style = &theme.report;
    let palette = &theme.palette;
    let note = page_style.sizes.note + Pt(1.0);
    let font = fonts(&page_style.fonts.heading);
    let style = |id, name, rpr: String| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: format!("<w:suppressAutoHyphens/>{}<w:jc w:val='left'/>", spacing(Twips(0), Twips(60), 1.1)),
        rpr,
    };
    let pale = colour(&palette.calm_soft);
    vec![
        style("Organisation", "Organisation", format!("{pale}{}", size(note))),
        style("Title", "Title", format!("{font}{BOLD}{}{}", colour(&palette.cover_text), size(Pt(24.0)))),
        style("DocumentKind", "Document Kind", format!("{font}{pale}{}", size(Pt(14.0)))),
        style("Approval", "Approval", size(page_style.sizes.note + Pt(0.5))),
        style("TitleDetails", "Title Details", format!("{}{}", colour(&palette.muted), size(note))),
        style("Place", "Place", format!("{pale}{}", size(note))),
    ]
}

/// The title page.
pub fn title_page(page_style: &PageStyle) -> Vec<Style> {
    let body = page_style.sizes.body;
    let font = fonts(&page_style.fonts.heading);
    let style = |id, name, jc: &str, rpr: String| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: format!("<w:suppressAutoHyphens/>{}<w:jc w:val='{jc}'/>", spacing(Twips(0), Twips(60), 1.15)),
        rpr,
    };
    let mut approval = style("Approval", "Approval", "left", String::new());
    let left = (page_style.page.text_width() * 0.55).twips();
    approval.ppr = format!(
        "<w:suppressAutoHyphens/>{}<w:ind w:left='{left}'/><w:jc w:val='left'/>",
        spacing(Twips(0), Twips(40), 1.1)
    );
    vec![
        style("Title", "Title", "center", format!("{font}{}", size(body + Pt(2.0)))),
        // Not Word's own Subtitle: STYLEREF finds that one by a name that differs between Word's languages.
        style(
            "DocumentKind",
            "Document Kind",
            "center",
            format!("{font}{BOLD}<w:caps/>{}", size(body + Pt(4.0))),
        ),
        style("Organisation", "Organisation", "center", String::new()),
        approval,
        style("TitleDetails", "Title Details", "center", String::new()),
        style("Place", "Place", "center", String::new()),
    ]
}

/// Callouts, key numbers, slides and what the speaker says.
pub fn panels(theme: &Theme) -> Vec<Style> {
    let palette = &theme.palette;
    let sizes = &theme.report.sizes;
    let on_panel = |id, name, edge: &str, rpr: String| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: panel(palette, edge),
        rpr,
    };
    let mut speaker = on_panel("SpeakerNotes", "Speaker Notes", &palette.line, size(sizes.table + Pt(1.0)));
    speaker.next = "SpeakerNotes";
    let label = |id, name, before| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: format!("<w:keepNext/>{}", spacing(Twips(before), Twips(40), 1.0)),
        rpr: format!("{BOLD}{}{}", colour(&palette.muted), size(sizes.note)),
    };
    let mut slide = label("SlideLabel", "Slide Label", 480);
    slide.ppr = format!(
        "<w:keepNext/><w:pBdr><w:top w:val='single' w:sz='6' w:space='6' w:color='{}'/></w:pBdr>{}",
        hex(&palette.line),
        spacing(Twips(480), Twips(0), 1.0)
    );
    vec![
        on_panel("CalloutFinding", "Callout Finding", theme.colour(&theme.callouts.finding), String::new()),
        on_panel("CalloutNote", "Callout Note", theme.colour(&theme.callouts.note), size(sizes.caption)),
        on_panel("CalloutCaution", "Callout Caution", theme.colour(&theme.callouts.caution), String::new()),
        on_panel("KeyNumber", "Key Number", &palette.line, String::new()),
        slide,
        label("SpeakerNotesLabel", "Speaker Notes Label", 200),
        speaker,
    ]
}

/// Shading with a coloured edge; the thin lines in the shading's own colour give it an inner margin.
fn panel(palette: &Palette, edge: &str) -> String {
    let (edge, surface) = (hex(edge), hex(&palette.surface));
    let thin = |side: &str| format!("<w:{side} w:val='single' w:sz='4' w:space='4' w:color='{surface}'/>");
    format!(
        "<w:keepLines/><w:pBdr>{}<w:left w:val='single' w:sz='24' w:space='8' w:color='{edge}'/>\
         {}{}</w:pBdr><w:shd w:val='clear' w:color='auto' w:fill='{surface}'/>{}<w:ind \
         w:left='170' w:right='113'/>",
        thin("top"),
        thin("bottom"),
        thin("right"),
        spacing(Twips(0), Twips(0), 1.25),
    )
}
