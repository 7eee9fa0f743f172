//! What has not changed is not built again, and nobody can tell from the files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use esep::diag::Code;
use esep::pipeline::{BuildSummary, Format, Request, Silent, build, verify_file};
use esep::study::passport::Edition;
use serde_json::Value;

use crate::support::{edit, folder, put, read_json, refuses, starter};

/// Three papers, which are small, as DOCX.
const PART: [&str; 3] = ["invitation", "attendance", "minutes"];

fn request(study: &Path, out: &Path) -> Request {
    Request {
        study: study.to_owned(),
        out: Some(out.to_owned()),
        deliverables: PART.map(str::to_owned).to_vec(),
        formats: vec![Format::Docx],
        ..Request::default()
    }
}

fn built(request: &Request) -> BuildSummary {
    build(request, &Silent).unwrap_or_else(|f| panic!("{f:#?}"))
}

/// Names of the files that a run made.
fn made(summary: &BuildSummary) -> BTreeSet<&str> {
    summary.files.iter().filter(|info| !info.is_kept).map(|info| info.name.as_str()).collect()
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|e| (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap())).collect()
}

/// Holds that a folder has the bytes, the manifest's included, of a build into an empty one.
fn holds_what_a_first_build_makes(request: &Request, out: &Path) {
    let first = folder();
    built(&Request { out: Some(first.path().to_owned()), ..request.clone() });
    let (found, wanted) = (contents(out), contents(first.path()));
    assert!(found.keys().eq(wanted.keys()), "{:?}", found.keys());
    for (name, bytes) in &wanted {
        assert!(found[name] == *bytes, "{name} differs");
    }
}

#[test]
fn a_run_of_which_nothing_changed_makes_nothing_and_tells_how_many_doubts_there_were() {
    let (study, out) = (starter(), folder());
    let request = request(study.path(), out.path());
    let first = built(&request);
    assert_eq!(made(&first).len(), 6);
    let before = contents(out.path());
    let again = built(&request);
    assert!(made(&again).is_empty(), "{:?}", made(&again));
    assert_eq!(again.files.len(), 6);
    let doubts = first.warnings.iter().filter(|d| d.code.as_str().starts_with('W')).count();
    assert_eq!(again.earlier_doubts, doubts);
    assert!(contents(out.path()) == before);
    let forced = built(&Request { force: true, ..request });
    assert_eq!(made(&forced).len(), 6);
    assert!(contents(out.path()) == before, "the same bytes, kept or made");
}

#[test]
fn a_change_makes_only_what_it_touches() {
    let (study, out) = (starter(), folder());
    // As the edits below write it: a proof names lines.
    edit(study.path(), "coverage.json", |_| {});
    let mut request = request(study.path(), out.path());
    request.deliverables.push("interim-1".to_owned());
    built(&request);

    // Hand-written text of one paper in one language, then in both.
    put(study.path(), "text/minutes/minutes-close.after.ru.md", "Протокол подписан.\n");
    put(study.path(), "text/minutes/minutes-close.after.kk.md", "Хаттамаға қол қойылды.\n");
    let changed = build(&request, &Silent);
    let Ok(summary) = changed else { panic!("{:#?}", changed.err()) };
    let touched = made(&summary);
    assert!(touched.iter().all(|name| name.starts_with("minutes.")), "{touched:?}");

    // The study's own words for one language of a paper.
    put(study.path(), "words/locale.ru.toml", "[words]\nschedule = \"Повестка встречи\"\n");
    let summary = build(&request, &Silent);
    if let Ok(summary) = &summary {
        assert!(made(summary).iter().all(|name| name.contains(".ru.")), "{:?}", made(summary));
    } else {
        fs::remove_file(study.path().join("words/locale.ru.toml")).unwrap();
    }

    // A publication after the interim report's day: that report knows nothing of it, and stays.
    edit(study.path(), "coverage.json", |v| {
        let mut last = v["publications"].as_array().unwrap().last().unwrap().clone();
        last["id"] = "pub-late".into();
        last["date"] = "2026-11-19".into();
        v["publications"].as_array_mut().unwrap().push(last);
    });
    let summary = built(&request);
    assert!(!made(&summary).iter().any(|name| name.starts_with("interim-1")), "{:?}", made(&summary));

    // The title of the study stands in everything.
    edit(study.path(), "study.json", |v| v["title"]["ru"] = "Другое название".into());
    edit(study.path(), "study.json", |v| v["title"]["kk"] = "Басқа атау".into());
    assert_eq!(made(&built(&request)).len(), 8);
    holds_what_a_first_build_makes(&request, out.path());
}

#[test]
fn a_missing_changed_or_foreign_file_is_made_anew() {
    let (study, out) = (starter(), folder());
    let request = request(study.path(), out.path());
    built(&request);
    let before = contents(out.path());
    let at = |name: &str| out.path().join(name);
    fs::remove_file(at("minutes.kk.docx")).unwrap();
    fs::write(at("minutes.ru.docx"), "another program's").unwrap();
    let mut longer = before["invitation.ru.docx"].clone();
    let middle = longer.len() / 2;
    longer[middle] ^= 1;
    fs::write(at("invitation.ru.docx"), longer).unwrap();
    #[cfg(unix)]
    {
        fs::rename(at("attendance.kk.docx"), at("elsewhere.docx")).unwrap();
        std::os::unix::fs::symlink(at("elsewhere.docx"), at("attendance.kk.docx")).unwrap();
    }
    let summary = built(&request);
    let mut wanted = BTreeSet::from(["invitation.ru.docx", "minutes.kk.docx", "minutes.ru.docx"]);
    if cfg!(unix) {
        wanted.insert("attendance.kk.docx");
        fs::remove_file(at("elsewhere.docx")).unwrap();
    }
    assert_eq!(made(&summary), wanted);
    assert!(contents(out.path()) == before);
    // Without its manifest a folder holds nothing that is known.
    fs::remove_file(at("manifest.json")).unwrap();
    assert_eq!(made(&built(&request)).len(), 6);
}

#[test]
fn a_part_keeps_the_files_of_earlier_runs_in_the_manifest() {
    let (study, out) = (starter(), folder());
    let all = request(study.path(), out.path());
    built(&all);
    let whole = read_json(out.path(), "manifest.json");
    fs::remove_file(out.path().join("attendance.ru.docx")).unwrap();
    let part = Request { deliverables: vec!["minutes".to_owned()], ..all.clone() };
    assert!(made(&built(&part)).is_empty());
    let names = |manifest: &Value| -> Vec<String> {
        let outputs = manifest["outputs"].as_array().unwrap().iter();
        outputs.map(|output| output["file"].as_str().unwrap().to_owned()).collect()
    };
    let told = names(&read_json(out.path(), "manifest.json"));
    let wanted: Vec<String> = names(&whole).into_iter().filter(|name| name != "attendance.ru.docx").collect();
    assert_eq!(told, wanted, "all but the file that somebody removed");
    assert_eq!(made(&built(&all)), BTreeSet::from(["attendance.ru.docx"]));
    assert_eq!(read_json(out.path(), "manifest.json"), whole);
}

#[test]
fn editions_and_studies_do_not_share_a_folder() {
    let (study, out) = (starter(), folder());
    let one = Request { deliverables: vec!["minutes".to_owned()], ..request(study.path(), out.path()) };
    built(&one);
    let before = contents(out.path());
    let public = Request { edition: Some(Edition::Public), ..one.clone() };
    refuses(build(&public, &Silent), Code::OutputUnwritable, "edition for the customer");
    edit(study.path(), "study.json", |v| v["id"] = "another-study".into());
    refuses(build(&one, &Silent), Code::OutputUnwritable, "holds the files of the study");
    assert!(contents(out.path()) == before);
}

#[test]
fn the_public_edition_names_no_file_of_the_study() {
    let (study, out) = (starter(), folder());
    let one = Request { deliverables: vec!["minutes".to_owned()], ..request(study.path(), out.path()) };
    built(&one);
    let customer = read_json(out.path(), "manifest.json");
    assert!(customer["inputs"].as_array().unwrap().iter().any(|input| input["file"] == "cases.json"));
    let out = folder();
    built(&Request { edition: Some(Edition::Public), out: Some(out.path().to_owned()), ..one });
    let public = read_json(out.path(), "manifest.json");
    assert_eq!((&public["edition"], public["inputs"].as_array().map(Vec::len)), (&"public".into(), Some(0)));
}

#[test]
fn a_file_is_current_while_what_it_knows_of_the_study_is() {
    let (study, out) = (starter(), folder());
    let one = Request { deliverables: vec!["interim-1".to_owned()], ..request(study.path(), out.path()) };
    built(&one);
    let file = out.path().join("interim-1.ru.docx");
    let is_current = || verify_file(&file, Some(&one), &Request::default()).unwrap().is_current;
    assert_eq!(is_current(), Some(true));
    put(study.path(), "text/minutes/minutes-close.after.ru.md", "Протокол подписан.\n");
    put(study.path(), "text/minutes/minutes-close.after.kk.md", "Хаттамаға қол қойылды.\n");
    assert_eq!(is_current(), Some(true), "another deliverable's text");
    edit(study.path(), "study.json", |v| v["title"]["ru"] = "Другое название".into());
    assert_eq!(is_current(), Some(false));
}

#[test]
fn the_name_of_the_study_s_folder_is_in_no_file() {
    let (study, out, moved) = (starter(), folder(), folder());
    let one = |study: &Path, out: &Path| Request {
        deliverables: vec!["attendance".to_owned()],
        formats: vec![Format::Pdf],
        ..request(study, out)
    };
    built(&one(study.path(), out.path()));
    let before = contents(out.path());
    let elsewhere = moved.path().join("Зерттеу 2");
    fs::create_dir(&elsewhere).unwrap();
    for (path, bytes) in crate::support::files_below(study.path()) {
        put(&elsewhere, path, bytes);
    }
    fs::remove_dir_all(out.path()).unwrap();
    built(&one(&elsewhere, out.path()));
    assert!(contents(out.path()) == before);
}
