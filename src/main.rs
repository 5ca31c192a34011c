//! The program: arguments in, exit code out. All work is the library's.

#![warn(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod cli;

use std::process::ExitCode;

/// The typesetter asks for memory millions of times: with this allocator a long table takes a quarter less time.
#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    cli::run()
}
