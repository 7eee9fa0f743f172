//! Texts that the authors of a study write by hand for one section of one deliverable: `text/final/conclusion.after.kk.md`.
//!
//! It is a template like the program's own and stands beside the data, so that a rebuild keeps it.

/// Folder of the authors' texts inside a study.
pub const TEXT_FOLDER: &str = "text";

/// Where a text stands in its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Position {
    /// In the place of everything between the section's heading and the next section. A text that begins with a
    /// heading of its own stands in the place of the section's heading, too.
    Instead,
    /// Directly below the heading.
    Before,
    /// At the section's end, below its subsections.
    After,
}

/// A file of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authored {
    /// Path inside the study folder.
    pub path: String,
    /// Id of the deliverable.
    pub deliverable: String,
    /// The id of the section's heading without `sec-`.
    pub section: String,
    /// Where it stands in the section.
    pub position: Position,
    /// Two-letter code of its language.
    pub language: String,
    /// The text, a template.
    pub text: String,
}

impl Authored {
    /// Reads a file's name: `SECTION.LANGUAGE.md`, `SECTION.before.LANGUAGE.md`, `SECTION.after.LANGUAGE.md`. `None`
    /// for every other name.
    pub fn named(deliverable: &str, file: &str) -> Option<Self> {
        let parts: Vec<&str> = file.strip_suffix(".md")?.split('.').collect();
        let (section, position, language) = match parts[..] {
            [section, language] => (section, Position::Instead, language),
            [section, "before", language] => (section, Position::Before, language),
            [section, "after", language] => (section, Position::After, language),
            _ => return None,
        };
        let is_id = |text: &str| {
            !text.is_empty()
                && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        (is_id(section) && is_id(language)).then(|| Self {
            path: format!("{TEXT_FOLDER}/{deliverable}/{file}"),
            deliverable: deliverable.to_owned(),
            section: section.to_owned(),
            position,
            language: language.to_owned(),
            text: String::new(),
        })
    }

    /// The path that the same text has in another language.
    pub fn path_in(&self, language: &str) -> String {
        let stem = self.path.strip_suffix(&format!(".{}.md", self.language)).unwrap_or(&self.path);
        format!("{stem}.{language}.md")
    }
}

#[cfg(test)]
mod tests {
    use super::{Authored, Position};

    #[test]
    fn a_name_tells_section_position_and_language() {
        let read = |file| Authored::named("final", file).map(|a| (a.section, a.position, a.language));
        let told = |section: &str, position| Some((section.to_owned(), position, "kk".to_owned()));
        assert_eq!(read("risk.kk.md"), told("risk", Position::Instead));
        assert_eq!(read("annex-guides.before.kk.md"), told("annex-guides", Position::Before));
        assert_eq!(read("q-law.after.kk.md"), told("q-law", Position::After));
        for wrong in
            ["risk.md", "risk.kk.txt", "risk.above.kk.md", "Risk.kk.md", ".kk.md", "a.before.b.kk.md"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        let text = Authored::named("final", "risk.after.kk.md").map(|a| a.path_in("ru"));
        assert_eq!(text.as_deref(), Some("text/final/risk.after.ru.md"));
    }
}
