//! Breaking labels into lines.
//!
//! Kazakh and Russian answer wordings are long, and a label may be neither cut nor shrunk. Lines break
//! at spaces; only a word wider than the column is divided, where a syllable may begin.

/// Measures a text, in points.
pub type Measure<'a> = &'a dyn Fn(&str) -> f64;

/// Lines no wider than `limit` points, of as even a length as the same number of lines allows.
pub fn balanced(text: &str, limit: f64, measure: Measure) -> Vec<String> {
    let words = Words::new(text, limit, measure);
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
    fn new(text: &str, limit: f64, measure: Measure) -> Self {
        let mut words = Vec::new();
        for word in text.split(is_break_space).filter(|word| !word.is_empty()) {
            for (i, part) in divide(word, limit, measure).into_iter().enumerate() {
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
fn divide(word: &str, limit: f64, measure: Measure) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest: Vec<char> = word.chars().filter(|c| *c != '\u{ad}').collect();
    while rest.len() > 1 && measure(&rest.iter().collect::<String>()) > limit {
        let cut = best_cut(&rest, limit, measure);
        let tail = rest.split_off(cut);
        parts.push(with_hyphen(&rest));
        rest = tail;
    }
    parts.push(rest.into_iter().collect());
    parts
}

/// The last good place at which the head still fits; failing that the last place at all.
fn best_cut(word: &[char], limit: f64, measure: Measure) -> usize {
    let fits = |cut: &usize| word.get(..*cut).is_some_and(|head| measure(&with_hyphen(head)) <= limit);
    let places = || (1..word.len()).rev();
    places().filter(|i| may_break(word, *i)).find(fits).or_else(|| places().find(fits)).unwrap_or(1)
}

fn with_hyphen(head: &[char]) -> String {
    let mut text: String = head.iter().collect();
    if !head.last().is_some_and(|c| is_joint(*c)) {
        text.push('-');
    }
    text
}

fn is_joint(c: char) -> bool {
    matches!(c, '-' | '/' | '\u{2013}' | '\u{2014}')
}

/// Whether a syllable may begin at `at`: after a joint, or at a consonant before a vowel, with at
/// least two letters on both sides and a vowel in the head.
fn may_break(word: &[char], at: usize) -> bool {
    let letter = |i: usize| word.get(i).copied().unwrap_or(' ');
    let before = at.checked_sub(1).map_or(' ', letter);
    if is_joint(before) {
        return true;
    }
    let head_has_vowel = word.iter().take(at).any(|c| is_vowel(*c));
    let (here, next) = (letter(at), letter(at + 1));
    at >= 2
        && word.len() >= at + 2
        && head_has_vowel
        && before.is_alphabetic()
        && here.is_alphabetic()
        && !is_vowel(here)
        && is_vowel(next)
}

/// Vowels of Kazakh and Russian Cyrillic and of Latin, by code point: `src` holds no Cyrillic.
fn is_vowel(c: char) -> bool {
    let lower = c.to_lowercase().next().unwrap_or(c);
    matches!(
        lower,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | '\u{430}'
            | '\u{435}'
            | '\u{438}'
            | '\u{43e}'
            | '\u{443}'
            | '\u{44b}'
            | '\u{44d}'
            | '\u{44e}'
            | '\u{44f}'
            | '\u{451}'
            | '\u{456}'
            | '\u{4af}'
            | '\u{4b1}'
            | '\u{4d9}'
            | '\u{4e9}'
    )
}

#[cfg(test)]
mod tests {
    use super::super::scale::count;
    use super::*;

    /// Ten points a letter.
    fn ten(text: &str) -> f64 {
        count(text.chars().count()) * 10.0
    }

    fn lines(text: &str, limit: f64) -> Vec<String> {
        balanced(text, limit, &ten)
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
