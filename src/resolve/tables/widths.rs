//! How wide the columns of a table are, by the words that they hold.

use super::content::{TableContent, is_group};
use crate::chart::Faces;
use crate::document::plain_text;
use crate::quantity::{Pt, whole};
use crate::resolve::sources::Sources;
use crate::theme::PageStyle;

/// Space at both sides of a cell's text together with rounding slack.
const CELL_PADDING: Pt = Pt(12.0);
/// Part of the text's width beyond which a cell's line asks for no more: one in so many.
const LONGEST_LINE: f64 = 2.5;

/// A column's longest word and its longest cell.
#[derive(Debug, Clone, Copy)]
struct ColumnWidth {
    word: Pt,
    line: Pt,
}

/// The widths that the columns of a table ask for.
pub struct ColumnWidths(Vec<ColumnWidth>);

impl ColumnWidths {
    /// Measures the cells with the theme's faces.
    pub fn new(sources: &Sources<'_>, content: &TableContent) -> Self {
        let style = sources.page_style();
        let columns = 0..content.aligns.len();
        Self(columns.map(|column| measured(style, sources.faces, content, column)).collect())
    }

    /// The longest words side by side.
    pub fn words(&self) -> Pt {
        self.0.iter().map(|column| column.word).sum()
    }

    /// Widths as the author wrote them, but none narrower than its column's longest word, as long as others have
    /// room to give.
    pub fn with_room_for_words(&self, written: Vec<f64>, available: Pt) -> Vec<Pt> {
        let sum: f64 = written.iter().sum();
        let widths: Vec<Pt> = written.into_iter().map(|w| available * (w / sum)).collect();
        let words = || self.0.iter().map(|column| column.word);
        let lacking: Pt = widths.iter().zip(words()).map(|(width, word)| (word - *width).max(Pt(0.0))).sum();
        let spare: Pt = widths.iter().zip(words()).map(|(width, word)| (*width - word).max(Pt(0.0))).sum();
        if spare < lacking {
            return widths;
        }
        let given = if spare > Pt(0.0) { lacking / spare } else { 0.0 };
        let fair = |(width, word): (&Pt, Pt)| word + (*width - word).max(Pt(0.0)) * (1.0 - given);
        widths.iter().zip(words()).map(fair).collect()
    }

    /// Each column is as wide as its longest word; what is left goes to those with long cells. Where the words do
    /// not fit beside one another, those of the widest columns are broken.
    pub fn natural(&self, available: Pt) -> Vec<Pt> {
        let most = widest(&self.0.iter().map(|column| column.word).collect::<Vec<_>>(), available);
        let cut = |column: &ColumnWidth| ColumnWidth {
            word: column.word.min(most),
            line: column.line.min(most.max(column.word)),
        };
        let columns: Vec<ColumnWidth> = self.0.iter().map(cut).collect();
        let least: Pt = columns.iter().map(|column| column.word).sum();
        let wanted: Pt = columns.iter().map(|column| column.line - column.word).sum();
        let spare = (available - least).max(Pt(0.0));
        let share = if wanted > Pt(0.0) { spare / wanted } else { 0.0 };
        columns.iter().map(|column| column.word + (column.line - column.word) * share).collect()
    }
}

/// Width of a column's longest word, and of its longest cell up to a part of the page.
fn measured(style: &PageStyle, faces: &Faces, content: &TableContent, column: usize) -> ColumnWidth {
    let size = style.sizes.table;
    let most = style.page.text_width() / LONGEST_LINE;
    let measure = |text: &str, bold| Pt(faces.width(text, size.0, bold)) + CELL_PADDING;
    let head = content.head.get(column).map(|c| (plain_text(c), true));
    // The name of a group runs over all columns.
    let rows = content.rows.iter().filter(|cells| !is_group(cells));
    let cells = rows.filter_map(|r| r.get(column)).map(|c| (plain_text(c), false));
    let (mut word, mut line) = (Pt(0.0), Pt(0.0));
    for (text, bold) in cells.chain(head) {
        line = line.max(measure(&text, bold));
        for part in text.split([' ', '-']) {
            word = word.max(measure(part, bold));
        }
    }
    let word = word.min(most);
    ColumnWidth { word, line: line.max(word).min(most) }
}

/// The width to which columns have to be cut so that all of them fit; infinite where they do.
fn widest(widths: &[Pt], available: Pt) -> Pt {
    let mut sorted = widths.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut left = available;
    for (place, width) in sorted.iter().enumerate() {
        let share = left / whole::float(sorted.len() - place);
        if *width > share {
            return share;
        }
        left = left - *width;
    }
    Pt(f64::INFINITY)
}

#[cfg(test)]
mod tests {
    use super::widest;
    use crate::quantity::Pt;

    #[test]
    fn only_the_widest_columns_are_cut() {
        assert_eq!(widest(&[20.0, 90.0, 30.0, 120.0].map(Pt), Pt(210.0)), Pt(80.0));
        assert_eq!(widest(&[20.0, 90.0].map(Pt), Pt(110.0)), Pt(f64::INFINITY));
    }
}
