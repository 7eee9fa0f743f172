//! The program `esep`: see `esep --help`.

mod cli;

use std::process::ExitCode;

#[cfg(windows)]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
