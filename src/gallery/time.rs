//! What changes: slopes, lines, progress against a plan.

use super::specimen::{Made, Specimens, falling, spread};
use crate::document::chart::{
    Axis, Chart, Estimate, LineSeries, Lines, Progress, Slope, SlopeRow, Tick, Tone,
};

const PLAN: f64 = 2500.0;

impl Specimens<'_> {
    pub fn time(&self) -> Vec<Made> {
        let equal: Vec<(f64, f64)> = vec![(41.0, 42.0); 6];
        let usual: Vec<(f64, f64)> = (0..6)
            .map(|i| {
                let from = falling(i, 6, 60.0, 12.0);
                (from, (from + 14.0 * (spread(i) - 0.5)).round())
            })
            .collect();
        vec![
            ("slope", "usual", self.slope(&usual, 0.0, 70.0)),
            ("slope", "one", self.slope(&usual[..1], 0.0, 70.0)),
            ("slope", "equal", self.slope(&equal, 0.0, 60.0)),
            ("slope", "negative", self.slope(&[(12.0, 20.0), (-6.0, -18.0), (-20.0, -4.0)], -30.0, 30.0)),
            ("lines", "usual", self.lines(3, None)),
            ("lines", "one", self.lines(1, None)),
            ("lines", "missing", self.lines(2, Some(2))),
            ("progress", "usual", self.progress()),
        ]
    }

    fn slope(&self, values: &[(f64, f64)], min: f64, max: f64) -> Chart {
        let row = |(i, (from, to)): (usize, &(f64, f64))| SlopeRow {
            label: self.words.name(i),
            from: Some(self.whole(*from)),
            to: Some(self.whole(*to)),
            tone: match to - from {
                change if change > 4.0 => Tone::Calm,
                change if change < -4.0 => Tone::Accent,
                _ => Tone::Grey,
            },
        };
        Chart::Slope(Slope {
            from: self.words.from.clone(),
            to: self.words.to.clone(),
            axis: self.axis(min, max, 4),
            rows: values.iter().enumerate().map(row).collect(),
        })
    }

    fn lines(&self, count: usize, gap: Option<usize>) -> Chart {
        let points: Vec<Tick> = self
            .words
            .days
            .iter()
            .zip([0.0, 7.0, 14.0, 21.0, 29.0])
            .map(|(label, at)| Tick { at, label: label.clone() })
            .collect();
        let series = |s: usize| {
            let value = |p: usize| {
                if gap == Some(p) && s == 1 {
                    return Estimate::default();
                }
                let value = falling(s, 4, 55.0, 15.0) + 9.0 * (spread(s * 11 + p) - 0.5);
                self.share((value * 10.0).round() / 10.0, 800.0)
            };
            LineSeries {
                label: self.words.name(s),
                tone: [Tone::Calm, Tone::Accent, Tone::Middle][s % 3],
                values: (0..points.len()).map(value).collect(),
            }
        };
        let series = (0..count).map(series).collect();
        Chart::Lines(Lines { axis: self.axis(0.0, 70.0, 7), points, series })
    }

    fn progress(&self) -> Chart {
        let daily: Vec<(f64, f64)> = (0..28u32)
            .map(|d| (f64::from(d), if d % 7 == 6 { 0.0 } else { f64::from(60 + d * 37 % 71) }))
            .collect();
        let mut sum = 0.0;
        let total: Vec<(f64, f64)> = daily
            .iter()
            .map(|(day, count)| {
                sum += count;
                (*day, sum)
            })
            .collect();
        let ticks = self.words.days.iter().zip([0.0, 7.0, 14.0, 21.0, 29.0]);
        Chart::Progress(Progress {
            days: Axis {
                min: 0.0,
                max: 29.0,
                ticks: ticks.map(|(label, at)| Tick { at, label: label.clone() }).collect(),
                label: String::new(),
            },
            axis: self.axis(0.0, 3000.0, 3),
            target: Some(Tick { at: PLAN, label: self.filled(&self.words.target, PLAN) }),
            total,
            daily,
            last: self.whole(sum),
            total_label: self.words.total.clone(),
            daily_label: self.words.daily.clone(),
        })
    }
}
