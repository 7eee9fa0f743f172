//! The study as a workbook: nothing is lost on the way there and back, what Excel makes of entries is met, and every
//! fault is told by sheet and cell.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use esep::diag::{Code, Diagnostic, Diagnostics, UiLanguage};
use esep::pipeline::{Format, Request, StudyShape, convert, inspect};
use esep::workbook::{self, WORKBOOK};
use serde_json::json;

use crate::support::book::{Book, changed, starter_book};
use crate::support::office::part;
use crate::support::{build_one, files_below, folder, put, sample, starter};

/// What a check of the data says.
fn findings(study: &Path) -> Diagnostics {
    let request = Request { study: study.to_owned(), data_only: true, ..Request::default() };
    match inspect(&request) {
        Ok(inspection) => inspection.findings,
        Err(faults) => faults,
    }
}

/// Findings as code, place in Russian and sentence; what the unbroken study says is left out.
fn told(study: &Path) -> Vec<String> {
    static USUAL: LazyLock<Diagnostics> = LazyLock::new(|| findings(starter_book().path()));
    let line = |d: &Diagnostic| {
        let place = d.location.as_ref().map(|p| p.render(UiLanguage::Ru)).unwrap_or_default();
        assert!(d.hint.is_some(), "{d}");
        format!("{} {place}: {}", d.code, d.message.render(UiLanguage::Ru))
    };
    findings(study).iter().filter(|d| !USUAL.iter().any(|u| u == *d)).map(line).collect()
}

#[track_caller]
fn tells(change: impl FnOnce(&mut Book), expected: &[&str]) {
    let study = changed(change);
    let told = told(study.path());
    assert_eq!(told, expected, "\n{}\n", told.join("\n"));
}

/// A workbook and its folder say what the folder of JSON says; both ways give the same bytes again.
fn there_and_back(study: &Path, language: UiLanguage) {
    let out = folder();
    let path = |name: &str| out.path().join(name);
    let make = |from: &Path, shape, to: &str| {
        convert(from, shape, Some(&path(to)), language).unwrap_or_else(|f| panic!("{to}: {f:?}"))
    };
    let json = make(study, StudyShape::Json, "json");
    let book = make(study, StudyShape::Workbook, "book");
    let again = make(&book, StudyShape::Json, "json-again");
    let book_again = make(&again, StudyShape::Workbook, "book-again");
    assert!(files_below(&json).iter().any(|(name, _)| name.ends_with("study.json")));
    for (one, other) in [(&json, &again), (&book, &book_again)] {
        let (one, other) = (files_below(one), files_below(other));
        let names = |files: &[(std::path::PathBuf, Vec<u8>)]| {
            files.iter().map(|(name, _)| name.clone()).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(names(&one), names(&other));
        for (name, bytes) in one {
            assert!(other.contains(&(name.clone(), bytes)), "{} differs", name.display());
        }
    }
}

#[test]
fn the_sample_goes_there_and_back() {
    there_and_back(&sample(), UiLanguage::Ru);
}

#[test]
fn the_starter_goes_there_and_back_in_each_language() {
    for language in UiLanguage::ALL {
        there_and_back(starter().path(), language);
    }
}

/// The codec is not asked whether it is right: the files are compared as JSON, defaults left aside.
#[test]
fn the_values_are_those_of_the_files() {
    use serde_json::Value;
    fn plain(value: Value) -> Value {
        match value {
            Value::Object(fields) if fields.len() == 1 && fields.contains_key("nom") => fields["nom"].clone(),
            Value::Object(fields) => fields
                .into_iter()
                .filter(|(name, v)| name != "$schema" && !v.is_null() && *v != Value::Bool(false))
                .map(|(name, v)| (name, plain(v)))
                .filter(|(_, v)| *v != serde_json::json!([]) && *v != serde_json::json!({}))
                .collect(),
            Value::Array(items) => items.into_iter().map(plain).collect(),
            Value::Number(number) => serde_json::json!(number.as_f64()),
            other => other,
        }
    }
    let out = folder();
    let made =
        convert(&sample(), StudyShape::Workbook, Some(&out.path().join("book")), UiLanguage::Kk).unwrap();
    let read = workbook::read_files(&fs::read(made.join(WORKBOOK)).unwrap()).unwrap();
    let mut compared = 0;
    for (name, bytes) in files_below(&sample()).into_iter().filter(|(name, _)| {
        name.extension().is_some_and(|e| e == "json") && !name.ends_with("tabulation.json")
    }) {
        let own: Value = serde_json::from_slice(&bytes).unwrap();
        let found = read.get(name.to_str().unwrap()).unwrap_or_else(|| panic!("no {}", name.display()));
        assert!(plain(own) == plain(found.clone()), "{} differs", name.display());
        compared += 1;
    }
    assert_eq!(compared, 17);
}

#[test]
fn a_check_says_the_same_of_both() {
    let count = |study: &Path| {
        let found = findings(study);
        found
            .iter()
            .map(|d| (d.code, d.message.render(UiLanguage::En)))
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(count(starter().path()), count(starter_book().path()));
    assert_eq!(count(starter_book().path()), count(&starter_book().path().join(WORKBOOK)));
}

#[test]
fn documents_have_the_text_that_json_gives() {
    let (one, other) = (folder(), folder());
    build_one(starter().path(), one.path(), "interim-1", "ru", Format::Docx)
        .unwrap_or_else(|f| panic!("{f:?}"));
    build_one(starter_book().path(), other.path(), "interim-1", "ru", Format::Docx)
        .unwrap_or_else(|f| panic!("{f:?}"));
    let file = "interim-1.ru.docx";
    // The proofs differ: they name the sheet and cell where the other names the file and line.
    let body = |folder: &Path| part(&fs::read(folder.join(file)).unwrap(), "word/document.xml");
    assert!(body(one.path()) == body(other.path()));
    let manifest = fs::read_to_string(other.path().join("manifest.json")).unwrap();
    assert!(manifest.contains("\"study.xlsx\"") && !manifest.contains("cases.json"), "{manifest}");
}

#[test]
fn what_excel_makes_of_entries_is_undone_where_it_is_beyond_doubt() {
    let study = changed(|book| {
        let percent = book.format(9);
        // A share shown as a percentage, and one typed with a sign; a score of 0 to 100 shown as a percentage.
        book.cell("Компоненты риска", "D2", &format!("s=\"{percent}\"><v>0.4</v>"));
        book.text("Компоненты риска", "D3", "35 %");
        book.cell("Баллы риска", "D2", &format!("s=\"{percent}\"><v>0.58</v>"));
        // A day as a bare serial number, and one as text.
        book.cell("Кейсы", "D2", "><v>46162</v>");
        book.text("Кейсы", "D3", "10.06.2026");
        // A number as text, with the space that cannot break; blanks that cannot be seen.
        book.text("Территории", "P2", "\u{A0}24\u{A0}300 ");
        book.text("Кейсы", "C3", "  t-qiyrsai\u{A0}");
        // A code as a number; a label in another language and in capitals.
        book.cell("Ответы", "B3", "><v>1</v>");
        book.text("Кейсы", "K2", "ЖОҒАРЫ");
        // Letters in two parts (NFD), and the time of day as a part of it.
        book.text("Кейсы", "F2", "\u{418}\u{306}од в воде");
        book.cell("Повестка", "B2", "><v>0.4375</v>");
        // A formula with its result.
        book.cell("Территории", "P3", "><f>2*9</f><v>18</v>");
    });
    let read = workbook::read_files(&fs::read(study.path().join(WORKBOOK)).unwrap()).unwrap();
    for (file, pointer, expected) in [
        ("risk.json", "/components/0/weight", json!(0.4)),
        ("risk.json", "/components/1/weight", json!(0.35)),
        ("risk.json", "/scores/0/score", json!(58)),
        ("cases.json", "/cases/0/date", json!("2026-05-20")),
        ("cases.json", "/cases/1/date", json!("2026-06-10")),
        ("territories.json", "/territories/0/population", json!(24300)),
        ("cases.json", "/cases/1/territory", json!("t-qiyrsai")),
        ("codebook.json", "/questions/1/options/0/code", json!("1")),
        ("cases.json", "/cases/0/severity", json!("high")),
        ("cases.json", "/cases/0/title/ru", json!("\u{419}од в воде")),
        ("events.json", "/events/2/agenda/0/starts", json!("10:30")),
        ("territories.json", "/territories/1/population", json!(18)),
    ] {
        assert_eq!(read[file].pointer(pointer), Some(&expected), "{file}{pointer}");
    }
}

#[test]
fn what_is_in_doubt_is_told_by_sheet_and_cell() {
    tells(
        |book| {
            let date = book.format(14);
            book.cell("Группы разрезов", "B4", &format!("s=\"{date}\"><v>46270</v>"));
            book.cell("Кейсы", "D2", "t=\"e\"><v>#REF!</v>");
            book.cell("Кейсы", "L2", "><f>A1</f>");
            book.text("Кейсы", "K3", "высокй");
            book.text("Кейсы", "D4", "5/6/2026");
            book.text("Ответы", "A3", "q-chanel");
            book.cell("Кейсы", "M6", ">");
        },
        &[
            "E118 study.xlsx, лист «Группы разрезов», B4: дата 2026-09-05 там, где нужен код или текст",
            "E118 study.xlsx, лист «Ответы», A3: «ID вопроса»: q-chanel нигде нет",
            "E118 study.xlsx, лист «Кейсы», D2: в ячейке ошибка #REF!",
            "E118 study.xlsx, лист «Кейсы», L2: в ячейке формула, результат которой не сохранён",
            "E118 study.xlsx, лист «Кейсы», K3: значения \"высокй\" нет в списке: низкий, средний, высокий",
            "E112 study.xlsx, лист «Кейсы», D4: \"5/6/2026\" – не календарная дата",
            "E113 study.xlsx, лист «Кейсы», M6: ячейка «Состояние» пуста",
        ],
    );
}

/// Rows of the sheet of cases, the head aside.
const CASES: std::ops::RangeInclusive<usize> = 2..=9;

#[test]
fn what_is_wrong_with_a_whole_column_is_told_once() {
    // Seven dates in the form of another country and seven levels in words of nobody; two wrong states stand alone.
    tells(
        |book| {
            for row in CASES.take(7) {
                book.text("Кейсы", &format!("D{row}"), &format!("{row}/6/2026"));
                book.text("Кейсы", &format!("K{row}"), "высокй");
            }
            book.text("Кейсы", "M2", "откр");
            book.text("Кейсы", "M3", "закр");
        },
        &[
            "E112 study.xlsx, лист «Кейсы», D2: \"2/6/2026\" – не календарная дата; то же ещё в 6 строках, последняя – 8",
            "E118 study.xlsx, лист «Кейсы», K2: значения \"высокй\" нет в списке: низкий, средний, высокий; то же ещё в 6 строках, последняя – 8",
            "E118 study.xlsx, лист «Кейсы», M2: значения \"откр\" нет в списке: не рассмотрен, решается, решён",
            "E118 study.xlsx, лист «Кейсы», M3: значения \"закр\" нет в списке: не рассмотрен, решается, решён",
        ],
    );
}

#[test]
fn numbers_as_text_are_read_as_in_tables_of_records() {
    let study = changed(|book| {
        // Thousands and decimals by the marks of the column's other cells.
        book.text("Баллы риска", "D2", "58,25");
        book.text("Баллы риска", "D3", "1.024,5");
        book.text("Территории", "P2", "24,300");
        book.text("Территории", "P3", "1’976");
    });
    let read = workbook::read_files(&fs::read(study.path().join(WORKBOOK)).unwrap()).unwrap();
    for (file, pointer, expected) in [
        ("risk.json", "/scores/0/score", json!(58.25)),
        ("risk.json", "/scores/1/score", json!(1024.5)),
        ("territories.json", "/territories/0/population", json!(24300)),
        ("territories.json", "/territories/1/population", json!(1976)),
    ] {
        assert_eq!(read[file].pointer(pointer), Some(&expected), "{file}{pointer}");
    }
    tells(
        |book| book.text("Баллы риска", "D2", "58,250"),
        &["E118 study.xlsx, лист «Баллы риска», D2: число 58,250 можно прочесть двояко"],
    );
}

#[test]
fn columns_and_rows_that_nothing_reads() {
    tells(
        |book| {
            book.text("Кейсы", "O1", "Дaта");
            book.text("Кейсы", "P1", "Мои заметки");
            book.text("Кейсы", "P3", "спросить");
            book.text("Паспорт", "A12", "Заметка");
        },
        &[
            "W107 study.xlsx, лист «Паспорт», A12: строка «Заметка» не используется",
            "W107 study.xlsx, лист «Кейсы», O1: столбец «Дaта» не используется",
            "W107 study.xlsx, лист «Кейсы», P1: столбец «Мои заметки» не используется",
        ],
    );
}

#[test]
fn hidden_filtered_and_merged_cells_are_read_and_told() {
    tells(
        |book| {
            book.sheet("Кейсы", |xml| xml.replace("<row r=\"3\"", "<row hidden=\"1\" r=\"3\""));
            book.sheet("Ответы", |xml| {
                let merged = xml.replace(
                    "</sheetData>",
                    "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A3:A8\"/></mergeCells>",
                );
                (4..9).fold(merged, |xml, row| {
                    let cell = regex::Regex::new(&format!("<c r=\"A{row}\"[^>]*>.*?</c>")).unwrap();
                    cell.replace(&xml, "").into_owned()
                })
            });
        },
        &[
            "N106 study.xlsx, лист «Ответы», A3: объединены ячейки нескольких строк (мест: 1); значение взято для каждой строки",
            "N106 study.xlsx, лист «Кейсы», A3: 1 строка скрыта; она всё равно прочитана",
        ],
    );
}

#[test]
fn a_column_or_sheet_that_is_not_there_is_told_once() {
    tells(
        |book| book.text("Кейсы", "D1", "Когда"),
        &[
            "E117 study.xlsx, лист «Кейсы», A1: нет столбца «Дата»",
            "W107 study.xlsx, лист «Кейсы», D1: столбец «Когда» не используется",
        ],
    );
    // An id that nothing has is a rule's to find, at its cell.
    tells(
        |book| book.text("Кейсы", "C5", "t-qiyrsay"),
        &["E120 study.xlsx, лист «Кейсы», C5: нет территории с идентификатором `t-qiyrsay`"],
    );
    // A part of a thing that may be left out as a whole, but not half.
    tells(
        |book| book.cell("Паспорт", "B62", ">"),
        &["E113 study.xlsx, лист «Паспорт», B62: ячейка «Договор – Номер» пуста"],
    );
    tells(
        |book| book.rename("Вопросы", "Опросник"),
        &[
            "E117 study.xlsx: нет листа «Вопросы»",
            "W107 study.xlsx, лист «Опросник»: лист «Опросник» не используется",
        ],
    );
    tells(
        |book| book.rename("Паспорт", "Сведения"),
        &[
            "E117 study.xlsx: нет листа «Паспорт»",
            "W107 study.xlsx, лист «Сведения»: лист «Сведения» не используется",
        ],
    );
    tells(
        |book| book.rename("Списки", "Cases"),
        &["E117 study.xlsx, лист «Cases»: «Cases» и «Кейсы» – один и тот же лист"],
    );
}

#[test]
fn rows_that_are_no_records_are_told_once() {
    // A total below the rows, a second head and the numbers of the columns below the heads.
    let below = |head: &'static str| {
        move |xml: String| {
            let moved = moved_down(&xml, 1);
            let end = moved.find("</row>").unwrap() + "</row>".len();
            format!("{}{head}{}", &moved[..end], &moved[end..])
        }
    };
    let text = |address: &str, words: &str| {
        format!("<c r=\"{address}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
    };
    let total =
        format!("<row r=\"14\">{}<c r=\"C14\"><v>9030</v></c></row></sheetData>", text("A14", "Итого:"));
    tells(
        |book| book.sheet("Просмотры", |xml| xml.replace("</sheetData>", &total)),
        &["E118 study.xlsx, лист «Просмотры», A14: строка – итог («Итого:»), а не запись"],
    );
    tells(
        |book| {
            let cells = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>код</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>день</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>раз</t></is></c></row>";
            book.sheet("Просмотры", below(cells));
        },
        &["E118 study.xlsx, лист «Просмотры», A2: строка – вторая шапка: слова там, где нужны даты и числа"],
    );
    tells(
        |book| {
            let cells =
                "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c><c r=\"C2\"><v>3</v></c></row>";
            book.sheet("Просмотры", below(cells));
        },
        &[],
    );
}

#[test]
fn a_cell_with_an_error_is_told_alone() {
    let error = "t=\"e\"><v>#N/A</v>";
    tells(
        |book| book.cell("Кейсы", "F3", error),
        &["E118 study.xlsx, лист «Кейсы», F3: в ячейке ошибка #N/A"],
    );
    // What names a thing: neither is the thing missed nor what refers to it lost.
    for sheet in ["Публикации", "Вопросы", "Территории"] {
        tells(
            |book| book.cell(sheet, "A3", error),
            &[&format!("E118 study.xlsx, лист «{sheet}», A3: в ячейке ошибка #N/A")],
        );
    }
}

/// A sheet's XML with the rows below its first moved down.
fn moved_down(xml: &str, by: u32) -> String {
    let place = regex::Regex::new("r=\"([A-Z]*)(\\d+)\"").unwrap();
    let moved = place.replace_all(xml, |c: &regex::Captures<'_>| {
        let row: u32 = c[2].parse().unwrap();
        format!("r=\"{}{}\"", &c[1], if row > 1 { row + by } else { row })
    });
    moved.into_owned()
}

#[test]
fn other_heads_in_another_order_and_a_line_above_them() {
    tells(
        |book| {
            book.sheet("Контакты", |xml| {
                let down = regex::Regex::new("r=\"([A-Z]*)(\\d+)\"").unwrap();
                let moved = down.replace_all(&xml, |c: &regex::Captures<'_>| {
                    format!("r=\"{}{}\"", &c[1], c[2].parse::<u32>().unwrap() + 1)
                });
                moved.replace(
                    "<sheetData>",
                    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Наши контакты</v></c></row>",
                )
            });
        },
        &["N106 study.xlsx, лист «Контакты», A1: то, что стоит выше заголовков, не читается"],
    );
}

#[test]
fn a_lock_of_excel_is_no_file_of_the_study() {
    let study = starter_book();
    put(study.path(), "~$study.xlsx", b"\x05User");
    assert_eq!(told(study.path()), [] as [&str; 0]);
}

#[test]
fn json_beside_a_workbook_is_told() {
    let study = starter_book();
    put(study.path(), "cases.json", b"{}");
    let told = told(study.path());
    assert_eq!(told, ["W105 cases.json: `cases.json` не читается: исследование взято из study.xlsx"]);
    put(study.path(), "study.json", b"{}");
    assert!(
        findings(study.path())
            .iter()
            .any(|d| d.code == Code::FileUnknown && d.to_string().contains("study.xlsx"))
    );
}

#[test]
fn all_at_once_and_nothing_written() {
    let study = changed(|book| {
        book.sheet("Кейсы", |xml| xml.replace("<row r=\"3\"", "<row hidden=\"1\" r=\"3\""));
        book.text("Кейсы", "O1", "Мои заметки");
        book.text("Публикации", "B1", "Когда");
        book.cell("Кейсы", "D2", "t=\"e\"><v>#N/A</v>");
    });
    let out = folder();
    let faults =
        build_one(study.path(), out.path(), "interim-1", "ru", Format::Pdf).err().unwrap_or_default();
    assert!(fs::read_dir(out.path()).unwrap().next().is_none(), "a failed run wrote something");
    let found: Vec<Code> = faults.iter().map(|d| d.code).collect();
    for code in [Code::WorkbookOddity, Code::WorkbookStray, Code::WorkbookForm, Code::WorkbookCell] {
        assert!(found.contains(&code), "{code} is not among {found:?}");
    }
}

/// What is no workbook is refused with its cause, and nothing is written.
#[test]
fn what_is_no_workbook() {
    let refused = |bytes: &[u8]| {
        let (study, out) = (folder(), folder());
        put(study.path(), WORKBOOK, bytes);
        let faults =
            build_one(study.path(), out.path(), "interim-1", "ru", Format::Pdf).err().unwrap_or_default();
        assert!(fs::read_dir(out.path()).unwrap().next().is_none(), "a failed run wrote something");
        let faults: Vec<String> =
            faults.iter().map(|d| format!("{} {}", d.code, d.message.render(UiLanguage::Ru))).collect();
        faults.join("; ")
    };
    let old = "E410 файл старого вида (XLS) или защищён паролем";
    assert_eq!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), old);
    assert_eq!(refused(b"id;title\n1;x\n"), "E410 файл – не XLSX");
    let mut bomb = Book::read(&starter_book().path().join(WORKBOOK));
    bomb.parts.push(("xl/bomb.xml".to_owned(), vec![b' '; 49 << 20]));
    assert_eq!(refused(&bomb.bytes()), "E411 `xl/bomb.xml` внутри файла распаковывается больше чем в 48 МБ");
    let mut entities = Book::read(&starter_book().path().join(WORKBOOK));
    entities.part("xl/sharedStrings.xml", |xml| xml.replacen("<sst", "<!DOCTYPE x><sst", 1));
    assert!(refused(&entities.bytes()).starts_with("E411"), "{}", refused(&entities.bytes()));
    let mut far = Book::read(&starter_book().path().join(WORKBOOK));
    far.sheet("Контакты", |xml| {
        xml.replace(
            "</sheetData>",
            "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>x</v></c></row></sheetData>",
        )
    });
    assert!(!refused(&far.bytes()).starts_with("E41"));
}
