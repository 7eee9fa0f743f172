//! A DOCX that came back from the customer: which numbers were changed, what was remarked, what was rewritten.
//!
//! [`returned`] reads what the file holds: numbers in content controls, comments, tracked changes, paragraphs. It
//! reads the file that the study gives today in the same way, and [`compare`] tells the difference; a number
//! that neither a control nor its sentence proves is a fault ([`unproven`]).

mod compare;
mod returned;
mod unproven;

pub use compare::compare;
pub use returned::{Origin, Returned, read};
