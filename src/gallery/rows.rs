//! Charts made of rows: bars, scales, dots, rank ranges.

use super::specimen::{Made, Specimens, falling, spread, tone};
use crate::document::chart::{
    Answer, Bar, Bars, Chart, Dot, Dots, Estimate, Grouped, GroupedRow, Likert, LikertRow, Multiples, Panel,
    RankRow, Ranks, Side, Stacked, Tick, Tone, Value,
};

/// Shares of a scale of seven with two answers outside, in per cent.
const SCALE: [f64; 9] = [9.0, 12.0, 14.0, 13.0, 19.0, 15.0, 9.0, 7.0, 2.0];

impl Specimens<'_> {
    pub fn rows(&self) -> Vec<Made> {
        let mut made = Vec::new();
        made.extend(self.bar_cases());
        made.extend(self.grouped_cases());
        made.extend(self.scale_cases());
        made.extend(self.dot_cases());
        made.extend(self.rank_cases());
        made.push(("multiples", "usual", self.multiples(4, false)));
        made.push(("multiples", "long", self.multiples(2, true)));
        made
    }

    fn bar_cases(&self) -> Vec<Made> {
        let of = |values: &[f64]| self.bars(values, &[]);
        let falling = |rows: usize| (0..rows).map(|i| falling(i, rows, 62.0, 2.4)).collect::<Vec<f64>>();
        vec![
            ("bars", "usual", of(&falling(9))),
            ("bars", "one", of(&falling(1))),
            ("bars", "two", of(&falling(2))),
            ("bars", "thirty", of(&falling(30))),
            ("bars", "sixty", of(&falling(60))),
            ("bars", "long", self.long_bars()),
            ("bars", "equal", of(&[41.0; 6])),
            ("bars", "extremes", of(&[100.0, 50.0, 0.0])),
            ("bars", "tiny", of(&[0.9, 0.6, 0.4, 0.1])),
            ("bars", "negative", of(&[18.0, 6.5, -3.2, -27.4])),
            ("bars", "missing", self.bars(&falling(6), &[2, 5])),
        ]
    }

    fn bars(&self, values: &[f64], hidden: &[usize]) -> Chart {
        let low = values.iter().copied().fold(0.0, f64::min);
        let bar = |(i, value): (usize, &f64)| {
            let is_shown = !hidden.contains(&i);
            let estimate = if *value < 0.0 || low < 0.0 {
                Estimate { value: Some(self.number(*value, 1)), interval: Some((value - 4.0, value + 4.0)) }
            } else {
                self.share(*value, 2500.0)
            };
            Bar {
                label: self.words.name(i),
                value: estimate.value.filter(|_| is_shown),
                interval: estimate.interval.filter(|_| is_shown),
                tone: if *value < 0.0 { Tone::Accent } else { tone(i) },
            }
        };
        let axis = if low < 0.0 { self.axis(-40.0, 40.0, 4) } else { self.axis(0.0, 60.0, 3) };
        Chart::Bars(Bars { axis, bars: values.iter().enumerate().map(bar).collect() })
    }

    fn long_bars(&self) -> Chart {
        let mut chart = self.bars(&[48.0, 31.0, 12.0], &[]);
        chart.each_label(&mut |label| label.clone_from(&self.words.long));
        chart
    }

    fn grouped_cases(&self) -> Vec<Made> {
        vec![
            ("grouped", "usual", self.grouped(5, 4, false)),
            ("grouped", "two", self.grouped(2, 2, false)),
            ("grouped", "long", self.grouped(3, 4, true)),
            ("grouped", "missing", self.grouped(3, 3, false)),
        ]
    }

    fn grouped(&self, rows: usize, groups: usize, long: bool) -> Chart {
        let row = |i: usize| {
            let value = |g: usize| {
                if groups == 3 && g == 1 && i == 1 {
                    return Estimate::default();
                }
                let value = falling(i, rows, 55.0, 8.0) + 12.0 * (spread(i * 7 + g) - 0.5);
                self.share((value * 10.0).round() / 10.0, 600.0)
            };
            let label = if long { self.words.long.clone() } else { self.words.name(i) };
            GroupedRow { label, values: (0..groups).map(value).collect() }
        };
        Chart::Grouped(Grouped {
            axis: self.axis(0.0, 80.0, 4),
            groups: self.words.groups.iter().take(groups).cloned().collect(),
            rows: (0..rows).map(row).collect(),
        })
    }

    fn answers(&self) -> Vec<Answer> {
        let look = [
            (Tone::Accent, Side::Negative),
            (Tone::Accent, Side::Negative),
            (Tone::AccentSoft, Side::Negative),
            (Tone::Middle, Side::Middle),
            (Tone::CalmSoft, Side::Positive),
            (Tone::Calm, Side::Positive),
            (Tone::Calm, Side::Positive),
            (Tone::Grey, Side::Apart),
            (Tone::Grey, Side::Apart),
        ];
        let labels = self.words.answers.iter().zip(look);
        labels.map(|(label, (tone, side))| Answer { label: label.clone(), tone, side }).collect()
    }

    fn scale_cases(&self) -> Vec<Made> {
        let likert = |rows: Vec<LikertRow>| Chart::Likert(Likert { answers: self.answers(), rows });
        let stacked = |rows: Vec<LikertRow>| Chart::Stacked(Stacked { answers: self.answers(), rows });
        let rows = |count: usize| (0..count).map(|i| self.scale_row(i)).collect::<Vec<LikertRow>>();
        let extremes = || vec![self.shares(0, &only(0)), self.shares(1, &only(6)), self.shares(2, &SCALE)];
        let missing = || {
            let mut all = rows(4);
            all.extend([LikertRow { label: self.words.name(4), values: None }]);
            all
        };
        let long = || {
            let mut all = rows(3);
            all.iter_mut().for_each(|row| row.label.clone_from(&self.words.long));
            all
        };
        vec![
            ("likert", "usual", likert(rows(9))),
            ("likert", "one", likert(rows(1))),
            ("likert", "sixty", likert(rows(60))),
            ("likert", "long", likert(long())),
            ("likert", "extremes", likert(extremes())),
            ("likert", "missing", likert(missing())),
            ("stacked", "usual", stacked(rows(5))),
            ("stacked", "extremes", stacked(extremes())),
            ("stacked", "missing", stacked(missing())),
        ]
    }

    fn shares(&self, row: usize, shares: &[f64; 9]) -> LikertRow {
        let values = shares.iter().map(|s| self.number(*s, 0)).collect();
        LikertRow { label: self.words.name(row), values: Some(values) }
    }

    /// The scale with some of it moved from one side to the other.
    fn scale_row(&self, row: usize) -> LikertRow {
        let moved = (spread(row) * 8.0).floor();
        let mut shares = SCALE;
        shares[0] += moved;
        shares[5] -= moved;
        self.shares(row, &shares)
    }

    fn dot_cases(&self) -> Vec<Made> {
        let falling = |rows: usize| (0..rows).map(|i| falling(i, rows, 71.0, 22.0)).collect::<Vec<f64>>();
        let mut bases = self.dots(&[52.0, 52.0], &[]);
        if let Chart::Dots(dots) = &mut bases
            && let [large, small] = dots.rows.as_mut_slice()
        {
            (large.interval, small.interval) = (Some((48.9, 55.1)), Some((35.2, 68.4)));
        }
        vec![
            ("dots", "usual", self.dots(&falling(13), &[11])),
            ("dots", "one", self.dots(&falling(1), &[])),
            ("dots", "thirty", self.dots(&falling(30), &[])),
            ("dots", "equal", self.dots(&[44.0; 5], &[])),
            ("dots", "bases", bases),
            ("dots", "negative", self.balances()),
            ("dots", "missing", self.dots(&falling(5), &[1, 3])),
        ]
    }

    fn dots(&self, values: &[f64], hidden: &[usize]) -> Chart {
        let middle =
            values.iter().sum::<f64>() / f64::from(u32::try_from(values.len()).unwrap_or(1)).max(1.0);
        let row = |(i, value): (usize, &f64)| {
            let is_shown = !hidden.contains(&i);
            let (low, high) = (value - 4.0 - 3.0 * spread(i), value + 4.0 + 3.0 * spread(i));
            Dot {
                label: self.words.name(i),
                value: is_shown.then(|| self.number(*value, 1)),
                interval: is_shown.then_some((low, high)),
                tone: match (low > middle, high < middle) {
                    (true, _) => Tone::Accent,
                    (_, true) => Tone::Calm,
                    _ => Tone::Middle,
                },
                aside: String::new(),
            }
        };
        let mut axis = self.axis(0.0, 100.0, 5);
        axis.label.clone_from(&self.words.axis);
        Chart::Dots(Dots {
            axis,
            reference: Some(Tick { at: middle, label: self.filled(&self.words.reference, middle) }),
            rows: values.iter().enumerate().map(row).collect(),
            aside_heading: String::new(),
        })
    }

    fn balances(&self) -> Chart {
        let rows = [24.0, 3.0, -11.0, -38.0].into_iter().enumerate().map(|(i, value)| Dot {
            label: self.words.name(i),
            value: Some(self.number(value, 0)),
            interval: Some((value - 5.0, value + 5.0)),
            tone: if value < -5.0 { Tone::Accent } else { Tone::Calm },
            aside: String::new(),
        });
        Chart::Dots(Dots {
            axis: self.axis(-100.0, 100.0, 4),
            reference: None,
            rows: rows.collect(),
            aside_heading: String::new(),
        })
    }

    fn rank_cases(&self) -> Vec<Made> {
        let row = |i: usize, range: Option<(usize, usize)>| RankRow {
            label: self.words.name(i),
            range,
            printed: match range {
                Some((a, b)) if a == b => a.to_string(),
                Some((a, b)) => format!("{a}–{b}"),
                None => "—".to_owned(),
            },
            tone: tone(i),
        };
        let ranks = |rows: Vec<RankRow>| {
            let places = rows.iter().filter_map(|r| r.range).map(|r| r.1).max().unwrap_or(1);
            let ticks = (1..=places).map(|p| p.to_string()).collect();
            Chart::Ranks(Ranks { places, label: self.words.rank.clone(), ticks, rows })
        };
        let usual = (0..10).map(|i| row(i, Some((i.max(1), (i + 3).min(10))))).collect();
        let equal = (0..5).map(|i| row(i, Some((1, 5)))).collect();
        let missing = (0..5).map(|i| row(i, (i != 3).then_some((i.max(1), i + 1)))).collect();
        vec![
            ("ranks", "usual", ranks(usual)),
            ("ranks", "equal", ranks(equal)),
            ("ranks", "missing", ranks(missing)),
        ]
    }

    fn multiples(&self, count: usize, long: bool) -> Chart {
        let panel = |p: usize| {
            let values: Vec<f64> =
                (0..5).map(|i| falling(i, 5, 50.0 + 14.0 * spread(p * 3 + 1), 6.0)).collect();
            let mut chart = self.bars(&values, &[]);
            if long {
                chart.each_label(&mut |label| label.clone_from(&self.words.long));
            }
            let number = f64::from(u32::try_from(p + 1).unwrap_or(1));
            Panel { title: self.filled(&self.words.panel, number), chart }
        };
        Chart::Multiples(Multiples { panels: (0..count).map(panel).collect() })
    }

    /// A value printed without decimals.
    pub fn whole(&self, value: f64) -> Value {
        self.number(value, 0)
    }
}

/// All of a scale's answers on one of them.
fn only(answer: usize) -> [f64; 9] {
    std::array::from_fn(|i| if i == answer { 100.0 } else { 0.0 })
}
