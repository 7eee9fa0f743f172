//! What the benchmarks share: the median of some rounds.

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
