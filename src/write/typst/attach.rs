//! A file that goes into a PDF beside its pages (ISO 19005-3, 6.8). It is known only when the pages have been read back,
//! so it joins the finished file: two objects more, named in the catalogue. Every page stays as it is, byte for byte,
//! and the pages are exported once.
//!
//! Typst's exporter writes the catalogue last, before a plain table of cross-references (ISO 32000-1, 7.5.4), each
//! entry of which takes twenty bytes. A file of any other form is refused.

use std::io::Write;
use std::ops::Range;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::diag::{Code, Diagnostic, say};

/// A file to attach.
#[derive(Debug, Clone, Copy)]
pub struct Attachment<'a> {
    /// Its name, ASCII without parentheses.
    pub name: &'a str,
    /// What it is, in words of the same kind.
    pub description: &'a str,
    /// JSON.
    pub bytes: &'a [u8],
    /// Day of the document, as a PDF writes dates: `D:20261113000000Z`.
    pub date: &'a str,
}

/// A PDF with an associated file of JSON that its pages were made from.
///
/// # Errors
/// [`Code::PdfExport`] where the file is not of the form that the exporter writes.
pub fn with_file(pdf: &[u8], file: Attachment<'_>) -> Result<Vec<u8>, Diagnostic> {
    attached(pdf, file).ok_or_else(|| {
        Diagnostic::new(Code::PdfExport, say!("pdf-refused", detail = "no catalogue before the end"))
    })
}

fn attached(pdf: &[u8], file: Attachment<'_>) -> Option<Vec<u8>> {
    let end = End::of(pdf)?;
    let catalogue = with_entries(end.catalogue, file.name, end.size)?;
    let mut out = pdf.get(..end.catalogue_at)?.to_vec();
    let mut offsets = Vec::new();
    for object in [specification(file, end.size), stream(file, end.size + 1)?, catalogue.into_bytes()] {
        offsets.push(out.len());
        out.extend(object);
    }
    let [specification_at, stream_at, catalogue_at] = offsets.try_into().ok()?;
    let table_at = out.len();
    let mut entries = end.entries.to_vec();
    entries.splice(end.root * ENTRY..(end.root + 1) * ENTRY, entry(catalogue_at));
    let size = end.size + 2;
    out.extend(format!("xref\n0 {size}\n").into_bytes());
    out.extend(entries);
    out.extend([entry(specification_at), entry(stream_at)].concat());
    let trailer = end.trailer.replacen(&format!("/Size {}", end.size), &format!("/Size {size}"), 1);
    out.extend(format!("{trailer}startxref\n{table_at}\n%%EOF").into_bytes());
    Some(out)
}

/// Length of an entry of the table.
const ENTRY: usize = 20;

fn entry(offset: usize) -> Vec<u8> {
    format!("{offset:010} 00000 n\r\n").into_bytes()
}

/// What stands at the end of a file.
struct End<'p> {
    catalogue: &'p str,
    catalogue_at: usize,
    /// Number of the catalogue.
    root: usize,
    /// How many objects there are, the free one included: the number of the next.
    size: usize,
    entries: &'p [u8],
    /// From its keyword to the line before `startxref`.
    trailer: &'p str,
}

impl<'p> End<'p> {
    fn of(pdf: &'p [u8]) -> Option<Self> {
        let start = last(pdf, b"startxref\n")?;
        let table_at: usize = number(pdf.get(start + 10..)?)?;
        let head = pdf.get(table_at..)?.strip_prefix(b"xref\n0 ")?;
        let size = number(head)?;
        let entries_at = table_at + format!("xref\n0 {size}\n").len();
        let trailer_at = entries_at + size * ENTRY;
        let trailer = std::str::from_utf8(pdf.get(trailer_at..start)?).ok()?;
        let root_at = trailer.strip_prefix("trailer\n")?.find("/Root ")? + "trailer\n/Root ".len();
        let root = number(trailer.get(root_at..)?.as_bytes())?;
        let entries = pdf.get(entries_at..trailer_at)?;
        let catalogue_at = number(entries.get(range_of(root))?)?;
        let catalogue = std::str::from_utf8(pdf.get(catalogue_at..table_at)?).ok()?;
        let is_last =
            catalogue.starts_with(&format!("{root} 0 obj\n<<")) && catalogue.ends_with(">>\nendobj\n");
        let is_one = catalogue.matches("endobj").count() == 1 && !catalogue.contains("/AF");
        (is_last && is_one).then_some(Self { catalogue, catalogue_at, root, size, entries, trailer })
    }
}

fn range_of(object: usize) -> Range<usize> {
    object * ENTRY..object * ENTRY + 10
}

/// Where a word stands for the last time.
fn last(pdf: &[u8], word: &[u8]) -> Option<usize> {
    pdf.windows(word.len()).rposition(|window| window == word)
}

/// The number that bytes begin with.
fn number(bytes: &[u8]) -> Option<usize> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(bytes.get(..digits)?).ok()?.parse().ok()
}

/// The catalogue with the file among its names and its associated files.
fn with_entries(catalogue: &str, name: &str, specification: usize) -> Option<String> {
    let files = format!("/EmbeddedFiles<</Names[({name}){specification} 0 R]>>");
    let named = match catalogue.contains("/Names<<") {
        true => catalogue.replacen("/Names<<", &format!("/Names<<{files}"), 1),
        false => format!("{}/Names<<{files}>>>>\nendobj\n", catalogue.strip_suffix(">>\nendobj\n")?),
    };
    let body = named.strip_suffix(">>\nendobj\n")?;
    Some(format!("{body}/AF[{specification} 0 R]>>\nendobj\n"))
}

fn specification(file: Attachment<'_>, number: usize) -> Vec<u8> {
    let Attachment { name, description, .. } = file;
    let stream = number + 1;
    format!(
        "{number} 0 obj\n<</Type/Filespec/F({name})/UF({name})/EF<</F {stream} 0 R/UF {stream} 0 R>>\
         /AFRelationship/Data/Desc({description})>>\nendobj\n"
    )
    .into_bytes()
}

fn stream(file: Attachment<'_>, number: usize) -> Option<Vec<u8>> {
    // Validators differ on a stream whose last byte is a line end: another level gives another last byte.
    let levels = [6, 9, 5, 4, 7].into_iter();
    let packed = levels.filter_map(|level| {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(level));
        packer.write_all(file.bytes).ok()?;
        packer.finish().ok()
    });
    let packed = packed.into_iter().find(|packed| !packed.ends_with(b"\n") && !packed.ends_with(b"\r"))?;
    let mut out = format!(
        "{number} 0 obj\n<</Length {}/Type/EmbeddedFile/Filter/FlateDecode/Subtype/application#2Fjson\
         /Params<</Size {}/ModDate({})>>>>\nstream\n",
        packed.len(),
        file.bytes.len(),
        file.date
    )
    .into_bytes();
    out.extend(packed);
    out.extend(b"\nendstream\nendobj\n");
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{Attachment, with_file};

    const FILE: Attachment<'_> =
        Attachment { name: "a.json", description: "Data", bytes: b"{\"a\": 1}", date: "D:20261113000000Z" };

    /// Objects in the form of the exporter; `names` go into the catalogue.
    fn pdf(names: &str) -> Vec<u8> {
        let objects = [
            "1 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n".to_owned(),
            format!("2 0 obj\n<</Type/Catalog/Pages 1 0 R{names}>>\nendobj\n"),
        ];
        let (mut out, mut entries) = ("%PDF-1.7\n".to_owned(), "0000000000 65535 f\r\n".to_owned());
        for object in objects {
            entries.push_str(&format!("{:010} 00000 n\r\n", out.len()));
            out.push_str(&object);
        }
        let at = out.len();
        out.push_str(&format!("xref\n0 3\n{entries}trailer\n<</Size 3/Root 2 0 R>>\nstartxref\n{at}\n%%EOF"));
        out.into_bytes()
    }

    #[test]
    fn the_catalogue_names_the_file_and_all_before_it_stays() {
        for names in ["", "/Names<</Dests<</Names[(a)1 0 R]>>>>"] {
            let bare = pdf(names);
            let made = with_file(&bare, FILE).unwrap();
            let body = bare.windows(7).position(|w| w == b"2 0 obj").unwrap();
            assert_eq!(made[..body], bare[..body]);
            let read = hayro_syntax::Pdf::new(made.clone()).unwrap();
            let text = String::from_utf8_lossy(&made).into_owned();
            assert!(text.contains("/AF[3 0 R]") && text.contains("/Size 5/Root 2 0 R"), "{text}");
            let root = read.xref().get::<hayro_syntax::object::Dict<'_>>(read.xref().root_id()).unwrap();
            let files = root.get::<hayro_syntax::object::Array<'_>>("AF").unwrap();
            let file = files.iter::<hayro_syntax::object::Dict<'_>>().next().unwrap();
            let stream = file
                .get::<hayro_syntax::object::Dict<'_>>("EF")
                .and_then(|ef| ef.get::<hayro_syntax::object::Stream<'_>>("F"))
                .unwrap();
            assert_eq!(stream.decoded().unwrap().as_ref(), FILE.bytes);
        }
    }

    #[test]
    fn a_file_of_another_form_is_refused() {
        let bare = pdf("");
        let cut = &bare[..bare.len() - 30];
        for other in [&b"%PDF-1.7\n%%EOF"[..], cut, &with_file(&bare, FILE).unwrap()] {
            assert!(with_file(other, FILE).is_err());
        }
    }
}
