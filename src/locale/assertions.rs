//! Words of a text that claim something of the data: "most", "every third", "more often than", "rose".
//!
//! A language's words stand in `[[lint.assertions]]` of its locale file; what proves them is asked elsewhere.

use serde::Deserialize;

use super::file::{LintFile, Pattern};

/// Words that claim something.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assertion {
    /// What they claim.
    pub claim: AssertionKind,
    /// The words.
    pub pattern: Pattern,
    /// Wordings in which they claim nothing of the kind: "one of the most acute".
    #[serde(default)]
    pub except: Option<Pattern>,
    /// Of a fraction: the share that it names, per cent.
    #[serde(default)]
    pub share: Option<f64>,
}

/// What words of a text claim of the figure that the text rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AssertionKind {
    /// That a difference is shown, or that none is: "statistically significant".
    Difference,
    /// More than half.
    Majority,
    /// Less than half.
    Minority,
    /// A share: a half, every third.
    Fraction,
    /// More than any other.
    Highest,
    /// Less than any other.
    Lowest,
    /// More than another.
    More,
    /// Less than another.
    Less,
    /// It rose since the earlier stage.
    Rose,
    /// It fell since the earlier stage.
    Fell,
    /// It is as it was, or as another is.
    Same,
}

/// A claim that was found in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Asserted {
    /// What it claims.
    pub claim: AssertionKind,
    /// The words, as they stand in the text.
    pub word: String,
    /// Where they begin, in bytes.
    pub at: usize,
    /// Of a fraction: the share that it names, per cent.
    pub share: Option<f64>,
}

impl LintFile {
    /// What a text claims, in the order of the text. A word in quotation marks is spoken of, not claimed; of claims
    /// that share words the one listed first is told.
    pub fn asserted(&self, text: &str) -> Vec<Asserted> {
        let mut found: Vec<(usize, Asserted)> = Vec::new();
        for assertion in &self.assertions {
            let spared: Vec<(usize, usize)> = assertion.except.as_ref().map_or_else(Vec::new, |except| {
                except.0.find_iter(text).map(|hit| (hit.start(), hit.end())).collect()
            });
            for hit in assertion.pattern.0.find_iter(text) {
                let meets = |start: usize, end: usize| start < hit.end() && hit.start() < end;
                let is_spared = spared.iter().any(|(start, end)| meets(*start, *end));
                let is_told = found.iter().any(|(end, other)| meets(other.at, *end));
                if !is_spared && !is_told && !self.is_quoted(text, hit.start()) {
                    let (word, at) = (whole(text, hit.start(), hit.end()), hit.start());
                    let asserted = Asserted { claim: assertion.claim, word, at, share: assertion.share };
                    found.push((hit.end(), asserted));
                }
            }
        }
        found.sort_by_key(|(_, asserted)| asserted.at);
        found.into_iter().map(|(_, asserted)| asserted).collect()
    }

    /// Whether the text at an offset stands in quotation marks.
    pub fn is_quoted(&self, text: &str, at: usize) -> bool {
        let mut marks = self.quotes.chars();
        let (Some(open), Some(close)) = (marks.next(), marks.next()) else { return false };
        let before = text.get(..at).unwrap_or_default();
        before.rfind(open) > before.rfind(close)
    }
}

/// The words of a text between two offsets, the last one to its end: patterns end with the stem.
fn whole(text: &str, start: usize, end: usize) -> String {
    let rest = text.get(end..).unwrap_or_default();
    let ending = rest.chars().take_while(|c| c.is_alphabetic());
    text.get(start..end).unwrap_or_default().chars().chain(ending).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::AssertionKind::{
        self, Difference, Fell, Fraction, Highest, Less, Lowest, Majority, Minority, More, Rose, Same,
    };
    use crate::locale::Locale;
    use crate::source::Assets;

    fn claims(language: &str, text: &str) -> Vec<AssertionKind> {
        let locale = Locale::load(&Assets::embedded(), language).unwrap_or_else(|e| panic!("{e:?}"));
        locale.lint().asserted(text).into_iter().map(|a| a.claim).collect()
    }

    #[test]
    fn each_language_knows_the_words_of_each_claim() {
        for (language, text, claim) in [
            ("ru", "Различия статистически значимы", Difference),
            ("kk", "Айырмашылық статистикалық маңызды", Difference),
            ("en", "The difference is statistically significant", Difference),
            ("ru", "Большинство жителей довольны", Majority),
            ("ru", "Лишь небольшая часть жителей готова", Minority),
            ("ru", "Каждый третий доволен", Fraction),
            ("ru", "Недовольна половина жителей", Fraction),
            ("ru", "Больше всего беспокоят цены", Highest),
            ("ru", "Самый низкий индекс – у молодёжной политики", Lowest),
            ("ru", "Женщины чаще, чем мужчины, боятся", More),
            ("ru", "Риск ниже среднего по городу", Less),
            ("ru", "Доверие выросло", Rose),
            ("ru", "Доверие снизилось", Fell),
            ("ru", "Доверие не изменилось", Same),
            ("kk", "Тұрғындардың көпшілігі разы", Majority),
            ("kk", "Тұрғындардың аз бөлігі дайын", Minority),
            ("kk", "Әрбір үшінші тұрғын разы", Fraction),
            ("kk", "Тұрғындардың жартысы разы", Fraction),
            ("kk", "Бәрінен бұрын баға алаңдатады", Highest),
            ("kk", "Жастар саясатының индексі ең төмен", Lowest),
            ("kk", "Тәуекел орташа деңгейден жоғары", More),
            ("kk", "Ерлерге қарағанда сирек", Less),
            ("kk", "Сенім өсті", Rose),
            ("kk", "Сенім төмендеді", Fell),
            ("kk", "Сенім өзгерген жоқ", Same),
            ("en", "Most residents agree", Majority),
            ("en", "A minority of residents agrees", Minority),
            ("en", "One in three agrees", Fraction),
            ("en", "Prices worry residents most of all", Highest),
            ("en", "Youth policy has the lowest index", Lowest),
            ("en", "Women fear more often than men", More),
            ("en", "The risk is below average", Less),
            ("en", "Trust rose", Rose),
            ("en", "Trust fell", Fell),
            ("en", "Trust is unchanged", Same),
        ] {
            assert_eq!(claims(language, text), [claim], "{text}");
        }
    }

    #[test]
    fn other_uses_of_the_words_claim_nothing() {
        for (language, text) in [
            ("ru", "Вода – одна из самых острых проблем"),
            ("ru", "до конца первой половины года"),
            ("ru", "слово «большинство» употребляется с оговоркой"),
            ("ru", "Рост цен беспокоит жителей"),
            ("kk", "Ауызсу – ең өткір мәселелердің бірі"),
            ("kk", "бірінші жартыжылдықта"),
            ("kk", "көпшілік орындар"),
            ("en", "Water is one of the most acute problems"),
            ("en", "in the first half of the year"),
        ] {
            assert!(claims(language, text).is_empty(), "{text}");
        }
    }
}
