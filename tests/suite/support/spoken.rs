//! Studies that differ from others in what they say of their questions, groups and findings.

use serde_json::{Value, json};
use tempfile::TempDir;

use super::studies::{owing, without};
use super::{edit, starter};

/// What is said of those on either side of a scale, about `of`.
fn sides(kk: &str, ru: &str) -> Value {
    json!({
        "positive": {"kk": format!("{kk} жақсы деп бағалайды"), "ru": format!("хорошо оценивают {ru}")},
        "negative": {"kk": format!("{kk} нашар деп бағалайды"), "ru": format!("плохо оценивают {ru}")},
    })
}

/// The study with what it says of those on either side of its scales; of each of their items, too, where `items`.
pub fn with_sides(study: TempDir, items: bool) -> TempDir {
    edit(study.path(), "codebook.json", |book| {
        let scales = book["questions"].as_array_mut().unwrap().iter_mut().filter(|q| q["type"] == "scale");
        for question in scales {
            question["sides"] = sides("жағдайды", "положение");
            let coded = question.get_mut("items").and_then(Value::as_array_mut).into_iter().flatten();
            for item in coded.filter(|_| items) {
                item["sides"] = sides("осы жерді", "это место");
            }
        }
    });
    study
}

/// The study with its groups by sex as two territories.
pub fn by_territory(study: TempDir) -> TempDir {
    edit(study.path(), "codebook.json", |book| {
        let breakdowns = book["breakdowns"].as_array_mut().unwrap();
        breakdowns.retain(|b| b["id"] != "territory");
        breakdowns.iter_mut().filter(|b| b["id"] == "sex").for_each(|b| b["id"] = json!("territory"));
    });
    edit(study.path(), "results/final.json", |results| {
        for record in results["records"].as_array_mut().unwrap() {
            if let Some(group) = record["by"].get("sex").cloned() {
                record["by"] = json!({"territory": group});
            }
        }
    });
    study
}

/// A survey whose findings are all about a group and an answer of several, and whose experts answered one question, as
/// the residents did. No grant.
pub fn about_groups() -> TempDir {
    let study = starter();
    owing(&study, &["final", "slides"]);
    without(&study, "study.json", "grant");
    let mut left_out = Vec::new();
    edit(study.path(), "recommendations.json", |file| {
        let findings = file["findings"].as_array_mut().unwrap();
        let is_of_a_group =
            |f: &Value| f["measure"]["share"]["item"] == "water" || f["measure"]["share"]["item"] == "school";
        left_out.extend(findings.iter().filter(|f| !is_of_a_group(f)).map(|f| f["id"].clone()));
        findings.retain(is_of_a_group);
        for told in file["recommendations"].as_array_mut().unwrap() {
            let evidence = told["evidence"].as_array_mut().unwrap();
            evidence.retain(|id| !left_out.contains(id));
            if evidence.is_empty() {
                evidence.push(json!("q-problems"));
            }
        }
    });
    edit(study.path(), "experts.json", |file| {
        file["questions"].as_array_mut().unwrap().retain(|q| q["id"] == "xq-problems");
        for expert in file["experts"].as_array_mut().unwrap() {
            expert["answers"] = json!({"xq-problems": "prices"});
        }
    });
    study
}
