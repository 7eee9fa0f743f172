//! The columns of numbers beside the bars: sums of the sides, answers outside the scale, bases.

use super::Likert;
use crate::chart::answer_scale::ScaleRow;
use crate::chart::colour::Rgb;
use crate::chart::data::Side;
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::printed;
use crate::chart::pen::{Align, Ink, Pen};
use crate::quantity::Number;
use crate::theme::Tone;

/// The width that a column's head may fill before it is broken, in em: a longer word is hyphenated, so that it takes no
/// room from the bars.
const HEAD_WIDTH: f64 = 5.0;
/// The widths that what is said of a side is tried in above its sum, in em, and the most lines that it takes: in a
/// report, and on a slide.
const SAID_WIDTHS: [f64; 4] = [4.0, 5.0, 6.0, 7.2];
const SAID_LINES: [usize; 2] = [4, 2];
/// Between columns of numbers and the bars, in em.
const COLUMN_GAP: f64 = 0.7;
/// Colours of the sums of the negative and the positive answers.
pub const NET_TONES: [Tone; 2] = [Tone::Accent, Tone::Calm];

/// A column of numbers beside the bars.
pub struct Column {
    /// What it shows.
    pub of: Of,
    pub head: Vec<String>,
    pub width: f64,
    /// Its middle.
    pub at: f64,
    /// Whether the head ends with the column and begins over the names of the rows, which leave that room free.
    is_head_wide: bool,
}

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The negative (0) or positive (1) answers together.
    Net(usize),
    /// The only answer outside the scale, by its place.
    Answer(usize),
    /// The answers outside the scale together.
    Apart,
    /// The base.
    Base,
}

/// The columns left and right of the bars.
pub struct Columns {
    pub left: Vec<Column>,
    pub right: Vec<Column>,
}

impl Columns {
    pub fn all(&self) -> impl Iterator<Item = &Column> {
        self.left.iter().chain(&self.right)
    }

    pub fn lines(&self) -> usize {
        self.all().map(|column| column.head.len()).max().unwrap_or(0)
    }
}

impl Likert {
    /// What is shown in columns: the sums of sides with several answers, answers outside the scale, bases.
    pub fn columns(&self) -> (Option<Of>, Vec<Of>) {
        let several = |side: Side| self.answers.iter().filter(|answer| answer.side == side).count() > 1;
        let net = |place: usize, side: Side| {
            let known = self.rows.iter().any(|row| row.beside.nets.get(place).is_some_and(Option::is_some));
            (several(side) && known).then_some(Of::Net(place))
        };
        let apart = self.answers.iter().enumerate().filter(|(_, answer)| answer.side == Side::Apart);
        let apart: Vec<Of> = apart.map(|(place, _)| Of::Answer(place)).filter(|of| self.shows(*of)).collect();
        let together = self.shows(Of::Apart) && apart.len() > 1;
        let apart = if together { vec![Of::Apart] } else { apart };
        let base = Some(Of::Base).filter(|of| self.shows(*of));
        let right = net(1, Side::Positive).into_iter().chain(apart).chain(base);
        (net(0, Side::Negative), right.collect())
    }

    /// Whether any row has something to show in a column.
    fn shows(&self, of: Of) -> bool {
        self.rows.iter().any(|row| number(row, of).is_some())
    }

    /// What heads a column.
    pub fn head(&self, of: Of) -> &str {
        match of {
            Of::Net(_) => &self.heads.net,
            Of::Answer(place) => self.answers.get(place).map_or("", |answer| &answer.label),
            Of::Apart => &self.heads.apart,
            Of::Base => &self.heads.base,
        }
    }

    /// What is said of the two sides in lines, where both have room above their sums.
    fn said(&self, context: &DrawContext) -> Option<[Vec<String>; 2]> {
        let most = SAID_LINES[usize::from(context.height.is_some())];
        let lines = |words: &String| {
            let within = |limit: &f64| {
                let limit = limit * context.em;
                let is_whole = words.split(' ').all(|word| context.bold_width(word) <= limit);
                Some(context.wrap_bold(words, limit)).filter(|lines| is_whole && lines.len() <= most)
            };
            SAID_WIDTHS.iter().find_map(within)
        };
        let [negative, positive] = self.heads.said.as_ref()?;
        Some([lines(negative)?, lines(positive)?])
    }
}

/// What a row shows in a column.
pub fn number(row: &ScaleRow, of: Of) -> Option<&Number> {
    match of {
        Of::Net(place) => row.beside.nets.get(place)?.as_ref(),
        Of::Answer(place) => row.values.as_ref()?.get(place)?.as_ref(),
        Of::Apart => row.beside.apart.as_ref(),
        Of::Base => row.beside.base.as_ref(),
    }
}

impl Columns {
    /// The columns of a chart between `start` and the right edge, and the edges of what they leave. Points.
    pub fn place(likert: &Likert, start: f64, context: &DrawContext) -> (Self, (f64, f64)) {
        let gap = COLUMN_GAP * context.em;
        let (net, right) = likert.columns();
        let said = likert.said(context);
        let column = |of: Of| column(likert, of, said.as_ref(), context);
        let mut left: Vec<Column> = net.into_iter().map(column).map(|c| c.narrowed(likert, start, context)).collect();
        let mut right: Vec<Column> = right.into_iter().map(column).collect();
        let mut edge = start;
        for column in &mut left {
            column.at = edge + column.width / 2.0;
            edge += column.width + gap;
        }
        let mut end = context.width;
        for column in right.iter_mut().rev() {
            column.at = end - column.width / 2.0;
            end -= column.width + gap;
        }
        (Self { left, right }, (edge, end))
    }
}

impl Column {
    /// As wide as its numbers, where the head has room over the names of the rows, which end at `start`.
    fn narrowed(self, likert: &Likert, start: f64, context: &DrawContext) -> Self {
        let numbers = numbers_width(likert, self.of, context);
        if self.width > numbers && self.width <= start + numbers {
            Self { width: numbers, is_head_wide: true, ..self }
        } else {
            self
        }
    }
}

/// Width of the widest number of a column, in points.
fn numbers_width(likert: &Likert, of: Of, context: &DrawContext) -> f64 {
    let measure = |text: &str| match of {
        Of::Net(_) => context.bold_width(text),
        Of::Answer(_) | Of::Apart | Of::Base => context.text_width(text),
    };
    likert.rows.iter().map(|row| measure(printed(number(row, of)))).fold(0.0, f64::max)
}

fn column(likert: &Likert, of: Of, said: Option<&[Vec<String>; 2]>, context: &DrawContext) -> Column {
    let numbers = numbers_width(likert, of, context);
    let size = context.head_size();
    let limit = numbers.max(HEAD_WIDTH * size * context.em);
    let (head, width) = match (of, said) {
        (Of::Net(place), Some(said)) => (said[place.min(1)].clone(), 0.0),
        _ => context.wrap_at(size, likert.head(of), limit),
    };
    let bold_width = || head.iter().map(|line| size * context.bold_width(line)).fold(0.0, f64::max);
    let width = if matches!(of, Of::Net(_)) { bold_width() } else { width };
    Column { of, head, width: width.max(numbers), at: 0.0, is_head_wide: false }
}

/// Heads of the columns, standing on one foot.
pub fn draw_heads(pen: &mut Pen, context: &DrawContext, columns: &Columns, foot: f64) {
    for column in columns.all() {
        let size = context.head_size();
        let block = foot - size * context.block(column.head.len()) / 2.0;
        let ink = head_ink(context, column.of).times(size);
        let (at, align) =
            if column.is_head_wide { (column.at + column.width / 2.0, Align::End) } else { (column.at, ink.align) };
        pen.lines_centred(&column.head, (at, block), Ink { align, ..ink });
    }
}

fn head_ink(context: &DrawContext, of: Of) -> Ink {
    match of {
        Of::Net(place) => Ink::bold(net_colour(context, place), Align::Middle),
        Of::Answer(_) | Of::Apart | Of::Base => Ink::new(context.inks.muted, Align::Middle),
    }
}

fn net_colour(context: &DrawContext, place: usize) -> Rgb {
    context.inks.tone(NET_TONES[place.min(1)]).as_text()
}

/// The numbers of a row.
pub fn draw_numbers(pen: &mut Pen, context: &DrawContext, columns: &Columns, row: &ScaleRow, y: f64) {
    for column in columns.all() {
        let ink = match column.of {
            Of::Net(place) => Ink::bold(net_colour(context, place), Align::Middle),
            Of::Answer(_) | Of::Apart => Ink::new(context.inks.text, Align::Middle),
            Of::Base => Ink::new(context.inks.muted, Align::Middle),
        };
        pen.text_centred(printed(number(row, column.of)), (column.at, y), ink);
    }
}
