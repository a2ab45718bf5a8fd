//! Runs one fault after the other and tells what became of each: line by line, as a table, and as a page of
//! the documentation.
#![allow(clippy::print_stdout, reason = "a test program prints its results")]

use futures::future::BoxFuture;
use std::{env, fs, path::Path, process::ExitCode, time::Instant};

/// What one fault did.
pub struct Row {
    /// What breaks.
    pub fault: &'static str,
    /// How it was broken here.
    pub done: String,
    /// What the studio did, and what it said.
    pub studio: String,
    /// What was looked at afterwards.
    pub checked: String,
    /// How much text is gone.
    pub lost: String,
}

/// Rows, or why it can't be tried on this machine.
pub type Outcome = Result<Vec<Row>, String>;

/// One scenario.
pub struct Scenario {
    pub name: &'static str,
    pub run: fn() -> BoxFuture<'static, Outcome>,
}

/// Makes scenarios of async functions.
macro_rules! scenarios {
    ($($module:ident :: $name:ident),+ $(,)?) => {
        &[$($crate::scenario::Scenario {
            name: concat!(stringify!($module), "::", stringify!($name)),
            run: || Box::pin($crate::$module::$name()),
        }),+]
    };
}
pub(crate) use scenarios;

/// Runs those whose name contains one of the program's arguments; all, where there is none. Prints what
/// `cargo test` prints, so that whoever counts tests counts these too.
pub fn run_all(scenarios: &[Scenario]) -> ExitCode {
    let wanted: Vec<String> = env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with('-'))
        .collect();
    let chosen: Vec<&Scenario> = scenarios
        .iter()
        .filter(|scenario| {
            wanted.is_empty() || wanted.iter().any(|word| scenario.name.contains(word))
        })
        .collect();
    println!("\nrunning {} tests", chosen.len());
    let (mut rows, mut failed, mut skipped) = (Vec::new(), Vec::new(), 0);
    let began = Instant::now();
    for scenario in &chosen {
        let one = Instant::now();
        // A runtime for each, so that none leaves anything running for the next.
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let ended = runtime.block_on(async { tokio::spawn((scenario.run)()).await });
        let took = one.elapsed().as_secs_f64();
        match ended {
            Ok(Ok(found)) => {
                println!("test {} ... ok ({took:.1} s)", scenario.name);
                rows.extend(found);
            }
            Ok(Err(reason)) => {
                println!("test {} ... ignored, {reason}", scenario.name);
                skipped += 1;
            }
            Err(_) => {
                println!("test {} ... FAILED ({took:.1} s)", scenario.name);
                failed.push(scenario.name);
            }
        }
    }
    print_table(&rows);
    if env::var_os("FABLEWRIGHT_WRITE_DOCS").is_some() {
        write_page(
            &rows,
            skipped == 0 && failed.is_empty() && wanted.is_empty(),
        );
    }
    let word = if failed.is_empty() { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {word}. {} passed; {} failed; {skipped} ignored; 0 measured; {} filtered out; \
         finished in {:.2}s\n",
        chosen.len() - failed.len() - skipped,
        failed.len(),
        scenarios.len() - chosen.len(),
        began.elapsed().as_secs_f64()
    );
    if failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        println!("failed: {}", failed.join(", "));
        ExitCode::FAILURE
    }
}

fn print_table(rows: &[Row]) {
    for row in rows {
        println!("\n{}: {}", row.fault, row.done);
        println!("  the studio: {}", row.studio);
        println!("  checked:    {}", row.checked);
        println!("  text lost:  {}", row.lost);
    }
}

const INTRO: &str = "\
# Faults

What was broken on purpose, and what the studio did about it. `cargo test -p tests --test faults` runs the real
binary through all of it and fails where a line below is not so; `FABLEWRIGHT_KILLS=200` kills it more often,
`FABLEWRIGHT_SEED` elsewhere. This page is written by the same run, with `FABLEWRIGHT_WRITE_DOCS=1`.

“Told” is text that an open page has shown: it is on disk before it is told, so none of it may be missing. Text
younger than that (at most 100 ms, usually 40) may die with the process; the writer writes it again.

";

fn write_page(rows: &[Row], is_whole: bool) {
    if !is_whole {
        println!("\ndocs/faults.md is not written: not every fault was tried, or one failed");
        return;
    }
    let mut page = INTRO.to_owned();
    page.push_str(
        "| fault | what was done | what the studio did and said | what was checked | text lost |\n",
    );
    page.push_str("|---|---|---|---|---|\n");
    for row in rows {
        let cells = [row.fault, &row.done, &row.studio, &row.checked, &row.lost];
        page.push_str(&format!(
            "| {} |\n",
            cells.map(|cell| cell.replace('|', "\\|")).join(" | ")
        ));
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/faults.md");
    fs::write(file, page).unwrap();
    println!("\ndocs/faults.md is written");
}
