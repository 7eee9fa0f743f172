//! Studies that have what neither the sample nor the starter has: other kinds of samples, other editions, other
//! states of the work. Each is the starter with the edits that its name tells of.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{edit, present_nowhere, put, starter};

/// Empties a list of one of the study's files.
pub fn empty(study: &TempDir, file: &str, list: &str) {
    edit(study.path(), file, |v| v[list] = json!([]));
}

/// Takes a key out of the object of one of the study's files.
pub fn without(study: &TempDir, file: &str, key: &str) {
    edit(study.path(), file, |v| drop(v.as_object_mut().unwrap().remove(key)));
}

/// Leaves a study the deliverables whose ids are given.
pub fn owing(study: &TempDir, ids: &[&str]) {
    edit(study.path(), "study.json", |v| {
        v["deliverables"].as_array_mut().unwrap().retain(|d| ids.iter().any(|id| d["id"] == *id));
    });
}

/// Takes a key out of each object of a list in one of the study's files.
fn each_without(study: &TempDir, file: &str, list: &str, key: &str) {
    edit(study.path(), file, |v| {
        for one in v[list].as_array_mut().unwrap() {
            drop(one.as_object_mut().unwrap().remove(key));
        }
    });
}

/// A probability sample without a word on its weights: with a margin of error and a response rate. All its measures
/// are urgent, and all that its focus groups say is said by all.
pub fn probability() -> TempDir {
    let study = starter();
    owing(&study, &["interim-1", "interim-2", "final", "slides"]);
    edit(study.path(), "sample.json", |v| v["kind"] = json!("probability"));
    without(&study, "sample.json", "weighting");
    edit(study.path(), "recommendations.json", |v| {
        for one in v["recommendations"].as_array_mut().unwrap() {
            one["priority"] = json!("high");
            one["body"] = json!("body-utilities");
            one["evidence"].as_array_mut().unwrap().retain(|id| id != "x-1" && id != "x-2");
            one["evidence"].as_array_mut().unwrap().extend([json!("x-1"), json!("x-2")]);
        }
    });
    agree(&study, "agreed");
    edit(study.path(), "coverage.json", |v| {
        v["publications"].as_array_mut().unwrap().iter_mut().for_each(|p| p["views"] = json!([]));
    });
    edit(study.path(), "study.json", |v| {
        v["grant"]["waivers"] = json!([{
            "term": "coverage", "date": "2026-10-01",
            "document": {"kk": "тапсырыс берушінің хаты", "ru": "письмо заказчика"},
            "reason": {"kk": "жарияланымдар тоқтатылды", "ru": "публикации прекращены"},
        }]);
    });
    sort_cases(&study, |i, _| i % 5);
    study
}

/// Gives every case another category, by its place among how many.
fn sort_cases(study: &TempDir, category: impl Fn(usize, usize) -> usize) {
    edit(study.path(), "cases.json", |v| {
        let codes: Vec<Value> =
            v["categories"].as_array().unwrap().iter().map(|c| c["code"].clone()).collect();
        let cases = v["cases"].as_array_mut().unwrap();
        let count = cases.len();
        cases
            .iter_mut()
            .enumerate()
            .for_each(|(i, case)| case["category"] = codes[category(i, count)].clone());
    });
}

/// Gives every statement of the focus groups the same agreement.
fn agree(study: &TempDir, agreement: &str) {
    edit(study.path(), "focus-groups.json", |v| {
        for group in v["groups"].as_array_mut().unwrap() {
            for statement in group["statements"].as_array_mut().unwrap() {
                statement["agreement"] = json!(agreement);
            }
        }
    });
}

/// The public edition, with cases that it must not tell; no measure is urgent, and no focus group agrees.
pub fn public() -> TempDir {
    let study = starter();
    without(&study, "study.json", "grant");
    owing(&study, &["final", "slides"]);
    edit(study.path(), "study.json", |v| v["edition"] = json!("public"));
    edit(study.path(), "cases.json", |v| v["cases"][0]["restricted"] = json!(true));
    edit(study.path(), "recommendations.json", |v| {
        for one in v["recommendations"].as_array_mut().unwrap() {
            one["priority"] = json!("medium");
        }
    });
    agree(&study, "divided");
    sort_cases(&study, |i, count| if i + 1 == count && count % 2 == 1 { 2 } else { i % 2 });
    study
}

/// At its beginning: no approvals, nobody with credentials, nothing handed over, steps not done, no grant.
pub fn begun() -> TempDir {
    let study = starter();
    owing(&study, &["interim-1", "interim-2", "final", "slides"]);
    let path = study.path();
    edit(path, "instruments.json", |v| {
        v["instruments"].as_array_mut().unwrap().retain(|i| i["kind"] != "questionnaire");
    });
    edit(path, "instruments.json", |v| drop(v["instruments"][0].as_object_mut().unwrap().remove("approval")));
    each_without(&study, "study.json", "team", "credentials");
    each_without(&study, "calendar.json", "steps", "done");
    without(&study, "study.json", "grant");
    without(&study, "sample.json", "outcomes");
    empty(&study, "sample.json", "quotas");
    edit(path, "sample.json", |v| v["planned"] = json!(3000));
    without_cases(&study);
    study
}

/// Takes the cases out of a study, and out of what rests on them.
fn without_cases(study: &TempDir) {
    empty(study, "cases.json", "cases");
    let is_case = |id: &Value| id.as_str().is_some_and(|id| id.starts_with("case-"));
    for (file, list) in [("recommendations.json", "findings"), ("recommendations.json", "recommendations")] {
        edit(study.path(), file, |v| {
            for one in v[list].as_array_mut().unwrap() {
                one["evidence"].as_array_mut().unwrap().retain(|id| !is_case(id));
            }
        });
    }
}

/// With a draft of the final report at most: a grant whose terms are not met yet, some instruments agreed, interviews of experts
/// and of focus groups before the first report, its results so early that only the plan of interviews is known.
pub fn under_way() -> TempDir {
    let study = starter();
    let path = study.path();
    owing(&study, &["interim-1", "interim-2", "final"]);
    edit(path, "study.json", |v| {
        for deliverable in v["deliverables"].as_array_mut().unwrap() {
            if deliverable["id"] == "final" {
                drop(deliverable.as_object_mut().unwrap().remove("counts_as"));
                deliverable["cutoff"] = json!("2026-06-30");
            }
        }
        v["team"].as_array_mut().unwrap().retain(|m| m["role"] != "sociologist");
    });
    each_without(&study, "study.json", "deliverables", "handed_over");
    each_without(&study, "instruments.json", "instruments", "approval");
    edit(path, "experts.json", |v| v["experts"][0]["date"] = json!("2026-06-25"));
    edit(path, "focus-groups.json", |v| v["groups"][0]["date"] = json!("2026-06-26"));
    edit(path, "coverage.json", |v| {
        v["publications"].as_array_mut().unwrap().iter_mut().for_each(|p| p["views"] = json!([]));
    });
    empty(&study, "fieldwork.json", "days");
    for file in ["preliminary.json", "final.json", "final.csv"] {
        fs::remove_file(path.join("results").join(file)).unwrap();
    }
    for (file, list) in [
        ("indices.json", "indices"),
        ("risk.json", "scores"),
        ("recommendations.json", "findings"),
        ("recommendations.json", "recommendations"),
        ("study.json", "hypotheses"),
        ("cases.json", "cases"),
        ("events.json", "events"),
    ] {
        empty(&study, file, list);
    }
    present_nowhere(path);
    study
}

/// No grant. Its indices have moved since the earlier stage, one is defined otherwise.
pub fn moved() -> TempDir {
    let study = starter();
    owing(&study, &["final", "slides"]);
    let path = study.path();
    without(&study, "study.json", "grant");
    edit(path, "results/preliminary.json", |v| {
        v["records"].as_array_mut().unwrap().retain(|r| r["question"] == "q-problems");
    });
    let read = super::read_json(path, "indices.json");
    let indices = [0, 1, 2, 3].map(|i| read["indices"][i]["id"].clone());
    edit(path, "indices.json", |v| {
        for (i, index) in v["indices"].as_array_mut().unwrap().iter_mut().enumerate() {
            let by = [-20.0, 20.0, 0.0][i.min(2)];
            for value in index["values"].as_array_mut().unwrap() {
                if value["stage"] == "preliminary" {
                    value["value"] = json!(value["value"].as_f64().unwrap() + by);
                    for end in value["ci"].as_array_mut().unwrap() {
                        *end = json!(end.as_f64().unwrap() + by);
                    }
                }
            }
            if i == 2 {
                let what = json!({"kk": "құрамдас бөліктері өзгерді", "ru": "изменены составляющие"});
                index["redefined"] = json!({"since": "2026-10-01", "what": what});
            }
        }
    });
    edit(path, "recommendations.json", |v| {
        for finding in v["findings"].as_array_mut().unwrap() {
            drop(finding.as_object_mut().unwrap().remove("measure"));
        }
        for (i, id) in indices.iter().enumerate() {
            v["findings"][i]["measure"] = json!({"index": id});
        }
        v["findings"][0]["evidence"] = json!(["x-1", "x-2"]);
        v["findings"][1]["evidence"] =
            json!([indices[0], indices[1], "t-qosymzhar", "t-qiyrsai", "x-1", "x-2"]);
        v["findings"][5]["evidence"] = json!(["x-1"]);
        v["findings"][5]["measure"] =
            json!({"share": {"question": "q-problems", "item": "prices", "options": ["1"]}});
        v["findings"][6]["evidence"] = json!(["x-1"]);
    });
    study
}

/// No territory stands above the city, some of special attention below; every territory is large. No grant.
pub fn calm() -> TempDir {
    let study = starter();
    owing(&study, &["interim-2", "final", "slides"]);
    let path = study.path();
    without(&study, "study.json", "grant");
    edit(path, "risk.json", |v| {
        let scores = v["scores"].as_array_mut().unwrap();
        let city = |stage: &Value| {
            let own = scores.iter().find(|s| s["stage"] == *stage && s.get("territory").is_none());
            own.unwrap()["ci"][1].as_f64().unwrap()
        };
        let kept: Vec<Value> = scores
            .iter()
            .filter(|s| s.get("territory").is_none() || s["ci"][0].as_f64().unwrap() <= city(&s["stage"]))
            .cloned()
            .collect();
        v["scores"] = json!(kept);
    });
    edit(path, "territories.json", |v| {
        v["territories"].as_array_mut().unwrap().iter_mut().for_each(|t| t["kind"] = json!("remote"));
    });
    edit(path, "indices.json", |v| {
        for index in v["indices"].as_array_mut().unwrap() {
            index["values"].as_array_mut().unwrap().retain(|value| value["n"].as_u64().unwrap() >= 100);
        }
    });
    edit(path, "recommendations.json", |v| {
        v["findings"].as_array_mut().unwrap().retain(|f| f["measure"].get("risk").is_none());
        for one in v["recommendations"].as_array_mut().unwrap() {
            one["evidence"].as_array_mut().unwrap().retain(|id| id != "f-territory");
        }
    });
    study
}

/// A draft of the final report, on preliminary results. No grant.
pub fn draft() -> TempDir {
    let study = starter();
    owing(&study, &["final"]);
    without(&study, "study.json", "grant");
    edit(study.path(), "study.json", |v| {
        for deliverable in v["deliverables"].as_array_mut().unwrap() {
            if deliverable["id"] == "final" {
                drop(deliverable.as_object_mut().unwrap().remove("counts_as"));
            }
        }
    });
    for file in ["final.json", "final.csv"] {
        fs::remove_file(study.path().join("results").join(file)).unwrap();
    }
    study
}

/// The city as a whole has no score of risk; the experts name another problem than the residents.
pub fn unrated() -> TempDir {
    let study = starter();
    without(&study, "study.json", "grant");
    owing(&study, &["interim-2", "final", "slides"]);
    edit(study.path(), "risk.json", |v| {
        v["scores"].as_array_mut().unwrap().retain(|s| s.get("territory").is_some());
    });
    edit(study.path(), "experts.json", |v| {
        for expert in v["experts"].as_array_mut().unwrap() {
            drop(
                expert.as_object_mut().unwrap().insert("answers".to_owned(), json!({"xq-problems": "roads"})),
            );
        }
    });
    study
}

/// Territories of high risk lie within the core, some or all; nothing is known of what adds to it in one.
pub fn at_the_core(all: bool) -> TempDir {
    let study = starter();
    owing(&study, &["final", "slides"]);
    edit(study.path(), "territories.json", |v| {
        for territory in v["territories"].as_array_mut().unwrap() {
            if all || territory["id"] == "t-qosymzhar" {
                territory["kind"] = json!("core");
            }
            if !all && territory["id"] != "t-qosymzhar" {
                drop(territory.as_object_mut().unwrap().remove("drivers"));
            }
        }
    });
    without(&study, "study.json", "grant");
    edit(study.path(), "study.json", |v| {
        let caption = json!({"kk": "Жоба тұсаукесері", "ru": "Презентация проекта"});
        let alt = json!({"kk": "Адамдар залда отыр", "ru": "Люди сидят в зале"});
        v["photographs"] = json!([{"id": "photo-1", "date": "2026-11-12", "file": "pictures/1.jpg", "caption": caption, "alt": alt}]);
    });
    let picture = fs::read(super::sample().join("pictures/presentation.jpg")).unwrap();
    put(study.path(), "pictures/1.jpg", picture);
    edit(study.path(), "events.json", |v| {
        let held =
            v["events"].as_array_mut().unwrap().iter_mut().find(|e| e["kind"] == "presentation").unwrap();
        held["decisions"][0]["body"] = json!("body-utilities");
    });
    study
}
