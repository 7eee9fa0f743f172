//! esep (есеп, "report"): turns a social study's analysed results into the documents its customer
//! accepts, in Kazakh and Russian, as PDF, DOCX and PPTX.
//!
//! A study folder is read ([`study`]) and checked ([`check`]), facts are computed from it ([`facts`]), templates
//! are filled in ([`template`]), read as markup ([`markup`]) and resolved against the data
//! ([`resolve`]) into one document ([`document`]), which the writers ([`write`]) turn into files.
//! [`pipeline`] runs it all. What comes back from the customer is read by [`review`]; files of Office programs
//! are opened by [`opc`].

pub mod chart;
pub mod check;
pub mod cli;
pub mod diag;
pub mod document;
pub mod facts;
pub mod gallery;
pub mod locale;
pub mod markup;
pub mod opc;
pub mod picture;
pub mod pipeline;
pub mod quantity;
pub mod resolve;
pub mod review;
pub mod source;
pub mod study;
pub mod template;
pub mod theme;
pub mod write;
