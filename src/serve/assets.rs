//! The page: HTML, styles and modules as they stand in `page/`, and its words from the catalogue.

use serde_json::{Map, Value};

use crate::diag::{Catalogue, UiLanguage, sources};

/// Files of the page by the path of their address.
const FILES: &[(&str, &str, &str)] = &[
    ("/", "text/html; charset=utf-8", include_str!("page/index.html")),
    ("/page.css", "text/css; charset=utf-8", include_str!("page/page.css")),
    ("/main.js", "text/javascript; charset=utf-8", include_str!("page/main.js")),
    ("/server.js", "text/javascript; charset=utf-8", include_str!("page/server.js")),
    ("/dom.js", "text/javascript; charset=utf-8", include_str!("page/dom.js")),
    ("/column.js", "text/javascript; charset=utf-8", include_str!("page/column.js")),
    ("/together.js", "text/javascript; charset=utf-8", include_str!("page/together.js")),
    ("/study.js", "text/javascript; charset=utf-8", include_str!("page/study.js")),
    ("/findings.js", "text/javascript; charset=utf-8", include_str!("page/findings.js")),
    ("/number.js", "text/javascript; charset=utf-8", include_str!("page/number.js")),
    ("/sentence.js", "text/javascript; charset=utf-8", include_str!("page/sentence.js")),
    ("/start.js", "text/javascript; charset=utf-8", include_str!("page/start.js")),
    ("/icon.svg", "image/svg+xml", include_str!("page/icon.svg")),
];

/// What the ids of the page's own words begin with.
const WORDS: &str = "page-";

/// Type and text of a file of the page.
pub fn file(path: &str) -> Option<(&'static str, &'static str)> {
    FILES.iter().find(|(own, ..)| *own == path).map(|(_, kind, text)| (*kind, *text))
}

/// The page's words in a language, by their ids without the beginning; places stay as `{name}`.
pub fn words(language: UiLanguage) -> Value {
    let catalogue = Catalogue::of(language);
    let ids = sources(language).into_iter().flat_map(|(_, text)| text.lines());
    let ids = ids.filter(|line| line.starts_with(WORDS)).filter_map(|line| line.split(" =").next());
    let words = ids.filter_map(|id| {
        Some((id.strip_prefix(WORDS)?.to_owned(), Value::String(catalogue.text(id, None)?)))
    });
    Value::Object(words.collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{FILES, words};
    use crate::diag::UiLanguage;

    /// Ids that the page asks for: `say("…")` in its modules, `data-say="…"` in its HTML.
    fn asked() -> BTreeSet<String> {
        let of = |text: &str, before: &str| -> Vec<String> {
            text.split(before).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
        };
        FILES
            .iter()
            .flat_map(|(_, _, text)| {
                [of(text, "say(\""), of(text, "data-say=\""), of(text, "data-label=\"")].concat()
            })
            .collect()
    }

    #[test]
    fn every_word_of_the_page_is_there_in_each_language_and_no_other() {
        let asked = asked();
        assert!(asked.len() > 40, "only {} words were read", asked.len());
        // Made of the names of states, kinds and severities.
        let built = ["state-", "kind-", "edition-", "severity-"];
        for language in UiLanguage::ALL {
            let words = words(language);
            let known: BTreeSet<String> = words.as_object().unwrap().keys().cloned().collect();
            let missing: Vec<&String> = asked.difference(&known).collect();
            assert!(missing.is_empty(), "{}: {missing:?}", language.code());
            let is_idle = |id: &&String| !asked.contains(*id) && !built.iter().any(|b| id.starts_with(b));
            let idle: Vec<&String> = known.iter().filter(is_idle).collect();
            assert!(idle.is_empty(), "{}: {idle:?}", language.code());
        }
    }
}
