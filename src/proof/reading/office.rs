//! The numbers of an Office file: text and notes, headers and footnotes, the caches of charts, the cells of workbooks
//! beside them, the words of vector pictures.
//!
//! Text is put together by paragraph, so that it does not matter into how many runs a program cut it. Instructions of
//! fields, deleted text and formulas are not what a reader meets; what they print is. Elements are known by their
//! namespaces, whatever prefixes a program has saved them with ([`crate::opc::namespaces`]).

use std::collections::BTreeMap;

use ecow::EcoString;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{NsReader, XmlVersion};

use super::workbook::{Book, head_text};
use super::{Place, Reading};
use crate::diag::{Diagnostic, say};
use crate::opc::namespaces::element_name;
use crate::opc::{Package, XLSX_MAIN};
use crate::proof::package::proof_of;
use crate::proof::token::{Token, tokens};

/// Reads a package by its main part.
///
/// # Errors
/// What is no such package, is broken, encrypted or beyond the limits of [`Package`].
pub fn read(file: &str, bytes: Vec<u8>, main_part: &str) -> Result<Reading, Diagnostic> {
    let mut package = Package::open(file, bytes, main_part)?;
    let proof = proof_of(&mut package)?;
    let mut places = Vec::new();
    parts(&mut package, "", &mut places)?;
    Ok(Reading { places, proof, unreadable: 0 })
}

/// The proof that a package carries.
///
/// # Errors
/// As for [`read`].
pub fn proof(file: &str, bytes: Vec<u8>, main_part: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
    proof_of(&mut Package::open(file, bytes, main_part)?)
}

/// The parts of a package; those of a workbook inside it stand under its name.
fn parts(package: &mut Package, within: &str, places: &mut Vec<Place>) -> Result<(), Diagnostic> {
    let mut book = Book::read(package)?;
    let mut names: Vec<String> = package
        .names()
        .filter(|name| is_read(name) && !book.beside.iter().any(|own| own == name))
        .map(str::to_owned)
        .collect();
    names.sort_by_key(|name| natural(name));
    if let Some(name) = book.shared.clone()
        && let Some(text) = package.text(&name)?
    {
        book.strings = scan(&text, &book).map_err(|detail| broken(package, &name, &detail))?.strings;
    }
    for name in names {
        if name.ends_with(".xlsx") {
            let Some(bytes) = package.part(&name)? else { continue };
            let inner = format!("{within}{name}");
            parts(&mut Package::open(&inner, bytes, XLSX_MAIN)?, &format!("{inner}!"), places)?;
            continue;
        }
        let Some(text) = package.text(&name)? else { continue };
        let found = scan(&text, &book).map_err(|detail| broken(package, &name, &detail))?;
        let sheet = book.sheets.get(&name).cloned().unwrap_or_default();
        places.push(Place { name: format!("{within}{name}"), tokens: found.tokens, sheet });
    }
    Ok(())
}

fn broken(package: &Package, name: &str, detail: &str) -> Diagnostic {
    package.hostile(say!("package-part", part = name, detail = detail)).at(package.location(name))
}

/// Whether a part holds text that is seen: not the properties, styles and lists beside it. A part in a folder that the
/// program does not know is read: it may be shown.
fn is_read(name: &str) -> bool {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let beside = ["styles.xml", "numbering.xml", "settings.xml", "fontTable.xml", "webSettings.xml"];
    let is_text = (file.ends_with(".xml") && !beside.contains(&file))
        || file.ends_with(".svg")
        || file.ends_with(".xlsx");
    let first = folder.split('/').next().unwrap_or_default();
    let is_of_package = file == "[Content_Types].xml" || ["docProps", "customXml", "_rels"].contains(&first);
    is_text && !is_of_package && !folder.ends_with("_rels") && !folder.ends_with("theme")
}

/// By the numbers inside of names: the tenth slide after the ninth.
fn natural(name: &str) -> (String, Vec<u32>, String) {
    let numbers = tokens(name).iter().filter_map(|token| token.text.parse().ok()).collect();
    (name.chars().filter(|c| !c.is_ascii_digit()).collect(), numbers, name.to_owned())
}

/// Whether an element holds what stands above or below every printed page of a sheet.
fn is_head(element: &str) -> bool {
    let names = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];
    names.contains(&element)
}

/// What a part holds.
#[derive(Default)]
struct Found {
    tokens: Vec<Token>,
    /// The strings of a table of shared strings.
    strings: Vec<String>,
}

/// A part while it is read.
struct Scan<'s> {
    found: Found,
    book: &'s Book,
    /// Elements that are open.
    open: Vec<EcoString>,
    paragraph: usize,
    text: String,
    /// How the value of the open cell is told.
    cell: BTreeMap<&'static str, String>,
}

/// Reads a part.
fn scan(text: &str, book: &Book) -> Result<Found, String> {
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{FEFF}'));
    let mut scan = Scan {
        found: Found::default(),
        book,
        open: Vec::new(),
        paragraph: 0,
        text: String::new(),
        cell: BTreeMap::new(),
    };
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => scan.start(element_name(&reader, start.name())?, &start)?,
            Event::Empty(start) => {
                scan.start(element_name(&reader, start.name())?, &start)?;
                scan.end();
            }
            Event::End(_) => scan.end(),
            Event::Text(text) => scan.add(&text.xml10_content()),
            Event::CData(data) => scan.add(&data.xml10_content()),
            Event::GeneralRef(entity) => {
                let named = format!("&{};", entity.as_ref() as &str);
                let value = quick_xml::escape::unescape(&named).map_err(|error| error.to_string())?;
                scan.add(&value);
            }
            Event::DocType(_) => return Err("a document type declaration".to_owned()),
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
    if scan.open.is_empty() { Ok(scan.found) } else { Err("the part has an open element".to_owned()) }
}

impl Scan<'_> {
    /// An element begins; `name` is the one that the program knows.
    fn start(&mut self, name: EcoString, start: &BytesStart<'_>) -> Result<(), String> {
        match name.as_str() {
            "w:p" | "a:p" => {
                self.flush();
                self.paragraph += 1;
            }
            "w:tab" | "w:br" | "a:br" | "w:cr" if self.open.last().is_some_and(|open| open != "w:tabs") => {
                self.text.push('\n');
            }
            "w:noBreakHyphen" => self.text.push('-'),
            "c:v" | "c:pt" | "text" | "si" => self.flush(),
            "row" => self.paragraph += 1,
            "c" => {
                self.flush();
                self.cell.clear();
                for attribute in start.attributes() {
                    let attribute = attribute.map_err(|error| error.to_string())?;
                    let value = attribute.normalized_value(XmlVersion::Explicit1_0);
                    if let Some(key) = ["t", "s", "r"].into_iter().find(|key| attribute.key.0 == *key) {
                        self.cell.insert(key, value.map_err(|error| error.to_string())?.into_owned());
                    }
                }
            }
            _ => {}
        }
        self.open.push(name);
        Ok(())
    }

    fn add(&mut self, text: &str) {
        let is_shown = matches!(
            self.open.last().map(EcoString::as_str),
            Some("w:t" | "a:t" | "m:t" | "c:v" | "t" | "text" | "v")
        ) || self.open.last().is_some_and(|open| is_head(open));
        if is_shown {
            self.text.push_str(text);
        }
    }

    fn end(&mut self) {
        let Some(name) = self.open.pop() else { return };
        match name.as_str() {
            "w:p" | "a:p" | "text" => self.flush(),
            // Runs of a formula stand above and below each other: z² over 2n is not z22n.
            "m:t" => self.text.push('\u{2062}'),
            "c:v" | "v" => self.value(),
            head if is_head(head) => {
                self.text = head_text(&self.text);
                self.flush();
            }
            "c" => {
                self.flush();
                self.cell.clear();
            }
            "si" => {
                let string = std::mem::take(&mut self.text);
                self.found.strings.push(string);
            }
            _ => {}
        }
    }

    /// The value of a cell, or of a point of a chart's cache.
    fn value(&mut self) {
        let text = std::mem::take(&mut self.text);
        let is_shared = self.cell.get("t").is_some_and(|kind| kind == "s");
        if is_shared && self.open.last().is_some_and(|open| open == "c") {
            let string = text.trim().parse::<usize>().ok().and_then(|at| self.book.strings.get(at));
            self.text = string.cloned().unwrap_or_default();
            self.flush();
        } else if let Ok(value) = text.trim().parse::<f64>() {
            // A day is stored as a number and shown as a date.
            let day = self.cell.get("s").and_then(|style| self.book.day(style, value));
            let text = day.unwrap_or_else(|| text.trim().to_owned());
            let token = Token { text, paragraph: self.paragraph, cell: self.place(), ..Token::default() };
            self.found.tokens.push(token);
        } else {
            self.text = text;
            self.flush();
        }
    }

    /// The numbers of the text so far; the next text is another.
    fn flush(&mut self) {
        let own = tokens(&self.text);
        let (paragraph, cell) = (self.paragraph, self.place());
        self.found.tokens.extend(own.into_iter().map(|token| Token { paragraph, cell, ..token }));
        self.text.clear();
    }

    /// Row and column of the open cell, from 0.
    fn place(&self) -> Option<(u32, u32)> {
        self.cell.get("r").and_then(|address| super::workbook::place(address))
    }
}
