//! Slides: what the PPTX holds is what the document says, in placeholders of the layout; what has no room or no
//! proof is not written.

use std::collections::BTreeSet;
use std::fs;

use esep::diag::{Code, Diagnostics};
use esep::document::{
    Block, Body, Document, Inlines, KeyNumber, Layout, List, Quote, Slide, Table, plain_text,
};
use esep::opc::xml::Element;
use esep::opc::{PPTX_MAIN, Package};
use esep::pipeline::{Format, Request, Silent, build};
use serde_json::{Value, json};

use crate::support::{
    self, codes, edit, folder, put, request, sample_document, sample_file, stand_alone, starter,
};

fn slides(document: &Document) -> &[Slide] {
    match &document.body {
        Body::Deck(slides) => slides,
        Body::Report(_) => panic!("the slides are a report"),
    }
}

/// The sample's deck in a language.
fn package(language: &str) -> Package {
    let name = format!("slides.{language}.pptx");
    Package::open("slides", sample_file(&name).to_vec(), PPTX_MAIN).unwrap()
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
/// As read: what keeps a number whole at the end of a line is not seen.
fn paragraphs(element: &Element) -> Vec<String> {
    let text = |p: &Element| {
        let text = all(p, "a:t").iter().map(|t| t.own_text()).collect::<String>();
        text.replace('\u{2060}', "").replace('\u{2011}', "-")
    };
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
fn titles_sources_notes_blocks_and_alt_texts_are_the_documents() {
    let mut compared = BTreeSet::new();
    for language in ["kk", "ru"] {
        let mut file = package(language);
        for (number, told) in (1..).zip(slides(sample_document("slides", language))) {
            let slide = xml(&mut file, &format!("ppt/slides/slide{number}.xml"));
            let shapes = placed(&slide);
            let title = in_place(&shapes, "title").or(in_place(&shapes, "ctrTitle")).expect("a title");
            assert_eq!(paragraphs(title), [plain_text(&told.title)], "{language} {number}");
            let source =
                shapes.iter().find(|((_, index), _)| index == "30").map(|(_, shape)| paragraphs(shape));
            assert_eq!(source.unwrap_or_default(), texts(&told.source), "{language} {number}");
            let notes = xml(&mut file, &format!("ppt/notesSlides/notesSlide{number}.xml"));
            let said = paragraphs(in_place(&placed(&notes), "body").expect("notes"));
            assert_eq!(said.concat(), lines(&told.notes).concat(), "{language} {number}");
            same_blocks(&slide, told, &format!("{language} {number}"));
            compared.extend(told.blocks.iter().map(kind));
        }
    }
    let every = ["figure", "list", "numbers", "paragraph", "quote", "table"];
    assert_eq!(compared.into_iter().collect::<Vec<_>>(), every, "kinds of blocks on the sample's slides");
}

#[test]
fn the_first_slide_has_the_studys_own_map_and_the_last_its_address() {
    let alt = |slide: &Slide| slide.illustration().map(|(figure, _)| figure.drawings[0].alt.clone());
    let document = sample_document("slides", "ru");
    let all = slides(document);
    let [first, last] = [Layout::Title, Layout::Closing].map(|l| all.iter().find(|s| s.layout == l).unwrap());
    assert!(alt(first).unwrap().contains("Бозторгай"), "{:?}", alt(first));
    assert!(alt(last).unwrap().contains("https://ulgi.example.kz/taraz"), "{:?}", alt(last));
    // Without an address there is no code.
    let study = starter();
    let path = study.path().join("study.json");
    let address = "  \"site\": \"https://mysal.example.kz/qosymzhar\",\n";
    let passport = fs::read_to_string(&path).unwrap();
    assert!(passport.contains(address));
    fs::write(path, passport.replace(address, "")).unwrap();
    let document = support::document(&request(study.path(), "slides", "ru"));
    let all = slides(&document);
    let last = all.iter().find(|slide| slide.layout == Layout::Closing).unwrap();
    assert_eq!(alt(last), None);
}

fn kind(block: &Block) -> &'static str {
    match block {
        Block::Paragraph(_) => "paragraph",
        Block::List(_) => "list",
        Block::Figure(_) => "figure",
        Block::Table(_) => "table",
        Block::Callout(_) => "callout",
        Block::Quote(_) => "quote",
        Block::Numbers(_) => "numbers",
        Block::TitlePage(_)
        | Block::Contents(_)
        | Block::Heading(_)
        | Block::Formula(_)
        | Block::Bibliography(_)
        | Block::PageBreak => {
            panic!("{block:?} stands on no slide")
        }
    }
}

/// What a slide shows of its blocks: the alternative texts of its pictures and charts, the cells of its tables, and
/// the paragraphs of its other shapes, nothing more and nothing less.
fn same_blocks(slide: &Element, told: &Slide, what: &str) {
    let blocks = &told.blocks;
    let shapes = placed(slide);
    let graphics = shapes.iter().filter(|(_, shape)| shape.name != "p:sp");
    let alts =
        graphics.map(|(_, shape)| all(shape, "p:cNvPr")[0].get("descr").unwrap_or_default().to_owned());
    let figures = blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure.drawings[0].alt.clone()),
        Block::Table(table) => Some(plain_text(&table.caption.text)),
        Block::Paragraph(_) | Block::List(_) | Block::Callout(_) | Block::Quote(_) | Block::Numbers(_) => {
            None
        }
        Block::TitlePage(_)
        | Block::Contents(_)
        | Block::Heading(_)
        | Block::Formula(_)
        | Block::Bibliography(_)
        | Block::PageBreak => None,
    });
    assert_eq!(alts.collect::<Vec<_>>(), figures.collect::<Vec<_>>(), "{what}");
    let cells: Vec<String> = all(slide, "a:tc").into_iter().flat_map(paragraphs).collect();
    let tables = blocks.iter().filter_map(|b| if let Block::Table(table) = b { Some(table) } else { None });
    assert_eq!(cells, tables.flat_map(table_cells).collect::<Vec<_>>(), "{what}");
    // Title, source, footer and number of the slide have places of their own.
    let is_body = |(kind, index): &Place| {
        !["title", "ctrTitle", "dt", "ftr", "sldNum"].contains(&kind.as_str()) && index != "30"
    };
    let bodies = shapes.iter().filter(|(place, shape)| shape.name == "p:sp" && is_body(place));
    let shown: Vec<String> = bodies.flat_map(|(_, shape)| paragraphs(shape)).collect();
    let caption = told.illustration().map(|(figure, _)| plain_text(&figure.caption.text));
    assert_eq!(shown, lines(blocks).into_iter().chain(caption).collect::<Vec<_>>(), "{what}");
}

fn table_cells(table: &Table) -> Vec<String> {
    std::iter::once(&table.head)
        .chain(table.rows.iter().map(|row| &row.cells))
        .flat_map(|row| texts(row))
        .collect()
}

/// The paragraphs that blocks of text have to be.
fn lines(blocks: &[Block]) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Paragraph(text) => vec![plain_text(text)],
        Block::List(List { items, .. }) => items.iter().flat_map(|item| lines(item)).collect(),
        Block::Callout(callout) => lines(&callout.blocks),
        Block::Quote(Quote { text, attribution, .. }) => {
            let attribution = Some(attribution).filter(|text| !text.is_empty());
            text.iter().chain(attribution).map(|text| plain_text(text)).collect()
        }
        Block::Numbers(numbers) => numbers.iter().flat_map(number_lines).collect(),
        // Not text: compared by their alternative texts and cells.
        Block::Figure(_) | Block::Table(_) => Vec::new(),
        Block::TitlePage(_)
        | Block::Contents(_)
        | Block::Heading(_)
        | Block::Formula(_)
        | Block::Bibliography(_)
        | Block::PageBreak => {
            panic!("{block:?} stands on no slide")
        }
    };
    blocks.iter().flat_map(of).collect()
}

fn number_lines(number: &KeyNumber) -> Vec<String> {
    let parts = [&number.value, &number.label, &number.detail];
    parts.into_iter().filter(|text| !text.is_empty()).map(|text| plain_text(text)).collect()
}

#[test]
fn every_shape_of_a_slide_stands_in_a_placeholder_of_its_layout() {
    let mut file = package("ru");
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
    let mut file = package("kk");
    let charts = file.names().filter(|name| name.starts_with("ppt/charts/chart")).count();
    let books = file.names().filter(|name| name.starts_with("ppt/embeddings/")).count();
    let figures = sample_document("slides", "kk").figures();
    // Counts at crossings and tiles are none of Office's kinds, and a QR code is no chart.
    let is_native = |name: &str| !["matrix", "tiles"].contains(&name);
    let native = figures.iter().filter(|f| f.chart.as_ref().is_some_and(|c| is_native(c.name()))).count();
    assert!(native > 8 && native < figures.len(), "{native} of {}", figures.len());
    assert_eq!((charts, books), (native, native));
    let slide = xml(&mut file, "ppt/slides/slide2.xml");
    assert!(all(&slide, "a:rPr").iter().all(|run| run.get("lang") == Some("kk-KZ")));
    assert!(all(&slide, "a:t").len() > 10);
}

#[test]
fn narrow_slides_have_the_same_words_on_a_taller_page() {
    let (study, out) = (starter(), folder());
    let wide = request(study.path(), "slides", "ru");
    let narrow = Request {
        narrow_slides: true,
        formats: vec![Format::Pptx],
        out: Some(out.path().to_owned()),
        ..wide.clone()
    };
    assert_eq!(support::document(&narrow).text(), support::document(&wide).text());
    build(&narrow, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    let bytes = fs::read(out.path().join("slides.ru.pptx")).unwrap();
    let mut file = Package::open("slides", bytes, PPTX_MAIN).unwrap();
    let presentation = xml(&mut file, PPTX_MAIN);
    let size = all(&presentation, "p:sldSz")[0];
    let side = |name: &str| size.get(name).unwrap().parse::<f64>().unwrap();
    assert!((side("cx") / side("cy") - 4.0 / 3.0).abs() < 1e-4);
}

/// The faults of the starter study's Russian deck that is one text of the study's own.
fn faults(text: &str) -> Diagnostics {
    let (study, templates, out) = (starter(), folder(), folder());
    stand_alone(study.path(), templates.path(), ("slides", "ru"), text);
    let request = Request {
        out: Some(out.path().to_owned()),
        templates: Some(templates.path().to_owned()),
        ..request(study.path(), "slides", "ru")
    };
    let faults = build(&request, &Silent).err().unwrap_or_default();
    let written = fs::read_dir(out.path()).unwrap().count();
    assert_eq!(written > 0, faults.is_empty(), "files appear whole or not at all");
    faults
}

fn told(text: &str) -> Vec<Code> {
    codes(&faults(text))
}

#[test]
fn too_much_on_a_slide_is_told_with_how_much() {
    let line = "- Жители отдалённых населённых пунктов говорят о нехватке автобусов, воды и освещения улиц\n";
    assert_eq!(told(&format!("## Мысль\n\n{}", line.repeat(4))), []);
    let faults = faults(&format!("## Мысль\n\n{}", line.repeat(12)));
    let fault = faults.iter().next().expect("a fault");
    assert_eq!(fault.code, Code::SlideOverflow);
    let message = fault.message.to_string();
    assert!(message.contains("lines too many"), "{message}");
    assert_eq!(told(&format!("## {}", "Слишком длинная мысль ".repeat(12))), [Code::SlideOverflow]);
}

#[test]
fn blocks_that_no_layout_has_together_are_told() {
    let numbers = ":::numbers\n- **{{ facts.sample.n | num }}** респондентов\n:::\n";
    let text = "Текст рядом с числом.\n";
    assert_eq!(told(&format!("## Мысль\n\n{numbers}\n{text}")), [Code::MarkupUnsupported]);
    assert_eq!(told(&format!("## Мысль {{layout=columns}}\n\n{text}\n- Вторая колонка\n")), []);
    assert_eq!(told(&format!("## Мысль {{layout=columns}}\n\n{text}\n{numbers}")), [Code::MarkupUnsupported]);
    assert_eq!(told(&format!("## Мысль {{layout=title}}\n\n{numbers}")), [Code::MarkupUnsupported]);
}

#[test]
fn a_number_that_the_final_report_rounds_otherwise_is_no_proof() {
    let slide = |digits: u8| format!("## Отклонено {{{{ facts.sample.deff | num(decimals={digits}) }}}}\n");
    assert_eq!(told(&slide(2)), []);
    assert_eq!(told(&slide(1)), [Code::SlideNumber]);
}

#[test]
fn a_report_has_no_pptx() {
    let study = starter();
    let request = Request { formats: vec![Format::Pptx], ..request(study.path(), "final", "ru") };
    assert_eq!(codes(&build(&request, &Silent).unwrap_err()), [Code::Usage]);
}

#[test]
fn a_footnote_has_no_place_in_a_pptx() {
    assert_eq!(told("## Мысль\n\nТекст[^1].\n\n[^1]: Примечание.\n"), [Code::PptxBuild]);
}

#[test]
fn a_chart_of_forty_categories_has_no_room_on_a_slide() {
    let study = starter();
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
    let (templates, out) = (folder(), folder());
    let slide = "## Мысль\n\n:::chart id=fig-all data=cases\nКейсы по категориям\n:::\n";
    stand_alone(study.path(), templates.path(), ("slides", "ru"), slide);
    let request = Request {
        templates: Some(templates.path().to_owned()),
        out: Some(out.path().join("out")),
        ..request(study.path(), "slides", "ru")
    };
    let faults = build(&request, &Silent).map(|_| ()).unwrap_err();
    let fault = faults.iter().find(|fault| fault.code == Code::ChartDrawing).expect("no room");
    assert_eq!(fault.location.as_ref().and_then(|location| location.line), Some(3), "{fault}");
    assert!(!out.path().join("out/slides.ru.pptx").exists(), "nothing is written");
}

#[test]
fn notes_in_one_language_only_are_told() {
    let (study, templates, out) = (starter(), folder(), folder());
    let noted = "## Мысль {id=slide-a}\n\nТекст.\n\n:::notes\nСлова докладчика.\n:::\n";
    stand_alone(study.path(), templates.path(), ("slides", "ru"), noted);
    put(study.path(), "text/slides/own.kk.md", "## Ой {id=slide-a}\n\nМәтін.\n");
    let request = Request {
        languages: vec!["kk".into(), "ru".into()],
        templates: Some(templates.path().to_owned()),
        out: Some(out.path().join("out")),
        ..request(study.path(), "slides", "ru")
    };
    let faults = build(&request, &Silent).map(|_| ()).unwrap_err();
    assert!(faults.iter().all(|fault| fault.code == Code::LanguagesDiffer), "{faults:?}");
    assert!(!out.path().join("out/slides.ru.pptx").exists(), "nothing is written");
}

#[test]
fn the_samples_deck_has_its_sections() {
    let presentation = xml(&mut package("kk"), PPTX_MAIN);
    let names: Vec<&str> =
        all(&presentation, "p14:section").into_iter().filter_map(|section| section.get("name")).collect();
    assert_eq!(names.len(), 9, "{names:?}");
    assert!(names.contains(&"Индекстер мен аумақтар"));
}

#[test]
fn what_a_slide_states_and_the_report_lacks_is_told_at_the_slide() {
    let faults = faults("## Мысль\n\nТекст.\n\n## Отклонено {{ facts.sample.deff | num(decimals=1) }}\n");
    let line = faults.iter().next().and_then(|fault| fault.location.as_ref()?.line);
    assert_eq!(line, Some(5));
}
