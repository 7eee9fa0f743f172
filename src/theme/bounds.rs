//! Numbers of a theme within which a page can be set.

use super::{Grid, Page, PageStyle, SetOff, Sizes, Theme};

/// A number beyond its bounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Beyond {
    /// The key, without the tables that it stands in.
    pub key: &'static str,
    /// What it is.
    pub value: f64,
    /// The least that it may be.
    pub least: f64,
    /// The most that it may be.
    pub most: f64,
}

/// Sides of a sheet in millimetres: from a card to a poster (A0).
const SIDE: (f64, f64) = (60.0, 1_200.0);
/// Margins in millimetres.
const MARGIN: (f64, f64) = (0.0, 400.0);
/// Sizes of type in points.
const TYPE: (f64, f64) = (4.0, 200.0);
/// Distance of lines in the size of the type.
const LINES: (f64, f64) = (0.8, 4.0);
/// Measures of slides in points, and shares of their width.
const MEASURE: (f64, f64) = (0.0, 1_000.0);
/// Least width and height of the text, in millimetres.
const TEXT: f64 = 40.0;

/// All numbers of a theme beyond their bounds.
pub fn beyond(theme: &Theme) -> Vec<Beyond> {
    let styles = [&theme.report, &theme.paper, &theme.slides];
    let mut found: Vec<Beyond> = styles.into_iter().flat_map(of_style).collect();
    found.dedup();
    found
}

fn of_style(style: &PageStyle) -> Vec<Beyond> {
    let Page { width, height, left, right, top, bottom, note_column } = style.page;
    let [width, height, left, right, top, bottom, note_column] =
        [width, height, left, right, top, bottom, note_column].map(|length| length.0);
    let Sizes {
        body,
        heading1,
        heading2,
        heading3,
        table,
        caption,
        note,
        chart,
        line_spacing,
        first_line_indent,
    } = style.sizes;
    let set = style.set_off;
    let SetOff { kind, details, approval, key_number, key_label, message, .. } = set;
    let Grid { title, foot, gap, column_gap, paragraph_gap, tile_number, big_number, .. } = style.grid;
    let numbers = [
        ("width", width, SIDE),
        ("height", height, SIDE),
        ("left", left, (0.0, (width - right - TEXT).min(MARGIN.1))),
        ("right", right, (0.0, (width - left - TEXT).min(MARGIN.1))),
        ("top", top, (0.0, (height - bottom - TEXT).min(MARGIN.1))),
        ("bottom", bottom, (0.0, (height - top - TEXT).min(MARGIN.1))),
        ("note_column", note_column, MARGIN),
        ("body", body.0, TYPE),
        ("heading1", heading1.0, TYPE),
        ("heading2", heading2.0, TYPE),
        ("heading3", heading3.0, TYPE),
        ("table", table.0, TYPE),
        ("caption", caption.0, TYPE),
        ("note", note.0, TYPE),
        ("chart", chart.0, TYPE),
        ("line_spacing", line_spacing, LINES),
        ("first_line_indent", first_line_indent.0, MARGIN),
        ("title", set.title.0, TYPE),
        ("kind", kind.0, TYPE),
        ("details", details.0, TYPE),
        ("approval", approval.0, TYPE),
        ("key_number", key_number.0, TYPE),
        ("key_label", key_label.0, TYPE),
        ("message", message.0, TYPE),
        ("title", title.0, MEASURE),
        ("foot", foot.0, MEASURE),
        ("gap", gap.0, MEASURE),
        ("column_gap", column_gap.0, MEASURE),
        ("paragraph_gap", paragraph_gap.0, MEASURE),
        ("tile_number", tile_number.0, MEASURE),
        ("big_number", big_number.0, MEASURE),
    ];
    let outside = numbers.into_iter().filter(|(_, value, (least, most))| !(least..=most).contains(&value));
    outside.map(|(key, value, (least, most))| Beyond { key, value, least, most }).collect()
}
