//! What the benchmarks share: the median of some rounds, and a Python library beside them.

use std::time::{Duration, Instant};

/// The median time of `rounds` runs.
pub fn median(rounds: usize, mut run: impl FnMut() -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let began = Instant::now();
            std::hint::black_box(run());
            began.elapsed()
        })
        .collect();
    times.sort();
    times[rounds / 2]
}

pub fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// The process's peak of resident memory in MB, where the system tells (Linux: `VmHWM`).
#[allow(dead_code, reason = "not every benchmark looks at memory")]
pub fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or_default() >> 10
}

/// Median milliseconds and peak megabytes that a script of this folder tells of a Python library on the same content;
/// `None` where that library is not there. `ESEP_PYTHON` names a Python that has it.
#[allow(dead_code, reason = "not every benchmark has a Python library beside it")]
pub fn python(script: &str, sizes: &[u32], prose: &str) -> Option<(f64, u64)> {
    let python = std::env::var("ESEP_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench").join(script);
    let sizes = sizes.iter().map(ToString::to_string);
    let output = std::process::Command::new(python).arg(script).args(sizes).arg(prose).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut numbers = text.split_whitespace();
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}
