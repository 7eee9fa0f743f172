//! Counters of headings, annexes, figures, tables, formulas and footnotes.

/// How many of each there are so far.
#[derive(Debug, Default)]
pub struct Numbering {
    sections: [u32; 4],
    annexes: usize,
    figures: u32,
    tables: u32,
    formulas: u32,
    footnotes: u32,
    unnamed: u32,
}

impl Numbering {
    /// The next section number at a level (1–4): «2.1».
    pub fn section(&mut self, level: u8) -> String {
        let index = usize::from(level.clamp(1, 4)) - 1;
        self.sections[index] += 1;
        self.sections[index + 1..].fill(0);
        let numbers: Vec<String> = self.sections[..=index].iter().map(ToString::to_string).collect();
        numbers.join(".")
    }

    /// 0-based index of the next annex.
    pub fn annex(&mut self) -> usize {
        self.annexes += 1;
        self.annexes - 1
    }

    /// The next figure's number.
    pub fn figure(&mut self) -> u32 {
        self.figures += 1;
        self.figures
    }

    /// The next table's number.
    pub fn table(&mut self) -> u32 {
        self.tables += 1;
        self.tables
    }

    /// The next formula's number.
    pub fn formula(&mut self) -> u32 {
        self.formulas += 1;
        self.formulas
    }

    /// How many figures and tables there are so far.
    pub fn captioned(&self) -> (u32, u32) {
        (self.figures, self.tables)
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
}
