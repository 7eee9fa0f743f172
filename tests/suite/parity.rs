//! Kazakh and Russian declare the same headings, figures, tables and numbers, in the same order; where they
//! do not, the build is refused.

use std::fs;

use esep::diag::{Code, Severity};
use esep::document::OutlineEntry;
use esep::pipeline::{BuildContext, Format, Request, Silent, build, inspect};

use crate::support::{folder, root, sample};

fn outlines() -> Vec<(String, Vec<OutlineEntry>)> {
    let request = Request { study: sample(), ..Request::default() };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    let jobs = context.jobs().iter();
    jobs.map(|job| {
        let resolved = context.resolved(job).unwrap_or_else(|f| panic!("{} {f:?}", job.name()));
        (job.name(), resolved.0.outline())
    })
    .collect()
}

#[test]
fn both_languages_have_the_same_outline_and_numbers() {
    let all = outlines();
    for (name, kk) in all.iter().filter(|(name, _)| name.ends_with(".kk")) {
        let other = name.replace(".kk", ".ru");
        let (_, ru) = all.iter().find(|(n, _)| *n == other).unwrap();
        for (a, b) in kk.iter().zip(ru) {
            assert_eq!(a, b, "{name} against {other}");
        }
        assert_eq!(kk.len(), ru.len(), "{name} against {other}");
        // A paper is short.
        let least = if ["attendance", "invitation", "minutes", "summary"].iter().any(|p| name.starts_with(p))
        {
            8
        } else {
            40
        };
        assert!(kk.len() > least, "{name} is thin: {kk:?}");
    }
}

#[test]
fn a_number_or_a_section_too_many_in_one_language_is_an_error() {
    let original = fs::read_to_string(root().join("templates/reports/interim-1/ru.md")).unwrap();
    for addition in ["{{ facts.fieldwork.planned | num }}", "## Еще {id=sec-more}\n\n***", "[](#sec-terms)"]
    {
        let (templates, out) = (folder(), folder());
        let place = templates.path().join("reports/interim-1");
        fs::create_dir_all(&place).unwrap();
        fs::write(place.join("ru.md"), format!("{original}\n\n{addition}\n")).unwrap();
        let request = Request {
            study: sample(),
            out: Some(out.path().to_owned()),
            templates: Some(templates.path().to_owned()),
            deliverables: vec!["interim-1".into()],
            formats: vec![Format::Docx],
            ..Request::default()
        };
        let faults = build(&request, &Silent).err().unwrap_or_default();
        let codes: Vec<Code> = faults.iter().map(|d| d.code).collect();
        assert_eq!(codes, [Code::LanguagesDiffer], "{addition}: {faults:#?}");
    }
}

#[test]
fn check_compares_the_languages_without_building() {
    let original = fs::read_to_string(root().join("templates/reports/interim-1/ru.md")).unwrap();
    let templates = folder();
    let place = templates.path().join("reports/interim-1");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("ru.md"), format!("{original}\n\n## Еще {{id=sec-more}}\n\n***\n")).unwrap();
    let request = Request {
        study: sample(),
        templates: Some(templates.path().to_owned()),
        deliverables: vec!["interim-1".into()],
        ..Request::default()
    };
    let found = inspect(&request).unwrap_or_else(|f| panic!("{f:?}")).findings;
    let errors: Vec<Code> = found.iter().filter(|d| d.severity == Severity::Error).map(|d| d.code).collect();
    assert_eq!(errors, [Code::LanguagesDiffer], "{found:#?}");
}
