//! How far a watched run is: a bar on a terminal, else a line for each thing that it does.

use crate::{display, output, table::printable};
use domain::Run;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal as _};

/// The length of the bar: the finest step that it shows.
const STEPS: u64 = 1_000;

/// What is shown of a run.
pub(crate) enum RunView {
    /// A bar that moves, on a terminal.
    Bar { bar: ProgressBar, last: String },
    /// Lines, each with something new.
    Lines { last: String },
}

impl RunView {
    /// For stderr as it is. A bar would be in the way where the text itself goes to a terminal.
    pub(crate) fn new(prints_text: bool) -> Self {
        let text_on_terminal = prints_text && io::stdout().is_terminal();
        if io::stderr().is_terminal() && !text_on_terminal {
            let bar = ProgressBar::new(STEPS);
            if let Ok(style) = ProgressStyle::with_template("{bar:24} {wide_msg}") {
                bar.set_style(style);
            }
            let last = String::new();
            return Self::Bar { bar, last };
        }
        Self::Lines {
            last: String::new(),
        }
    }

    /// Shows the run as it is now.
    pub(crate) fn show(&mut self, run: &Run) {
        match self {
            Self::Bar { bar, last } => {
                *last = line(run);
                bar.set_position((run.progress.fraction * STEPS as f64) as u64);
                bar.set_message(last.clone());
            }
            Self::Lines { last } => {
                let doing = run.describe();
                if *last != doing {
                    output::remark(&line(run));
                    *last = doing;
                }
            }
        }
    }

    /// A sentence beside what is shown.
    pub(crate) fn remark(&self, sentence: &str) {
        match self {
            Self::Bar { bar, .. } => bar.suspend(|| output::remark(sentence)),
            Self::Lines { .. } => output::remark(sentence),
        }
    }

    /// Takes the bar away; the last line stays.
    pub(crate) fn end(&self) {
        if let Self::Bar { bar, last } = self {
            bar.finish_and_clear();
            output::remark(last);
        }
    }
}

/// What the run does, how far it is, its words, its rate and the time left.
fn line(run: &Run) -> String {
    let mut parts = vec![
        display::percent(run.progress.fraction),
        printable(&run.describe()),
    ];
    if run.words() > 0 {
        parts.push(display::count(run.words(), "word"));
    }
    if let Some(rate) = run.progress.tokens_per_second {
        parts.push(format!("{rate:.1} tokens/s"));
    }
    if let Some(left) = run.progress.seconds_left.filter(|left| *left >= 1.0) {
        parts.push(format!("{} left", display::span(left)));
    }
    if let Some(reason) = &run.held_up {
        parts.push(printable(reason));
    }
    parts.join(" · ")
}
