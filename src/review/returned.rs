//! What a DOCX holds that concerns a reviewer, in document order.

use indexmap::IndexMap;

use crate::diag::Diagnostic;
use crate::opc::Package;
use crate::opc::xml::{Element, Node};

/// What the file says it was made from; empty where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Id of the study.
    pub study: String,
    /// Id of the deliverable.
    pub deliverable: String,
    /// BCP 47 tag without region.
    pub language: String,
    /// SHA-256 of the content that the file was made from.
    pub content: String,
}

/// A number in a content control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The control's tag.
    pub tag: String,
    /// What it prints.
    pub text: String,
    /// Heading and paragraph that it stands in, as messages say them.
    pub position: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub author: String,
    pub date: String,
    pub text: String,
    /// The text that the comment is anchored to.
    pub anchor_text: String,
    pub position: String,
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
    pub position: String,
}

/// A paragraph, as it was before the tracked changes and as it is with them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    pub text: String,
    /// The text with the tracked changes.
    pub current: String,
    /// The same with [`MASK`] in the place of each number that stands in a content control.
    pub current_masked: String,
    /// The text before the tracked changes, with [`MASK`] for the same.
    pub masked: String,
    pub position: String,
}

/// Stands for a number in a content control (U+FFFC, object replacement character).
pub const MASK: char = '\u{FFFC}';

/// Everything of a file that concerns a reviewer.
#[derive(Debug, Clone, Default)]
pub struct Returned {
    /// What it was made from.
    pub origin: Origin,
    /// The numbers in content controls.
    pub numbers: Vec<Number>,
    /// The comments, by the order of what they are anchored to.
    pub comments: Vec<Comment>,
    /// The tracked changes.
    pub changes: Vec<Change>,
    /// The paragraphs, without those of lists with pages.
    pub paragraphs: Vec<Paragraph>,
}

/// Reads a package.
///
/// # Errors
/// Parts that are broken, too large or hostile.
pub fn read(package: &mut Package) -> Result<Returned, Diagnostic> {
    let main = package.main().to_owned();
    let mut reader = Reader::default();
    if let Some(styles) = related(package, &main, "styles")? {
        reader.headings = styles_named(&styles, &["heading "]);
        reader.listings = styles_named(&styles, &["toc ", "table of figures"]);
    }
    if let Some(root) = package.xml(&main)? {
        reader.element(&root, Revision::default());
    }
    for notes in ["footnotes", "endnotes"] {
        if let Some(root) = related(package, &main, notes)? {
            reader.element(&root, Revision::default());
        }
    }
    let mut found = reader.found;
    if let Some(root) = related(package, &main, "comments")? {
        found.comments = comments(&root, &reader.anchors);
    }
    if let Some(root) = related(package, "", "custom-properties")? {
        found.origin = origin(&root);
    }
    Ok(found)
}

/// The part that another one has for something.
fn related(package: &mut Package, part: &str, kind: &str) -> Result<Option<Element>, Diagnostic> {
    match package.related(part, kind)? {
        Some(path) => package.xml(&path),
        None => Ok(None),
    }
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

fn origin(root: &Element) -> Origin {
    let value = |name: &str| {
        let property = root.elements().find(|e| e.get("name") == Some(name));
        property.map(all_text).unwrap_or_default()
    };
    Origin {
        study: value("esep.study"),
        deliverable: value("esep.deliverable"),
        language: value("esep.language"),
        content: value("esep.content-sha256"),
    }
}

fn all_text(element: &Element) -> String {
    let pieces = element.children.iter().map(|child| match child {
        Node::Text(text) => text.to_string(),
        Node::Element(inner) => all_text(inner),
    });
    pieces.collect()
}

/// What comments are anchored to, by their ids: the text and its position.
type Anchors = IndexMap<String, (String, String)>;

fn comments(root: &Element, anchors: &Anchors) -> Vec<Comment> {
    let comments = root.elements().filter(|e| e.name == "w:comment");
    let mut found: Vec<(usize, Comment)> = comments
        .map(|comment| {
            let id = comment.get("w:id").unwrap_or_default();
            let (anchor_text, position) = anchors.get(id).cloned().unwrap_or_default();
            let paragraphs: Vec<String> = comment.elements().map(run_text).collect();
            let order = anchors.get_index_of(id).unwrap_or(usize::MAX);
            let comment = Comment {
                author: comment.get("w:author").unwrap_or_default().to_owned(),
                date: comment.get("w:date").unwrap_or_default().to_owned(),
                text: paragraphs.join(" ").trim().to_owned(),
                anchor_text,
                position,
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

/// The tracked changes that enclose a piece of text.
#[derive(Clone, Copy, Default)]
struct Revision {
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
    anchors: Anchors,
    /// Whether untouched text came after the last tracked change.
    is_interrupted: bool,
    /// Fields that are open: their instruction, and whether their result has begun.
    fields: Vec<(String, bool)>,
}

/// Fields of pages, which every program that lays the text out counts anew.
const PAGES: [&str; 4] = ["NUMPAGES", "PAGE", "PAGEREF", "SECTIONPAGES"];

/// Whether an instruction is that of a field of pages.
fn counts_pages(instruction: &str) -> bool {
    let name = instruction.split_whitespace().next().unwrap_or_default();
    PAGES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

impl Reader {
    fn position(&self) -> String {
        match (self.heading.as_str(), self.ordinal) {
            ("", ordinal) => format!("¶ {ordinal}"),
            (heading, 0) => format!("«{heading}»"),
            (heading, ordinal) => format!("«{heading}», ¶ {ordinal}"),
        }
    }

    fn element(&mut self, element: &Element, revision: Revision) {
        if let Some(text) = printed(element) {
            let is_count = self.fields.iter().any(|(field, begun)| *begun && counts_pages(field));
            return self.text(if is_count { "#" } else { &text }, revision);
        }
        match element.name.as_str() {
            "w:fldChar" => self.field(element.get("w:fldCharType").unwrap_or_default()),
            "w:instrText" => {
                if let Some((field, _)) = self.fields.last_mut() {
                    field.push_str(&element.own_text());
                }
            }
            "w:fldSimple" => {
                self.fields.push((element.get("w:instr").unwrap_or_default().to_owned(), true));
                element.elements().for_each(|inner| self.element(inner, revision));
                self.fields.pop();
            }
            "w:p" => self.paragraph(element, revision),
            "w:sdt" => self.control(element, revision),
            "w:ins" | "w:moveTo" => self.change(element, Revision { inserted: true, ..revision }),
            "w:del" | "w:moveFrom" => self.change(element, Revision { deleted: true, ..revision }),
            "w:commentRangeStart" => {
                let id = element.get("w:id").unwrap_or_default().to_owned();
                self.anchors.insert(id.clone(), (String::new(), self.position()));
                self.open.push(id);
            }
            "w:commentRangeEnd" => self.open.retain(|id| Some(id.as_str()) != element.get("w:id")),
            "w:commentReference" => {
                let id = element.get("w:id").unwrap_or_default().to_owned();
                let position = self.position();
                self.anchors.entry(id).or_insert((String::new(), position));
            }
            // Older pictures of the same content, and properties, hold no text of the document.
            "mc:Fallback" | "w:pPr" | "w:rPr" | "w:sdtPr" => {}
            _ => element.elements().for_each(|inner| self.element(inner, revision)),
        }
    }

    /// A mark of a field: its beginning, the beginning of its result, its end.
    fn field(&mut self, mark: &str) {
        match mark {
            "begin" => self.fields.push((String::new(), false)),
            "separate" => {
                if let Some((_, begun)) = self.fields.last_mut() {
                    *begun = true;
                }
            }
            _ => drop(self.fields.pop()),
        }
    }

    fn paragraph(&mut self, element: &Element, revision: Revision) {
        let style = element.find("w:pPr").and_then(|p| p.find("w:pStyle")).and_then(|s| s.get("w:val"));
        let is_of = |styles: &[String]| style.is_some_and(|style| styles.iter().any(|known| known == style));
        let (is_heading, is_listing) = (is_of(&self.headings), is_of(&self.listings));
        self.ordinal += 1;
        if is_heading {
            self.ordinal = 0;
            self.heading = element.elements().filter(|e| e.name != "w:pPr").map(run_text).collect();
        }
        let outer = std::mem::take(&mut self.paragraph);
        element.elements().for_each(|inner| self.element(inner, revision));
        let mut done = std::mem::replace(&mut self.paragraph, outer);
        done.position = self.position();
        if !(is_listing || done.text.trim().is_empty() && done.current.trim().is_empty()) {
            self.found.paragraphs.push(done);
        }
    }

    fn text(&mut self, text: &str, revision: Revision) {
        self.is_interrupted |= !revision.inserted && !revision.deleted;
        if !revision.inserted {
            self.paragraph.text.push_str(text);
            if self.controls.is_empty() {
                self.paragraph.masked.push_str(text);
            }
        }
        if revision.deleted {
            return;
        }
        self.paragraph.current.push_str(text);
        if self.controls.is_empty() {
            self.paragraph.current_masked.push_str(text);
        }
        self.controls.iter_mut().for_each(|number| number.text.push_str(text));
        for id in &self.open {
            if let Some((anchor_text, _)) = self.anchors.get_mut(id) {
                anchor_text.push_str(text);
            }
        }
    }

    fn control(&mut self, element: &Element, revision: Revision) {
        let tag = element.find("w:sdtPr").and_then(|p| p.find("w:tag")).and_then(|t| t.get("w:val"));
        let Some(tag) = tag.filter(|tag| !tag.is_empty()) else {
            element.elements().for_each(|inner| self.element(inner, revision));
            return;
        };
        let number = Number { tag: tag.to_owned(), text: String::new(), position: self.position() };
        if !revision.inserted && self.controls.is_empty() {
            self.paragraph.masked.push(MASK);
        }
        if !revision.deleted && self.controls.is_empty() {
            self.paragraph.current_masked.push(MASK);
        }
        self.controls.push(number);
        element.elements().for_each(|inner| self.element(inner, revision));
        self.found.numbers.extend(self.controls.pop().filter(|_| !revision.deleted));
    }

    fn change(&mut self, element: &Element, revision: Revision) {
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
            position: self.position(),
        };
        // What was moved is told once, where it is now.
        if !change.text.is_empty() && element.name != "w:moveFrom" {
            match self.found.changes.last_mut() {
                Some(last) if !self.is_interrupted && same_change(last, &change) => {
                    last.text.push_str(&change.text);
                }
                _ => self.found.changes.push(change),
            }
            self.is_interrupted = false;
        }
        element.elements().for_each(|inner| self.element(inner, revision));
    }
}

/// Word cuts one change into many where the look of its letters changes.
fn same_change(last: &Change, next: &Change) -> bool {
    (last.kind, &last.author, &last.date, &last.position)
        == (next.kind, &next.author, &next.date, &next.position)
}
