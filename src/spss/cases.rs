//! The cases of a system file, one by one: plain, packed by byte codes, or those in ZLIB blocks.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::cursor::Cursor;
use super::dictionary::{Compression, Head, Kind, Variable};
use crate::diag::{Message, say};
use crate::quantity::whole;

/// Values of a file at most: a small file may claim to unpack to terabytes.
const MOST_VALUES: usize = 1_000_000_000;
/// Bytes of an unpacked block at most; SPSS writes blocks of 4 MB.
const MOST_BLOCK: usize = 64 << 20;
const SPACES: [u8; 8] = *b"        ";

/// A value of a case.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'v> {
    /// No value.
    SystemMissing,
    /// A number, or seconds since 14 October 1582 of a day.
    Number(f64),
    /// A text, without the spaces at its end.
    Text(Cow<'v, str>),
}

#[derive(Debug)]
pub struct Cases<'b> {
    pub bytes: &'b [u8],
    /// Where the cases begin.
    pub rest: usize,
    pub head: Head,
}

impl Cases<'_> {
    pub fn for_each(
        &self,
        variables: &[Variable],
        mut each: impl FnMut(&[Value<'_>]) -> bool,
    ) -> Result<usize, Message> {
        let mut elements = Elements::new(self)?;
        let mut case: Vec<[u8; 8]> = Vec::with_capacity(self.head.width);
        let mut texts = Vec::new();
        let mut count = 0;
        while self.head.cases.is_none_or(|cases| count < cases) {
            case.clear();
            while case.len() < self.head.width {
                match elements.next()? {
                    Some(element) => case.push(element),
                    None if case.is_empty() => return self.whole(count),
                    None => return Err(say!("spss-case-cut"; case = count + 1)),
                }
            }
            count += 1;
            if count.saturating_mul(self.head.width) > MOST_VALUES {
                return Err(say!("answers-too-large"));
            }
            let values: Vec<Value<'_>> = variables.iter().map(|v| self.value(v, &case, &mut texts)).collect();
            if !each(&values) {
                return Ok(count);
            }
        }
        Ok(count)
    }

    /// The number of cases, where the file has as many as its header says.
    fn whole(&self, count: usize) -> Result<usize, Message> {
        match self.head.cases {
            Some(cases) if cases != count => Err(say!("spss-cases"; said = cases, found = count)),
            Some(_) | None => Ok(count),
        }
    }

    fn value<'v>(&self, variable: &Variable, case: &[[u8; 8]], buffer: &mut Vec<u8>) -> Value<'v> {
        if variable.kind != Kind::Text {
            let element =
                variable.parts.first().and_then(|(at, _)| case.get(*at)).copied().unwrap_or_default();
            let big = self.head.big_endian;
            let number = if big { f64::from_be_bytes(element) } else { f64::from_le_bytes(element) };
            let is_missing = number == self.head.system_missing || !number.is_finite();
            return if is_missing { Value::SystemMissing } else { Value::Number(number) };
        }
        buffer.clear();
        for (at, used) in &variable.parts {
            let begin = buffer.len();
            for element in case.iter().skip(*at).take(used.div_ceil(8)) {
                buffer.extend_from_slice(element);
            }
            buffer.truncate(begin + used);
        }
        let text = self.head.encoding.decode_without_bom_handling(buffer).0;
        Value::Text(Cow::Owned(text.trim_end_matches([' ', '\0']).to_owned()))
    }
}

/// The elements of eight bytes of all cases, in order.
struct Elements<'b> {
    source: Source<'b>,
    /// Byte codes still to be carried out, the last first.
    codes: Vec<u8>,
    is_plain: bool,
    is_over: bool,
    bias: f64,
    system_missing: [u8; 8],
    big_endian: bool,
}

impl<'b> Elements<'b> {
    fn new(cases: &Cases<'b>) -> Result<Self, Message> {
        let head = &cases.head;
        let source = match head.compression {
            Compression::None | Compression::ByteCodes => Source {
                blocks: Vec::new().into_iter(),
                file: cases.bytes,
                block: Cow::Borrowed(cases.bytes),
                at: cases.rest,
            },
            Compression::Zlib => Source::blocks(cases.bytes, cases.rest, head.big_endian)?,
        };
        Ok(Self {
            source,
            codes: Vec::new(),
            is_plain: head.compression == Compression::None,
            is_over: false,
            bias: head.bias,
            system_missing: bytes_of(head.system_missing, head.big_endian),
            big_endian: head.big_endian,
        })
    }

    /// The next element; nothing at the end.
    fn next(&mut self) -> Result<Option<[u8; 8]>, Message> {
        if self.is_plain {
            return self.source.eight();
        }
        while !self.is_over {
            let Some(code) = self.codes.pop() else {
                match self.source.eight()? {
                    Some(codes) => self.codes.extend(codes.iter().rev()),
                    None => self.is_over = true,
                }
                continue;
            };
            match code {
                0 => {}
                252 => self.is_over = true,
                253 => {
                    let raw = self.source.eight()?;
                    return raw.map(Some).ok_or_else(|| say!("spss-truncated", offset = self.source.at));
                }
                254 => return Ok(Some(SPACES)),
                255 => return Ok(Some(self.system_missing)),
                code => return Ok(Some(bytes_of(f64::from(code) - self.bias, self.big_endian))),
            }
        }
        Ok(None)
    }
}

fn bytes_of(number: f64, big_endian: bool) -> [u8; 8] {
    if big_endian { number.to_be_bytes() } else { number.to_le_bytes() }
}

/// Eight bytes after eight bytes, from the file or from its unpacked blocks.
struct Source<'b> {
    file: &'b [u8],
    /// Blocks still to be unpacked: place, packed and unpacked length.
    blocks: std::vec::IntoIter<(usize, usize, usize)>,
    block: Cow<'b, [u8]>,
    at: usize,
}

impl<'b> Source<'b> {
    /// The blocks that the trailer lists.
    fn blocks(file: &'b [u8], rest: usize, big_endian: bool) -> Result<Self, Message> {
        let place = |number: i64| usize::try_from(number).map_err(|_| say!("spss-blocks"));
        let mut head = Cursor::new(file, rest, big_endian);
        head.long()?;
        let trailer = place(head.long()?)?;
        let mut cursor = Cursor::new(file, trailer, big_endian);
        cursor.take(20)?;
        let count = cursor.count()?;
        let mut blocks = Vec::new();
        for _ in 0..count {
            cursor.long()?;
            let at = place(cursor.long()?)?;
            let (unpacked, packed) = (cursor.count()?, cursor.count()?);
            if unpacked > MOST_BLOCK {
                return Err(say!("spss-blocks"));
            }
            blocks.push((at, packed, unpacked));
        }
        Ok(Self { file, blocks: blocks.into_iter(), block: Cow::Owned(Vec::new()), at: 0 })
    }

    fn eight(&mut self) -> Result<Option<[u8; 8]>, Message> {
        let mut element = [0; 8];
        let mut filled = 0;
        while filled < 8 {
            let left = self.block.get(self.at..).unwrap_or_default();
            if left.is_empty() {
                match self.blocks.next() {
                    Some(block) => self.unpack(block)?,
                    None if filled == 0 => return Ok(None),
                    None => return Err(say!("spss-truncated", offset = self.at)),
                }
                continue;
            }
            let taken = left.len().min(8 - filled);
            element[filled..filled + taken].copy_from_slice(&left[..taken]);
            filled += taken;
            self.at += taken;
        }
        Ok(Some(element))
    }

    fn unpack(&mut self, (at, packed, unpacked): (usize, usize, usize)) -> Result<(), Message> {
        let end = at.checked_add(packed).filter(|end| *end <= self.file.len());
        let end = end.ok_or_else(|| say!("spss-truncated", offset = at))?;
        let mut block = Vec::new();
        let limit = whole::wide(unpacked) + 1;
        let read = ZlibDecoder::new(&self.file[at..end]).take(limit).read_to_end(&mut block);
        if read.is_err() || block.len() != unpacked {
            return Err(say!("spss-blocks"));
        }
        (self.block, self.at) = (Cow::Owned(block), 0);
        Ok(())
    }
}
