//! What acts by itself in an office file from outside, and is therefore refused.

use super::Package;
use super::xml::parse;
use crate::diag::{Diagnostics, say};

/// Refuses macros, and links of the parts that `wanted` accepts (by the path of their relationships) that are
/// fetched without being asked for.
///
/// # Errors
/// Every macro and fetched link, as [`Code::PackageHostile`](crate::diag::Code::PackageHostile); relationships that
/// cannot be read.
pub fn refuse(package: &mut Package, wanted: impl Fn(&str) -> bool) -> Result<(), Diagnostics> {
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    let mut faults = Diagnostics::new();
    for name in &names {
        let lower = name.to_lowercase();
        if lower.ends_with("vbaproject.bin") || lower.ends_with("vbadata.xml") {
            faults.push(package.hostile(say!("reference-macros")).at(package.location(name)));
        }
        let Some(part) = part_of(name).filter(|_| wanted(name)) else { continue };
        for relation in package.relations(&part)? {
            if ["vbaProject", "wordVbaData"].contains(&relation.kind.as_str()) {
                faults.push(package.hostile(say!("reference-macros")).at(package.location(name)));
            }
            if relation.is_external && relation.kind != "hyperlink" {
                let message = say!("reference-external", kind = relation.kind, target = relation.target);
                faults.push(package.hostile(message).at(package.location(name)));
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// The part whose relationships a path holds; of the package itself it is empty.
fn part_of(name: &str) -> Option<String> {
    let (folder, file) = name.strip_suffix(".rels")?.rsplit_once("_rels/")?;
    Some(format!("{folder}{file}"))
}

/// Whether a vector picture is one, runs nothing and shows nothing from elsewhere.
pub fn is_plain_svg(bytes: &[u8]) -> bool {
    let root = std::str::from_utf8(bytes).ok().and_then(|text| parse(text).ok());
    root.is_some_and(|mut root| {
        let mut is_plain = true;
        root.walk_mut(&mut |element| {
            let shown = element.get("href").or(element.get("xlink:href"));
            is_plain &= !["script", "foreignObject"].contains(&element.name.as_str())
                && shown.is_none_or(|url| url.starts_with('#') || url.starts_with("data:"));
        });
        is_plain && root.name.rsplit(':').next() == Some("svg")
    })
}
