//! Names as the rest of the program knows them, whatever prefixes a file has and whichever of the two dialects of the
//! standard it is in: `w:p` is a paragraph of WordprocessingML, Transitional or Strict (ISO/IEC 29500-1 and -4).

use ecow::{EcoString, eco_format};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{QName, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use super::xml::{Element, Events, tree};

/// Prefix, Transitional namespace, last words of the Strict one below [`STRICT`]; the other words are the same.
const NAMES: [(&str, &str, &str); 22] = [
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "wordprocessingml/main"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main", "drawingml/main"),
    ("p", "http://schemas.openxmlformats.org/presentationml/2006/main", "presentationml/main"),
    ("", "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "spreadsheetml/main"),
    (
        "r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "officeDocument/relationships",
    ),
    ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math", "officeDocument/math"),
    ("c", "http://schemas.openxmlformats.org/drawingml/2006/chart", "drawingml/chart"),
    ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture", "drawingml/picture"),
    (
        "wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "drawingml/wordprocessingDrawing",
    ),
    (
        "xdr",
        "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        "drawingml/spreadsheetDrawing",
    ),
    ("cdr", "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing", "drawingml/chartDrawing"),
    (
        "",
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        "officeDocument/customProperties",
    ),
    (
        "vt",
        "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
        "officeDocument/docPropsVTypes",
    ),
    ("", "http://schemas.openxmlformats.org/package/2006/relationships", ""),
    ("", "http://schemas.openxmlformats.org/package/2006/content-types", ""),
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006", ""),
    // Sections of a deck ([MS-PPTX] 2.7.1).
    ("p14", "http://schemas.microsoft.com/office/powerpoint/2010/main", ""),
    ("", "http://www.w3.org/2000/svg", ""),
    ("xlink", "http://www.w3.org/1999/xlink", ""),
    ("xml", "http://www.w3.org/XML/1998/namespace", ""),
    ("esep", "urn:esep:proof:1", ""),
    ("xmlns", "http://www.w3.org/2000/xmlns/", ""),
];
/// How the namespaces of Strict begin.
const STRICT: &str = "http://purl.oclc.org/ooxml/";
/// How the types of relationships begin, Transitional and Strict.
const RELATIONSHIPS: [&str; 4] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/",
    "http://schemas.microsoft.com/office/",
];
/// Stands for the prefix of a namespace that is none of Office's.
const FOREIGN: &str = "?";

/// What a relationship leads to, by its type: `styles`, `header`; the whole type where it is none of Office's.
pub fn relationship_kind(kind: &str) -> &str {
    match RELATIONSHIPS.iter().find_map(|known| kind.strip_prefix(known)) {
        // Strict writes some in another way.
        Some("extendedProperties") => "extended-properties",
        Some("customProperties") => "custom-properties",
        Some(own) => own.rsplit('/').next().unwrap_or(own),
        None => kind,
    }
}

/// Prefix and Transitional namespace of a namespace.
fn known(uri: &str) -> Option<(&'static str, &'static str)> {
    let strict = uri.strip_prefix(STRICT);
    let is_it = |(_, own, other): &&(&str, &'static str, &str)| {
        *own == uri || (!other.is_empty() && strict == Some(*other))
    };
    NAMES.iter().find(is_it).map(|(prefix, uri, _)| (*prefix, *uri))
}

/// Reads a part whose names become those that the program knows; the root declares the namespaces that it uses.
/// What tells older programs to pass over newer names goes.
///
/// # Errors
/// A plain sentence for what is not well formed, has a document type or lies too deep.
pub fn parse(text: &str) -> Result<Element, String> {
    let mut known = KnownNames { reader: NsReader::from_str(text), used: Vec::new() };
    let mut root = tree(&mut known)?;
    let declared = known.used.into_iter().filter(|(prefix, _)| *prefix != "xml").map(|(prefix, uri)| {
        let name = if prefix.is_empty() { "xmlns".into() } else { eco_format!("xmlns:{prefix}") };
        (name, uri.into())
    });
    root.attributes.splice(0..0, declared.collect::<Vec<_>>());
    Ok(root)
}

/// A part read with the names that the program knows.
struct KnownNames<'t> {
    reader: NsReader<&'t [u8]>,
    /// Prefixes and namespaces that elements and attributes had so far.
    used: Vec<(&'static str, &'static str)>,
}

impl<'t> Events<'t> for KnownNames<'t> {
    fn event(&mut self) -> Result<Event<'t>, String> {
        self.reader.read_event().map_err(|e| e.to_string())
    }

    fn element(&mut self, start: &BytesStart<'_>) -> Result<Element, String> {
        element(&self.reader, start, &mut self.used)
    }
}

/// The name of an element as the program knows it.
///
/// # Errors
/// A prefix that stands for nothing.
pub fn element_name(reader: &NsReader<&[u8]>, name: QName<'_>) -> Result<EcoString, String> {
    let (namespace, local) = reader.resolver().resolve_element(name);
    Ok(prefixed(named(&namespace)?, local.as_ref()))
}

/// What a namespace is known as: nothing, Office's, or [`FOREIGN`].
fn named(namespace: &ResolveResult<'_>) -> Result<Option<(&'static str, &'static str)>, String> {
    match namespace {
        ResolveResult::Unbound => Ok(None),
        ResolveResult::Bound(uri) => Ok(Some(known(uri.as_ref()).unwrap_or((FOREIGN, "")))),
        ResolveResult::Unknown(prefix) => Err(format!("the prefix {prefix} stands for nothing")),
    }
}

fn prefixed(of: Option<(&str, &str)>, local: &str) -> EcoString {
    match of {
        None | Some(("", _)) => local.into(),
        Some((prefix, _)) => {
            let mut name = EcoString::from(prefix);
            name.push(':');
            name.push_str(local);
            name
        }
    }
}

fn element(
    reader: &NsReader<&[u8]>,
    start: &BytesStart<'_>,
    used: &mut Vec<(&'static str, &'static str)>,
) -> Result<Element, String> {
    let mut uses = |of: Option<(&'static str, &'static str)>| {
        if let Some(of) = of.filter(|(prefix, _)| *prefix != FOREIGN)
            && !used.iter().any(|(prefix, _)| *prefix == of.0)
        {
            used.push(of);
        }
    };
    let (namespace, local) = reader.resolver().resolve_element(start.name());
    let of = named(&namespace)?;
    uses(of);
    let mut element = Element { name: prefixed(of, local.as_ref()), ..Element::default() };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|e| e.to_string())?;
        if attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
        let of = named(&namespace)?;
        if of.is_some_and(|(prefix, _)| prefix == "mc") {
            continue;
        }
        uses(of);
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|e| e.to_string())?;
        // What a drawing holds is told by its namespace.
        let is_namespace = element.name == "a:graphicData" && local.as_ref() as &str == "uri";
        let value = match known(&value).filter(|_| is_namespace) {
            Some((_, uri)) => uri.into(),
            None => value,
        };
        element.attributes.push((prefixed(of, local.as_ref()), value.into()));
    }
    Ok(element)
}

#[cfg(test)]
mod tests {
    use super::{parse, relationship_kind};

    #[test]
    fn names_are_known_by_their_namespace_in_both_dialects_and_under_any_prefix() {
        let of = |text: &str| parse(text).map(|root| root.to_part().split_once('\n').unwrap().1.to_owned());
        let known = "<w:p xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" w:x=\"1\">\
                     <w:r/></w:p>";
        for (prefix, uri) in [
            ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
            ("ns0", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        ] {
            let text =
                format!("<{prefix}:p xmlns:{prefix}='{uri}' {prefix}:x='1'><{prefix}:r/></{prefix}:p>");
            assert_eq!(of(&text).unwrap(), known);
        }
        let by_default = "<p xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main' \
                          xmlns:q='http://purl.oclc.org/ooxml/wordprocessingml/main' q:x='1'><r/></p>";
        assert_eq!(of(by_default).unwrap(), known);
        assert_eq!(of("<w:p xmlns:w='urn:other'/>").unwrap(), "<?:p/>", "the letters alone say nothing");
        assert!(of("<w:p/>").is_err());
    }

    #[test]
    fn relationships_are_known_by_the_end_of_their_type() {
        let of = |base: &str, kind: &str| relationship_kind(&format!("{base}/{kind}")).to_owned();
        let (own, strict) = (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        );
        assert_eq!((of(own, "styles"), of(strict, "styles")), ("styles".into(), "styles".into()));
        assert_eq!(of(strict, "customProperties"), "custom-properties");
        assert_eq!(of("urn:x", "styles"), "urn:x/styles");
    }
}
