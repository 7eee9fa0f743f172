//! Styles of what is set off from the running text: captions, tables, the title page, panels, slides.

use super::super::title_page::GUTTER;
use super::style::{BOLD, Style, alignment_of_set_off, colour, fonts, is_close, size, spacing};
use crate::quantity::{Mm, Pt, Twips};
use crate::theme::{Page, PageStyle, Palette, SetOff, Theme};

use crate::write::ooxml::hex;

/// White above and below the text of a table's cell.
const CELL: Twips = Twips(30);
/// White beside a key number, whose line ends before it.
const KEY_GAP: Twips = Twips(320);

/// Captions, formulas, tables and notes.
pub fn captions(theme: &Theme) -> Vec<Style> {
    let page_style = &theme.report;
    let sizes = &page_style.sizes;
    let text_width = page_style.page.text_width();
    let style = |id, name, based, next, ppr: String, rpr: String| Style { id, name, based, next, ppr, rpr };
    let cell = format!("<w:suppressAutoHyphens/>{}", spacing(CELL, CELL, 1.0));
    let wide = reaching(&page_style.page);
    let close = is_close(sizes.line_spacing);
    let note = format!("<w:keepLines/>{}{wide}<w:jc w:val='left'/>", spacing(Twips(40), Twips(80), 1.0));
    vec![
        style(
            "Caption",
            "caption",
            "Normal",
            "BodyText",
            format!(
                "<w:keepLines/><w:suppressAutoHyphens/>{}{wide}",
                spacing(Twips(if close { 140 } else { 200 }), Twips(if close { 60 } else { 120 }), 1.1)
            ),
            size(sizes.caption),
        ),
        style(
            "FigureCaption",
            "Figure Caption",
            "Caption",
            "BodyText",
            format!("<w:keepNext/>{}", spacing(Twips(80), Twips(120), 1.1)),
            colour(&theme.palette.muted),
        ),
        style(
            "Figure",
            "Figure",
            "Normal",
            "Caption",
            format!(
                "{}{wide}<w:jc w:val='{}'/>",
                spacing(Twips(if close { 120 } else { 240 }), Twips(0), 1.0),
                alignment_of_set_off(page_style)
            ),
            String::new(),
        ),
        style(
            "FigureMessage",
            "Figure Message",
            "Normal",
            "Caption",
            format!("<w:keepNext/><w:keepLines/>{}{wide}", spacing(Twips(280), Twips(0), 1.1)),
            format!("{BOLD}{}", size(page_style.set_off.message)),
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
    let set = &page_style.set_off;
    let font = fonts(&page_style.fonts.heading);
    let style = |id, name, rpr: String| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: format!("<w:suppressAutoHyphens/>{}<w:jc w:val='left'/>", spacing(Twips(0), Twips(60), 1.1)),
        rpr,
    };
    let tight = |style: Style| Style { ppr: style.ppr.replacen("w:after='60'", "w:after='20'", 1), ..style };
    let pale = colour(&palette.calm_soft);
    vec![
        style("Organisation", "Organisation", format!("{pale}{}", size(set.organisation))),
        style("Title", "Title", format!("{font}{BOLD}{}{}", colour(&palette.cover_text), size(set.title))),
        style("DocumentKind", "Document Kind", format!("{font}{pale}{}", size(set.kind))),
        approval("Approval", "Approval", set, ""),
        approval("ApprovalHeading", "Approval Heading", set, BOLD),
        tight(style(
            "TitleDetails",
            "Title Details",
            format!("{}{}", colour(&palette.muted), size(set.details)),
        )),
        Style {
            ppr: format!(
                "<w:suppressAutoHyphens/>{}<w:jc w:val='right'/>",
                spacing(Twips(0), Twips(60), 1.1)
            ),
            ..style("Place", "Place", format!("{}{}", colour(&palette.muted), size(set.details)))
        },
    ]
}

/// The title page.
pub fn title_page(page_style: &PageStyle) -> Vec<Style> {
    let set = &page_style.set_off;
    let font = fonts(&page_style.fonts.heading);
    let style = |id, name, jc: &str, rpr: String| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: format!("<w:suppressAutoHyphens/>{}<w:jc w:val='{jc}'/>", spacing(Twips(0), Twips(60), 1.15)),
        rpr,
    };
    vec![
        style("Title", "Title", "center", format!("{font}{}", size(set.title))),
        // Not Word's own Subtitle: STYLEREF finds that one by a name that differs between Word's languages.
        style("DocumentKind", "Document Kind", "center", format!("{font}{BOLD}<w:caps/>{}", size(set.kind))),
        style("Organisation", "Organisation", "center", size(set.organisation)),
        approval("Approval", "Approval", set, ""),
        approval("ApprovalHeading", "Approval Heading", set, BOLD),
        style("TitleDetails", "Title Details", "center", size(set.details)),
        style("Place", "Place", "center", String::new()),
    ]
}

/// Lines of who approves, with white beside whoever stands next to them.
fn approval(id: &'static str, name: &'static str, set: &SetOff, weight: &str) -> Style {
    let ppr = format!(
        "<w:suppressAutoHyphens/>{}<w:ind w:right='{}'/><w:jc w:val='left'/>",
        spacing(Twips(0), Twips(60), 1.1),
        GUTTER.twips()
    );
    Style { id, name, based: "Normal", next: "Approval", ppr, rpr: format!("{weight}{}", size(set.approval)) }
}

/// The indent with which paragraphs reach into the column of notes, as tables and figures do.
pub fn reaching(page: &Page) -> String {
    if page.note_column > Mm(0.0) {
        format!("<w:ind w:right='-{}'/>", page.note_column.twips())
    } else {
        String::new()
    }
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
    let set = &theme.report.set_off;
    let key = |id, name, (before, after), rpr| Style {
        id,
        name,
        based: "Normal",
        next: "BodyText",
        ppr: format!(
            "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>{}<w:ind w:right='{KEY_GAP}'/><w:jc w:val='left'/>",
            spacing(Twips(before), Twips(after), 1.0)
        ),
        rpr,
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
        key("KeyNumber", "Key Number", (200, 40), format!("{BOLD}{}", size(set.key_number))),
        key("KeyLabel", "Key Label", (0, 120), size(set.key_label)),
        key("KeyDetail", "Key Detail", (0, 120), format!("{}{}", colour(&palette.muted), size(sizes.note))),
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
        spacing(Twips(0), Twips(0), 1.15),
    )
}
