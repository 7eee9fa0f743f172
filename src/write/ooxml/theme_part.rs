//! The Office theme part: fonts and palette, so that what a reader adds looks alike.

use super::colour::hex;
use super::namespace::DRAWING;
use super::package::DECLARATION;
use crate::opc::xml::escaped;
use crate::theme::{Fonts, Palette};

/// The theme part of a package (ISO/IEC 29500-1, 20.1.6.9).
pub fn theme_part(palette: &Palette, fonts: &Fonts) -> String {
    let colours: String = [
        ("dk1", palette.text.as_str()),
        ("lt1", "#FFFFFF"),
        ("dk2", &palette.cover),
        ("lt2", &palette.surface),
        ("accent1", &palette.calm),
        ("accent2", &palette.highlight),
        ("accent3", &palette.calm_soft),
        ("accent4", &palette.accent),
        ("accent5", &palette.middle),
        ("accent6", &palette.grey),
        ("hlink", &palette.calm),
        ("folHlink", &palette.muted),
    ]
    .iter()
    .map(|(name, value)| format!("<a:{name}><a:srgbClr val='{}'/></a:{name}>", hex(value)))
    .collect();
    let font = |family: &str| {
        let family = escaped(family);
        format!("<a:latin typeface='{family}'/><a:ea typeface=''/><a:cs typeface='{family}'/>")
    };
    format!(
        concat!(
            "{}<a:theme xmlns:a='{}' name='esep'><a:themeElements>",
            "<a:clrScheme name='esep'>{}</a:clrScheme>",
            "<a:fontScheme name='esep'><a:majorFont>{}</a:majorFont><a:minorFont>{}</a:minorFont>\
             </a:fontScheme>",
            "{}</a:themeElements></a:theme>"
        ),
        DECLARATION,
        DRAWING,
        colours,
        font(&fonts.heading),
        font(&fonts.body),
        format_scheme()
    )
}

/// The schema demands three of each: fills, lines, effects, background fills. All are plain.
fn format_scheme() -> String {
    let fill = "<a:solidFill><a:schemeClr val='phClr'/></a:solidFill>";
    let line = format!("<a:ln w='9525'>{fill}<a:prstDash val='solid'/></a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    format!(
        "<a:fmtScheme name='esep'><a:fillStyleLst>{}</a:fillStyleLst><a:lnStyleLst>\
         {}</a:lnStyleLst><a:effectStyleLst>{}</a:effectStyleLst><a:bgFillStyleLst>\
         {}</a:bgFillStyleLst></a:fmtScheme>",
        fill.repeat(3),
        line.repeat(3),
        effect.repeat(3),
        fill.repeat(3)
    )
}
