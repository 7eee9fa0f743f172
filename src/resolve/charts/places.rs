//! Indices and territories: dots, rank ranges, tiles, a map, the parts of a score.

use super::super::projection::Projection;
use super::{Bound, rank};
use crate::diag::Diagnostic;
use crate::document::chart::{
    Chart, Dot, Dots, Heat, HeatRow, Key, Map, Multiples, Panel, RankRow, Ranks, Shape, Slope, SlopeRow,
    Tick, Tile, Tiles, Tone, Value,
};
use crate::facts::{IndexFact, TerritoryRisk, Tier};
use crate::resolve::axis::nice;
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;

/// The middle of an index's scale.
const MIDDLE: f64 = 50.0;

impl Sources<'_> {
    pub(super) fn indices_dots(&self) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let mut indices: Vec<_> = self.facts.indices.iter().collect();
        indices.sort_by(|a, b| b.value.total_cmp(&a.value));
        let mut caveats = Caveats { intervals: true, ..Caveats::default() };
        let rows = indices
            .iter()
            .map(|i| Dot {
                label: format!("{}{}", self.text(&i.name), caveats.sign(i.base_class, i.wide)),
                value: Some(Value { value: i.value, printed: locale.number(i.value, 1) }),
                interval: Some((i.low, i.high)),
                tone: against(i.low, i.high, MIDDLE),
                aside: rank(locale, Some(i.rank)),
            })
            .collect();
        Ok(Bound {
            chart: Chart::Dots(Dots {
                axis: nice(0.0, 100.0, 5, locale, locale.word("score")?.to_owned()),
                reference: None,
                rows,
                aside_heading: locale.word("rank")?.to_owned(),
            }),
            notes: self.score_notes(caveats)?,
        })
    }

    pub(super) fn risk_dots(&self, limit: usize) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let risk = &self.facts.risk;
        let drawn = || risk.territories.iter().take(limit);
        let shown = || drawn().filter(|t| t.base_class.is_shown());
        let mut caveats = Caveats { intervals: true, ..Caveats::default() };
        let rows = drawn()
            .map(|t| {
                let is_shown = t.base_class.is_shown();
                Dot {
                    label: format!("{}{}", self.name(&t.name), caveats.sign(t.base_class, t.wide)),
                    value: is_shown.then(|| Value { value: t.score, printed: locale.number(t.score, 1) }),
                    interval: is_shown.then_some((t.low, t.high)),
                    tone: tier_tone(t.tier),
                    aside: rank(locale, t.rank),
                }
            })
            .collect();
        let low = shown().map(|t| t.low).fold(100.0, f64::min);
        let high = shown().map(|t| t.high).fold(0.0, f64::max);
        let reference = match risk.city {
            Some(city) => {
                Some(Tick { at: city, label: locale.fill("city_value", &[("n", &locale.number(city, 1))])? })
            }
            None => None,
        };
        let notes = self.score_notes(caveats)?;
        Ok(Bound {
            chart: Chart::Dots(Dots {
                axis: nice(low.min(high), high.max(low), 5, locale, locale.word("score")?.to_owned()),
                reference,
                rows,
                aside_heading: locale.word("rank")?.to_owned(),
            }),
            notes,
        })
    }

    pub(super) fn indices_ranks(&self) -> Result<Bound, Diagnostic> {
        let mut indices: Vec<_> = self.facts.indices.iter().collect();
        indices.sort_by_key(|i| i.rank);
        let mut caveats = Caveats::default();
        let rows = indices.iter().map(|i| RankRow {
            label: format!("{}{}", self.text(&i.name), caveats.sign(i.base_class, i.wide)),
            range: Some(i.rank),
            printed: rank(self.locale, Some(i.rank)),
            tone: against(i.low, i.high, MIDDLE),
        });
        let rows: Vec<RankRow> = rows.collect();
        self.ranks(rows, caveats)
    }

    pub(super) fn risk_ranks(&self, limit: usize) -> Result<Bound, Diagnostic> {
        let mut caveats = Caveats::default();
        let rows = self.facts.risk.territories.iter().take(limit).map(|t| RankRow {
            label: format!("{}{}", self.name(&t.name), caveats.sign(t.base_class, t.wide)),
            range: t.rank,
            printed: rank(self.locale, t.rank),
            tone: tier_tone(t.tier),
        });
        let rows: Vec<RankRow> = rows.collect();
        self.ranks(rows, caveats)
    }

    fn ranks(&self, rows: Vec<RankRow>, caveats: Caveats) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let places = rows.iter().filter_map(|r| r.range).map(|r| r.1).max().unwrap_or(1);
        let label = locale.word("rank")?.to_owned();
        let ticks = (1..=places).map(|place| rank(locale, Some((place, place)))).collect();
        let notes = self.score_notes(caveats)?;
        Ok(Bound { chart: Chart::Ranks(Ranks { places, label, ticks, rows }), notes })
    }

    /// The earlier and the present stage of the indices.
    pub(super) fn indices_slope(&self) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let printed = |value: f64| Value { value, printed: locale.number(value, 1) };
        let comparable = |i: &&IndexFact| i.previous.is_some() && i.redefined.is_none();
        let earlier: Vec<_> = self.facts.indices.iter().filter(comparable).collect();
        let values = || earlier.iter().flat_map(|i| i.previous.into_iter().chain([i.value]));
        let (low, high) = (values().fold(100.0, f64::min), values().fold(0.0, f64::max));
        let rows = earlier.iter().map(|i| SlopeRow {
            label: self.text(&i.name).to_owned(),
            from: i.previous.map(printed),
            to: Some(printed(i.value)),
            tone: match (i.changed, i.previous) {
                (true, Some(before)) if i.value < before => Tone::Accent,
                (true, _) => Tone::Calm,
                (false, _) => Tone::Grey,
            },
        });
        let rows: Vec<SlopeRow> = rows.collect();
        Ok(Bound {
            chart: Chart::Slope(Slope {
                from: locale.enum_word("stage", "preliminary")?.to_owned(),
                to: locale.enum_word("stage", "final")?.to_owned(),
                axis: nice(low.min(high), high.max(low), 5, locale, locale.word("score")?.to_owned()),
                rows,
            }),
            notes: self.score_notes(Caveats::default())?,
        })
    }

    /// Territories by each index, on one scale.
    pub(super) fn indices_multiples(&self, limit: usize) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let mut caveats = Caveats { intervals: true, ..Caveats::default() };
        let mut panels = Vec::new();
        for index in self.facts.indices.iter().filter(|i| !i.territories.is_empty()).take(limit) {
            let rows = index.territories.iter().map(|t| {
                let is_shown = t.base_class.is_shown();
                Dot {
                    label: format!("{}{}", self.name(&t.name), caveats.sign(t.base_class, t.wide)),
                    value: is_shown.then(|| Value { value: t.value, printed: locale.number(t.value, 1) }),
                    interval: is_shown.then_some((t.low, t.high)),
                    tone: against(t.low, t.high, index.value),
                    aside: String::new(),
                }
            });
            let rows: Vec<Dot> = rows.collect();
            let printed = locale.number(index.value, 1);
            let reference = Tick { at: index.value, label: locale.fill("city_value", &[("n", &printed)])? };
            panels.push(Panel {
                title: self.text(&index.name).to_owned(),
                chart: Chart::Dots(Dots {
                    axis: nice(0.0, 100.0, 4, locale, locale.word("score")?.to_owned()),
                    reference: Some(reference),
                    rows,
                    aside_heading: String::new(),
                }),
            });
        }
        Ok(Bound { chart: Chart::Multiples(Multiples { panels }), notes: self.score_notes(caveats)? })
    }

    pub(super) fn risk_tiles(&self) -> Result<Bound, Diagnostic> {
        let mut caveats = Caveats::default();
        let tiles = self.facts.risk.territories.iter().map(|t| Tile {
            label: format!("{}{}", self.name(&t.name), caveats.sign(t.base_class, t.wide)),
            value: self.score(t),
            remark: rank(self.locale, t.rank.filter(|_| t.base_class.is_shown())),
            tone: tier_tone(t.tier),
            place: t.tile.map(|(row, column)| (usize::from(column), usize::from(row))),
        });
        let tiles: Vec<Tile> = tiles.collect();
        Ok(Bound {
            chart: Chart::Tiles(Tiles { keys: self.tier_keys()?, tiles }),
            notes: self.score_notes(caveats)?,
        })
    }

    pub(super) fn risk_map(&self) -> Result<Bound, Diagnostic> {
        let boundaries = &self.study.boundaries;
        let mut caveats = Caveats::default();
        let plane = Projection::around(boundaries.values().flatten().flatten().flatten());
        let shapes = self.facts.risk.territories.iter().filter_map(|t| {
            let polygons = boundaries.get(&t.id)?;
            Some(Shape {
                label: format!("{}{}", self.name(&t.name), caveats.sign(t.base_class, t.wide)),
                value: self.score(t),
                tone: tier_tone(t.tier),
                polygons: polygons
                    .iter()
                    .map(|rings| {
                        rings.iter().map(|ring| ring.iter().map(|p| plane.project(*p)).collect()).collect()
                    })
                    .collect(),
            })
        });
        let shapes: Vec<Shape> = shapes.collect();
        Ok(Bound {
            chart: Chart::Map(Map { keys: self.tier_keys()?, shapes }),
            notes: self.score_notes(caveats)?,
        })
    }

    /// The parts of the score by territory.
    pub(super) fn risk_heat(&self, limit: usize) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let risk = &self.facts.risk;
        let mut caveats = Caveats::default();
        let drawn = || risk.territories.iter().take(limit);
        let rows = drawn().map(|t| HeatRow {
            label: format!("{}{}", self.name(&t.name), caveats.sign(t.base_class, t.wide)),
            cells: t
                .parts
                .iter()
                .map(|part| {
                    let shown = part.filter(|_| t.base_class.is_shown());
                    shown.map(|value| Value { value, printed: locale.number(value, 1) })
                })
                .collect(),
        });
        let rows: Vec<HeatRow> = rows.collect();
        Ok(Bound {
            chart: Chart::Heat(Heat {
                columns: risk.components.iter().map(|c| self.text(&c.label).to_owned()).collect(),
                rows,
                base: None,
                max: 100.0,
            }),
            notes: self.score_notes(caveats)?,
        })
    }

    fn score(&self, territory: &TerritoryRisk) -> Option<Value> {
        let is_shown = territory.base_class.is_shown();
        let printed = || self.locale.number(territory.score, 1);
        is_shown.then(|| Value { value: territory.score, printed: printed() })
    }

    /// The tiers that occur, from the highest, with their colours.
    fn tier_keys(&self) -> Result<Vec<Key>, Diagnostic> {
        let tiers = [Tier::High, Tier::Middle, Tier::Low];
        let names = ["high", "middle", "low"];
        let mut keys = Vec::new();
        for (tier, name) in tiers.into_iter().zip(names) {
            if self.facts.risk.territories.iter().any(|t| t.tier == tier) {
                let label = self.locale.enum_word("tier", name)?.to_owned();
                keys.push(Key { label, tone: tier_tone(tier) });
            }
        }
        Ok(keys)
    }
}

fn against(low: f64, high: f64, reference: f64) -> Tone {
    if high < reference {
        Tone::Accent
    } else if low > reference {
        Tone::Calm
    } else {
        Tone::Middle
    }
}

fn tier_tone(tier: Tier) -> Tone {
    match tier {
        Tier::High => Tone::Accent,
        Tier::Middle => Tone::Middle,
        Tier::Low => Tone::Calm,
        Tier::Unknown => Tone::Grey,
    }
}
