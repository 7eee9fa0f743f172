//! Relationships: by them, not by its name, a part is known (ISO/IEC 29500-2, 8.3).

use super::namespaces::relationship_kind;
use super::{Package, relationships, target};
use crate::diag::Diagnostic;

/// A relationship of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The id by which the part refers to it.
    pub id: String,
    /// What it leads to: `styles`, `header`, `image`; the whole type where it is none of Office's.
    pub kind: String,
    /// An address, or the path of a part.
    pub target: String,
    /// Whether it leads out of the package.
    pub is_external: bool,
}

impl Package {
    /// The relationships of a part in their order; of the package itself where the path is empty.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Diagnostic> {
        let root = self.xml(&relationships(part))?.unwrap_or_default();
        let found = root.elements().filter(|element| element.name == "Relationship").filter_map(|element| {
            let (id, kind, to) = (element.get("Id")?, element.get("Type")?, element.get("Target")?);
            let is_external = element.get("TargetMode") == Some("External");
            let target = if is_external { to.to_owned() } else { target(part, to) };
            Some(Relation {
                id: id.to_owned(),
                kind: relationship_kind(kind).to_owned(),
                target,
                is_external,
            })
        });
        Ok(found.collect())
    }

    /// The part that another one has for something, by the kind of the relationship.
    ///
    /// # Errors
    /// Where the relationships cannot be read.
    pub fn related(&mut self, part: &str, kind: &str) -> Result<Option<String>, Diagnostic> {
        let mut relations = self.relations(part)?.into_iter();
        Ok(relations.find(|of| of.kind == kind && !of.is_external).map(|of| of.target))
    }
}
