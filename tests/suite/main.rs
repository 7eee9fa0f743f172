//! Tests of the program as a whole: built files, faults, rules of the house.

mod architecture;
mod bad_input;
mod build;
mod golden;
mod literal;
mod parity;
mod support;
