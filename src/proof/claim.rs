//! What a file carries to prove its numbers: which data it prints, where each comes from, and every number of the
//! file in its order, each bound to a datum or to a reason why it needs none.
//!
//! The JSON is compact and the same for the same study: data and places refer to each other by position.

use serde::{Deserialize, Serialize};

use super::reading::Reading;
use crate::quantity::{Rounded, Unit};
use crate::source::sha256;

/// Version of the proof's form.
pub const SCHEMA: u32 = 1;

/// What a file carries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// Version of this form: 1.
    pub schema: u32,
    /// The program and its version.
    pub program: String,
    /// Name of the file as it was built: the entry of the manifest.
    pub file: String,
    /// Id of the study.
    pub study: String,
    /// Id of the deliverable.
    pub deliverable: String,
    /// BCP 47 tag without region.
    pub language: String,
    /// `customer` or `public`.
    pub edition: String,
    /// Last day that the file knows of, ISO 8601.
    pub cutoff: String,
    /// SHA-256 of what the study gave to the document: its files as of the cut-off, with the texts and words of its
    /// own language.
    pub inputs: String,
    /// The data that the file prints.
    pub data: Vec<ProvenDatum>,
    /// What went into data that are derived, and is not printed itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<ProvenSource>,
    /// Labels of headings, figures, tables and slides that numbers stand under.
    pub labels: Vec<String>,
    /// Pages or parts with their numbers.
    pub places: Vec<ProvenPlace>,
    /// SHA-256 of the numbers in their order, place by place: [`digest`].
    pub digest: String,
}

/// A datum that the file prints, in one rounding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProvenDatum {
    /// Its id.
    pub id: String,
    /// The exact value in its unit; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// What the value counts.
    pub unit: Unit,
    /// Decimals of the print, rounded half away from zero.
    pub decimals: u8,
    /// Where it comes from.
    #[serde(flatten)]
    pub origin: Origin,
}

/// A datum that went into a printed one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProvenSource {
    /// Its id.
    pub id: String,
    /// The exact value; the public edition does not tell it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Where it comes from.
    #[serde(flatten)]
    pub origin: Origin,
}

/// Where a datum comes from: a record of the study, or a formula over other data.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Origin {
    /// The record that holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
    /// Id of the formula that made it, in the program's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// Ids of the data that went into the formula.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<String>,
}

/// A place in a file of the study. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Path inside the study's folder.
    pub file: String,
    /// Line of the value.
    pub line: u32,
    /// Column of the value in characters.
    pub column: u32,
    /// Sheet and cell, `Лист!D7`, where the file is a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// The value as it stands there.
    pub value: String,
}

/// A page or part with its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProvenPlace {
    /// `page 21`, `word/document.xml`.
    pub name: String,
    /// In the order of the file.
    pub numbers: Vec<ProvenNumber>,
}

/// A number of the file: its text, what it is bound to, and the position of the label that it stands under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvenNumber(
    pub String,
    pub Binding,
    #[serde(default, skip_serializing_if = "Option::is_none")] pub Option<usize>,
);

/// What a number is bound to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Binding {
    /// Position of the datum in [`Proof::data`].
    Datum(usize),
    /// Id of the reason why it needs none.
    Reason(String),
}

impl ProvenDatum {
    /// The ends of the value as their digits are printed, with a point.
    pub fn printed(&self) -> Vec<String> {
        let ends = std::iter::once(self.value).chain(self.high);
        ends.map(|value| Rounded::new(value, self.decimals).to_string()).collect()
    }
}

impl Proof {
    /// The proof as the file carries it.
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The proof with the cells of a workbook as labels; `reading` is that of the file which it proves, number by number.
    #[must_use]
    pub fn with_cells(mut self, reading: &Reading) -> Self {
        // A workbook inside another file stands under the label of its chart.
        let is_own = |name: &str| !name.contains('!');
        for place in reading.places.iter().filter(|place| !place.sheet.is_empty() && is_own(&place.name)) {
            let own = self.places.iter_mut().find(|own| own.name == place.name);
            let numbers = own.into_iter().flat_map(|own| &mut own.numbers);
            for (number, token) in numbers.zip(&place.tokens) {
                if let Some(address) = place.address(token) {
                    number.2 = Some(self.labels.len());
                    self.labels.push(address);
                }
            }
        }
        self
    }

    /// Reads a proof.
    ///
    /// # Errors
    /// A plain sentence for what is no proof of this form, or contradicts itself.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let proof: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if proof.schema != SCHEMA {
            return Err(format!("schema {}", proof.schema));
        }
        let numbers = proof.places.iter().flat_map(|place| &place.numbers);
        let dangling = numbers.clone().any(|ProvenNumber(_, binding, label)| {
            let no_datum = matches!(binding, Binding::Datum(at) if *at >= proof.data.len());
            no_datum || label.is_some_and(|label| label >= proof.labels.len())
        });
        if dangling {
            return Err("a number is bound to a datum that is not there".to_owned());
        }
        if digest(&proof.places) != proof.digest {
            return Err("its digest is not that of its numbers".to_owned());
        }
        Ok(proof)
    }
}

/// SHA-256 of the places' names and the texts of their numbers, one a line, a line end after each.
pub fn digest(places: &[ProvenPlace]) -> String {
    let mut text = String::new();
    for place in places {
        text.push_str(&place.name);
        text.push('\n');
        for ProvenNumber(number, ..) in &place.numbers {
            text.push_str(number);
            text.push('\n');
        }
    }
    sha256(text.as_bytes())
}
