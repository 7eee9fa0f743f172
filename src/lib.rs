//! Turns the analysed results of a social study into the documents its customer accepts: reports, papers and slides
//! in Kazakh and Russian, as PDF, DOCX and PPTX. (esep, есеп: report.)
//!
//! A study is a folder of JSON files. [`pipeline::build_in_memory`] reads and checks it, and gives the bytes of the
//! files that were asked for; [`pipeline::build`] writes them. Whatever is wrong comes back as
//! [`diag::Diagnostics`], all at once, each with its place and the next step.
//!
//! ```
//! use esep::diag::UiLanguage;
//! use esep::pipeline::{Format, Request, Silent, build_in_memory};
//!
//! let request = Request {
//!     study: "samples/taraz-2026".into(),
//!     deliverables: vec!["invitation".into()],
//!     languages: vec!["kk".into()],
//!     formats: vec![Format::Pdf],
//!     ..Request::default()
//! };
//! match build_in_memory(&request, &Silent) {
//!     Ok(output) => {
//!         let paper = &output.artifacts[0];
//!         assert_eq!((paper.info.name.as_str(), paper.info.pages), ("invitation.kk.pdf", 1));
//!         assert!(paper.bytes.starts_with(b"%PDF-"));
//!     }
//!     Err(faults) => {
//!         for fault in &faults {
//!             eprintln!("{}", fault.render(UiLanguage::Ru));
//!         }
//!         panic!("the sample is sound");
//!     }
//! }
//! ```
//!
//! `samples/programs/build_report.rs` is such a program in whole.
//!
//! # The way of a study
//!
//! A folder is read through [`source`] into a [`study`], and checked, one rule a file, by `check`. What follows from
//! its data is computed by [`facts`]: intervals, ranks, the state of the grant's terms. `template` fills in the
//! sentences of a report, in the words and number forms of a [`locale`]; `markup` reads what comes out as a draft;
//! `resolve` binds figures and tables to the data, draws them with [`chart`] and numbers everything. The result is
//! one [`document`], which every writer in [`write`](mod@write) turns into its own format, so that two formats cannot
//! say different things. [`pipeline`] runs it all.
//!
//! Results come from an analyst, or from the respondents' [`answers`] themselves (SPSS files through [`spss`]), which
//! [`mod@tabulate`] makes into records.
//!
//! [`serve`] shows a study on a page while its authors work on it.
//!
//! What comes back from a customer is compared with the study by `review`; files of office programs are opened by
//! [`opc`]; [`gallery`] has a specimen of every kind of chart with every hard case. Lengths, shares and printed
//! numbers are types of [`quantity`]. How everything looks is data of a [`theme`]; a drawing or photograph is a
//! [`picture`].
//!
//! `src/README.md` has the table of these rooms, what each may use, and what to touch for a change.

pub mod answers;
mod base;
pub mod chart;
mod check;
pub mod diag;
pub mod document;
pub mod facts;
pub mod gallery;
pub mod locale;
mod markup;
pub mod opc;
pub mod picture;
pub mod pipeline;
pub mod proof;
pub mod quantity;
mod resolve;
mod review;
pub mod serve;
pub mod source;
pub mod spss;
pub mod study;
pub mod tabulate;
mod template;
pub mod theme;
pub mod workbook;
pub mod write;
