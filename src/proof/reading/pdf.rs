//! The numbers of a PDF: its pages' content streams, forms and annotations, read through the fonts' ToUnicode tables.
//!
//! A run of text is what stands between BT and ET, and what goes on at its end; numbers never go over its ends. `ActualText` stands in the place of
//! what it encloses, and what is marked as an artifact is noted as such (ISO 32000-1, 14.6, 14.8.2.2, 14.9.4).

use std::collections::HashMap;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};
use hayro_syntax::{LoadPdfError, Pdf};

use super::cmap::{CMap, utf16};
use super::glyph_run::{Pen, Widths};
use super::{Place, Reading, too_large};
use crate::diag::{Code, Diagnostic, Location, say};
use crate::proof::PROOF_FILE;
use crate::proof::token::{around, tokens};

/// Most bytes of a compressed stream that is unpacked; a page of a report has twenty thousand.
const STREAM_LIMIT: usize = 4 << 20;
/// Most bytes of all streams, unpacked, of one file.
const TOTAL_LIMIT: usize = 256 << 20;
/// Forms inside forms.
const DEEPEST: usize = 12;
/// Most pages.
const MOST_PAGES: usize = 4096;

/// Reads a PDF.
///
/// # Errors
/// [`Code::ProofUnreadable`] for what is damaged or encrypted, [`Code::ProofBound`] beyond the bounds.
pub fn read(file: &str, bytes: Vec<u8>) -> Result<Reading, Diagnostic> {
    let pdf = opened(file, bytes)?;
    let pages = pdf.pages();
    if pages.len() > MOST_PAGES {
        return Err(too_large(file, say!("proof-pages-many", most = MOST_PAGES)));
    }
    let mut reader = Reader::new();
    let mut places = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let text = reader.page(page);
        places.push(Place { name: format!("page {}", at + 1), tokens: text, ..Place::default() });
    }
    let proof = attachment(&pdf, &mut reader);
    if reader.over {
        return Err(too_large(file, say!("proof-stream-large", most = TOTAL_LIMIT >> 20)));
    }
    Ok(Reading { places, proof, unreadable: reader.unreadable })
}

/// The proof that a PDF carries.
///
/// # Errors
/// As for [`read`].
pub fn proof(file: &str, bytes: Vec<u8>) -> Result<Option<Vec<u8>>, Diagnostic> {
    let pdf = opened(file, bytes)?;
    let mut reader = Reader::new();
    let proof = attachment(&pdf, &mut reader);
    match reader.over {
        true => Err(too_large(file, say!("proof-stream-large", most = TOTAL_LIMIT >> 20))),
        false => Ok(proof),
    }
}

fn opened(file: &str, bytes: Vec<u8>) -> Result<Pdf, Diagnostic> {
    let is_encrypted = bytes.windows(8).any(|window| window == b"/Encrypt");
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => unreadable(file, say!("proof-encrypted")),
        LoadPdfError::Invalid => unreadable(file, say!("proof-damaged")),
    })?;
    if is_encrypted {
        return Err(unreadable(file, say!("proof-encrypted")));
    }
    Ok(pdf)
}

fn unreadable(file: &str, message: crate::diag::Message) -> Diagnostic {
    Diagnostic::new(Code::ProofUnreadable, message)
        .at(Location::file(file))
        .hint(say!("hint-proof-unreadable"))
}

/// What is read of a file while its pages are gone through.
struct Reader {
    /// Bytes that may still be unpacked.
    left: usize,
    /// Tables by the font's object.
    fonts: HashMap<ObjectIdentifier, (CMap, Widths)>,
    unreadable: usize,
    /// Whether a bound was passed.
    over: bool,
}

impl Reader {
    fn new() -> Self {
        Self { left: TOTAL_LIMIT, fonts: HashMap::new(), unreadable: 0, over: false }
    }
}

/// The text of a page, run by run.
#[derive(Default)]
struct Text {
    tokens: Vec<crate::proof::token::Token>,
    run: String,
    /// All runs so far, a space between them, in characters: what stands around a number may be on the next line.
    all: Vec<char>,
    /// Where each number begins and ends in it.
    places: Vec<(usize, usize)>,
    /// What is open: whether it is an artifact, and the text that stands in its place.
    marked: Vec<(bool, Option<String>)>,
}

impl Text {
    fn is_replaced(&self) -> bool {
        self.marked.iter().any(|(_, actual)| actual.is_some())
    }

    fn end_run(&mut self) {
        let is_artifact = self.marked.iter().any(|(artifact, _)| *artifact);
        let mut rest = 0;
        for token in tokens(&self.run) {
            // Each number is found behind the last one, in the order in which they were read.
            let from =
                self.run.get(rest..).and_then(|tail| tail.find(&token.text)).unwrap_or_default() + rest;
            rest = from + token.text.len();
            let begin = self.all.len() + self.run.get(..from).map_or(0, |before| before.chars().count());
            self.places.push((begin, begin + token.text.chars().count()));
            self.tokens.push(crate::proof::token::Token { is_artifact, ..token });
        }
        self.all.extend(self.run.chars());
        self.all.push(' ');
        self.run.clear();
    }

    /// The numbers, each with what stands around it.
    fn finish(mut self) -> Vec<crate::proof::token::Token> {
        self.end_run();
        for (token, (begin, end)) in self.tokens.iter_mut().zip(self.places) {
            (token.before, token.after) = around(&self.all, begin, end);
        }
        self.tokens
    }
}

impl Reader {
    fn page(&mut self, page: &Page<'_>) -> Vec<crate::proof::token::Token> {
        let mut text = Text::default();
        let mut content = Vec::new();
        let dict = page.raw();
        let streams = match dict.get::<Stream<'_>>("Contents") {
            Some(one) => vec![one],
            None => dict
                .get::<Array<'_>>("Contents")
                .map(|a| a.iter::<Stream<'_>>().collect())
                .unwrap_or_default(),
        };
        for stream in streams {
            content.extend(self.unpacked(&stream));
            content.push(b' ');
        }
        self.content(&content, page.resources(), &mut text, 0);
        let annotations = dict.get::<Array<'_>>("Annots");
        for annotation in annotations.iter().flat_map(|array| array.iter::<Dict<'_>>()) {
            let Some(looks) = annotation.get::<Dict<'_>>("AP") else { continue };
            if let Some(form) = looks.get::<Stream<'_>>("N") {
                self.form(&form, page.resources(), &mut text, 1);
            }
        }
        text.finish()
    }

    fn unpacked(&mut self, stream: &Stream<'_>) -> Vec<u8> {
        let bytes = if stream.raw_data().len() > STREAM_LIMIT { None } else { stream.decoded().ok() };
        let bytes = bytes.map(std::borrow::Cow::into_owned).unwrap_or_default();
        if bytes.len() > self.left || stream.raw_data().len() > STREAM_LIMIT {
            self.over = true;
            return Vec::new();
        }
        self.left -= bytes.len();
        bytes
    }

    fn form(&mut self, form: &Stream<'_>, parent: &Resources<'_>, text: &mut Text, depth: usize) {
        let dict = form.dict();
        let is_form = dict.get::<Name<'_>>("Subtype").is_some_and(|name| name.as_ref() == b"Form");
        if !is_form {
            return;
        }
        let content = self.unpacked(form);
        match dict.get::<Dict<'_>>("Resources") {
            Some(own) => {
                self.content(&content, &Resources::from_parent(own, parent.clone()), text, depth + 1);
            }
            None => self.content(&content, parent, text, depth + 1),
        }
    }

    fn content(&mut self, content: &[u8], resources: &Resources<'_>, text: &mut Text, depth: usize) {
        if depth > DEEPEST {
            self.over = true;
            return;
        }
        let mut font: Option<ObjectIdentifier> = None;
        let mut pen = Pen::default();
        // Whether nothing has been shown in the text object that is open.
        let mut begins = true;
        let mut iter = UntypedIter::new(content);
        while let Some(instruction) = iter.next() {
            let operands: Vec<&Object<'_>> = instruction.operands().collect();
            let operator: &[u8] = instruction.operator;
            match operator {
                b"q" => pen.save(),
                b"Q" => pen.restore(),
                b"cm" => pen.transform(&numbers(&operands)),
                b"Tm" => pen.place(&numbers(&operands)),
                b"BT" => begins = true,
                b"Tf" => {
                    font = operands.first().and_then(|name| self.font(name, resources));
                    pen.resize(numbers(&operands).first().copied().unwrap_or_default());
                }
                b"Tj" | b"'" | b"\"" | b"TJ" => {
                    if begins && !pen.continues() {
                        text.end_run();
                    }
                    begins = false;
                    self.show(operands.last().copied(), font, text, &mut pen);
                }
                b"BMC" | b"BDC" => self.mark(&operands, resources, text),
                b"EMC" => {
                    if let Some((artifact, actual)) = text.marked.pop() {
                        if let Some(actual) = actual {
                            text.run.push_str(&actual);
                        } else if artifact {
                            text.marked.push((true, None));
                            text.end_run();
                            text.marked.pop();
                        }
                    }
                }
                b"Do" => {
                    let name =
                        operands.first().and_then(|o| if let Object::Name(n) = o { Some(n) } else { None });
                    if let Some(form) = name.and_then(|name| resources.get_x_object(name)) {
                        text.end_run();
                        self.form(&form, resources, text, depth);
                        text.end_run();
                        pen.lift();
                    }
                }
                _ => {}
            }
        }
    }

    /// The font's table, read where it has not been.
    fn font(&mut self, name: &Object<'_>, resources: &Resources<'_>) -> Option<ObjectIdentifier> {
        let Object::Name(name) = name else { return None };
        let dict = resources.get_font(name)?;
        let table = dict.get::<Stream<'_>>("ToUnicode")?;
        let id = table.obj_id();
        if !self.fonts.contains_key(&id) {
            let bytes = self.unpacked(&table);
            self.fonts.insert(id, (CMap::parse(&bytes), Widths::of(&dict)));
        }
        Some(id)
    }

    /// Shows a string, and moves the pen to its end; what stands in the place of other text moves it alone.
    fn show(
        &mut self,
        shown: Option<&Object<'_>>,
        font: Option<ObjectIdentifier>,
        text: &mut Text,
        pen: &mut Pen,
    ) {
        let strings: Vec<Vec<u8>> = match shown {
            Some(Object::String(string)) => vec![string.as_bytes().to_vec()],
            Some(Object::Array(array)) => array
                .iter::<Object<'_>>()
                .filter_map(|object| object.into_string().map(|string| string.as_bytes().to_vec()))
                .collect(),
            Some(
                Object::Null(_)
                | Object::Boolean(_)
                | Object::Number(_)
                | Object::Name(_)
                | Object::Dict(_)
                | Object::Stream(_),
            )
            | None => Vec::new(),
        };
        let Some((map, widths)) = font.and_then(|font| self.fonts.get(&font)) else {
            self.unreadable += strings.iter().map(Vec::len).sum::<usize>();
            pen.lift();
            return;
        };
        let ems: f64 = strings.iter().map(|string| widths.advance(string, map.width)).sum();
        pen.advance(ems - adjustments(shown) / 1000.0);
        if text.is_replaced() {
            return;
        }
        for string in strings {
            for character in map.decode(&string) {
                match character {
                    Some(character) => text.run.push_str(character),
                    None => self.unreadable += 1,
                }
            }
        }
    }

    /// Opens marked content.
    fn mark(&mut self, operands: &[&Object<'_>], resources: &Resources<'_>, text: &mut Text) {
        let is_artifact =
            matches!(operands.first(), Some(Object::Name(name)) if name.as_ref() == b"Artifact");
        let properties = match operands.get(1) {
            Some(Object::Dict(dict)) => Some(dict.clone()),
            Some(Object::Name(name)) => resources.properties.get::<Dict<'_>>(name.as_ref()),
            _ => None,
        };
        let actual = properties.and_then(|dict| dict.get::<hayro_syntax::object::String<'_>>("ActualText"));
        let actual = actual.map(|string| text_string(string.as_bytes()));
        if is_artifact {
            text.end_run();
        }
        text.marked.push((is_artifact, actual.filter(|_| !text.is_replaced())));
    }
}

/// How far the numbers in an array of strings move the pen back, in thousandths of an em (ISO 32000-1, 9.4.3).
fn adjustments(shown: Option<&Object<'_>>) -> f64 {
    let Some(Object::Array(array)) = shown else { return 0.0 };
    let number = |object: Object<'_>| if let Object::Number(number) = object { number.as_f64() } else { 0.0 };
    array.iter::<Object<'_>>().map(number).sum()
}

/// The numbers among operands.
fn numbers(operands: &[&Object<'_>]) -> Vec<f64> {
    let number =
        |object: &&Object<'_>| if let Object::Number(number) = object { Some(number.as_f64()) } else { None };
    operands.iter().filter_map(number).collect()
}

/// A text string: UTF-16 where it says so, else one byte a character.
fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest),
        bytes => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// The proof among the files that are associated with the document.
fn attachment(pdf: &Pdf, reader: &mut Reader) -> Option<Vec<u8>> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let files = catalog.get::<Array<'_>>("AF")?;
    let is_proof = |file: &Dict<'_>| {
        let name = file.get::<hayro_syntax::object::String<'_>>("UF");
        name.or_else(|| file.get("F")).is_some_and(|name| text_string(name.as_bytes()) == PROOF_FILE)
    };
    let file = files.iter::<Dict<'_>>().find(is_proof)?;
    let stream = file.get::<Dict<'_>>("EF")?.get::<Stream<'_>>("F")?;
    let bytes = reader.unpacked(&stream);
    (!bytes.is_empty()).then_some(bytes)
}
