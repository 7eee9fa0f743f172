//! From an address to an answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::reply::{self, Keep, Reply};
use super::session::Session;
use super::{assets, findings, start_page, views, writing};
use crate::diag::{Diagnostic, Location, UiLanguage};
use crate::pipeline::live::built_file;
use crate::pipeline::{Waker, recent_studies};

/// What a request asks for, its address taken apart.
#[derive(Debug, Default)]
pub struct Asked {
    /// The path, without its query.
    pub path: String,
    query: BTreeMap<String, String>,
}

/// Opens a study at a path; gives its address.
pub type OpenStudy = Box<dyn Fn(&std::path::Path) -> Result<String, Diagnostic> + Send + Sync>;

/// What answers are made of.
pub struct Routes {
    /// The session.
    pub session: Arc<Session>,
    /// Makes the worker look after the pages.
    pub waker: Waker,
    /// What a second start is told.
    pub greeting: Value,
    /// The language of the terminal.
    pub language: UiLanguage,
    /// Opens another study, and gives its address.
    pub open: OpenStudy,
}

impl Asked {
    /// Takes an address apart.
    pub fn of(address: &str) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let query = pairs.map(|(name, value)| (name.to_owned(), decoded(value))).collect();
        Self { path: decoded(path), query }
    }

    /// A value of the query; empty where it is not there.
    pub fn text(&self, name: &str) -> &str {
        self.query.get(name).map(String::as_str).unwrap_or_default()
    }

    fn count(&self, name: &str) -> Option<usize> {
        self.text(name).parse().ok()
    }

    /// Names separated by commas.
    pub fn names(&self, name: &str) -> Vec<String> {
        self.text(name).split(',').filter(|name| !name.is_empty()).take(4).map(str::to_owned).collect()
    }
}

/// A text without the escapes of addresses; what is no UTF-8 then is replaced.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let escaped = (byte == b'%').then(|| {
            let pair = [rest.clone().next(), rest.clone().nth(1)];
            let [Some(high), Some(low)] = pair.map(|digit| char::from(digit?).to_digit(16)) else {
                return None;
            };
            u8::try_from(high * 16 + low).ok()
        });
        match escaped.flatten() {
            Some(value) => {
                bytes.push(value);
                rest.nth(1);
            }
            None => bytes.push(if byte == b'+' { b' ' } else { byte }),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl Routes {
    /// Answers what changes nothing.
    pub fn get(&self, asked: &Asked) -> Reply {
        if let Some((kind, text)) = assets::file(&asked.path) {
            return reply::bytes(200, kind, Keep::Never, text);
        }
        let language = self.language_of(asked);
        let session = &*self.session;
        let path: Vec<&str> = asked.path.trim_start_matches('/').split('/').collect();
        let found = match path.as_slice() {
            ["api", "hello"] => Some(self.greeting.clone()),
            ["api", "words"] => Some(json!({"language": language.code(), "words": assets::words(language)})),
            ["api", "study"] => Some(views::study(session, language)),
            ["api", "findings"] => Some(findings::all(session, &asked.names("shown"), language)),
            ["api", "document", name] => {
                session.document(name).map(|shown| views::document(name, &shown, session.version(), language))
            }
            ["api", "layer", name, page] => {
                page.parse().ok().and_then(|page| Some(views::layer(&session.shown(name)?, page)))
            }
            ["api", "search", name] => {
                session.shown(name).map(|shown| views::search(&shown, asked.text("text")))
            }
            ["api", "number", name, page, index] => match (page.parse(), index.parse()) {
                (Ok(page), Ok(index)) => {
                    views::number(session, name, (page, index), language).map(|answer| json!(answer))
                }
                _ => None,
            },
            ["api", "place", name] => views::place_of(session, name, asked.text("datum")),
            ["api", "sentence", name] => return self.sentence(name, asked, language),
            ["api", "changes", name] => return self.changes(name, language),
            ["api", "jump"] => Some(self.jump(asked)),
            ["api", "recent"] => {
                let all: Vec<String> =
                    recent_studies().iter().map(|path| path.display().to_string()).collect();
                Some(json!(all))
            }
            ["page", name, digest] => return self.page(name, digest),
            ["files", name] => return self.file(name),
            _ => None,
        };
        found.map_or_else(|| reply::refused(404), |value| reply::json(&value))
    }

    /// Answers what changes something; `body` is JSON.
    pub fn post(&self, asked: &Asked, body: &str) -> Reply {
        let language = self.language_of(asked);
        let session = &self.session;
        let answer = match asked.path.as_str() {
            "/api/try" => with(body, |wordings| writing::try_wordings(session, &wordings, language)),
            "/api/sentence" => with(body, |wordings| writing::say(session, &wordings, language)),
            "/api/undo" => Some(writing::take_back(session, language)),
            "/api/settings" => with(body, |settings| writing::settings(session, &settings)),
            "/api/build" => with(body, |what| writing::start_build(session, what, language)),
            "/api/open" => with(body, |wanted| start_page::open(&wanted, &self.open, language)),
            "/api/new" => with(body, |wanted| start_page::make(&wanted, &self.open, language)),
            _ => return reply::refused(404),
        };
        if matches!(asked.path.as_str(), "/api/settings") {
            self.waker.wake();
        }
        match answer {
            Some((status, value)) => reply::with_status(status, &value),
            None => reply::refused(400),
        }
    }

    fn language_of(&self, asked: &Asked) -> UiLanguage {
        let wanted = asked.text("ui");
        UiLanguage::ALL.into_iter().find(|known| known.code() == wanted).unwrap_or(self.language)
    }

    fn sentence(&self, name: &str, asked: &Asked, language: UiLanguage) -> Reply {
        let Some(study) = self.session.study() else { return reply::refused(404) };
        let Some(job) = study.job(name) else { return reply::refused(404) };
        match study.sentence(job, asked.text("name")) {
            Ok(sentence) => reply::json(&json!(sentence)),
            Err(faults) => reply::with_status(404, &json!({"findings": findings::plain(&faults, language)})),
        }
    }

    fn changes(&self, name: &str, language: UiLanguage) -> Reply {
        let whole = self.session.shown(name).and_then(|shown| shown.whole);
        let Some((study, document)) = whole else { return reply::refused(404) };
        match study.changes(&document, &self.session.out()) {
            Ok(changes) => reply::json(&json!({"changes": changes})),
            Err(fault) => {
                reply::with_status(404, &json!({"findings": [findings::one(&fault, language, None)]}))
            }
        }
    }

    fn jump(&self, asked: &Asked) -> Value {
        let line = asked.count("line").and_then(|line| u32::try_from(line).ok()).unwrap_or(1);
        let place = Location::line(asked.text("file"), line);
        let cell = Some(asked.text("cell")).filter(|cell| !cell.is_empty());
        findings::jump(&self.session, &place, cell, &asked.names("shown"))
    }

    /// A page by its digest, so that a browser keeps what has not changed.
    fn page(&self, name: &str, file: &str) -> Reply {
        let digest = file.trim_end_matches(".svg");
        let whole = self.session.shown(name).and_then(|shown| shown.whole);
        let found = whole.and_then(|(_, document)| {
            let page = views::page_of(&document, digest)?;
            Some(document.svg(page))
        });
        match found {
            Some(svg) => reply::bytes(200, "image/svg+xml", Keep::Always, svg),
            None => reply::refused(404),
        }
    }

    fn file(&self, name: &str) -> Reply {
        let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("pdf") => "application/pdf",
            _ => "application/octet-stream",
        };
        match built_file(&self.session.out(), name) {
            Ok(bytes) => reply::bytes(200, kind, Keep::Never, bytes),
            Err(_) => reply::refused(404),
        }
    }
}

/// The answer to a body that is JSON of a form.
fn with<T: DeserializeOwned>(
    body: &str,
    answer: impl FnOnce(T) -> writing::Answer,
) -> Option<writing::Answer> {
    serde_json::from_str(body).ok().map(answer)
}

#[cfg(test)]
mod tests {
    use super::{Asked, decoded};

    #[test]
    fn addresses_are_taken_apart() {
        let asked = Asked::of("/api/search/final.kk?text=58%2C8+%D2%AF&ui=kk");
        assert_eq!(
            (asked.path.as_str(), asked.text("text"), asked.text("ui")),
            ("/api/search/final.kk", "58,8 ү", "kk")
        );
        assert_eq!(Asked::of("/a?b=x,y,").names("b"), ["x", "y"]);
        for odd in ["%", "%1", "%zz", "%ff"] {
            assert!(!decoded(odd).is_empty());
        }
    }
}
