//! Numbers in a text as a reader sees them: digits with their decimal mark, grouped thousands and sign.

/// What stands before and after a number, in characters, for messages and for the list of what needs no datum.
const AROUND: usize = 24;

/// A number as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Token {
    /// The number with its sign, mark and grouping: `1 340`, `−3,2`, `12.03.2026`.
    pub text: String,
    /// What stands before it in the same run of text.
    pub before: String,
    /// What follows it.
    pub after: String,
    /// Whether it stands in what a page repeats by itself: running head, page number, repeated head of a table.
    pub is_artifact: bool,
    /// Which paragraph of the place it stands in, from 1; 0 where the format has none.
    pub paragraph: usize,
    /// Row and column of its cell, from 0, in a workbook.
    pub cell: Option<(u32, u32)>,
}

impl Token {
    /// The number without grouping and with a point: what two languages and a workbook have in common.
    pub fn key(&self) -> String {
        key(&self.text)
    }
}

/// A number's text without grouping, with a point and an ordinary minus, and without zeros at the end of the decimals:
/// `58,80` and the `58.8` of a chart's cache are one.
pub fn key(text: &str) -> String {
    let mut plain: String = text
        .chars()
        .filter_map(|c| match c {
            ',' => Some('.'),
            '\u{2212}' => Some('-'),
            '+' => None,
            c if is_grouping(c) => None,
            c => Some(c),
        })
        .collect();
    if plain.matches('.').count() == 1 {
        plain.truncate(plain.trim_end_matches('0').trim_end_matches('.').len());
    }
    plain
}

/// The numbers of a text, in reading order.
pub fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !letters[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let begin = if at > 0 && is_sign(&letters, at - 1) { at - 1 } else { at };
        let end = end(&letters, at);
        let (before, after) = around(&letters, begin, end);
        found.push(Token { text: letters[begin..end].iter().collect(), before, after, ..Token::default() });
        at = end;
    }
    found
}

/// What stands before and after a part of a text; a word that was broken at the end of a line is whole,
/// and what keeps others whole is gone.
pub fn around(letters: &[char], begin: usize, end: usize) -> (String, String) {
    let part = |from: usize, to: usize| {
        let text: String = letters.get(from..to.min(letters.len())).unwrap_or_default().iter().collect();
        let text = text.replace("\u{AD} ", "").replace("\u{AD}\n", "").replace('\u{2011}', "-");
        text.replace(['\u{AD}', '\u{2060}', '\u{200D}'], "")
    };
    (part(begin.saturating_sub(AROUND), begin), part(end, end + AROUND))
}

/// A minus or plus that stands before a number and not between two.
fn is_sign(letters: &[char], at: usize) -> bool {
    let follows_word = at > 0 && letters[at - 1].is_alphanumeric();
    matches!(letters[at], '\u{2212}' | '+') && !follows_word
}

fn is_grouping(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{202F}' | '\u{2009}')
}

/// The end of the number that begins at `at`.
fn end(letters: &[char], at: usize) -> usize {
    let is_digit = |i: usize| letters.get(i).is_some_and(char::is_ascii_digit);
    let digits = |from: usize| (from..).take_while(|i| is_digit(*i)).count();
    let mut end = at + digits(at);
    let mut group = end - at;
    let mut is_whole = true;
    loop {
        let Some(next) = letters.get(end) else { return end };
        let following = digits(end + 1);
        let is_mark = matches!(next, ',' | '.') && following > 0;
        let is_group = is_whole && is_grouping(*next) && group <= 3 && following == 3;
        if !is_mark && !is_group {
            return end;
        }
        is_whole &= is_group;
        group = following;
        end += 1 + following;
    }
}

#[cfg(test)]
mod tests {
    use super::{key, tokens};

    fn texts(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn numbers_are_read_as_they_are_printed() {
        assert_eq!(texts("n = 1\u{A0}340, 58,8\u{A0}% (55,7–61,9)"), ["1\u{A0}340", "58,8", "55,7", "61,9"]);
        assert_eq!(texts("\u{2212}3,2 п. п., +0,4; А-3, Q12"), ["\u{2212}3,2", "+0,4", "3", "12"]);
        assert_eq!(
            texts("12.03.2026 ж., 1\u{A0}000\u{A0}000 теңге, 5\u{A0}2026"),
            ["12.03.2026", "1\u{A0}000\u{A0}000", "5", "2026"]
        );
        assert_eq!(texts("сандар жоқ"), Vec::<String>::new());
    }

    #[test]
    fn a_key_is_the_same_in_text_and_workbook() {
        assert_eq!(
            (key("58,80"), key("1\u{A0}340"), key("\u{2212}3,0")),
            ("58.8".into(), "1340".into(), "-3".into())
        );
        assert_eq!((key("100"), key("12.03.2020")), ("100".into(), "12.03.2020".into()));
    }

    #[test]
    fn what_stands_around_is_kept() {
        let found = tokens("ГОСТ 7.32-2017 бойынша");
        assert_eq!((found[0].before.as_str(), found[0].after.as_str()), ("ГОСТ ", "-2017 бойынша"));
    }
}
