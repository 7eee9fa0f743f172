//! Studies at the edges: a third of the data gone, all shares equal, one territory, sixty territories, two hundred
//! cases. The final report is whole in both languages and claims nothing that the data do not bear.

use std::fs;
use std::path::Path;

use esep::facts::stats::{effective_n, wilson};
use esep::pipeline::{BuildContext, Request};
use esep::study::Thresholds;
use serde_json::{Value, json};

use crate::support::{
    copy_of_sample, edit, holds_and_lacks, plain, present_nowhere, read_json, sample_document,
};

/// The texts of the final report in Kazakh and in Russian; their outlines are the same.
fn texts(study: &Path) -> [String; 2] {
    let request =
        Request { study: study.to_owned(), deliverables: vec!["final".into()], ..Request::default() };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:#?}"));
    assert_eq!(context.jobs().len(), 2);
    let resolved = |at: usize| context.resolved(&context.jobs()[at]).unwrap_or_else(|f| panic!("{f:#?}")).0;
    let documents = [resolved(0), resolved(1)];
    let outline = |at: usize| context.outline(&context.jobs()[at]).unwrap_or_else(|f| panic!("{f:#?}"));
    let [kk, ru] = [outline(0), outline(1)];
    for (kk, ru) in kk.iter().zip(&ru) {
        assert_eq!(kk, ru);
    }
    assert_eq!(kk.len(), ru.len());
    documents.map(|document| plain(&document))
}

/// Holds what the final reports say and what the whole sample's say but these do not.
#[track_caller]
fn say([kk, ru]: &[String; 2], language: &str, there: &[&str], gone: &[&str]) {
    let text = if language == "kk" { kk } else { ru };
    holds_and_lacks(text, there, gone, &plain(sample_document("final", language)));
}

/// A copy of the sample without these files, without the grant, whose terms it could not meet, and without verdicts
/// on hypotheses, whose evidence may be gone.
fn without(files: &[&str]) -> tempfile::TempDir {
    let study = copy_of_sample();
    for file in files {
        fs::remove_file(study.path().join(file)).unwrap();
    }
    edit(study.path(), "study.json", |s| {
        drop(s.as_object_mut().unwrap().remove("grant"));
        for hypothesis in s["hypotheses"].as_array_mut().unwrap() {
            drop(hypothesis.as_object_mut().unwrap().remove("verdict"));
        }
    });
    present_nowhere(study.path());
    let texts = study.path().join("text");
    fs::remove_dir_all(texts).unwrap();
    study
}

fn results(study: &Path, mut change: impl FnMut(&mut Vec<Value>)) {
    for file in ["results/final.json", "results/preliminary.json"] {
        edit(study, file, |r| change(r["records"].as_array_mut().unwrap()));
    }
}

#[test]
fn what_is_gone_is_not_spoken_of() {
    let talk = ["experts.json", "focus-groups.json", "cases.json", "events.json", "recommendations.json"];
    let both = texts(without(&talk).path());
    let gone = ["Экспертный опрос\n", "Реестр проблемных кейсов", "Рекомендации\n", "экспертов"];
    say(&both, "ru", &["Протестный риск территорий"], &gone);
    say(&both, "kk", &["Наразылық"], &["Ұсынымдар\n"]);
    let numbers = ["indices.json", "risk.json", "coverage.json", "fieldwork.json", "recommendations.json"];
    let both = texts(without(&numbers).path());
    say(&both, "ru", &["Реестр проблемных кейсов"], &["Индексы эффективности", "Протестный риск"]);
    say(&both, "kk", &[], &["Наразылық тәуекелі"]);
}

#[test]
fn equal_shares_have_no_leader_and_no_majority() {
    let study = without(&["indices.json", "risk.json", "recommendations.json"]);
    let codebook = read_json(study.path(), "codebook.json");
    let is_multiple = |id: &Value| {
        let questions = codebook["questions"].as_array().unwrap();
        questions.iter().any(|q| q["id"] == *id && q["type"] == "multiple")
    };
    results(study.path(), |records| {
        let groups: Vec<String> = records
            .iter()
            .map(|r| {
                let option = if is_multiple(&r["question"]) { r["option"].clone() } else { Value::Null };
                json!([r["question"], r["item"], r["by"], option]).to_string()
            })
            .collect();
        let count = |up_to: usize, at: usize| {
            u32::try_from(groups[..up_to].iter().filter(|g| **g == groups[at]).count()).unwrap()
        };
        for at in 0..records.len() {
            let (alike, before) = (count(records.len(), at), count(at, at));
            let record = &mut records[at];
            let n = u32::try_from(record["n"].as_u64().unwrap()).unwrap();
            let parts = if is_multiple(&record["question"]) { 2 } else { alike };
            if n < parts {
                continue;
            }
            let share = 1.0 / f64::from(parts);
            let (low, high) =
                wilson(share, effective_n(n, record["deff"].as_f64().unwrap()), Thresholds::embedded().z);
            record["share"] = json!(share);
            record["n_option"] = json!(n / parts + u32::from(alike > 1 && before < n % parts));
            record["ci"] = json!([low, high]);
        }
    });
    let both = texts(study.path());
    let claims =
        ["ольшинство опрошенных", "Чаще всего", "ильнее всего ответы различаются", "Из остальных ответов"];
    say(&both, "ru", &["доверительные интервалы пересекаются"], &claims);
    say(&both, "kk", &[], &["Респонденттердің көпшілігі"]);
}

#[test]
fn one_territory_is_compared_with_none() {
    let others =
        ["recommendations.json", "fieldwork.json", "cases.json", "experts.json", "focus-groups.json"];
    let study = without(&others);
    fs::remove_file(study.path().join("events.json")).unwrap();
    present_nowhere(study.path());
    let mut only = Value::Null;
    edit(study.path(), "territories.json", |t| {
        let list = t["territories"].as_array_mut().unwrap();
        list.truncate(1);
        only = list[0]["id"].clone();
    });
    edit(study.path(), "sample.json", |s| drop(s.as_object_mut().unwrap().remove("quotas")));
    let keep = |rows: &mut Value| {
        let rows = rows.as_array_mut().unwrap();
        rows.retain(|row| row.get("territory").is_none_or(|t| *t == only || t.is_null()));
    };
    edit(study.path(), "risk.json", |r| keep(&mut r["scores"]));
    edit(study.path(), "indices.json", |i| {
        for index in i["indices"].as_array_mut().unwrap() {
            index.get_mut("territories").map(keep);
        }
    });
    results(study.path(), |records| records.retain(|r| r["by"].get("territory").is_none()));
    let others = ["Тассай", "не учтены территории с малой базой"];
    say(&texts(study.path()), "ru", &["Протестный риск территорий"], &others);
}

#[test]
fn sixty_territories_and_two_hundred_cases_are_all_there() {
    let study = without(&["recommendations.json"]);
    let name = |at: usize| format!("t-new-{at}");
    let mut from = Vec::new();
    edit(study.path(), "territories.json", |t| {
        let list = t["territories"].as_array_mut().unwrap();
        let known = list.len();
        for at in known..60 {
            let mut copy = list[at % known].clone();
            from.push(copy["id"].clone());
            copy["id"] = json!(name(at));
            copy["tile"] = json!([8 + at / 10, at % 10]);
            list.push(copy);
        }
    });
    edit(study.path(), "risk.json", |r| {
        let scores = r["scores"].as_array_mut().unwrap();
        let known = scores.clone();
        for (at, of) in (60 - from.len()..).zip(&from) {
            for score in known.iter().filter(|s| s["territory"] == *of) {
                let mut copy = score.clone();
                copy["territory"] = json!(name(at));
                scores.push(copy);
            }
        }
    });
    edit(study.path(), "cases.json", |c| {
        let cases = c["cases"].as_array_mut().unwrap();
        let known = cases.len();
        for at in known..200 {
            let mut copy = cases[at % known].clone();
            copy["id"] = json!(format!("case-x{at}"));
            cases.push(copy);
        }
    });
    let [kk, ru] = texts(study.path());
    assert!(ru.contains("Собрано 200 проблемных кейсов"), "all cases");
    let rows = |text: &str| text.matches("Куншуак").count();
    assert!(rows(&ru) > 8 && kk.contains("60"), "{}", rows(&ru));
}
