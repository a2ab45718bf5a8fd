//! What can break, broken on purpose under the real binary: nothing that was told may be lost.

#![allow(clippy::unwrap_used, missing_docs)]

mod disk_full;
mod kills;
mod machine;
mod scenario;

use std::process::ExitCode;

fn main() -> ExitCode {
    scenario::run_all(scenario::scenarios![
        kills::at_random_moments,
        kills::four_in_a_row,
        disk_full::while_it_writes,
    ])
}
