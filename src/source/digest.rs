//! Digests of files, and of what is written piece by piece.

use std::fmt;
use std::io;

use sha2::{Digest as _, Sha256};

/// SHA-256 of bytes in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// SHA-256 of everything that is written to it.
#[derive(Default, Clone)]
pub struct Digest(Sha256);

impl Digest {
    /// The digest in hexadecimal digits.
    pub fn finish(self) -> String {
        hexadecimal(&self.0.finalize())
    }

    /// Takes in a part by its name; where one part ends and the next begins is part of the digest.
    pub fn part(&mut self, name: &str, bytes: &[u8]) {
        self.0.update(format!("\n{name} {}\n", bytes.len()));
        self.0.update(bytes);
    }

    /// Takes in how a value describes itself for programmers: all of its fields, whatever it is.
    pub fn value(&mut self, name: &str, value: &dyn fmt::Debug) {
        self.0.update(format!("\n{name}\n"));
        // Taking in bytes cannot fail.
        let _ = fmt::Write::write_fmt(self, format_args!("{value:?}"));
    }
}

impl fmt::Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text);
        Ok(())
    }
}

impl io::Write for Digest {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Digest, sha256};

    #[test]
    fn bytes_written_in_pieces_have_the_digest_of_the_whole() {
        let mut digest = Digest::default();
        for piece in ["a", "bc"] {
            std::io::Write::write_all(&mut digest, piece.as_bytes()).unwrap();
        }
        assert_eq!(digest.finish(), sha256(b"abc"));
    }

    #[test]
    fn parts_are_told_apart() {
        let of = |parts: [&str; 2]| {
            let mut digest = Digest::default();
            parts.iter().for_each(|part| digest.part("p", part.as_bytes()));
            digest.finish()
        };
        assert_ne!(of(["ab", "c"]), of(["a", "bc"]));
    }
}
