//! Tables of a question by groups: letters in the head, and behind a share those of the groups that it exceeds; the
//! base, the tables and the readings say the same.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use esep::document::{Block, Body, Table, plain_text};
use esep::facts::Facts;
use esep::pipeline::Request;
use esep::source::Folder;
use esep::study::passport::Edition;
use esep::study::{Thresholds, read};
use serde_json::Value;

use crate::support::{copy_of_sample, document, folder, request, sample, sample_file, stand_alone};

const TEMPLATE: &str = "# Таблицы {id=sec-a}

:::table id=tab-age question=q-problems by=age
По возрасту
:::

:::table id=tab-kind question=q-change by=territory-kind
По видам территорий
:::

:::table id=tab-territory question=q-services by=territory item=water
По территориям
:::

:::table id=tab-sex question=q-service-channel by=sex
По полу
:::
";

fn tables(edition: Edition) -> Vec<Table> {
    let (study, templates) = (copy_of_sample(), folder());
    stand_alone(study.path(), templates.path(), ("final", "ru"), TEMPLATE);
    let request = Request {
        templates: Some(templates.path().to_owned()),
        edition: Some(edition),
        ..request(study.path(), "final", "ru")
    };
    let Body::Report(blocks) = document(&request).body else { panic!("a report") };
    let tables = blocks.into_iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

fn texts(cells: &[esep::document::Cell]) -> Vec<String> {
    cells.iter().map(|cell| plain_text(cell).replace('\u{A0}', " ")).collect()
}

fn row(table: &Table, begins: &str) -> Vec<String> {
    let rows = table.rows.iter().map(|row| texts(&row.cells));
    rows.into_iter().find(|row| row[0].starts_with(begins)).unwrap_or_else(|| panic!("no {begins}"))
}

fn notes(table: &Table) -> String {
    table.notes.iter().map(|note| plain_text(note).replace('\u{A0}', " ")).collect()
}

/// The rows of the base by groups.
fn base() -> Vec<BTreeMap<String, String>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(sample_file("base.zip"))).unwrap();
    let mut text = String::new();
    zip.by_name("data/crosstabs.csv").unwrap().read_to_string(&mut text).unwrap();
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn groups_have_letters_and_shares_the_letters_of_those_that_they_exceed() {
    let [age, kind, territory, sex] = &tables(Edition::Customer)[..] else { panic!("four tables") };
    assert_eq!(
        texts(&age.head),
        ["Показатель", "A. 18–29 лет", "B. 30–44 года", "C. 45–59 лет", "D. 60 лет и старше"]
    );
    assert_eq!(row(age, "Нехватка работы")[1..], ["45,6 BCD", "29,1 D", "30,2 D", "13,5"]);
    assert_eq!(row(age, "n")[1..], ["735", "687", "581", "537"]);
    assert_eq!(row(kind, "Заметно улучшились +")[1..], ["36,3 BC", "24,4", "18,8", "34,0 BC"]);
    for word in ["z-критерий", "95 %", "Холма", "квотная"] {
        assert!(notes(age).contains(word), "{word}: {}", notes(age));
        assert!(notes(sex).contains(word), "{word}: {}", notes(sex));
    }
    assert!(notes(sex).contains("не выявлено") && !notes(age).contains("не выявлено"));
    // More groups than a page is wide stand below one another.
    assert_eq!(row(territory, "A. Куншуак")[1..], ["74,0 (68,6–78,8) EFGHIM", "334"]);
    assert_eq!(row(territory, "J. Шилибастау*")[1], "4,2 (1,1–14,7)", "a small base is not compared");
    assert_eq!(row(territory, "K. Когалы")[1], "—");
}

#[test]
fn tables_of_the_documents_have_the_marks_of_the_base() {
    let tables = tables(Edition::Customer);
    let age = &tables[0];
    let codes = ["18-29", "30-44", "45-59", "60+"];
    let letter_of = |code: &str| ["A", "B", "C", "D"][codes.iter().position(|c| *c == code).unwrap()];
    let mut compared = 0;
    for own in base().iter().filter(|row| row["question"] == "q-problems" && row["breakdown"] == "age") {
        let marks: String = own["exceeds"].split_whitespace().map(letter_of).collect();
        let share = own["percent"].replace('.', ",");
        let printed = if marks.is_empty() { share } else { format!("{share} {marks}") };
        let column = 1 + codes.iter().position(|c| *c == own["group"]).unwrap();
        let cells: Vec<String> = age.rows.iter().map(|row| texts(&row.cells)[column].clone()).collect();
        assert!(cells.contains(&printed), "{printed} {cells:?}");
        compared += 1;
    }
    assert!(compared > 40, "{compared}");
}

#[test]
fn readings_say_what_the_marks_say() {
    let study = read(&Folder::open(&sample()).unwrap(), &Thresholds::embedded()).study;
    let facts = serde_json::to_value(Facts::new(&study.as_of("2026-11-20".parse().unwrap()))).unwrap();
    let base = base();
    let (mut differ, mut alike) = (0, 0);
    let questions =
        facts["blocks"].as_array().unwrap().iter().flat_map(|b| b["questions"].as_array().unwrap());
    for question in questions {
        let id = question["id"].as_str().unwrap();
        for reading in question["groups_reading"]["breakdowns"].as_array().unwrap() {
            let rows =
                || base.iter().filter(|row| row["question"] == id && reading["id"] == row["breakdown"]);
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            match reading["kind"].as_str().unwrap() {
                "differ" => {
                    let code = text(&reading["measure"]["code"]);
                    let (high, low) =
                        (text(&reading["differ"]["high"]["code"]), text(&reading["differ"]["low"]["code"]));
                    let marked = rows().find(|row| row["code"] == code && row["group"] == high).unwrap();
                    assert!(marked["exceeds"].split(' ').any(|group| group == low), "{id}: {marked:?}");
                    differ += 1;
                }
                "none-proven" => {
                    let has_sum = rows().any(|row| row["measure"] == "positive");
                    let mut told = rows().filter(|row| !has_sum || row["measure"] == "positive");
                    assert!(told.all(|row| row["exceeds"].is_empty()), "{id} by {}", reading["id"]);
                    alike += 1;
                }
                _ => {}
            }
        }
    }
    assert!(differ > 20 && alike > 5, "{differ} {alike}");
}

#[test]
fn the_public_edition_marks_only_what_it_shows() {
    for table in tables(Edition::Public) {
        for row in &table.rows {
            for cell in texts(&row.cells) {
                assert!(!cell.starts_with('—') || cell == "—", "{}: {cell}", table.label);
            }
        }
    }
}
