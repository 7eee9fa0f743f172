//! What charts are made of, before a kind is chosen: tables of plain values, their labels already in the
//! document's language.
//!
//! A directive names data; whoever reads them makes one of these tables, and every kind that knows how to show
//! it makes itself from it ([`ChartKind::from_data`](super::kind::ChartKind::from_data)). So a kind for known
//! data needs nothing but its own file, and new data need no new kind.

use std::ops::Range;

use jiff::civil::Date;

use crate::locale::Locale;
use crate::quantity::Number;
use crate::theme::Tone;

/// One table of data. Shares are in per cent (0–100), scores lie on a scale of 0–100.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartData {
    /// The answers of a scale, item by item.
    Scale(Scale),
    /// Answers or items by their share, largest first.
    Ranking(Vec<RankedShare>),
    /// Counts by category, largest first.
    Counts(Vec<Count>),
    /// A question's telling measure in each group of a breakdown.
    Groups(Groups),
    /// Every answer or item in each group of a breakdown.
    Crosstab(Crosstab),
    /// Measures at several points in time.
    Trend(Trend),
    /// Measures at stages whose order alone is known.
    Stages(Trend),
    /// Scores with their intervals and ranks.
    Scores(Scores),
    /// The parts of which the scores of territories are made.
    Components(Components),
    /// Territories by their score.
    Territories(Territories),
    /// The territories whose boundaries are known.
    Areas(Territories),
    /// Scores of the same territories by several indices.
    ScorePanels(Vec<ScorePanel>),
    /// A running total by day.
    Days(Days),
    /// The figures behind the findings.
    Figures(Vec<Figure>),
    /// What is demanded, and what is done.
    Demands(Vec<Demand>),
    /// Counts at the crossings of rows and columns.
    Crossings(Crossings),
    /// Things by two measures.
    Points(Points),
    /// Works with their days.
    Works(Works),
    /// Two shares of everything, side by side.
    Pairs(Pairs),
}

/// Which table it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are those of `ChartData`, which tells them")]
pub enum DataShape {
    Scale,
    Ranking,
    Counts,
    Groups,
    Crosstab,
    Trend,
    Stages,
    Scores,
    Components,
    Territories,
    Areas,
    ScorePanels,
    Days,
    Figures,
    Demands,
    Crossings,
    Points,
    Works,
    Pairs,
}

/// A value with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// The estimate.
    pub value: f64,
    /// Ends of the interval.
    pub interval: (f64, f64),
}

/// In what a value is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A share of respondents.
    Share,
    /// A score of 0–100.
    Score,
}

/// An answer of a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Its wording.
    pub label: String,
    /// Its colour.
    pub tone: Tone,
    /// Where it belongs on the scale.
    pub side: Side,
}

/// On which side of the scale's middle an answer stands. The middle answer is split half and half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Disagreement, dissatisfaction.
    Negative,
    /// Neither.
    Middle,
    /// Agreement, satisfaction.
    Positive,
    /// Outside the scale: hard to answer, refused.
    Apart,
}

/// The answers of a scale, item by item.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// From the most negative to the most positive, then those outside the scale.
    pub answers: Vec<Answer>,
    /// The items, or one item in the whole sample and in groups.
    pub rows: Vec<ScaleRow>,
    /// What is said of those on the negative and on the positive side, where the study says it.
    pub said: Option<[String; 2]>,
    /// Whether the first row is the whole of which the others are groups.
    pub is_by_groups: bool,
}

/// An item's distribution over a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleRow {
    /// Its wording.
    pub label: String,
    /// One per answer; `None`: withheld. Nothing at all where the base is too small to show.
    pub shares: Option<Vec<Option<f64>>>,
    /// The negative and the positive answers together; `None`: withheld, not shown, or a side without answers.
    pub nets: [Option<f64>; 2],
    /// Base of the row, where rows differ in it.
    pub n: Option<u32>,
}

/// An answer or item with its share.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedShare {
    /// Its wording.
    pub label: String,
    /// `None`: not shown.
    pub share: Option<Measure>,
    /// Its colour.
    pub tone: Tone,
}

/// How many there are of something.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// Of what.
    pub label: String,
    /// How many.
    pub count: usize,
}

/// A measure in each group of a breakdown.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    /// What is measured.
    pub measure: String,
    /// The same in the whole sample, in per cent; `None`: not shown.
    pub overall: Option<f64>,
    /// The groups in their own order.
    pub rows: Vec<GroupShare>,
}

/// A group with its share.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupShare {
    /// Name, share and colour.
    pub share: RankedShare,
    /// Its base.
    pub n: u32,
}

/// Answers or items by the groups of a breakdown.
#[derive(Debug, Clone, PartialEq)]
pub struct Crosstab {
    /// The groups in their own order.
    pub groups: Vec<CrosstabGroup>,
    /// By their highest value, highest first; what stands outside the scale last.
    pub rows: Vec<CrosstabRow>,
    /// The highest upper bound of all rows, those included that are left out here.
    pub highest: f64,
}

/// A group of a breakdown.
#[derive(Debug, Clone, PartialEq)]
pub struct CrosstabGroup {
    /// Its name, with the signs that its base gives reason to.
    pub label: String,
    /// Its base.
    pub n: u32,
}

/// An answer or item in all groups.
#[derive(Debug, Clone, PartialEq)]
pub struct CrosstabRow {
    /// Its wording.
    pub label: String,
    /// "Other", "hard to answer", "refused".
    pub is_nonsubstantive: bool,
    /// One per group; `None`: not shown.
    pub cells: Vec<Option<Measure>>,
    /// In the whole sample, in per cent; `None`: not shown.
    pub overall: Option<f64>,
}

/// Measures at several points in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// In what they are measured.
    pub unit: Unit,
    /// The points, ascending.
    pub points: Vec<TrendPoint>,
    /// What is measured.
    pub rows: Vec<TrendRow>,
}

/// A point in time.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// Which stage of the results it is.
    pub stage: String,
    /// Its day; `None` where only the order is known.
    pub date: Option<Date>,
}

/// A value with its 95 % interval, where one is known.
pub type TrendValue = (f64, Option<(f64, f64)>);

/// Something measured at all points.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendRow {
    /// What.
    pub label: String,
    /// One per point; the interval is `None` where none is known.
    pub values: Vec<Option<TrendValue>>,
    /// What the change from the first to the last means.
    pub tone: Tone,
}

/// What scores are compared with: a line through all rows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ScoreReference {
    /// The score of the whole city.
    City(f64),
    /// The middle of the scale, which is no value of the study.
    ScaleMiddle(f64),
}

/// Scores with their intervals and ranks.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// Indices or territories.
    pub rows: Vec<Score>,
    /// Whether the order of the rows is theirs; otherwise a kind puts them in order by what it shows.
    pub is_in_order: bool,
    /// What to compare with.
    pub reference: Option<ScoreReference>,
    /// The axis: the whole scale, or only what the rows take of it.
    pub scale: Range<f64>,
    /// What the colours stand for, where that does not follow from the reference.
    pub keys: Vec<Key>,
}

/// A score.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Of what.
    pub label: String,
    /// The score, shown or not.
    pub value: f64,
    /// `None`: the base is too small to show the score.
    pub shown: Option<Measure>,
    /// Best and worst rank that it may have, from 1; `None`: not ranked.
    pub rank: Option<(usize, usize)>,
    /// Its colour.
    pub tone: Tone,
}

/// The parts of which scores are made.
#[derive(Debug, Clone, PartialEq)]
pub struct Components {
    /// Names of the parts.
    pub columns: Vec<String>,
    /// Territories, each with one value per part; `None`: not shown.
    pub rows: Vec<(String, Vec<Option<f64>>)>,
}

/// What a colour stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// As printed in the legend.
    pub label: String,
    /// The colour.
    pub tone: Tone,
}

/// Polygons of rings of projected points (x to the east, y to the north, one unit for both); the first ring of a
/// polygon is its edge, the others are holes.
pub type Polygons = Vec<Vec<Vec<(f64, f64)>>>;

/// Territories by their score.
#[derive(Debug, Clone, PartialEq)]
pub struct Territories {
    /// What the colours stand for.
    pub keys: Vec<Key>,
    /// What the hatching stands for, where a territory is not shown.
    pub absent: Option<String>,
    /// The territories.
    pub rows: Vec<Territory>,
}

/// A territory with its score and place.
#[derive(Debug, Clone, PartialEq)]
pub struct Territory {
    /// Its name.
    pub label: String,
    /// `None`: not shown.
    pub score: Option<f64>,
    /// Best and worst rank that it may have, from 1; `None`: not ranked.
    pub rank: Option<(usize, usize)>,
    /// Its colour.
    pub tone: Tone,
    /// Column and row on a grid of tiles, from 0.
    pub tile: Option<(usize, usize)>,
    /// Its boundaries, where they are known.
    pub area: Option<Polygons>,
}

/// Scores of territories by one index.
#[derive(Debug, Clone, PartialEq)]
pub struct ScorePanel {
    /// The index.
    pub title: String,
    /// The territories.
    pub scores: Scores,
}

/// A running total by day.
#[derive(Debug, Clone, PartialEq)]
pub struct Days {
    /// Day, total up to it, and what it added; ascending, never empty.
    pub days: Vec<(Date, f64, f64)>,
    /// The total that is to be reached.
    pub target: Option<f64>,
    /// What is counted.
    pub total: String,
    /// What the day's own amount is called.
    pub daily: String,
    /// Whether the total is known on these days only: nothing is said of the time between two of them.
    pub is_counted: bool,
}

/// A figure behind a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The finding.
    pub label: String,
    /// In what it is measured.
    pub unit: Unit,
    /// The figure.
    pub measure: Measure,
}

/// Something that is demanded.
#[derive(Debug, Clone, PartialEq)]
pub struct Demand {
    /// Its id among the facts.
    pub id: String,
    /// What it is.
    pub label: String,
    /// How many or how much is demanded at least, above zero.
    pub demanded: u64,
    /// How many or how much there is.
    pub done: u64,
    /// What became of it, as printed, and its colour.
    pub state: Key,
}

/// Counts at the crossings of rows and columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossings {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<CrossingRow>,
}

/// A row of counts.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossingRow {
    /// What it is.
    pub label: String,
    /// Its colour.
    pub tone: Tone,
    /// One per column: the id of the datum, and the count.
    pub cells: Vec<(String, usize)>,
}

/// Things by two measures, shares in per cent.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    /// What is measured to the right.
    pub across: String,
    /// What is measured upwards.
    pub upwards: String,
    /// The things.
    pub rows: Vec<Point>,
}

/// A thing with two measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What it is.
    pub label: String,
    /// The measure to the right: the id of the datum, and the share.
    pub across: (String, f64),
    /// The measure upwards.
    pub upwards: (String, f64),
}

/// Works with their days.
#[derive(Debug, Clone, PartialEq)]
pub struct Works {
    /// The works, in the order of the plan.
    pub rows: Vec<Work>,
    /// The day of the report, and what it is called.
    pub today: (Date, String),
}

/// A work of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// What is done.
    pub label: String,
    /// First and last planned day.
    pub planned: (Date, Date),
    /// The day on which it was done.
    pub done: Option<Date>,
    /// What became of it, as printed, and its colour.
    pub state: Key,
}

/// Two shares of everything, side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairs {
    /// Of what the two are shares.
    pub of: [String; 2],
    /// Names with both shares, in per cent; `None`: not known.
    pub rows: Vec<(String, [Option<f64>; 2])>,
}

/// A range of ranks as a number; a rank alone where it is no range.
pub fn rank_number(locale: &Locale, (best, worst): (usize, usize)) -> Number {
    use crate::quantity::whole::float;
    if best == worst {
        locale.number_of("", float(best), 0)
    } else {
        locale.range_of("", float(best), float(worst), 0)
    }
}

/// A range of ranks as printed.
pub fn printed_rank(locale: &Locale, range: Option<(usize, usize)>) -> String {
    range.map_or_else(|| super::estimate::DASH.to_owned(), |range| rank_number(locale, range).text)
}
