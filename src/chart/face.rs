//! The two faces of a chart's family, and how wide text is in them.
//!
//! Layout has to know widths before anything is drawn, on machines without any installed font, so
//! they come from the font files of the build and from nowhere else.

use ttf_parser::{Face, name_id};

use super::wrap::balanced;
use crate::diag::{Code, Diagnostic, Message, say};
use crate::source::FontFile;

/// Advances up to here (Latin, Greek, Cyrillic) are looked up once, when the face is read.
const TABLED: u32 = 0x0530;

/// Regular and bold of one family.
#[derive(Debug)]
pub struct Faces {
    family: String,
    regular: Metrics,
    bold: Metrics,
}

#[derive(Debug)]
struct Metrics {
    face: Face<'static>,
    /// Advance in font units by code point; `None` where the face has no glyph.
    table: Vec<Option<u16>>,
}

impl Faces {
    /// Finds the regular and the bold face of `family` among `files`.
    ///
    /// # Errors
    /// `ThemeFault` where one of the two is not there.
    pub fn new(family: &str, files: &[FontFile]) -> Result<Self, Diagnostic> {
        let faces: Vec<Face<'static>> = files
            .iter()
            .filter_map(|file| Face::parse(file.data, 0).ok())
            .filter(|face| !face.is_italic() && family_of(face).as_deref() == Some(family))
            .collect();
        let pick = |weight: u16, absent: Message| {
            faces
                .iter()
                .filter(|face| face.weight().to_number().abs_diff(weight) <= 100)
                .min_by_key(|face| face.weight().to_number().abs_diff(weight))
                .map(Metrics::new)
                .ok_or_else(|| no_face(absent, files))
        };
        Ok(Self {
            family: family.to_owned(),
            regular: pick(400, say!("font-without-regular", family = family))?,
            bold: pick(700, say!("font-without-bold", family = family))?,
        })
    }

    /// The family's name, as the SVG names it.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Width of `text` in points when set at `size_pt` points.
    pub fn width(&self, text: &str, size_pt: f64, bold: bool) -> f64 {
        let metrics = self.metrics(bold);
        let units: u32 = text.chars().map(|c| u32::from(metrics.advance(c).unwrap_or(0))).sum();
        f64::from(units) / metrics.per_em() * size_pt
    }

    /// How many lines a text takes in a column of `limit` points; it breaks at spaces only.
    pub fn lines(&self, text: &str, limit: f64, size_pt: f64, bold: bool) -> usize {
        balanced(text, limit, &|text| self.width(text, size_pt, bold), &|_| Vec::new()).len()
    }

    /// The first character of `text` that one of the two faces lacks.
    pub fn missing(&self, text: &str) -> Option<char> {
        let lacks = |m: &Metrics, c: char| m.advance(c).is_none();
        text.chars().find(|&c| lacks(&self.regular, c) || lacks(&self.bold, c))
    }

    /// Height of a capital letter above the baseline, in em.
    pub fn cap_height(&self) -> f64 {
        let units = self.regular.face.capital_height().filter(|h| *h > 0);
        units.map_or(0.7, |h| f64::from(h) / self.regular.per_em())
    }

    fn metrics(&self, bold: bool) -> &Metrics {
        if bold { &self.bold } else { &self.regular }
    }
}

impl Metrics {
    fn new(face: &Face<'static>) -> Self {
        let table = (0..TABLED).map(|c| char::from_u32(c).and_then(|c| look_up(face, c))).collect();
        Self { face: face.clone(), table }
    }

    fn advance(&self, c: char) -> Option<u16> {
        let tabled = usize::try_from(u32::from(c)).ok().and_then(|i| self.table.get(i));
        tabled.copied().unwrap_or_else(|| look_up(&self.face, c))
    }

    fn per_em(&self) -> f64 {
        f64::from(self.face.units_per_em().max(1))
    }
}

fn look_up(face: &Face<'static>, c: char) -> Option<u16> {
    face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph))
}

/// The typographic family (name 16), else the family (name 1).
fn family_of(face: &Face<'static>) -> Option<String> {
    let named = |id: u16| {
        let mut names = face.names().into_iter();
        names.find(|n| n.name_id == id && n.is_unicode()).and_then(|n| n.to_string())
    };
    named(name_id::TYPOGRAPHIC_FAMILY).or_else(|| named(name_id::FAMILY))
}

fn no_face(absent: Message, files: &[FontFile]) -> Diagnostic {
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    Diagnostic::new(Code::ThemeFault, absent).hint(say!("hint-font-file", names = names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{fonts, golos, tinos};
    use super::*;

    #[test]
    fn widths_grow_with_size_and_weight() {
        let faces = tinos();
        let text = "Қауіпсіздік";
        let ten = faces.width(text, 10.0, false);
        assert!((faces.width(text, 20.0, false) - 2.0 * ten).abs() < 1e-9);
        assert!(faces.width(text, 10.0, true) > ten);
        assert_eq!(faces.width("", 10.0, false), 0.0);
    }

    #[test]
    fn a_digit_of_tinos_is_half_an_em() {
        assert!((tinos().width("0", 10.0, false) - 5.0).abs() < 0.01);
    }

    #[test]
    fn kazakh_letters_are_there_and_chinese_are_not() {
        for faces in [tinos(), golos()] {
            assert_eq!(faces.missing("әғқңөұүһі ӘҒҚҢӨҰҮҺІ — ₸ №"), None);
            assert_eq!(faces.missing("аб你"), Some('你'));
        }
    }

    #[test]
    fn the_medium_weight_is_taken_for_neither() {
        let medium: Vec<_> = fonts().into_iter().filter(|f| !f.name.contains("Bold")).collect();
        let error = Faces::new("Golos Text", &medium).unwrap_err();
        assert_eq!(error.code, Code::ThemeFault);
        assert_eq!(error.message.id(), "font-without-bold");
    }

    #[test]
    fn an_unknown_family_is_a_fault() {
        assert!(Faces::new("Arial", &fonts()).is_err());
    }
}
