//! Themes: the same words in another look, and what is said of one that is not there.

use std::fs;

use esep::diag::Code;
use esep::document::Document;
use esep::pipeline::{BuildContext, Format, Request, Silent, build};

use crate::support::{copy_of_sample, docx_text, edit, folder, part, sample};

fn request(theme: &str) -> Request {
    Request {
        study: sample(),
        theme: Some(theme.to_owned()),
        deliverables: vec!["final".into()],
        languages: vec!["ru".into()],
        ..Request::default()
    }
}

fn resolved(theme: &str) -> Document {
    let context = BuildContext::open(&request(theme)).unwrap_or_else(|f| panic!("{f:?}"));
    context.resolved(&context.jobs()[0]).unwrap_or_else(|f| panic!("{f:?}")).0
}

#[test]
fn a_theme_changes_no_word() {
    assert_eq!(resolved("gost").text(), resolved("modern").text());
}

#[test]
fn the_docx_of_both_themes_has_the_same_words_below_the_title_page() {
    let texts = ["gost", "modern"].map(|theme| {
        let out = folder();
        let formats = vec![Format::Docx];
        let request = Request { out: Some(out.path().to_owned()), formats, ..request(theme) };
        build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
        let text = docx_text(&out.path().join("final.ru.docx"));
        text[text.find("Содержание").expect("contents")..].to_owned()
    });
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    // Lists of contents print pages, which differ.
    let from = |text: &str| words(&text[text.rfind("Введение").expect("introduction")..]);
    assert_eq!(from(&texts[0]), from(&texts[1]));
}

#[test]
fn the_cover_stands_behind_the_first_page_only() {
    let out = folder();
    let formats = vec![Format::Docx];
    let request = Request { out: Some(out.path().to_owned()), formats, ..request("modern") };
    build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    let docx = out.path().join("final.ru.docx");
    assert!(part(&docx, "word/header2.xml").contains("behindDoc=\"1\""));
    assert!(!part(&docx, "word/header1.xml").contains("w:drawing"));
    assert!(part(&docx, "word/media/cover.svg").contains("#0B2F4B"), "the palette's colour");
    assert!(part(&docx, "word/document.xml").contains("w:framePr"));
}

#[test]
fn the_study_names_its_theme_and_the_request_goes_before_it() {
    let study = copy_of_sample();
    edit(study.path(), "study.json", |s| s["theme"] = "moderm".into());
    let own = Request { study: study.path().to_owned(), theme: None, ..request("") };
    let faults = BuildContext::open(&own).err().expect("no such theme");
    let place = |d: &esep::diag::Diagnostic| d.place.clone().and_then(|p| p.pointer);
    let told: Vec<_> = faults.iter().map(|d| (d.code, place(d))).collect();
    assert_eq!(told, [(Code::ThemeFault, Some("/theme".to_owned()))]);
    let asked = Request { theme: Some("moderm".into()), ..own.clone() };
    let told = BuildContext::open(&asked).err().expect("no such theme");
    assert_eq!(told.iter().map(|d| d.code).collect::<Vec<_>>(), [Code::Usage]);
    assert!(BuildContext::open(&Request { theme: Some("modern".into()), ..own }).is_ok());
}

#[test]
fn a_folder_of_ones_own_is_a_theme() {
    let templates = folder();
    let place = templates.path().join("theme/ours");
    fs::create_dir_all(&place).unwrap();
    let embedded = |path: &str| esep::source::Assets::embedded().text(path).unwrap().into_owned();
    fs::write(place.join("report.typ"), embedded("theme/gost/report.typ")).unwrap();
    let settings =
        embedded("theme/gost/theme.toml").replace("heading_colour = \"text\"", "heading_colour = \"blu\"");
    fs::write(place.join("theme.toml"), &settings).unwrap();
    let ours = Request { templates: Some(templates.path().to_owned()), ..request("ours") };
    let faults = BuildContext::open(&ours).err().expect("no such colour");
    assert_eq!(faults.iter().next().map(|d| d.code), Some(Code::ThemeFault));
    fs::write(place.join("theme.toml"), settings.replace("\"blu\"", "\"calm\"")).unwrap();
    assert!(BuildContext::open(&ours).is_ok());
}
