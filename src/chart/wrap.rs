//! Breaking labels into lines.
//!
//! Kazakh and Russian answer wordings are long, and a label may be neither cut nor shrunk. Lines break
//! at spaces; only a word wider than the column is divided, where its language divides it.

/// Measures a text, in points.
pub type Measure<'a> = &'a dyn Fn(&str) -> f64;

/// Byte offsets at which a word of letters may be divided.
pub type Breaks<'a> = &'a (dyn Fn(&str) -> Vec<usize> + Sync);

/// Lines no wider than `limit` points, of as even a length as the same number of lines allows.
pub fn balanced(text: &str, limit: f64, measure: Measure, breaks: Breaks) -> Vec<String> {
    let words = Words::new(text, limit, measure, breaks);
    let lines = words.fill(limit);
    if lines.len() < 2 {
        return words.join(&lines);
    }
    let longest = words.words.iter().map(|w| w.width).fold(0.0, f64::max);
    let (mut low, mut high) = (longest.min(limit), limit);
    for _ in 0..8 {
        let middle = (low + high) / 2.0;
        if words.fill(middle).len() <= lines.len() { high = middle } else { low = middle }
    }
    words.join(&words.fill(high))
}

/// The widest of some lines, in points.
pub fn widest<'t>(lines: impl IntoIterator<Item = &'t String>, measure: Measure) -> f64 {
    lines.into_iter().map(|line| measure(line)).fold(0.0, f64::max)
}

struct Word {
    text: String,
    width: f64,
    /// The rest of a divided word: no space before it, and a new line where it does not fit.
    glued: bool,
}

struct Words {
    words: Vec<Word>,
    space: f64,
}

impl Words {
    fn new(text: &str, limit: f64, measure: Measure, breaks: Breaks) -> Self {
        let mut words = Vec::new();
        for word in text.split(is_break_space).filter(|word| !word.is_empty()) {
            for (i, part) in divide(word, limit, measure, breaks).into_iter().enumerate() {
                words.push(Word { width: measure(&part), text: part, glued: i > 0 });
            }
        }
        Self { words, space: measure(" ") }
    }

    /// Greedy lines, as ranges of words.
    fn fill(&self, limit: f64) -> Vec<std::ops::Range<usize>> {
        let mut lines: Vec<std::ops::Range<usize>> = Vec::new();
        let mut used = 0.0;
        for (i, word) in self.words.iter().enumerate() {
            // A hair of tolerance: the column is often exactly as wide as its widest label.
            let fits = used + self.space + word.width <= limit + 1e-6;
            match lines.last_mut() {
                Some(line) if fits && !word.glued => {
                    line.end = i + 1;
                    used += self.space + word.width;
                }
                _ => {
                    lines.push(i..i + 1);
                    used = word.width;
                }
            }
        }
        lines
    }

    fn join(&self, lines: &[std::ops::Range<usize>]) -> Vec<String> {
        let words = |line: &std::ops::Range<usize>| {
            let slice = self.words.get(line.clone()).unwrap_or_default();
            slice.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        lines.iter().map(words).collect()
    }
}

/// White space that a line may break at: not the no-break spaces of numbers and abbreviations.
fn is_break_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// Parts of a word that each fit `limit`; the word itself where it fits.
fn divide(word: &str, limit: f64, measure: Measure, breaks: Breaks) -> Vec<String> {
    let word = word.replace('\u{ad}', "");
    let places = places(&word, breaks);
    let mut parts = Vec::new();
    let mut start = 0;
    while measure(&word[start..]) > limit {
        let fits = |end: &usize| *end > start && measure(&with_hyphen(&word[start..*end])) <= limit;
        let anywhere = || word.char_indices().map(|(at, _)| at).filter(|at| *at > start);
        let end = places.iter().rev().copied().find(fits).or_else(|| anywhere().filter(fits).last());
        // A column narrower than a letter: a letter a line.
        let Some(end) = end.or_else(|| anywhere().next()) else { break };
        parts.push(with_hyphen(&word[start..end]));
        start = end;
    }
    parts.push(word[start..].to_owned());
    parts
}

/// Where a word may be divided: after a joint, and where its language divides the letters between.
fn places(word: &str, breaks: Breaks) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = word[at..].chars().next() {
        let letters = first.is_alphabetic();
        let run = word[at..].find(|c: char| c.is_alphabetic() != letters).unwrap_or(word.len() - at);
        let piece = &word[at..at + run];
        if letters {
            found.extend(breaks(piece).into_iter().map(|place| at + place));
        } else {
            let joints = piece.char_indices().filter(|(_, c)| is_joint(*c));
            found.extend(joints.map(|(i, c)| at + i + c.len_utf8()));
        }
        at += run;
    }
    found
}

fn with_hyphen(head: &str) -> String {
    let joined = head.ends_with(is_joint);
    if joined { head.to_owned() } else { format!("{head}-") }
}

fn is_joint(c: char) -> bool {
    matches!(c, '-' | '/' | '\u{2013}' | '\u{2014}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::whole::float;

    /// Ten points a letter.
    fn ten(text: &str) -> f64 {
        float(text.chars().count()) * 10.0
    }

    fn lines(text: &str, limit: f64) -> Vec<String> {
        balanced(text, limit, &ten, &syllables)
    }

    /// A consonant before a vowel opens a syllable; enough for these words.
    fn syllables(word: &str) -> Vec<usize> {
        let letters: Vec<(usize, char)> = word.char_indices().collect();
        let is_vowel = |c: char| "аәеиоөуұүыіэюя".contains(c);
        let opens = |i: &usize| !is_vowel(letters[*i].1) && is_vowel(letters[i + 1].1);
        (2..letters.len().saturating_sub(2)).filter(opens).map(|i| letters[i].0).collect()
    }

    #[test]
    fn short_labels_stay_on_one_line() {
        assert_eq!(lines("Жол", 100.0), ["Жол"]);
        assert_eq!(lines("", 100.0), Vec::<String>::new());
    }

    #[test]
    fn lines_are_evened_out() {
        assert_eq!(lines("аа бб вв гг д", 110.0), ["аа бб", "вв гг д"]);
    }

    #[test]
    fn no_break_spaces_hold() {
        assert_eq!(lines("сумма 5\u{a0}000 тенге", 80.0), ["сумма", "5\u{a0}000", "тенге"]);
    }

    #[test]
    fn a_word_wider_than_the_column_breaks_at_a_syllable() {
        assert_eq!(lines("қанағаттандырылмағандықтан", 120.0), ["қанағаттан-", "дырылмаған-", "дықтан"]);
        assert_eq!(lines("қоғамдық-саяси", 100.0), ["қоғамдық-", "саяси"]);
    }

    #[test]
    fn a_column_narrower_than_a_letter_still_ends() {
        assert_eq!(lines("абвг", 1.0).len(), 4);
    }

    #[test]
    fn nothing_is_lost() {
        let text = "Тұрғын үй-коммуналдық шаруашылық қызметтерінің сапасына қанағаттанбаушылық";
        for limit in [60.0, 120.0, 200.0, 400.0, 900.0] {
            let out = lines(text, limit);
            assert!(out.iter().all(|line| ten(line) <= limit), "{limit}: {out:?}");
            let squeeze = |s: &str| s.replace([' ', '-'], "");
            assert_eq!(squeeze(&out.concat()), squeeze(text));
        }
    }
}
