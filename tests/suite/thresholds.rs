//! Thresholds that a study sets are applied and printed wherever the program's own are.

use std::path::Path;

use esep::diag::{Code, UiLanguage};
use esep::facts::stats::Base;
use esep::facts::{Facts, Tier};
use esep::pipeline::{BuildContext, Request, inspect};
use esep::source::Folder;
use esep::study::passport::{Edition, TermId};
use esep::study::{Thresholds, read};
use serde_json::{Value, json};

use crate::support::{copy_of_sample, edit, sample, starter};

/// The texts of the final report, the first interim one and the slides, in Kazakh and in Russian.
fn texts(study: &Path, edition: Edition) -> Vec<String> {
    let request = Request {
        study: study.to_owned(),
        deliverables: ["final", "interim-1", "slides"].map(str::to_owned).to_vec(),
        edition: Some(edition),
        ..Request::default()
    };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:#?}"));
    let documents = context.jobs().iter().map(|job| {
        let (document, _) = context.resolved(job).unwrap_or_else(|f| panic!("{f:#?}"));
        document.text().replace('\u{A0}', " ")
    });
    documents.collect()
}

fn with_thresholds(thresholds: Value) -> tempfile::TempDir {
    let study = copy_of_sample();
    edit(study.path(), "study.json", |s| s["thresholds"] = thresholds);
    study
}

/// What the program's own thresholds are printed as, and the study's.
const PRINTED: &[(&str, &str)] = &[
    ("база меньше 30 респондентов", "база меньше 60 респондентов"),
    ("база 30–59 респондентов", "база 60–89 респондентов"),
    ("шире 20 процентных пунктов", "шире 12 процентных пунктов"),
    ("меньше пяти респондентов", "меньше восьми респондентов"),
    ("в каждой – не менее семи.", "в каждой – не менее пяти."),
    ("по семь респондентов", "по пять респондентов"),
    ("база 30 респонденттен аз", "база 60 респонденттен аз"),
    ("база 30–59 респондент,", "база 60–89 респондент,"),
    ("аралығы 20 пайыздық тармақтан кең", "аралығы 12 пайыздық тармақтан кең"),
    ("бестен аз респондент", "сегізден аз респондент"),
    ("кемінде жеті респондент", "кемінде бес респондент"),
    ("әрқайсысы жеті респонденттен", "әрқайсысы бес респонденттен"),
];

fn own() -> Value {
    json!({
        "reported_base": 60, "ranked_base": 90, "plain_base": 150, "minimum_cell": 8, "wide_interval": 12,
        "focus_group_size": 5, "terms": [{"term": "cases", "demand": 20}]
    })
}

#[test]
fn every_text_that_names_a_threshold_prints_the_one_in_force() {
    let study = with_thresholds(own());
    let (program, own) = (texts(&sample(), Edition::Public), texts(study.path(), Edition::Public));
    let holds = |texts: &[String], sentence: &str| texts.iter().any(|text| text.contains(sentence));
    for (of_program, of_study) in PRINTED {
        assert!(holds(&program, of_program) && !holds(&program, of_study), "{of_program}");
        assert!(!holds(&own, of_program) && holds(&own, of_study), "{of_study}");
    }
}

#[test]
fn what_is_shown_ranked_and_demanded_follows_the_thresholds_in_force() {
    let facts = |study: &Path| {
        let study = read(&Folder::open(study).unwrap(), &Thresholds::embedded()).study;
        Facts::new(&study.as_of(jiff::civil::date(2026, 11, 20)))
    };
    let study = with_thresholds(own());
    let (program, own) = (facts(&sample()), facts(study.path()));
    let base =
        |facts: &Facts, id: &str| facts.risk.territories.iter().find(|t| t.id == id).unwrap().base_class;
    assert_eq!((base(&program, "t-shilibastau"), base(&own, "t-shilibastau")), (Base::Starred, Base::Hidden));
    assert_eq!((base(&program, "t-tassai"), base(&own, "t-tassai")), (Base::Thin, Base::Starred));
    let unranked = |f: &Facts| f.risk.territories.iter().filter(|t| t.tier == Tier::Unknown).count();
    assert!(unranked(&own) > unranked(&program));
    let demand = |f: &Facts| f.terms.iter().find(|t| t.id == TermId::Cases).unwrap().threshold;
    assert_eq!((demand(&program), demand(&own)), (15, 20));
    let breakdowns = |f: &Facts| {
        f.blocks.iter().flat_map(|b| &b.questions).flat_map(|q| q.breakdowns.clone()).collect::<Vec<_>>()
    };
    let wide = |f: &Facts| breakdowns(f).iter().flat_map(|b| &b.groups).filter(|g| g.wide).count();
    assert!(wide(&own) > wide(&program));
}

#[test]
fn messages_name_the_thresholds_in_force_and_intervals_follow_the_level() {
    let told = |study: &Path| {
        let request = Request { study: study.to_owned(), data_only: true, ..Request::default() };
        inspect(&request).unwrap_or_else(|f| panic!("{f:#?}")).findings
    };
    let small = |study: &Path| {
        let found = told(study);
        let finding = found.iter().find(|d| d.code == Code::SmallBase).unwrap();
        finding.message.render(UiLanguage::En)
    };
    assert!(small(&sample()).contains("under 30"));
    let started = small(starter().path());
    assert_eq!(
        started,
        "small bases; not shown (under 30): territory t-alysbel (preliminary.json 19, final.csv 25); not ranked \
         (30–59): territory t-qiyrsai (preliminary.json 32, final.csv 43); shown with the interval (60–99): \
         territory t-seriktas (preliminary.json 83)",
        "said once of all tables, without a list that is empty"
    );
    assert!(small(with_thresholds(own()).path()).contains("under 60"));
    // The sample's intervals are 95 % ones.
    let at_90 = with_thresholds(json!({"confidence_level": 90}));
    assert!(told(&sample()).iter().all(|d| d.code != Code::IntervalFormula));
    assert!(told(at_90.path()).iter().any(|d| d.code == Code::IntervalFormula));
}
