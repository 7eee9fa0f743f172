//! Kazakh and Russian declare the same headings, figures, tables and numbers, in the same order; where they
//! do not, the build is refused.

use esep::diag::{Code, Severity};
use esep::pipeline::{Format, Request, Silent, build, inspect};

use crate::support::{codes, folder, put, sample_context, starter};

/// A paper is short.
const PAPERS: [&str; 4] = ["attendance", "invitation", "minutes", "summary"];

#[test]
fn both_languages_have_the_same_outline_and_numbers() {
    for job in sample_context().documents().filter(|job| job.language == "kk") {
        let name = &job.deliverable;
        let [kk, ru] = ["kk", "ru"].map(|language| {
            let mut jobs = sample_context().documents();
            let job = jobs.find(|job| job.deliverable == *name && job.language == language).unwrap();
            sample_context().outline(job).unwrap_or_else(|f| panic!("{f:?}"))
        });
        for (a, b) in kk.iter().zip(&ru) {
            assert_eq!(a, b, "{name}");
        }
        assert_eq!(kk.len(), ru.len(), "{name}");
        let least = if PAPERS.contains(&name.as_str()) { 8 } else { 40 };
        assert!(kk.len() > least, "{name} is thin: {kk:?}");
    }
}

/// The starter study with a text of its own in the first interim report that says more in Russian.
fn with_more(addition: &str) -> tempfile::TempDir {
    let study = starter();
    put(study.path(), "text/interim-1/plan.after.kk.md", "Мәтін.\n");
    put(study.path(), "text/interim-1/plan.after.ru.md", format!("Текст. {addition}\n"));
    study
}

#[test]
fn a_number_or_a_section_too_many_in_one_language_is_an_error() {
    let (study, out) = (with_more("{{ facts.fieldwork.planned | num }}"), folder());
    let request = Request {
        study: study.path().to_owned(),
        out: Some(out.path().to_owned()),
        deliverables: vec!["interim-1".into()],
        formats: vec![Format::Docx],
        ..Request::default()
    };
    let faults = build(&request, &Silent).err().unwrap_or_default();
    assert_eq!(codes(&faults), [Code::LanguagesDiffer], "{faults:#?}");
}

#[test]
fn check_compares_the_languages_without_building() {
    for addition in
        ["{{ facts.fieldwork.planned | num }}", "\n\n## Еще {id=sec-more}\n\n***", "[](#sec-terms)"]
    {
        let study = with_more(addition);
        let request = Request {
            study: study.path().to_owned(),
            deliverables: vec!["interim-1".into()],
            ..Request::default()
        };
        let found = inspect(&request).unwrap_or_else(|f| panic!("{f:?}")).findings;
        let errors = found.iter().filter(|d| d.severity == Severity::Error).map(|d| d.code);
        assert_eq!(errors.collect::<Vec<_>>(), [Code::LanguagesDiffer], "{addition}: {found:#?}");
    }
}
