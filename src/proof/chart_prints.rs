//! Which datum a number in a drawn chart is: equal numbers of one chart are told apart by where they stand.
//!
//! A drawing is text on a plane. The number of a row stands level with the row's name (or above it, where rows run from
//! left to right, or near it, as on a map), those of one row in the order of the columns. A chart that Office draws
//! holds its numbers series by series, its workbook row by row.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::token::{Token, tokens};
use crate::opc::xml::{Element, Node, parse};

/// A chart with what it shows.
#[derive(Debug, Clone, Default)]
pub struct ChartPrints {
    /// Position of the figure's label.
    pub label: Option<usize>,
    /// Its numbers in the order of the rows; those that are no value of a row itself (ends of intervals, lines to
    /// compare with) stand at their rows, too.
    pub numbers: Vec<ChartNumber>,
    /// Keys that the chart has to show, to be known by.
    pub values: Vec<String>,
}

/// A number of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartNumber {
    /// What tells it from other numbers as it is printed.
    pub key: String,
    /// Position of its datum.
    pub datum: usize,
    /// Name of its row.
    pub row: String,
    /// Position of its column.
    pub column: usize,
    /// Name of its column.
    pub column_name: String,
    /// Whether it is a value that the chart has to show; else the end of an interval.
    pub is_value: bool,
}

/// A text of a drawing, and the middle of its line; in the drawing's units.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnText {
    text: String,
    x: f64,
    y: f64,
}

/// The order in which a file holds the numbers of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Series by series, as a chart of Office.
    Columns,
    /// Row by row, as its workbook.
    Rows,
}

impl ChartPrints {
    /// The numbers that are printed alike: values where there are any.
    fn alike(&self, key: &str) -> Vec<&ChartNumber> {
        let all: Vec<&ChartNumber> = self.numbers.iter().filter(|number| number.key == key).collect();
        let values: Vec<&ChartNumber> = all.iter().copied().filter(|number| number.is_value).collect();
        if values.is_empty() { all } else { values }
    }

    /// The data of the numbers in the texts of a drawing, text by text.
    pub fn in_drawing(&self, texts: &[DrawnText]) -> Vec<Vec<(Token, Option<usize>)>> {
        let plane = Plane::new(self, texts);
        let mut found: Vec<Vec<(Token, Option<usize>)>> = texts
            .iter()
            .map(|text| tokens(&text.text).into_iter().map(|token| (token, None)).collect())
            .collect();
        let mut places: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (at, own) in found.iter().enumerate() {
            for (nth, (token, _)) in own.iter().enumerate() {
                places.entry(token.key()).or_default().push((at, nth));
            }
        }
        for (key, places) in places {
            let alike = self.alike(&key);
            let places: Vec<(usize, usize)> =
                places.into_iter().filter(|(at, _)| !plane.names.contains(at)).collect();
            let drawn: Vec<&DrawnText> = places.iter().filter_map(|(at, _)| texts.get(*at)).collect();
            for ((at, nth), datum) in places.iter().zip(plane.data(&alike, &drawn)) {
                if let Some((_, own)) = found.get_mut(*at).and_then(|all| all.get_mut(*nth)) {
                    *own = datum;
                }
            }
        }
        found
    }

    /// The data of the numbers in a part that Office reads, in the part's order.
    pub fn in_part(&self, part: &[Token], order: Order) -> Vec<Option<usize>> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        part.iter().for_each(|token| *counts.entry(token.key()).or_default() += 1);
        let in_order = |(key, count): (String, usize)| {
            let mut alike = self.alike(&key);
            if order == Order::Columns {
                alike.sort_by_key(|number| number.column);
            }
            // Where there are more or fewer of them than values, their order says nothing.
            let mut data: VecDeque<usize> = alike.iter().map(|number| number.datum).collect();
            if data.len() != count {
                data = data.front().map(|first| vec![*first; count]).unwrap_or_default().into();
            }
            (key, data)
        };
        let mut left: BTreeMap<String, VecDeque<usize>> = counts.into_iter().map(in_order).collect();
        let datum = |token: &Token| left.get_mut(&token.key())?.pop_front();
        part.iter().map(datum).collect()
    }
}

/// Where the names of rows and columns stand in a drawing.
struct Plane {
    rows: BTreeMap<String, (f64, f64)>,
    columns: BTreeMap<String, (f64, f64)>,
    /// The texts that are lines of names: what they count is no value.
    names: BTreeSet<usize>,
    run: Run,
}

/// How rows follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    /// From top to bottom.
    Down,
    /// From left to right.
    Across,
    /// As on a map.
    Anywhere,
}

impl Plane {
    fn new(chart: &ChartPrints, texts: &[DrawnText]) -> Self {
        let squashed: Vec<String> = texts.iter().map(|text| squash(&text.text)).collect();
        let mut lines = BTreeSet::new();
        let mut places = |name: fn(&ChartNumber) -> &String| -> BTreeMap<String, (f64, f64)> {
            let names: BTreeSet<&String> = chart.numbers.iter().map(name).collect();
            let place = |name: &String| {
                let (first, last) = lines_of(&squash(name), &squashed)?;
                lines.extend(first..=last);
                let (top, foot) = (texts.get(first)?, texts.get(last)?);
                Some((name.clone(), (f64::midpoint(top.x, foot.x), f64::midpoint(top.y, foot.y))))
            };
            names.into_iter().filter_map(place).collect()
        };
        let (rows, columns) = (places(|number| &number.row), places(|number| &number.column_name));
        let run = Run::of(&rows.values().copied().collect::<Vec<_>>());
        Self { rows, columns, names: lines, run }
    }

    /// The datum of each of some equal numbers, by where they are drawn.
    fn data(&self, alike: &[&ChartNumber], drawn: &[&DrawnText]) -> Vec<Option<usize>> {
        let here: Vec<&ChartNumber> =
            alike.iter().copied().filter(|number| self.rows.contains_key(&number.row)).collect();
        let alike = if here.is_empty() { alike } else { &here };
        let mut found = vec![None; drawn.len()];
        let mut of_row: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, text) in drawn.iter().enumerate() {
            let nearest = alike.iter().min_by(|a, b| self.away(a, text).total_cmp(&self.away(b, text)));
            if let Some(number) = nearest {
                of_row.entry(&number.row).or_default().push(at);
            }
        }
        for (row, mut places) in of_row {
            let own: Vec<&&ChartNumber> = alike.iter().filter(|number| number.row == row).collect();
            places.sort_by(|a, b| self.along(drawn[*a]).total_cmp(&self.along(drawn[*b])));
            let in_turn = places.len() == own.len();
            for (nth, at) in places.into_iter().enumerate() {
                let nearest = || {
                    own.iter().min_by(|a, b| self.beside(a, drawn[at]).total_cmp(&self.beside(b, drawn[at])))
                };
                let number = if in_turn { own.get(nth) } else { nearest() };
                found[at] = number.map(|number| number.datum);
            }
        }
        found
    }

    /// How far a text stands from the row of a number.
    fn away(&self, number: &ChartNumber, text: &DrawnText) -> f64 {
        let Some((x, y)) = self.rows.get(&number.row) else { return 0.0 };
        match self.run {
            Run::Down => (text.y - y).abs(),
            Run::Across => (text.x - x).abs(),
            Run::Anywhere => libm::hypot(text.x - x, text.y - y),
        }
    }

    /// Where a text stands in its row.
    fn along(&self, text: &DrawnText) -> f64 {
        if self.run == Run::Across { text.y } else { text.x }
    }

    /// How far a text stands from the name of a number's column.
    fn beside(&self, number: &ChartNumber, text: &DrawnText) -> f64 {
        let Some((x, y)) = self.columns.get(&number.column_name) else { return 0.0 };
        if self.run == Run::Across { (text.y - y).abs() } else { (text.x - x).abs() }
    }
}

impl Run {
    fn of(places: &[(f64, f64)]) -> Self {
        let apart = |part: fn(&(f64, f64)) -> f64| {
            let mut all: Vec<f64> = places.iter().map(part).collect();
            all.sort_by(f64::total_cmp);
            all.windows(2).all(|pair| pair[1] - pair[0] > 1.0)
        };
        match (apart(|place| place.1), apart(|place| place.0)) {
            (true, _) => Self::Down,
            (false, true) => Self::Across,
            (false, false) => Self::Anywhere,
        }
    }
}

/// The first and last of the texts that are the lines of a name, one after another.
fn lines_of(name: &str, squashed: &[String]) -> Option<(usize, usize)> {
    if name.is_empty() {
        return None;
    }
    let from = |first: usize| {
        let mut rest = name;
        for (last, line) in squashed.iter().enumerate().skip(first).take_while(|(_, line)| !line.is_empty()) {
            rest = rest.strip_prefix(line.as_str())?;
            if rest.is_empty() {
                return Some((first, last));
            }
        }
        None
    };
    (0..squashed.len()).find_map(from)
}

/// A name without what lines break at.
fn squash(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The texts of a drawing, in its order.
pub fn drawn_texts(svg: &str) -> Vec<DrawnText> {
    let mut texts = Vec::new();
    if let Ok(root) = parse(svg) {
        collect(&root, (0.0, 0.0), &mut texts);
    }
    texts
}

fn collect(element: &Element, (x, y): (f64, f64), texts: &mut Vec<DrawnText>) {
    let number = |name: &str| element.get(name).and_then(|n| n.parse::<f64>().ok()).unwrap_or_default();
    if element.name == "text" {
        let own = element.children.iter().map(|node| match node {
            Node::Text(text) => text.to_string(),
            Node::Element(inner) => inner.own_text(),
        });
        // Text hangs from its place.
        let middle = y + number("y") + number("font-size") / 2.0;
        texts.push(DrawnText { text: own.collect(), x: x + number("x"), y: middle });
        return;
    }
    let moved = element.get("transform").and_then(|t| t.strip_prefix("translate(")?.strip_suffix(')'));
    let moved = moved.and_then(|t| t.split_once(','));
    let part = |text: &str| text.trim().parse::<f64>().unwrap_or_default();
    let (dx, dy) = moved.map_or((0.0, 0.0), |(dx, dy)| (part(dx), part(dy)));
    element.elements().for_each(|inner| collect(inner, (x + dx, y + dy), texts));
}

#[cfg(test)]
mod tests {
    use super::{ChartNumber, ChartPrints, Order, drawn_texts};
    use crate::proof::token::tokens;

    fn number(key: &str, datum: usize, row: &str, column: usize) -> ChartNumber {
        let column_name = ["да", "нет"][column].to_owned();
        ChartNumber { key: key.to_owned(), datum, row: row.to_owned(), column, column_name, is_value: true }
    }

    /// Three rows; the first and the last say the same, and so do both values of the last.
    fn chart() -> ChartPrints {
        let numbers = vec![
            number("31.8", 0, "Доверие к полиции", 0),
            number("20", 1, "Доверие к полиции", 1),
            number("18", 2, "18–29 лет", 0),
            number("31.8", 3, "Доверие к СМИ", 0),
            number("31.8", 4, "Доверие к СМИ", 1),
        ];
        ChartPrints { numbers, ..ChartPrints::default() }
    }

    fn svg(texts: &[(f64, f64, &str)]) -> String {
        let text = |(x, y, text): &(f64, f64, &str)| {
            format!("<text x=\"{x}\" y=\"{y}\" font-size=\"10\">\n{text}\n</text>")
        };
        let texts: String = texts.iter().map(text).collect();
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><g transform=\"translate(5,0)\">{texts}</g></svg>")
    }

    fn found(svg: &str) -> Vec<Option<usize>> {
        chart().in_drawing(&drawn_texts(svg)).into_iter().flatten().map(|(_, datum)| datum).collect()
    }

    #[test]
    fn equal_numbers_are_those_of_their_rows_and_columns() {
        let names = [
            (0.0, 0.0, "Доверие"),
            (0.0, 10.0, "к поли\u{ad}ции"),
            (0.0, 40.0, "18–29 лет"),
            (0.0, 80.0, "Доверие к СМИ"),
        ];
        let values = [
            (90.0, 81.0, "31,8"),
            (60.0, 6.0, "31,8"),
            (60.0, 80.0, "31,8"),
            (60.0, 41.0, "18"),
            (90.0, 5.0, "20"),
        ];
        let drawn: Vec<_> = names.into_iter().chain(values).collect();
        // The ages of the name are no values.
        let expected = [None, None, Some(4), Some(0), Some(3), Some(2), Some(1)];
        assert_eq!(found(&svg(&drawn)), expected);
        let across: Vec<_> = drawn.iter().map(|(x, y, text)| (*y, *x, *text)).collect();
        let across = svg(&[(3.0, 0.0, "Доверие к полиции")]
            .into_iter()
            .chain(across.into_iter().skip(2))
            .collect::<Vec<_>>());
        assert_eq!(found(&across), expected);
    }

    #[test]
    fn office_holds_them_series_by_series_and_row_by_row() {
        let chart = chart();
        let series = tokens("31,8; 18; 31,8; 20; 31,8");
        assert_eq!(chart.in_part(&series, Order::Columns), [Some(0), Some(2), Some(3), Some(1), Some(4)]);
        let rows = tokens("31,8; 20; 18; 31,8; 31,8");
        assert_eq!(chart.in_part(&rows, Order::Rows), [Some(0), Some(1), Some(2), Some(3), Some(4)]);
        // Fewer than there are values: no order to go by.
        assert_eq!(chart.in_part(&tokens("31,8; 7"), Order::Rows), [Some(0), None]);
    }
}
