//! A file of structure as tera reads it: our tags written out, lines of tags alone without a trace.
//!
//! A structure has no word of any language. A line that holds nothing but tags which print nothing does not become an
//! empty line of the document, so that conditions and loops stand on lines of their own, indented as one likes. Line
//! numbers stay: the line feed of such a line goes inside its last tag.

use super::origin::{Generated, Origin};
use super::own_tags::{self, OwnTag, Said};
use super::pieces::{Piece, pieces};
use super::spoken::template_name;
use crate::diag::{Code, Diagnostic, Location, Message, say};
use crate::template::line_map;

/// What a structure asks for, and what it has to be resolved against.
pub trait Surroundings {
    /// Whether the language has a sentence of that name.
    fn has_sentence(&self, name: &str) -> bool;
    /// The keys for which there are sentences: what follows the name and a point.
    fn keys(&self, name: &str) -> Vec<String>;
    /// The path of a part of the structure.
    fn part(&self, name: &str) -> Option<String>;
    /// The fault of a sentence that is not there.
    fn missing(&self, name: &str) -> Diagnostic;
    /// The fault of a part that is not there.
    fn no_part(&self, name: &str) -> Diagnostic;
}

/// Statements of tera that join templates to one another; here `part` and `say` do.
const FOREIGN: &[&str] = &["include", "extends", "block", "endblock", "filter", "component"];

/// The faults of an author's text that joins templates to one another.
pub fn foreign_statements(path: &str, text: &str) -> Vec<Diagnostic> {
    let all = pieces(text);
    let foreign = all.iter().filter_map(|piece| Some((piece, piece.statement()?)));
    let foreign = foreign.filter(|(_, word)| FOREIGN.contains(word));
    let faults = foreign.map(|(piece, word)| {
        let fault = Diagnostic::new(Code::StructureTag, say!("text-statement", word = word));
        let place = Location { column: Some(piece.column), ..Location::line(path, piece.line) };
        fault.at(place).hint(say!("hint-text-statement"))
    });
    faults.collect()
}

/// Tags one inside the other: as many as tera reads.
const NESTING: usize = 40;

/// The fault of a text whose tags are nested deeper than tera reads; nothing else is looked for in it.
pub fn nested_too_deep(path: &str, text: &str) -> Option<Diagnostic> {
    // To tera `elif` is an `if` inside `else`: of each open tag how many it stands for.
    let mut open: Vec<usize> = Vec::new();
    for piece in pieces(text) {
        match piece.statement() {
            Some("if" | "for") => open.push(1),
            Some("set" | "set_global") if !piece.inside().contains('=') => open.push(1),
            Some("elif") => open.last_mut().into_iter().for_each(|own| *own += 1),
            Some("endif" | "endfor" | "endset") => drop(open.pop()),
            _ => {}
        }
        if open.iter().sum::<usize>() > NESTING {
            let fault = Diagnostic::new(Code::TemplateSyntax, say!("template-nested", most = NESTING));
            let place = Location { column: Some(piece.column), ..Location::line(path, piece.line) };
            return Some(fault.at(place));
        }
    }
    None
}

/// A structure ready for tera.
#[derive(Debug)]
pub struct Structure {
    pub text: String,
    pub origin: Origin,
    /// Paths of the parts that it is made of.
    pub parts: Vec<String>,
    pub faults: Vec<Diagnostic>,
}

/// Writes a structure out; `file` is its number in the marks of lines.
pub fn written_out(path: &str, source: &str, file: usize, around: &dyn Surroundings) -> Structure {
    let mut writer =
        Writer { path, file, around, out: Generated::new(path), parts: Vec::new(), faults: Vec::new() };
    for line in lines(source.trim_end_matches('\n')) {
        writer.line(&line);
    }
    let (text, origin) = writer.out.finish();
    Structure { text, origin, parts: writer.parts, faults: writer.faults }
}

/// A line with the tags that begin on it to their end, which may be some lines below.
struct Line<'a> {
    pieces: Vec<Piece<'a>>,
    /// Where it ends, if not at the end of the file.
    ends: Option<(u32, u32)>,
}

fn lines(source: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for piece in pieces(source) {
        let text = if piece.open.is_empty() { piece.text.strip_suffix('\n') } else { None };
        let Some(text) = text else {
            open.push(piece);
            continue;
        };
        let width = u32::try_from(text.chars().count()).unwrap_or_default();
        if !text.is_empty() {
            open.push(Piece { text, ..piece });
        }
        let ends = Some((piece.line, piece.column + width));
        found.push(Line { pieces: std::mem::take(&mut open), ends });
    }
    if !open.is_empty() {
        found.push(Line { pieces: open, ends: None });
    }
    found
}

impl Line<'_> {
    /// Whether nothing of the line is printed.
    fn is_silent(&self) -> bool {
        let mut captured = 0_u32;
        let mut tags = 0;
        for piece in &self.pieces {
            tags += u32::from(!piece.open.is_empty());
            let prints = match piece.statement() {
                Some("set" | "set_global") if !piece.inside().contains('=') => {
                    captured += 1;
                    false
                }
                Some("endset") => {
                    captured = captured.saturating_sub(1);
                    false
                }
                Some("say" | "part" | "include") => true,
                Some(_) => false,
                None if piece.open.is_empty() => !piece.text.trim().is_empty(),
                None => piece.open == "{{",
            };
            if prints && captured == 0 {
                return false;
            }
        }
        tags > 0
    }

    /// The line's only tag, if it is one of ours with a condition.
    fn conditional(&self) -> Option<(Piece<'_>, OwnTag, String)> {
        let mut tags = self.pieces.iter().filter(|p| !p.text.trim().is_empty());
        let (first, None) = (tags.next()?, tags.next()) else { return None };
        first.statement()?;
        let tag = own_tags::read(first.inside())?.ok()?;
        let condition = match &tag {
            OwnTag::Say { condition, .. } | OwnTag::Part { condition, .. } => condition.clone()?,
            OwnTag::List { .. } => return None,
        };
        Some((*first, tag, condition))
    }
}

struct Writer<'a> {
    path: &'a str,
    file: usize,
    around: &'a dyn Surroundings,
    out: Generated,
    parts: Vec<String>,
    faults: Vec<Diagnostic>,
}

impl Writer<'_> {
    fn line(&mut self, line: &Line<'_>) {
        let number = line.pieces.first().map(|p| p.line).or(line.ends.map(|(line, _)| line)).unwrap_or(1);
        let mark = line_map::line_mark(self.file, number);
        if let Some((piece, tag, condition)) = line.conditional() {
            self.out.put(&format!("{{% if {condition} %}}{mark}"), piece.line, piece.column);
            let said = self.expansion(&piece, &tag);
            self.out.put(&format!("{said}\n{{% endif %}}"), piece.line, piece.column);
            return;
        }
        if line.is_silent() {
            return self.silent(line);
        }
        self.out.put(&mark, number, 1);
        let indented = line.pieces.get(1).and_then(|p| own_tags::read(p.inside()).filter(|_| p.open == "{%"));
        for (index, piece) in line.pieces.iter().enumerate() {
            if index == 0 && indented.is_some() && piece.open.is_empty() && piece.text.trim().is_empty() {
                continue;
            }
            self.piece(piece);
        }
        if let Some((line, column)) = line.ends {
            self.out.put("\n", line, column);
        }
    }

    /// A line that prints nothing: its line feed goes inside its last tag.
    fn silent(&mut self, line: &Line<'_>) {
        let mut captured = 0_u32;
        let mut kept = Vec::new();
        for piece in &line.pieces {
            match piece.statement() {
                Some("set" | "set_global") if !piece.inside().contains('=') => captured += 1,
                Some("endset") => captured = captured.saturating_sub(1),
                _ => {}
            }
            if captured > 0 || !piece.open.is_empty() {
                kept.push(piece);
            }
        }
        let Some((last, before)) = kept.split_last() else { return };
        for piece in before {
            self.piece(piece);
        }
        let Some(_) = line.ends else { return self.piece(last) };
        let (line, column) = (last.line, last.column);
        match self.own(last) {
            Some(text) => {
                let body = text.strip_suffix("%}").unwrap_or(&text);
                self.out.put(&format!("{body}\n%}}"), line, column);
            }
            None => {
                let close = if last.text.ends_with("-%}") { 3 } else { 2 };
                let (body, close) = last.text.split_at(last.text.len().saturating_sub(close));
                self.out.source(body, line, column);
                self.out.put(&format!("\n{close}"), line, column);
            }
        }
    }

    fn piece(&mut self, piece: &Piece<'_>) {
        match self.own(piece) {
            Some(text) => self.out.put(&text, piece.line, piece.column),
            None => self.out.source(piece.text, piece.line, piece.column),
        }
    }

    /// What stands for a tag of ours; `None` for text and for tera's tags.
    fn own(&mut self, piece: &Piece<'_>) -> Option<String> {
        let word = piece.statement()?;
        if FOREIGN.contains(&word) || word == "raw" {
            self.fault(piece, say!("structure-statement", word = word));
            return Some("{# #}".to_owned());
        }
        match own_tags::read(piece.inside())? {
            Ok(tag) => {
                let text = self.expansion(piece, &tag);
                Some(match tag {
                    OwnTag::Say { condition: Some(condition), .. }
                    | OwnTag::Part { condition: Some(condition), .. } => {
                        format!("{{% if {condition} %}}{text}{{% endif %}}")
                    }
                    OwnTag::Say { .. } | OwnTag::Part { .. } | OwnTag::List { .. } => text,
                })
            }
            Err(()) => {
                self.fault(piece, say!("structure-tag", word = word));
                Some("{# #}".to_owned())
            }
        }
    }

    fn fault(&mut self, piece: &Piece<'_>, message: Message) {
        let fault = Diagnostic::new(Code::StructureTag, message).hint(say!("hint-structure-tag"));
        self.at(piece, fault);
    }

    fn at(&mut self, piece: &Piece<'_>, fault: Diagnostic) {
        let place = Location { column: Some(piece.column), ..Location::line(self.path, piece.line) };
        self.faults.push(fault.at(place));
    }

    /// A tag of ours in tera's words, without its condition.
    fn expansion(&mut self, piece: &Piece<'_>, tag: &OwnTag) -> String {
        match tag {
            OwnTag::Say { said, .. } => self.said(piece, said),
            OwnTag::Part { name, .. } => match self.around.part(name) {
                Some(path) => {
                    let text = format!("{{% include \"{path}\" %}}");
                    self.parts.push(path);
                    text
                }
                None => {
                    let fault = self.around.no_part(name);
                    self.at(piece, fault);
                    String::new()
                }
            },
            OwnTag::List { variable, item, list, said, joined, last } => {
                let body = self.said(piece, said);
                let joint = |name: &str| Said { name: name.to_owned(), key: None };
                let between = self.said(piece, &joint(joined));
                let between = match last {
                    Some(last) => {
                        let last = self.said(piece, &joint(last));
                        format!("{{% if loop.last %}}{last}{{% else %}}{between}{{% endif %}}")
                    }
                    None => between,
                };
                format!(
                    "{{% set {variable} %}}{{% for {item} in {list} %}}{{% set number = loop.index %}}{{% if not loop.first %}}{between}{{% endif %}}{body}{{% endfor %}}{{% endset %}}"
                )
            }
        }
    }

    fn said(&mut self, piece: &Piece<'_>, said: &Said) -> String {
        let include = |name: &str| format!("{{% include \"{}\" %}}", template_name(name));
        let Some(key) = &said.key else {
            if !self.around.has_sentence(&said.name) {
                let fault = self.around.missing(&said.name);
                self.at(piece, fault);
                return String::new();
            }
            return include(&said.name);
        };
        let keys = self.around.keys(&said.name);
        if keys.is_empty() {
            let fault = self.around.missing(&said.name);
            self.at(piece, fault);
            return String::new();
        }
        let mut text = String::new();
        for (index, own) in keys.iter().enumerate() {
            let word = if index == 0 { "if" } else { "elif" };
            text.push_str(&format!(
                "{{% {word} {key} == \"{own}\" %}}{}",
                include(&format!("{}.{own}", said.name))
            ));
        }
        text.push_str(&format!(
            "{{% else %}}{{{{ unsaid(group=\"{}\", key={key}) }}}}{{% endif %}}",
            said.name
        ));
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{Surroundings, written_out};
    use crate::diag::{Code, Diagnostic, say};
    use crate::template::line_map;

    struct Around;

    impl Surroundings for Around {
        fn has_sentence(&self, name: &str) -> bool {
            name != "gone"
        }
        fn keys(&self, _: &str) -> Vec<String> {
            vec!["a".to_owned(), "b".to_owned()]
        }
        fn part(&self, name: &str) -> Option<String> {
            (name == "front").then(|| "reports/shared/front.md".to_owned())
        }
        fn missing(&self, name: &str) -> Diagnostic {
            Diagnostic::new(Code::SentenceMissing, say!("sentence-missing", name = name))
        }
        fn no_part(&self, name: &str) -> Diagnostic {
            Diagnostic::new(Code::StructureTag, say!("structure-part", name = name))
        }
    }

    fn text(source: &str) -> String {
        let structure = written_out("r.md", source, 0, &Around);
        assert!(structure.faults.is_empty(), "{:?}", structure.faults);
        line_map::unmarked(&structure.text)
    }

    #[test]
    fn lines_of_tags_leave_no_trace_and_keep_their_numbers() {
        let source = "# {% say a %} {id=x}\n\n  {% if b %}\n  {% say c %}\n{% endif %}\nd\n";
        let expected = "# {% include \"sentence:a\" %} {id=x}\n\n{% if b \n%}{% include \"sentence:c\" %}\n{% endif \n%}d";
        assert_eq!(text(source), expected);
        assert_eq!(
            text("{% set x = [a\n for a in b] %}\n| {{ x }} |"),
            "{% set x = [a\n for a in b] \n%}| {{ x }} |"
        );
    }

    #[test]
    fn own_tags_are_written_out() {
        assert_eq!(text("{% say a if b %}\nc"), "{% if b %}{% include \"sentence:a\" %}\n{% endif %}c");
        assert_eq!(text("x {% say a if b %}"), "x {% if b %}{% include \"sentence:a\" %}{% endif %}");
        assert!(
            text("{% say k[x.y] %}")
                .starts_with("{% if x.y == \"a\" %}{% include \"sentence:k.a\" %}{% elif x.y == \"b\" %}")
        );
        let list = text("{% list names for x in y say a joined j %}\nz");
        assert!(list.starts_with("{% set names %}{% for x in y %}{% set number = loop.index %}{% if not loop.first %}{% include \"sentence:j\" %}{% endif %}"), "{list}");
        assert!(list.ends_with("{% endset \n%}z") || list.ends_with("{% endset\n%}z"), "{list}");
        assert_eq!(
            text("{% set x %}{% say a %}{% endset %}\nb"),
            "{% set x %}{% include \"sentence:a\" %}{% endset \n%}b"
        );
        assert_eq!(
            text(" {% set x %} {% say a %}, {{ b }}{% endset %} \nb"),
            "{% set x %} {% include \"sentence:a\" %}, {{ b }}{% endset \n%}b"
        );
    }

    #[test]
    fn faults_have_their_places() {
        let source = "{% say gone %}\n{% include \"x\" %}\n a {% say B %}\n{% part back %}";
        let found = written_out("r.md", source, 0, &Around).faults;
        let told: Vec<_> = found.iter().map(|f| (f.code, f.location.as_ref().unwrap().to_string())).collect();
        assert_eq!(
            told,
            [
                (Code::SentenceMissing, "r.md:1:1".to_owned()),
                (Code::StructureTag, "r.md:2:1".to_owned()),
                (Code::StructureTag, "r.md:3:4".to_owned()),
                (Code::StructureTag, "r.md:4:1".to_owned()),
            ]
        );
    }
}
