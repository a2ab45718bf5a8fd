//! What can break, broken on purpose under the real binary: nothing that was told may be lost.

#![allow(clippy::unwrap_used, missing_docs)]

mod clock;
mod disk_full;
mod kills;
mod locked;
mod machine;
mod model;
mod model_lasting;
mod model_passing;
mod read_only;
mod recall;
mod restore;
mod scenario;
mod shutdown;
mod testbed;

use std::process::ExitCode;

fn main() -> ExitCode {
    scenario::run_all(
        scenario::scenarios![
            kills::at_random_moments,
            kills::four_in_a_row,
            recall::is_killed_while_it_sums_up,
            disk_full::while_it_writes,
            restore::is_killed_at_random_moments,
            restore::has_no_room,
            shutdown::while_the_model_is_silent,
            model::is_cancelled_while_it_hangs,
        ],
        scenario::scenarios![
            read_only::at_the_start,
            read_only::while_it_writes,
            locked::by_another_program,
            locked::by_a_second_studio,
            clock::set_back,
            clock::set_ahead,
            model_passing::is_written_all_the_same,
            model::cannot_continue_a_text,
            model_lasting::is_told_in_words,
        ],
    )
}
