//! Nothing that the public edition withholds is in any byte of its files: each is unpacked down to its last part and
//! searched for what stands in withheld fields, photographs and small cells alone, in both languages. The full edition,
//! searched the same way, has it.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use esep::diag::Code;
use esep::pipeline::{Request, Silent, build};
use esep::proof::reading::{self, FileKind};
use esep::study::passport::Edition;
use flate2::read::ZlibDecoder;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{edit, files_below, folder, is_all, put, refuses, sample, starter};

/// A number of its own for each kind of withheld field, too long to stand in a digest or an offset by chance.
const CASE: [&str; 3] = ["918273641", "918273642", "918273643"];
const JUDGEMENT: &str = "918273644";
const QUOTE: &str = "918273645";
const PHOTOGRAPH: [&str; 2] = ["918273646", "918273647"];
/// The picture of the restricted photograph.
const PICTURE: &str = "pictures/1.jpg";

/// Puts a number behind every language of a text.
fn mark(text: &mut Value, number: &str) {
    for own in text.as_object_mut().into_iter().flat_map(|all| all.values_mut()) {
        *own = format!("{} {number}", own.as_str().unwrap().trim_end_matches('.')).into();
    }
}

/// The starter with its restricted fields marked.
fn marked() -> TempDir {
    let study = starter();
    let mut marks = [0; 3];
    let is_restricted = |one: &Value| one["restricted"] == true;
    edit(study.path(), "cases.json", |v| {
        for case in v["cases"].as_array_mut().unwrap().iter_mut().filter(|one| is_restricted(one)) {
            for (field, number) in ["title", "description", "evidence"].into_iter().zip(CASE) {
                mark(&mut case[field], number);
                marks[0] += 1;
            }
        }
    });
    edit(study.path(), "experts.json", |v| {
        for expert in v["experts"].as_array_mut().unwrap().iter_mut().filter(|one| is_restricted(one)) {
            mark(&mut expert["judgement"], JUDGEMENT);
            marks[1] += 1;
        }
    });
    edit(study.path(), "focus-groups.json", |v| {
        for group in v["groups"].as_array_mut().unwrap() {
            for statement in group["statements"].as_array_mut().unwrap() {
                if is_restricted(&statement["quote"]) {
                    mark(&mut statement["quote"]["text"], QUOTE);
                    marks[2] += 1;
                }
            }
        }
    });
    assert!(marks.iter().all(|count| *count > 0), "{marks:?}");
    edit(study.path(), "study.json", |v| {
        let mut photograph = json!({
            "id": "photo-1", "date": "2026-11-12", "file": PICTURE, "restricted": true,
            "caption": {"kk": "Жоба тұсаукесері", "ru": "Презентация проекта"},
            "alt": {"kk": "Адамдар залда отыр", "ru": "Люди сидят в зале"},
        });
        for (field, number) in ["caption", "alt"].into_iter().zip(PHOTOGRAPH) {
            mark(&mut photograph[field], number);
        }
        v["photographs"] = json!([photograph]);
    });
    put(study.path(), PICTURE, fs::read(sample().join("pictures/presentation.jpg")).unwrap());
    study
}

/// The JPEG pictures of the Office files of a folder, each once.
fn pictures(out: &Path) -> Vec<Vec<u8>> {
    let mut found: Vec<Vec<u8>> = Vec::new();
    for (_, bytes) in files_below(out).into_iter().filter(|(_, bytes)| bytes.starts_with(b"PK")) {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for place in 0..zip.len() {
            let mut content = Vec::new();
            zip.by_index(place).unwrap().read_to_end(&mut content).unwrap();
            if content.starts_with(&[0xFF, 0xD8, 0xFF]) && !found.contains(&content) {
                found.push(content);
            }
        }
    }
    found
}

/// The shares of small cells as proofs write them: of each that no other record has.
fn small_cells(study: &Path) -> Vec<String> {
    let table = fs::read_to_string(study.join("results/final.csv")).unwrap();
    let mut rows = table.lines().map(|line| line.split(';').collect::<Vec<_>>());
    let head = rows.next().unwrap();
    let at = |name: &str| head.iter().position(|own| *own == name).unwrap();
    let (count, share) = (at("n_option"), at("share"));
    let small = rows.filter(|row| row[count].parse::<u32>().is_ok_and(|n| (1..5).contains(&n)));
    let digits = small.filter_map(|row| row[share].split_once(',').map(|(_, digits)| digits.to_owned()));
    let own = digits.filter(|digits| digits.len() >= 6 && table.matches(digits.as_str()).count() == 1);
    // Bare digits stand in the offsets of a PDF, too.
    own.map(|digits| format!("0.{digits}")).collect()
}

/// Everything in a file that could be read as text: itself, the parts of a package down to the packages in it, the
/// streams of a PDF unpacked, and the numbers that its pages show.
fn unpacked(name: &str, bytes: &[u8], out: &mut Vec<u8>) {
    out.extend(name.as_bytes());
    out.extend(bytes);
    // Texts of two bytes a character: without the zeros between.
    out.extend(bytes.iter().filter(|byte| **byte != 0));
    if bytes.starts_with(b"PK") {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for place in 0..zip.len() {
            let mut part = zip.by_index(place).unwrap();
            let (name, mut content) = (part.name().to_owned(), Vec::new());
            part.read_to_end(&mut content).unwrap();
            drop(part);
            unpacked(&name, &content, out);
        }
    }
    if bytes.starts_with(b"%PDF") {
        for at in (0..bytes.len().saturating_sub(7)).filter(|at| bytes[*at..].starts_with(b"stream\n")) {
            let mut content = Vec::new();
            // A stream of another kind ends at its first byte.
            if ZlibDecoder::new(&bytes[at + 7..]).read_to_end(&mut content).is_ok() {
                out.extend(content.iter().filter(|byte| **byte != 0));
                out.extend(content);
            }
        }
    }
    if FileKind::of(name).is_some() && !name.contains('/') {
        for place in reading::read(name, bytes.to_vec()).unwrap().places {
            let shown = place.tokens.iter().map(|token| format!(" {} ", token.text.replace('\u{A0}', "")));
            out.extend(shown.collect::<String>().into_bytes());
        }
    }
}

fn built(study: &Path, (edition, languages): (Edition, &[&str]), out: &Path) {
    let request = Request {
        study: study.to_owned(),
        out: Some(out.to_owned()),
        deliverables: ["final", "summary", "slides", "base"].map(str::to_owned).to_vec(),
        languages: languages.iter().map(|own| (*own).to_owned()).collect(),
        edition: Some(edition),
        ..Request::default()
    };
    build(&request, &Silent).unwrap_or_else(|faults| panic!("{faults:?}"));
}

/// Whatever can be read in the files of a folder.
pub fn everything(out: &Path) -> String {
    let mut all = Vec::new();
    for (path, bytes) in files_below(out) {
        unpacked(&path.display().to_string(), &bytes, &mut all);
    }
    String::from_utf8_lossy(&all).into_owned()
}

#[test]
fn no_file_of_the_public_edition_has_what_it_withholds() {
    let (study, customer, public) = (marked(), folder(), folder());
    // That the search finds is shown by one language of the full edition.
    built(study.path(), (Edition::Customer, if is_all() { &[] } else { &["ru"] }), customer.path());
    built(study.path(), (Edition::Public, &[]), public.path());
    let (full, open) = (everything(customer.path()), everything(public.path()));
    for number in CASE.into_iter().chain([JUDGEMENT, QUOTE]).chain(PHOTOGRAPH) {
        assert!(full.contains(number), "the full edition lacks {number}: the search finds nothing");
        assert!(!open.contains(number), "the public edition has {number}");
    }
    // A photograph is made smaller before it is printed: what the full edition prints of it is what must be gone.
    let (pictures, left) = (pictures(customer.path()), pictures(public.path()));
    let photograph: Vec<&Vec<u8>> = pictures.iter().filter(|picture| !left.contains(picture)).collect();
    assert_eq!(photograph.len(), 1, "{} pictures, {} in the public edition", pictures.len(), left.len());
    let cells = small_cells(study.path());
    let shown: Vec<&String> = cells.iter().filter(|digits| full.contains(digits.as_str())).collect();
    assert!(shown.len() > 2, "the full edition has the exact shares of small cells: {shown:?} of {cells:?}");
    let told: Vec<&String> = cells.iter().filter(|digits| open.contains(digits.as_str())).collect();
    assert!(told.is_empty(), "the public edition has the shares of small cells: {told:?}");
    let manifest = fs::read_to_string(public.path().join("manifest.json")).unwrap();
    assert!(manifest.contains("\"edition\": \"public\""), "{manifest}");
    // The files of the editions have the same names and do not mix.
    let request = Request {
        study: study.path().to_owned(),
        out: Some(public.path().to_owned()),
        deliverables: vec!["summary".to_owned()],
        ..Request::default()
    };
    refuses(build(&request, &Silent), Code::OutputUnwritable, "edition");
}
