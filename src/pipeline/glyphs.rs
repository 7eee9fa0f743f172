//! Every character of a document has a glyph in the theme's fonts, or the build names it and its place.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::chart::Faces;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::document::{Body, Document};
use crate::source::{FontFile, line_column};
use crate::theme::Theme;

/// Checks all text of a document against the body font of its sheet. `texts` are the files from which the
/// document was made, by path.
pub fn check(
    document: &Document,
    theme: &Theme,
    fonts: &[FontFile],
    texts: &BTreeMap<&str, Cow<'_, str>>,
) -> Result<(), Diagnostics> {
    let sheet = match document.body {
        Body::Report(_) => &theme.report,
        Body::Deck(_) => &theme.slides,
    };
    let families: BTreeSet<&str> =
        [&sheet.fonts.body, &sheet.fonts.heading, &sheet.fonts.chart].map(String::as_str).into();
    let text = document.text();
    let mut faults = Diagnostics::new();
    for family in families {
        let faces = Faces::new(family, fonts)?;
        let mut seen = BTreeSet::new();
        for line in text.lines() {
            if let Some(c) = faces.missing(line).filter(|c| seen.insert(*c)) {
                faults.push(fault(c, family, line, texts));
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn fault(c: char, family: &str, line: &str, texts: &BTreeMap<&str, Cow<'_, str>>) -> Diagnostic {
    let context: String = line.chars().take(80).collect();
    let code = format!("{:04X}", u32::from(c));
    let message = say!("glyph-missing", family = family, code = code, character = c, text = context);
    let found = Diagnostic::new(Code::GlyphMissing, message).hint(say!("hint-glyph-missing"));
    let place = texts.iter().find_map(|(file, text)| {
        let (line, column) = line_column(text, text.find(c)?);
        Some(Location { column: Some(column), ..Location::line(*file, line) })
    });
    match place {
        Some(place) => found.at(place),
        None => found,
    }
}
