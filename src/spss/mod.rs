//! SPSS system files, `.sav` and `.zsav`: what the columns and their codes mean, and the cases one by one.
//!
//! A file is a dictionary of records (`dictionary`), some of them extensions of later versions (`extension`), and
//! the cases: plain, packed by byte codes, or those in ZLIB blocks (`cases`). The layout is that of the PSPP project's
//! description, "System File Format" (PSPP Developers Guide). Every count and length of a file is held against the
//! bytes that are there: what lies ends in a message, and memory stays within a small multiple of the file.

mod cases;
mod cursor;
mod dictionary;
mod encoding;
mod extension;

pub use cases::Value;
pub use dictionary::{Datum, Kind, Missing, Variable};

use crate::diag::Message;

/// A system file whose dictionary has been read.
#[derive(Debug)]
pub struct SystemFile<'b> {
    /// Its variables; the parts of a very long text are one.
    pub variables: Vec<Variable>,
    /// Name of the file's code page, as the registry of character sets has it.
    pub encoding: &'static str,
    cases: cases::Cases<'b>,
}

impl<'b> SystemFile<'b> {
    /// Reads the dictionary.
    ///
    /// # Errors
    /// A message of what is wrong, and at which byte.
    pub fn parse(bytes: &'b [u8]) -> Result<Self, Message> {
        let (head, variables, rest) = dictionary::read(bytes)?;
        let encoding = head.encoding.name();
        Ok(Self { variables, encoding, cases: cases::Cases { bytes, rest, head } })
    }

    /// Hands out every case, a value a variable, until `each` answers `false`. Returns the number of cases.
    ///
    /// # Errors
    /// A message of what is wrong, and at which byte: a file that ends within a case, or has fewer than it says.
    pub fn for_each(&self, each: impl FnMut(&[Value<'_>]) -> bool) -> Result<usize, Message> {
        self.cases.for_each(&self.variables, each)
    }
}
