//! Tests of the program as a whole: built files, faults, rules of the house.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::semicolon_if_nothing_returned,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops at the first thing that is not as expected"
)]

mod anywhere;
mod architecture;
mod authored;
mod bad_input;
mod base;
mod bounds;
mod build;
mod causes;
mod claims;
mod command;
mod contract;
mod counts;
mod cutoff;
mod deck;
mod edition;
mod extremes;
mod figures;
mod filters;
mod fuzzed;
mod golden;
mod group_tables;
mod hostile;
mod hyphens;
mod incremental;
mod literal;
mod messages;
mod mutants;
mod odd_inputs;
mod pages;
mod papers;
mod parity;
mod pictures;
mod places;
mod prints;
mod programme;
#[path = "../fuzz/readers/mod.rs"]
mod readers;
mod readings;
mod redefined;
mod reference;
mod reference_deck;
mod review;
mod rules;
mod sentences;
mod serve;
#[path = "../../samples/programs/simulate_taraz/main.rs"]
#[allow(dead_code, reason = "a program of its own; the tests take what makes the figures")]
mod simulate_taraz;
mod support;
mod tabulate;
mod themes;
mod third_language;
mod thresholds;
mod verify;
mod verify_digits;
mod verify_foreign;
mod whole;
mod withheld;
mod workbook;

/// The heap of the program, which is measured with it.
#[global_allocator]
static HEAP: mimalloc::MiMalloc = mimalloc::MiMalloc;
