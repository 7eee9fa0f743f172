//! Content controls: a number that comes from data stands in one, locked, with the datum's id for its tag.

use docx_rs::{ParagraphChild, Run, StructuredDataTag, StructuredDataTagChild};

use super::xml::escaped;
use crate::source::sha256;

/// Most characters of a content control's tag in Word.
const TAG_LENGTH: usize = 64;
/// Hexadecimal digits of the hash in a shortened tag.
const TAG_HASH: usize = 8;

/// A number in its control. The finishing step makes of the alias the tag, which docx-rs cannot write.
pub fn control(fact: &str, number: Run) -> ParagraphChild {
    // docx-rs writes an alias as it is.
    let alias = escaped(&tag(fact));
    ParagraphChild::StructuredDataTag(Box::new(StructuredDataTag::new().alias(alias).add_run(number)))
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

/// Gives runs a look, also inside of controls.
pub fn dress(children: &mut [ParagraphChild], look: impl Fn(Run) -> Run) {
    for child in children {
        match child {
            ParagraphChild::Run(run) => **run = look((**run).clone()),
            ParagraphChild::StructuredDataTag(control) => {
                for inner in &mut control.children {
                    if let StructuredDataTagChild::Run(run) = inner {
                        **run = look((**run).clone());
                    }
                }
            }
            _ => {}
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
