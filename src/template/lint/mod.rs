//! What a template's own words leave to be desired, before any data is filled in.
//!
//! Each check reads the prose of [`prose::read`] and knows of a language only what the `[lint]` table of
//! its locale file says.

mod claims;
mod digits;
mod marks;
pub(super) mod prose;
mod readings;
mod words;

use crate::diag::{Diagnostic, Location};
use crate::locale::Locale;
use prose::Line;

/// Everything there is to say about a template's words.
pub fn findings(path: &str, text: &str, locale: &Locale) -> Vec<Diagnostic> {
    // The end of a line in a cell is no word.
    let text = ["<br>", "<br/>", "<br />"]
        .iter()
        .fold(text.to_owned(), |text, tag| text.replace(tag, &" ".repeat(tag.len())));
    let lines = prose::read(&text);
    let at = |line: &Line| Location::line(path, line.number);
    let each = lines.iter().flat_map(|line| {
        let found = [digits::typed(line, locale), words::mixed(line), words::foreign(line, locale)];
        let found = found.into_iter().flatten().chain(marks::wrong(line, locale));
        found.chain(claims::unfounded(line, locale)).map(|d| d.at(at(line))).collect::<Vec<_>>()
    });
    each.collect()
}

/// Everything there is to say about the words of a file of sentences. `around` gives the conditions around each place
/// where the sentence of a line is said, and nothing for a line that does not count.
pub fn of_sentences(
    path: &str,
    text: &str,
    locale: &Locale,
    around: &dyn Fn(u32) -> Option<Vec<Vec<String>>>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for line in prose::read(text) {
        let Some(places) = around(line.number) else { continue };
        let words = [digits::typed(&line, locale), words::mixed(&line), words::foreign(&line, locale)];
        let mut told: Vec<Diagnostic> =
            words.into_iter().flatten().chain(marks::wrong(&line, locale)).collect();
        // A claim has to be founded wherever the sentence is said; one that this document does not say claims nothing.
        let claims = places.iter().map(|guards| claims::unfounded(&line.under(guards), locale));
        told.extend(claims.max_by_key(Vec::len).unwrap_or_default());
        found.extend(told.into_iter().map(|d| d.at(Location::line(path, line.number))));
    }
    found
}

/// Digits that were typed into a structure.
pub fn of_structure(path: &str, lines: &[Line], locale: &Locale) -> Vec<Diagnostic> {
    let typed = lines.iter().filter_map(|line| Some((line.number, digits::typed(line, locale)?)));
    typed.map(|(line, fault)| fault.at(Location::line(path, line))).collect()
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::diag::Code;
    use crate::locale::Locale;
    use crate::source::Assets;
    use crate::template::sentences::{Scrutiny, has_sentences, prepare, with_sentences};

    fn found_in(language: &str, text: &str) -> Vec<(Code, u32)> {
        let locale = Locale::load(&Assets::embedded(), language).unwrap_or_else(|e| panic!("{e:?}"));
        let found = findings("t.md", text, &locale);
        found.into_iter().filter_map(|d| Some((d.code, d.location.and_then(|p| p.line)?))).collect()
    }

    #[test]
    fn the_program_s_own_templates_have_no_finding() {
        let assets = Assets::embedded();
        let mut read = 0;
        for language in ["kk", "ru", "en"] {
            let locale = Locale::load(&assets, language).unwrap_or_else(|e| panic!("{e:?}"));
            let spoken = with_sentences(&assets).into_iter();
            for report in spoken.filter(|report| has_sentences(&assets, report, language)) {
                let prepared = prepare(&assets, &report, &locale, &[], Scrutiny::All);
                let prepared = prepared.unwrap_or_else(|f| panic!("{f:#?}"));
                assert!(prepared.warnings.is_empty(), "{report}: {:#?}", prepared.warnings);
                read += 1;
            }
        }
        assert!(read > 16, "{read}");
    }

    #[test]
    fn digits_in_prose_are_found_on_their_lines() {
        let text = "а\n{{ x | num(decimals=1) }} и 5 домов\n{%\n set a = 1\n%}\nс 2026 года\n";
        assert_eq!(found_in("ru", text), [(Code::TypedDigit, 2), (Code::TypedDigit, 6)]);
        assert!(found_in("ru", "{% for t in x %}1. {{ t }}\n{% endfor %}").is_empty());
        let clean = "# Т {id=sec-1}\n\n:::chart id=fig-1 limit=7\n1. пункт\n[](#fig-2) [а](https://x.kz/1)\n[^1]: ISO 20252\n";
        assert!(found_in("ru", clean).is_empty());
    }

    #[test]
    fn letters_of_another_alphabet_inside_a_word_are_an_error() {
        assert_eq!(found_in("ru", "д\u{43E}м\nд\u{6F}м\n"), [(Code::TemplateMixedScript, 2)]);
        assert_eq!(
            found_in("kk", "{{ n | plural(other=\"\u{4AF}\u{69}\") }}"),
            [(Code::TemplateMixedScript, 1)]
        );
        assert!(found_in("ru", "RR1 и SHA-256\n").iter().all(|(code, _)| *code != Code::TemplateMixedScript));
    }

    #[test]
    fn words_of_another_language_are_leftovers() {
        assert_eq!(found_in("kk", "Зерттеу для қала\n"), [(Code::TemplateLeftover, 1)]);
        assert_eq!(found_in("kk", "тұрғындар и сарапшылар\n"), [(Code::TemplateLeftover, 1)]);
        assert_eq!(found_in("ru", "опрос сауалнамасы\n\nөзге\n"), [(Code::TemplateLeftover, 3)]);
        assert_eq!(found_in("ru", "survey of residents\n"), [(Code::TemplateLeftover, 1)]);
        assert_eq!(found_in("kk", "Доля ответов выросла\n"), [(Code::TemplateLeftover, 1)]);
        assert!(found_in("kk", "n = {{ n | num }}, deff, ISO\n").is_empty());
    }

    #[test]
    fn wrong_quotes_spaces_and_dashes() {
        for (text, wrong) in [
            ("два  пробела", 1),
            ("слово \"в кавычках\"", 1),
            ("слово “в лапках”", 1),
            ("слово - тире", 1),
            ("слово — тире", 1),
            ("и так далее...", 1),
            ("запятая , здесь", 1),
            ("- пункт с «кавычками» – и тире, {{ x }}, {{ y }}: вот", 0),
            ("| ячейка  | — |", 0),
        ] {
            let found = found_in("ru", text);
            assert_eq!(found.len(), wrong, "{text}: {found:?}");
        }
        assert!(found_in("en", "a word “in quotes”\n").is_empty());
        assert_eq!(found_in("en", "a word «in quotes»\n").len(), 1);
    }

    #[test]
    fn claims_need_the_fact_that_allows_them() {
        let guarded = "{% if first.majority %}Большинство за.{% else %}Голоса разделились.{% endif %}\n";
        assert!(found_in("ru", guarded).is_empty());
        for text in [
            "Большинство за.\n",
            "{% if first.majority %}За.{% else %}Большинство против.{% endif %}\n",
            "{% if first.percent > 50 %}Большинство за.{% endif %}\n",
            "Различие статистически значимо.\n",
        ] {
            assert_eq!(found_in("ru", text), [(Code::UnfoundedClaim, 1)], "{text}");
        }
        assert_eq!(found_in("kk", "Тұрғындардың көпшілігі разы.\n"), [(Code::UnfoundedClaim, 1)]);
        assert_eq!(found_in("en", "Most residents agree.\n"), [(Code::UnfoundedClaim, 1)]);
        assert!(found_in("ru", "слово «большинство» употребляется с оговоркой\n").is_empty());
    }
}
