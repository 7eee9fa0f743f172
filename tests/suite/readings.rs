//! What the facts read from the sample: the decisions that sentences rest on.

use esep::facts::Facts;
use esep::quantity::Rounded;
use esep::source::Folder;
use esep::study::passport::Edition;
use esep::study::{Thresholds, read};
use serde_json::Value;

use crate::support::{copy_of_sample, edit, sample};

/// The facts of a study as of the final report, as templates see them.
fn facts(folder: &std::path::Path, edition: Edition) -> Value {
    let mut study = read(&Folder::open(folder).unwrap(), &Thresholds::embedded()).study;
    study.passport.edition = edition;
    serde_json::to_value(Facts::new(&study.as_of("2026-11-20".parse().unwrap()))).unwrap()
}

fn question<'a>(facts: &'a Value, id: &str) -> &'a Value {
    let blocks = facts["blocks"].as_array().unwrap();
    let mut all = blocks.iter().flat_map(|b| b["questions"].as_array().unwrap());
    all.find(|q| q["id"] == id).unwrap_or_else(|| panic!("{id}"))
}

/// A value as a document prints it with one decimal.
fn printed(value: &Value) -> String {
    Rounded::new(value.as_f64().unwrap(), 1).to_string()
}

/// The difference of a question by a breakdown.
fn difference<'a>(question: &'a Value, by: &str) -> &'a Value {
    let all = question["groups_reading"]["differing"].as_array().unwrap();
    all.iter().find(|d| d["id"] == by).unwrap_or_else(|| panic!("{by}"))
}

#[test]
fn groups_are_told_on_the_item_that_parts_them_most() {
    let facts = facts(&sample(), Edition::Customer);
    let safety = question(&facts, "q-safety");
    let by_sex = difference(safety, "sex");
    assert_eq!((&by_sex["measure"]["code"], &by_sex["low"]["code"]), (&"evening".into(), &"f".into()));
    assert_eq!(printed(&by_sex["difference"]), "18.0");
    assert_eq!(safety["reading"]["worst"]["only"]["code"], "evening");
    assert_eq!(question(&facts, "q-service-channel")["groups_reading"]["kind"], "none-proven");
    // The gap is that of the exact shares.
    assert_eq!(printed(&question(&facts, "q-problems")["reading"]["second"]["gap"]), "13.5");
}

#[test]
fn the_city_is_united_and_divided_by_what_the_tests_show() {
    let facts = facts(&sample(), Edition::Customer);
    let overview = &facts["overview"];
    assert_eq!(overview["kind"], "unites-and-divides");
    assert_eq!(overview["unites"][0]["measure"]["code"], "home");
    assert_eq!(overview["divided_by"]["only"]["code"], "territory-kind");
    let unites: Vec<&Value> = overview["unites"].as_array().unwrap().iter().map(|u| &u["question"]).collect();
    assert!(!unites.contains(&&Value::from("q-offence")), "its other answer differs by age");
    assert_eq!(overview["begin"]["territory"]["only"]["code"], "t-boztorgai");
    assert_eq!(
        (&overview["indices"]["kind"], &overview["terms"]["kind"]),
        (&"apart".into(), &"all-met".into())
    );
}

#[test]
fn all_territories_of_high_risk_lie_outside_of_the_core() {
    let facts = facts(&sample(), Edition::Customer);
    let risk = &facts["risk"]["reading"];
    assert_eq!((&risk["kind"], &risk["gathering"]["kind"]), (&"some-high".into(), &"all-outside".into()));
    assert_eq!((&risk["named"], &risk["assessed"], &risk["ranked"]), (&14.into(), &13.into(), &12.into()));
    let first = &facts["risk"]["territories"][0];
    assert_eq!((&first["id"], &first["feeds"]["from"]), (&"t-boztorgai".into(), &"city".into()));
    assert_eq!(facts["cases"]["reading"]["kind"], "none-solved");
    let agreed = &facts["experts"]["questions"][0]["reading"]["residents"]["kind"];
    assert_eq!(agreed, "same");
}

/// Every group that the questions' readings of groups tell of.
fn read_groups(facts: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    let questions =
        facts["blocks"].as_array().unwrap().iter().flat_map(|b| b["questions"].as_array().unwrap());
    questions.for_each(|question| groups(&question["groups_reading"], &mut found));
    found
}

/// Every group of a reading, wherever it stands.
fn groups<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(object) => {
            if object.contains_key("suppressed") {
                found.push(value);
            }
            object.values().for_each(|inner| groups(inner, found));
        }
        Value::Array(all) => all.iter().for_each(|inner| groups(inner, found)),
        _ => {}
    }
}

#[test]
fn the_public_edition_reads_no_suppressed_cell() {
    let public = facts(&sample(), Edition::Public);
    let found = read_groups(&public);
    let suppressed: Vec<_> = found.iter().filter(|g| g["suppressed"] == true).collect();
    assert!(!suppressed.is_empty(), "the sample has small cells in groups");
    assert!(suppressed.iter().all(|g| g["percent"].is_null() && g["low"].is_null()));
    let customer = facts(&sample(), Edition::Customer);
    let found = read_groups(&customer);
    assert!(found.iter().all(|g| g["suppressed"] == false));
}

#[test]
fn a_battery_without_sides_is_only_shares_and_compares_nothing() {
    let study = copy_of_sample();
    edit(study.path(), "codebook.json", |book| {
        let questions = book["questions"].as_array_mut().unwrap();
        for q in questions.iter_mut().filter(|q| q["id"] == "q-trust" || q["id"] == "q-climate") {
            for option in q["options"].as_array_mut().unwrap() {
                if option["role"] == "positive" || option["role"] == "negative" {
                    option.as_object_mut().unwrap().remove("role");
                }
            }
        }
    });
    let facts = facts(study.path(), Edition::Customer);
    let battery = question(&facts, "q-trust");
    assert_eq!(
        (&battery["reading"]["kind"], &battery["reading"]["headline"]),
        (&"shares".into(), &false.into())
    );
    assert_eq!(battery["groups_reading"]["kind"], "untested");
    let alone = question(&facts, "q-climate");
    assert_eq!(
        (&alone["reading"]["kind"], &alone["reading"]["scale"]["kind"]),
        (&"clear-leader".into(), &"plain".into())
    );
    assert_eq!(alone["groups_reading"]["widest"]["measure"]["kind"], "answer");
}
