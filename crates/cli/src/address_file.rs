//! The address of the studio that runs on a data folder: a file in that folder, for commands that talk to it.
//!
//! The studio writes it when it listens, and removes it when it ends. After `kill -9` it stays; whoever reads it checks
//! that the folder's lock is held and that something answers.

use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File},
    io::{self, Write as _},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    path::{Path, PathBuf},
    process,
};

const NAME: &str = "fablewright.address";

/// The lock of the data folder, which a studio holds.
const LOCK: &str = "fablewright.lock";

/// What the file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudioAddress {
    /// Where the studio answers: `http://127.0.0.1:3000`.
    pub url: String,
    /// Its process.
    pub pid: u32,
}

impl StudioAddress {
    /// This process, listening there.
    pub fn of(listening: SocketAddr) -> Self {
        let url = format!("http://{}", reachable(listening));
        let pid = process::id();
        Self { url, pid }
    }

    /// What the file in a data folder says; `None` where there is none that can be read.
    pub fn read(data: &Path) -> Option<Self> {
        let bytes = fs::read(data.join(NAME)).ok()?;
        let found: Self = serde_json::from_slice(&bytes).ok()?;
        // Nothing but a studio of this machine is asked, whatever the file says.
        let address = found.url.strip_prefix("http://")?;
        address.parse::<SocketAddr>().ok()?;
        Some(found)
    }

    /// Writes the file, for its owner alone.
    pub fn write(&self, data: &Path) -> io::Result<AddressFile> {
        let path = data.join(NAME);
        let unfinished = data.join(format!("{NAME}.part"));
        drop(fs::remove_file(&unfinished));
        let mut options = File::options();
        options.write(true).create_new(true);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&unfinished)?;
        serde_json::to_writer(&mut file, self)?;
        file.write_all(b"\n")?;
        fs::rename(&unfinished, &path)?;
        Ok(AddressFile {
            path,
            said: self.clone(),
        })
    }
}

/// The file as this process wrote it; dropped, it is gone.
#[derive(Debug)]
pub struct AddressFile {
    path: PathBuf,
    said: StudioAddress,
}

impl Drop for AddressFile {
    fn drop(&mut self) {
        let folder = self.path.parent().unwrap_or(&self.path);
        // Another studio's, where the folder was replaced meanwhile.
        if StudioAddress::read(folder).as_ref() == Some(&self.said) {
            drop(fs::remove_file(&self.path));
        }
    }
}

/// Forgets what a studio that was killed left behind. Only for whoever holds the folder's lock.
pub(crate) fn forget(data: &Path) {
    drop(fs::remove_file(data.join(NAME)));
}

/// Whether some process holds the folder's lock.
pub fn is_locked(data: &Path) -> bool {
    // Shared and for a moment: commands that look at the same time do not see each other.
    File::open(data.join(LOCK)).is_ok_and(|file| file.try_lock_shared().is_err())
}

/// An address at which a program of this machine reaches what listens there.
fn reachable(listening: SocketAddr) -> SocketAddr {
    let ip = match listening.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, listening.port())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::tempdir;

    fn listening(text: &str) -> StudioAddress {
        StudioAddress::of(text.parse().expect("an address"))
    }

    #[test]
    fn an_address_that_listens_everywhere_is_reached_on_this_machine() {
        for (listens, url) in [
            ("127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("0.0.0.0:80", "http://127.0.0.1:80"),
            ("[::]:8080", "http://[::1]:8080"),
            ("192.168.1.5:3000", "http://192.168.1.5:3000"),
        ] {
            assert_eq!(listening(listens).url, url);
        }
    }

    #[test]
    fn it_is_there_until_it_is_dropped() {
        let folder = tempdir().expect("a folder");
        let said = listening("127.0.0.1:4000");
        let file = said.write(folder.path()).expect("it is written");
        assert_eq!(StudioAddress::read(folder.path()), Some(said));
        drop(file);
        assert_eq!(StudioAddress::read(folder.path()), None);
        assert!(!folder.path().join(NAME).exists());
    }

    #[test]
    fn the_file_of_another_studio_stays() {
        let folder = tempdir().expect("a folder");
        let ours = listening("127.0.0.1:4000")
            .write(folder.path())
            .expect("ours");
        let other = listening("127.0.0.1:5000");
        let theirs = other.write(folder.path()).expect("theirs");
        drop(ours);
        assert_eq!(StudioAddress::read(folder.path()), Some(other));
        drop(theirs);
    }

    #[test]
    fn what_is_no_address_is_not_read() {
        let folder = tempdir().expect("a folder");
        for text in [
            "",
            "{",
            "{\"url\":7,\"pid\":1}",
            "{\"url\":\"http://example.org\",\"pid\":1}",
            "{\"url\":\"https://127.0.0.1:1\",\"pid\":1}",
            "{\"url\":\"http://127.0.0.1:1/x\",\"pid\":1}",
        ] {
            fs::write(folder.path().join(NAME), text).expect("a file");
            assert_eq!(StudioAddress::read(folder.path()), None, "{text}");
        }
        forget(folder.path());
        assert!(!folder.path().join(NAME).exists());
    }

    #[test]
    fn a_lock_is_seen_while_it_is_held() {
        let folder = tempdir().expect("a folder");
        assert!(!is_locked(folder.path()));
        let lock = File::create(folder.path().join(LOCK)).expect("a file");
        assert!(!is_locked(folder.path()));
        lock.try_lock().expect("nobody has it");
        assert!(is_locked(folder.path()));
        lock.unlock().expect("it was ours");
        assert!(!is_locked(folder.path()));
    }
}
