//! The signals that end a process in order.

use std::io;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Waits for SIGTERM, Ctrl-C and a closed terminal, from the moment it is made: one that comes before somebody waits is
/// not lost, and kills nothing.
#[derive(Debug)]
pub struct Ending {
    terminate: Signal,
    interrupt: Signal,
    /// Not under `nohup`.
    hangup: Option<Signal>,
}

impl Ending {
    /// Listens from now on.
    ///
    /// # Errors
    ///
    /// Where the system refuses.
    pub fn listen() -> io::Result<Self> {
        let hangup = match ignores_hangup() {
            true => None,
            false => Some(signal(SignalKind::hangup())?),
        };
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
            hangup,
        })
    }

    /// Falls with the first of them.
    pub async fn caught(&mut self) {
        let hangup = async {
            match &mut self.hangup {
                Some(hangup) => hangup.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
            _ = hangup => {}
        }
    }
}

/// Whether SIGHUP was to be ignored when the process began, as `nohup` has it: then it outlives its terminal.
fn ignores_hangup() -> bool {
    // Elsewhere than on Linux there is no such file, and the signal ends the process.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("SigIgn:"))
        .and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .is_some_and(|mask| mask & 1 != 0)
}
