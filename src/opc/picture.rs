//! Pictures of office files from outside, known by their bytes: a name says nothing.

use super::active::is_plain_svg;

/// How files of a format begin, and the ending of its name.
const BEGINNINGS: [(&[u8], &str); 8] = [
    (&[0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A], "png"),
    (&[0xFF, 0xD8, 0xFF], "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (&[b'I', b'I', 42, 0], "tiff"),
    (&[b'M', b'M', 0, 42], "tiff"),
    (&[0xD7, 0xCD, 0xC6, 0x9A], "wmf"),
    (&[1, 0, 9, 0], "wmf"),
];
/// Where an enhanced metafile has its signature ([MS-EMF] 2.3.4.2).
const EMF: (usize, &[u8]) = (40, b" EMF");

/// The ending of a picture's name by its bytes; `None` for what is no picture that Office shows, or a vector picture
/// that runs something or shows something from elsewhere.
pub fn ending(bytes: &[u8]) -> Option<&'static str> {
    let (at, signature) = EMF;
    if bytes.get(at..at + signature.len()) == Some(signature) {
        return Some("emf");
    }
    let known = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
    known.map(|(_, ending)| *ending).or_else(|| is_plain_svg(bytes).then_some("svg"))
}
