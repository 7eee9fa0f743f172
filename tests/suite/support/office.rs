//! Parts of DOCX and PPTX files, and files made again with changed parts.

use std::io::{Cursor, Read, Write};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::write::SimpleFileOptions;

/// A part of an Office file as text.
pub fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    let mut entry = archive.by_name(name).unwrap_or_else(|e| panic!("{name}: {e}"));
    entry.read_to_string(&mut text).unwrap();
    text
}

/// Texts of all runs of a DOCX body, a line each paragraph.
pub fn docx_text(docx: &[u8]) -> String {
    let xml = part(docx, "word/document.xml");
    let mut reader = Reader::from_str(&xml);
    let (mut text, mut inside) = (String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(e) if e.name().as_ref() == "w:t" => inside = true,
            Event::End(e) if e.name().as_ref() == "w:t" => inside = false,
            Event::End(e) if e.name().as_ref() == "w:p" => text.push('\n'),
            Event::Text(t) if inside => text.push_str(&t),
            Event::GeneralRef(r) if inside => {
                text.push_str(match &*r {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("the entity {other}"),
                });
            }
            Event::Eof => return text,
            _ => {}
        }
    }
}

/// The file once more with each part changed by `change`, and with the parts of `more`.
pub fn rewritten(file: &[u8], change: impl Fn(&str, String) -> String, more: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    // What is made for one test need not be small.
    let options = SimpleFileOptions::default().compression_level(Some(1));
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).unwrap();
        let name = entry.name().to_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let bytes = match String::from_utf8(bytes) {
            Ok(text) => change(&name, text).into_bytes(),
            Err(error) => error.into_bytes(),
        };
        out.start_file(name, options).unwrap();
        out.write_all(&bytes).unwrap();
    }
    for (name, text) in more {
        out.start_file(*name, options).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The first element of a name that contains a text, with its tags. Of elements inside each other it is the innermost.
pub fn element<'x>(xml: &'x str, name: &str, containing: &str) -> &'x str {
    let at = xml.find(containing).unwrap_or_else(|| panic!("no part has {containing}"));
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let begins = |at: &usize| xml[at + start.len()..].starts_with([' ', '>']);
    let starts =
        xml.match_indices(&start).map(|(from, _)| from).take_while(|from| *from <= at).filter(begins);
    // The last start whose end lies behind the text.
    for from in starts.collect::<Vec<_>>().into_iter().rev() {
        let (mut depth, mut to) = (0, from);
        loop {
            let next_end = to + xml[to..].find(&end).unwrap_or_else(|| panic!("<{name}> has no end"));
            let inner = xml[to..next_end].match_indices(&start).filter(|(i, _)| begins(&(to + i))).count();
            depth += inner;
            depth -= 1;
            to = next_end + end.len();
            if depth == 0 {
                break;
            }
        }
        if to > at {
            return &xml[from..to];
        }
    }
    panic!("no <{name}> contains {containing}");
}

/// XML with a line for each tag, indented; what stands between the tags of one text stays on its line.
pub fn pretty(xml: &str) -> String {
    let (mut out, mut depth) = (String::new(), 0_usize);
    let mut rest = xml.trim();
    while let Some(end) = rest.find('>') {
        let (tag, after) = rest.split_at(end + 1);
        let text = after.find('<').map_or(after, |at| &after[..at]);
        let closes = tag.starts_with("</");
        let opens = !closes && !tag.ends_with("/>") && !tag.starts_with("<?");
        depth -= usize::from(closes && depth > 0);
        out.push_str(&" ".repeat(depth));
        out.push_str(tag);
        rest = &after[text.len()..];
        if opens && rest.starts_with("</") {
            let close = rest.find('>').map_or(rest.len(), |at| at + 1);
            out.push_str(text);
            out.push_str(&rest[..close]);
            rest = &rest[close..];
        } else {
            out.push_str(text.trim());
            depth += usize::from(opens);
        }
        out.push('\n');
        rest = rest.trim_start();
    }
    out
}

#[test]
fn elements_are_found_whole_and_printed_line_by_line() {
    let xml = "<a><b x=\"1\"><b>one</b><c/></b><b>two</b></a>";
    assert_eq!(element(xml, "b", "one"), "<b>one</b>");
    assert_eq!(element(xml, "b", "<c/>"), "<b x=\"1\"><b>one</b><c/></b>");
    assert_eq!(element(xml, "a", "two"), xml);
    assert_eq!(
        pretty("<?xml?><a><b x=\"1\">one</b><c/></a>"),
        "<?xml?>\n<a>\n <b x=\"1\">one</b>\n <c/>\n</a>\n"
    );
}
