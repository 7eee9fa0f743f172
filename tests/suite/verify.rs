//! A finished file proves its numbers, and every number of it is traced to where it comes from.

use std::fs;

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{Format, Request, Silent, VerifiedFile, build_in_memory, trace_file, verify_file};
use esep::proof::Traced;
use esep::proof::reading::{self, Reading};
use esep::study::passport::Edition;

use crate::support::digits::{OfficeDigit, office_changed, office_digits};
use crate::support::office::rewritten;
use crate::support::{codes, copy_of_sample, edit, folder, sample, sample_file};

/// What is said of a file of these bytes.
fn verified(name: &str, bytes: &[u8]) -> Result<VerifiedFile, Diagnostics> {
    let out = folder();
    let path = out.path().join(name);
    fs::write(&path, bytes).unwrap();
    verify_file(&path, None, &Request::default())
}

fn read(name: &str, bytes: &[u8]) -> Reading {
    reading::read(name, bytes.to_vec()).unwrap()
}

/// A digit's text with another digit in the place of its first.
fn other_digit(text: &str) -> String {
    let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
    let digit = text[at..].chars().next().and_then(|c| c.to_digit(10)).unwrap();
    format!("{}{}{}", &text[..at], (digit + 1) % 10, &text[at + 1..])
}

#[test]
fn what_was_built_proves_itself() {
    for (name, least) in [
        ("final.kk.pdf", 2500),
        ("final.ru.docx", 3500),
        ("slides.kk.pptx", 800),
        ("slides.ru.speaker.pdf", 400),
        ("attendance.kk.docx", 40),
        ("summary.ru.pdf", 10),
        ("base.kk.xlsx", 15000),
        ("base.ru.xlsx", 15000),
        ("base.zip", 15000),
    ] {
        let VerifiedFile { verification: found, .. } = verified(name, sample_file(name)).unwrap();
        assert_eq!(codes(&found.faults), Vec::new(), "{name}");
        assert!(found.proven >= least, "{name}: {} proven", found.proven);
        assert_eq!(found.read, found.proven + found.allowed, "{name}");
    }
}

#[test]
fn a_number_that_was_added_or_taken_out_is_found() {
    let added = rewritten(
        sample_file("summary.ru.docx"),
        |name, text| match name {
            "word/document.xml" => {
                text.replacen("<w:sectPr", "<w:p><w:r><w:t>Ещё 77 человек</w:t></w:r></w:p><w:sectPr", 1)
            }
            _ => text,
        },
        &[],
    );
    let found = verified("summary.ru.docx", &added).unwrap().verification;
    assert_eq!(codes(&found.faults), vec![Code::ProofNumberUnbound]);
    assert!(found.proven > 10);
}

#[test]
fn a_changed_study_is_told_with_the_numbers_that_differ() {
    let (out, study) = (folder(), copy_of_sample());
    let path = out.path().join("summary.kk.pdf");
    fs::write(&path, sample_file("summary.kk.pdf")).unwrap();
    let request = |study: &std::path::Path| Request { study: study.to_owned(), ..Request::default() };
    let same = verify_file(&path, Some(&request(&sample())), &Request::default()).unwrap();
    assert_eq!((same.is_current, codes(&same.verification.faults)), (Some(true), Vec::new()));
    edit(study.path(), "study.json", |v| v["title"]["kk"] = "Басқа атау".into());
    let other = verify_file(&path, Some(&request(study.path())), &Request::default()).unwrap();
    assert_eq!(other.is_current, Some(false));
    assert!(codes(&other.verification.faults).contains(&Code::ProofOtherState));
}

#[test]
fn a_number_is_traced_to_its_datum_and_everywhere() {
    let out = folder();
    let paths = ["final.kk.pdf", "slides.kk.pptx"].map(|name| {
        let path = out.path().join(name);
        fs::write(&path, sample_file(name)).unwrap();
        path
    });
    let traced = trace_file(&paths[0], "58,8", None, &paths[1..]).unwrap();
    let data = traced.found.iter().filter_map(|found| match found {
        Traced::Datum(datum, places) if datum.origin.record.is_some() => Some((datum, places)),
        _ => None,
    });
    let [(datum, places)] = data.collect::<Vec<_>>()[..] else { panic!("one datum with a record") };
    assert_eq!(datum.id, "questions.q-problems.items.prices.answers.1.percent");
    let record = datum.origin.record.as_ref().unwrap();
    let text = fs::read_to_string(sample().join(&record.file)).unwrap();
    let line = text.lines().nth(record.line as usize - 1).unwrap();
    let there: String = line.chars().skip(record.column as usize - 1).take(17).collect();
    assert_eq!((there.as_str(), record.value.as_str()), ("\"share\": 0.588034", "0.588034"));
    // The figure and the table of the annex print the same value under another id.
    let pages: Vec<&str> = places.iter().map(|printed| printed.place.as_str()).collect();
    assert!(pages.len() > 1, "{pages:?}");
    let page = pages[0].trim_start_matches("page ").parse().unwrap();
    assert!(trace_file(&paths[0], "58,8", Some(page), &[]).is_ok());
    let everywhere: Vec<&str> =
        traced.elsewhere.iter().flatten().flat_map(|(_, p)| p).map(|p| p.place.as_str()).collect();
    assert!(everywhere.contains(&"ppt/charts/chart1.xml"), "{everywhere:?}");
    let nothing = trace_file(&paths[0], "98765", None, &[]).unwrap_err();
    assert_eq!(codes(&nothing), vec![Code::TraceNothing]);
}

#[test]
fn a_changed_cell_is_told_by_sheet_and_address() {
    let whole = sample_file("base.ru.xlsx");
    let digits = office_digits(whole);
    let is_of_sheet = |d: &&OfficeDigit| d.part == "xl/worksheets/sheet4.xml" && d.element == "v";
    let changed = office_changed(whole, digits.iter().find(is_of_sheet).unwrap());
    let found = verified("base.ru.xlsx", &changed).unwrap().verification;
    let place = found.faults.iter().next().and_then(|fault| fault.location.clone()).unwrap();
    let cell = place.cell.unwrap();
    assert_eq!(cell.sheet, "Линейные");
    assert!(cell.address().is_some());
}

#[test]
fn a_package_of_data_is_held_to_its_descriptor() {
    let whole = sample_file("base.zip");
    let code = |bytes: &[u8]| match verified("base.zip", bytes) {
        Ok(file) => codes(&file.verification.faults),
        Err(faults) => codes(&faults),
    };
    assert_eq!(code(whole), Vec::new());
    let digit = |name: &str, text: String| {
        if name == "data/toplines.csv" { other_digit(&text) } else { text }
    };
    assert_eq!(code(&rewritten(whole, digit, &[])), vec![Code::ProofNumberDiffers]);
    let readme = |name: &str, text: String| if name == "README.ru.md" { format!("{text} 77") } else { text };
    assert_eq!(code(&rewritten(whole, readme, &[])), vec![Code::ProofNumberDiffers]);
    let more = rewritten(whole, |_, text| text, &[("data/more.csv", "n\r\n7\r\n")]);
    assert_eq!(code(&more), vec![Code::ProofNumberUnbound]);
    let none = |name: &str, text: String| if name == "datapackage.json" { "{}".to_owned() } else { text };
    assert!(code(&rewritten(whole, none, &[])).contains(&Code::ProofMissing));
    let broken = |name: &str, text: String| if name == "datapackage.json" { "{".to_owned() } else { text };
    assert_eq!(code(&rewritten(whole, broken, &[])), vec![Code::ProofBroken]);
    assert_eq!(code(sample_file("base.ru.xlsx")), vec![Code::PackageUnreadable]);
    let out = folder();
    let path = out.path().join("base.zip");
    fs::write(&path, whole).unwrap();
    assert_eq!(codes(&trace_file(&path, "58,8", None, &[]).map(|_| ()).unwrap_err()), vec![Code::Usage]);
    let request = Request { study: sample(), ..Request::default() };
    let same = verify_file(&path, Some(&request), &Request::default()).unwrap();
    assert_eq!((same.is_current, codes(&same.verification.faults)), (Some(true), Vec::new()));
}

#[test]
fn a_cell_and_a_derived_number_are_traced_to_their_records() {
    let out = folder();
    let path = out.path().join("base.ru.xlsx");
    fs::write(&path, sample_file("base.ru.xlsx")).unwrap();
    let traced = trace_file(&path, "58,8", None, &[]).unwrap();
    let of = |wanted: &str| {
        let found = traced.found.iter().find_map(|found| match found {
            Traced::Datum(datum, places) if datum.id == wanted => Some((datum, places)),
            _ => None,
        });
        found.unwrap_or_else(|| panic!("{wanted}"))
    };
    let (datum, places) = of("questions.q-problems.items.prices.answers.1.percent");
    assert!(datum.origin.record.is_some());
    let label = places[0].label.clone();
    assert!(label.starts_with("Линейные!D"), "{label}");
    let cell = trace_file(&path, &label, None, &[]).unwrap();
    assert!(matches!(&cell.found[..], [Traced::Datum(own, _)] if own.id == datum.id));
    // A sum names its parts, each with its own value and record.
    let (sum, _) = of("questions.q-social-support.crosstabs.education.elderly.vocational.value");
    assert!(sum.origin.inputs.len() > 1, "{:?}", sum.origin);
    let parts: Vec<_> =
        traced.sources.iter().filter(|source| sum.origin.inputs.contains(&source.id)).collect();
    assert_eq!(parts.len(), sum.origin.inputs.len());
    assert!(parts.iter().all(|part| part.origin.record.is_some()), "{parts:?}");
    let total: f64 = parts.iter().filter_map(|part| part.value).sum();
    assert!((total - sum.value).abs() < 1e-6, "{total} {}", sum.value);
}

#[test]
fn numbers_of_charts_have_records() {
    let text = proof("slides.kk.pptx", sample_file("slides.kk.pptx"));
    let proof: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut numbers = 0;
    for place in proof["places"].as_array().unwrap() {
        if !place["name"].as_str().unwrap().starts_with("ppt/charts/") {
            continue;
        }
        for number in place["numbers"].as_array().unwrap() {
            let Some(at) = number[1].as_u64() else { continue };
            let datum = &proof["data"][usize::try_from(at).unwrap()];
            // The sum of a group's answers of one side stands in the chart alone.
            let is_sum = datum["formula"] == "sum-of-answers";
            assert!(is_sum || !datum["id"].as_str().unwrap().starts_with("fig-"), "{datum}");
            numbers += 1;
        }
    }
    assert!(numbers > 50, "{numbers}");
}

/// The bytes of a file's proof.
fn proof(name: &str, bytes: &[u8]) -> String {
    String::from_utf8(read(name, bytes).proof.unwrap()).unwrap()
}

#[test]
fn the_public_edition_proves_without_what_it_withholds() {
    let (study, out) = (copy_of_sample(), folder());
    let build = |edition| {
        let request = Request {
            study: study.path().to_owned(),
            out: Some(out.path().to_owned()),
            deliverables: vec!["interim-2".into()],
            languages: vec!["ru".into()],
            formats: vec![Format::Docx],
            edition: Some(edition),
            ..Request::default()
        };
        build_in_memory(&request, &Silent).unwrap().artifacts.remove(0).bytes
    };
    let (customer, public) = (build(Edition::Customer), build(Edition::Public));
    let (customer, public) = (proof("a.docx", &customer), proof("a.docx", &public));
    // The digits of a share beyond its print stand in the customer's edition only.
    let value = customer.split("\"column\"").find_map(|part| {
        let value = part.split("\"value\":\"").nth(1)?.split('"').next()?;
        (value.starts_with("0.") && value.len() > 6).then(|| value.to_owned())
    });
    let value = value.unwrap();
    assert!(customer.contains(&value) && !public.contains(&value), "{value}");
    assert!(public.contains("\"edition\":\"public\"") && public.contains("results/preliminary.json"));
    // A datum that is suppressed is in neither text nor proof.
    let suppressed = |proof: &str| proof.matches("n_option").count();
    assert!(
        suppressed(&public) <= suppressed(&customer),
        "{} {}",
        suppressed(&public),
        suppressed(&customer)
    );
}

#[test]
fn the_text_of_a_drawing_is_read_as_its_labels() {
    let reading = read("interim-1.ru.pdf", sample_file("interim-1.ru.pdf"));
    let tokens = reading.places.iter().flat_map(|place| &place.tokens);
    let dates = tokens.filter(|token| token.text.starts_with("15.06")).count();
    assert!(dates > 0, "the first day on the axis of the chart of interviews");
}
