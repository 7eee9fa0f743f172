//! What a document prints otherwise than its file that was built last, number by number.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use super::LiveStudy;
use super::document::LiveDocument;
use crate::diag::Diagnostic;
use crate::opc::FILE_LIMIT;
use crate::pipeline::Format;
use crate::proof::reading::read;
use crate::proof::{Binding, Proof, ProvenDatum};
use crate::source::outside_file;

/// A datum that the document prints otherwise than the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// Id of the datum.
    pub id: String,
    /// As the file has it; nothing where it is new.
    pub was: Option<String>,
    /// As the document has it; nothing where it is gone.
    pub now: Option<String>,
    /// Page from 0 and position among its numbers, where the document prints it.
    pub place: Option<(usize, usize)>,
}

impl LiveStudy {
    /// The differences to the PDF of a document in a folder; `None` where there is none with a proof.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn changes(&self, document: &LiveDocument, out: &Path) -> Result<Option<Vec<Change>>, Diagnostic> {
        let path = out.join(document.job.file(Format::Pdf));
        if !path.is_file() {
            return Ok(None);
        }
        let (file, bytes) = outside_file(&path, FILE_LIMIT)?;
        let proof = read(&file, bytes)?.proof.and_then(|proof| Proof::parse(&proof).ok());
        Ok(proof.map(|proof| self.differences_to(document, &proof)))
    }

    fn differences_to(&self, document: &LiveDocument, proof: &Proof) -> Vec<Change> {
        let numbers = self.numbers(document);
        let key = |datum: &ProvenDatum| (datum.id.clone(), datum.decimals);
        let shown = |datum: &ProvenDatum| self.as_printed(&document.job, datum);
        let was: BTreeMap<_, _> = proof.data.iter().map(|datum| (key(datum), shown(datum))).collect();
        let mut left = was.clone();
        let mut found = Vec::new();
        for (at, datum) in numbers.data.iter().enumerate() {
            left.remove(&key(datum));
            let (before, now) = (was.get(&key(datum)), shown(datum));
            if before == Some(&now) {
                continue;
            }
            let is_own = |binding: &Option<Binding>| *binding == Some(Binding::Datum(at));
            let place =
                numbers.pages.iter().enumerate().find_map(|(page, all)| {
                    Some((page, all.iter().position(|number| is_own(&number.binding))?))
                });
            let change = Change { id: datum.id.clone(), was: before.cloned(), now: Some(now), place };
            if !found.contains(&change) {
                found.push(change);
            }
        }
        let gone =
            left.into_iter().map(|((id, _), was)| Change { id, was: Some(was), now: None, place: None });
        found.extend(gone);
        found
    }
}
