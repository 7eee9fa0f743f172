//! Numbers that nothing proves: they stand outside of content controls, in sentences that are not the study's.
//!
//! A program that drops the controls leaves the sentences: a paragraph whose numbers are those of the study, in their
//! order, is proven by its text. What is read is the text as it is now, tracked changes included.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::compare::{Review, changed_words, plain, quoted};
use super::returned::{MASK, Paragraph, Returned};
use crate::diag::{Code, say};

/// Says which numbers of the returned file stand unproven.
pub fn tell(review: &mut Review<'_>, returned: &Returned, expected: &Returned) {
    if returned.paragraphs.is_empty() && !expected.paragraphs.is_empty() {
        let message = say!("review-nothing-read", n = expected.paragraphs.len());
        review.say(Code::NumberUnproven, message, "", Some(say!("hint-review-nothing-read")));
        return;
    }
    let texts = |of: &Returned| of.paragraphs.iter().map(|p| plain(&p.current)).collect::<Vec<_>>();
    for op in capture_diff_slices(Algorithm::Myers, &texts(expected), &texts(returned)) {
        let (_, old, new) = op.as_tag_tuple();
        if !matches!(op, DiffOp::Equal { .. }) {
            block(review, &expected.paragraphs[old], &returned.paragraphs[new]);
        }
    }
}

/// Paragraphs of the study, and those that stand in their place.
fn block(review: &mut Review<'_>, expected: &[Paragraph], returned: &[Paragraph]) {
    let mut left: Vec<&Paragraph> = expected.iter().collect();
    let mut doubtful = Vec::new();
    for paragraph in returned {
        let own = left.iter().position(|known| agrees(known, paragraph));
        match own {
            Some(at) => drop(left.remove(at)),
            None if numbers(&paragraph.current_masked).is_empty() => {}
            None => doubtful.push(paragraph),
        }
    }
    for paragraph in doubtful {
        let message = match nearest(&left, paragraph) {
            Some(known) => {
                let (before, after) = changed_words(&plain(&known.current), &plain(&paragraph.current));
                say!("review-unproven-changed", before = before, after = after)
            }
            None => say!("review-unproven", text = quoted(&paragraph.current)),
        };
        let hint = Some(say!("hint-review-unproven"));
        review.say(Code::NumberUnproven, message, &paragraph.position, hint);
    }
}

/// Whether a paragraph has the numbers of one of the study; those in controls are compared by their tags.
fn agrees(known: &Paragraph, paragraph: &Paragraph) -> bool {
    let controls = |p: &Paragraph| p.current_masked.matches(MASK).count();
    numbers(&known.current) == numbers(&paragraph.current)
        || controls(known) == controls(paragraph)
            && numbers(&known.current_masked) == numbers(&paragraph.current_masked)
}

/// The paragraph of the study that has most words in common with one, at least half of them.
fn nearest<'p>(known: &[&'p Paragraph], paragraph: &Paragraph) -> Option<&'p Paragraph> {
    let words = |text: &str| plain(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let own = words(&paragraph.current);
    let common = |p: &Paragraph| words(&p.current).iter().filter(|word| own.contains(word)).count();
    let best = known.iter().copied().max_by_key(|p| common(p))?;
    (2 * common(best) >= own.len()).then_some(best)
}

/// The numbers of a text: digits, with the marks between them.
fn numbers(text: &str) -> Vec<String> {
    let text = plain(text);
    let mut found: Vec<String> = Vec::new();
    let mut is_open = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let joins = matches!(letter, ',' | '.') && letters.peek().is_some_and(char::is_ascii_digit);
        if letter.is_ascii_digit() || is_open && joins {
            match found.last_mut().filter(|_| is_open) {
                Some(number) => number.push(letter),
                None => found.push(letter.to_string()),
            }
            is_open = true;
        } else {
            is_open = false;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_keep_the_marks_inside_of_them() {
        assert_eq!(numbers("2\u{A0}520 (60,3 %), 15. А 7.1"), ["2", "520", "60,3", "15", "7.1"]);
        assert!(numbers("без чисел, совсем.").is_empty());
    }
}
