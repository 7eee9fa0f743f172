//! No sentence of a text is in another language than the field that it stands in: the Kazakh report would print
//! Russian, or the other way round.

use super::context::Context;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, say};

/// Words of a sentence that a diagnostic shows.
const SHOWN: usize = 6;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let texts = strings(&context.files, &[]);
    let told = texts.iter().filter_map(|text| {
        let language = text.language?;
        let lint = context.patterns.languages.get(language)?;
        let sentence = lint.sentence_of_another_language(text.text)?;
        let words: Vec<&str> = sentence.split_whitespace().take(SHOWN).collect();
        let message = say!("text-other-language", language = language, text = words.join(" "));
        let hint = say!("hint-text-other-language", language = language);
        Some(Diagnostic::new(Code::OtherLanguage, message).at(text.location()).hint(hint))
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use crate::check::patterns::Patterns;
    use crate::source::Assets;

    fn told(language: &str, text: &str) -> bool {
        let patterns = Patterns::load(&Assets::embedded()).unwrap_or_else(|f| panic!("{f:?}"));
        patterns.languages[language].sentence_of_another_language(text).is_some()
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
