//! Keys of servers: in a file of its own that only its owner can read, or in the environment. They are
//! never told, logged, or put into the database.

pub use crate::error::{Error, Result};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write as _},
    net::IpAddr,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// The file's name within the data folder.
const FILE: &str = "secrets.toml";

/// Keys by the short names of servers. Clones share them.
#[derive(Clone, Default)]
pub struct Secrets(Arc<Inner>);

#[derive(Default)]
struct Inner {
    /// Where they are kept; `None`: nowhere.
    file: Option<PathBuf>,
    keys: Mutex<BTreeMap<String, String>>,
}

#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct Stored {
    keys: BTreeMap<String, String>,
}

impl Secrets {
    /// Reads the keys in `folder`; there may be none.
    pub fn open(folder: &Path) -> Result<Self> {
        let file = folder.join(FILE);
        let stored: Stored = match fs::read_to_string(&file) {
            Ok(text) => toml::from_str(&text).map_err(|error| {
                // Its own words could quote a key.
                let line = error.span().map_or(1, |span| {
                    text[..span.start.min(text.len())].lines().count().max(1)
                });
                unusable(
                    &file,
                    &format!("line {line} is not TOML of the form [keys], name = \"key\""),
                )
            })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Stored::default(),
            Err(error) => return Err(unusable(&file, &error.to_string())),
        };
        files::keep_private(&file);
        Ok(Self(Arc::new(Inner {
            file: Some(file),
            keys: Mutex::new(stored.keys),
        })))
    }

    /// The key of a server: from the environment, else from the file.
    pub fn key(&self, server: &str) -> Option<String> {
        std::env::var(variable(server))
            .ok()
            .filter(|key| !key.is_empty())
            .or_else(|| self.keys().get(server).cloned())
    }

    /// Whether the key of a server comes from the environment, where nobody but its operator can change it.
    pub fn is_given(&self, server: &str) -> bool {
        std::env::var(variable(server)).is_ok_and(|key| !key.is_empty())
    }

    /// Keeps keys, or forgets those that are empty: on disk first, then here. Answers the change that takes it back.
    pub fn keep(&self, changes: &BTreeMap<String, String>) -> Result<BTreeMap<String, String>> {
        let mut keys = self.keys();
        let before = |server: &String| keys.get(server).cloned().unwrap_or_default();
        let before: BTreeMap<String, String> = changes
            .keys()
            .map(|server| (server.clone(), before(server)))
            .collect();
        // Nothing to keep, and nothing that there is to forget.
        if changes
            .iter()
            .all(|(server, key)| key.trim().is_empty() && !keys.contains_key(server))
        {
            return Ok(before);
        }
        let mut next = keys.clone();
        for (server, key) in changes {
            match key.trim() {
                "" => drop(next.remove(server)),
                key => drop(next.insert(server.clone(), key.to_owned())),
            }
        }
        if let Some(file) = &self.0.file {
            write(file, &next).map_err(|error| match error.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::NoRoom,
                _ => unusable(file, &error.to_string()),
            })?;
        }
        *keys = next;
        Ok(before)
    }

    fn keys(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.0.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a key sent to this address can be read on the way: without encryption, to another machine.
pub fn is_sent_openly(url: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(url) else {
        return false;
    };
    let host = url.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let is_here = bare.eq_ignore_ascii_case("localhost")
        || bare
            .parse::<IpAddr>()
            .is_ok_and(|address| address.to_canonical().is_loopback());
    url.scheme() == "http" && !is_here
}

/// What a person should know of a key that is sent so.
pub fn openly(url: &str) -> String {
    format!(
        "The key for {url} is sent without encryption, so others on the network can read it. Use an https address if \
         the server has one."
    )
}

/// `FABLEWRIGHT_KEY_LOCAL` for the server `local`.
fn variable(server: &str) -> String {
    format!(
        "FABLEWRIGHT_KEY_{}",
        server.to_uppercase().replace('-', "_")
    )
}

/// Whole or not at all: a new file takes the old one's place.
fn write(file: &Path, keys: &BTreeMap<String, String>) -> io::Result<()> {
    let stored = Stored { keys: keys.clone() };
    let text = toml::to_string(&stored).map_err(io::Error::other)?;
    let fresh = file.with_extension("toml.new");
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // An older one may have another mode.
    drop(fs::remove_file(&fresh));
    let written = options.open(&fresh).and_then(|mut out| {
        out.write_all(text.as_bytes())?;
        out.sync_all()
    });
    written
        .and_then(|()| fs::rename(&fresh, file))
        .inspect_err(|_| {
            drop(fs::remove_file(&fresh));
        })
}

fn unusable(file: &Path, reason: &str) -> Error {
    Error::Unusable(format!(
        "The keys in {} can't be used: {reason}.",
        file.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs
            .iter()
            .map(|(name, key)| ((*name).to_owned(), (*key).to_owned()))
            .collect()
    }

    #[test]
    fn keys_are_kept_for_their_owner_alone_and_forgotten_when_empty() {
        let folder = tempfile::tempdir().expect("a folder");
        let secrets = Secrets::open(folder.path()).expect("none yet");
        assert_eq!(secrets.key("far-away"), None);
        secrets
            .keep(&changes(&[("far-away", " sk-1 "), ("other", "sk-2")]))
            .expect("kept");
        let again = Secrets::open(folder.path()).expect("read");
        assert_eq!(again.key("far-away").as_deref(), Some("sk-1"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(folder.path().join(FILE))
                .expect("there")
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        let before = again
            .keep(&changes(&[("far-away", ""), ("new", "sk-3")]))
            .expect("forgotten");
        let again = Secrets::open(folder.path()).expect("read");
        let keys = |secrets: &Secrets| ["far-away", "other", "new"].map(|name| secrets.key(name));
        let some = |key: &str| Some(key.to_owned());
        assert_eq!(keys(&again), [None, some("sk-2"), some("sk-3")]);
        again.keep(&before).expect("taken back");
        let again = Secrets::open(folder.path()).expect("read");
        assert_eq!(keys(&again), [some("sk-1"), some("sk-2"), None]);
    }

    #[test]
    fn a_key_is_sent_openly_over_plain_http_to_another_machine() {
        for (url, expected) in [
            ("http://127.0.0.1:8080/v1", false),
            ("http://localhost/v1", false),
            ("http://[::1]:8080/v1", false),
            ("https://api.example.org/v1", false),
            ("http://192.168.1.7:8080/v1", true),
            ("HTTP://gpu.example.org/v1", true),
            ("not an address", false),
        ] {
            assert_eq!(is_sent_openly(url), expected, "{url}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_others_can_read_is_made_private() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(FILE);
        fs::write(&file, "[keys]\nlocal = \"sk-1\"\n").expect("written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("changed");
        let secrets = Secrets::open(folder.path()).expect("read");
        assert_eq!(secrets.key("local").as_deref(), Some("sk-1"));
        let mode = fs::metadata(&file).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told_without_its_keys() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(FILE), "[keys]\nlocal = sk-very-secret\n").expect("written");
        let error = Secrets::open(folder.path())
            .err()
            .expect("no TOML")
            .to_string();
        assert!(
            error.contains("line 2") && !error.contains("sk-very"),
            "{error}"
        );
    }
}
