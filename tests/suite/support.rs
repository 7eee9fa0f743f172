//! What the tests share: the sample, copies of it to break, reading of archives.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{BuildSummary, Format, Request, Silent, build};
use serde_json::Value;
use zip::write::SimpleFileOptions;

/// The root of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The sample study.
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
    copy(&sample(), to.path());
    to
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Changes one JSON file of a study copy.
pub fn edit(study: &Path, file: &str, change: impl FnOnce(&mut Value)) {
    let path = study.join(file);
    let mut value: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    change(&mut value);
    fs::write(path, serde_json::to_string_pretty(&value).unwrap()).unwrap();
}

/// Builds one deliverable in one language and format.
pub fn build_one(
    study: &Path,
    out: &Path,
    deliverable: &str,
    language: &str,
    format: Format,
) -> Result<BuildSummary, Diagnostics> {
    let request = Request {
        study: study.to_owned(),
        out: Some(out.to_owned()),
        deliverables: vec![deliverable.to_owned()],
        languages: vec![language.to_owned()],
        formats: vec![format],
        ..Request::default()
    };
    build(&request, &Silent)
}

/// Holds that a build was refused by faults of one code, one of which tells why.
pub fn refuses(built: Result<BuildSummary, Diagnostics>, code: Code, why: &str) {
    let faults = built.map(|_| ()).unwrap_err();
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.iter().all(|d| d.code == code) && told.iter().any(|t| t.contains(why)), "{told:#?}");
}

/// A part of a DOCX as text.
pub fn part(docx: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(docx).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Texts of all runs of a DOCX body, joined.
pub fn docx_text(docx: &Path) -> String {
    use quick_xml::events::Event;
    let xml = part(docx, "word/document.xml");
    let mut reader = quick_xml::Reader::from_str(&xml);
    let (mut text, mut inside) = (String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(e) if e.name().as_ref() == "w:t" => inside = true,
            Event::End(e) if e.name().as_ref() == "w:t" => inside = false,
            Event::End(e) if e.name().as_ref() == "w:p" => text.push('\n'),
            Event::Text(t) if inside => text.push_str(&t),
            Event::GeneralRef(r) if inside => {
                text.push_str(match &*r {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("the entity {other}"),
                });
            }
            Event::Eof => return text,
            _ => {}
        }
    }
}

/// Writes the file again with one part changed by `change`, and with the parts of `more`.
pub fn rewrite(from: &Path, to: &Path, change: impl Fn(&str, String) -> String, more: &[(&str, &str)]) {
    let mut archive = zip::ZipArchive::new(fs::File::open(from).unwrap()).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).unwrap();
        let name = entry.name().to_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let bytes = match String::from_utf8(bytes) {
            Ok(text) => change(&name, text).into_bytes(),
            Err(error) => error.into_bytes(),
        };
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    for (name, text) in more {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    fs::write(to, out.finish().unwrap().into_inner()).unwrap();
}
