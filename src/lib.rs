//! esep (есеп, "report"): turns a social study's analysed results into the documents its customer
//! accepts, in Kazakh and Russian, as PDF, DOCX and slides.

pub mod chart;
pub mod diag;
pub mod document;
pub mod locale;
pub mod source;
pub mod study;
pub mod write;
