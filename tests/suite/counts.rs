//! One count of a thing: wherever a finished file of the sample, of whichever format and language, counts territories,
//! cases, views, experts or discussions, it prints the number that follows from the study as of its own day.
//!
//! What is expected is counted here from the JSON files; it shares no code with `facts`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::{office, read_json, sample, sample_files};

/// A thing that is counted, the data that files print of it, and its count as of a day, `YYYY-MM-DD`.
struct Thing {
    name: &'static str,
    data: &'static [&'static str],
    count: fn(&str) -> f64,
}

fn list(file: &str, name: &str) -> Vec<Value> {
    read_json(&sample(), file)[name].as_array().unwrap().clone()
}

fn len<T>(of: impl Iterator<Item = T>) -> f64 {
    f64::from(u32::try_from(of.count()).unwrap())
}

fn dated(file: &str, name: &str, day: &str) -> Vec<Value> {
    list(file, name).into_iter().filter(|one| one["date"].as_str().unwrap() <= day).collect()
}

/// Territories whose score of the latest results of a day rests on so many respondents that it is shown.
fn assessed(day: &str) -> f64 {
    let stages = ["preliminary", "final"].map(|stage| read_json(&sample(), &format!("results/{stage}.json")));
    let known = stages.iter().rfind(|results| results["date"].as_str().unwrap() <= day);
    let Some(stage) = known.map(|results| &results["stage"]) else { return 0.0 };
    let scores = list("risk.json", "scores").into_iter();
    len(scores
        .filter(|s| s["stage"] == *stage && s["territory"].is_string() && s["n"].as_u64().unwrap() >= 30))
}

/// Views by the end of a day: an address that is listed twice is one page, with its largest count.
fn views(day: &str) -> f64 {
    let mut pages: BTreeMap<String, f64> = BTreeMap::new();
    for publication in dated("coverage.json", "publications", day) {
        let mut counts = publication["views"].as_array().unwrap().iter();
        let known = counts.rfind(|count| count["date"].as_str().unwrap() <= day);
        let total = known.map_or(0.0, |count| count["total"].as_f64().unwrap());
        let page =
            pages.entry(publication["url"].as_str().unwrap().trim_end_matches('/').to_owned()).or_default();
        *page = page.max(total);
    }
    pages.values().sum()
}

fn participants(day: &str) -> f64 {
    let groups = dated("focus-groups.json", "groups", day).into_iter();
    groups.map(|group| group["women"].as_f64().unwrap() + group["men"].as_f64().unwrap()).sum()
}

const THINGS: &[Thing] = &[
    Thing {
        name: "territories named",
        data: &["=territories|length"],
        count: |_| len(list("territories.json", "territories").iter()),
    },
    Thing {
        name: "territories assessed",
        data: &[
            "facts.terms.territories.achieved",
            "=[tfortinfacts.risk.territoriesift.base_class!='hidden']|length",
        ],
        count: assessed,
    },
    Thing {
        name: "cases",
        data: &["facts.cases.count", "facts.terms.cases.achieved", "=facts.cases.cases|length"],
        count: |day| len(dated("cases.json", "cases", day).iter()),
    },
    Thing { name: "views", data: &["facts.coverage.views", "facts.terms.coverage.achieved"], count: views },
    Thing {
        name: "publications",
        data: &["=facts.coverage.publications|length"],
        count: |day| len(dated("coverage.json", "publications", day).iter()),
    },
    Thing {
        name: "experts",
        data: &["facts.experts.count", "facts.terms.experts.achieved"],
        count: |day| len(dated("experts.json", "experts", day).iter()),
    },
    Thing {
        name: "discussions",
        data: &["facts.focus_groups.count", "facts.terms.focus-groups.achieved"],
        count: |day| len(dated("focus-groups.json", "groups", day).iter()),
    },
    Thing { name: "participants", data: &["facts.focus_groups.participants"], count: participants },
];

/// The proof that a finished Office file carries.
fn proof(file: &[u8]) -> Value {
    let xml = office::part(file, "customXml/esepProof.xml");
    let text = xml.split_once("<proof").and_then(|(_, rest)| rest.split_once('>')).unwrap().1;
    let text = text.rsplit_once("</proof>").unwrap().0;
    serde_json::from_str(&quick_xml::escape::unescape(text).unwrap()).unwrap()
}

#[test]
fn a_thing_has_one_count_in_all_files_and_languages() {
    let mut files: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut of_languages: BTreeMap<(String, String), BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    let office = ["docx", "pptx", "xlsx"];
    let is_office = |name: &str| office.iter().any(|ending| name.ends_with(&format!(".{ending}")));
    for (name, bytes) in sample_files().iter().filter(|(name, _)| is_office(name)) {
        let proof = proof(bytes);
        let day = proof["cutoff"].as_str().unwrap();
        for datum in proof["data"].as_array().unwrap() {
            let id: String = datum["id"].as_str().unwrap().chars().filter(|c| !c.is_whitespace()).collect();
            let Some(thing) = THINGS.iter().find(|thing| thing.data.contains(&id.as_str())) else { continue };
            let (value, expected) = (datum["value"].as_f64().unwrap(), (thing.count)(day));
            assert!(
                (value - expected).abs() < 1e-9,
                "{}: {id} in {name} is {value}, not {expected}",
                thing.name
            );
            files.entry(thing.name).or_default().insert(name.clone());
            let (document, format) = name.split_once('.').unwrap();
            let format = format.split_once('.').unwrap().1;
            let key = (document.to_owned(), format.to_owned());
            let language = proof["language"].as_str().unwrap().to_owned();
            of_languages.entry(key).or_default().entry(language).or_default().insert(id);
        }
    }
    for thing in THINGS {
        let told = files.get(thing.name).map_or(0, BTreeSet::len);
        assert!(told >= 4, "{}: counted in {told} files: {:?}", thing.name, files.get(thing.name));
    }
    for (file, languages) in of_languages {
        let counts: Vec<&BTreeSet<String>> = languages.values().collect();
        assert!(
            counts.windows(2).all(|pair| pair[0] == pair[1]),
            "{file:?} counts other things: {languages:?}"
        );
    }
}
