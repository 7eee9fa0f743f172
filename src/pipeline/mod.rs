//! What is built, in which order, in parallel; what goes to disk, and how.
//!
//! A run loads the study once ([`BuildContext`]), then builds every chosen document that is not there already, made of
//! the same (`made_of`). Only when all of them are whole do they change places with the last ones, as one set
//! (`output`); a failed run leaves the last good outputs as they were.
//!
//! [`build`] writes files, [`build_in_memory`] gives their bytes, [`inspect`] says everything there is to say of a
//! study without building it, [`review`] compares a returned DOCX with the study, [`new_study`] and
//! [`new_workbook`] begin one, [`convert`] writes one as JSON or as a workbook, and
//! [`gallery`] draws every kind of chart, and [`guide`] makes the manual. [`tabulate`] makes the results of a study from the answers.

mod artifact;
mod assemble;
mod base;
mod build;
mod build_context;
mod convert;
mod crosscheck;
mod cutoffs;
mod derivations;
mod formats;
mod formulas;
mod gallery;
mod glyphs;
mod guide;
mod inspect;
mod job;
pub mod live;
mod loaded_theme;
mod made_of;
mod manifest;
mod manual;
mod origins;
mod output;
mod parity;
mod per_language;
mod plan;
mod programme;
mod progress;
mod proving;
mod recent;
mod references;
mod report_settings;
mod request;
mod resolution;
mod resolved;
mod review;
mod run;
mod scored;
mod scores;
mod shelf;
mod starter;
mod tabulate;
mod verifying;
mod watch;
mod words;
mod workers;

pub use artifact::{Artifact, ArtifactInfo, BuildOutput, BuildSummary};
pub use build::{build, build_in_memory};
pub use build_context::BuildContext;
pub use convert::{Shape as StudyShape, convert};
pub use gallery::{GalleryRequest, gallery};
pub use guide::{CommandHelp, CommandLine, GUIDE, GuideRequest, NamedText, guide, guide_in_memory};
pub use inspect::{DeliverableTerms, Inspection, inspect};
pub use job::{Format, Job};
pub use manifest::MANIFEST;
pub use manual::write_pages;
pub use programme::{ProgrammeRequest, ProgrammeSummary, StudyOutcome, build_programme};
pub use progress::{Progress, Silent};
pub use proving::ProvenCounts;
pub use recent::{is_study, recent_studies, remember_study};
pub use request::Request;
pub use review::review;
pub use starter::{new_minimal, new_study, new_workbook};
pub use tabulate::{DraftRequest, StageSummary, TabulateRequest, TabulateSummary, draft_codebook, tabulate};
pub use verifying::{TracedNumber, VerifiedFile, formula_in, reason_in, trace_file, verify_file};
pub use watch::{Waited, Waker, Watch};
pub use words::{Account, LOCALE, THEME, settings, words};

pub use crate::source::{Keys, PROGRAMME, SettingsLayer, real_path};
pub use crate::template::{Entry, Unit};
