//! Lines of a text by the offsets of its bytes, for readers that know offsets only.

/// Counts lines on the way through a text; they end with LF, CRLF or CR.
#[derive(Debug)]
pub struct LineCounter<'t> {
    bytes: &'t [u8],
    at: usize,
    line: u32,
}

impl<'t> LineCounter<'t> {
    /// At the beginning of a text.
    pub fn new(text: &'t [u8]) -> Self {
        Self { bytes: text, at: 0, line: 1 }
    }

    /// The line (from 1) of what begins at the offset or, where line ends stand there, behind them. Offsets are asked
    /// for in ascending order.
    pub fn line_of(&mut self, offset: u64) -> u32 {
        let offset = usize::try_from(offset).unwrap_or(usize::MAX);
        let ends = self.bytes.get(offset..).unwrap_or_default();
        let end = offset + ends.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let end = end.min(self.bytes.len());
        if self.at < end {
            let passed = &self.bytes[self.at..end];
            let after = self.bytes[self.at + 1..].iter().copied().chain([b' ']);
            let is_end = |(own, next): (&u8, u8)| *own == b'\n' || (*own == b'\r' && next != b'\n');
            self.line += passed.iter().zip(after).map(|pair| u32::from(is_end(pair))).sum::<u32>();
            self.at = end;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::LineCounter;

    #[test]
    fn lines_end_in_three_ways() {
        for text in ["a\nb\n\nc\n", "a\r\nb\r\n\r\nc\r\n", "a\rb\r\rc\r"] {
            let mut lines = LineCounter::new(text.as_bytes());
            let offsets = [0, text.find('b').unwrap_or(0) - 1, text.find('c').unwrap_or(0) - 2];
            let counted = offsets.map(|offset| lines.line_of(offset.try_into().unwrap_or(0)));
            assert_eq!(counted, [1, 2, 4], "{text:?}");
        }
    }
}
