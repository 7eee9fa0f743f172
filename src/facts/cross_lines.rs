//! The lines of a question's table by groups, and whether each of their cells is shown: for documents, sheets and data
//! alike.

use super::crosstab::{CrossRow, Crosstab};
use super::questions::{IntervalEstimate, QuestionFacts};
use super::stats::Base;
use crate::study::Thresholds;
use crate::study::passport::Edition;
use crate::study::results::QuestionKind;

/// Whether a value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is.
    Shown,
    /// It is, on a base that is not ranked.
    Starred,
    /// The base is too small.
    SmallBase,
    /// Not in the public edition.
    Withheld,
}

impl Status {
    /// All of them, as data and words name them.
    pub const ALL: [&'static str; 4] = ["shown", "starred", "small-base", "withheld"];

    /// As data and words name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Starred => "starred",
            Self::SmallBase => "small-base",
            Self::Withheld => "withheld",
        }
    }

    /// Of a value on a base; `withheld` by the public edition.
    pub fn of(base: Base, withheld: bool) -> Self {
        match base {
            _ if withheld => Self::Withheld,
            Base::Hidden => Self::SmallBase,
            Base::Starred => Self::Starred,
            Base::Thin | Base::Plain => Self::Shown,
        }
    }

    /// Whether there is a value.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Shown | Self::Starred)
    }
}

/// What a line measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The share of an answer.
    Answer,
    /// The share of an item: of its positive answers on a scale, else of its being chosen.
    Item,
    /// The positive answers of a scale together.
    Positive,
}

/// A line: an answer or item in all groups.
pub struct CrossLine<'a> {
    /// What it measures.
    pub measure: Measure,
    /// The facts, with marks.
    pub row: &'a CrossRow,
    withheld: bool,
}

impl CrossLine<'_> {
    /// The cell of a group by its place; a value where it is shown.
    pub fn cell(&self, group: usize, thresholds: &Thresholds) -> (Status, Option<&IntervalEstimate>) {
        let base = Base::of(self.row.bases.get(group).map_or(0, |base| base.n), thresholds);
        let cell = self.row.cells.get(group).and_then(Option::as_ref).filter(|_| !self.withheld);
        let status = Status::of(base, base.is_shown() && cell.is_none());
        (status, cell.filter(|_| status.is_shown()))
    }
}

impl QuestionFacts {
    /// The lines of one of its crosstabs: answers or items, and of a scale without items, or of one, the positive
    /// answers together.
    ///
    /// The sum goes in the public edition where an answer of the table goes: from sum and other answers it could be
    /// found.
    pub fn lines<'a>(&'a self, crosstab: &'a Crosstab, edition: Edition) -> Vec<CrossLine<'a>> {
        let of_answers = self.has_rows_of_answers();
        let measure = if of_answers { Measure::Answer } else { Measure::Item };
        let line = |row| CrossLine { measure, row, withheld: false };
        let mut lines: Vec<CrossLine<'a>> = crosstab.rows.iter().map(line).collect();
        if self.kind == QuestionKind::Scale && of_answers {
            let totals = self.totals.iter().find(|totals| totals.id == crosstab.id);
            let own = self.items.first().and_then(|item| item.code.as_ref()).unwrap_or(&self.id);
            let sums = totals.into_iter().flat_map(|totals| &totals.rows).filter(|row| row.code == *own);
            let withheld = edition == Edition::Public && crosstab.suppressed;
            lines.extend(sums.map(|row| CrossLine { measure: Measure::Positive, row, withheld }));
        }
        lines
    }
}
