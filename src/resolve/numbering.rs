//! Counters of headings, annexes, figures, tables, formulas and footnotes.

use crate::document::RunningNumber;

/// How many figures, tables and formulas the text, or one annex, has so far.
#[derive(Debug, Default, Clone, Copy)]
struct Captioned {
    figures: u32,
    tables: u32,
    formulas: u32,
}

/// How many of each there are so far.
#[derive(Debug, Default)]
pub struct Numbering {
    sections: [u32; 4],
    annexes: u32,
    text: Captioned,
    /// The annex that is read: its letter, its subsections by level from the second on, and what it has so far.
    annex: Option<(char, [u32; 3], Captioned)>,
    /// Figures and tables of the whole document.
    all: (u32, u32),
    footnotes: u32,
    sources: u32,
    unnamed: u32,
}

impl Numbering {
    /// The next section number at a level (1–4): «2.1», and «А.1» in an annex, which a section of the first level
    /// ends (GOST 7.32-2017, 6.17.7).
    pub fn section(&mut self, level: u8) -> String {
        if level <= 1 {
            self.annex = None;
        }
        let index = usize::from(level.clamp(1, 4)) - 1;
        if let Some((letter, sections, _)) = &mut self.annex {
            return format!("{letter}.{}", next(sections, index.saturating_sub(1)));
        }
        next(&mut self.sections, index)
    }

    /// A structural element begins: no annex goes on in it.
    pub fn structural(&mut self) {
        self.annex = None;
    }

    /// 0-based index of the next annex.
    pub fn annex(&mut self) -> usize {
        self.annexes += 1;
        usize::try_from(self.annexes - 1).unwrap_or(usize::MAX)
    }

    /// What follows stands in the annex of this letter.
    pub fn in_annex(&mut self, letter: char) {
        self.annex = Some((letter, [0; 3], Captioned::default()));
    }

    /// The next figure's number.
    pub fn figure(&mut self) -> RunningNumber {
        self.all.0 += 1;
        self.next(|captioned| &mut captioned.figures)
    }

    /// The next table's number.
    pub fn table(&mut self) -> RunningNumber {
        self.all.1 += 1;
        self.next(|captioned| &mut captioned.tables)
    }

    /// The next formula's number.
    pub fn formula(&mut self) -> RunningNumber {
        self.next(|captioned| &mut captioned.formulas)
    }

    /// How many figures and tables there are so far.
    pub fn captioned(&self) -> (u32, u32) {
        self.all
    }

    /// How many annexes there are so far.
    pub fn annexes(&self) -> u32 {
        self.annexes
    }

    /// The text cites so many sources.
    pub fn cited(&mut self, count: usize) {
        self.sources = u32::try_from(count).unwrap_or(u32::MAX);
    }

    /// How many sources the text cites, once all of it is read.
    pub fn sources(&self) -> u32 {
        self.sources
    }

    /// The next footnote's number.
    pub fn footnote(&mut self) -> u32 {
        self.footnotes += 1;
        self.footnotes
    }

    /// A label for a block that the author gave none.
    pub fn unnamed(&mut self, prefix: &str) -> String {
        self.unnamed += 1;
        format!("{prefix}-{}", self.unnamed)
    }

    fn next(&mut self, kind: impl Fn(&mut Captioned) -> &mut u32) -> RunningNumber {
        let (annex, captioned) = match &mut self.annex {
            Some((letter, _, captioned)) => (Some(*letter), captioned),
            None => (None, &mut self.text),
        };
        let count = kind(captioned);
        *count += 1;
        RunningNumber { annex, count: *count }
    }
}

/// The next number at a level (from 0) of nested counters, those above it before it: «2.1».
fn next(counters: &mut [u32], index: usize) -> String {
    let last = index.min(counters.len().saturating_sub(1));
    counters[last] += 1;
    counters[last + 1..].fill(0);
    let numbers: Vec<String> = counters[..=last].iter().map(ToString::to_string).collect();
    numbers.join(".")
}

#[cfg(test)]
mod tests {
    use super::Numbering;

    #[test]
    fn what_stands_in_an_annex_is_counted_there() {
        let mut numbering = Numbering::default();
        assert_eq!((numbering.section(1), numbering.section(2)), ("1".to_owned(), "1.1".to_owned()));
        assert_eq!(numbering.table().to_string(), "1");
        numbering.in_annex('Г');
        let tables = [numbering.table(), numbering.table()].map(|number| number.to_string());
        assert_eq!(tables, ["Г.1", "Г.2"]);
        assert_eq!(numbering.figure().to_string(), "Г.1");
        assert_eq!([2, 3, 2].map(|level| numbering.section(level)), ["Г.1", "Г.1.1", "Г.2"]);
        numbering.in_annex('Д');
        assert_eq!(
            (numbering.table().to_string(), numbering.formula().to_string()),
            ("Д.1".into(), "Д.1".into())
        );
        assert_eq!(numbering.section(1), "2");
        assert_eq!((numbering.table().to_string(), numbering.captioned()), ("2".to_owned(), (1, 5)));
    }
}
