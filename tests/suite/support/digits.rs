//! Finished files with one digit changed: every place of a file that holds a digit, some of them taken evenly.

use std::io::{Cursor, Read, Write};
use std::ops::Range;
use std::sync::LazyLock;

use esep::proof::reading::{self, Reading};
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use regex::Regex;
use zip::ZipArchive;
use zip::write::SimpleFileOptions;

/// A digit of an Office file: its part (of a workbook inside it `file.xlsx!part`), the element that it stands in, and
/// where.
#[derive(Debug, Clone)]
pub struct OfficeDigit {
    pub part: String,
    pub element: String,
    at: usize,
}

/// Elements with what is seen; a cell that names a string by its place says nothing itself.
static TEXTS: LazyLock<Regex> = LazyLock::new(|| {
    let seen = "w:t|a:t|m:t|c:v|v|t|oddFooter|oddHeader";
    Regex::new(&format!(r#"(t="s">)?<({seen})(?: [^<>]*[^/<>])?>([^<]+)<"#)).unwrap()
});

/// A part that a reader meets; pages that only frame others are left aside.
fn is_met(name: &str) -> bool {
    let folders =
        ["word/", "ppt/slides/", "ppt/notesSlides/", "ppt/charts/", "xl/worksheets/", "xl/sharedStrings"];
    let beside = ["_rels/", "styles.xml", "settings.xml", "fontTable", "numbering.xml", "theme/"];
    name.ends_with(".xml")
        && folders.iter().any(|own| name.starts_with(own))
        && !beside.iter().any(|own| name.contains(own))
}

fn entries(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let count = archive.len();
    let read = |place| {
        let mut entry = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().to_owned(), bytes)
    };
    (0..count).map(read).collect()
}

/// All digits of an Office file.
pub fn office_digits(file: &[u8]) -> Vec<OfficeDigit> {
    let mut found = Vec::new();
    for (name, bytes) in entries(file) {
        if name.ends_with(".xlsx") {
            let inner = office_digits(&bytes).into_iter();
            found.extend(inner.map(|own| OfficeDigit { part: format!("{name}!{}", own.part), ..own }));
        } else if is_met(&name) {
            let xml = String::from_utf8(bytes).unwrap();
            for text in TEXTS.captures_iter(&xml).filter(|text| text.get(1).is_none()) {
                let (element, seen) = (&text[2], text.get(3).unwrap());
                // What stands between & and ; is a letter, and codes of a foot are none of its words.
                if seen.as_str().contains('&') {
                    continue;
                }
                let digits = seen.as_str().bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit());
                found.extend(digits.map(|(at, _)| OfficeDigit {
                    part: name.clone(),
                    element: element.to_owned(),
                    at: seen.start() + at,
                }));
            }
        }
    }
    found
}

/// The file with one of its digits changed into the next.
pub fn office_changed(file: &[u8], digit: &OfficeDigit) -> Vec<u8> {
    let (outer, inner) = match digit.part.split_once('!') {
        Some((outer, inner)) => (outer, Some(inner)),
        None => (digit.part.as_str(), None),
    };
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, mut bytes) in entries(file) {
        if name == outer {
            match inner {
                Some(inner) => {
                    bytes = office_changed(&bytes, &OfficeDigit { part: inner.to_owned(), ..digit.clone() });
                }
                None => {
                    assert!(bytes[digit.at].is_ascii_digit());
                    bytes[digit.at] = b'0' + (bytes[digit.at] - b'0' + 1) % 10;
                }
            }
        }
        out.start_file(name, options).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// So many of a list at most, evenly; always the first.
pub fn some_of<T>(all: Vec<T>, most: usize) -> Vec<T> {
    let step = all.len().div_ceil(most).max(1);
    all.into_iter().step_by(step).collect()
}

/// The compressed streams of a PDF: where their bytes begin and end, and what they hold.
fn streams(pdf: &[u8]) -> Vec<(Range<usize>, Vec<u8>)> {
    let find = |from: usize, what: &[u8]| {
        pdf[from..].windows(what.len()).position(|w| w == what).map(|at| from + at)
    };
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(begin) = find(at, b"stream\n") {
        let begin = begin + 7;
        let Some(end) = find(begin, b"endstream") else { break };
        let mut content = Vec::new();
        if ZlibDecoder::new(&pdf[begin..end]).read_to_end(&mut content).is_ok() {
            let bytes = if pdf[end - 1] == b'\n' { end - 1 } else { end };
            found.push((begin..bytes, content));
        }
        at = end + 9;
    }
    found
}

/// A glyph's code as a literal string writes it.
fn escaped(code: u8) -> Vec<u8> {
    match code {
        8 => b"\\000\\b".to_vec(),
        9 => b"\\000\\t".to_vec(),
        10 => b"\\000\\n".to_vec(),
        12 => b"\\000\\f".to_vec(),
        13 => b"\\000\\r".to_vec(),
        b'(' | b')' | b'\\' => vec![b'\\', b'0', b'0', b'0', b'\\', code],
        32..=126 => vec![b'\\', b'0', b'0', b'0', code],
        _ => format!("\\000\\{code:03o}").into_bytes(),
    }
}

/// A PDF with another stream in the place of one: length and table of offsets are those of the new file.
fn with_stream(pdf: &[u8], old: Range<usize>, new: &[u8]) -> Vec<u8> {
    let is_at = |at: &usize| pdf[*at..].starts_with(b"/Length ");
    let length = (0..old.start).rev().find(is_at).unwrap() + 8;
    let digits = pdf[length..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let size = new.len().to_string();
    let mut file =
        [&pdf[..length], size.as_bytes(), &pdf[length + digits..old.start], new, &pdf[old.end..]].concat();
    let moved = |offset: usize| {
        if offset > old.start { offset + new.len() + size.len() - old.len() - digits } else { offset }
    };
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let tail = pdf.windows(9).rposition(|w| w == b"startxref").unwrap();
    let table: usize = text(&pdf[tail + 10..]).lines().next().unwrap().parse().unwrap();
    let mut lines = String::new();
    for line in text(&pdf[table..tail]).split_inclusive('\n') {
        match line.strip_suffix(" 00000 n\r\n").and_then(|offset| offset.parse().ok()) {
            Some(offset) => lines.push_str(&format!("{:010} 00000 n\r\n", moved(offset))),
            None => lines.push_str(line),
        }
    }
    let begin = moved(table);
    file.truncate(begin);
    file.extend(lines.into_bytes());
    file.extend(format!("startxref\n{begin}\n%%EOF").into_bytes());
    file
}

/// The glyphs of digits in the fonts' tables, by code.
fn digit_glyphs(all: &[(Range<usize>, Vec<u8>)]) -> Vec<(u8, char)> {
    let texts = all.iter().map(|(_, content)| String::from_utf8_lossy(content).into_owned());
    let tables = texts.filter(|content| content.contains("beginbfchar"));
    let pair = |line: &str| {
        let (code, to) = line.trim().strip_prefix('<')?.split_once("> <")?;
        let letter = char::from_u32(u32::from_str_radix(to.strip_suffix('>')?, 16).ok()?)?;
        let code = u16::from_str_radix(code, 16).ok()?;
        letter.is_ascii_digit().then_some((u8::try_from(code).ok()?, letter))
    };
    tables.flat_map(|table| table.lines().filter_map(pair).collect::<Vec<_>>()).collect()
}

/// The readings of a PDF with one digit changed in a page's content, compressed again: so many at most, evenly taken
/// from all its pages. A code that is another letter in the font of its place is passed over.
pub fn pdf_changes(pdf: &[u8], most: usize) -> Vec<Reading> {
    let numbers = |reading: &Reading| -> Vec<String> {
        reading.places.iter().flat_map(|p| p.tokens.iter().map(|t| t.text.clone())).collect()
    };
    let read = |bytes: Vec<u8>| reading::read("a.pdf", bytes).unwrap();
    let before = numbers(&read(pdf.to_vec()));
    let all = streams(pdf);
    let glyphs = digit_glyphs(&all);
    let mut places = Vec::new();
    for (at, (_, content)) in all.iter().enumerate() {
        if !content.windows(2).any(|w| w == b"BT") {
            continue;
        }
        for (code, _) in &glyphs {
            let Some((other, _)) = glyphs.iter().find(|(other, _)| other != code) else { continue };
            let (from, to) = (escaped(*code), escaped(*other));
            let begins =
                (0..content.len().saturating_sub(from.len())).filter(|b| content[*b..].starts_with(&from));
            places.extend(begins.map(|begin| (at, begin, from.len(), to.clone())));
        }
    }
    places.sort();
    places.dedup_by_key(|(at, begin, ..)| (*at, *begin));
    let changed = some_of(places, most * 3).into_iter().filter_map(|(at, begin, length, to)| {
        let (bytes, content) = &all[at];
        let changed = [&content[..begin], &to, &content[begin + length..]].concat();
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&changed).unwrap();
        let after = read(with_stream(pdf, bytes.clone(), &encoder.finish().unwrap()));
        let numbers = numbers(&after);
        let differ = before.iter().zip(&numbers).filter(|(a, b)| a != b && a.len() == b.len()).count();
        (numbers.len() == before.len() && differ == 1).then_some(after)
    });
    changed.take(most).collect()
}
