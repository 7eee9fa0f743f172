//! Diverging stacked bars: disagreement left of zero, agreement right, what is outside the scale apart.

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::alt::AltText;
use crate::chart::answer_scale::{self, Beside, Heads, ScaleRow, keep_roomy_labels, push_series, segment};
use crate::chart::check::fault;
use crate::chart::colour::Rgb;
use crate::chart::data::{Answer, ChartData, DataShape, Side};
use crate::chart::direct_labels::{DirectLabels, Target};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{DASH, Estimate, printed};
use crate::chart::legend::Legend;
use crate::chart::office_plan::{
    Cells, HEAD_SHARE, LabelPosition, Labels, NAMELESS, OfficeChart, Plan, PlanContext, Series, cell, rounded,
};
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Named, Readout};
use crate::chart::rows::{Band, RowLabels};
use crate::chart::specimen::{Cases, SpecimenMaker};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::theme::Tone;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.34;
/// The least width that a column's head may fill before it is broken, in em.
const HEAD_WIDTH: f64 = 4.0;
/// Between columns of numbers and the bars, in em.
const COLUMN_GAP: f64 = 0.9;
/// Between the heads of columns and the first row, in em.
const HEAD_GAP: f64 = 0.35;
/// The least room for bars, in em.
const LEAST_BARS: f64 = 7.0;
/// What a legend above heads needs less below it, in em.
const LEGEND_GAP: f64 = 0.5;
/// Colours of the sums of the negative and the positive answers.
const NET_TONES: [Tone; 2] = [Tone::Accent, Tone::Calm];

/// Diverging stacked bars: negative answers left of zero, positive right, grey ones apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Likert {
    /// Answers from the most negative to the most positive, then the grey ones.
    pub answers: Vec<Answer>,
    /// The items, or the whole sample and its groups.
    pub rows: Vec<ScaleRow>,
    /// What heads the columns beside the bars.
    pub heads: Heads,
    /// Whether the first row is the whole of which the others are groups: a line parts it from them.
    pub is_by_groups: bool,
}

impl ChartKind for Likert {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.answers.iter_mut().for_each(|answer| visit(&mut answer.label));
        self.rows.iter_mut().for_each(|row| visit(&mut row.label));
    }

    fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn rows(&self) -> Option<usize> {
        Some(self.rows.len())
    }

    fn keep_rows(&mut self, rows: Range<usize>) {
        self.is_by_groups &= rows.start == 0;
        keep(&mut self.rows, &rows);
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        let mut readout = answer_scale::readout(&self.answers, &self.rows);
        let (net, right) = self.columns();
        for of in net.into_iter().chain(right).filter(|of| !matches!(of, Of::Answer(_))) {
            let head = match of {
                Of::Net(place) => self.heads.sides.get(place).cloned(),
                Of::Answer(_) | Of::Base => Some(self.heads.base.clone()),
            };
            readout.columns.push(head);
            for (told, row) in readout.rows.iter_mut().zip(&self.rows) {
                told.cells.push(Estimate::bare(number(row, of).cloned()));
            }
        }
        readout
    }

    fn message(&self, alt: &AltText) -> Result<String, Diagnostic> {
        let positive = self.answers.iter().filter(|answer| answer.side == Side::Positive);
        let answers: Vec<&str> = positive.map(|answer| answer.label.as_str()).collect();
        let of = alt.locale.fill("alt_positive", &[("answers", &answers.join(" + "))])?;
        alt.extremes(&self.positive(alt.locale), &of)
    }

    fn office(&self) -> Option<&dyn OfficeChart> {
        Some(self)
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Scale]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        let ChartData::Scale(scale) = data else { return None };
        Some(Heads::of(locale).map(|heads| Self {
            answers: scale.answers.clone(),
            rows: answer_scale::of_data(scale, locale),
            heads,
            is_by_groups: scale.is_by_groups,
        }))
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let answers = answer_scale::specimen_answers(maker);
        let heads = Heads::of(maker.locale).unwrap_or_default();
        let of = |rows: Vec<ScaleRow>| Self {
            answers: answers.clone(),
            rows,
            heads: heads.clone(),
            is_by_groups: false,
        };
        let rows = |count: usize| of(answer_scale::specimen_rows(maker, count, false));
        vec![
            ("usual", rows(9)),
            ("one", rows(1)),
            ("sixty", rows(60)),
            ("long", of(answer_scale::specimen_rows(maker, 3, true))),
            ("extremes", of(answer_scale::specimen_extremes(maker))),
            ("missing", of(answer_scale::specimen_missing(maker))),
        ]
    }
}

impl Likert {
    /// The sums of the positive answers, item by item, where none of them is withheld.
    fn positive(&self, locale: &Locale) -> Vec<Named> {
        let sum = |row: &ScaleRow| {
            let positive = (self.answers.iter().zip(row.values.as_ref()?))
                .filter(|(answer, _)| answer.side == Side::Positive)
                .map(|(_, value)| value.as_ref().map(|number| number.value));
            let shares: Vec<f64> = positive.collect::<Option<_>>()?;
            let named = || (locale.share_of("", shares.iter().sum()), row.label.clone());
            (!shares.is_empty()).then(named)
        };
        self.rows.iter().filter_map(sum).collect()
    }
}

/// Per cent left and right of zero, of one row or the most of all.
#[derive(Debug, Clone, Copy, Default)]
struct Sides {
    left: f64,
    right: f64,
}

/// Where the columns stand, and how long a per cent is. Points from the left.
struct Geometry {
    zero: f64,
    /// Left edge of the longest bar.
    left: f64,
    per_cent: f64,
    columns: Columns,
}

/// A column of numbers beside the bars.
struct Column {
    /// What it shows.
    of: Of,
    head: Vec<String>,
    width: f64,
    /// Its middle.
    at: f64,
}

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// The negative (0) or positive (1) answers together.
    Net(usize),
    /// An answer outside the scale, by its place.
    Answer(usize),
    /// The base.
    Base,
}

/// The columns left and right of the bars.
struct Columns {
    left: Vec<Column>,
    right: Vec<Column>,
}

impl Columns {
    fn all(&self) -> impl Iterator<Item = &Column> {
        self.left.iter().chain(&self.right)
    }

    fn lines(&self) -> usize {
        self.all().map(|column| column.head.len()).max().unwrap_or(0)
    }
}

impl Likert {
    /// What is shown in columns: the sums of sides with several answers, answers outside the scale, bases.
    fn columns(&self) -> (Option<Of>, Vec<Of>) {
        let several = |side: Side| self.answers.iter().filter(|answer| answer.side == side).count() > 1;
        let net = |place: usize, side: Side| {
            let known = self.rows.iter().any(|row| row.beside.nets.get(place).is_some_and(Option::is_some));
            (several(side) && known).then_some(Of::Net(place))
        };
        let apart = self.answers.iter().enumerate().filter(|(_, answer)| answer.side == Side::Apart);
        let apart = apart.map(|(place, _)| Of::Answer(place)).filter(|of| self.shows(*of));
        let base = Some(Of::Base).filter(|of| self.shows(*of));
        let right = net(1, Side::Positive).into_iter().chain(apart).chain(base);
        (net(0, Side::Negative), right.collect())
    }

    /// Whether any row has something to show in a column.
    fn shows(&self, of: Of) -> bool {
        self.rows.iter().any(|row| number(row, of).is_some())
    }

    /// What heads a column.
    fn head(&self, of: Of) -> &str {
        match of {
            Of::Net(_) => &self.heads.net,
            Of::Answer(place) => self.answers.get(place).map_or("", |answer| &answer.label),
            Of::Base => &self.heads.base,
        }
    }
}

/// What a row shows in a column.
fn number(row: &ScaleRow, of: Of) -> Option<&Number> {
    match of {
        Of::Net(place) => row.beside.nets.get(place)?.as_ref(),
        Of::Answer(place) => row.values.as_ref()?.get(place)?.as_ref(),
        Of::Base => row.beside.base.as_ref(),
    }
}

fn draw(likert: &Likert, context: &DrawContext) -> Result<Picture, Diagnostic> {
    answer_scale::check(&likert.answers, &likert.rows)?;
    let labels =
        |size| RowLabels::sized(context, likert.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE, size);
    let sizes = [1.0, context.head_size()];
    let wanted = if context.canvas.height.is_some() { sizes.as_slice() } else { &[1.0] };
    let drawn = wanted.iter().map(|size| draw_with(likert, context, &labels(*size)));
    // On a slide labels step back to the size of heads before there is a fault.
    drawn.reduce(Result::or).unwrap_or_else(|| draw_with(likert, context, &labels(1.0)))
}

fn draw_with(likert: &Likert, context: &DrawContext, labels: &RowLabels) -> Result<Picture, Diagnostic> {
    let colours = answer_scale::colours(&likert.answers, &context.inks);
    let geometry = geometry(likert, labels.end(context), context)?;
    let names = names(likert, &colours, &geometry, context);
    let legend = if names.is_some() { None } else { Some(legend(likert, &colours, context)) };
    let heads = context.head_size() * context.block(geometry.columns.lines()) + HEAD_GAP * context.em;
    let heads = if geometry.columns.lines() > 0 { heads } else { 0.0 };
    // The heads' own gap parts them from the legend.
    let under = if heads > 0.0 { LEGEND_GAP * context.em } else { 0.0 };
    let above = legend.as_ref().map_or(0.0, |legend| legend.height - under);
    let top = above + heads.max(names.as_ref().map_or(0.0, |names| names.height));
    let bands = labels.bands(context, top, 0.0)?;
    let half = bands.half_bar(context.em);
    context.picture(bands.height, |pen| {
        if let Some(legend) = &legend {
            legend.draw(pen, context);
        }
        let first = bands.rows.first().map_or(top, |band| band.middle() - half);
        if let Some(names) = &names {
            names.draw(pen, context, first);
        }
        draw_heads(pen, context, &geometry.columns, top - HEAD_GAP * context.em);
        labels.write(pen, &bands.rows, context);
        if let (true, Some(first)) = (likert.is_by_groups && bands.rows.len() > 1, bands.rows.first()) {
            let y = first.top + first.height;
            pen.line((0.0, y), (context.width, y), 0.5, context.inks.line);
        }
        // Before the bars, so that it does not strike the middle answer's number through.
        pen.line((geometry.zero, bands.top), (geometry.zero, bands.bottom), 0.8, context.inks.muted);
        for (row, band) in likert.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, likert, row, &colours, &geometry, (*band, half));
        }
    })
}

/// The answers of the scale above their segments in the first row that has any, where there is room.
fn names(
    likert: &Likert,
    colours: &[Rgb],
    geometry: &Geometry,
    context: &DrawContext,
) -> Option<DirectLabels> {
    let row = likert.rows.first()?;
    let values = row.values.as_ref()?;
    let mut x = geometry.zero - sides(likert, values).left * geometry.per_cent;
    let mut targets = Vec::new();
    for ((answer, value), colour) in likert.answers.iter().zip(values).zip(colours) {
        if answer.side == Side::Apart {
            continue;
        }
        let end = x + ScaleRow::length(value.as_ref()) * geometry.per_cent;
        targets.push(Target { name: &answer.label, colour: *colour, at: f64::midpoint(x, end) });
        x = end;
    }
    let edge = |columns: &[Column], fallback: f64| columns.first().map_or(fallback, |c| c.at - c.width / 2.0);
    // The names of the rows leave the head free on the left, columns do not on the right.
    let left =
        geometry.columns.left.iter().map(|c| c.at + c.width / 2.0 + 0.5 * context.em).fold(0.0, f64::max);
    let right = edge(&geometry.columns.right, context.width);
    DirectLabels::new(context, &targets, (left, right))
}

fn legend(likert: &Likert, colours: &[Rgb], context: &DrawContext) -> Legend {
    let entries = likert.answers.iter().zip(colours.iter().copied());
    let entries = entries.filter(|(answer, _)| answer.side != Side::Apart);
    let entries: Vec<(&str, Rgb)> = entries.map(|(answer, colour)| (answer.label.as_str(), colour)).collect();
    Legend::new(context, &entries)
}

/// Heads of the columns, standing on one foot.
fn draw_heads(pen: &mut Pen, context: &DrawContext, columns: &Columns, foot: f64) {
    for column in columns.all() {
        let size = context.head_size();
        let block = foot - size * context.block(column.head.len()) / 2.0;
        pen.lines_centred(&column.head, (column.at, block), head_ink(context, column.of).times(size));
    }
}

fn head_ink(context: &DrawContext, of: Of) -> Ink {
    match of {
        Of::Net(place) => Ink::bold(net_colour(context, place), Align::Middle),
        Of::Answer(_) | Of::Base => Ink::new(context.inks.muted, Align::Middle),
    }
}

fn net_colour(context: &DrawContext, place: usize) -> Rgb {
    context.inks.tone(NET_TONES[place.min(1)]).as_text()
}

fn sides(likert: &Likert, values: &[Option<Number>]) -> Sides {
    let lengths = values.iter().map(|value| ScaleRow::length(value.as_ref()));
    likert.answers.iter().zip(lengths).fold(Sides::default(), |s, (answer, v)| match answer.side {
        Side::Negative => Sides { left: s.left + v, ..s },
        Side::Middle => Sides { left: s.left + v / 2.0, right: s.right + v / 2.0 },
        Side::Positive => Sides { right: s.right + v, ..s },
        Side::Apart => s,
    })
}

/// The longest rows fill what the columns leave of the width.
///
/// # Errors
/// The columns leave no room for bars.
fn geometry(likert: &Likert, start: f64, context: &DrawContext) -> Result<Geometry, Diagnostic> {
    let rows = likert.rows.iter().filter_map(|row| row.values.as_deref());
    let most = rows
        .map(|values| sides(likert, values))
        .fold(Sides::default(), |a, b| Sides { left: a.left.max(b.left), right: a.right.max(b.right) });
    let gap = COLUMN_GAP * context.em;
    let (net, right) = likert.columns();
    let mut left: Vec<Column> = net.into_iter().map(|of| column(likert, of, context)).collect();
    let mut right: Vec<Column> = right.into_iter().map(|of| column(likert, of, context)).collect();
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
    if end - edge < LEAST_BARS * context.em {
        let (width, size) = (format!("{:.0}", context.width), format!("{:.1}", context.em));
        return Err(fault(say!("chart-width-impossible", width = width, size = size)));
    }
    let total = most.left + most.right;
    let room = if total > 0.0 { (end - edge).max(0.0) / total } else { 0.0 };
    let per_cent = context.shared.per_unit.map_or(room, |limit| room.min(limit));
    if total > 0.0 {
        context.note_unit(per_cent);
    }
    let zero = edge + most.left * per_cent;
    Ok(Geometry { zero, left: edge, per_cent, columns: Columns { left, right } })
}

fn column(likert: &Likert, of: Of, context: &DrawContext) -> Column {
    let bold = matches!(of, Of::Net(_));
    let measure = |text: &str| if bold { context.bold_width(text) } else { context.text_width(text) };
    let numbers = likert.rows.iter().map(|row| measure(printed(number(row, of)))).fold(0.0, f64::max);
    let size = context.head_size();
    let word = size * context.widest_word(likert.head(of));
    let limit = numbers.max(word).max(HEAD_WIDTH * size * context.em);
    let (head, width) = context.wrap_at(size, likert.head(of), limit);
    let width = if bold { size * context.bold_width(likert.head(of)) } else { width };
    Column { of, head, width: width.max(numbers), at: 0.0 }
}

fn draw_row(
    pen: &mut Pen,
    context: &DrawContext,
    likert: &Likert,
    row: &ScaleRow,
    colours: &[Rgb],
    geometry: &Geometry,
    (band, half): (Band, f64),
) {
    let y = band.middle();
    for column in geometry.columns.all() {
        let ink = match column.of {
            Of::Net(place) => Ink::bold(net_colour(context, place), Align::Middle),
            Of::Answer(_) => Ink::new(context.inks.text, Align::Middle),
            Of::Base => Ink::new(context.inks.muted, Align::Middle),
        };
        pen.text_centred(printed(number(row, column.of)), (column.at, y), ink);
    }
    let Some(values) = &row.values else {
        let middle = geometry.zero.max(geometry.left + context.em);
        pen.text_on_paper(DASH, (middle, y), Ink::new(context.inks.muted, Align::Middle));
        return;
    };
    let mut x = geometry.zero - sides(likert, values).left * geometry.per_cent;
    for ((answer, value), colour) in likert.answers.iter().zip(values).zip(colours) {
        if answer.side == Side::Apart {
            continue;
        }
        let end = x + ScaleRow::length(value.as_ref()) * geometry.per_cent;
        segment(pen, context, (x, end), (y, half), *colour, printed(value.as_ref()));
        x = end;
    }
}

/// A bar without colour before each row brings the rows' middles under one another, and another one the columns of
/// numbers: both are formulas in the workbook, so that an edited number moves its row along. The order of the answers
/// is that of the questionnaire, as the legend's has to be. A first row without values holds the columns' heads.
impl OfficeChart for Likert {
    fn plan(&self, context: &PlanContext) -> Plan {
        let head =
            ScaleRow { label: NAMELESS.to_owned(), values: Some(Vec::new()), beside: Beside::default() };
        let rows: Vec<ScaleRow> = std::iter::once(head).chain(self.rows.iter().cloned()).collect();
        let mut plan = answer_scale::start_plan(&rows);
        let inks = context.colours.series(|inks| answer_scale::colours(&self.answers, inks));
        let side = |side: Side| {
            self.answers.iter().zip(&inks).enumerate().filter(move |(_, (answer, _))| answer.side == side)
        };
        let most = |parts: &[(Side, f64)]| rows.iter().map(|row| self.sum(row, parts)).fold(0.0, f64::max);
        let (left, right) = (
            most(&[(Side::Negative, 1.0), (Side::Middle, 0.5)]).ceil(),
            most(&[(Side::Middle, 0.5), (Side::Positive, 1.0)]).ceil(),
        );
        let (net, beside) = self.columns();
        let per_point = (left + right)
            / self.room_for_bars(context, &plan, net.into_iter().chain(beside.iter().copied()));
        let wide = |of: Of| rounded(self.width_of(of, context) * per_point);
        let start = net.map_or(0.0, wide);
        let before = spacer(&mut plan);
        let mut parts = Vec::new();
        for (of_side, share) in [(Side::Negative, 1.0), (Side::Middle, 0.5), (Side::Positive, 0.0)] {
            for (place, (answer, ink)) in side(of_side) {
                parts.push((push_series(&mut plan, &rows, (place, answer, ink)), share));
            }
        }
        let end = start + left + right;
        rest(&mut plan, before, start + left, &parts);
        plan.crossing = Some(start + left);
        plan.scale = Some((0.0, end + beside.iter().map(|of| wide(*of)).sum::<f64>(), 20.0));
        keep_roomy_labels(&mut plan, context);
        if let Some(of) = net {
            let labels = self.numbers(&mut plan, &rows, of, context, LabelPosition::InsideBase);
            if let Some(spacer) = plan.series.first_mut() {
                spacer.labels = Some(labels);
            }
        }
        if !beside.is_empty() {
            let all: Vec<(u16, f64)> =
                parts.iter().map(|(column, _)| (*column, 1.0)).chain([(before, 1.0)]).collect();
            let between = spacer(&mut plan);
            rest(&mut plan, between, end, &all);
        }
        for of in beside {
            let labels = self.numbers(&mut plan, &rows, of, context, LabelPosition::Centre);
            let width = wide(of);
            let values = plan.worked(|_, _| Some((width.to_string(), width)));
            plan.series.push(Series { values, labels: Some(labels), ..Series::default() });
        }
        plan
    }
}

impl Likert {
    /// The numbers of a column, and the labels that print them below their head.
    fn numbers(
        &self,
        plan: &mut Plan,
        rows: &[ScaleRow],
        of: Of,
        context: &PlanContext,
        place: LabelPosition,
    ) -> Labels {
        let name = match of {
            Of::Net(place) => self.heads.sides.get(place).map_or("", String::as_str),
            Of::Answer(_) | Of::Base => self.head(of),
        };
        let numbers = rows.iter().map(|row| number(row, of).cloned()).collect();
        let (_, column) = plan.numbers(name, numbers);
        let ink = match of {
            Of::Net(place) => context.colours.words(NET_TONES[place.min(1)]),
            Of::Answer(_) => context.colours.text(),
            Of::Base => context.colours.muted(),
        };
        Labels {
            column,
            ink,
            bold: matches!(of, Of::Net(_)),
            places: vec![Some(place); rows.len()],
            head: self.head(of).split(' ').map(str::to_owned).collect(),
        }
    }

    /// Width of a column in an office program's chart, in points.
    fn width_of(&self, of: Of, context: &PlanContext) -> f64 {
        let words = self.head(of).split(' ').map(|word| HEAD_SHARE * context.text_width(word));
        let numbers = self.rows.iter().map(|row| context.text_width(printed(number(row, of))));
        words.chain(numbers).fold(0.0, f64::max) + 1.4 * context.size
    }

    /// What columns leave of an office program's plot, in points: at least a third of it.
    fn room_for_bars(&self, context: &PlanContext, plan: &Plan, columns: impl Iterator<Item = Of>) -> f64 {
        let plot = context.width * (1.0 - context.share_of_names(&plan.names));
        (plot - columns.map(|of| self.width_of(of, context)).sum::<f64>()).max(plot / 3.0)
    }
}

impl Likert {
    /// Per cent of the sides in a row, each with its share.
    fn sum(&self, row: &ScaleRow, parts: &[(Side, f64)]) -> f64 {
        let share = |of: Side| parts.iter().find(|(side, _)| *side == of).map_or(0.0, |(_, share)| *share);
        let values = row.values.iter().flatten().zip(&self.answers);
        values.map(|(value, answer)| share(answer.side) * ScaleRow::length(value.as_ref())).sum()
    }
}

/// A series without colour, whose lengths [`rest`] tells.
fn spacer(plan: &mut Plan) -> u16 {
    let column = plan.column(NAMELESS, Cells::Worked(Vec::new()));
    plan.series.push(Series { values: column, ..Series::default() });
    column
}

/// Makes a column what shares of some others leave of a whole.
fn rest(plan: &mut Plan, column: u16, whole: f64, parts: &[(u16, f64)]) {
    let left = |row: usize| {
        let taken = parts.iter().filter(|(_, share)| *share > 0.0);
        let number = taken.clone().map(|(column, share)| share * plan.number(*column, row).unwrap_or(0.0));
        let number = rounded(whole - number.sum::<f64>());
        let formula: String =
            taken.map(|(column, share)| format!("-{share}*{}", cell(*column, row))).collect();
        Some((format!("{whole}{formula}"), number))
    };
    let cells = (0..plan.names.len()).map(left).collect();
    plan.replace(column, Cells::Worked(cells));
}

#[cfg(test)]
mod tests {
    use super::Likert;
    use crate::chart::data::Side;
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, draw, likert, likert_row, texts, value};
    use crate::diag::Code;

    fn scale(rows: &[[f64; 7]]) -> Likert {
        Likert { rows: rows.iter().map(|r| likert_row(LONG, r)).collect(), ..likert() }
    }

    /// Left edge and width of all segments, without the legend's swatches, if there is one.
    fn segments(chart: &Likert) -> Vec<(f64, f64)> {
        let svg = draw(&Chart::Likert(chart.clone())).unwrap().svg().to_owned();
        let all = attributes(&svg, "rect", "x").into_iter().zip(attributes(&svg, "rect", "width"));
        let on_scale = chart.answers.iter().filter(|answer| answer.side != Side::Apart);
        let all: Vec<(f64, f64)> = all.collect();
        // A swatch is as wide as the others, and the legend is drawn first.
        let swatches = on_scale.take_while(|_| svg.contains("<rect")).count();
        let first = all.first().map_or(0.0, |first| first.1);
        let has_legend =
            all.len() >= swatches && all.iter().take(swatches).all(|one| (one.1 - first).abs() < 0.11);
        all.into_iter().skip(if has_legend { swatches } else { 0 }).collect()
    }

    #[test]
    fn the_middle_answer_stands_half_and_half_on_one_zero() {
        let row = [20.0, 18.0, 10.0, 21.0, 19.0, 5.0, 7.0];
        let other = [5.0, 5.0, 60.0, 10.0, 10.0, 5.0, 5.0];
        let parts = segments(&scale(&[row, other]));
        let middle = |i: usize| parts[i].0 + parts[i].1 / 2.0;
        assert!((middle(2) - middle(7)).abs() < 0.2, "{} {}", middle(2), middle(7));
    }

    #[test]
    fn answers_outside_the_scale_are_numbers_in_columns_and_sums_stand_at_both_ends() {
        let mut chart =
            scale(&[[20.0, 10.0, 10.0, 20.0, 20.0, 13.0, 7.0], [10.0, 12.0, 30.0, 20.0, 20.0, 8.0, 0.0]]);
        for (row, nets) in chart.rows.iter_mut().zip([[31.0, 42.0], [23.0, 44.0]]) {
            row.beside.nets = nets.map(|net| Some(value(net, &format!("{net:.0}"))));
        }
        assert_eq!(segments(&chart).len(), 10, "five answers of the scale in each row");
        let told = texts(draw(&Chart::Likert(chart.clone())).unwrap().svg());
        for number in ["31", "42", "23", "44", "13", "7", "8"] {
            assert!(told.contains(&number.to_owned()), "{number} among {told:?}");
        }
        let readout = Chart::Likert(chart).readout();
        assert_eq!(readout.columns.len(), 9, "seven answers and two sums");
    }

    #[test]
    fn a_whole_row_on_one_side_and_a_row_of_nothing() {
        let chart = scale(&[[100.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0; 7]]);
        assert_eq!(segments(&chart).len(), 1);
        assert_eq!(segments(&scale(&[[0.0; 7]])).len(), 0);
    }

    #[test]
    fn numbers_that_do_not_fit_are_left_out() {
        let chart = scale(&[[96.0, 0.4, 0.4, 0.4, 0.8, 1.0, 1.0]]);
        let svg = draw(&Chart::Likert(chart)).unwrap().svg().to_owned();
        let numbers: Vec<String> = texts(&svg).into_iter().filter(|t| t.parse::<f64>().is_ok()).collect();
        assert_eq!(numbers, ["1", "1", "96"], "the columns beside the bar and its one large part");
    }

    #[test]
    fn a_row_without_values_is_a_dash_and_thirty_rows_fit() {
        assert!(texts(draw(&Chart::Likert(likert())).unwrap().svg()).contains(&"—".to_owned()));
        let thirty = scale(&[[10.0, 20.0, 20.0, 20.0, 20.0, 5.0, 5.0]; 30]);
        assert_eq!(segments(&thirty).len(), 150);
    }

    #[test]
    fn senseless_numbers_are_faults() {
        let mut short = scale(&[[10.0; 7]]);
        short.rows[0].values.as_mut().unwrap().pop();
        let mut faults = vec![short, scale(&[]), scale(&[[40.0; 7]])];
        for bad in [f64::NAN, -1.0, f64::INFINITY] {
            faults.push(scale(&[[bad, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]]));
        }
        faults.push(Likert { answers: Vec::new(), rows: scale(&[[1.0; 7]]).rows, ..likert() });
        for chart in faults {
            assert_eq!(draw(&Chart::Likert(chart)).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
