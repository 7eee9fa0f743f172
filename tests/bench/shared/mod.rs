//! What the benchmarks share: theme and made-up content, times of two things in turn, libraries of other languages beside
//! them.

#![allow(dead_code, reason = "not every benchmark needs all of it")]

pub mod content;
pub mod large;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use esep::document::{Body, Document, Hyphens, Meta};
use esep::theme::Theme;

/// The heap of the program, for both sides.
#[global_allocator]
static HEAP: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The theme of the state standard with the program's own settings.
pub fn theme() -> Theme {
    let shared = include_str!("../../../templates/theme/theme.toml");
    let own = include_str!("../../../templates/theme/gost/theme.toml");
    Theme::new("gost", toml::from_str(&format!("{shared}\n{own}")).unwrap(), None)
}

/// A Russian document with this body.
pub fn document(body: Body) -> Document {
    let meta = Meta { language: "ru".into(), language_region: "ru-RU".into(), ..Meta::default() };
    Document { meta, body, hyphens: Hyphens::default() }
}

/// The time of one run; what it counts is used, so that nothing is left out by the compiler.
pub fn time(mut run: impl FnMut() -> usize) -> Duration {
    let began = Instant::now();
    std::hint::black_box(run());
    began.elapsed()
}

/// The median time of `rounds` runs.
pub fn median(rounds: usize, mut run: impl FnMut() -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..rounds).map(|_| time(&mut run)).collect();
    times.sort();
    times[rounds / 2]
}

/// Two things measured in turn, A B A B …, so that a drift of the machine meets both.
pub struct Pairs(Vec<(Duration, Duration)>);

/// Measures two things in turn, so many pairs after one that warms up; `None` where the second cannot be had.
pub fn pairs(
    rounds: usize,
    mut a: impl FnMut() -> Duration,
    mut b: impl FnMut() -> Option<Duration>,
) -> Option<Pairs> {
    a();
    b()?;
    (0..rounds).map(|_| Some((a(), b()?))).collect::<Option<Vec<_>>>().map(Pairs)
}

impl Pairs {
    /// Median milliseconds of both, and the median of the pairs' ratios A / B with its range.
    pub fn print(&self, a: &str, b: &str) {
        let sorted = |times: &mut dyn Iterator<Item = f64>| {
            let mut all: Vec<f64> = times.collect();
            all.sort_by(f64::total_cmp);
            all
        };
        let middle = self.0.len() / 2;
        for (name, times) in [
            (a, sorted(&mut self.0.iter().map(|pair| millis(pair.0)))),
            (b, sorted(&mut self.0.iter().map(|pair| millis(pair.1)))),
        ] {
            println!("{name:<30} {:>8.1} ms", times[middle]);
        }
        let ratios = sorted(&mut self.0.iter().map(|(a, b)| a.as_secs_f64() / b.as_secs_f64()));
        let (least, most) = (ratios[0], ratios[ratios.len() - 1]);
        println!(
            "{:<30} {:>8.3} ({least:.3} to {most:.3}, {} pairs)",
            "ratio, median of pairs",
            ratios[middle],
            ratios.len()
        );
    }
}

pub fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// The process's peak of resident memory in MB, where the system tells (Linux: `VmHWM`).
pub fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or_default() >> 10
}

/// A library of another language that writes the same content, by a script of this folder.
pub struct Peer {
    library: &'static str,
    /// Environment variable that names the program which runs the script.
    chosen_by: &'static str,
    program: &'static str,
    script: &'static str,
}

/// Writers of DOCX.
pub const DOCX_PEERS: [Peer; 2] =
    [Peer::python("python-docx", "python_docx.py"), Peer::r("officer", "officer_docx.R")];
/// Writers of PPTX.
pub const PPTX_PEERS: [Peer; 2] =
    [Peer::python("python-pptx", "python_pptx.py"), Peer::r("officer", "officer_pptx.R")];

impl Peer {
    const fn python(library: &'static str, script: &'static str) -> Self {
        Self { library, chosen_by: "ESEP_PYTHON", program: "python3", script }
    }

    const fn r(library: &'static str, script: &'static str) -> Self {
        Self { library, chosen_by: "ESEP_RSCRIPT", program: "Rscript", script }
    }

    /// The time of one build and the peak of megabytes; `None` where the library is not there.
    fn build(&self, sizes: &[u32], prose: &str) -> Option<(Duration, u64)> {
        let program = std::env::var(self.chosen_by).unwrap_or_else(|_| self.program.to_owned());
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench").join(self.script);
        let sizes = sizes.iter().map(ToString::to_string);
        let output = Command::new(program).arg(script).args(sizes).arg(prose).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        let mut numbers = text.split_whitespace();
        let milliseconds: f64 = numbers.next()?.parse().ok()?;
        Some((Duration::from_secs_f64(milliseconds / 1000.0), numbers.next()?.parse().ok()?))
    }
}

/// Measures a writer beside others on the same content, in turn with each, and prints them.
pub fn beside(peers: &[Peer], rounds: usize, ours: impl Fn() -> usize, sizes: &[u32], prose: &str) {
    for peer in peers {
        let mut memory = 0;
        let mut theirs = || {
            let (took, megabytes) = peer.build(sizes, prose)?;
            memory = megabytes;
            Some(took)
        };
        match pairs(rounds, || time(&ours), &mut theirs) {
            Some(pairs) => {
                pairs.print("esep", peer.library);
                println!("{:<30} {memory:>8} MB", format!("peak memory of {}", peer.library));
            }
            None => println!("{} is not there: {} names a program that has it", peer.library, peer.chosen_by),
        }
    }
    println!("{:<30} {:>8.1} ms", "esep alone", millis(median(rounds, &ours)));
    println!("{:<30} {:>8} MB", "peak memory of esep", peak());
}
