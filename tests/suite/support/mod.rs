//! What the tests share: the sample built once, studies to break, parts of Office files, readable renderings.
//!
//! Whatever looks at the untouched sample takes it from [`sample`](self::sample): it is loaded, resolved and built
//! once for all tests. Whatever breaks a study takes [`starter`], which is small, unless it needs what only the
//! sample has ([`copy_of_sample`]).

pub mod book;
pub mod digits;
pub mod english;
pub mod office;
pub mod readable;
mod sample;
pub mod spoken;
pub mod studies;
pub mod survey;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use esep::diag::{Code, Diagnostics, UiLanguage};
use esep::document::Document;
use esep::pipeline::{BuildContext, BuildSummary, Format, Request, Silent, build, inspect, new_study};
use serde_json::Value;

pub use sample::{sample_context, sample_document, sample_file, sample_files};

/// The root of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Whether goldens, tables and expected findings are to be written anew: `ESEP_UPDATE_GOLDENS=1`.
pub fn is_update() -> bool {
    std::env::var_os("ESEP_UPDATE_GOLDENS").is_some_and(|value| !value.is_empty())
}

/// Whether all is to be taken of which the suite else takes some, as surveys, digits or documents: `ESEP_ALL=1`.
pub fn is_all() -> bool {
    std::env::var_os("ESEP_ALL").is_some_and(|value| !value.is_empty())
}

/// The folder of the sample study.
pub fn sample() -> PathBuf {
    root().join("samples/taraz-2026")
}

/// A folder that vanishes with the value.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// A copy of the sample that a test may break.
pub fn copy_of_sample() -> tempfile::TempDir {
    let to = folder();
    for (path, bytes) in &files_below(&sample()) {
        put(to.path(), path, bytes);
    }
    to
}

/// The small study of `esep new`, that a test may break, without the schemas, which are for editors.
pub fn starter() -> tempfile::TempDir {
    static FILES: LazyLock<Vec<(PathBuf, Vec<u8>)>> = LazyLock::new(|| {
        let made = folder();
        new_study(made.path(), UiLanguage::En).unwrap_or_else(|f| panic!("{f:?}"));
        files_below(made.path()).into_iter().filter(|(path, _)| !path.starts_with("schemas")).collect()
    });
    let to = folder();
    for (path, bytes) in FILES.iter() {
        put(to.path(), path, bytes);
    }
    to
}

/// Files of a folder and of those below it, by their paths in it.
pub fn files_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = PathBuf::from(path.file_name().unwrap());
        if path.is_dir() {
            found.extend(files_below(&path).into_iter().map(|(below, bytes)| (name.join(below), bytes)));
        } else {
            found.push((name, fs::read(path).unwrap()));
        }
    }
    found
}

/// Writes a file into a folder, with the folders on the way.
pub fn put(folder: &Path, path: impl AsRef<Path>, content: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// A folder with one file, for templates of one's own.
pub fn folder_with(path: &str, content: &str) -> tempfile::TempDir {
    let made = folder();
    put(made.path(), path, content);
    made
}

/// Makes a text of the study's own the whole of a deliverable in a language: the structure is one heading, for which
/// the text stands.
pub fn stand_alone(study: &Path, templates: &Path, (deliverable, language): (&str, &str), text: &str) {
    put(templates, format!("reports/{deliverable}/report.md"), "# {% say table.n %} {id=sec-own}\n");
    let other = if language == "kk" { ("ru", "Текст.\n") } else { ("kk", "Мәтін.\n") };
    for (language, text) in [(language, text), other] {
        put(study, format!("text/{deliverable}/own.{language}.md"), text);
    }
}

/// A JSON file of a study.
pub fn read_json(study: &Path, file: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(study.join(file)).unwrap()).unwrap()
}

/// Changes one JSON file of a study copy.
pub fn edit(study: &Path, file: &str, change: impl FnOnce(&mut Value)) {
    let mut value = read_json(study, file);
    change(&mut value);
    fs::write(study.join(file), serde_json::to_string_pretty(&value).unwrap()).unwrap();
}

/// Takes the event out of what is presented at one, for a study whose events a test takes away.
pub fn present_nowhere(study: &Path) {
    edit(study, "study.json", |s| {
        for deliverable in s["deliverables"].as_array_mut().unwrap() {
            drop(deliverable.as_object_mut().unwrap().remove("presented_at"));
        }
    });
}

/// A request for one deliverable in one language.
pub fn request(study: &Path, deliverable: &str, language: &str) -> Request {
    Request {
        study: study.to_owned(),
        deliverables: vec![deliverable.to_owned()],
        languages: vec![language.to_owned()],
        ..Request::default()
    }
}

/// The first resolved document of a request.
pub fn document(request: &Request) -> Document {
    let context = BuildContext::open(request).unwrap_or_else(|f| panic!("{f:?}"));
    context.resolved(&context.jobs()[0]).unwrap_or_else(|f| panic!("{f:?}")).0
}

/// A document's text with ordinary spaces.
pub fn plain(document: &Document) -> String {
    document.text().replace(['\u{A0}', '\u{202F}'], " ").replace('\u{2060}', "")
}

/// Builds one deliverable in one language and format.
pub fn build_one(
    study: &Path,
    out: &Path,
    deliverable: &str,
    language: &str,
    format: Format,
) -> Result<BuildSummary, Diagnostics> {
    let one = request(study, deliverable, language);
    build(&Request { out: Some(out.to_owned()), formats: vec![format], ..one }, &Silent)
}

/// What a check says of a study: of its data and, where they are sound and no deliverables are named, of its final
/// report; of all that it owes with `ESEP_ALL`.
pub fn checked(request: &Request) -> Diagnostics {
    let of = |request: &Request| inspect(request).map_or_else(|faults| faults, |checked| checked.findings);
    if is_all() || !request.deliverables.is_empty() {
        return of(request);
    }
    let mut found = of(&Request { data_only: true, ..request.clone() });
    if !found.has_errors() {
        let report = of(&Request { deliverables: vec!["final".to_owned()], ..request.clone() });
        let own: Vec<_> = report.iter().filter(|one| !found.iter().any(|known| known == *one)).collect();
        found.extend(own.into_iter().cloned());
        found.normalise();
    }
    found
}

/// Codes of findings, in order.
pub fn codes(found: &Diagnostics) -> Vec<Code> {
    found.iter().map(|d| d.code).collect()
}

/// Holds that a build was refused by faults of one code, one of which tells why.
pub fn refuses(built: Result<BuildSummary, Diagnostics>, code: Code, why: &str) {
    let faults = built.map(|_| ()).unwrap_err();
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(codes(&faults).iter().all(|c| *c == code) && told.iter().any(|t| t.contains(why)), "{told:#?}");
}

/// Holds that a text has the pieces of `there` and lacks those of `gone`; that a search can find what must be gone
/// is shown by `elsewhere`, a text that has it all.
#[track_caller]
pub fn holds_and_lacks(text: &str, there: &[&str], gone: &[&str], elsewhere: &str) {
    for piece in there {
        assert!(text.contains(piece), "«{piece}» is not there");
    }
    for piece in gone {
        assert!(elsewhere.contains(piece), "«{piece}» is nowhere: its absence shows nothing");
        assert!(!text.contains(piece), "«{piece}» is there");
    }
}
