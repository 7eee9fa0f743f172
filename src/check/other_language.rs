//! No sentence of a text is in another language than the field that it stands in: the Kazakh report would print
//! Russian, or the other way round.
//!
//! What tells the languages apart stands in the `[lint]` table of each locale file. Names say nothing: words in
//! quotation marks, addresses and words with a capital letter inside a sentence are passed over.

use super::context::Context;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, say};
use crate::locale::LintFile;
use crate::source::{Script, has_script, mixes_scripts};

/// Words of a sentence that a diagnostic shows.
const SHOWN: usize = 6;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let texts = strings(&context.files, &[]);
    let told = texts.iter().filter_map(|text| {
        let language = text.language.as_deref()?;
        let lint = context.patterns.languages.get(language)?;
        let sentence = sentences(text.text).find(|sentence| is_foreign(sentence, lint))?;
        let words: Vec<&str> = sentence.split_whitespace().take(SHOWN).collect();
        let message = say!("text-other-language", language = language, text = words.join(" "));
        let hint = say!("hint-text-other-language", language = language);
        Some(Diagnostic::new(Code::OtherLanguage, message).at(text.location()).hint(hint))
    });
    told.collect()
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', ';', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// Whether enough words of a sentence belong to another language, and none to this one by its own letters.
fn is_foreign(sentence: &str, lint: &LintFile) -> bool {
    let words = words(sentence);
    let has_own = |word: &String| word.contains(|c| lint.own_letters.contains(c));
    let foreign = words.iter().filter(|word| is_of_another(word, lint)).count();
    foreign >= 2 && foreign * 3 >= words.len() && !words.iter().any(has_own)
}

/// The words that can tell a language, in small letters.
fn words(sentence: &str) -> Vec<String> {
    let mut outside = String::with_capacity(sentence.len());
    let mut depth = 0_usize;
    for c in sentence.chars() {
        match c {
            '«' | '“' | '„' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    let is_address =
        |token: &&str| token.contains(['/', '@', '_']) || token.contains(|c: char| c.is_ascii_digit());
    let tokens = outside.split_whitespace().filter(|token| !is_address(token));
    let found = tokens.flat_map(|token| token.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()));
    let telling =
        found.enumerate().filter(|(place, word)| *place == 0 || !word.starts_with(char::is_uppercase));
    telling.map(|(_, word)| word.to_lowercase()).collect()
}

fn is_of_another(word: &str, lint: &LintFile) -> bool {
    let other_script = !lint.is_latin && has_script(word, Script::Latin) && word.chars().count() > 1
        || lint.is_latin && has_script(word, Script::Cyrillic);
    let listed = |list: &[String]| list.iter().any(|known| known == word);
    let ends = lint.foreign_endings.iter().chain(&lint.sentence_endings);
    !mixes_scripts(word)
        && !lint.known.iter().any(|known| known.to_lowercase() == word)
        && (other_script
            || word.contains(|c| lint.foreign_letters.contains(c))
            || listed(&lint.foreign_words)
            || listed(&lint.sentence_words)
            || ends.into_iter().any(|end| word.len() > end.len() && word.ends_with(end.as_str())))
}

#[cfg(test)]
mod tests {
    use super::{is_foreign, sentences};
    use crate::check::patterns::Patterns;
    use crate::source::Assets;

    fn told(language: &str, text: &str) -> bool {
        let patterns = Patterns::load(&Assets::embedded()).unwrap_or_else(|f| panic!("{f:?}"));
        sentences(text).any(|sentence| is_foreign(sentence, &patterns.languages[language]))
    }

    #[test]
    fn a_sentence_of_another_language_is_told() {
        for (language, text) in [
            ("kk", "Жители не удовлетворены содержанием дорог там, где живут"),
            ("kk", "Тұрғындар риза. Доля положительных оценок выросла."),
            ("kk", "The share of positive answers has grown"),
            ("ru", "Тұрғындардың көпшілігі жолдардың сапасына қанағаттанбайды"),
            ("ru", "Жители довольны. Жауаптардың үлесі өсті"),
            ("ru", "mass survey of residents"),
            ("en", "Массовый опрос жителей города"),
        ] {
            assert!(told(language, text), "{language}: {text}");
        }
    }

    #[test]
    fn names_and_short_texts_are_not() {
        for (language, text) in [
            ("kk", "Тараз облысы, Жамбыл ауданы"),
            ("kk", "Иванов Пётр Сергеевич"),
            ("kk", "Ipsos KnowledgePanel"),
            ("kk", "«Новости Тараза» газеті"),
            ("kk", "Не істеу керек?"),
            ("ru", "газета «Ақ жол» и сайт «Тараз жаңалықтары»"),
            ("ru", "в районах Бозторғай и Ақтілек"),
            ("ru", "сайт https://taraz.example/news/about-the-survey"),
            ("ru", "Бар и кафе"),
            ("en", "the newspaper “Ақ жол”"),
        ] {
            assert!(!told(language, text), "{language}: {text}");
        }
    }
}
