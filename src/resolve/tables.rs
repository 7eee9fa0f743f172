//! Tables: written by the author row by row, or built from a question (`question=…`, `by=…`).

use super::Resolver;
use super::notes::Caveats;
use crate::diag::{Code, Diagnostic, say};
use crate::document::draft::{Attributes, Block as DraftBlock, Kind};
use crate::document::{Align, Block, Cell, Column, Inline, Inlines, Row, Table, datum, plain_text};
use crate::facts::QuestionFacts;
use crate::quantity::Mm;
use crate::study::results::QuestionKind;

const ATTRIBUTES: &[&str] = &["id", "question", "by", "widths", "page", "height"];
/// How a table's page may stand, for messages.
const PAGES: &str = "portrait, landscape";

/// Heights of a row that an author may ask for, in millimetres.
const ROW_HEIGHTS: std::ops::RangeInclusive<f64> = 4.0..=60.0;
/// What columns can give up of the width of their longest words when those are hyphenated.
const HYPHENATED: f64 = 0.85;
/// Space at both sides of a cell's text together with rounding slack, in points.
const CELL_PADDING: f64 = 12.0;

/// Columns, head and rows of a table.
struct Grid {
    aligns: Vec<Option<Align>>,
    head: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    notes: Vec<Inlines>,
}

impl Resolver<'_> {
    pub(super) fn table(&mut self, line: u32, attributes: &Attributes, body: &[DraftBlock]) -> Option<Block> {
        self.known(line, "table", attributes, ATTRIBUTES);
        let label = self.required(line, "table", attributes, "id")?;
        let (tables, text): (Vec<DraftBlock>, Vec<DraftBlock>) =
            body.iter().cloned().partition(|b| matches!(b.kind, Kind::Table { .. }));
        let (caption, written) = self.caption(line, say!("table-without-caption"), &text)?;
        let grid = match attributes.get("question") {
            Some(id) => {
                let built = self.question_grid(id, attributes.get("by"));
                self.check(line, built)?
            }
            None => self.written_grid(line, &tables)?,
        };
        if grid.rows.is_empty() {
            let message = say!("table-without-rows", label = label);
            let fault = Diagnostic::new(Code::ChartWithoutData, message);
            self.fault(line, fault.hint(say!("hint-guard-directive")));
            return None;
        }
        let landscape = self.is_landscape(line, &label, attributes, &grid);
        let page = if landscape { self.sheet.page.landscape() } else { self.sheet.page };
        let widths = self.widths(line, attributes, &grid, page.table_width());
        let caption = self.table_caption(caption);
        self.label(line, &label, &caption.printed());
        let columns = grid
            .aligns
            .iter()
            .zip(widths)
            .enumerate()
            .map(|(i, (align, width))| {
                let natural = if numeric(&grid, i) { Align::Right } else { Align::Left };
                Column { align: align.unwrap_or(natural), width }
            })
            .collect();
        let rows = grid.rows.into_iter().map(|cells| Row { strong: is_strong(&cells), cells }).collect();
        let notes = grid.notes.into_iter().chain(written).collect();
        let row_height = self.row_height(line, attributes);
        Some(Block::Table(Table {
            label,
            caption,
            columns,
            head: grid.head,
            rows,
            notes,
            landscape,
            row_height,
        }))
    }

    /// `height=9`: least height of a row in millimetres.
    fn row_height(&mut self, line: u32, attributes: &Attributes) -> Option<f64> {
        let text = attributes.get("height")?;
        let height = text.parse::<f64>().ok().filter(|height| ROW_HEIGHTS.contains(height));
        if height.is_none() {
            let (least, most) = (ROW_HEIGHTS.start(), ROW_HEIGHTS.end());
            let message = say!("row-height-wrong", found = text, least = least, most = most);
            let fault = Diagnostic::new(Code::DirectiveAttribute, message);
            self.fault(line, fault.hint(say!("hint-row-height")));
        }
        height.map(|height| Mm(height).pt().0)
    }

    /// Whether the table stands on turned pages: as asked for, or where its longest words need clearly more than
    /// the page; a little more is what hyphens make up for.
    fn is_landscape(&mut self, line: u32, label: &str, attributes: &Attributes, grid: &Grid) -> bool {
        let words: f64 = (0..grid.aligns.len()).map(|i| self.column_width(grid, i).0).sum();
        let needed = words * HYPHENATED;
        let page = self.sheet.page;
        let most = page.table_width().max(page.landscape().table_width());
        if needed > most {
            let (needed, has) = (format!("{needed:.0}"), format!("{most:.0}"));
            let columns = grid.aligns.len();
            let fault = Diagnostic::new(
                Code::TableTooWide,
                say!("table-too-wide", label = label, columns = columns, needed = needed, has = has),
            );
            self.fault(line, fault.hint(say!("hint-table-too-wide")));
        }
        match attributes.get("page") {
            // Who sets the widths has seen the page.
            None if attributes.get("widths").is_some() => false,
            None => needed > page.table_width() && most > page.table_width(),
            Some("landscape") => true,
            Some("portrait") => false,
            Some(other) => {
                let fault =
                    Diagnostic::new(Code::DirectiveAttribute, say!("table-page-unknown", name = other));
                self.fault(line, fault.hint(say!("hint-table-page", names = PAGES)));
                false
            }
        }
    }

    fn written_grid(&mut self, line: u32, tables: &[DraftBlock]) -> Option<Grid> {
        let [DraftBlock { line, kind: Kind::Table { aligns, head, rows } }] = tables else {
            let fault = Diagnostic::new(Code::MarkupUnsupported, say!("table-not-one"));
            self.fault(line, fault.hint(say!("hint-table-one")));
            return None;
        };
        Some(Grid {
            aligns: aligns.clone(),
            head: head.iter().map(|c| self.inlines(*line, c)).collect(),
            rows: rows.iter().map(|r| r.iter().map(|c| self.inlines(*line, c)).collect()).collect(),
            notes: Vec::new(),
        })
    }

    fn question_grid(&self, id: &str, by: Option<&str>) -> Result<Grid, Diagnostic> {
        let question = self.question(id)?;
        match by {
            Some(by) => self.crosstab(question, by),
            None => self.topline(question),
        }
    }

    /// Answers of a question (or of each of its items) with intervals and unweighted counts.
    fn topline(&self, question: &QuestionFacts) -> Result<Grid, Diagnostic> {
        let locale = self.s.locale;
        let matrix = question.kind == QuestionKind::Scale && question.items.len() > 1;
        if matrix {
            return self.topline_matrix(question);
        }
        let mut rows = Vec::new();
        for (place, item) in question.items.iter().enumerate() {
            let path = item_path(question, place);
            for answer in &item.answers {
                let own = question.kind == QuestionKind::Multiple && item.code.is_some();
                let label = if own { &item.label } else { &answer.label };
                let (share, count) = match answer.estimate.filter(|_| item.base_class.is_shown()) {
                    Some(e) => {
                        let of = |field, printed: String| {
                            datum::marked(&format!("{path}.answers.{}.{field}", answer.code), &printed)
                        };
                        let range = of("low-high", locale.share_range(e.low, e.high));
                        let share = of("percent", locale.share(e.percent));
                        let count = of("n_option", locale.number(f64::from(e.n_option), 0));
                        (format!("{share} ({range})"), count)
                    }
                    None => ("—".to_owned(), "—".to_owned()),
                };
                rows.push(vec![cell(self.text(label)), cell(&share), cell(&count)]);
            }
        }
        Ok(Grid {
            aligns: vec![Some(Align::Left), Some(Align::Right), Some(Align::Right)],
            head: vec![
                cell(locale.word("answer")?),
                cell(locale.word("share_ci")?),
                cell(locale.word("chose_n")?),
            ],
            rows,
            notes: self.survey_notes(question, Caveats::of(question))?,
        })
    }

    /// A scale's items by answers, in per cent.
    fn topline_matrix(&self, question: &QuestionFacts) -> Result<Grid, Diagnostic> {
        let locale = self.s.locale;
        let mut head = vec![cell(locale.word("question_item")?)];
        if let Some(first) = question.items.first() {
            head.extend(first.answers.iter().map(|a| cell(self.text(&a.label))));
        }
        head.push(cell(locale.word("base_n")?));
        let width = head.len();
        let rows = question
            .items
            .iter()
            .enumerate()
            .map(|(place, item)| {
                let path = item_path(question, place);
                let mut row = vec![cell(self.text(&item.label))];
                row.extend(item.answers.iter().map(|a| {
                    let shown = a.estimate.filter(|_| item.base_class.is_shown());
                    let fact = format!("{path}.answers.{}.percent", a.code);
                    let share = shown.map(|e| datum::marked(&fact, &locale.share(e.percent)));
                    cell(share.as_deref().unwrap_or("—"))
                }));
                row.resize(width - 1, cell("—"));
                row.push(cell(&datum::marked(&format!("{path}.n"), &locale.number(f64::from(item.n), 0))));
                row
            })
            .collect();
        let mut aligns = vec![Some(Align::Right); width];
        aligns[0] = Some(Align::Left);
        Ok(Grid { aligns, head, rows, notes: self.survey_notes(question, Caveats::of(question))? })
    }

    /// The question's telling measure over the groups of one breakdown.
    fn crosstab(&self, question: &QuestionFacts, by: &str) -> Result<Grid, Diagnostic> {
        let locale = self.s.locale;
        let breakdown = question.breakdowns.iter().find(|b| b.id == by).ok_or_else(|| {
            let message = say!("table-breakdown-without-records", question = &question.id, by = by);
            Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-table-breakdowns"))
        })?;
        let mut caveats = Caveats::default();
        let rows = breakdown
            .groups
            .iter()
            .map(|g| {
                let sign = if g.withheld { String::new() } else { caveats.sign(g.base_class, g.low, g.high) };
                caveats.withheld |= g.withheld;
                let of = |field, printed: String| {
                    let path = format!("questions.{}.breakdowns.{by}.groups.{}", question.id, g.code);
                    datum::marked(&format!("{path}.{field}"), &printed)
                };
                let share = if g.base_class.is_shown() {
                    let range = of("low-high", locale.share_range(g.low, g.high));
                    format!("{} ({range})", of("percent", locale.share(g.percent)))
                } else {
                    "—".to_owned()
                };
                let label = format!("{}{sign}", self.text(&g.label));
                vec![cell(&label), cell(&share), cell(&of("n", locale.number(f64::from(g.n), 0)))]
            })
            .collect();
        Ok(Grid {
            aligns: vec![Some(Align::Left), Some(Align::Right), Some(Align::Right)],
            head: vec![
                cell(self.text(&breakdown.label)),
                cell(locale.word("share_ci")?),
                cell(locale.word("base_n")?),
            ],
            rows,
            notes: self.survey_notes(question, caveats)?,
        })
    }

    /// Relative widths: as written, or by how much text each column holds.
    fn widths(&mut self, line: u32, attributes: &Attributes, grid: &Grid, available: f64) -> Vec<f64> {
        let count = grid.aligns.len().max(1);
        let written: Option<Vec<f64>> = attributes
            .get("widths")
            .map(|w| w.split(',').filter_map(|x| x.trim().parse().ok()).filter(|x| *x > 0.0).collect());
        let widths = match written {
            Some(widths) if widths.len() == count => self.with_room_for_words(widths, grid, available),
            Some(_) => {
                let message = say!("widths-wrong", wanted = count);
                let fault = Diagnostic::new(Code::DirectiveAttribute, message);
                self.fault(line, fault.hint(say!("hint-widths")));
                vec![1.0; count]
            }
            None => self.natural_widths(grid, available),
        };
        let sum: f64 = widths.iter().sum();
        widths.into_iter().map(|w| w / sum).collect()
    }

    /// Widths as the author wrote them, but none narrower than its column's longest word, as long as others have
    /// room to give.
    fn with_room_for_words(&self, written: Vec<f64>, grid: &Grid, available: f64) -> Vec<f64> {
        let sum: f64 = written.iter().sum();
        let widths: Vec<f64> = written.into_iter().map(|w| w / sum * available).collect();
        let words: Vec<f64> = (0..widths.len()).map(|i| self.column_width(grid, i).0).collect();
        let lacking: f64 = widths.iter().zip(&words).map(|(width, word)| (word - width).max(0.0)).sum();
        let spare: f64 = widths.iter().zip(&words).map(|(width, word)| (width - word).max(0.0)).sum();
        if spare < lacking {
            return widths;
        }
        let given = if spare > 0.0 { lacking / spare } else { 0.0 };
        let fair = |(width, word): (&f64, &f64)| word + (width - word).max(0.0) * (1.0 - given);
        widths.iter().zip(&words).map(fair).collect()
    }

    /// Each column is as wide as its longest word; what is left goes to those with long cells. Where the words do
    /// not fit beside one another, those of the widest columns are broken.
    fn natural_widths(&self, grid: &Grid, available: f64) -> Vec<f64> {
        let columns: Vec<(f64, f64)> = (0..grid.aligns.len()).map(|i| self.column_width(grid, i)).collect();
        let most = widest(&columns.iter().map(|c| c.0).collect::<Vec<_>>(), available);
        let columns: Vec<(f64, f64)> =
            columns.into_iter().map(|(word, line)| (word.min(most), line.min(most.max(word)))).collect();
        let least: f64 = columns.iter().map(|c| c.0).sum();
        let wanted: f64 = columns.iter().map(|c| c.1 - c.0).sum();
        let spare = (available - least).max(0.0);
        let share = if wanted > 0.0 { spare / wanted } else { 0.0 };
        columns.iter().map(|(word, line)| word + (line - word) * share).collect()
    }

    /// Width of a column's longest word, and of its longest cell up to a third of the page; in points.
    fn column_width(&self, grid: &Grid, column: usize) -> (f64, f64) {
        let size = self.sheet.sizes.table;
        let most = self.sheet.page.text_width() / 2.5;
        let measure = |text: &str, bold| self.s.faces.width(text, size, bold) + CELL_PADDING;
        let head = grid.head.get(column).map(|c| (plain_text(c), true));
        // The name of a group runs over all columns.
        let rows = grid.rows.iter().filter(|cells| !is_group(cells));
        let cells = rows.filter_map(|r| r.get(column)).map(|c| (plain_text(c), false));
        let (mut word, mut line) = (0.0f64, 0.0f64);
        for (text, bold) in cells.chain(head) {
            line = line.max(measure(&text, bold));
            for part in text.split([' ', '-']) {
                word = word.max(measure(part, bold));
            }
        }
        let word = word.min(most);
        (word, line.clamp(word, most))
    }
}

/// The width to which columns have to be cut so that all of them fit; infinite where they do.
fn widest(widths: &[f64], available: f64) -> f64 {
    let mut sorted = widths.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut left = available;
    for (place, width) in sorted.iter().enumerate() {
        #[allow(clippy::cast_precision_loss, reason = "tables have some dozens of columns")]
        let share = left / (sorted.len() - place) as f64;
        if *width > share {
            return share;
        }
        left -= width;
    }
    f64::INFINITY
}

/// A cell of plain text, with its numbers between marks.
fn cell(text: &str) -> Cell {
    datum::bound(vec![Inline::text(text)])
}

/// The id of a question's item, as templates have it.
fn item_path(question: &QuestionFacts, place: usize) -> String {
    match question.items.get(place).and_then(|item| item.code.as_ref()) {
        Some(code) => format!("questions.{}.items.{code}", question.id),
        None => format!("questions.{}.items[{place}]", question.id),
    }
}

/// A row whose every cell is set in bold is a total.
/// Whether a row names a group of rows.
fn is_group(cells: &[Cell]) -> bool {
    Row { strong: is_strong(cells), cells: cells.to_vec() }.group().is_some()
}

fn is_strong(cells: &[Cell]) -> bool {
    let mut filled = cells.iter().filter(|c| !c.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|c| matches!(c.as_slice(), [Inline::Strong(_)]))
}

/// Whether every filled cell of a column begins like a number.
fn numeric(grid: &Grid, column: usize) -> bool {
    let texts = || grid.rows.iter().filter_map(|r| r.get(column)).map(|c| plain_text(c));
    let is_number = |t: &String| {
        t.chars().next().is_none_or(|c| c.is_ascii_digit() || matches!(c, '—' | '\u{2212}'))
            && t.chars().count() < 24
    };
    texts().any(|t| !t.is_empty()) && texts().all(|t| is_number(&t))
}

#[cfg(test)]
mod tests {
    use super::widest;

    #[test]
    fn only_the_widest_columns_are_cut() {
        assert_eq!(widest(&[20.0, 90.0, 30.0, 120.0], 210.0), 80.0);
        assert_eq!(widest(&[20.0, 90.0], 110.0), f64::INFINITY);
    }
}
