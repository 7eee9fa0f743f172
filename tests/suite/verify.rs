//! A finished file proves its numbers; changed by one digit it proves nothing. What is none of ours is never called
//! proven.

use std::fs;
use std::io::{Cursor, Read, Write};

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{Format, Request, Silent, VerifiedFile, build_in_memory, trace_file, verify_file};
use esep::proof::reading::{self, Reading};
use esep::proof::{PROOF_FILE, Traced};
use esep::study::passport::Edition;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use zip::ZipArchive;
use zip::write::SimpleFileOptions;

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

/// XML with one digit changed in the text of the `nth` element (from 0) of a name that has one.
fn xml_changed(xml: &str, element: &str, nth: usize) -> String {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut seen = 0;
    for (at, _) in xml.match_indices(&open) {
        let begin = at + xml[at..].find('>').unwrap() + 1;
        if !xml[at + open.len()..].starts_with(['>', ' '])
            || xml[..begin].ends_with("/>")
            || xml[..at].ends_with("t=\"s\">")
        {
            // Other elements, those without text, and positions in the table of shared strings.
            continue;
        }
        let end = begin + xml[begin..].find(&close).unwrap();
        if xml[begin..end].contains(|c: char| c.is_ascii_digit()) {
            if seen == nth {
                return format!("{}{}{}", &xml[..begin], other_digit(&xml[begin..end]), &xml[end..]);
            }
            seen += 1;
        }
    }
    panic!("{element} {nth}");
}

/// An Office file with one digit changed in a part; of an embedded workbook `file.xlsx!part`.
fn office_changed(file: &[u8], part: &str, element: &str, nth: usize) -> Vec<u8> {
    let Some((outer, inner)) = part.split_once('!') else {
        let change =
            |name: &str, text: String| if name == part { xml_changed(&text, element, nth) } else { text };
        let changed = rewritten(file, change, &[]);
        assert_ne!(read_part(file, part), read_part(&changed, part), "{part}");
        return changed;
    };
    let workbook = office_changed(&read_part(file, outer), inner, element, nth);
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        out.start_file(entry.name(), SimpleFileOptions::default()).unwrap();
        out.write_all(if entry.name() == outer { &workbook } else { &bytes }).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn read_part(file: &[u8], name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    ZipArchive::new(Cursor::new(file)).unwrap().by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// The compressed streams of a PDF: where their bytes begin and end, and what they hold.
fn streams(pdf: &[u8]) -> Vec<(usize, usize, Vec<u8>)> {
    let find = |from: usize, what: &[u8]| {
        pdf[from..].windows(what.len()).position(|w| w == what).map(|at| from + at)
    };
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(begin) = find(at, b"stream\n") {
        let begin = begin + 7;
        let Some(end) = find(begin, b"endstream") else { break };
        let mut content = Vec::new();
        if ZlibDecoder::new(&pdf[begin..end]).read_to_end(&mut content).is_ok() {
            let bytes = if pdf[end - 1] == b'\n' { end - 1 } else { end };
            found.push((begin, bytes, content));
        }
        at = end + 9;
    }
    found
}

/// A glyph's code as a literal string writes it.
fn escaped(code: u8) -> Vec<u8> {
    match code {
        8 => b"\\000\\b".to_vec(),
        9 => b"\\000\\t".to_vec(),
        10 => b"\\000\\n".to_vec(),
        12 => b"\\000\\f".to_vec(),
        13 => b"\\000\\r".to_vec(),
        b'(' | b')' | b'\\' => vec![b'\\', b'0', b'0', b'0', b'\\', code],
        32..=126 => vec![b'\\', b'0', b'0', b'0', code],
        _ => format!("\\000\\{code:03o}").into_bytes(),
    }
}

/// A PDF with another stream in the place of one: length and table of offsets are those of the new file.
fn with_stream(pdf: &[u8], old: std::ops::Range<usize>, new: &[u8]) -> Vec<u8> {
    let is_at = |at: &usize| pdf[*at..].starts_with(b"/Length ");
    let length = (0..old.start).rev().find(is_at).unwrap() + 8;
    let digits = pdf[length..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let size = new.len().to_string();
    let mut file =
        [&pdf[..length], size.as_bytes(), &pdf[length + digits..old.start], new, &pdf[old.end..]].concat();
    let moved = |offset: usize| {
        if offset > old.start { offset + new.len() + size.len() - old.len() - digits } else { offset }
    };
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let tail = pdf.windows(9).rposition(|w| w == b"startxref").unwrap();
    let table: usize = text(&pdf[tail + 10..]).lines().next().unwrap().parse().unwrap();
    let mut lines = String::new();
    for line in text(&pdf[table..tail]).split_inclusive('\n') {
        match line.strip_suffix(" 00000 n\r\n").and_then(|offset| offset.parse().ok()) {
            Some(offset) => lines.push_str(&format!("{:010} 00000 n\r\n", moved(offset))),
            None => lines.push_str(line),
        }
    }
    let begin = moved(table);
    file.truncate(begin);
    file.extend(lines.into_bytes());
    file.extend(format!("startxref\n{begin}\n%%EOF").into_bytes());
    file
}

/// A PDF with one digit changed in a page's content, compressed again; of all such changes the `nth`.
fn pdf_changed(pdf: &[u8], nth: usize) -> Vec<u8> {
    let before = read("a.pdf", pdf);
    let all = streams(pdf);
    let digits: Vec<(u8, char)> = all
        .iter()
        .map(|(.., content)| String::from_utf8_lossy(content).into_owned())
        .filter(|content| content.contains("beginbfchar"))
        .flat_map(|content| {
            let pair = |line: &str| {
                let (code, to) = line.trim().strip_prefix('<')?.split_once("> <")?;
                let letter = char::from_u32(u32::from_str_radix(to.strip_suffix('>')?, 16).ok()?)?;
                let code = u16::from_str_radix(code, 16).ok()?;
                letter.is_ascii_digit().then_some((u8::try_from(code).ok()?, letter))
            };
            content.lines().filter_map(pair).collect::<Vec<_>>()
        })
        .collect();
    assert!(!digits.is_empty());
    let mut left = nth;
    for (begin, end, content) in all.iter().filter(|(.., content)| content.windows(2).any(|w| w == b"BT")) {
        for (code, _) in &digits {
            let Some((other, _)) = digits.iter().find(|(other, _)| other != code) else { continue };
            let (from, to) = (escaped(*code), escaped(*other));
            for at in
                (0..content.len().saturating_sub(from.len())).filter(|at| content[*at..].starts_with(&from))
            {
                let changed = [&content[..at], &to, &content[at + from.len()..]].concat();
                let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
                encoder.write_all(&changed).unwrap();
                let packed = encoder.finish().unwrap();
                let file = with_stream(pdf, *begin..*end, &packed);
                let after = read("a.pdf", &file);
                let numbers = |reading: &Reading| -> Vec<String> {
                    reading.places.iter().flat_map(|p| p.tokens.iter().map(|t| t.text.clone())).collect()
                };
                let (old, new) = (numbers(&before), numbers(&after));
                let differ = old.iter().zip(&new).filter(|(a, b)| a != b && a.len() == b.len()).count();
                if old.len() == new.len() && differ == 1 {
                    if left == 0 {
                        return file;
                    }
                    left -= 1;
                }
            }
        }
    }
    panic!("no digit to change");
}

/// Holds that a file is proven, and that the changed one is not.
fn is_found(name: &str, changed: &[u8]) {
    let file = verified(name, changed).unwrap();
    let found = codes(&file.verification.faults);
    assert!(
        found.iter().any(|code| matches!(code, Code::ProofNumberDiffers | Code::ProofNumberUnbound)),
        "{name}: {found:?}"
    );
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
fn one_digit_in_a_pdf_is_found() {
    for (name, nth) in [
        ("summary.kk.pdf", 0),
        ("summary.kk.pdf", 5),
        ("summary.ru.pdf", 2),
        ("invitation.kk.pdf", 1),
        ("minutes.ru.pdf", 0),
        ("attendance.kk.pdf", 3),
    ] {
        let changed = pdf_changed(sample_file(name), nth);
        is_found(name, &changed);
    }
}

#[test]
fn one_digit_in_an_office_file_is_found() {
    let cases = [
        ("final.kk.docx", "word/document.xml", "w:t", 40),
        ("final.ru.docx", "word/document.xml", "w:t", 900),
        ("final.kk.docx", "word/charts/chart10.xml", "c:v", 2),
        ("final.kk.docx", "word/charts/chart10.xml", "a:t", 0),
        ("final.kk.docx", "word/embeddings/chart10.xlsx!xl/worksheets/sheet1.xml", "v", 3),
        ("summary.ru.docx", "word/document.xml", "w:t", 3),
        ("attendance.kk.docx", "word/document.xml", "w:t", 10),
        ("slides.kk.pptx", "ppt/slides/slide4.xml", "a:t", 0),
        ("slides.ru.pptx", "ppt/slides/slide12.xml", "a:t", 2),
        ("slides.kk.pptx", "ppt/notesSlides/notesSlide4.xml", "a:t", 0),
        ("slides.kk.pptx", "ppt/charts/chart1.xml", "c:v", 0),
        ("slides.ru.pptx", "ppt/charts/chart2.xml", "c:v", 4),
        ("slides.ru.pptx", "ppt/embeddings/chart1.xlsx!xl/worksheets/sheet1.xml", "v", 2),
        ("slides.kk.pptx", "ppt/embeddings/chart3.xlsx!xl/worksheets/sheet1.xml", "v", 5),
        ("base.ru.xlsx", "xl/worksheets/sheet4.xml", "v", 3),
        ("base.kk.xlsx", "xl/worksheets/sheet4.xml", "v", 800),
        ("base.ru.xlsx", "xl/worksheets/sheet5.xml", "v", 44),
        ("base.kk.xlsx", "xl/worksheets/sheet6.xml", "v", 210),
        ("base.ru.xlsx", "xl/sharedStrings.xml", "t", 12),
    ];
    for (name, part, element, nth) in cases {
        let changed = office_changed(sample_file(name), part, element, nth);
        is_found(name, &changed);
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
fn what_is_none_of_ours_is_never_proven() {
    let code = |name: &str, bytes: &[u8]| match verified(name, bytes) {
        Ok(file) => codes(&file.verification.faults),
        Err(faults) => codes(&faults),
    };
    // The same file with its proof is proven; without it, or with another one, it is not.
    let pptx = sample_file("slides.kk.pptx");
    assert_eq!(code("a.pptx", pptx), Vec::new());
    let without = rewritten(
        pptx,
        |name, text| if name.starts_with("customXml/") { "<a/>".to_owned() } else { text },
        &[],
    );
    assert_eq!(code("a.pptx", &without), vec![Code::ProofMissing]);
    let swap = |name: &str, text: String| {
        if name == "customXml/esepProof.xml" { text.replacen("58,8", "58,9", 1) } else { text }
    };
    assert_eq!(code("a.pptx", &rewritten(pptx, swap, &[])), vec![Code::ProofBroken]);

    let pdf = sample_file("summary.kk.pdf");
    let mut renamed = pdf.to_vec();
    let name = PROOF_FILE.as_bytes();
    let at: Vec<usize> = (0..pdf.len() - name.len()).filter(|at| pdf[*at..].starts_with(name)).collect();
    assert!(!at.is_empty());
    at.iter().for_each(|at| renamed[*at] = b'x');
    assert_eq!(code("a.pdf", &renamed), vec![Code::ProofMissing]);
    assert_eq!(code("a.pdf", &pdf[..pdf.len() / 3]), vec![Code::ProofUnreadable]);
    assert_eq!(code("a.pdf", b"no PDF at all"), vec![Code::ProofUnreadable]);
    let text = [pdf, b"/Encrypt".as_slice()].concat();
    assert_eq!(code("a.pdf", &text), vec![Code::ProofUnreadable]);
    assert_eq!(code("a.docx", pdf), vec![Code::PackageUnreadable]);
    assert_eq!(code("a.txt", pdf), vec![Code::Usage]);
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
    let changed = office_changed(sample_file("base.ru.xlsx"), "xl/worksheets/sheet4.xml", "v", 3);
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

#[test]
fn what_is_no_package_takes_no_proof_and_what_is_too_large_is_not_read() {
    let fault = esep::proof::with_proof(b"text".to_vec(), "word/document.xml", b"{}").unwrap_err();
    assert_eq!(fault.code, Code::ProofAttach);
    let out = folder();
    let huge = out.path().join("huge.pdf");
    fs::File::create(&huge).unwrap().set_len(3 << 30).unwrap();
    let faults = verify_file(&huge, None, &Request::default()).map(|_| ()).unwrap_err();
    // The bound of files comes before those of what is read in them.
    assert!(
        [[Code::FileUnreadable], [Code::ProofBound]].iter().any(|bound| codes(&faults) == bound),
        "{faults:?}"
    );
}
