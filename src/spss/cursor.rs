//! Bytes read in order; no read leaves the file.

use crate::diag::{Message, say};

#[derive(Debug, Clone)]
pub struct Cursor<'b> {
    bytes: &'b [u8],
    pub at: usize,
    /// Whether numbers begin with their most significant byte.
    pub big_endian: bool,
}

impl<'b> Cursor<'b> {
    pub fn new(bytes: &'b [u8], at: usize, big_endian: bool) -> Self {
        Self { bytes, at, big_endian }
    }

    pub fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// The next bytes.
    pub fn take(&mut self, length: usize) -> Result<&'b [u8], Message> {
        let end = self.at.checked_add(length).filter(|end| *end <= self.bytes.len());
        let end = end.ok_or_else(|| say!("spss-truncated", offset = self.at))?;
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Message> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        if self.big_endian {
            array.reverse();
        }
        Ok(array)
    }

    pub fn int(&mut self) -> Result<i32, Message> {
        self.array().map(i32::from_le_bytes)
    }

    pub fn long(&mut self) -> Result<i64, Message> {
        self.array().map(i64::from_le_bytes)
    }

    pub fn double(&mut self) -> Result<f64, Message> {
        self.array().map(f64::from_le_bytes)
    }

    pub fn byte(&mut self) -> Result<u8, Message> {
        self.array::<1>().map(|[byte]| byte)
    }

    /// A count or length: an integer of 0 or more.
    pub fn count(&mut self) -> Result<usize, Message> {
        let at = self.at;
        let number = self.int()?;
        usize::try_from(number).map_err(|_| say!("spss-count", offset = at, count = number))
    }

    /// Bytes with their length before them.
    pub fn counted(&mut self) -> Result<&'b [u8], Message> {
        let length = self.count()?;
        self.take(length)
    }
}
