//! What a bench measured: a table for people, JSON for programs.
#![allow(clippy::print_stdout, reason = "a bench prints its table")]

use serde_json::{Value, json};
use std::{fs, path::Path};

/// The figures of one bench.
pub struct Figures {
    name: &'static str,
    rows: Vec<Value>,
    missed: usize,
}

impl Figures {
    /// None yet.
    pub fn new(name: &'static str) -> Self {
        println!(
            "{:<52} {:>8} {:>8} {:>8} {:>8} {:>6}",
            name, "median", "p99", "worst", "goal", "of"
        );
        Self {
            name,
            rows: Vec::new(),
            missed: 0,
        }
    }

    /// Many measurements; the goal is for the 99th percentile.
    pub fn spread(&mut self, what: &str, goal: Option<f64>, values: &[f64]) {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let at = |share: f64| sorted[((sorted.len() - 1) as f64 * share).ceil() as usize];
        let (median, p99, worst) = (at(0.5), at(0.99), at(1.0));
        self.row(what, goal, [median, p99, worst], p99, sorted.len());
    }

    /// One figure.
    pub fn one(&mut self, what: &str, goal: Option<f64>, value: f64) {
        self.row(what, goal, [value; 3], value, 1);
    }

    fn row(&mut self, what: &str, goal: Option<f64>, figures: [f64; 3], judged: f64, of: usize) {
        let [median, p99, worst] = figures;
        let shown = goal.map_or("-".to_owned(), |goal| format!("{goal}"));
        let missed = goal.is_some_and(|goal| judged > goal);
        let mark = if missed { " MISSED" } else { "" };
        println!("{what:<52} {median:>8.1} {p99:>8.1} {worst:>8.1} {shown:>8} {of:>6}{mark}");
        self.missed += usize::from(missed);
        self.rows.push(json!({
            "what": what, "median": median, "p99": p99, "worst": worst, "goal": goal, "of": of,
        }));
    }

    /// Writes `target/bench/NAME.json`.
    ///
    /// # Panics
    /// Where the file can't be written.
    pub fn finish(self) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
        let file = folder.join(format!("{}.json", self.name));
        fs::create_dir_all(&folder).unwrap();
        let json = serde_json::to_string_pretty(&self.rows).unwrap();
        fs::write(&file, json + "\n").unwrap();
        println!("{} missed; target/bench/{}.json", self.missed, self.name);
    }
}
