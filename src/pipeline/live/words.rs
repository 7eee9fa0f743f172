//! Sentences that are said otherwise on the page: read, tried, written into the study's own `words/`, taken back.
//!
//! A wording is tried before it is written, with everything that a build finds in sentences and in the filled-in
//! template, so that no file comes into the study that breaks it. Files are read as they are now, not as the pages show
//! them still; a sentence that was changed since it was read is left as it is. What is written is the sentence alone:
//! everything else in the file stays, byte by byte.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{Job, LiveStudy};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, Severity, say};
use crate::source::{Folder, real_path, sha256};
use crate::study::words::{WORDS_FOLDER, Words};
use crate::template::{Engine, Entry, listing};

/// Longest wording, in bytes.
const LONGEST: usize = 16 << 10;

/// A sentence for an editor.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SentenceView {
    /// Its name.
    pub name: String,
    /// Path of the file that it comes from.
    pub file: String,
    /// Path of the study's own file that a change goes into.
    pub goes_into: String,
    /// Whether the study or the user's templates say it otherwise than the program.
    pub is_changed: bool,
    /// Its wordings.
    pub wordings: Vec<String>,
    /// The program's own, where it is changed.
    pub program: Vec<String>,
    /// The values that it prints.
    pub data: Vec<String>,
    /// How many places of the structure say it.
    pub places: usize,
    /// What tells how the file that a change goes into says it; empty where it does not.
    pub state: String,
}

/// What a change did.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Doubts about the file that was written.
    pub warnings: Diagnostics,
    /// How to take it back.
    pub undo: Undo,
}

/// A change that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// Path inside the study's folder.
    pub path: String,
    /// Name of the sentence.
    pub sentence: String,
    /// The lines of the sentence before; nothing where the file did not have it.
    before: Option<String>,
    /// Its state after the change.
    after: String,
}

impl LiveStudy {
    /// A sentence of a document, for an editor.
    ///
    /// # Errors
    /// Files that cannot be read; [`Code::Usage`] where the document does not say it.
    pub fn sentence(&self, job: &Job, name: &str) -> Result<SentenceView, Diagnostics> {
        let Entry { sentence, replaced, is_changed, places, data } = self.entry(job, name)?;
        let goes_into = self.goes_into(job, &sentence.file);
        let text = self.text_of(&goes_into)?;
        let texts = |sentence: &crate::template::Sentence| {
            sentence.wordings.iter().map(|wording| wording.text.clone()).collect::<Vec<_>>()
        };
        Ok(SentenceView {
            name: sentence.name.clone(),
            wordings: texts(&sentence),
            file: sentence.file,
            goes_into,
            is_changed,
            program: replaced.as_ref().map(texts).unwrap_or_default(),
            data,
            places,
            state: state(text.as_deref(), name),
        })
    }

    /// What a build would say of a document with other wordings of a sentence; nothing is written.
    ///
    /// # Errors
    /// The faults.
    pub fn try_wordings(
        &self,
        job: &Job,
        name: &str,
        wordings: &[String],
    ) -> Result<Diagnostics, Diagnostics> {
        let entry = self.entry(job, name)?;
        let path = self.goes_into(job, &entry.sentence.file);
        let text = with_sentence(self.text_of(&path)?.as_deref().unwrap_or_default(), name, wordings)?;
        self.tried(job, &path, &text)
    }

    /// Writes other wordings of a sentence into the study's own file, or takes the study's own out where there are
    /// none; `state` is that of the [`SentenceView`] that was changed.
    ///
    /// # Errors
    /// Faults of the wordings; [`Code::WordsChangedMeanwhile`] where the sentence is not as it was read.
    pub fn say(&self, job: &Job, name: &str, wordings: &[String], seen: &str) -> Result<Saved, Diagnostics> {
        let entry = self.entry(job, name)?;
        let path = self.goes_into(job, &entry.sentence.file);
        let before = self.text_of(&path)?;
        if state(before.as_deref(), name) != seen {
            return Err(meanwhile(&path).into());
        }
        let old = before.as_deref().unwrap_or_default();
        let text = match wordings {
            [] => without_sentence(old, name),
            wordings => with_sentence(old, name, wordings)?,
        };
        let warnings = self.tried(job, &path, &text)?;
        self.write(&path, &text)?;
        let undo = Undo {
            after: state(Some(&text), name),
            before: block(old, name).map(str::to_owned),
            sentence: name.to_owned(),
            path,
        };
        Ok(Saved { warnings, undo })
    }

    /// Takes a change back.
    ///
    /// # Errors
    /// [`Code::WordsChangedMeanwhile`] where the sentence was changed since.
    pub fn take_back(&self, undo: &Undo) -> Result<(), Diagnostics> {
        let Undo { path, sentence, before, after } = undo;
        let now = self.text_of(path)?;
        if state(now.as_deref(), sentence) != *after {
            return Err(meanwhile(path).into());
        }
        let now = now.unwrap_or_default();
        let text = match before {
            Some(before) => with_block(&now, sentence, before),
            None => without_sentence(&now, sentence),
        };
        Ok(self.write(path, &text)?)
    }

    /// The study's own words as its files hold them now.
    fn words_now(&self, own: &[Words], path: &str) -> Result<Vec<Words>, Diagnostic> {
        let file = path.rsplit('/').next().and_then(Words::named);
        let is_new = |new: &Words| own.iter().all(|known| known.path != new.path);
        let all = own.iter().cloned().chain(file.filter(is_new));
        let read = all.filter_map(|words| match self.text_of(&words.path) {
            Ok(text) => Some(Ok(Words { text: text?, ..words })),
            Err(fault) => Some(Err(fault)),
        });
        read.collect()
    }

    fn entry(&self, job: &Job, name: &str) -> Result<Entry, Diagnostics> {
        let own = format!("{WORDS_FOLDER}/{}.{}.md", job.deliverable, job.language);
        let words = self.words_now(&self.context.loaded.study.words, &own)?;
        let all = listing(self.assets(), &job.deliverable, &job.language, &words)?;
        all.into_iter()
            .find(|entry| entry.sentence.name == name)
            .ok_or_else(|| Diagnostic::new(Code::Usage, say!("serve-sentence-unknown", name = name)).into())
    }

    /// The study's own file for a sentence: the one that has it, or the document's.
    fn goes_into(&self, job: &Job, file: &str) -> String {
        match file.starts_with(&format!("{WORDS_FOLDER}/")) {
            true => file.to_owned(),
            false => format!("{WORDS_FOLDER}/{}.{}.md", job.deliverable, job.language),
        }
    }

    /// What a build says of a document whose words are these; doubts about their file.
    fn tried(&self, job: &Job, path: &str, text: &str) -> Result<Diagnostics, Diagnostics> {
        let context = &self.context;
        let (Some(locale), Some(day)) =
            (context.reports.locale(job), context.cutoffs.of(&context.loaded.study, job))
        else {
            return Err(Diagnostic::new(Code::Usage, say!("job-not-set-up", name = job.name())).into());
        };
        let study = &day.study;
        let file = path.rsplit('/').next().unwrap_or_default();
        let own = Words::named(file).map(|own| Words { text: text.to_owned(), ..own });
        let mut words = self.words_now(&study.words, path)?;
        words.retain(|words| words.path != path);
        words.extend(own);
        let mut engine = Engine::new(self.assets(), &job.deliverable, locale, &study.authored, &words)?;
        let rendered = engine.render(&day.variables(&job.language))?;
        crate::markup::read(&rendered.text, &rendered.numbers).map_err(|faults| {
            faults
                .into_iter()
                .map(|f| f.diagnostic.at(rendered.lines.location(f.line)))
                .collect::<Diagnostics>()
        })?;
        let doubts = engine.warnings().iter().filter(|doubt| {
            doubt.severity > Severity::Note && doubt.location.as_ref().is_some_and(|place| place.file == path)
        });
        Ok(doubts.cloned().collect())
    }

    fn root(&self) -> PathBuf {
        let study = &self.context.request.study;
        match study.is_file() {
            true => study.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned(),
            false => study.clone(),
        }
    }

    fn text_of(&self, path: &str) -> Result<Option<String>, Diagnostic> {
        let folder = Folder::open(&self.root())?;
        folder.has(path).then(|| folder.read(path).map(|text| text.text)).transpose()
    }

    /// Writes a file of words as a whole; one that says nothing is removed.
    fn write(&self, path: &str, text: &str) -> Result<(), Diagnostic> {
        let root = real_path(&self.root()).map_err(|e| unwritable(path, &e))?;
        let place = root.join(path);
        let folder = root.join(WORDS_FOLDER);
        fs::create_dir_all(&folder).map_err(|e| unwritable(path, &e))?;
        let is_inside = real_path(&folder).is_ok_and(|found| found.starts_with(&root));
        let is_link = fs::symlink_metadata(&place).is_ok_and(|found| found.is_symlink());
        if !is_inside || is_link || place.parent() != Some(folder.as_path()) {
            return Err(Diagnostic::new(Code::PathOutside, say!("input-path-outside", path = path))
                .at(Location::file(path))
                .hint(say!("hint-input-copy")));
        }
        if text.trim().is_empty() {
            return fs::remove_file(&place).map_err(|e| unwritable(path, &e));
        }
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let new = folder.join(format!(".{name}.new"));
        let written = fs::write(&new, text).and_then(|()| fs::rename(&new, &place));
        written.map_err(|error| {
            drop(fs::remove_file(&new));
            unwritable(path, &error)
        })
    }
}

fn unwritable(path: &str, error: &std::io::Error) -> Diagnostic {
    super::super::output::unwritable(Path::new(path), error)
}

fn meanwhile(path: &str) -> Diagnostic {
    Diagnostic::new(Code::WordsChangedMeanwhile, say!("words-meanwhile", path = path))
        .at(Location::file(path))
        .hint(say!("hint-words-meanwhile"))
}

/// What tells how a file says a sentence.
fn state(text: Option<&str>, name: &str) -> String {
    text.and_then(|text| block(text, name)).map(|own| sha256(own.trim().as_bytes())).unwrap_or_default()
}

/// The lines of a sentence in a file, its name and what stands before the next sentence included.
fn block<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (begin, end) = lines_of(text, name)?;
    let from = |line: usize| text.split_inclusive('\n').take(line).map(str::len).sum::<usize>();
    text.get(from(begin)..from(end))
}

/// A file of words with other lines of a sentence.
fn with_block(text: &str, name: &str, lines: &str) -> String {
    match block(text, name) {
        Some(now) => text.replacen(now, lines, 1),
        None if text.trim().is_empty() => lines.to_owned(),
        None => format!("{}\n\n{lines}", text.trim_end()),
    }
}

/// The lines of a sentence in a file, its name included: from and to, by line from 0.
fn lines_of(text: &str, name: &str) -> Option<(usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let begin = lines.iter().position(|line| line.trim().strip_prefix("## ").map(str::trim) == Some(name))?;
    let rest = lines.get(begin + 1..).unwrap_or_default();
    let end = rest.iter().position(|line| line.trim_start().starts_with('#')).unwrap_or(rest.len());
    Some((begin, begin + 1 + end))
}

/// A file of words with other wordings of a sentence.
fn with_sentence(text: &str, name: &str, wordings: &[String]) -> Result<String, Diagnostic> {
    let refused = |message| Diagnostic::new(Code::SentenceFile, message).hint(say!("hint-sentence-file"));
    let cleaned = wordings.iter().map(|wording| {
        let lines: Vec<&str> = wording.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let breaks_out = |line: &&&str| line.starts_with('#') || **line == "or:";
        if let Some(line) = lines.iter().find(breaks_out) {
            return Err(refused(say!("sentence-heading", text = line)));
        }
        match lines.join("\n") {
            whole if whole.is_empty() => Err(refused(say!("sentence-empty", name = name))),
            whole if whole.len() > LONGEST => Err(refused(say!("serve-sentence-long", most = LONGEST))),
            whole => Ok(whole),
        }
    });
    let wordings: Vec<String> = cleaned.collect::<Result<_, _>>()?;
    let block = format!("## {name}\n{}\n", wordings.join("\n\nor:\n\n"));
    let Some((begin, end)) = lines_of(text, name) else {
        let gap = if text.is_empty() || text.ends_with("\n\n") {
            ""
        } else if text.ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        };
        return Ok(format!("{text}{gap}{block}"));
    };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let before: String = lines.get(..begin).unwrap_or_default().concat();
    let after: String = lines.get(end..).unwrap_or_default().concat();
    let gap = if after.is_empty() { "" } else { "\n" };
    Ok(format!("{before}{block}{gap}{after}"))
}

/// A file of words without a sentence.
fn without_sentence(text: &str, name: &str) -> String {
    let Some((begin, end)) = lines_of(text, name) else { return text.to_owned() };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let before: String = lines.get(..begin).unwrap_or_default().concat();
    let after: String = lines.get(end..).unwrap_or_default().concat();
    match after.is_empty() {
        true => format!("{}\n", before.trim_end()).trim_start_matches('\n').to_owned(),
        false => format!("{before}{after}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{with_sentence, without_sentence};

    const FILE: &str = "# Own words\n\n## a.lead\nOne.\n\n## a.more\nTwo,\nthree.\n";

    fn said(text: &str, name: &str, wordings: &[&str]) -> String {
        with_sentence(text, name, &wordings.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn a_sentence_takes_its_place_and_leaves_all_else() {
        let changed = said(FILE, "a.lead", &["Uno {{ n }}.", "Ein."]);
        assert_eq!(
            changed,
            "# Own words\n\n## a.lead\nUno {{ n }}.\n\nor:\n\nEin.\n\n## a.more\nTwo,\nthree.\n"
        );
        assert_eq!(said(&changed, "a.lead", &["One."]), FILE);
        assert_eq!(said("", "a.lead", &["One."]), "## a.lead\nOne.\n");
        let added = said(FILE, "b", &["New."]);
        assert_eq!(added, format!("{FILE}\n## b\nNew.\n"));
        assert_eq!(without_sentence(&added, "b"), FILE);
        assert_eq!(without_sentence(FILE, "a.lead"), "# Own words\n\n## a.more\nTwo,\nthree.\n");
    }

    #[test]
    fn a_wording_cannot_bring_other_sentences() {
        for wording in ["x\n## a.more\ny", "# x", "x\nor:\ny", " \n ", &"x".repeat(20_000)] {
            assert!(with_sentence(FILE, "a.lead", &[wording.to_owned()]).is_err(), "{wording:.20}");
        }
    }
}
