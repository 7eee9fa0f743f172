//! What a sentence may be made of: words, values, and one condition. Everything else belongs to the structure.

use super::file::Sentence;
use super::pieces::{Piece, pieces};
use crate::diag::{Code, Diagnostic, Location, Message, say};

/// The most characters of a sentence, tags and all.
const MOST_CHARACTERS: usize = 300;

/// Everything in a sentence that has no place there.
pub fn broken(sentence: &Sentence) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for wording in &sentence.wordings {
        let length = wording.text.chars().count();
        if length > MOST_CHARACTERS {
            let message =
                say!("sentence-long", name = sentence.name, length = length, most = MOST_CHARACTERS);
            let fault = Diagnostic::new(Code::SentenceTooLong, message);
            let place = Location::line(&sentence.file, wording.line());
            found.push(fault.at(place).hint(say!("hint-sentence-long")));
        }
        let all = pieces(&wording.text);
        let at = |piece: &Piece<'_>, message: Message| {
            let line = wording.file_line(piece.line);
            let place = Location { column: Some(piece.column), ..Location::line(&sentence.file, line) };
            Diagnostic::new(Code::SentenceTag, message).at(place).hint(say!("hint-sentence-tag"))
        };
        found.extend(tags(&all).into_iter().map(|(piece, message)| at(&piece, message)));
        if let Some(first) = all.first().filter(|first| opens_block(first.text)) {
            found.push(at(first, say!("sentence-block", text = first.text.trim())));
        }
        found.extend(
            all.iter()
                .filter(|p| p.open.is_empty() && p.text.contains('|'))
                .map(|p| at(p, say!("sentence-cells"))),
        );
    }
    found
}

/// Tags beyond values and one condition.
fn tags<'a>(all: &[Piece<'a>]) -> Vec<(Piece<'a>, Message)> {
    let mut found = Vec::new();
    let (mut opened, mut turned, mut closed) = (0, 0, 0);
    for piece in all {
        match (piece.open, piece.statement()) {
            ("{{", _) => {
                if let Some(word) = clause(piece.inside()) {
                    found.push((*piece, say!("sentence-clause", word = word)));
                }
            }
            ("{%", Some("if")) => opened += 1,
            ("{%", Some("else")) => turned += 1,
            ("{%", Some("endif")) => closed += 1,
            ("{%", Some(word)) => found.push((*piece, say!("sentence-statement", word = word))),
            _ => continue,
        }
        if opened > 1 && piece.statement() == Some("if") {
            found.push((*piece, say!("sentence-conditions")));
        }
        if turned > opened || closed > opened || (turned > 1 && piece.statement() == Some("else")) {
            found.push((*piece, say!("sentence-condition-order")));
        }
    }
    if closed < opened
        && let Some(open) = all.iter().find(|piece| piece.statement() == Some("if"))
    {
        found.push((*open, say!("sentence-condition-open")));
    }
    found
}

/// A word inside a value that chooses or collects, or that only the structure knows: `if`, `for`, `loop`.
fn clause(inside: &str) -> Option<&'static str> {
    let mut quote = None;
    let bare: String = inside
        .chars()
        .map(|c| match (quote, c) {
            (Some(open), _) => {
                quote = (c != open).then_some(open);
                '"'
            }
            (None, '"' | '\'' | '`') => {
                quote = Some(c);
                '"'
            }
            (None, c) => c,
        })
        .collect();
    let words: Vec<&str> = bare.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    ["if", "for", "loop"].into_iter().find(|word| words.contains(word))
}

/// Whether a text would begin a block of Markdown: a heading, an item, a quotation, a directive.
fn opens_block(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0 && (text[digits..].starts_with(". ") || text[digits..].starts_with(") "));
    numbered || ["# ", "- ", "* ", "+ ", "> ", ":::"].iter().any(|mark| text.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::broken;
    use crate::diag::Code;
    use crate::template::sentences::file::read;

    fn told(text: &str) -> Vec<(Code, u32)> {
        let file = read("ru.md", &format!("## a\n{text}\n"));
        let found = file.sentences.iter().flat_map(broken);
        found.map(|d| (d.code, d.location.and_then(|p| p.column).unwrap_or(1))).collect()
    }

    #[test]
    fn values_and_one_condition_are_a_sentence() {
        assert!(
            told("A {{ x.y | num(decimals=1) }}{% if z %}, b{% else %}, c{% endif %} [](#fig-{{ q.id }}).")
                .is_empty()
        );
        assert!(told("{{ n | plural(one=\"if\", other=\"for\") }} – {# remark #}").is_empty());
    }

    #[test]
    fn logic_is_no_sentence() {
        let tag = |column| vec![(Code::SentenceTag, column)];
        assert_eq!(told("a {% set x = 1 %}b"), tag(3));
        assert_eq!(told("{% include \"x\" %}"), tag(1));
        assert_eq!(told("{% if a %}b{% endif %}{% if c %}d{% endif %}"), tag(23));
        assert_eq!(told("{% if a %}b{% elif c %}d{% endif %}"), tag(12));
        assert_eq!(told("{% if a %}b"), tag(1));
        assert_eq!(told("{{ \"a\" if b else \"c\" }}"), tag(1));
        assert_eq!(told("{{ [x for x in y] | length | num }}"), tag(1));
        assert_eq!(told("- item"), tag(1));
        assert_eq!(told("a | b"), tag(1));
        assert_eq!(told(&"а".repeat(301)), [(Code::SentenceTooLong, 1)]);
    }
}
