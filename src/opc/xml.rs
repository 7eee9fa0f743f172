//! A small XML tree: parts are read into [`Element`]s, changed as values and written by one function, which is
//! therefore the one place where escaping can go wrong.
//!
//! A document type declaration is refused: parts have none (ISO/IEC 29500-2, 9.1.8), and entities that
//! multiply need one. No element may lie deeper than `DEPTH`, because trees are walked by recursion.

pub use super::namespaces::parse as parse_canonical;
use ecow::EcoString;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements one inside the other; Word itself writes some dozens.
pub(super) const DEPTH: usize = 200;

/// An element with its attributes in written order. Names and most values are short: up to 15 bytes they lie in the
/// element itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// Name with its prefix, as written: `w:p`.
    pub name: EcoString,
    /// Names with their prefixes, and values.
    pub attributes: Vec<(EcoString, EcoString)>,
    /// Elements and texts in document order.
    pub children: Vec<Node>,
}

/// A child of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text, unescaped.
    Text(EcoString),
}

impl Element {
    /// An element without attributes and children.
    pub fn new(name: &str) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// The element with one more attribute, or another value of it.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<EcoString>) -> Self {
        self.set(name, value);
        self
    }

    /// The element with one more child at its end.
    #[must_use]
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// The element with more children at its end.
    #[must_use]
    pub fn with_children(mut self, children: Vec<Node>) -> Self {
        self.children.extend(children);
        self
    }

    /// The element with text at its end.
    #[must_use]
    pub fn text(mut self, text: impl Into<EcoString>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Gives an attribute a value; a new one stands after the others.
    pub fn set(&mut self, name: &str, value: impl Into<EcoString>) {
        let value = value.into();
        match self.attributes.iter_mut().find(|(n, _)| n == name) {
            Some((_, old)) => *old = value,
            None => self.attributes.push((name.into(), value)),
        }
    }

    /// Removes an attribute.
    pub fn remove(&mut self, name: &str) {
        self.attributes.retain(|(n, _)| n != name);
    }

    /// The text that stands directly in the element.
    pub fn own_text(&self) -> String {
        let texts = self.children.iter().filter_map(|node| match node {
            Node::Element(_) => None,
            Node::Text(text) => Some(text.as_str()),
        });
        texts.collect()
    }

    /// The element children, text left out.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The element children, to be changed.
    pub fn elements_mut(&mut self) -> impl Iterator<Item = &mut Element> {
        self.children.iter_mut().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child of that name.
    pub fn find(&self, name: &str) -> Option<&Element> {
        self.elements().find(|e| e.name == name)
    }

    /// The first child of that name, to be changed.
    pub fn find_mut(&mut self, name: &str) -> Option<&mut Element> {
        self.elements_mut().find(|e| e.name == name)
    }

    /// Changes the first child of that name, put in front of all others where there is none yet.
    pub fn amend_child(&mut self, name: &str, change: impl FnOnce(&mut Element)) {
        if self.find(name).is_none() {
            self.children.insert(0, Node::Element(Element::new(name)));
        }
        if let Some(child) = self.find_mut(name) {
            change(child);
        }
    }

    /// Calls `visit` on this element and everything below it, in document order.
    pub fn walk_mut(&mut self, visit: &mut impl FnMut(&mut Element)) {
        visit(self);
        for child in self.elements_mut() {
            child.walk_mut(visit);
        }
    }

    /// The XML of a whole part with its declaration.
    pub fn to_part(&self) -> String {
        let mut part = PartWriter::default();
        part.child(self);
        part.finish()
    }

    fn render(&self, out: &mut String) {
        self.begin(out);
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.render(out),
                Node::Text(text) => escape(text, false, out),
            }
        }
        end(&self.name, out);
    }

    /// The start tag without its end.
    fn begin(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, true, out);
            out.push('"');
        }
    }
}

fn end(name: &str, out: &mut String) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// A part that is written child by child, so that no more than one of them has to be a tree.
#[derive(Debug)]
pub struct PartWriter {
    text: String,
    open: Vec<EcoString>,
}

impl Default for PartWriter {
    /// A part with nothing but its declaration.
    fn default() -> Self {
        let text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        Self { text, open: Vec::new() }
    }
}

impl PartWriter {
    /// Begins an element, in which stands what is written from now on; its own children are not written.
    pub fn open(&mut self, element: &Element) {
        element.begin(&mut self.text);
        self.text.push('>');
        self.open.push(element.name.clone());
    }

    /// Writes a whole element.
    pub fn child(&mut self, element: &Element) {
        element.render(&mut self.text);
    }

    /// The part, in which all that was begun has ended.
    pub fn finish(mut self) -> String {
        while let Some(name) = self.open.pop() {
            end(&name, &mut self.text);
        }
        self.text
    }
}

/// Text with its escapes, those of quotation marks where it may be the value of an attribute: between tags they end
/// nothing (XML 1.0, 2.4).
fn escape(text: &str, is_value: bool, out: &mut String) {
    let mut rest = text;
    // What is escaped is ASCII: no byte of another character looks like it.
    while let Some((at, escape)) =
        rest.bytes().enumerate().find_map(|(at, byte)| escape_of(byte, is_value).map(|escape| (at, escape)))
    {
        out.push_str(&rest[..at]);
        out.push_str(escape);
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

fn escape_of(byte: u8, is_value: bool) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' if is_value => Some("&quot;"),
        b'\'' if is_value => Some("&apos;"),
        b'\n' => Some("&#10;"),
        b'\r' => Some("&#13;"),
        b'\t' => Some("&#9;"),
        _ => None,
    }
}

/// Text made safe for a place inside a hand-written part.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, true, &mut out);
    out
}

/// The first character of a text that XML 1.0 has no way to write.
pub fn illegal(text: &str) -> Option<char> {
    // Such a character is of a byte below the space, or begins with the one that U+F000 to U+FFFF begin with.
    let is_doubtful = |byte: u8| byte == 0xEF || (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r'));
    // Each byte on its own, without an end ahead, is looked at many at once.
    if !text.bytes().fold(false, |doubtful, byte| doubtful | is_doubtful(byte)) {
        return None;
    }
    text.chars()
        .find(|&c| !matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}'))
}

/// Reads a part that this program wrote into a tree, with the names as they are written.
///
/// # Errors
/// A plain sentence for what is not well formed, has a document type or lies deeper than `DEPTH`.
pub fn parse(text: &str) -> Result<Element, String> {
    tree(&mut Reader::from_str(text))
}

/// What a part is read from: its events, and what an element of them is called.
pub(super) trait Events<'t> {
    /// The next event; a plain sentence for what is not well formed.
    fn event(&mut self) -> Result<Event<'t>, String>;
    /// The element that a tag begins, without children.
    fn element(&mut self, start: &BytesStart<'_>) -> Result<Element, String>;
}

impl<'t> Events<'t> for Reader<&'t [u8]> {
    fn event(&mut self) -> Result<Event<'t>, String> {
        self.read_event().map_err(|e| e.to_string())
    }

    fn element(&mut self, start: &BytesStart<'_>) -> Result<Element, String> {
        let mut element = Element::new(start.name().0);
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|e| e.to_string())?;
            let value = attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|e| e.to_string())?;
            element.attributes.push((attribute.key.0.into(), value.into()));
        }
        Ok(element)
    }
}

/// The tree of a part's events.
///
/// # Errors
/// A plain sentence for what is not well formed, has a document type or lies deeper than `DEPTH`.
pub(super) fn tree<'t>(events: &mut impl Events<'t>) -> Result<Element, String> {
    let mut open = vec![Element::default()];
    loop {
        match events.event()? {
            Event::Start(_) if open.len() > DEPTH => return Err(format!("more than {DEPTH} elements deep")),
            Event::Start(start) => open.push(events.element(&start)?),
            Event::Empty(start) => {
                let element = events.element(&start)?;
                append(&mut open, Node::Element(element));
            }
            Event::End(_) => {
                let done = open.pop().unwrap_or_default();
                append(&mut open, Node::Element(done));
            }
            Event::Text(text) => append_text(&mut open, &text.xml10_content()),
            Event::CData(data) => append_text(&mut open, &data.xml10_content()),
            Event::GeneralRef(entity) => {
                let named = format!("&{};", entity.as_ref() as &str);
                let value = quick_xml::escape::unescape(&named).map_err(|e| e.to_string())?;
                append_text(&mut open, &value);
            }
            Event::Eof => break,
            Event::DocType(_) => return Err("a document type declaration".to_owned()),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
    let top = open.pop().filter(|_| open.is_empty()).ok_or("the part has an open element")?;
    let root = top.children.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    root.ok_or_else(|| "the part has no element".to_owned())
}

fn append(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn append_text(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.children.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => parent.children.push(Node::Text(text.into())),
    }
}
