//! The statistical base holds what the reports print, digit by digit, and withholds what they withhold.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use esep::diag::Code;
use esep::document::{Block, Body, Document, plain_text};
use esep::facts::Facts;
use esep::pipeline::{Format, Request, Silent, build_in_memory};
use esep::study::Thresholds;
use esep::study::passport::Edition;
use serde_json::Value;

use crate::support::{
    edit, folder_with, holds_and_lacks, read_json, refuses, request, sample, sample_document, sample_file,
    starter,
};

/// The files of a zip, by their paths.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        files.insert(file.name().to_owned(), String::from_utf8(content).unwrap());
    }
    files
}

/// All files of a base, unpacked, as one text.
fn everything(study: &Path, edition: Edition) -> String {
    let request = Request {
        study: study.to_owned(),
        deliverables: vec!["base".to_owned()],
        edition: Some(edition),
        ..Request::default()
    };
    let built = build_in_memory(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    assert!(built.artifacts.len() > 1);
    built.artifacts.iter().flat_map(|file| unpacked(&file.bytes).into_values()).collect()
}

/// The rows of a table of a package, each by the names of its columns.
fn table(files: &BTreeMap<String, String>, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(files[&format!("data/{name}.csv")].as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn package() -> &'static [u8] {
    sample_file("base.zip")
}

/// Cells of the document's tables whose labels begin so, with their labels.
fn tables<'d>(document: &'d Document, begins: &str) -> Vec<(&'d str, Vec<Vec<String>>)> {
    let Body::Report(blocks) = &document.body else { panic!("a report") };
    let found = blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.label.starts_with(begins) => Some(table),
        _ => None,
    });
    let cells = |row: &esep::document::Row| row.cells.iter().map(|cell| plain_text(cell)).collect();
    found.map(|table| (table.label.as_str(), table.rows.iter().map(cells).collect())).collect()
}

fn sheet(file: &str, name: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(sample_file(file).to_vec())).unwrap();
    book.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

/// A number of a cell as Russian documents print shares.
fn printed(cell: &Data) -> String {
    let Data::Float(number) = cell else { panic!("{cell:?} is no number") };
    format!("{number:.1}").replace('.', ",")
}

#[test]
fn shares_of_the_workbook_are_those_of_the_report() {
    let rows = sheet("base.ru.xlsx", "Линейные");
    let mut compared = 0;
    for (label, report) in tables(sample_document("final", "ru"), "tab-top-") {
        let (_, id) = label.split_once("tab-top-").unwrap();
        let codebook = read_json(&sample(), "codebook.json");
        let question = codebook["questions"].as_array().unwrap().iter().find(|q| q["id"] == id).unwrap();
        let short = question["short"]["ru"].as_str().or(question["text"]["ru"].as_str()).unwrap();
        let own: Vec<&Vec<Data>> =
            rows.iter().filter(|row| row[0] == Data::String(short.to_owned())).collect();
        for line in report.iter().filter(|line| line[1].contains('(')) {
            let cells = own.iter().find(|row| {
                [&row[1], &row[2]].iter().any(|cell| **cell == Data::String(line[0].replace('\u{a0}', " ")))
            });
            let cells = cells.unwrap_or_else(|| panic!("{label}: no row for {}", line[0]));
            let share = format!("{} ({}–{})", printed(&cells[3]), printed(&cells[4]), printed(&cells[5]));
            assert_eq!(line[1].replace('\u{2060}', ""), share, "{label}: {}", line[0]);
            compared += 1;
        }
    }
    assert!(compared > 20, "only {compared} rows were compared");
}

#[test]
fn languages_of_the_workbook_hold_the_same_numbers() {
    let numbers = |file: &str| -> Vec<String> {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(sample_file(file).to_vec())).unwrap();
        let sheets: Vec<String> = book.sheet_names();
        let of = |cell: &Data| matches!(cell, Data::Float(_)).then(|| cell.to_string());
        let ranges = sheets.iter().map(|name| book.worksheet_range(name).unwrap());
        ranges
            .flat_map(|range| range.cells().filter_map(|(_, _, cell)| of(cell)).collect::<Vec<_>>())
            .collect()
    };
    let kazakh = numbers("base.kk.xlsx");
    assert!(kazakh.len() > 5000, "{}", kazakh.len());
    assert_eq!(kazakh, numbers("base.ru.xlsx"));
}

#[test]
fn the_package_agrees_with_the_workbook() {
    let files = unpacked(package());
    let sheet = sheet("base.ru.xlsx", "Пол");
    let groups: BTreeSet<String> = table(&files, "crosstabs")
        .iter()
        .filter(|row| row["breakdown"] == "sex" && row["question"] == "q-problems" && row["code"] == "water")
        .map(|row| row["percent"].replace('.', ","))
        .collect();
    let row = sheet
        .iter()
        .find(|row| row[2] != Data::Empty && row[1] == Data::String("Доля, %".to_owned()))
        .unwrap();
    assert_eq!(groups, BTreeSet::from([printed(&row[2]), printed(&row[3])]));
}

#[test]
fn tables_keep_to_their_schemas() {
    let files = unpacked(package());
    let package: Value = serde_json::from_str(&files["datapackage.json"]).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert!(resources.len() > 20);
    let names = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let keys = |rows: &[BTreeMap<String, String>], columns: &[String]| -> Vec<Vec<String>> {
        rows.iter().map(|row| columns.iter().map(|column| row[column].clone()).collect()).collect()
    };
    for resource in resources {
        let name = resource["name"].as_str().unwrap();
        assert!(files[resource["path"].as_str().unwrap()].lines().count() > 1, "{name} is empty");
        assert!(files[resource["path"].as_str().unwrap()].ends_with("\r\n"), "{name}: RFC 4180");
        let rows = table(&files, name);
        let own = keys(&rows, &names(&resource["schema"]["primaryKey"]));
        assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), own.len(), "{name}: a key occurs twice");
        for reference in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let other = table(&files, reference["reference"]["resource"].as_str().unwrap());
            let known: BTreeSet<Vec<String>> =
                keys(&other, &names(&reference["reference"]["fields"])).into_iter().collect();
            let given = keys(&rows, &names(&reference["fields"]));
            let lost =
                given.iter().find(|key| key.iter().any(|part| !part.is_empty()) && !known.contains(*key));
            assert_eq!(lost, None, "{name}: {reference}");
        }
    }
}

#[test]
fn the_package_is_the_same_whichever_language_is_built() {
    let only = |language: &str| {
        let request = Request { formats: vec![Format::Zip], ..request(&sample(), "base", language) };
        build_in_memory(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}")).artifacts
    };
    let russian = only("ru");
    assert_eq!(russian.len(), 1);
    assert_eq!(russian[0].info.name, "base.zip");
    assert!(russian[0].bytes == package());
}

#[test]
fn the_public_base_lacks_what_is_restricted() {
    let study = starter();
    let read = |file: &str| read_json(study.path(), file);
    let mut secret: Vec<String> = Vec::new();
    let mut take = |list: &Value, field: &str| {
        let restricted = list.as_array().unwrap().iter().filter(|x| x["restricted"] == true);
        secret.extend(restricted.map(|x| x[field]["ru"].as_str().unwrap().to_owned()));
    };
    take(&read("cases.json")["cases"], "description");
    take(&read("cases.json")["cases"], "title");
    take(&read("experts.json")["experts"], "judgement");
    for group in read("focus-groups.json")["groups"].as_array().unwrap() {
        let quotes = group["statements"].as_array().unwrap().iter().map(|s| s["quote"].clone());
        take(&quotes.filter(|q| !q.is_null()).collect(), "text");
    }
    assert!(secret.len() >= 4, "the starter study restricts too little: {secret:?}");
    let secret: Vec<&str> = secret.iter().map(String::as_str).collect();
    let (customer, public) =
        (everything(study.path(), Edition::Customer), everything(study.path(), Edition::Public));
    holds_and_lacks(&public, &[], &secret, &customer);
}

#[test]
fn the_public_base_lacks_small_cells() {
    let request = |edition| Request {
        study: sample(),
        deliverables: vec!["base".to_owned()],
        formats: vec![Format::Zip],
        edition: Some(edition),
        ..Request::default()
    };
    let built = |edition| {
        let built = build_in_memory(&request(edition), &Silent).unwrap_or_else(|f| panic!("{f:?}"));
        unpacked(&built.artifacts[0].bytes)
    };
    let (customer, public) = (built(Edition::Customer), built(Edition::Public));
    let small: Vec<[String; 3]> = table(&customer, "toplines")
        .iter()
        .filter(|row| (1..5).contains(&row["n_answer"].parse().unwrap_or(0_u32)))
        .map(|row| ["question", "item", "answer"].map(|column| row[column].clone()))
        .collect();
    assert!(!small.is_empty(), "the sample has no small cell");
    let rows = table(&public, "toplines");
    for key in &small {
        let own =
            rows.iter().find(|row| ["question", "item", "answer"].map(|c| row[c].clone()) == *key).unwrap();
        assert_eq!(own["status"], "withheld", "{key:?}");
        assert!(
            ["n_answer", "percent", "low", "high"].iter().all(|column| own[*column].is_empty()),
            "{own:?}"
        );
        // Nor do its groups add up to it.
        let groups = table(&public, "crosstabs");
        let groups = groups.iter().filter(|row| row["question"] == key[0] && row["code"] == key[2]);
        assert!(groups.clone().count() > 0 && groups.clone().all(|row| row["percent"].is_empty()), "{key:?}");
    }
    let withheld = |files| table(files, "crosstabs").iter().filter(|row| row["status"] == "withheld").count();
    assert_eq!(withheld(&customer), 0);
    assert!(withheld(&public) > 100);
    // A cell that alone is not shown in its row could be found from the total.
    let mut lines: BTreeMap<[String; 4], (usize, usize, usize)> = BTreeMap::new();
    for row in table(&public, "crosstabs") {
        let line =
            lines.entry(["question", "measure", "code", "breakdown"].map(|c| row[c].clone())).or_default();
        line.0 += usize::from(row["status"] == "withheld");
        line.1 += usize::from(row["percent"].is_empty());
        line.2 += 1;
    }
    // Where a breakdown has one group, that is the whole sample, of which the topline says the same.
    let alone: Vec<_> =
        lines.into_iter().filter(|(_, line)| line.0 > 0 && line.1 == 1 && line.2 > 1).collect();
    assert!(alone.is_empty(), "{alone:?}");
}

#[test]
fn marks_name_groups_with_smaller_shares() {
    let files = unpacked(package());
    let rows = table(&files, "crosstabs");
    let mut marks = 0;
    for row in rows.iter().filter(|row| !row["exceeds"].is_empty()) {
        assert_eq!(row["status"], "shown", "{row:?}");
        for group in row["exceeds"].split(' ') {
            let same = |other: &&BTreeMap<String, String>| {
                ["question", "measure", "code", "breakdown"].iter().all(|c| other[*c] == row[*c])
            };
            let other = rows.iter().filter(same).find(|other| other["group"] == group).unwrap();
            let share = |row: &BTreeMap<String, String>| row["percent"].parse::<f64>().unwrap();
            assert!(other["status"] == "shown" && share(row) > share(other), "{row:?} {other:?}");
            marks += 1;
        }
    }
    assert!(marks > 100, "{marks}");
}

#[test]
fn words_of_ones_own_change_what_they_name_alone() {
    let templates = folder_with("reports/base/ru.toml", "[sheets.cases]\ntab = \"Обращения\"\n");
    let request = Request {
        templates: Some(templates.path().to_owned()),
        formats: vec![Format::Xlsx],
        ..request(&sample(), "base", "ru")
    };
    let built = build_in_memory(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    let book: Xlsx<_> = Xlsx::new(Cursor::new(built.artifacts[0].bytes.clone())).unwrap();
    let names = book.sheet_names();
    assert!(names.contains(&"Обращения".to_owned()) && names.contains(&"Паспорт".to_owned()), "{names:?}");
}

#[test]
fn a_name_that_no_sheet_can_have_is_told() {
    let long = format!("[sheets.cases]\ntab = \"{}\"\n", "К".repeat(32));
    let templates = folder_with("reports/base/ru.toml", &long);
    let out = crate::support::folder();
    let request = Request {
        templates: Some(templates.path().to_owned()),
        out: Some(out.path().to_owned()),
        ..request(&sample(), "base", "ru")
    };
    refuses(esep::pipeline::build(&request, &Silent), Code::WorkbookBuild, "31");
}

#[test]
fn a_study_before_its_results_has_a_base_too() {
    let study = starter();
    edit(study.path(), "study.json", |json| {
        let base =
            json["deliverables"].as_array_mut().unwrap().iter_mut().find(|d| d["id"] == "base").unwrap();
        base["cutoff"] = Value::from("2026-05-01");
    });
    let text = everything(study.path(), Edition::Customer);
    assert!(text.contains("codebook") || text.contains("codeBook"));
}

#[test]
fn reports_can_tell_what_the_base_holds() {
    let study =
        esep::study::read(&esep::source::Folder::open(&sample()).unwrap(), &Thresholds::embedded()).study;
    let facts = Facts::new(&study.as_of("2026-11-20".parse().unwrap()));
    let told = facts.base.unwrap();
    let files = unpacked(package());
    let shown = |name: &str, measures: &[&str]| {
        let is_counted = |row: &&BTreeMap<String, String>| {
            !row["percent"].is_empty() && row.get("measure").is_none_or(|m| measures.contains(&m.as_str()))
        };
        table(&files, name).iter().filter(is_counted).count()
    };
    assert_eq!(told.shares, shown("toplines", &[]) + shown("crosstabs", &["answer", "item"]));
    let counted = ["questions", "breakdowns", "indices", "risk", "cases", "publications"]
        .map(|name| table(&files, name).len());
    let told =
        [told.questions, told.breakdowns, told.indices, told.territories, told.cases, told.publications];
    assert_eq!(told, counted);
}
