//! Extension records (type 7): what versions of SPSS since the first have added to the dictionary.

use super::cursor::Cursor;
use super::dictionary::{Datum, Texts, Variable};
use crate::diag::{Message, say};

/// The extensions that matter here, as bytes: their texts are read when the code page is known.
#[derive(Debug, Default)]
pub struct Extensions<'b> {
    pub code_page: Option<i32>,
    pub encoding: Option<String>,
    pub system_missing: Option<f64>,
    pub long_names: Vec<u8>,
    pub very_long: Vec<u8>,
    pub long_labels: Vec<Cursor<'b>>,
    pub long_missing: Vec<Cursor<'b>>,
}

pub fn read<'b>(cursor: &mut Cursor<'b>, found: &mut Extensions<'b>) -> Result<(), Message> {
    let subtype = cursor.int()?;
    let size = cursor.count()?;
    let count = cursor.count()?;
    let begin = cursor.at;
    let length = size.checked_mul(count).ok_or_else(|| say!("spss-truncated", offset = begin))?;
    let bytes = cursor.take(length)?;
    let mut inside = Cursor::new(bytes, 0, cursor.big_endian);
    match subtype {
        3 if length >= 32 => {
            inside.take(28)?;
            found.code_page = Some(inside.int()?);
        }
        4 if length >= 8 => found.system_missing = Some(inside.double()?),
        13 => found.long_names = bytes.to_vec(),
        14 => found.very_long = bytes.to_vec(),
        20 => found.encoding = Some(String::from_utf8_lossy(bytes).trim_matches(['\0', ' ']).to_owned()),
        21 => found.long_labels.push(inside),
        22 => found.long_missing.push(inside),
        _ => {}
    }
    Ok(())
}

/// `NAME=value` pairs with tabs between them.
pub fn pairs(bytes: &[u8], texts: &Texts) -> Vec<(String, String)> {
    let text = texts.text(bytes);
    let all = text.split(['\t', '\0']).filter_map(|pair| pair.split_once('='));
    all.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}

/// Value labels of texts longer than eight bytes (subtype 21).
pub fn long_labels(block: &Cursor<'_>, texts: &Texts, variables: &mut [Variable]) -> Result<(), Message> {
    let mut cursor = block.clone();
    while !cursor.is_at_end() {
        let name = texts.text(cursor.counted()?);
        cursor.int()?;
        let count = cursor.count()?;
        let mut labels = Vec::new();
        for _ in 0..count {
            let value = texts.text(cursor.counted()?);
            labels.push((Datum::Text(value), texts.text(cursor.counted()?)));
        }
        if let Some(variable) = variables.iter_mut().find(|v| v.name == name) {
            variable.labels.extend(labels);
        }
    }
    Ok(())
}

/// Missing values of texts longer than eight bytes (subtype 22).
pub fn long_missing(block: &Cursor<'_>, texts: &Texts, variables: &mut [Variable]) -> Result<(), Message> {
    let mut cursor = block.clone();
    while !cursor.is_at_end() {
        let name = texts.text(cursor.counted()?);
        let count = cursor.byte()?;
        let length = cursor.count()?;
        let mut values = Vec::new();
        for _ in 0..count {
            values.push(Datum::Text(texts.text(cursor.take(length)?)));
        }
        if let Some(variable) = variables.iter_mut().find(|v| v.name == name) {
            variable.missing.values.extend(values);
        }
    }
    Ok(())
}
