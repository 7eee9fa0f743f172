//! Goldens: the resolved document of the first interim report in both languages.
//!
//! `ESEP_UPDATE_GOLDENS=1 cargo test --release` writes them anew; the diff is then for a person to read.

use std::fs;

use esep::pipeline::{Request, Workshop};

use crate::support::{root, sample};

#[test]
fn resolved_documents_are_as_they_were() {
    let request = Request { study: sample(), deliverables: vec!["interim-1".into()], ..Request::default() };
    let workshop = Workshop::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    for job in workshop.jobs() {
        let (document, _) = workshop.resolved(job).unwrap_or_else(|f| panic!("{f:?}"));
        let now = serde_json::to_string_pretty(&document).unwrap() + "\n";
        compare(&format!("{}.json", job.name()), &now);
    }
}

fn compare(name: &str, now: &str) {
    let path = root().join("tests/golden").join(name);
    if std::env::var_os("ESEP_UPDATE_GOLDENS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, now).unwrap();
        return;
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let differs = golden.lines().zip(now.lines()).enumerate().find(|(_, (a, b))| a != b);
    assert!(
        golden == now,
        "{name} has changed, first at {differs:?}; if it should have, run `ESEP_UPDATE_GOLDENS=1 cargo test --release`"
    );
}
