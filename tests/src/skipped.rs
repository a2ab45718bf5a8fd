use std::io::Write as _;

/// Says that the test that calls this can't run here, and why; it has to return afterwards. The line goes around
/// libtest, which shows nothing of a test that passes. `xtask/src/tally.rs` counts these lines.
pub fn skipped(reason: &str) {
    // One write: lines of other tests stay whole.
    let line = format!("\ntest skipped: {reason}\n");
    std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
}
