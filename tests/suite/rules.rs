//! Fixtures of broken studies and templates: `tests/rules/*.md`.
//!
//! Each page is the starter study of `esep new` with something broken, and what the program must say of
//! it. Fenced blocks say what is done:
//!
//! - ```` ```patch FILE ```` – a JSON Patch (RFC 6902) for a file of the study
//! - ```` ```replace FILE ```` – text, a line `=>`, other text: replaced once in a file of the study
//! - ```` ```file FILE ```` – the whole content of a file of the study
//! - ```` ```bytes FILE ```` – the same in hexadecimal
//! - ```` ```remove FILE ```` – the file is not there
//! - ```` ```text ```` – a text of the study's own that stands for the whole of a deliverable in Russian
//! - ```` ```template PATH ```` – a file of the user's own templates; with one of these two a deliverable, if none is
//!   asked for the first interim report, is built in Russian, else the study is checked
//! - ```` ```edition ```` `public`, ```` ```deliverable ```` `interim-1` – what is asked for
//! - ```` ```expect ```` – code and place of every finding that the unbroken study does not have
//!
//! `ESEP_UPDATE_GOLDENS=1` writes the `expect` blocks anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use esep::diag::{ALL, Code, Diagnostics};
use esep::pipeline::{Format, Request, Silent, build};
use esep::study::passport::Edition;

use crate::support::{folder, is_update, put, root, stand_alone, starter};

/// Codes that no page can bring about, and the test that does.
const ELSEWHERE: &[(Code, &str)] = &[
    (Code::LanguagesDiffer, "tests/suite/parity.rs"),
    (Code::TextUnplaced, "tests/suite/authored.rs"),
    (Code::PdfExport, "tests/suite/bad_input.rs"),
    (Code::SlideNumber, "tests/suite/deck.rs"),
    (Code::PptxBuild, "tests/suite/deck.rs"),
    (Code::PagesExceeded, "tests/suite/papers.rs"),
    (Code::WithoutResults, "tests/suite/cutoff.rs"),
    (Code::ReferenceFace, "tests/suite/reference_deck.rs"),
    (Code::DocxBuild, "src/write/docx/tests/mod.rs"),
    (Code::HyphenationMissing, "src/locale/hyphenation.rs"),
    (Code::WorkbookBuild, "tests/suite/base.rs"),
    (Code::SmallBase, "tests/suite/thresholds.rs"),
    (Code::ProofMissing, "tests/suite/verify_foreign.rs"),
    (Code::ProofBroken, "tests/suite/verify_foreign.rs"),
    (Code::ProofUnreadable, "tests/suite/verify_foreign.rs"),
    (Code::ProofBound, "tests/suite/verify_foreign.rs"),
    (Code::ProofNumberDiffers, "tests/suite/verify_foreign.rs"),
    (Code::ProofAttach, "tests/suite/verify_foreign.rs"),
    (Code::ProofOtherState, "tests/suite/verify.rs"),
    (Code::TraceNothing, "tests/suite/verify.rs"),
    (Code::ProofNumberUnbound, "tests/suite/bad_input.rs"),
    (Code::AnswersFile, "tests/suite/tabulate.rs"),
    (Code::AnswersColumn, "tests/suite/tabulate.rs"),
    (Code::AnswersCode, "tests/suite/tabulate.rs"),
    (Code::SurveyDesign, "tests/suite/tabulate.rs"),
    (Code::AnswersUnplaced, "tests/suite/tabulate.rs"),
    (Code::OutputUnwritable, "tests/suite/bad_input.rs"),
    (Code::Usage, "tests/suite/bad_input.rs"),
    (Code::WorkbookOddity, "tests/suite/workbook.rs"),
    (Code::WorkbookStray, "tests/suite/workbook.rs"),
    (Code::WorkbookForm, "tests/suite/workbook.rs"),
    (Code::WorkbookCell, "tests/suite/workbook.rs"),
    (Code::PackageUnreadable, "tests/suite/review.rs"),
    (Code::PackageHostile, "tests/suite/review.rs"),
    (Code::ReviewForeign, "tests/suite/review.rs"),
    (Code::NumberChanged, "tests/suite/review.rs"),
    (Code::NumberUnbound, "tests/suite/review.rs"),
    (Code::StateDiffers, "tests/suite/review.rs"),
    (Code::ExampleLeft, "tests/suite/causes.rs"),
    (Code::ReviewComment, "tests/suite/review.rs"),
    (Code::TrackedChange, "tests/suite/review.rs"),
    (Code::TextChanged, "tests/suite/review.rs"),
    (Code::WordsChangedMeanwhile, "tests/suite/serve.rs"),
    (Code::ServeAddress, "tests/suite/serve.rs"),
    (Code::NumberUnproven, "tests/suite/review.rs"),
    (Code::ReviewRead, "tests/suite/review.rs"),
    (Code::ReferenceInvalid, "tests/suite/hostile.rs"),
    (Code::ReferenceLeftOut, "tests/suite/hostile.rs"),
    (Code::OffPage, "tests/suite/hostile.rs"),
];

struct Page {
    path: PathBuf,
    text: String,
    blocks: Vec<Block>,
}

struct Block {
    verb: String,
    argument: String,
    body: String,
}

fn pages() -> Vec<Page> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root().join("tests/rules")).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(page).collect()
}

fn page(path: PathBuf) -> Page {
    let text = fs::read_to_string(&path).unwrap();
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        match line.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(head) => {
                let (verb, argument) = head.split_once(' ').unwrap_or((head, ""));
                blocks.push(Block {
                    verb: verb.into(),
                    argument: argument.trim().into(),
                    body: String::new(),
                });
                open = true;
            }
            None if open => {
                let body = &mut blocks.last_mut().unwrap().body;
                body.push_str(line);
                body.push('\n');
            }
            None => {}
        }
    }
    assert!(!open, "{}: a block is not closed", path.display());
    Page { path, text, blocks }
}

impl Page {
    fn name(&self) -> String {
        self.path.file_stem().unwrap().to_string_lossy().into_owned()
    }

    fn argument(&self, verb: &str) -> Option<&str> {
        self.blocks.iter().find(|b| b.verb == verb).map(|b| b.body.trim())
    }

    /// What the program says of the page's study, without what it says of the unbroken one.
    fn findings(&self) -> String {
        let (study, templates) = (starter(), folder());
        let edition = self.argument("edition").map(|_| Edition::Public);
        let deliverable = self.argument("deliverable");
        let mut overlaid = false;
        for block in &self.blocks {
            overlaid |= self.apply(block, study.path(), templates.path());
        }
        let found = if overlaid {
            let out = folder();
            let request = Request {
                study: study.path().to_owned(),
                out: Some(out.path().to_owned()),
                templates: Some(templates.path().to_owned()),
                deliverables: vec![deliverable.unwrap_or("interim-1").to_owned()],
                languages: vec!["ru".into()],
                formats: vec![Format::Pdf],
                edition,
                ..Request::default()
            };
            build(&request, &Silent).map_or_else(|faults| faults, |report| report.warnings)
        } else {
            checked(study.path(), deliverable, edition)
        };
        let before = unbroken(deliverable);
        told(&found).into_iter().filter(|line| !before.contains(line)).fold(String::new(), |mut all, line| {
            let _ = writeln!(all, "{line}");
            all
        })
    }

    /// Does what a block says; whether it laid a template over the program's own.
    fn apply(&self, block: &Block, study: &Path, templates: &Path) -> bool {
        let place = study.join(&block.argument);
        let read = || fs::read_to_string(&place).unwrap_or_else(|e| panic!("{}: {e}", self.name()));
        match block.verb.as_str() {
            "patch" => {
                let mut value = serde_json::from_str(&read()).unwrap();
                let patch: json_patch::Patch = serde_json::from_str(&block.body).unwrap();
                json_patch::patch(&mut value, &patch).unwrap_or_else(|e| panic!("{}: {e}", self.name()));
                fs::write(&place, serde_json::to_string_pretty(&value).unwrap()).unwrap();
            }
            "replace" => {
                let (old, new) = block.body.split_once("\n=>\n").unwrap();
                let text = read();
                assert!(text.contains(old), "{}: nothing to replace", self.name());
                fs::write(&place, text.replacen(old, new.trim_end_matches('\n'), 1)).unwrap();
            }
            "file" => put(study, &block.argument, &block.body),
            "bytes" => {
                let digits: Vec<u8> = block.body.bytes().filter(u8::is_ascii_hexdigit).collect();
                let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
                fs::write(&place, digits.chunks(2).map(byte).collect::<Vec<u8>>()).unwrap();
            }
            "remove" => fs::remove_file(&place).unwrap(),
            "text" => {
                let deliverable = self.argument("deliverable").unwrap_or("interim-1");
                stand_alone(study, templates, (deliverable, "ru"), &block.body);
                return true;
            }
            "template" => {
                put(templates, &block.argument, &block.body);
                return true;
            }
            "edition" | "deliverable" | "expect" => {}
            other => panic!("{}: there is no block `{other}`", self.name()),
        }
        false
    }
}

fn checked(study: &Path, deliverable: Option<&str>, edition: Option<Edition>) -> Diagnostics {
    let request = Request {
        study: study.to_owned(),
        deliverables: deliverable.map(str::to_owned).into_iter().collect(),
        edition,
        ..Request::default()
    };
    crate::support::checked(&request)
}

/// What the program says of the unbroken study, looked at once for each deliverable that pages ask for.
fn unbroken(deliverable: Option<&str>) -> Vec<String> {
    static KNOWN: Mutex<BTreeMap<Option<String>, Vec<String>>> = Mutex::new(BTreeMap::new());
    let key = deliverable.map(str::to_owned);
    let known = KNOWN.lock().unwrap().get(&key).cloned();
    known.unwrap_or_else(|| {
        let found = told(&checked(starter().path(), deliverable, None));
        KNOWN.lock().unwrap().insert(key, found.clone());
        found
    })
}

fn told(findings: &Diagnostics) -> Vec<String> {
    let place = |d: &esep::diag::Diagnostic| d.location.as_ref().map(ToString::to_string).unwrap_or_default();
    findings.iter().map(|d| format!("{} {}", d.code, place(d)).trim_end().to_owned()).collect()
}

/// What becomes of each page, in threads of their own: those of rayon's pool are the program's, and a test that held
/// all of them while the program waits for one would never end.
fn side_by_side(pages: &[Page], of: impl Fn(&Page) -> String + Sync) -> Vec<String> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let (next, told) = (AtomicUsize::new(0), Mutex::new(vec![String::new(); pages.len()]));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((at, page)) = taken(&next, pages) {
                    let found = of(page);
                    told.lock().unwrap()[at] = found;
                }
            });
        }
    });
    told.into_inner().unwrap()
}

/// The next page that no thread has taken, with its place.
fn taken<'p>(next: &AtomicUsize, pages: &'p [Page]) -> Option<(usize, &'p Page)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    pages.get(at).map(|page| (at, page))
}

#[test]
fn every_page_gets_the_findings_it_expects() {
    let pages = pages();
    drop(unbroken(None));
    let found = side_by_side(&pages, Page::findings);
    let mut wrong = Vec::new();
    for (page, found) in pages.iter().zip(found) {
        let expected = page.blocks.iter().find(|b| b.verb == "expect").map(|b| b.body.clone());
        let expected = expected.unwrap_or_else(|| panic!("{}: no block `expect`", page.name()));
        if found == expected {
            continue;
        }
        if is_update() {
            let text =
                page.text.replace(&format!("```expect\n{expected}```"), &format!("```expect\n{found}```"));
            fs::write(&page.path, text).unwrap();
        } else {
            wrong.push(format!("{}\nexpected:\n{expected}found:\n{found}", page.name()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_its_page_named_after_it() {
    let named: BTreeSet<String> = pages()
        .iter()
        .map(|page| {
            let code = page.name().split('-').next().unwrap_or_default().to_owned();
            let expected = page.blocks.iter().find(|b| b.verb == "expect").unwrap();
            assert!(expected.body.contains(&code), "{} does not expect {code}", page.name());
            code
        })
        .collect();
    for code in ALL {
        match ELSEWHERE.iter().find(|(known, _)| known == code) {
            Some((_, file)) => {
                let text = fs::read_to_string(root().join(file)).unwrap();
                assert!(text.contains(&format!("Code::{code:?}")), "{file} does not test {code}");
            }
            None => assert!(named.contains(code.as_str()), "no page in tests/rules for {code}"),
        }
    }
}
