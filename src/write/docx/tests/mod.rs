//! The writer's own checks: every block, the same bytes twice, parts that the schema takes.

mod kept;
mod png;
mod sample;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use super::postprocess::schema_order::sequence;
use super::write;
use crate::diag::Code;
use crate::document::{Block, Body, Document, HeadingRole, Hyphens, Inline, List, Meta};
use crate::opc::xml::{self, Element, Node};

fn built(document: &Document) -> Vec<u8> {
    write(document, &sample::theme(), &sample::options()).expect("the sample is sound")
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("zip");
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).expect("entry");
            let mut data = Vec::new();
            file.read_to_end(&mut data).expect("data");
            (file.name().to_owned(), data)
        })
        .collect()
}

fn part(parts: &BTreeMap<String, Vec<u8>>, path: &str) -> Element {
    let text = std::str::from_utf8(&parts[path]).expect("UTF-8");
    xml::parse(text).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn all<'e>(root: &'e Element, name: &str) -> Vec<&'e Element> {
    let mut found: Vec<&Element> = Vec::new();
    for child in root.elements() {
        if child.name == name {
            found.push(child);
        }
        found.extend(all(child, name));
    }
    found
}

fn text(element: &Element) -> String {
    let mut out = String::new();
    for node in &element.children {
        match node {
            Node::Text(text) if element.name == "w:t" => out.push_str(text),
            Node::Element(child) if child.name == "w:tab" && element.name == "w:r" => out.push('\t'),
            Node::Element(child) => out.push_str(&text(child)),
            Node::Text(_) => {}
        }
    }
    out
}

fn styled<'e>(root: &'e Element, style: &str) -> Vec<&'e Element> {
    let has = |p: &Element| {
        p.find("w:pPr").and_then(|ppr| ppr.find("w:pStyle")).and_then(|s| s.get("w:val")) == Some(style)
    };
    all(root, "w:p").into_iter().filter(|p| has(p)).collect()
}

#[test]
fn the_same_document_gives_the_same_bytes_in_many_threads() {
    for document in [sample::report(), sample::deck()] {
        let first = built(&document);
        let threads: Vec<_> = (0..8)
            .map(|_| {
                let document = document.clone();
                std::thread::spawn(move || built(&document))
            })
            .collect();
        assert_eq!(first, built(&document));
        for thread in threads {
            assert!(first == thread.join().expect("thread"), "a thread built other bytes");
        }
    }
}

#[test]
fn parts_are_well_formed_in_schema_order_and_all_declared() {
    for document in [sample::report(), sample::deck()] {
        let parts = parts(&built(&document));
        let types = part(&parts, "[Content_Types].xml");
        for path in parts.keys().filter(|p| p.ends_with(".xml") || p.ends_with(".rels")) {
            let root = part(&parts, path);
            in_order(&root, path);
            let known = types.elements().any(|e| e.get("PartName") == Some(&format!("/{path}")));
            assert!(known || path.ends_with(".rels") || path.starts_with('['), "{path} has no type");
        }
        relations_hold(&parts, "word/document.xml", "word/_rels/document.xml.rels");
    }
}

fn in_order(element: &Element, path: &str) {
    if let Some(order) = sequence(&element.name) {
        let rank = |e: &Element| order.iter().position(|n| Some(*n) == e.name.strip_prefix("w:"));
        let ranks: Vec<_> = element
            .elements()
            .map(|e| rank(e).unwrap_or_else(|| panic!("{path}: {} in {}", e.name, element.name)))
            .collect();
        assert!(ranks.is_sorted(), "{path}: {} {ranks:?}", element.name);
        let single = element.name.ends_with("Pr") && ranks.windows(2).any(|w| w[0] == w[1]);
        assert!(!single, "{path}: a child of {} stands twice", element.name);
    }
    element.elements().for_each(|child| in_order(child, path));
}

fn relations_hold(parts: &BTreeMap<String, Vec<u8>>, path: &str, rels: &str) {
    let rels = part(parts, rels);
    let mut used = Vec::new();
    part(parts, path).walk_mut(&mut |e| {
        let ids = e.attributes.iter().filter(|(n, _)| n.starts_with("r:"));
        used.extend(ids.map(|(_, v)| v.clone()));
    });
    for id in used {
        let relation = rels.elements().find(|r| r.get("Id") == Some(&id)).expect("relationship");
        let target = relation.get("Target").expect("target");
        let inside = relation.get("TargetMode").is_none();
        assert!(!inside || parts.contains_key(&format!("word/{target}")), "{target}");
    }
}

#[test]
fn ids_are_unique_and_bookmarks_are_closed() {
    for document in [sample::report(), sample::deck()] {
        let root = part(&parts(&built(&document)), "word/document.xml");
        let mut seen = std::collections::BTreeSet::new();
        let starts = all(&root, "w:bookmarkStart");
        for start in &starts {
            assert!(seen.insert(start.get("w:name").expect("name").to_lowercase()));
            assert!(start.get("w:name").is_some_and(|n| n.len() <= 40 && n.is_ascii()));
            let end =
                all(&root, "w:bookmarkEnd").iter().filter(|e| e.get("w:id") == start.get("w:id")).count();
            assert_eq!(end, 1);
        }
        let instructions: Vec<String> = all(&root, "w:instrText").iter().map(|e| raw(e)).collect();
        for name in instructions.iter().filter_map(|i| i.trim().strip_prefix("REF ")) {
            let name = name.split(' ').next().expect("name").to_lowercase();
            assert!(seen.contains(&name), "{name}");
        }
        for link in all(&root, "w:hyperlink") {
            let anchor = link.get("w:anchor").map(str::to_lowercase);
            assert!(anchor.is_none_or(|a| seen.contains(&a)), "{:?}", link.get("w:anchor"));
        }
    }
}

fn raw(element: &Element) -> String {
    element
        .children
        .iter()
        .filter_map(|n| if let Node::Text(t) = n { Some(t.as_str()) } else { None })
        .collect()
}

#[test]
fn contents_list_two_levels_as_links_whose_pages_word_itself_finds() {
    let root = part(&parts(&built(&sample::report())), "word/document.xml");
    let entries: Vec<_> = ["TOC1", "TOC2"].iter().flat_map(|s| styled(&root, s)).collect();
    let texts: Vec<String> = entries.iter().map(|entry| text(entry)).collect();
    let expected = ["Введение", "1 Результаты массового опроса", "ПРИЛОЖЕНИЕ А Анкета", "1.1 Доверие"];
    assert_eq!(texts, expected);
    assert!(entries.iter().all(|entry| all(entry, "w:hyperlink").len() == 1));
    let codes: Vec<String> = all(&root, "w:instrText").into_iter().map(raw).collect();
    assert!(codes.iter().any(|code| code.contains("TOC \\o")), "{codes:?}");
}

#[test]
fn captions_print_their_numbers_and_pictures_have_alternatives() {
    let root = part(&parts(&built(&sample::report())), "word/document.xml");
    let captions: Vec<String> = styled(&root, "Caption").into_iter().map(text).collect();
    assert!(captions[0].starts_with("Рисунок 1 – Доверие"), "{captions:?}");
    assert!(captions[1].starts_with("Таблица 1 – Доверие"));
    let codes: Vec<String> = all(&root, "w:instrText").into_iter().map(raw).collect();
    assert!(codes.iter().any(|c| c.contains("SEQ Figure \\* ARABIC \\r 7")), "{codes:?}");
    for property in all(&root, "wp:docPr") {
        assert!(property.get("descr").is_some_and(|d| d.ends_with(sample::NASTY)));
    }
    assert_eq!(all(&root, "asvg:svgBlip").len(), 2);
}

#[test]
fn a_wide_table_stands_in_a_section_of_turned_pages() {
    let mut document = sample::report();
    let Body::Report(blocks) = &mut document.body else { panic!("a report") };
    for block in blocks.iter_mut() {
        if let Block::Table(table) = block {
            table.landscape = true;
        }
    }
    let root = part(&parts(&built(&document)), "word/document.xml");
    let sections = all(&root, "w:sectPr");
    let turned: Vec<bool> = sections
        .iter()
        .map(|s| s.find("w:pgSz").is_some_and(|size| size.get("w:orient") == Some("landscape")))
        .collect();
    assert_eq!(turned.iter().filter(|turned| **turned).count(), all(&root, "w:tblCaption").len());
    let titled: Vec<bool> = sections.iter().map(|s| s.find("w:titlePg").is_some()).collect();
    assert!(titled[0] && !titled[1..].contains(&true), "{titled:?}");
    assert!(
        sections
            .iter()
            .all(|s| s.find("w:footerReference").is_some() && s.find("w:headerReference").is_some())
    );
}

#[test]
fn word_draws_its_own_charts_from_an_embedded_workbook() {
    let options = super::Options { native_charts: true, pngs: BTreeMap::new(), ..sample::options() };
    let bytes = write(&sample::report(), &sample::theme(), &options).expect("the sample is sound");
    let parts = parts(&bytes);
    let root = part(&parts, "word/document.xml");
    assert_eq!(all(&root, "c:chart").len(), 2);
    assert!(
        all(&root, "wp:docPr").iter().all(|p| p.get("descr").is_some_and(|d| d.ends_with(sample::NASTY)))
    );
    assert!(all(&root, "pic:pic").is_empty());
    for number in [1, 2] {
        let relations = part(&parts, &format!("word/charts/_rels/chart{number}.xml.rels"));
        let workbook = format!("../embeddings/chart{number}.xlsx");
        assert_eq!(relations.find("Relationship").and_then(|r| r.get("Target")), Some(workbook.as_str()));
        assert!(parts[&format!("word/embeddings/chart{number}.xlsx")].starts_with(b"PK"));
        let chart = part(&parts, &format!("word/charts/chart{number}.xml"));
        assert!(!all(&chart, "c15:datalabelsRange").is_empty());
    }
}

#[test]
fn tables_repeat_their_head_and_fill_the_text_width() {
    let root = part(&parts(&built(&sample::report())), "word/document.xml");
    let is_of_data = |table: &&Element| all(table, "w:tblStyle")[0].get("w:val") == Some("ReportTable");
    for table in all(&root, "w:tbl").into_iter().filter(is_of_data) {
        let rows: Vec<_> = table.elements().filter(|e| e.name == "w:tr").collect();
        let heads = rows.iter().map(|r| all(r, "w:tblHeader").len()).collect::<Vec<_>>();
        assert_eq!((heads[0], heads.iter().sum::<usize>()), (1, 1));
        assert!(rows.iter().all(|row| all(row, "w:cantSplit").len() == 1));
        let grid = all(table, "w:gridCol");
        let width: i32 = grid.iter().filter_map(|c| c.get("w:w")?.parse::<i32>().ok()).sum();
        assert_eq!(width, 9354);
        assert!(table.find("w:tblPr").is_some_and(|p| p.find("w:tblCaption").is_some()));
    }
}

#[test]
fn text_comes_out_literally_and_in_its_language() {
    let parts = parts(&built(&sample::report()));
    let root = part(&parts, "word/document.xml");
    assert!(styled(&root, "BodyText").into_iter().any(|p| text(p).ends_with(sample::NASTY)));
    for run in all(&root, "w:r") {
        let lang = run.find("w:rPr").and_then(|p| p.find("w:lang")).and_then(|l| l.get("w:val"));
        assert_eq!(lang, Some("ru-RU"));
    }
    let empty = all(&root, "w:p").into_iter().filter(|p| p.elements().all(|e| e.name == "w:pPr")).count();
    assert_eq!(empty, all(&root, "w:tbl").len(), "only the empty cell of each table may be empty");
    let all_xml: Vec<u8> = parts.into_values().flatten().collect();
    assert!(!String::from_utf8_lossy(&all_xml).contains("unknown"));
}

#[test]
fn footnotes_are_real_and_their_links_lead_somewhere() {
    let parts = parts(&built(&sample::report()));
    let notes = part(&parts, "word/footnotes.xml");
    let ids: Vec<_> = notes.elements().filter_map(|e| e.get("w:id")).collect();
    assert_eq!(ids, ["-1", "0", "1"]);
    relations_hold(&parts, "word/footnotes.xml", "word/_rels/footnotes.xml.rels");
    let main = part(&parts, "word/document.xml");
    let marks: Vec<_> = all(&main, "w:footnoteReference").iter().filter_map(|e| e.get("w:id")).collect();
    assert_eq!(marks, ["1"]);
}

#[test]
fn every_numbered_list_begins_at_one() {
    let parts = parts(&built(&sample::report()));
    let numbering = part(&parts, "word/numbering.xml");
    let defined: Vec<_> =
        all(&numbering, "w:num").iter().filter_map(|e| e.get("w:numId")).map(str::to_owned).collect();
    let main = part(&parts, "word/document.xml");
    // Zero takes a heading out of the numbered ones.
    for used in all(&main, "w:numId").into_iter().filter(|used| used.get("w:val") != Some("0")) {
        assert!(defined.iter().any(|d| Some(d.as_str()) == used.get("w:val")));
    }
    // The bullets and the sections go on through the document.
    assert_eq!(all(&numbering, "w:startOverride").len(), defined.len() - 2);
}

#[test]
fn word_counts_the_sections_where_it_comes_to_the_printed_number() {
    let document = sample::report();
    let Body::Report(blocks) = &document.body else { panic!("a report") };
    let root = part(&parts(&built(&document)), "word/document.xml");
    let headings: Vec<_> = (1..=4).flat_map(|level| styled(&root, &format!("Heading{level}"))).collect();
    for block in blocks {
        let Block::Heading(heading) = block else { continue };
        let words = crate::document::plain_text(&heading.text);
        let written = headings.iter().find(|p| text(p).ends_with(&words)).expect("every heading is there");
        let is_automatic = all(written, "w:numId").is_empty();
        let is_section = heading.role == HeadingRole::Section && heading.number.is_some();
        assert_eq!(is_automatic, is_section, "{words}");
        let typed = heading.number.as_deref().is_some_and(|number| text(written).starts_with(number));
        assert_eq!(typed, heading.number.is_some() && !is_automatic, "{words}");
    }
    let codes: Vec<String> = all(&root, "w:instrText").into_iter().map(raw).collect();
    assert!(codes.iter().any(|c| c.contains("REF _h_sec_results \\n \\h")), "{codes:?}");
}

fn faults(change: impl FnOnce(&mut Vec<Block>)) -> Vec<(Code, String)> {
    let mut document = sample::report();
    if let Body::Report(blocks) = &mut document.body {
        change(blocks);
    }
    let found = write(&document, &sample::theme(), &sample::options()).expect_err("a fault");
    found.into_iter().map(|d| (d.code, d.message.to_string())).collect()
}

#[test]
fn what_cannot_be_written_is_reported_not_dropped() {
    let found = faults(|blocks| {
        blocks.push(Block::Paragraph(vec![Inline::text("a\u{1}b")]));
        blocks.push(Block::Paragraph(vec![Inline::Reference { target: "no".into(), number: "1".into() }]));
        blocks.push(Block::Paragraph(vec![Inline::Link { url: "javascript:x".into(), text: Vec::new() }]));
        blocks.push(Block::Figure(sample::figure("fig-none", 9, 10.0, 10.0)));
        let mut uneven = sample::table("tab-uneven", 3, 2);
        uneven.rows[0].cells.pop();
        blocks.push(Block::Table(uneven));
        blocks.push(Block::Heading(sample::heading(1, "sec-a", HeadingRole::Section, None, "x")));
        let deep = (0..10).fold(Block::PageBreak, |inner, _| {
            Block::List(List { ordered: true, start: 1, items: vec![vec![inner]] })
        });
        blocks.push(deep);
    });
    assert!(found.iter().all(|(code, _)| *code == Code::DocxBuild));
    for part in ["U+0001", "`no`", "javascript:x", "`fig-none`", "`tab-uneven`", "`sec-a`", "9 deep"] {
        assert!(found.iter().any(|(_, m)| m.contains(part)), "{part} in {found:?}");
    }
}

#[test]
fn no_part_holds_what_xml_cannot() {
    let meta: [fn(&mut Document); 4] = [
        |d| d.meta.title.push('\u{1}'),
        |d| d.meta.mark = Some("a\u{B}".into()),
        |d| d.meta.keywords.push("\u{FFFF}".into()),
        |d| {
            if let Body::Report(blocks) = &mut d.body {
                let mut figure = sample::figure("fig-wide", 8, 10.0, 10.0);
                figure.drawings[0].alt.push('\u{0}');
                blocks.pop();
                blocks.push(Block::Figure(figure));
            }
        },
    ];
    for change in meta {
        let mut document = sample::report();
        change(&mut document);
        let found = write(&document, &sample::theme(), &sample::options()).expect_err("a fault");
        assert!(found.iter().all(|d| d.code == Code::DocxBuild), "{found:?}");
    }
}

fn plain(blocks: Vec<Block>) -> Element {
    let document =
        Document { meta: Meta::default(), body: Body::Report(blocks), hyphens: Hyphens::default() };
    part(&parts(&built(&document)), "word/document.xml")
}

#[test]
fn kazakh_captions_put_the_number_first() {
    let mut figure = sample::figure("fig-trust", 1, 100.0, 50.0);
    figure.caption = sample::caption("", 1, "-сурет", "Сенім");
    let root = plain(vec![Block::Figure(figure)]);
    let captions: Vec<String> = styled(&root, "Caption").into_iter().map(text).collect();
    assert_eq!(captions, ["1-сурет – Сенім"]);
}

#[test]
fn page_breaks_and_empty_texts_leave_no_empty_paragraph() {
    let root = plain(vec![
        Block::PageBreak,
        Block::Paragraph(sample::t("a")),
        Block::Paragraph(Vec::new()),
        Block::PageBreak,
        Block::PageBreak,
        Block::Paragraph(sample::t("b\u{AD}c")),
        Block::PageBreak,
    ]);
    let paragraphs = all(&root, "w:p");
    let breaks: Vec<_> = paragraphs.iter().map(|p| all(p, "w:pageBreakBefore").len()).collect();
    assert_eq!(breaks, [0, 1]);
    assert_eq!(all(&root, "w:softHyphen").len(), 1);
}

#[test]
fn a_footnote_number_out_of_turn_is_written_out() {
    let note = |number| Inline::Footnote { number, text: sample::t("n") };
    let document = Document {
        meta: sample::meta(),
        hyphens: Hyphens::default(),
        body: Body::Report(vec![Block::Paragraph(vec![note(5), note(1), note(5)])]),
    };
    let parts = parts(&built(&document));
    let root = part(&parts, "word/document.xml");
    let own: Vec<_> =
        all(&root, "w:footnoteReference").iter().map(|e| e.get("w:customMarkFollows")).collect();
    assert_eq!(own, [Some("1"), None]);
    let notes = part(&parts, "word/footnotes.xml");
    let texts: Vec<String> = styled(&notes, "FootnoteText").into_iter().map(text).collect();
    assert_eq!(texts, ["5 n", " n"]);
}

#[test]
fn the_sample_uses_every_block() {
    let Body::Report(blocks) = sample::report().body else { panic!("a report") };
    let kind = |block: &Block| {
        let value = serde_json::to_value(block).expect("a block is JSON");
        value["type"].as_str().expect("a kind").to_owned()
    };
    let found: std::collections::BTreeSet<String> = blocks.iter().flat_map(Block::walk).map(kind).collect();
    let every = [
        "callout",
        "contents",
        "figure",
        "heading",
        "list",
        "numbers",
        "page-break",
        "paragraph",
        "quote",
        "table",
        "title-page",
    ];
    assert_eq!(found.into_iter().collect::<Vec<_>>(), every);
}

/// Writes the samples for a validator and a look: `ESEP_DUMP=FOLDER cargo test dump_docx -- --ignored`.
#[test]
#[ignore = "writes files for a validator, or for a look by hand"]
fn dump_docx() {
    let folder = std::env::var_os("ESEP_DUMP").map_or_else(std::env::temp_dir, Into::into);
    let save = |name: &str, bytes: Vec<u8>| std::fs::write(folder.join(name), bytes).expect("written");
    save("esep-report.docx", built(&sample::report()));
    save("esep-plain.docx", built(&sample::kazakh()));
    save("esep-deck.docx", built(&sample::deck()));
    let mut turned = sample::report();
    if let Body::Report(blocks) = &mut turned.body {
        for block in blocks {
            if let Block::Table(table) = block {
                table.landscape = true;
            }
        }
    }
    let fonts = crate::chart::test_fixture::fonts().into_iter().map(|font| font.data).collect();
    let options = super::Options { native_charts: true, pngs: BTreeMap::new(), fonts, ..sample::options() };
    save("esep-native.docx", write(&turned, &sample::theme(), &options).expect("the sample is sound"));
}
