//! What the plan of an office program's chart is made for: room, colours, and about how wide its texts are there.

use super::office_plan::Plan;
use super::series_colours::Colours;
use super::wrap::balanced;
use crate::quantity::whole;

/// What a plan is made for: the type, the room and the colours.
#[derive(Clone, Copy)]
pub struct PlanContext<'a> {
    /// Size of the labels, in points.
    pub size: f64,
    /// Width of the chart, in points.
    pub width: f64,
    /// Whether the chart may grow for its rows to stand apart.
    pub grows: bool,
    /// How wide the face is, in Arial.
    pub face: f64,
    /// The palette's colours as charts use them.
    pub colours: &'a Colours,
}

/// Width of a letter in Arial, in its size. Enough to leave room for a text: the office program measures it itself.
fn letter_width(letter: char) -> f64 {
    // Beside Latin letters the narrow and the wide ones of Cyrillic.
    match letter {
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '\u{456}' | 'i' | 'l' | 'j' | '|' | '!' => 0.28,
        '(' | ')' | '-' | '\u{2011}' => 0.34,
        '\u{436}' | '\u{43c}' | '\u{448}' | '\u{449}' | '\u{44e}' | '\u{44b}' | '\u{444}' | 'm' | 'w' => 0.74,
        '%' => 0.89,
        _ if letter.is_uppercase() => 0.71,
        _ => 0.556,
    }
}

/// Room for a name, in its width as it is estimated: a program whose letters are wider breaks no line.
const NAME_ROOM: f64 = 1.06;
/// Beside a number in its bar, both sides together, in its size.
const BESIDE: f64 = 0.24;

impl PlanContext<'_> {
    /// About how wide a text is, in points.
    pub fn text_width(&self, text: &str) -> f64 {
        self.size * self.face * text.chars().map(letter_width).sum::<f64>()
    }

    /// The share of the width that names need, the longest of their lines with a gap after it.
    pub fn share_of_names(&self, plan: &Plan) -> f64 {
        let lines = plan.names.iter().flat_map(|name| name.split('\n'));
        let longest = lines.map(|line| self.text_width(line)).fold(0.0, f64::max);
        ((longest * NAME_ROOM + self.size) / self.width).min(plan.most_names)
    }

    /// The length of a line of a name that this share has room for, in points.
    pub fn limit_of_names(&self, plan: &Plan) -> f64 {
        (self.share_of_names(plan) * self.width - self.size) / NAME_ROOM
    }

    /// Whether a bar of a plan that takes a share of the plot has room for a text.
    pub fn has_room(&self, text: &str, share: f64, plan: &Plan) -> bool {
        self.text_width(text) + BESIDE * self.size <= share * self.width * (1.0 - self.share_of_names(plan))
    }
}

/// Size of the heads of columns, in that of the labels.
pub const HEAD_SHARE: f64 = 0.8;

/// The most lines of a head: the row that it stands in has room for no more.
const HEAD_LINES: usize = 3;

/// The head of a column of numbers in lines as short as its words and their number allow.
pub fn head_lines(head: &str) -> Vec<String> {
    let length = |text: &str| whole::float(text.chars().count());
    let lines = |limit: f64| balanced(head, limit, &length, &|_| Vec::new());
    let longest = head.split(' ').map(length).fold(0.0, f64::max);
    let mut more = (0..head.len()).map(|more| lines(longest + whole::float(more)));
    more.find(|lines| lines.len() <= HEAD_LINES).unwrap_or_else(|| vec![head.to_owned()])
}
