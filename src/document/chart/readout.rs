//! A chart's numbers as a table: what is read out where the picture is not seen.

use super::{Answer, Bars, Chart, Estimate, Heat, Key, LikertRow, Progress, Tone, Value};

/// Rows and columns of what a chart shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Readout {
    /// Name of each column of values; none where the value is simply the row's.
    pub columns: Vec<Option<String>>,
    pub rows: Vec<ReadoutRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ReadoutRow {
    pub label: String,
    /// One per column.
    pub cells: Vec<Estimate>,
    /// What stands beside the values: a range of ranks, a tier. Empty where there is none.
    pub remark: String,
}

impl ReadoutRow {
    fn new(label: &str, cells: Vec<Estimate>) -> Self {
        Self { label: label.to_owned(), cells, remark: String::new() }
    }

    fn single(label: &str, value: Option<&Value>, interval: Option<(f64, f64)>) -> Self {
        Self::new(label, vec![Estimate { value: value.cloned(), interval }])
    }

    fn remarked(self, remark: impl Into<String>) -> Self {
        Self { remark: remark.into(), ..self }
    }
}

impl Chart {
    /// The chart's numbers, row by row in the order drawn.
    pub fn readout(&self) -> Readout {
        match self {
            Self::Bars(c) => bars(c),
            Self::Grouped(c) => {
                named(&c.groups, c.rows.iter().map(|r| ReadoutRow::new(&r.label, r.values.clone())).collect())
            }
            Self::Likert(c) => answers(&c.answers, &c.rows),
            Self::Stacked(c) => answers(&c.answers, &c.rows),
            Self::Dots(c) => single(c.rows.iter().map(|d| {
                let has_aside = d.aside.chars().any(char::is_alphanumeric);
                let aside =
                    if has_aside { format!("{} {}", c.aside_heading, d.aside) } else { String::new() };
                ReadoutRow::single(&d.label, d.value.as_ref(), d.interval).remarked(aside.trim())
            })),
            Self::Ranks(c) => single(c.rows.iter().map(|r| {
                let value = r.range.map(|(best, _)| Value { value: place(best), printed: r.printed.clone() });
                ReadoutRow::single(&r.label, value.as_ref(), None)
            })),
            Self::Heat(c) => heat(c),
            Self::Tiles(c) => single(c.tiles.iter().map(|t| {
                let row = ReadoutRow::single(&t.label, t.value.as_ref(), None);
                row.remarked(meaning(&c.keys, t.tone, t.value.is_some()))
            })),
            Self::Map(c) => single(c.shapes.iter().map(|s| {
                let row = ReadoutRow::single(&s.label, s.value.as_ref(), None);
                row.remarked(meaning(&c.keys, s.tone, s.value.is_some()))
            })),
            Self::Slope(c) => {
                let points = |r: &super::SlopeRow| {
                    [&r.from, &r.to].map(|v| Estimate { value: v.clone(), interval: None }).to_vec()
                };
                let rows = c.rows.iter().map(|r| ReadoutRow::new(&r.label, points(r)));
                named(&[c.from.clone(), c.to.clone()], rows.collect())
            }
            Self::Lines(c) => {
                let points: Vec<String> = c.points.iter().map(|p| p.label.clone()).collect();
                let rows = c.series.iter().map(|s| ReadoutRow::new(&s.label, s.values.clone()));
                named(&points, rows.collect())
            }
            Self::Progress(c) => progress(c),
            Self::Numbers(c) => single(c.items.iter().map(|i| {
                ReadoutRow::single(&i.label, Some(&i.value), i.interval.map(|(interval, _)| interval))
            })),
            Self::Multiples(c) => panels(&c.panels),
        }
    }
}

fn single(rows: impl Iterator<Item = ReadoutRow>) -> Readout {
    Readout { columns: vec![None], rows: rows.collect() }
}

fn named(columns: &[String], rows: Vec<ReadoutRow>) -> Readout {
    Readout { columns: columns.iter().cloned().map(Some).collect(), rows }
}

fn bars(bars: &Bars) -> Readout {
    single(bars.bars.iter().map(|b| ReadoutRow::single(&b.label, b.value.as_ref(), b.interval)))
}

fn answers(answers: &[Answer], rows: &[LikertRow]) -> Readout {
    let columns: Vec<String> = answers.iter().map(|a| a.label.clone()).collect();
    let rows = rows.iter().map(|row| {
        let shown = |i: usize| row.values.as_ref().and_then(|values| values.get(i)).cloned();
        let cells = (0..answers.len()).map(|i| Estimate { value: shown(i), interval: None });
        ReadoutRow::new(&row.label, cells.collect())
    });
    named(&columns, rows.collect())
}

fn heat(heat: &Heat) -> Readout {
    let cell = |value: &Option<Value>| Estimate { value: value.clone(), interval: None };
    let rows = heat.rows.iter().map(|r| ReadoutRow::new(&r.label, r.cells.iter().map(cell).collect()));
    named(&heat.columns, rows.collect())
}

fn progress(progress: &Progress) -> Readout {
    let last = ReadoutRow::single(&progress.total_label, Some(&progress.last), None);
    let target = progress.target.as_ref().map(|t| t.label.clone()).unwrap_or_default();
    single(std::iter::once(last.remarked(target)))
}

/// The panels one under another, each row with its panel's title.
fn panels(panels: &[super::Panel]) -> Readout {
    let mut all = Readout::default();
    for panel in panels {
        let readout = panel.chart.readout();
        all.columns = readout.columns;
        all.rows.extend(readout.rows.into_iter().map(|row| {
            let label = if row.label.is_empty() {
                panel.title.clone()
            } else {
                format!("{}, {}", panel.title, row.label)
            };
            ReadoutRow { label, ..row }
        }));
    }
    all
}

/// What the colour stands for; a place without a value has none.
fn meaning(keys: &[Key], tone: Tone, shown: bool) -> String {
    let key = keys.iter().find(|k| shown && k.tone == tone);
    key.map(|k| k.label.clone()).unwrap_or_default()
}

fn place(place: usize) -> f64 {
    u32::try_from(place).map_or(f64::INFINITY, f64::from)
}
