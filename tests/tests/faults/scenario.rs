//! Runs one fault after the other and tells what became of each: line by line, as a table, and as a page of
//! the documentation.
#![allow(clippy::print_stdout, reason = "a test program prints its results")]

use futures::future::{BoxFuture, join_all};
use std::{env, fs, path::Path, process::ExitCode, time::Instant};
use tokio::{runtime::Runtime, task::JoinError};

/// What one fault did.
pub(crate) struct FaultRow {
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
pub(crate) type ScenarioOutcome = Result<Vec<FaultRow>, String>;

/// One scenario.
pub(crate) struct Scenario {
    pub name: &'static str,
    pub run: fn() -> BoxFuture<'static, ScenarioOutcome>,
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

/// Tells whoever watches the tests.
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// What became of scenarios, in their order.
#[derive(Default)]
struct Results {
    rows: Vec<FaultRow>,
    failed: Vec<&'static str>,
    passed: usize,
    skipped: usize,
}

impl Results {
    fn add(&mut self, name: &'static str, took: f64, ended: Result<ScenarioOutcome, JoinError>) {
        match ended {
            Ok(Ok(rows)) => {
                println!("test {name} ... ok ({took:.1} s)");
                self.rows.extend(rows);
                self.passed += 1;
            }
            Ok(Err(reason)) => {
                println!("test {name} ... ignored, {reason}");
                self.skipped += 1;
            }
            Err(_) => {
                println!("test {name} ... FAILED ({took:.1} s)");
                self.failed.push(name);
            }
        }
    }
}

async fn timed(scenario: &Scenario) -> (&'static str, f64, Result<ScenarioOutcome, JoinError>) {
    let began = Instant::now();
    let ended = tokio::spawn((scenario.run)()).await;
    (scenario.name, began.elapsed().as_secs_f64(), ended)
}

/// Runs those whose name contains one of the program's arguments; all, where there is none: `alone` one after
/// the other, `together` (which mostly wait for time limits) at once. Prints what `cargo test` prints, so that
/// whoever counts tests counts these too.
pub(crate) fn run_all(alone: &[Scenario], together: &[Scenario]) -> ExitCode {
    let wanted: Vec<String> = env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with('-'))
        .collect();
    let is_wanted = |scenario: &&Scenario| {
        wanted.is_empty() || wanted.iter().any(|word| scenario.name.contains(word))
    };
    let all = alone.len() + together.len();
    let alone: Vec<&Scenario> = alone.iter().filter(is_wanted).collect();
    let together: Vec<&Scenario> = together.iter().filter(is_wanted).collect();
    let chosen = alone.len() + together.len();
    println!("\nrunning {chosen} tests");
    let began = Instant::now();
    let mut results = Results::default();
    for scenario in alone {
        // A runtime for each, so that none leaves anything running for the next.
        let runtime = Runtime::new().unwrap();
        let (name, took, ended) = runtime.block_on(timed(scenario));
        results.add(name, took, ended);
    }
    let runtime = Runtime::new().unwrap();
    for (name, took, ended) in runtime.block_on(join_all(together.into_iter().map(timed))) {
        results.add(name, took, ended);
    }
    print_table(&results.rows);
    let Results {
        rows,
        failed,
        passed,
        skipped,
    } = results;
    if env::var_os("FABLEWRIGHT_WRITE_DOCS").is_some() {
        write_page(
            &rows,
            skipped == 0 && failed.is_empty() && wanted.is_empty(),
        );
    }
    let word = if failed.is_empty() { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {word}. {passed} passed; {} failed; {skipped} ignored; 0 measured; {} filtered out; \
         finished in {:.2}s\n",
        failed.len(),
        all - chosen,
        began.elapsed().as_secs_f64()
    );
    if failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        println!("failed: {}", failed.join(", "));
        ExitCode::FAILURE
    }
}

fn print_table(rows: &[FaultRow]) {
    for row in rows {
        println!("\n{}: {}", row.fault, row.done);
        println!("  the studio: {}", row.studio);
        println!("  checked:    {}", row.checked);
        println!("  text lost:  {}", row.lost);
    }
}

const INTRO: &str = "\
# Faults

What was broken on purpose, and what the studio did about it. `cargo test -p tests --test faults` tries all of it on
the real binary and fails if a line below is not true. `FABLEWRIGHT_KILLS=200` kills the studio more often, and
`FABLEWRIGHT_SEED` chooses other moments. With `FABLEWRIGHT_WRITE_DOCS=1` the same run writes this page.

“Told text” is text that an open page has shown. It is on disk before it is shown, so none of it may be lost. Newer
text (at most 100 ms old, usually 40) may be lost with the process; the model writes it again.

";

fn write_page(rows: &[FaultRow], is_whole: bool) {
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
