//! The codes of the codebook, and what programs and people write in their place: decimals, leading zeros, labels, other
//! dashes and letters.

use hashbrown::{HashMap, HashSet};

use crate::study::results::{Breakdown, Question};
use crate::study::{LocalizedText, Study};

/// How a code is written otherwise than in the codebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spelling {
    Decimals,
    Zeros,
    Letters,
    Label,
}

impl Spelling {
    /// The name by which sentences choose.
    pub fn name(self) -> &'static str {
        match self {
            Self::Decimals => "decimals",
            Self::Zeros => "zeros",
            Self::Letters => "letters",
            Self::Label => "label",
        }
    }
}

/// The codes of one list.
#[derive(Default)]
pub struct Codes {
    /// The codes as they are, and by their plain form; none where two share it.
    own: HashSet<String>,
    plain: HashMap<String, Option<String>>,
    labels: HashMap<String, Option<String>>,
}

impl Codes {
    fn add<'t>(&mut self, code: &str, labels: impl IntoIterator<Item = &'t LocalizedText>) {
        self.own.insert(code.to_owned());
        let enter = |map: &mut HashMap<String, Option<String>>, key: String| {
            let entry = map.entry(key).or_insert_with(|| Some(code.to_owned()));
            if entry.as_deref() != Some(code) {
                *entry = None;
            }
        };
        enter(&mut self.plain, plain(code));
        for text in labels.into_iter().flat_map(|label| label.iter().map(|(_, text)| text)) {
            enter(&mut self.labels, plain(text));
        }
    }

    /// The code that was meant, where another than one of the list is written.
    pub fn meant(&self, written: &str) -> Option<(&str, Spelling)> {
        if self.own.contains(written) {
            return None;
        }
        let by_plain = |written: &str| self.plain.get(&plain(written)).and_then(Option::as_deref);
        if let Some(code) = whole(written).and_then(by_plain) {
            return Some((code, Spelling::Decimals));
        }
        if let Some(code) = by_plain(written) {
            let is_number = written.trim().bytes().all(|b| b.is_ascii_digit());
            return Some((code, if is_number { Spelling::Zeros } else { Spelling::Letters }));
        }
        let code = self.labels.get(&plain(written))?.as_deref()?;
        Some((code, Spelling::Label))
    }
}

/// A code without the decimals that pandas gives to the numbers of a column that once had gaps.
fn whole(code: &str) -> Option<&str> {
    let (whole, zeros) = code.split_once(['.', ','])?;
    (!whole.is_empty() && !zeros.is_empty() && zeros.bytes().all(|b| b == b'0')).then_some(whole)
}

/// A code in small letters, with hyphens for all that joins words, and numbers without leading zeros.
fn plain(code: &str) -> String {
    let joined =
        |c: char| if matches!(c, '–' | '—' | '‑' | '−' | '_' | ' ' | '\u{A0}') { '-' } else { c };
    let text: String = code.trim().to_lowercase().chars().map(joined).collect();
    let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let significant = text.trim_start_matches('0');
    match (is_number, significant.is_empty()) {
        (true, false) => significant.to_owned(),
        (true, true) => "0".to_owned(),
        (false, _) => text,
    }
}

/// The lists of a codebook.
pub struct Known<'s> {
    pub questions: Codes,
    pub breakdowns: Codes,
    /// Answers and items of each question.
    of_question: HashMap<&'s str, (Codes, Codes)>,
    /// Groups of each breakdown.
    of_breakdown: HashMap<&'s str, Codes>,
}

impl<'s> Known<'s> {
    pub fn new(study: &'s Study) -> Self {
        let (mut questions, mut breakdowns) = (Codes::default(), Codes::default());
        for question in &study.codebook.questions {
            questions.add(question.id.as_str(), question.short.iter().chain([&question.text]));
        }
        for breakdown in &study.codebook.breakdowns {
            breakdowns.add(breakdown.id.as_str(), [&breakdown.label]);
        }
        let of_question = study.codebook.questions.iter().map(|q| (q.id.as_str(), of_question(q))).collect();
        let of_breakdown = study.codebook.breakdowns.iter().map(|b| (b.id.as_str(), groups(b))).collect();
        Self { questions, breakdowns, of_question, of_breakdown }
    }

    /// The answers and the items of a question.
    pub fn of_question(&self, id: &str) -> Option<&(Codes, Codes)> {
        self.of_question.get(id)
    }

    /// The groups of a breakdown.
    pub fn groups(&self, id: &str) -> Option<&Codes> {
        self.of_breakdown.get(id)
    }
}

fn of_question(question: &Question) -> (Codes, Codes) {
    let (mut options, mut items) = (Codes::default(), Codes::default());
    question.options.iter().for_each(|option| options.add(&option.code, [&option.label]));
    question.items.iter().for_each(|item| items.add(&item.code, &item.label));
    (options, items)
}

fn groups(breakdown: &Breakdown) -> Codes {
    let mut codes = Codes::default();
    breakdown.groups.iter().for_each(|group| codes.add(&group.code, [&group.label]));
    codes
}

#[cfg(test)]
mod tests {
    use super::{Codes, Spelling};

    #[test]
    fn a_code_is_known_however_it_is_written() {
        let mut codes = Codes::default();
        for code in ["1", "98", "18-34", "t-a"] {
            codes.add(code, []);
        }
        let meant = |written: &str| codes.meant(written).map(|(code, spelling)| (code.to_owned(), spelling));
        for (written, code, spelling) in [
            ("98.0", "98", Spelling::Decimals),
            ("1,0", "1", Spelling::Decimals),
            ("98,00", "98", Spelling::Decimals),
            ("01", "1", Spelling::Zeros),
            ("18–34", "18-34", Spelling::Letters),
            ("T_A", "t-a", Spelling::Letters),
        ] {
            assert_eq!(meant(written), Some((code.to_owned(), spelling)), "{written}");
        }
        assert!(["98", "2", "18-35", ""].iter().all(|written| meant(written).is_none()));
    }

    #[test]
    fn what_two_codes_share_names_neither() {
        let mut codes = Codes::default();
        codes.add("A", []);
        codes.add("a", []);
        assert_eq!(codes.meant("а"), None);
        assert_eq!(codes.meant(" A"), None);
    }
}
