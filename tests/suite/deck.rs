//! Slides: what the PPTX holds is what the document says, in placeholders of the layout; what has no room or no
//! proof is not written.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use esep::diag::{Code, Diagnostics};
use esep::document::{Block, Body, Document, Inlines, Slide, plain_text};
use esep::opc::xml::Element;
use esep::opc::{PPTX_MAIN, Package};
use esep::pipeline::{BuildContext, Format, Request, Silent, build};
use serde_json::{Value, json};

use crate::support::{copy_of_sample, edit, folder, sample};

fn request(language: &str) -> Request {
    Request {
        study: sample(),
        deliverables: vec!["slides".into()],
        languages: vec![language.to_owned()],
        ..Request::default()
    }
}

fn document(request: &Request) -> Document {
    let context = BuildContext::open(request).unwrap_or_else(|f| panic!("{f:?}"));
    context.resolved(&context.jobs()[0]).unwrap_or_else(|f| panic!("{f:?}")).0
}

fn slides(document: &Document) -> &[Slide] {
    match &document.body {
        Body::Deck(slides) => slides,
        Body::Report(_) => panic!("the slides are a report"),
    }
}

fn package(request: &Request) -> Package {
    let out = folder();
    let formats = vec![Format::Pptx];
    let request = Request { out: Some(out.path().to_owned()), formats, ..request.clone() };
    build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    let file = out.path().join(format!("slides.{}.pptx", request.languages[0]));
    Package::open("slides", fs::read(file).unwrap(), PPTX_MAIN).unwrap()
}

fn xml(package: &mut Package, path: &str) -> Element {
    package.required(path).unwrap_or_else(|f| panic!("{path}: {f:?}"))
}

fn each<'e>(element: &'e Element, visit: &mut impl FnMut(&'e Element)) {
    visit(element);
    element.elements().for_each(|child| each(child, visit));
}

fn all<'e>(element: &'e Element, name: &str) -> Vec<&'e Element> {
    let mut found = Vec::new();
    each(element, &mut |e| {
        if e.name == name {
            found.push(e);
        }
    });
    found
}

/// The text of each paragraph.
fn paragraphs(element: &Element) -> Vec<String> {
    let text = |p: &Element| all(p, "a:t").iter().map(|t| t.own_text()).collect::<String>();
    all(element, "a:p").into_iter().map(text).collect()
}

/// A placeholder's kind and index.
type Place = (String, String);

/// The shapes of a slide or layout with their places.
fn placed(root: &Element) -> Vec<(Place, &Element)> {
    let shapes = ["p:sp", "p:pic", "p:graphicFrame"].into_iter().flat_map(|name| all(root, name));
    let place = |e: &Element| {
        let places = all(e, "p:ph");
        let place = places.first()?;
        let of = |name: &str, other: &str| place.get(name).unwrap_or(other).to_owned();
        Some((of("type", "obj"), of("idx", "0")))
    };
    shapes.filter_map(|shape| Some((place(shape)?, shape))).collect()
}

fn in_place<'e>(shapes: &[(Place, &'e Element)], kind: &str) -> Option<&'e Element> {
    shapes.iter().find(|((k, _), _)| k == kind).map(|(_, shape)| *shape)
}

fn texts(lines: &[Inlines]) -> Vec<String> {
    lines.iter().map(|line| plain_text(line)).collect()
}

#[test]
fn titles_sources_notes_tables_and_alt_texts_are_the_documents() {
    for language in ["kk", "ru"] {
        let document = document(&request(language));
        let mut file = package(&request(language));
        for (number, told) in (1..).zip(slides(&document)) {
            let slide = xml(&mut file, &format!("ppt/slides/slide{number}.xml"));
            let shapes = placed(&slide);
            let title = in_place(&shapes, "title").or(in_place(&shapes, "ctrTitle")).expect("a title");
            assert_eq!(paragraphs(title), [plain_text(&told.title)], "{language} {number}");
            let source =
                shapes.iter().find(|((_, index), _)| index == "30").map(|(_, shape)| paragraphs(shape));
            assert_eq!(source.unwrap_or_default(), texts(&told.source), "{language} {number}");
            let notes = xml(&mut file, &format!("ppt/notesSlides/notesSlide{number}.xml"));
            let said = paragraphs(in_place(&placed(&notes), "body").expect("notes")).concat();
            let wanted: String = told
                .notes
                .iter()
                .map(|block| match block {
                    Block::Paragraph(text) => plain_text(text),
                    other => panic!("{other:?}"),
                })
                .collect();
            assert_eq!(said, wanted, "{language} {number}");
            for block in &told.blocks {
                same_block(&slide, &shapes, block);
            }
        }
    }
}

fn same_block(slide: &Element, shapes: &[(Place, &Element)], block: &Block) {
    match block {
        Block::Figure(figure) => {
            let kinds = ["chart", "pic"];
            let shape = kinds.iter().find_map(|kind| in_place(shapes, kind)).expect("a figure");
            let alt = all(shape, "p:cNvPr")[0].get("descr").unwrap_or_default();
            assert_eq!(alt, figure.drawings[0].alt);
        }
        Block::Table(table) => {
            let cells: Vec<String> = all(slide, "a:tc").into_iter().flat_map(paragraphs).collect();
            let rows = std::iter::once(&table.head).chain(table.rows.iter().map(|row| &row.cells));
            assert_eq!(cells, rows.flat_map(|row| texts(row)).collect::<Vec<_>>());
        }
        Block::Numbers(numbers) => {
            let all = shapes.iter().flat_map(|(_, shape)| paragraphs(shape)).collect::<Vec<_>>();
            for number in numbers {
                assert!(all.contains(&plain_text(&number.value)), "{all:?}");
                assert!(all.contains(&plain_text(&number.label)), "{all:?}");
            }
        }
        _ => {}
    }
}

#[test]
fn every_shape_of_a_slide_stands_in_a_placeholder_of_its_layout() {
    let mut file = package(&request("ru"));
    let count = file.names().filter(|name| name.starts_with("ppt/slides/slide")).count();
    let mut used = BTreeSet::new();
    for number in 1..=count {
        let relations = xml(&mut file, &format!("ppt/slides/_rels/slide{number}.xml.rels"));
        let layout = all(&relations, "Relationship")
            .iter()
            .find_map(|r| r.get("Target").filter(|t| t.contains("slideLayout")))
            .expect("a layout")
            .replace("../", "ppt/");
        let layout = xml(&mut file, &layout);
        used.insert(layout.find("p:cSld").and_then(|slide| slide.get("name")).unwrap_or_default().to_owned());
        let places: Vec<Place> = placed(&layout).into_iter().map(|(place, _)| place).collect();
        let slide = xml(&mut file, &format!("ppt/slides/slide{number}.xml"));
        let shapes = all(&slide, "p:spTree")[0]
            .elements()
            .filter(|e| e.name != "p:nvGrpSpPr" && e.name != "p:grpSpPr");
        assert_eq!(shapes.count(), placed(&slide).len(), "a shape of slide {number} has no placeholder");
        for (place, _) in placed(&slide) {
            assert!(places.contains(&place), "slide {number}: {place:?} is not among {places:?}");
        }
    }
    assert!(used.len() >= 7, "{used:?}");
}

#[test]
fn charts_are_powerpoints_own_and_texts_name_their_language() {
    let mut file = package(&request("kk"));
    let charts = file.names().filter(|name| name.starts_with("ppt/charts/chart")).count();
    let books = file.names().filter(|name| name.starts_with("ppt/embeddings/")).count();
    let figures = document(&request("kk")).figures().len();
    assert_eq!((charts, books), (figures, figures));
    let slide = xml(&mut file, "ppt/slides/slide2.xml");
    assert!(all(&slide, "a:rPr").iter().all(|run| run.get("lang") == Some("kk-KZ")));
    assert!(all(&slide, "a:t").len() > 10);
}

#[test]
fn narrow_slides_have_the_same_words_on_a_taller_page() {
    let narrow = Request { narrow_slides: true, ..request("ru") };
    assert_eq!(document(&narrow).text(), document(&request("ru")).text());
    let presentation = xml(&mut package(&narrow), PPTX_MAIN);
    let size = all(&presentation, "p:sldSz")[0];
    let side = |name: &str| size.get(name).unwrap().parse::<f64>().unwrap();
    assert!((side("cx") / side("cy") - 4.0 / 3.0).abs() < 1e-4);
}

/// The faults of the Russian deck with another template in place of its own.
fn faults(template: &str) -> Diagnostics {
    let (templates, out) = (folder(), folder());
    let place = templates.path().join("reports/slides");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("ru.md"), template).unwrap();
    let request = Request {
        out: Some(out.path().to_owned()),
        templates: Some(templates.path().to_owned()),
        ..request("ru")
    };
    let faults = build(&request, &Silent).err().unwrap_or_default();
    let written = |folder: &Path| fs::read_dir(folder).unwrap().count();
    assert_eq!(written(out.path()) > 0, faults.is_empty(), "files appear whole or not at all");
    faults
}

fn codes(template: &str) -> Vec<Code> {
    faults(template).iter().map(|fault| fault.code).collect()
}

#[test]
fn too_much_on_a_slide_is_told_with_how_much() {
    let line = "- Жители отдалённых населённых пунктов говорят о нехватке автобусов, воды и освещения улиц\n";
    assert_eq!(codes(&format!("## Мысль\n\n{}", line.repeat(4))), []);
    let faults = faults(&format!("## Мысль\n\n{}", line.repeat(12)));
    let fault = faults.iter().next().expect("a fault");
    assert_eq!(fault.code, Code::SlideOverflow);
    let told = fault.message.to_string();
    assert!(told.contains("lines too many"), "{told}");
    assert_eq!(codes(&format!("## {}", "Слишком длинная мысль ".repeat(12))), [Code::SlideOverflow]);
}

#[test]
fn blocks_that_no_layout_has_together_are_told() {
    let numbers = ":::numbers\n- **{{ facts.sample.n | num }}** респондентов\n:::\n";
    let text = "Текст рядом с числом.\n";
    assert_eq!(codes(&format!("## Мысль\n\n{numbers}\n{text}")), [Code::MarkupUnsupported]);
    assert_eq!(codes(&format!("## Мысль {{layout=columns}}\n\n{text}\n- Вторая колонка\n")), []);
    assert_eq!(
        codes(&format!("## Мысль {{layout=columns}}\n\n{text}\n{numbers}")),
        [Code::MarkupUnsupported]
    );
    assert_eq!(codes(&format!("## Мысль {{layout=title}}\n\n{numbers}")), [Code::MarkupUnsupported]);
}

#[test]
fn a_number_that_the_final_report_rounds_otherwise_is_no_proof() {
    let slide = |digits: u8| format!("## Отклонено {{{{ facts.sample.deff | num(decimals={digits}) }}}}\n");
    assert_eq!(codes(&slide(2)), []);
    assert_eq!(codes(&slide(1)), [Code::SlideNumber]);
}

#[test]
fn a_report_has_no_pptx() {
    let request =
        Request { deliverables: vec!["final".into()], formats: vec![Format::Pptx], ..request("ru") };
    let faults = build(&request, &Silent).unwrap_err();
    assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [Code::Usage]);
}

#[test]
fn a_footnote_has_no_place_in_a_pptx() {
    assert_eq!(codes("## Мысль\n\nТекст[^1].\n\n[^1]: Примечание.\n"), [Code::PptxBuild]);
}

#[test]
fn a_chart_of_forty_categories_has_no_room_on_a_slide() {
    let study = copy_of_sample();
    edit(study.path(), "cases.json", |cases| {
        let categories = cases["categories"].as_array_mut().unwrap();
        for number in categories.len()..40 {
            let name = |word: &str| {
                format!("{word} {}", ["А", "Б", "В", "Г", "Д"][number % 5].repeat(1 + number / 5))
            };
            categories.push(json!({"code": format!("c{number}"), "label": {"kk": name("Санат"), "ru": name("Категория")}}));
        }
        let codes: Vec<Value> = categories.iter().map(|c| c["code"].clone()).collect();
        let first = cases["cases"][0].clone();
        let more = codes.into_iter().enumerate().map(|(number, code)| {
            let mut case = first.clone();
            case["id"] = json!(format!("case-more-{number}"));
            case["category"] = code;
            case
        });
        cases["cases"].as_array_mut().unwrap().extend(more.collect::<Vec<_>>());
    });
    let out = folder();
    let request =
        Request { study: study.path().to_owned(), out: Some(out.path().join("out")), ..request("ru") };
    let faults = build(&request, &Silent).map(|_| ()).unwrap_err();
    let fault = faults.iter().find(|fault| fault.code == Code::ChartDrawing).expect("no room");
    assert!(fault.place.as_ref().is_some_and(|p| p.file == "reports/slides/ru.md" && p.line.is_some()));
    assert!(!out.path().join("out/slides.ru.pptx").exists(), "nothing is written");
}

#[test]
fn notes_in_one_language_only_are_told() {
    let (templates, out) = (folder(), folder());
    let place = templates.path().join("reports/slides");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("ru.md"), "## Мысль {id=slide-a}\n\nТекст.\n\n:::notes\nСлова докладчика.\n:::\n")
        .unwrap();
    fs::write(place.join("kk.md"), "## Ой {id=slide-a}\n\nМәтін.\n").unwrap();
    let request = Request {
        languages: vec!["kk".into(), "ru".into()],
        templates: Some(templates.path().to_owned()),
        out: Some(out.path().join("out")),
        ..request("ru")
    };
    let faults = build(&request, &Silent).map(|_| ()).unwrap_err();
    assert!(faults.iter().all(|fault| fault.code == Code::LanguagesDiffer), "{faults:?}");
    assert!(!out.path().join("out/slides.ru.pptx").exists(), "nothing is written");
}

#[test]
fn the_samples_deck_has_its_sections() {
    let presentation = xml(&mut package(&request("kk")), PPTX_MAIN);
    let names: Vec<&str> =
        all(&presentation, "p14:section").into_iter().filter_map(|section| section.get("name")).collect();
    assert_eq!(names.len(), 7, "{names:?}");
    assert!(names.contains(&"Индекстер мен аумақтар"));
}

#[test]
fn what_a_slide_states_and_the_report_lacks_is_told_at_the_slide() {
    let faults = faults("## Мысль\n\nТекст.\n\n## Отклонено {{ facts.sample.deff | num(decimals=1) }}\n");
    let line = faults.iter().next().and_then(|fault| fault.place.as_ref()?.line);
    assert_eq!(line, Some(5));
}
