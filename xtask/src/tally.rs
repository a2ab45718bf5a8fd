//! How many checks passed and failed: read from what the test tools print, added up, told.

use std::process::ExitCode;

/// A count of checks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TestTally {
    /// What held.
    pub passed: u64,
    /// What did not hold, and what could not run at all.
    pub failed: u64,
    /// What was left out on purpose.
    pub skipped: u64,
}

impl TestTally {
    /// Adds another count.
    pub(crate) fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Counts one check.
    pub(crate) fn check(&mut self, passed: bool) {
        if passed {
            self.passed += 1;
        } else {
            self.failed += 1;
        }
    }

    /// A tool that failed without naming a failed test could not run: that counts as one failure.
    pub(crate) fn settle(&mut self, succeeded: bool) {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
    }

    /// `N passed, N failed`, with the skipped if there are any.
    pub(crate) fn line(&self) -> String {
        let skipped = match self.skipped {
            0 => String::new(),
            skipped => format!(", {skipped} skipped"),
        };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }

    /// Prints the last line and gives the exit code.
    pub(crate) fn finish(&self) -> ExitCode {
        println!("{}", self.line());
        if self.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

/// What `cargo test` prints, read line by line.
#[derive(Debug, Default)]
pub(crate) struct CargoTests {
    tally: TestTally,
    /// Whether a test program has begun and not told its result yet.
    open: bool,
    /// Tests of this program that said that they can't run here; libtest counts them as passed.
    skipped: u64,
}

impl CargoTests {
    /// Reads a line.
    pub(crate) fn line(&mut self, line: &str) {
        if begins(line) {
            self.close();
            self.open = true;
        } else if line.starts_with(SKIPPED) {
            self.skipped += 1;
        } else if let Some(mut result) = from_cargo(line) {
            let skipped = std::mem::take(&mut self.skipped).min(result.passed);
            result.passed -= skipped;
            result.skipped += skipped;
            self.tally.add(&result);
            self.open = false;
        }
    }

    /// The count, once cargo has ended.
    pub(crate) fn finish(mut self, succeeded: bool) -> TestTally {
        self.close();
        self.tally.settle(succeeded);
        self.tally
    }

    /// A program that was killed tells no result: that counts as one failure.
    fn close(&mut self) {
        if self.open {
            self.tally.check(false);
            self.open = false;
            self.skipped = 0;
        }
    }
}

/// How the line of a test begins that can't run here: see `tests/src/skipped.rs`.
const SKIPPED: &str = "test skipped: ";

/// Whether a line is `running 3 tests`, the first of a test program.
fn begins(line: &str) -> bool {
    let rest = line.trim_end().strip_prefix("running ");
    rest.and_then(|rest| rest.split_once(' '))
        .is_some_and(|(number, word)| number.parse::<u64>().is_ok() && word.starts_with("test"))
}

/// Reads `test result: ok. 3 passed; 0 failed; 1 ignored; …`; other lines tell nothing.
fn from_cargo(line: &str) -> Option<TestTally> {
    let (_, counts) = line
        .trim()
        .strip_prefix("test result: ")?
        .split_once(". ")?;
    let count = |word: &str| {
        counts
            .split(';')
            .find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
    };
    Some(TestTally {
        passed: count("passed")?,
        failed: count("failed")?,
        skipped: count("ignored")?,
    })
}

/// Reads Playwright's report: the counts, and the names of tests that passed only when repeated.
pub(crate) fn from_playwright(report: &serde_json::Value) -> Option<(TestTally, Vec<String>)> {
    let count = |name: &str| report["stats"][name].as_u64();
    let tally = TestTally {
        passed: count("expected")? + count("flaky")?,
        failed: count("unexpected")?,
        skipped: count("skipped")?,
    };
    let mut flaky = Vec::new();
    collect_flaky(&report["suites"], &mut flaky);
    Some((tally, flaky))
}

fn collect_flaky(suites: &serde_json::Value, names: &mut Vec<String>) {
    let each = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    for suite in each(suites) {
        for spec in each(&suite["specs"]) {
            if each(&spec["tests"])
                .iter()
                .any(|test| test["status"] == "flaky")
            {
                names.push(spec["title"].as_str().unwrap_or("unnamed").to_owned());
            }
        }
        collect_flaky(&suite["suites"], names);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn tally(passed: u64, failed: u64, skipped: u64) -> TestTally {
        TestTally {
            passed,
            failed,
            skipped,
        }
    }

    #[test]
    fn cargo_lines_are_read() {
        let ok = "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 4 filtered out; \
                  finished in 0.01s\n";
        assert_eq!(from_cargo(ok), Some(tally(12, 0, 3)));
        let failed = "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered \
                      out; finished in 0.01s";
        assert_eq!(from_cargo(failed), Some(tally(1, 2, 0)));
        assert_eq!(from_cargo("test result_is_read ... ok"), None);
        assert_eq!(from_cargo("running 3 tests"), None);
    }

    #[test]
    fn a_test_program_that_dies_is_one_failure() {
        let ok = "test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        let failed = "test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered";
        let count = |lines: &[&str]| {
            let mut tests = CargoTests::default();
            lines.iter().for_each(|line| tests.line(line));
            tests.finish(false)
        };
        let (two, one) = ("running 2 tests\n", "running 1 test\n");
        assert_eq!(count(&[two, failed, two, ok]), tally(3, 1, 0));
        assert_eq!(
            count(&[two, failed, one, "test a ... ", two, ok]),
            tally(3, 2, 0)
        );
        assert_eq!(count(&[two, failed, two, ok, one]), tally(3, 2, 0));
        assert_eq!(count(&["running late\n", two, failed]), tally(1, 1, 0));
    }

    #[test]
    fn a_test_that_says_it_can_not_run_is_skipped_and_not_passed() {
        let ok = "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        let lines = [
            "running 3 tests",
            "",
            "test skipped: no server",
            "test a ... ok",
            ok,
        ];
        let mut tests = CargoTests::default();
        lines.iter().for_each(|line| tests.line(line));
        // The next program has none.
        ["running 3 tests", ok]
            .iter()
            .for_each(|line| tests.line(line));
        assert_eq!(tests.finish(true), tally(5, 0, 1));
    }

    #[test]
    fn playwright_reports_are_read() {
        let report = json!({
            "suites": [{
                "specs": [{ "title": "steady", "tests": [{ "status": "expected" }] }],
                "suites": [{ "specs": [{ "title": "shaky", "tests": [{ "status": "flaky" }] }] }],
            }],
            "stats": { "expected": 5, "unexpected": 1, "flaky": 1, "skipped": 2 },
        });
        let (tally_read, flaky) = from_playwright(&report).unwrap_or_default();
        assert_eq!(tally_read, tally(6, 1, 2));
        assert_eq!(flaky, ["shaky"]);
        assert_eq!(from_playwright(&json!({ "stats": {} })), None);
    }

    #[test]
    fn the_last_line_names_the_skipped_only_if_there_are_any() {
        assert_eq!(tally(3, 0, 0).line(), "3 passed, 0 failed");
        assert_eq!(tally(3, 1, 2).line(), "3 passed, 1 failed, 2 skipped");
    }

    #[test]
    fn what_could_not_run_is_one_failure() {
        let mut broken = tally(4, 0, 0);
        broken.settle(false);
        assert_eq!(broken, tally(4, 1, 0));
        let mut counted = tally(4, 2, 0);
        counted.settle(false);
        assert_eq!(counted, tally(4, 2, 0));
    }

    #[test]
    fn counts_add_up() {
        let mut sum = tally(1, 2, 3);
        sum.add(&tally(10, 20, 30));
        sum.check(true);
        sum.check(false);
        assert_eq!(sum, tally(12, 23, 33));
    }
}
