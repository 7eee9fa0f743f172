//! `cargo bench`: the whole build of the sample beside a bare Typst compile and PDF export of the same
//! documents, in the same run. The figure to watch is the ratio.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark prints, and stops where its input is broken"
)]

mod timing;

use std::path::PathBuf;

use esep::document::Document;
use esep::pipeline::{BuildContext, Job, Request, Silent, build};
use rayon::prelude::*;
use timing::{median, millis};

const ROUNDS: usize = 7;

fn main() {
    let sample = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples/taraz-2026");
    let out = std::env::temp_dir().join("esep-bench");
    let request = Request { study: sample, out: Some(out.clone()), ..Request::default() };

    let whole = median(ROUNDS, || match build(&request, &Silent) {
        Ok(report) => report.files.len(),
        Err(faults) => panic!("{faults:?}"),
    });
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    let documents: Vec<(Job, Document)> = context
        .jobs()
        .iter()
        .map(|job| match context.resolved(job) {
            Ok((document, _)) => (job.clone(), document),
            Err(faults) => panic!("{faults:?}"),
        })
        .collect();
    let bare = median(ROUNDS, || {
        let pdfs: Vec<usize> = documents
            .par_iter()
            .map(|(job, document)| {
                context.typeset(job, document).map(|pdf| pdf.len()).unwrap_or_else(|f| panic!("{f:?}"))
            })
            .collect();
        comemo::evict(0);
        pdfs.len()
    });
    println!("whole build, all files:        {:>7.1} ms", millis(whole));
    println!("bare Typst, the same PDFs:     {:>7.1} ms", millis(bare));
    println!("ratio:                         {:>7.2}", whole.as_secs_f64() / bare.as_secs_f64());
    drop(std::fs::remove_dir_all(out));
}
