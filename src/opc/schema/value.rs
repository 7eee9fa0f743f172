//! Values of attributes and texts.

use super::Grammar;

/// What a value may be.
#[derive(Debug)]
pub enum Value {
    /// Any text.
    Text,
    /// `true`, `false`, `1` or `0`.
    Boolean,
    /// A whole number between two others.
    Whole(i128, i128),
    /// So many bytes in hexadecimal digits; any number of them where none is given.
    Hex(Option<usize>),
    /// One of these words.
    Words(Vec<&'static str>),
    /// A number with a unit or per cent, or an id in braces, by what it ends with.
    Form(Form),
    /// One of other values.
    Either(Vec<&'static str>),
}

/// Forms that the schemas give as patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `2.5cm`.
    Length,
    /// `60%`.
    Percent,
    /// `{XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}`.
    Guid,
}

/// English Metric Units in each unit of a length (`ST_UniversalMeasure`, ISO/IEC 29500-1, 22.9.2.15).
const UNITS: [(&str, f64); 6] = [
    ("mm", 36_000.0),
    ("cm", 360_000.0),
    ("in", 914_400.0),
    ("pt", 12_700.0),
    ("pc", 152_400.0),
    ("pi", 152_400.0),
];

impl Value {
    /// Reads a value from the words behind its name.
    pub fn read(words: &[&'static str]) -> Self {
        match words {
            ["bool"] => Self::Boolean,
            ["hex", rest @ ..] => Self::Hex(rest.first().and_then(|size| size.parse().ok())),
            ["int", rest @ ..] => {
                let bound =
                    |at: usize, otherwise| rest.get(at).and_then(|n| n.parse().ok()).unwrap_or(otherwise);
                Self::Whole(bound(0, i128::from(i32::MIN)), bound(1, i128::from(i32::MAX)))
            }
            ["enum", words @ ..] => Self::Words(words.iter().map(|word| word.trim_matches('\'')).collect()),
            ["union", names @ ..] => Self::Either(names.to_vec()),
            ["pattern", pattern] if pattern.ends_with('%') => Self::Form(Form::Percent),
            ["pattern", pattern] if pattern.ends_with("pi)") => Self::Form(Form::Length),
            ["pattern", ..] => Self::Form(Form::Guid),
            _ => Self::Text,
        }
    }

    /// A value as it is written in the Transitional schema, where it is one; `name` is that of the value in the list.
    pub fn canonical(grammar: &Grammar, name: &str, text: &str) -> Option<String> {
        let value = grammar.values.get(name)?;
        value.forms(grammar, text).map(|form| match form {
            None => text.to_owned(),
            Some(Form::Length) => in_units(name, text).unwrap_or_else(|| text.to_owned()),
            // Of drawings, thousandths of a per cent (ISO/IEC 29500-4, 12.1).
            Some(Form::Percent) if name.starts_with("a:") => {
                let share = text.trim_end_matches('%').parse::<f64>().unwrap_or_default();
                format!("{:.0}", share * 1000.0)
            }
            Some(Form::Percent | Form::Guid) => text.to_owned(),
        })
    }

    /// In which form a text is such a value; `None` where it is none.
    fn forms(&self, grammar: &Grammar, text: &str) -> Option<Option<Form>> {
        let is = match self {
            Self::Text => true,
            Self::Boolean => matches!(text, "true" | "false" | "1" | "0"),
            Self::Whole(least, most) => {
                text.parse::<i128>().is_ok_and(|number| (*least..=*most).contains(&number))
            }
            Self::Hex(size) => {
                let is_of_size = size.is_none_or(|size| text.len() == 2 * size);
                is_of_size && text.len().is_multiple_of(2) && text.bytes().all(|b| b.is_ascii_hexdigit())
            }
            Self::Words(words) => words.contains(&text),
            Self::Form(form) => return form.fits(text).then_some(Some(*form)),
            Self::Either(names) => {
                return names.iter().find_map(|name| grammar.values.get(name)?.forms(grammar, text));
            }
        };
        is.then_some(None)
    }

    /// Values that it names and that are not in the list.
    #[cfg(test)]
    pub fn unknown(&self, grammar: &Grammar) -> Vec<&'static str> {
        match self {
            Self::Either(names) => {
                names.iter().copied().filter(|name| !grammar.values.contains_key(name)).collect()
            }
            Self::Text | Self::Boolean | Self::Whole(..) | Self::Hex(_) | Self::Words(_) | Self::Form(_) => {
                Vec::new()
            }
        }
    }
}

impl Form {
    fn fits(self, text: &str) -> bool {
        let is_number = |number: &str| {
            number.bytes().all(|b| matches!(b, b'0'..=b'9' | b'.' | b'-')) && number.parse::<f64>().is_ok()
        };
        match self {
            Self::Length => UNITS.iter().any(|(unit, _)| text.strip_suffix(unit).is_some_and(is_number)),
            Self::Percent => text.strip_suffix('%').is_some_and(is_number),
            Self::Guid => {
                let inner =
                    text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or_default();
                let sizes: Vec<usize> = inner.split('-').map(str::len).collect();
                sizes == [8, 4, 4, 4, 12] && inner.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
            }
        }
    }
}

/// A length in the unit that a value has where none is written: half points, twentieths of a point, EMU.
fn in_units(name: &str, text: &str) -> Option<String> {
    let unit = match name {
        "w:ST_HpsMeasure" | "w:ST_SignedHpsMeasure" => 6_350.0,
        name if name.starts_with("a:") || name.starts_with("wp:") => 1.0,
        _ => 635.0,
    };
    let (number, size) = UNITS
        .iter()
        .find_map(|(suffix, size)| Some((text.strip_suffix(suffix)?.parse::<f64>().ok()?, size)))?;
    Some(format!("{:.0}", number * size / unit))
}

/// A length as WordprocessingML writes it, in twentieths of a point.
pub fn twips(text: &str) -> Option<f64> {
    let number = in_units("w:ST_SignedTwipsMeasure", text).unwrap_or_else(|| text.to_owned());
    number.parse::<f64>().ok().filter(|number| number.is_finite())
}
