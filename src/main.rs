//! The program `esep`: see `esep --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    esep::cli::run()
}
