//! What a library says of an error, in the program's own words.
//!
//! Libraries speak English and have no codes. A sentence that is known here is told by a message of the catalogue, in
//! the user's language; one that is not is quoted, and called a technical detail. Tests bring the known ones about, so
//! that a newer library that words them otherwise is found.

use std::io;

use super::Message;
use crate::say;

/// The place of a message that holds what a library says.
pub(super) const DETAIL: &str = "detail";

/// Sentences of libraries, and the messages that stand in their places. `{name}` is a place of the message, `{_}` any
/// text. The first that fits counts.
const SENTENCES: &[(&str, &str)] = &[
    // tera
    ("Unknown filter `{name}`", "cause-filter-unknown"),
    ("Unknown function `{name}`", "cause-function-unknown"),
    ("Unknown test `{name}`", "cause-test-unknown"),
    ("Unknown component `{name}`", "cause-component-unknown"),
    ("Unknown template `{name}`", "cause-template-unknown"),
    ("Template '{name}' not found", "cause-template-unknown"),
    ("Variable `{name}` is not defined", "cause-name-undefined"),
    ("Field `{name}` is not defined", "cause-field-of-nothing"),
    ("Tried to render a variable that is undefined", "cause-undefined"),
    ("Cannot index into an undefined value", "cause-undefined"),
    ("Index expression is undefined", "cause-undefined"),
    ("Iteration not possible on type `{found}`", "cause-no-list"),
    ("Cannot compare `{found}` with `{other}`", "cause-not-comparable"),
    ("Math operations can only be done on numbers, found `{found}`", "cause-no-number"),
    ("`+` requires both operands to be numbers, found `{found}` and `{other}`", "cause-no-sum"),
    ("Invalid type for the value, expected `{expected}` but got `{found}`", "cause-type"),
    ("Missing keyword argument `{name}`", "cause-argument-missing"),
    ("Keyword argument `{name}` is defined more than once", "cause-argument-twice"),
    ("Cannot divide by 0", "cause-zero"),
    ("Unexpected end of input", "cause-unclosed"),
    ("Found {_} but expected {_}", "cause-tag"),
    // TOML, by way of serde
    ("unknown field `{name}`, expected one of {known}", "cause-key-unknown"),
    ("unknown field `{name}`, expected `{one}` or `{other}`", "cause-key-unknown-of-two"),
    ("unknown field `{name}`, expected {known}", "cause-key-unknown"),
    ("unknown field `{name}`, there are no fields", "cause-key-unneeded"),
    ("missing field `{name}`", "cause-key-missing"),
    ("duplicate key `{name}` in {_}", "cause-key-twice"),
    ("duplicate field `{name}`", "cause-key-twice"),
    ("unknown variant `{name}`, expected one of {known}", "cause-value-unknown"),
    ("unknown variant `{name}`, expected `{one}` or `{other}`", "cause-value-unknown-of-two"),
    ("unknown variant `{name}`, expected {known}", "cause-value-unknown"),
    ("invalid type: {found}, expected {expected}", "cause-type"),
    ("invalid length {_}, expected {_}", "cause-length"),
    ("value is out of range", "cause-range"),
    ("invalid string{_}", "cause-toml"),
    ("invalid basic string{_}", "cause-toml"),
    ("invalid key{_}", "cause-toml"),
    ("invalid array{_}", "cause-toml"),
    ("invalid inline table{_}", "cause-toml"),
    ("invalid table header{_}", "cause-toml"),
    ("expected newline{_}", "cause-toml"),
    ("expected `{_}", "cause-toml"),
    // regular expressions
    ("regex parse error:{_}error: {text}", "cause-pattern"),
    ("Compiled regex exceeds size limit{_}", "cause-pattern-large"),
    // CSV
    (
        "CSV error: {_}found record with {found} fields, but the previous record has {expected} fields",
        "cause-columns",
    ),
    ("CSV parse error: {_}invalid utf-8{_}", "cause-not-utf8"),
    ("invalid utf-8 sequence of{_}", "cause-not-utf8"),
    ("incomplete utf-8 byte sequence{_}", "cause-not-utf8"),
    // pictures
    ("The image format could not be determined", "cause-picture-kind"),
    ("The image format {_} is not supported", "cause-picture-kind"),
    ("Format error{_}", "cause-picture-damaged"),
    // GeoJSON
    ("Error while deserializing GeoJSON: {_}", "cause-boundaries"),
    ("Expected GeoJSON type {_}", "cause-boundaries"),
    ("Expected type: {_}", "cause-boundaries"),
    ("Encountered {_}", "cause-boundaries"),
    ("A position must contain two or more elements{_}", "cause-boundaries"),
    // packages of Office programs
    ("Workbook is password protected", "cause-password"),
    ("{_}password is incorrect", "cause-password"),
    ("unsupported Zip archive: {_}assword{_}", "cause-password"),
    ("{_}invalid Zip archive: {_}", "cause-damaged"),
    ("{_}unsupported Zip archive: {_}", "cause-compression"),
    ("compression method not supported{_}", "cause-compression"),
    ("Invalid checksum", "cause-damaged"),
    ("corrupt deflate stream", "cause-damaged"),
    ("{_}failed to fill whole buffer", "cause-damaged"),
    ("unexpected end of file", "cause-damaged"),
    ("{_}specified file not found in archive", "cause-part-missing"),
    ("File not found '{_}'", "cause-part-missing"),
    ("Relationship not found", "cause-part-missing"),
    ("Worksheet '{_}' not found", "cause-part-missing"),
    ("syntax error: {_}", "cause-xml"),
    ("ill-formed document: {_}", "cause-xml"),
    ("error while parsing attribute: {_}", "cause-xml"),
    ("Xml error: {_}", "cause-xml"),
    ("Xml attribute error: {_}", "cause-xml"),
    ("Unexpected end of xml{_}", "cause-xml"),
    ("the part has an open element", "cause-xml"),
    ("the part has no element", "cause-xml"),
    ("a document type declaration", "cause-document-type"),
    ("more than {count} elements deep", "cause-deep"),
    // proofs of finished files
    ("schema {version}", "cause-proof-version"),
    ("a number is bound to a datum that is not there", "cause-proof-unbound"),
    ("its digest is not that of its numbers", "cause-proof-digest"),
    ("{_} at line {_} column {_}", "cause-json"),
    // Typst
    ("unknown variable: {name}", "cause-name-unknown"),
    ("unclosed delimiter", "cause-bracket"),
    ("unclosed string", "cause-bracket"),
    ("dictionary does not contain key \"{name}\"{_}", "cause-field-unknown"),
    ("file not found{_}", "cause-file-unknown"),
    ("failed to load file (access denied){_}", "cause-file-unknown"),
];

/// What a library's sentence says; quoted where it is not known.
pub(super) fn of_sentence(said: &str) -> Message {
    let said = said.trim().trim_end_matches('.');
    SENTENCES
        .iter()
        .find_map(|(pattern, id)| Some(filled(id, &matched(pattern, said)?)))
        .unwrap_or_else(|| say!("cause-quoted", text = said))
}

/// What a library says; quoted where it is not known.
pub fn of_library(error: &dyn std::fmt::Display) -> Message {
    of_sentence(&error.to_string())
}

/// Why reading or writing failed.
#[allow(clippy::wildcard_enum_match_arm, reason = "the kinds that a user can do something about")]
pub fn of_io(error: &io::Error) -> Message {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => say!("cause-not-found"),
        Kind::PermissionDenied => say!("cause-permission"),
        Kind::AlreadyExists => say!("cause-exists"),
        Kind::NotADirectory => say!("cause-no-folder"),
        Kind::IsADirectory => say!("cause-folder"),
        Kind::StorageFull | Kind::QuotaExceeded => say!("cause-full"),
        Kind::ReadOnlyFilesystem => say!("cause-read-only"),
        Kind::InvalidFilename => say!("cause-file-name"),
        Kind::ResourceBusy | Kind::ExecutableFileBusy => say!("cause-busy"),
        Kind::UnexpectedEof => say!("cause-damaged"),
        // Windows: a file that another program has open (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION).
        _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => say!("cause-busy"),
        _ => of_sentence(&error.to_string()),
    }
}

fn filled(id: &'static str, places: &[(&'static str, &str)]) -> Message {
    let mut message = Message::new(id);
    for (name, text) in places {
        message = message.with(name, text);
        // Fluent selects by one word: `string`, `a-sequence`.
        message = match *name {
            "found" => message.with("found_kind", &first_word(text)),
            "other" => message.with("other_kind", &first_word(text)),
            "expected" => message.with("expected_kind", &text.replace(' ', "-")),
            _ => message,
        };
    }
    message
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// What stands in the places of a pattern; none where the text does not fit it.
fn matched<'t>(pattern: &'static str, text: &'t str) -> Option<Vec<(&'static str, &'t str)>> {
    let (begin, mut pattern) = pattern.split_once('{').map_or((pattern, None), |(b, rest)| (b, Some(rest)));
    let mut rest = text.strip_prefix(begin)?;
    let mut places = Vec::new();
    while let Some((name, following)) = pattern.and_then(|p| p.split_once('}')) {
        let (literal, further) = following.split_once('{').map_or((following, None), |(l, r)| (l, Some(r)));
        let end = match further {
            None => rest.strip_suffix(literal)?.len(),
            Some(_) => rest.find(literal)?,
        };
        if name != "_" {
            places.push((name, rest.get(..end)?));
        }
        rest = rest.get(end + literal.len()..)?;
        pattern = further;
    }
    rest.is_empty().then_some(places)
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::{SENTENCES, matched, of_io, of_sentence};
    use crate::diag::{Catalogue, UiLanguage};

    #[test]
    fn a_pattern_gives_what_stands_in_its_places() {
        assert_eq!(matched("a `{x}` of {_}", "a `b` of c"), Some(vec![("x", "b")]));
        assert_eq!(matched("{_}end", "the end"), Some(vec![]));
        assert_eq!(matched("same", "same"), Some(vec![]));
        assert_eq!(matched("same", "other"), None);
        assert_eq!(matched("a `{x}`", "a `b` and more"), None);
    }

    #[test]
    fn every_sentence_has_its_message_in_each_language() {
        for (pattern, id) in SENTENCES {
            for language in UiLanguage::ALL {
                let text = Catalogue::of(language).text(id, None).unwrap_or_default();
                assert!(!text.is_empty(), "{pattern}: {id} in {}", language.code());
            }
        }
    }

    /// The ids that stand for what libraries really say.
    fn id_of(said: &dyn std::fmt::Display) -> &'static str {
        of_sentence(&said.to_string()).id()
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Settings {
        #[allow(dead_code, reason = "only its refusals are looked at")]
        size: f64,
    }

    #[test]
    fn what_libraries_say_today_is_known() {
        let toml = |text: &str| toml::from_str::<Settings>(text).map(drop).unwrap_err().message().to_owned();
        assert_eq!(id_of(&toml("size = \"x\"")), "cause-type");
        assert_eq!(id_of(&toml("colour = 1")), "cause-key-unknown");
        assert_eq!(id_of(&toml("")), "cause-key-missing");
        assert_eq!(id_of(&toml("size = 1.0\nsize = 2.0")), "cause-key-twice");
        assert_eq!(id_of(&toml("size = x")), "cause-toml");
        assert_eq!(id_of(&toml("size = \"x")), "cause-toml");
        assert_eq!(id_of(&toml("size 1")), "cause-toml");
        #[allow(clippy::invalid_regex, reason = "its refusal is looked at")]
        let broken = regex::Regex::new("(a").unwrap_err();
        assert_eq!(id_of(&broken), "cause-pattern");
        let utf8 = String::from_utf8(vec![0xFF, 0x41]).unwrap_err().utf8_error();
        assert_eq!(id_of(&utf8), "cause-not-utf8");
        let no_zip = zip::ZipArchive::new(io::Cursor::new(b"no zip".to_vec())).map(drop).unwrap_err();
        assert_eq!(id_of(&no_zip), "cause-damaged");
        let mut rows = csv::Reader::from_reader("a,b\n1\n".as_bytes());
        assert_eq!(id_of(&rows.records().next().unwrap().unwrap_err()), "cause-columns");
        let no_picture = image::load_from_memory(b"no picture").unwrap_err();
        assert_eq!(id_of(&no_picture), "cause-picture-kind");
        assert_eq!(id_of(&"[1]".parse::<geojson::GeoJson>().unwrap_err()), "cause-boundaries");
        let no_json = serde_json::from_str::<serde_json::Value>("{").unwrap_err();
        assert_eq!(id_of(&no_json), "cause-json");
        let mut reader = quick_xml::Reader::from_str("<a></b>");
        let events = std::iter::repeat_with(|| reader.read_event().map(drop));
        assert_eq!(id_of(&events.take(3).find_map(Result::err).unwrap()), "cause-xml");
    }

    #[test]
    fn what_the_template_engine_says_today_is_known() {
        let said = |text: &str| {
            let mut tera = tera::Tera::default();
            let added = tera.add_raw_template("a.md", text);
            let error =
                added.and_then(|()| tera.render("a.md", &tera::Context::new()).map(drop)).unwrap_err();
            let kind = error.kind();
            let text = if let tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) =
                kind
            {
                report.message().to_owned()
            } else {
                let told = kind.to_string();
                told.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
            };
            of_sentence(&text).id()
        };
        assert_eq!(said("{{ 1 | nothing }}"), "cause-filter-unknown");
        assert_eq!(said("{{ nothing() }}"), "cause-function-unknown");
        assert_eq!(said("{{ nothing }}"), "cause-name-undefined");
        assert_eq!(said("{{ nothing.more }}"), "cause-name-undefined");
        assert_eq!(said("{% if a %}"), "cause-unclosed");
        assert_eq!(said("{{ 1 | }}"), "cause-tag");
        assert_eq!(said("{% for a in 1 %}{% endfor %}"), "cause-no-list");
    }

    #[test]
    fn an_error_of_the_system_is_told_by_its_kind() {
        assert_eq!(of_io(&io::Error::from(io::ErrorKind::NotFound)).id(), "cause-not-found");
        assert_eq!(of_io(&io::Error::other("no library known here")).id(), "cause-quoted");
    }
}
