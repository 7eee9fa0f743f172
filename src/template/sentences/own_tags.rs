//! The tags that a structure has beyond tera's: `say`, `list`, `part`.

use super::file::is_name;

/// A tag of ours, as it stands in a structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnTag {
    /// `say NAME`, `say NAME[KEY]`, each with `if CONDITION` or without.
    Say { said: Said, condition: Option<String> },
    /// `list VARIABLE for ITEM in LIST say NAME joined NAME last NAME`: a list in prose, to be printed by a sentence.
    List { variable: String, item: String, list: String, said: Said, joined: String, last: Option<String> },
    /// `part NAME`: another file of structure.
    Part { name: String, condition: Option<String> },
}

/// Which sentence is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its name, or what the names have in common.
    pub name: String,
    /// An expression whose value is the rest of the name.
    pub key: Option<String>,
}

/// Reads the inside of a tag; `None` for tera's own, an error for one of ours that is not written as it should be.
pub fn read(inside: &str) -> Option<Result<OwnTag, ()>> {
    let (word, rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let rest = rest.trim();
    let tag = match word {
        "say" => {
            let (head, condition) = conditional(rest);
            said(head).map(|said| OwnTag::Say { said, condition })
        }
        "part" => {
            let (name, condition) = conditional(rest);
            is_name(name).then(|| OwnTag::Part { name: name.to_owned(), condition })
        }
        "list" => list(rest),
        _ => return None,
    };
    Some(tag.ok_or(()))
}

fn conditional(rest: &str) -> (&str, Option<String>) {
    match rest.split_once(" if ") {
        Some((head, condition)) => (head.trim(), Some(condition.trim().to_owned())),
        None => (rest, None),
    }
}

fn said(text: &str) -> Option<Said> {
    let text = text.trim();
    let (name, key) = match text.split_once('[') {
        Some((name, key)) => (name, Some(key.strip_suffix(']')?.trim().to_owned())),
        None => (text, None),
    };
    is_name(name).then(|| Said { name: name.to_owned(), key })
}

fn list(rest: &str) -> Option<OwnTag> {
    let (variable, rest) = rest.split_once(" for ")?;
    let (item, rest) = rest.split_once(" in ")?;
    let (list, rest) = rest.rsplit_once(" say ")?;
    let (head, rest) = rest.split_once(" joined ")?;
    let (joined, last) = match rest.split_once(" last ") {
        Some((joined, last)) => (joined, Some(last.trim().to_owned())),
        None => (rest, None),
    };
    let is_word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_');
    let (variable, item, joined) = (variable.trim(), item.trim(), joined.trim());
    let names_stand = is_name(joined) && last.as_deref().is_none_or(is_name);
    (is_word(variable) && is_word(item) && names_stand).then_some(OwnTag::List {
        variable: variable.to_owned(),
        item: item.to_owned(),
        list: list.trim().to_owned(),
        said: said(head)?,
        joined: joined.to_owned(),
        last,
    })
}

#[cfg(test)]
mod tests {
    use super::{OwnTag, Said, read};

    #[test]
    fn own_tags_are_read() {
        let said =
            |name: &str, key: Option<&str>| Said { name: name.to_owned(), key: key.map(str::to_owned) };
        assert_eq!(read("if x"), None);
        assert_eq!(read("say a.b"), Some(Ok(OwnTag::Say { said: said("a.b", None), condition: None })));
        let conditional =
            OwnTag::Say { said: said("a", Some("r.kind")), condition: Some("x is defined".to_owned()) };
        assert_eq!(read("say a[r.kind] if x is defined"), Some(Ok(conditional)));
        assert_eq!(read("say A b"), Some(Err(())));
        assert_eq!(read("part front"), Some(Ok(OwnTag::Part { name: "front".to_owned(), condition: None })));
        let list = OwnTag::List {
            variable: "names".to_owned(),
            item: "x".to_owned(),
            list: "near[:3]".to_owned(),
            said: said("question.item", None),
            joined: "list.comma".to_owned(),
            last: Some("list.and".to_owned()),
        };
        assert_eq!(
            read("list names for x in near[:3] say question.item joined list.comma last list.and"),
            Some(Ok(list))
        );
        assert_eq!(read("list names of x"), Some(Err(())));
    }
}
