//! Other programs: where they are, how they are started, what they print.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead as _, BufReader, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// The environment variable that leads the tests to the built binary.
pub(crate) const BINARY: &str = "FABLEWRIGHT_BIN";

/// The folder of the workspace: where cargo says it is now, for it may have moved since this was
/// compiled.
pub(crate) fn root() -> PathBuf {
    let now = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let here = now.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    here.parent().unwrap_or(&here).to_path_buf()
}

/// The cargo that started this program, working in the workspace's folder.
pub(crate) fn cargo<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = program(cargo, args);
    // Leptos asks for another name of the wasm file when this is set at compile time.
    command.env_remove("LEPTOS_OUTPUT_NAME");
    command
}

/// Whether the compiler lints what it compiles for the tests. A compiler that lints sees the crates once
/// instead of twice, and what they depend on as well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lints {
    /// A warning of clippy is an error.
    Deny,
    /// The compiler alone.
    Off,
}

impl Lints {
    /// `cargo`, with clippy's compiler for the crates of the workspace where they are linted.
    pub(crate) fn cargo<S: AsRef<OsStr>>(self, args: impl IntoIterator<Item = S>) -> Command {
        let mut command = cargo(args);
        if self == Self::Deny {
            // What `cargo clippy -- -D warnings` sets; that only checks, so that all would be compiled anew.
            command.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver").env(
                "CLIPPY_ARGS",
                "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__",
            );
        }
        command
    }
}

/// A program that works in the workspace's folder and is never asked anything.
pub(crate) fn program<S: AsRef<OsStr>>(
    name: impl AsRef<OsStr>,
    args: impl IntoIterator<Item = S>,
) -> Command {
    let mut command = Command::new(name);
    command.args(args).current_dir(root()).stdin(Stdio::null());
    command
}

/// Nothing takes longer than this, unless it hangs: a compilation of everything on a slow machine included.
const LIMIT: Duration = Duration::from_secs(35 * 60);

/// Runs a program to its end and fails unless it succeeds.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    println!("$ {shown}");
    let begun = Instant::now();
    let (mut child, watchdog) = Watchdog::spawn(command, unattended())?;
    let status = child.wait();
    let in_time = watchdog.dismiss();
    print_time(begun);
    let status = status.with_context(|| format!("cannot wait for {shown}"))?;
    if !status.success() || !in_time {
        bail!("{shown}: {status}");
    }
    Ok(())
}

/// Runs a program quietly and gives what it wrote to standard output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let (child, watchdog) = Watchdog::spawn(command, unattended())?;
    let output = child.wait_with_output();
    watchdog.dismiss();
    let output = output.with_context(|| format!("cannot read what {shown} writes"))?;
    if !output.status.success() {
        bail!(
            "{shown}: {}\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim_end()
        );
    }
    String::from_utf8(output.stdout).with_context(|| format!("{shown}: not UTF-8"))
}

/// Runs a program, passes its standard output through and shows `seen` every line of it.
/// Gives whether the program succeeded: a test that hangs fails its suite, not the machine.
pub(crate) fn stream(command: &mut Command, seen: impl FnMut(&str)) -> Result<bool> {
    stream_within(command, unattended(), seen)
}

fn stream_within(
    command: &mut Command,
    limit: Option<Duration>,
    mut seen: impl FnMut(&str),
) -> Result<bool> {
    println!("$ {}", shown(command));
    let begun = Instant::now();
    let (mut child, watchdog) = Watchdog::spawn(command.stdout(Stdio::piped()), limit)?;
    let mut lines = BufReader::new(child.stdout.take().context("no standard output")?);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        let mut out = std::io::stdout().lock();
        out.write_all(&line)?;
        out.flush()?;
        seen(&String::from_utf8_lossy(&line));
        line.clear();
    }
    let status = child.wait()?;
    let in_time = watchdog.dismiss();
    print_time(begun);
    Ok(status.success() && in_time)
}

/// The limit of programs that nobody at a terminal can end.
fn unattended() -> Option<Duration> {
    (!std::io::stdin().is_terminal()).then_some(LIMIT)
}

/// Ends a program at a limit, with all that it started.
struct Watchdog {
    ended: mpsc::Sender<()>,
    watch: JoinHandle<bool>,
}

impl Watchdog {
    /// Starts a program that may run so long; `None`: as long as it wants.
    fn spawn(command: &mut Command, limit: Option<Duration>) -> Result<(Child, Self)> {
        #[cfg(unix)]
        if limit.is_some() {
            // A group of its own, so that all of it can be ended; Ctrl-C would no longer reach it.
            std::os::unix::process::CommandExt::process_group(command, 0);
        }
        let child = command
            .spawn()
            .with_context(|| format!("cannot start {}", shown(command)))?;
        let group = child.id();
        let (ended, end) = mpsc::channel::<()>();
        let watch = std::thread::spawn(move || {
            let Some(limit) = limit else { return false };
            let hangs = matches!(end.recv_timeout(limit), Err(RecvTimeoutError::Timeout));
            if hangs {
                println!("ended after {} minutes: it hangs", limit.as_secs() / 60);
                // The shell's own `kill` ends a group everywhere.
                let line = format!("kill -KILL -{group}");
                let _ = Command::new("sh").args(["-c", &line]).status();
            }
            hangs
        });
        Ok((child, Self { ended, watch }))
    }

    /// The program has ended. Whether it did by itself.
    fn dismiss(self) -> bool {
        drop(self.ended);
        !self.watch.join().unwrap_or(false)
    }
}

/// What took long is told, for whoever wants it quicker.
fn print_time(begun: Instant) {
    let seconds = begun.elapsed().as_secs();
    if seconds > 5 {
        println!("({seconds} s)");
    }
}

/// Becomes another program; comes back only where that is impossible or fails.
pub(crate) fn replace_by(binary: &Path, args: &[OsString]) -> Result<ExitCode> {
    let mut command = Command::new(binary);
    command.args(args);
    println!("$ {}", shown(&command));
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        let error = command.exec();
        Err(error).with_context(|| format!("cannot start {}", binary.display()))
    }
    #[cfg(not(unix))]
    {
        let status = command.status()?;
        Ok(u8::try_from(status.code().unwrap_or(1)).map_or(ExitCode::FAILURE, ExitCode::from))
    }
}

/// The first of the named programs that is on PATH.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        std::env::split_paths(&path)
            .map(|folder| folder.join(&file))
            .find(|file| file.is_file())
    })
}

/// A command as one would type it, the program by its bare name.
fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or_default();
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_typed() {
        let mut command = Command::new("/somewhere/bin/cargo");
        command.args(["test", "-p", "domain"]);
        assert_eq!(shown(&command), "cargo test -p domain");
    }

    #[test]
    fn the_root_holds_the_lock_file() {
        assert!(root().join("Cargo.lock").is_file());
    }

    #[test]
    fn every_line_is_seen_and_failure_is_told() -> Result<()> {
        let mut lines = Vec::new();
        let ok = stream(&mut cargo(["--version"]), |line| {
            lines.push(line.to_owned());
        })?;
        assert!(
            ok && lines.len() == 1 && lines[0].starts_with("cargo "),
            "{lines:?}"
        );
        assert!(!stream(
            cargo(["no-such-command"]).stderr(Stdio::null()),
            |_| {}
        )?);
        assert!(output(&mut cargo(["no-such-command"])).is_err());
        Ok(())
    }

    /// The limit ends the grandchild too: else its output would be read for an hour.
    #[cfg(unix)]
    #[test]
    fn what_hangs_is_ended_with_all_that_it_started() -> Result<()> {
        let mut hangs = program("sh", ["-c", "echo begun; sleep 20 & wait"]);
        let begun = Instant::now();
        let mut lines = Vec::new();
        let limit = Some(Duration::from_millis(50));
        assert!(!stream_within(&mut hangs, limit, |line| lines.push(line.to_owned()))?);
        // Else its end would have been waited for.
        assert!(begun.elapsed() < Duration::from_secs(15));
        Ok(())
    }

    #[test]
    fn what_is_not_on_the_path_is_not_found() {
        assert_eq!(find(&["no-such-program-anywhere"]), None);
    }
}
