//! Files of the folder that nothing reads: often a misspelt name, whose content would be missing without
//! a word.

use std::sync::Arc;

use super::pictures;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::Folder;
use crate::study::authored::TEXT_FOLDER;
use crate::study::results::Results;
use crate::study::words::WORDS_FOLDER;
use crate::study::{FILES, nearest};

/// JSON and CSV files at the top and in `results/` for which the contract has no place. `results` are
/// the files of results, where all of them could be read; `answers` is the table of answers.
pub fn unknown_files(folder: &Folder, results: Option<&[Arc<Results>]>, answers: &str) -> Vec<Diagnostic> {
    let mut found = outside_folders(folder);
    let known: Vec<String> = FILES.iter().map(|file| file.path.to_owned()).collect();
    let is_answers = |name: &String| name == answers;
    for extension in ["json", "csv"] {
        let names = folder.files("", extension).into_iter().filter(|name| !known.contains(name));
        let names = names.filter(|name| !is_answers(name));
        found.extend(names.map(|name| {
            let fault = unknown_file(&name);
            match nearest(&name, &known) {
                Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
                None => fault.hint(say!("hint-stray-file", files = known.join(", "))),
            }
        }));
    }
    if folder.has("study.xlsx") && folder.origin().is_none() {
        found.push(unknown_file("study.xlsx").hint(say!("hint-stray-workbook")));
    }
    if let Some(results) = results {
        let tables: Vec<String> = results.iter().map(|results| results.records_path()).collect();
        let names = folder.files("results", "csv").into_iter().map(|name| format!("results/{name}"));
        let unknown = names.filter(|path| !tables.contains(path));
        found.extend(unknown.map(|path| unknown_file(&path).hint(say!("hint-stray-table"))));
    }
    found
}

/// Folders of the contract that are links to a place outside of the study.
fn outside_folders(folder: &Folder) -> Vec<Diagnostic> {
    let below = folder.folders(TEXT_FOLDER).into_iter().map(|name| format!("{TEXT_FOLDER}/{name}"));
    let own = [TEXT_FOLDER, WORDS_FOLDER, "results", pictures::FOLDER].map(str::to_owned);
    own.into_iter().chain(below).filter_map(|path| folder.outside(&path)).collect()
}

/// The finding of a file that nothing reads.
pub fn unknown_file(path: &str) -> Diagnostic {
    Diagnostic::new(Code::FileUnknown, say!("stray-file", path = path)).at(Location::file(path))
}
