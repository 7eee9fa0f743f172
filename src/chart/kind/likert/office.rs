//! Diverging bars in an office program: stacked bars that formulas bring under one another.

use super::Likert;
use super::columns::{NET_TONES, Of, number};
use crate::chart::answer_scale::{self, Beside, ScaleRow, keep_roomy_labels, push_series};
use crate::chart::data::Side;
use crate::chart::estimate::printed;
use crate::chart::office_plan::{
    Cells, HEAD_SHARE, LabelPosition, Labels, NAMELESS, OfficeChart, Plan, PlanContext, Series, cell, head_lines,
    rounded,
};

/// Room for the head of a column, in its width as it is estimated: heads in bold stand beside one another.
const HEAD_ROOM: f64 = 1.06;
/// Between columns of numbers, in the size of the labels.
const COLUMN_GAP: f64 = 0.7;
/// The largest share of the width that names take beside columns of numbers.
const MOST_NAMES: f64 = 0.3;
/// The same where they would stand on more lines than so many.
const WIDER_NAMES: f64 = 0.38;
const NAME_LINES: usize = 3;
/// The most letters of a line of what is said of a side above its sum: a longer one takes more room than its numbers.
const SAID_LETTERS: usize = 15;
const MANY: usize = 7;

/// A bar without colour before each row brings the rows' middles under one another, and another one the columns of
/// numbers: both are formulas in the workbook, so that an edited number moves its row along. The order of the answers
/// is that of the questionnaire, as the legend's has to be. A first row without values holds the columns' heads.
impl OfficeChart for Likert {
    fn plan(&self, context: &PlanContext) -> Plan {
        let head =
            ScaleRow { label: NAMELESS.to_owned(), values: Some(Vec::new()), beside: Beside::default() };
        let rows: Vec<ScaleRow> = std::iter::once(head).chain(self.rows.iter().cloned()).collect();
        let mut plan = answer_scale::start_plan(&rows);
        plan.most_names = MOST_NAMES;
        let mut wider = Plan { most_names: WIDER_NAMES, ..plan.clone() };
        plan.fold_names(context);
        // Where many rows share a height, two lines of a name stand too close.
        let lines = match rows.len() {
            _ if context.grows => NAME_LINES,
            ..=MANY => NAME_LINES - 1,
            _ => 1,
        };
        if plan.lines_of_names() > lines {
            wider.fold_names(context);
            plan = wider;
        }
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
            Of::Answer(_) | Of::Apart | Of::Base => self.head(of),
        };
        let numbers = rows.iter().map(|row| number(row, of).cloned()).collect();
        let (_, column) = plan.numbers(name, numbers);
        let ink = match of {
            Of::Net(place) => context.colours.words(NET_TONES[place.min(1)]),
            Of::Answer(_) | Of::Apart => context.colours.text(),
            Of::Base => context.colours.muted(),
        };
        Labels {
            column,
            ink,
            bold: matches!(of, Of::Net(_)),
            places: vec![Some(place); rows.len()],
            head: self.lines_of_head(of),
        }
    }

    /// The head of a column in lines: above a sum what is said of its side, where both sides have short lines.
    fn lines_of_head(&self, of: Of) -> Vec<String> {
        let said = match of {
            Of::Net(place) => self.heads.said.as_ref().map(|said| (place.min(1), said)),
            Of::Answer(_) | Of::Apart | Of::Base => None,
        };
        let is_short = |line: &String| line.chars().count() <= SAID_LETTERS;
        let lines = said.map(|(place, said)| (place, [head_lines(&said[0]), head_lines(&said[1])]));
        let lines = lines.filter(|(_, lines)| lines.iter().flatten().all(is_short));
        lines.map_or_else(|| head_lines(self.head(of)), |(place, lines)| lines[place].clone())
    }

    /// Width of a column in an office program's chart, in points.
    fn width_of(&self, of: Of, context: &PlanContext) -> f64 {
        let head = self.lines_of_head(of);
        let words = head.iter().map(|line| HEAD_SHARE * HEAD_ROOM * context.text_width(line));
        let numbers = self.rows.iter().map(|row| context.text_width(printed(number(row, of))));
        words.chain(numbers).fold(0.0, f64::max) + COLUMN_GAP * context.size
    }

    /// What columns leave of an office program's plot, in points: at least half of it.
    fn room_for_bars(&self, context: &PlanContext, plan: &Plan, columns: impl Iterator<Item = Of>) -> f64 {
        let plot = context.width * (1.0 - context.share_of_names(plan));
        (plot - columns.map(|of| self.width_of(of, context)).sum::<f64>()).max(plot / 2.0)
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
