//! The authors' own texts in `text/<deliverable>/`.

use super::unknown_files::unknown_file;
use crate::diag::{Diagnostic, say};
use crate::source::{Folder, SourceText, characters};
use crate::study::authored::{Authored, TEXT_FOLDER};
use crate::study::nearest;
use crate::study::passport::Passport;

/// What the folder of texts gave.
#[derive(Debug, Default)]
pub struct Texts {
    /// The authors' texts.
    pub authored: Vec<Authored>,
    /// Their files.
    pub files: Vec<SourceText>,
    /// What is wrong with them.
    pub faults: Vec<Diagnostic>,
}

/// Reads every text; what no deliverable and no language of the study will print is told as unknown.
pub fn read(folder: &Folder, passport: &Passport) -> Texts {
    let mut texts = Texts::default();
    let deliverables: Vec<String> = passport.deliverables.iter().map(|d| d.id.to_string()).collect();
    for name in folder.folders(TEXT_FOLDER) {
        if deliverables.contains(&name) {
            texts.of_deliverable(folder, passport, &name);
            continue;
        }
        let hint = match nearest(&name, &deliverables) {
            Some(near) => say!("hint-did-you-mean", near = near),
            None => say!("hint-request-deliverables", names = deliverables.join(", ")),
        };
        texts.faults.push(unknown_file(&format!("{TEXT_FOLDER}/{name}")).hint(hint));
    }
    for name in TEXT_ENDINGS.iter().flat_map(|extension| folder.files(TEXT_FOLDER, extension)) {
        texts.faults.push(unknown_file(&format!("{TEXT_FOLDER}/{name}")).hint(say!("hint-stray-text")));
    }
    texts
}

/// What people write text in; other files, such as pictures, are no text.
const TEXT_ENDINGS: &[&str] = &["md", "txt", "docx", "odt", "markdown"];

impl Texts {
    fn of_deliverable(&mut self, folder: &Folder, passport: &Passport, deliverable: &str) {
        let below = format!("{TEXT_FOLDER}/{deliverable}");
        for name in TEXT_ENDINGS.iter().flat_map(|extension| folder.files(&below, extension)) {
            let path = format!("{below}/{name}");
            match Authored::named(deliverable, &name).filter(|a| passport.languages.contains(&a.language)) {
                Some(authored) => self.file(folder, authored),
                None => self.faults.push(unknown_file(&path).hint(say!("hint-stray-text"))),
            }
        }
    }

    fn file(&mut self, folder: &Folder, mut authored: Authored) {
        let file = match folder.read(&authored.path) {
            Ok(file) => file,
            Err(fault) => return self.faults.push(fault),
        };
        self.faults.extend(characters::illegal_in_lines(&authored.path, &file.text));
        authored.text.clone_from(&file.text);
        self.files.push(file);
        self.authored.push(authored);
    }
}
