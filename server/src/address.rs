//! Where to listen, as people write it.

use std::{
    fmt, io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    str::FromStr,
};

/// The port where none is named.
const USUAL_PORT: u16 = 3000;

/// A host and a port: `127.0.0.1:3000`, `[::1]:3000`, `::1`, `localhost:0`, `:3000`, `3000`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listen {
    host: Host,
    port: u16,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Host {
    Address(IpAddr),
    Name(String),
}

impl FromStr for Listen {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let loopback = Host::Address(Ipv4Addr::LOCALHOST.into());
        if let Ok(port) = text.parse() {
            return Ok(Self {
                host: loopback,
                port,
            });
        }
        let bare = text
            .strip_prefix('[')
            .and_then(|inside| inside.strip_suffix(']'))
            .unwrap_or(text);
        if let Ok(address) = bare.parse() {
            return Ok(Self {
                host: Host::Address(address),
                port: USUAL_PORT,
            });
        }
        let (host, port) = match text.rsplit_once(':') {
            Some((host, port)) => (
                host,
                port.parse().map_err(|_| {
                    format!("`{port}` is no port: a port is a number from 0 to 65535")
                })?,
            ),
            None => (text, USUAL_PORT),
        };
        let bare = match host.strip_prefix('[') {
            Some(inside) => inside.strip_suffix(']').unwrap_or_default(),
            None => host,
        };
        let host = match (host, bare.parse()) {
            ("", _) => loopback,
            (_, Ok(address)) => Host::Address(address),
            (name, Err(_)) if is_name(name) => Host::Name(name.to_owned()),
            _ => {
                return Err(
                    "write it as 127.0.0.1:3000, [::1]:3000, localhost:3000 or 3000".to_owned(),
                );
            }
        };
        Ok(Self { host, port })
    }
}

fn is_name(text: &str) -> bool {
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    // Only digits and dots: a number that is no address.
    !text.is_empty()
        && text.chars().all(letters)
        && text.contains(|c: char| c.is_ascii_alphabetic())
}

impl fmt::Display for Listen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.host {
            Host::Address(address) => SocketAddr::new(*address, self.port).fmt(f),
            Host::Name(name) => write!(f, "{name}:{}", self.port),
        }
    }
}

impl Listen {
    /// The addresses behind it, the best one first.
    pub async fn resolve(&self) -> io::Result<Vec<SocketAddr>> {
        match &self.host {
            Host::Address(address) => Ok(vec![SocketAddr::new(*address, self.port)]),
            // Its meaning is fixed, whatever a resolver says.
            Host::Name(name) if name.eq_ignore_ascii_case("localhost") => {
                Ok(vec![SocketAddr::new(Ipv4Addr::LOCALHOST.into(), self.port)])
            }
            Host::Name(name) => {
                let found = tokio::net::lookup_host((name.as_str(), self.port)).await?;
                let mut found: Vec<SocketAddr> = found.collect();
                found.sort_by_key(SocketAddr::is_ipv6);
                Ok(found)
            }
        }
    }
}

/// Whether only programs of this machine can connect there.
pub fn is_private(address: &SocketAddr) -> bool {
    address.ip().to_canonical().is_loopback()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_people_write_them() {
        for (text, read) in [
            ("127.0.0.1:3000", "127.0.0.1:3000"),
            ("localhost:0", "localhost:0"),
            ("localhost", "localhost:3000"),
            (":3000", "127.0.0.1:3000"),
            ("8080", "127.0.0.1:8080"),
            ("0", "127.0.0.1:0"),
            ("127.0.0.1", "127.0.0.1:3000"),
            ("[::1]:8080", "[::1]:8080"),
            ("[::1]", "[::1]:3000"),
            ("::1", "[::1]:3000"),
            ("::", "[::]:3000"),
            ("0.0.0.0:80", "0.0.0.0:80"),
            (" studio.local:80 ", "studio.local:80"),
        ] {
            let listen: Result<Listen, _> = text.parse();
            assert_eq!(
                listen.map(|listen| listen.to_string()).as_deref(),
                Ok(read),
                "{text}"
            );
        }
        for wrong in [
            "localhost:x",
            "127.0.0.1:70000",
            "1.2.3:80",
            "http://localhost:3000",
            "a b:3",
            "[::1:80",
        ] {
            assert!(wrong.parse::<Listen>().is_err(), "{wrong}");
        }
    }

    #[tokio::test]
    async fn only_loopback_is_private() {
        for (text, expected) in [
            ("3000", true),
            ("localhost:0", true),
            ("[::1]:0", true),
            ("127.5.5.5:0", true),
            ("[::ffff:127.0.0.1]:0", true),
            ("0.0.0.0:0", false),
            ("[::]:0", false),
            ("192.168.1.5:0", false),
        ] {
            let listen: Listen = text.parse().expect("an address");
            let found = listen.resolve().await.expect("no name to look up");
            assert_eq!(found.iter().all(is_private), expected, "{text}");
        }
    }
}
