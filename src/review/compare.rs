//! The difference between a returned file and what the study gives today.

use std::ops::Range;

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};

use super::returned::{ChangeKind, Number, Paragraph, Returned};
use super::unproven;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, Message, say};

/// Characters of a text that a message quotes.
const QUOTED: usize = 120;

/// Everything there is to say of `returned`, a file of that name, beside what the study gives, in document order.
pub fn compare(file: &str, returned: &Returned, expected: &Returned) -> Diagnostics {
    let mut review = Review { file, found: Diagnostics::new() };
    if returned.origin.content != expected.origin.content {
        review.say(Code::StateDiffers, say!("review-state"), "", Some(say!("hint-review-state")));
    }
    review.numbers(&returned.numbers, &expected.numbers);
    review.remarks(returned);
    review.paragraphs(returned, expected);
    unproven::tell(&mut review, returned, expected);
    let (numbers, paragraphs) = (returned.numbers.len(), returned.paragraphs.len());
    let message =
        say!("review-read", numbers = numbers, of = expected.numbers.len(), paragraphs = paragraphs);
    review.say(Code::ReviewRead, message, "", None);
    review.found
}

pub(super) struct Review<'a> {
    file: &'a str,
    found: Diagnostics,
}

impl Review<'_> {
    pub(super) fn say(&mut self, code: Code, message: Message, position: &str, hint: Option<Message>) {
        let position = match position {
            "" => Location::file(self.file),
            position => Location::pointer(self.file, position),
        };
        let finding = Diagnostic::new(code, message).at(position);
        self.found.push(match hint {
            Some(hint) => finding.hint(hint),
            None => finding,
        });
    }

    fn numbers(&mut self, returned: &[Number], expected: &[Number]) {
        if returned.is_empty() && !expected.is_empty() {
            let message = say!("review-no-controls"; n = expected.len());
            self.say(Code::NumberUnbound, message, "", Some(say!("hint-review-no-controls")));
            return;
        }
        let tags = |numbers: &[Number]| numbers.iter().map(|n| n.tag.clone()).collect::<Vec<_>>();
        for op in capture_diff_slices(Algorithm::Myers, &tags(expected), &tags(returned)) {
            let (_, old, new) = op.as_tag_tuple();
            if matches!(op, DiffOp::Equal { .. }) {
                let pairs = expected[old].iter().zip(&returned[new]);
                pairs.for_each(|(wanted, found)| self.number(found, &[wanted]));
                continue;
            }
            for gone in &expected[old] {
                let message = say!("review-number-unbound", tag = gone.tag, text = gone.text);
                self.say(
                    Code::NumberUnbound,
                    message,
                    &gone.position,
                    Some(say!("hint-review-number-unbound")),
                );
            }
            for extra in &returned[new] {
                let of_tag: Vec<&Number> = expected.iter().filter(|n| n.tag == extra.tag).collect();
                self.number(extra, &of_tag);
            }
        }
    }

    /// A number that reads like none of those with its tag; of an unknown tag there is nothing to say.
    fn number(&mut self, found: &Number, wanted: &[&Number]) {
        let text = plain(&found.text);
        if let Some(first) = wanted.first()
            && !wanted.iter().any(|wanted| plain(&wanted.text) == text)
        {
            let message = say!("review-number", tag = found.tag, found = text, wanted = plain(&first.text));
            self.say(Code::NumberChanged, message, &found.position, Some(say!("hint-review-number")));
        }
    }

    fn remarks(&mut self, returned: &Returned) {
        for comment in &returned.comments {
            let (author, date) = (&comment.author, day(&comment.date));
            let (text, anchor) = (quoted(&comment.text), quoted(&comment.anchor_text));
            let message = say!("review-comment", author = author, date = date, text = text, about = anchor);
            self.say(Code::ReviewComment, message, &comment.position, None);
        }
        for change in &returned.changes {
            let (author, date, text) = (&change.author, day(&change.date), quoted(&change.text));
            let message = match change.kind {
                ChangeKind::Inserted => {
                    say!("review-inserted", author = author, date = date, text = text)
                }
                ChangeKind::Deleted => say!("review-deleted", author = author, date = date, text = text),
                ChangeKind::Moved => say!("review-moved", author = author, date = date, text = text),
            };
            self.say(Code::TrackedChange, message, &change.position, None);
        }
    }

    /// Paragraphs that differ where no change was tracked.
    fn paragraphs(&mut self, returned: &Returned, expected: &Returned) {
        // Where the controls are gone, the numbers stand in the texts.
        let masked = !returned.numbers.is_empty();
        let texts = |of: &Returned| {
            let text = |p: &Paragraph| plain(if masked { &p.masked } else { &p.text });
            of.paragraphs.iter().map(text).collect::<Vec<_>>()
        };
        let (old_texts, new_texts) = (texts(expected), texts(returned));
        for op in capture_diff_slices(Algorithm::Myers, &old_texts, &new_texts) {
            if !matches!(op, DiffOp::Equal { .. }) {
                let (_, old, new) = op.as_tag_tuple();
                self.rewritten((&expected.paragraphs, old), (&returned.paragraphs, new), masked);
            }
        }
    }

    fn rewritten(
        &mut self,
        (expected, old): (&[Paragraph], Range<usize>),
        (returned, new): (&[Paragraph], Range<usize>),
        masked: bool,
    ) {
        let text = |p: &Paragraph| plain(if masked { &p.masked } else { &p.text });
        let (mut old, mut new) = (expected[old].iter(), returned[new].iter());
        loop {
            let (message, position) = match (old.next(), new.next()) {
                (Some(was), Some(is)) => {
                    let (before, after) = changed_words(&text(was), &text(is));
                    (say!("review-rewritten", before = before, after = after), &is.position)
                }
                (Some(was), None) => (say!("review-removed", text = quoted(&was.text)), &was.position),
                (None, Some(is)) => (say!("review-added", text = quoted(&is.text)), &is.position),
                (None, None) => return,
            };
            self.say(Code::TextChanged, message, position, None);
        }
    }
}

/// The words that went and those that came.
pub(super) fn changed_words(before: &str, after: &str) -> (String, String) {
    let diff = TextDiff::from_words(before, after);
    let of = |tag: ChangeTag| {
        let words: String = diff
            .iter_all_changes()
            .map(|change| match change.tag() {
                own if own == tag => change.value(),
                ChangeTag::Equal => "\u{1}",
                ChangeTag::Delete | ChangeTag::Insert => "",
            })
            .collect();
        let runs = words.split('\u{1}').map(str::trim).filter(|run| !run.is_empty());
        quoted(&runs.collect::<Vec<_>>().join(" … "))
    };
    (of(ChangeTag::Delete), of(ChangeTag::Insert))
}

/// The text with one kind of space and without what is never seen.
pub(super) fn plain(text: &str) -> String {
    let seen: String =
        text.chars().filter(|c| !matches!(c, '\u{AD}' | '\u{2060}' | '\u{200B}' | '\u{200D}')).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn quoted(text: &str) -> String {
    let text = plain(text).replace(super::returned::MASK, "#");
    if text.chars().count() <= QUOTED {
        return text;
    }
    let cut: String = text.chars().take(QUOTED).collect();
    format!("{cut}…")
}

/// The day of a date and time.
fn day(date: &str) -> &str {
    date.split('T').next().unwrap_or_default()
}
