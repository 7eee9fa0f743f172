//! Every number of a finished file, and what proves it.
//!
//! When a file has been written, its numbers are [read](reading) back out of its bytes, page by page or part by part,
//! and [bound](bind) to what the document prints (`expected`): each to a datum with its exact value and its record, or
//! to a reason why it needs none (`allowed`). The result, a [`Proof`], goes into the file itself: as an associated file
//! of a PDF/A-3, as a custom XML part (`package`) of an Office file. [`verify`] holds a file against the proof that it
//! carries, and needs nothing else.

mod allowed;
mod bind;
mod book;
mod chart_prints;
mod claim;
mod dataset;
mod expected;
mod formulas;
mod package;
pub mod reading;
mod token;
mod trace;
mod verify;

pub use allowed::{Allowed, Reason};
pub use bind::{Unbound, bind};
pub use claim::{
    Binding, Origin, Proof, ProvenDatum, ProvenNumber, ProvenPlace, ProvenSource, Record, SCHEMA, digest,
};
pub use dataset::{VerifiedDataset, verify_dataset};
pub use expected::{Bound, Expected, Lookup, Print};
pub use formulas::Formulas;
pub use package::with_proof;
pub use token::{Token, key, tokens};
pub use trace::{Printed, Traced, prints_of, trace};
pub use verify::{Verification, verify};

/// Name of the proof among the files that a PDF carries.
pub const PROOF_FILE: &str = "esep-proof.json";
