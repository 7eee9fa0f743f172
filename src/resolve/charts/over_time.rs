//! A question through the stages of the results.

use super::Bound;
use crate::diag::{Code, Diagnostic, say};
use crate::document::chart::{Chart, Estimate, LineSeries, Lines, Slope, SlopeRow, Tick, Tone, Value};
use crate::facts::{QuestionFacts, Trend, TrendRow};
use crate::resolve::axis::nice;
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;

impl Sources<'_> {
    /// The first and the last stage.
    pub(super) fn question_slope(&self, question: &QuestionFacts, limit: usize) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let trend = self.trend(question)?;
        let (Some(first), Some(last)) = (trend.stages.first(), trend.stages.last()) else {
            return Err(few_stages(question));
        };
        let mut caveats = Caveats::default();
        let rows: Vec<SlopeRow> = own_rows(&trend)
            .take(limit)
            .map(|row| {
                let value = |at: Option<&Option<crate::facts::Ranked>>| {
                    let r = at?.as_ref()?;
                    Some(Value {
                        value: r.percent,
                        printed: locale.percent(r.percent, locale.share_decimals()),
                    })
                };
                SlopeRow {
                    label: format!("{}{}", self.text(&row.label), sign(row, &mut caveats)),
                    from: value(row.values.first()),
                    to: value(row.values.last()),
                    tone: change(row),
                }
            })
            .collect();
        let values = || rows.iter().flat_map(|r| [&r.from, &r.to]).flatten().map(|v| v.value);
        let (low, high) = (values().fold(100.0, f64::min), values().fold(0.0, f64::max));
        Ok(Bound {
            chart: Chart::Slope(Slope {
                from: locale.enum_word("stage", first.0.as_str())?.to_owned(),
                to: locale.enum_word("stage", last.0.as_str())?.to_owned(),
                axis: nice(low.min(high), high, 5, locale, locale.word("share_unit")?.to_owned()),
                rows,
            }),
            notes: self.survey_notes(question, caveats)?,
        })
    }

    /// All stages, with the intervals as bands.
    pub(super) fn question_lines(&self, question: &QuestionFacts, limit: usize) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let trend = self.trend(question)?;
        let mut caveats = Caveats { intervals: true, ..Caveats::default() };
        let first = trend.stages.first().map(|(_, date)| *date).unwrap_or_default();
        let mut points = Vec::new();
        for (_, date) in &trend.stages {
            let at = f64::from((*date - first).get_days());
            points.push(Tick { at, label: locale.date(*date, "axis")? });
        }
        let series: Vec<LineSeries> = own_rows(&trend)
            .take(limit)
            .enumerate()
            .map(|(i, row)| LineSeries {
                label: format!("{}{}", self.text(&row.label), sign(row, &mut caveats)),
                tone: SERIES.get(i).copied().unwrap_or(Tone::Grey),
                values: row
                    .values
                    .iter()
                    .map(|value| match value {
                        Some(r) => Estimate {
                            value: Some(Value {
                                value: r.percent,
                                printed: locale.percent(r.percent, locale.share_decimals()),
                            }),
                            interval: Some((r.low, r.high)),
                        },
                        None => Estimate::default(),
                    })
                    .collect(),
            })
            .collect();
        let highs = series.iter().flat_map(|s| &s.values).filter_map(|v| v.interval).map(|i| i.1);
        let axis = nice(0.0, highs.fold(1.0, f64::max), 5, locale, locale.word("share_unit")?.to_owned());
        Ok(Bound {
            chart: Chart::Lines(Lines { points, axis, series }),
            notes: self.survey_notes(question, caveats)?,
        })
    }

    fn trend(&self, question: &QuestionFacts) -> Result<Trend, Diagnostic> {
        Trend::new(self.study, &question.id).ok_or_else(|| few_stages(question))
    }
}

/// Tones of the first series; the others step back.
const SERIES: [Tone; 3] = [Tone::Calm, Tone::Accent, Tone::Middle];

fn own_rows(trend: &Trend) -> impl Iterator<Item = &TrendRow> {
    trend.rows.iter().filter(|row| !row.residual)
}

fn sign(row: &TrendRow, caveats: &mut Caveats) -> String {
    let last = row.values.last().and_then(Option::as_ref);
    last.map(|r| caveats.sign(r.base_class, r.wide)).unwrap_or_default()
}

/// A change beyond both intervals has a colour.
fn change(row: &TrendRow) -> Tone {
    match (row.values.first().and_then(Option::as_ref), row.values.last().and_then(Option::as_ref)) {
        (Some(before), Some(now)) if now.low > before.high => Tone::Calm,
        (Some(before), Some(now)) if now.high < before.low => Tone::Accent,
        _ => Tone::Grey,
    }
}

fn few_stages(question: &QuestionFacts) -> Diagnostic {
    let message = say!("chart-stages-few", id = &question.id);
    Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-guard-directive"))
}
