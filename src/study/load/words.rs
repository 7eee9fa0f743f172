//! The study's own sentences in `words/`.

use super::unknown_files::unknown_file;
use crate::diag::{Diagnostic, say};
use crate::source::{Folder, SourceText, characters};
use crate::study::passport::Passport;
use crate::study::words::{ALL_DELIVERABLES, WORDS_FOLDER, Words, locale_words};

/// What the folder of words gave.
#[derive(Debug, Default)]
pub struct Found {
    /// The files of sentences.
    pub words: Vec<Words>,
    /// Their texts.
    pub files: Vec<SourceText>,
    /// What is wrong with them.
    pub faults: Vec<Diagnostic>,
}

/// Reads every file; what is for no deliverable and no language of the study is told as unknown.
pub fn read(folder: &Folder, passport: &Passport) -> Found {
    let mut found = Found::default();
    let is_deliverable =
        |id: &str| id == ALL_DELIVERABLES || passport.deliverables.iter().any(|d| d.id.as_str() == id);
    let locale =
        |name: &str| passport.languages.iter().any(|l| locale_words(l) == format!("{WORDS_FOLDER}/{name}"));
    let strays = folder.files(WORDS_FOLDER, "toml").into_iter().filter(|name| !locale(name));
    found.faults.extend(
        strays.map(|name| unknown_file(&format!("{WORDS_FOLDER}/{name}")).hint(say!("hint-stray-words"))),
    );
    for name in ["md", "txt", "docx"].iter().flat_map(|extension| folder.files(WORDS_FOLDER, extension)) {
        let words = Words::named(&name)
            .filter(|w| is_deliverable(&w.deliverable) && passport.languages.contains(&w.language));
        let Some(mut words) = words else {
            let path = format!("{WORDS_FOLDER}/{name}");
            found.faults.push(unknown_file(&path).hint(say!("hint-stray-words")));
            continue;
        };
        match folder.read(&words.path) {
            Ok(file) => {
                found.faults.extend(characters::illegal_in_lines(&words.path, &file.text));
                words.text.clone_from(&file.text);
                found.files.push(file);
                found.words.push(words);
            }
            Err(fault) => found.faults.push(fault),
        }
    }
    found
}
