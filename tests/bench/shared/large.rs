//! A study as large as one likes, made of the starter.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use esep::diag::UiLanguage;
use esep::facts::stats::wilson;
use esep::pipeline::new_study;
use esep::quantity::whole::float;
use esep::study::Thresholds;
use serde_json::{Value, json};

/// Answers of each question.
pub const OPTIONS: usize = 5;
/// Respondents of each territory who gave each answer.
const CELL: usize = 10;

/// How large a study is.
pub struct Large {
    /// Questions of one answer.
    pub questions: usize,
    /// Territories, a breakdown of every question.
    pub territories: usize,
}

impl Large {
    /// Records of its results.
    pub fn records(&self) -> usize {
        self.questions * OPTIONS * (self.territories + 1)
    }

    /// The starter study with one huge file of results and without what counts its interviews.
    pub fn make(&self, study: &Path) {
        new_study(study, UiLanguage::En).unwrap_or_else(|f| panic!("{f:?}"));
        for file in ["experts", "focus-groups", "instruments", "calendar"] {
            fs::remove_file(study.join(format!("{file}.json"))).unwrap();
        }
        for file in ["fieldwork", "indices", "risk", "recommendations", "cases", "events", "coverage"] {
            fs::remove_file(study.join(format!("{file}.json"))).unwrap();
        }
        for file in ["results/preliminary.json", "results/final.json", "results/final.csv"] {
            fs::remove_file(study.join(file)).unwrap();
        }
        let text = |name: &str| json!({"kk": name, "ru": name});
        // What rests on the files above is not owed.
        edit(study, "study.json", |v| {
            let passport = v.as_object_mut().unwrap();
            for field in ["grant", "hypotheses"] {
                passport.remove(field);
            }
            passport["deliverables"].as_array_mut().unwrap().retain(|one| one["id"] == "final");
        });
        edit(study, "territories.json", |v| {
            let one = |i: usize| json!({"id": format!("t-{i}"), "name": text("А"), "kind": "core"});
            v["territories"] = (0..self.territories).map(one).collect();
        });
        edit(study, "codebook.json", |v| {
            let block = v["blocks"][0]["id"].clone();
            let group = |i: usize| json!({"code": format!("t-{i}"), "label": text("А")});
            let groups: Vec<Value> = (0..self.territories).map(group).collect();
            v["breakdowns"] = json!([{"id": "territory", "label": text("А"), "groups": groups}]);
            let options: Vec<Value> = (0..OPTIONS)
                .map(|i| json!({"code": i.to_string(), "label": text(&format!("А-{}", i + 1))}))
                .collect();
            let question = |i: usize| json!({"id": format!("question-{i}"), "type": "single", "block": block, "text": text(&format!("А-{}", i + 1)), "options": options});
            v["questions"] = (0..self.questions).map(question).collect();
        });
        edit(study, "sample.json", |v| {
            let sample = v.as_object_mut().unwrap();
            sample.remove("outcomes");
            sample.remove("quotas");
        });
        fs::write(study.join("results/final.json"), self.listed()).unwrap();
    }

    /// The file of results.
    fn listed(&self) -> String {
        let share = 1.0 / float(OPTIONS);
        let group = CELL * OPTIONS;
        let z = Thresholds::embedded().z;
        let bounds = |n: usize| wilson(share, float(n) / 1.2, z);
        let mut out = String::from(
            r#"{"stage": "final", "date": "2026-10-20", "collected": {"start": "2026-06-15", "end": "2026-09-12"}, "records": ["#,
        );
        for question in 0..self.questions {
            for place in 0..=self.territories {
                for option in 0..OPTIONS {
                    let (by, n) = match place {
                        0 => ("null".to_owned(), group * self.territories),
                        _ => (format!("{{\"territory\": \"t-{}\"}}", place - 1), group),
                    };
                    let (low, high) = bounds(n);
                    let n_option = n / OPTIONS;
                    if question + place + option > 0 {
                        out.push(',');
                    }
                    // Writing to a String cannot fail.
                    let _ = write!(
                        out,
                        "\n                {{\"question\": \"question-{question}\", \"item\": null, \"option\": \"{option}\", \"by\": {by}, \
                         \"n\": {n}, \"n_option\": {n_option}, \"n_weighted\": {n}.0, \"deff\": 1.2, \"share\": {share:.6}, \
                         \"ci\": [{low:.6}, {high:.6}]}}"
                    );
                }
            }
        }
        out.push_str("]}\n");
        out
    }
}

fn edit(study: &Path, file: &str, change: impl FnOnce(&mut Value)) {
    let path: PathBuf = study.join(file);
    let mut value: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    change(&mut value);
    fs::write(path, value.to_string()).unwrap();
}
