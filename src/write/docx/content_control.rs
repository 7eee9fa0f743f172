//! Content controls: a number that comes from data stands in one, locked, with the datum's id for its tag.

use docx_rs::{ParagraphChild, Run, StructuredDataTag, StructuredDataTagChild};

use super::additions::Mark;
use crate::source::sha256;

/// Most characters of a content control's tag in Word.
const TAG_LENGTH: usize = 64;
/// Hexadecimal digits of the hash in a shortened tag.
const TAG_HASH: usize = 8;

/// A number in its control, which the mark stands for.
pub fn content_control(mark: Mark, number: Run) -> ParagraphChild {
    let control = StructuredDataTag::new().alias(mark.to_string()).add_run(number);
    ParagraphChild::StructuredDataTag(Box::new(control))
}

/// The tag for a datum's id. One that is too long for Word keeps its beginning and its end, with a hash of the
/// whole between them.
pub fn tag(fact: &str) -> String {
    let letters: Vec<char> = fact.chars().collect();
    if letters.len() <= TAG_LENGTH {
        return fact.to_owned();
    }
    let keep = (TAG_LENGTH - TAG_HASH - 2) / 2;
    let begins: String = letters[..keep].iter().collect();
    let ends: String = letters[letters.len() - keep..].iter().collect();
    format!("{begins}~{}~{ends}", &sha256(fact.as_bytes())[..TAG_HASH])
}

/// Gives runs a style, also inside of controls.
pub fn restyle(children: &mut [ParagraphChild], style: impl Fn(Run) -> Run) {
    for child in children {
        if let ParagraphChild::Run(run) = child {
            **run = style((**run).clone());
        } else if let ParagraphChild::StructuredDataTag(control) = child {
            for inner in &mut control.children {
                if let StructuredDataTagChild::Run(run) = inner {
                    **run = style((**run).clone());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{TAG_LENGTH, tag};

    #[test]
    fn a_long_id_is_cut_but_stays_its_own() {
        assert_eq!(tag("questions.q1.percent"), "questions.q1.percent");
        let long = |last: &str| tag(&format!("facts.{}.{last}", "very-long-name.".repeat(9)));
        assert_eq!(long("low").chars().count(), TAG_LENGTH);
        assert_ne!(long("low"), long("high"));
        assert!(long("low").starts_with("facts.very") && long("low").ends_with("name..low"));
    }
}
