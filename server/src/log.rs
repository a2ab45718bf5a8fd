//! The log: lines on stderr, written so that nothing that becomes of stderr can hurt the studio.
//!
//! A closed terminal, a dead pipe, a full disk or a reader that stopped reading must neither panic nor block a
//! worker. So lines go through a bounded queue to a thread of their own; what can't be written is dropped and
//! counted. The process's own stdout and stderr then lead nowhere: a dependency's `eprintln!` would panic on a
//! dead pipe.

use crate::{
    args::{self, Args, LogFormat},
    serve_error::ServeError,
};
use std::{
    ffi::OsStr,
    fs::File,
    io::{self, IsTerminal as _, Write},
    os::fd::AsFd as _,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    },
    time::Duration,
};
use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

/// How many lines wait at most for a slow reader; more of them are dropped.
const WAITING_LINES: usize = 4_096;

/// How long the end of the process waits for the last lines.
const LAST_LINES: Duration = Duration::from_millis(300);

/// What the process was started with as stdout and stderr.
struct Streams {
    stderr: File,
    /// Kept open: its reader takes an end of it for the end of the studio.
    _stdout: File,
}

static STREAMS: OnceLock<Streams> = OnceLock::new();

enum Message {
    Line(Vec<u8>),
    /// Answered once every line before it was written or dropped.
    Flush(SyncSender<()>),
}

/// Where log lines are handed over. Writing to it never fails and never waits.
#[derive(Clone)]
struct Lines {
    queue: SyncSender<Message>,
    dropped: Arc<AtomicU64>,
}

impl Lines {
    /// Begins to write what is handed over to `to`.
    fn to(to: impl Write + Send + 'static) -> io::Result<Self> {
        let (queue, lines) = sync_channel(WAITING_LINES);
        let dropped = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&dropped);
        std::thread::Builder::new()
            .name("log".to_owned())
            .spawn(move || write_all(&lines, to, &count))?;
        Ok(Self { queue, dropped })
    }

    /// Waits a moment for the lines so far.
    fn flush(&self) {
        let (written, answer) = sync_channel(1);
        if self.queue.try_send(Message::Flush(written)).is_ok() {
            // Where they are not written in time, they are lost.
            let _ = answer.recv_timeout(LAST_LINES);
        }
    }
}

fn write_all(lines: &Receiver<Message>, mut to: impl Write, dropped: &AtomicU64) {
    for message in lines {
        match message {
            Message::Line(line) => {
                // Where writing works again, say what is missing.
                let missing = dropped.swap(0, Ordering::Relaxed);
                let told = match missing {
                    0 => Ok(()),
                    _ => writeln!(to, "{missing} log lines could not be written"),
                };
                if told.and_then(|()| to.write_all(&line)).is_err() {
                    dropped.fetch_add(missing + 1, Ordering::Relaxed);
                }
            }
            Message::Flush(written) => drop(written.send(())),
        }
    }
}

/// One line under way.
struct Line<'a>(&'a Lines);

impl Write for Line<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.queue.try_send(Message::Line(bytes.to_vec())) {
            Ok(()) => {}
            Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => {
                self.0.dropped.fetch_add(1, Ordering::Relaxed);
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Self::Writer {
        Line(self)
    }
}

/// Waits for the last lines when the process ends.
pub(crate) struct LogGuard(Option<Lines>);

impl Drop for LogGuard {
    fn drop(&mut self) {
        if let Some(lines) = &self.0 {
            lines.flush();
        }
    }
}

/// Whether lines have colours: codes in a file or a journal are noise.
fn is_coloured(is_terminal: bool, no_color: Option<&OsStr>) -> bool {
    is_terminal && no_color.is_none_or(OsStr::is_empty)
}

/// Begins to log.
pub(crate) fn begin(args: &Args) -> Result<LogGuard, ServeError> {
    let filter = EnvFilter::try_new(&args.log).map_err(|error| {
        ServeError::Configuration(format!(
            "{} {} is not valid: {error}.",
            args::set_by("log"),
            args.log
        ))
    })?;
    let lines = Lines::to(io::stderr().as_fd().try_clone_to_owned().map(File::from)?)?;
    let layer = tracing_subscriber::fmt()
        .with_env_filter(filter)
        // Its own complaints would go through `eprintln!`, which panics where stderr is gone.
        .log_internal_errors(false)
        .with_ansi(is_coloured(
            io::stderr().is_terminal(),
            std::env::var_os("NO_COLOR").as_deref(),
        ))
        .with_writer(lines.clone());
    let set = match args.log_format {
        LogFormat::Text => layer.try_init(),
        LogFormat::Json => layer.json().try_init(),
    };
    // Fails only where a test has set one already; its own serves as well.
    Ok(LogGuard(set.is_ok().then_some(lines)))
}

/// Leads the process's stdout and stderr nowhere, but for the log and [`complain`]. Panics go to the log.
pub(crate) fn detach_streams() -> io::Result<()> {
    let streams = Streams {
        stderr: io::stderr().as_fd().try_clone_to_owned()?.into(),
        _stdout: io::stdout().as_fd().try_clone_to_owned()?.into(),
    };
    if STREAMS.set(streams).is_err() {
        return Ok(());
    }
    let nowhere = File::options().write(true).open("/dev/null")?;
    rustix::stdio::dup2_stdout(&nowhere)?;
    rustix::stdio::dup2_stderr(&nowhere)?;
    std::panic::set_hook(Box::new(|panic| {
        tracing::error!(%panic, backtrace = %std::backtrace::Backtrace::capture(), "a part of the studio panicked");
    }));
    Ok(())
}

/// One line for the operator. Where nobody reads stderr, it is lost.
pub fn complain(line: &str) {
    let line = format!("{}\n", line.replace('\n', " "));
    drop(match STREAMS.get() {
        Some(streams) => (&streams.stderr).write_all(line.as_bytes()),
        None => io::stderr().write_all(line.as_bytes()),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Mutex, mpsc};

    #[test]
    fn only_a_terminal_is_sent_colours() {
        assert!(is_coloured(true, None));
        assert!(is_coloured(true, Some(OsStr::new(""))));
        assert!(!is_coloured(true, Some(OsStr::new("1"))));
        assert!(!is_coloured(false, None));
    }

    /// Refuses every line while it is told to.
    struct Sink {
        refuses: Receiver<bool>,
        taken: Arc<Mutex<Vec<u8>>>,
    }

    impl Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.refuses.try_recv().unwrap_or(false) {
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.taken.lock().expect("no panic").extend(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn lines_that_cannot_be_written_are_dropped_and_counted() {
        let (refuse, refuses) = mpsc::channel();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let sink = Sink {
            refuses,
            taken: Arc::clone(&taken),
        };
        let lines = Lines::to(sink).expect("a thread");
        for refused in [true, true, false, false] {
            refuse.send(refused).expect("the sink is there");
        }
        for line in ["one\n", "two\n", "three\n"] {
            // The second try tells of the first line before it writes its own: both were refused.
            lines
                .make_writer()
                .write_all(line.as_bytes())
                .expect("never fails");
            lines.flush();
        }
        let text = String::from_utf8(taken.lock().expect("no panic").clone()).expect("UTF-8");
        assert_eq!(text, "2 log lines could not be written\nthree\n");
    }

    #[test]
    fn a_reader_that_does_not_read_holds_nobody_up() {
        struct Stuck(Receiver<()>);
        impl Write for Stuck {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                let _ = self.0.recv();
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let (release, stuck) = mpsc::channel();
        let lines = Lines::to(Stuck(stuck)).expect("a thread");
        for _ in 0..WAITING_LINES + 10 {
            lines
                .make_writer()
                .write_all(b"line\n")
                .expect("never fails");
        }
        assert!(lines.dropped.load(Ordering::Relaxed) >= 9);
        drop(release);
    }
}
