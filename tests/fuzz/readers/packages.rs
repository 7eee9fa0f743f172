//! Packages of office programs with one part changed.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::edits;

/// A package in parts.
pub struct Parts {
    whole: Vec<u8>,
    parts: Vec<(String, Vec<u8>)>,
}

impl Parts {
    /// Takes a sound package apart.
    pub fn of(whole: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(whole)).unwrap();
        let mut parts = Vec::new();
        for place in 0..archive.len() {
            let mut entry = archive.by_index(place).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            parts.push((entry.name().to_owned(), bytes));
        }
        // What a script of one length means does not depend on the order of a writer.
        parts.sort();
        Self { whole: whole.to_vec(), parts }
    }

    /// The package as an input says. Its first byte chooses the part, of which the rest makes another one; two of its
    /// values stand for the file as a whole, one for a part that is gone.
    pub fn changed(&self, input: &[u8]) -> Vec<u8> {
        let Some((choice, rest)) = input.split_first() else { return self.whole.clone() };
        match choice {
            255 => rest.to_vec(),
            254 => edits::edited(&self.whole, rest),
            253 => {
                let gone = rest.first().map_or(0, |b| usize::from(*b) % self.parts.len());
                self.with(|place, bytes| (place != gone).then(|| bytes.to_vec()))
            }
            choice => {
                let chosen = usize::from(*choice) % self.parts.len();
                self.with(|place, bytes| {
                    Some(if place == chosen { edits::file(bytes, rest) } else { bytes.to_vec() })
                })
            }
        }
    }

    fn with(&self, part: impl Fn(usize, &[u8]) -> Option<Vec<u8>>) -> Vec<u8> {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (place, (name, bytes)) in self.parts.iter().enumerate() {
            let Some(bytes) = part(place, bytes) else { continue };
            out.start_file(name.as_str(), options).unwrap();
            out.write_all(&bytes).unwrap();
        }
        out.finish().unwrap().into_inner()
    }
}
