//! The untouched sample: loaded, resolved and built once for all tests.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{LazyLock, OnceLock};

use esep::document::Document;
use esep::pipeline::{BuildContext, Request, Silent, build};

use super::{folder, sample};

/// The sample with all its deliverables in both languages.
pub fn sample_context() -> &'static BuildContext {
    static CONTEXT: LazyLock<BuildContext> = LazyLock::new(|| {
        let request = Request { study: sample(), ..Request::default() };
        BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"))
    });
    &CONTEXT
}

/// The resolved document of one of the sample's deliverables.
pub fn sample_document(deliverable: &str, language: &str) -> &'static Document {
    type Documents = BTreeMap<String, OnceLock<Document>>;
    static DOCUMENTS: LazyLock<Documents> =
        LazyLock::new(|| sample_context().jobs().iter().map(|job| (job.name(), OnceLock::new())).collect());
    let name = format!("{deliverable}.{language}");
    let jobs = sample_context().jobs();
    let job = jobs.iter().find(|job| job.name() == name).unwrap_or_else(|| panic!("no {name}"));
    DOCUMENTS[&name].get_or_init(|| sample_context().resolved(job).unwrap_or_else(|f| panic!("{f:?}")).0)
}

/// All files that the sample is built to, by name.
pub fn sample_files() -> &'static BTreeMap<String, Vec<u8>> {
    static FILES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
        let out = folder();
        let request = Request { study: sample(), out: Some(out.path().to_owned()), ..Request::default() };
        build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
        let entries = fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap());
        entries.map(|e| (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap())).collect()
    });
    &FILES
}

/// One of the files that the sample is built to.
pub fn sample_file(name: &str) -> &'static [u8] {
    sample_files().get(name).unwrap_or_else(|| panic!("the sample has no {name}"))
}
