//! Which sentences of a text are in another language.
//!
//! What tells the languages apart stands in the `[lint]` table of each locale file. Names say nothing: words in
//! quotation marks, addresses and words with a capital letter inside a sentence are passed over.

use super::LintFile;
use crate::source::{Script, has_script, is_letter, mixes_scripts};

impl LintFile {
    /// The first sentence of a text of which enough words belong to another language, and none to this one by its own
    /// letters.
    pub fn sentence_of_another_language<'t>(&self, text: &'t str) -> Option<&'t str> {
        sentences(text).find(|sentence| self.is_foreign(sentence))
    }

    fn is_foreign(&self, sentence: &str) -> bool {
        let words = words(sentence);
        let has_own = |word: &String| word.contains(|c| self.own_letters.contains(c));
        if words.iter().any(has_own) {
            return false;
        }
        let foreign = words.iter().filter(|word| self.is_of_another(word)).count();
        let is_many = foreign >= 2 && foreign * 3 >= words.len();
        // Where nearly every sentence has a letter of the language's own, one telling word is enough in a long one without.
        let is_long = self.own_within.is_some_and(|most| words.len() >= most)
            && words.iter().any(|word| self.telling_words.contains(word));
        is_many || is_long
    }

    fn is_of_another(&self, word: &str) -> bool {
        let other_script = !self.is_latin && has_script(word, Script::Latin) && word.chars().count() > 1
            || self.is_latin && has_script(word, Script::Cyrillic);
        let listed = |list: &[String]| list.iter().any(|known| known == word);
        let ends = self.foreign_endings.iter().chain(&self.sentence_endings);
        let is_marked = other_script
            || word.contains(|c| self.foreign_letters.contains(c))
            || listed(&self.foreign_words)
            || listed(&self.sentence_words)
            || ends.into_iter().any(|end| word.len() > end.len() && word.ends_with(end.as_str()));
        is_marked && !mixes_scripts(word) && !self.known.iter().any(|known| known.to_lowercase() == word)
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', ';', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty())
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
    let found = tokens.flat_map(|token| token.split(|c: char| !is_letter(c)).filter(|w| !w.is_empty()));
    let telling =
        found.enumerate().filter(|(place, word)| *place == 0 || !word.starts_with(char::is_uppercase));
    telling.map(|(_, word)| word.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use crate::locale::Locale;
    use crate::source::Assets;

    fn is_told(language: &str, text: &str) -> bool {
        let locale = Locale::load(&Assets::embedded(), language).unwrap_or_else(|f| panic!("{f:?}"));
        locale.lint().sentence_of_another_language(text).is_some()
    }

    #[test]
    fn a_russian_sentence_in_kazakh_is_told_and_a_kazakh_one_is_not() {
        for text in [
            "Настоящий отчёт сделан хорошо.",
            "Жители города недовольны.",
            "Люди ждут перемен и помощи.",
            "Работа идёт по плану.",
            "Вода поступает раз в сутки.",
        ] {
            assert!(is_told("kk", text), "{text}");
        }
        for text in [
            "Бала мен ана саны бар.",
            "Жалпы баға жоғары болды.",
            "Аудан орталығы алыс, жол нашар.",
            "Автобус аз, бала далада тонады.",
            "Критерий мен сценарий жаман болмады.",
            "Дауыс беруге не ынталандырады",
        ] {
            assert!(!is_told("kk", text), "{text}");
        }
        assert!(is_told("ru", "Тұрғындар суға көңілі толмайды."));
        assert!(!is_told("ru", "Жители недовольны водой."));
    }
}
