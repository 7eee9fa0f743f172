//! Sound files changed in a few places, by a script of a few bytes.
//!
//! An edit is four bytes and the text that they announce: the place as a fraction of the file (16 bits, low byte
//! first), the kind, the length of the text. Places are beginnings of tokens but for two kinds, so that most edits
//! leave a file that is read far.

/// Edits of a script at most.
const MOST_EDITS: usize = 24;
/// Bytes of a changed file at most.
const MOST_BYTES: usize = 1 << 20;

/// The input as a whole file where its first byte is odd; else the base, changed by the edits that it is.
pub fn file(base: &[u8], input: &[u8]) -> Vec<u8> {
    match input.split_first() {
        Some((kind, content)) if kind % 2 == 1 => content.to_vec(),
        Some((_, script)) => edited(base, script),
        None => base.to_vec(),
    }
}

/// The base, changed by the edits of a script.
pub fn edited(base: &[u8], script: &[u8]) -> Vec<u8> {
    let mut out = base.to_vec();
    let mut rest = script;
    for _ in 0..MOST_EDITS {
        let [low, high, kind, length, after @ ..] = rest else { break };
        let (text, after) = after.split_at(usize::from(*length).min(after.len()));
        let fraction = usize::from(u16::from_le_bytes([*low, *high]));
        let at = fraction * (out.len() + 1) / (usize::from(u16::MAX) + 1);
        edit(&mut out, at, *kind, text);
        out.truncate(MOST_BYTES);
        rest = after;
    }
    out
}

fn edit(out: &mut Vec<u8>, at: usize, kind: u8, text: &[u8]) {
    let token = start(out, at)..end(out, at);
    let line = line(out, at);
    match kind % 10 {
        0 => drop(out.splice(at..at, text.iter().copied())),
        1 => {
            let to = (at + text.len()).min(out.len());
            drop(out.splice(at..to, text.iter().copied()));
        }
        2 => drop(out.splice(token, text.iter().copied())),
        3 => drop(out.drain(token)),
        4 => repeat(out, token, text.len()),
        5 => drop(out.drain(line)),
        6 => repeat(out, line, text.len()),
        7 => out.truncate(at),
        8 => {
            // What stood here stands somewhere else as well.
            let piece = out[line].to_vec();
            let other = text.first().map_or(0, |f| usize::from(*f) * out.len() / 256);
            let other = start(out, other);
            drop(out.splice(other..other, piece));
        }
        _ => {
            let many = text.split_first().map_or(0, |(n, _)| usize::from(*n) * 64);
            let many = text.get(1..).unwrap_or_default().repeat(many);
            drop(out.splice(token.start..token.start, many));
        }
    }
}

/// Once more, and again for each of so many, as far as there is room.
fn repeat(out: &mut Vec<u8>, range: std::ops::Range<usize>, times: usize) {
    let piece = out[range.clone()].to_vec();
    let room = (MOST_BYTES / piece.len().max(1)).min(times + 1);
    drop(out.splice(range.end..range.end, piece.repeat(room)));
}

fn is_border(byte: u8) -> bool {
    matches!(
        byte,
        b'<' | b'>' | b'"' | b'=' | b',' | b';' | b':' | b'{' | b'}' | b'[' | b']' | b'|' | b'/' | b'%'
    ) || byte.is_ascii_whitespace()
}

fn start(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().rposition(|b| is_border(*b)).map_or(0, |i| i + 1)
}

fn end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|b| is_border(*b)).map_or(bytes.len(), |i| at + i)
}

/// The line, or the XML element's tag, around a place.
fn line(bytes: &[u8], at: usize) -> std::ops::Range<usize> {
    let is_break = |b: &u8| matches!(b, b'\n' | b'>');
    let from = bytes[..at].iter().rposition(is_break).map_or(0, |i| i + 1);
    let to = bytes[at..].iter().position(is_break).map_or(bytes.len(), |i| at + i + 1);
    from..to
}
