//! Boundaries of the territories from a GeoJSON file (RFC 7946) of the study folder.

use std::collections::BTreeMap;

use geojson::{Feature, GeoJson, GeometryValue, PolygonType};

use super::file_outcome::{FileOutcome, not_there};
use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::Folder;
use crate::study::survey::Territories;
use crate::study::{Boundaries, Polygon, nearest};

/// Points of the smallest closed ring (RFC 7946, 3.1.6).
const LEAST_POINTS: usize = 4;

/// The boundaries that the territories name, all of them and no other.
pub fn read(folder: &Folder, territories: &Territories) -> FileOutcome<Boundaries> {
    let none = || FileOutcome { value: Some(Boundaries::new()), texts: Vec::new(), faults: Vec::new() };
    let Some(path) = &territories.boundaries else { return none() };
    let text = match folder.read(path) {
        Ok(text) => text,
        Err(fault) => {
            let named = Location::pointer(Territories::FILE, "/boundaries");
            return FileOutcome { value: None, texts: Vec::new(), faults: vec![not_there(fault, named)] };
        }
    };
    let mut faults = Vec::new();
    let found = match text.text.parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(collection)) => {
            features(path, &collection.features, territories, &mut faults)
        }
        Ok(_) => {
            faults.push(fault(say!("boundaries-no-collection")).at(Location::file(path)));
            BTreeMap::new()
        }
        Err(error) => {
            let place = Location::file(path);
            faults.push(fault(say!("boundaries-unreadable", detail = error)).at(place));
            BTreeMap::new()
        }
    };
    if faults.is_empty() {
        let missing = territories.territories.iter().enumerate();
        faults.extend(missing.filter(|(_, t)| !found.contains_key(t.id.as_str())).map(|(i, t)| {
            let place = Location::pointer(Territories::FILE, format!("/territories/{i}/id"));
            fault(say!("boundaries-territory-missing", id = &t.id, path = path)).at(place)
        }));
    }
    FileOutcome { value: faults.is_empty().then_some(found), texts: vec![text], faults }
}

fn fault(message: crate::diag::Message) -> Diagnostic {
    Diagnostic::new(Code::BoundaryFile, message).hint(say!("hint-boundaries"))
}

fn features(
    path: &str,
    features: &[Feature],
    territories: &Territories,
    faults: &mut Vec<Diagnostic>,
) -> Boundaries {
    let known: Vec<String> = territories.territories.iter().map(|t| t.id.to_string()).collect();
    let mut found = Boundaries::new();
    for (i, feature) in features.iter().enumerate() {
        let place = || Location::pointer(path, format!("/features/{i}"));
        let Some(id) = id(feature) else {
            faults.push(fault(say!("boundaries-without-id")).at(place()));
            continue;
        };
        if !known.contains(&id) {
            let unknown =
                Diagnostic::new(Code::DanglingId, say!("boundaries-id-unknown", id = &id)).at(place());
            faults.push(match nearest(&id, &known) {
                Some(near) => unknown.hint(say!("hint-did-you-mean", near = near)),
                None => unknown.hint(say!("hint-boundaries")),
            });
            continue;
        }
        match polygons(feature) {
            Some(polygons) => found.entry(id).or_default().extend(polygons),
            None => faults.push(fault(say!("boundaries-no-polygon", id = &id)).at(place())),
        }
    }
    found
}

/// The territory's id: the feature's own `id`, or its property `id`.
fn id(feature: &Feature) -> Option<String> {
    match &feature.id {
        Some(geojson::feature::Id::String(id)) => Some(id.clone()),
        Some(geojson::feature::Id::Number(id)) => Some(id.to_string()),
        None => feature.properties.as_ref()?.get("id")?.as_str().map(str::to_owned),
    }
}

/// The feature's polygons, where it is made of sound ones.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "of GeoJSON's geometries a territory is made of polygons alone"
)]
fn polygons(feature: &Feature) -> Option<Vec<Polygon>> {
    match &feature.geometry.as_ref()?.value {
        GeometryValue::Polygon { coordinates } => Some(vec![polygon(coordinates)?]),
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().map(polygon).collect(),
        _ => None,
    }
}

fn polygon(rings: &PolygonType) -> Option<Polygon> {
    let ring = |ring: &Vec<geojson::Position>| {
        let points: Option<Vec<(f64, f64)>> = ring.iter().map(point).collect();
        points.filter(|points| points.len() >= LEAST_POINTS && points.first() == points.last())
    };
    let rings: Option<Polygon> = rings.iter().map(ring).collect();
    rings.filter(|rings| !rings.is_empty())
}

/// Longitude and latitude in degrees.
fn point(position: &geojson::Position) -> Option<(f64, f64)> {
    let [longitude, latitude, ..] = position.as_slice() else { return None };
    let is_on_earth = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
    is_on_earth.then_some((*longitude, *latitude))
}
