//! A package of data held against itself: the descriptor has the size and the digest of every file, and says what the
//! columns of each table hold (Frictionless Data Package v1, Data Resource: `bytes`, `hash`).
//!
//! A package has no prints: its cells are the data. What is proven is that they are those of the build.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::verify::Verification;
use crate::diag::{Code, Diagnostic, Location, Message, say};
use crate::opc::{DATASET_MAIN, FILE_LIMIT, Package};
use crate::source::sha256;

/// What a package proves.
#[derive(Debug, Clone)]
pub struct VerifiedDataset {
    /// Numbers read, and those of tables that are as they are described.
    pub verification: Verification,
    /// SHA-256 of the descriptor.
    pub descriptor: String,
    /// Files with their digests, as they are.
    pub files: Vec<(String, String)>,
}

/// Holds a package against its descriptor.
///
/// # Errors
/// What is no package, is broken or beyond the limits of [`Package`].
pub fn verify_dataset(file: &str, bytes: Vec<u8>) -> Result<VerifiedDataset, Diagnostic> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > FILE_LIMIT {
        return Err(super::reading::too_large(file, say!("proof-file-large", most = FILE_LIMIT >> 20)));
    }
    let mut package = Package::open(file, bytes, DATASET_MAIN)?;
    let text = package.part(DATASET_MAIN)?.unwrap_or_default();
    let descriptor: Json = serde_json::from_slice(&text).map_err(|error| {
        let message = say!("proof-broken", detail = error.to_string());
        Diagnostic::new(Code::ProofBroken, message)
            .at(package.location(DATASET_MAIN))
            .hint(say!("hint-proof-broken"))
    })?;
    let mut held = Held {
        package,
        result: Verification { file: file.to_owned(), ..Verification::default() },
        seen: BTreeSet::from([DATASET_MAIN.to_owned()]),
        files: Vec::new(),
    };
    let list = |name: &str| descriptor[name].as_array().cloned().unwrap_or_default();
    let described: Vec<Json> = list("resources").into_iter().chain(list("documents")).collect();
    if described.is_empty() {
        held.fault(Code::ProofMissing, DATASET_MAIN, say!("proof-missing"));
    }
    for own in &described {
        held.described(own)?;
    }
    let names: Vec<String> = held.package.names().map(str::to_owned).collect();
    for name in names.iter().filter(|name| !held.seen.contains(*name)) {
        held.result.faults.push(fault(file, Code::ProofNumberUnbound, name, say!("proof-table-unknown")));
    }
    Ok(VerifiedDataset { verification: held.result, descriptor: sha256(&text), files: held.files })
}

/// A package while it is read.
struct Held {
    package: Package,
    result: Verification,
    /// Files that are described.
    seen: BTreeSet<String>,
    files: Vec<(String, String)>,
}

impl Held {
    /// A file that the descriptor names.
    fn described(&mut self, own: &Json) -> Result<(), Diagnostic> {
        let path = own["path"].as_str().unwrap_or_default().to_owned();
        self.seen.insert(path.clone());
        let Some(bytes) = self.package.part(&path)? else {
            self.fault(Code::ProofNumberDiffers, &path, say!("proof-table-gone"));
            return Ok(());
        };
        let numbers = numbers(&bytes, &own["schema"]);
        let digest = sha256(&bytes);
        self.files.push((path.clone(), digest.clone()));
        match own["hash"].as_str() {
            None => self.fault(Code::ProofMissing, &path, say!("proof-missing")),
            Some(hash) if hash == format!("sha256:{digest}") => match &numbers {
                Ok(count) => self.result.proven += count,
                Err(detail) => {
                    let message = say!("proof-table-unreadable", detail = detail);
                    self.fault(Code::ProofUnreadable, &path, message);
                }
            },
            Some(_) => self.fault(Code::ProofNumberDiffers, &path, say!("proof-table-changed")),
        }
        self.result.read += numbers.unwrap_or_default();
        Ok(())
    }

    fn fault(&mut self, code: Code, path: &str, message: Message) {
        self.result.faults.push(fault(&self.result.file, code, path, message));
    }
}

fn fault(file: &str, code: Code, path: &str, message: Message) -> Diagnostic {
    Diagnostic::new(code, message).at(Location::pointer(file, path)).hint(say!("hint-proof-number"))
}

/// How many numbers a table holds, each in a column of numbers; none where the file is no table.
fn numbers(bytes: &[u8], schema: &Json) -> Result<usize, String> {
    let Some(fields) = schema["fields"].as_array() else { return Ok(0) };
    let is_number: Vec<bool> =
        fields.iter().map(|own| matches!(own["type"].as_str(), Some("number" | "integer"))).collect();
    let mut count = 0;
    for row in csv::Reader::from_reader(bytes).records() {
        let row = row.map_err(|error| error.to_string())?;
        for (cell, is_number) in row.iter().zip(&is_number) {
            if *is_number && !cell.is_empty() {
                cell.parse::<f64>().map_err(|error| format!("{cell}: {error}"))?;
                count += 1;
            }
        }
    }
    Ok(count)
}
