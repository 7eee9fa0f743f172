//! How wide the columns of a table are, by the words that they hold.

use super::content::{TableContent, is_group};
use crate::document::{Inline, plain_text};
use crate::locale::Locale;
use crate::quantity::{Pt, whole};
use crate::resolve::sources::Sources;

/// Space at both sides of a cell's text together with rounding slack.
const CELL_PADDING: Pt = Pt(12.0);
/// A column whose longest cell takes no more than this share of the table stands on one line.
const SHORT: f64 = 0.22;
/// Power of what columns hold that their widths follow: 1 would give them equally many lines.
const FLATTENED: f64 = 0.8;
/// The largest share of the table that a column asks for, so that its head stands on two lines.
const HEAD: f64 = 0.14;
/// Where a cell would take more lines than this, short columns give of their room if that saves a part of the lines.
const MOST_LINES: f64 = 5.0;
const FEWER: f64 = 0.75;
/// How much the lines of all cells count beside those of the highest cell of each row.
const OF_ALL: f64 = 0.1;
/// What ragged lines leave free.
const RAGGED: f64 = 1.12;
/// What a reference prints, as long as it is unknown.
const NUMBER: &str = "Д.8";
/// Part of the table's width that the longest word of one column may take.
const LONGEST_WORD: f64 = 2.5;

/// How much of its width a column gives or takes in a step of the search for the lowest table, and the most steps.
const STEP: Pt = Pt(4.0);
const MOST_STEPS: usize = 60;

/// Words of at least so many letters are hyphenated in a table.
const HYPHENATED_LETTERS: usize = 10;
/// The most of the table's width that whole words may take, so that there is room for texts.
const WORDS: f64 = 0.85;

/// What a column holds: its longest word, whole and as hyphens leave it, its longest cell, the mean of its cells, and each
/// cell on one line.
#[derive(Debug, Clone)]
struct ColumnWidth {
    word: Pt,
    part: Pt,
    line: Pt,
    mean: Pt,
    cells: Vec<Pt>,
}

/// The widths that the columns of a table ask for.
pub struct ColumnWidths(Vec<ColumnWidth>);

impl ColumnWidths {
    /// Measures the cells with the theme's faces.
    pub fn new(sources: &Sources<'_>, content: &TableContent) -> Self {
        let columns = 0..content.aligns.len();
        Self(columns.map(|column| measured(sources, content, column)).collect())
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

    /// Short columns stand on one line; the others share what is left by how much they hold, none narrower than its
    /// longest word. Where the words do not fit beside one another, those of the widest columns are broken.
    pub fn natural(&self, available: Pt) -> Vec<Pt> {
        let is_crowded = self.words() > available * WORDS;
        let bound = |column: &ColumnWidth| if is_crowded { column.part } else { column.word };
        let most = widest(&self.0.iter().map(bound).collect::<Vec<_>>(), available);
        let columns: Vec<ColumnWidth> = self
            .0
            .iter()
            .map(|column| ColumnWidth { word: bound(column).min(most), ..column.clone() })
            .collect();
        let lines: Pt = columns.iter().map(|column| column.line).sum();
        if lines <= available {
            return columns
                .iter()
                .map(|column| column.line + (available - lines) * (column.line / lines))
                .collect();
        }
        let (settled, even) = (shared(&columns, available), even(&columns, available));
        let (lines, fewest) = (most_lines(&columns, &settled), most_lines(&columns, &even));
        lowest(&columns, if lines > MOST_LINES && fewest < lines * FEWER { even } else { settled })
    }
}

/// Widths near some at which the table is as low as can be: columns give to one another, none more than its longest
/// word allows.
fn lowest(columns: &[ColumnWidth], mut widths: Vec<Pt>) -> Vec<Pt> {
    let mut height = height(columns, &widths);
    for _ in 0..MOST_STEPS {
        let mut best = None;
        for from in 0..widths.len() {
            if widths[from] - STEP < columns[from].word {
                continue;
            }
            for to in (0..widths.len()).filter(|to| *to != from) {
                let mut tried = widths.clone();
                tried[from] = tried[from] - STEP;
                tried[to] = tried[to] + STEP;
                let found = self::height(columns, &tried);
                if found < height - 1e-6 {
                    height = found;
                    best = Some(tried);
                }
            }
        }
        let Some(found) = best else { break };
        widths = found;
    }
    widths
}

/// How high the rows are together, in lines: as they break, and, so that a step towards fewer lines counts too, as if
/// lines were divisible. The lines of all cells count a little: those that do not make their row high are few, too.
fn height(columns: &[ColumnWidth], widths: &[Pt]) -> f64 {
    let rows = columns.iter().map(|column| column.cells.len()).max().unwrap_or_default();
    let lines = |row: usize| {
        let of = |(column, width): (&ColumnWidth, &Pt)| {
            let cell = column.cells.get(row).copied().unwrap_or_default() - CELL_PADDING;
            (cell / (*width - CELL_PADDING).max(Pt(1.0)) * RAGGED).max(1.0)
        };
        let (most, all) = columns
            .iter()
            .zip(widths)
            .map(of)
            .fold((1.0, 0.0), |(most, all), lines| (f64::max(most, lines), all + lines));
        most + most.ceil() + OF_ALL * all
    };
    (0..rows).map(lines).sum()
}

/// How many lines the longest cell takes.
fn most_lines(columns: &[ColumnWidth], widths: &[Pt]) -> f64 {
    columns.iter().zip(widths).map(|(column, width)| column.line / *width).fold(0.0, f64::max)
}

/// Widths at which no column has more lines than any other, none narrower than its longest word.
fn even(columns: &[ColumnWidth], available: Pt) -> Vec<Pt> {
    let widths = |lines: f64| columns.iter().map(move |column| column.word.max(column.line / lines));
    let (mut few, mut many) = (1.0, 100.0);
    for _ in 0..30 {
        let middle = f64::midpoint(few, many);
        if widths(middle).sum::<Pt>() <= available { many = middle } else { few = middle }
    }
    let found: Vec<Pt> = widths(many).collect();
    let taken: Pt = found.iter().copied().sum();
    found.into_iter().map(|width| width * (available / taken)).collect()
}

/// Widths of columns that cannot all stand on one line: settled one after the other, short ones first.
fn shared(columns: &[ColumnWidth], available: Pt) -> Vec<Pt> {
    let words: Pt = columns.iter().map(|column| column.word).sum();
    let mut spare = available - words;
    let mut settled: Vec<Option<Pt>> = vec![None; columns.len()];
    for (width, column) in settled.iter_mut().zip(columns) {
        let more = column.line - column.word;
        if column.line <= available * SHORT && more <= spare {
            *width = Some(column.line);
            spare = spare - more;
        }
    }
    loop {
        let open =
            || columns.iter().zip(&settled).filter(|(_, width)| width.is_none()).map(|(column, _)| column);
        let taken: Pt = settled.iter().flatten().copied().sum();
        let weights: Pt = open().map(ColumnWidth::weight).sum();
        let part = |column: &ColumnWidth| (available - taken) * (column.weight() / weights);
        let is_narrow = open().any(|column| part(column) < column.word);
        let found: Vec<Option<Pt>> = columns
            .iter()
            .zip(&settled)
            .map(|(column, width)| match width {
                Some(width) => Some(*width),
                None if part(column) < column.word => Some(column.word),
                None if !is_narrow && part(column) > column.line => Some(column.line),
                None => None,
            })
            .collect();
        if found == settled {
            return columns
                .iter()
                .zip(settled)
                .map(|(column, width)| width.unwrap_or_else(|| part(column)))
                .collect();
        }
        settled = found;
    }
}

impl ColumnWidth {
    /// What decides how much of the width a column gets: how much it holds, of much text less than all of it, so that
    /// the words of its neighbours stay whole.
    fn weight(&self) -> Pt {
        Pt(libm::pow(((self.mean + self.line) / 2.0).0, FLATTENED))
    }
}

/// Measures a column. Its head may stand on several lines, but breaks no word.
fn measured(sources: &Sources<'_>, content: &TableContent, column: usize) -> ColumnWidth {
    let (style, faces, locale) = (sources.page_style(), sources.faces, sources.locale);
    let size = style.sizes.table;
    let most = style.page.text_width() / LONGEST_WORD;
    let measure = |text: &str, bold| Pt(faces.width(text, size.0, bold)) + CELL_PADDING;
    let longest =
        |text: &str, bold| unbroken(text).into_iter().map(|part| measure(part, bold)).fold(Pt(0.0), Pt::max);
    let head = content.head.get(column).map(|cell| longest(&told(cell), true)).unwrap_or_default();
    // The name of a group runs over all columns.
    let rows = content.rows.iter().filter(|cells| !is_group(cells));
    let cells: Vec<String> = rows.filter_map(|r| r.get(column)).map(|c| told(c)).collect();
    let word = cells.iter().map(|text| longest(text, false)).fold(head, Pt::max).min(most);
    let hyphenated = |text: &str| {
        let of = |part: &str| {
            let halves = halves(part, locale).into_iter();
            let narrowest = halves.map(|(head, tail)| measure(&head, false).max(measure(tail, false)));
            narrowest.fold(measure(part, false), Pt::min)
        };
        unbroken(text).into_iter().map(of).fold(Pt(0.0), Pt::max)
    };
    let part = cells.iter().map(|text| hyphenated(text)).fold(head, Pt::max).min(word);
    let lines = || cells.iter().map(|text| measure(text, false));
    let mean: Pt = lines().sum::<Pt>() / whole::float(cells.len().max(1));
    let head = content.head.get(column).map(|cell| on_two_lines(&told(cell), &measure)).unwrap_or_default();
    let least = word.max(head.min(style.page.text_width() * HEAD));
    let (longest, mean) = (lines().fold(least, Pt::max), mean.max(least));
    ColumnWidth { word, part, line: longest, mean, cells: lines().collect() }
}

/// What a cell prints, with a number in the place of those that references do not have yet.
fn told(cell: &[Inline]) -> String {
    let known = |inline: &Inline| {
        if let Inline::Reference { target, .. } = inline {
            Inline::Reference { target: target.clone(), number: NUMBER.to_owned() }
        } else {
            inline.clone()
        }
    };
    plain_text(&cell.iter().map(known).collect::<Vec<_>>())
}

/// The parts of a text that no line breaks: words, numbers with their endings, names with their initials.
fn unbroken(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut kept = 0;
    for (at, _) in text.match_indices([' ', '\n']).chain([(text.len(), "")]) {
        let word = &text[kept..at];
        if at < text.len() && is_led_on(word) {
            continue;
        }
        // An address breaks behind its slashes.
        if word.contains("://") {
            parts.extend(word.split_inclusive('/'));
        } else {
            parts.extend(parted(word));
        }
        kept = (at + 1).min(text.len());
    }
    parts
}

/// Whether what stands behind a space goes with a text: «№», an initial.
fn is_led_on(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    let mut letters = last.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.as_str() == ".";
    last == "№" || is_initial
}

/// A long word in two parts, in every way that its language breaks it. A capital may be a name's: it stays whole.
fn halves<'w>(word: &'w str, locale: &Locale) -> Vec<(String, &'w str)> {
    let letters = word.trim_matches(|c: char| !c.is_alphabetic());
    let is_name = letters.chars().next().is_none_or(char::is_uppercase);
    if is_name || letters.chars().count() < HYPHENATED_LETTERS {
        return Vec::new();
    }
    let before = word.find(letters).unwrap_or_default();
    let at = locale.breaks(letters).into_iter().map(|at| before + at);
    at.map(|at| (format!("{}-", &word[..at]), &word[at..])).collect()
}

/// A word at its hyphens, but for that between a number and its ending.
fn parted(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in word.match_indices('-') {
        if !word[start..at].ends_with(|c: char| c.is_ascii_digit()) {
            parts.push(&word[start..=at]);
            start = at + 1;
        }
    }
    parts.push(&word[start..]);
    parts
}

/// How wide a head is that stands on two lines as even as its words allow.
fn on_two_lines(head: &str, measure: &impl Fn(&str, bool) -> Pt) -> Pt {
    let parted = |(at, _): (usize, &str)| {
        let (first, second) = head.split_at(at);
        measure(first.trim_end(), true).max(measure(second.trim_start(), true))
    };
    head.match_indices(' ').map(parted).fold(measure(head, true), Pt::min)
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
    use super::{ColumnWidth, height, lowest, shared, unbroken, widest};
    use crate::quantity::Pt;

    #[test]
    fn numbers_stand_on_one_line_and_texts_share_the_rest() {
        let column = |word, line, mean| ColumnWidth {
            word: Pt(word),
            part: Pt(word),
            line: Pt(line),
            mean: Pt(mean),
            cells: Vec::new(),
        };
        let columns = [column(20.0, 20.0, 20.0), column(60.0, 900.0, 500.0), column(30.0, 70.0, 60.0)];
        let widths = shared(&columns, Pt(460.0));
        assert_eq!((widths[0], widths[2]), (Pt(20.0), Pt(70.0)));
        assert!((widths[1].0 - 370.0).abs() < 1e-6, "{widths:?}");
        // Of two texts the longer one gets more, and none less than its longest word.
        let texts = [column(60.0, 900.0, 500.0), column(60.0, 300.0, 100.0), column(120.0, 125.0, 120.0)];
        let widths = shared(&texts, Pt(460.0));
        assert!(widths[0] > widths[1] && widths[1] >= Pt(60.0) && widths[2] >= Pt(120.0), "{widths:?}");
        assert!((widths.iter().copied().sum::<Pt>().0 - 460.0).abs() < 1e-6);
    }

    #[test]
    fn a_number_and_its_ending_are_one_word() {
        assert_eq!(unbroken("Д.3-кесте; 16-суреттер"), ["Д.3-кесте;", "16-суреттер"]);
        assert_eq!(unbroken("қоғамдық-саяси ахуал"), ["қоғамдық-", "саяси", "ахуал"]);
        assert_eq!(unbroken("жетекші Л. В. Маршрутова № 5"), ["жетекші", "Л. В. Маршрутова", "№ 5"]);
        assert_eq!(unbroken("https://a.kz/b/1 және"), ["https:/", "/", "a.kz/", "b/", "1", "және"]);
    }

    #[test]
    fn columns_give_to_one_another_until_the_table_is_lowest() {
        let column = |word, cells: &[f64]| ColumnWidth {
            word: Pt(word),
            part: Pt(word),
            line: Pt(cells.iter().copied().fold(0.0, f64::max)),
            mean: Pt(0.0),
            cells: cells.iter().map(|width| Pt(*width)).collect(),
        };
        let columns =
            [column(30.0, &[60.0, 60.0]), column(60.0, &[700.0, 600.0]), column(60.0, &[120.0, 90.0])];
        let even = vec![Pt(150.0); 3];
        let found = lowest(&columns, even.clone());
        assert!(height(&columns, &found) < height(&columns, &even) * 0.8, "{found:?}");
        assert!(found.iter().zip(&columns).all(|(width, column)| *width >= column.word), "{found:?}");
        assert!((found.iter().copied().sum::<Pt>().0 - 450.0).abs() < 1e-6);
    }

    #[test]
    fn only_the_widest_columns_are_cut() {
        assert_eq!(widest(&[20.0, 90.0, 30.0, 120.0].map(Pt), Pt(210.0)), Pt(80.0));
        assert_eq!(widest(&[20.0, 90.0].map(Pt), Pt(110.0)), Pt(f64::INFINITY));
    }
}
