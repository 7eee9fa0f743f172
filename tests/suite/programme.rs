//! A programme of studies: one's fault stops no other, what they share is written once, what is unchanged is kept.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::{edit, files_below, folder, put, read_json, starter};

/// A programme of studies that share their codebook.
fn programme(cities: &[&str]) -> tempfile::TempDir {
    let made = folder();
    let study = starter();
    for (path, bytes) in files_below(study.path()) {
        if path == Path::new("codebook.json") {
            put(made.path(), "shared/codebook.json", bytes);
            continue;
        }
        for city in cities {
            put(&made.path().join(city), &path, &bytes);
        }
    }
    for city in cities {
        edit(&made.path().join(city), "study.json", |v| v["id"] = (*city).into());
    }
    put(made.path(), "programme.json", "{\"shared\": \"shared\"}");
    made
}

fn esep(programme: &Path, out: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_esep"));
    command.args(["--ui-lang", "en", "build"]).arg(programme).arg("--out").arg(out);
    command.args(["--deliverable", "attendance", "--format", "docx"]).args(more);
    command.output().unwrap()
}

#[test]
fn one_city_s_fault_stops_no_other_and_what_is_unchanged_is_kept() {
    let (all, out, logs) = (programme(&["aksu", "kentau", "taraz"]), folder(), folder());
    fs::write(all.path().join("kentau/cases.json"), "{").unwrap();
    let log = logs.path().join("log.jsonl");
    let built = esep(all.path(), out.path(), &["--jobs", "2", "--log", log.to_str().unwrap()]);
    assert_eq!(built.status.code(), Some(1), "{}", String::from_utf8_lossy(&built.stderr));
    let told = String::from_utf8_lossy(&built.stderr).into_owned();
    assert!(told.contains("kentau:\nerror[E110]"), "{told}");
    for city in ["aksu", "taraz"] {
        assert!(out.path().join(city).join("attendance.ru.docx").is_file(), "{city}");
    }
    assert!(!out.path().join("kentau").exists());
    let summary = read_json(out.path(), "summary.json");
    assert_eq!((&summary["built"], &summary["faulty"]), (&2.into(), &1.into()));
    assert_eq!(summary["studies"][1]["faults"][0]["code"], "E110");
    let lines = fs::read_to_string(&log).unwrap();
    let states: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(states.len(), 3);
    assert!(states.iter().all(|line| line["seconds"].is_number()));

    fs::write(all.path().join("kentau/cases.json"), fs::read(all.path().join("aksu/cases.json")).unwrap())
        .unwrap();
    let again = esep(all.path(), out.path(), &[]);
    assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
    let summary = read_json(out.path(), "summary.json");
    assert_eq!((&summary["built"], &summary["unchanged"]), (&1.into(), &2.into()));
    // What the studies share is an input of each.
    edit(&all.path().join("shared"), "codebook.json", |v| v["blocks"][0]["title"]["ru"] = "Иначе".into());
    assert!(esep(all.path(), out.path(), &[]).status.code().is_some());
    let state = |at: usize| read_json(out.path(), "summary.json")["studies"][at]["state"].clone();
    assert!((0..3).all(|at| state(at) != "faulty"), "{:#}", read_json(out.path(), "summary.json"));
}

#[test]
fn a_study_s_own_file_stands_before_the_shared_one() {
    let (all, out) = (programme(&["aksu", "kentau"]), folder());
    let own = all.path().join("kentau/codebook.json");
    fs::write(&own, "{").unwrap();
    let built = esep(all.path(), out.path(), &[]);
    assert_eq!(built.status.code(), Some(1));
    let summary = read_json(out.path(), "summary.json");
    assert_eq!(
        (&summary["studies"][0]["state"], &summary["studies"][1]["state"]),
        (&"built".into(), &"faulty".into())
    );
}

#[test]
fn parts_are_all_of_it_and_share_nothing() {
    let (all, out) = (programme(&["aksu", "kentau", "taraz"]), folder());
    for part in ["0/2", "1/2"] {
        let built = esep(all.path(), out.path(), &["--part", part]);
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    }
    let names = |file: &str| -> Vec<String> {
        let summary = read_json(out.path(), file);
        let studies = summary["studies"].as_array().unwrap().iter();
        studies.map(|study| study["study"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("summary.0-of-2.json"), ["aksu", "taraz"]);
    assert_eq!(names("summary.1-of-2.json"), ["kentau"]);
    assert_eq!(esep(all.path(), out.path(), &["--part", "2/2"]).status.code(), Some(2));
}
