//! What a DOCX holds that concerns a reviewer, in document order.

use indexmap::IndexMap;

use crate::diag::Diagnostic;
use crate::opc::xml::{Element, Node};
use crate::opc::{DOCX_MAIN, Package};

/// What the file says it was made from; empty where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    pub study: String,
    pub deliverable: String,
    pub language: String,
    /// SHA-256 of the content that the file was made from.
    pub content: String,
}

/// A number in a content control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The control's tag.
    pub tag: String,
    pub text: String,
    pub place: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub author: String,
    pub date: String,
    pub text: String,
    /// The text that is remarked on.
    pub about: String,
    pub place: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    Inserted,
    Deleted,
    Moved,
}

/// A tracked change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub kind: ChangeKind,
    pub author: String,
    pub date: String,
    pub text: String,
    pub place: String,
}

/// A paragraph as it was before the tracked changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    pub text: String,
    /// The same with [`MASK`] in the place of each number that stands in a content control.
    pub masked: String,
    pub place: String,
}

/// Stands for a number in a content control (U+FFFC, object replacement character).
pub const MASK: char = '\u{FFFC}';

/// Everything of a file that concerns a reviewer.
#[derive(Debug, Clone, Default)]
pub struct Returned {
    pub about: About,
    pub numbers: Vec<Number>,
    pub comments: Vec<Comment>,
    pub changes: Vec<Change>,
    pub paragraphs: Vec<Paragraph>,
}

/// Reads a package.
///
/// # Errors
/// Parts that are broken, too large or hostile.
pub fn read(package: &mut Package) -> Result<Returned, Diagnostic> {
    let mut reader = Reader::default();
    if let Some(styles) = package.xml("word/styles.xml")? {
        reader.headings = styles_named(&styles, &["heading "]);
        reader.listings = styles_named(&styles, &["toc ", "table of figures"]);
    }
    if let Some(root) = package.xml(DOCX_MAIN)? {
        reader.element(&root, State::default());
    }
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(root) = package.xml(notes)? {
            reader.element(&root, State::default());
        }
    }
    let mut found = reader.found;
    if let Some(root) = package.xml("word/comments.xml")? {
        found.comments = comments(&root, &reader.remarked);
    }
    if let Some(root) = package.xml("docProps/custom.xml")? {
        found.about = about(&root);
    }
    Ok(found)
}

/// Ids of the styles whose names begin so: programs in other languages rename the ids, never the names.
fn styles_named(styles: &Element, beginnings: &[&str]) -> Vec<String> {
    let is_named = |style: &&Element| {
        let name = style.find("w:name").and_then(|n| n.get("w:val")).unwrap_or_default().to_lowercase();
        beginnings.iter().any(|beginning| name.starts_with(beginning))
    };
    let styles = styles.elements().filter(|e| e.name == "w:style").filter(is_named);
    styles.filter_map(|style| style.get("w:styleId")).map(str::to_owned).collect()
}

fn about(root: &Element) -> About {
    let value = |name: &str| {
        let property = root.elements().find(|e| e.get("name") == Some(name));
        property.map(all_text).unwrap_or_default()
    };
    About {
        study: value("esep.study"),
        deliverable: value("esep.deliverable"),
        language: value("esep.language"),
        content: value("esep.content-sha256"),
    }
}

fn all_text(element: &Element) -> String {
    let pieces = element.children.iter().map(|child| match child {
        Node::Text(text) => text.clone(),
        Node::Element(inner) => all_text(inner),
    });
    pieces.collect()
}

/// Where a comment is anchored: the text and the place.
type Remarked = IndexMap<String, (String, String)>;

fn comments(root: &Element, remarked: &Remarked) -> Vec<Comment> {
    let comments = root.elements().filter(|e| e.name == "w:comment");
    let mut found: Vec<(usize, Comment)> = comments
        .map(|comment| {
            let id = comment.get("w:id").unwrap_or_default();
            let (about, place) = remarked.get(id).cloned().unwrap_or_default();
            let paragraphs: Vec<String> = comment.elements().map(run_text).collect();
            let order = remarked.get_index_of(id).unwrap_or(usize::MAX);
            let comment = Comment {
                author: comment.get("w:author").unwrap_or_default().to_owned(),
                date: comment.get("w:date").unwrap_or_default().to_owned(),
                text: paragraphs.join(" ").trim().to_owned(),
                about,
                place,
            };
            (order, comment)
        })
        .collect();
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, comment)| comment).collect()
}

/// The text of the runs below an element.
fn run_text(element: &Element) -> String {
    let pieces = element.elements().map(|inner| printed(inner).unwrap_or_else(|| run_text(inner)));
    pieces.collect()
}

/// What an element prints, where it is one that prints.
fn printed(element: &Element) -> Option<String> {
    match element.name.as_str() {
        "w:t" | "w:delText" => Some(all_text(element)),
        "w:tab" | "w:br" => Some(" ".to_owned()),
        "w:noBreakHyphen" => Some("-".to_owned()),
        _ => None,
    }
}

/// What encloses a piece of text.
#[derive(Clone, Copy, Default)]
struct State {
    inserted: bool,
    deleted: bool,
}

#[derive(Default)]
struct Reader {
    headings: Vec<String>,
    /// Styles of lists with pages, whose lines follow from the rest.
    listings: Vec<String>,
    heading: String,
    found: Returned,
    paragraph: Paragraph,
    /// Paragraphs since the heading.
    ordinal: u32,
    /// Controls that are open; the text goes to each.
    controls: Vec<Number>,
    /// Comments whose range is open.
    open: Vec<String>,
    remarked: Remarked,
    /// Whether untouched text came after the last tracked change.
    apart: bool,
}

impl Reader {
    fn place(&self) -> String {
        match (self.heading.as_str(), self.ordinal) {
            ("", ordinal) => format!("¶ {ordinal}"),
            (heading, 0) => format!("«{heading}»"),
            (heading, ordinal) => format!("«{heading}», ¶ {ordinal}"),
        }
    }

    fn element(&mut self, element: &Element, state: State) {
        if let Some(text) = printed(element) {
            return self.text(&text, state);
        }
        match element.name.as_str() {
            "w:p" => self.paragraph(element, state),
            "w:sdt" => self.control(element, state),
            "w:ins" | "w:moveTo" => self.change(element, State { inserted: true, ..state }),
            "w:del" | "w:moveFrom" => self.change(element, State { deleted: true, ..state }),
            "w:commentRangeStart" => {
                let id = element.get("w:id").unwrap_or_default().to_owned();
                self.remarked.insert(id.clone(), (String::new(), self.place()));
                self.open.push(id);
            }
            "w:commentRangeEnd" => self.open.retain(|id| Some(id.as_str()) != element.get("w:id")),
            "w:commentReference" => {
                let id = element.get("w:id").unwrap_or_default().to_owned();
                let place = self.place();
                self.remarked.entry(id).or_insert((String::new(), place));
            }
            // Older pictures of the same content, and properties, hold no text of the document.
            "mc:Fallback" | "w:pPr" | "w:rPr" | "w:sdtPr" | "w:instrText" => {}
            _ => element.elements().for_each(|inner| self.element(inner, state)),
        }
    }

    fn paragraph(&mut self, element: &Element, state: State) {
        let style = element.find("w:pPr").and_then(|p| p.find("w:pStyle")).and_then(|s| s.get("w:val"));
        let is_of = |styles: &[String]| style.is_some_and(|style| styles.iter().any(|known| known == style));
        let (is_heading, is_listing) = (is_of(&self.headings), is_of(&self.listings));
        self.ordinal += 1;
        if is_heading {
            self.ordinal = 0;
            self.heading = element.elements().filter(|e| e.name != "w:pPr").map(run_text).collect();
        }
        let outer = std::mem::take(&mut self.paragraph);
        element.elements().for_each(|inner| self.element(inner, state));
        let mut done = std::mem::replace(&mut self.paragraph, outer);
        done.place = self.place();
        if !is_listing && !done.text.trim().is_empty() {
            self.found.paragraphs.push(done);
        }
    }

    fn text(&mut self, text: &str, state: State) {
        self.apart |= !state.inserted && !state.deleted;
        if !state.inserted {
            self.paragraph.text.push_str(text);
            if self.controls.is_empty() {
                self.paragraph.masked.push_str(text);
            }
        }
        if state.deleted {
            return;
        }
        self.controls.iter_mut().for_each(|number| number.text.push_str(text));
        for id in &self.open {
            if let Some((about, _)) = self.remarked.get_mut(id) {
                about.push_str(text);
            }
        }
    }

    fn control(&mut self, element: &Element, state: State) {
        let tag = element.find("w:sdtPr").and_then(|p| p.find("w:tag")).and_then(|t| t.get("w:val"));
        let Some(tag) = tag.filter(|tag| !tag.is_empty()) else {
            element.elements().for_each(|inner| self.element(inner, state));
            return;
        };
        let number = Number { tag: tag.to_owned(), text: String::new(), place: self.place() };
        if !state.inserted && self.controls.is_empty() {
            self.paragraph.masked.push(MASK);
        }
        self.controls.push(number);
        element.elements().for_each(|inner| self.element(inner, state));
        self.found.numbers.extend(self.controls.pop().filter(|_| !state.deleted));
    }

    fn change(&mut self, element: &Element, state: State) {
        let kind = match element.name.as_str() {
            "w:ins" => ChangeKind::Inserted,
            "w:del" => ChangeKind::Deleted,
            _ => ChangeKind::Moved,
        };
        let text = run_text(element);
        let change = Change {
            kind,
            author: element.get("w:author").unwrap_or_default().to_owned(),
            date: element.get("w:date").unwrap_or_default().to_owned(),
            text,
            place: self.place(),
        };
        // What was moved is told once, where it is now.
        if !change.text.is_empty() && element.name != "w:moveFrom" {
            match self.found.changes.last_mut() {
                Some(last) if !self.apart && same_change(last, &change) => last.text.push_str(&change.text),
                _ => self.found.changes.push(change),
            }
            self.apart = false;
        }
        element.elements().for_each(|inner| self.element(inner, state));
    }
}

/// Word cuts one change into many where the look of its letters changes.
fn same_change(last: &Change, next: &Change) -> bool {
    (last.kind, &last.author, &last.date, &last.place) == (next.kind, &next.author, &next.date, &next.place)
}
