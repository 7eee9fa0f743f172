//! What has to be settled on the text before the parser sees it: heading attributes and fences.

use std::borrow::Cow;
use std::collections::HashMap;

use super::fault::Fault;
use super::{attributes, bounds};
use crate::diag::{Code, say};
use crate::document::NumberTable;
use crate::document::draft::Attributes;

/// A text that the parser can read.
pub struct Prepared {
    /// The text without the attributes of its headings.
    pub text: String,
    /// Attributes of the headings, by line.
    pub headings: HashMap<u32, Attributes>,
}

/// Takes heading attributes out of the text and checks that every directive opens with a name and
/// is closed. The parser would read a nameless opener to the end of the file.
pub fn prepare(text: &str, numbers: &NumberTable) -> Result<Prepared, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut headings = HashMap::new();
    let mut open: Vec<(u32, usize)> = Vec::new();
    let mut out = String::with_capacity(text.len());
    for (line, written) in (1u32..).zip(text.lines()) {
        let content = &*without_marks(written, numbers);
        faults.extend(bounds::of_line(line, content));
        match fence(content) {
            Some((length, "")) if open.last().is_some_and(|(_, l)| length >= *l) => {
                open.pop();
            }
            Some((_, "")) => faults.push(Fault::new(
                line,
                Code::DirectiveUnclosed,
                say!("directive-nameless"),
                say!("hint-directive-open"),
            )),
            Some((length, info)) => {
                if info.contains(':') {
                    faults.push(Fault::new(
                        line,
                        Code::DirectiveAttribute,
                        say!("directive-colon"),
                        say!("hint-directive-colon"),
                    ));
                }
                open.push((line, length));
            }
            None => {}
        }
        match heading_attributes(content) {
            Some((rest, raw)) => {
                match attributes::list(&numbers.printed(raw)) {
                    Ok(found) => {
                        headings.insert(line, found);
                    }
                    Err(message) => faults.push(Fault::new(
                        line,
                        Code::DirectiveAttribute,
                        message,
                        say!("hint-heading-attributes"),
                    )),
                }
                out.push_str(rest);
            }
            None => out.push_str(content),
        }
        out.push('\n');
    }
    faults.extend(open.into_iter().map(|(line, _)| {
        Fault::new(line, Code::DirectiveUnclosed, say!("directive-unclosed"), say!("hint-directive-close"))
    }));
    if faults.is_empty() {
        Ok(Prepared { text: out, headings })
    } else {
        faults.sort_by_key(|f| f.line);
        Err(faults)
    }
}

/// An attribute is no place for a number that is bound to its datum.
fn without_marks<'l>(line: &'l str, numbers: &NumberTable) -> Cow<'l, str> {
    match fence(line) {
        Some(_) => Cow::Owned(numbers.printed(line)),
        None => Cow::Borrowed(line),
    }
}

/// Number of colons and the rest of a directive fence line.
fn fence(line: &str) -> Option<(usize, &str)> {
    let content = line.trim_start_matches(' ');
    let colons = content.bytes().take_while(|b| *b == b':').count();
    (line.len() - content.len() < 4 && colons >= 3).then(|| (colons, content[colons..].trim()))
}

/// A heading line's text and the inside of its trailing braces. Braces of data are escaped.
fn heading_attributes(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_end();
    if !line.starts_with('#') || line.ends_with("\\}") {
        return None;
    }
    let body = line.strip_suffix('}')?;
    let open = body.rfind('{')?;
    if body[..open].ends_with('\\') {
        return None;
    }
    Some((body[..open].trim_end(), &body[open + 1..]))
}
