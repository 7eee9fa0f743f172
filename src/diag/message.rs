//! A sentence of the program that is not yet in any language: an id of the message catalogue and what
//! fills its places.

use std::fmt;

use super::{Catalogue, UiLanguage, cause};

/// A message by its id in `templates/messages`, with the values for its places.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    pub(super) id: &'static str,
    /// Boxed, to keep results small.
    pub(super) args: Box<[(&'static str, Arg)]>,
}

/// A value in a message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// Printed as it is.
    Text(String),
    /// A whole number that the sentence may inflect its words by.
    Count(u64),
    /// Another sentence, in the language of this one.
    Said(Box<Message>),
}

impl Message {
    /// A message without values yet.
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Box::default() }
    }

    /// Fills a place with a text. The place `detail` is for what a library says: it is told in the program's own words
    /// where it is known, else quoted.
    #[must_use]
    pub fn with(self, name: &'static str, value: &dyn fmt::Display) -> Self {
        let text = value.to_string();
        if name == cause::DETAIL {
            self.because(cause::of_sentence(&text))
        } else {
            self.filled(name, Arg::Text(text))
        }
    }

    /// Fills the place `detail` with the sentence that tells the cause.
    #[must_use]
    pub fn because(self, cause: Self) -> Self {
        self.filled(cause::DETAIL, Arg::Said(Box::new(cause)))
    }

    /// Fills a place with a count.
    #[must_use]
    pub fn with_count(self, name: &'static str, value: usize) -> Self {
        self.filled(name, Arg::Count(value as u64))
    }

    /// Fills a place with another sentence.
    #[must_use]
    pub fn with_message(self, name: &'static str, message: Self) -> Self {
        self.filled(name, Arg::Said(Box::new(message)))
    }

    fn filled(self, name: &'static str, arg: Arg) -> Self {
        let mut args = self.args.into_vec();
        args.push((name, arg));
        Self { id: self.id, args: args.into() }
    }

    /// The id in the catalogue.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// The text that fills a place.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.args.iter().find_map(|(known, arg)| match arg {
            Arg::Text(text) if *known == name => Some(text.as_str()),
            Arg::Text(_) | Arg::Count(_) | Arg::Said(_) => None,
        })
    }

    /// The sentence in a language of the user interface.
    pub fn render(&self, language: UiLanguage) -> String {
        Catalogue::of(language).format(self)
    }
}

/// The sentence in English.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(UiLanguage::En))
    }
}

/// A [`Message`](crate::diag::Message) of the catalogue: `say!("no-file", path = path)`; counts, by which a sentence
/// inflects its words, stand after a semicolon: `say!("faults-found"; n = faults.len())`.
#[macro_export]
macro_rules! say {
    ($id:literal $(, $name:ident = $value:expr)* $(; $($count:ident = $number:expr),+)? $(,)?) => {
        $crate::diag::Message::new($id)
            $(.with(stringify!($name), &$value))*
            $($(.with_count(stringify!($count), $number))+)?
    };
}
