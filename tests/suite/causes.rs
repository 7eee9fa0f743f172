//! One cause, one message: a whole column, a whole question, a whole file that is wrong is told of once, and what
//! follows from it is not. Numbers as people's programs write them are read.

use std::fs;
use std::path::Path;

use esep::diag::{Code, Severity};
use esep::pipeline::Request;

use crate::support::{checked, folder, starter};

const TABLE: &str = "results/final.csv";

/// Codes and places of the errors and warnings of a study.
fn told(study: &Path) -> Vec<String> {
    let request = Request { study: study.to_owned(), ..Request::default() };
    let found = checked(&request);
    let told = found.iter().filter(|d| d.severity > Severity::Note);
    told.map(|d| format!("{} {}", d.code, d.location.as_ref().map(ToString::to_string).unwrap_or_default()))
        .collect()
}

/// The rows of the starter's table, the head first.
type Rows = Vec<Vec<String>>;

fn rows(study: &Path) -> Rows {
    let text = fs::read_to_string(study.join(TABLE)).unwrap();
    text.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

/// What is told of the starter with its table changed.
fn with_table(change: impl FnOnce(&mut Rows)) -> Vec<String> {
    let study = starter();
    let mut rows = rows(study.path());
    change(&mut rows);
    let lines: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
    fs::write(study.path().join(TABLE), lines.join("\n") + "\n").unwrap();
    told(study.path())
}

/// Changes cells of columns, in the rows that are asked for.
fn cells(
    rows: &mut Rows,
    columns: &[&str],
    wanted: impl Fn(&[String]) -> bool,
    change: impl Fn(&str) -> String,
) {
    let at: Vec<usize> =
        columns.iter().map(|name| rows[0].iter().position(|head| head == name).unwrap()).collect();
    for row in rows.iter_mut().skip(1) {
        if wanted(row) {
            for at in &at {
                row[*at] = change(&row[*at]);
            }
        }
    }
}

fn number(cell: &str) -> f64 {
    cell.replace(',', ".").parse().unwrap()
}

fn times(factor: f64) -> impl Fn(&str) -> String {
    move |cell| format!("{:.4}", number(cell) * factor).replace('.', ",")
}

fn rounded(decimals: usize) -> impl Fn(&str) -> String {
    move |cell| format!("{:.decimals$}", number(cell)).replace('.', ",")
}

const ALL: fn(&[String]) -> bool = |_| true;
const SHARES: [&str; 3] = ["share", "ci_low", "ci_high"];

#[test]
fn an_unbroken_table_has_no_cause() {
    assert_eq!(with_table(|_| ()), Vec::<String>::new());
    assert_eq!(with_table(|rows| cells(rows, &SHARES, ALL, rounded(3))), Vec::<String>::new());
}

#[test]
fn a_column_in_another_unit_is_one_cause() {
    let one = |place: &str| vec![format!("E145 {TABLE}:{place}")];
    let of = |question: &'static str| move |row: &[String]| row[0] == question;
    for (columns, field) in [(&SHARES[..], "share"), (&SHARES[..1], "share"), (&SHARES[1..], "ci")] {
        for factor in [100.0, 1000.0] {
            let found = with_table(|rows| cells(rows, columns, ALL, times(factor)));
            assert_eq!(found, one(&format!("2 at {field}")), "{columns:?} {factor}");
        }
    }
    let found = with_table(|rows| cells(rows, &SHARES, of("q-safety"), times(100.0)));
    assert_eq!(found.len(), 1, "{found:#?}");
    for factor in [1000.0, 0.001] {
        let found = with_table(|rows| cells(rows, &["n_weighted"], ALL, times(factor)));
        assert_eq!(found, one("2 at n_weighted"), "{factor}");
        let found = with_table(|rows| cells(rows, &["n_weighted"], |row| !row[3].is_empty(), times(factor)));
        assert_eq!(found, one("3 at n_weighted"), "{factor}");
    }
    // Weights that gross up to the population are in a unit of their own.
    let found = with_table(|rows| cells(rows, &["n_weighted"], ALL, times(109_000.0 / 2520.0)));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn too_few_decimals_are_one_cause() {
    for (columns, field) in [(&SHARES[..], "share"), (&SHARES[..1], "share"), (&SHARES[1..], "ci")] {
        let found = with_table(|rows| cells(rows, columns, ALL, rounded(2)));
        assert_eq!(found, [format!("E145 {TABLE}:2 at {field}")], "{columns:?}");
    }
}

#[test]
fn lost_groups_and_rows_that_stand_twice_are_one_cause() {
    let found = with_table(|rows| cells(rows, &["by", "group"], ALL, |_| String::new()));
    assert_eq!(found, [format!("E125 {TABLE}:3 at by")]);
    let found = with_table(|rows| cells(rows, &["by", "group"], |row| row[3] == "sex", |_| String::new()));
    assert_eq!(found, [format!("E125 {TABLE}:3 at by")]);
    for columns in [&["group"][..], &["by"][..]] {
        let found = with_table(|rows| cells(rows, columns, ALL, |_| String::new()));
        assert_eq!(found.len(), 1, "{found:#?}");
    }
    let found = with_table(|rows| rows.insert(301, rows[300].clone()));
    assert_eq!(found, [format!("E125 {TABLE}:302 at option")]);
    let found = with_table(|rows| rows.extend_from_within(1..));
    assert_eq!(found.len(), 1, "{found:#?}");
    let found = with_table(|rows| {
        let mut other = rows[130].clone();
        other[6] = "1".into();
        rows.insert(131, other);
    });
    assert_eq!(found, [format!("E125 {TABLE}:132 at option")]);
}

#[test]
fn a_name_that_nothing_has_is_one_cause() {
    let renamed = |column, from: &'static str, to: &'static str| {
        with_table(|rows| {
            cells(rows, &[column], ALL, |cell| if cell == from { to.to_owned() } else { cell.to_owned() });
        })
    };
    let found = renamed("question", "q-work", "q-labour");
    assert_eq!(found.len(), 1, "{found:#?}");
    let found = renamed("group", "55+", "55 and over");
    assert_eq!(found.len(), 1, "{found:#?}");
    let found = with_table(|rows| cells(rows, &["item"], ALL, |_| String::new()));
    assert_eq!(found, [format!("E120 {TABLE}:2 at item")]);
    for ending in [".0", ",0"] {
        let found = with_table(|rows| cells(rows, &["option"], ALL, |cell| format!("{cell}{ending}")));
        assert_eq!(found, [format!("E120 {TABLE}:2 at option")]);
    }
}

/// Intervals by the normal approximation without a design effect.
fn by_another_formula(rows: &mut [Vec<String>]) {
    for row in rows {
        let (n, share) = (number(&row[5]), number(&row[9]));
        let half = 1.96 * (share * (1.0 - share) / n).sqrt();
        row[10] = format!("{:.6}", (share - half).max(0.0)).replace('.', ",");
        row[11] = format!("{:.6}", (share + half).min(1.0)).replace('.', ",");
    }
}

#[test]
fn an_interval_of_another_formula_is_one_cause() {
    let found = with_table(|rows| by_another_formula(&mut rows[1..]));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("E134"), "{found:#?}");
}

#[test]
fn a_wrong_base_hides_the_interval_of_its_row_and_not_those_of_the_table() {
    let codes = |found: &[String]| found.iter().map(|one| one[..4].to_owned()).collect::<Vec<_>>();
    // The second answer of a distribution: its base differs from that of the first.
    let answer = |rows: &Rows| rows.iter().position(|row| row[0] == "q-safety" && row[2] == "2").unwrap();
    let alone = with_table(|rows| {
        let at = answer(rows);
        rows[at][5] = "1800".into();
    });
    assert_eq!(codes(&alone), ["E135"], "{alone:#?}");
    let both = with_table(|rows| {
        let at = answer(rows);
        by_another_formula(&mut rows[at..]);
        rows[at][5] = "1800".into();
    });
    let mut both = codes(&both);
    both.sort();
    assert_eq!(both, ["E134", "E135"]);
}

#[test]
fn groups_that_nobody_was_asked_in_are_read() {
    // A breakdown whose one group has no respondents, beside the others that add up.
    for blank in ["NaN", "NA", "", "0"] {
        let found = with_table(|rows| {
            let mut group = Vec::new();
            for row in rows.iter().skip(1).filter(|row| row[3] == "sex" && row[4] == "m") {
                let mut row = row.clone();
                row[4] = "x".into();
                for cell in row.iter_mut().skip(5) {
                    *cell = blank.into();
                }
                group.push(row);
            }
            rows.extend(group);
        });
        // The group is not in the codebook; that is all there is to say.
        assert_eq!(found.len(), 1, "{blank} {found:#?}");
        assert!(found[0].starts_with("E120"), "{blank} {found:#?}");
    }
}

#[test]
fn numbers_are_read_as_programs_write_them() {
    let thousands = |mark: &'static str| {
        move |cell: &str| match cell.len() {
            4.. => format!("{}{mark}{}", &cell[..cell.len() - 3], &cell[cell.len() - 3..]),
            _ => cell.to_owned(),
        }
    };
    for mark in [" ", "\u{A0}", "\u{2009}", "\u{202F}", "'", ","] {
        let found = with_table(|rows| cells(rows, &["n", "n_option"], ALL, thousands(mark)));
        assert_eq!(found, Vec::<String>::new(), "{mark:?}");
    }
    for sign in ["%", " %", "\u{A0}%"] {
        let found = with_table(|rows| {
            cells(rows, &SHARES, ALL, |cell| format!("{:.4}{sign}", number(cell) * 100.0).replace('.', ","));
        });
        assert_eq!(found, Vec::<String>::new(), "{sign:?}");
    }
    let found = with_table(|rows| cells(rows, &["share"], ALL, |cell| format!("{:e}", number(cell))));
    assert_eq!(found, Vec::<String>::new());
    let found = with_table(|rows| cells(rows, &["n"], ALL, |cell| format!("{cell}.0")));
    assert_eq!(found, Vec::<String>::new());
    for titles in [vec![vec![String::new()]], vec![vec!["Topline".to_owned()], vec![String::new()]]] {
        let found = with_table(|rows| *rows = titles.into_iter().chain(rows.drain(..)).collect());
        assert_eq!(found, Vec::<String>::new());
    }
}

#[test]
fn a_wrong_cell_has_its_line_whatever_ends_the_lines() {
    for (ending, mark) in [("\n", ""), ("\r\n", ""), ("\r", ""), ("\r\n", "\u{FEFF}")] {
        let study = starter();
        let mut rows = rows(study.path());
        rows[199][5] = "abc".into();
        rows[20][0] = format!("\"{}\"", rows[20][0]);
        rows.insert(10, vec![String::new()]);
        let text: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
        fs::write(study.path().join(TABLE), format!("{mark}{}{ending}", text.join(ending))).unwrap();
        assert_eq!(told(study.path()), [format!("E112 {TABLE}:201 at n")], "{ending:?} {mark:?}");
    }
}

#[test]
fn names_and_texts_in_decomposed_letters_are_the_same() {
    let study = starter();
    let decomposed = |text: &str| text.replace('й', "и\u{306}").replace('ё', "е\u{308}");
    for name in ["codebook.json", "study.json", "cases.json"] {
        let path = study.path().join(name);
        let text = decomposed(&fs::read_to_string(&path).unwrap());
        assert!(text.contains('\u{306}'), "{name}");
        fs::write(path, text).unwrap();
    }
    assert_eq!(told(study.path()), Vec::<String>::new());
}

#[test]
fn a_file_that_is_not_there_is_one_cause_or_none() {
    let study = starter();
    for file in fs::read_dir(study.path()).unwrap().chain(fs::read_dir(study.path().join("results")).unwrap())
    {
        let path = file.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        let found = told(study.path());
        assert!(found.len() <= 1, "without {}: {found:#?}", path.display());
        fs::write(&path, bytes).unwrap();
    }
}

#[test]
fn what_is_left_of_the_example_is_told_once() {
    let made = folder();
    esep::pipeline::new_minimal(made.path(), esep::diag::UiLanguage::Ru).unwrap();
    for file in ["instruments.json", "experts.json"] {
        fs::copy(starter().path().join(file), made.path().join(file)).unwrap();
    }
    assert_eq!(told(made.path()), [format!("{} instruments.json", Code::ExampleLeft)]);
}

#[test]
fn the_least_study_checks() {
    let made = folder();
    esep::pipeline::new_minimal(made.path(), esep::diag::UiLanguage::Ru).unwrap();
    assert_eq!(told(made.path()), Vec::<String>::new());
}

#[test]
fn a_column_that_means_something_else_is_one_cause() {
    let one = |found: Vec<String>, code: &str, field: &str| {
        assert_eq!(found.len(), 1, "{field}: {found:#?}");
        assert!(found[0].starts_with(code) && found[0].ends_with(field), "{field}: {found:#?}");
    };
    let each =
        |change: &dyn Fn(&mut Vec<String>)| with_table(|rows| rows.iter_mut().skip(1).for_each(change));
    let written = |value: f64| format!("{value:.6}").replace('.', ",");
    one(each(&|row| row.swap(5, 6)), "E145", "at n");
    one(each(&|row| row[7] = written(number(&row[7]) * number(&row[9]))), "E145", "at n_weighted");
    one(each(&|row| row.swap(10, 11)), "E145", "at ci");
    let margin = |row: &[String]| written((number(&row[11]) - number(&row[10])) / 2.0);
    one(
        each(&|row| {
            let margin = margin(row);
            row[10].clone_from(&margin);
            row[11] = margin;
        }),
        "E145",
        "at ci",
    );
    one(each(&|row| row[8] = written(number(&row[8]) * 100.0)), "E145", "at deff");
    one(each(&|row| row[8] = written(1.0 / number(&row[8]))), "E145", "at deff");
    one(each(&|row| row[8] = written(number(&row[8]).sqrt())), "E134", "at ci");
    let counted = |row: &mut Vec<String>| row[9] = written(number(&row[6]) / number(&row[5]));
    one(each(&counted), "E145", "at share");
}

#[test]
fn codes_written_otherwise_are_one_cause() {
    let changed = |column: &str, change: fn(&str) -> String| {
        with_table(|rows| cells(rows, &[column], |row| !row[3].is_empty() || column == "option", change))
    };
    for (column, change) in [
        ("option", (|code| format!("0{code}")) as fn(&str) -> String),
        ("group", |code| code.to_uppercase()),
        ("by", |id| id.replace("sex", "Пол")),
        ("group", |code| code.replace('-', "–")),
    ] {
        let found = changed(column, change);
        assert_eq!(found.len(), 1, "{column}: {found:#?}");
        assert!(found[0].starts_with("E120") && found[0].ends_with(column), "{column}: {found:#?}");
    }
    let labels = |cell: &str| match cell {
        "m" => "Мужчины".to_owned(),
        "f" => "Женщины".to_owned(),
        other => other.to_owned(),
    };
    let found = with_table(|rows| cells(rows, &["group"], ALL, labels));
    assert_eq!(found, [format!("E120 {TABLE}:3 at group")]);
    // A list that was renamed is told once, too; it is no other spelling.
    let found =
        with_table(|rows| cells(rows, &["group"], |row| row[3] == "territory", |code| format!("x{code}")));
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn rows_that_are_left_out_or_do_not_belong_are_one_cause() {
    let found = with_table(|rows| rows.retain(|row| row[2] != "99"));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("E131"), "{found:#?}");
    let found = with_table(|rows| rows.retain(|row| !row[3].is_empty()));
    assert_eq!(found, [format!("E135 {TABLE}:2 at by")]);
    // Findings about groups have nothing to stand on.
    let found = with_table(|rows| rows.retain(|row| row[3].is_empty() || row[3] == "by"));
    assert!(
        !found.is_empty() && found.iter().all(|told| told.starts_with("E120 recommendations.json")),
        "{found:#?}"
    );
    let found = with_table(|rows| {
        let mut total = vec![String::new(); rows[0].len()];
        total[0] = "Итого".into();
        total[5] = "2520".into();
        rows.push(total);
    });
    assert_eq!(found.len(), 1, "{found:#?}");
    for above in ["\"\"", ";;;;;;;;;;;", "Таблица 1"] {
        let found = with_table(|rows| rows.insert(0, vec![above.to_owned()]));
        assert_eq!(found, Vec::<String>::new(), "{above}");
    }
    let found = with_table(|rows| {
        rows[0] = rows[0].iter().map(|name| format!("столбец {name}")).collect();
    });
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn what_repeats_in_a_file_is_one_cause() {
    let with_file = |file: &str, change: &dyn Fn(String) -> String| {
        let study = starter();
        let path = study.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, change(text)).unwrap();
        told(study.path())
    };
    let found = with_file("fieldwork.json", &|text| text.replace("\"date\": \"2026-", "\"date\": \"26.06."));
    assert_eq!(found.len(), 1, "{found:#?}");
    let found = with_file("codebook.json", &|text| text.replace("\"kk\": \"", "\"en\": \""));
    assert_eq!(found.iter().filter(|told| told.starts_with("E122")).count(), 1, "{found:#?}");
    // A question of several answers that is called one of one.
    let found = with_file("codebook.json", &|text| {
        text.replacen("\"type\": \"multiple\"", "\"type\": \"single\"", 1)
    });
    assert!(found.iter().all(|told| told.starts_with("E131")) && found.len() <= 2, "{found:#?}");
    // Results of another codebook.
    let found = with_file(TABLE, &|text| text.replace("\nq-", "\nother-"));
    assert!(found.contains(&format!("E120 {TABLE}:2 at question")), "{found:#?}");
}

#[test]
fn columns_that_slipped_are_one_cause() {
    let one = |found: Vec<String>, place: &str| assert_eq!(found, [format!("E145 {TABLE}:{place}")]);
    // Ten times too many answers, or respondents.
    for (column, factor) in [("n_option", 10.0), ("n", 10.0)] {
        let scaled = |cell: &str| format!("{:.0}", number(cell) * factor);
        one(with_table(|rows| cells(rows, &[column], ALL, scaled)), &format!("2 at {column}"));
    }
    // A cell was inserted into a column, or deleted from it.
    for (at, column) in [(0, "question"), (1, "item"), (2, "option")] {
        for is_down in [true, false] {
            let found = with_table(|rows| {
                let mut cells: Vec<String> = rows[1..].iter().map(|row| row[at].clone()).collect();
                if is_down {
                    cells.rotate_right(1)
                } else {
                    cells.rotate_left(1)
                }
                rows.iter_mut().skip(1).zip(cells).for_each(|(row, cell)| row[at] = cell);
            });
            one(found, &format!("2 at {column}"));
        }
    }
    one(with_table(|rows| rows.iter_mut().skip(1).for_each(|row| row.swap(8, 9))), "2 at share");
    // Breakdowns and groups exchanged: nothing follows from groups that nobody knows.
    let found = with_table(|rows| rows.iter_mut().skip(1).for_each(|row| row.swap(3, 4)));
    assert_eq!(found, [format!("E120 {TABLE}:3 at by")]);
}

/// What is told of the starter with a file changed.
fn with_json(file: &str, change: impl FnOnce(String) -> String) -> Vec<String> {
    let study = starter();
    let path = study.path().join(file);
    fs::write(&path, change(fs::read_to_string(&path).unwrap())).unwrap();
    told(study.path())
}

#[test]
fn dates_that_slipped_are_one_cause() {
    let years = |year: &'static str| move |text: String| text.replace("\"2026-", &format!("\"{year}-"));
    for (file, year, code) in [
        ("coverage.json", "2025", "W126"),
        ("coverage.json", "2062", "E164"),
        ("fieldwork.json", "2062", "E164"),
        ("experts.json", "2062", "E164"),
        ("sample.json", "2025", "E164"),
        ("results/final.json", "2025", "E164"),
    ] {
        let found = with_json(file, years(year));
        assert!(found.len() == 1 && found[0].starts_with(&format!("{code} {file}")), "{year}: {found:#?}");
    }
    let exchanged = |text: String| {
        let day = regex::Regex::new(r#""(\d{4})-(\d\d)-(0\d|1[0-2])""#).unwrap();
        day.replace_all(&text, "\"$1-$3-$2\"").into_owned()
    };
    let found = with_json("fieldwork.json", exchanged);
    assert!(found.len() == 1 && found[0].starts_with("E164 fieldwork.json"), "{found:#?}");
}

#[test]
fn scores_and_weights_in_another_unit_are_one_cause() {
    let scaled = |field: &'static str, factor: f64| {
        move |text: String| {
            let number = regex::Regex::new(&format!(r#"("{field}": )([0-9.]+)"#)).unwrap();
            let times =
                |c: &regex::Captures<'_>| format!("{}{}", &c[1], c[2].parse::<f64>().unwrap() * factor);
            number.replace_all(&text, times).into_owned()
        }
    };
    let found = with_json("indices.json", scaled("weight", 100.0));
    assert!(found.len() == 1 && found[0].starts_with("E142 indices.json"), "{found:#?}");
    // Score, interval and components of the risk agree with one another, and are shares.
    let found = with_json("risk.json", |text| {
        let text = scaled("score", 0.01)(scaled("rc-[a-z]+", 0.01)(text));
        let pair = regex::Regex::new(r#""ci": \[[^\]]*\]"#).unwrap();
        pair.replace_all(&text, "\"ci\": [0, 1]").into_owned()
    });
    assert!(found.len() == 1 && found[0].starts_with("E141 risk.json"), "{found:#?}");
}

#[test]
fn what_stands_twice_is_one_cause() {
    let twice = |list: &'static str| {
        move |text: String| {
            let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
            let items = value[list].as_array_mut().unwrap();
            items.extend(items.clone());
            value.to_string()
        }
    };
    for (file, list, code) in [("fieldwork.json", "days", "E125"), ("cases.json", "cases", "E121")] {
        let found = with_json(file, twice(list));
        assert!(found.len() == 1 && found[0].starts_with(code), "{found:#?}");
    }
}
