//! Disks that can be made small, full and unwritable; and what all that break the machine share.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::Duration,
};
use tempfile::TempDir;
use tests::{Client, Mirror, Sse};

/// The longest wait for the next event: then something is stuck.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(30);

/// Reads on by one event.
pub(crate) async fn take_next(mirror: &mut Mirror, events: &mut Sse) {
    let next = tokio::time::timeout(TIMEOUT, events.next()).await;
    let (seq, name, data) = next
        .expect("something happens")
        .expect("the stream goes on");
    mirror.apply(seq, &name, &data);
}

/// Reads on until everything that has happened is told. A run that is told from the store is told as it stands
/// now: a reader that is behind hears that it ended before it has heard all of its text.
pub(crate) async fn catch_up(mirror: &mut Mirror, events: &mut Sse, client: &Client) {
    let (_, state) = client.get("/api/v1/state").await;
    while mirror.last < state["seq"].as_i64().unwrap() {
        take_next(mirror, events).await;
    }
}

/// The events of the studio, and what they told so far.
pub(crate) struct EventWatch {
    pub mirror: Mirror,
    pub events: Sse,
}

impl EventWatch {
    /// Follows the events until so much of the first chapter was told.
    pub(crate) async fn until_told(&mut self, run: &str, bytes: usize) {
        while self.mirror.text(run, 1).len() < bytes {
            take_next(&mut self.mirror, &mut self.events).await;
        }
    }
}

/// What a studio said that would not start: one line, exit status 2.
pub(crate) fn one_line(output: &Output) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    // Warnings of the log may come before it.
    let lines: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("error: "))
        .collect();
    assert_eq!(lines.len(), 1, "{said}");
    lines[0].to_owned()
}

/// A small file system of its own in memory; unmounted when dropped.
pub(crate) struct SmallDisk {
    folder: TempDir,
}

impl SmallDisk {
    /// Mounts it, or says why this machine does not let us.
    pub(crate) fn mount(megabytes: u32) -> Result<Self, String> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={megabytes}m,mode=700");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder.path())
            .output();
        match mounted {
            Ok(output) if output.status.success() => Ok(Self { folder }),
            Ok(output) => {
                let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
                Err(format!("no small disk can be mounted here ({said})"))
            }
            Err(error) => Err(format!("no small disk can be mounted here ({error})")),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Takes all the room there is.
    pub(crate) fn fill(&self) {
        let mut file = File::create(self.filler()).unwrap();
        for piece in [1 << 20, 1 << 12, 1] {
            let zeros = vec![0; piece];
            while file.write_all(&zeros).is_ok() {}
        }
    }

    /// Gives it back.
    pub(crate) fn make_room(&self) {
        fs::remove_file(self.filler()).unwrap();
    }

    fn filler(&self) -> PathBuf {
        self.path().join("filler")
    }

    /// Forbids (or allows) every change.
    pub(crate) fn set_read_only(&self, read_only: bool) {
        let how = if read_only {
            "remount,ro"
        } else {
            "remount,rw"
        };
        let status = Command::new("mount")
            .args(["-o", how])
            .arg(self.path())
            .status()
            .unwrap();
        assert!(status.success(), "{how}");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: a studio that is being killed may still hold a file.
        drop(Command::new("umount").arg("-l").arg(self.path()).status());
    }
}

/// Files that nobody may change, not even root; as they were, when dropped.
pub(crate) struct ImmutableFiles(Vec<PathBuf>);

impl ImmutableFiles {
    /// Makes them so, or says why this machine does not let us.
    pub(crate) fn make(files: &[PathBuf]) -> Result<Self, String> {
        let files = Self(files.to_vec());
        if files.change("+i") {
            Ok(files)
        } else {
            Err("files can't be made immutable here (chattr)".to_owned())
        }
    }

    fn change(&self, how: &str) -> bool {
        let mut command = Command::new("chattr");
        command.arg(how).args(&self.0);
        command.output().is_ok_and(|output| output.status.success())
    }
}

impl Drop for ImmutableFiles {
    fn drop(&mut self) {
        self.change("-i");
    }
}

/// A wall clock that the test sets, for processes that are started under it. Their monotonic clock stays true.
pub(crate) struct FakeClock {
    library: PathBuf,
    file: tempfile::NamedTempFile,
}

impl FakeClock {
    /// A clock that is right, or why there is none on this machine.
    pub(crate) fn new() -> Result<Self, String> {
        let library = Self::library().or_else(|| {
            let install = [
                "install",
                "-y",
                "-qq",
                "--no-install-recommends",
                "faketime",
            ];
            // A fresh machine has no lists of packages yet.
            for args in [&["update", "-qq"][..], &install] {
                Command::new("apt-get").args(args).output().ok()?;
            }
            Self::library()
        });
        let Some(library) = library else {
            return Err("the clock can't be set here: install the package faketime".to_owned());
        };
        let clock = Self {
            library,
            file: tempfile::NamedTempFile::new().unwrap(),
        };
        clock.set("+0");
        Ok(clock)
    }

    fn library() -> Option<PathBuf> {
        let folders = fs::read_dir("/usr/lib").ok()?;
        let mut found = folders
            .filter_map(Result::ok)
            .map(|folder| folder.path().join("faketime/libfaketimeMT.so.1"));
        found.find(|library| library.exists())
    }

    /// Puts a command under it.
    pub(crate) fn apply(&self, command: &mut tokio::process::Command) {
        command
            .env("LD_PRELOAD", &self.library)
            .env("FAKETIME_TIMESTAMP_FILE", self.file.path())
            .env("FAKETIME_NO_CACHE", "1")
            .env("FAKETIME_DONT_FAKE_MONOTONIC", "1")
            .env("DONT_FAKE_MONOTONIC", "1");
    }

    /// Sets it: an offset like `-2d`.
    pub(crate) fn set(&self, offset: &str) {
        // In one write: a process may read it at any moment.
        fs::write(self.file.path(), format!("{offset}\n")).unwrap();
    }
}
