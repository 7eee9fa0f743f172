//! The dictionary of a system file: header, variables, value labels, extensions.

use encoding_rs::Encoding;

use super::cursor::Cursor;
use super::extension::{self, Extensions};
use crate::diag::{Message, say};

/// A variable with what the file says of its codes.
#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    /// Its name, the long one where the file gives it.
    pub name: String,
    /// Its label: the wording of a question, as a rule.
    pub label: Option<String>,
    /// Numbers, days or texts.
    pub kind: Kind,
    /// Value and label, in the file's order.
    pub labels: Vec<(Datum, String)>,
    /// What the file calls missing.
    pub missing: Missing,
    /// Where its parts stand in a case: first element of eight bytes, and bytes in use of each part.
    pub(super) parts: Vec<(usize, usize)>,
    short: String,
}

/// What a variable holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Numbers.
    Number,
    /// Days: seconds since 14 October 1582.
    Day,
    /// Texts.
    Text,
}

/// A value of a label or of a missing code.
#[derive(Debug, Clone, PartialEq)]
pub enum Datum {
    /// A number.
    Number(f64),
    /// A text, without the spaces at its end.
    Text(String),
}

/// User-missing values of a variable.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Missing {
    /// Single values.
    pub values: Vec<Datum>,
    /// Least and greatest number of a range; infinite where it is open.
    pub span: Option<(f64, f64)>,
}

/// What the cases need to know of the header.
#[derive(Debug)]
pub struct Head {
    pub big_endian: bool,
    pub compression: Compression,
    /// What is taken off a byte code to give its number.
    pub bias: f64,
    /// Number of cases, where the file says so.
    pub cases: Option<usize>,
    /// Elements of eight bytes of a case.
    pub width: usize,
    pub system_missing: f64,
    pub encoding: &'static Encoding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    None,
    ByteCodes,
    Zlib,
}

/// A variable as its record has it.
#[derive(Debug)]
struct Raw<'b> {
    name: &'b [u8],
    label: Option<&'b [u8]>,
    /// 0 for numbers, else bytes of a text.
    width: usize,
    format: u8,
    missing: Vec<[u8; 8]>,
    has_range: bool,
    element: usize,
}

/// Labels with the elements of the variables that they belong to.
type RawLabels<'b> = (Vec<([u8; 8], &'b [u8])>, Vec<usize>);

/// Print formats of days: DATE, DATETIME, ADATE, JDATE, EDATE, SDATE.
const DAYS: &[u8] = &[20, 22, 23, 24, 38, 39];

/// Reads the dictionary: header, variables, and the byte at which the cases begin.
pub fn read(bytes: &[u8]) -> Result<(Head, Vec<Variable>, usize), Message> {
    let mut cursor = Cursor::new(bytes, 0, false);
    let mut head = header(&mut cursor)?;
    let mut raws: Vec<Raw<'_>> = Vec::new();
    let mut labels: Vec<RawLabels<'_>> = Vec::new();
    let mut extensions = Extensions::default();
    loop {
        let at = cursor.at;
        match cursor.int()? {
            2 => raws.extend(variable(&mut cursor, &mut head.width)?),
            3 => labels.push(value_labels(&mut cursor)?),
            6 => {
                let lines = cursor.count()?;
                cursor.take(lines.saturating_mul(80))?;
            }
            7 => extension::read(&mut cursor, &mut extensions)?,
            999 => {
                cursor.int()?;
                break;
            }
            kind => return Err(say!("spss-record", offset = at, kind = kind)),
        }
    }
    if raws.is_empty() {
        return Err(say!("spss-no-variables"));
    }
    let named = extensions.encoding.as_deref();
    head.encoding = super::encoding::of(named, extensions.code_page).ok_or_else(|| {
        let code = extensions.code_page.unwrap_or_default();
        say!("spss-encoding", name = named.map_or_else(|| code.to_string(), str::to_owned))
    })?;
    head.system_missing = extensions.system_missing.unwrap_or(-f64::MAX);
    let texts = Texts { encoding: head.encoding, big_endian: head.big_endian };
    let mut variables: Vec<Variable> = raws.iter().map(|raw| texts.variable(raw)).collect();
    for (found, elements) in &labels {
        for element in elements {
            let at = raws.iter().position(|raw| raw.element + 1 == *element);
            let at = at.ok_or_else(|| say!("spss-label-of-nothing", element = element))?;
            let is_text = raws[at].width > 0;
            let read = found.iter().map(|(value, label)| (texts.datum(value, is_text), texts.text(label)));
            variables[at].labels.extend(read);
        }
    }
    extended(&mut variables, &extensions, &texts)?;
    Ok((head, variables, cursor.at))
}

fn header(cursor: &mut Cursor<'_>) -> Result<Head, Message> {
    let magic = cursor.take(4)?;
    if magic != b"$FL2" && magic != b"$FL3" {
        return Err(say!("spss-no-system-file"));
    }
    cursor.take(60)?;
    let layout = cursor.clone().int()?;
    cursor.big_endian = !(1..=255).contains(&layout);
    cursor.take(8)?;
    let at = cursor.at;
    let compression = match cursor.int()? {
        0 => Compression::None,
        1 => Compression::ByteCodes,
        2 => Compression::Zlib,
        other => return Err(say!("spss-compression", offset = at, kind = other)),
    };
    cursor.take(4)?;
    let cases = usize::try_from(cursor.int()?).ok();
    let bias = cursor.double()?;
    cursor.take(84)?;
    Ok(Head {
        big_endian: cursor.big_endian,
        compression,
        bias,
        cases,
        width: 0,
        system_missing: -f64::MAX,
        encoding: encoding_rs::WINDOWS_1252,
    })
}

/// A variable record; nothing for the records that only continue a text. `width` counts the elements of a case.
fn variable<'b>(cursor: &mut Cursor<'b>, width: &mut usize) -> Result<Option<Raw<'b>>, Message> {
    let at = cursor.at;
    let kind = cursor.int()?;
    let has_label = cursor.int()?;
    let missing = cursor.int()?;
    let print = cursor.int()?;
    cursor.int()?;
    let name = cursor.take(8)?;
    let label = match has_label {
        0 => None,
        _ => {
            let length = cursor.count()?;
            let label = cursor.take(length)?;
            cursor.take(length.next_multiple_of(4) - length)?;
            Some(label)
        }
    };
    if !(-3..=3).contains(&missing) || missing == -1 {
        return Err(say!("spss-count", offset = at, count = missing));
    }
    let mut values = Vec::new();
    for _ in 0..missing.unsigned_abs() {
        let mut value = [0; 8];
        value.copy_from_slice(cursor.take(8)?);
        values.push(value);
    }
    let element = *width;
    *width += 1;
    if kind == -1 {
        return Ok(None);
    }
    let text = usize::try_from(kind).ok().filter(|width| *width <= 255);
    let text = text.ok_or_else(|| say!("spss-count", offset = at, count = kind))?;
    let format = u8::try_from((print >> 16) & 0xFF).unwrap_or_default();
    Ok(Some(Raw { name, label, width: text, format, missing: values, has_range: missing < 0, element }))
}

fn value_labels<'b>(cursor: &mut Cursor<'b>) -> Result<RawLabels<'b>, Message> {
    let count = cursor.count()?;
    let mut labels = Vec::new();
    for _ in 0..count {
        let mut value = [0; 8];
        value.copy_from_slice(cursor.take(8)?);
        let length = usize::from(cursor.byte()?);
        let label = cursor.take(length)?;
        cursor.take((length + 1).next_multiple_of(8) - length - 1)?;
        labels.push((value, label));
    }
    let at = cursor.at;
    if cursor.int()? != 4 {
        return Err(say!("spss-label-of-nothing", element = at));
    }
    let count = cursor.count()?;
    let mut elements = Vec::new();
    for _ in 0..count {
        elements.push(cursor.count()?);
    }
    Ok((labels, elements))
}

/// How texts and values of the dictionary are read.
#[derive(Debug)]
pub struct Texts {
    encoding: &'static Encoding,
    big_endian: bool,
}

impl Texts {
    /// A text without the spaces at its end.
    pub fn text(&self, bytes: &[u8]) -> String {
        let text = self.encoding.decode_without_bom_handling(bytes).0;
        text.trim_end_matches([' ', '\0']).to_owned()
    }

    fn datum(&self, bytes: &[u8; 8], is_text: bool) -> Datum {
        if is_text {
            return Datum::Text(self.text(bytes));
        }
        let number = if self.big_endian { f64::from_be_bytes(*bytes) } else { f64::from_le_bytes(*bytes) };
        Datum::Number(number)
    }

    fn number(&self, bytes: &[u8; 8]) -> f64 {
        if self.big_endian { f64::from_be_bytes(*bytes) } else { f64::from_le_bytes(*bytes) }
    }

    fn variable(&self, raw: &Raw<'_>) -> Variable {
        let name = self.text(raw.name);
        let is_text = raw.width > 0;
        let mut missing = Missing::default();
        let mut values = raw.missing.as_slice();
        if let ([low, high, rest @ ..], true) = (values, raw.has_range) {
            let open =
                |number: f64| if number.abs() > 1e300 { number.signum() * f64::INFINITY } else { number };
            missing.span = Some((open(self.number(low)), open(self.number(high))));
            values = rest;
        }
        missing.values = values.iter().map(|value| self.datum(value, is_text)).collect();
        let kind = match (is_text, DAYS.contains(&raw.format)) {
            (true, _) => Kind::Text,
            (false, true) => Kind::Day,
            (false, false) => Kind::Number,
        };
        Variable {
            short: name.clone(),
            name,
            label: raw.label.map(|label| self.text(label)).filter(|label| !label.is_empty()),
            kind,
            labels: Vec::new(),
            missing,
            parts: vec![(raw.element, raw.width)],
        }
    }
}

/// What later versions add: very long texts, their labels and missing values, long names.
fn extended(
    variables: &mut Vec<Variable>,
    extensions: &Extensions<'_>,
    texts: &Texts,
) -> Result<(), Message> {
    for (name, value) in extension::pairs(&extensions.very_long, texts) {
        let length = value.parse::<usize>().ok().filter(|length| (256..=32_767).contains(length));
        let at = variables.iter().position(|v| v.short.eq_ignore_ascii_case(&name));
        let (Some(length), Some(at)) = (length, at) else { return Err(say!("spss-long-text", name = name)) };
        let segments = length.div_ceil(252);
        let end = at + segments;
        if end > variables.len() || variables[at..end].iter().any(|v| v.kind != Kind::Text) {
            return Err(say!("spss-long-text", name = name));
        }
        let rest: Vec<Variable> = variables.drain(at + 1..end).collect();
        let mut left = length;
        let parts = variables[at].parts.clone().into_iter().chain(rest.into_iter().flat_map(|v| v.parts));
        variables[at].parts = parts
            .map(|(element, width)| {
                let used = width.min(left).min(255);
                left -= used;
                (element, used)
            })
            .collect();
    }
    for (name, long) in extension::pairs(&extensions.long_names, texts) {
        if let Some(variable) = variables.iter_mut().find(|v| v.short.eq_ignore_ascii_case(&name)) {
            variable.name = long;
        }
    }
    for block in &extensions.long_labels {
        extension::long_labels(block, texts, variables)?;
    }
    for block in &extensions.long_missing {
        extension::long_missing(block, texts, variables)?;
    }
    Ok(())
}
