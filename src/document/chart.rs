//! What a chart shows, with every label in the document's language and every number as printed.
//!
//! `resolve` fills these from data; `chart` draws them; writers that can draw natively read them too.
//! Nothing here knows pixels, fonts or colours, only [`Tone`]s that the theme's palette maps.

/// A chart of one of the known kinds.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    Bars(Bars),
    Likert(Likert),
    Dots(Dots),
    Progress(Progress),
}

/// The meaning of a colour; the same meaning has the same colour in every document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// "Look here": low, risky, leading.
    Accent,
    /// Paler accent: the milder negative.
    AccentSoft,
    /// Neither: the middle.
    Middle,
    /// Paler calm: the milder positive.
    CalmSoft,
    /// The calm side.
    Calm,
    /// Hard to answer, refused, notes.
    Grey,
}

/// A value with its printed form.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    pub value: f64,
    pub printed: String,
}

/// A value axis. Ticks are inside `min..=max`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    pub min: f64,
    pub max: f64,
    pub ticks: Vec<Tick>,
    /// Name and unit of the axis, empty where the caption says it.
    pub label: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    pub at: f64,
    pub label: String,
}

/// Horizontal bars from zero, drawn in the order given, first on top.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    pub axis: Axis,
    pub bars: Vec<Bar>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: String,
    /// `None`: the base is too small to show; drawn as a dash, never as zero.
    pub value: Option<Value>,
    /// 95 % interval on the axis, where the data has one.
    pub interval: Option<(f64, f64)>,
    pub tone: Tone,
}

/// Diverging stacked bars: negative answers left of zero, positive right, grey ones apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Likert {
    /// Answers from the most negative to the most positive, then the grey ones.
    pub answers: Vec<Answer>,
    pub rows: Vec<LikertRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub label: String,
    pub tone: Tone,
    pub side: Side,
}

/// On which side of the zero line an answer is stacked. The middle answer is split half and half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Negative,
    Middle,
    Positive,
    /// Outside the scale: hard to answer, refused.
    Apart,
}

#[derive(Debug, Clone, PartialEq)]
pub struct LikertRow {
    pub label: String,
    /// One per answer, in per cent (0–100); `None` where the base is too small to show.
    pub values: Option<Vec<Value>>,
}

/// Dots with intervals, drawn in the order given, first on top.
#[derive(Debug, Clone, PartialEq)]
pub struct Dots {
    pub axis: Axis,
    /// A vertical line, e.g. the city's value.
    pub reference: Option<Tick>,
    pub rows: Vec<Dot>,
    /// Heading of the column of `Dot::aside` at the right; empty where no row has one.
    pub aside_heading: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    pub label: String,
    /// `None`: the base is too small to show.
    pub value: Option<Value>,
    pub interval: Option<(f64, f64)>,
    pub tone: Tone,
    /// Printed at the right: a rank range.
    pub aside: String,
}

/// A running total over days against a target.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Days since the first day, 0-based, with their printed dates.
    pub days: Axis,
    pub axis: Axis,
    pub target: Option<Tick>,
    /// Running totals (day, total), ascending by day.
    pub total: Vec<(f64, f64)>,
    /// Increments (day, amount), drawn as columns at the foot.
    pub daily: Vec<(f64, f64)>,
    /// Printed at the line's end.
    pub last: Value,
    pub total_label: String,
    pub daily_label: String,
}

impl Chart {
    /// Visits every label that may be broken over lines.
    pub fn each_label(&mut self, visit: &mut impl FnMut(&mut String)) {
        match self {
            Self::Bars(c) => c.bars.iter_mut().for_each(|b| visit(&mut b.label)),
            Self::Likert(c) => {
                c.answers.iter_mut().for_each(|a| visit(&mut a.label));
                c.rows.iter_mut().for_each(|r| visit(&mut r.label));
            }
            Self::Dots(c) => c.rows.iter_mut().for_each(|r| visit(&mut r.label)),
            Self::Progress(c) => {
                visit(&mut c.total_label);
                visit(&mut c.daily_label);
            }
        }
    }
}
