//! `cargo bench`: the whole build of the sample beside a bare Typst compile and PDF export of the same
//! documents, in turn. The figure to watch is the ratio.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and stops where its input is broken"
)]

mod shared;

use std::path::PathBuf;

use esep::document::Document;
use esep::pipeline::{BuildContext, Format, Job, Request, Silent, build};
use esep::write::typst::DeckView;
use rayon::prelude::*;
use shared::{pairs, time};

const ROUNDS: usize = 7;

fn main() {
    let sample = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples/taraz-2026");
    let out = std::env::temp_dir().join("esep-bench");
    // What is there already would be left as it is.
    let request = Request { study: sample, out: Some(out.clone()), force: true, ..Request::default() };

    let whole = || match build(&request, &Silent) {
        Ok(report) => report.files.len(),
        Err(faults) => panic!("{faults:?}"),
    };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    // Every PDF of the sample, the speaker's editions of the slides among them.
    let views = |format: &Format| match format {
        Format::Pdf => Some(DeckView::Slides),
        Format::Speaker => Some(DeckView::SpeakerNotes),
        Format::Docx | Format::Pptx | Format::Xlsx | Format::Zip => None,
    };
    let documents: Vec<(Job, Document, DeckView)> = context
        .documents()
        .flat_map(|job| match context.resolved(job) {
            Ok((document, _)) => {
                job.formats.iter().filter_map(views).map(move |view| (job.clone(), document.clone(), view))
            }
            Err(faults) => panic!("{faults:?}"),
        })
        .collect();
    let bare = || {
        let pdfs: Vec<usize> = documents
            .par_iter()
            .map(|(job, document, view)| {
                let pdf = context.typeset(job, document, *view).unwrap_or_else(|f| panic!("{f:?}"));
                pdf.len()
            })
            .collect();
        comemo::evict(0);
        pdfs.len()
    };
    if let Some(pairs) = pairs(ROUNDS, || time(whole), || Some(time(bare))) {
        pairs.print("whole build, all files", "bare Typst, the same PDFs");
    }
    drop(std::fs::remove_dir_all(out));
}
