//! ToUnicode: which characters the codes of a PDF's font stand for (ISO 32000-1, 9.10.3).

use std::collections::HashMap;

/// Codes with their characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CMap {
    /// Bytes of a code.
    pub width: usize,
    codes: HashMap<u32, String>,
}

/// Most codes of one range, so that a hostile table is no work for hours.
const LONGEST_RANGE: u32 = 0xFFFF;

impl CMap {
    /// Reads a table; what it does not say is left out.
    pub fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let mut map = Self { width: 1, codes: HashMap::new() };
        let mut words = words(&text).into_iter();
        while let Some(word) = words.next() {
            match word {
                "begincodespacerange" => {
                    if let Some(code) = words.next().and_then(hex) {
                        map.width = code.len().max(1);
                    }
                }
                "beginbfchar" => map.characters(&mut words),
                "beginbfrange" => map.ranges(&mut words),
                _ => {}
            }
        }
        map
    }

    fn characters<'t>(&mut self, words: &mut impl Iterator<Item = &'t str>) {
        while let (Some(code), Some(to)) = (words.next().and_then(hex), words.next().and_then(hex)) {
            self.codes.insert(number(&code), utf16(&to));
        }
    }

    fn ranges<'t>(&mut self, words: &mut impl Iterator<Item = &'t str>) {
        while let (Some(from), Some(to)) = (words.next().and_then(hex), words.next().and_then(hex)) {
            let (from, to) = (number(&from), number(&to));
            let to = to.min(from.saturating_add(LONGEST_RANGE));
            match words.next() {
                Some("[") => {
                    for code in from..=to {
                        match words.next().and_then(hex) {
                            Some(own) => drop(self.codes.insert(code, utf16(&own))),
                            None => break,
                        }
                    }
                }
                Some(first) => {
                    let Some(mut units) = hex(first) else { continue };
                    for code in from..=to {
                        self.codes.insert(code, utf16(&units));
                        if let Some(last) = units.last_mut() {
                            *last = last.wrapping_add(1);
                        }
                    }
                }
                None => {}
            }
        }
    }

    /// The characters of a string; `None` for each code that the table lacks.
    pub fn decode<'m>(&'m self, bytes: &'m [u8]) -> impl Iterator<Item = Option<&'m str>> {
        bytes.chunks(self.width.max(1)).map(|code| self.codes.get(&number(code)).map(String::as_str))
    }
}

/// Words and hexadecimal strings; brackets of lists are words of their own.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for line in text.lines() {
        let mut rest = line.split('%').next().unwrap_or_default().trim_start();
        while let Some(first) = rest.chars().next() {
            let end = match first {
                '<' => rest.find('>').map_or(rest.len(), |at| at + 1),
                '[' | ']' => 1,
                _ => rest
                    .char_indices()
                    .skip(1)
                    .find(|(_, c)| c.is_whitespace() || matches!(c, '<' | '[' | ']'))
                    .map_or(rest.len(), |(at, _)| at),
            };
            if first != ']' {
                words.push(&rest[..end]);
            }
            rest = rest[end..].trim_start();
        }
    }
    words
}

fn hex(word: &str) -> Option<Vec<u8>> {
    let digits: Vec<char> = word.strip_prefix('<')?.strip_suffix('>')?.chars().collect();
    let byte = |pair: &[char]| u8::from_str_radix(&pair.iter().collect::<String>(), 16).ok();
    digits.chunks(2).map(byte).collect()
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum: u32, byte| sum.wrapping_shl(8) | u32::from(*byte))
}

/// Text of UTF-16, big-endian.
pub fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks(2).map(|pair| match pair {
        [high, low] => u16::from_be_bytes([*high, *low]),
        one => u16::from(one.first().copied().unwrap_or_default()),
    });
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::CMap;

    #[test]
    fn characters_and_ranges_are_read() {
        let map = CMap::parse(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n2 beginbfchar\n<0001> <0035>\n<0002> <002C>\nendbfchar\n\
              2 beginbfrange <0003> <0005> <0036> <0006> <0007> [<0041><0042>] endbfrange",
        );
        let text = |bytes: &[u8]| map.decode(bytes).map(|c| c.unwrap_or("?").to_owned()).collect::<String>();
        assert_eq!(text(&[0, 1, 0, 5, 0, 2, 0, 4, 0, 6, 0, 7, 0, 9]), "58,7AB?");
    }
}
