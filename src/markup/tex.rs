//! TeX notation of formulas, as far as reports need it, to a tree.
//!
//! Understood are letters, numbers, signs, `\text`, fractions, roots, bars, sums with their limits, indices
//! and brackets; anything else is a fault that names it.

use std::iter::Peekable;

use pulldown_latex::event::{Content, Event, Grouping, RelationContent, ScriptPosition, ScriptType, Visual};
use pulldown_latex::{Parser, Storage};

use crate::document::math::Math;

/// Reads a formula.
///
/// # Errors
/// What is not TeX, or is more of it than is understood here, in words.
pub fn formula(tex: &str) -> Result<Math, String> {
    if super::bounds::is_formula_beyond(tex) {
        return Err(format!("{}…", tex.chars().take(24).collect::<String>()));
    }
    let storage = Storage::new();
    let events: Result<Vec<Event<'_>>, _> = Parser::new(tex, &storage).collect();
    let events = events.map_err(|error| error.to_string())?;
    let mut reader = TexReader { events: events.into_iter().peekable() };
    let row = reader.row()?;
    if reader.events.peek().is_some() { Err("}".to_owned()) } else { Ok(row) }
}

struct TexReader<'a, I: Iterator<Item = Event<'a>>> {
    events: Peekable<I>,
}

impl<'a, I: Iterator<Item = Event<'a>>> TexReader<'a, I> {
    /// Elements up to the end of the group.
    fn row(&mut self) -> Result<Math, String> {
        let mut row = Vec::new();
        while self.events.peek().is_some_and(|event| *event != Event::End) {
            row.extend(self.element()?);
        }
        Ok(match <[Math; 1]>::try_from(row) {
            Ok([one]) => one,
            Err(row) => Math::Row(row),
        })
    }

    /// The next element; spaces and changes of style are none.
    fn element(&mut self) -> Result<Option<Math>, String> {
        let Some(event) = self.events.next() else { return Err("…".to_owned()) };
        Ok(Some(match event {
            Event::Content(content) => content_of(&content),
            Event::Begin(Grouping::Normal) => self.closed()?,
            Event::Begin(Grouping::LeftRight(open, close)) => {
                let sign = |c: Option<char>| c.map(String::from).unwrap_or_default();
                Math::Fence { open: sign(open), close: sign(close), body: Box::new(self.closed()?) }
            }
            Event::Visual(Visual::Fraction(_)) => {
                Math::Fraction { over: self.whole()?, under: self.whole()? }
            }
            Event::Visual(Visual::SquareRoot) => Math::Root(self.whole()?),
            Event::Script { ty, position } => self.scripts(ty, position)?,
            Event::Space { .. } | Event::StateChange(_) => return Ok(None),
            other => return Err(format!("{other:?}")),
        }))
    }

    fn closed(&mut self) -> Result<Math, String> {
        let row = self.row()?;
        self.events.next();
        Ok(row)
    }

    /// The next element that is one.
    fn whole(&mut self) -> Result<Box<Math>, String> {
        loop {
            if let Some(found) = self.element()? {
                return Ok(Box::new(found));
            }
        }
    }

    fn scripts(&mut self, ty: ScriptType, position: ScriptPosition) -> Result<Math, String> {
        let base = self.whole()?;
        let below = if ty == ScriptType::Superscript { None } else { Some(self.whole()?) };
        let above = if ty == ScriptType::Subscript { None } else { Some(self.whole()?) };
        let stacked = position != ScriptPosition::Right;
        let is_bar = |m: &Math| matches!(m, Math::Variable(sign) if BARS.contains(&sign.as_str()));
        if stacked && below.is_none() && above.as_deref().is_some_and(is_bar) {
            return Ok(Math::Bar(base));
        }
        Ok(Math::Scripts { base, below, above, stacked })
    }
}

/// Signs that TeX's `\bar` and `\overline` put above.
const BARS: [&str; 3] = ["\u{203E}", "\u{AF}", "\u{304}"];

fn content_of(content: &Content<'_>) -> Math {
    match content {
        Content::Text(text) | Content::Function(text) => Math::Text((*text).to_owned()),
        Content::Number(number) => Math::Number((*number).to_owned()),
        Content::Ordinary { content, .. } => Math::Variable(content.to_string()),
        Content::LargeOp { content, .. }
        | Content::BinaryOp { content, .. }
        | Content::Delimiter { content, .. }
        | Content::Punctuation(content) => Math::Operator(content.to_string()),
        Content::Relation { content, .. } => Math::Operator(relation(*content)),
    }
}

fn relation(content: RelationContent) -> String {
    let mut buffer = [0; 8];
    String::from_utf8_lossy(content.encode_utf8_to_buf(&mut buffer)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::formula;
    use crate::document::math::Math;

    fn v(name: &str) -> Box<Math> {
        Box::new(Math::Variable(name.to_owned()))
    }

    #[test]
    fn sums_fractions_bars_and_indices_become_a_tree() {
        let Ok(Math::Row(row)) = formula(r"I = \sum_{k=1}^{m} w_k \bar{x}") else { panic!("no row") };
        assert_eq!(row[0], *v("I"));
        assert!(matches!(&row[2], Math::Scripts { stacked: true, below: Some(_), above: Some(_), .. }));
        assert_eq!(row[3], Math::Scripts { base: v("w"), below: Some(v("k")), above: None, stacked: false });
        assert_eq!(row[4], Math::Bar(v("x")));
        assert_eq!(formula(r"\frac{a}{b}"), Ok(Math::Fraction { over: v("a"), under: v("b") }));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert!(formula(r"\begin{matrix} a & b \end{matrix}").is_err());
        assert!(formula(r"\frac{a}").is_err());
        assert!(formula(r"a }").is_err());
        assert!(formula(r"\nonsense").is_err());
    }
}
