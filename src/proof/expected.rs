//! The numbers that a resolved document prints, in reading order, each with its datum or with what it is instead.

use std::collections::BTreeMap;

use super::chart_prints::{ChartNumber, ChartPrints, drawn_texts};
use super::claim::{Origin, ProvenDatum};
use super::token::{Token, tokens};
use crate::document::{
    Block, Body, Caption, Contents, Document, Figure, Heading, Inline, Inlines, KeyNumber, Listed, Slide,
    TextRole, plain_text,
};
use crate::quantity::{Number, Rounded, whole};

/// Whose words a number stands in, where it has no datum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Position of the datum in [`Expected::data`].
    Datum(usize),
    /// Words: the number needs a reason from the list.
    Words,
    /// A number that the program gives: of a section, figure, reference, footnote, page.
    Numbering,
    /// A tick of a scale, a category of a chart.
    Chart,
    /// Part of a formula.
    Formula,
    /// Part of the description of a source.
    Source,
}

/// A number that the document prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// As it stands in its text.
    pub token: Token,
    /// What it is.
    pub bound: Bound,
    /// Position of the label that it stands under.
    pub label: Option<usize>,
}

/// All numbers of a document.
#[derive(Debug, Default)]
pub struct Expected {
    /// The data, each in each of its roundings.
    pub data: Vec<ProvenDatum>,
    /// Labels.
    pub labels: Vec<String>,
    /// Numbers in reading order.
    pub flow: Vec<Print>,
    /// Figures with a chart, in order.
    pub charts: Vec<ChartPrints>,
    ids: BTreeMap<(String, String), usize>,
}

/// Where a number of a chart stands.
#[derive(Clone, Copy)]
struct Cell<'c> {
    row: &'c str,
    column: usize,
    column_name: &'c str,
    interval: Option<(f64, f64)>,
}

/// Finds the datum of a number in a chart: its figure's label, names of row and column, and the value.
pub type ChartDatum<'c> = &'c dyn Fn(&str, &str, Option<&str>, f64) -> String;

/// What the numbers of a document are found with.
#[derive(Clone, Copy)]
pub struct Lookup<'l> {
    /// Datum of a chart's number.
    pub chart: ChartDatum<'l>,
    /// Page of each label, from 1.
    pub pages: &'l BTreeMap<String, u32>,
    /// How many pages there are; 0 where they are not laid out.
    pub page_count: usize,
}

impl Expected {
    /// The numbers of a document.
    pub fn of(document: &Document, lookup: Lookup<'_>) -> Self {
        let mut all = Self::default();
        match &document.body {
            Body::Report(blocks) => {
                let context = Context { document, lookup };
                let mut label = None;
                blocks.iter().for_each(|block| all.block(block, &mut label, context));
            }
            Body::Deck(slides) => {
                slides.iter().for_each(|slide| all.slide(slide, Context { document, lookup }));
            }
        }
        all
    }

    fn slide(&mut self, slide: &Slide, context: Context<'_>) {
        let mut label = Some(self.label(&slide.label));
        self.text(&slide.title, label);
        let section = slide.section.as_deref().unwrap_or_default();
        self.words(section, Bound::Words, label);
        slide.blocks.iter().for_each(|block| self.block(block, &mut label.clone(), context));
        slide.source.iter().for_each(|text| self.text(text, label));
        slide.notes.iter().for_each(|block| self.block(block, &mut label, context));
        self.words(&slide.number.to_string(), Bound::Numbering, label);
    }

    fn block(&mut self, block: &Block, section: &mut Option<usize>, context: Context<'_>) {
        let own = block.label().map(|label| self.label(label));
        let label = own.or(*section);
        match block {
            Block::Heading(Heading { number, text, .. }) => {
                *section = label;
                self.words(number.as_deref().unwrap_or_default(), Bound::Numbering, label);
                self.text(text, label);
            }
            Block::Contents(contents) => self.contents(contents, label, context),
            Block::Figure(figure) => self.figure(figure, label, context.lookup.chart),
            Block::Formula(formula) => {
                let value = serde_json::to_value(&formula.math).unwrap_or_default();
                self.formula(&value, label);
                self.words(&formula.number.to_string(), Bound::Numbering, label);
            }
            Block::Numbers(numbers) => {
                for KeyNumber { value, label: name, detail, .. } in numbers {
                    [value, name, detail].into_iter().for_each(|text| self.text(text, label));
                }
            }
            Block::Table(table) => {
                self.caption(&table.caption, label);
                for (role, text) in block.texts() {
                    if role == TextRole::Cell && is_ordinals(text) {
                        self.words(&plain_text(text), Bound::Numbering, label);
                    } else {
                        self.text(text, label);
                    }
                }
            }
            Block::List(list) => {
                for (at, item) in list.items.iter().enumerate() {
                    if list.ordered {
                        self.words(&(at + whole::count(list.start)).to_string(), Bound::Numbering, label);
                    }
                    item.iter().for_each(|inner| self.block(inner, section, context));
                }
            }
            Block::Callout(callout) => {
                callout.blocks.iter().for_each(|inner| self.block(inner, section, context));
            }
            Block::Bibliography(entries) => {
                for entry in entries {
                    self.words(&entry.number.to_string(), Bound::Numbering, label);
                    self.words(&plain_text(&entry.text), Bound::Source, label);
                }
            }
            Block::Paragraph(text) if text.contains(&Inline::PageCount) => {
                self.volume(text, context.lookup.page_count, label);
            }
            Block::TitlePage(_) | Block::Paragraph(_) | Block::Quote(_) | Block::PageBreak => {
                block.texts().for_each(|(_, text)| self.text(text, label));
            }
        }
    }

    /// How many pages, figures, tables, sources and annexes the document has, counted in itself.
    fn volume(&mut self, text: &Inlines, pages: usize, label: Option<usize>) {
        for inline in text {
            if *inline == Inline::PageCount {
                self.words(&pages.to_string(), Bound::Numbering, label);
            } else {
                self.words(&plain_text(std::slice::from_ref(inline)), Bound::Numbering, label);
            }
        }
    }

    /// The lines of a list with pages.
    fn contents(&mut self, contents: &Contents, label: Option<usize>, context: Context<'_>) {
        self.text(&contents.heading.text, label);
        for block in context.document.body.blocks() {
            let (name, text, of) = match block {
                Block::Heading(heading) => {
                    let number = heading.number.clone().unwrap_or_default();
                    (number, &heading.text, Listed::Headings)
                }
                Block::Contents(contents) => (String::new(), &contents.heading.text, Listed::Headings),
                Block::Figure(figure) => (figure.caption.label(), &figure.caption.text, Listed::Figures),
                Block::Table(table) => (table.caption.label(), &table.caption.text, Listed::Tables),
                Block::TitlePage(_)
                | Block::Paragraph(_)
                | Block::List(_)
                | Block::Callout(_)
                | Block::Quote(_)
                | Block::Numbers(_)
                | Block::Formula(_)
                | Block::Bibliography(_)
                | Block::PageBreak => continue,
            };
            if of != contents.of {
                continue;
            }
            self.words(&name, Bound::Numbering, label);
            self.text(text, label);
            if let Some(page) = block.label().and_then(|label| context.lookup.pages.get(label)) {
                self.words(&page.to_string(), Bound::Numbering, label);
            }
        }
    }

    fn caption(&mut self, caption: &Caption, label: Option<usize>) {
        self.words(&caption.label(), Bound::Numbering, label);
    }

    fn figure(&mut self, figure: &Figure, label: Option<usize>, datum: ChartDatum<'_>) {
        if figure.caption_above {
            self.figure_heading(figure, label);
        }
        let mut chart = ChartPrints { label, ..ChartPrints::default() };
        self.chart_numbers(figure, datum, &mut chart);
        for drawing in &figure.drawings {
            for (token, own) in chart.in_drawing(&drawn_texts(drawing.picture.svg())).into_iter().flatten() {
                let bound = own.map_or(Bound::Chart, Bound::Datum);
                self.flow.push(Print { token, bound, label });
            }
        }
        if !figure.caption_above {
            self.figure_heading(figure, label);
        }
        figure.notes.iter().for_each(|text| self.text(text, label));
        if figure.chart.is_some() {
            self.charts.push(chart);
        }
    }

    fn figure_heading(&mut self, figure: &Figure, label: Option<usize>) {
        if let Some(message) = &figure.message {
            self.text(message, label);
        }
        self.caption(&figure.caption, label);
        self.text(&figure.caption.text, label);
    }

    /// The numbers of a chart, row by row, then those that rows are compared with.
    fn chart_numbers(&mut self, figure: &Figure, datum: ChartDatum<'_>, chart: &mut ChartPrints) {
        let Some(drawn) = &figure.chart else { return };
        let readout = drawn.readout();
        for row in &readout.rows {
            for (column, cell) in row.cells.iter().enumerate() {
                let Some(number) = &cell.value else { continue };
                let name = readout.columns.get(column).and_then(Option::as_deref);
                let id = match number.datum.as_str() {
                    "" => datum(&figure.label, &row.label, name, number.value),
                    own => own.to_owned(),
                };
                let column_name = name.unwrap_or_default();
                self.chart_number(
                    chart,
                    Cell { row: &row.label, column, column_name, interval: cell.interval },
                    (number, &id),
                );
            }
        }
        for (number, of) in &readout.references {
            let id = datum(&figure.label, of, None, number.value);
            let cell = Cell { row: of, column: 0, column_name: "", interval: None };
            self.chart_number(chart, cell, (number, &id));
        }
    }

    fn chart_number(&mut self, chart: &mut ChartPrints, cell: Cell<'_>, (number, id): (&Number, &str)) {
        let own = tokens(&number.text);
        let datum = self.datum(&Number { datum: id.to_owned(), ..number.clone() });
        chart.values.extend(own.iter().map(Token::key));
        let at = |key: String, datum: usize, is_value: bool| ChartNumber {
            key,
            datum,
            row: cell.row.to_owned(),
            column: cell.column,
            column_name: cell.column_name.to_owned(),
            is_value,
        };
        chart.numbers.extend(own.iter().map(|token| at(token.key(), datum, true)));
        let ends = cell.interval.into_iter().flat_map(|(low, high)| [("low", low), ("high", high)]);
        for (name, value) in ends {
            let key = super::token::key(&Rounded::new(value, number.decimals).to_string());
            let end = Number { datum: format!("{id}.{name}"), value, high: None, ..number.clone() };
            let datum = self.datum(&end);
            chart.numbers.push(at(key, datum, false));
        }
    }

    /// The numbers of a text, those of footnotes where their marks stand.
    fn text(&mut self, text: &Inlines, label: Option<usize>) {
        for inline in text {
            match inline {
                Inline::Text(words) => self.words(words, Bound::Words, label),
                Inline::Datum(number) if number.datum.is_empty() => {
                    self.words(&number.text, Bound::Words, label);
                }
                Inline::Datum(number) => {
                    let datum = self.datum(number);
                    self.words(&number.text, Bound::Datum(datum), label);
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                    self.text(inner, label);
                }
                Inline::Reference { number, .. } => self.words(number, Bound::Numbering, label),
                Inline::Footnote { number, text } => {
                    self.words(&number.to_string(), Bound::Numbering, label);
                    self.text(text, label);
                }
                Inline::PageCount | Inline::LineBreak => {}
            }
        }
    }

    pub(super) fn words(&mut self, words: &str, bound: Bound, label: Option<usize>) {
        let prints = tokens(words).into_iter().map(|token| Print { token, bound, label });
        self.flow.extend(prints);
    }

    fn formula(&mut self, value: &serde_json::Value, label: Option<usize>) {
        match value {
            serde_json::Value::String(text) => self.words(text, Bound::Formula, label),
            serde_json::Value::Array(all) => all.iter().for_each(|inner| self.formula(inner, label)),
            serde_json::Value::Object(all) => all.values().for_each(|inner| self.formula(inner, label)),
            serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
        }
    }

    fn label(&mut self, label: &str) -> usize {
        let known = self.labels.iter().position(|own| own == label);
        known.unwrap_or_else(|| {
            self.labels.push(label.to_owned());
            self.labels.len() - 1
        })
    }

    pub(super) fn datum(&mut self, number: &Number) -> usize {
        let Number { datum, value, high, unit, decimals, .. } = number;
        let print = format!("{value} {high:?} {unit:?} {decimals}");
        let next = self.data.len();
        let at = *self.ids.entry((datum.clone(), print)).or_insert(next);
        if at == next {
            self.data.push(ProvenDatum {
                id: datum.clone(),
                value: *value,
                high: *high,
                unit: *unit,
                decimals: *decimals,
                origin: Origin::default(),
            });
        }
        at
    }
}

/// Whether a cell holds ordinal numbers of rows or records and nothing else: «7», «2, 15, 19». Numbers of the data are
/// bound to theirs and no words.
fn is_ordinals(cell: &Inlines) -> bool {
    let is_words = cell.iter().all(|inline| matches!(inline, Inline::Text(_)));
    let text = plain_text(cell);
    is_words
        && !text.is_empty()
        && text.split(", ").all(|one| one.len() < 4 && one.chars().all(|c| c.is_ascii_digit()))
}

/// What a walk carries along.
#[derive(Clone, Copy)]
struct Context<'c> {
    document: &'c Document,
    lookup: Lookup<'c>,
}
