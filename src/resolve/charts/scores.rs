//! Indices and the risk of territories: scores, their stages, their parts, where they lie.

use super::super::projection::Projection;
use super::{Basis, Table};
use crate::chart::data::{
    ChartData, Components, Key, Measure, Polygons, Score, ScorePanel, ScoreReference, Scores, Territories,
    Territory, Trend, TrendPoint, TrendRow, Unit,
};
use crate::diag::Diagnostic;
use crate::facts::{IndexFact, TerritoryRisk, Tier};
use crate::resolve::sources::Sources;
use crate::resolve::table_notes::Caveats;
use crate::theme::Tone;

/// The middle of an index's scale.
const MIDDLE: f64 = 50.0;
/// From end to end of a scale of scores.
const WHOLE: std::ops::Range<f64> = 0.0..100.0;

impl<'a> Sources<'a> {
    /// All indices against the middle of their scale, on as much of it as they take.
    pub(super) fn indices(&self) -> Table<'a> {
        let mut caveats = Caveats::default();
        let rows = self.facts.indices.iter().map(|i| Score {
            label: format!("{}{}", self.text(&i.name), caveats.sign(i.base_class, i.wide)),
            value: i.value,
            shown: Some(Measure { value: i.value, interval: (i.low, i.high) }),
            rank: Some(i.rank),
            tone: against(i.low, i.high, MIDDLE),
        });
        let rows: Vec<Score> = rows.collect();
        let scale = taken(&rows, Some(MIDDLE));
        let reference = Some(ScoreReference::ScaleMiddle(MIDDLE));
        caveats.colours = Some("colours_by_line");
        scores(
            ChartData::Scores(Scores { rows, is_in_order: false, reference, scale, keys: Vec::new() }),
            caveats,
        )
    }

    /// The earlier and the present stage of the indices that have both.
    pub(super) fn indices_by_stage(&self) -> Result<Table<'a>, Diagnostic> {
        let stage = |stage: &str| -> Result<TrendPoint, Diagnostic> {
            Ok(TrendPoint { stage: self.locale.enum_word("stage", stage)?.to_owned(), date: None })
        };
        let comparable = |i: &&IndexFact| i.previous.is_some() && i.redefined.is_none();
        let rows = self.facts.indices.iter().filter(comparable).map(|i| TrendRow {
            label: self.text(&i.name).to_owned(),
            values: vec![i.previous.map(|value| (value, None)), Some((i.value, None))],
            tone: match (i.changed, i.previous) {
                (true, Some(before)) if i.value < before => Tone::Accent,
                (true, _) => Tone::Calm,
                (false, _) => Tone::Grey,
            },
        });
        let points = vec![stage("preliminary")?, stage("final")?];
        let data = ChartData::Stages(Trend { unit: Unit::Score, points, rows: rows.collect() });
        Ok(scores(data, Caveats::default()))
    }

    /// Territories by each index, against the index of all.
    pub(super) fn indices_by_territory(&self, limit: usize) -> Table<'a> {
        let mut caveats = Caveats::default();
        let indices = self.facts.indices.iter().filter(|i| !i.territories.is_empty()).take(limit);
        let panels = indices.map(|index| {
            let rows = index.territories.iter().map(|t| Score {
                label: format!("{}{}", self.name(&t.name), caveats.sign(t.base_class, t.wide)),
                value: t.value,
                shown: t
                    .base_class
                    .is_shown()
                    .then_some(Measure { value: t.value, interval: (t.low, t.high) }),
                rank: None,
                tone: against(t.low, t.high, index.value),
            });
            let rows = rows.collect();
            let (reference, scale) = (Some(ScoreReference::City(index.value)), WHOLE);
            let title = self.text(&index.name).to_owned();
            ScorePanel {
                title,
                scores: Scores { rows, is_in_order: true, reference, scale, keys: Vec::new() },
            }
        });
        let panels = panels.collect();
        caveats.colours = Some("colours_by_line");
        scores(ChartData::ScorePanels(panels), caveats)
    }

    /// Territories by risk, against that of the city, on as much of the scale as they take.
    pub(super) fn risk(&self, limit: usize) -> Result<Table<'a>, Diagnostic> {
        let risk = &self.facts.risk;
        let mut caveats = Caveats::default();
        let rows = risk.territories.iter().take(limit).map(|t| Score {
            label: format!("{}{}", self.name(&t.name), caveats.sign(t.base_class, t.wide)),
            value: t.score,
            shown: t.base_class.is_shown().then_some(Measure { value: t.score, interval: (t.low, t.high) }),
            rank: t.rank,
            tone: tier_tone(t.tier),
        });
        let rows: Vec<Score> = rows.collect();
        let scale = taken(&rows, None);
        let reference = risk.city.map(ScoreReference::City);
        let is_shown = |tone: Tone| rows.iter().any(|row| row.shown.is_some() && row.tone == tone);
        let keys = self.tier_keys(is_shown)?;
        Ok(scores(ChartData::Scores(Scores { rows, is_in_order: true, reference, scale, keys }), caveats))
    }

    /// All territories by risk.
    pub(super) fn territories(&self) -> Result<Table<'a>, Diagnostic> {
        let mut caveats = Caveats::default();
        let rows = self.facts.risk.territories.iter().map(|t| self.territory(t, None, &mut caveats));
        let data = ChartData::Territories(self.keyed(rows.collect())?);
        Ok(scores(data, caveats))
    }

    /// The territories whose boundaries are known.
    pub(super) fn areas(&self) -> Result<Table<'a>, Diagnostic> {
        let boundaries = &self.study.boundaries;
        let mut caveats = Caveats::default();
        let plane = Projection::around(boundaries.values().flatten().flatten().flatten());
        let rows = self.facts.risk.territories.iter().filter_map(|t| {
            let polygons = boundaries.get(&t.id)?.iter().map(|rings| {
                rings.iter().map(|ring| ring.iter().map(|p| plane.project(*p)).collect()).collect()
            });
            Some(self.territory(t, Some(polygons.collect()), &mut caveats))
        });
        let data = ChartData::Areas(self.keyed(rows.collect())?);
        Ok(scores(data, caveats))
    }

    fn territory(&self, t: &TerritoryRisk, area: Option<Polygons>, caveats: &mut Caveats) -> Territory {
        let is_shown = t.base_class.is_shown();
        Territory {
            label: format!("{}{}", self.name(&t.name), caveats.sign(t.base_class, t.wide)),
            score: is_shown.then_some(t.score),
            rank: t.rank.filter(|_| is_shown),
            tone: tier_tone(t.tier),
            tile: t.tile.map(|(row, column)| (usize::from(column), usize::from(row))),
            area,
        }
    }

    /// The parts of the score by territory.
    pub(super) fn risk_components(&self, limit: usize) -> Table<'a> {
        let risk = &self.facts.risk;
        let mut caveats = Caveats::default();
        let rows = risk.territories.iter().take(limit).map(|t| {
            let label = format!("{}{}", self.name(&t.name), caveats.sign(t.base_class, t.wide));
            (label, t.parts.iter().map(|part| part.filter(|_| t.base_class.is_shown())).collect())
        });
        let rows = rows.collect();
        let columns = risk.components.iter().map(|c| self.text(&c.label).to_owned()).collect();
        scores(ChartData::Components(Components { columns, rows }), caveats)
    }

    /// The colours of the tiers that are shown, from the highest.
    fn tier_keys(&self, is_shown: impl Fn(Tone) -> bool) -> Result<Vec<Key>, Diagnostic> {
        let tiers =
            [(Tier::High, "high"), (Tier::Middle, "middle"), (Tier::Low, "low"), (Tier::Unknown, "unknown")];
        let shown = tiers.into_iter().filter(|(tier, _)| is_shown(tier_tone(*tier)));
        let key = |(tier, name)| -> Result<Key, Diagnostic> {
            Ok(Key { label: self.locale.enum_word("tier", name)?.to_owned(), tone: tier_tone(tier) })
        };
        shown.map(key).collect()
    }

    /// Territories with the meaning of the colours that occur among those shown, from the highest tier, and of the
    /// hatching.
    fn keyed(&self, rows: Vec<Territory>) -> Result<Territories, Diagnostic> {
        let keys = self.tier_keys(|tone| rows.iter().any(|row| row.score.is_some() && row.tone == tone))?;
        let is_whole = rows.iter().all(|row| row.score.is_some());
        let absent = if is_whole { None } else { Some(self.locale.word("score_absent")?.to_owned()) };
        Ok(Territories { keys, absent, rows })
    }
}

/// What the intervals of the rows, and a value beside them, take of a scale.
fn taken(rows: &[Score], beside: Option<f64>) -> std::ops::Range<f64> {
    let intervals = rows.iter().filter_map(|row| row.shown).flat_map(|m| [m.interval.0, m.interval.1]);
    let (low, high) = intervals
        .chain(beside)
        .fold((WHOLE.end, WHOLE.start), |(low, high), value| (low.min(value), high.max(value)));
    low.min(high)..high.max(low)
}

fn scores<'q>(data: ChartData, caveats: Caveats) -> Table<'q> {
    Table { data, caveats, basis: Basis::Scores }
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
