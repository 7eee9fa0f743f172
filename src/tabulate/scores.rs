//! The values of `indices.json` and `risk.json`.

use indexmap::IndexMap;

use super::Input;
use super::composite::{Measured, Part, composite, parts};
use super::design::Design;
use super::estimate::round;
use super::groups::Groups;
use super::units::Question;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::study::Id;
use crate::study::results::{
    Component, GroupCodes, Index, IndexMethod, IndexValue, Indices, Risk, RiskScore, Stage,
};

/// The breakdown whose groups are territories.
const TERRITORY: &str = "territory";

/// Values of each index, and the risk scores.
pub fn scores(
    input: Input<'_>,
    stage: Stage,
    questions: &[Question<'_>],
    breakdowns: &[Groups<'_>],
    design: &Design,
) -> Result<(Vec<Vec<IndexValue>>, Vec<RiskScore>), Diagnostics> {
    let mut findings = Diagnostics::new();
    let wanted = |groups: &&Groups<'_>| {
        let listed = input.plan.index_breakdowns.as_ref();
        listed.is_none_or(|ids| ids.iter().any(|id| id.as_str() == groups.id))
    };
    let chosen: Vec<&Groups<'_>> = breakdowns.iter().filter(wanted).collect();
    let mut indices = Vec::new();
    for (at, index) in input.indices.indices.iter().enumerate() {
        indices.push(values(index, stage, questions, &chosen, (design, input.z)).unwrap_or_else(|| {
            if index.method.is_some() && !index.components.is_empty() {
                let place = Location::pointer(Indices::FILE, format!("/indices/{at}/components"));
                findings.push(
                    Diagnostic::new(Code::DanglingId, say!("index-not-tabulated", id = index.id)).at(place),
                );
            }
            Vec::new()
        }));
    }
    let territories: Vec<&Groups<'_>> = breakdowns.iter().filter(|g| g.id == TERRITORY).collect();
    let scores = risk(input.risk, stage, questions, &territories, (design, input.z));
    if findings.has_errors() { Err(findings) } else { Ok((indices, scores)) }
}

/// Breakdown and code of a group, none for the whole sample, and the places of its people.
type GroupOfPeople<'g> = (Option<(&'g str, &'g str)>, Vec<usize>);

/// The whole sample, then every group: breakdown, code and people.
fn everyone<'g>(breakdowns: &[&'g Groups<'g>], people: usize) -> Vec<GroupOfPeople<'g>> {
    let mut all = vec![(None, (0..people).collect())];
    for groups in breakdowns {
        let codes = groups.codes.iter().enumerate();
        all.extend(codes.map(|(at, code)| (Some((groups.id, *code)), groups.members(at))));
    }
    all
}

fn values(
    index: &Index,
    stage: Stage,
    questions: &[Question<'_>],
    breakdowns: &[&Groups<'_>],
    (design, z): (&Design, f64),
) -> Option<Vec<IndexValue>> {
    let method = index.method?;
    let parts = parts(&index.components, method, questions)?;
    let least = if method == IndexMethod::NetBalance { -100.0 } else { 0.0 };
    let mut values = Vec::new();
    for (by, people) in everyone(breakdowns, design.rows.len()) {
        let Some(measured) = composite(&parts, &people, design, z) else { continue };
        values.push(IndexValue {
            stage,
            by: by.map(|(id, code)| GroupCodes::of(id, code)),
            n: measured.n,
            value: round(measured.value, 4),
            ci: bounds(&measured, least),
        });
    }
    Some(values)
}

fn bounds(measured: &Measured, least: f64) -> (f64, f64) {
    (round(measured.ci.0.max(least), 4), round(measured.ci.1.min(100.0), 4))
}

/// Risk is the unfavourable side of the scales of its components' items.
fn risk(
    risk: &Risk,
    stage: Stage,
    questions: &[Question<'_>],
    territories: &[&Groups<'_>],
    (design, z): (&Design, f64),
) -> Vec<RiskScore> {
    // One flat list of scale items: a component's declared weight times the item's share in it.
    let flat: Vec<Component> = risk
        .components
        .iter()
        .flat_map(|component| {
            component
                .items
                .iter()
                .map(|item| Component { weight: item.weight * component.weight, ..item.clone() })
        })
        .collect();
    let named = !risk.components.is_empty() && risk.components.iter().all(|c| !c.items.is_empty());
    let found: Option<Vec<Part<'_>>> =
        named.then(|| parts(&flat, IndexMethod::MeanScore, questions)).flatten();
    let Some(parts) = found else { return Vec::new() };
    let mut scores = Vec::new();
    for (by, people) in everyone(territories, design.rows.len()) {
        let Some(favourable) = composite(&parts, &people, design, z) else { continue };
        let mut means = favourable.means.iter();
        let mut components = IndexMap::new();
        for component in &risk.components {
            let mean: f64 =
                component.items.iter().zip(means.by_ref()).map(|(item, mean)| item.weight * mean).sum();
            components.insert(component.id.to_string(), round(100.0 - mean, 4));
        }
        scores.push(RiskScore {
            stage,
            territory: by.map(|(_, code)| Id(code.to_owned())),
            n: favourable.n,
            score: round(100.0 - favourable.value, 4),
            ci: (
                round((100.0 - favourable.ci.1).max(0.0), 4),
                round((100.0 - favourable.ci.0).min(100.0), 4),
            ),
            components,
        });
    }
    scores
}
